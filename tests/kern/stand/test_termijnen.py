"""Terms on a condition, moments of measuring that end, and the outcome of a meeting wherever it was held."""

from datetime import date

import pytest

from samenspel.kern.stand import Route, Stand, fold, maak_route, stand_van_zaken
from samenspel.kern.stand.handelingen import Gebeurtenis
from samenspel.kern.werkwijze.controle import lees_en_controleer

TEKST = """\
werkwijze: proef
naam: Proef
schema: 1
geldig_vanaf: 2024-01-01
bron: verzonnen
samenvatting: Kort.
toestand: startbaar
voor: persoon
rollen:
  - {rol: regisseur, naam: Regisseur, houder: per_casus, regie: ja}
  - {rol: voorzitter, naam: Voorzitter, houder: per_overleg}
  - {rol: lid, naam: Lid, houder: per_overleg}
formulieren:
  - formulier: kennismaking
    naam: Kennismaking
    velden:
      - {veld: gaat_naar_school, vraag: Gaat de jongere naar school?, soort: ja_nee}
  - formulier: meting
    naam: Meting
    velden:
      - {veld: cijfer, vraag: Welk cijfer?, soort: aantal}
overleggen:
  - overleg: wijktafel
    naam: Wijktafel
    terugval: stadstafel
    voorzitter: voorzitter
    leden: lid
    uitkomsten: [{uitkomst: gelukt, naam: Gelukt}, {uitkomst: mislukt, naam: Mislukt}]
    inwoner: mag
    verslag_binnen: 1 week
    zicht_voor: 1 week
    zicht_na: 1 week
  - overleg: stadstafel
    naam: Stadstafel
    voorzitter: voorzitter
    leden: lid
    uitkomsten: [{uitkomst: gelukt, naam: Gelukt}, {uitkomst: doorgestuurd, naam: Door}]
    inwoner: mag
    verslag_binnen: 1 week
    zicht_voor: 1 week
    zicht_na: 1 week
termijnen:
  - termijn: voor_achttien
    naam: Geregeld voor achttien
    vanaf: persoon.geboortedatum
    duur: 18 jaar
    alleen_als: {als: persoon.leeftijd_bij_begin < 18, uitleg: Nog geen achttien bij het begin.}
    attendeert: [regisseur]
  - termijn: verzuim
    naam: Verzuim bespreken
    vanaf: gebeurd.traject_gestart
    duur: 2 weken
    alleen_als: {als: formulier.kennismaking.gaat_naar_school, uitleg: De jongere gaat naar school.}
    attendeert: [regisseur]
meetmomenten:
  - meetmoment: begin
    naam: Eerste meting
    instrument: Cijfer
    vanaf: gebeurd.traject_gestart
    tot: formulier.meting.ingevuld_op
    door: [regisseur]
  - meetmoment: na_een_jaar
    naam: Tweede meting
    instrument: Cijfer
    vanaf: gebeurd.traject_gestart
    na: 1 jaar
    tot: formulier.meting.ingevuld_op
    bijna: 30 dagen
    door: [regisseur]
fasen:
  - {fase: eerst, naam: Eerst, voor_inwoner: Wij kijken., overleg: wijktafel}
  - {fase: daarna, naam: Daarna, voor_inwoner: Wij doen.}
stappen:
  - stap: verder
    naam: Verder
    van: eerst
    naar: daarna
    door: regisseur
    alle_van:
      - {als: overleg.wijktafel.einduitkomst == 'gelukt', uitleg: De tafel kwam eruit.}
  - stap: vlot
    naam: Vlot verder
    van: eerst
    naar: daarna
    door: regisseur
    alle_van: [{als: "!termijn.verzuim.verlopen", uitleg: Verzuim is op tijd besproken.}]
  - {stap: weer_terug, naam: Weer terug, van: daarna, naar: eerst, door: regisseur}
"""
BEGIN = date(2026, 3, 2)


def route() -> Route:
    werkwijze, fouten = lees_en_controleer(TEKST, "proef")
    assert werkwijze is not None, fouten
    return maak_route(werkwijze)


