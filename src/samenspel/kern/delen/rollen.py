"""When a rol of the definition may look: while its part lasts, or around a meeting."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from samenspel.kern.stand.dagen import einddag
from samenspel.kern.werkwijze.eenheden import Duur
from samenspel.kern.werkwijze.model import Houder, Overleg, Rol, Werkwijze, Zicht


@dataclass(frozen=True, slots=True, kw_only=True)
class Rolwerk:
    """The part of a rol in a definition: in which fasen it acts, and by what; all of them codes."""

    fasen: frozenset[str] = frozenset()
    stappen: frozenset[str] = frozenset()
    controlevragen: frozenset[str] = frozenset()
    budgetten: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Where a traject is. `wacht_op`: rollen it waits for; `budgetten`: of which money was asked.

    `stappen`, `controlevragen`: what the holder whose right is asked did in it.
    """

    open: bool
    fase: str
    wacht_op: frozenset[str] = frozenset()
    budgetten: frozenset[str] = frozenset()
    stappen: frozenset[str] = frozenset()
    controlevragen: frozenset[str] = frozenset()


def rolwerk(werkwijze: Werkwijze, rol: str) -> Rolwerk:
    """The part of a rol in a definition; the base steps are everybody's and give no part."""
    stappen = [stap for stap in werkwijze.stappen if rol in stap.door]
    vragen = {vraag.controlevraag for vraag in werkwijze.controlevragen if rol in vraag.door}
    met_vraag = {fase.fase for fase in werkwijze.fasen if vragen & set(fase.controlevragen)}
    reflectie = werkwijze.leerlus.reflectie if werkwijze.leerlus is not None else None
    terugkijken = reflectie.in_fasen if reflectie is not None and rol in reflectie.door else ()
    return Rolwerk(
        fasen=frozenset(met_vraag.union(terugkijken, *(stap.van for stap in stappen))),
        stappen=frozenset(stap.stap for stap in stappen),
        controlevragen=frozenset(vragen),
        budgetten=frozenset(b.budget for b in werkwijze.budgetten if rol in (*b.beoordelaars, *b.betalers)),
    )


def kijkt_per_casus(rol: Rol, *, open: bool) -> bool:
    """Whether who was given this rol in a traject looks into it now."""
    if rol.houder is Houder.INWONER:
        return False
    return rol.zicht is Zicht.ALTIJD or (rol.zicht is Zicht.LOPEND and open)


def kijkt_per_team(rol: Rol, werk: Rolwerk, moment: Moment) -> bool:
    """Whether a holder of this rol for a team looks into a traject of that team: when it comes to the rol.

    Not before, or every team lead would see every household; and no longer when the traject is closed.
    """
    if rol.houder is not Houder.PER_TEAM or not moment.open:
        return False
    if rol.zicht is Zicht.ALTIJD:
        return True
    return rol.zicht is Zicht.LOPEND and (_aan_de_beurt(rol, werk, moment) or _handelde(werk, moment))


def _aan_de_beurt(rol: Rol, werk: Rolwerk, moment: Moment) -> bool:
    return moment.fase in werk.fasen or rol.rol in moment.wacht_op or bool(moment.budgetten & werk.budgetten)


def _handelde(werk: Rolwerk, moment: Moment) -> bool:
    return bool(moment.stappen & werk.stappen or moment.controlevragen & werk.controlevragen)


def kijkt_per_tafel(rol: Rol, *, open: bool) -> bool:
    """Whether a holder of this rol at a table looks into what the table deals with, also away from meetings.

    So does a chair who reads the papers, arranges the meeting and is called in again; members do not.
    """
    return rol.houder is Houder.PER_OVERLEG and (rol.zicht is Zicht.ALTIJD or (rol.zicht is Zicht.LOPEND and open))


def kijkt_rond_overleg(rol: Rol, overleg: Overleg) -> bool:
    """Whether this rol looks around this meeting: it is held at its table, or bound to meetings it takes part in."""
    if rol.houder is Houder.PER_OVERLEG:
        return True
    return rol.zicht is Zicht.ROND_OVERLEG and rol.rol in (overleg.voorzitter, overleg.leden)


def venster(overleg: Overleg, dag: date) -> tuple[date, date]:
    """First and last day on which members look into a casus that meets on `dag`."""
    na = einddag(dag.toordinal(), overleg.zicht_na)
    return _begindag(dag, overleg.zicht_voor), date.fromordinal(na)


@cache
def _begindag(einde: date, duur: Duur) -> date:
    """The last day from which `duur` is over on `einde`."""
    dag = einde.toordinal()
    while einddag(dag, duur) > einde.toordinal():
        dag -= 1
    return date.fromordinal(dag)
