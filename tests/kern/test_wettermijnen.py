"""Statutory terms at a counter: which one runs, under which article, and on which day it ends."""

from datetime import date

import pytest

from samenspel.kern.stand.uitkomst import Loop
from samenspel.kern.werkwijze.eenheden import Duur, Tijdeenheid
from samenspel.kern.wet.termijnen import (
    TERMIJNEN,
    Kenmerken,
    Wijziging,
    Zaaksoort,
    bezwaar_tot,
    lopende_termijn,
)
from samenspel.kern.wet.wetten import bekende_wet

MAANDAG = date(2026, 3, 2)
"""A Monday from which no term below ends on a holiday, unless a row says so."""


def dag(tekst: str) -> int:
    return date.fromisoformat(tekst).toordinal()


def kenmerken(soort: str, wet: str, **meer: object) -> Kenmerken:
    basis = Kenmerken(soort=Zaaksoort(soort), wet=bekende_wet(wet), ingediend_op=MAANDAG.toordinal())
    for veld, waarde in meer.items():
        object.__setattr__(basis, veld, waarde)
    return basis


@pytest.mark.parametrize(
    ("zaak", "artikel", "einde"),
    [
        (kenmerken("melding", "Wmo 2015"), "2.3.2", "2026-04-13"),
        (kenmerken("aanvraag", "Wmo 2015"), "2.3.5", "2026-03-16"),
        (kenmerken("melding", "Wgs"), "Wgs artikel 4 lid 1", "2026-03-30"),
        (kenmerken("aanvraag", "Wgs", bedreigend=True), "Wgs artikel 4 lid 2", "2026-03-05"),
        # Eight weeks from the first talk on Wednesday 11 March: 6 May.
        (kenmerken("melding", "Wgs", gesprek_op=dag("2026-03-11")), "4a", "2026-05-06"),
        (kenmerken("melding", "Participatiewet", zoektermijn=True), "41 lid 4", "2026-03-30"),
        # Eight weeks from 2 March is King's day, 27 April: the day after.
        (kenmerken("aanvraag", "Participatiewet"), "4:13", "2026-04-28"),
        (kenmerken("aanvraag", "Een andere wet"), "4:13", "2026-04-28"),
        # A decision of 2 February may be objected to until 16 March; the six weeks begin after that.
        (kenmerken("bezwaar", "Wmo 2015", bestreden_op=dag("2026-02-02")), "7:10", "2026-04-28"),
        (kenmerken("bezwaar", "Wgs", bestreden_op=dag("2026-02-02"), commissie=True), "7:13", "2026-06-08"),
    ],
)
def test_which_term_runs_and_until_when(zaak: Kenmerken, artikel: str, einde: str) -> None:
    loopt = lopende_termijn(zaak)
    assert loopt.termijn is not None and artikel in loopt.termijn.bron
    assert loopt.einde == dag(einde), date.fromordinal(loopt.einde or 1)


WETTEKST = [
    ("wmo_onderzoek", 6, "weken", "2.3.2 lid 1", "uiterlijk binnen zes weken"),
    ("wmo_besluit", 2, "weken", "2.3.5 lid 2", "binnen twee weken na ontvangst van de aanvraag"),
    ("wgs_gesprek", 4, "weken", "4 lid 1", "vindt plaats binnen vier weken"),
    ("wgs_spoed", 3, "werkdagen", "4 lid 2", "binnen drie werkdagen"),
    ("wgs_besluit", 8, "weken", "4a lid 3", "Deze termijn bedraagt maximaal acht weken."),
    ("zoektermijn", 4, "weken", "41 lid 4", "niet eerder ingediend dan vier weken na de melding"),
    ("awb_besluit", 8, "weken", "4:13 lid 2", "binnen acht weken na ontvangst van de aanvraag"),
    ("awb_bezwaar", 6, "weken", "7:10 lid 1", "beslist binnen zes weken"),
    ("awb_commissie", 12, "weken", "7:13", "binnen twaalf weken"),
]
"""What the articles say (texts that hold from 1 July 2026), beside what the table counts with."""


@pytest.mark.parametrize(("code", "aantal", "eenheid", "artikel", "zegt"), WETTEKST)
def test_the_table_counts_what_the_article_says(code: str, aantal: int, eenheid: str, artikel: str, zegt: str) -> None:
    telwoord = {2: "twee", 3: "drie", 4: "vier", 6: "zes", 8: "acht", 12: "twaalf"}[aantal]
    assert f"{telwoord} {eenheid}" in zegt
    termijn = TERMIJNEN[code]
    assert termijn.duur == Duur(aantal, Tijdeenheid(eenheid)) and artikel in termijn.bron


