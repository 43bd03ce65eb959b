"""Money that comes back: every time counts towards the ceilings, and an application says until when."""

from datetime import date
from functools import cache

import pytest

from samenspel.kern.budget.regimes import Aanvraagstand, Aanvraagstatus, ruimte
from samenspel.kern.stand import Geweigerd, Route, beslis, fold, maak_route
from samenspel.kern.stand.dagen import betaaldagen
from samenspel.kern.stand.handelingen import Begin, DoeAanvraag, Speler
from samenspel.kern.stand.uitgaven import uitgegeven
from samenspel.kern.werkwijze.controle import lees_en_controleer
from samenspel.kern.werkwijze.eenheden import lees_duur

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
  - {rol: kas, naam: Kas, houder: per_team}
budgetten:
  - {budget: toelage, naam: Toelage, regime: vier_ogen, door: regisseur, beoordelaars: kas, betalers: kas,
     per: 1 maand, plafond_huishouden: 3000 euro, periode: 12 maanden}
  - {budget: potje, naam: Potje, regime: vier_ogen, door: regisseur, beoordelaars: kas, betalers: kas}
fasen:
  - {fase: eerst, naam: Eerst, voor_inwoner: Wij kijken.}
  - {fase: daarna, naam: Daarna, voor_inwoner: Wij doen.}
stappen:
  - {stap: verder, naam: Verder, van: eerst, naar: daarna, door: regisseur}
  - {stap: weer_terug, naam: Weer terug, van: daarna, naar: eerst, door: regisseur}
"""
DAG = date(2026, 3, 2)
REGISSEUR = Speler("r", frozenset({"regisseur"}))


@cache
def route() -> Route:
    werkwijze, fouten = lees_en_controleer(TEKST, "proef")
    assert werkwijze is not None, fouten
    return maak_route(werkwijze)


def gevraagd(budget: str, bedrag: int, tot: date | None, over: int | None = None) -> dict[str, object]:
    historie = [*beslis(route(), {}, Begin(("p",)), REGISSEUR, DAG)]
    vraag = DoeAanvraag("a", budget, "gift", bedrag, over, tot)
    historie += beslis(route(), fold(historie, route()), vraag, REGISSEUR, DAG)
    return fold(historie, route())


@pytest.mark.parametrize(
    ("tot", "keren"), [(date(2026, 3, 2), 1), (date(2026, 4, 1), 1), (date(2026, 4, 2), 2), (date(2026, 8, 31), 6)]
)
def test_an_allowance_counts_for_every_month_until_its_last_day(tot: date, keren: int) -> None:
    feiten = gevraagd("toelage", 45_000, tot)
    assert feiten["aanvraag.bedrag"] == 45_000 * keren


def test_six_times_together_may_be_more_than_the_ceiling_while_once_is_not() -> None:
    assert gevraagd("toelage", 45_000, DAG, 200_000)["aanvraag.status"] == "open"
    assert gevraagd("toelage", 45_000, date(2026, 8, 31), 200_000)["aanvraag.status"] == "boven_ruimte"


@pytest.mark.parametrize(
    ("budget", "tot", "melding"),
    [
        ("toelage", None, "tot welke dag"),
        ("toelage", date(2026, 3, 1), "die nog komt"),
        ("toelage", date(2046, 3, 1), "eerdere einddag"),
        ("potje", date(2026, 8, 31), "in één keer"),
    ],
)
def test_the_last_day_is_asked_where_money_comes_back_and_nowhere_else(
    budget: str, tot: date | None, melding: str
) -> None:
    with pytest.raises(Geweigerd, match=melding):
        gevraagd(budget, 45_000, tot)


@pytest.mark.parametrize(
    ("op", "telt"),
    [(DAG, 6), (date(2026, 12, 1), 6), (date(2027, 3, 2), 5), (date(2027, 7, 15), 1), (date(2027, 9, 1), 0)],
)
def test_each_month_falls_out_of_the_period_on_its_own_day(op: date, telt: int) -> None:
    toelage = route().werkwijze.budgetten[0]
    tot = date(2026, 8, 31).toordinal()
    stand = Aanvraagstand("toelage", "gift", 270_000, None, Aanvraagstatus.BETAALD, "r", keren=6, tot=tot)
    op_die_dag = uitgegeven(toelage, [(stand, DAG.toordinal())], op.toordinal())
    assert op_die_dag == telt * 45_000
    assert ruimte(toelage, op_die_dag) == 300_000 - telt * 45_000


def test_the_days_of_payment_follow_the_calendar() -> None:
    dagen = betaaldagen(date(2026, 1, 31).toordinal(), date(2026, 4, 30).toordinal(), lees_duur("1 maand"))
    assert [date.fromordinal(d).isoformat()[5:] for d in dagen] == ["01-31", "02-28", "03-31", "04-30"]
