"""The demo has signalen in every state, and plans that were agreed."""

import pytest

from fabriek import NU, een_account, een_casus, een_gemeente, een_huishouden, een_team, leden_van
from samenspel.demo.plannen import EENS, ERNA, VASTGESTELD, stel_plannen_vast
from samenspel.demo.signalen import maak_signalen
from samenspel.plan.models import Actie, Instemming, Planversie
from samenspel.regie.plannen import stel_doel
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


def test_three_plans_are_agreed_and_one_changed_since() -> None:
    gemeente = een_gemeente()
    team = een_team(gemeente)
    for naam in VASTGESTELD:
        casus = een_casus(een_huishouden("Anna Jansen", team=team, naam=naam))
        (persoon,) = leden_van(casus.huishouden)
        stel_doel(casus=casus, tekst="Rust", betreft=[persoon], account=casus.regisseur, nu=NU)
        if naam in EENS:
            een_account(persoon=persoon)
    stel_plannen_vast(gemeente=gemeente, nu=NU)
    assert Planversie.objects.count() == len(VASTGESTELD)
    assert Actie.objects.count() == len(ERNA)
    assert Instemming.objects.get().eens
