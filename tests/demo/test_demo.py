"""The demo: only an invented municipality is ever emptied, and its stories are those of the definitions."""

from datetime import date

import pytest

from fabriek import een_casus, een_gemeente
from samenspel import werkwijzen
from samenspel.casus.models import Casus, Gebeurtenis
from samenspel.demo.legen import GeenDemo, leeg
from samenspel.demo.lening import WERKWIJZE, lopende_lening
from samenspel.demo.mensen import INWONERS, MENSEN, TAFELS, TEAMS
from samenspel.demo.verhalen import VERHALEN, Verhaal
from samenspel.kern.stand import maak_route
from samenspel.kern.stand.kernspel import Kernspel
from samenspel.kern.stand.voorbeelden import lees_voorbeelden, speel
from samenspel.kern.werkwijze.lezer import lees_werkwijze
from samenspel.organisatie.models import Account, Gemeente


@pytest.mark.django_db
def test_a_municipality_that_is_no_demo_is_never_emptied() -> None:
    echt = een_gemeente()
    Gemeente.objects.filter(pk=echt.pk).update(demo=False)
    een_casus()
    with pytest.raises(GeenDemo):
        leeg()
    assert Gemeente.objects.filter(pk=echt.pk).exists() and Casus.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_demo_can_begin_again_and_keeps_its_history_append_only() -> None:
    een_casus()
    leeg()
    assert not Gemeente.objects.exists() and not Account.objects.exists() and not Gebeurtenis.objects.exists()
    casus = een_casus()
    with pytest.raises(Exception, match="alleen toegevoegd"):
        Gebeurtenis.objects.filter(casus=casus).delete()


@pytest.mark.parametrize("verhaal", VERHALEN, ids=lambda v: v.voorbeeld)
def test_every_story_is_a_voorbeeld(verhaal: Verhaal) -> None:
    namen = {v.naam for v in lees_voorbeelden(werkwijzen.voorbeelden_tekst(verhaal.werkwijze))}
    assert verhaal.voorbeeld in namen


def test_the_people_of_the_demo_work_where_there_are_teams() -> None:
    assert {m.team for m in MENSEN} <= set(TEAMS)
    assert len({m.gebruikersnaam for m in MENSEN} | {i.gebruikersnaam for i in INWONERS}) == len(MENSEN) + len(INWONERS)


def test_the_tables_of_the_demo_are_meetings_of_a_definition() -> None:
    for slug, overleg, _, _ in TAFELS:
        werkwijze, _fouten = lees_werkwijze(werkwijzen.tekst(slug), slug)
        assert werkwijze is not None and overleg in {o.overleg for o in werkwijze.overleggen}


def test_the_demo_has_a_loan_that_runs_with_one_term_late() -> None:
    alle = lees_voorbeelden(werkwijzen.voorbeelden_tekst(WERKWIJZE))
    voorbeeld = lopende_lening(alle)
    assert voorbeeld.huishouden not in {v.huishouden for v in alle}
    werkwijze, _ = lees_werkwijze(werkwijzen.tekst(WERKWIJZE), WERKWIJZE)
    assert werkwijze is not None
    begin = date(2026, 3, 2)
    gespeeld = speel(voorbeeld, Kernspel(maak_route(werkwijze), voorbeeld, begin), begin)
    assert [a for g in gespeeld for a in g.afwijkingen] == []
