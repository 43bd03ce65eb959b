"""The list of ways of working and the page of each: what a professional can read of it."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fabriek import een_account, een_huishouden, leden_van
from samenspel import werkwijzen
from samenspel.kern.werkwijze.model import Toestand
from samenspel.regie.routes import laad_versie, route

pytestmark = pytest.mark.django_db


@pytest.fixture
def kijker(client: Client) -> Client:
    for slug in werkwijzen.slugs():
        laad_versie(tekst=werkwijzen.tekst(slug), bestand=slug, nu=timezone.now())
    client.force_login(een_account())
    return client


def test_the_list_names_every_werkwijze_that_is_in_force(kijker: Client) -> None:
    pagina = kijker.get(reverse("werkwijzen")).content.decode()
    for slug in werkwijzen.slugs():
        assert reverse("werkwijze", args=[slug]) in pagina


def test_without_any_it_says_what_to_do(client: Client) -> None:
    client.force_login(een_account())
    assert "Vraag de beheerder" in client.get(reverse("werkwijzen")).content.decode()


@pytest.mark.parametrize("slug", werkwijzen.slugs())
def test_a_page_tells_its_fasen_stappen_rollen_and_source(kijker: Client, slug: str) -> None:
    versie = laad_versie(tekst=werkwijzen.tekst(slug), bestand=slug, nu=timezone.now())
    w = route(versie.hash).werkwijze
    antwoord = kijker.get(reverse("werkwijze", args=[slug]))
    assert antwoord.status_code == 200
    context = antwoord.context
    assert [h["naam"] for h in context["weg"]] == [f.naam for f in w.fasen]
    assert [s["naam"] for s in context["stappen"]] == [s.naam for s in w.stappen]
    assert len(context["rollen"]) == len(w.rollen) and len(context["budgetten"]) == len(w.budgetten)
    pagina = antwoord.content.decode()
    assert 'role="img"' in pagina and "<table" in pagina
    assert ("nog geen traject beginnen" in pagina) == (w.toestand is Toestand.GETEKEND)


def test_a_werkwijze_that_is_not_there_is_not_found(kijker: Client) -> None:
    assert kijker.get(reverse("werkwijze", args=["bestaat-niet"])).status_code == 404


def test_a_resident_is_sent_to_their_plan(client: Client) -> None:
    client.force_login(een_account(persoon=leden_van(een_huishouden())[0]))
    assert client.get(reverse("werkwijzen"))["Location"] == reverse("mijn_plan")


def test_it_rejects_post(kijker: Client) -> None:
    assert kijker.post(reverse("werkwijzen")).status_code == 405
