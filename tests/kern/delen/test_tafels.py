"""Which table deals with a household: its own neighbourhood's, one for all, or the one that is fallen back on."""

import pytest

from samenspel.kern.delen.tafels import Tafelplek, zit_voor

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
