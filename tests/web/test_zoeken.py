"""Looking a household up: found by what people know, told apart by what one may see, and no trace of the query."""

from datetime import date

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from fabriek import een_account, een_casus, een_huishouden, een_team, leden_van
from keukentafel import Keukentafel, als, dek_de_tafel, verstuur
from samenspel.delen.models import Inzage
from samenspel.huishouden.models import Persoon
from samenspel.huishouden.services import Personalia, wijzig_persoon
from samenspel.organisatie.models import Account

pytestmark = pytest.mark.django_db


@pytest.fixture
def tafel() -> Keukentafel:
    tafel = dek_de_tafel()
    wie = Personalia(voornaam="Anna", achternaam="O'Neill", adres="Schuilplaats 7, Utrecht", adres_geheim=True)
    wijzig_persoon(persoon=tafel.moeder, personalia=wie, versie=1)
    return tafel


def zoek(wie: Account, tekst: str) -> str:
    return als(wie).post(reverse("zoeken"), {"q": tekst}).content.decode()


def test_the_regisseur_sees_enough_to_tell_namesakes_apart(tafel: Keukentafel) -> None:
    for tekst in ("onneil", tafel.casus.nummer, tafel.casus.nummer.partition("-")[2], "schuilplaats 7"):
        pagina = zoek(tafel.trekker, tekst)
        assert "1 gevonden" in pagina, tekst
        assert tafel.casus.nummer in pagina and "Schuilplaats 7 (geheim adres) ·" in pagina and "Anna" in pagina


def test_who_takes_part_sees_the_household_and_not_where_it_lives(tafel: Keukentafel) -> None:
    pagina = zoek(tafel.meelezer, "oneill")
    assert tafel.casus.nummer in pagina and "Schuilplaats" not in pagina and "Anna" not in pagina
    assert "Niemand gevonden" in zoek(tafel.meelezer, "schuilplaats")


def test_another_team_hears_whom_to_call_and_the_dossier_notes_it(tafel: Keukentafel) -> None:
    pagina = zoek(tafel.buitenstaander, tafel.casus.nummer)
    assert "Er is al een regisseur, vraag contact" in pagina and tafel.trekker.naam in pagina
    assert "Neill" not in pagina and reverse("casus", args=[tafel.casus.pk]) not in pagina
    gezien = Inzage.objects.get(casus=tafel.casus, account=tafel.buitenstaander, wat="zoeken")
    assert not gezien.geweigerd and gezien.ids == []
    assert "zocht een huishouden" in als(tafel.trekker).get(reverse("inzage", args=[tafel.casus.pk])).content.decode()
    assert "Niemand gevonden" in zoek(tafel.buitenstaander, "schuilplaats 7")


def test_another_municipality_does_not_exist(tafel: Keukentafel) -> None:
    assert "Niemand gevonden" in zoek(tafel.elders, tafel.casus.nummer)
    assert not Inzage.objects.filter(casus=tafel.casus, account=tafel.elders).exists()


def test_what_was_looked_for_is_kept_nowhere(tafel: Keukentafel) -> None:
    zoek(tafel.trekker, "geheimzinnig 12-3-1988")
    assert "geheimzinnig" not in "".join(str(s.get_decoded()) for s in Session.objects.all())
    assert "geheimzinnig" not in str(list(Inzage.objects.values()))
    assert "1 gevonden" not in als(tafel.trekker).get(reverse("zoeken") + "?q=oneill").content.decode()


def test_a_household_without_a_right_is_not_named_though_it_bears_the_same_name(tafel: Keukentafel) -> None:
    ander = een_account(een_team(tafel.trekker.gemeente))
    andere = een_casus(een_huishouden("Zoë O'Neill", team=ander.team), ander)
    pagina = zoek(tafel.trekker, "oneill")
    assert "2 gevonden" in pagina and "Zoë" not in pagina and andere.nummer not in pagina
    assert leden_van(andere.huishouden)[0].voornaam == "Zoë"


def test_a_household_begun_for_who_is_known_already_asks_whether_it_is_the_same_person(tafel: Keukentafel) -> None:
    bekend = Personalia(voornaam="Anna", achternaam="O'Neill", geboortedatum=date(1988, 5, 17))
    wijzig_persoon(persoon=tafel.moeder, personalia=bekend, versie=2)
    client = als(tafel.trekker)
    client.post(reverse("zoeken"), {"q": "oneill"})
    gegevens = {"voornaam": "anna", "achternaam": "o'neill", "geboortedatum": "1988-05-17", "adres": "Kade 3"}
    naar = client.post(reverse("huishouden_nieuw"), verstuur(**gegevens))
    nieuw = Persoon.objects.get(adres="Kade 3")
    assert naar["Location"].endswith(f"/personen/{nieuw.pk}/dubbel"), naar["Location"]
    assert "Is het dezelfde persoon?" in client.get(naar["Location"]).content.decode()
