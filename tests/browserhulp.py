"""What browser tests share beside their fixtures."""

from collections.abc import Callable

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

BREEDTEN = {"telefoon": 390, "tablet": 820, "scherm": 1440}
Instappen = Callable[..., Page]


def volg(plek: Locator) -> None:
    """Click what leads to another page, and be there: a click by itself doesn't wait for the page it asks for."""
    with plek.page.expect_navigation():
        plek.click()


def zonder_axe_fouten(pagina: Page) -> None:
    """WCAG 2.2 AA as far as axe sees it, and nothing that scrolls sideways."""
    uitkomst = Axe().run(
        pagina, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    fouten = [(v["id"], [n["html"][:160] for n in v["nodes"]][:3]) for v in uitkomst.response["violations"]]
    assert fouten == [], pagina.url
    _past(pagina)


def past_op_elk_scherm(pagina: Page) -> None:
    """Nothing scrolls sideways on a phone, a tablet and a desktop; the window keeps the width it had."""
    had = pagina.viewport_size
    assert had is not None
    for breedte in BREEDTEN.values():
        pagina.set_viewport_size({"width": breedte, "height": had["height"]})
        _past(pagina)
    pagina.set_viewport_size(had)


def _past(pagina: Page) -> None:
    breder = pagina.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert breder <= 0, f"{pagina.url} loopt opzij weg op {pagina.viewport_size}"
