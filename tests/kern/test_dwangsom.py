"""Putting a body in default: only after its term, and from which day it owes a dwangsom (Awb 4:17)."""

from datetime import date

import pytest

from samenspel.kern.wet.dwangsom import Dwangsomstand, dwangsom, mag_in_gebreke
from samenspel.kern.wet.termijnen import TERMIJNEN, Kenmerken, Wet, Wijziging, Zaaksoort, lopende_termijn


def dag(tekst: str) -> int:
    return date.fromisoformat(tekst).toordinal()


def zaak(soort: Zaaksoort = Zaaksoort.AANVRAAG, wet: str = "") -> Kenmerken:
    return Kenmerken(soort=soort, wet=wet, ingediend_op=dag("2026-03-03"))


@pytest.mark.parametrize(("op", "telt"), [("2026-04-28", False), ("2026-04-29", True), ("2026-03-10", False)])
def test_it_counts_only_after_the_term_to_decide(op: str, telt: bool) -> None:
    assert mag_in_gebreke(lopende_termijn(zaak()), dag(op)) is telt


def test_not_while_the_term_stands_still_nor_where_no_decision_is_due() -> None:
    stil = lopende_termijn(zaak(), [Wijziging(dag("2026-03-20"))])
    onderzoek = lopende_termijn(zaak(Zaaksoort.MELDING, Wet.WMO))
    assert not mag_in_gebreke(stil, dag("2027-01-01")) and not mag_in_gebreke(onderzoek, dag("2027-01-01"))
    assert {c for c, t in TERMIJNEN.items() if t.dwangsom} == {
        *("wmo_besluit", "wgs_besluit", "awb_besluit", "awb_bezwaar", "awb_commissie")
    }


@pytest.mark.parametrize(
    ("ontvangen", "eerste"),
    [
        ("2026-05-04", "2026-05-19"),
        # Two weeks end on Saturday 16 May: they end on Monday.
        ("2026-05-02", "2026-05-19"),
        # Two weeks end on Whit Monday.
        ("2026-05-11", "2026-05-27"),
    ],
)
def test_two_weeks_after_it_was_received_and_for_at_most_42_days(ontvangen: str, eerste: str) -> None:
    d = dwangsom(dag(ontvangen))
    assert date.fromordinal(d.eerste).isoformat() == eerste
    assert d.laatste - d.eerste == 41
    assert [d.stand(n) for n in (d.eerste - 1, d.eerste, d.laatste, d.laatste + 1)] == [
        Dwangsomstand.WACHT,
        Dwangsomstand.LOOPT,
        Dwangsomstand.LOOPT,
        Dwangsomstand.VOL,
    ]
    assert [d.dagen_tot(n) for n in (d.eerste - 5, d.eerste, d.eerste + 1, d.laatste + 90)] == [0, 0, 1, 42]
