"""Doubles become one and are taken apart again: a person who is there twice, and a household with two dossiers."""

import re

import pytest
from playwright.sync_api import Page, expect

from browserhulp import Instappen, begin_dossier, volg, vul_en_verstuur, zonder_axe_fouten

pytestmark = pytest.mark.browser
TABLET = 820


def test_a_person_and_a_household_that_are_there_twice(als: Instappen) -> None:
    nazan = als("Nazan", TABLET)
    eerste = begin_dossier(nazan, "Zonderland")
    nummer = _nummer(nazan, eerste)
    _twee_keer_dezelfde(nazan, eerste)

    dossier = begin_dossier(nazan, "Zonderland")
    nazan.goto(dossier)
    _kies_uit_menu(nazan, "Dit huishouden staat er dubbel in")
    vul_en_verstuur(nazan, {"Casusnummer van het andere dossier": nummer})
    zonder_axe_fouten(nazan)
    vul_en_verstuur(nazan, {}, nummer)
    _neem_uit_elkaar(nazan)
    nazan.goto(dossier)
    expect(nazan.locator("h1")).to_contain_text("Zonderland")


def _nummer(pagina: Page, dossier: str) -> str:
    pagina.goto(dossier)
    gevonden = re.search(r"casusnummer (\d{4}-\d+)", pagina.locator("main").inner_text())
    assert gevonden is not None
    return gevonden[1]


def _twee_keer_dezelfde(pagina: Page, dossier: str) -> None:
    """Who is added again is asked about at once; the namesake stands first."""
    pagina.goto(dossier)
    volg(pagina.get_by_role("link", name="Iemand toevoegen"))
    vul_en_verstuur(pagina, {"Voornaam": "Stijn", "Achternaam": "Zonderland", "Geboortedatum": "2011-09-30"})
    expect(pagina.locator("main")).to_contain_text("Is het dezelfde persoon?")
    zonder_axe_fouten(pagina)
    vul_en_verstuur(pagina, {}, "1. Stijn Zonderland")
    _neem_uit_elkaar(pagina)


def _kies_uit_menu(pagina: Page, naam: str) -> None:
    """In a menu that is folded, the last of that name."""
    link = pagina.get_by_role("link", name=naam, include_hidden=True).last
    link.locator("xpath=ancestor::details").last.locator("summary").click()
    volg(link)


def _neem_uit_elkaar(pagina: Page) -> None:
    expect(pagina.locator("h1")).to_have_text("Samengevoegd")
    zonder_axe_fouten(pagina)
    volg(pagina.get_by_role("button", name="Ongedaan maken"))
    expect(pagina.locator("h1")).to_have_text("Weer uit elkaar")
