"""Which table deals with a household: its own neighbourhood's, one for all, or the one that is fallen back on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel import werkwijzen
from samenspel.kern.delen.tafels import Gebied, Tafelplek, bediener, gebied, overleggen_met
from samenspel.kern.werkwijze.lezer import lees_werkwijze

NOORD, ZUID = Tafelplek("ronde", "noord"), Tafelplek("ronde", "zuid")
ALLEN, STAD = Tafelplek("ronde", None), Tafelplek("stad", None)


@pytest.mark.parametrize(
    ("plekken", "wijk", "zit"),
    [
        ({NOORD, ZUID, STAD}, "noord", NOORD),
        ({NOORD, ZUID, STAD}, "oost", STAD),
        ({NOORD, ZUID, STAD}, None, STAD),
        ({NOORD, ALLEN, STAD}, "noord", NOORD),
        ({NOORD, ALLEN, STAD}, "zuid", ALLEN),
        ({NOORD, ZUID}, "oost", None),
        ({NOORD, Tafelplek("elders", "noord")}, "noord", NOORD),
    ],
)
def test_one_table_sits_for_a_household(plekken: set[Tafelplek], wijk: str | None, zit: Tafelplek | None) -> None:
    assert bediener(plekken, ("ronde", "stad"), wijk) == zit


def test_where_no_meeting_is_held_no_table_sits() -> None:
    assert bediener({STAD}, (), None) is None


@pytest.mark.parametrize(
    ("eigen", "plekken", "uit"),
    [
        ({NOORD}, {NOORD, ZUID, STAD}, Gebied(frozenset({"noord"}), behalve=False)),
        ({STAD}, {NOORD, ZUID, STAD}, Gebied(frozenset({"noord", "zuid"}), behalve=True)),
        ({NOORD, STAD}, {NOORD, ZUID, STAD}, Gebied(frozenset({"zuid"}), behalve=True)),
        ({STAD}, {NOORD, ALLEN, STAD}, Gebied(frozenset(), behalve=False)),
        ({ALLEN}, {ALLEN, STAD}, Gebied(frozenset(), behalve=True)),
    ],
)
def test_tables_deal_with_a_part_of_town(eigen: set[Tafelplek], plekken: set[Tafelplek], uit: Gebied) -> None:
    assert gebied(eigen, plekken, ("ronde", "stad")) == uit


@given(
    plekken=st.sets(st.builds(Tafelplek, st.sampled_from(["ronde", "stad"]), st.sampled_from([None, "noord", "zuid"]))),
    data=st.data(),
)
def test_a_household_is_in_the_area_of_the_one_table_that_deals_with_it(
    plekken: set[Tafelplek], data: st.DataObject
) -> None:
    eigen = data.draw(st.sets(st.sampled_from(sorted(plekken, key=repr))) if plekken else st.just(set()))
    hier = gebied(eigen, plekken, ("ronde", "stad"))
    for wijk in ("noord", "zuid", "elders", None):
        assert (bediener(plekken, ("ronde", "stad"), wijk) in eigen) is ((wijk in hier.wijken) is not hier.behalve)


@pytest.mark.parametrize(
    ("rol", "fase", "met"),
    [
        ("tafelvoorzitter", "wijktafelbespreking", ("wijktafel", "stedelijke_tafel")),
        ("tafelvoorzitter", "landelijke_opschaling", ("wijktafel", "stedelijke_tafel")),
        ("tafelvoorzitter", "afspraken_uitvoeren", ("wijktafel", "stedelijke_tafel")),
        ("tafelvoorzitter", "koplopergesprek", ()),
        ("tafelvoorzitter", "bellen_met_telefoonlijst", ()),
        ("wijktafellid", "landelijke_opschaling", ()),
        ("koploper", "koplopergesprek", ()),
    ],
)
def test_a_table_has_a_part_where_its_meeting_is_or_the_fase_names_its_rol(
    rol: str, fase: str, met: tuple[str, ...]
) -> None:
    werkwijze, fouten = lees_werkwijze(werkwijzen.tekst("utrecht"), "utrecht")
    assert werkwijze is not None, fouten
    assert overleggen_met(rol, fase, werkwijze) == met
