"""Look up before making: names are found as people spell and hear them, and never across a municipality's border."""

from datetime import date
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from fabriek import VANDAAG, een_gemeente, een_huishouden, een_team, leden_van
from samenspel.huishouden.models import Huishouden, Lidmaatschap
from samenspel.huishouden.selectors import zoek as zoek_vraag
from samenspel.huishouden.services import (
    Personalia,
    beeindig_lidmaatschap,
    voeg_lid_toe,
    voeg_persoon_toe,
    wijzig_persoon,
)
from samenspel.huishouden.zoeken import _zonder_accenten, datumscore, delen_van, vouw, vouw_alles
from samenspel.huishouden.zoekvraag import lees_zoekvraag
from samenspel.organisatie.models import Gemeente

pytestmark = pytest.mark.django_db

HUISHOUDENS = (
    "Piet Verhoef",
    "Samira Yılmaz",
    "Jan van den Berg",
    "Els van der Berg",
    "Loes de Vries-Jansen",
    "Thi Van",
    "Mohammed El Amrani",
    "Łukasz Wójcik",
    "Zoë d'Angelo",
    "Kees IJzerman",
    "Bram Bos",
    "Layla محمد",
)


def zoek(*, gemeente: Gemeente, tekst: str, **anders: Any) -> list[Huishouden]:
    """As somebody types it."""
    return zoek_vraag(gemeente=gemeente, vraag=lees_zoekvraag(tekst, VANDAAG), **anders)


@pytest.fixture
def gemeente() -> Gemeente:
    gemeente = een_gemeente()
    team = een_team(gemeente)
    for lid in HUISHOUDENS:
        een_huishouden(lid, team=team)
    return gemeente


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("verhoof", ["Verhoef"]),
        ("Verhoeff", ["Verhoef"]),
        ("VERHOEF", ["Verhoef"]),
        ("verh", ["Verhoef"]),
        ("piet verhoef", ["Verhoef"]),
        ("verhoef piet", ["Verhoef"]),
        ("yilmaz", ["Yılmaz"]),
        ("YILMAZ", ["Yılmaz"]),
        ("Yılmaz", ["Yılmaz"]),
        ("jilmaz", ["Yılmaz"]),
        ("samira", ["Yılmaz"]),
        ("v.d. berg", ["van den Berg", "van der Berg"]),
        ("vd Berg", ["van den Berg", "van der Berg"]),
        ("van der berg", ["van den Berg", "van der Berg"]),
        ("berg", ["van den Berg", "van der Berg"]),
        ("els berg", ["van der Berg"]),
        ("de vries", ["de Vries-Jansen"]),
        ("janssen", ["de Vries-Jansen"]),
        ("van", ["Van"]),
        ("mohamed amrani", ["El Amrani"]),
        ("elamrani", ["El Amrani"]),
        ("lukasz wojcik", ["Wójcik"]),
        ("zoe dangelo", ["d'Angelo"]),
        ("ijzerman", ["IJzerman"]),
        ("محمد", ["محمد"]),
        ("bas", []),
        ("onbekend", []),
        ("", []),
        ("  -  ", []),
        ("'; DROP TABLE", []),
    ],
)
def test_a_name_is_found_as_it_is_spelled_or_heard(gemeente: Gemeente, tekst: str, gevonden: list[str]) -> None:
    assert sorted(huishouden.naam for huishouden in zoek(gemeente=gemeente, tekst=tekst)) == sorted(gevonden)


def test_the_best_comes_first(gemeente: Gemeente) -> None:
    een_huishouden("Ans Verhoeven", team=een_team(gemeente))

    assert [huishouden.naam for huishouden in zoek(gemeente=gemeente, tekst="verhoeven")] == ["Verhoeven", "Verhoef"]


def test_all_teams_of_a_municipality_are_searched_and_no_other_municipality(gemeente: Gemeente) -> None:
    een_huishouden("Ria Verhoef", team=een_team(gemeente))
    een_huishouden("Toos Verhoef", team=een_team())

    assert len(zoek(gemeente=gemeente, tekst="verhoef")) == 2
    assert zoek(gemeente=een_gemeente(), tekst="verhoef") == []


