"""The administrator's first day, with the keyboard alone: a colleague, a team, the phone list, a werkwijze."""

import re

import pytest
from playwright.sync_api import Page, expect

from browserhulp import Instappen, met_toetsenbord, verstuur, volg, zonder_axe_fouten
from plaatje import plaatje
from samenspel import werkwijzen

pytestmark = pytest.mark.browser

BREED = 1100
"""Of the pictures."""
WACHTWOORD = "een-lange-zin-van-vera"
EIGEN = werkwijzen.tekst("heerenveen-dialoogtafel").replace("\nnaam: ", "\nnaam: Onze ", 1)
FOUT = EIGEN.replace("\nschema: ", "\nschemaa: ", 1)


def naar(pagina: Page, deel: str) -> None:
    """From the page of Beheer to one of its parts."""
    volg(pagina.get_by_role("link", name="Beheer", exact=True).first)
    volg(pagina.locator("main").get_by_role("link", name=deel, exact=True))


def test_a_colleague_gets_an_account_a_rol_and_a_taak(als: Instappen, monkeypatch: pytest.MonkeyPatch) -> None:
    fatma = als("Fatma", BREED)
    met_toetsenbord(monkeypatch)
    volg(fatma.get_by_role("link", name="Beheer", exact=True).first)
    expect(fatma.get_by_role("heading", name="Wat vraagt aandacht")).to_be_visible()
    plaatje(fatma, "beheer")

    naar(fatma, "Accounts")
    volg(fatma.get_by_role("link", name="Account maken"))
    fatma.get_by_label("Gebruikersnaam").fill("fatma")
    fatma.get_by_label("Naam", exact=True).fill("Vera Lind")
    fatma.get_by_label("Functie").fill("koploper")
    fatma.get_by_label("Team").select_option(label="Buurtteam Zuilen")
    volg(fatma.get_by_role("button", name="Account maken"))
    expect(fatma.locator("main")).to_contain_text("gebruikersnaam", ignore_case=True)
    expect(fatma.get_by_label("Gebruikersnaam")).to_have_attribute("aria-invalid", "true")
    fatma.get_by_label("Gebruikersnaam").fill("vera")
    verstuur(fatma)
    expect(fatma.get_by_role("heading", level=1)).to_have_text("Inloglink voor Vera Lind")
    volg(fatma.get_by_role("link", name="Vera Lind"))
    vera = fatma.url

    volg(fatma.get_by_role("link", name="Rol geven"))
    fatma.get_by_label("Welke rol?").select_option(label="Koploper")
    fatma.get_by_label("Voor welk team, of aan welke tafel?").select_option(label="Buurtteam Zuilen")
    verstuur(fatma)
    volg(fatma.get_by_role("link", name="Taak geven"))
    fatma.get_by_label("Welke taak?").select_option(label="Beleid")
    verstuur(fatma)
    expect(fatma.locator("main")).to_contain_text("Beleid")
    zonder_axe_fouten(fatma)
    plaatje(fatma, "account")
    volg(fatma.get_by_role("link", name="Inloglink maken"))
    volg(fatma.get_by_role("button", name="Link maken"))
    link = fatma.locator(".citaat").inner_text()

    # the link works once, for who has it
    nieuw = fatma.context.browser.new_page()  # type: ignore[union-attr]
    nieuw.goto(link)
    nieuw.get_by_label("Nieuw wachtwoord", exact=True).fill(WACHTWOORD)
    nieuw.get_by_label("Nieuw wachtwoord, nog een keer").fill(WACHTWOORD)
    volg(nieuw.get_by_role("button", name="Wachtwoord bewaren"))
    expect(nieuw.locator("main")).to_contain_text("U bent ingelogd.")
    volg(nieuw.get_by_role("link", name="Beeld").first)

    # blocked, one is out at once
    fatma.goto(vera)
    fatma.get_by_text("Blokkeren", exact=True).click()
    volg(fatma.get_by_role("button", name="Ja, blokkeer"))
    nieuw.goto(f"{link.partition('/welkom')[0]}/mijn-werk")
    expect(nieuw.get_by_role("heading", level=1)).to_have_text("Inloggen")
    nieuw.close()


