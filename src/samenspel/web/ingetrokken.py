"""What was withdrawn, by the words that tell what it was, for the regisseur to put back."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from samenspel.delen.models import Item
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.plan.models import Deelname
from samenspel.regie.intrekken import REDEN, intrekbare
from samenspel.web.blik import Blik
from samenspel.web.planlijnen import deelnemers

__all__ = ["ingetrokken", "omschrijvingen"]

KERN = ("wat", "waarover", "naam")
"""The words that tell what something is, of those kinds that have one."""


def ingetrokken(blik: Blik, *soorten: Gegevenssoort) -> list[dict[str, Any]]:
    """What was withdrawn of these kinds, for the regisseur, and why."""
    if not blik.regie:
        return []
    weg = blik.items(*soorten).filter(ingetrokken_op__isnull=False)
    items = list(intrekbare(weg).order_by("-ingetrokken_op"))
    woorden, wat = blik.woorden([i.pk for i in items]), omschrijvingen(blik, items)
    return [
        {
            "item": i.pk,
            "wat": wat[i.pk] or "Zonder woorden",
            "reden": woorden.get(i.pk, {}).get(REDEN, ""),
            "op": i.ingetrokken_op,
        }
        for i in items
    ]


def omschrijvingen(blik: Blik, items: Iterable[Item]) -> dict[UUID, str]:
    """Per item what it is, in a few words; empty where there are none."""
    sleutels = [i.pk for i in items]
    woorden = blik.woorden(sleutels)
    namen = {sleutel: _kort(woorden.get(sleutel, {})) for sleutel in sleutels}
    rijen = list(Deelname.objects.filter(pk__in=sleutels).select_related("item"))
    doelen = blik.woorden({rij.doel_id for rij in rijen})
    wie = deelnemers(blik, rijen)
    return namen | {
        rij.pk: f"{wie[rij.pk]} bij: {doelen.get(rij.doel_id, {}).get('tekst', 'een doel')}" for rij in rijen
    }


def _kort(woorden: dict[str, str]) -> str:
    eigen = {sleutel: tekst for sleutel, tekst in woorden.items() if tekst and sleutel != REDEN}
    return next((eigen[sleutel] for sleutel in KERN if sleutel in eigen), next(iter(eigen.values()), ""))
