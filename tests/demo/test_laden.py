"""The demo's own households, recorded through the services: every history is whole and says what the rows say.

That the facts of the rows are those of the history, is held for every test (conftest).
"""

import pytest
from django.utils import timezone
from django.utils.timezone import localdate

from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Overdracht, Traject
from samenspel.demo.collegas import meld_afwezig
from samenspel.demo.gezin import eigen_gezinnen
from samenspel.demo.laden import zet_toneel
from samenspel.demo.mensen import INWONERS
from samenspel.demo.tijdlijn import speel_gezin
from samenspel.huishouden.selectors import leden_op
from samenspel.organisatie.models import Account
from samenspel.organisatie.selectors import afwezigheid_van
from samenspel.overleg.models import Agendapunt

pytestmark = pytest.mark.django_db


def test_the_households_of_the_demo_stand_where_they_are_said_to_stand() -> None:
    nu = timezone.now()
    eigen, toneel = eigen_gezinnen(), zet_toneel(nu=nu, slugs=["oosterhout-pilot", "utrecht"])
    casussen = [speel_gezin(toneel, gezin) for gezin in eigen]
    assert [breuk for casus in casussen for breuk in controleer_casus(casus)] == []
    assert len(eigen) > 15 and len({t.fase for t in Traject.objects.all()}) > 8
    assert {t.casus.huishouden.team.naam for t in Traject.objects.all()} >= {"Buurtteam Zuilen", "Sociaal team"}
    assert all(leden_op(casus.huishouden, localdate(nu)) for casus in casussen)

    wanneer = {localdate(punt.op) - localdate(nu) for punt in Agendapunt.objects.filter(gehouden_op__isnull=True)}
    assert {0, 1, 2} <= {over.days for over in wanneer}, "a table today, one tomorrow and one in two days"
    assert Overdracht.objects.filter(aanvaard_op__isnull=True).count() == 1

    meld_afwezig(accounts=toneel.accounts, nu=nu)
    weg = afwezigheid_van(toneel.accounts["karim"], localdate(nu))
    assert weg is not None and weg.vervanger == toneel.accounts["nazan"]
    bewoners = {i.gebruikersnaam for i in INWONERS if i.huishouden in {g.huishouden for g in eigen}}
    assert set(Account.objects.filter(persoon__isnull=False).values_list("gebruikersnaam", flat=True)) == bewoners
