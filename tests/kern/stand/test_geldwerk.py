"""What money asks of whom: four eyes hold in the list too, a receipt that is late is asked for, first of who asked."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from samenspel.kern.budget.leningen import Leningstand, Regeling
from samenspel.kern.budget.regimes import Aanvraagstand, Aanvraagstatus
from samenspel.kern.stand import Route, beslis, fold, maak_route, stand_van_zaken
from samenspel.kern.stand.geldwerk import Geldtaak, geldtaken
from samenspel.kern.stand.handelingen import Begin, Gebeurtenis, Speler
from samenspel.kern.stand.uitkomst import Loop
from samenspel.kern.werkwijze.controle import lees_en_controleer

TEKST = """\
werkwijze: proef
naam: Proef
schema: 1
geldig_vanaf: 2024-01-01
bron: verzonnen
samenvatting: Kort.
toestand: startbaar
rollen:
  - {rol: regisseur, naam: Regisseur, houder: per_casus, regie: ja}
  - {rol: keurder, naam: Keurder, houder: per_team}
  - {rol: kas, naam: Kas, houder: per_team}
budgetten:
  - {budget: potje, naam: Potje, regime: vier_ogen, door: regisseur, beoordelaars: keurder, betalers: kas,
     bon_binnen: 10 dagen, bon_daarna: keurder}
  - {budget: kas_leen, naam: Leenkas, regime: vier_ogen, door: regisseur, beoordelaars: keurder, betalers: kas,
     vormen: lening, lening: {kwijtschelding_procent: 50, kwijtschelding_bij: Het is gelukt., ondertekend: ja}}
fasen:
  - {fase: eerst, naam: Eerst, voor_inwoner: Wij kijken.}
  - {fase: daarna, naam: Daarna, voor_inwoner: Wij doen.}
stappen:
  - {stap: verder, naam: Verder, van: eerst, naar: daarna, door: regisseur}
  - {stap: weer_terug, naam: Weer terug, van: daarna, naar: eerst, door: regisseur}
