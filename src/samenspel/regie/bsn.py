"""The burgerservicenummer in a dossier: rows and history in one transaction; the number itself is in neither line."""

from datetime import datetime

from django.db.models import QuerySet

from samenspel.casus.models import Casus
from samenspel.huishouden import bsn as rijen
from samenspel.huishouden.models import Lidmaatschap, Persoon
from samenspel.kern.stand import Geweigerd
from samenspel.organisatie.models import Account
from samenspel.regie.vastleggen import in_casus, leg_los_vast

__all__ = ["leg_bsn_vast", "wis_bsn"]


def leg_bsn_vast(*, casus: Casus, persoon: Persoon, bsn: str, grond: str, account: Account, nu: datetime) -> None:
    """Keep the number of a person. Raises Geweigerd when it is somebody else's: they may be recorded twice."""
    with in_casus(casus):
        ander = rijen.heeft_dit_bsn(gemeente_id=casus.gemeente_id, bsn=bsn)
        if ander is not None and ander.pk != persoon.pk:
            raise Geweigerd(_van_een_ander(ander))
        rijen.bewaar_bsn(persoon=persoon, bsn=bsn, grond=grond, account=account, nu=nu)
        leg_los_vast(
            casus=casus,
            soort="bsn_vastgelegd",
            gegevens={"persoon": persoon.pk, "grond": grond},
            account=account,
            nu=nu,
            woorden=None,
        )


def wis_bsn(*, casus: Casus, persoon: Persoon, account: Account, nu: datetime) -> None:
    """Destroy the number of a person. Raises Geweigerd when there is none."""
    with in_casus(casus):
        if not rijen.wis_bsn(persoon):
            raise Geweigerd("Er is geen BSN meer vastgelegd.")
        leg_los_vast(
            casus=casus, soort="bsn_gewist", gegevens={"persoon": persoon.pk}, account=account, nu=nu, woorden=None
        )


def _van_een_ander(ander: Persoon) -> str:
    wie = ", ".join(dict.fromkeys(f"{c.regisseur.naam} {c.regisseur.telefoon}".strip() for c in _casussen(ander)))
    belt = f" Vraag contact: {wie}." if wie else ""
    return f"Dit nummer is al van iemand die bij de gemeente bekend is. Staat deze persoon er dubbel in?{belt}"


def _casussen(persoon: Persoon) -> QuerySet[Casus]:
    bij = Lidmaatschap.objects.filter(persoon=persoon, tot__isnull=True).values("huishouden")
    return Casus.objects.filter(huishouden__in=bij).select_related("regisseur").order_by("nummer")
