"""Mijn werk of who has nothing that waits: everything else, or the way to the pages of their taak."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bewoners import Wereld
from fabriek import een_account, een_team
from samenspel.casus.models import Traject
from samenspel.organisatie.models import Account, Taak
from samenspel.organisatie.services import geef_taak, leg_afwezigheid_vast

pytestmark = pytest.mark.django_db


def _werk(account: Account, toon: str = "") -> str:
    client = Client()
    client.force_login(account)
    pagina = client.get(reverse("mijn_werk"), {"toon": toon}).content.decode()
    return pagina[pagina.index("<main") : pagina.index("</main>")]


@pytest.mark.parametrize(
    ("taak", "adressen"), [(Taak.BELEID, ["beeld"]), (Taak.PRIVACY, ["beheerlogboek", "toezicht"])]
)
def test_who_has_a_taak_and_no_traject_is_shown_the_way(taak: Taak, adressen: list[str]) -> None:
    account = een_account(een_team())
    assert "Huishouden zoeken" in _werk(account) and "Er wacht niets op u" in _werk(account)
    geef_taak(account=account, taak=taak, van=timezone.localdate() - timedelta(days=1))
    pagina = _werk(account)
    assert "Er wacht niets op u" not in pagina
    assert [adres for adres in adressen if f'href="{reverse(adres)}"' not in pagina] == []


@pytest.mark.parametrize(
    ("taak", "eerste"),
    [(Taak.BELEID, "beeld"), (Taak.PRIVACY, "toezicht"), (Taak.BEHEER, "beheer"), (Taak.TEAMLEIDING, "mijn_team")],
)
def test_who_has_a_taak_and_no_dossier_begins_on_its_page(taak: Taak, eerste: str) -> None:
    wereld = Wereld()
    for account, adres in ((een_account(een_team()), eerste), (wereld.regisseur, "mijn_werk")):
        team = account.team if taak is Taak.TEAMLEIDING else None
        geef_taak(account=account, taak=taak, team=team, van=timezone.localdate() - timedelta(days=1))
        client = Client()
        client.force_login(account)
        assert client.get(reverse("start"))["Location"] == reverse(adres)


def test_who_has_a_traject_that_waits_for_nobody_sees_it_at_once() -> None:
    wereld = Wereld()
    traject = wereld.traject(wereld.anna)
    assert wereld.huishouden.naam in _werk(wereld.regisseur)
    Traject.objects.filter(pk=traject.pk).update(wacht_op=[])
    pagina = _werk(wereld.regisseur)
    assert wereld.huishouden.naam in pagina and "Niets in deze lijst" not in pagina


def test_a_dossier_without_a_running_traject_stays_in_sight_of_who_holds_the_regie() -> None:
    wereld = Wereld()
    buur = een_account(gemeente=wereld.casus.gemeente)
    naam = wereld.huishouden.naam
    assert naam in _werk(wereld.regisseur) and "Er loopt geen traject" in _werk(wereld.regisseur)
    assert naam not in _werk(buur)
    traject = wereld.traject(wereld.anna)
    assert "Er loopt geen traject" not in _werk(wereld.regisseur)
    Traject.objects.filter(pk=traject.pk).update(open=False)
    assert naam in _werk(wereld.regisseur, "zonder") and "Er loopt geen traject" in _werk(wereld.regisseur)
    vandaag, regisseur = timezone.localdate(), wereld.regisseur
    leg_afwezigheid_vast(account=regisseur, vervanger=buur, van=vandaag, tot=None, door=regisseur, nu=timezone.now())
    assert naam in _werk(buur) and f"u vervangt {wereld.regisseur.naam}" in _werk(buur)