def na(*later: Gebeurtenis, leeftijd: int | None = 17, dag: int = 0) -> Stand:
    """The Stand so many days after the start, of somebody who had this age then."""
    geboren = date(BEGIN.year - leeftijd, 1, 1).isoformat() if leeftijd is not None else None
    begin = Gebeurtenis("traject_gestart", BEGIN, {"betreft": ["p"], "fase": "eerst", "geboortedatum": geboren})
    weg = route()
    return stand_van_zaken(weg, fold([begin, *later], weg), date.fromordinal(BEGIN.toordinal() + dag))


def ingevuld(formulier: str, dag: int, **velden: object) -> Gebeurtenis:
    op = date.fromordinal(BEGIN.toordinal() + dag)
    return Gebeurtenis("formulier_vastgelegd", op, {"formulier": formulier, "velden": velden})


def gehouden(overleg: str, uitkomst: str) -> Gebeurtenis:
    return Gebeurtenis("overleg_gehouden", BEGIN, {"overleg": overleg, "uitkomst": uitkomst})


def lopend(stand: Stand) -> set[str]:
    return {t.soort.termijn for t in stand.termijnen}


@pytest.mark.parametrize(("leeftijd", "loopt"), [(17, True), (18, False), (22, False), (None, False)])
def test_a_term_towards_an_age_runs_only_for_who_began_below_it(leeftijd: int | None, loopt: bool) -> None:
    assert ("voor_achttien" in lopend(na(leeftijd=leeftijd))) is loopt


def test_who_turns_eighteen_on_the_way_is_still_attended_to() -> None:
    assert "voor_achttien" in {a.termijn for a in na(leeftijd=17, dag=400).attenderingen}


@pytest.mark.parametrize(
    ("antwoord", "loopt", "mist"), [(None, False, True), (True, True, False), (False, False, False)]
)
def test_a_term_on_an_unknown_fact_does_not_run_and_says_what_is_missing(
    antwoord: bool | None, loopt: bool, mist: bool
) -> None:
    later = [] if antwoord is None else [ingevuld("kennismaking", 1, gaat_naar_school=antwoord)]
    stand = na(*later, dag=1)
    assert ("verzuim" in lopend(stand)) is loopt
    assert ("formulier.kennismaking.gaat_naar_school" in {o.feit for o in stand.ontbreekt}) is mist


def test_a_condition_on_a_term_sees_it_past_only_while_it_runs() -> None:
    wel = na(ingevuld("kennismaking", 1, gaat_naar_school=True), dag=40)
    niet = na(ingevuld("kennismaking", 1, gaat_naar_school=False), dag=40)
    verder = [s.stappen[1].mogelijkheid.value for s in (wel, niet)]
    assert verder == ["niet", "mogelijk"]


@pytest.mark.parametrize(
    ("gemeten", "dag", "gevraagd"),
    [
        ([], 0, {"begin", "na_een_jaar"}),
        ([3], 5, {"na_een_jaar"}),
        ([3], 400, {"na_een_jaar"}),
        ([3, 340], 400, set()),
        ([340], 400, set()),
        ([300], 400, {"na_een_jaar"}),
    ],
)
def test_a_measurement_ends_the_moments_that_were_in_sight(gemeten: list[int], dag: int, gevraagd: set[str]) -> None:
    stand = na(*(ingevuld("meting", d, cijfer=6) for d in gemeten), dag=dag)
    assert lopend(stand) & {"begin", "na_een_jaar"} == gevraagd


def test_what_asks_attention_names_what_ends_it() -> None:
    (vraag,) = [a for a in na(dag=1).attenderingen if a.termijn == "begin"]
    assert [o.feit for o in vraag.herstel] == ["formulier.meting.ingevuld_op"]


@pytest.mark.parametrize(
    ("einden", "mogelijk"),
    [
        ([("wijktafel", "gelukt")], True),
        ([("stadstafel", "gelukt")], True),
        ([("wijktafel", "mislukt")], False),
        ([("stadstafel", "doorgestuurd")], False),
    ],
)
def test_a_stap_names_the_outcome_of_a_meeting_wherever_it_was_held(
    einden: list[tuple[str, str]], mogelijk: bool
) -> None:
    stand = na(*(gehouden(o, u) for o, u in einden), dag=1)
    assert (stand.stappen[0].mogelijkheid.value == "mogelijk") is mogelijk
