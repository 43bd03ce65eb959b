"""Which table deals with a household before a meeting is planned, so that its chair can see to it."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tafelplek:
    """A table: code of its overleg, and the neighbourhood it sits for, None: all of them."""

    overleg: str
    wijk: str | None


def zit_voor(plek: Tafelplek, plekken: Collection[Tafelplek], overleggen: tuple[str, ...], wijk: str | None) -> bool:
    """Whether this table of all `plekken` is the one for a household from `wijk`.

    `overleggen`: the meeting of the fase and the ones it falls back on; a next one counts only where no table of the
    ones before it sits for this neighbourhood. A table of the neighbourhood goes before one for all.
    """
    for overleg in overleggen:
        bedienend = {p for p in plekken if p.overleg == overleg and p.wijk in (wijk, None)}
        if bedienend:
            eigen = {p for p in bedienend if p.wijk == wijk}
            return plek in (eigen or bedienend)
    return False
