"""A verwerkingsgrondslag with a part missing gives no right; what is missing is told in Dutch."""

from dataclasses import replace
from datetime import date

import pytest

from samenspel.kern.delen.grondslag import Delen, fouten_in

HEEL = Delen(
    avg_6="algemeen_belang",
    uitzondering_9_10="Niet nodig: er zijn geen bijzondere gegevens bij.",
    geheim="De inwoner ontsloeg de hulpverlener hiervoor van het beroepsgeheim.",
    convenant="Afspraken met de corporaties, 2025",
    doel="Een huurachterstand regelen.",
    soorten=("plan",),
    personen=("moeder",),
    van=date(2026, 3, 1),
    tot=date(2026, 3, 1),
)


def test_a_whole_grondslag_has_no_mistakes() -> None:
    assert not fouten_in(HEEL)
    assert not fouten_in(replace(HEEL, tot=None))


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        (replace(HEEL, avg_6=""), "avg_6"),
        (replace(HEEL, avg_6="convenant"), "avg_6"),
        (replace(HEEL, uitzondering_9_10=" "), "uitzondering_9_10"),
        (replace(HEEL, geheim=""), "geheim"),
        (replace(HEEL, convenant="\n"), "convenant"),
        (replace(HEEL, doel=""), "doel"),
        (replace(HEEL, soorten=()), "soorten"),
        (replace(HEEL, soorten=("plan", "roddels")), "soorten"),
        (replace(HEEL, personen=()), "personen"),
        (replace(HEEL, tot=date(2026, 2, 28)), "tot"),
    ],
    ids=lambda waarde: waarde if isinstance(waarde, str) else "",
)
def test_each_part_is_asked_for_by_name(anders: Delen, veld: str) -> None:
    assert set(fouten_in(anders)) == {veld}


def test_all_that_is_missing_is_told_at_once() -> None:
    leeg = replace(HEEL, uitzondering_9_10="", geheim="", convenant="")

    assert set(fouten_in(leeg)) == {"uitzondering_9_10", "geheim", "convenant"}
