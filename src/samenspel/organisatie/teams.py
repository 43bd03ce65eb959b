"""Keeping the teams and the neighbourhoods they work for."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, ProtectedError

from samenspel.casus.models import Traject
from samenspel.delen.versies import Versieconflict
from samenspel.kern.stand import Geweigerd
from samenspel.organisatie.basis import zelfde_gemeente
from samenspel.organisatie.logboek import noteer_daad
from samenspel.organisatie.models import Account, Daadsoort, Team, Wijk

__all__ = ["beeindig_team", "hernoem_wijk", "maak_team", "maak_wijk", "verwijder_wijk", "wijzig_team"]


@transaction.atomic
def maak_team(*, door: Account, naam: str, wijken: Collection[Wijk], nu: datetime) -> Team:
    """Make a team for some neighbourhoods; none: for all."""
    zelfde_gemeente(door, *wijken)
    team = Team.objects.create(gemeente=door.gemeente, naam=naam)
    team.wijken.set(wijken)
    _noteer(door, team, "erbij", nu)
    return team


@transaction.atomic
def wijzig_team(*, door: Account, team: Team, naam: str, wijken: Collection[Wijk], versie: int, nu: datetime) -> None:
    """Another name or other neighbourhoods. Raises Versieconflict."""
    zelfde_gemeente(door, team, *wijken)
    if not Team.objects.filter(pk=team.pk, versie=versie).update(versie=F("versie") + 1, naam=naam):
        raise Versieconflict(None, Team.objects.get(pk=team.pk).versie)
    team.wijken.set(wijken)
    _noteer(door, team, "naam of wijken", nu)


@transaction.atomic
def beeindig_team(*, door: Account, team: Team, vandaag: date, nu: datetime) -> None:
    """The team is no more. Raises Geweigerd while people or open trajecten depend on it."""
    zelfde_gemeente(door, team)
    mensen = Account.objects.filter(team=team, is_active=True).count()
    trajecten = Traject.objects.filter(casus__huishouden__team=team, open=True).count()
    if mensen or trajecten:
        raise Geweigerd(
            f"{team.naam} kan nog niet weg: er werken {mensen} mensen en er lopen {trajecten} trajecten."
            " Geef die eerst een ander team."
        )
    team.tot = vandaag
    team.save(update_fields=["tot"])
    noteer_daad(gemeente=team.gemeente, soort=Daadsoort.TEAM_BEEINDIGD, door=door, ding=team.pk, nu=nu)


@transaction.atomic
def maak_wijk(*, door: Account, naam: str, nu: datetime) -> Wijk:
    """Add a neighbourhood."""
    wijk = Wijk.objects.create(gemeente=door.gemeente, naam=naam)
    _noteer(door, wijk, "wijk erbij", nu)
    return wijk


@transaction.atomic
def hernoem_wijk(*, door: Account, wijk: Wijk, naam: str, nu: datetime) -> None:
    """Give a neighbourhood another name."""
    zelfde_gemeente(door, wijk)
    wijk.naam = naam
    wijk.save(update_fields=["naam"])
    _noteer(door, wijk, "naam van wijk", nu)


@transaction.atomic
def verwijder_wijk(*, door: Account, wijk: Wijk, nu: datetime) -> None:
    """Take a neighbourhood away. Raises Geweigerd where households, teams or tables belong to it."""
    zelfde_gemeente(door, wijk)
    if wijk.team_set.exists():
        raise Geweigerd(f"Bij {wijk.naam} hoort nog een team. Haal de wijk daar eerst weg.")
    pk = wijk.pk
    try:
        wijk.delete()
    except ProtectedError:
        raise Geweigerd(f"Bij {wijk.naam} horen nog huishoudens of tafels. Daarom blijft de wijk staan.") from None
    noteer_daad(gemeente=door.gemeente, soort=Daadsoort.TEAM_BEEINDIGD, door=door, wat="wijk", ding=pk, nu=nu)


def _noteer(door: Account, rij: Team | Wijk, wat: str, nu: datetime) -> None:
    noteer_daad(gemeente=door.gemeente, soort=Daadsoort.TEAM_GEWIJZIGD, door=door, wat=wat, ding=rij.pk, nu=nu)
