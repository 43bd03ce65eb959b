"""The forms of the logboek: a line on a day, and putting its words right."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from samenspel.casus.models import Traject
from samenspel.huishouden.models import Persoon
from samenspel.kern.stand.logboek import Regelsoort
from samenspel.web.forms.gesprekken import Personenveld
from samenspel.web.forms.groepen import Groepsformulier
from samenspel.web.forms.velden import Datumveld, lang

__all__ = ["SOORTNAMEN", "Logboekformulier", "Regelformulier"]

SOORTNAMEN = {
    Regelsoort.WAARNEMING: "Wat ik zag of hoorde",
    Regelsoort.GEPROBEERD: "Wat we probeerden",
    Regelsoort.TEGENSLAG: "Een tegenslag",
    Regelsoort.REFLECTIE: "Wat ik er zelf van vind of leer",
}


def _tekst() -> forms.CharField:
    return forms.CharField(
        label="Wat schrijft u op?",
        help_text="De mensen over wie het gaat, lezen dit terug in Mijn plan.",
        max_length=10_000,
        widget=lang(),
        error_messages={"required": "Schrijf op wat er was."},
    )


class Logboekformulier(Groepsformulier):
    """A line in the logboek: on which day, what kind, about whom."""

    op = Datumveld(label="Op welke dag?", error_messages={"required": "Vul de dag in."})
    soort = forms.ChoiceField(
        label="Wat is het?",
        choices=[(code.value, naam) for code, naam in SOORTNAMEN.items()],
        widget=forms.RadioSelect(),
        error_messages={"required": "Kies wat u opschrijft."},
    )

    def __init__(
        self,
        data: QueryDict | None,
        *,
        begin: Mapping[str, Any],
        trajecten: Sequence[Traject],
        personen: Sequence[Persoon],
        vandaag: date,
    ) -> None:
        super().__init__(data, initial=dict(begin))
        self.trajecten, self.vandaag = {str(t.pk): t for t in trajecten}, vandaag
        self.fields["tekst"] = _tekst()
        if len(self.trajecten) > 1:
            self.fields["traject"] = forms.ChoiceField(
                label="Bij welk traject hoort het?",
                choices=[(sleutel, t.naam) for sleutel, t in self.trajecten.items()],
                widget=forms.RadioSelect(),
            )
        if personen:
            self.fields["betreft"] = Personenveld(label="Over wie gaat het?", personen=personen)

    def clean_op(self) -> date:
        op: date = self.cleaned_data["op"]
        if op > self.vandaag:
            raise forms.ValidationError("Deze dag moet nog komen. Vul in wanneer het was.")
        return op

    @property
    def traject(self) -> Traject:
        """In which traject: the chosen one, or the only one."""
        return self.trajecten[self.cleaned_data.get("traject") or next(iter(self.trajecten))]


class Regelformulier(Groepsformulier):
    """The words of a line as they should have been."""

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any]) -> None:
        super().__init__(data, initial=dict(begin))
        self.fields["tekst"] = _tekst()
