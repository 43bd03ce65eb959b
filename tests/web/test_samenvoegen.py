"""What was recorded twice becomes one, and two again with exactly the same rows; each regisseur has a say."""

from typing import Any

import pytest
from django.apps import apps
from django.urls import reverse

from fabriek import een_account, een_casus, een_huishouden, een_item, een_team, leden_van
from keukentafel import Keukentafel, als, dek_de_tafel, verstuur
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Casus, Gebeurtenis, Samenvoeging, Traject
from samenspel.delen.kijker import kijker_van
from samenspel.delen.models import Inzage
from samenspel.delen.zicht import zichtbare_items
from samenspel.huishouden.models import Persoon
from samenspel.huishouden.selectors import leden_op
from samenspel.huishouden.services import Personalia, voeg_lid_toe, wijzig_persoon
from samenspel.organisatie.models import Account
from samenspel.web import klok

pytestmark = pytest.mark.django_db

TELT_NIET = {"Gebeurtenis", "Casus", "Samenvoeging", "Inzage", "Verzoek", "Concept", "Account"}


@pytest.fixture
def tafel() -> Keukentafel:
    return dek_de_tafel()


def dubbel(tafel: Keukentafel, regisseur: Account) -> Casus:
    team = regisseur.team
    casus = een_casus(een_huishouden("Ans ONeill", "Bram ONeill", team=team), regisseur)
    een_item(casus, leden_van(casus.huishouden)[1], woorden={"tekst": "Over Bram"})
    return casus


def rijen() -> dict[str, list[Any]]:
    """Every row of every table but those in which is written that something happened."""
    return {
        model.__name__: sorted(map(str, model._default_manager.values_list()))
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.startswith("samenspel.") and model.__name__ not in TELT_NIET
    }


def voeg_samen(tafel: Keukentafel, ander: Casus, blijft: str) -> Samenvoeging:
    client = als(tafel.trekker)
    naar = client.post(reverse("samenvoegen", args=[tafel.casus.pk]), verstuur(nummer=ander.nummer))
    assert naar.status_code == 303, naar.content.decode()
    assert client.get(naar["Location"]).status_code == 200
    keuze = f"{tafel.casus.nummer} (dit dossier)" if blijft == "dit" else ander.nummer
    assert client.post(naar["Location"], verstuur(blijft=keuze)).status_code == 303
    return Samenvoeging.objects.get()


def doe(wie: Account, rij: Samenvoeging, daad: str) -> int:
    return als(wie).post(reverse("samenvoeging", args=[rij.pk]), {"daad": daad}).status_code


@pytest.mark.parametrize("blijft", ["dit", "ander"])
def test_two_households_become_one_and_two_again_with_the_same_rows(tafel: Keukentafel, blijft: str) -> None:
    ander = dubbel(tafel, tafel.trekker)
    voor = rijen()
    rij = voeg_samen(tafel, ander, blijft)
    voorop = tafel.casus if blijft == "dit" else ander
    assert rij.aanvaard_op is not None and rij.blijft_id == voorop.pk
    assert len(leden_op(voorop.huishouden, klok.nu().date())) == 4
    assert "1 gevonden" in als(tafel.trekker).post(reverse("zoeken"), {"q": "oneill"}).content.decode()
    for casus in (tafel.casus, ander):
        assert "Samengevoegd met" in als(tafel.trekker).get(reverse("casus", args=[casus.pk])).content.decode()
        assert Gebeurtenis.objects.filter(casus=casus, soort="samengevoegd").count() == 1
    assert Traject.objects.get(casus=tafel.casus).open
    assert doe(tafel.trekker, rij, "ongedaan") == 302
    assert rijen() == voor
    assert [controleer_casus(c) for c in (tafel.casus, ander)] == [[], []]
    assert doe(tafel.trekker, rij, "ongedaan") == 302
    assert Gebeurtenis.objects.filter(soort="samenvoeging_ongedaan").count() == 2


