"""Erasing the words about one person: one proposes, another confirms, and the history stays whole."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from samenspel.casus.models import Casus
from samenspel.delen.models import Wisverzoek
from samenspel.delen.selectors import woorden_van_alleen
from samenspel.delen.services import wis_woorden
from samenspel.huishouden.models import Persoon
from samenspel.kern.delen.wissen import Wisgrond, weigering_besluit
from samenspel.kern.stand import Geweigerd
from samenspel.organisatie.basis import zelfde_gemeente
from samenspel.organisatie.models import Account, Taak
from samenspel.organisatie.selectors import taken_van

__all__ = ["besluit_wissen", "stel_wissen_voor", "te_wissen"]


def te_wissen(verzoek: Wisverzoek) -> int:
    """How many texts go when this is confirmed now."""
    return woorden_van_alleen(verzoek.persoon).count()


def stel_wissen_voor(
    *, casus: Casus, persoon: Persoon, grond: Wisgrond, reden: str, account: Account, nu: datetime
) -> Wisverzoek:
    """Propose it; nothing goes yet. Raises Geweigerd."""
    zelfde_gemeente(casus, persoon, account)
    with transaction.atomic():
        _vereis_taak(account, nu)
        if Wisverzoek.objects.filter(persoon=persoon, besloten_op__isnull=True).exists():
            raise Geweigerd("Voor deze persoon ligt er al een voorstel.")
        return Wisverzoek.objects.create(
            gemeente_id=casus.gemeente_id,
            casus=casus,
            persoon=persoon,
            grond=grond.value,
            reden=reden,
            voorgesteld_door=account,
            voorgesteld_op=nu,
        )


def besluit_wissen(*, verzoek: Wisverzoek, akkoord: bool, reden: str, account: Account, nu: datetime) -> None:
    """Confirm, so that the words go, or refuse. Raises Geweigerd."""
    zelfde_gemeente(verzoek, account)
    with transaction.atomic():
        _vereis_taak(account, nu)
        vers = Wisverzoek.objects.select_for_update().select_related("persoon").get(pk=verzoek.pk)
        if nee := weigering_besluit(
            voorgesteld_door=str(vers.voorgesteld_door_id), wie=str(account.pk), besloten=vers.besloten_op is not None
        ):
            raise Geweigerd(nee)
        vers.gewist = wis_woorden(persoon=vers.persoon, account=account, nu=nu) if akkoord else None
        vers.besloten_door, vers.besloten_op, vers.besluit_reden = account, nu, reden
        vers.save()


def _vereis_taak(account: Account, nu: datetime) -> None:
    if Taak.PRIVACY not in taken_van(account, localdate(nu)):
        raise Geweigerd("Dit doet alleen wie op privacy toeziet.")
