"""A question that comes last gets its answer only once the others have theirs, in the same go or before."""

from collections.abc import Mapping
from datetime import date
from functools import cache

import pytest

from samenspel.kern.stand import Geweigerd, Route, beslis, maak_route
from samenspel.kern.stand.handelingen import LegFormulierVast, Speler
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
  - {rol: trekker, naam: Trekker, houder: per_casus, regie: ja}
fasen:
  - {fase: kijken, naam: Kijken, uitleg: Kijk., voor_inwoner: Wij kijken.}
  - {fase: doen, naam: Doen, uitleg: Doe., voor_inwoner: Wij doen.}
stappen:
  - {stap: verder, naam: Verder, van: [kijken], naar: doen, door: [trekker], uitleg: Ga verder.}
  - {stap: terug_naar, naam: Terug, van: [doen], naar: kijken, door: [trekker], uitleg: Ga terug.}
formulieren:
  - formulier: toets
    naam: Toets
    soort_gegevens: plan
    velden:
      - {veld: effect, vraag: Welk effect wilt u?, soort: lange_tekst}
      - {veld: erbij, vraag: Nog iets?, soort: lange_tekst, verplicht: nee}
      - {veld: wet, vraag: Wat zegt de wet?, soort: lange_tekst, na_de_rest: ja}
"""
TREKKER = Speler("trekker", frozenset({"trekker"}))
DAG = date(2026, 3, 2)
EFFECT = "formulier.toets.effect"


@cache
def route() -> Route:
    werkwijze, fouten = lees_en_controleer(TEKST, "proef")
    assert werkwijze is not None, fouten
    return maak_route(werkwijze)


def vul_in(antwoorden: Mapping[str, bool | None], bekend: tuple[str, ...] = ()) -> None:
    feiten: dict[str, object] = {"traject.fase": "kijken", "traject.sinds": DAG.toordinal()} | dict.fromkeys(
        bekend, True
    )
    beslis(route(), feiten, LegFormulierVast("toets", antwoorden), TREKKER, DAG)


@pytest.mark.parametrize(
    ("antwoorden", "bekend", "mag"),
    [
        ({"wet": True}, (), False),
        ({"wet": True, "erbij": True}, (), False),
        ({"wet": True, "effect": None}, (EFFECT,), False),
        ({"wet": True, "effect": True}, (), True),
        ({"wet": True}, (EFFECT,), True),
        ({"effect": True}, (), True),
        ({"wet": None}, (), True),
    ],
)
def test_it_waits_for_the_others(antwoorden: Mapping[str, bool | None], bekend: tuple[str, ...], mag: bool) -> None:
    if mag:
        vul_in(antwoorden, bekend)
        return
    with pytest.raises(Geweigerd, match="Beantwoord eerst: ‘Welk effect wilt u"):
        vul_in(antwoorden, bekend)
