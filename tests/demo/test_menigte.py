"""A crowd: every household a copy of its own, and every history whole."""

import pytest
from django.db import transaction

from fabriek import NU, VANDAAG, een_casus
from samenspel.casus.historie import controleer_alles
from samenspel.casus.models import Casus, Gebeurtenis
from samenspel.delen.models import Inzage
from samenspel.demo.menigte import KEER_GELEZEN, vermenigvuldig
from samenspel.huishouden.models import Huishouden, Persoon
from samenspel.huishouden.selectors import zoek
from samenspel.huishouden.zoekvraag import lees_zoekvraag
from samenspel.organisatie.models import Account, Gemeente, Team

pytestmark = pytest.mark.django_db


def _stil(regel: str) -> None:
    assert regel


def test_a_crowd_has_people_and_histories_of_its_own() -> None:
    casus = een_casus()
    gemeente = casus.gemeente
    regels, personen = Gebeurtenis.objects.count(), Persoon.objects.count()
    assert vermenigvuldig(gemeente=gemeente, tot=9, zaad=7, nu=NU, meld=_stil) == 9
    assert Huishouden.objects.count() == Casus.objects.count() == 9
    assert Gebeurtenis.objects.count() == 9 * regels and Persoon.objects.count() == 9 * personen
    controle = controleer_alles()
    assert (controle.casussen, controle.breuken) == (9, [])
    assert Team.objects.count() == Account.objects.count() == Team.objects.values("naam").distinct().count() > 1
    gelezen = Inzage.objects.select_related("casus")
    assert gelezen.count() == 8 * KEER_GELEZEN, "the copies were read as often as dossiers are"
    assert all(i.casus is not None and i.casus.regisseur_id == i.account_id and i.op < NU for i in gelezen)
    # Nobody works for a household of another village.
    assert all(c.regisseur.team_id == c.huishouden.team_id for c in Casus.objects.all())


def test_the_crowd_is_the_same_every_time_and_is_found() -> None:
    casus = een_casus()
    keren = []
    for _ in range(2):
        with transaction.atomic():
            vermenigvuldig(gemeente=casus.gemeente, tot=5, zaad=7, nu=NU, meld=_stil)
            kopieen = Huishouden.objects.exclude(pk=casus.huishouden_id)
            keren.append(sorted(kopieen.values_list("pk", "naam")))
            naam = keren[0][0][1]
            gevonden = zoek(gemeente=casus.gemeente, vraag=lees_zoekvraag(naam.removeprefix("Gezin "), VANDAAG))
            assert naam in {huishouden.naam for huishouden in gevonden}
            transaction.set_rollback(True)
    assert keren[0] == keren[1] and len(keren[0]) == 4


def test_a_real_municipality_is_never_multiplied() -> None:
    casus = een_casus()
    Gemeente.objects.filter(pk=casus.gemeente_id).update(demo=False)
    with pytest.raises(ValueError, match="demo"):
        vermenigvuldig(gemeente=Gemeente.objects.get(pk=casus.gemeente_id), tot=5, zaad=7, nu=NU, meld=_stil)
    assert Huishouden.objects.count() == 1
