"""What waits for whom: what is unknown of the way on, and not what is known and simply not so."""

from datetime import date
from functools import cache

import pytest

from samenspel import werkwijzen
from samenspel.kern.stand import Route, maak_route, stand_van_zaken
from samenspel.kern.werkwijze.controle import lees_en_controleer

DAG = date(2026, 3, 2)
NU = DAG.toordinal()


@cache
def route() -> Route:
    """The one definition with a ladder, a table that falls back and several ways on."""
    slug = next(s for s in werkwijzen.slugs() if "stedelijke_tafel" in werkwijzen.tekst(s))
    werkwijze, fouten = lees_en_controleer(werkwijzen.tekst(slug), slug)
    assert werkwijze is not None, fouten
    return maak_route(werkwijze)


def wacht(fase: str, **bekend: object) -> list[tuple[str, str]]:
    """What waits at this place, with these facts known (a double underscore is a dot)."""
    feiten = {"traject.fase": fase, "traject.sinds": NU} | {k.replace("__", "."): v for k, v in bekend.items()}
    stand = stand_van_zaken(route(), feiten, DAG)
    assert set(stand.wacht_op) == {rol for taak in stand.taken if taak.hoeft for rol in taak.door}
    return [(taak.soort, taak.doel) for taak in stand.taken if taak.hoeft]


def test_of_several_ways_on_the_first_is_asked_and_its_forms_only_after_its_outcome() -> None:
    assert wacht("bellen_met_telefoonlijst") == [("contact", "")]
    assert wacht("bellen_met_telefoonlijst", contact__uitkomst="niet_opgelost") == [("formulier", "tafelformat")]


def test_who_waits_to_be_called_back_has_nothing_to_do_until_that_day() -> None:
    gebeld = {"contact__uitkomst": "wacht_op_antwoord", "contact__terugbellen_op": NU + 1}
    assert wacht("bellen_met_telefoonlijst", **gebeld) == []
    assert wacht("bellen_met_telefoonlijst", **gebeld | {"contact__terugbellen_op": NU}) == [("contact", "")]


def test_solved_in_a_talk_it_is_let_go() -> None:
    assert wacht("bellen_met_telefoonlijst", contact__uitkomst="opgelost") == [("stap", "oplossen")]


@pytest.mark.parametrize("landelijk", [True, False])
def test_before_the_meeting_a_known_no_and_the_forms_of_a_later_way_are_not_asked(landelijk: bool) -> None:
    bekend = {
        "formulier__tafelformat__hangt_af_van_landelijke_partij": landelijk,
        "controlevraag__casus_helemaal_duidelijk": "ja",
    }
    plannen, vraag = ("overleg_plannen", "wijktafel"), ("formulier", "landelijke_vraag")
    assert wacht("wijktafelbespreking", **bekend) == [plannen, *([vraag] if landelijk else [])]


@pytest.mark.parametrize(
    ("feiten", "verwacht"),
    [
        ({}, [("stukken", "wijktafel")]),
        ({"overleg__wijktafel__stukken_op": NU - 3}, [("overleg_houden", "wijktafel")]),
        ({"overleg__wijktafel__stukken_op": NU - 3, "overleg__wijktafel__gepland_op": NU + 1}, []),
    ],
)
def test_a_meeting_goes_in_its_order(feiten: dict[str, object], verwacht: list[tuple[str, str]]) -> None:
    gepland = {"overleg__wijktafel__gepland_op": NU, "controlevraag__casus_helemaal_duidelijk": "ja"}
    assert wacht("wijktafelbespreking", **gepland | feiten) == verwacht


def test_carrying_out_waits_for_nobody_while_agreements_run_and_for_the_regie_after() -> None:
    assert wacht("afspraken_uitvoeren", afspraak__aantal=1, afspraak__open=1) == []
    assert wacht("afspraken_uitvoeren", afspraak__aantal=1, afspraak__open=0) == [("stap", "oplossen")]


def test_a_waakvlam_waits_on_its_day() -> None:
    assert wacht("waakvlam", waakvlam__op=NU + 1) == []
    assert wacht("waakvlam", waakvlam__op=NU)[0] == ("waakvlam", "")
