"""A person's words can be destroyed; the history says so and stays whole."""

import pytest
from django.db import IntegrityError, transaction

from fabriek import NU, een_account, een_casus, een_huishouden, een_item, herschrijf, leden_van
from samenspel.casus.historie import controleer_alles, controleer_casus
from samenspel.casus.models import Casus, Gebeurtenis
from samenspel.delen.models import Woorden
from samenspel.delen.selectors import items_ook_over_anderen
from samenspel.delen.services import huidige_woorden, wis_woorden
from samenspel.huishouden.services import voeg_lid_toe
from samenspel.organisatie.basis import AndereGemeente

pytestmark = pytest.mark.django_db


@pytest.fixture
def casus() -> Casus:
    return een_casus(een_huishouden("Anna Jansen", "Bo Jansen"))


def test_all_versions_of_words_about_one_person_are_destroyed(casus: Casus) -> None:
    anna, _ = leden_van(casus.huishouden)
    item = een_item(casus, anna, woorden={"tekst": "eerst"})
    herschrijf(item, {"tekst": "daarna"})

    assert wis_woorden(persoon=anna, account=casus.regisseur, nu=NU) == 2
    assert huidige_woorden(item) == {}
    rijen = Woorden.objects.filter(item=item).values_list("inhoud", "zout", "gewist_op")
    assert list(rijen) == [(None, None, NU), (None, None, NU)]


def test_the_history_stays_whole_and_says_it(casus: Casus) -> None:
    anna, _ = leden_van(casus.huishouden)
    item = een_item(casus, anna, woorden={"tekst": "eerst"})
    wis_woorden(persoon=anna, account=casus.regisseur, nu=NU)

    laatste = Gebeurtenis.objects.filter(casus=casus).latest("volgnummer")
    assert laatste.soort == "woorden_gewist"
    assert laatste.gegevens == {"persoon": str(anna.pk), "woorden": [str(Woorden.objects.get(item=item).pk)]}
    assert controleer_casus(casus) == []


def test_others_words_and_shared_words_stay_and_are_listed(casus: Casus) -> None:
    anna, bo = leden_van(casus.huishouden)
    van_bo = een_item(casus, bo, woorden={"tekst": "Bo"})
    samen = een_item(casus, anna, bo, woorden={"tekst": "samen"})
    een_item(casus, anna, bo)

    assert wis_woorden(persoon=anna, account=casus.regisseur, nu=NU) == 0
    assert huidige_woorden(van_bo) == {"tekst": "Bo"}
    assert huidige_woorden(samen) == {"tekst": "samen"}
    assert list(items_ook_over_anderen(anna)) == [samen]


def test_words_go_in_every_casus_the_person_is_in(casus: Casus) -> None:
    anna, _ = leden_van(casus.huishouden)
    tweede = een_huishouden("Cas de Wit", team=casus.huishouden.team)
    voeg_lid_toe(huishouden=tweede, persoon=anna, van=NU.date())
    ander = een_casus(tweede, casus.regisseur)
    for waar in (casus, ander):
        een_item(waar, anna, woorden={"tekst": "Anna"})

    assert wis_woorden(persoon=anna, account=casus.regisseur, nu=NU) == 2
    assert wis_woorden(persoon=anna, account=casus.regisseur, nu=NU) == 0
    assert controleer_alles().breuken == []


def test_work_goes_on_after_erasure(casus: Casus) -> None:
    anna, _ = leden_van(casus.huishouden)
    item = een_item(casus, anna, woorden={"tekst": "eerst"})
    wis_woorden(persoon=anna, account=casus.regisseur, nu=NU)
    herschrijf(item, {"tekst": "opnieuw"})

    assert huidige_woorden(item) == {"tekst": "opnieuw"}
    assert controleer_casus(casus) == []


def test_another_municipality_erases_nothing(casus: Casus) -> None:
    with pytest.raises(AndereGemeente):
        wis_woorden(persoon=leden_van(casus.huishouden)[0], account=een_account(), nu=NU)


def test_the_database_knows_words_only_whole_or_erased(casus: Casus) -> None:
    een_item(casus, woorden={"tekst": "eerst"})

    with pytest.raises(IntegrityError), transaction.atomic():
        Woorden.objects.update(gewist_op=NU)
    with pytest.raises(IntegrityError), transaction.atomic():
        Woorden.objects.update(zout=None)