def test_the_other_regisseur_decides_and_sees_nothing_of_this_dossier(tafel: Keukentafel) -> None:
    collega = een_account(een_team(tafel.trekker.gemeente))
    ander = dubbel(tafel, collega)
    bekijken = reverse("samenvoegen_bekijken", args=[tafel.casus.pk, ander.pk])
    kant = als(tafel.trekker).get(bekijken).content.decode()
    assert collega.naam in kant and "Ans" not in kant and "Voorstellen aan" in kant
    rij = voeg_samen(tafel, ander, "dit")
    assert rij.aanvaard_op is None and not Persoon.objects.filter(samengevoegd_met__isnull=False).exists()
    assert doe(tafel.trekker, rij, "aanvaarden") == 302
    rij.refresh_from_db()
    assert rij.aanvaard_op is None
    assert "stelt voor om samen te voegen" in als(collega).get(reverse("casus", args=[ander.pk])).content.decode()
    pagina = als(collega).get(reverse("samenvoeging", args=[rij.pk])).content.decode()
    assert "Ja, samenvoegen" in pagina and "Anna" not in pagina
    assert doe(collega, rij, "aanvaarden") == 302
    ander.huishouden.refresh_from_db()
    assert ander.huishouden.samengevoegd_met_id == tafel.casus.huishouden_id
    assert als(collega).get(reverse("casus", args=[tafel.casus.pk])).status_code == 403
    assert doe(collega, rij, "ongedaan") == 302
    ander.huishouden.refresh_from_db()
    assert ander.huishouden.samengevoegd_met_id is None


def test_a_refused_proposal_changes_nothing(tafel: Keukentafel) -> None:
    collega = een_account(een_team(tafel.trekker.gemeente))
    ander = dubbel(tafel, collega)
    voor = rijen()
    rij = voeg_samen(tafel, ander, "dit")
    assert doe(collega, rij, "afwijzen") == 302
    assert rijen() == voor
    assert Gebeurtenis.objects.filter(soort="samenvoeging_afgewezen").count() == 2


def test_a_person_who_is_there_twice_goes_on_as_one_and_keeps_both_histories(tafel: Keukentafel) -> None:
    ander = dubbel(tafel, tafel.trekker)
    ans = leden_van(ander.huishouden)[0]
    voeg_lid_toe(huishouden=tafel.casus.huishouden, persoon=ans, van=ander.geopend_op.date())
    item = een_item(tafel.casus, ans, woorden={"tekst": "Over Ans"})
    bewoner = een_account(persoon=tafel.moeder)
    nu = klok.nu()
    assert item not in zichtbare_items(kijker_van(account=bewoner, casus=None, nu=nu), nu)
    voor = rijen()
    adres = reverse("persoon_dubbel", args=[tafel.casus.pk, ans.pk])
    pagina = als(tafel.trekker).get(adres).content.decode()
    keuze = next(n for n in ("1", "2") if f"{n}. Anna" in pagina)
    assert als(tafel.trekker).post(adres, verstuur(blijft=f"{keuze}. {tafel.moeder.naam}")).status_code == 303
    assert [p.roepnaam for p in leden_op(tafel.casus.huishouden, nu.date())].count("Ans") == 0
    assert item in zichtbare_items(kijker_van(account=bewoner, casus=None, nu=nu), nu)
    assert als(tafel.trekker).get(adres).status_code == 404
    assert Gebeurtenis.objects.filter(soort="samengevoegd").count() == 1
    assert doe(tafel.trekker, Samenvoeging.objects.get(), "ongedaan") == 302
    assert rijen() == voor
    assert item not in zichtbare_items(kijker_van(account=bewoner, casus=None, nu=nu), nu)


def test_no_chains(tafel: Keukentafel) -> None:
    een, twee = dubbel(tafel, tafel.trekker), dubbel(tafel, tafel.trekker)
    voeg_samen(tafel, een, "ander")
    bekijken = reverse("samenvoegen_bekijken", args=[een.pk, twee.pk])
    antwoord = als(tafel.trekker).post(bekijken, verstuur(blijft=twee.nummer))
    assert antwoord.status_code == 422 and "Maak dat eerst ongedaan" in antwoord.content.decode()