def test_everybody_in_the_household_leads_to_it(gemeente: Gemeente) -> None:
    huishouden = zoek(gemeente=gemeente, tekst="bram bos")[0]
    kind = Personalia(voornaam="Fleur", achternaam="Okafor")
    voeg_persoon_toe(huishouden=huishouden, personalia=kind, van=VANDAAG)

    assert zoek(gemeente=gemeente, tekst="okafor") == [huishouden]


def test_after_a_change_of_name_the_new_one_is_found_and_the_old_one_not(gemeente: Gemeente) -> None:
    huishouden = een_huishouden("Ilse Kramer", team=een_team(gemeente), naam="Straatweg 3")
    ilse = leden_van(huishouden)[0]
    wijzig_persoon(persoon=ilse, personalia=Personalia(voornaam="Ilse", achternaam="Dekker"), versie=1)

    assert zoek(gemeente=gemeente, tekst="dekker") == [huishouden]
    assert zoek(gemeente=gemeente, tekst="kramer") == []


def test_who_left_no_longer_leads_to_the_household(gemeente: Gemeente) -> None:
    huishouden = een_huishouden("Ilse Kramer", "Tom Dekker", team=een_team(gemeente), naam="Straatweg 3")
    tom = Lidmaatschap.objects.get(persoon__achternaam="Dekker")
    beeindig_lidmaatschap(lidmaatschap=tom, tot=VANDAAG)

    assert zoek(gemeente=gemeente, tekst="dekker") == []
    assert zoek(gemeente=gemeente, tekst="kramer") == [huishouden]


