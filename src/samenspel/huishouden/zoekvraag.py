"""What somebody typed to find a household, taken apart: words of a name or address, a birth date, a case number."""

import re
from dataclasses import dataclass
from datetime import date

from samenspel.huishouden.zoeken import vouw_alles

__all__ = ["Zoekvraag", "lees_zoekvraag"]

MAANDEN = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_ISO = re.compile(r"\b(?P<jaar>\d{4})-(?P<maand>\d{1,2})-(?P<dag>\d{1,2})\b", re.ASCII)
_CIJFERS = re.compile(r"\b(?P<dag>\d{1,2})\s*[-/.]\s*(?P<maand>\d{1,2})\s*[-/.]\s*(?P<jaar>\d{4}|\d{2})\b", re.ASCII)
_AANEEN = re.compile(r"\b(?P<dag>\d{2})(?P<maand>\d{2})(?P<jaar>(?:19|20)\d{2})\b", re.ASCII)
_WOORD = re.compile(r"\b(?P<dag>\d{1,2})[ -](?P<maand>[a-z]{3,9})\.?[ -](?P<jaar>\d{4}|\d{2})\b", re.ASCII)
_NUMMER = re.compile(r"\b(20\d{2})\s*[-/]\s*(\d{1,6})\b", re.ASCII)
_ACHTERSTE_DEEL = re.compile(r"\s*(0\d{4})\s*", re.ASCII)
"""A casus number of whatever year, as people read it out."""


@dataclass(frozen=True, slots=True, repr=False)
class Zoekvraag:
    """The criteria; what wasn't asked is empty. `nummer` is the year, if said, and the number in it of a casus."""

    woorden: tuple[str, ...] = ()
    geboren: date | None = None
    nummer: tuple[int | None, int] | None = None

    def __bool__(self) -> bool:
        return bool(self.woorden or self.geboren or self.nummer)


def lees_zoekvraag(tekst: str, vandaag: date) -> Zoekvraag:
    """Take apart what was typed, in any order: 'verhoof kade 12-3-1988', '12 maart 1988', '2026-00042'."""
    rest, geboren = _datum(tekst.casefold(), vandaag)
    nummer: tuple[int | None, int] | None = None
    if gevonden := _NUMMER.search(rest):
        nummer = (int(gevonden.group(1)), int(gevonden.group(2)))
        rest = rest.replace(gevonden.group(0), " ")
    elif gevonden := _ACHTERSTE_DEEL.fullmatch(rest):
        return Zoekvraag(nummer=(None, int(gevonden.group(1))))
    return Zoekvraag(vouw_alles(rest), geboren, nummer)


def _datum(tekst: str, vandaag: date) -> tuple[str, date | None]:
    for patroon in (_ISO, _CIJFERS, _AANEEN, _WOORD):
        for gevonden in patroon.finditer(tekst):
            dag = _dag(gevonden["jaar"], gevonden["maand"], gevonden["dag"], vandaag)
            if dag is not None:
                return tekst.replace(gevonden.group(0), " "), dag
    return tekst, None


def _dag(jaar: str, maand: str, dag: str, vandaag: date) -> date | None:
    begin = {"mrt": "maa"}.get(maand, maand)[:3]
    nummer = int(maand) if maand.isdigit() else MAANDEN.index(begin) + 1 if begin in MAANDEN else 0
    vol = int(jaar) if len(jaar) == 4 else vandaag.year // 100 * 100 + int(jaar)
    try:
        geboren = date(vol, nummer, int(dag))
        # Two digits of a year say nothing of the century, but nobody was born tomorrow.
        return geboren.replace(year=vol - 100) if len(jaar) == 2 and geboren > vandaag else geboren
    except ValueError:
        return None
