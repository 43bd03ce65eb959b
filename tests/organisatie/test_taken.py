"""Who has a taak, from when to when; and that it opens no dossier."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from fabriek import VANDAAG
from samenspel.organisatie.models import Account, Gemeente, Taak, Taakvervulling, Team
from samenspel.organisatie.selectors import geleide_teams, taken_van
from samenspel.organisatie.services import geef_taak, maak_account

pytestmark = pytest.mark.django_db


@pytest.fixture
def team() -> Team:
    return Team.objects.create(gemeente=Gemeente.objects.create(naam="Hier", code="hier"), naam="Team Een")


@pytest.fixture
def account(team: Team) -> Account:
    return maak_account(gemeente=team.gemeente, gebruikersnaam="iemand", naam="Iemand", wachtwoord=None, team=team)


def test_a_taak_holds_from_its_first_day_until_it_ends(account: Account, team: Team) -> None:
    leiding = geef_taak(account=account, taak=Taak.TEAMLEIDING, van=VANDAAG, team=team)
    geef_taak(account=account, taak=Taak.BELEID, van=VANDAAG + timedelta(days=1))
    assert taken_van(account, VANDAAG - timedelta(days=1)) == frozenset()
    assert taken_van(account, VANDAAG) == {Taak.TEAMLEIDING}
    assert geleide_teams(account, VANDAAG) == [team]
    leiding.tot = VANDAAG + timedelta(days=1)
    leiding.save()
    assert taken_van(account, VANDAAG + timedelta(days=1)) == {Taak.BELEID}
    assert geleide_teams(account, VANDAAG + timedelta(days=1)) == []


@pytest.mark.parametrize(
    ("taak", "met_team"), [(Taak.TEAMLEIDING, False), (Taak.PRIVACY, True)], ids=["leidt niets", "team te veel"]
)
def test_only_teamleiding_goes_with_a_team(account: Account, team: Team, taak: Taak, met_team: bool) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        geef_taak(account=account, taak=taak, van=VANDAAG, team=team if met_team else None)


@pytest.mark.parametrize("taak", list(Taak))
def test_nobody_has_the_same_taak_twice(account: Account, team: Team, taak: Taak) -> None:
    van_team = team if taak is Taak.TEAMLEIDING else None
    geef_taak(account=account, taak=taak, van=VANDAAG, team=van_team)
    with pytest.raises(IntegrityError), transaction.atomic():
        geef_taak(account=account, taak=taak, van=VANDAAG, team=van_team)
    assert Taakvervulling.objects.count() == 1
