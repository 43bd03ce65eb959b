"""When a rol looks: on a definition small enough to read here."""

from dataclasses import replace
from datetime import date

import pytest

from samenspel.kern.delen.rollen import (
    Moment,
    Rolwerk,
    kijkt_per_casus,
    kijkt_per_tafel,
    kijkt_per_team,
    kijkt_rond_overleg,
    rolwerk,
    venster,
)
from samenspel.kern.werkwijze.eenheden import Duur, Tijdeenheid
from samenspel.kern.werkwijze.model import (
    Aanwezigheid,
    Budget,
    Controlevraag,
    Fase,
    Houder,
    Overleg,
    Regime,
    Rol,
    Stap,
    Toestand,
    Werkwijze,
    Zicht,
)

LEIDER = Rol(rol="leider", naam="Leider", houder=Houder.PER_TEAM)
VRAGER = Rol(rol="vrager", naam="Vrager", houder=Houder.PER_TEAM)
LID = Rol(rol="lid", naam="Lid", houder=Houder.PER_OVERLEG, zicht=Zicht.ROND_OVERLEG)
TAFEL = Overleg(
    overleg="tafel",
    naam="Tafel",
    voorzitter="voorzitter",
    leden="lid",
    uitkomsten=(),
    inwoner=Aanwezigheid.MAG,
    verslag_binnen=Duur(0, Tijdeenheid.DAGEN),
    zicht_voor=Duur(5, Tijdeenheid.DAGEN),
    zicht_na=Duur(2, Tijdeenheid.DAGEN),
)
WERKWIJZE = Werkwijze(
    werkwijze="klein",
    naam="Klein",
    schema=1,
    geldig_vanaf=date(2026, 1, 1),
    bron="",
    samenvatting="",
    toestand=Toestand.STARTBAAR,
    rollen=(LEIDER, VRAGER, LID),
    fasen=(
        Fase(fase="begin", naam="Begin", voor_inwoner="", controlevragen=("klaar",)),
        Fase(fase="midden", naam="Midden", voor_inwoner=""),
        Fase(fase="eind", naam="Eind", voor_inwoner=""),
    ),
    stappen=(
        Stap(stap="verder", naam="Verder", van=("midden",), naar="eind", door=("leider", "ander")),
        Stap(stap="naar_midden", naam="Naar midden", van=("begin",), naar="midden", door=("ander",)),
    ),
    controlevragen=(Controlevraag(controlevraag="klaar", vraag="Klaar?", door=("vrager",)),),
    budgetten=(
        Budget(
            budget="potje",
            naam="Potje",
            regime=Regime.GROEP,
            door=("ander",),
            beoordelaars=("vrager",),
            betalers=("leider",),
        ),
    ),
)


def test_the_part_of_a_rol_is_read_from_the_definition() -> None:
    assert rolwerk(WERKWIJZE, "leider") == Rolwerk(
        fasen=frozenset({"midden"}), stappen=frozenset({"verder"}), budgetten=frozenset({"potje"})
    )
    assert rolwerk(WERKWIJZE, "vrager") == Rolwerk(
        fasen=frozenset({"begin"}), controlevragen=frozenset({"klaar"}), budgetten=frozenset({"potje"})
    )
    assert rolwerk(WERKWIJZE, "onbekend") == Rolwerk()


MIDDEN = Moment(open=True, fase="midden")
EIND = Moment(open=True, fase="eind")
PER_TEAM: list[tuple[str, Rol, Moment, bool]] = [
    ("in een fase waarin de rol een stap heeft", LEIDER, MIDDEN, True),
    ("in een fase waarin de rol een vraag heeft", VRAGER, Moment(open=True, fase="begin"), True),
    ("niet in een andere fase", VRAGER, MIDDEN, False),
    ("niet als het traject gesloten is", LEIDER, replace(MIDDEN, open=False), False),
    ("als het traject op de rol wacht", VRAGER, replace(EIND, wacht_op=frozenset({"vrager"})), True),
    ("niet als het op een ander wacht", VRAGER, replace(EIND, wacht_op=frozenset({"leider"})), False),
    ("als er geld is gevraagd", VRAGER, replace(EIND, budgetten=frozenset({"potje"})), True),
    ("niet bij geld waar de rol niet over gaat", VRAGER, replace(EIND, budgetten=frozenset({"kas"})), False),
    ("na een eigen stap", LEIDER, replace(EIND, stappen=frozenset({"verder"})), True),
    ("niet na een stap in een andere rol", VRAGER, replace(EIND, stappen=frozenset({"verder"})), False),
    ("na een eigen antwoord", VRAGER, replace(EIND, controlevragen=frozenset({"klaar"})), True),
    ("niet meer na sluiten", LEIDER, replace(EIND, open=False, stappen=frozenset({"verder"})), False),
    ("altijd, als de rol altijd ziet", replace(LEIDER, zicht=Zicht.ALTIJD), EIND, True),
    ("maar niet na sluiten", replace(LEIDER, zicht=Zicht.ALTIJD), replace(EIND, open=False), False),
    ("niet buiten het overleg", replace(LEIDER, zicht=Zicht.ROND_OVERLEG), MIDDEN, False),
    ("niet als de rol niet per team is", replace(LEIDER, houder=Houder.PER_CASUS), MIDDEN, False),
]


