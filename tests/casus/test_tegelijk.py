"""Two at once, on real transactions: every line gets its own number and nothing is lost."""

import pytest

from draden import tegelijk
from fabriek import NU, een_casus, een_huishouden
from samenspel.casus.historie import controleer_alles
from samenspel.casus.models import Casus, Gebeurtenis
from samenspel.casus.services import leg_gebeurtenis_vast, open_casus

pytestmark = pytest.mark.django_db(transaction=True)

DRADEN = 4
BEURTEN = 10


def test_lines_added_at_once_each_get_a_number_of_their_own() -> None:
    casus = een_casus()

    def leg_vast() -> None:
        eigen = Casus.objects.get(pk=casus.pk)
        leg_gebeurtenis_vast(casus=eigen, soort="proef", gegevens={}, account=None, gebeurd_op=NU, nu=NU)

    tegelijk(leg_vast, draden=DRADEN, beurten=BEURTEN)

    nummers = list(Gebeurtenis.objects.filter(casus=casus).values_list("volgnummer", flat=True))
    assert nummers == list(range(1, DRADEN * BEURTEN + 2))
    assert controleer_alles().breuken == []


def test_casussen_opened_at_once_each_get_a_number_of_their_own() -> None:
    huishouden = een_huishouden()
    regisseur = een_casus(huishouden).regisseur

    tegelijk(lambda: open_casus(huishouden=huishouden, regisseur=regisseur, nu=NU), draden=DRADEN, beurten=BEURTEN)

    nummers = set(Casus.objects.values_list("nummer", flat=True))
    assert nummers == {f"2026-{nummer:05}" for nummer in range(1, DRADEN * BEURTEN + 2)}
    assert controleer_alles().breuken == []
