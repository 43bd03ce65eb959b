"""Forms for a meeting: when it is, its papers, a question beforehand, and how it ended with what was agreed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict

from samenspel.kern.werkwijze.model import Overleg
from samenspel.web.forms.betreft import ANDERS
from samenspel.web.forms.groepen import Groepsformulier
from samenspel.web.forms.velden import Datumveld, Keuzeveld, Tijdveld, kort, lang

AFSPRAKEN = 6
"""So many agreements fit on the form; a meeting that makes more adds them to the plan afterwards."""

__all__ = [
    "AFSPRAKEN",
    "Afspraak",
    "Antwoordformulier",
    "Planformulier",
    "Stukkenformulier",
    "Uitkomstformulier",
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

    toelichting = forms.CharField(
        label="Wat is er besproken en besloten?",
        widget=lang(5),
        max_length=20000,
        error_messages={"required": "Schrijf op wat er is besproken."},
    )
    voor_inwoner = forms.CharField(
        label="Wat vertelt u de inwoner?",
        help_text="In gewone taal. De inwoner leest deze tekst.",
        required=False,
        widget=lang(4),
        max_length=8000,
    )

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], soort: Overleg, wie: list[Any]) -> None:
        super().__init__(data, initial=dict(begin))
        uitkomst = Keuzeveld(
            label="Hoe liep het af?",
            keuzes={u.naam: u.uitkomst for u in soort.uitkomsten},
            onbekend="",
            error_messages={"required": "Kies hoe het overleg afliep."},
        )
        self.fields = {"uitkomst": uitkomst, **self.fields}
        for nummer in range(1, AFSPRAKEN + 1):
            self.fields |= {f"a{nummer}_{naam}": veld for naam, veld in _afspraakvelden(wie).items()}
        self.zacht = frozenset(f"a{nummer}_{naam}" for nummer in range(1, AFSPRAKEN + 1) for naam in _NODIG)

    def vragen(self) -> list[BoundField]:
        """The questions about the meeting as a whole."""
        return [self[naam] for naam in ("uitkomst", "toelichting", "voor_inwoner")]

    def blokken(self) -> list[dict[str, Any]]:
        """The agreements, each with its questions; the first, and those with something in them, stand open."""
        blokken = []
        for nummer in range(1, AFSPRAKEN + 1):
            velden = [self[f"a{nummer}_{naam}"] for naam in _afspraakvelden([])]
            gevuld = any(v.value() for v in velden)
            blokken.append({"nummer": nummer, "velden": velden, "open": nummer == 1 or gevuld})
        return blokken

    def clean(self) -> None:
        """An agreement that was begun has what, who and by when."""
        for nummer in range(1, AFSPRAKEN + 1):
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
        for nummer in range(1, AFSPRAKEN + 1):
            g = {naam: self.cleaned_data[f"a{nummer}_{naam}"] for naam in _afspraakvelden([])}
            if g["wat"]:
                woorden = {naam: g[naam] for naam in ("wie_beslist", "wet", "rugdekking")}
                yield Afspraak(g["wat"], g["wie"], g["wie_anders"], g["voor"], woorden)


_NODIG = {"wat": "Schrijf op wat er gebeurt.", "wie": "Kies wie het doet.", "voor": "Kies voor welke dag."}


def _afspraakvelden(wie: list[Any]) -> dict[str, forms.Field]:
    def regel(label: str, **anders: Any) -> forms.CharField:
        return forms.CharField(label=label, required=False, max_length=500, widget=kort(autocomplete="off"), **anders)

    return {
        "wat": forms.CharField(label="Wat gebeurt er?", max_length=2000, widget=lang(2)),
        "wie": forms.ChoiceField(label="Wie doet het?", choices=wie),
        "wie_anders": regel("Naam van die ander"),
        "voor": Datumveld(label="Voor welke dag?"),
        "wie_beslist": regel("Wie beslist hierover?"),
        "wet": regel("Op grond van welke wet of regel?"),
        "rugdekking": regel("Wie geeft rugdekking?"),
    }