def test_searching_takes_the_same_few_queries_however_much_is_found(
    gemeente: Gemeente, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(5):
        een_huishouden("Ria Verhoef", team=een_team(gemeente))

    with django_assert_num_queries(4):
        zoek(gemeente=gemeente, tekst="verhoef")


def test_plain_letters_fold_to_themselves() -> None:
    alle = "".join(map(chr, range(128)))

    assert _zonder_accenten(alle) == alle.casefold()


@pytest.mark.parametrize(
    ("naam", "gevouwen"),
    [
        ("Yılmaz-van der Berg", ("yilmaz", "berg")),
        ("İPEK", ("ipek",)),
        ("Ĳsbrand Große", ("ijsbrand", "grosse")),
        ("van 't Hof", ("hof",)),
        ("Van de", ("van", "de")),
        ("李", ("李",)),
        ("محمد", ("محمد",)),
    ],
)
def test_a_name_is_folded_to_plain_letters(naam: str, gevouwen: tuple[str, ...]) -> None:
    assert vouw(naam) == gevouwen


def test_a_folded_name_is_cut_into_threes() -> None:
    assert delen_van(["Bos"]) == {"^^b", "^bo", "bos", "os$"}


@pytest.mark.parametrize(
    ("tekst", "woorden", "geboren", "nummer"),
    [
        ("verhoof 12-3-1988", ("verhoof",), date(1988, 3, 12), None),
        ("12/3/1988 Verhoef", ("verhoef",), date(1988, 3, 12), None),
        ("12.03.88", (), date(1988, 3, 12), None),
        ("1-2-24", (), date(2024, 2, 1), None),
        ("3-3-26", (), date(1926, 3, 3), None),
        ("12 maart 1988", (), date(1988, 3, 12), None),
        ("12 mrt. 1988 kade", ("kade",), date(1988, 3, 12), None),
        ("1988-03-12", (), date(1988, 3, 12), None),
        ("12031988", (), date(1988, 3, 12), None),
        ("31-2-1988", ("31", "2", "1988"), None, None),
        ("2026-00042", (), None, (2026, 42)),
        ("verhoef 2026-42", ("verhoef",), None, (2026, 42)),
        ("Kade 12 3561 ab Utrecht", ("kade", "12", "3561ab", "utrecht"), None, None),
        ("verhoef 12 bakker 1988", ("verhoef", "12", "bakker", "1988"), None, None),
        ("", (), None, None),
    ],
)
def test_what_is_typed_is_taken_apart(
    tekst: str, woorden: tuple[str, ...], geboren: date | None, nummer: tuple[int, int] | None
) -> None:
    vraag = lees_zoekvraag(tekst, VANDAAG)
    assert (vraag.woorden, vraag.geboren, vraag.nummer) == (woorden, geboren, nummer)
    assert bool(vraag) == bool(tekst)


@pytest.mark.parametrize(
    ("bekend", "punten"),
    [
        ([date(1988, 3, 12)], 100),
        ([None, date(1988, 12, 3)], 85),
        ([date(1988, 3, 21)], 70),
        ([None], 60),
        ([date(1990, 3, 21)], 0),
        ([], 0),
    ],
)
def test_a_birth_date_fits_more_or_less(bekend: list[date | None], punten: int) -> None:
    assert datumscore(date(1988, 3, 12), bekend) == punten


def gezin(
    gemeente: Gemeente, naam: str, adres: str, geboren: date | None = None, *, geheim: bool = False
) -> Huishouden:
    huishouden = een_huishouden(naam, team=een_team(gemeente))
    voornaam, _, achternaam = naam.partition(" ")
    personalia = Personalia(
        voornaam=voornaam, achternaam=achternaam, adres=adres, geboortedatum=geboren, adres_geheim=geheim
    )
    wijzig_persoon(persoon=leden_van(huishouden)[0], personalia=personalia, versie=1)
    return huishouden


def test_namesakes_are_told_apart_by_address_birth_date_and_year() -> None:
    gemeente = een_gemeente()
    een = gezin(gemeente, "Fatima Kaya", "Kerkstraat 12a, 3561 AB Utrecht", date(1988, 3, 12))
    ander = gezin(gemeente, "Fatma Kaya", "Dorpsplein 3", date(1990, 5, 1))

    for tekst in ("kaya kerkstr", "kerkstraat 12", "kayaa 12-3-1988", "3561ab", "3561 ab 12", "12 mrt 88", "kaya 1988"):
        assert zoek(gemeente=gemeente, tekst=tekst) == [een], tekst
    assert {*zoek(gemeente=gemeente, tekst="kaya")} == {een, ander}
    assert zoek(gemeente=gemeente, tekst="kaya 3-12-1988")[0] == een
    assert zoek(gemeente=gemeente, tekst="kerkstraat 1") == []
    assert zoek(gemeente=gemeente, tekst="kaya 1-1-1950") == []
    assert zoek(gemeente=een_gemeente(), tekst="kerkstraat 12") == []


def test_a_secret_address_leads_nowhere_but_for_who_may_see_it() -> None:
    gemeente = een_gemeente()
    schuil = gezin(gemeente, "Anna Bloem", "Schuilplaats 7", geheim=True)
    kind = Personalia(voornaam="Kim", achternaam="Bloem", adres="Schuilplaats 7")
    kim = voeg_persoon_toe(huishouden=schuil, personalia=kind, van=VANDAAG)
    vader = gezin(gemeente, "Jo Dam", "Dijk 2")
    voeg_lid_toe(huishouden=vader, persoon=kim, van=VANDAAG)

    assert zoek(gemeente=gemeente, tekst="schuilplaats") == []
    assert zoek(gemeente=gemeente, tekst="schuilplaats 7 bloem") == []
    assert zoek(gemeente=gemeente, tekst="schuilplaats 7", adressen_in={schuil.pk}) == [schuil]
    assert zoek(gemeente=gemeente, tekst="anna bloem") == [schuil]
    assert zoek(gemeente=gemeente, tekst="dijk 2") == [vader]


def test_an_address_is_found_again_when_nobody_there_hides_any_more() -> None:
    gemeente = een_gemeente()
    huishouden = gezin(gemeente, "Anna Bloem", "Schuilplaats 7", geheim=True)
    kind = Personalia(voornaam="Kim", achternaam="Bloem", adres="Lange Laan 1")
    voeg_persoon_toe(huishouden=huishouden, personalia=kind, van=VANDAAG)
    assert zoek(gemeente=gemeente, tekst="lange laan") == []
    beeindig_lidmaatschap(lidmaatschap=Lidmaatschap.objects.get(persoon__voornaam="Anna"), tot=VANDAAG)
    assert zoek(gemeente=gemeente, tekst="lange laan") == [huishouden]
    assert zoek(gemeente=gemeente, tekst="schuilplaats") == []


def test_the_parts_of_a_postcode_are_one_word() -> None:
    assert vouw_alles("Laan 4, 3561 AB Utrecht") == ("laan", "4", "3561ab", "utrecht")
