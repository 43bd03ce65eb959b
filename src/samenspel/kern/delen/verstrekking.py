"""What of a dossier may go to somebody outside: as much as the recorded basis covers, and why the rest stays."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samenspel.kern.delen.kijkrecht import Kijker, Partner
from samenspel.kern.delen.oordeel import Zicht, mag_zien
from samenspel.kern.delen.stuk import Stuk

__all__ = ["Blijft", "Deeldekking", "dekking", "waarom_blijft"]


class Blijft(StrEnum):
    """Why something doesn't go along."""

    SOORT = "soort"
    """The basis doesn't name this kind of data."""
    PERSOON = "persoon"
    """It is also about somebody whom the basis doesn't name."""
    ANDERS = "anders"
    """The basis isn't in force, the item was withdrawn, or an address must stay hidden."""


@dataclass(frozen=True, slots=True)
class Deeldekking:
    """Of one part of the document: how many things go along, and how many stay for which reason."""

    deel: str
    mee: int
    blijft: tuple[tuple[Blijft, int], ...]


def waarom_blijft(recht: Partner, stuk: Stuk, dag: date) -> Blijft | None:
    """Why this stays; None: it goes along. The judgement is that of every other look."""
    kijker = Kijker(account="", gemeente=stuk.gemeente, rechten=(recht,))
    if mag_zien(kijker, stuk, dag) is Zicht.GEHEEL:
        return None
    if stuk.soort not in recht.soorten:
        return Blijft.SOORT
    return Blijft.ANDERS if stuk.betreft <= recht.personen else Blijft.PERSOON


def dekking(recht: Partner, delen: Iterable[tuple[str, Iterable[Stuk]]], dag: date) -> tuple[Deeldekking, ...]:
    """Per part what goes along and what stays, in the order of the parts; an empty part is left out."""
    regels = []
    for naam, stukken in delen:
        redenen = [waarom_blijft(recht, stuk, dag) for stuk in stukken]
        if redenen:
            blijft = tuple((r, n) for r in Blijft if (n := redenen.count(r)))
            regels.append(Deeldekking(naam, redenen.count(None), blijft))
    return tuple(regels)
