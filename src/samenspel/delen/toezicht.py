"""Looks and disclosures of a municipality, for who watches over privacy: which looks are unusual, by visible rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncDate
from django.utils.timezone import get_default_timezone, make_aware

from samenspel.delen.models import Grondslag, Inzage, Verstrekking

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


def opvallend(gemeente: UUID, van: date, tot: date) -> Mapping[str, list[Opvallend]]:
    """Per rule who stands out in the period: refused for want of a right, looking at night, many dossiers on a day."""
    rijen = _in(gemeente, van, tot).filter(account__persoon__isnull=True)
    in_dossier = rijen.filter(casus__isnull=False, geweigerd=False)
    per_dag = (
        in_dossier.values("account", "account__naam", dag=TruncDate("op"))
        .annotate(n=Count("casus", distinct=True))
        .filter(n__gte=settings.TOEZICHT_VEEL)
        .order_by("-n")
    )
    return {
        "geen_recht": _per_account(rijen.filter(geweigerd=True)),
        "nacht": _per_account(in_dossier.filter(_nacht())),
        "veel": [Opvallend(r["account"], r["account__naam"], r["n"], r["dag"]) for r in per_dag[:_MEEST]],
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


def _per_account(rijen: QuerySet[Inzage]) -> list[Opvallend]:
    per = rijen.values("account", "account__naam").annotate(n=Count("pk")).order_by("-n")
    return [Opvallend(r["account"], r["account__naam"], r["n"]) for r in per[:_MEEST]]


def _nacht() -> Q:
    laat, vroeg = settings.TOEZICHT_NACHT
    return Q(op__hour__gte=laat) | Q(op__hour__lt=vroeg)


def _in(gemeente: UUID, van: date, tot: date) -> QuerySet[Inzage]:
    return Inzage.objects.filter(gemeente=gemeente, op__gte=_begin(van), op__lt=_begin(tot + timedelta(days=1)))


def _begin(dag: date) -> datetime:
    return make_aware(datetime.combine(dag, time.min), get_default_timezone())
