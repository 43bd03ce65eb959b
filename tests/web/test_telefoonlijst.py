"""The telefoonlijst is kept by the functional administrator; what has expired says no more what somebody may decide."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from fabriek import VANDAAG, een_account, een_team
from samenspel.kennis.models import Contactpersoon, Organisatie
from samenspel.organisatie.models import Account, Beheerdaad, Taak
from samenspel.organisatie.services import geef_taak

pytestmark = pytest.mark.django_db


@pytest.fixture
def beheerder() -> Account:
    account = een_account(een_team())
    geef_taak(account=account, taak=Taak.BEHEER, van=VANDAAG - timedelta(days=9))
    return account


@pytest.fixture
def client(beheerder: Account) -> Client:
    client = Client()
    client.force_login(beheerder)
    return client


@pytest.fixture
def contact(beheerder: Account) -> Contactpersoon:
    organisatie = Organisatie.objects.create(gemeente=beheerder.gemeente, naam="De Brug", soort="privaat")
    return Contactpersoon.objects.create(
        gemeente=beheerder.gemeente, organisatie=organisatie, naam="Zoë Öz", telefoon="030-123 45 67", bedrag=5000
    )


def invoer(organisatie: Organisatie, **velden: str) -> dict[str, str]:
    return {"verzoek": str(uuid4()), "organisatie": str(organisatie.pk), "naam": "B. Klaver", **velden}


def test_an_organisation_and_somebody_to_call_there_are_added(client: Client, beheerder: Account) -> None:
    soort = {"naam": "Wonen", "soort": "Publiek: heeft mandaat", "verzoek": str(uuid4())}
    assert client.post(reverse("organisatie_nieuw"), soort).status_code == 303
    organisatie = Organisatie.objects.get(gemeente=beheerder.gemeente, naam="Wonen")
    velden = {"wetten": "Huisvestingswet, artikel 7\n\nWmo 2015", "bedrag": "1.840,50", "geldig_tot": "31-12-2031"}
    assert client.post(reverse("contactpersoon_nieuw"), invoer(organisatie, **velden)).status_code == 303
    nieuw = Contactpersoon.objects.get(organisatie=organisatie)
    assert (nieuw.wetten, nieuw.bedrag) == (["Huisvestingswet, artikel 7", "Wmo 2015"], 184050)
    assert nieuw.geldig_tot == date(2031, 12, 31)
    lijst = client.get(reverse("contactpersonen")).content.decode()
    assert "Mandaat" in lijst and "tot € 1.840,50" in lijst
    daden = Beheerdaad.objects.filter(door=beheerder, ding__in=[organisatie.pk, nieuw.pk]).order_by("op")
    assert [d.wat for d in daden] == ["organisatie erbij", "contact erbij"]


@pytest.mark.parametrize(
    ("veld", "getypt", "melding"),
    [
        ("bedrag", "veel", "Dit is geen bedrag"),
        ("bedrag", "0", "Een bedrag van nul"),
        ("geldig_tot", "31-31-2026", "Dit is geen dag"),
        ("naam", "x" * 300, "tekens bevat"),
        ("wetten", "w" * 200, "Schrijf per regel één wet"),
        ("organisatie", "", "Kies een organisatie"),
    ],
)
def test_bad_input_is_explained_and_kept(
    client: Client, contact: Contactpersoon, veld: str, getypt: str, melding: str
) -> None:
    gegevens = invoer(contact.organisatie) | {veld: getypt, "uitleg": "regelt uitstel"}
    antwoord = client.post(reverse("contactpersoon_nieuw"), gegevens)
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert melding in pagina and "regelt uitstel" in pagina
    assert Contactpersoon.objects.count() == 1


@pytest.mark.parametrize(
    ("naam", "telefoon"), [("zoe oz", ""), ("Iemand Anders", "+31 30 1234567")], ids=["zelfde naam", "zelfde nummer"]
)
def test_a_double_is_only_added_on_purpose(client: Client, contact: Contactpersoon, naam: str, telefoon: str) -> None:
    gegevens = invoer(contact.organisatie, telefoon=telefoon) | {"naam": naam}
    antwoord = client.post(reverse("contactpersoon_nieuw"), gegevens)
    assert antwoord.status_code == 422
    assert "Op de lijst staat al: Zoë Öz (De Brug)" in antwoord.content.decode()
    assert client.post(reverse("contactpersoon_nieuw"), gegevens | {"toch": "ja"}).status_code == 303
    assert Contactpersoon.objects.count() == 2


def test_an_organisation_stands_on_the_list_once(client: Client, contact: Contactpersoon) -> None:
    gegevens = {"naam": "de  brug", "soort": "Publiek: heeft mandaat", "verzoek": str(uuid4())}
    antwoord = client.post(reverse("organisatie_nieuw"), gegevens)
    assert antwoord.status_code == 422
    assert "De Brug staat al op de lijst" in antwoord.content.decode()


def test_what_has_expired_says_no_more_what_somebody_may_decide(client: Client, contact: Contactpersoon) -> None:
    assert "tot € 50" in client.get(reverse("contactpersonen")).content.decode()
    client.post(reverse("contactpersoon_verlopen", args=[contact.pk]))
    contact.refresh_from_db()
    assert contact.geldig_tot == localdate() - timedelta(days=1)
    lijst = client.get(reverse("contactpersonen")).content.decode()
    assert "Beslisruimte verlopen sinds" in lijst and "tot € 50" not in lijst


def test_an_organisation_expires_with_everybody_in_it(client: Client, contact: Contactpersoon) -> None:
    client.post(reverse("organisatie_verlopen", args=[contact.organisatie_id]))
    contact.refresh_from_db()
    assert contact.geldig_tot is not None and contact.geldig_tot < localdate()


def test_two_at_once_the_second_sees_both(client: Client, contact: Contactpersoon) -> None:
    adres = reverse("contactpersoon_wijzigen", args=[contact.pk])
    gegevens = invoer(contact.organisatie, versie="1") | {"naam": "Zoë Öz", "functie": "directeur"}
    assert client.post(adres, gegevens).status_code == 303
    anders = gegevens | {"verzoek": str(uuid4()), "functie": "balie"}
    antwoord = client.post(adres, anders)
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 409 and "directeur" in pagina and "balie" in pagina
    contact.refresh_from_db()
    assert contact.functie == "directeur"


@pytest.mark.parametrize(
    ("volgorde", "namen"),
    [("naam", ["Anna", "Zoë Öz"]), ("bedrag", ["Zoë Öz", "Anna"]), ("geldig", ["Anna", "Zoë Öz"])],
)
def test_the_list_has_other_orders(client: Client, contact: Contactpersoon, volgorde: str, namen: list[str]) -> None:
    Contactpersoon.objects.create(
        gemeente=contact.gemeente, organisatie=contact.organisatie, naam="Anna", geldig_tot=localdate()
    )
    pagina = client.get(reverse("contactpersonen"), {"volgorde": volgorde}).content.decode()
    assert sorted(namen, key=pagina.index) == namen


def test_beheer_says_what_expires_this_month(client: Client, contact: Contactpersoon) -> None:
    assert "deze maand</a>" not in client.get(reverse("beheer")).content.decode()
    Contactpersoon.objects.filter(pk=contact.pk).update(geldig_tot=localdate())
    pagina = client.get(reverse("beheer")).content.decode()
    assert "1 contact op de telefoonlijst verloopt deze maand." in pagina


def test_the_log_is_only_added_to(client: Client, contact: Contactpersoon, beheerder: Account) -> None:
    client.post(reverse("contactpersoon_verlopen", args=[contact.pk]))
    for verander in (
        lambda: Beheerdaad.objects.update(wat="iets anders"),
        lambda: Beheerdaad.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            verander()
    pagina = client.get(reverse("beheerlogboek")).content.decode()
    assert f"{beheerder.naam} wijzigde de telefoonlijst: Zoë Öz" in pagina
