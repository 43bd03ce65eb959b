"""What must hold of the engine on every accepted definition: it never gets stuck, and only the history counts."""

import json
import random
import re
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generatief.test_controle import hernoem
from generatief.verloop import BEGIN, feiten_bij_toeval, verloop
from generatief.werkwijzen import Gemaakt, goede_werkwijzen, keur
from samenspel import werkwijzen
from samenspel.kern.stand import Route, Stand, fold, maak_route, stand_van_zaken
from samenspel.kern.stand.dagen import leeftijd
from samenspel.kern.stand.handelingen import Gebeurtenis
from samenspel.kern.stand.route import overleggen_in
from samenspel.kern.stand.uitkomst import Mogelijkheid
from samenspel.kern.werkwijze.controle import lees_en_controleer
from samenspel.kern.werkwijze.controle_rollen import invullers
from samenspel.kern.werkwijze.voorwaarde import compileer, lees_voorwaarde

VLOT = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
ZAAD = st.integers(0, 2**32 - 1)


def _route(tekst: str) -> Route:
    werkwijze, fouten = keur(tekst)
    assert werkwijze is not None, fouten
    return maak_route(werkwijze)


@VLOT
@given(goede_werkwijzen(), ZAAD)
def test_in_every_open_state_there_is_a_possible_stap_or_something_that_somebody_can_supply(
    g: Gemaakt, zaad: int
) -> None:
    route = _route(g.tekst)
    r = random.Random(zaad)
    for fase in route.werkwijze.fasen * 40:
        _leeft(route, feiten_bij_toeval(r, route, fase.fase), BEGIN)
    for geschiedenis, nu, _ in verloop(route, zaad, 20):
        _leeft(route, fold(geschiedenis, route), nu)


@pytest.mark.parametrize("slug", werkwijzen.slugs())
def test_the_definitions_of_the_package_never_get_stuck(slug: str) -> None:
    werkwijze, fouten = lees_en_controleer(werkwijzen.tekst(slug), slug)
    assert werkwijze is not None, fouten
    route = maak_route(werkwijze)
    r = random.Random(0)
    for fase in werkwijze.fasen * 100:
        _leeft(route, feiten_bij_toeval(r, route, fase.fase), BEGIN)


def _leeft(route: Route, feiten: dict[str, object], nu: date) -> None:
    stand = stand_van_zaken(route, feiten, nu)
    w, wie = route.werkwijze, invullers(route.werkwijze)
    eigen = [s for s in stand.stappen if not s.soort.basis]
    mogelijk = any(s.mogelijkheid is Mogelijkheid.MOGELIJK and wie & set(s.soort.door) for s in eigen)
    te_vullen = any(wie & set(o.herstel.door) and _hier(route, stand.fase, o.feit) for o in stand.ontbreekt)
    open_fase = stand.fase in {f.fase for f in w.fasen}
    assert not open_fase or mogelijk or te_vullen or _hoort_hier_niet(route, feiten, nu), (feiten, stand)


def _hier(route: Route, fase: str, feit: str) -> bool:
    """A meeting is only held in its own fase: elsewhere its facts can't be supplied."""
    return not feit.startswith("overleg.") or feit.split(".")[1] in overleggen_in(fase, route.werkwijze)


def _hoort_hier_niet(route: Route, feiten: dict[str, object], nu: date) -> bool:
    """At the first fase, of an age that the werkwijze is not for: only the base steps are left, rightly."""
    w, geboren = route.werkwijze, feiten.get("persoon.geboortedatum")
    if feiten["traject.fase"] != w.fasen[0].fase or not isinstance(geboren, int):
        return False
    met = feiten | {"persoon.leeftijd": leeftijd(geboren, nu.toordinal()), "nu": nu.toordinal()}
    begonnen = feiten.get("gebeurd.traject_gestart")
    if isinstance(begonnen, int):
        met["persoon.leeftijd_bij_begin"] = leeftijd(geboren, begonnen)
    leeftijden = [c.als for c in w.instroom if "persoon.leeftijd" in c.als]
    toetsen = [compileer(lees_voorwaarde(als, route.catalogus), route.catalogus) for als in leeftijden]
    return any(toets(met) is False for toets in toetsen)


@VLOT
@given(goede_werkwijzen(), ZAAD)
def test_replaying_a_stored_history_gives_the_same_stand(g: Gemaakt, zaad: int) -> None:
    route = _route(g.tekst)
    for geschiedenis, nu, stand in _laatste(verloop(route, zaad)):
        bewaard = json.loads(json.dumps([(e.soort, e.op.isoformat(), e.gegevens) for e in geschiedenis]))
        opnieuw = [Gebeurtenis(soort, date.fromisoformat(op), gegevens) for soort, op, gegevens in bewaard]
        assert stand_van_zaken(route, fold(opnieuw, route), nu) == stand


@VLOT
@given(goede_werkwijzen(), ZAAD)
def test_other_codes_give_the_same_stand_but_for_the_names(g: Gemaakt, zaad: int) -> None:
    route = _route(g.tekst)
    ander = _route(hernoem(g.tekst))
    for geschiedenis, nu, stand in _laatste(verloop(route, zaad)):
        elders = [Gebeurtenis(e.soort, e.op, json.loads(hernoem(json.dumps(e.gegevens)))) for e in geschiedenis]
        dan = stand_van_zaken(ander, fold(elders, ander), nu)
        assert _zonder_adressen(repr(dan)) == _zonder_adressen(hernoem(repr(stand)))


def _laatste(
    stappen: Iterator[tuple[tuple[Gebeurtenis, ...], date, Stand]],
) -> list[tuple[tuple[Gebeurtenis, ...], date, Stand]]:
    return list(stappen)[-1:]


def _zonder_adressen(tekst: str) -> str:
    return re.sub(r"0x[0-9a-f]+", "", tekst)
