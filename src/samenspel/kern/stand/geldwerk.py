"""What money in a traject asks of one person: to judge, pay, agree, sign, decide, ask after it, or bring a receipt."""

from collections.abc import Iterable
from enum import StrEnum

from samenspel.kern.budget.leningen import achterstand
from samenspel.kern.budget.regimes import Aanvraagstand, Aanvraagstatus, is_lening, wacht_op_handtekening
from samenspel.kern.stand.bonnen import bon_uiterlijk, daarna_uiterlijk
from samenspel.kern.stand.handelingen import Speler
from samenspel.kern.stand.route import Route
from samenspel.kern.stand.situatie import beoordelaars
from samenspel.kern.werkwijze.catalogus import regierollen
from samenspel.kern.werkwijze.model import Budget

__all__ = ["Geldtaak", "geldtaken"]


class Geldtaak(StrEnum):
    """Something that waits for a person, the most pressing first."""

    BEOORDELEN = "beoordelen"
    KWIJTSCHELDEN = "kwijtschelden"
    AFSPREKEN = "afspreken"
    ONDERTEKENEN = "ondertekenen"
    BETALEN = "betalen"
    AFLOSSING = "aflossing"
    BON = "bon"
    BON_NAVRAGEN = "bon_navragen"


def geldtaken(route: Route, speler: Speler, aanvragen: Iterable[Aanvraagstand], dag: int) -> tuple[Geldtaak, ...]:
    """What these applications ask of somebody on a day; who asked doesn't judge, who judged doesn't pay."""
    budgetten = {b.budget: b for b in route.werkwijze.budgetten}
    gevonden = {t for a in aanvragen for t in _van(route, speler, budgetten[a.budget], a, dag)}
    return tuple(t for t in Geldtaak if t in gevonden)


def _van(route: Route, speler: Speler, budget: Budget, a: Aanvraagstand, dag: int) -> Iterable[Geldtaak]:
    rollen = speler.rollen
    if a.status is Aanvraagstatus.OPEN:
        if rollen & set(budget.beoordelaars) and speler.wie not in (a.aanvrager, *a.beoordelaars):
            yield Geldtaak.BEOORDELEN
    elif a.status is Aanvraagstatus.AKKOORD:
        yield from _na_akkoord(speler, budget, a)
    elif a.status is Aanvraagstatus.BETAALD:
        yield from _bon(speler, budget, a, dag)
        yield from _lening(route, speler, budget, a, dag)


def _na_akkoord(speler: Speler, budget: Budget, a: Aanvraagstand) -> Iterable[Geldtaak]:
    if wacht_op_handtekening(budget, a):
        if speler.rollen & set(budget.door):
            yield Geldtaak.AFSPREKEN if a.lening is None else Geldtaak.ONDERTEKENEN
    elif speler.rollen & set(budget.betalers) and speler.wie not in (a.aanvrager, *a.beoordelaars):
        yield Geldtaak.BETALEN


def _bon(speler: Speler, budget: Budget, a: Aanvraagstand, dag: int) -> Iterable[Geldtaak]:
    if a.bon or a.betaald_op is None:
        return
    einde, later = bon_uiterlijk(budget, a.betaald_op), daarna_uiterlijk(budget, a.betaald_op)
    if einde is not None and dag > einde and speler.rollen & set(budget.door):
        yield Geldtaak.BON
    if later is not None and dag > later and speler.rollen & set(budget.bon_daarna):
        yield Geldtaak.BON_NAVRAGEN


def _lening(route: Route, speler: Speler, budget: Budget, a: Aanvraagstand, dag: int) -> Iterable[Geldtaak]:
    if not is_lening(a) or a.lening is None:
        return
    gevraagd_door = a.lening.gevraagd_door
    if gevraagd_door not in ("", speler.wie) and speler.rollen & set(beoordelaars(route, budget)):
        yield Geldtaak.KWIJTSCHELDEN
    if achterstand(a.lening, dag)[0] and speler.rollen & {*regierollen(route.werkwijze), *budget.betalers}:
        yield Geldtaak.AFLOSSING
