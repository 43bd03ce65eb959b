"""Reading lessons."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet

from samenspel.leren.models import Les

__all__ = ["lessen_van"]


def lessen_van(
    gemeente: UUID, *, tekst: str = "", leefgebieden: Collection[str] = (), wet: str = "", niveau: str = ""
) -> QuerySet[Les]:
    """Lessons of a municipality that hold every word of the text and are about this, the newest first.

    `leefgebieden`: codes of which one is enough.
    """
    rijen = Les.objects.filter(gemeente=gemeente)
    for woord in tekst.split():
        rijen = rijen.filter(tekst__icontains=woord)
    if leefgebieden:
        rijen = rijen.filter(leefgebied__in=list(leefgebieden))
    over = {"wet": wet, "niveau": niveau}
    rijen = rijen.filter(**{naam: waarde for naam, waarde in over.items() if waarde})
    return rijen.select_related("sessie", "geschreven_door", "knelpunt__item").order_by("-geschreven_op")
