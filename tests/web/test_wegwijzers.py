"""The administrator keeps where residents turn to; residents read it with a link to call, or whom to ask."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bewoners import Wereld, plan_van
from fabriek import een_account
from samenspel.organisatie.models import Account, Beheerdaad, Taak, Wegwijzer, Wegwijzersoort
from samenspel.organisatie.services import geef_taak

pytestmark = pytest.mark.django_db

VELDEN = {"naam": "Naast U", "telefoon": "030 000 00 80", "adres": "Marktplein 1", "website": "https://naast-u.example"}


@pytest.fixture
def wereld() -> Wereld:
    return Wereld()


@pytest.fixture
def beheerder(wereld: Wereld) -> Account:
    account = een_account(wereld.regisseur.team)
    geef_taak(account=account, taak=Taak.BEHEER, van=timezone.localdate(), nu=timezone.now())
    return account


def _als(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def _bewaar(account: Account, soort: str = "clientondersteuner", **velden: str) -> int:
    gegevens = VELDEN | {"verzoek": str(uuid4())} | velden
    return _als(account).post(reverse("wegwijzer", args=[soort]), gegevens).status_code


def test_residents_call_with_one_touch_and_it_is_in_the_log(wereld: Wereld, beheerder: Account) -> None:
    anna = _als(wereld.inwoner)
    assert "hoe u er een krijgt" in anna.get(reverse("hulp_en_rechten")).content.decode()
    assert _bewaar(beheerder) == 303
    pagina = anna.get(reverse("hulp_en_rechten")).content.decode()
    assert 'href="tel:0300000080"' in pagina and "Naast U" in pagina and "Marktplein 1" in pagina
    assert 'href="https://naast-u.example"' in pagina and "hoe u er een krijgt" not in pagina
    assert "waar u een klacht naartoe stuurt" in pagina
    assert 'href="tel:0300000080"' in plan_van(anna, wereld.casus)
    daad = Beheerdaad.objects.get(soort="wegwijzer_gewijzigd")
    assert (daad.door, daad.wat) == (beheerder, "clientondersteuner")
    logboek = _als(beheerder).get(reverse("beheerlogboek")).content.decode()
    assert "wijzigde waar inwoners terechtkunnen" in logboek
    assert "030 000 00 80" in _als(beheerder).get(reverse("wegwijzers")).content.decode()


def test_emptied_again_residents_are_told_to_ask(wereld: Wereld, beheerder: Account) -> None:
    _bewaar(beheerder)
    assert _bewaar(beheerder, versie="1", **dict.fromkeys(VELDEN, "")) == 303
    assert "hoe u er een krijgt" in _als(wereld.inwoner).get(reverse("hulp_en_rechten")).content.decode()


def test_who_saves_over_what_another_saved_sees_both(beheerder: Account) -> None:
    _bewaar(beheerder)
    assert _bewaar(beheerder, versie="1", naam="Eerst") == 303
    assert _bewaar(beheerder, versie="1", naam="Later") == 409
    assert Wegwijzer.objects.get().naam == "Eerst"


@pytest.mark.parametrize(
    "velden",
    [
        {"website": "http://onveilig.example"},
        {"website": "javascript:alert(1)"},
        {**dict.fromkeys(VELDEN, ""), "naam": "X"},
    ],
)
def test_what_leads_nowhere_or_astray_is_refused(beheerder: Account, velden: dict[str, str]) -> None:
    assert _bewaar(beheerder, **velden) == 422
    assert not Wegwijzer.objects.exists()


def test_another_municipality_reads_its_own(wereld: Wereld, beheerder: Account) -> None:
    Wegwijzer.objects.create(
        gemeente=een_account().gemeente, soort=Wegwijzersoort.KLACHT.value, naam="Van elders", telefoon="030 000 00 99"
    )
    assert "Van elders" not in _als(wereld.inwoner).get(reverse("hulp_en_rechten")).content.decode()
    assert _als(beheerder).get(reverse("wegwijzer", args=["iets_anders"])).status_code == 404


def test_what_was_done_can_still_not_be_changed(beheerder: Account) -> None:
    _bewaar(beheerder)
    with pytest.raises(IntegrityError), transaction.atomic():
        Beheerdaad.objects.filter(soort="wegwijzer_gewijzigd").update(wat="klacht")
