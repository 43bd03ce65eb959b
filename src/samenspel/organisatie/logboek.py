"""What was done to how a municipality is set up: written down once, never changed."""

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from samenspel.organisatie.models import Account, Beheerdaad, Daadsoort, Gemeente

__all__ = ["beheerdaden", "noteer_daad"]


def noteer_daad(
    *,
    gemeente: Gemeente,
    soort: Daadsoort,
    door: Account | None,
    nu: datetime | None,
    account: Account | None = None,
    wat: str = "",
    ding: UUID | None = None,
) -> Beheerdaad:
    """Add one line. `door` None: the command line; `wat` holds codes, names of fields or days, no words of people."""
    return Beheerdaad.objects.create(
        gemeente=gemeente,
        soort=soort.value,
        door=door,
        account=account,
        wat=wat[:250],
        ding=ding,
        op=nu or timezone.now(),
    )


def beheerdaden(gemeente_id: UUID, *, vanaf: date | None = None) -> list[Beheerdaad]:
    """The lines of a municipality, the newest first."""
    rijen = Beheerdaad.objects.filter(gemeente_id=gemeente_id).select_related("door", "account")
    if vanaf is not None:
        rijen = rijen.filter(op__date__gte=vanaf)
    return list(rijen.order_by("-op", "pk"))
