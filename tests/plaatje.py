"""The pictures of the handleiding are made by the tests that walk what it tells, so that they stay true.

`make beeld` renews the files in docs/beeld; an ordinary run makes each picture too and asks that its file is there.
"""

import os
from pathlib import Path

from playwright.sync_api import Page

__all__ = ["BEELD", "plaatje"]

BEELD = Path(__file__).parents[1] / "docs" / "beeld"
VERNIEUWT = os.environ.get("BEELD_MAKEN") == "1"
HOOGST = 1200


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
    assert bestand.is_file(), f"docs/beeld/{naam}.png ontbreekt; maak het met: make beeld"