def test_a_team_a_table_and_the_phone_list(als: Instappen, monkeypatch: pytest.MonkeyPatch) -> None:
    fatma = als("Fatma", BREED)
    met_toetsenbord(monkeypatch)
    naar(fatma, "Teams, wijken en tafels")
    volg(fatma.get_by_role("link", name="Team toevoegen"))
    fatma.get_by_label("Naam van het team").fill("Buurtteam Noordrand")
    verstuur(fatma)
    volg(fatma.get_by_role("link", name="Tafel toevoegen"))
    fatma.get_by_label("Voor welk overleg?").select_option(label="Gideonsbende (Dialoogtafel)")
    fatma.get_by_label("Naam van de tafel").fill("Gideonsbende Zuilen")
    fatma.get_by_label("Voor welke wijk?").select_option(label="Zuilen")
    verstuur(fatma)
    expect(fatma.locator("main")).to_contain_text("nog geen voorzitter")
    zonder_axe_fouten(fatma)

    naar(fatma, "Telefoonlijst")
    volg(fatma.get_by_role("link", name="Organisatie toevoegen"))
    fatma.get_by_label("Naam van de organisatie").fill("Energiefonds Noord")
    fatma.get_by_label("Privaat: heeft beslisruimte").check()
    verstuur(fatma)
    fatma.goto("/telefoonlijst")
    volg(fatma.get_by_role("link", name="Contact toevoegen"))
    fatma.get_by_label("Organisatie").select_option(label="Energiefonds Noord")
    fatma.get_by_label("Naam", exact=True).fill("J. Lamp")
    fatma.get_by_label("Telefoon").fill("030 000 00 77")
    fatma.get_by_label("Tot welk bedrag?").fill("150")
    fatma.get_by_label("Uitleg").fill("Betaalt een rekening in één keer.")
    verstuur(fatma)
    fatma.goto("/telefoonlijst")
    expect(fatma.locator("main")).to_contain_text("J. Lamp")
    zonder_axe_fouten(fatma)


def test_an_own_werkwijze_is_mended_and_used(als: Instappen, monkeypatch: pytest.MonkeyPatch) -> None:
    fatma = als("Fatma", BREED)
    met_toetsenbord(monkeypatch)
    naar(fatma, "Definities van werkwijzen")
    volg(fatma.get_by_role("link", name="Werkwijze laden"))
    bestand = {"name": "onze.yaml", "mimeType": "text/plain", "buffer": FOUT.encode()}
    fatma.get_by_label("Bestand").set_input_files(bestand)  # type: ignore[arg-type]
    volg(fatma.get_by_role("button", name="Laden en bekijken"))
    expect(fatma.get_by_role("heading", name="Wat er mis is")).to_be_visible()
    expect(fatma.locator("main")).to_contain_text("schemaa")
    zonder_axe_fouten(fatma)
    plaatje(fatma, "werkwijze-fout")

    # what was in the file stands in the text now, to be mended there
    tekst = fatma.get_by_label("Tekst van de werkwijze")
    tekst.fill(tekst.input_value().replace("\nschemaa: ", "\nschema: ", 1))
    volg(fatma.get_by_role("button", name="Laden en bekijken"))
    expect(fatma.get_by_role("heading", level=1)).to_have_text("Onze Dialoogtafel")
    plaatje(fatma, "werkwijze-laden")
    volg(fatma.get_by_role("button", name="In gebruik nemen"))
    fatma.goto("/werkwijzen")
    expect(fatma.locator("main")).to_contain_text("Onze Dialoogtafel")

    # what was done stands in the log
    naar(fatma, "Logboek van beheer")
    expect(fatma.get_by_role("rowheader", name=re.compile("Fatma Öztürk")).first).to_be_visible()
    zonder_axe_fouten(fatma)
