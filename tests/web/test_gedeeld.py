"""Who has a grondslag or helps along finds the dossier in Mijn werk, with what and until when; nobody else does."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fabriek import een_account, een_casus, een_huishouden, leden_van
from samenspel.casus.models import Casus
from samenspel.delen.models import Grondslag, Inzage
from samenspel.kern.werkwijze.model import AvgGrondslag, Gegevenssoort
from samenspel.organisatie.models import Account
from samenspel.regie.delen_met import Delen, beeindig_grondslag, leg_grondslag_vast, voeg_helper_toe

pytestmark = pytest.mark.django_db
LEEG = "Niemand deelt nu een dossier met u."


@pytest.fixture
def casus() -> Casus:
    return een_casus(een_huishouden("Anna Jansen", naam="Gezin Jansen"))


@pytest.fixture
def ander(casus: Casus) -> Account:
    return een_account(gemeente=casus.gemeente)


def deel(casus: Casus, partner: Account, over_dagen: int = 0) -> Grondslag:
    vandaag = timezone.localdate()
    delen = Delen(
        partner=partner,
        soorten=(Gegevenssoort.PLAN, Gegevenssoort.CONTACTEN),
        personen=tuple(leden_van(casus.huishouden)),
        doel="Meedenken",
        avg_6=AvgGrondslag.ALGEMEEN_BELANG,
        uitzondering_9_10="Niet nodig.",
        geheim="Ontheven.",
        convenant="Convenant.",
        van=vandaag + timedelta(days=over_dagen),
        tot=vandaag + timedelta(days=30),
    )
    return leg_grondslag_vast(casus=casus, delen=delen, account=casus.regisseur, nu=timezone.now())


def mijn_werk(client: Client, account: Account) -> str:
    client.force_login(account)
    return " ".join(client.get(reverse("mijn_werk")).content.decode().split())


def test_a_partner_finds_what_is_shared_and_one_look_is_noted(client: Client, casus: Casus, ander: Account) -> None:
    deel(casus, ander)
    tekst = mijn_werk(client, ander)
    for deel_ervan in ("Gezin Jansen", "gesprekken en telefoontjes", "over Anna", casus.regisseur.naam, "tot en met"):
        assert deel_ervan in tekst
    assert Inzage.objects.get(account=ander).ids == [str(casus.pk)]


def test_a_helper_finds_whom_they_help(client: Client, casus: Casus, ander: Account) -> None:
    wie = leden_van(casus.huishouden)
    voeg_helper_toe(casus=casus, helper=ander, personen=wie, account=casus.regisseur, nu=timezone.now())
    tekst = mijn_werk(client, ander)
    assert "u helpt mee: uw eigen deel" in tekst and "tot het wordt gestopt" in tekst and "Gezin Jansen" in tekst


def test_not_before_it_begins_nor_after_it_ended_nor_to_another(client: Client, casus: Casus, ander: Account) -> None:
    deel(casus, ander, over_dagen=2)
    assert LEEG in mijn_werk(client, ander)
    lopend = deel(casus, ander)
    assert "Gezin Jansen" in mijn_werk(client, ander)
    assert "Gezin Jansen" not in mijn_werk(client, een_account(gemeente=casus.gemeente))
    beeindig_grondslag(grondslag=lopend, account=casus.regisseur, nu=timezone.now())
    tekst = mijn_werk(client, ander)
    assert LEEG in tekst and "Gezin Jansen" not in tekst
