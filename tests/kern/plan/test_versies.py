"""What changed between two versions of a plan, and what the next plan begins with."""

from dataclasses import replace

import pytest

from samenspel.kern.plan import DEELNAME, Planregel, Verschil, verschil, volgende

DOEL = Planregel("doel", "d", 1, "loopt")
ACTIE = Planregel("actie", "a", 1, "open", "2026-03-09", "account:x", "d")


@pytest.mark.parametrize(
    ("toen", "nu", "verwacht"),
    [
        ([], [], Verschil((), (), ())),
        ([], [DOEL], Verschil((DOEL,), (), ())),
        ([DOEL, ACTIE], [DOEL], Verschil((), (ACTIE,), ())),
        ([DOEL], [replace(DOEL, woorden=2)], Verschil((), (), ((DOEL, replace(DOEL, woorden=2)),))),
        ([ACTIE], [replace(ACTIE, status="gedaan")], Verschil((), (), ((ACTIE, replace(ACTIE, status="gedaan")),))),
        ([DOEL, ACTIE], [ACTIE, DOEL], Verschil((), (), ())),
    ],
)
def test_what_changed(toen: list[Planregel], nu: list[Planregel], verwacht: Verschil) -> None:
    assert verschil(toen, nu) == verwacht
    assert verschil(toen, nu).niets is (verwacht == Verschil((), (), ()))


def test_the_next_plan_leaves_out_what_was_done_and_keeps_what_was_taken_up_again() -> None:
    klaar = replace(ACTIE, status="gedaan")
    bereikt = replace(DOEL, status="bereikt")
    assert volgende([DOEL, klaar], [DOEL, klaar]) == (DOEL,)
    assert volgende([DOEL], [bereikt]) == (DOEL,)
    assert volgende([bereikt, klaar], []) == (bereikt, klaar)


def test_who_takes_part_goes_where_the_goal_goes() -> None:
    deelname = Planregel(DEELNAME, "m", 1, "doet_niet_mee", wie="persoon:x", doel="d")
    assert volgende([DOEL, deelname], [DOEL, deelname]) == (DOEL, deelname)
    bereikt = replace(DOEL, status="bereikt")
    assert volgende([bereikt, deelname], [bereikt, deelname]) == ()
