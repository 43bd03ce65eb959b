"""What pages ask: the casussen in a list, one item with its reason, the people of a household."""

import pytest

from delen.dorp import NU, Dorp
from samenspel.delen.zicht import (
    Persoonszicht,
    kijker_van,
    oordeel_over,
    persoonszicht,
    stuk_van,
    zichtbare_casussen,
    zichtbare_items,
)
from samenspel.kern.delen import Oordeel, Reden, Zicht
from samenspel.kern.werkwijze.model import Gegevenssoort as S

pytestmark = pytest.mark.django_db


@pytest.fixture
def dorp() -> Dorp:
    return Dorp()


def test_a_list_holds_the_casussen_in_which_a_right_is_in_force(dorp: Dorp) -> None:
    account = dorp.account()
    eigen, geholpen, aan_tafel = dorp.casus(regisseur=account), dorp.casus(), dorp.casus()
    straks_aan_tafel, gedeeld, niet_meer_gedeeld, _ander = (dorp.casus() for _ in range(4))
    dorp.helpt(geholpen, account)
    tafel = dorp.tafel()
    dorp.vervult(account, "lid", tafel=tafel)
    dorp.agendapunt(dorp.traject(aan_tafel), tafel, 2)
    dorp.agendapunt(dorp.traject(straks_aan_tafel), tafel, 20)
    dorp.grondslag(gedeeld, account, [S.PLAN], [dorp.persoon()], tot=0)
    dorp.grondslag(niet_meer_gedeeld, account, [S.PLAN], [dorp.persoon()], tot=-1)

    assert set(zichtbare_casussen(account, NU)) == {eigen, geholpen, aan_tafel, gedeeld}


def test_an_item_is_judged_with_the_reason_that_goes_into_the_inzage(dorp: Dorp) -> None:
    casus, helper, vreemde = dorp.casus(), dorp.account(), dorp.account()
    dorp.helpt(casus, helper)
    item = dorp.item(casus, S.PLAN, [dorp.persoon()])

    gezien = [
        oordeel_over(kijker_van(account=wie, casus=casus, nu=NU), item, NU)
        for wie in (casus.regisseur, helper, vreemde)
    ]

    assert gezien == [
        Oordeel(Zicht.GEHEEL, Reden.REGIE),
        Oordeel(Zicht.DAT, Reden.HELPER),
        Oordeel(Zicht.NIET, Reden.GEEN_RECHT),
    ]


def test_an_item_is_secret_when_one_of_its_people_has_a_secret_address(dorp: Dorp) -> None:
    open_, geheim = dorp.persoon(), dorp.persoon(geheim=True)
    casus = dorp.casus()

    assert stuk_van(dorp.item(casus, S.ADRES, [open_, geheim])).toont_geheim_adres
    assert not stuk_van(dorp.item(casus, S.PLAN, [open_, geheim])).toont_geheim_adres
    assert not stuk_van(dorp.item(casus, S.ADRES, [open_])).toont_geheim_adres


def test_two_grondslagen_for_one_person_each_do_not_cover_what_is_about_both(dorp: Dorp) -> None:
    moeder, kind, partner = dorp.persoon(), dorp.persoon(), dorp.account()
    casus, ander = dorp.casus(), dorp.casus()
    dorp.grondslag(casus, partner, [S.PLAN], [moeder])
    dorp.grondslag(casus, partner, [S.PLAN], [kind])
    dorp.grondslag(ander, partner, [S.PLAN], [kind])
    over_een = {dorp.item(casus, S.PLAN, [moeder]), dorp.item(casus, S.PLAN, [kind])}
    dorp.item(casus, S.PLAN, [moeder, kind])
    dorp.item(ander, S.PLAN, [moeder])

    kijker = kijker_van(account=partner, casus=None, nu=NU)

    assert set(zichtbare_items(kijker, NU)) == over_een


def test_of_the_people_each_sees_what_their_right_gives(dorp: Dorp) -> None:
    moeder, vader, kind = dorp.persoon(geheim=True), dorp.persoon(), dorp.persoon(jaren=9)
    casus = dorp.casus(dorp.huishouden(moeder, vader, kind))
    dorp.gezag(vader, kind)
    expert, partner = dorp.account(), dorp.account()
    dorp.casusrol(dorp.traject(casus), expert, "expert")
    dorp.grondslag(casus, partner, [S.PERSONALIA], [moeder])
    alles, niets = Persoonszicht(Zicht.GEHEEL, Zicht.GEHEEL), Persoonszicht(Zicht.NIET, Zicht.NIET)
    naam, adres = Persoonszicht(Zicht.GEHEEL, Zicht.NIET), Persoonszicht(Zicht.NIET, Zicht.GEHEEL)

    gezien = {}
    wie = {"regie": casus.regisseur, "moeder": dorp.account(moeder), "vader": dorp.account(vader)}
    for rol, account in (wie | {"expert": expert, "partner": partner}).items():
        kijker = kijker_van(account=account, casus=casus, nu=NU)
        zicht = persoonszicht(kijker, casus, [moeder, vader, kind], NU)
        gezien[rol] = [zicht[moeder.pk], zicht[vader.pk], zicht[kind.pk]]

    assert gezien == {
        "regie": [alles, alles, alles],
        "moeder": [alles, niets, niets],
        "vader": [niets, alles, naam],
        "expert": [niets, adres, adres],
        "partner": [naam, niets, niets],
    }
