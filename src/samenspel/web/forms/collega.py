"""Choosing a colleague: from a list of some tens, or by typing (part of) the name where there are more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from samenspel.organisatie.models import Account, Team
from samenspel.web.collegakeuze import Collegakeuze, Keus, Kring, bedoeld
from samenspel.web.forms.velden import AUTO

__all__ = ["Collegasveld", "Collegaveld"]

LANGSTE_LIJST = 40
"""With more colleagues than this a name is typed."""
MEESTE_REGELS = 100


@dataclass(frozen=True, slots=True)
class Twijfel:
    """A typed name (the how manieth) that may be any of these."""

    nummer: int
    vraag: str
    keuzes: Sequence[tuple[str, str]]


class _Getypt(forms.Widget):
    """What was typed, line by line; a choice made from whom it may be takes the place of its line.

    The choice counts only for what it was made with: who typed something else since, means somebody else.
    """

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        getypt = super().value_from_datadict(data, files, name) or ""
        regels = _regels([getypt])
        if _regels([data.get(f"{name}-bij") or ""]) != regels:
            return getypt
        return "\n".join(data.get(f"{name}-keuze-{nummer}") or regel for nummer, regel in enumerate(regels))


class Naaminvoer(_Getypt, forms.TextInput):
    """One name."""


class Naamregels(_Getypt, forms.Textarea):
    """Some names, one a line; a draft of a list of ticks counts too."""

    allow_multiple_selected = True

    def format_value(self, value: Any) -> str:
        return "\n".join(_regels(value))


class Collegaveld(forms.Field):
    """A colleague of the municipality; its value is the account, or a team where `keuze` has those too.

    What it posts is how the colleague is written, so that a page with two versions side by side can show it.
    """

    def __init__(
        self, *, keuze: Collegakeuze, met_functie: bool = False, leeg: str = "Kies", help_text: str = "", **kwargs: Any
    ) -> None:
        self.keuze, self.met_functie = keuze, met_functie
        self.twijfels: list[Twijfel] = []
        self.getypt = ""
        self.lijst = keuze.keuzes(LANGSTE_LIJST + 1)
        self.typen = len(self.lijst) > LANGSTE_LIJST
        self._dubbel = _dubbele(self.lijst)
        wie = "een collega of een team" if keuze.kring is Kring.EN_TEAMS else "een collega"
        super().__init__(
            widget=self._invoer() if self.typen else self._keuzelijst(leeg),
            help_text=self._hulp(help_text) if self.typen else help_text,
            error_messages={"required": f"Typ de naam van {wie}." if self.typen else f"Kies {wie}."},
            **kwargs,
        )

    def _keuzelijst(self, leeg: str) -> forms.Widget:
        return forms.Select(choices=[("", leeg), *self._per_team()])

    def _invoer(self) -> forms.Widget:
        return Naaminvoer(attrs=self._attributen())

    def _hulp(self, eerst: str) -> str | SafeString:
        wat = "Typ een deel van de naam of het team. Een typfout is niet erg."
        return f"{eerst} {wat}".strip()

    def _attributen(self) -> dict[str, str]:
        return AUTO | {
            "autocomplete": "off",
            "spellcheck": "false",
            "data-collega": reverse("collegas_zoeken"),
            "data-kring": self.keuze.kring.value,
            "data-zonder": " ".join(str(pk) for pk in self.keuze.zonder),
        }

    def _per_team(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """One's own team first, then by name; who has no team comes last."""
        eigen = self.keuze.voor.team.naam if self.keuze.voor.team is not None else ""
        groepen: dict[str, list[tuple[str, str]]] = {}
        for keus in self.lijst:
            groep = "Teams" if keus.is_team else keus.team or "Zonder team"
            groepen.setdefault(groep, []).append((self._waarde(keus), self._naam(keus)))
        volgorde = {"Teams": 0, eigen: 1, "Zonder team": 3}
        return sorted(groepen.items(), key=lambda groep: (volgorde.get(groep[0], 2), groep[0]))

    def _naam(self, keus: Keus) -> str:
        """With what somebody does where that is asked, or where two are written alike."""
        met_functie = self.met_functie or keus.label in self._dubbel
        return f"{keus.naam} · {keus.functie}" if met_functie and keus.functie else keus.naam

    def _waarde(self, keus: Keus) -> str:
        return keus.sleutel if keus.label in self._dubbel and not self.typen else keus.label

    def prepare_value(self, value: Any) -> Any:
        return self._geschreven(value) if isinstance(value, str) else value

    def _geschreven(self, waarde: str) -> str:
        """A key as the colleague is written; other text as it is."""
        gevonden = next((self._waarde(k) for k in self.lijst if k.sleutel == waarde), None)
        if gevonden is not None or not self.typen:
            return gevonden or waarde
        rij = self.keuze.rij(waarde)
        return waarde if rij is None else Keus.van(rij).label

    def to_python(self, value: Any) -> Any:
        regels = self._begin(value)
        return self._wie(regels[0]) if regels else None

    def _begin(self, waarde: Any) -> list[str]:
        regels = _regels(waarde)
        self.getypt, self.twijfels = "\n".join(regels), []
        return regels

    @cached_property
    def _alle(self) -> list[Keus]:
        return self.keuze.keuzes() if self.typen else self.lijst

    def _wie(self, getypt: str, nummer: int = 0) -> Account | Team:
        """Who is meant by one line."""
        gevonden = bedoeld(getypt, self._alle)
        rij = self.keuze.rij(gevonden.keus.sleutel) if gevonden.keus is not None else None
        if rij is not None:
            return rij
        if not gevonden.kandidaten:
            raise ValidationError(self._niemand(getypt))
        self._dubbel |= _dubbele(gevonden.kandidaten)
        keuzes = [(k.sleutel, self._volledig(k)) for k in gevonden.kandidaten]
        self.twijfels.append(Twijfel(nummer, self._vraag(getypt, len(keuzes)), keuzes))
        fout = "Er zijn er meer die zo heten. Kies hieronder wie u bedoelt."
        if gevonden.meer:
            fout = "Er zijn er veel die zo heten. Kies hieronder, of typ meer van de naam of het team."
        elif len(keuzes) == 1:
            fout = "Zo heet niemand precies. Kies hieronder wie u bedoelt, of wijzig de naam."
        raise ValidationError(fout)

    def _volledig(self, keus: Keus) -> str:
        return f"{self._naam(keus)} · {keus.team}" if keus.team else self._naam(keus)

    def _vraag(self, getypt: str, aantal: int) -> str:
        return "Wie van deze bedoelt u?" if aantal > 1 else "Bedoelt u deze collega?"

    def _niemand(self, getypt: str) -> str:
        wie = "We vinden niemand met deze naam."
        if self.keuze.kring is Kring.MET_TEAM:
            wie = "We vinden niemand met deze naam die bij een team hoort."
        return f"{wie} Controleer de schrijfwijze, of typ alleen de voornaam of de achternaam."


