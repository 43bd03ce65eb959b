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
    breder = pagina.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert breder <= 0, f"{pagina.url} loopt opzij weg"
