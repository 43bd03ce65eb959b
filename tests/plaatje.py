"""The pictures of the handleiding are made by the tests that walk what it tells, so that they stay true.

`make beeld` renews the files in docs/beeld: each picture, and beside it the words on it that the program fixes
(headings and buttons). An ordinary run makes each picture too and asks that its files are there; `tests/docs` asks
that those words are still what the program says.
"""

import os
import re
from pathlib import Path

from playwright.sync_api import Page

import samenspel

__all__ = ["BEELD", "BRON", "SCHERM", "plaatje"]

BRON = Path(samenspel.__file__).parent
BEELD = Path(__file__).parents[1] / "docs" / "beeld"
VERNIEUWT = os.environ.get("BEELD_MAKEN") == "1"
HOOGST = 1200
SCHERM = "\n".join(
    bestand.read_text(encoding="utf-8")
    for map_ in ("web", "inwoner", "kern/werkwijze", "werkwijzen")
    for soort in ("*.html", "*.py", "werkwijze.yaml")
    for bestand in sorted((BRON / map_).rglob(soort))
)
"""Where everything that the program itself says stands."""
OPSCHRIFTEN = "main :is(h1, h2, h3, button, .utrecht-button-link, summary, th[scope=col], label, legend)"
IN_BEELD = """(alles, hoogst) => alles
    .filter(e => e.checkVisibility() && e.getBoundingClientRect().bottom < hoogst)
    .map(e => e.innerText)"""


def plaatje(pagina: Page, naam: str) -> None:
    """The page as it is now, from the top and as wide as the window, as docs/beeld/<naam>.png."""
    breedte, hoogte = pagina.evaluate("[document.documentElement.clientWidth, document.documentElement.scrollHeight]")
    pagina.evaluate("window.scrollTo(0, 0)")
    foto = pagina.screenshot(
        full_page=True, clip={"x": 0, "y": 0, "width": breedte, "height": min(hoogte, HOOGST)}, animations="disabled"
    )
    bestand = BEELD / f"{naam}.png"
    if VERNIEUWT:
        bestand.write_bytes(foto)
        bestand.with_suffix(".txt").write_text("".join(f"{o}\n" for o in _opschriften(pagina)), encoding="utf-8")
    assert bestand.is_file(), f"docs/beeld/{naam}.png ontbreekt; maak het met: make beeld"


def _opschriften(pagina: Page) -> list[str]:
    gezien = pagina.eval_on_selector_all(OPSCHRIFTEN, IN_BEELD, HOOGST)
    regels = {re.sub(r"\s+", " ", tekst).strip() for tekst in gezien}
    return sorted(regel for regel in regels if len(regel) > 2 and regel in SCHERM)
