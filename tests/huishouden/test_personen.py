"""Households and their people."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from fabriek import VANDAAG, een_gemeente, een_huishouden, een_team, leden_van
from samenspel.delen.services import Versieconflict
from samenspel.huishouden.models import Gezag, Lidmaatschap, Persoon
from samenspel.huishouden.services import Personalia, leg_gezag_vast, maak_huishouden, voeg_lid_toe, wijzig_persoon
from samenspel.organisatie.basis import AndereGemeente
from samenspel.organisatie.models import Wijk

pytestmark = pytest.mark.django_db

ANNA = Personalia(voornaam="Anna", achternaam="de Wit", telefoon="010 1234567")


def test_a_person_is_named_as_people_say_it() -> None:
    assert leden_van(een_huishouden("Anna van Dam"))[0].naam == "Anna van Dam"


@pytest.mark.parametrize(
    ("geboren", "dag", "leeftijd"),
    [
        (date(2008, 3, 2), date(2026, 3, 1), 17),
        (date(2008, 3, 2), date(2026, 3, 2), 18),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (None, date(2026, 3, 1), None),
    ],
)
def test_age_is_in_whole_years(geboren: date | None, dag: date, leeftijd: int | None) -> None:
    assert Persoon(geboortedatum=geboren).leeftijd_op(dag) == leeftijd


def test_who_saves_second_is_shown_what_stands_there() -> None:
    persoon = leden_van(een_huishouden())[0]
    eerste = wijzig_persoon(persoon=persoon, personalia=ANNA, versie=1)
    assert (eerste.achternaam, eerste.versie) == ("de Wit", 2)

    with pytest.raises(Versieconflict) as fout:
        wijzig_persoon(persoon=persoon, personalia=Personalia(voornaam="Anna", achternaam="Pas"), versie=1)
    assert fout.value.versie == 2
    assert fout.value.huidig == eerste
    assert "Wit" not in str(fout.value)
    assert Persoon.objects.get(pk=persoon.pk).achternaam == "de Wit"


def test_a_child_may_belong_to_two_households() -> None:
    team = een_team()
    eerste, tweede = een_huishouden("Kim Bos", team=team), een_huishouden("Jo Dam", team=team)
    kim = leden_van(eerste)[0]
    voeg_lid_toe(huishouden=tweede, persoon=kim, van=VANDAAG)

    assert Lidmaatschap.objects.filter(persoon=kim).count() == 2


def test_nobody_belongs_to_a_household_twice_at_once() -> None:
    huishouden = een_huishouden()

    with pytest.raises(IntegrityError), transaction.atomic():
        voeg_lid_toe(huishouden=huishouden, persoon=leden_van(huishouden)[0], van=VANDAAG)


def test_a_period_does_not_end_before_it_begins() -> None:
    een_huishouden(van=VANDAAG)

    with pytest.raises(IntegrityError), transaction.atomic():
        Lidmaatschap.objects.update(tot=date(2000, 1, 1))


def test_nobody_has_authority_over_themselves() -> None:
    anna, bo = leden_van(een_huishouden("Anna Jansen", "Bo Jansen"))
    leg_gezag_vast(ouder=anna, kind=bo, van=VANDAAG)

    with pytest.raises(IntegrityError), transaction.atomic():
        leg_gezag_vast(ouder=bo, kind=bo, van=VANDAAG)
    assert Gezag.objects.count() == 1


def test_municipalities_are_not_mixed() -> None:
    huishouden = een_huishouden()
    elders = leden_van(een_huishouden())[0]

    with pytest.raises(AndereGemeente):
        voeg_lid_toe(huishouden=huishouden, persoon=elders, van=VANDAAG)
    with pytest.raises(AndereGemeente):
        leg_gezag_vast(ouder=elders, kind=leden_van(huishouden)[0], van=VANDAAG)
    with pytest.raises(AndereGemeente):
        wijk = Wijk.objects.create(gemeente=een_gemeente(), naam="Noord")
        maak_huishouden(naam="Bos", team=een_team(), wijk=wijk)
