"""Breakthrough money: what a ceiling still allows, and what the voices for and against an application come to."""

from enum import StrEnum
from typing import NamedTuple

from samenspel.kern.budget.leningen import Leningstand
from samenspel.kern.werkwijze.model import Budget, Regime, Vorm


class Aanvraagstatus(StrEnum):
    """How far an application for breakthrough money is."""

    OPEN = "open"
    AKKOORD = "akkoord"
    BEZWAAR = "bezwaar"
    BOVEN_RUIMTE = "boven_ruimte"
    AFGEWEZEN = "afgewezen"
    BETAALD = "betaald"
    INGETROKKEN = "ingetrokken"


class Aanvraagstand(NamedTuple):
    """One application: what was asked (cents, over all `keren` together), by whom, and who judged it."""

    budget: str
    vorm: str
    bedrag: int
    ruimte: int | None
    status: Aanvraagstatus
    aanvrager: str
    beoordelaars: tuple[str, ...] = ()
    akkoorden: int = 0
    keren: int = 1
    tot: int | None = None
    lening: Leningstand | None = None
    betaald_op: int | None = None
    bon: bool = False


def is_lening(stand: Aanvraagstand) -> bool:
    """Whether this money is to be paid back."""
    return stand.vorm == Vorm.LENING.value


def wacht_op_handtekening(budget: Budget, stand: Aanvraagstand) -> bool:
    """Whether a loan may not be paid out yet, since its definition asks a signed agreement."""
    if not is_lening(stand) or budget.lening is None or not budget.lening.ondertekend:
        return False
    return stand.lening is None or stand.lening.getekend_op is None


def telt_mee(status: Aanvraagstatus) -> bool:
    """Whether an application takes of the household's room: asked, agreed or paid; not refused, not withdrawn."""
    return status in (Aanvraagstatus.OPEN, Aanvraagstatus.AKKOORD, Aanvraagstatus.BETAALD)


def intrekbaar(status: Aanvraagstatus) -> bool:
    """Whether an application may still be withdrawn: nothing was paid, and no judgement against it is wiped out."""
    return status in (Aanvraagstatus.OPEN, Aanvraagstatus.AKKOORD, Aanvraagstatus.BOVEN_RUIMTE)


def ruimte(budget: Budget, uitgegeven: int) -> int | None:
    """Cents that may still be asked for a household that got `uitgegeven` cents in the period; None without ceiling.

    Two spends of € 300 under a ceiling of € 500 per household are so seen (werkwijzen.md 5).
    """
    over = max(budget.plafond_huishouden - uitgegeven, 0) if budget.plafond_huishouden is not None else None
    grenzen = [g for g in (budget.plafond, over) if g is not None]
    return min(grenzen, default=None)


def eerste_status(budget: Budget, bedrag: int, over: int | None) -> Aanvraagstatus:
    """How a new application starts: above the room, agreed at once (direct), or open for judgement."""
    grens = min((g for g in (budget.plafond, over) if g is not None), default=None)
    if grens is not None and bedrag > grens:
        return Aanvraagstatus.BOVEN_RUIMTE
    return Aanvraagstatus.AKKOORD if budget.regime is Regime.DIRECT else Aanvraagstatus.OPEN


def na_oordeel(budget: Budget, stand: Aanvraagstand, wie: str, *, akkoord: bool) -> Aanvraagstand:
    """The application after one more voice: in a group one objection is enough to send it to the table."""
    beoordelaars = (*stand.beoordelaars, wie)
    if not akkoord:
        status = Aanvraagstatus.BEZWAAR if budget.regime is Regime.GROEP else Aanvraagstatus.AFGEWEZEN
        return stand._replace(status=status, beoordelaars=beoordelaars)
    akkoorden = stand.akkoorden + 1
    status = Aanvraagstatus.AKKOORD if akkoorden >= budget.instemmers else stand.status
    return stand._replace(status=status, beoordelaars=beoordelaars, akkoorden=akkoorden)
