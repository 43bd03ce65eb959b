"""Which budgets somebody may oversee: those on which a rol that they hold in this municipality judges or pays."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate

from samenspel.budget.models import Aanvraag
from samenspel.budget.selectors import ruimte_van
from samenspel.casus.models import WerkwijzeVersie
from samenspel.delen.perioden import loopt
from samenspel.kern.budget.overzicht import Aanvraagregel
from samenspel.kern.budget.regimes import Aanvraagstatus
from samenspel.kern.stand.situatie import beoordelaars
from samenspel.kern.werkwijze.model import Budget, Werkwijze
from samenspel.organisatie.models import Account, Rolvervulling
from samenspel.regie.routes import route, startbare_versies

__all__ = ["Pot", "aanvragen_van_pot", "potten_van", "regel_van", "ruimte_per_huishouden"]


@dataclass(frozen=True, slots=True)
class Pot:
    """A budget of a werkwijze, by its newest definition in this municipality."""

    werkwijze: Werkwijze
    budget: Budget

    @property
    def code(self) -> str:
        """How an address names it."""
        return f"{self.werkwijze.werkwijze}:{self.budget.budget}"


def potten_van(account: Account, nu: datetime) -> list[Pot]:
    """The budgets of which this account judges or pays applications, in the order of the definitions."""
    rijen = Rolvervulling.objects.filter(loopt(localdate(nu)), gemeente=account.gemeente_id, account=account)
    rollen: dict[str, set[str]] = {}
    for werkwijze, rol in rijen.values_list("werkwijze", "rol"):
        rollen.setdefault(werkwijze, set()).add(rol)
    if not rollen:
        return []
    potten: dict[str, Pot] = {}
    for versie in _versies(account, set(rollen), nu):
        weg = route(versie.hash)
        for budget in weg.werkwijze.budgetten:
            pot = Pot(weg.werkwijze, budget)
            if rollen[versie.slug] & {*beoordelaars(weg, budget), *budget.betalers}:
                potten.setdefault(pot.code, pot)
    return list(potten.values())


def aanvragen_van_pot(pot: Pot, gemeente: UUID) -> list[Aanvraag]:
    """Every application to this budget in the municipality that was not withdrawn."""
    rijen = Aanvraag.objects.filter(
        gemeente=gemeente,
        budget=pot.budget.budget,
        traject__versie__slug=pot.werkwijze.werkwijze,
        item__ingetrokken_op__isnull=True,
    )
    return list(rijen.select_related("traject__casus__huishouden").order_by("-gedaan_op", "pk"))


def regel_van(a: Aanvraag) -> Aanvraagregel:
    """An application as kern counts it."""
    return Aanvraagregel(
        Aanvraagstatus(a.status),
        a.bedrag,
        a.gedaan_op.toordinal(),
        a.besloten_op.toordinal() if a.besloten_op is not None else None,
        a.betaald_op.toordinal() if a.betaald_op is not None else None,
    )


def ruimte_per_huishouden(pot: Pot, aanvragen: Iterable[Aanvraag], nu: datetime) -> dict[UUID, int | None]:
    """What the budget still allows each household that asked of it, in cents; None without a ceiling."""
    per: dict[UUID, list[Aanvraag]] = {}
    for a in aanvragen:
        per.setdefault(a.traject.casus.huishouden_id, []).append(a)
    return {huishouden: ruimte_van(pot.budget, rijen, localdate(nu)) for huishouden, rijen in per.items()}


def _versies(account: Account, slugs: set[str], nu: datetime) -> list[WerkwijzeVersie]:
    """Versions that begin trajecten here or on which money was asked here, the newest first."""
    gebruikt = WerkwijzeVersie.objects.filter(
        slug__in=slugs, pk__in=Aanvraag.objects.filter(gemeente=account.gemeente_id).values("traject__versie")
    )
    begint = [v for v in startbare_versies(nu, account.gemeente_id) if v.slug in slugs]
    oud = sorted(gebruikt, key=lambda v: (v.geldig_vanaf, v.geladen_op), reverse=True)
    return [*begint, *oud]
