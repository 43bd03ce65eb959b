"""How names are compared: folded, cut into threes, and ranked. Knows no database, so both give the same answer."""

import re
import unicodedata
from collections.abc import Iterable, Set
from datetime import date

from rapidfuzz import fuzz

__all__ = ["DREMPEL", "DREMPEL_DATUM", "datumscore", "delen_van", "score", "vouw", "vouw_alles"]

DREMPEL = 70.0
"""Below this a name isn't like what was asked (0-100)."""

DREMPEL_DATUM = 60.0
"""Below this a birth date isn't the one that was asked; one that isn't known is just above it."""

VOORZETSELS = frozenset(
    (
        *("a", "aan", "bij", "d", "da", "de", "del", "den", "der", "di", "do", "dos", "du", "el", "het", "in", "la"),
        *("le", "op", "s", "t", "te", "ten", "ter", "tot", "v", "van", "vanden", "vander", "vd", "vom", "von", "voor"),
    )
)
# Letters that are no base letter plus an accent.
EIGEN_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ə": "e"}
)
GEEN_LETTER = re.compile(r"[\W_]+")
POSTCODE = re.compile(r"\b(\d{4}) ([a-z]{2})\b")
BEGIN_GENOEG = 3
POSTCODELENGTE = 6


def vouw(naam: str) -> tuple[str, ...]:
    """The words of a name without accents, capitals and prefixes: 'Yılmaz-van der Berg' is yilmaz, berg.

    A name that is nothing but prefixes ('Van Do') keeps them: they are the name.
    """
    woorden = _kale_woorden(naam)
    return tuple(woord for woord in woorden if woord not in VOORZETSELS) or tuple(woorden)


def vouw_alles(tekst: str) -> tuple[str, ...]:
    """The words of a question or an address: as `vouw`, with the parts of a postcode put together: '3561 AB'."""
    return vouw(POSTCODE.sub(r"\1\2", " ".join(_kale_woorden(tekst))))


def _kale_woorden(tekst: str) -> list[str]:
    # Most names are plain letters, which fold to themselves.
    kaal = tekst.casefold() if tekst.isascii() else _zonder_accenten(tekst)
    return GEEN_LETTER.sub(" ", kaal).split()


def _zonder_accenten(tekst: str) -> str:
    klein = unicodedata.normalize("NFKD", tekst.casefold().translate(EIGEN_LETTERS))
    kaal = "".join(teken for teken in klein if not unicodedata.combining(teken))
    return kaal.translate(EIGEN_LETTERS)


def delen_van(namen: Iterable[str]) -> set[str]:
    """The three-letter parts of names and addresses, with the beginning and end of each word marked.

    Words with a figure in them only rank: a house number leads to half of the town.
    """
    return {
        gemerkt[i : i + 3]
        for naam in namen
        for woord in vouw_alles(naam)
        if not any(teken.isdigit() for teken in woord) or len(woord) >= POSTCODELENGTE
        for gemerkt in (f"^^{woord}$",)
        for i in range(len(gemerkt) - 2)
    }


def score(gevraagd: tuple[str, ...], bekend: Iterable[str]) -> float:
    """How well the folded words that were asked occur among those known, 0-100: each word counts by its best match."""
    woorden = set(bekend)
    if not gevraagd or not woorden:
        return 0.0
    return sum(_beste(woord, woorden) for woord in gevraagd) / len(gevraagd)


def _beste(gevraagd: str, woorden: Set[str]) -> float:
    return 100.0 if gevraagd in woorden else max(_lijkt(gevraagd, ander) for ander in woorden)


def datumscore(gevraagd: date, bekend: Iterable[date | None]) -> float:
    """How well a birth date fits those of the people of a household, 0-100; None: it isn't known of somebody."""
    return max((_zelfde_dag(gevraagd, dag) for dag in bekend), default=0.0)


def _zelfde_dag(gevraagd: date, dag: date | None) -> float:
    if dag is None:
        return DREMPEL_DATUM
    delen, andere = (gevraagd.day, gevraagd.month, gevraagd.year), (dag.day, dag.month, dag.year)
    if delen == andere:
        return 100.0
    if delen == (andere[1], andere[0], andere[2]):
        return 85.0
    return 70.0 if sum(a == b for a, b in zip(delen, andere, strict=True)) == 2 else 0.0


def _lijkt(gevraagd: str, bekend: str) -> float:
    if gevraagd[0].isdigit() or bekend[0].isdigit():
        # Number 12 isn't like 122; it may be 12a.
        return 90.0 if bekend.startswith(gevraagd) and bekend[len(gevraagd) :].isalpha() else 0.0
    lijkt = fuzz.ratio(gevraagd, bekend)
    # Somebody still typing has the beginning right.
    begin = len(gevraagd) >= BEGIN_GENOEG and bekend.startswith(gevraagd)
    return max(lijkt, 95.0) if begin else lijkt