@pytest.mark.parametrize("nummer", ["2026-99999", "onzin", ""])
def test_a_number_that_is_not_there_is_told(tafel: Keukentafel, nummer: str) -> None:
    adres = reverse("samenvoegen", args=[tafel.casus.pk])
    assert als(tafel.trekker).post(adres, verstuur(nummer=nummer)).status_code == 422
    assert als(tafel.trekker).post(adres, verstuur(nummer=tafel.casus.nummer)).status_code == 422


def test_a_namesake_of_the_same_day_elsewhere_is_proposed(tafel: Keukentafel) -> None:
    wie = Personalia(voornaam="Bram", achternaam="ONeill", geboortedatum=klok.nu().date().replace(year=2015, day=1))
    collega = een_account(een_team(tafel.trekker.gemeente))
    ander = dubbel(tafel, collega)
    for persoon in (tafel.kind, leden_van(ander.huishouden)[1]):
        wijzig_persoon(persoon=persoon, personalia=wie, versie=1)
    adres = reverse("persoon_dubbel", args=[tafel.casus.pk, tafel.kind.pk])
    assert "1: Bram ONeill" in als(tafel.trekker).get(adres).content.decode()
    assert als(tafel.trekker).post(adres, verstuur(blijft="1. Bram ONeill")).status_code == 303
    rij = Samenvoeging.objects.get()
    assert (rij.blijft_id, rij.aanvaard_op) == (ander.pk, None)
    assert doe(tafel.meelezer, rij, "aanvaarden") == 403
    assert Inzage.objects.filter(account=tafel.meelezer, geweigerd=True).exists()


def test_the_dossier_that_stays_tells_what_is_in_the_other_where_nothing_new_begins(tafel: Keukentafel) -> None:
    ander = dubbel(tafel, tafel.trekker)
    client = als(tafel.trekker)
    doel = {"tekst": "Een eigen kamer voor Bram", "betreft": ["Ans"], "status": "loopt"}
    assert client.post(reverse("doel_nieuw", args=[ander.pk]), verstuur(**doel)).status_code == 303
    assert "Huishouden" in client.get(reverse("mijn_werk") + "?toon=zonder").content.decode()
    rij = voeg_samen(tafel, ander, "dit")
    pagina = client.get(reverse("casus", args=[tafel.casus.pk])).content.decode()
    assert f"Wat in {ander.nummer} staat" in pagina and "Een eigen kamer voor Bram" in pagina
    assert Inzage.objects.filter(casus=ander, account=tafel.trekker, wat="casus").exists()
    assert (
        reverse("traject_nieuw", args=[ander.pk]) not in client.get(reverse("casus", args=[ander.pk])).content.decode()
    )
    assert reverse("casus", args=[ander.pk]) not in client.get(reverse("mijn_werk") + "?toon=alles").content.decode()
    doe(tafel.trekker, rij, "ongedaan")
    assert reverse("casus", args=[ander.pk]) in client.get(reverse("mijn_werk") + "?toon=alles").content.decode()


def test_who_stands_twice_after_it_is_offered_as_one_person(tafel: Keukentafel) -> None:
    ander = dubbel(tafel, tafel.trekker)
    tweede = leden_van(ander.huishouden)[0]
    for wie in (tafel.moeder, tweede):
        wijzig_persoon(
            persoon=wie,
            personalia=Personalia(voornaam="Ans", achternaam="ONeill", geboortedatum=klok.nu().date()),
            versie=1,
        )
    voeg_samen(tafel, ander, "dit")
    pagina = als(tafel.trekker).get(reverse("casus", args=[tafel.casus.pk])).content.decode()
    assert "staat er nu twee keer in" in pagina
    adressen = [reverse("persoon_dubbel", args=[tafel.casus.pk, p.pk]) for p in (tafel.moeder, tweede)]
    assert sum(adres in pagina for adres in adressen) == 1
