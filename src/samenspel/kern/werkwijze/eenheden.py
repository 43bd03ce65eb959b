"""Amounts and durations as the definitions write them: '500 euro', '6 weken', '10 werkdagen'."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Tijdeenheid(StrEnum):
    """Units in which a duration may be written."""

    DAGEN = "dagen"
    WERKDAGEN = "werkdagen"
    WEKEN = "weken"
    MAANDEN = "maanden"
    JAREN = "jaren"


@dataclass(frozen=True, slots=True)
class Duur:
    """A length of time; months and years are counted on the calendar."""

    aantal: int
    eenheid: Tijdeenheid

    def __str__(self) -> str:
        return f"{self.aantal} {_ENKELVOUD[self.eenheid] if self.aantal == 1 else self.eenheid.value}"


class EenheidFout(ValueError):
    """The text is not an amount or duration with its unit; says in Dutch what would be."""


_ENKELVOUD = {
    Tijdeenheid.DAGEN: "dag",
    Tijdeenheid.WERKDAGEN: "werkdag",
    Tijdeenheid.WEKEN: "week",
    Tijdeenheid.MAANDEN: "maand",
    Tijdeenheid.JAREN: "jaar",
}
_WOORDEN = {woord: eenheid for eenheid, woord in _ENKELVOUD.items()} | {e.value: e for e in Tijdeenheid}
_DUUR = re.compile(r"(\d{1,4}) ([a-z]+)")
_BEDRAG = re.compile(r"(\d{1,9})(?:,(\d{2}))? euro")


def lees_duur(tekst: object) -> Duur:
    """Read '6 weken'. Raises EenheidFout where number or unit is missing."""
    gelezen = _DUUR.fullmatch(tekst) if isinstance(tekst, str) else None
    if gelezen is None or gelezen[2] not in _WOORDEN:
        raise EenheidFout("schrijf een getal en een tijdseenheid, zoals '6 weken', '2 dagen' of '10 werkdagen'")
    return Duur(int(gelezen[1]), _WOORDEN[gelezen[2]])


def lees_bedrag(tekst: object) -> int:
    """Read '500 euro' or '12,50 euro' into cents. Raises EenheidFout otherwise."""
    gelezen = _BEDRAG.fullmatch(tekst) if isinstance(tekst, str) else None
    if gelezen is None:
        raise EenheidFout("schrijf een bedrag in euro's, zoals '500 euro' of '12,50 euro'")
    return int(gelezen[1]) * 100 + int(gelezen[2] or 0)


def maanden_later(begin: int, aantal: int) -> int:
    """The same day of a later month as ordinal, or the last day of that month where it is shorter."""
    datum = date.fromordinal(begin)
    maand = datum.month - 1 + aantal
    jaar, maand = datum.year + maand // 12, maand % 12 + 1
    eerste_erna = date(jaar + maand // 12, maand % 12 + 1, 1)
    laatste = eerste_erna - timedelta(days=1)
    return min(laatste.toordinal(), laatste.replace(day=1).toordinal() + datum.day - 1)
