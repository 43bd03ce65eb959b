"""What a version of a plan holds, what changed since another one, and with what the next plan begins."""

from collections.abc import Iterable
from dataclasses import dataclass

OPEN = frozenset({"loopt", "open"})
"""Statuses of what still has to happen."""
DEELNAME = "deelname"
"""The kind of line that says who takes part in a goal."""


@dataclass(frozen=True, slots=True)
class Planregel:
    """One thing of the plan as it stood: which version of its words, how far, for when, by whom, for which goal.

    A goal, an action, a voorziening, or a deelname: whether somebody takes part in a goal. `meer` holds what else was
    known, by name. No words: who may read the item reads them in that version, and words that were erased are gone
    here too.
    """

    soort: str
    item: str
    woorden: int
    status: str
    voor: str = ""
    wie: str = ""
    doel: str = ""
    meer: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Verschil:
    """What came, what went, and what is otherwise: (then, now)."""

    erbij: tuple[Planregel, ...]
    weg: tuple[Planregel, ...]
    anders: tuple[tuple[Planregel, Planregel], ...]

    @property
    def niets(self) -> bool:
        """Whether both say the same."""
        return not (self.erbij or self.weg or self.anders)


def verschil(toen: Iterable[Planregel], nu: Iterable[Planregel]) -> Verschil:
    """What changed between two versions."""
    oud, nieuw = {r.item: r for r in toen}, {r.item: r for r in nu}
    return Verschil(
        erbij=tuple(r for sleutel, r in nieuw.items() if sleutel not in oud),
        weg=tuple(r for sleutel, r in oud.items() if sleutel not in nieuw),
        anders=tuple((oud[s], r) for s, r in nieuw.items() if s in oud and oud[s] != r),
    )


def volgende(regels: Iterable[Planregel], afgerond: Iterable[Planregel]) -> tuple[Planregel, ...]:
    """What of all that was ever planned belongs to the plan after a finished one: not what was done by then."""
    klaar = {r.item for r in afgerond if r.soort != DEELNAME and r.status not in OPEN}
    rijen = tuple(regels)
    weg = {r.item for r in rijen if r.item in klaar and r.status not in OPEN}
    # Who takes part belongs to the goal and goes where that goes.
    return tuple(r for r in rijen if (r.doel if r.soort == DEELNAME else r.item) not in weg)
