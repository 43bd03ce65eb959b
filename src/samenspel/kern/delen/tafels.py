"""Which table deals with a household before a meeting is planned, so that its chair can see to it."""

from collections.abc import Set
from dataclasses import dataclass

from samenspel.kern.stand.route import overleggen_in
from samenspel.kern.werkwijze.model import Werkwijze


@dataclass(frozen=True, slots=True)
class Tafelplek:
    """A table: code of its overleg, and the neighbourhood it sits for, None: all of them."""

    overleg: str
    wijk: str | None


@dataclass(frozen=True, slots=True)
class Gebied:
    """Where households come from that a table deals with: these neighbourhoods, or with `behalve` all others.

    A household without a neighbourhood is among the others.
    """

    wijken: frozenset[str]
    behalve: bool


def bediener(plekken: Set[Tafelplek], overleggen: tuple[str, ...], wijk: str | None) -> Tafelplek | None:
    """The one of all `plekken` that deals with a household from `wijk`; None where no table does.

    `overleggen`: the meeting of the fase and the ones it falls back on; a next one counts only where no table of the
    ones before it sits for this neighbourhood. A table of the neighbourhood goes before one for all.
    """
    for overleg in overleggen:
        for bedienend in (Tafelplek(overleg, wijk), Tafelplek(overleg, None)):
            if bedienend in plekken:
                return bedienend
    return None


def gebied(eigen: Set[Tafelplek], plekken: Set[Tafelplek], overleggen: tuple[str, ...]) -> Gebied:
    """Which households the tables `eigen` deal with, of all `plekken`."""
    behalve = bediener(plekken, overleggen, None) in eigen
    bekend = {plek.wijk for plek in plekken if plek.wijk is not None}
    anders = {wijk for wijk in bekend if (bediener(plekken, overleggen, wijk) in eigen) is not behalve}
    return Gebied(frozenset(anders), behalve)


def overleggen_met(rol: str, fase: str, w: Werkwijze) -> tuple[str, ...]:
    """The meetings by whose table a rol has its part in a fase, first the one that goes before the others.

    Those of the fase; where it has none but its stappen or what it asks name the rol, those that the rol chairs or sits
    at: who brings a traject up the ladder still has it in sight there.
    """
    hier = overleggen_in(fase, w)
    if hier or not _genoemd(rol, fase, w):
        return hier
    return tuple(o.overleg for o in w.overleggen if rol in (o.voorzitter, o.leden))


def _genoemd(rol: str, fase: str, w: Werkwijze) -> bool:
    if any(rol in stap.door for stap in w.stappen if fase in stap.van):
        return True
    gevraagd = {vraag for f in w.fasen if f.fase == fase for vraag in f.vraagt}
    return any(rol in formulier.door for formulier in w.formulieren if formulier.formulier in gevraagd)
