"""Every page of every persona, at three widths: axe finds nothing, nothing scrolls sideways, no link is dead."""

import re
from urllib.parse import urlparse

import pytest

from browserhulp import BREEDTEN, Instappen, volg, zonder_axe_fouten

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

MENSEN = (
    *("Nazan", "Roos", "Thijs", "Mila", "Farid", "Joris", "Anne Timmers", "Sanne", "Ruud", "Bo Visser", "Kees"),
    *("Marit", "Daan Verweij", "Fatma", "Henk"),
)
GENOEG = 45
NIET_VOLGEN = re.compile(r"^(tel:|mailto:|#)|\.(pdf|csv)($|\?)|/static/")


def soort(pad: str) -> str:
    """An address without its ids: one page of each kind is enough."""
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "*", pad)


@pytest.mark.parametrize("naam", MENSEN)
def test_every_link_leads_to_a_good_page(als: Instappen, naam: str) -> None:
    pagina = als(naam)
    te_gaan = [urlparse(pagina.url).path]
    gezien: set[str] = set()
    while te_gaan and len(gezien) < GENOEG:
        pad = te_gaan.pop(0)
        if soort(pad) in gezien:
            continue
        gezien.add(soort(pad))
        antwoord = pagina.goto(pad)
        assert antwoord is not None and antwoord.status == 200, (naam, pad, antwoord and antwoord.status)
        zonder_axe_fouten(pagina)
        for link in pagina.locator("a[href]").all():
            href = link.get_attribute("href") or ""
            if not NIET_VOLGEN.search(href):
                te_gaan.append(urlparse(href).path or urlparse(pagina.url).path)
    assert len(gezien) >= 2


@pytest.mark.parametrize("breedte", list(BREEDTEN.values()), ids=list(BREEDTEN))
@pytest.mark.parametrize("naam", ["Nazan", "Thijs", "Sanne"])
def test_pages_fit_their_width(als: Instappen, naam: str, breedte: int) -> None:
    pagina = als(naam, breedte)
    eerste = pagina.locator("main a[href^='/casussen/']").first
    if eerste.count():
        volg(eerste)
    zonder_axe_fouten(pagina)
