"""Which table deals with a household: its own neighbourhood's, one for all, or the one that is fallen back on."""

import pytest

from samenspel import werkwijzen
from samenspel.kern.delen.tafels import Tafelplek, overleggen_met, zit_voor
from samenspel.kern.werkwijze.lezer import lees_werkwijze

NOORD, ZUID = Tafelplek("ronde", "noord"), Tafelplek("ronde", "zuid")
ALLEN, STAD = Tafelplek("ronde", None), Tafelplek("stad", None)


@pytest.mark.parametrize(
    ("plekken", "wijk", "zit"),
    [
        ({NOORD, ZUID, STAD}, "noord", {NOORD}),
        ({NOORD, ZUID, STAD}, "oost", {STAD}),
        ({NOORD, ZUID, STAD}, None, {STAD}),
        ({NOORD, ALLEN, STAD}, "noord", {NOORD}),
        ({NOORD, ALLEN, STAD}, "zuid", {ALLEN}),
        ({NOORD, ZUID}, "oost", set()),
        ({NOORD, Tafelplek("elders", "noord")}, "noord", {NOORD}),
    ],
)
def test_one_table_sits_for_a_household(plekken: set[Tafelplek], wijk: str | None, zit: set[Tafelplek]) -> None:
    assert {plek for plek in plekken if zit_voor(plek, plekken, ("ronde", "stad"), wijk)} == zit


def test_where_no_meeting_is_held_no_table_sits() -> None:
    assert not zit_voor(STAD, {STAD}, (), None)


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
