"""YAML text to a tree that knows its lines; only plain YAML: no anchors, aliases, tags or second documents.

It reads events instead of building objects, so that hostile text costs no more than its length.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

MAX_TEKENS = 200_000
MAX_DIEPTE = 12

VOUW = "\x07"
"""The reader leaves this where a folded text (`>-`) was broken over lines; nobody wrote it."""


class Boomfout(ValueError):
    """The text is not the plain YAML of a definition; `regel` counts from 1."""

    def __init__(self, regel: int, melding: str) -> None:
        super().__init__(melding)
        self.regel = regel


@dataclass(frozen=True, slots=True)
class Blad:
    """A single value as written; `kaal` when it has no quotes."""

    regel: int
    tekst: str
    kaal: bool


@dataclass(frozen=True, slots=True)
class Lijst:
    """A YAML list."""

    regel: int
    items: list["Knoop"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Kaart:
    """A YAML mapping; `sleutels` holds the line of each key."""

    regel: int
    waarden: dict[str, "Knoop"] = field(default_factory=dict)
    sleutels: dict[str, int] = field(default_factory=dict)


Knoop: TypeAlias = Blad | Lijst | Kaart


def lees_boom(tekst: str) -> Knoop:
    """Read YAML 1.2 text. Raises Boomfout with the line and the mend; no other exception."""
    if len(tekst) > MAX_TEKENS:
        raise Boomfout(1, f"het bestand is te groot; houd een werkwijze onder {MAX_TEKENS} tekens")
    bouwer = _Bouwer()
    for gebeurtenis in _gebeurtenissen(tekst):
        bouwer.neem(gebeurtenis)
    if bouwer.wortel is None:
        raise Boomfout(1, "het bestand is leeg; begin met 'werkwijze: <code>'")
    return bouwer.wortel


def _gebeurtenissen(tekst: str) -> Iterator[Event]:
    try:
        yield from YAML(typ="rt", pure=True).parse(tekst)
    except MarkedYAMLError as fout:
        plek = fout.problem_mark or fout.context_mark
        melding = "hier is de opbouw stuk; kijk naar inspringen, dubbele punten en aanhalingstekens"
        raise Boomfout(plek.line + 1 if plek is not None else 1, melding) from fout
    except (YAMLError, ValueError, OverflowError) as fout:  # ruamel lets '\U99999999' overflow
        raise Boomfout(_regel_van(tekst, fout), "hier staat een teken dat niet mag; haal het weg") from fout


def _regel_van(tekst: str, fout: Exception) -> int:
    plek = getattr(fout, "position", 0)
    return tekst.count("\n", 0, plek if isinstance(plek, int) else 0) + 1


class _Bouwer:
    """Stacks the open lists and mappings; `sleutel` is the key that waits for its value."""

    def __init__(self) -> None:
        self.wortel: Knoop | None = None
        self.open: list[Lijst | Kaart] = []
        self.sleutel: list[tuple[str, int] | None] = []
        self.documenten = 0

    def neem(self, gebeurtenis: Event) -> None:
        regel = gebeurtenis.start_mark.line + 1
        if isinstance(gebeurtenis, DocumentStartEvent):
            self.documenten += 1
            if self.documenten > 1:
                raise Boomfout(regel, "één bestand is één werkwijze; haal de regel '---' hier weg")
        if isinstance(gebeurtenis, NodeEvent):
            self._alleen_gewoon(gebeurtenis, regel)
        if isinstance(gebeurtenis, ScalarEvent):
            self._zet(Blad(regel, gebeurtenis.value.replace(VOUW, ""), gebeurtenis.style in (None, "")))
        elif isinstance(gebeurtenis, SequenceStartEvent):
            self._begin(Lijst(regel))
        elif isinstance(gebeurtenis, MappingStartEvent):
            self._begin(Kaart(regel))
        elif isinstance(gebeurtenis, SequenceEndEvent | MappingEndEvent):
            self.open.pop()
            self.sleutel.pop()

    def _alleen_gewoon(self, gebeurtenis: NodeEvent, regel: int) -> None:
        if isinstance(gebeurtenis, AliasEvent) or gebeurtenis.anchor is not None:
            raise Boomfout(regel, "verwijzingen met & en * kunnen hier niet; schrijf het uit")
        if getattr(gebeurtenis, "tag", None) not in (None, "!"):
            raise Boomfout(regel, "een type met ! kan hier niet; haal het weg")

    def _begin(self, knoop: Lijst | Kaart) -> None:
        if len(self.open) >= MAX_DIEPTE:
            raise Boomfout(knoop.regel, "dit zit te diep in elkaar; een werkwijze heeft hooguit zes lagen")
        self._zet(knoop)
        self.open.append(knoop)
        self.sleutel.append(None)

    def _zet(self, knoop: Knoop) -> None:
        if not self.open:
            self.wortel = knoop
            return
        houder = self.open[-1]
        if isinstance(houder, Lijst):
            houder.items.append(knoop)
            return
        wacht = self.sleutel[-1]
        if wacht is None:
            self.sleutel[-1] = self._als_sleutel(knoop, houder)
            return
        naam, regel = wacht
        houder.waarden[naam], houder.sleutels[naam] = knoop, regel
        self.sleutel[-1] = None

    def _als_sleutel(self, knoop: Knoop, houder: Kaart) -> tuple[str, int]:
        if not isinstance(knoop, Blad):
            raise Boomfout(knoop.regel, "een sleutel is één woord; zet een lijst of blok na de dubbele punt")
        if knoop.tekst in houder.waarden:
            eerder = houder.sleutels[knoop.tekst]
            raise Boomfout(knoop.regel, f"'{knoop.tekst}' staat ook al op regel {eerder}; houd er één over")
        return knoop.tekst, knoop.regel
