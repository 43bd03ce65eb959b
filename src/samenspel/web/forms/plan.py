"""Forms for the one plan: goals in the resident's words, and who does what by when."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from samenspel.huishouden.models import Persoon
from samenspel.plan.models import STATUSSEN
from samenspel.web.forms.betreft import ANDERS, betreftveld, wievelden
from samenspel.web.forms.velden import Datumveld, Keuzeveld, lang, leesbaar

__all__ = [
    "Actieformulier",
    "Doelformulier",
    "Doelstandformulier",
    "Eigenactieformulier",
    "Heropenformulier",
]

STATUSNAMEN = {leesbaar(status): status for status in STATUSSEN}


def _doelveld() -> forms.CharField:
    return forms.CharField(
        label="Wat wil het huishouden bereiken?",
        help_text="In hun eigen woorden.",
        widget=lang(3),
        max_length=2000,
        error_messages={"required": "Schrijf op wat het huishouden wil bereiken."},
    )


class Doelformulier(forms.Form):
    """A goal as the resident says it."""

    use_required_attribute = False
    tekst = _doelveld()

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], personen: Sequence[Persoon]) -> None:
        super().__init__(data, initial=dict(begin))
        if len(personen) > 1:
            self.fields["betreft"] = betreftveld(personen, "Van wie is dit doel?")


class Doelstandformulier(forms.Form):
    """How far a goal is."""

    use_required_attribute = False
    status = Keuzeveld(label="Hoe staat het ermee?", keuzes=STATUSNAMEN, onbekend="")
    tekst = _doelveld()

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any]) -> None:
        super().__init__(data, initial=dict(begin))


class Eigenactieformulier(forms.Form):
    """What the writer does, before a day."""

    use_required_attribute = False
    wat = forms.CharField(
        label="Wat gaat u doen?",
        widget=lang(2),
        max_length=2000,
        error_messages={"required": "Schrijf op wat u gaat doen."},
    )
    voor = Datumveld(label="Voor welke dag?", error_messages={"required": "Kies een dag."})

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], personen: Sequence[Persoon]) -> None:
        super().__init__(data, initial=dict(begin))
        if len(personen) > 1:
            self.fields["betreft"] = betreftveld(personen, "Over wie gaat het?")


class Actieformulier(forms.Form):
    """Exactly one owner, and a day."""

    use_required_attribute = False
    wat = forms.CharField(
        label="Wat gebeurt er?",
        widget=lang(2),
        max_length=2000,
        error_messages={"required": "Schrijf op wat er gebeurt."},
    )

    def __init__(
        self,
        data: QueryDict | None,
        *,
        begin: Mapping[str, Any],
        wie: list[Any],
        doelen: Sequence[tuple[str, str]],
        trajecten: Sequence[tuple[str, str]],
        personen: Sequence[Persoon],
    ) -> None:
        super().__init__(data, initial=dict(begin))
        self.fields |= wievelden(wie)
        self.fields["voor"] = Datumveld(label="Voor welke dag?", error_messages={"required": "Kies een dag."})
        if doelen:
            keuzes = [*doelen, ("", "Bij geen van deze")]
            self.fields["doel"] = _keuze("Bij welk doel hoort het?", keuzes)
        if trajecten:
            keuzes = [*trajecten, ("", "Staat los van een traject")]
            self.fields["traject"] = _keuze("Bij welk traject hoort het?", keuzes)
        if len(personen) > 1:
            self.fields["betreft"] = betreftveld(personen, "Over wie gaat het?")

    def clean(self) -> None:
        """A name where somebody else does it."""
        if self.cleaned_data.get("wie") == ANDERS and not self.cleaned_data.get("wie_anders"):
            self.add_error("wie_anders", "Vul de naam in van wie het doet.")


class Heropenformulier(forms.Form):
    """For which day it is still to be done."""

    use_required_attribute = False
    voor = Datumveld(label="Voor welke dag?", error_messages={"required": "Kies een dag."})


def _keuze(label: str, keuzes: Sequence[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=keuzes, required=False, widget=forms.RadioSelect())
