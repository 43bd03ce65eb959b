"""The form for a person of the household."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from samenspel.huishouden.models import Persoon
from samenspel.huishouden.services import Personalia
from samenspel.web.forms.groepen import Groep, Groepsformulier
from samenspel.web.forms.velden import Datumveld, Keuzeveld, Vinkje, kort

JA_NEE = {"Nee": False, "Ja": True}
TEKSTVELDEN = ("voornaam", "achternaam", "telefoon", "taal", "adres")


class Persoonformulier(Groepsformulier):
    """What is known of a person, and who of the others has gezag over this one."""

    voornaam = forms.CharField(label="Voornaam", max_length=300, widget=kort(autocomplete="off"))
    achternaam = forms.CharField(label="Achternaam", max_length=300, widget=kort(autocomplete="off"))
    geboortedatum = Datumveld(label="Geboortedatum", required=False, help_text="Weet u die niet? Laat hem leeg.")
    taal = forms.CharField(
        label="Taal",
        required=False,
        max_length=50,
        widget=kort(),
        help_text="In welke taal praat deze persoon het best?",
    )
    telefoon = forms.CharField(
        label="Telefoon",
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    adres = forms.CharField(label="Adres", required=False, max_length=300, widget=kort(autocomplete="off"))
    adres_geheim = Keuzeveld(
        label="Is het adres geheim?",
        keuzes=JA_NEE,
        onbekend="",
        help_text="Kies ja als iemand anders het niet mag weten. Dan zien alleen u en deze persoon het.",
    )

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], anderen: Sequence[Persoon]) -> None:
        super().__init__(data, initial={"adres_geheim": "Nee"} | dict(begin))
        self.anderen = {gezagveld(p): p for p in anderen}
        for naam, ander in self.anderen.items():
            label = f"{ander.naam} heeft het gezag"
            self.fields[naam] = forms.BooleanField(label=label, required=False, widget=Vinkje())

    @property
    def groepen(self) -> list[Groep]:
        """Who it is, how to reach them, who has gezag."""
        delen = [
            Groep(self.velden(["voornaam", "achternaam", "geboortedatum", "taal"])),
            Groep(self.velden(["telefoon", "adres", "adres_geheim"]), titel="Bereiken"),
        ]
        if self.anderen:
            uitleg = "Alleen voor wie nog geen 18 is. Een ouder met gezag kijkt mee tot het kind 16 is."
            delen.append(Groep(self.velden(self.anderen), titel="Gezag over dit kind", uitleg=uitleg))
        return delen

    @property
    def personalia(self) -> Personalia:
        """What was typed, for the services."""
        g = self.cleaned_data
        teksten = {naam: g[naam] for naam in TEKSTVELDEN}
        return Personalia(**teksten, geboortedatum=g["geboortedatum"], adres_geheim=g["adres_geheim"])

    @property
    def gezag_van(self) -> list[Persoon]:
        """Who has gezag over this person."""
        return [ander for naam, ander in self.anderen.items() if self.cleaned_data[naam]]


def gezagveld(ander: Persoon) -> str:
    """The tick for the gezag of one other person."""
    return f"gezag-{ander.pk}"


def ingevuld(persoon: Persoon, met_gezag: Sequence[Persoon]) -> dict[str, str]:
    """What is stored, as it is typed in."""
    geboren = persoon.geboortedatum
    return {
        **{naam: getattr(persoon, naam) for naam in TEKSTVELDEN},
        "geboortedatum": geboren.isoformat() if geboren is not None else "",
        "adres_geheim": "Ja" if persoon.adres_geheim else "Nee",
        **{gezagveld(ouder): "ja" for ouder in met_gezag},
    }
