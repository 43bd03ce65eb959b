"""Which budgets somebody may oversee: those on which a rol that they hold in this municipality judges or pays."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet
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

__all__ = ["Pot", "aanvragen_bij", "potten_van", "regels_van_pot", "ruimte_per_huishouden"]


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


def regels_van_pot(pot: Pot, gemeente: UUID) -> dict[UUID, Aanvraagregel]:
    """Every application to this budget in the municipality that was not withdrawn, as kern counts it."""
    rijen = _van_pot(pot, gemeente).order_by("-gedaan_op", "pk")
    velden = ("pk", "status", "bedrag", "gedaan_op", "besloten_op", "betaald_op")
    return {
        pk: Aanvraagregel(Aanvraagstatus(status), bedrag, gedaan.toordinal(), _dag(besloten), _dag(betaald))
        for pk, status, bedrag, gedaan, besloten, betaald in rijen.values_list(*velden)
    }


def aanvragen_bij(regels: Iterable[UUID]) -> list[Aanvraag]:
    """The rows of these applications with their household, in the order asked for."""
    volgorde = list(regels)
    rijen = Aanvraag.objects.select_related("traject__casus__huishouden").in_bulk(volgorde)
    return [rijen[pk] for pk in volgorde if pk in rijen]


def ruimte_per_huishouden(pot: Pot, gemeente: UUID, huishoudens: set[UUID], nu: datetime) -> dict[UUID, int | None]:
    """What the budget still allows these households, in cents; None without a ceiling."""
    per: dict[UUID, list[Aanvraag]] = {huishouden: [] for huishouden in huishoudens}
    rijen = _van_pot(pot, gemeente).filter(traject__casus__huishouden__in=huishoudens)
    for a in rijen.select_related("traject__casus").order_by("-gedaan_op", "pk"):
        per[a.traject.casus.huishouden_id].append(a)
    return {huishouden: ruimte_van(pot.budget, rijen, localdate(nu)) for huishouden, rijen in per.items()}


def _van_pot(pot: Pot, gemeente: UUID) -> QuerySet[Aanvraag]:
    return Aanvraag.objects.filter(
        gemeente=gemeente,
        budget=pot.budget.budget,
        traject__versie__slug=pot.werkwijze.werkwijze,
        item__ingetrokken_op__isnull=True,
    )


def _dag(op: date | None) -> int | None:
    return op.toordinal() if op is not None else None


def _versies(account: Account, slugs: set[str], nu: datetime) -> list[WerkwijzeVersie]:
    """Versions that begin trajecten here, and others on which money was asked here, the newest first."""
    begint = [v for v in startbare_versies(nu, account.gemeente_id) if v.slug in slugs]
    gebruikt = WerkwijzeVersie.objects.filter(
        slug__in=slugs, pk__in=Aanvraag.objects.filter(gemeente=account.gemeente_id).values("traject__versie")
    )
    gebruikt = gebruikt.exclude(pk__in=[v.pk for v in begint]).defer("tekst")
    oud = sorted(gebruikt, key=lambda v: (v.geldig_vanaf, v.geladen_op), reverse=True)
    return [*begint, *oud]
