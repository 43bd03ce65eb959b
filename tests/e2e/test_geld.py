"""Money in the browser: asked, agreed on by two others or objected to, paid by a fourth; a loan repaid and forgiven."""

import re

import pytest
from playwright.sync_api import FilePayload, Page, expect

from browserhulp import Instappen, klik_zet, open_dossier, vandaag, verstuur, volg, vul_in, zonder_axe_fouten
from plaatje import plaatje

pytestmark = pytest.mark.browser

HUISHOUDEN = "Meneer Sitompul"
LENING = "Gezin Aksoy"
BON = FilePayload(name="kassabon.pdf", mimeType="application/pdf", buffer=b"%PDF-1.7\n%bon")


def vraag(nazan: Page, waarvoor: str, bedrag: str) -> None:
    open_dossier(nazan, HUISHOUDEN)
    volg(nazan.get_by_role("link", name="Geld vragen"))
    nazan.get_by_label("Waarvoor is het?").fill(waarvoor)
    nazan.get_by_label("Hoeveel?").fill(bedrag)
    nazan.get_by_label(re.compile("Voorkom-erger-potje")).check()
    verstuur(nazan)


def open_aanvraag(pagina: Page, huishouden: str, waarvoor: str) -> None:
    open_dossier(pagina, huishouden)
    volg(pagina.locator("main").get_by_role("link", name=re.compile(waarvoor)).first)


def oordeel(pagina: Page, waarvoor: str, keuze: str, reden: str) -> None:
    open_aanvraag(pagina, HUISHOUDEN, waarvoor)
    klik_zet(pagina, "Deze aanvraag beoordelen")
    pagina.get_by_label(keuze, exact=True).check()
    pagina.get_by_label("Waarom?").fill(reden)
    zonder_axe_fouten(pagina)
    verstuur(pagina)


def test_money_passes_four_pairs_of_eyes_and_an_objection_goes_to_the_table(als: Instappen) -> None:
    nazan = als("Nazan", 820)
    vraag(nazan, "Beddengoed en een matras", "90")
    expect(nazan.locator("main")).to_contain_text("U vroeg dit zelf aan.")
    zonder_axe_fouten(nazan)
    vraag(nazan, "Een fiets", "60")

    roos = als("Roos", 1100)
    oordeel(roos, "Beddengoed", "Akkoord", "Zonder droog bed wordt hij zieker.")
    expect(roos.locator("main")).to_contain_text("Nog 1 keer akkoord nodig")
    oordeel(roos, "Een fiets", "Ik heb bezwaar", "Hij kan niet fietsen met deze rug.")
    lotte = als("Lotte", 390)
    oordeel(lotte, "Beddengoed", "Akkoord", "De kringloop heeft het niet.")
    expect(lotte.locator("main")).to_contain_text("Betalen doet: Beheerder van het potje.")

    open_aanvraag(nazan, HUISHOUDEN, "Een fiets")
    expect(nazan.locator("main")).to_contain_text("Iemand heeft bezwaar. U kunt de casus hogerop bespreken.")
    expect(nazan.locator("main")).to_contain_text("Hij kan niet fietsen met deze rug.")

    farid = als("Farid", 1100)
    open_aanvraag(farid, HUISHOUDEN, "Beddengoed")
    zonder_axe_fouten(farid)
    plaatje(farid, "geld-betalen")
    klik_zet(farid, "Uitbetalen")
    verstuur(farid)
    expect(farid.locator("main")).to_contain_text("Er is nog geen bon.")
    open_aanvraag(nazan, HUISHOUDEN, "Beddengoed")
    klik_zet(nazan, "Een bon toevoegen")
    nazan.get_by_label("Bon of factuur").set_input_files([BON])
    verstuur(nazan)
    expect(nazan.get_by_role("link", name="kassabon.pdf")).to_be_visible()


def test_a_loan_is_repaid_and_half_is_forgiven_by_who_did_not_ask(als: Instappen) -> None:
    farid = als("Farid", 1100)
    open_aanvraag(farid, LENING, "kinderopvang")
    klik_zet(farid, "De lening: afspraak, tekenen, terugbetalen")
    adres = farid.url
    expect(farid.locator("main")).to_contain_text("te laat")
    zonder_axe_fouten(farid)
    plaatje(farid, "lening-achter")
    klik_zet(farid, "Een aflossing vastleggen")
    farid.get_by_label("Hoeveel is er betaald?").fill("50")
    farid.get_by_label("Wanneer kwam het binnen?").fill(vandaag().isoformat())
    verstuur(farid)
    expect(farid.locator("main")).not_to_contain_text("te laat")

    nazan = als("Nazan", 1100)
    nazan.goto(adres)
    expect(nazan.locator("main")).to_contain_text("Kan nog niet.")
    volg(nazan.locator("li.zet").filter(has_text="Kwijtschelding vragen").get_by_role("link").first)
    nazan.get_by_label("Ja", exact=True).check()
    vul_in(nazan)
    verstuur(nazan)
    nazan.goto(adres)
    klik_zet(nazan, "Kwijtschelding vragen")
    nazan.get_by_label("Wat is er aangetoond, en hoe weet u dat?").fill("Het diploma gezien.")
    nazan.get_by_label("Wanneer zag u dat?").fill(vandaag().isoformat())
    verstuur(nazan)
    expect(nazan.get_by_role("link", name="Beslissen")).to_have_count(0)

    thijs = als("Thijs", 1100)
    thijs.goto(adres)
    klik_zet(thijs, "Beslissen over kwijtschelding")
    expect(thijs.locator("main")).to_contain_text("€ 920")
    thijs.get_by_label("Kwijtschelden", exact=True).check()
    thijs.get_by_label("Waarom?").fill("Zo was het afgesproken.")
    zonder_axe_fouten(thijs)
    verstuur(thijs)
    nazan.goto(adres)
    expect(nazan.locator("main")).to_contain_text("Kwijtgescholden: € 920")
