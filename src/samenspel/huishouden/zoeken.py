"""How names are compared: folded, cut into threes, and ranked. Knows no database, so both give the same answer."""

import re
import unicodedata
from collections.abc import Iterable

from rapidfuzz import fuzz

__all__ = ["DREMPEL", "delen_van", "score", "vouw"]

DREMPEL = 70.0
"""Below this a name isn't like what was asked (0-100)."""

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
GEEN_LETTER = re.compile(r"[^a-z0-9]+")
BEGIN_GENOEG = 3


def vouw(naam: str) -> tuple[str, ...]:
    """The words of a name without accents, capitals and prefixes: 'Yılmaz-van der Berg' is yilmaz, berg.

    A name that is nothing but prefixes ('Van Do') keeps them: they are the name.
    """
    klein = unicodedata.normalize("NFKD", naam.casefold().translate(EIGEN_LETTERS))
    kaal = "".join(teken for teken in klein if not unicodedata.combining(teken))
    woorden = GEEN_LETTER.sub(" ", kaal.translate(EIGEN_LETTERS).replace("'", " ")).split()
    return tuple(woord for woord in woorden if woord not in VOORZETSELS) or tuple(woorden)


def delen_van(namen: Iterable[str]) -> set[str]:
    """The three-letter parts of names, with the beginning and end of each word marked."""
    return {
        gemerkt[i : i + 3]
        for naam in namen
        for woord in vouw(naam)
        for gemerkt in (f"^^{woord}$",)
        for i in range(len(gemerkt) - 2)
    }


def score(gevraagd: tuple[str, ...], namen: Iterable[str]) -> float:
    """How well the folded words that were asked occur in names, 0-100: each word counts by its best match."""
    bekend = {woord for naam in namen for woord in vouw(naam)}
    if not gevraagd or not bekend:
        return 0.0
    return sum(max(_lijkt(woord, ander) for ander in bekend) for woord in gevraagd) / len(gevraagd)


def _lijkt(gevraagd: str, bekend: str) -> float:
    if gevraagd == bekend:
        return 100.0
    lijkt = fuzz.ratio(gevraagd, bekend)
    # Somebody still typing has the beginning right.
    begin = len(gevraagd) >= BEGIN_GENOEG and bekend.startswith(gevraagd)
    return max(lijkt, 95.0) if begin else lijkt
