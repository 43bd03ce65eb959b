"""A double submit does one thing."""

from uuid import uuid4

import pytest

from draden import tegelijk
from fabriek import NU, een_account, een_huishouden, een_team
from samenspel.huishouden.models import Huishouden
from samenspel.invoer.models import Verzoek
from samenspel.invoer.services import OngeldigPad, VerzoekVanAnder, eenmalig
from samenspel.organisatie.models import Account, Team


def maak(team: Team) -> str:
    return f"/huishoudens/{een_huishouden(team=team).pk}"


@pytest.fixture
def account() -> Account:
    return een_account(een_team())


@pytest.mark.django_db
def test_a_repeat_gets_the_first_outcome_and_does_nothing(account: Account) -> None:
    assert account.team is not None
    verzoek, team = uuid4(), account.team
    eerste = eenmalig(verzoek=verzoek, account=account, doe=lambda: maak(team), nu=NU)
    tweede = eenmalig(verzoek=verzoek, account=account, doe=lambda: maak(team), nu=NU)

    assert eerste == tweede
    assert Huishouden.objects.count() == 1


@pytest.mark.django_db
def test_two_requests_are_two_things(account: Account) -> None:
    assert account.team is not None
    team = account.team
    paden = {eenmalig(verzoek=uuid4(), account=account, doe=lambda: maak(team), nu=NU) for _ in range(2)}

    assert len(paden) == 2


@pytest.mark.django_db
def test_what_failed_leaves_nothing_and_may_be_done_again(account: Account) -> None:
    assert account.team is not None
    verzoek, team = uuid4(), account.team

    def mislukt() -> str:
        maak(team)
        raise LookupError

    with pytest.raises(LookupError):
        eenmalig(verzoek=verzoek, account=account, doe=mislukt, nu=NU)
    assert not Huishouden.objects.exists()
    assert not Verzoek.objects.exists()
    assert eenmalig(verzoek=verzoek, account=account, doe=lambda: "/gelukt", nu=NU) == "/gelukt"


@pytest.mark.django_db
def test_somebody_elses_request_is_refused(account: Account) -> None:
    verzoek = uuid4()
    eenmalig(verzoek=verzoek, account=account, doe=lambda: "/van-mij", nu=NU)

    with pytest.raises(VerzoekVanAnder):
        eenmalig(verzoek=verzoek, account=een_account(account.team), doe=lambda: "/van-ander", nu=NU)


@pytest.mark.django_db
def test_an_outcome_on_another_site_is_refused(account: Account) -> None:
    with pytest.raises(OngeldigPad):
        eenmalig(verzoek=uuid4(), account=account, doe=lambda: "//elders.nl", nu=NU)


@pytest.mark.django_db(transaction=True)
def test_submits_at_once_do_one_thing_and_all_get_its_outcome(account: Account) -> None:
    assert account.team is not None
    verzoek, team = uuid4(), account.team

    paden = tegelijk(lambda: eenmalig(verzoek=verzoek, account=account, doe=lambda: maak(team), nu=NU))

    assert len(paden) == 4
    assert len(set(paden)) == 1
    assert Huishouden.objects.count() == 1
