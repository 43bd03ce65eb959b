"""A document on paper: headings with paragraphs, facts, lists, tables and lines to sign, as tagged PDF (PDF/UA-1)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TypeAlias

from samenspel.regie.pdf import maak_pdf

__all__ = ["Alineas", "Deel", "Feiten", "Lijst", "Stuk", "Tabel", "Tekenen", "Vragen", "alineas", "zet_stuk"]


@dataclass(frozen=True, slots=True)
class Alineas:
    """Paragraphs of plain text."""

    alineas: tuple[str, ...]
    soort: str = "alineas"


@dataclass(frozen=True, slots=True)
class Feiten:
    """Names with their values, one a line."""

    regels: tuple[tuple[str, str], ...]
    soort: str = "feiten"


@dataclass(frozen=True, slots=True)
class Lijst:
    """Points."""

    punten: tuple[str, ...]
    soort: str = "lijst"


@dataclass(frozen=True, slots=True)
class Tabel:
    """Rows under headings; columns in `rechts` (from 0) hold amounts."""

    kop: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    rechts: tuple[int, ...] = ()
    soort: str = "tabel"


@dataclass(frozen=True, slots=True)
class Tekenen:
    """Lines to sign on, each for somebody."""

    wie: tuple[str, ...]
    soort: str = "tekenen"


@dataclass(frozen=True, slots=True)
class Vragen:
    """Questions with their answers; the third says whether it is quoted, in somebody's own words."""

    vragen: tuple[tuple[str, str, bool], ...]
    soort: str = "vragen"


Blok: TypeAlias = Alineas | Feiten | Lijst | Tabel | Tekenen | Vragen


@dataclass(frozen=True, slots=True)
class Deel:
    """What stands under one heading."""

    kop: str
    blokken: tuple[Blok, ...]


@dataclass(frozen=True, slots=True)
class Stuk:
    """A document, ready to be shown or printed; `compact` where it should fit on about two A4."""

    titel: str
    gemeente: str
    nummer: str
    kop: tuple[tuple[str, str], ...]
    delen: tuple[Deel, ...]
    compact: bool = False


def zet_stuk(stuk: Stuk) -> bytes:
    """Typeset it."""
    return maak_pdf("stuk.typ", asdict(stuk))


def alineas(tekst: str) -> Alineas:
    """What people wrote, a paragraph a line."""
    return Alineas(tuple(_regels(tekst.splitlines())))


def _regels(teksten: Sequence[str]) -> list[str]:
    return [t.strip() for t in teksten if t.strip()]
