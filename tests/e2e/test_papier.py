"""On paper stands what is read: no menu, buttons or forms; dark on white, no wider than a sheet; a number stays."""

import re

import pytest
from playwright.sync_api import expect

from browserhulp import Instappen, open_dossier, volg

pytestmark = pytest.mark.browser

A4 = 794
"""Pixels across, at 96 to the inch."""
LOS = """() => {
  const ziet = e => e.checkVisibility() && e.getClientRects().length && getComputedStyle(e).visibility !== 'hidden';
  const knop = '.utrecht-button-link:not([href^="tel:"]), summary.utrecht-button';
  const kan = `nav, button, input:not([type=hidden]), select, textarea, ${knop}`;
  return [...document.querySelectorAll(kan)].filter(ziet).map(e => e.outerHTML.slice(0, 120));
}"""
LICHT = """() => {
  const helder = kleur => (kleur.match(/[\\d.]+/g) || []).slice(0, 3).reduce((s, c) => s + +c, 0) / 3;
  const eigen = e => [...e.childNodes].some(k => k.nodeType === 3 && k.textContent.trim());
  return [...document.querySelectorAll('main h1, main h2, main p, main li, main td, main th')]
    .filter(e => e.checkVisibility() && eigen(e) && helder(getComputedStyle(e).color) > 140)
    .map(e => e.outerHTML.slice(0, 120));
}"""


@pytest.mark.parametrize(
    ("wie", "waar"),
    [
        ("Nazan", ""),
        ("Nazan", "/plan"),
        ("Nazan", "/netwerk"),
        ("Nazan", "/historie"),
        ("Thijs", "/overleggen"),
        ("Thijs", "stukken"),
        ("Daan Verweij", "/beeld"),
        ("Farid", "/budgetten"),
        ("Henk", "/toezicht"),
        ("Sanne", "mijn plan"),
    ],
)
def test_a_page_prints(als: Instappen, wie: str, waar: str) -> None:
    pagina = als(wie)
    if wie == "Nazan":
        open_dossier(pagina, "Gezin Verhoef")
        if waar:
            pagina.goto(pagina.url + waar)
    elif waar == "stukken":
        pagina.goto("/overleggen")
        volg(pagina.locator("main a[href^='/agendapunten/']").first)
    elif waar.startswith("/"):
        pagina.goto(waar)
    expect(pagina.get_by_role("heading", level=1)).to_be_visible()
    pagina.set_viewport_size({"width": A4, "height": 1123})
    pagina.emulate_media(media="print")
    assert pagina.evaluate(LOS) == []
    assert pagina.evaluate(LICHT) == []
    wit = pagina.evaluate("getComputedStyle(document.body).backgroundColor")
    assert re.fullmatch(r"rgba\(0, 0, 0, 0\)|rgb\(255, 255, 255\)", wit), wit
    assert pagina.evaluate("document.documentElement.scrollWidth") <= A4
