"""What was written down by mistake is withdrawn with a reason, and can be put back; nothing is erased by it."""

from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet

from samenspel.delen.intrekken import trek_item_in, zet_item_terug
from samenspel.delen.models import Item, Woorden
from samenspel.kern.stand import Geweigerd
from samenspel.organisatie.models import Account
from samenspel.regie.deelnames import DEELNAME
from samenspel.regie.hulpen import HULP, LOKETZAAK
from samenspel.regie.netwerken import NETWERKLID
from samenspel.regie.rijen import Rijsoort
from samenspel.regie.spelers import voert_regie
from samenspel.regie.vastleggen import in_casus, leg_los_vast
from samenspel.regie.voorzieningen import VOORZIENING

__all__ = ["INTREKBAAR", "intrekbaar", "intrekbare", "trek_in", "zet_terug"]

INTREKBAAR: tuple[Rijsoort[Any], ...] = (NETWERKLID, HULP, LOKETZAAK, VOORZIENING, DEELNAME)
"""Kinds of row that stand by themselves: no rule of a werkwijze rests on them, as it does on a doel or an afspraak."""


def intrekbare(items: QuerySet[Item]) -> QuerySet[Item]:
    """Those of these items whose row may be withdrawn: what the row is decides, not the kind of data."""
    return items.filter(reduce(or_, (Q(**{f"{s.model._meta.model_name}__isnull": False}) for s in INTREKBAAR)))


def intrekbaar(item: Item) -> bool:
    """Whether the row of this item may be withdrawn."""
    return intrekbare(Item.objects.filter(pk=item.pk)).exists()


def trek_in(*, item: Item, reden: str, account: Account, versie: int, nu: datetime) -> None:
    """From now on only the regisseur sees it. Raises Geweigerd or Versieconflict."""
    with in_casus(item.casus):
        item.refresh_from_db(fields=["ingetrokken_op", "versie"])
        _vereis(item, account, nu)
        if item.ingetrokken_op is not None:
            raise Geweigerd("Dit is al ingetrokken.")
        woorden = trek_item_in(item=item, reden=reden, account=account, versie=versie, nu=nu)
        _leg_vast("item_ingetrokken", item, account, nu, woorden)


def zet_terug(*, item: Item, account: Account, nu: datetime) -> None:
    """As it was before it was withdrawn. Raises Geweigerd."""
    with in_casus(item.casus):
        item.refresh_from_db(fields=["ingetrokken_op", "versie"])
        _vereis(item, account, nu)
        if item.ingetrokken_op is None:
            raise Geweigerd("Dit is al teruggezet.")
        woorden = zet_item_terug(item=item, account=account, nu=nu)
        _leg_vast("item_teruggezet", item, account, nu, woorden)


def _vereis(item: Item, account: Account, nu: datetime) -> None:
    if not voert_regie(account, item.casus, nu):
        raise Geweigerd("Intrekken en terugzetten kan alleen de contactpersoon van het huishouden.")
    if not intrekbaar(item):
        raise Geweigerd("Dit kan niet worden ingetrokken.")


def _leg_vast(soort: str, item: Item, account: Account, nu: datetime, woorden: Woorden) -> None:
    leg_los_vast(
        casus=item.casus,
        soort=soort,
        gegevens={"item": str(item.pk), "gegevenssoort": item.soort},
        account=account,
        nu=nu,
        woorden=woorden,
    )
