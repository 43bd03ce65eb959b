"""People of the household: long and foreign names, gezag, a secret address, two who change the same person."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from fabriek import een_account, een_casus, een_huishouden, een_team
from keukentafel import Keukentafel, als, dek_de_tafel, verstuur
from samenspel.casus.models import Casus, Gebeurtenis
from samenspel.delen.models import Inzage
from samenspel.huishouden.models import Gezag, Lidmaatschap, Persoon, Relatie, Vertegenwoordiger
from samenspel.huishouden.selectors import wie_spreken
from samenspel.huishouden.services import Personalia, voeg_lid_toe, voeg_persoon_toe, wijzig_persoon

pytestmark = pytest.mark.django_db


@pytest.fixture
def tafel() -> Keukentafel:
    return dek_de_tafel()


def nieuw(tafel: Keukentafel) -> str:
    return reverse("persoon_nieuw", args=[tafel.casus.pk])


def van(tafel: Keukentafel, persoon: Persoon) -> str:
    return reverse("persoon", args=[tafel.casus.pk, persoon.pk])


def iemand(**anders: Any) -> dict[str, Any]:
    return verstuur(
        **{"voornaam": "Cato", "achternaam": "Smit", "adres_geheim": "Nee", "adres_soort": "Een woonadres"} | anders
    )


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
    assert client.get(van(tafel, tafel.kind)).content.decode().count(" checked") == 3
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


def personen(tafel: Keukentafel) -> str:
    return als(tafel.trekker).get(reverse("personen", args=[tafel.casus.pk])).content.decode()


def test_an_unborn_child_becomes_a_person_in_the_same_row(tafel: Keukentafel) -> None:
    client = als(tafel.trekker)
    ongeboren = iemand(voornaam="", achternaam="", verwacht_op="1-6-2027")
    assert client.post(nieuw(tafel), ongeboren).status_code == 303
    kind = Persoon.objects.get(verwacht_op__isnull=False)
    assert (kind.naam, kind.ongeboren) == ("ongeboren kind", True)
    assert "verwacht op 1 juni 2027" in personen(tafel)
    geboren = iemand(voornaam="Noor", verwacht_op="1-6-2027", geboortedatum="3-6-2027", versie="1")
    assert client.post(van(tafel, kind), geboren).status_code == 303
    kind.refresh_from_db()
    assert (kind.naam, kind.ongeboren) == ("Noor Smit", False)
    assert Gebeurtenis.objects.filter(soort="kind_geboren").count() == 1


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"geboortejaar": "88"}, "met vier cijfers"),
        ({"geboortejaar": "1988", "verwacht_op": "1-6-2027"}, "geen geboortejaar"),
        ({"adres": "Kade 1", "adres_soort": "Geen adres, zwervend"}, "kies dan een briefadres"),
        ({"voornaam": "", "achternaam": ""}, "Dit veld is verplicht"),
    ],
)
def test_what_does_not_fit_together_is_told(tafel: Keukentafel, velden: dict[str, str], fout: str) -> None:
    antwoord = als(tafel.trekker).post(nieuw(tafel), iemand(**velden))
    assert antwoord.status_code == 422 and fout.lower() in antwoord.content.decode().lower()


def test_who_roams_and_whose_age_is_guessed_is_told_as_such(tafel: Keukentafel) -> None:
    velden = iemand(geboortejaar="1990", adres_soort="Geen adres, zwervend", tolk_nodig="ja", taal="Tigrinya")
    assert als(tafel.trekker).post(nieuw(tafel), velden).status_code == 303
    pagina = personen(tafel)
    for stuk in ("Geboren rond 1990", "Heeft geen adres: zwervend", "Spreekt Tigrinya, tolk nodig"):
        assert stuk in pagina
    assert "1 gevonden" in als(tafel.trekker).post(reverse("zoeken"), {"q": "cato 1991"}).content.decode()


@pytest.mark.parametrize(
    ("soort", "zin"),
    [
        ("Ouder", "Anna is ouder van Bram, sinds 2 mei 2019"),
        ("Kind", "Bram is ouder van Anna, sinds 2 mei 2019"),
        ("Kleinkind", "Bram is grootouder van Anna"),
        ("Ex-partner", "Anna is ex-partner van Bram"),
        ("Anders, namelijk", "Anna is buurvrouw van Bram"),
    ],
)
def test_a_relation_reads_as_a_sentence_and_ends(tafel: Keukentafel, soort: str, zin: str) -> None:
    client, adres = als(tafel.trekker), reverse("relatie_nieuw", args=[tafel.casus.pk, tafel.moeder.pk])
    velden = {"soort": soort, "ander": "Bram", "van": "2-5-2019", "omschrijving": "buurvrouw"}
    assert client.post(adres, verstuur(**velden)).status_code == 303
    assert zin in personen(tafel)
    assert client.post(adres, verstuur(**velden)).status_code == 422
    relatie = Relatie.objects.get()
    pagina = reverse("relatie", args=[tafel.casus.pk, relatie.pk])
    nu = {"soort": "Verzorger", "van": "2-5-2019", "versie": "1"}
    assert client.post(pagina, verstuur(**nu, tot="1-5-2019")).status_code == 422
    assert client.post(pagina, verstuur(**nu, tot="1-5-2020")).status_code == 303
    assert "was verzorger van" in personen(tafel) and "tot 1 mei 2020" in personen(tafel)
    botsing = client.post(pagina, verstuur(**nu, tot="1-5-2021"))
    assert botsing.status_code == 409 and "2020-05-01" in botsing.content.decode()
    soorten = list(Gebeurtenis.objects.order_by("-volgnummer").values_list("soort", flat=True)[:2])
    assert soorten == ["relatie_gewijzigd", "relatie_vastgelegd"]


def test_who_acts_for_somebody_can_be_called_until_it_ends(tafel: Keukentafel) -> None:
    client, adres = als(tafel.trekker), reverse("vertegenwoordiger_nieuw", args=[tafel.casus.pk, tafel.moeder.pk])
    velden = {"soort": "Bewindvoerder", "naam": "R. Kok", "organisatie": "Kok Bewind", "telefoon": "030 000 00 99"}
    assert client.post(adres, verstuur(**velden)).status_code == 303
    assert "Bewindvoerder: R. Kok van Kok Bewind" in personen(tafel) and "tel:0300000099" in personen(tafel)
    rij = Vertegenwoordiger.objects.get()
    pagina = reverse("vertegenwoordiger", args=[tafel.casus.pk, rij.pk])
    for status in (303, 409):
        klaar = verstuur(**velden, van="1-1-2020", tot="1-1-2021", versie="1")
        assert client.post(pagina, klaar | {"naam": f"R. Kok {status}"}).status_code == status
    assert "tot 1 januari 2021" in personen(tafel) and "tel:0300000099" not in personen(tafel)


def test_gezag_reads_as_a_sentence(tafel: Keukentafel) -> None:
    als(tafel.trekker).post(van(tafel, tafel.kind), iemand(versie="1", **{f"gezag-{tafel.moeder.pk}": "ja"}))
    assert "Anna heeft het gezag over Cato" in personen(tafel)


def test_who_moved_out_stays_known(tafel: Keukentafel) -> None:
    client, adres = als(tafel.trekker), reverse("persoon_vertrokken", args=[tafel.casus.pk, tafel.kind.pk])
    assert client.post(adres, verstuur(tot="1-1-2100")).status_code == 422
    assert client.post(adres, verstuur(tot="1-1-2001")).status_code == 422
    assert client.post(adres, verstuur(tot="1-2-2021")).status_code == 303
    assert "Bram O&#x27;Neill, van 1 januari 2020 tot 1 februari 2021" in personen(tafel)
    assert client.get(adres).status_code == 404
    laatste = client.post(
        reverse("persoon_vertrokken", args=[tafel.casus.pk, tafel.moeder.pk]), verstuur(tot="1-2-2021")
    )
    assert laatste.status_code == 422 and "laatste persoon" in laatste.content.decode()
    assert Lidmaatschap.objects.filter(tot__isnull=False).count() == 1


def bekend(**anders: str) -> dict[str, Any]:
    return verstuur(**{"voornaam": "Brám", "achternaam": "ONeill", "geboortedatum": "3-4-2015"} | anders)


def met_datum(tafel: Keukentafel, *, geheim: bool = False) -> Keukentafel:
    wie = Personalia(voornaam="Bram", achternaam="ONeill", geboortedatum=date(2015, 4, 3), adres="Kade 1")
    wijzig_persoon(persoon=tafel.kind, personalia=wie, versie=1)
    moeder = Personalia(voornaam="Anna", achternaam="O'Neill", adres="Kade 1", adres_geheim=geheim)
    wijzig_persoon(persoon=tafel.moeder, personalia=moeder, versie=1)
    return tafel


def de_vader(tafel: Keukentafel) -> Casus:
    team = een_team(tafel.trekker.gemeente)
    return een_casus(een_huishouden("Jo Dam", team=team), een_account(team))


def test_a_child_of_two_households_is_added_without_opening_the_other_dossier(tafel: Keukentafel) -> None:
    casus = de_vader(met_datum(tafel))
    client, adres = als(casus.regisseur), reverse("persoon_bestaand", args=[casus.pk])
    for fout in ({"geboortedatum": "4-4-2015"}, {"voornaam": "Bas"}):
        assert "kennen niemand" in client.post(adres, bekend(**fout)).content.decode()
    assert client.post(adres, bekend()).status_code == 303
    assert "Bram ONeill" in client.get(reverse("personen", args=[casus.pk])).content.decode()
    assert client.get(reverse("casus", args=[tafel.casus.pk])).status_code == 403
    assert Inzage.objects.filter(casus=tafel.casus, account=casus.regisseur, wat="persoon_bestaand").count() == 1
    assert client.post(adres, bekend()).status_code == 422
    assert Persoon.objects.filter(achternaam="ONeill").count() == 1


def test_a_child_that_hides_is_not_brought_to_another_household(tafel: Keukentafel) -> None:
    casus = de_vader(met_datum(tafel, geheim=True))
    antwoord = als(casus.regisseur).post(reverse("persoon_bestaand", args=[casus.pk]), bekend())
    assert antwoord.status_code == 422 and tafel.trekker.naam in antwoord.content.decode()
    assert Lidmaatschap.objects.filter(persoon=tafel.kind).count() == 1


def test_where_a_child_hides_is_not_told_in_its_other_household(tafel: Keukentafel) -> None:
    casus = de_vader(met_datum(tafel, geheim=True))
    voeg_lid_toe(huishouden=casus.huishouden, persoon=tafel.kind, van=date(2020, 1, 1))
    client, pagina = als(casus.regisseur), reverse("persoon", args=[casus.pk, tafel.kind.pk])
    for adres in (reverse("personen", args=[casus.pk]), pagina, reverse("casus", args=[casus.pk])):
        assert "Kade 1" not in client.get(adres).content.decode()
    velden = {"voornaam": "Bram", "achternaam": "Dam", "versie": "2"}
    assert client.post(pagina, verstuur(**velden)).status_code == 303
    tafel.kind.refresh_from_db()
    assert (tafel.kind.achternaam, tafel.kind.adres) == ("Dam", "Kade 1")
    assert "Kade 1" in personen(tafel)


def test_who_takes_part_hears_only_how_many_there_are(tafel: Keukentafel) -> None:
    pagina = als(tafel.kijker).get(reverse("personen", args=[tafel.casus.pk])).content.decode()
    assert "horen 2 mensen" in pagina and "Anna" not in pagina


def test_of_everybody_born_the_own_words_can_be_written_and_nobody_else_is_owner_or_parent(
    tafel: Keukentafel,
) -> None:
    buik = Personalia(voornaam="", achternaam="ONeill", verwacht_op=date(2027, 3, 1))
    kind = voeg_persoon_toe(huishouden=tafel.casus.huishouden, personalia=buik, van=date(2026, 1, 1))
    pagina = als(tafel.trekker).get(reverse("casus", args=[tafel.casus.pk])).content.decode()
    adres = "eigen_woorden"
    for wie, mag in ((tafel.moeder, True), (tafel.kind, True), (kind, False)):
        assert (reverse(adres, args=[tafel.casus.pk, wie.pk]) in pagina) is mag
    afspraak = als(tafel.trekker).get(reverse("actie_nieuw", args=[tafel.casus.pk])).content.decode()
    assert f"persoon:{tafel.moeder.pk}" in afspraak and f"persoon:{kind.pk}" not in afspraak
    wijzig_persoon(
        persoon=tafel.kind,
        personalia=Personalia(voornaam="Bram", achternaam="ONeill", geboortedatum=date(2020, 1, 1)),
        versie=1,
    )
    kaart = als(tafel.trekker).get(van(tafel, kind)).content.decode()
    assert f"gezag-{tafel.moeder.pk}" in kaart and f"gezag-{tafel.kind.pk}" not in kaart
    assert wie_spreken([kind, tafel.kind, tafel.moeder])[-1] != kind


def test_of_who_lives_in_two_households_the_page_says_with_whom_to_make_contact(tafel: Keukentafel) -> None:
    collega = een_account(een_team(tafel.trekker.gemeente))
    ander = een_casus(een_huishouden("Karim Bakker", team=collega.team), collega)
    voeg_lid_toe(huishouden=ander.huishouden, persoon=tafel.kind, van=date(2026, 1, 1))
    pagina = als(tafel.trekker).get(reverse("personen", args=[tafel.casus.pk])).content.decode()
    assert f"Hoort ook bij een ander huishouden. Vraag contact: {collega.naam}" in pagina and "Karim" not in pagina
    geheim = Personalia(voornaam="Karim", achternaam="Bakker", adres="Schuilhof 1", adres_geheim=True)
    wijzig_persoon(persoon=Persoon.objects.get(voornaam="Karim"), personalia=geheim, versie=1)
    pagina = als(tafel.trekker).get(reverse("personen", args=[tafel.casus.pk])).content.decode()
    assert "Hoort ook bij" not in pagina


def test_adding_a_namesake_of_the_same_day_asks_whether_it_is_the_same_person(tafel: Keukentafel) -> None:
    wijzig_persoon(
        persoon=tafel.kind,
        personalia=Personalia(voornaam="Bram", achternaam="ONeill", geboortedatum=date(2020, 1, 1)),
        versie=1,
    )
    client = als(tafel.trekker)
    naar = client.post(nieuw(tafel), iemand(voornaam="Bram", achternaam="ONeill", geboortedatum="1-1-2020"))
    assert naar["Location"].endswith("/dubbel")
    assert "Is het dezelfde persoon?" in client.get(naar["Location"]).content.decode()
