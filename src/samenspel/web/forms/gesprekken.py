"""Forms for what was said: somebody's own words, the life domains."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Any

from django import forms
from django.http import QueryDict

from samenspel.huishouden.models import Persoon
from samenspel.web.forms.groepen import Groepsformulier
from samenspel.web.forms.velden import Datumveld, Keuzeveld, Vinkje, lang

WOORDVRAGEN = (
    ("ik_wil", "Wat wil de inwoner?", "Ik wil…"),
    ("ik_kan", "Wat kan de inwoner zelf?", "Ik kan…"),
    ("ik_heb_nodig", "Wat heeft de inwoner nodig?", "Ik heb nodig…"),
)


class Personenveld(forms.MultipleChoiceField):
    """About whom: ticks for people of the household; the value is a tuple of them."""

    def __init__(
        self, *, personen: Sequence[Persoon], noem: Callable[[Persoon], str] = attrgetter("naam"), **kwargs: Any
    ) -> None:
        self.personen = {str(p.pk): p for p in personen}
        super().__init__(
            choices=[(sleutel, noem(p)) for sleutel, p in self.personen.items()],
            widget=forms.CheckboxSelectMultiple(),
            error_messages={"required": "Kies over wie het gaat."},
            **kwargs,
        )

    def clean(self, value: Any) -> tuple[Persoon, ...]:
        return tuple(self.personen[sleutel] for sleutel in super().clean(value))


class Woordenformulier(Groepsformulier):
    """Three big questions, answered in somebody's own words."""

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], voornaam: str) -> None:
        super().__init__(data, initial=dict(begin))
        for sleutel, vraag, hulp in WOORDVRAGEN:
            label = vraag.replace("de inwoner", voornaam)
            self.fields[sleutel] = forms.CharField(label=label, help_text=hulp, required=False, widget=lang(5))

    def clean(self) -> dict[str, Any]:
        g = super().clean() or {}
        if not self.errors and not any(g.values()):
            raise forms.ValidationError("Schrijf bij ten minste één vraag iets op.")
        return g


class Leefgebiedformulier(Groepsformulier):
    """What somebody wants, can and needs in one life domain, or that it was talked about and nothing is kept."""

    def __init__(
        self, data: QueryDict | None, *, begin: Mapping[str, Any], gebied: str, personen: Sequence[Persoon]
    ) -> None:
        super().__init__(data, initial=dict(begin))
        self.fields["betreft"] = Personenveld(
            label="Over wie ging het?",
            help_text="Wie u kiest, leest dit terug in Mijn plan.",
            personen=personen,
        )
        for sleutel, vraag, hulp in WOORDVRAGEN:
            self.fields[sleutel] = forms.CharField(label=vraag, help_text=hulp, required=False, widget=lang(3))
        self.fields["niets"] = forms.BooleanField(
            label=f"{gebied} is besproken, ik leg niets vast", required=False, widget=Vinkje()
        )

    def clean(self) -> dict[str, Any]:
        g = super().clean() or {}
        gezegd = any(g.get(sleutel) for sleutel, _, _ in WOORDVRAGEN)
        if gezegd and g.get("niets"):
            self.add_error("niets", "Haal het vinkje weg, of haal uw tekst weg.")
        if not self.errors and not gezegd and not g.get("niets"):
            raise forms.ValidationError("Schrijf iets op, of vink aan dat het besproken is.")
        return g

    @property
    def woorden(self) -> dict[str, str]:
        """What was said, by question; nothing where nothing is kept."""
        return {sleutel: self.cleaned_data[sleutel] for sleutel, _, _ in WOORDVRAGEN if self.cleaned_data[sleutel]}


NOG_NIET, GECONTROLEERD = "Nog niet", "Gecontroleerd bij de inwoner"


class Nacontroleformulier(Groepsformulier):
    """Per life domain whether what was told earlier was checked with the resident."""

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], gebieden: Mapping[str, str]) -> None:
        namen = {True: GECONTROLEERD, False: NOG_NIET}
        super().__init__(data, initial={code: namen.get(waarde, waarde) for code, waarde in begin.items()})
        self._codes = tuple(gebieden)
        for code, naam in gebieden.items():
            self.fields[code] = Keuzeveld(
                label=naam,
                keuzes={NOG_NIET: False, GECONTROLEERD: True},
                onbekend="",
                error_messages={"required": f"Kies voor {naam} of u het hebt gecontroleerd."},
            )

    @property
    def gebieden(self) -> dict[str, bool]:
        """What was chosen, by domain."""
        return {code: bool(self.cleaned_data[code]) for code in self._codes}


class Bespreekformulier(forms.Form):
    """When a reaction was talked about, and what was agreed."""

    use_required_attribute = False
    op = Datumveld(label="Wanneer sprak u elkaar?")
    afspraak = forms.CharField(
        label="Wat hebt u afgesproken?",
        help_text="De inwoner leest dit onder de eigen woorden. Schrijf het zoals u het zei.",
        widget=lang(4),
        max_length=4000,
    )

    def __init__(
        self, data: QueryDict | None, *, initial: Mapping[str, Any], vandaag: date, collega: bool = False
    ) -> None:
        super().__init__(data, initial=dict(initial))
        self._vandaag = vandaag
        if collega:
            self.fields["afspraak"].help_text = "Wie de afspraak heeft, leest dit eronder. Het huishouden ook."

    def clean_op(self) -> date:
        """A talk that is still to come can't have been held."""
        op: date = self.cleaned_data["op"]
        if op > self._vandaag:
            raise forms.ValidationError("Deze dag moet nog komen. Kies de dag waarop u elkaar sprak.")
        return op
