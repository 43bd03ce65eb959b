"""Professionals who may take an action on in a casus."""

from samenspel.casus.models import Casusrol
from samenspel.delen.models import Helpt
from samenspel.delen.perioden import loopt
from samenspel.organisatie.models import Account
from samenspel.web.blik import Blik

__all__ = ["collegas"]


def collegas(blik: Blik) -> list[Account]:
    """Of the regisseur's team, with a rol in this casus, or helping along."""
    gevonden = Account.objects.filter(gemeente_id=blik.casus.gemeente_id, is_active=True, persoon__isnull=True)
    in_casus = Casusrol.objects.filter(loopt(blik.dag), casus=blik.casus).values("account")
    helpt = Helpt.objects.filter(loopt(blik.dag), casus=blik.casus).values("account")
    samen = gevonden.filter(pk__in=in_casus) | gevonden.filter(pk__in=helpt) | gevonden.filter(pk=blik.account.pk)
    if blik.account.team_id is not None:
        samen |= gevonden.filter(team=blik.account.team_id)
    return list(samen.distinct().order_by("naam"))
