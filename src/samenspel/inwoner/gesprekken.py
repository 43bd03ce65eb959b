"""Talks about the resident: calls that were promised, with whom was spoken, meetings that were held."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate

from samenspel.casus.models import Contact
from samenspel.inwoner.namen import roepnaam
from samenspel.overleg.models import Agendapunt
from samenspel.regie.reacties import Reactie
from samenspel.web.blik import Blik
from samenspel.web.tekst import dag_kort


def contacten(blik: Blik) -> list[Contact]:
    """Talks that this resident may read, as they were written down."""
    rijen = Contact.objects.select_related("item__eigenaar", "contactpersoon__organisatie")
    return blik.leesbare(rijen.order_by("item__gemaakt_op"))


def bellen(blik: Blik, gesproken: Iterable[Contact]) -> list[dict[str, Any]]:
    """Calls that were promised for today or later, each the last talk of its traject; `gesproken`: `contacten`."""
    laatste = {(c.traject_id, c.partner): c for c in gesproken}
    woorden = blik.woorden([c.pk for c in laatste.values()])
    return [
        {
            "item": c.pk,
            "wie": roepnaam(c.item.eigenaar.naam),
            "met": woorden.get(c.pk, {}).get("met", ""),
            "wanneer": dag_kort(c.terugbellen_op, blik.dag),
        }
        for c in laatste.values()
        if c.terugbellen_op is not None and c.terugbellen_op >= blik.dag
    ]


def gesproken_met(blik: Blik, gesproken: Iterable[Contact]) -> list[dict[str, str]]:
    """With whom outside the household was spoken, each with the last day; `gesproken`: `contacten`."""
    rijen = sorted((c for c in gesproken if c.persoon_id is None), key=lambda c: c.op, reverse=True)
    woorden, laatst = blik.woorden([c.pk for c in rijen]), dict[str, str]()
    for c in rijen:
        wie = c.contactpersoon.organisatie.naam if c.contactpersoon is not None else woorden.get(c.pk, {}).get("met")
        if wie:
            laatst.setdefault(wie, dag_kort(localdate(c.op), blik.dag))
    return [{"wie": wie, "wanneer": wanneer} for wie, wanneer in laatst.items()]


def overleggen(blik: Blik, reacties: dict[UUID, list[Reactie]]) -> list[dict[str, Any]]:
    """Meetings that were held, with what the chair wrote for the resident."""
    gehouden = Agendapunt.objects.filter(gehouden_op__isnull=False)
    punten = blik.leesbare(gehouden.select_related("tafel").order_by("-op"))
    woorden = blik.woorden([p.pk for p in punten])
    return [
        {
            "item": p.pk,
            "naam": p.tafel.naam,
            "wanneer": dag_kort(localdate(p.op), blik.dag),
            "tekst": woorden.get(p.pk, {}).get("voor_inwoner", ""),
            "reacties": reacties.get(p.pk, []),
        }
        for p in punten
    ]
