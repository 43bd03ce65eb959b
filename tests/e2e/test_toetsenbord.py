"""With the keyboard alone: log in, skip the menu, open a dossier, record a talk; and nothing typed is lost."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from browserhulp import Instappen, volg

pytestmark = pytest.mark.browser

GENOEG_TABS = 120


def tab_naar(pagina: Page, tekst: str) -> None:
    """Press Tab until what has the focus is called so."""
    for _ in range(GENOEG_TABS):
        pagina.keyboard.press("Tab")
        naam = pagina.evaluate(
            "() => { const e = document.activeElement; if (e === document.body || e.id === 'inhoud') return '';"
            " const l = e.labels && e.labels.length ? e.labels[0].innerText : '';"
            " return (l || e.innerText || e.getAttribute('aria-label') || e.value || '').trim(); }"
        )
        if re.search(tekst, naam):
            ziet = pagina.evaluate(
                "() => { const s = getComputedStyle(document.activeElement);"
                " const p = getComputedStyle(document.activeElement.parentElement);"
                " return s.outlineStyle !== 'none' || s.boxShadow !== 'none' || p.boxShadow !== 'none'; }"
            )
            assert ziet, f"de focus op '{naam}' is niet te zien"
            return
    pytest.fail(f"met Tab niet te bereiken: {tekst}")


def test_logging_in_and_recording_a_talk(browser: Browser, adres: str) -> None:
    venster = browser.new_context(viewport={"width": 1440, "height": 900}, base_url=adres, locale="nl-NL")
    pagina = venster.new_page()
    pagina.goto("/inloggen")
    tab_naar(pagina, "Gebruikersnaam")
    pagina.keyboard.type("nazan")
    tab_naar(pagina, "Wachtwoord")
    pagina.keyboard.type("samen-sta-je-sterk")
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(re.compile("mijn-werk"))

    pagina.keyboard.press("Tab")
    pagina.keyboard.press("Enter")  # the skip link
    tab_naar(pagina, "^Gezin Nguyen$")
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Gezin Nguyen")

    tab_naar(pagina, "Contact vastleggen")
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(re.compile("contact$"))
    tab_naar(pagina, "Met wie sprak u")
    pagina.keyboard.press("ArrowDown")
    tab_naar(pagina, "Gewoon gesproken|Opgelost|Niet opgelost|Wacht|Geen gehoor")
    pagina.keyboard.press("Space")
    tab_naar(pagina, "Wat is er gezegd")
    pagina.keyboard.type("De cursus kan ook in de ochtend.")
    tab_naar(pagina, "^Opslaan$")
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(re.compile("casussen/[0-9a-f-]+$"))
    expect(pagina.locator("main")).to_contain_text("Contact vastgelegd")
    venster.close()


def test_a_menu_opens_and_closes_by_keyboard(als: Instappen) -> None:
    pagina = als("Nazan")
    volg(pagina.locator("main a[href^='/casussen/']").first)
    tab_naar(pagina, "^Meer$")
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("link", name="Wie keek in dit dossier")).to_be_visible()
    pagina.keyboard.press("Escape")
    expect(pagina.get_by_role("link", name="Wie keek in dit dossier")).not_to_be_visible()


def test_a_draft_survives_a_closed_tab(als: Instappen) -> None:
    pagina = als("Nazan")
    volg(pagina.locator("main a[href^='/casussen/']").first)
    volg(pagina.get_by_role("link", name="+ Contact vastleggen"))
    adres = pagina.url
    pagina.get_by_label("Wat is er gezegd?").fill("Half af, en toch bewaard.")
    expect(pagina.locator("[data-concept-status]")).to_contain_text("Concept bewaard")
    ander = pagina.context.new_page()
    pagina.close()
    ander.goto(adres)
    expect(ander.get_by_label("Wat is er gezegd?")).to_have_value("Half af, en toch bewaard.")
