"""A partner looks by a recorded grondslag, and no longer from the moment it is ended."""

from dataclasses import replace
from datetime import timedelta

import pytest

from delen.dorp import NU, Dorp, dag
from samenspel.casus.models import Casus, Gebeurtenis
from samenspel.delen.grondslagen import (
    AlBeeindigd,
    Delen,
    OnvolledigeGrondslag,
    beeindig_grondslag,
    leg_grondslag_vast,
)
from samenspel.delen.kijker import kijker_van
from samenspel.delen.models import Grondslag
from samenspel.delen.zicht import zichtbare_items
from samenspel.huishouden.models import Persoon
from samenspel.kern.werkwijze.model import Gegevenssoort as S
from samenspel.organisatie.basis import AndereGemeente
from samenspel.organisatie.models import Account

pytestmark = pytest.mark.django_db


class Zaak:
    """A casus of a mother and a father, and a partner to share with."""

    def __init__(self) -> None:
        self.dorp = Dorp()
        self.moeder, self.vader = self.dorp.persoon(), self.dorp.persoon()
        self.casus: Casus = self.dorp.casus(self.dorp.huishouden(self.moeder, self.vader))
        self.partner = self.dorp.account()

    def delen(self, *personen: Persoon) -> Delen:
        return Delen(
            avg_6="algemeen_belang",
            uitzondering_9_10=" Niet nodig. ",
            geheim="Ontheven",
            convenant="Afspraken",
            doel="De huur regelen",
            soorten=("plan", "geld", "plan"),
            personen=tuple(str(persoon.pk) for persoon in personen or (self.moeder,)),
            van=dag(),
            tot=dag(30),
        )

    def leg_vast(self, delen: Delen, partner: Account | None = None) -> Grondslag:
        return leg_grondslag_vast(
            casus=self.casus,
            partner=partner or self.partner,
            delen=delen,
            account=self.casus.regisseur,
            nu=NU,
        )

    def ziet(self, uren: int = 0) -> set[object]:
        nu = NU + timedelta(hours=uren)
        kijker = kijker_van(account=self.partner, casus=self.casus, nu=nu)
        return set(zichtbare_items(kijker, nu).values_list("pk", flat=True))


@pytest.fixture
def zaak() -> Zaak:
    return Zaak()


def test_a_recorded_grondslag_lets_the_partner_see_what_it_covers_until_it_is_ended(zaak: Zaak) -> None:
    gedekt = zaak.dorp.item(zaak.casus, S.PLAN, [zaak.moeder])
    zaak.dorp.item(zaak.casus, S.PLAN, [zaak.moeder, zaak.vader])
    zaak.dorp.item(zaak.casus, S.CONTACTEN, [zaak.moeder])
    assert zaak.ziet() == set()

    grondslag = zaak.leg_vast(zaak.delen())
    assert zaak.ziet() == {gedekt.pk}

    beeindig_grondslag(grondslag=grondslag, account=zaak.casus.regisseur, nu=NU + timedelta(hours=2))
    assert zaak.ziet(uren=1) == {gedekt.pk}
    assert zaak.ziet(uren=2) == set()


def test_both_stand_in_the_history_without_words(zaak: Zaak) -> None:
    grondslag = zaak.leg_vast(zaak.delen())
    beeindig_grondslag(grondslag=grondslag, account=zaak.casus.regisseur, nu=NU)

    vast, einde = Gebeurtenis.objects.filter(casus=zaak.casus)
    assert (vast.soort, einde.soort) == ("grondslag_vastgelegd", "grondslag_beeindigd")
    assert vast.gegevens == {
        "grondslag": str(grondslag.pk),
        "partner": str(zaak.partner.pk),
        "avg_6": "algemeen_belang",
        "soorten": ["geld", "plan"],
        "personen": [str(zaak.moeder.pk)],
        "van": dag().isoformat(),
        "tot": dag(30).isoformat(),
    }
    assert einde.gegevens == {"grondslag": str(grondslag.pk)}


def test_the_parts_are_stored_as_they_were_written_but_for_space_around(zaak: Zaak) -> None:
    grondslag = zaak.leg_vast(zaak.delen(zaak.moeder, zaak.vader))

    assert grondslag.uitzondering_9_10 == "Niet nodig."
    assert set(grondslag.personen.all()) == {zaak.moeder, zaak.vader}
    assert grondslag.vastgelegd_door == zaak.casus.regisseur


def test_without_all_four_parts_nothing_is_recorded(zaak: Zaak) -> None:
    with pytest.raises(OnvolledigeGrondslag, match="beroepsgeheim") as geweigerd:
        zaak.leg_vast(replace(zaak.delen(), geheim="", convenant=" "))

    assert set(geweigerd.value.fouten) == {"geheim", "convenant"}
    assert not Grondslag.objects.exists()
    assert not Gebeurtenis.objects.exists()


def test_only_people_of_the_household_can_be_shared_about(zaak: Zaak) -> None:
    with pytest.raises(OnvolledigeGrondslag, match="uit dit huishouden"):
        zaak.leg_vast(zaak.delen(zaak.moeder, zaak.dorp.persoon()))


def test_sharing_is_with_a_professional_other_than_the_regisseur(zaak: Zaak) -> None:
    for niet_deze in (zaak.casus.regisseur, zaak.dorp.account(zaak.vader)):
        with pytest.raises(OnvolledigeGrondslag) as geweigerd:
            zaak.leg_vast(zaak.delen(), niet_deze)
        assert set(geweigerd.value.fouten) == {"partner"}


def test_nothing_is_shared_with_another_municipality(zaak: Zaak) -> None:
    with pytest.raises(AndereGemeente):
        zaak.leg_vast(zaak.delen(), Dorp().account())


def test_the_first_end_stands(zaak: Zaak) -> None:
    grondslag = zaak.leg_vast(zaak.delen())
    beeindig_grondslag(grondslag=grondslag, account=zaak.casus.regisseur, nu=NU)

    with pytest.raises(AlBeeindigd):
        beeindig_grondslag(grondslag=grondslag, account=zaak.casus.regisseur, nu=NU + timedelta(days=1))

    grondslag.refresh_from_db()
    assert grondslag.beeindigd_op == NU
