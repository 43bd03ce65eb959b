"""Looking a household up in the browser: a typo leads to it, and only what isn't there is made."""

import re

import pytest
from playwright.sync_api import expect

from browserhulp import Instappen, volg, zonder_axe_fouten
from plaatje import plaatje

pytestmark = pytest.mark.browser


def test_a_typo_leads_to_the_household_and_otherwise_to_a_new_one(als: Instappen) -> None:
    pagina = als("Nazan", 390)

    def zoek(tekst: str) -> None:
        pagina.goto("/zoeken")
        pagina.get_by_label("Naam, adres, geboortedatum").fill(tekst)
        volg(pagina.locator("main").get_by_role("button", name="Zoeken"))

    zoek("jilmaz ivoordreef 12-3-1991")
    expect(pagina.get_by_role("heading", name="1 gevonden")).to_be_visible()
    zonder_axe_fouten(pagina)
    volg(pagina.get_by_role("link", name="Huishouden Yılmaz"))
    volg(pagina.get_by_role("link", name="Relaties, gezag en gegevens"))
    expect(pagina.get_by_text("Emine is partner van Murat").first).to_be_visible()
    expect(pagina.get_by_text("Nog niet geboren, verwacht op").first).to_be_visible()
    zonder_axe_fouten(pagina)
    zoek("amsterdamsestraatweg 900")
    expect(pagina.get_by_text("Er is al een regisseur, vraag contact")).to_be_visible()
    expect(pagina.get_by_text("Joris Prins")).to_be_visible()
    zoek("qvistgaard")
    volg(pagina.get_by_role("link", name=re.compile("ieuw huishouden")))
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Nieuw huishouden")


def test_a_dossier_is_found_by_a_name_as_it_sounds(als: Instappen) -> None:
    pagina = als("Nazan")
    pagina.goto("/zoeken")
    pagina.get_by_label("Naam, adres, geboortedatum").fill("verhoof")
    volg(pagina.locator("main").get_by_role("button", name="Zoeken"))
    volg(pagina.get_by_role("link", name="Gezin Verhoef"))
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Gezin Verhoef")
    plaatje(pagina, "stand")
