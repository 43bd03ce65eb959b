"""The form for a person of the household."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.timezone import localdate

from samenspel.huishouden.models import Persoon
from samenspel.huishouden.selectors import kan_gezag_hebben
from samenspel.huishouden.services import Personalia
from samenspel.huishouden.soorten import Adressoort
from samenspel.web.forms.groepen import Groep, Groepsformulier
from samenspel.web.forms.velden import Aantalveld, Datumveld, Keuzeveld, Vinkje, kort

JA_NEE = {"Nee": False, "Ja": True}
TEKSTVELDEN = ("voornaam", "achternaam", "telefoon", "taal", "adres")
ADRESVELDEN = ("telefoon", "adres_soort", "adres", "adres_geheim")
ADRESSOORTEN = {
    "Een woonadres": Adressoort.WOONADRES,
    "Een briefadres": Adressoort.BRIEFADRES,
    "Geen adres, zwervend": Adressoort.GEEN_ADRES,
}


class Persoonformulier(Groepsformulier):
    """What is known of a person, and who of the others has gezag over this one."""

    voornaam = forms.CharField(label="Voornaam", max_length=300, widget=kort(autocomplete="off"))
    achternaam = forms.CharField(label="Achternaam", max_length=300, widget=kort(autocomplete="off"))
    geboortedatum = Datumveld(label="Geboortedatum", required=False, help_text="Weet u die niet? Laat hem leeg.")
    geboortejaar = Aantalveld(
        label="Geschat geboortejaar", required=False, help_text="Alleen als u de geboortedatum niet weet: 1988."
    )
    verwacht_op = Datumveld(
        label="Nog niet geboren: verwacht op",
        required=False,
        help_text="Een naam hoeft dan nog niet. Vul na de geboorte de naam en de geboortedatum in.",
    )
    taal = forms.CharField(
        label="Taal",
        required=False,
        max_length=50,
        widget=kort(),
        help_text="In welke taal praat deze persoon het best?",
    )
    tolk_nodig = forms.BooleanField(label="Er is een tolk nodig", required=False, widget=Vinkje())
    telefoon = forms.CharField(
        label="Telefoon",
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    adres_soort = Keuzeveld(label="Wat voor adres is het?", keuzes=ADRESSOORTEN, onbekend="")
    adres = forms.CharField(label="Adres", required=False, max_length=300, widget=kort(autocomplete="off"))
    adres_geheim = Keuzeveld(
        label="Is het adres geheim?",
        keuzes=JA_NEE,
        onbekend="",
        help_text="Kies ja als iemand anders het niet mag weten. Dan zien alleen u en deze persoon het.",
    )

    def __init__(
        self,
        data: QueryDict | None,
        *,
        begin: Mapping[str, Any],
        anderen: Sequence[Persoon],
        bewaard: Persoon | None = None,
    ) -> None:
        """`bewaard`: whose address stays as it is stored, for who may not see it."""
        super().__init__(data, initial={"adres_geheim": "Nee", "adres_soort": "Een woonadres"} | dict(begin))
        self.bewaard = bewaard
        if bewaard is not None:
            for naam in ADRESVELDEN:
                del self.fields[naam]
        if data is not None and data.get("verwacht_op") and not data.get("geboortedatum"):
            self.fields["voornaam"].required = self.fields["achternaam"].required = False
        self.anderen = {gezagveld(p): p for p in anderen if kan_gezag_hebben(p, localdate())}
        for naam, ander in self.anderen.items():
            label = f"{ander.naam} heeft het gezag"
            self.fields[naam] = forms.BooleanField(label=label, required=False, widget=Vinkje())

    @property
    def groepen(self) -> list[Groep]:
        """Who it is, when born, how to reach them, who has gezag."""
        delen = [
            Groep(self.velden(["voornaam", "achternaam", "taal", "tolk_nodig"])),
            Groep(self.velden(["geboortedatum", "geboortejaar", "verwacht_op"]), titel="Geboren"),
        ]
        if self.bewaard is None:
            delen.append(Groep(self.velden(ADRESVELDEN), titel="Bereiken"))
        if self.anderen:
            uitleg = "Alleen voor wie nog geen 18 is. Een ouder met gezag kijkt mee tot het kind 16 is."
            delen.append(Groep(self.velden(self.anderen), titel="Gezag over dit kind", uitleg=uitleg))
        return delen

    def clean(self) -> dict[str, Any]:
        """What was typed fits together: who was born isn't expected, and who roams has no address."""
        g = super().clean() or self.cleaned_data
        jaar = g.get("geboortejaar")
        if jaar is not None and not 1900 <= jaar <= localdate().year:
            self.add_error("geboortejaar", "Controleer het jaar. Schrijf het met vier cijfers: 1988.")
        if g.get("verwacht_op") and not g.get("geboortedatum") and jaar is not None:
            self.add_error("geboortejaar", "Een kind dat nog niet geboren is heeft geen geboortejaar. Laat het leeg.")
        if g.get("adres") and g.get("adres_soort") is Adressoort.GEEN_ADRES:
            self.add_error("adres", "U koos geen adres. Komt er ergens post? Kies dan een briefadres.")
        return g

    @property
    def personalia(self) -> Personalia:
        """What was typed, for the services. A known date of birth goes before a guess and an expectation."""
        g = self.cleaned_data
        geboren, bron = g["geboortedatum"], self.bewaard
        teksten = {naam: g[naam] if naam in g else getattr(bron, naam) for naam in TEKSTVELDEN}
        return Personalia(
            **teksten,
            geboortedatum=geboren,
            geboortejaar=None if geboren else g["geboortejaar"],
            verwacht_op=None if geboren else g["verwacht_op"],
            tolk_nodig=g["tolk_nodig"],
            adres_soort=g["adres_soort"] if bron is None else bron.adres_soort,
            adres_geheim=g["adres_geheim"] if bron is None else bron.adres_geheim,
        )

    @property
    def gezag_van(self) -> list[Persoon]:
        """Who has gezag over this person."""
        return [ander for naam, ander in self.anderen.items() if self.cleaned_data[naam]]


def gezagveld(ander: Persoon) -> str:
    """The tick for the gezag of one other person."""
    return f"gezag-{ander.pk}"


def ingevuld(persoon: Persoon, met_gezag: Sequence[Persoon]) -> dict[str, str]:
    """What is stored, as it is typed in."""
    soorten = {soort: naam for naam, soort in ADRESSOORTEN.items()}
    return {
        **{naam: getattr(persoon, naam) for naam in TEKSTVELDEN},
        "geboortedatum": _dag(persoon.geboortedatum),
        "geboortejaar": str(persoon.geboortejaar or ""),
        "verwacht_op": _dag(persoon.verwacht_op),
        "tolk_nodig": "ja" if persoon.tolk_nodig else "",
        "adres_soort": soorten[Adressoort(persoon.adres_soort)],
        "adres_geheim": "Ja" if persoon.adres_geheim else "Nee",
        **{gezagveld(ouder): "ja" for ouder in met_gezag},
    }


def _dag(dag: date | None) -> str:
    return dag.isoformat() if dag is not None else ""
