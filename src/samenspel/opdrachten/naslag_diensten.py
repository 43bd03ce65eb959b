"""Which events the services write themselves, read from the calls in their source.

A service adds a line by a function named `leg_…_vast`, with the kind (`soort`) and the facts (`gegevens`) written out,
or by a small one of its own with that name, which then has the facts. A row of a dossier names its kinds of event and
its facts in its `Rijsoort`.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import samenspel

__all__ = ["soorten_in", "soorten_van_diensten"]

_SCHRIJVER = re.compile(r"_?leg_(\w+_)?vast")
_RIJSOORTEN = ("Rijsoort", "Formulierrij")
Waarden = Mapping[str, ast.expr]


@cache
def soorten_van_diensten() -> dict[str, tuple[str, ...]]:
    """Kind of event and the keys of its facts, of every call in the package that names its kind."""
    gevonden: dict[str, tuple[str, ...]] = {}
    for bestand in sorted(Path(samenspel.__file__).parent.rglob("*.py")):
        for soort, sleutels in soorten_in(bestand.read_text(encoding="utf-8")):
            gevonden[soort] = tuple(dict.fromkeys((*gevonden.get(soort, ()), *sleutels)))
    return gevonden


def soorten_in(broncode: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The same, of one module."""
    module = ast.parse(broncode)
    functies = [knoop for knoop in ast.walk(module) if isinstance(knoop, ast.FunctionDef)]
    eigen = {f.name: _gegevens(a, {}) for f in functies if _SCHRIJVER.fullmatch(f.name) for a in _aanroepen(f)}
    for functie in functies:
        waarden = {**_waarden(module.body), **_waarden(list(ast.walk(functie)))}
        for aanroep in _aanroepen(functie):
            soort = _soort(aanroep, waarden)
            if soort is not None:
                yield soort, _gegevens(aanroep, waarden) or eigen.get(_naam(aanroep.func), ())
    for knoop in ast.walk(module):
        if isinstance(knoop, ast.Call) and _naam(knoop.func) in _RIJSOORTEN:
            yield from _van_rijsoort({o.arg: o.value for o in knoop.keywords if o.arg is not None})


def _van_rijsoort(velden: Waarden) -> Iterator[tuple[str, tuple[str, ...]]]:
    feiten = velden.get("feiten")
    sleutels = _sleutels(feiten.body) if isinstance(feiten, ast.Lambda) else ()
    for naam in ("toegevoegd", "gewijzigd", "gestopt"):
        soort = velden.get(naam)
        if isinstance(soort, ast.Constant):
            yield str(soort.value), sleutels


def _aanroepen(functie: ast.FunctionDef) -> Iterator[ast.Call]:
    for knoop in ast.walk(functie):
        if isinstance(knoop, ast.Call) and _SCHRIJVER.fullmatch(_naam(knoop.func)):
            yield knoop


def _soort(aanroep: ast.Call, waarden: Waarden) -> str | None:
    genoemd = [o.value for o in aanroep.keywords if o.arg == "soort"]
    for knoop in genoemd or aanroep.args:
        gevolgd = _gevolgd(knoop, waarden)
        if isinstance(gevolgd, ast.Constant) and isinstance(gevolgd.value, str):
            return gevolgd.value
    return None


def _gegevens(aanroep: ast.Call, waarden: Waarden) -> tuple[str, ...]:
    genoemd = [o.value for o in aanroep.keywords if o.arg == "gegevens"]
    for knoop in genoemd or aanroep.args:
        if sleutels := _sleutels(_gevolgd(knoop, waarden)):
            return sleutels
    return ()


def _sleutels(knoop: ast.expr) -> tuple[str, ...]:
    return tuple(str(s.value) for s in knoop.keys if isinstance(s, ast.Constant)) if isinstance(knoop, ast.Dict) else ()


def _gevolgd(knoop: ast.expr, waarden: Waarden) -> ast.expr:
    return waarden.get(knoop.id, knoop) if isinstance(knoop, ast.Name) else knoop


def _waarden(knopen: list[ast.stmt] | list[ast.AST]) -> dict[str, ast.expr]:
    """What names are set to."""
    gevonden: dict[str, ast.expr] = {}
    for knoop in knopen:
        if isinstance(knoop, ast.AnnAssign) and isinstance(knoop.target, ast.Name) and knoop.value is not None:
            gevonden[knoop.target.id] = knoop.value
        elif isinstance(knoop, ast.Assign):
            paren = _paren(knoop.targets[0], knoop.value)
            gevonden |= {naam.id: waarde for naam, waarde in paren if isinstance(naam, ast.Name)}
    return gevonden


def _paren(doel: ast.expr, waarde: ast.expr) -> list[tuple[ast.expr, ast.expr]]:
    """A name with its value, also where several are set at once."""
    if isinstance(doel, ast.Tuple) and isinstance(waarde, ast.Tuple):
        return list(zip(doel.elts, waarde.elts, strict=False))
    return [(doel, waarde)]


def _naam(functie: ast.expr) -> str:
    return functie.id if isinstance(functie, ast.Name) else functie.attr if isinstance(functie, ast.Attribute) else ""