def test_no_term_of_the_table_was_left_unread() -> None:
    assert {code for code, *_ in WETTEKST} == set(TERMIJNEN)


def test_the_wait_under_27_can_be_cut_short_and_nobody_is_late_after_it() -> None:
    termijn = TERMIJNEN["zoektermijn"]
    assert "lid 11" in termijn.bron and "44 lid 3" in termijn.daarna
    wacht = lopende_termijn(kenmerken("melding", "Participatiewet", zoektermijn=True))
    onderzoek = lopende_termijn(kenmerken("melding", "Wmo 2015"))
    assert wacht.einde is not None and onderzoek.einde is not None
    assert wacht.loop(wacht.einde + 1) is Loop.VERLOPEN and not wacht.te_laat(wacht.einde + 1)
    assert not onderzoek.te_laat(onderzoek.einde) and onderzoek.te_laat(onderzoek.einde + 1)


def test_a_question_to_supply_something_stops_the_term_the_day_after_until_it_was_supplied() -> None:
    # Asked on Tuesday 3 March, supplied on Thursday 12 March: it stood still from the 4th to the 11th, eight days.
    loopt = lopende_termijn(kenmerken("aanvraag", "Wmo 2015"), [Wijziging(dag("2026-03-04"), dag("2026-03-12"))])
    assert loopt.einde == dag("2026-03-24")


def test_where_the_law_gives_no_term_none_runs() -> None:
    for wet in ("Participatiewet", "Een andere wet"):
        loopt = lopende_termijn(kenmerken("melding", wet))
        assert (loopt.termijn, loopt.einde) == (None, None)
        assert loopt.loop(dag("2030-01-01")) is Loop.LOOPT


@pytest.mark.parametrize(
    ("wijzigingen", "einde"),
    [
        ([Wijziging(dag("2026-03-04"), dag("2026-03-11"))], "2026-05-04"),
        ([Wijziging(dag("2026-03-04"), dag("2026-03-04"))], "2026-04-28"),
        ([Wijziging(dag("2026-03-20"), nieuw_einde=dag("2026-05-20"))], "2026-05-20"),
        ([Wijziging(dag("2026-03-20"), nieuw_einde=dag("2026-03-25"))], "2026-04-28"),
        (
            [
                Wijziging(dag("2026-03-25"), dag("2026-03-26")),
                Wijziging(dag("2026-03-20"), nieuw_einde=dag("2026-05-20")),
            ],
            "2026-05-21",
        ),
    ],
)
def test_standing_still_adds_its_days_and_a_later_day_replaces_the_end(
    wijzigingen: list[Wijziging], einde: str
) -> None:
    loopt = lopende_termijn(kenmerken("aanvraag", "Een andere wet"), wijzigingen)
    assert loopt.einde == dag(einde), date.fromordinal(loopt.einde or 1)


def test_a_term_that_stands_still_has_no_end_and_is_never_late() -> None:
    loopt = lopende_termijn(kenmerken("aanvraag", "Een andere wet"), [Wijziging(dag("2026-03-04"))])
    assert loopt.staat_stil and loopt.einde is None
    assert loopt.loop(dag("2030-01-01")) is Loop.LOOPT


@pytest.mark.parametrize(
    ("vandaag", "loop"),
    [("2026-04-20", Loop.LOOPT), ("2026-04-21", Loop.BIJNA), ("2026-04-28", Loop.BIJNA), ("2026-04-29", Loop.VERLOPEN)],
)
def test_a_week_before_its_end_it_is_near_and_the_day_after_it_is_late(vandaag: str, loop: Loop) -> None:
    assert lopende_termijn(kenmerken("aanvraag", "Een andere wet")).loop(dag(vandaag)) is loop


def test_six_weeks_to_object_from_the_day_after_the_decision_was_sent() -> None:
    assert bezwaar_tot(dag("2026-03-04")) == dag("2026-04-15")
    # Six weeks from Monday 23 February is Easter Monday: the day after.
    assert bezwaar_tot(dag("2026-02-23")) == dag("2026-04-07")


def test_every_term_tells_its_article_and_what_can_be_done_when_it_is_past() -> None:
    for termijn in TERMIJNEN.values():
        assert "artikel" in termijn.bron and len(termijn.daarna) > 20
    dwangsom = {code for code, t in TERMIJNEN.items() if "4:17" in t.daarna}
    assert dwangsom == {"wmo_besluit", "wgs_besluit", "awb_besluit", "awb_bezwaar", "awb_commissie"}
