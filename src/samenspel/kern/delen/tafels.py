"""Which table deals with a household before a meeting is planned, so that its chair can see to it."""

from collections.abc import Set
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tafelplek:
    """A table: code of its overleg, and the neighbourhood it sits for, None: all of them."""

    overleg: str
    wijk: str | None


def zit_voor(plek: Tafelplek, plekken: Set[Tafelplek], overleggen: tuple[str, ...], wijk: str | None) -> bool:
    """Whether this table of all `plekken` is the one for a household from `wijk`.

    `overleggen`: the meeting of the fase and the ones it falls back on; a next one counts only where no table of the
    ones before it sits for this neighbourhood. A table of the neighbourhood goes before one for all.
    """
    for overleg in overleggen:
        for bedienend in (Tafelplek(overleg, wijk), Tafelplek(overleg, None)):
            if bedienend in plekken:
                return plek == bedienend
    return False
