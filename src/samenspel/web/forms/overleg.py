"""Forms for a meeting: when it is, its papers, a question beforehand, and how it ended with what was agreed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict

from samenspel.kern.stand.handelingen import IN_WOORDEN
from samenspel.kern.werkwijze.model import Overleg, Uitkomst
from samenspel.web.collegakeuze import Collegakeuze
from samenspel.web.forms.betreft import ANDERS
from samenspel.web.forms.collega import Collegaveld
from samenspel.web.forms.groepen import Groepsformulier
from samenspel.web.forms.reden import redenveld
from samenspel.web.forms.velden import Datumveld, Keuzeveld, Tijdveld, kort, lang

AFSPRAKEN = 6
"""So many agreements fit on the form; a meeting that makes more adds them to the plan afterwards."""

__all__ = [
    "AFSPRAKEN",
    "Afhaalformulier",
    "Afspraak",
    "Antwoordformulier",
    "Erbijformulier",
    "Planformulier",
    "Stukkenformulier",
    "Uitkomstformulier",
    "Verbeterformulier",
    "Verzetformulier",
    "Vraagformulier",
]


class Planformulier(forms.Form):
    """When and where."""

    use_required_attribute = False
    dag = Datumveld(label="Op welke dag?", error_messages={"required": "Kies een dag."})
    tijd = Tijdveld(label="Hoe laat?")
    plaats = forms.CharField(
        label="Waar?",
        max_length=150,
        required=False,
        help_text="Een adres, of een link naar een videogesprek.",
        widget=kort(autocomplete="off"),
    )

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any]) -> None:
        super().__init__(data, initial=dict(begin))


class Verzetformulier(Planformulier):
    """Another moment for a meeting that is planned, and why; `verstuurd`: its papers are with the members."""

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], verstuurd: bool) -> None:
        super().__init__(data, begin=begin)
        self.fields["verzet_reden"] = forms.CharField(
            label="Waarom verzet u het?",
            help_text="Wie aan tafel zit en wie de casus inbrengt lezen dit.",
            widget=lang(2),
            max_length=1000,
            error_messages={"required": "Schrijf op waarom u het overleg verzet."},
        )
        if verstuurd:
            self.fields["doorgelaten_reden"] = forms.CharField(
                label="Zijn de stukken voor die dag te laat? Waarom laat u ze dan door?",
                help_text="Alleen nodig als het overleg dichterbij komt. De leden lezen deze reden.",
                widget=lang(2),
                max_length=2000,
                required=False,
            )


class Afhaalformulier(forms.Form):
    """Why a traject is not talked about after all."""

    use_required_attribute = False
    van_agenda_reden = forms.CharField(
        label="Waarom haalt u dit van de agenda?",
        help_text="De leden van de tafel lezen alleen dát het van de agenda is, niet waarom.",
        widget=lang(3),
        max_length=2000,
        error_messages={"required": "Schrijf op waarom dit van de agenda gaat."},
    )

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any]) -> None:
        super().__init__(data, initial=dict(begin))


class Stukkenformulier(forms.Form):
    """Nothing to fill in, unless the papers are late and the chair lets them through."""

    use_required_attribute = False

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], te_laat: bool) -> None:
        super().__init__(data, initial=dict(begin))
        if te_laat:
            self.fields["doorgelaten_reden"] = forms.CharField(
                label="Waarom laat u deze late stukken door?",
                help_text="De leden lezen deze reden. Gaat het beter op een andere dag? Verzet dan het overleg.",
                widget=lang(3),
                max_length=2000,
                error_messages={"required": "Schrijf op waarom de stukken door mogen."},
            )


class Erbijformulier(forms.Form):
    """Whom of the shell to ask, and why."""

    use_required_attribute = False

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], keuze: Collegakeuze) -> None:
        super().__init__(data, initial=dict(begin))
        self.fields["wie"] = Collegaveld(label="Wie vraagt u erbij?", keuze=keuze, met_functie=True)
        self.fields["waarom"] = forms.CharField(
            label="Waarom?",
            help_text="Wat brengt deze collega in? De leden lezen dit.",
            widget=lang(2),
            max_length=1000,
            error_messages={"required": "Schrijf op waarom u deze collega erbij vraagt."},
        )


class Vraagformulier(forms.Form):
    """A question beforehand."""

    use_required_attribute = False
    vraag = forms.CharField(
        label="Wat wilt u weten?",
        widget=lang(3),
        max_length=4000,
        error_messages={"required": "Schrijf uw vraag op."},
    )

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any]) -> None:
        super().__init__(data, initial=dict(begin))


class Antwoordformulier(forms.Form):
    """The answer to it."""

    use_required_attribute = False
    antwoord = forms.CharField(
        label="Uw antwoord",
        widget=lang(4),
        max_length=8000,
        error_messages={"required": "Schrijf uw antwoord op."},
    )

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any]) -> None:
        super().__init__(data, initial=dict(begin))


@dataclass(frozen=True, slots=True)
class Afspraak:
    """One agreement as it was written down."""

    wat: str
    wie: str
    wie_anders: str
    voor: date
    woorden: dict[str, str]


class Uitkomstformulier(Groepsformulier):
    """How the meeting ended, and what was agreed. An agreement may stay empty; one that was begun is whole."""

    aantal = AFSPRAKEN
    toelichting = forms.CharField(
        label="Wat is er besproken en besloten?",
        widget=lang(5),
        max_length=20000,
        error_messages={"required": "Schrijf op wat er is besproken."},
    )
    voor_inwoner = forms.CharField(
        label="Wat vertelt u de inwoner?",
        help_text="In gewone taal. De inwoner leest deze tekst.",
        error_messages={"required": "Schrijf op wat u de inwoner vertelt."},
        widget=lang(4),
        max_length=8000,
    )

    def __init__(
        self,
        data: QueryDict | None,
        *,
        begin: Mapping[str, Any],
        soort: Overleg,
        wie: list[Any],
        wegen: Mapping[str, str],
    ) -> None:
        super().__init__(data, initial=dict(begin))
        self.soort = soort
        uitkomst = Keuzeveld(
            label="Hoe liep het af?",
            keuzes={u.naam: u.uitkomst for u in soort.uitkomsten},
            onbekend="",
            error_messages={"required": "Kies hoe het overleg afliep."},
        )
        self.fields = {"uitkomst": uitkomst, **self.fields}
        if any(u.vraagt_besluit for u in soort.uitkomsten):
            self.fields |= _besluitvelden()
        if any(u.vraagt_weg for u in soort.uitkomsten):
            self.fields |= _wegvelden(wegen)
        for nummer in range(1, self.aantal + 1):
            self.fields |= {f"a{nummer}_{naam}": veld for naam, veld in _afspraakvelden(wie).items()}
        self.zacht = frozenset(f"a{nummer}_{naam}" for nummer in range(1, self.aantal + 1) for naam in _NODIG)

    def vragen(self) -> list[BoundField]:
        """The questions about the meeting as a whole."""
        return [self[naam] for naam in ("uitkomst", "toelichting", "voor_inwoner")]

    def delen(self) -> list[dict[str, Any]]:
        """What only some outcomes ask, each part with the names of those."""
        delen = (("Wie beslist", _BESLUIT, "vraagt_besluit"), ("Hoe het verdergaat", _WEG, "vraagt_weg"))
        return [
            {
                "titel": titel,
                "bij": [u.naam for u in self.soort.uitkomsten if getattr(u, vraagt)],
                "velden": self.velden(n for n in namen if n in self.fields),
            }
            for titel, namen, vraagt in delen
            if any(getattr(u, vraagt) for u in self.soort.uitkomsten)
        ]

    def gekozen(self) -> Uitkomst | None:
        """The outcome that was chosen."""
        return next((u for u in self.soort.uitkomsten if u.uitkomst == self.cleaned_data.get("uitkomst")), None)

    def besluit(self) -> dict[str, str]:
        """Who decides, under which law, who backs it; or who goes which way on, in words."""
        uitkomst, namen = self.gekozen(), list[str]()
        if uitkomst is not None and uitkomst.vraagt_besluit:
            namen += ["wie_beslist", "wet", "rugdekking"]
        if uitkomst is not None and uitkomst.vraagt_weg:
            namen += ["weg_anders", "weg_wie"]
        return {n: self.cleaned_data[n] for n in namen if self.cleaned_data.get(n)}

    def weg(self) -> str:
        """The stap that is the way on, or that it stands in words."""
        uitkomst = self.gekozen()
        return self.cleaned_data.get("weg") or "" if uitkomst is not None and uitkomst.vraagt_weg else ""

    def voor(self) -> date | None:
        """By when it is decided, or done."""
        uitkomst = self.gekozen()
        if uitkomst is None:
            return None
        if uitkomst.vraagt_weg:
            return self.cleaned_data.get("weg_voor")
        return self.cleaned_data.get("besluit_voor") if uitkomst.vraagt_besluit else None

    def _vereis(self, velden: Mapping[str, str]) -> None:
        for naam, melding in velden.items():
            if not self.cleaned_data.get(naam) and naam not in self.errors:
                self.add_error(naam, melding)

    def blokken(self) -> list[dict[str, Any]]:
        """The agreements, each with its questions; the first, and those with something in them, stand open."""
        blokken = []
        for nummer in range(1, self.aantal + 1):
            velden = [self[f"a{nummer}_{naam}"] for naam in _afspraakvelden([])]
            gevuld = any(v.value() for v in velden)
            blokken.append({"nummer": nummer, "velden": velden, "open": nummer == 1 or gevuld})
        return blokken

    def clean(self) -> None:
        """What the outcome asks is there; an agreement that was begun has what, who and by when."""
        uitkomst = self.gekozen()
        if uitkomst is not None and uitkomst.vraagt_besluit:
            self._vereis(_BESLUIT)
        if uitkomst is not None and uitkomst.vraagt_weg:
            self._vereis({k: v for k, v in _WEG.items() if k != "weg_anders"})
            if self.cleaned_data.get("weg") == IN_WOORDEN:
                self._vereis({"weg_anders": _WEG["weg_anders"]})
        for nummer in range(1, self.aantal + 1):
            if not any(self.data.get(f"a{nummer}_{naam}", "").strip() for naam in _afspraakvelden([])):
                continue
            for naam, melding in _NODIG.items():
                veld = f"a{nummer}_{naam}"
                if not self.cleaned_data.get(veld) and veld not in self.errors:
                    self.add_error(veld, melding)
            if self.cleaned_data.get(f"a{nummer}_wie") == ANDERS and not self.cleaned_data.get(f"a{nummer}_wie_anders"):
                self.add_error(f"a{nummer}_wie_anders", "Vul de naam in van wie het doet.")

    def afspraken(self) -> Iterator[Afspraak]:
        """The agreements that were written down."""
        for nummer in range(1, self.aantal + 1):
            g = {naam: self.cleaned_data[f"a{nummer}_{naam}"] for naam in _afspraakvelden([])}
            if g["wat"]:
                woorden = {naam: g[naam] for naam in ("wie_beslist", "wet", "rugdekking")}
                yield Afspraak(g["wat"], g["wie"], g["wie_anders"], g["voor"], woorden)


class Verbeterformulier(Uitkomstformulier):
    """How it ended after all, and why it stood otherwise. What was agreed has pages of its own."""

    aantal = 0
    reden = redenveld("Waarom klopt de uitkomst niet die er staat?", hulp="Wie het verslag leest, leest dit ook.")

    def vragen(self) -> list[BoundField]:
        """The same, and why."""
        return [*super().vragen(), self["reden"]]


_BESLUIT = {
    "wie_beslist": "Schrijf op wie hierover beslist.",
    "wet": "Schrijf op onder welke wet of regel dat valt.",
    "besluit_voor": "Kies wanneer dat besluit er is.",
    "rugdekking": "Schrijf op wie rugdekking geeft.",
}
_WEG = {
    "weg": "Kies welke weg u dan op gaat.",
    "weg_anders": "Schrijf op welke weg dat is.",
    "weg_wie": "Schrijf op wie dat doet.",
    "weg_voor": "Kies voor welke dag.",
}


def _regel(label: str, **anders: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=500, widget=kort(autocomplete="off"), **anders)


def _besluitvelden() -> dict[str, forms.Field]:
    return {
        "wie_beslist": _regel("Wie neemt het besluit?", help_text="Een organisatie of iemand die dit mag beslissen."),
        "wet": _regel("Onder welke wet of regel valt het?"),
        "besluit_voor": Datumveld(label="Wanneer is dat besluit er?", required=False),
        "rugdekking": _regel("Wie staat erachter?", help_text="Wie in het management of bestuur rugdekking geeft."),
    }


def _wegvelden(wegen: Mapping[str, str]) -> dict[str, forms.Field]:
    keuzes = {**{naam: stap for stap, naam in wegen.items()}, "Een andere weg": IN_WOORDEN}
    return {
        "weg": Keuzeveld(label="Welke weg gaan we dan op?", keuzes=keuzes, onbekend="", required=False),
        "weg_anders": _regel("Welke andere weg?"),
        "weg_wie": _regel("Wie gaat ermee verder?"),
        "weg_voor": Datumveld(label="Voor welke dag is dat gedaan?", required=False),
    }


_NODIG = {"wat": "Schrijf op wat er gebeurt.", "wie": "Kies wie het doet.", "voor": "Kies voor welke dag."}


def _afspraakvelden(wie: list[Any]) -> dict[str, forms.Field]:
    return {
        "wat": forms.CharField(label="Wat gebeurt er?", max_length=2000, widget=lang(2)),
        "wie": forms.ChoiceField(label="Wie doet het?", choices=wie),
        "wie_anders": _regel("Naam van die ander"),
        "voor": Datumveld(label="Voor welke dag?"),
        "wie_beslist": _regel("Wie beslist hierover?"),
        "wet": _regel("Op grond van welke wet of regel?"),
        "rugdekking": _regel("Wie geeft rugdekking?"),
    }
