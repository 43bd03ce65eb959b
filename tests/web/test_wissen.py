"""Erasing the words about one person: proposed by one, confirmed by another, and the history stays whole."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from fabriek import een_account, een_casus, een_huishouden, een_item, een_team, leden_van
from keukentafel import als, verstuur
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Casus, Gebeurtenis
from samenspel.delen.models import Inzage, Wisverzoek
from samenspel.delen.services import huidige_woorden
from samenspel.organisatie.models import Account, Taak
from samenspel.organisatie.services import geef_taak

pytestmark = pytest.mark.django_db

BEVESTIG, WEIGER = "Bevestigen: de woorden worden gewist", "Weigeren: alles blijft staan"
GROND = "AVG: de inwoner maakte terecht bezwaar"


def _met_taak(casus: Casus) -> Account:
    account = een_account(casus.huishouden.team)
    geef_taak(account=account, taak=Taak.PRIVACY, van=timezone.localdate())
    return account


@pytest.fixture
def casus() -> Casus:
    return een_casus(een_huishouden("Anna Jansen", "Bo Jansen"))


@pytest.fixture
def eerste(casus: Casus) -> Account:
    return _met_taak(casus)


@pytest.fixture
def tweede(casus: Casus) -> Account:
    return _met_taak(casus)


def _stel_voor(casus: Casus, door: Account, **anders: str) -> Wisverzoek:
    velden = {"nummer": casus.nummer, "voornaam": "anna", "achternaam": "Jansen", "grond": GROND, "reden": "Op verzoek"}
    antwoord = als(door).post(reverse("wissen_voorstellen"), verstuur(**{**velden, **anders}))
    assert antwoord.status_code == 303, antwoord.content.decode()
    return Wisverzoek.objects.get()


def _besluit(verzoek: Wisverzoek, door: Account, **velden: str) -> int:
    adres = reverse("wisverzoek", args=[verzoek.pk])
    return als(door).post(adres, verstuur(**{"reden": "Klopt met de brief.", **velden})).status_code


def test_the_words_go_when_another_confirms_and_the_history_stays_whole(
    casus: Casus, eerste: Account, tweede: Account
) -> None:
    anna, bo = leden_van(casus.huishouden)
    van_anna, van_bo = een_item(casus, anna, woorden={"tekst": "a"}), een_item(casus, bo, woorden={"tekst": "b"})
    een_item(casus, anna, bo, woorden={"tekst": "samen"})
    verzoek = _stel_voor(casus, eerste)
    assert huidige_woorden(van_anna) == {"tekst": "a"}
    pagina = " ".join(als(tweede).get(reverse("wisverzoek", args=[verzoek.pk])).content.decode().split())
    assert "1 tekst die alleen over deze persoon gaat" in pagina and "1 stuk dat ook over anderen gaat" in pagina
    assert "Anna" not in pagina and "Jansen" not in pagina
    assert _besluit(verzoek, tweede, besluit=BEVESTIG, voornaam="Anna", achternaam="Jansen") == 303
    assert huidige_woorden(van_anna) == {} and huidige_woorden(van_bo) == {"tekst": "b"}
    assert Gebeurtenis.objects.get(soort="woorden_gewist").account == tweede
    assert controleer_casus(casus) == []
    verzoek.refresh_from_db()
    assert (verzoek.gewist, verzoek.besloten_door) == (1, tweede)
    assert Inzage.objects.filter(casus=casus, wat="wissen", account=tweede).exists()
    assert "1 tekst gewist" in " ".join(als(eerste).get(reverse("toezicht_wissen")).content.decode().split())


def test_who_proposed_it_does_not_decide(casus: Casus, eerste: Account) -> None:
    verzoek = _stel_voor(casus, eerste)
    pagina = als(eerste).get(reverse("wisverzoek", args=[verzoek.pk])).content.decode()
    assert "U stelde dit zelf voor" in pagina and BEVESTIG not in pagina
    assert _besluit(verzoek, eerste, besluit=BEVESTIG, voornaam="Anna", achternaam="Jansen") == 422
    with pytest.raises(IntegrityError), transaction.atomic():
        Wisverzoek.objects.update(besloten_door=eerste, besloten_op=timezone.now())


def test_confirming_asks_the_same_name_and_refusing_leaves_everything(
    casus: Casus, eerste: Account, tweede: Account
) -> None:
    anna, _ = leden_van(casus.huishouden)
    item = een_item(casus, anna, woorden={"tekst": "a"})
    verzoek = _stel_voor(casus, eerste)
    assert _besluit(verzoek, tweede, besluit=BEVESTIG, voornaam="Bo", achternaam="Jansen") == 422
    assert _besluit(verzoek, tweede, besluit=WEIGER) == 303
    verzoek.refresh_from_db()
    assert verzoek.gewist is None and verzoek.besloten_door == tweede and huidige_woorden(item) == {"tekst": "a"}
    assert _besluit(verzoek, tweede, besluit=BEVESTIG, voornaam="Anna", achternaam="Jansen") == 422


def test_a_name_that_is_not_there_says_no_more_and_nothing_is_lost(casus: Casus, eerste: Account) -> None:
    velden = {"nummer": casus.nummer, "voornaam": "Cas", "achternaam": "Jansen", "grond": GROND, "reden": "Op verzoek"}
    antwoord = als(eerste).post(reverse("wissen_voorstellen"), verstuur(**velden))
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422 and "niemand met deze naam" in tekst and "Op verzoek" in tekst
    assert "Anna" not in tekst and not Wisverzoek.objects.exists()


def test_only_with_the_taak_and_within_the_municipality(casus: Casus, eerste: Account) -> None:
    verzoek = _stel_voor(casus, eerste)
    adres = reverse("wisverzoek", args=[verzoek.pk])
    assert als(casus.regisseur).get(adres).status_code == 403
    elders = een_account(een_team())
    geef_taak(account=elders, taak=Taak.PRIVACY, van=timezone.localdate())
    assert als(elders).get(adres).status_code == 404