"""
BETAALD = date(2026, 3, 2).toordinal()
VRAGER, KEURDER, KAS = (
    Speler("v", frozenset({"regisseur"})),
    Speler("k", frozenset({"keurder"})),
    Speler("b", frozenset({"kas"})),
)
GIFT = Aanvraagstand("potje", "gift", 10_000, None, Aanvraagstatus.OPEN, "v")
LENING = Aanvraagstand("kas_leen", "lening", 10_000, None, Aanvraagstatus.AKKOORD, "v", ("k",), 1)
AFSPRAAK = Leningstand((Regeling(10_000, 5_000, BETAALD + 30),))


@cache
def route() -> Route:
    werkwijze, fouten = lees_en_controleer(TEKST, "proef")
    assert werkwijze is not None, fouten
    return maak_route(werkwijze)


def taken(speler: Speler, aanvraag: Aanvraagstand, dag: int = BETAALD) -> tuple[Geldtaak, ...]:
    return geldtaken(route(), speler, [aanvraag], dag)


def test_who_asked_or_judged_is_not_asked_to_judge_or_pay() -> None:
    beide = replace(KEURDER, rollen=frozenset({"keurder", "kas"}))
    assert taken(KEURDER, GIFT) == (Geldtaak.BEOORDELEN,)
    assert taken(replace(KEURDER, wie="v"), GIFT) == ()
    assert taken(KEURDER, GIFT._replace(beoordelaars=("k",))) == ()
    akkoord = GIFT._replace(status=Aanvraagstatus.AKKOORD, beoordelaars=("k",))
    assert taken(KAS, akkoord) == (Geldtaak.BETALEN,) and taken(beide, akkoord) == ()


def test_a_loan_waits_for_its_agreement_then_its_signature_then_the_payment() -> None:
    assert taken(VRAGER, LENING) == (Geldtaak.AFSPREKEN,) and taken(KAS, LENING) == ()
    assert taken(VRAGER, LENING._replace(lening=AFSPRAAK)) == (Geldtaak.ONDERTEKENEN,)
    getekend = LENING._replace(lening=AFSPRAAK._replace(getekend_op=BETAALD))
    assert taken(VRAGER, getekend) == () and taken(KAS, getekend) == (Geldtaak.BETALEN,)


def test_forgiveness_waits_for_somebody_else_and_a_missed_repayment_for_who_can_ask() -> None:
    loopt = LENING._replace(status=Aanvraagstatus.BETAALD, lening=AFSPRAAK._replace(gevraagd_door="v"))
    assert taken(KEURDER, loopt) == (Geldtaak.KWIJTSCHELDEN,)
    assert taken(replace(KEURDER, wie="v"), loopt) == ()
    assert taken(VRAGER, loopt, BETAALD + 30) == ()
    assert taken(VRAGER, loopt, BETAALD + 31) == taken(KAS, loopt, BETAALD + 31) == (Geldtaak.AFLOSSING,)


@pytest.mark.parametrize(
    ("dagen", "vrager", "keurder"),
    [
        (10, (), ()),
        (11, (Geldtaak.BON,), ()),
        (20, (Geldtaak.BON,), ()),
        (21, (Geldtaak.BON,), (Geldtaak.BON_NAVRAGEN,)),
    ],
)
def test_a_receipt_is_asked_of_who_asked_the_money_and_later_elsewhere(
    dagen: int, vrager: tuple[Geldtaak, ...], keurder: tuple[Geldtaak, ...]
) -> None:
    betaald = GIFT._replace(status=Aanvraagstatus.BETAALD, betaald_op=BETAALD)
    assert taken(VRAGER, betaald, BETAALD + dagen) == vrager
    assert taken(KEURDER, betaald, BETAALD + dagen) == keurder
    assert taken(VRAGER, betaald._replace(bon=True), BETAALD + dagen) == ()


def test_the_stand_van_zaken_attends_and_a_receipt_ends_it() -> None:
    dag = date.fromordinal(BETAALD)
    gevraagd = {"aanvraag": "a", "budget": "potje", "vorm": "gift", "bedrag": 10_000, "status": "akkoord"}
    historie = [*beslis(route(), {}, Begin(("p",)), VRAGER, dag)]
    historie += [
        Gebeurtenis("aanvraag_gedaan", dag, gevraagd | {"aanvrager": "v", "ruimte": None}),
        Gebeurtenis("aanvraag_betaald", dag, {"aanvraag": "a", "wie": "b"}),
    ]

    def attendeert(dagen: int, extra: tuple[Gebeurtenis, ...] = ()) -> set[tuple[str, tuple[str, ...]]]:
        nu = date.fromordinal(BETAALD + dagen)
        stand = stand_van_zaken(route(), fold([*historie, *extra], route()), nu)
        return {(a.termijn, a.rollen) for a in stand.attenderingen}

    assert attendeert(10) == set()
    assert attendeert(11) == {("bon_potje", ("regisseur",))}
    assert attendeert(21) == {("bon_potje", ("regisseur",)), ("bon_navragen_potje", ("keurder",))}
    bon = Gebeurtenis("bon_toegevoegd", dag, {"aanvraag": "a", "bon": "1", "soort": "bon"})
    scan = Gebeurtenis("bon_toegevoegd", dag, {"aanvraag": "a", "bon": "1", "soort": "leenafspraak"})
    assert attendeert(21, (bon,)) == set() and attendeert(11, (scan,)) == attendeert(11)
    stand = stand_van_zaken(route(), fold(historie, route()), dag)
    assert [(t.soort.termijn, t.loop) for t in stand.termijnen] == [
        ("bon_potje", Loop.LOOPT),
        ("bon_navragen_potje", Loop.LOOPT),
    ]
    assert stand.verandert_op == BETAALD + 8
