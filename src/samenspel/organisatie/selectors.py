"""Which taken somebody has now, and who is away."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from samenspel.delen.perioden import loopt
from samenspel.organisatie.models import Account, Afwezigheid, Taak, Taakvervulling, Team

__all__ = [
    "afwezig_en_vervangen_door",
    "afwezigheid_van",
    "geleide_teams",
    "leidt",
    "nog_afwezig",
    "taken_van",
    "toezichthouders",
]


def taken_van(account: Account, dag: date) -> frozenset[Taak]:
    """The taken of this account on this day."""
    rijen = Taakvervulling.objects.filter(loopt(dag), account=account, gemeente_id=account.gemeente_id)
    return frozenset(Taak(taak) for taak in rijen.values_list("taak", flat=True))


def toezichthouders(dag: date) -> QuerySet[Taakvervulling, UUID]:
    """Keys of the accounts that watch over who looks into dossiers, on this day."""
    return Taakvervulling.objects.filter(loopt(dag), taak=Taak.PRIVACY.value).values_list("account", flat=True)


def geleide_teams(account: Account, dag: date) -> list[Team]:
    """The teams that this account leads on this day, by name."""
    rijen = Taakvervulling.objects.filter(loopt(dag), account=account, taak=Taak.TEAMLEIDING.value)
    return list(Team.objects.filter(pk__in=rijen.values("team")).order_by("naam"))


def leidt(account: Account, ander: Account, dag: date) -> bool:
    """Whether this account leads the team in which the other works."""
    rijen = Taakvervulling.objects.filter(loopt(dag), account=account, taak=Taak.TEAMLEIDING.value)
    return ander.team_id is not None and rijen.filter(team=ander.team_id).exists()


def afwezig_en_vervangen_door(account: Account, dag: date) -> QuerySet[Afwezigheid, UUID]:
    """Keys of the accounts that are away on this day and for whom this account stands in."""
    rijen = Afwezigheid.objects.filter(loopt(dag), gemeente=account.gemeente_id, vervanger=account)
    return rijen.values_list("account", flat=True)


def nog_afwezig(dag: date) -> Q:
    """Absences that go on today or begin later."""
    return Q(tot__isnull=True) | Q(tot__gt=dag)


def afwezigheid_van(account: Account, dag: date) -> Afwezigheid | None:
    """The absence of this account that goes on today, or else the next one."""
    rijen = Afwezigheid.objects.filter(nog_afwezig(dag), account=account).select_related("vervanger")
    return rijen.order_by("van").first()
