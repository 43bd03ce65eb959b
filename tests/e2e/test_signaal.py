"""A concern told at the counter reaches a household: Kees records it, Nazan takes it over and begins the dossier."""

import re

import pytest
from playwright.sync_api import expect

from browserhulp import Instappen, volg, zonder_axe_fouten
from plaatje import plaatje

pytestmark = pytest.mark.browser


def test_from_the_counter_to_a_household(als: Instappen) -> None:
    kees = als("Kees", 390)
    volg(kees.get_by_role("link", name="Signaal vastleggen").first)
    kees.get_by_label("Wat is de zorg?").fill("Hij zit al een week zonder stroom.")
    kees.get_by_label("Over wie gaat het?").fill("Bertus Zandstraal")
    kees.get_by_label("Iemand uit de buurt").check()
    kees.get_by_label("Naam van wie het vertelde").fill("Buurman Henk")
    kees.get_by_label("Aan de balie").check()
    zonder_axe_fouten(kees)
    plaatje(kees, "signaal-vastleggen")
    volg(kees.get_by_role("button", name="Signaal vastleggen"))
    expect(kees.locator("main")).to_contain_text("Hij zit al een week zonder stroom.")
    zonder_axe_fouten(kees)
    volg(kees.get_by_role("link", name="Doorgeven"))
    kees.get_by_label("Wie vraagt u?").select_option(label="Nazan Aydin")
    volg(kees.get_by_role("button", name="Vragen om over te nemen"))
    expect(kees.locator("main")).to_contain_text("Wacht op Nazan Aydin")
    plaatje(kees, "signaal-wacht")

    nazan = als("Nazan")
    volg(nazan.get_by_role("link", name="Bertus Zandstraal").first)
    expect(nazan.locator("main")).to_contain_text("Buurman Henk")
    zonder_axe_fouten(nazan)
    volg(nazan.get_by_role("button", name="Overnemen", exact=True))
    volg(nazan.get_by_role("link", name=re.compile("Kennen wij dit huishouden")))
    volg(nazan.locator("main").get_by_role("button", name="Zoeken"))
    zonder_axe_fouten(nazan)
    volg(nazan.get_by_role("link", name="nieuw huishouden"))
    expect(nazan.get_by_label("Achternaam")).to_have_value("Zandstraal")
    volg(nazan.get_by_role("button", name="Dossier beginnen"))
    expect(nazan.locator("main")).to_contain_text("Signaal in het dossier gelegd")

    volg(kees.get_by_role("link", name="Signalen").last)
    expect(kees.locator("main")).to_contain_text("Nazan Aydin nam het over")
    expect(kees.locator("main")).not_to_contain_text("Zandstraal")
