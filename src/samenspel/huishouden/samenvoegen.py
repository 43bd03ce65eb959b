"""One row refers to another that stays: a household or a person that was recorded twice. Nothing else changes."""

from django.db import transaction

from samenspel.huishouden.models import Huishouden, Persoon
from samenspel.organisatie.basis import zelfde_gemeente

__all__ = ["AlSamengevoegd", "haal_uit_elkaar", "voeg_samen"]


class AlSamengevoegd(Exception):
    """One of both takes part in another merge already."""

    def __init__(self) -> None:
        super().__init__("Een van beide is al met een ander samengevoegd. Maak dat eerst ongedaan.")


def voeg_samen(*, blijft: Huishouden | Persoon, gaat: Huishouden | Persoon) -> None:
    """Let `gaat` refer to `blijft`. Raises AlSamengevoegd: no chains, so that taking apart asks for no order."""
    zelfde_gemeente(blijft, gaat)
    soort = type(gaat)
    with transaction.atomic():
        rijen = {r.pk: r for r in soort.objects.select_for_update().filter(pk__in=[blijft.pk, gaat.pk]).order_by("pk")}
        bezet = any(r.samengevoegd_met_id is not None for r in rijen.values())
        if bezet or len(rijen) < 2 or soort.objects.filter(samengevoegd_met=gaat.pk).exists():
            raise AlSamengevoegd
        soort.objects.filter(pk=gaat.pk).update(samengevoegd_met=blijft.pk)


def haal_uit_elkaar(gaat: Huishouden | Persoon) -> None:
    """Let it stand on its own again."""
    type(gaat).objects.filter(pk=gaat.pk).update(samengevoegd_met=None)
