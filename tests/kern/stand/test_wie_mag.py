"""Who kern lets begin, give rollen, ask for the regie, ask beforehand, tick off; and one outcome a meeting."""

from datetime import date
from functools import cache
from typing import TypeAlias

import pytest

from samenspel.kern.stand import Geweigerd, Route, beslis, fold, maak_route
from samenspel.kern.stand import handelingen as h
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
  - {{rol: regisseur, naam: Regisseur, houder: per_casus, regie: ja}}
  - {{rol: meldpunt, naam: Meldpunt, houder: per_team{eigen}}}
  - {{rol: collega, naam: Collega, houder: per_casus}}
  - {{rol: voorzitter, naam: Voorzitter, houder: per_overleg}}
  - {{rol: lid, naam: Lid, houder: per_overleg}}
  - {{rol: bewoner, naam: Bewoner, houder: inwoner}}
overleggen:
  - overleg: tafel
    naam: De tafel
    voorzitter: voorzitter
    leden: lid
    uitkomsten: [{{uitkomst: gelukt, naam: Gelukt}}, {{uitkomst: mislukt, naam: Mislukt}}]
    inwoner: mag
    verslag_binnen: 1 week
    zicht_voor: 1 week
    zicht_na: 1 week
fasen:
  - {{fase: eerst, naam: Eerst, voor_inwoner: Wij kijken., overleg: tafel}}
  - {{fase: daarna, naam: Daarna, voor_inwoner: Wij doen.{vraagt}}}
stappen:
  - {{stap: verder, naam: Verder, van: eerst, naar: daarna, door: regisseur}}
  - {{stap: weer_terug, naam: Weer terug, van: daarna, naar: eerst, door: regisseur}}