class Collegasveld(Collegaveld):
    """Any number of colleagues; its value is a tuple of accounts."""

    def _keuzelijst(self, leeg: str) -> forms.Widget:
        groepen = self._per_team()
        namen = {self._waarde(keus): self._volledig(keus) for keus in self.lijst}
        return forms.CheckboxSelectMultiple(choices=[(w, namen[w]) for _, groep in groepen for w, _ in groep])

    def _invoer(self) -> forms.Widget:
        return Naamregels(attrs=self._attributen() | {"rows": "4"})

    def _hulp(self, eerst: str) -> str | SafeString:
        return format_html("{} <span data-zonder-script>Eén naam per regel.</span>", super()._hulp(eerst))

    def prepare_value(self, value: Any) -> Any:
        return [self._geschreven(regel) for regel in _regels(value)]

    def to_python(self, value: Any) -> tuple[Account | Team, ...]:
        gevonden: dict[Any, Account | Team] = {}
        fouten = []
        regels = self._begin(value)
        if len(regels) > MEESTE_REGELS:
            raise ValidationError(f"Dit zijn meer dan {MEESTE_REGELS} namen. Haal er een paar weg.")
        for nummer, regel in enumerate(regels):
            try:
                wie = self._wie(regel, nummer)
                gevonden[wie.pk] = wie
            except ValidationError as fout:
                fouten.append(f"‘{regel}’: {fout.message}")
        if fouten:
            raise ValidationError(fouten)
        return tuple(gevonden.values())

    def _vraag(self, getypt: str, aantal: int) -> str:
        return f"Wie bedoelt u met ‘{getypt}’?"


def _dubbele(keuzes: Sequence[Keus]) -> set[str]:
    """What is written for more than one of them."""
    labels = [keus.label for keus in keuzes]
    return {label for label in labels if labels.count(label) > 1}


def _regels(waarde: Any) -> list[str]:
    teksten = [waarde] if isinstance(waarde, str) else waarde or []
    return [regel.strip() for tekst in teksten for regel in str(tekst).splitlines() if regel.strip()]
