"""The demo has signalen in every state."""

import pytest

from fabriek import NU, een_account, een_team
from samenspel.demo.signalen import maak_signalen
from samenspel.signaal.models import Signaal, Signaalgebeurtenis

pytestmark = pytest.mark.django_db


def test_signalen_are_in_every_state_that_needs_somebody() -> None:
    team = een_team(naam="Buurtteam Overvecht")
    maak_signalen(accounts={n: een_account(team) for n in ("kees", "nazan", "roos", "joris")}, nu=NU)
    gevraagd = Signaal.objects.filter(gevraagd_op__isnull=False)
    assert (gevraagd.filter(gevraagd_team=team).count(), gevraagd.filter(gevraagd_account__isnull=False).count()) == (
        1,
        1,
    )
    assert {s.status for s in Signaal.objects.all()} == {"open", "gesloten"}
    assert Signaalgebeurtenis.objects.filter(soort="aangenomen").count() == 1
