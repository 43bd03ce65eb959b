"""What a budget did in a period, counted in cents and whole days."""

from samenspel.kern.budget.overzicht import Aanvraagregel, Telling, overzicht
from samenspel.kern.budget.regimes import Aanvraagstatus as S

REGELS = (
    Aanvraagregel(S.BETAALD, 30_000, 100, 102, 110),
    Aanvraagregel(S.BETAALD, 1_050, 90, 99, 105),
    Aanvraagregel(S.AKKOORD, 20_000, 104, 107, None),
    Aanvraagregel(S.OPEN, 5_000, 120, None, None),
    Aanvraagregel(S.BEZWAAR, 7_000, 103, 103, None),
    Aanvraagregel(S.BOVEN_RUIMTE, 90_000, 103, None, None),
    Aanvraagregel(S.AFGEWEZEN, 1_000, 121, 121, None),
)


def test_asked_counts_by_the_day_of_asking_and_spent_by_the_day_of_paying() -> None:
    o = overzicht(REGELS, 100, 120)
    assert o.gevraagd == Telling(5, 152_000)
    assert (o.wacht, o.akkoord, o.betaald) == (Telling(1, 5_000), Telling(1, 20_000), Telling(1, 30_000))
    assert o.niet == Telling(2, 97_000)
    assert o.besteed == Telling(2, 31_050)


def test_averages_are_whole_days_and_absent_where_nothing_was_decided() -> None:
    assert (overzicht(REGELS, 100, 120).dagen_tot_besluit, overzicht(REGELS, 100, 120).dagen_tot_betaling) == (2, 10)
    leeg = overzicht(REGELS, 200, 300)
    assert leeg.gevraagd == leeg.besteed == Telling(0, 0)
    assert leeg.dagen_tot_besluit is None and leeg.dagen_tot_betaling is None
