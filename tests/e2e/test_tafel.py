"""The table: a question beforehand, late papers, the meeting with its clock, a loan decided, signed and paid out."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import FilePayload, Page, expect

from browserhulp import Instappen, klik_zet, open_dossier, vandaag, verstuur, volg, zojuist, zonder_axe_fouten
from plaatje import plaatje

pytestmark = pytest.mark.browser

HUISHOUDEN = "Joey Willems"
SCAN = FilePayload(name="getekend.pdf", mimeType="application/pdf", buffer=b"%PDF-1.7\n%getekend")


def test_a_case_goes_over_the_table_with_late_papers_and_a_loan(als: Instappen) -> None:
    nazan, thijs = als("Nazan", 1100), als("Thijs", 1100)
    lening = _vraagt_een_lening(nazan)
    punt = _plant_het_overleg(thijs)

    # late papers are held back, also for who sends them; only the chair lets them through
    nazan.goto(punt)
    expect(nazan.locator("main")).to_contain_text("te laat")
    expect(nazan.get_by_role("link", name="Versturen")).to_have_count(0)
    thijs.goto(punt)
    klik_zet(thijs, "De stukken versturen")
    plaatje(thijs, "tafel-late-stukken")
    _verstuurt_zonder_reden(thijs)
    thijs.get_by_label("Waarom laat u deze late stukken door?").fill("De baan gaat vrijdag naar een ander.")
    zonder_axe_fouten(thijs)
    verstuur(thijs)

    _vraagt_vooraf(als("Mila", 390), nazan, punt)
    _vergadert(thijs, punt, lening)
    _tekent_en_betaalt(nazan, als("Farid", 1100), lening)


def _vraagt_een_lening(nazan: Page) -> str:
    """The format is filled in further, read on paper, and the money is asked from the table; where it is asked."""
    open_dossier(nazan, HUISHOUDEN)
    volg(nazan.get_by_role("link", name="Format voor de wijktafel").first)
    nazan.get_by_label("Nee", exact=True).check()
    verstuur(nazan)
    open_dossier(nazan, HUISHOUDEN)
    volg(nazan.get_by_role("link", name="Geld vragen"))
    nazan.get_by_label("Waarvoor is het?").fill("De cursus als lening")
    nazan.get_by_label("Hoeveel?").fill("450")
    nazan.get_by_label(re.compile("Maatwerkbudget.*lening", re.I)).check()
    verstuur(nazan)
    return nazan.url


def _plant_het_overleg(thijs: Page) -> str:
    open_dossier(thijs, HUISHOUDEN)
    volg(thijs.get_by_role("link", name="Beantwoorden"))
    thijs.get_by_label("Ja", exact=True).check()
    thijs.get_by_label(re.compile("Waarom?")).fill("Gebeld met Nazan: duidelijk.")
    verstuur(thijs)
    open_dossier(thijs, HUISHOUDEN)
    volg(thijs.get_by_role("link", name="Plannen"))
    volg(thijs.get_by_role("link", name="Overleg plannen"))
    thijs.get_by_label("Op welke dag?").fill((vandaag() + timedelta(days=1)).isoformat())
    thijs.get_by_label("Hoe laat?").fill("10:00")
    thijs.get_by_label("Waar?").fill("Buurthuis De Uithoek")
    verstuur(thijs)
    punt = re.sub(r"#.*", "", thijs.url)
    _verzet_het(thijs)
    return punt


def _verzet_het(thijs: Page) -> None:
    """To today: the old moment stands above the form, and the reason is asked."""
    klik_zet(thijs, "Het overleg verzetten")
    expect(thijs.locator("main")).to_contain_text("Nu staat het op morgen, 10:00.")
    thijs.get_by_label("Op welke dag?").fill(vandaag().isoformat())
    thijs.get_by_label("Hoe laat?").fill(zojuist())
    volg(thijs.get_by_role("button", name="Verzetten"))
    expect(thijs.locator("main form")).to_contain_text("Schrijf op waarom u het overleg verzet.")
    thijs.get_by_label("Waarom verzet u het?").fill("Morgen is de zaal bezet.")
    zonder_axe_fouten(thijs)
    verstuur(thijs)
    expect(thijs.locator("main")).to_contain_text("is verzet naar vandaag")


def _verstuurt_zonder_reden(thijs: Page) -> None:
    volg(thijs.get_by_role("button", name="Versturen"))
    expect(thijs.locator("main form")).to_contain_text("Schrijf op waarom de stukken door mogen.")


def _vraagt_vooraf(mila: Page, nazan: Page, punt: str) -> None:
    """A member reads on a phone, also the two A4, and asks; who brings the case in answers."""
    mila.goto(punt)
    expect(mila.locator("main")).to_contain_text("De stukken kwamen te laat. De voorzitter liet ze door")
    blad = mila.get_by_role("link", name=re.compile("Het format, ongeveer twee A4")).get_attribute("href")
    assert blad is not None and mila.request.get(blad).body().startswith(b"%PDF")
    plaatje(mila, "tafel-lid")
    klik_zet(mila, "Een vraag stellen")
    mila.get_by_label("Wat wilt u weten?").fill("Wanneer begint de baan?")
    verstuur(mila)
    nazan.goto(punt)
    volg(nazan.get_by_role("link", name=re.compile("Beantwoorden")).first)
    nazan.get_by_label("Uw antwoord").fill("Op 1 december.")
    verstuur(nazan)
    mila.goto(punt)
    expect(mila.locator("main")).to_contain_text("Op 1 december.")


def _vergadert(thijs: Page, punt: str, lening: str) -> None:
    """The clock per part, the outcome with who decides, the loan decided, and the report the same day."""
    thijs.goto(punt)
    klik_zet(thijs, "Vergaderen")
    vragen = thijs.locator(".klok").filter(has_text="Verhelderende vragen")
    vragen.get_by_role("button", name=re.compile("Start")).click()
    expect(vragen.locator("[data-timer-stand]")).to_have_text(re.compile(r"14:\d\d"))
    zonder_axe_fouten(thijs)
    plaatje(thijs, "tafel-overleg")
    volg(thijs.get_by_role("link", name="Uitkomst en afspraken vastleggen"))
    thijs.get_by_label("Concrete stappen of afspraken").check()
    thijs.get_by_label("Wat is er besproken en besloten?").fill("De tafel leent de cursus voor.")
    thijs.get_by_label("Wat vertelt u de inwoner?").fill("U leent het geld en betaalt het terug.")
    thijs.get_by_label("Wie neemt het besluit?").fill("Werk en Inkomen")
    thijs.get_by_label("Onder welke wet of regel valt het?").fill("Participatiewet")
    thijs.get_by_label("Wanneer is dat besluit er?").fill((vandaag() + timedelta(days=7)).isoformat())
    thijs.get_by_label("Wie staat erachter?").fill("Teammanager buurtteam")
    thijs.get_by_label("Wat gebeurt er?").first.fill("De cursus boeken")
    thijs.get_by_label("Wie doet het?").first.select_option(label="Nazan Aydin")
    thijs.get_by_label("Voor welke dag?").first.fill((vandaag() + timedelta(days=7)).isoformat())
    thijs.get_by_label("Wie beslist hierover?").first.fill("Werk en Inkomen")
    thijs.get_by_label("Wie geeft rugdekking?").first.fill("Teammanager buurtteam")
    verstuur(thijs)
    thijs.goto(punt)
    klik_zet(thijs, "Het verslag versturen")
    expect(thijs.locator("main")).to_contain_text("Teammanager buurtteam")
    zonder_axe_fouten(thijs)
    verstuur(thijs)
    assert thijs.request.get(f"{punt}/verslag.pdf").body().startswith(b"%PDF")
    thijs.goto(f"{punt}/verslag-inwoner")
    expect(thijs.locator("main")).to_contain_text("De cursus boeken")
    thijs.goto(lening)
    klik_zet(thijs, "Deze aanvraag beoordelen")
    thijs.get_by_label("Akkoord", exact=True).check()
    thijs.get_by_label("Waarom?").fill("Zo sprak de tafel het af.")
    verstuur(thijs)


def _tekent_en_betaalt(nazan: Page, farid: Page, lening: str) -> None:
    """Paying waits for the signature under the agreement; a third one pays."""
    farid.goto(lening)
    expect(farid.locator("main")).to_contain_text("pas als de leenafspraak is ondertekend")
    nazan.goto(lening)
    klik_zet(nazan, "De lening: afspraak, tekenen, terugbetalen")
    klik_zet(nazan, "De leenafspraak maken")
    nazan.get_by_label("Hoeveel per maand?").fill("45")
    nazan.get_by_label("Wanneer is de eerste termijn?").fill((vandaag() + timedelta(days=40)).isoformat())
    nazan.get_by_label(re.compile("Wat betekent deze lening")).fill("De lening telt niet mee.")
    nazan.get_by_label("Van wie weet u dat?").fill("Consulent, vandaag gebeld")
    zonder_axe_fouten(nazan)
    verstuur(nazan)
    papier = nazan.get_by_role("link", name="Leenafspraak (PDF)").get_attribute("href")
    assert papier is not None and nazan.request.get(papier).body().startswith(b"%PDF")
    klik_zet(nazan, "Vastleggen dat er is getekend")
    nazan.get_by_label("Wanneer is er getekend?").fill(vandaag().isoformat())
    nazan.get_by_label("Wie tekenden er?").fill("Joey en de teammanager")
    nazan.get_by_label("De getekende afspraak").set_input_files([SCAN])
    verstuur(nazan)
    farid.goto(lening)
    klik_zet(farid, "Uitbetalen")
    verstuur(farid)
    expect(farid.locator("main")).to_contain_text("betaald")
