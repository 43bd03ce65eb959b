"""Three residents of one household on their phones: each answers, ticks off and adds, and none reads another's."""

import re

import pytest
from playwright.sync_api import Page, expect

from browserhulp import Instappen, open_dossier, volg, zonder_axe_fouten
from plaatje import plaatje

pytestmark = pytest.mark.browser

HUISHOUDEN = "Gezin Bouali"
TELEFOON = 390
ALLEEN = {
    "Naima": ["De huur op tijd betalen", "De brief van de verhuurder meenemen"],
    "Rob": ["Kopie van mijn loonstrook opsturen", "zonder ruzie aan de deur"],
    "Younes": ["Een ochtend meelopen in de werkplaats", "niet iedereen over mij praat", "jeugdarts"],
}
"""What only this one reads."""


def _open_dossier(pagina: Page) -> None:
    open_dossier(pagina, HUISHOUDEN)


def _ziet_alleen_eigen(pagina: Page, wie: str) -> None:
    """On the plan, and on the page with everything that was written down."""
    plan = pagina.locator("main")
    for tekst in ALLEEN[wie]:
        expect(plan).to_contain_text(tekst)
    anders = [tekst for ander, teksten in ALLEEN.items() if ander != wie for tekst in teksten]
    for tekst in anders:
        expect(plan).not_to_contain_text(tekst)
    volg(pagina.get_by_role("link", name="Alles wat over mij is opgeschreven"))
    for tekst in anders:
        expect(plan).not_to_contain_text(tekst)
    pagina.go_back()


def _geef_antwoord(pagina: Page, antwoord: str, tekst: str = "") -> None:
    """Say what I think of what was agreed."""
    volg(pagina.get_by_role("link", name="Lees wat we afspraken"))
    zonder_axe_fouten(pagina)
    pagina.get_by_label(antwoord, exact=True).check()
    if tekst:
        pagina.get_by_label("Wat wilt u anders?").fill(tekst)
        plaatje(pagina, "plan-antwoord")
    volg(pagina.get_by_role("button", name="Opslaan"))


def _vink_af(pagina: Page, wat: str) -> None:
    knop = pagina.get_by_role("button", name=re.compile(f"Dit heb ik gedaan.*{wat}"))
    volg(knop)
    expect(knop).to_have_count(0)
    pagina.get_by_text("Wat al gedaan is").click()
    expect(pagina.locator("details[open]").filter(has_text=wat)).to_contain_text("door u")


def _zet_in_plan(pagina: Page, wat: str) -> None:
    volg(pagina.get_by_role("link", name="Ik wil iets toevoegen"))
    pagina.get_by_label("Wat gaat u doen?").fill(wat)
    volg(pagina.get_by_role("button", name="In mijn plan zetten"))
    expect(pagina.get_by_role("region", name="Wat ik zelf doe")).to_contain_text(wat)


def _niet_eens(pagina: Page, waarmee: str, tekst: str) -> None:
    volg(pagina.get_by_role("link", name=re.compile(f"Ik ben het hier niet mee eens.*{waarmee}")))
    pagina.get_by_label("Wat klopt er niet? Of wat wilt u anders?").fill(tekst)
    volg(pagina.get_by_role("button", name="Zo opslaan"))
    expect(pagina.locator("main")).to_contain_text(tekst)


def test_each_reads_and_answers_their_own_plan(als: Instappen) -> None:
    nazan = als("Nazan")
    _open_dossier(nazan)

    naima = als("Naima", TELEFOON)
    _ziet_alleen_eigen(naima, "Naima")
    zonder_axe_fouten(naima)
    plaatje(naima, "mijn-plan")
    _geef_antwoord(naima, "Nee", "Ik wil weten wie leerplicht belt.")
    expect(naima.locator("main")).to_contain_text("U bent het niet eens met het plan")
    _vink_af(naima, "De brief van de verhuurder meenemen")
    _zet_in_plan(naima, "Mijn zus vragen mee te gaan")
    _niet_eens(naima, "Met leerplicht bellen", "Ik wil er zelf bij zijn.")
    volg(naima.get_by_role("region", name="In mijn eigen woorden").get_by_role("link", name="Aanvullen"))
    naima.get_by_label("Wat ik kan").fill("Elke ochtend met hem meelopen, en zelf bellen.")
    volg(naima.locator("main form").get_by_role("button", name="Opslaan"))
    expect(naima.get_by_role("region", name="In mijn eigen woorden")).to_contain_text("en zelf bellen")
    _lees_rechten(naima)

    rob = als("Rob", TELEFOON)
    _ziet_alleen_eigen(rob, "Rob")
    expect(rob.locator("main")).not_to_contain_text("Mijn zus vragen")
    _geef_antwoord(rob, "Ja")
    expect(rob.locator("main")).to_contain_text("U bent het eens met het plan")
    _vink_af(rob, "Kopie van mijn loonstrook opsturen")

    younes = als("Younes", TELEFOON)
    _ziet_alleen_eigen(younes, "Younes")
    for van_een_ouder in ("Mijn zus vragen", "Ik wil er zelf bij zijn.", "wie leerplicht belt"):
        expect(younes.locator("main")).not_to_contain_text(van_een_ouder)
    _vink_af(younes, "Een ochtend meelopen in de werkplaats")
    _geef_antwoord(younes, "Ja")

    _open_dossier(nazan)
    expect(nazan.locator("main")).to_contain_text("Ik wil er zelf bij zijn.")
    expect(nazan.locator("main")).to_contain_text("en zelf bellen")
    expect(nazan.locator("main")).to_contain_text("Mijn zus vragen mee te gaan")
    volg(nazan.get_by_role("link", name="Het hele plan en eerdere versies"))
    expect(nazan.get_by_role("region", name="Wat het huishouden van versie")).to_contain_text("wie leerplicht belt")


def _lees_rechten(pagina: Page) -> None:
    """Who sees what, who looked, and where to go with a complaint or an objection."""
    expect(pagina.get_by_role("region", name="Wie mag wat zien?")).to_contain_text("ziet uw hele plan")
    volg(pagina.get_by_role("link", name="Wie keek in mijn plan?"))
    expect(pagina.get_by_role("table")).to_contain_text("uw contactpersoon")
    zonder_axe_fouten(pagina)
    volg(pagina.get_by_role("link", name="Mijn plan").first)
    volg(pagina.get_by_role("link", name="Klacht of bezwaar"))
    expect(pagina.get_by_role("region", name="Klacht of bezwaar")).to_contain_text("binnen zes weken")
    expect(pagina.get_by_role("region", name="Iemand die alleen voor u opkomt")).to_contain_text("gratis")
    zonder_axe_fouten(pagina)