@pytest.mark.parametrize(("rol", "moment", "kijkt"), [v[1:] for v in PER_TEAM], ids=[v[0] for v in PER_TEAM])
def test_a_rol_of_a_team_looks_when_it_comes_to_it(rol: Rol, moment: Moment, kijkt: bool) -> None:
    assert kijkt_per_team(rol, rolwerk(WERKWIJZE, rol.rol), moment) is kijkt


@pytest.mark.parametrize(
    ("houder", "zicht", "open", "kijkt"),
    [
        (Houder.PER_CASUS, Zicht.LOPEND, True, True),
        (Houder.PER_CASUS, Zicht.LOPEND, False, False),
        (Houder.PER_CASUS, Zicht.ALTIJD, False, True),
        (Houder.PER_CASUS, Zicht.ROND_OVERLEG, True, False),
        (Houder.INWONER, Zicht.ALTIJD, True, False),
    ],
)
def test_a_rol_given_in_a_traject_looks_as_long_as_it_says(
    houder: Houder, zicht: Zicht, open: bool, kijkt: bool
) -> None:
    assert kijkt_per_casus(replace(LEIDER, houder=houder, zicht=zicht), open=open) is kijkt


@pytest.mark.parametrize(
    ("houder", "zicht", "open", "kijkt"),
    [
        (Houder.PER_OVERLEG, Zicht.ROND_OVERLEG, True, False),
        (Houder.PER_OVERLEG, Zicht.LOPEND, True, True),
        (Houder.PER_OVERLEG, Zicht.LOPEND, False, False),
        (Houder.PER_OVERLEG, Zicht.ALTIJD, False, True),
        (Houder.PER_TEAM, Zicht.LOPEND, True, False),
    ],
)
def test_a_chair_looks_away_from_meetings_and_a_member_does_not(
    houder: Houder, zicht: Zicht, open: bool, kijkt: bool
) -> None:
    assert kijkt_per_tafel(replace(LID, houder=houder, zicht=zicht), open=open) is kijkt


@pytest.mark.parametrize(
    ("rol", "kijkt"),
    [
        (LID, True),
        (replace(LID, rol="gast"), True),
        (LEIDER, False),
        (replace(LEIDER, zicht=Zicht.ROND_OVERLEG), False),
        (replace(LEIDER, rol="voorzitter", zicht=Zicht.ROND_OVERLEG), True),
        (replace(LEIDER, rol="lid", houder=Houder.PER_CASUS, zicht=Zicht.ROND_OVERLEG), True),
    ],
)
def test_who_takes_part_in_a_meeting_looks_around_it(rol: Rol, kijkt: bool) -> None:
    assert kijkt_rond_overleg(rol, TAFEL) is kijkt


@pytest.mark.parametrize(
    ("voor", "na", "van", "tot"),
    [
        (Duur(5, Tijdeenheid.DAGEN), Duur(2, Tijdeenheid.DAGEN), date(2026, 3, 7), date(2026, 3, 14)),
        (Duur(0, Tijdeenheid.DAGEN), Duur(0, Tijdeenheid.DAGEN), date(2026, 3, 12), date(2026, 3, 12)),
        (Duur(4, Tijdeenheid.WERKDAGEN), Duur(2, Tijdeenheid.WERKDAGEN), date(2026, 3, 8), date(2026, 3, 16)),
        (Duur(1, Tijdeenheid.MAANDEN), Duur(1, Tijdeenheid.WEKEN), date(2026, 2, 12), date(2026, 3, 19)),
    ],
)
def test_the_window_counts_back_and_forth_from_the_meeting(voor: Duur, na: Duur, van: date, tot: date) -> None:
    donderdag = date(2026, 3, 12)

    assert venster(replace(TAFEL, zicht_voor=voor, zicht_na=na), donderdag) == (van, tot)
