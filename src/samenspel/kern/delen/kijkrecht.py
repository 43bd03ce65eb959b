"""The rights by which somebody looks into a dossier. What none of them gives, is not given."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from samenspel.kern.werkwijze.model import Gegevenssoort


@dataclass(frozen=True, slots=True, kw_only=True)
class Regie:
    """The resident's first contact, who carries the whole dossier."""

    casus: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vervanging(Regie):
    """Stands in for the regisseur while that one is absent, and carries the whole dossier for so long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Helper:
    """A colleague or professional with a part of their own, who must know that the rest is there.

    `personen`: whom they help; they know them by their first name.
    """

    casus: str
    personen: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rolzicht:
    """Holds a rol of the definition in this traject, and that rol lasts (`rollen.py`)."""

    casus: str
    traject: str
    soorten: frozenset[Gegevenssoort]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tafelzicht:
    """A member of a table, from `van` to and including `tot` around its meeting."""

    casus: str
    traject: str
    soorten: frozenset[Gegevenssoort]
    van: date
    tot: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """A recorded verwerkingsgrondslag covers these kinds and persons; `tot` is the last day, None: open."""

    casus: str
    soorten: frozenset[Gegevenssoort]
    personen: frozenset[str]
    van: date
    tot: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewoner:
    """A member of the household. `kinderen`: under sixteen, over whom this person has gezag (UAVG art. 5)."""

    casus: str
    persoon: str
    kinderen: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class EigenAfspraak:
    """Has an agreement to keep that is still open: so long, they read that one, and of the dossier nothing else.

    Also where every other right is over, as of a member of a table: who must do something has to see what and until
    when. `berichten`: what they told the regisseur about it, and the answers.
    """

    casus: str
    afspraak: str
    berichten: frozenset[str] = frozenset()


Kijkrecht: TypeAlias = Regie | Vervanging | Helper | Rolzicht | Tafelzicht | Partner | Bewoner | EigenAfspraak


@dataclass(frozen=True, slots=True, kw_only=True)
class Kijker:
    """An account with the rights it holds at a moment, for one casus or for all of them."""

    account: str
    gemeente: str
    rechten: tuple[Kijkrecht, ...] = ()


def alleen_in(kijker: Kijker, casussen: Collection[str]) -> Kijker:
    """The same account with its rights in these casussen and no others: of what lies there it sees the same."""
    return replace(kijker, rechten=tuple(recht for recht in kijker.rechten if recht.casus in casussen))


def kent_traject(recht: Kijkrecht, traject: str) -> bool:
    """Whether by this right somebody may know that a traject runs and where it is.

    Not by a right in another one, nor by a grondslag: that covers kinds of data about persons, and nothing of how
    they are helped.
    """
    match recht:
        case Rolzicht(traject=eigen) | Tafelzicht(traject=eigen):
            return eigen == traject
        case Partner() | EigenAfspraak():
            return False
    return True


def opent_dossier(recht: Kijkrecht) -> bool:
    """Whether somebody comes into the dossier by this right; an agreement of one's own is read outside it."""
    return not isinstance(recht, EigenAfspraak)


def gaat_over(recht: Kijkrecht, stuk: str) -> bool:
    """Whether this right says anything about an item at all: an agreement of one's own is about that one only."""
    return not isinstance(recht, EigenAfspraak) or stuk == recht.afspraak or stuk in recht.berichten


def geldt(recht: Kijkrecht, nu: date) -> bool:
    """Whether the right is in force on this day; only tables and partners look through a window."""
    match recht:
        case Tafelzicht(van=van, tot=tot):
            return van <= nu <= tot
        case Partner(van=van, tot=einde):
            return van <= nu and (einde is None or nu <= einde)
    return True
