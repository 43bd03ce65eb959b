"""A loan in cents: terms that sum to it, a balance at any day, arrears, forgiveness from the end."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspel.kern.budget.leningen import (
    Leningstand,
    Mutatie,
    Mutatiesoort,
    Regeling,
    achterstand,
    eerste_open_op,
    kwijt_deel,
    rust_op,
    saldo,
    schema,
    termijnen,
)
from samenspel.kern.werkwijze.model import Lening

DAG = date(2026, 1, 31).toordinal()
BEDRAGEN = st.integers(1, 500_000)


def dagen(*gevraagd: tuple[int, int, int]) -> list[int]:
    return [date(*d).toordinal() for d in gevraagd]


@pytest.mark.parametrize(
    ("bedrag", "maandbedrag", "verwacht"),
    [(184_000, 50_000, [50_000, 50_000, 50_000, 34_000]), (100, 100, [100]), (101, 100, [100, 1]), (1, 1, [1])],
)
def test_the_last_term_takes_the_rest(bedrag: int, maandbedrag: int, verwacht: list[int]) -> None:
    assert [t.bedrag for t in schema(Regeling(bedrag, maandbedrag, DAG))] == verwacht


def test_a_term_falls_on_the_same_day_or_the_last_of_a_shorter_month() -> None:
    op = [t.op for t in schema(Regeling(300, 100, DAG))]
    assert op == dagen((2026, 1, 31), (2026, 2, 28), (2026, 3, 31))


@pytest.mark.parametrize(("bedrag", "maandbedrag"), [(0, 10), (10, 0), (10, -1)])
def test_nothing_is_no_loan_and_no_term(bedrag: int, maandbedrag: int) -> None:
    with pytest.raises(ValueError, match="meer dan nul"):
        schema(Regeling(bedrag, maandbedrag, DAG))


@given(bedrag=BEDRAGEN, deel=st.integers(1, 100), dag=st.integers(700_000, 760_000))
def test_the_terms_sum_to_the_loan_and_come_in_order(bedrag: int, deel: int, dag: int) -> None:
    rijen = schema(Regeling(bedrag, -(-bedrag // deel), dag))
    assert sum(t.bedrag for t in rijen) == bedrag
    assert all(t.bedrag > 0 for t in rijen)
    assert [t.op for t in rijen] == sorted({t.op for t in rijen})
    assert rijen[0].op == dag


@settings(max_examples=60)
@given(data=st.data(), bedrag=BEDRAGEN, deel=st.integers(1, 24))
def test_whatever_comes_in_the_terms_stay_the_loan(data: st.DataObject, bedrag: int, deel: int) -> None:
    lening = Leningstand((Regeling(bedrag, -(-bedrag // deel), DAG),), DAG)
    op = DAG
    while (over := saldo(lening)) and len(lening.mutaties) < 6:
        op += data.draw(st.integers(0, 60))
        soort = data.draw(st.sampled_from(Mutatiesoort))
        mutatie = Mutatie(soort, op, data.draw(st.integers(1, over)))
        lening = lening._replace(mutaties=(*lening.mutaties, mutatie))
        rijen = termijnen(lening, op)
        assert sum(t.betaald + t.kwijtgescholden + t.open for t in rijen) == bedrag
        assert sum(t.open for t in rijen) == saldo(lening, op) == saldo(lening)
        assert all(min(t.betaald, t.kwijtgescholden, t.open) >= 0 for t in rijen)
        te_laat, dagen_te_laat = achterstand(lening, op)
        assert 0 <= te_laat <= saldo(lening)
        assert bool(te_laat) == bool(dagen_te_laat)
    assert (eerste_open_op(lening) is None) == (saldo(lening) == 0)


def test_the_balance_on_any_day_and_what_is_late() -> None:
    eerste, tweede, derde = dagen((2026, 2, 1), (2026, 3, 1), (2026, 4, 1))
    lening = Leningstand((Regeling(90_000, 30_000, eerste),), DAG, (Mutatie(Mutatiesoort.AFLOSSING, eerste, 30_000),))
    assert [saldo(lening, d) for d in (eerste - 1, eerste, derde)] == [90_000, 60_000, 60_000]
    assert achterstand(lening, tweede) == (0, 0)
    assert achterstand(lening, tweede + 5) == (30_000, 5)
    assert achterstand(lening, derde + 1) == (60_000, derde + 1 - tweede)
    assert eerste_open_op(lening) == tweede


def test_forgiving_takes_the_last_terms_away() -> None:
    kwijt = Mutatie(Mutatiesoort.KWIJTSCHELDING, DAG, 45_000)
    rijen = termijnen(Leningstand((Regeling(90_000, 30_000, DAG),), DAG, (kwijt,)), DAG)
    assert [(t.kwijtgescholden, t.open) for t in rijen] == [(0, 30_000), (15_000, 15_000), (30_000, 0)]


@pytest.mark.parametrize(("afgelost", "kwijt"), [(0, 50_000), (60_000, 40_000), (100_000, 0)])
def test_no_more_is_forgiven_than_is_open(afgelost: int, kwijt: int) -> None:
    betaald = (Mutatie(Mutatiesoort.AFLOSSING, DAG, afgelost),) if afgelost else ()
    lening = Leningstand((Regeling(100_000, 10_000, DAG),), DAG, betaald)
    assert kwijt_deel(lening, Lening(kwijtschelding_procent=50)) == kwijt


def test_another_way_to_pay_starts_from_what_is_open() -> None:
    later = DAG + 90
    lening = Leningstand(
        (Regeling(90_000, 30_000, DAG), Regeling(60_000, 10_000, later, na=1)),
        DAG,
        (Mutatie(Mutatiesoort.AFLOSSING, DAG, 30_000), Mutatie(Mutatiesoort.AFLOSSING, later, 10_000)),
    )
    assert [t.betaald for t in termijnen(lening, later)] == [10_000, 0, 0, 0, 0, 0]
    assert achterstand(lening, later) == (0, 0)
    assert saldo(lening) == 50_000


def test_what_was_turned_back_counts_on_no_day_and_comes_back_into_the_terms() -> None:
    fout, goed = Mutatie(Mutatiesoort.AFLOSSING, DAG, 400, terug=True), Mutatie(Mutatiesoort.AFLOSSING, DAG + 1, 100)
    lening = Leningstand((Regeling(1_000, 100, DAG), Regeling(600, 100, DAG + 40, na=1)), DAG, (fout, goed))
    assert (saldo(lening, DAG), saldo(lening)) == (1_000, 900)
    assert sum(t.open for t in termijnen(lening, DAG + 40)) == 900
    assert lening.regeling.bedrag == 1_000


@pytest.mark.parametrize(("kwijt", "rust"), [(300, True), (500, False)])
def test_forgiveness_rests_on_a_repayment_where_it_took_all_that_was_open(kwijt: int, rust: bool) -> None:
    """Half of a thousand may be forgiven; where less was open, more would have been without the repayment."""
    voorwaarden = Lening(kwijtschelding_procent=50, bij_niet_nakomen="Praat eerst.")
    betaald = Mutatie(Mutatiesoort.AFLOSSING, DAG, 1_000 - kwijt)
    deel = Mutatie(Mutatiesoort.KWIJTSCHELDING, DAG + 1, kwijt)
    assert rust_op(Leningstand((Regeling(1_000, 100, DAG),), DAG, (betaald, deel)), voorwaarden, 1) is rust
    assert not rust_op(Leningstand((Regeling(1_000, 100, DAG),), DAG, (deel, betaald)), voorwaarden, 2)
