"""Which words of a dossier are about one person only, and which items about others too."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from samenspel.delen.models import Item, Woorden
from samenspel.huishouden.models import Persoon

__all__ = ["items_ook_over_anderen", "woorden_bij", "woorden_van_alleen"]


def woorden_van_alleen(persoon: Persoon) -> QuerySet[Woorden]:
    """Words, not yet erased, of items that are about this person and nobody else."""
    items = _items_over(persoon).exclude(_ook_over_anderen(persoon))
    return Woorden.objects.filter(item__in=items, gewist_op__isnull=True)


def items_ook_over_anderen(persoon: Persoon) -> QuerySet[Item]:
    """Items with words about this person and others, so that a human can judge what to do with those."""
    woorden = Woorden.objects.filter(item_id=OuterRef("pk"), gewist_op__isnull=True)
    items = _items_over(persoon).filter(_ook_over_anderen(persoon), Exists(woorden))
    return items.order_by("casus_id", "gemaakt_op")


def _items_over(persoon: Persoon) -> QuerySet[Item]:
    return Item.objects.filter(gemeente=persoon.gemeente_id, betreft=persoon)


def _ook_over_anderen(persoon: Persoon) -> Exists:
    betreft = Item.betreft.through.objects.filter(item_id=OuterRef("pk"))
    return Exists(betreft.exclude(persoon_id=persoon.pk))


def woorden_bij(items: Iterable[UUID]) -> dict[UUID, dict[str, str]]:
    """The words of many items as they stand now; an item without words, or with erased words, has none."""
    welke = list(items)
    if not welke:
        return {}
    rijen = Woorden.objects.filter(item__in=welke).order_by("volgnummer").values_list("item_id", "inhoud")
    return {item: dict(inhoud) for item, inhoud in dict(rijen).items() if inhoud}
