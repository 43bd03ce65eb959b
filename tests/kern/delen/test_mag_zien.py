"""What one person sees of one item: a table of examples per right."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.kern.delen import (
    Bewoner,
    EigenAfspraak,
    Helper,
    Kijker,
    Kijkrecht,
    Oordeel,
    Partner,
    Reden,
    Regie,
    Rolzicht,
    Stuk,
    Tafelzicht,
    Zicht,
    alleen_in,
    kent_traject,
    mag_zien,
    oordeel,
    opent_dossier,
)
from samenspel.kern.werkwijze.model import Gegevenssoort as S

NU = date(2026, 3, 10)
MOEDER, VADER, KIND, OMA = "moeder", "vader", "kind", "oma"
PLAN = Stuk(
    id="1",
    gemeente="hier",
    casus="c",
    traject="t",
    soort=S.PLAN,
    eigenaar="schrijver",
    betreft=frozenset({MOEDER}),
)

REGIE = Regie(casus="c")
HELPER = Helper(casus="c")
ROL = Rolzicht(casus="c", traject="t", soorten=frozenset({S.PLAN, S.ADRES}))
TAFEL = Tafelzicht(casus="c", traject="t", soorten=frozenset({S.PLAN}), van=date(2026, 3, 8), tot=date(2026, 3, 12))
PARTNER = Partner(
    casus="c",
    soorten=frozenset({S.PLAN}),
    personen=frozenset({MOEDER, KIND}),
    van=date(2026, 3, 1),
    tot=date(2026, 3, 31),
)
INWONER_MOEDER = Bewoner(casus="c", persoon=MOEDER, kinderen=frozenset({KIND}))
INWONER_VADER = Bewoner(casus="c", persoon=VADER, kinderen=frozenset({KIND}))
INWONER_KIND = Bewoner(casus="c", persoon=KIND)
AFSPRAAK = EigenAfspraak(casus="c", afspraak="1", berichten=frozenset({"b"}))
ALLE = (REGIE, HELPER, ROL, TAFEL, PARTNER, INWONER_MOEDER)


def kijker(*rechten: Kijkrecht, account: str = "iemand", gemeente: str = "hier") -> Kijker:
    return Kijker(account=account, gemeente=gemeente, rechten=rechten)


def over(*personen: str, soort: S = S.PLAN, traject: str | None = "t", geheim: bool = False) -> Stuk:
    return replace(PLAN, betreft=frozenset(personen), soort=soort, traject=traject, geheim=geheim)


VOORBEELDEN: list[tuple[str, Kijkrecht, Stuk, Zicht]] = [
    ("de regisseur ziet alles", REGIE, over(VADER, soort=S.GELD, traject=None), Zicht.GEHEEL),
    ("de regisseur ziet wat is ingetrokken", REGIE, replace(PLAN, ingetrokken=True), Zicht.GEHEEL),
    ("de regisseur ziet een geheim adres", REGIE, over(MOEDER, soort=S.ADRES, geheim=True), Zicht.GEHEEL),
    ("de regisseur van een andere casus ziet niets", Regie(casus="ander"), PLAN, Zicht.NIET),
    ("een helper ziet dat er iets is", HELPER, PLAN, Zicht.DAT),
    ("een helper ziet niet wat is ingetrokken", HELPER, replace(PLAN, ingetrokken=True), Zicht.NIET),
    ("een helper ziet geen geheim adres", HELPER, over(MOEDER, soort=S.ADRES, geheim=True), Zicht.NIET),
    ("een rol ziet haar soorten", ROL, PLAN, Zicht.GEHEEL),
    ("een rol ziet haar soorten van de casus", ROL, over(MOEDER, traject=None), Zicht.GEHEEL),
    ("een rol ziet geen andere soort", ROL, over(MOEDER, soort=S.GELD), Zicht.NIET),
    ("een rol ziet geen ander traject", ROL, over(MOEDER, traject="ander"), Zicht.NIET),
    ("een rol ziet een gewoon adres", ROL, over(MOEDER, soort=S.ADRES), Zicht.GEHEEL),
    ("een rol ziet geen geheim adres", ROL, over(MOEDER, soort=S.ADRES, geheim=True), Zicht.NIET),
    ("een rol ziet niet wat is ingetrokken", ROL, replace(PLAN, ingetrokken=True), Zicht.NIET),
    ("geheim gaat alleen over het adres", ROL, over(MOEDER, geheim=True), Zicht.GEHEEL),
    ("de tafel ziet haar soorten", TAFEL, PLAN, Zicht.GEHEEL),
    ("de tafel ziet geen andere soort", TAFEL, over(MOEDER, soort=S.GELD), Zicht.NIET),
    ("de tafel ziet geen ander traject", TAFEL, over(MOEDER, traject="ander"), Zicht.NIET),
    ("een partner ziet wat de grondslag dekt", PARTNER, over(MOEDER, KIND, traject=None), Zicht.GEHEEL),
    ("een partner ziet geen andere soort", PARTNER, over(MOEDER, soort=S.GELD), Zicht.NIET),
    ("een partner ziet niets met een ander erbij", PARTNER, over(MOEDER, VADER), Zicht.NIET),
    ("een partner ziet niets over niemand", PARTNER, over(), Zicht.NIET),
    ("wie iets moet doen leest die afspraak", AFSPRAAK, PLAN, Zicht.GEHEEL),
    ("en wat daarover is gezegd", AFSPRAAK, replace(PLAN, id="b"), Zicht.GEHEEL),
    ("en geen andere, ook niet in hetzelfde traject", AFSPRAAK, replace(PLAN, id="2"), Zicht.NIET),
    ("en niet als zij is ingetrokken", AFSPRAAK, replace(PLAN, ingetrokken=True), Zicht.NIET),
    ("noch die van een andere casus", replace(AFSPRAAK, casus="ander"), PLAN, Zicht.NIET),
    ("een inwoner ziet wat over haar gaat", INWONER_MOEDER, PLAN, Zicht.GEHEEL),
    ("een inwoner ziet wat over beiden gaat", INWONER_MOEDER, over(MOEDER, VADER), Zicht.GEHEEL),
    ("een ouder ziet wat over het jonge kind gaat", INWONER_VADER, over(KIND), Zicht.GEHEEL),
    ("een ouder ziet niet wat de andere ouder raakt", INWONER_VADER, over(KIND, MOEDER), Zicht.NIET),
    ("een ouder ziet niets van de andere ouder", INWONER_VADER, over(MOEDER), Zicht.NIET),
    (
        "een inwoner zonder gezag ziet niets van het kind",
        Bewoner(casus="c", persoon=OMA),
        over(KIND),
        Zicht.NIET,
    ),
    ("een kind ziet niets van de ouders", INWONER_KIND, over(MOEDER), Zicht.NIET),
    ("een inwoner ziet niets over niemand", INWONER_MOEDER, over(), Zicht.NIET),
    ("een inwoner ziet het eigen adres", INWONER_MOEDER, over(MOEDER, soort=S.ADRES), Zicht.GEHEEL),
    ("ook als het geheim is", INWONER_MOEDER, over(MOEDER, soort=S.ADRES, geheim=True), Zicht.GEHEEL),
    ("een ouder ziet het adres van het kind niet", INWONER_VADER, over(KIND, soort=S.ADRES), Zicht.NIET),
    ("en geen adres dat ook van een ander is", INWONER_VADER, over(VADER, KIND, soort=S.ADRES), Zicht.NIET),
    ("een inwoner ziet niet wat is ingetrokken", INWONER_MOEDER, replace(PLAN, ingetrokken=True), Zicht.NIET),
]


@pytest.mark.parametrize(("recht", "stuk", "zicht"), [v[1:] for v in VOORBEELDEN], ids=[v[0] for v in VOORBEELDEN])
def test_a_right_gives_what_it_says(recht: Kijkrecht, stuk: Stuk, zicht: Zicht) -> None:
    assert mag_zien(kijker(recht), stuk, NU) is zicht


@pytest.mark.parametrize("recht", ALLE, ids=lambda recht: type(recht).__name__)
def test_another_municipality_sees_nothing_whatever_the_right(recht: Kijkrecht) -> None:
    elders = kijker(recht, account="schrijver", gemeente="elders")

    assert oordeel(elders, PLAN, NU) == Oordeel(Zicht.NIET, Reden.ANDERE_GEMEENTE)


@pytest.mark.parametrize("recht", ALLE, ids=lambda recht: type(recht).__name__)
def test_who_wrote_an_item_sees_it_while_holding_any_right_in_the_casus(recht: Kijkrecht) -> None:
    stuk = over(OMA, soort=S.CONTACTEN, traject="ander")

    assert mag_zien(kijker(recht, account="schrijver"), stuk, NU) is Zicht.GEHEEL


@pytest.mark.parametrize(
    "rechten",
    [
        (),
        (Helper(casus="ander"),),
        (replace(TAFEL, tot=date(2026, 3, 9)),),
        (replace(AFSPRAAK, afspraak="2"),),
    ],
    ids=["geen", "elders", "voorbij", "alleen een andere afspraak"],
)
def test_who_wrote_an_item_loses_it_with_the_last_right(rechten: tuple[Kijkrecht, ...]) -> None:
    assert oordeel(kijker(*rechten, account="schrijver"), PLAN, NU) == Oordeel(Zicht.NIET, Reden.GEEN_RECHT)


def test_who_wrote_an_item_does_not_see_it_withdrawn_nor_a_secret_address() -> None:
    schrijver = kijker(HELPER, ROL, account="schrijver")

    assert oordeel(schrijver, replace(PLAN, ingetrokken=True), NU) == Oordeel(Zicht.NIET, Reden.INGETROKKEN)
    geheim = over(MOEDER, soort=S.ADRES, geheim=True)
    assert oordeel(schrijver, geheim, NU) == Oordeel(Zicht.NIET, Reden.GEHEIM_ADRES)


@pytest.mark.parametrize(
    ("dag", "zicht"),
    [
        (date(2026, 3, 7), Zicht.NIET),
        (date(2026, 3, 8), Zicht.GEHEEL),
        (date(2026, 3, 12), Zicht.GEHEEL),
        (date(2026, 3, 13), Zicht.NIET),
    ],
)
def test_a_table_looks_from_the_first_day_to_the_last(dag: date, zicht: Zicht) -> None:
    assert mag_zien(kijker(TAFEL), PLAN, dag) is zicht


@pytest.mark.parametrize(
    ("dag", "tot", "zicht"),
    [
        (date(2026, 2, 28), None, Zicht.NIET),
        (date(2026, 3, 1), None, Zicht.GEHEEL),
        (date(2046, 3, 1), None, Zicht.GEHEEL),
        (date(2026, 3, 31), date(2026, 3, 31), Zicht.GEHEEL),
        (date(2026, 4, 1), date(2026, 3, 31), Zicht.NIET),
    ],
)
def test_a_partner_looks_in_the_period_of_the_grondslag(dag: date, tot: date | None, zicht: Zicht) -> None:
    assert mag_zien(kijker(replace(PARTNER, tot=tot)), PLAN, dag) is zicht


REDENEN: list[tuple[tuple[Kijkrecht, ...], Reden]] = [
    (ALLE, Reden.REGIE),
    ((HELPER, PARTNER, TAFEL, ROL, INWONER_MOEDER), Reden.INWONER),
    ((HELPER, PARTNER, TAFEL, ROL), Reden.ROL),
    ((HELPER, PARTNER, TAFEL), Reden.TAFEL),
    ((HELPER, PARTNER), Reden.GRONDSLAG),
    ((HELPER,), Reden.HELPER),
    ((HELPER, INWONER_VADER), Reden.HELPER),
    ((INWONER_VADER,), Reden.GEEN_RECHT),
    ((), Reden.GEEN_RECHT),
]


@pytest.mark.parametrize(("rechten", "reden"), REDENEN, ids=[reden for _, reden in REDENEN])
def test_the_strongest_right_is_the_reason(rechten: tuple[Kijkrecht, ...], reden: Reden) -> None:
    assert oordeel(kijker(*rechten), PLAN, NU).reden is reden


ANDERE_STUKKEN = st.builds(
    Stuk,
    id=st.sampled_from(("1", "b", "2", "3")),
    gemeente=st.sampled_from(("hier", "elders")),
    casus=st.sampled_from(("c", "ander")),
    traject=st.sampled_from((None, "t")),
    soort=st.sampled_from(S),
    eigenaar=st.sampled_from(("iemand", "schrijver")),
    betreft=st.frozensets(st.sampled_from((MOEDER, VADER, KIND))),
    ingetrokken=st.booleans(),
    geheim=st.booleans(),
)


@given(ANDERE_STUKKEN)
def test_an_agreement_of_ones_own_gives_nothing_else_of_the_dossier(stuk: Stuk) -> None:
    iemand = kijker(AFSPRAAK)
    gezien = mag_zien(iemand, stuk, NU)
    eigen = stuk.gemeente == "hier" and stuk.casus == "c" and stuk.id in ("1", "b") and not stuk.ingetrokken
    assert (gezien is Zicht.GEHEEL) == (eigen and not stuk.toont_geheim_adres)
    assert gezien in (Zicht.NIET, Zicht.GEHEEL)
    assert not opent_dossier(AFSPRAAK) and not kent_traject(AFSPRAAK, "t")


@given(ANDERE_STUKKEN, st.sampled_from(ALLE))
def test_beside_another_right_it_takes_nothing_away(stuk: Stuk, recht: Kijkrecht) -> None:
    assert mag_zien(kijker(recht, AFSPRAAK), stuk, NU) >= mag_zien(kijker(recht), stuk, NU)


@given(ANDERE_STUKKEN, st.lists(st.sampled_from((*ALLE, AFSPRAAK))), st.lists(st.sampled_from(ALLE)))
def test_with_the_rights_in_its_casus_alone_an_item_is_seen_the_same(
    stuk: Stuk, hier: list[Kijkrecht], elders: list[Kijkrecht]
) -> None:
    iemand = kijker(*hier, *(replace(recht, casus="ander") for recht in elders))
    alleen = alleen_in(iemand, {stuk.casus})

    assert oordeel(alleen, stuk, NU) == oordeel(iemand, stuk, NU)
    assert {recht.casus for recht in alleen.rechten} <= {stuk.casus}
