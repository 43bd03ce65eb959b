"""Forms for erasing the words about one person. The name is typed, never shown: both compare it with the request."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict

from samenspel.casus.models import Casus
from samenspel.huishouden.models import Persoon
from samenspel.kern.delen.wissen import Wisgrond
from samenspel.web.forms.groepen import Groepsformulier
from samenspel.web.forms.velden import Keuzeveld, kort, lang

__all__ = ["GRONDNAMEN", "Wisbesluitformulier", "Wisformulier"]

GRONDNAMEN = {
    "AVG: de gegevens zijn niet meer nodig": Wisgrond.NIET_MEER_NODIG,
    "AVG: de toestemming is ingetrokken": Wisgrond.TOESTEMMING_INGETROKKEN,
    "AVG: de inwoner maakte terecht bezwaar": Wisgrond.BEZWAAR,
    "AVG: de gegevens hadden er nooit mogen staan": Wisgrond.ONRECHTMATIG,
    "AVG: een wet verplicht om te wissen": Wisgrond.WETTELIJKE_PLICHT,
    "Wmo 2015: de inwoner vraagt om vernietiging": Wisgrond.WMO,
    "Jeugdwet: de inwoner vraagt om vernietiging": Wisgrond.JEUGDWET,
}
NIEMAND = "In deze casus staat niemand met deze naam. Schrijf de naam zoals hij in het dossier hoort te staan."
GEEN_AUTO = {"autocomplete": "off"}


def _naamveld(label: str) -> forms.CharField:
    verplicht = {"required": "Neem de naam over van het verzoek."}
    return forms.CharField(label=label, max_length=300, widget=kort(**GEEN_AUTO), error_messages=verplicht)


def _redenveld(label: str) -> forms.CharField:
    hulp = "Zonder namen. Dit blijft staan als de woorden weg zijn."
    fout = {"required": "Schrijf op waarom."}
    return forms.CharField(label=label, help_text=hulp, widget=lang(), max_length=2000, error_messages=fout)


def _heet(persoon: Persoon, voornaam: str, achternaam: str) -> bool:
    def kaal(tekst: str) -> str:
        return " ".join(tekst.casefold().split())

    return (kaal(persoon.voornaam), kaal(persoon.achternaam)) == (kaal(voornaam), kaal(achternaam))


class Wisformulier(Groepsformulier):
    """Whose words, on which ground, and why."""

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], gemeente: UUID) -> None:
        super().__init__(data, initial=dict(begin))
        self._gemeente = gemeente
        self.casus: Casus | None = None
        self.persoon: Persoon | None = None
        self.fields["nummer"] = forms.CharField(
            label="Nummer van de casus", max_length=20, error_messages={"required": "Vul het nummer in."}
        )
        self.fields["voornaam"] = _naamveld("Voornaam van wie het verzoek is")
        self.fields["achternaam"] = _naamveld("Achternaam")
        self.fields["grond"] = Keuzeveld(
            label="Op welke grond?", keuzes=GRONDNAMEN, onbekend="", error_messages={"required": "Kies de grond."}
        )
        self.fields["reden"] = _redenveld("Waarom moeten de woorden weg?")

    def clean(self) -> dict[str, Any]:
        """Find who is meant; what isn't there says no more than that."""
        g = super().clean() or {}
        if not {"nummer", "voornaam", "achternaam"} <= set(g):
            return g
        self.casus = Casus.objects.filter(gemeente_id=self._gemeente, nummer=g["nummer"].strip()).first()
        if self.casus is None:
            self.add_error("nummer", "Er is geen casus met dit nummer. Schrijf het zo: 2026-00012.")
            return g
        leden = Persoon.objects.filter(lidmaatschap__huishouden=self.casus.huishouden_id).distinct()
        gevonden = [p for p in leden if _heet(p, g["voornaam"], g["achternaam"])]
        if len(gevonden) == 1:
            self.persoon = gevonden[0]
        else:
            self.add_error("voornaam", NIEMAND)
        return g


class Wisbesluitformulier(Groepsformulier):
    """Confirm or refuse; who confirms types the name too."""

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], persoon: Persoon) -> None:
        super().__init__(data, initial=dict(begin))
        self._persoon = persoon
        self.fields["besluit"] = Keuzeveld(
            label="Wat besluit u?",
            keuzes={"Bevestigen: de woorden worden gewist": True, "Weigeren: alles blijft staan": False},
            onbekend="",
            error_messages={"required": "Kies wat u besluit."},
        )
        self.fields["reden"] = _redenveld("Waarom besluit u dit?")
        for naam, label in (("voornaam", "Voornaam, van het verzoek"), ("achternaam", "Achternaam, van het verzoek")):
            self.fields[naam] = _naamveld(label)
            self.fields[naam].required = False
            self.fields[naam].help_text = "Nodig om te bevestigen."

    def clean(self) -> dict[str, Any]:
        """Confirming asks the same name as the proposal."""
        g = super().clean() or {}
        if g.get("besluit") and not _heet(self._persoon, g.get("voornaam", ""), g.get("achternaam", "")):
            self.add_error("voornaam", "Dit is niet de persoon van het voorstel. Vergelijk het met het verzoek.")
        return g
