"""What must hold for every definition: planted mistakes are refused at their line, names don't matter, no crash."""

import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generatief.werkwijzen import Gemaakt, Kaart, gemaakt, goede_werkwijzen, keur, ruwe_werkwijzen
from generatief.yaml_tekst import Kaal
from samenspel.kern.werkwijze import model
from samenspel.kern.werkwijze.controle import lees_en_controleer

VLOT = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


def test_at_least_three_in_ten_generated_definitions_are_accepted_and_together_they_use_every_key() -> None:
    goed: list[bool] = []
    sleutels: set[str] = set()

    @settings(max_examples=100, deadline=None, database=None)
    @given(ruwe_werkwijzen())
    def maak(g: Gemaakt) -> None:
        goed.append(keur(g.tekst)[0] is not None)
        sleutels.update(_sleutels(g.ruw))

    maak()
    assert sum(goed) >= 0.3 * len(goed)
    nooit = {"waarden"}  # a fact with a fixed value has no choices; the checker refuses it
    assert _sleutels_van_het_model(model.Werkwijze) - nooit - sleutels == set()


def _sleutels(ruw: object) -> Iterator[str]:
    delen = ruw.values() if isinstance(ruw, dict) else ruw if isinstance(ruw, list) else ()
    yield from ruw if isinstance(ruw, dict) else ()
    for deel in delen:
        yield from _sleutels(deel)


def _sleutels_van_het_model(_: type) -> set[str]:
    nouns = [k for k in vars(model).values() if isinstance(k, type) and is_dataclass(k)]
    eigen = [k for k in nouns if k.__module__ == model.__name__]
    return {f.name for k in eigen for f in fields(k) if not f.metadata.get("intern")}


Planten = Callable[[Kaart], tuple[str | int, ...]]


def _zet(*plek: str | int, waarde: object) -> Planten:
    def plant(ruw: Kaart) -> tuple[str | int, ...]:
        deel: Any = ruw
        for sleutel in plek[:-1]:
            deel = deel[sleutel]
        deel[plek[-1]] = waarde
        return plek

    return plant


def _voorwaarde(als: str) -> Planten:
    def plant(ruw: Kaart) -> tuple[str | int, ...]:
        lijst = ruw["stappen"][0].setdefault("alle_van", [])
        lijst.append({"als": als, "uitleg": "Geplant."})
        return ("stappen", 0, "alle_van", len(lijst) - 1, "als")

    return plant


def _fase(naar: bool, van: bool, als: str | None = None) -> Planten:
    def plant(ruw: Kaart) -> tuple[str | int, ...]:
        begin, wie = ruw["fasen"][0]["fase"], ruw["stappen"][0]["door"]
        ruw["fasen"].append({"fase": "geplant", "naam": "Geplant", "voor_inwoner": "Geplant"})
        if naar:
            ruw["stappen"].append({"stap": "erheen", "naam": "Heen", "van": begin, "naar": "geplant", "door": wie})
        if van:
            stap = {"stap": "eruit", "naam": "Weg", "van": "geplant", "naar": begin, "door": wie}
            voorwaarden = {"alle_van": [{"als": als, "uitleg": "Geplant."}]} if als else {}
            ruw["stappen"].append(stap | voorwaarden)
        if als:
            return ("stappen", len(ruw["stappen"]) - 1, "alle_van", 0, "als")
        return ("fasen", len(ruw["fasen"]) - 1)

    return plant


def _erbij(lijst: str, **noun: object) -> Planten:
    def plant(ruw: Kaart) -> tuple[str | int, ...]:
        ruw[lijst].append(noun)
        return (lijst, len(ruw[lijst]) - 1)

    return plant


def _dubbel(lijst: str, sleutel: str) -> Planten:
    def plant(ruw: Kaart) -> tuple[str | int, ...]:
        ruw[lijst].append(copy.deepcopy(ruw[lijst][0]))
        return (lijst, len(ruw[lijst]) - 1, sleutel)

    return plant


