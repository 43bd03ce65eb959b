"""What is written down about the households of the demo: it can be played, and names only who is there."""

from datetime import date

import pytest

from samenspel import werkwijzen
from samenspel.demo.gezin import Gezin, eigen_gezinnen, gezinnen
from samenspel.demo.mensen import INWONERS, MENSEN, TAAKMENSEN, TE_DOEN
from samenspel.demo.rondom import SOORTEN
from samenspel.demo.verhalen import VERHALEN
from samenspel.kern.stand import maak_route
from samenspel.kern.stand.kernspel import Kernspel
from samenspel.kern.stand.voorbeelden import Voorbeeld, lees_voorbeelden, speel
from samenspel.kern.werkwijze.lezer import lees_werkwijze
from samenspel.kern.werkwijze.model import Werkwijze
from samenspel.plan.models import DEELNAMEN, TOEGANGEN

BEGIN = date(2026, 3, 2)
SLUGS = sorted({v.werkwijze for v in VERHALEN})
UIT_BOEKEN = {v.huishouden: (s, v) for s in SLUGS for v in lees_voorbeelden(werkwijzen.voorbeelden_tekst(s))}
GESPEELD = {v.voorbeeld for v in VERHALEN}


def _werkwijze(slug: str) -> Werkwijze:
    werkwijze, _ = lees_werkwijze(werkwijzen.tekst(slug), slug)
    assert werkwijze is not None
    return werkwijze


WERKWIJZEN = {slug: _werkwijze(slug) for slug in SLUGS}


def _verhaal(gezin: Gezin) -> tuple[str, Voorbeeld]:
    return UIT_BOEKEN[gezin.huishouden] if gezin.verhaal is None else (gezin.verhaal["werkwijze"], gezin.voorbeeld)


@pytest.mark.parametrize("gezin", eigen_gezinnen(), ids=lambda g: g.huishouden)
def test_a_story_of_the_demo_goes_as_it_says(gezin: Gezin) -> None:
    slug, voorbeeld = _verhaal(gezin)
    spel = Kernspel(maak_route(WERKWIJZEN[slug]), voorbeeld, BEGIN)
    assert [(g.stap.dag, a) for g in speel(voorbeeld, spel, BEGIN) for a in g.afwijkingen] == []


@pytest.mark.parametrize("gezin", gezinnen().values(), ids=lambda g: g.huishouden)
def test_it_names_only_who_is_there_and_domains_that_are_asked_about(gezin: Gezin) -> None:
    slug, voorbeeld = _verhaal(gezin)
    mensen = {p.naam for p in voorbeeld.personen} | {m.get("wie", "") for m in gezin.mensen}
    genoemd: set[str] = set()
    for soort in SOORTEN:
        for gegeven in getattr(gezin, soort):
            wie = gegeven.get("wie", ())
            genoemd |= {wie} if isinstance(wie, str) else set(wie)
            genoemd |= set(gegeven.get("gezag", ())) | ({gegeven["van"]} if "van" in gegeven else set())
    assert genoemd <= mensen
    assert {v["leefgebied"] for v in gezin.leven} <= {g.leefgebied for g in WERKWIJZEN[slug].leefgebieden}


def test_a_household_is_that_of_one_story_in_the_demo() -> None:
    eigen = [gezin.huishouden for gezin in eigen_gezinnen()]
    assert not set(eigen) & set(UIT_BOEKEN)
    rest = set(gezinnen()) - set(eigen)
    assert all(UIT_BOEKEN[naam][1].naam in GESPEELD for naam in rest)


def test_everybody_to_step_in_as_has_something_to_do() -> None:
    personas = [m for m in (*MENSEN, *(mens for mens, _ in TAAKMENSEN)) if m.functie]
    assert {p.gebruikersnaam for p in personas} | {i.gebruikersnaam for i in INWONERS} <= set(TE_DOEN)


def test_what_is_put_to_use_is_free_and_by_a_decision_and_some_of_it_ended() -> None:
    voorzieningen = [v for gezin in gezinnen().values() for v in gezin.voorzieningen]
    assert {v["toegang"] for v in voorzieningen} == set(TOEGANGEN)
    assert any("stopt" in v for v in voorzieningen) and any(v.get("kosten") for v in voorzieningen)


def test_it_says_who_takes_part_and_who_does_not_and_why() -> None:
    deelnames = [d for gezin in gezinnen().values() for d in gezin.meedoen]
    assert {d["stand"] for d in deelnames} == set(DEELNAMEN)
    assert all(d.get("reden") for d in deelnames if d["stand"] != "doet_mee")
