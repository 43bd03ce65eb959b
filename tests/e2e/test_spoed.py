"""What can't wait skips a step and is made up afterwards; then a colleague takes over without asking it all again."""

import re
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Page, expect

from browserhulp import Instappen, klik_zet, open_dossier, verstuur, volg, vul_in, zet_stap, zonder_axe_fouten
from plaatje import plaatje

pytestmark = pytest.mark.browser

ACHTERNAAM = "Spaargaren"
HUISHOUDEN = f"Huishouden {ACHTERNAAM}"
REDEN = "Morgen wordt het water afgesloten."

ANTWOORDEN = (
    ("Ja", "De regeling begint pas als het water al is afgesloten."),
    ("Ja", "Bij de wachttijd van drie weken."),
    ("Ja", "Het waterbedrijf en schuldhulp."),
    ("Niet van toepassing", "Daar was geen tijd voor; schuldhulp liep al."),
)


def test_urgency_is_made_up_and_the_regie_goes_to_a_colleague(als: Instappen) -> None:
    nazan = als("Nazan", 820)
    dossier = _begint(nazan)
    _slaat_over(nazan, dossier)
    _haalt_in(nazan, als("Roos", 1100), dossier)
    _draagt_over(nazan, als("Joris", 390), dossier)


def _begint(nazan: Page) -> str:
    """A household with a traject, a bottleneck and one life domain that was talked about."""
    nazan.goto("/zoeken")
    nazan.get_by_label("Naam, adres, geboortedatum").fill(ACHTERNAAM)
    volg(nazan.locator("main").get_by_role("button", name="Zoeken"))
    volg(nazan.get_by_role("link", name=re.compile("ieuw huishouden")))
    nazan.get_by_label("Voornaam").fill("Wies")
    nazan.get_by_label("Achternaam").fill(ACHTERNAAM)
    nazan.get_by_label("Wijk").select_option(label="Overvecht")
    verstuur(nazan)
    dossier = nazan.url
    volg(nazan.get_by_role("link", name="Wat er per leefgebied is gezegd"))
    volg(nazan.locator("main").get_by_role("link", name=re.compile("Wonen")).first)
    vul_in(nazan)
    verstuur(nazan)
    nazan.goto(dossier)
    volg(nazan.locator("main").get_by_role("link", name="Traject beginnen").last)
    nazan.get_by_label("Waar gaat het over?").fill("Water houden")
    nazan.get_by_label(re.compile("Escalatieladder")).check()
    verstuur(nazan)
    nazan.goto(dossier)
    volg(nazan.get_by_role("link", name="Knelpunt toevoegen"))
    vul_in(nazan)
    nazan.get_by_label(re.compile("Waar loopt het vast|Wat loopt er vast")).fill("De regeling begint te laat.")
    verstuur(nazan)
    return dossier


def _slaat_over(nazan: Page, dossier: str) -> None:
    nazan.goto(dossier)
    klik_zet(nazan, "Spoed: een stap overslaan")
    nazan.get_by_label("Telefoonlijst").check()
    nazan.get_by_label("Waarom kan dit niet wachten?").fill(REDEN)
    nazan.get_by_label("Wie belde u?").fill("Roos, die akkoord is.")
    zonder_axe_fouten(nazan)
    verstuur(nazan)
    nazan.goto(dossier)
    expect(nazan.locator("main")).to_contain_text("Nog in te halen na de spoed:")


def _haalt_in(nazan: Page, roos: Page, dossier: str) -> None:
    """The plan with the triangle and what happens if nothing is done, the own words, and the questions of Roos."""
    nazan.goto(dossier)
    volg(nazan.get_by_role("link", name="Schrijf het op"))
    vul_in(nazan)
    verstuur(nazan)
    nazan.goto(dossier)
    volg(nazan.get_by_role("link", name="Doorbraakplan").first)
    expect(nazan.get_by_label(re.compile("Waar loopt het vast"))).to_have_value(
        re.compile("De regeling begint te laat.")
    )
    nazan.get_by_label("Wat gebeurt er op korte termijn als we niets doen?").fill("Morgen geen water.")
    nazan.get_by_label("Wat gebeurt er op lange termijn als we niets doen?").fill("Een hogere schuld.")
    vul_in(nazan)
    verstuur(nazan)
    nazan.goto(dossier)
    expect(nazan.locator("main")).to_contain_text("Rendement onderbouwd")

    open_dossier(roos, HUISHOUDEN)
    expect(roos.locator("main")).to_contain_text("Nog in te halen na de spoed:")
    volg(roos.get_by_role("link", name="Beantwoorden"))
    for nummer, (antwoord, reden) in enumerate(ANTWOORDEN):
        roos.get_by_role("radio", name=antwoord, exact=True).nth(nummer).check()
        roos.get_by_label(f"Waarom? (vraag {nummer + 1})").fill(reden)
    zonder_axe_fouten(roos)
    plaatje(roos, "koploper-vragen")
    verstuur(roos)
    nazan.goto(dossier)
    expect(nazan.locator("main")).not_to_contain_text("Nog in te halen na de spoed:")


def _draagt_over(nazan: Page, joris: Page, dossier: str) -> None:
    """Proposed, and hers until Joris takes over; he reads what was told and marks what he checked."""
    nazan.goto(dossier)
    nazan.get_by_text("Meer", exact=True).first.click()
    volg(nazan.get_by_role("link", name="Regie overdragen"))
    nazan.get_by_label("Aan wie draagt u over?").select_option(label="Joris Prins")
    verstuur(nazan)
    expect(nazan.locator("main")).to_contain_text("Voorgesteld aan Joris Prins.")
    joris.goto("/mijn-werk")
    volg(joris.locator(f"main a[href$='{urlparse(dossier).path}/overnemen']"))
    verstuur(joris)
    expect(joris.get_by_role("heading", level=1)).to_have_text("Controleren na de overdracht")
    joris.get_by_label("Gecontroleerd bij de inwoner").first.check()
    zonder_axe_fouten(joris)
    verstuur(joris)
    expect(joris.locator("main")).to_contain_text("Gecontroleerd bij de inwoner")

    # let go with a waakvlam, as the new contact person; it comes back on its day
    joris.goto(dossier)
    zet_stap(joris, "Loslaten met een waakvlam")
    joris.goto(dossier)
    expect(joris.locator("main")).to_contain_text("Waakvlam")