def _grens_tweemaal(ruw: Kaart) -> tuple[str | int, ...]:
    for stap in ruw["stappen"][:2]:
        stap.setdefault("alle_van", []).append({"als": "contact.aantal > 77777", "uitleg": "Geplant."})
    return ("stappen", 1, "alle_van", len(ruw["stappen"][1]["alle_van"]) - 1, "als")


def _plafond_nog_eens(ruw: Kaart) -> tuple[str | int, ...]:
    ruw["budgetten"][0]["plafond"] = "77777 euro"
    ruw["feiten"].append({"feit": "grens.geplant", "naam": "Geplant", "soort": "bedrag", "bedrag": "77777 euro"})
    return ("feiten", len(ruw["feiten"]) - 1, "bedrag")


def _lening(**sleutels: object) -> Planten:
    def plant(ruw: Kaart) -> tuple[str | int, ...]:
        ruw["budgetten"][0] |= {"vormen": ["lening"], "lening": sleutels}
        diep = sleutels.get("kwijtschelding_procent") is not None
        return ("budgetten", 0, "lening", "kwijtschelding_als", *((0, "als") if diep else ()))

    return plant


def _alleen_als(als: str) -> Planten:
    def plant(ruw: Kaart) -> tuple[str | int, ...]:
        termijn = ruw["termijnen"][0]
        termijn["alleen_als"] = {"als": als.format(termijn["termijn"]), "uitleg": "Geplant."}
        return ("termijnen", 0, "alleen_als", "als")

    return plant


_KWIJT_ALS = [{"als": "contact.uitkmost == 'opgelost'", "uitleg": "Geplant."}]

FOUTEN: dict[str, tuple[Planten, str]] = {
    "onbekende sleutel": (_zet("rollen", 0, "houderr", waarde="per_casus"), "bedoelt u 'houder'?"),
    "verkeerd soort waarde": (_zet("rollen", 0, "regie", waarde="misschien"), "schrijf ja of nee"),
    "getal als tekst": (_zet("naam", waarde=Kaal(12)), "aanhalingstekens"),
    "lijst waar een waarde hoort": (_zet("stappen", 0, "naar", waarde=[["a"]]), "hier hoort één waarde"),
    "euro's als duur": (_zet("termijnen", 0, "duur", waarde="6 euro"), "tijdseenheid"),
    "weken als bedrag": (_zet("budgetten", 0, "plafond", waarde="6 weken"), "bedrag in euro's"),
    "onbekende fase in een stap": (_zet("stappen", 0, "naar", waarde="nergens"), "de fase 'nergens' bestaat niet"),
    "onbereikbare fase": (_fase(naar=False, van=True), "niet te bereiken"),
    "fase zonder uitweg": (_fase(naar=True, van=False), "geen eigen stap"),
    "uitweg die niemand kan openen": (_fase(True, True, "nu - gebeurd.stap_gezet > 77777"), "komt niemand weg"),
    "rol die niemand kan hebben": (
        _erbij("rollen", rol="geest", naam="Geest", houder="per_overleg"),
        "niemand kan 'geest' worden",
    ),
    "begin zonder team": (_zet("rollen", 2, "begint", waarde=True), "kies houder: per_team"),
    "bewoner die rollen geeft": (_zet("rollen", 2, "wijst_toe", waarde=True), "wijst niemand toe"),
    "geld dat meteen terugkomt": (_zet("budgetten", 0, "per", waarde="zelfde_dag"), "zoals '1 maand'"),
    "onbekende rol": (_zet("stappen", 0, "door", waarde="geest"), "de rol 'geest' bestaat niet"),
    "verschreven feit": (_voorwaarde("contact.uitkmost == 'opgelost'"), "bedoelt u 'contact.uitkomst'?"),
    "euro's met dagen": (_voorwaarde("aanvraag.bedrag > nu - gebeurd.stap_gezet"), "niet te vergelijken"),
    "termijn zonder begin": (_zet("termijnen", 0, "vanaf", waarde="contact.aantal"), "is geen datum"),
    "termijn die van een termijn afhangt": (_alleen_als("!termijn.{}.verlopen"), "niet van een termijn afhangen"),
    "verschreven feit bij een termijn": (_alleen_als("formulier.geplantt == true"), "bestaat niet"),
    "meetmoment zonder dag": (_zet("meetmomenten", 0, "tot", waarde="contact.aantal"), "is geen datum"),
    "vraag die Samenspel al bijhoudt": (
        _zet("formulieren", 0, "velden", 0, "veld", waarde="ingevuld_op"),
        "houdt Samenspel zelf bij",
    ),
    "grens tweemaal": (_grens_tweemaal, "schrijf haar één keer"),
    "bedrag tweemaal": (_plafond_nog_eens, "dit bedrag staat al bij"),
    "dubbele code": (_dubbel("fasen", "fase"), "staat ook al op regel"),
    "woord van de basis": (_zet("fasen", 0, "fase", waarde="waakvlam"), "bestaat al voor elke werkwijze"),
    "geen code": (_zet("stappen", 0, "stap", waarde="Naar Tafel"), "kan geen code zijn"),
    "onbekend formulier": (_zet("fasen", 0, "vraagt", waarde=["nergens"]), "bestaat niet"),
    "verschreven feit bij kwijtschelding": (
        _lening(kwijtschelding_procent=50, kwijtschelding_als=_KWIJT_ALS),
        "bedoelt u 'contact.uitkomst'?",
    ),
    "voorwaarde zonder kwijtschelding": (
        _lening(kwijtschelding_als=[{"als": "contact.uitkomst == 'opgelost'", "uitleg": "Geplant."}]),
        "wordt niets kwijtgescholden",
    ),
    "onbekend schema": (_zet("schema", waarde=2), "leest schema: 1"),
}


