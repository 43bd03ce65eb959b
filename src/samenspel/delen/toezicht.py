"""Looks and disclosures of a municipality, for who watches over privacy: which looks are unusual, by visible rules."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.utils.timezone import get_default_timezone, make_aware

from samenspel.delen.models import Grondslag, Inzage, Inzagedag, Inzagetelling, Verstrekking
from samenspel.delen.perioden import dag_van
from samenspel.organisatie.models import Account, Gemeente

__all__ = ["Opvallend", "Vraag", "grondslagen_op", "inzagen", "opvallend", "verstrekkingen"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """Which looks are asked for; both days count. `nacht`: only at night."""

    van: date
    tot: date
    account: UUID | None = None
    casus: UUID | None = None
    reden: str = ""
    geweigerd: bool = False
    nacht: bool = False


@dataclass(frozen=True, slots=True)
class Opvallend:
    """An account that stands out by one of the rules, how often, and on which day if the rule is about a day."""

    account: UUID
    naam: str
    aantal: int
    dag: date | None = None


def inzagen(gemeente: UUID, vraag: Vraag) -> QuerySet[Inzage]:
    """The looks that answer the question, newest first."""
    rijen = _in(gemeente, vraag.van, vraag.tot)
    if vraag.account is not None:
        rijen = rijen.filter(account=vraag.account)
    if vraag.casus is not None:
        rijen = rijen.filter(casus=vraag.casus)
    if vraag.reden:
        rijen = rijen.filter(reden=vraag.reden)
    if vraag.geweigerd:
        rijen = rijen.filter(geweigerd=True)
    if vraag.nacht:
        rijen = rijen.filter(_nacht())
    return rijen.select_related("account__team", "casus").order_by("-op")


def opvallend(gemeente: UUID, van: date, tot: date, nu: datetime) -> Mapping[str, list[Opvallend]]:
    """Per rule who stands out in the period: refused for want of a right, looking at night, many dossiers on a day.

    Days that are over are counted once and kept: every look of everybody is a row.
    """
    over = dag_van(nu - _NOG_ONDERWEG) - timedelta(days=1)
    _tel_dagen(gemeente, van, min(tot, over))
    tellingen = [*_bewaard(gemeente, van, min(tot, over)), *_open_dagen(gemeente, max(van, over + _DAG), tot)]
    namen = Account.objects.in_bulk({t.account for t in tellingen})
    veel = sorted((t for t in tellingen if t.dossiers >= settings.TOEZICHT_VEEL), key=lambda t: -t.dossiers)
    return {
        "geen_recht": _per_account(tellingen, namen, lambda t: t.geweigerd),
        "nacht": _per_account(tellingen, namen, lambda t: t.nacht),
        "veel": [Opvallend(t.account, namen[t.account].naam, t.dossiers, t.dag) for t in veel[:_MEEST]],
    }


def grondslagen_op(gemeente: UUID, dag: date, *, lopend: bool) -> QuerySet[Grondslag]:
    """Bases on which is shared today, or on which was shared before."""
    loopt = Q(beeindigd_op__isnull=True) & (Q(tot__isnull=True) | Q(tot__gte=dag))
    rijen = Grondslag.objects.filter(loopt if lopend else ~loopt, gemeente=gemeente)
    return rijen.select_related("casus", "partner__team", "vastgelegd_door").order_by("-van", "pk")


def verstrekkingen(gemeente: UUID) -> QuerySet[Verstrekking]:
    """Documents that left, newest first."""
    rijen = Verstrekking.objects.filter(gemeente=gemeente)
    return rijen.select_related("casus", "grondslag", "account").order_by("-op", "pk")


_MEEST = 25
"""How many accounts a rule shows at most."""


_DAG = timedelta(days=1)
_NOG_ONDERWEG = timedelta(hours=1)
"""How long after midnight a look of the day before may still be written down."""


class _Telling(NamedTuple):
    """The looks of one colleague on one day."""

    account: UUID
    dag: date
    dossiers: int
    nacht: int
    geweigerd: int


def _per_account(
    tellingen: Iterable[_Telling], namen: Mapping[UUID, Account], wat: Callable[[_Telling], int]
) -> list[Opvallend]:
    per: Counter[UUID] = Counter()
    for telling in tellingen:
        per[telling.account] += wat(telling)
    return [Opvallend(account, namen[account].naam, n) for account, n in per.most_common(_MEEST) if n]


def _bewaard(gemeente: UUID, van: date, tot: date) -> list[_Telling]:
    """What stands out on days that were counted."""
    iets = Q(nacht__gt=0) | Q(geweigerd__gt=0) | Q(dossiers__gte=settings.TOEZICHT_VEEL)
    rijen = Inzagetelling.objects.filter(
        iets, inzagedag__gemeente=gemeente, inzagedag__dag__gte=van, inzagedag__dag__lte=tot
    )
    velden = rijen.values_list("account", "inzagedag__dag", "dossiers", "nacht", "geweigerd")
    return [_Telling(*rij) for rij in velden.order_by("inzagedag__dag", "account")]


def _open_dagen(gemeente: UUID, van: date, tot: date) -> Iterator[_Telling]:
    """The days that still go on."""
    for n in range((tot - van).days + 1):
        yield from _tel(gemeente, van + n * _DAG)


def _tel(gemeente: UUID, dag: date) -> list[_Telling]:
    """The looks of one day, by colleague; one's own plan is nobody's business."""
    rijen = _in(gemeente, dag, dag).filter(account__persoon__isnull=True)
    open_ = Q(casus__isnull=False, geweigerd=False)
    per = rijen.values("account").annotate(
        dossiers=Count("casus", distinct=True, filter=open_),
        nacht=Count("pk", filter=open_ & _nacht()),
        weg=Count("pk", filter=Q(geweigerd=True)),
    )
    velden = per.order_by("account").values_list("account", "dossiers", "nacht", "weg")
    return [_Telling(account, dag, dossiers, nacht, weg) for account, dossiers, nacht, weg in velden]


def _tel_dagen(gemeente: UUID, van: date, tot: date) -> None:
    """Count the days that were not yet, or when something else was night."""
    laat, vroeg = settings.TOEZICHT_NACHT
    dagen = Inzagedag.objects.filter(gemeente=gemeente, dag__gte=van, dag__lte=tot)
    alle = {van + n * _DAG for n in range((tot - van).days + 1)}
    if alle == set(dagen.filter(laat=laat, vroeg=vroeg).values_list("dag", flat=True)):
        return
    with transaction.atomic():
        # Of two who count at once, the second waits and finds what the first wrote.
        Gemeente.objects.select_for_update(no_key=True).get(pk=gemeente)
        dagen.exclude(laat=laat, vroeg=vroeg).delete()
        nog = sorted(alle - set(dagen.values_list("dag", flat=True)))
        nieuw = [Inzagedag(gemeente_id=gemeente, dag=dag, laat=laat, vroeg=vroeg) for dag in nog]
        Inzagedag.objects.bulk_create(nieuw)
        Inzagetelling.objects.bulk_create(_rij(dag, t) for dag in nieuw for t in _tel(gemeente, dag.dag))


def _rij(dag: Inzagedag, t: _Telling) -> Inzagetelling:
    return Inzagetelling(
        gemeente_id=dag.gemeente_id,
        inzagedag=dag,
        account_id=t.account,
        dossiers=t.dossiers,
        nacht=t.nacht,
        geweigerd=t.geweigerd,
    )


def _nacht() -> Q:
    laat, vroeg = settings.TOEZICHT_NACHT
    return Q(uur__gte=laat) | Q(uur__lt=vroeg)


def _in(gemeente: UUID, van: date, tot: date) -> QuerySet[Inzage]:
    return Inzage.objects.filter(gemeente=gemeente, op__gte=_begin(van), op__lt=_begin(tot + timedelta(days=1)))


def _begin(dag: date) -> datetime:
    return make_aware(datetime.combine(dag, time.min), get_default_timezone())