"""
DAG = date(2026, 3, 2)
IEDEREEN = {"regisseur", "meldpunt", "collega", "voorzitter", "lid", "bewoner"}
BEGIN = h.Begin(("p",))
Daad: TypeAlias = tuple[str, h.Handeling]


@cache
def route(eigen: str = "", vraagt: str = "") -> Route:
    werkwijze, fouten = lees_en_controleer(TEKST.format(eigen=eigen, vraagt=vraagt), "proef")
    assert werkwijze is not None, fouten
    return maak_route(werkwijze)


def gedaan(weg: Route, *daden: Daad, dagen: int = 0) -> list[h.Gebeurtenis]:
    """A history of deeds, each by somebody in a rol of the same name."""
    historie: list[h.Gebeurtenis] = []
    for rol, daad in daden:
        speler = h.Speler(rol, frozenset({rol}))
        historie += beslis(weg, fold(historie, weg), daad, speler, date.fromordinal(DAG.toordinal() + dagen))
    return historie


def wie_mag(weg: Route, daad: h.Handeling, *eerst: Daad) -> set[str]:
    mag = set()
    for rol in IEDEREEN:
        try:
            gedaan(weg, *eerst, (rol, daad))
            mag.add(rol)
        except Geweigerd:
            continue
    return mag


EIGEN = ", begint: ja, wijst_toe: ja"
GESTART = ("regisseur", BEGIN)
AFGESPROKEN = ("regisseur", h.MaakAfspraak("a", DAG))


@pytest.mark.parametrize(
    ("daad", "gewoon", "eigen"),
    [
        (BEGIN, {"regisseur"}, {"meldpunt"}),
        (h.KenRolToe("collega", "x"), {"regisseur"}, {"meldpunt"}),
        (h.BeeindigRol("collega", "x"), {"regisseur"}, {"meldpunt"}),
        (h.StelOverdrachtVoor("x"), {"regisseur"}, {"regisseur", "meldpunt"}),
    ],
)
def test_beginning_and_assigning_go_with_the_regie_unless_the_definition_names_a_rol(
    daad: h.Handeling, gewoon: set[str], eigen: set[str]
) -> None:
    eerst: list[Daad] = [] if daad is BEGIN else [GESTART]
    bij_eigen: list[Daad] = [] if daad is BEGIN else [("meldpunt", BEGIN)]
    assert wie_mag(route(), daad, *eerst) == gewoon
    assert wie_mag(route(EIGEN), daad, *bij_eigen) == eigen


def test_a_stap_may_wait_until_the_assigned_regisseur_said_yes() -> None:
    weg = route(EIGEN, ", vraagt: [regie.aanvaard_op]")
    gevraagd: list[Daad] = [("meldpunt", BEGIN), ("meldpunt", h.StelOverdrachtVoor("regisseur"))]
    with pytest.raises(Geweigerd, match="toegewezen regisseur"):
        gedaan(weg, *gevraagd, ("regisseur", h.ZetStap("verder")))
    historie = gedaan(weg, *gevraagd, ("regisseur", h.AanvaardOverdracht()), ("regisseur", h.ZetStap("verder")))
    assert fold(historie, weg)["traject.fase"] == "daarna"


@pytest.mark.parametrize(
    ("daad", "mag"),
    [
        (h.StelVraag("tafel", "v"), {"regisseur", "voorzitter", "lid"}),
        (h.StelVraag("tafel", "v", geweest=True), set()),
        (h.BeantwoordVraag("tafel", "v", "lid"), {"regisseur", "voorzitter"}),
        (h.BeantwoordVraag("tafel", "v", "voorzitter"), {"regisseur"}),
        (h.MaakAfspraak("b", DAG), IEDEREEN - {"bewoner"}),
        (h.RondAfspraakAf("a"), {"regisseur"}),
        (h.RondAfspraakAf("a", "bewoner"), {"regisseur", "bewoner"}),
    ],
)
def test_who_asks_answers_agrees_and_ticks_off(daad: h.Handeling, mag: set[str]) -> None:
    assert wie_mag(route(), daad, GESTART, AFGESPROKEN) == mag


def test_a_meeting_has_one_outcome_until_it_is_planned_for_a_later_day() -> None:
    weg, morgen = route(), date.fromordinal(DAG.toordinal() + 1)
    gehouden: list[Daad] = [
        GESTART,
        ("voorzitter", h.PlanOverleg("tafel", DAG)),
        ("voorzitter", h.HoudOverleg("tafel", "mislukt", gemotiveerd=True)),
    ]
    with pytest.raises(Geweigerd, match="al vastgelegd"):
        gedaan(weg, *gehouden, ("voorzitter", h.HoudOverleg("tafel", "gelukt", gemotiveerd=True)))
    with pytest.raises(Geweigerd, match="Kies een latere dag"):
        gedaan(weg, *gehouden, ("voorzitter", h.PlanOverleg("tafel", DAG)))
    historie = gedaan(weg, *gehouden, ("voorzitter", h.PlanOverleg("tafel", morgen)))
    historie += beslis(
        weg,
        fold(historie, weg),
        h.HoudOverleg("tafel", "gelukt", gemotiveerd=True),
        h.Speler("voorzitter", frozenset({"voorzitter"})),
        morgen,
    )
    assert fold(historie, weg)["overleg.tafel.uitkomst"] == "gelukt"


BETER = h.VerbeterUitkomst("tafel", "gelukt", gemotiveerd=True)
GEHOUDEN: tuple[Daad, ...] = (
    GESTART,
    ("voorzitter", h.PlanOverleg("tafel", DAG)),
    ("voorzitter", h.HoudOverleg("tafel", "mislukt", gemotiveerd=True)),
)


def test_the_chair_puts_an_outcome_right_and_a_report_that_was_sent_is_asked_again() -> None:
    weg = route()
    assert wie_mag(weg, BETER, *GEHOUDEN) == {"voorzitter"}
    historie = gedaan(weg, *GEHOUDEN, ("voorzitter", h.VerstuurVerslag("tafel")), ("voorzitter", BETER))
    assert historie[-1].gegevens["verslag_opnieuw"] is True
    feiten = fold(historie, weg)
    assert feiten["overleg.tafel.uitkomst"] == "gelukt" and "overleg.tafel.verslag_op" not in feiten
    assert gedaan(weg, *GEHOUDEN, ("voorzitter", BETER))[-1].gegevens["verslag_opnieuw"] is False


@pytest.mark.parametrize(
    ("eerst", "daad", "melding"),
    [
        ((GESTART,), BETER, "nog geen uitkomst"),
        (GEHOUDEN, h.VerbeterUitkomst("tafel", "anders", gemotiveerd=True), "Kies hoe het overleg afliep"),
        (GEHOUDEN, h.VerbeterUitkomst("tafel", "gelukt"), "wat u de inwoner vertelt"),
        ((*GEHOUDEN, ("regisseur", h.ZetStap("verder"))), BETER, "nu bij ‘Daarna’. Zet eerst de stap ‘Een stap terug’"),
        (
            (*GEHOUDEN, ("regisseur", h.ZetStap("verder")), ("regisseur", h.ZetStap("weer_terug"))),
            BETER,
            "op deze plek nog geen uitkomst",
        ),
        ((*GEHOUDEN, ("regisseur", h.ZetStap("niets_doen"))), BETER, "Heropen het eerst"),
        (
            (*GEHOUDEN, ("voorzitter", h.PlanOverleg("tafel", date.fromordinal(DAG.toordinal() + 1)))),
            BETER,
            "Haal dat eerst van de agenda",
        ),
    ],
)
def test_why_an_outcome_is_not_put_right(eerst: tuple[Daad, ...], daad: h.Handeling, melding: str) -> None:
    with pytest.raises(Geweigerd, match=melding):
        gedaan(route(), *eerst, ("voorzitter", daad))


def test_what_was_withdrawn_is_put_back_by_the_regie_alone() -> None:
    weg = route()
    contact: Daad = ("collega", h.LegContactVast("opgelost", contact="c"))
    regel: Daad = ("collega", h.SchrijfLogboek("waarneming", "r"))
    in_: tuple[Daad, ...] = (("collega", h.TrekContactIn("c", "collega")), ("collega", h.TrekRegelIn("r", "collega")))
    staat = fold(gedaan(weg, GESTART, contact, regel), weg)
    weg_ = fold(gedaan(weg, GESTART, contact, regel, *in_), weg)
    assert "contact.uitkomst" in staat and "gebeurd.logboek_geschreven" in staat
    assert "contact.uitkomst" not in weg_ and "gebeurd.logboek_geschreven" not in weg_
    terug: tuple[Daad, ...] = (("regisseur", h.ZetContactTerug("c")), ("regisseur", h.ZetRegelTerug("r")))
    assert fold(gedaan(weg, GESTART, contact, regel, *in_, *terug), weg) == staat
    assert wie_mag(weg, h.ZetContactTerug("c"), GESTART, contact, *in_) == {"regisseur"}
    assert wie_mag(weg, h.TrekRegelIn("r", "collega"), GESTART, regel) == {"regisseur", "collega"}