@pytest.mark.parametrize("naam", FOUTEN)
def test_each_planted_mistake_is_refused_at_its_line(naam: str) -> None:
    planten, melding = FOUTEN[naam]

    @VLOT
    @given(goede_werkwijzen())
    def plant(g: Gemaakt) -> None:
        ruw = copy.deepcopy(g.ruw)
        plek = planten(ruw)
        fout = gemaakt(ruw)
        werkwijze, fouten = lees_en_controleer(fout.tekst, "fout.yaml")
        assert werkwijze is None
        assert [f for f in fouten if f.regel in _regels(fout, plek) and melding in f.melding], fouten

    plant()


def _regels(g: Gemaakt, plek: tuple[str | int, ...]) -> set[int]:
    """The line of the place; for a list item also that of its first key."""
    regel = g.regels[plek]
    return {regel, regel + 1} if isinstance(plek[-1], int) or isinstance(_deel(g.ruw, plek), list) else {regel}


def _deel(ruw: Kaart, plek: tuple[str | int, ...]) -> object:
    deel: Any = ruw
    for sleutel in plek:
        deel = deel[sleutel]
    return deel


@VLOT
@given(ruwe_werkwijzen())
def test_other_codes_give_the_same_verdict_at_the_same_lines(g: Gemaakt) -> None:
    anders = hernoem(g.tekst)
    assert anders != g.tekst
    eerst, dan = keur(g.tekst)[1], lees_en_controleer(anders, "gemaakt.yaml")[1]
    assert [(f.regel, hernoem(f.sleutel)) for f in eerst] == [(f.regel, f.sleutel) for f in dan]


def hernoem(tekst: str) -> str:
    """Every code of a generated definition gets another name; they all end in x and a number."""
    return re.sub(r"\b(stukken_|verslag_|bon_navragen_|bon_)?[a-z_]+_x(\d+)\b", r"\1heel_anders_\2", tekst)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80) | st.text(alphabet="-:{}[]'\"&*!|>%@,# \n\t?~ab1", max_size=60))
def test_no_text_makes_the_reader_stumble(tekst: str) -> None:
    werkwijze, fouten = lees_en_controleer(tekst, "x.yaml")
    assert werkwijze is None
    assert fouten


@settings(max_examples=60, deadline=None)
@given(ruwe_werkwijzen(), st.data())
def test_no_damaged_definition_makes_the_reader_stumble(g: Gemaakt, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(g.tekst)))
    eind = data.draw(st.integers(begin, min(begin + 30, len(g.tekst))))
    lees_en_controleer(g.tekst[:begin] + data.draw(st.text(max_size=6)) + g.tekst[eind:], "x.yaml")
