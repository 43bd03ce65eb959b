"""The whole demo: what 'mijn werk' says waits for somebody, the page of that casus lets them do, by the same name."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import timezone

from samenspel.casus.models import Casus
from samenspel.demo.laden import laad
from samenspel.organisatie.models import Account
from samenspel.web.blik import Blik
from samenspel.web.casuspagina import bouw
from samenspel.web.werklijst import mijn_werk_van

pytestmark = pytest.mark.django_db


def test_what_waits_for_somebody_they_can_do_on_the_page_of_the_casus() -> None:
    nu = timezone.now()
    laad(nu=nu, meld=lambda _: None)
    gezien, anders, voorgezeten, zonder_dossier = 0, [], set(), set()
    for account in Account.objects.filter(persoon__isnull=True, is_active=True):
        for regel in mijn_werk_van(account, nu):
            if not regel.wacht_op_mij:
                continue
            if regel.afspraak:
                zonder_dossier.add(account.gebruikersnaam)
                continue
            gezien += 1
            casus = Casus.objects.select_related("huishouden__wijk", "huishouden__team", "regisseur").get(
                pk=regel.casus_id
            )
            kan = [_kort(z["naam"]) for z in _zetten(bouw(Blik.van(account, casus, nu))) if z["url"]]
            if _kort(regel.mijn_taak) not in kan:
                anders.append((account.naam, regel.huishouden, regel.plek, regel.mijn_taak, kan))
            voorgezeten |= {regel.huishouden} if account.gebruikersnaam == "thijs" else set()
    assert anders == []
    assert "Gezin Jansen" in voorgezeten, "what a chair took up the ladder stays with that chair"
    assert "mila" in zonder_dossier, "who sits at a table keeps in sight what they agreed there"
    assert gezien > 40


def _zetten(pagina: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from pagina["losse_zetten"]
    for blok in pagina["open_blokken"]:
        yield from blok.zetten


HOUDEN = ("Zit voor en leg de uitkomst vast:", "Leg de uitkomst vast:", "Lees de stukken:")
"""On the day of the meeting: the papers until it begins, then its outcome."""


def _kort(naam: str) -> str:
    """Of a meeting not which of the tables: the page knows the one of the neighbourhood."""
    if naam.startswith(HOUDEN):
        return HOUDEN[0]
    return naam.split(":")[0] if naam.startswith(("Plan:", "Verstuur")) else naam
