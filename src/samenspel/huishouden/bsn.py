"""The burgerservicenummer of a person: encrypted, and found again only by who holds the key of the index."""

import hashlib
import hmac
from datetime import datetime
from uuid import UUID

from django.conf import settings

from samenspel.huishouden.models import Bsn, Persoon
from samenspel.invoer.versleuteling import ontsleutel, versleutel
from samenspel.organisatie.basis import zelfde_gemeente
from samenspel.organisatie.models import Account

__all__ = ["bewaar_bsn", "bsn_van", "heeft_dit_bsn", "wis_bsn"]


def bewaar_bsn(*, persoon: Persoon, bsn: str, grond: str, account: Account, nu: datetime) -> Bsn:
    """Keep a number that passed the eleven-proof, over the one that was there."""
    zelfde_gemeente(persoon, account)
    rij, _ = Bsn.objects.update_or_create(
        persoon=persoon,
        defaults={
            "gemeente_id": persoon.gemeente_id,
            "inhoud": versleutel({"bsn": [bsn]}, van=_van(persoon)),
            "blind": _blind(persoon.gemeente_id, bsn),
            "grond": grond,
            "vastgelegd_door": account,
            "vastgelegd_op": nu,
        },
    )
    return rij


def bsn_van(rij: Bsn) -> str:
    """The number itself; empty when the key is gone."""
    velden = ontsleutel(rij.inhoud, van=_van(rij.persoon))
    return velden["bsn"][0] if velden is not None else ""


def heeft_dit_bsn(*, gemeente_id: UUID, bsn: str) -> Persoon | None:
    """Who of this municipality has this number already."""
    rij = Bsn.objects.filter(gemeente=gemeente_id, blind=_blind(gemeente_id, bsn)).select_related("persoon").first()
    return rij.persoon if rij is not None else None


def wis_bsn(persoon: Persoon) -> bool:
    """Destroy the number; whether there was one."""
    aantal, _ = Bsn.objects.filter(persoon=persoon).delete()
    return aantal > 0


def _blind(gemeente_id: UUID, bsn: str) -> str:
    # Keyed, and other per municipality: the table tells nothing to who tries all numbers, or compares two of them.
    return hmac.new(settings.BLIND_SLEUTEL, f"bsn {gemeente_id} {bsn}".encode(), hashlib.sha256).hexdigest()


def _van(persoon: Persoon) -> str:
    return f"bsn {persoon.pk}"
