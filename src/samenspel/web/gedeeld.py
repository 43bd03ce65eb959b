"""Dossiers that were shared with somebody: by a grondslag, or because they help along."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localdate

from samenspel.casus.models import Casus
from samenspel.delen.kijker import gedeelde_casussen
from samenspel.delen.models import Grondslag, Helpt
from samenspel.organisatie.models import Account
from samenspel.web.delentekst import loopt_op, opsomming, soorten_in_woorden
from samenspel.web.tekst import dag_kort

__all__ = ["Gedeeld", "gedeeld_met"]


@dataclass(frozen=True, slots=True)
class Gedeeld:
    """One household as the list shows it: who shared it, what may be read, and until when."""

    casus_id: UUID
    url: str
    huishouden: str
    door: str
    ziet: str
    over: str
    tot: str


def gedeeld_met(account: Account, nu: datetime) -> list[Gedeeld]:
    """What is shared with this account now, by household."""
    casussen = gedeelde_casussen(account, nu)
    regels = [*_grondslagen(account, casussen, nu), *_hulp(account, casussen, nu)]
    return sorted(regels, key=lambda r: (r.huishouden, r.ziet))


def _grondslagen(account: Account, casussen: set[UUID], nu: datetime) -> Iterator[Gedeeld]:
    dag = localdate(nu)
    heel = ~Q(avg_6="") & ~Q(uitzondering_9_10="") & ~Q(geheim="") & ~Q(convenant="")
    rijen = Grondslag.objects.filter(heel, partner=account, casus__in=casussen)
    for g in rijen.select_related("casus__huishouden", "vastgelegd_door").prefetch_related("personen"):
        if loopt_op(g, dag):
            ziet, over = opsomming(soorten_in_woorden(g.soorten)), opsomming([p.voornaam for p in g.personen.all()])
            tot = f"tot en met {dag_kort(g.tot, dag)}" if g.tot is not None else "tot het wordt gestopt"
            yield _regel(g.casus, g.vastgelegd_door, ziet, over, tot)


def _hulp(account: Account, casussen: set[UUID], nu: datetime) -> Iterator[Gedeeld]:
    """Who helps, helps until it is ended."""
    rijen = Helpt.objects.filter(account=account, casus__in=casussen, tot__isnull=True)
    for h in rijen.select_related("casus__huishouden", "casus__regisseur").prefetch_related("personen"):
        over = opsomming([p.voornaam for p in h.personen.all()])
        yield _regel(h.casus, h.casus.regisseur, "u helpt mee: uw eigen deel", over, "tot het wordt gestopt")


def _regel(casus: Casus, door: Account, ziet: str, over: str, tot: str) -> Gedeeld:
    return Gedeeld(
        casus_id=casus.pk,
        url=reverse("casus", args=[casus.pk]),
        huishouden=casus.huishouden.naam,
        door=door.naam,
        ziet=ziet,
        over=over,
        tot=tot,
    )
