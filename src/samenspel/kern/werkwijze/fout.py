"""A mistake in a definition, at its line."""

from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Fout:
    """What is wrong in a definition, where (file, line from 1, key), and in Dutch how to mend it."""

    bestand: str
    regel: int
    sleutel: str
    melding: str

    def __str__(self) -> str:
        return f"{self.bestand}:{self.regel}: {self.sleutel}: {self.melding}"


def hulp(naam: str, bekend: Collection[str]) -> str:
    """The end of a message about an unknown name: the nearest known one, or all of them."""
    dichtbij = get_close_matches(naam[:60], bekend, n=1, cutoff=0.5)
    if dichtbij:
        return f"bedoelt u '{dichtbij[0]}'?"
    return f"kies uit {', '.join(bekend)}" if bekend else "er is er nog geen; voeg hem eerst toe"


@dataclass(frozen=True, slots=True)
class Bevinding:
    """A mistake at a place in the model ('stappen.naar_tafel.door.0'), before it has a file and a line."""

    plek: str
    melding: str
