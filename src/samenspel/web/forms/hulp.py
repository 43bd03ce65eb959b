"""Forms for help, and for what was asked at a counter."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict

from samenspel.huishouden.models import Persoon
from samenspel.hulp.models import Hulp, Loketzaak
from samenspel.hulp.services import Hulpgegevens, Zaakgegevens
from samenspel.kennis.models import Organisatie
from samenspel.kern.wet.termijnen import Zaaksoort
from samenspel.web.forms.groepen import Groep, Groepsformulier
from samenspel.web.forms.rij import G, R, Rijformulier, dag_tekst
from samenspel.web.forms.velden import Datumveld, Keuzeveld, Vinkje, kort, lang
from samenspel.web.forms.wet import MetWet
from samenspel.web.hulpblik import SOORTNAMEN, UITKOMSTNAMEN

__all__ = [
    "Besluitformulier",
    "Hulpformulier",
    "Loketformulier",
    "Stopformulier",
    "Termijnformulier",
]

STOPWOORDEN = ("werkte", "werkte_niet", "waarom", "eigen_woorden")
STATUSNAMEN = {"Ja": "loopt", "Nee, gestopt": "gestopt"}
SOORTEN = {naam: code for code, naam in SOORTNAMEN.items()}
UITKOMSTEN = {naam: code for code, naam in UITKOMSTNAMEN.items()}
STILSTAAN, HERVATTEN, VERLENGEN = "stilstaan", "hervatten", "verlengen"
WIJZEN = {
    "De termijn staat stil, want er wordt op iets gewacht": STILSTAAN,
    "De termijn loopt weer": HERVATTEN,
    "De instelling heeft een latere dag genoemd": VERLENGEN,
}


def _regel(label: str, **opties: Any) -> forms.CharField:
    vast: dict[str, Any] = {"required": False, "max_length": 300, "widget": kort(autocomplete="off")}
    return forms.CharField(label=label, **(vast | opties))


def _vak(label: str, **opties: Any) -> forms.CharField:
    vast: dict[str, Any] = {"required": False, "max_length": 4000, "widget": lang(3)}
    return forms.CharField(label=label, **(vast | opties))


class _MetOrganisatie(MetWet, Rijformulier[R, G]):
    """A form with an organisation of the list, a law, and for whom it is."""

    WET_NODIG: ClassVar[bool] = False

    def __init__(
        self,
        data: QueryDict | None,
        *,
        begin: Mapping[str, Any],
        personen: Sequence[Persoon],
        organisaties: Sequence[Organisatie],
        eigen_wetten: Sequence[str] = (),
    ) -> None:
        super().__init__(data, begin=begin, personen=personen)
        self.vraag_wet(eigen_wetten, nodig=self.WET_NODIG)
        self.organisaties = {str(o.pk): o for o in organisaties}
        keuzes = [(sleutel, o.naam) for sleutel, o in self.organisaties.items()]
        self.fields["organisatie"] = forms.ChoiceField(
            label="Welke organisatie?", choices=[("", "Staat niet op de lijst"), *keuzes], required=False
        )
        self.vraag_over("Voor wie is het?")

    @property
    def _organisatie(self) -> Organisatie | None:
        return self.organisaties.get(self.cleaned_data["organisatie"])


class Hulpformulier(_MetOrganisatie[Hulp, Hulpgegevens]):
    """Help that runs, or that there was, with what came of it."""

    WOORDEN = ("wat", "aanbieder", "wet", "andere_wet", *STOPWOORDEN)

    wat = _regel("Welke hulp is het?", required=True, error_messages={"required": "Schrijf op welke hulp het is."})
    aanbieder = _regel("Wie geeft de hulp, als die niet op de lijst staat?")
    sinds = Datumveld(label="Sinds wanneer?", required=False)
    status = Keuzeveld(label="Loopt deze hulp nog?", keuzes=STATUSNAMEN, onbekend="")
    tot = Datumveld(label="Wanneer stopte de hulp?", required=False)
    werkte = _vak("Wat werkte?")
    werkte_niet = _vak("Wat werkte niet?")
    waarom = _vak("Waarom stopte de hulp?")
    eigen_woorden = _vak("Wat zegt de inwoner er zelf over?", help_text="Letterlijk. Niemand verandert deze woorden.")

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(data, begin={"status": "Ja"} | dict(begin), **kwargs)

    @property
    def groepen(self) -> list[Groep]:
        """What and by whom, since when, and what came of it."""
        uitleg = "Alleen als de hulp is gestopt."
        return [
            Groep(self.velden(["wat", "organisatie", "aanbieder", *self.wetvelden, *self._aanwezig("betreft")])),
            Groep(self.velden(["sinds", "status"]), titel="Hoe lang"),
            Groep(self.velden(["tot", *STOPWOORDEN]), titel="Wat het opleverde", uitleg=uitleg),
        ]

    def clean(self) -> dict[str, Any]:
        g = super().clean() or {}
        if g.get("status") == "loopt" and g.get("tot"):
            self.add_error("tot", "Deze hulp loopt nog. Haal de dag weg, of kies dat de hulp is gestopt.")
        if g.get("sinds") and g.get("tot") and g["tot"] < g["sinds"]:
            self.add_error("tot", "De hulp kan niet stoppen voordat zij begon.")
        return g

    @property
    def waarden(self) -> Hulpgegevens:
        """What was chosen, for the services."""
        g = self.cleaned_data
        velden = {veld: g[veld] for veld in ("wet", "sinds", "tot", "status")}
        return Hulpgegevens(organisatie=self._organisatie, **velden)

    def ingevuld(self, rij: Hulp, woorden: Mapping[str, str]) -> dict[str, Any]:
        """What is stored, as it is typed in."""
        return super().ingevuld(rij, woorden) | {
            "organisatie": str(rij.organisatie_id or ""),
            **self.wet_ingevuld(rij.wet, woorden),
            "sinds": dag_tekst(rij.sinds),
            "tot": dag_tekst(rij.tot),
            "status": next(naam for naam, code in STATUSNAMEN.items() if code == rij.status),
        }


class Stopformulier(Groepsformulier):
    """Help stopped: when, what worked and what not, and why."""

    tot = Datumveld(label="Wanneer stopte de hulp?", error_messages={"required": "Vul de dag in."})
    werkte = _vak("Wat werkte?")
    werkte_niet = _vak("Wat werkte niet?")
    waarom = _vak(
        "Waarom stopte de hulp?", required=True, error_messages={"required": "Schrijf op waarom de hulp stopte."}
    )
    eigen_woorden = _vak("Wat zegt de inwoner er zelf over?", help_text="Letterlijk. Niemand verandert deze woorden.")

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], sinds: date | None) -> None:
        super().__init__(data, initial=dict(begin))
        self.sinds = sinds

    def clean_tot(self) -> date:
        """Not before it began."""
        tot: date = self.cleaned_data["tot"]
        if self.sinds is not None and tot < self.sinds:
            raise forms.ValidationError("De hulp kan niet stoppen voordat zij begon.")
        return tot


class Loketformulier(_MetOrganisatie[Loketzaak, Zaakgegevens]):
    """What was asked at which counter; from it follows the statutory term."""

    WOORDEN = ("waarover", "instelling", "andere_wet")
    WET_NODIG = True

    soort = Keuzeveld(label="Wat is het?", keuzes=SOORTEN, onbekend="", error_messages={"required": "Kies wat het is."})
    waarover = _regel("Waarover gaat het?", required=True, error_messages={"required": "Schrijf op waarover het gaat."})
    instelling = _regel("Bij welk loket, als de organisatie niet op de lijst staat?")
    ingediend_op = Datumveld(label="Op welke dag is het ingediend?", error_messages={"required": "Vul de dag in."})
    zoektermijn = forms.BooleanField(
        label="De zoektermijn geldt: het gaat om iemand onder de 27 (Participatiewet)",
        help_text=(
            "De zoektermijn geldt niet bij een partner van 27 of ouder, bij een medische urenbeperking of"
            " loonkostensubsidie, en niet in het jaar na praktijkonderwijs of voortgezet speciaal onderwijs."
            " Dan mag de aanvraag meteen."
        ),
        required=False,
        widget=Vinkje(),
    )
    bedreigend = forms.BooleanField(
        label="Er dreigt ontruiming, of afsluiting van gas, stroom, water of zorgverzekering (Wgs)",
        required=False,
        widget=Vinkje(),
    )
    gesprek_op = Datumveld(label="Wanneer was het eerste gesprek over schulden?", required=False)
    bestreden_op = Datumveld(
        label="Van welke dag is het besluit waartegen bezwaar is gemaakt?",
        required=False,
        help_text="De dag waarop het besluit is verstuurd.",
    )
    commissie = forms.BooleanField(label="Een bezwaarcommissie kijkt mee", required=False, widget=Vinkje())

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], vandaag: date, **kwargs: Any) -> None:
        super().__init__(data, begin={"ingediend_op": vandaag} | dict(begin), **kwargs)
        self.vandaag = vandaag

    @property
    def groepen(self) -> list[Groep]:
        """What and where, and what the term depends on."""
        over, uitleg = self._aanwezig("betreft"), "Hieruit volgt de termijn. Vul alleen in wat hier past."
        return [
            Groep(self.velden(["soort", "waarover", *self.wetvelden, "organisatie", "instelling", *over])),
            Groep(self.velden(["ingediend_op"])),
            Groep(
                self.velden(["zoektermijn", "bedreigend", "gesprek_op"]), titel="Bij inkomen of schulden", uitleg=uitleg
            ),
            Groep(self.velden(["bestreden_op", "commissie"]), titel="Bij een bezwaar", uitleg=uitleg),
        ]

    def clean(self) -> dict[str, Any]:
        g = super().clean() or {}
        if g.get("soort") == Zaaksoort.BEZWAAR.value and not g.get("bestreden_op"):
            self.add_error("bestreden_op", "Vul de dag van het besluit in. Daarmee begint de termijn.")
        for veld in ("ingediend_op", "gesprek_op", "bestreden_op"):
            if g.get(veld) and g[veld] > self.vandaag:
                self.add_error(veld, "Deze dag moet nog komen.")
        return g

    @property
    def waarden(self) -> Zaakgegevens:
        """What was chosen, for the services."""
        g = self.cleaned_data
        velden = (
            "soort",
            "wet",
            "ingediend_op",
            "zoektermijn",
            "bedreigend",
            "commissie",
            "gesprek_op",
            "bestreden_op",
        )
        return Zaakgegevens(organisatie=self._organisatie, **{veld: g[veld] for veld in velden})

    def ingevuld(self, rij: Loketzaak, woorden: Mapping[str, str]) -> dict[str, Any]:
        """What is stored, as it is typed in."""
        return super().ingevuld(rij, woorden) | {
            **{veld: dag_tekst(getattr(rij, veld)) for veld in ("ingediend_op", "gesprek_op", "bestreden_op")},
            **{veld: "ja" if getattr(rij, veld) else "" for veld in ("zoektermijn", "bedreigend", "commissie")},
            "soort": SOORTNAMEN[rij.soort],
            **self.wet_ingevuld(rij.wet, woorden),
            "organisatie": str(rij.organisatie_id or ""),
        }


class Termijnformulier(Groepsformulier):
    """What moved the term, and why."""

    wijze = Keuzeveld(
        label="Wat is er met de termijn?", keuzes=WIJZEN, onbekend="", error_messages={"required": "Kies wat er is."}
    )
    dag = Datumveld(
        label="Vanaf of tot welke dag?",
        help_text=(
            "De eerste dag waarop de termijn stilstond of weer liep, of de latere dag die is genoemd. Vroeg het loket"
            " om gegevens? Dan staat hij stil vanaf de dag daarna, tot de dag waarop die er waren."
        ),
        error_messages={"required": "Vul de dag in."},
    )
    reden = _vak("Waarom?", required=True, error_messages={"required": "Schrijf op waarom."})


class _OpEenDag(Groepsformulier):
    """A form with a day that has been."""

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], vandaag: date) -> None:
        super().__init__(data, initial=dict(begin))
        self.vandaag = vandaag

    def clean_op(self) -> date:
        """Not in the future."""
        op: date = self.cleaned_data["op"]
        if op > self.vandaag:
            raise forms.ValidationError("Deze dag moet nog komen.")
        return op


class Ingebrekeformulier(_OpEenDag):
    """That the institution was put in default."""

    op = Datumveld(
        label="Op welke dag ontving de instelling de ingebrekestelling?",
        help_text="Meestal de dag na het versturen. Bewaar een kopie en het bewijs van versturen.",
        error_messages={"required": "Vul de dag in."},
    )


class Besluitformulier(_OpEenDag):
    """What was decided, and when that was made known."""

    uitkomst = Keuzeveld(
        label="Wat is er besloten?",
        keuzes=UITKOMSTEN,
        onbekend="",
        error_messages={"required": "Kies wat er is besloten."},
    )
    op = Datumveld(
        label="Op welke dag is het besluit verstuurd?",
        help_text="Vanaf de dag daarna lopen de zes weken voor bezwaar.",
        error_messages={"required": "Vul de dag in."},
    )
    besluit = _vak("Wat staat er in het besluit?", help_text="Kort, en wat het betekent voor de inwoner.")
