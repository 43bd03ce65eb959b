"""What docs say is on the screen is on the screen; links lead somewhere; lines can be reviewed; commands exist."""

import re
from pathlib import Path

import pytest

from plaatje import SCHERM
from samenspel.cli import main

WORTEL = Path(__file__).parents[2]
HANDLEIDING = sorted((WORTEL / "docs" / "handleiding").glob("*.md"))
TEKSTEN = sorted([*(WORTEL / "docs").rglob("*.md"), WORTEL / "README.md", WORTEL / "CHANGELOG.md"])


def naam(bestand: Path) -> str:
    return str(bestand.relative_to(WORTEL))


def labels(tekst: str) -> list[str]:
    """Words in bold: those are on the screen."""
    return re.findall(r"\*\*([^*]+)\*\*", tekst)


@pytest.mark.parametrize("bestand", [b for b in HANDLEIDING if b.name != "mijn-plan.md"], ids=naam)
def test_labels_of_the_handleiding_are_on_the_screen(bestand: Path) -> None:
    tekst = " ".join(bestand.read_text(encoding="utf-8").split())
    assert [label for label in labels(tekst) if label.lower() not in SCHERM.lower()] == []


def test_a_label_that_is_nowhere_is_found() -> None:
    assert [label for label in labels("Kies **Toverknop** of **Overnemen**.") if label not in SCHERM] == ["Toverknop"]


@pytest.mark.parametrize("bestand", TEKSTEN, ids=naam)
def test_links_lead_to_a_file(bestand: Path) -> None:
    gelinkt = re.findall(r"(?<!!)\[[^\]]*\]\(([^)#]+)(?:#[^)]*)?\)", bestand.read_text(encoding="utf-8"))
    eigen = [link for link in gelinkt if not re.match(r"https?:", link)]
    assert [link for link in eigen if not (bestand.parent / link).exists()] == []


PLAATJE = re.compile(r"!\[[^\]]+\]\(([^)]+)\)")
"""A picture with words that tell what is on it."""


def test_every_picture_is_there_and_is_shown_somewhere() -> None:
    getoond = {
        (bestand.parent / beeld).resolve()
        for bestand in TEKSTEN
        for beeld in PLAATJE.findall(bestand.read_text(encoding="utf-8"))
    }
    assert getoond == set((WORTEL / "docs" / "beeld").glob("*.png"))


def test_every_picture_is_made_by_a_test() -> None:
    gemaakt = {
        naam
        for bestand in (WORTEL / "tests" / "e2e").glob("*.py")
        for naam in re.findall(r"""plaatje\([^()]+, "([a-z0-9-]+)"\)""", bestand.read_text(encoding="utf-8"))
    }
    assert gemaakt == {beeld.stem for beeld in (WORTEL / "docs" / "beeld").glob("*.png")}


def test_every_picture_still_says_what_the_program_says() -> None:
    beelden = sorted((WORTEL / "docs" / "beeld").glob("*.png"))
    opschriften = {beeld.stem: beeld.with_suffix(".txt").read_text(encoding="utf-8").splitlines() for beeld in beelden}
    assert [naam for naam, regels in opschriften.items() if not regels] == []
    oud = {naam: weg for naam, regels in opschriften.items() if (weg := [r for r in regels if r not in SCHERM])}
    assert oud == {}, "vernieuw de plaatjes met: make beeld"


@pytest.mark.parametrize("bestand", TEKSTEN, ids=naam)
def test_lines_can_be_reviewed(bestand: Path) -> None:
    lang = [n for n, regel in enumerate(bestand.read_text(encoding="utf-8").splitlines(), 1) if len(regel) > 200]
    assert lang == []


def test_commands_in_the_docs_exist(capsys: pytest.CaptureFixture[str]) -> None:
    genoemd = {
        opdracht
        for bestand in TEKSTEN
        for opdracht in re.findall(r"`(?:\.venv/bin/)?samenspel ([a-z-]+)", bestand.read_text(encoding="utf-8"))
    }
    for opdracht in sorted(genoemd):
        with pytest.raises(SystemExit) as klaar:
            main([opdracht, "--help"])
        assert klaar.value.code == 0, opdracht
