"""Definitions in the browser: loading one's own, mistakes beside the text, using it from a day on."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from fabriek import VANDAAG, een_account, een_gemeente, een_team
from samenspel import werkwijzen
from samenspel.casus.models import Ingebruikname, WerkwijzeVersie
from samenspel.organisatie.models import Account, Beheerdaad, Taak
from samenspel.organisatie.services import geef_taak
from samenspel.regie.routes import geldende_versies, laad_versie, route

pytestmark = pytest.mark.django_db

UTRECHT = werkwijzen.tekst("utrecht")
EIGEN = UTRECHT.replace("\nnaam: ", "\nnaam: Onze ", 1)


@pytest.fixture
def beheerder() -> Account:
    account = een_account(een_team())
    geef_taak(account=account, taak=Taak.BEHEER, van=VANDAAG)
    return account


@pytest.fixture
def client(beheerder: Account) -> Client:
    client = Client()
    client.force_login(beheerder)
    return client


def invoer(**velden: object) -> dict[str, object]:
    return {"verzoek": str(uuid4()), **velden}


def test_an_own_definition_is_loaded_looked_at_and_used(client: Client, beheerder: Account) -> None:
    oud = laad_versie(tekst=UTRECHT, bestand="utrecht", nu=timezone.now())
    antwoord = client.post(reverse("definitie_laden"), invoer(tekst=EIGEN))
    nieuw = WerkwijzeVersie.objects.exclude(pk=oud.pk).get()
    assert antwoord["Location"] == reverse("definitie", args=[nieuw.pk])
    pagina = client.get(antwoord["Location"]).content.decode()
    assert "Route van Onze " in pagina and "leefgebied · regel" in pagina and "nog niet in gebruik" not in pagina
    hier, nu = beheerder.gemeente_id, timezone.now()
    assert geldende_versies(nu, hier) == [oud]
    assert client.post(antwoord["Location"], invoer(vanaf=localdate().isoformat())).status_code == 303
    assert geldende_versies(nu, hier) == [nieuw]
    assert geldende_versies(nu, een_gemeente().pk) == [oud] == geldende_versies(nu)
    assert "Onze " in client.get(reverse("werkwijzen")).content.decode()
    soorten = list(Beheerdaad.objects.filter(ding=nieuw.pk).order_by("op").values_list("soort", flat=True))
    assert soorten == ["definitie_geladen", "definitie_in_gebruik"]


def test_a_later_day_waits_and_a_past_day_is_refused(client: Client, beheerder: Account) -> None:
    client.post(reverse("definitie_meegeleverd", args=["utrecht"]))
    versie, nu = WerkwijzeVersie.objects.get(), timezone.now()
    adres, morgen = reverse("definitie", args=[versie.pk]), localdate() + timedelta(days=1)
    geweigerd = client.post(adres, invoer(vanaf=(morgen - timedelta(days=9)).isoformat()))
    assert geweigerd.status_code == 422 and "Kies vandaag of een latere dag" in geweigerd.content.decode()
    assert client.post(adres, invoer(vanaf=morgen.isoformat())).status_code == 303
    assert geldende_versies(nu, beheerder.gemeente_id) == []
    assert geldende_versies(nu + timedelta(days=1), beheerder.gemeente_id) == [versie]


@pytest.mark.parametrize("als_bestand", [False, True], ids=["geplakt", "bestand"])
def test_mistakes_stand_beside_the_text(client: Client, als_bestand: bool) -> None:
    fout = UTRECHT.replace("\nschema: ", "\nschemaa: ", 1)
    gegevens = invoer(tekst="" if als_bestand else fout)
    if als_bestand:
        gegevens["bestand"] = SimpleUploadedFile("w.yaml", fout.encode())
    antwoord = client.post(reverse("definitie_laden"), gegevens)
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "<b>Regel" in pagina and "schemaa" in pagina and "samenvatting" in pagina
    assert not WerkwijzeVersie.objects.exists()


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\xff", "Dit is geen tekst in UTF-8."),
        (b"naam: \x00x", "Dit is geen tekst in UTF-8."),
        (b"a: b\n" * 400_000, "Dit bestand is te groot"),
        (b"", "Dit bestand is leeg."),
    ],
    ids=["plaatje", "nul", "te groot", "leeg"],
)
def test_a_file_that_is_no_definition_is_explained(client: Client, inhoud: bytes, melding: str) -> None:
    bestand = SimpleUploadedFile("w.yaml", inhoud)
    antwoord = client.post(reverse("definitie_laden"), invoer(tekst="mijn tekst", bestand=bestand))
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 422 and melding in pagina and "mijn tekst" in pagina


def test_a_paste_of_twenty_megabytes_is_explained(client: Client) -> None:
    antwoord = client.post(reverse("definitie_laden"), invoer(tekst="a: b\n" * 4_000_000))
    assert antwoord.status_code == 422 and "Dit is te lang" in antwoord.content.decode()


def test_another_municipality_does_not_see_ones_own(client: Client, beheerder: Account) -> None:
    vreemd = een_account(een_team(een_gemeente()))
    geef_taak(account=vreemd, taak=Taak.BEHEER, van=VANDAAG)
    client.post(reverse("definitie_laden"), invoer(tekst=EIGEN))
    eigen = Ingebruikname.objects.get(gemeente=beheerder.gemeente).versie
    ander = Client()
    ander.force_login(vreemd)
    assert ander.get(reverse("definitie", args=[eigen.pk])).status_code == 404
    assert "Onze " not in ander.get(reverse("definities")).content.decode()
    assert "Onze " in client.get(reverse("definities")).content.decode()


def gegevens(client: Client, adres: str) -> dict[str, object]:
    form = client.get(adres).context["form"]
    return {veld.html_name: veld.value() if veld.value() is not None else "" for veld in form}


def test_life_domains_and_limits_are_changed_without_the_text_and_become_a_version_of_their_own(client: Client) -> None:
    oud = laad_versie(tekst=UTRECHT, bestand="utrecht", nu=timezone.now())
    adres = reverse("definitie_aanpassen", args=[oud.pk])
    ingevuld = gegevens(client, adres)
    assert "nog niets veranderd" in client.post(adres, invoer(**ingevuld)).content.decode()
    ingevuld |= {
        "leefgebied-huis_en_thuis": "",
        "leefgebied-geld_en_schuld": "Geld en schulden",
        "nieuw-7": "Zorg voor dieren",
        "voorkom_erger_potje-plafond": "750,50",
        "voorkom_erger_potje-bon_binnen": "",
    }
    antwoord = client.post(adres, invoer(**ingevuld))
    nieuw = WerkwijzeVersie.objects.exclude(pk=oud.pk).get()
    assert antwoord["Location"] == reverse("definitie", args=[nieuw.pk])
    w = route(nieuw.hash).werkwijze
    assert [g.naam for g in w.leefgebieden][:2] == ["Geld en schulden", "School en werk"]
    assert (w.leefgebieden[0].leefgebied, w.leefgebieden[-1].leefgebied) == ("geld_en_schuld", "zorg_voor_dieren")
    assert (w.budgetten[0].plafond, w.budgetten[0].bon_binnen) == (75_050, None)
    assert route(oud.hash).werkwijze.budgetten[0].plafond == 50_000
    weg, erbij = set(UTRECHT.splitlines()) - set(nieuw.tekst.splitlines()), set(nieuw.tekst.splitlines())
    assert len(weg) == 7 and len(erbij - set(UTRECHT.splitlines())) == 4


@pytest.mark.parametrize(
    ("veld", "waarde", "melding"),
    [
        ("voorkom_erger_potje-bon_binnen", "veertien", "Voorkom-erger-potje"),
        ("voorkom_erger_potje-naam", "", "Dit veld is verplicht"),
        ("voorkom_erger_potje-plafond", "veel", "Dit is geen bedrag"),
        ("nieuw-7", "geld", "Dit leefgebied staat er al"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_made(client: Client, veld: str, waarde: str, melding: str) -> None:
    oud = laad_versie(tekst=UTRECHT, bestand="utrecht", nu=timezone.now())
    adres = reverse("definitie_aanpassen", args=[oud.pk])
    antwoord = client.post(adres, invoer(**(gegevens(client, adres) | {veld: waarde, "nieuw-8": "Buurt en sport"})))
    assert melding in antwoord.content.decode() and "Buurt en sport" in antwoord.content.decode()
    assert WerkwijzeVersie.objects.count() == 1
