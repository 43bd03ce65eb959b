"""docs/woordenlijst.md holds every table and every noun, and nothing that is no more."""

import ast
import re
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path

from django.apps import apps

import samenspel
from samenspel.kern.werkwijze import model
from samenspel.kern.werkwijze.basis import Basisfase, Basisstap

LIJST = (Path(__file__).parents[2] / "docs" / "woordenlijst.md").read_text(encoding="utf-8")
BRON = Path(samenspel.__file__).parent


def deel(kop: str) -> str:
    """The text under a heading."""
    return LIJST.split(f"\n## {kop}\n")[1].split("\n## ")[0]


def begrippen(tekst: str) -> list[str]:
    """Entries with a name of the code."""
    return re.findall(r"^- \*\*([A-Z]\w*)\*\*: ", tekst, re.MULTILINE)


def sleutels(tekst: str) -> list[str]:
    """Entries with a key or code."""
    return re.findall(r"^- \*\*`(\w+)`\*\*: ", tekst, re.MULTILINE)


def tabellen() -> set[str]:
    eigen = (a for a in apps.get_app_configs() if a.name.startswith("samenspel."))
    return {m.__name__ for a in eigen for m in a.get_models()}


def naamwoorden() -> set[str]:
    eigen = {n: k for n, k in vars(model).items() if isinstance(k, type) and k.__module__ == model.__name__}
    return {naam for naam, klasse in eigen.items() if is_dataclass(klasse) or issubclass(klasse, Enum)}


def namen_in_de_code() -> set[str]:
    """Every class, and every name for a type."""
    namen: set[str] = set()
    for bestand in BRON.rglob("*.py"):
        for knoop in ast.walk(ast.parse(bestand.read_text(encoding="utf-8"))):
            if isinstance(knoop, ast.ClassDef):
                namen.add(knoop.name)
            elif isinstance(knoop, ast.AnnAssign) and isinstance(knoop.target, ast.Name):
                namen.add(knoop.target.id)
    return namen


def test_every_table_stands_in_the_list() -> None:
    assert tabellen() - set(begrippen(LIJST)) == set()


def test_every_noun_of_a_werkwijze_stands_in_the_list() -> None:
    assert naamwoorden() - set(begrippen(LIJST)) == set()


def test_there_are_thirteen_nouns() -> None:
    assert len(begrippen(deel("De dertien zelfstandige naamwoorden"))) == 13


def test_the_keys_at_the_top_of_a_werkwijze_are_those_of_the_list() -> None:
    top = [f.name for f in fields(model.Werkwijze) if not f.metadata.get("intern")]
    assert sleutels(deel("Sleutels bovenaan een werkwijze")) == top


def test_the_base_places_and_steps_are_those_of_the_list() -> None:
    basis = {e.value for e in (*Basisfase, *Basisstap)}
    assert set(sleutels(deel("Plekken en stappen die elke werkwijze heeft"))) == basis


def test_no_entry_names_what_is_no_more() -> None:
    assert set(begrippen(LIJST)) - namen_in_de_code() == set()


def test_one_concept_is_one_entry() -> None:
    namen = [*begrippen(LIJST), *sleutels(LIJST)]
    assert sorted(namen) == sorted(set(namen))


def test_every_line_with_a_bold_word_is_an_entry() -> None:
    vet = [regel for regel in LIJST.splitlines() if regel.startswith("- **")]
    assert len(vet) == len(begrippen(LIJST)) + len(sleutels(LIJST))
