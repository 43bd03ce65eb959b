"""The families of the demo that show how people fit."""

import pytest

from fabriek import NU, VANDAAG, een_account, een_gemeente, een_team
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Casus
from samenspel.demo.gezinnen import maak_gezinnen
from samenspel.huishouden.models import Lidmaatschap, Persoon
from samenspel.huishouden.selectors import zoek
from samenspel.huishouden.zoekvraag import lees_zoekvraag

pytestmark = pytest.mark.django_db


def test_the_families_are_made_whole() -> None:
    gemeente = een_gemeente()
    accounts = {naam: een_account(een_team(gemeente)) for naam in ("nazan", "karim", "joris")}
    maak_gezinnen(gemeente=gemeente, accounts=accounts, nu=NU)
    assert [b for casus in Casus.objects.all() for b in controleer_casus(casus)] == []
    assert Lidmaatschap.objects.filter(persoon=Persoon.objects.get(voornaam="Noor")).count() == 2
    gevonden = {
        tekst: len(zoek(gemeente=gemeente, vraag=lees_zoekvraag(tekst, VANDAAG)))
        for tekst in ("jilmaz", "ivoordreef 12-3-1991", "noor bakker", "schuilhof", "haddad", "de groot 1979")
    }
    assert list(gevonden.values()) == [2, 1, 2, 0, 1, 1], gevonden
