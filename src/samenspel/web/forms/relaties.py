"""The forms for how people are tied to each other, and for who acts for them."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from samenspel.huishouden.models import Persoon, Relatie, Vertegenwoordiger
from samenspel.huishouden.relaties import Band, Vertegenwoordiging
from samenspel.huishouden.soorten import Relatiesoort, Vertegenwoordigersoort
from samenspel.web.forms.betreft import namen_van
from samenspel.web.forms.velden import Datumveld, Keuzeveld, kort

SOORTEN: Mapping[str, tuple[Relatiesoort, bool]] = {
    "Partner": (Relatiesoort.PARTNER, False),
    "Ex-partner": (Relatiesoort.EX_PARTNER, False),
    "Ouder": (Relatiesoort.OUDER, False),
    "Kind": (Relatiesoort.OUDER, True),
    "Broer of zus": (Relatiesoort.BROER_ZUS, False),
    "Grootouder": (Relatiesoort.GROOTOUDER, False),
    "Kleinkind": (Relatiesoort.GROOTOUDER, True),
    "Verzorger": (Relatiesoort.VERZORGER, False),
    "Anders, namelijk": (Relatiesoort.ANDERS, False),
}
"""What is chosen → what is kept, and whether the other way round."""

VERTEGENWOORDIGERS = {soort.value.capitalize(): soort for soort in Vertegenwoordigersoort}


class Periodeformulier(forms.Form):
    """A form with a first and a last day that may both be unknown."""

    use_required_attribute = False

    def clean(self) -> dict[str, Any]:
        """A period doesn't end before it begins."""
        g = super().clean() or self.cleaned_data
        if g.get("van") and g.get("tot") and g["tot"] < g["van"]:
            self.add_error("tot", "Deze dag ligt voor het begin. Controleer beide dagen.")
        return g


class Relatieformulier(Periodeformulier):
    """What `wie` is to another; for a new relation the other is chosen too."""

    def __init__(
        self, data: QueryDict | None, *, begin: Mapping[str, Any], wie: str, anderen: Sequence[Persoon]
    ) -> None:
        super().__init__(data, initial=dict(begin))
        self._anderen = {str(p.pk): p for p in anderen}
        fout = {"required": "Kies wat zij voor elkaar zijn."}
        self.fields["soort"] = Keuzeveld(
            label=f"{wie} is de", keuzes={n: n for n in SOORTEN}, onbekend="", error_messages=fout
        )
        self.fields["omschrijving"] = forms.CharField(
            label="Namelijk", required=False, max_length=100, widget=kort(), help_text="Bijvoorbeeld: buurvrouw."
        )
        if anderen:
            keuzes = namen_van(anderen)
            fout = {"required": "Kies van wie."}
            self.fields["ander"] = Keuzeveld(label="Van wie?", keuzes=keuzes, onbekend="", error_messages=fout)
        self.fields["van"] = Datumveld(label="Sinds", required=False, help_text="Weet u het niet? Laat het leeg.")
        self.fields["tot"] = Datumveld(label="Tot", required=False, help_text="Alleen als het voorbij is.")

    def clean(self) -> dict[str, Any]:
        """'Anders' says what."""
        g = super().clean()
        if g.get("soort") == "Anders, namelijk" and not g.get("omschrijving"):
            self.add_error("omschrijving", "Schrijf op wat zij voor elkaar zijn.")
        return g

    @property
    def ander(self) -> Persoon:
        """The one who was chosen."""
        return self._anderen[self.cleaned_data["ander"]]

    @property
    def omgekeerd(self) -> bool:
        """Whether the relation is kept from the other to this one: who is a child, has a parent."""
        return SOORTEN[self.cleaned_data["soort"]][1]

    @property
    def band(self) -> Band:
        """What was typed, for the services."""
        g, soort = self.cleaned_data, SOORTEN[self.cleaned_data["soort"]][0]
        anders = g["omschrijving"] if soort is Relatiesoort.ANDERS else ""
        return Band(soort=soort.value, omschrijving=anders, van=g["van"], tot=g["tot"])


class Vertegenwoordigerformulier(Periodeformulier):
    """Who acts for somebody."""

    soort = Keuzeveld(
        label="Wat is het?", keuzes=VERTEGENWOORDIGERS, onbekend="", error_messages={"required": "Kies wat het is."}
    )
    naam = forms.CharField(label="Naam", max_length=200, widget=kort(autocomplete="off"))
    organisatie = forms.CharField(label="Organisatie", required=False, max_length=200, widget=kort())
    telefoon = forms.CharField(
        label="Telefoon", required=False, max_length=30, widget=forms.TextInput(attrs={"type": "tel"})
    )
    van = Datumveld(label="Sinds", required=False)
    tot = Datumveld(label="Tot", required=False, help_text="Alleen als het voorbij is.")

    @property
    def wie(self) -> Vertegenwoordiging:
        """What was typed, for the services."""
        return Vertegenwoordiging(**self.cleaned_data)


def ingevulde_relatie(relatie: Relatie) -> dict[str, str]:
    """What is stored, as it is typed in."""
    namen = {soort: naam for naam, (soort, omgekeerd) in SOORTEN.items() if not omgekeerd}
    return {
        "soort": namen[Relatiesoort(relatie.soort)],
        "omschrijving": relatie.omschrijving,
        "van": relatie.van.isoformat() if relatie.van else "",
        "tot": relatie.tot.isoformat() if relatie.tot else "",
    }


def ingevulde_vertegenwoordiger(rij: Vertegenwoordiger) -> dict[str, str]:
    """What is stored, as it is typed in."""
    return {
        "soort": rij.soort.capitalize(),
        "naam": rij.naam,
        "organisatie": rij.organisatie,
        "telefoon": rij.telefoon,
        "van": rij.van.isoformat() if rij.van else "",
        "tot": rij.tot.isoformat() if rij.tot else "",
    }
