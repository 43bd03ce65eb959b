"""Look up before making: names are found as people spell and hear them, and never across a municipality's border."""

import pytest
from pytest_django import DjangoAssertNumQueries

from fabriek import VANDAAG, een_gemeente, een_huishouden, een_team, leden_van
from samenspel.huishouden.models import Lidmaatschap
from samenspel.huishouden.selectors import zoek
from samenspel.huishouden.services import Personalia, beeindig_lidmaatschap, voeg_persoon_toe, wijzig_persoon
from samenspel.huishouden.zoeken import delen_van, vouw
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
)


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

    with django_assert_num_queries(3):
        zoek(gemeente=gemeente, tekst="verhoef")


@pytest.mark.parametrize(
    ("naam", "gevouwen"),
    [
        ("Yılmaz-van der Berg", ("yilmaz", "berg")),
        ("İPEK", ("ipek",)),
        ("Ĳsbrand Große", ("ijsbrand", "grosse")),
        ("van 't Hof", ("hof",)),
        ("Van de", ("van", "de")),
        ("李", ()),
    ],
)
def test_a_name_is_folded_to_plain_letters(naam: str, gevouwen: tuple[str, ...]) -> None:
    assert vouw(naam) == gevouwen


def test_a_folded_name_is_cut_into_threes() -> None:
    assert delen_van(["Bos"]) == {"^^b", "^bo", "bos", "os$"}
