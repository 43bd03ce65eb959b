"""Which taken somebody has now."""

from datetime import date

from samenspel.delen.perioden import loopt
from samenspel.organisatie.models import Account, Taak, Taakvervulling, Team

__all__ = ["geleide_teams", "taken_van"]


def taken_van(account: Account, dag: date) -> frozenset[Taak]:
    """The taken of this account on this day."""
    rijen = Taakvervulling.objects.filter(loopt(dag), account=account, gemeente_id=account.gemeente_id)
    return frozenset(Taak(taak) for taak in rijen.values_list("taak", flat=True))


def geleide_teams(account: Account, dag: date) -> list[Team]:
    """The teams that this account leads on this day, by name."""
    rijen = Taakvervulling.objects.filter(loopt(dag), account=account, taak=Taak.TEAMLEIDING.value)
    return list(Team.objects.filter(pk__in=rijen.values("team")).order_by("naam"))
