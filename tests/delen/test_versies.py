"""Words are versioned: nothing is overwritten, and who comes second is shown what stands there."""

import pytest

from draden import tegelijk
from fabriek import NU, een_account, een_casus, een_huishouden, een_item, herschrijf, leden_van
from samenspel.delen.models import Item, Woorden
from samenspel.delen.services import (
    OngeldigeWoorden,
    Versieconflict,
    ZonderPersoon,
    huidige_woorden,
    maak_item,
    schrijf_woorden,
)
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.basis import AndereGemeente


@pytest.fixture
def item() -> Item:
    return een_item(een_casus(), woorden={"tekst": "eerst"})


@pytest.mark.django_db
def test_a_next_version_stands_beside_the_first(item: Item) -> None:
    herschrijf(item, {"tekst": "daarna"})

    assert huidige_woorden(item) == {"tekst": "daarna"}
    versies = Woorden.objects.filter(item=item).values_list("volgnummer", "inhoud")
    assert list(versies) == [(1, {"tekst": "eerst"}), (2, {"tekst": "daarna"})]
    assert Item.objects.get(pk=item.pk).versie == 2


@pytest.mark.django_db
def test_an_item_may_get_its_first_words_later() -> None:
    item = een_item(een_casus())
    assert huidige_woorden(item) == {}

    herschrijf(item, {"tekst": "nu wel"})
    assert huidige_woorden(item) == {"tekst": "nu wel"}


@pytest.mark.django_db
def test_who_saves_second_is_shown_what_stands_there(item: Item) -> None:
    collega = een_account(item.eigenaar.team)
    schrijf_woorden(item=item, inhoud={"tekst": "van mij"}, auteur=item.eigenaar, versie=1, nu=NU)

    with pytest.raises(Versieconflict, match="Bekijk beide versies") as fout:
        schrijf_woorden(item=item, inhoud={"tekst": "van collega"}, auteur=collega, versie=1, nu=NU)
    assert fout.value.versie == 2
    assert isinstance(fout.value.huidig, Woorden)
    assert fout.value.huidig.inhoud == {"tekst": "van mij"}
    assert "van mij" not in str(fout.value)
    assert huidige_woorden(item) == {"tekst": "van mij"}


@pytest.mark.django_db
def test_having_seen_both_the_second_may_save_over_the_version_seen(item: Item) -> None:
    schrijf_woorden(item=item, inhoud={"tekst": "van mij"}, auteur=item.eigenaar, versie=1, nu=NU)
    schrijf_woorden(item=item, inhoud={"tekst": "samen"}, auteur=item.eigenaar, versie=2, nu=NU)

    assert huidige_woorden(item) == {"tekst": "samen"}


@pytest.mark.django_db(transaction=True)
def test_of_writers_at_once_one_saves_and_all_others_are_told(item: Item) -> None:
    def schrijf() -> bool:
        eigen = Item.objects.get(pk=item.pk)
        try:
            schrijf_woorden(item=eigen, inhoud={"tekst": "ik"}, auteur=item.eigenaar, versie=1, nu=NU)
        except Versieconflict:
            return False
        return True

    assert sorted(tegelijk(schrijf)) == [False, False, False, True]
    assert Woorden.objects.filter(item=item).count() == 2


@pytest.mark.django_db
def test_an_item_names_whom_it_is_about() -> None:
    casus = een_casus()
    with pytest.raises(ZonderPersoon):
        maak_item(casus=casus, soort=Gegevenssoort.PLAN, eigenaar=casus.regisseur, betreft=[], nu=NU)


@pytest.mark.django_db
def test_an_item_about_somebody_of_another_municipality_is_refused() -> None:
    casus = een_casus()
    elders = leden_van(een_huishouden())
    with pytest.raises(AndereGemeente):
        maak_item(casus=casus, soort=Gegevenssoort.PLAN, eigenaar=casus.regisseur, betreft=elders, nu=NU)


@pytest.mark.django_db
def test_words_with_a_character_no_database_keeps_are_refused() -> None:
    casus = een_casus()
    with pytest.raises(OngeldigeWoorden):
        een_item(casus, woorden={"tekst": "a\x00b"})
    assert not Item.objects.filter(casus=casus).exists()
