"""People of the household: long and foreign names, gezag, a secret address, two who change the same person."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from keukentafel import Keukentafel, als, dek_de_tafel, verstuur
from samenspel.casus.models import Gebeurtenis
from samenspel.delen.models import Inzage
from samenspel.huishouden.models import Gezag, Persoon

pytestmark = pytest.mark.django_db


@pytest.fixture
def tafel() -> Keukentafel:
    return dek_de_tafel()


def nieuw(tafel: Keukentafel) -> str:
    return reverse("persoon_nieuw", args=[tafel.casus.pk])


def van(tafel: Keukentafel, persoon: Persoon) -> str:
    return reverse("persoon", args=[tafel.casus.pk, persoon.pk])


def iemand(**anders: Any) -> dict[str, Any]:
    return verstuur(**{"voornaam": "Cato", "achternaam": "Smit", "adres_geheim": "Nee"} | anders)


@pytest.mark.parametrize("naam", ["O'Brien-d'Arc", "محمد عبد الله", "ž" * 300])
def test_any_name_is_kept_as_it_is(tafel: Keukentafel, naam: str) -> None:
    assert als(tafel.trekker).post(nieuw(tafel), iemand(voornaam=naam, achternaam=naam)).status_code == 303
    persoon = Persoon.objects.get(voornaam=naam)
    assert persoon.achternaam == naam
    assert 'dir="auto"' in als(tafel.trekker).get(van(tafel, persoon)).content.decode()


def test_everything_about_a_person_is_kept(tafel: Keukentafel) -> None:
    velden = iemand(
        geboortedatum="3-4-2015",
        taal="Tigrinya",
        telefoon="06 12345678",
        adres="Kade 1",
        adres_geheim="Ja",
        **{f"gezag-{tafel.moeder.pk}": "ja"},
    )
    for _ in range(2):
        assert als(tafel.trekker).post(nieuw(tafel), velden).status_code == 303
    cato = Persoon.objects.get(voornaam="Cato")
    assert (cato.taal, cato.telefoon, cato.adres, cato.adres_geheim) == ("Tigrinya", "06 12345678", "Kade 1", True)
    assert cato.geboortedatum is not None and cato.geboortedatum.isoformat() == "2015-04-03"
    assert Gezag.objects.get().ouder_id == tafel.moeder.pk and Gezag.objects.get().kind_id == cato.pk
    assert Gebeurtenis.objects.filter(soort="persoon_toegevoegd").count() == 1


def test_a_wrong_answer_keeps_the_rest(tafel: Keukentafel) -> None:
    antwoord = als(tafel.trekker).post(nieuw(tafel), iemand(achternaam="", taal="Tigrinya", geboortedatum="31-2-2015"))
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 422 and 'value="Tigrinya"' in pagina and "Dit is geen dag" in pagina
    assert 'value="Tigrinya"' in als(tafel.trekker).get(nieuw(tafel)).content.decode()
    te_lang = als(tafel.trekker).post(nieuw(tafel), iemand(voornaam="x" * 301))
    assert te_lang.status_code == 422


def test_gezag_ends_at_once(tafel: Keukentafel) -> None:
    client, ja = als(tafel.trekker), {f"gezag-{tafel.moeder.pk}": "ja"}
    client.post(van(tafel, tafel.kind), iemand(versie="1", **ja))
    assert client.get(van(tafel, tafel.kind)).content.decode().count(" checked") == 2
    Gezag.objects.update(van="2020-01-01")
    client.post(van(tafel, tafel.kind), iemand(versie="2"))
    gezag = Gezag.objects.get()
    assert gezag.tot is not None and gezag.tot < timezone.localdate()
    assert Gebeurtenis.objects.filter(soort="persoon_gewijzigd").count() == 2


def test_who_comes_second_sees_both_and_chooses(tafel: Keukentafel) -> None:
    client, ja = als(tafel.trekker), {f"gezag-{tafel.moeder.pk}": "ja"}
    client.post(van(tafel, tafel.kind), iemand(versie="1", taal="Tigrinya", **ja))
    botsing = client.post(van(tafel, tafel.kind), iemand(versie="1", taal="Arabisch"))
    pagina = botsing.content.decode()
    assert botsing.status_code == 409
    assert "Tigrinya" in pagina and "Arabisch" in pagina and "heeft het gezag" in pagina
    keuze = {"kies-taal": "mijn", f"kies-gezag-{tafel.moeder.pk}": "ander"}
    assert client.post(van(tafel, tafel.kind), iemand(versie="2", taal="Arabisch", **keuze)).status_code == 303
    tafel.kind.refresh_from_db()
    assert tafel.kind.taal == "Arabisch" and Gezag.objects.filter(tot__isnull=True).count() == 1


def test_people_are_for_the_regisseur(tafel: Keukentafel) -> None:
    assert als(tafel.meelezer).get(van(tafel, tafel.kind)).status_code == 403
    assert als(tafel.meelezer).post(nieuw(tafel), iemand()).status_code == 403
    assert Inzage.objects.filter(account=tafel.meelezer, wat="persoon", geweigerd=True).exists()
    assert als(tafel.elders).get(van(tafel, tafel.kind)).status_code == 404


def test_somebody_of_another_household_is_not_found(tafel: Keukentafel) -> None:
    ander = dek_de_tafel()
    assert als(tafel.trekker).get(van(tafel, ander.kind)).status_code == 404
