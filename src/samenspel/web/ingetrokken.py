"""What was withdrawn, by the words that tell what it was, for the regisseur to put back."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse

from samenspel.delen.intrekken import REDEN
from samenspel.delen.models import Item
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.plan.models import Deelname
from samenspel.regie.intrekken import intrekbare
from samenspel.web.blik import Blik
from samenspel.web.planlijnen import deelnemers

__all__ = ["ingetrokken", "omschrijvingen", "uit_logboek"]

KERN = ("wat", "waarover", "naam")
"""The words that tell what something is, of those kinds that have one."""


def ingetrokken(blik: Blik, *soorten: Gegevenssoort) -> list[dict[str, Any]]:
    """What was withdrawn of these kinds, for the regisseur, and why."""
    if not blik.regie:
        return []
    weg = blik.items(*soorten).filter(ingetrokken_op__isnull=False)
    items = list(intrekbare(weg).order_by("-ingetrokken_op"))
    return _regels(blik, items, omschrijvingen(blik, items), {i.pk: "item_terugzetten" for i in items})


def uit_logboek(blik: Blik) -> list[dict[str, Any]]:
    """Lines of the logboek and contacts that were withdrawn, for the regisseur, and why."""
    if not blik.regie:
        return []
    weg = blik.items(Gegevenssoort.CONTACTEN).filter(ingetrokken_op__isnull=False).order_by("-ingetrokken_op")
    regels, contacten = list(weg.filter(logboekregel__isnull=False)), list(weg.filter(contact__isnull=False))
    adressen = {i.pk: "logboekregel_terugzetten" for i in regels} | {i.pk: "contact_terugzetten" for i in contacten}
    woorden = blik.woorden(list(adressen))
    wat = {pk: _kort(woorden.get(pk, {}), "tekst", "gezegd", "afgesproken") for pk in adressen}
    wat |= {i.pk: f"Contact met {woorden.get(i.pk, {}).get('met') or 'iemand'}. {wat[i.pk]}".strip() for i in contacten}
    return _regels(blik, [*regels, *contacten], wat, adressen)


def _regels(
    blik: Blik, items: Sequence[Item], wat: Mapping[UUID, str], adressen: Mapping[UUID, str]
) -> list[dict[str, Any]]:
    woorden = blik.woorden([i.pk for i in items])
    return [
        {
            "wat": wat[i.pk] or "Zonder woorden",
            "reden": woorden.get(i.pk, {}).get(REDEN, ""),
            "op": i.ingetrokken_op,
            "terugzetten": reverse(adressen[i.pk], args=[i.pk]),
        }
        for i in items
    ]


def omschrijvingen(blik: Blik, items: Iterable[Item]) -> dict[UUID, str]:
    """Per item what it is, in a few words; empty where there are none."""
    sleutels = [i.pk for i in items]
    woorden = blik.woorden(sleutels)
    namen = {sleutel: _kort(woorden.get(sleutel, {}), *KERN) for sleutel in sleutels}
    rijen = list(Deelname.objects.filter(pk__in=sleutels).select_related("item"))
    doelen = blik.woorden({rij.doel_id for rij in rijen})
    wie = deelnemers(blik, rijen)
    return namen | {
        rij.pk: f"{wie[rij.pk]} bij: {doelen.get(rij.doel_id, {}).get('tekst', 'een doel')}" for rij in rijen
    }


def _kort(woorden: dict[str, str], *eerst: str) -> str:
    eigen = {sleutel: tekst for sleutel, tekst in woorden.items() if tekst and sleutel != REDEN}
    return next((eigen[sleutel] for sleutel in eerst if sleutel in eigen), next(iter(eigen.values()), ""))
