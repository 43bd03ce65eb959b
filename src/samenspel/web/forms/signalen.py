"""Forms for a signaal: what somebody told, whom it is passed on to, how it ends."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from samenspel.huishouden.models import Persoon
from samenspel.signaal.services import NieuwSignaal
from samenspel.web.collegakeuze import Collegakeuze
from samenspel.web.forms.betreft import betreftveld
from samenspel.web.forms.collega import Collegaveld
from samenspel.web.forms.groepen import Groep, Groepsformulier
from samenspel.web.forms.reden import redenveld
from samenspel.web.forms.velden import Datumveld, Keuzeveld, kort, lang

WEGNAMEN = {
    "Aan de telefoon": "telefoon",
    "Aan de balie": "balie",
    "Per e-mail": "e_mail",
    "In een gesprek": "gesprek",
    "Uit mijn eigen werk": "eigen_werk",
}
BRONNAMEN = {
    "De inwoner zelf": "zelf",
    "Familie of een vriend": "naaste",
    "Iemand uit de buurt": "buur",
    "Verpleegkundige, huisarts of andere zorg": "zorg",
    "School of opvang": "school",
    "Een andere organisatie": "organisatie",
    "Een collega of ikzelf": "collega",
    "Onbekend": "onbekend",
}
URGENTIE = {"Gewoon": False, "Spoed": True}
JA_NEE = {"Nee": False, "Ja": True}


class Signaalformulier(Groepsformulier):
    """A concern, in the words of who told it."""

    zorg = forms.CharField(
        label="Wat is de zorg?",
        help_text="Schrijf op wat er verteld is, zo letterlijk als kan.",
        max_length=5000,
        widget=lang(5),
        error_messages={"required": "Schrijf op wat de zorg is."},
    )
    spoed = Keuzeveld(label="Kan het wachten?", keuzes=URGENTIE, onbekend="")
    over_wie = forms.CharField(
        label="Over wie gaat het?",
        help_text="De naam zoals u die hoorde. Weet u die niet? Schrijf dan op wat u wel weet.",
        max_length=300,
        widget=kort(autocomplete="off"),
        error_messages={"required": "Schrijf op over wie het gaat, of wat u wel weet."},
    )
    adres = forms.CharField(label="Waar wonen zij?", required=False, max_length=300, widget=kort(autocomplete="off"))
    bron = Keuzeveld(label="Wie vertelde het?", keuzes=BRONNAMEN, onbekend="")
    anoniem = Keuzeveld(label="Wil deze persoon onbekend blijven?", keuzes=JA_NEE, onbekend="")
    melder = forms.CharField(
        label="Naam van wie het vertelde", required=False, max_length=300, widget=kort(autocomplete="off")
    )
    telefoon = forms.CharField(
        label="Telefoonnummer",
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    wil_horen = Keuzeveld(label="Wil deze persoon horen wat ermee gebeurt?", keuzes=JA_NEE, onbekend="")
    weg = Keuzeveld(label="Hoe kwam het binnen?", keuzes=WEGNAMEN, onbekend="")

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], vandaag: date) -> None:
        vast = {"spoed": "Gewoon", "anoniem": "Nee", "wil_horen": "Nee", "binnen_op": vandaag.isoformat()}
        super().__init__(data, initial=vast | dict(begin))
        self.vandaag = vandaag
        self.fields["binnen_op"] = Datumveld(
            label="Op welke dag kwam het binnen?", error_messages={"required": "Kies een dag."}
        )

    @property
    def groepen(self) -> list[Groep]:
        """The concern, who told it, how it came in."""
        return [
            Groep(self.velden(["zorg", "spoed", "over_wie", "adres"])),
            Groep(
                self.velden(["bron", "anoniem", "melder", "telefoon", "wil_horen"]),
                titel="Wie het vertelde",
                uitleg="Dit komt nooit in een dossier. Alleen wie het signaal heeft of krijgt aangeboden, leest het.",
            ),
            Groep(self.velden(["weg", "binnen_op"]), titel="Hoe het binnenkwam"),
        ]

    def clean(self) -> None:
        """Who stays unknown has no name here; who wants to hear can be called."""
        g = self.cleaned_data
        bekend = bool(g.get("melder") or g.get("telefoon"))
        if g.get("anoniem") and bekend:
            self.add_error(
                "anoniem", "Wie onbekend wil blijven, heeft hier geen naam of nummer. Haal die weg, of kies nee."
            )
        if g.get("wil_horen") and not g.get("telefoon"):
            self.add_error("telefoon", "Vul een nummer in waarop u deze persoon kunt bellen.")
        binnen = g.get("binnen_op")
        if binnen is not None and binnen > self.vandaag:
            self.add_error("binnen_op", "Deze dag moet nog komen. Kies vandaag of eerder.")

    @property
    def nieuw(self) -> NieuwSignaal:
        """What was typed, for the services."""
        g = self.cleaned_data
        return NieuwSignaal(
            weg=g["weg"],
            bron=g["bron"],
            binnen_op=g["binnen_op"],
            anoniem=g["anoniem"],
            wil_horen=g["wil_horen"],
            spoed=g["spoed"],
            woorden={
                "zorg": {naam: g[naam] for naam in ("zorg", "over_wie", "adres")},
                "melder": {naam: g[naam] for naam in ("melder", "telefoon")},
            },
        )


class Doorgeefformulier(forms.Form):
    """One colleague or one team."""

    use_required_attribute = False

    def __init__(
        self,
        data: QueryDict | None,
        *,
        begin: Mapping[str, Any],
        keuze: Collegakeuze,
    ) -> None:
        super().__init__(data, initial=dict(begin))
        self.fields["aan"] = Collegaveld(label="Wie vraagt u?", keuze=keuze, leeg="Kies een collega of een team")
        self.fields["reden"] = redenveld("Wat wilt u erbij zeggen?", verplicht=False)


class Sluitformulier(forms.Form):
    """Why nothing follows, and what was told."""

    use_required_attribute = False
    reden = redenveld("Waarom gebeurt er verder niets mee?")

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], wil_horen: bool) -> None:
        super().__init__(data, initial=dict(begin))
        self.fields["verteld"] = verteldveld(verplicht=wil_horen)


class Dossierformulier(forms.Form):
    """About whom the concern is, and what was told."""

    use_required_attribute = False

    def __init__(
        self, data: QueryDict | None, *, begin: Mapping[str, Any], personen: Sequence[Persoon], wil_horen: bool
    ) -> None:
        super().__init__(data, initial=dict(begin))
        if len(personen) > 1:
            self.fields["betreft"] = betreftveld(personen, "Over wie gaat de zorg?")
        self.fields["verteld"] = verteldveld(verplicht=wil_horen)


def verteldveld(*, verplicht: bool) -> forms.CharField:
    """What the one who signalled was told."""
    hulp = "Deze persoon wil graag horen wat ermee gebeurt. Bel eerst." if verplicht else ""
    return forms.CharField(
        label="Wat vertelde u degene die het signaal gaf?",
        help_text=hulp,
        required=verplicht,
        max_length=2000,
        widget=lang(3),
        error_messages={"required": "Schrijf op wat u vertelde."},
    )
