"""The thread, walked by the people of the demo: from the first search to the waakvlam and back.

Each step is taken in the browser, as the person whose step it is.
"""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from browserhulp import (
    Instappen,
    met_toetsenbord,
    open_dossier,
    sprak_met_de_lijst,
    vandaag,
    verstuur,
    volg,
    vul_in,
    zet_stap,
    zojuist,
    zonder_axe_fouten,
)

pytestmark = pytest.mark.browser

TRAJECT = "Weer naar school"


@pytest.mark.parametrize(
    ("achternaam", "script", "toetsenbord"),
    [("Zeldenrust", True, False), ("Roosenboom", False, False), ("Kiekendief", True, True)],
    ids=["met script", "zonder script", "met het toetsenbord"],
)
def test_a_household_goes_through_the_ladder(
    als: Instappen, monkeypatch: pytest.MonkeyPatch, achternaam: str, script: bool, toetsenbord: bool
) -> None:
    if toetsenbord:
        met_toetsenbord(monkeypatch)
    huishouden = f"Huishouden {achternaam}"
    nazan = als("Nazan", script=script)

    # look it up, and only then make it
    nazan.goto("/zoeken")
    nazan.get_by_label("Naam, adres, geboortedatum").fill(achternaam)
    volg(nazan.locator("main").get_by_role("button", name="Zoeken"))
    volg(nazan.get_by_role("link", name=re.compile("ieuw huishouden")))
    nazan.get_by_label("Voornaam").fill("Imke")
    nazan.get_by_label("Achternaam").fill(achternaam)
    nazan.get_by_label("Wijk").select_option(label="Overvecht")
    verstuur(nazan)
    expect(nazan.get_by_role("heading", level=1)).to_have_text(huishouden)
    dossier = nazan.url

    # people, and what they say themselves
    volg(nazan.get_by_role("link", name="Iemand toevoegen"))
    nazan.get_by_label("Voornaam").fill("Daan")
    nazan.get_by_label("Achternaam").fill(achternaam)
    nazan.get_by_label("Geboortedatum").fill("2012-05-06")
    verstuur(nazan)
    nazan.goto(dossier)
    volg(nazan.get_by_role("link", name="Schrijf het op"))
    vul_in(nazan)
    verstuur(nazan)

    # a traject, and the plan that the definition asks for
    nazan.goto(dossier)
    volg(nazan.locator("main").get_by_role("link", name="Traject beginnen").last)
    nazan.get_by_label("Waar gaat het over?").fill(TRAJECT)
    nazan.get_by_label(re.compile("Escalatieladder")).check()
    verstuur(nazan)
    nazan.goto(dossier)
    volg(nazan.get_by_role("link", name="Doorbraakplan").first)
    vul_in(nazan)
    verstuur(nazan)
    nazan.goto(dossier)
    if script:
        zonder_axe_fouten(nazan)
    zet_stap(nazan, "Bespreken met de koploper")

    # the questions of the experienced colleague
    roos = als("Roos", script=script)
    open_dossier(roos, huishouden)
    volg(roos.get_by_role("link", name="Beantwoorden"))
    vul_in(roos)
    verstuur(roos)
    open_dossier(roos, huishouden)
    zet_stap(roos, "Bellen met de telefoonlijst")

    # the call, which doesn't solve it
    nazan.goto(dossier)
    volg(nazan.get_by_role("link", name="+ Contact vastleggen"))
    sprak_met_de_lijst(nazan)
    nazan.get_by_label("Niet opgelost").check()
    nazan.get_by_label("Wat is er gezegd?").fill("De school heeft pas na de zomer plek.")
    verstuur(nazan)
    nazan.goto(dossier)
    volg(nazan.get_by_role("link", name="Format voor de wijktafel").first)
    vul_in(nazan)
    verstuur(nazan)
    nazan.goto(dossier)
    zet_stap(nazan, "Naar de wijktafel")

    # the chair plans the meeting for today: the papers are late, and only the chair lets them through
    thijs = als("Thijs", script=script)
    open_dossier(thijs, huishouden)
    volg(thijs.get_by_role("link", name="Beantwoorden"))
    vul_in(thijs)
    verstuur(thijs)
    open_dossier(thijs, huishouden)
    volg(thijs.get_by_role("link", name="Plannen"))
    volg(thijs.get_by_role("link", name="Overleg plannen"))
    thijs.get_by_label("Op welke dag?").fill(vandaag().isoformat())
    thijs.get_by_label("Hoe laat?").fill(zojuist())
    thijs.get_by_label("Waar?").fill("Buurthuis")
    verstuur(thijs)
    punt = re.sub(r"#.*", "", thijs.url)
    nazan.goto(dossier)
    volg(nazan.get_by_role("link", name="Stukken bekijken"))
    expect(nazan.locator("main")).to_contain_text("te laat")
    thijs.goto(punt)
    volg(thijs.get_by_role("link", name=re.compile("doorlaten|versturen", re.I)).first)
    vul_in(thijs)
    verstuur(thijs)

    # the members read online, and only around the meeting
    mila = als("Mila", script=script)
    mila.goto(punt)
    expect(mila.locator("main")).to_contain_text("Dit is besproken aan de keukentafel.")
    if script:
        zonder_axe_fouten(mila)

    # the outcome, with an agreement, and the report the same day
    thijs.goto(f"{punt}/uitkomst")
    thijs.get_by_label(re.compile("afspraken", re.I)).first.check()
    thijs.get_by_label("Wat is er besproken en besloten?").fill("Luister naar wat Daan zelf wil.")
    thijs.get_by_label("Wat vertelt u de inwoner?").fill("We zoeken samen een plek op school.")
    thijs.get_by_label("Wie neemt het besluit?").fill("De school")
    thijs.get_by_label("Onder welke wet of regel valt het?").fill("Leerplichtwet")
    thijs.get_by_label("Wanneer is dat besluit er?").fill((vandaag() + timedelta(days=7)).isoformat())
    thijs.get_by_label("Wie staat erachter?").fill("De rector")
    thijs.get_by_label("Wat gebeurt er?").first.fill("Bellen met de school")
    thijs.get_by_label("Wie doet het?").first.select_option(index=1)
    thijs.get_by_label("Voor welke dag?").first.fill((vandaag() + timedelta(days=7)).isoformat())
    verstuur(thijs)
    thijs.goto(punt)
    volg(thijs.get_by_role("link", name=re.compile("verslag", re.I)).first)
    verstuur(thijs)
    pdf = thijs.request.get(f"{punt}/verslag.pdf")
    assert pdf.status == 200 and pdf.body().startswith(b"%PDF")

    # carrying out, letting go, and coming back
    nazan.goto(dossier)
    zet_stap(nazan, "Uitvoeren wat de tafel afsprak")
    nazan.goto(dossier)
    expect(nazan.locator("main")).to_contain_text("Bellen met de school")
    zet_stap(nazan, "Opgelost, verder in gewoon werk")
    nazan.goto(dossier)
    expect(nazan.locator("main")).to_contain_text("Waakvlam")
    zet_stap(nazan, "Heropenen")
    nazan.goto(dossier)
    expect(nazan.locator("main")).to_contain_text("nu · sinds vandaag")

    # who has nothing to do with it sees nothing
    for wie, uitkomst in (("Kees", 403), ("Joris", 403), ("Bo Visser", 404)):
        antwoord = als(wie, script=script).goto(dossier)
        assert antwoord is not None and antwoord.status == uitkomst, wie
