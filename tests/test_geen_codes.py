"""No code of any definition stands in the code: a way of working is data (ontwerp.md)."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import samenspel
from samenspel import werkwijzen
from samenspel.kern.werkwijze.basis import Basisfase, Basisstap
from samenspel.kern.werkwijze.lezer import lees_werkwijze
from samenspel.kern.werkwijze.model import Werkwijze

BRON = Path(samenspel.__file__).parent
SOORTEN = {".py", ".html", ".js", ".css"}
ELDERS = {"werkwijzen", "demo"}
BASISWOORDEN = {e.value for e in (*Basisfase, *Basisstap)}


def codes(w: Werkwijze) -> frozenset[str]:
    """Every code that a definition gives to something, but for the words that all definitions share."""
    gegeven = [
        w.werkwijze,
        *(f.fase for f in w.fasen),
        *(r.rol for r in w.rollen),
        *(s.stap for s in w.stappen),
        *(f.formulier for f in w.formulieren),
        *(v.veld for f in w.formulieren for v in f.velden),
        *(b.budget for b in w.budgetten),
        *(o.overleg for o in w.overleggen),
        *(u.uitkomst for o in w.overleggen for u in o.uitkomsten),
        *(v.controlevraag for v in w.controlevragen),
        *(t.termijn for t in w.termijnen),
        *(m.meetmoment for m in w.meetmomenten),
        *(g.grondslag for g in w.grondslagen),
        *(i.criterium for i in w.instroom),
        *(g.leefgebied for g in w.leefgebieden),
        *(f.feit for f in w.feiten),
    ]
    return frozenset(gegeven) - BASISWOORDEN


def vind(tekst: str, gezocht: Iterable[str]) -> list[tuple[int, str]]:
    """Lines (from 1) on which one of these words stands, not as part of a longer word or as a publisher of packages."""
    patroon = re.compile(rf"(?<![\w@-])(?:{'|'.join(map(re.escape, sorted(gezocht)))})(?![\w-])")
    regels = enumerate(tekst.splitlines(), 1)
    return [(nummer, woord) for nummer, regel in regels for woord in patroon.findall(regel)]


def bestanden() -> Iterator[Path]:
    for bestand in sorted(BRON.rglob("*")):
        if bestand.suffix in SOORTEN and bestand.relative_to(BRON).parts[0] not in ELDERS:
            yield bestand


def alle_codes() -> frozenset[str]:
    gelezen = (lees_werkwijze(werkwijzen.tekst(slug), slug)[0] for slug in werkwijzen.slugs())
    return frozenset().union(*(codes(w) for w in gelezen if w is not None))


def test_no_code_of_a_definition_stands_in_the_code() -> None:
    gezocht = alle_codes()
    gevonden = [
        f"{bestand.relative_to(BRON)}:{nummer}: {woord}"
        for bestand in bestanden()
        for nummer, woord in vind(bestand.read_text(encoding="utf-8"), gezocht)
    ]
    assert gevonden == []


def test_every_definition_gives_codes_to_look_for() -> None:
    for slug in werkwijzen.slugs():
        werkwijze, _ = lees_werkwijze(werkwijzen.tekst(slug), slug)
        assert werkwijze is not None
        assert slug in codes(werkwijze)
        assert {f.fase for f in werkwijze.fasen} <= codes(werkwijze)


def test_the_search_covers_code_pages_script_and_style() -> None:
    assert {b.suffix for b in bestanden()} == SOORTEN


@pytest.mark.parametrize(
    ("regel", "gevonden"),
    [
        ('if fase == "wijktafelbespreking":', ["wijktafelbespreking"]),
        ("{% if stap == 'naar_koploper' %}", ["naar_koploper"]),
        (".utrecht { color: red }", ["utrecht"]),
        ('pad = "overleg.wijktafel.uitkomst"', ["wijktafel"]),
        ('pad = "grens.risicofactoren"', ["grens.risicofactoren"]),
        (".utrecht-button { color: red }", []),
        ("import wijktafels", []),
        ('pad = "@utrecht/component-library-css"', []),
        ('stap = "terug"', []),
        ("# de Utrechtse ladder", []),
    ],
)
def test_a_planted_code_is_found_and_nothing_else(regel: str, gevonden: list[str]) -> None:
    assert vind(f"niets\n{regel}\n", alle_codes()) == [(2, woord) for woord in gevonden]
