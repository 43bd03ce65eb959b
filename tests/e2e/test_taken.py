"""Who works beside the dossiers: who leads a team, policy, privacy, and who must see nothing."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from browserhulp import Instappen, vandaag, verstuur, volg, vul_in, zonder_axe_fouten
from plaatje import plaatje

pytestmark = pytest.mark.browser

BREED = 1100
"""Of the pictures; a wide screen shows the same page with more room."""


def rij(pagina: Page, naam: str) -> Locator:
    """The row of a table that is about this one."""
    return pagina.get_by_role("row").filter(has=pagina.get_by_role("rowheader", name=re.compile(naam)))


def test_a_lead_arranges_who_is_away_and_who_takes_over(als: Instappen) -> None:
    marit = als("Marit", BREED)
    volg(marit.get_by_role("link", name="Mijn team").first)
    expect(rij(marit, "Nazan Aydin")).to_contain_text("te laat")
    expect(marit.locator("main")).not_to_contain_text("Gezin")
    zonder_axe_fouten(marit)
    plaatje(marit, "team")

    # somebody is away for a week, and comes back early
    volg(rij(marit, "Sem Veldman").get_by_role("link", name=re.compile("Afwezig melden")))
    verstuur_te_vroeg(marit, "Kies een collega.")
    marit.get_by_label("Eerste dag afwezig").fill(vandaag().isoformat())
    marit.get_by_label("Eerste dag terug").fill((vandaag() + timedelta(days=7)).isoformat())
    marit.get_by_label("Wie vervangt?").select_option(label="Lotte Kuiper")
    verstuur(marit)
    expect(rij(marit, "Sem Veldman")).to_contain_text("Lotte Kuiper vervangt")
    rij(marit, "Sem Veldman").get_by_text("Weer terug").click()
    volg(rij(marit, "Sem Veldman").get_by_role("button", name="Ja, terug"))
    expect(rij(marit, "Sem Veldman")).not_to_contain_text("vervangt")

    # of who is away longer, the lead sees names to hand over, and no dossier
    volg(rij(marit, "Karim de Boer").get_by_role("link", name=re.compile("Casussen overdragen")))
    zonder_axe_fouten(marit)
    volg(rij(marit, "Mevrouw Appiah").get_by_role("link", name=re.compile("Laten overnemen")))
    marit.get_by_label("Aan wie draagt u over?").select_option(label="Lotte Kuiper")
    vul_in(marit)
    verstuur(marit)
    expect(rij(marit, "Mevrouw Appiah")).to_contain_text("Gevraagd aan Lotte Kuiper; nog geen antwoord.")
    plaatje(marit, "team-overdragen")
    assert marit.goto("/zoeken") is not None
    marit.get_by_label("Naam, adres, geboortedatum").fill("Appiah")
    volg(marit.locator("main").get_by_role("button", name="Zoeken"))
    expect(marit.get_by_role("link", name="Mevrouw Appiah")).to_have_count(0)


def verstuur_te_vroeg(pagina: Page, melding: str) -> None:
    """Sent too early: the page says what is missing."""
    volg(pagina.locator("main form button[type=submit].utrecht-button--primary-action"))
    expect(pagina.locator("main")).to_contain_text(melding)


def test_policy_counts_without_names(als: Instappen) -> None:
    daan = als("Daan Verweij", BREED)
    volg(daan.get_by_role("link", name="Beeld").first)
    for titel in ("Waar trajecten staan", "Per leeftijd", "Per cluster", "Knelpunten per niveau", "Knelpunten per wet"):
        expect(daan.get_by_role("heading", name=titel, exact=True)).to_be_visible()
    expect(daan.locator("main")).not_to_contain_text(re.compile("Gezin [A-Z]|Huishouden [A-Z]|Nguyen"))
    zonder_axe_fouten(daan)
    plaatje(daan, "beeld-cijfers")
    daan.get_by_label("Periode", exact=True).select_option(index=1)
    volg(daan.get_by_role("button", name="Tonen"))
    expect(daan.locator("main")).to_contain_text("Hoe u dit leest")
    cijfers = daan.request.get("/beeld/cijfers.csv")
    assert cijfers.status == 200 and "Overvecht" in cijfers.text() and "Nguyen" not in cijfers.text()

    volg(daan.get_by_role("link", name="Overleggen").first)
    volg(daan.get_by_role("link", name="Lessen en reflectie").first)
    daan.get_by_label("Woorden").fill("kleine stap")
    volg(daan.locator("main").get_by_role("button", name="Zoeken"))
    expect(daan.locator("main")).to_contain_text("Een kleine stap die het gezin zelf noemt")
    zonder_axe_fouten(daan)
    plaatje(daan, "lessen")


def test_privacy_looks_after_the_looks_and_erases_with_two(als: Instappen) -> None:
    # Joris has no task in Overvecht; that he tried is written down
    nazan = als("Nazan")
    nazan.goto("/zoeken")
    nazan.get_by_label("Naam, adres, geboortedatum").fill("Wisselaar")
    volg(nazan.locator("main").get_by_role("button", name="Zoeken"))
    volg(nazan.get_by_role("link", name=re.compile("ieuw huishouden")))
    nazan.get_by_label("Voornaam").fill("Gijs")
    nazan.get_by_label("Achternaam").fill("Wisselaar")
    nazan.get_by_label("Wijk").select_option(label="Overvecht")
    verstuur(nazan)
    dossier = nazan.url
    nummer = re.findall(r"20\d\d-\d{5}", nazan.locator("main").inner_text())[0]
    volg(nazan.get_by_role("link", name="Schrijf het op"))
    vul_in(nazan)
    verstuur(nazan)
    joris = als("Joris")
    geweigerd = joris.goto(dossier)
    assert geweigerd is not None and geweigerd.status == 403
    expect(joris.locator("main")).to_contain_text("Dat u het probeerde, is vastgelegd.")

    henk = als("Henk", BREED)
    volg(henk.get_by_role("link", name="Toezicht").first)
    # At night the same looks stand there as looks at night too.
    volg(henk.locator("a[href*='geweigerd=on']").filter(has_text="Joris Prins"))
    expect(henk.locator("main")).to_contain_text("geweigerd")
    zonder_axe_fouten(henk)
    henk.goto("/toezicht")
    zonder_axe_fouten(henk)
    plaatje(henk, "toezicht")
    volg(henk.get_by_role("link", name="Zoeken wie keek"))
    henk.get_by_label("Nummer van de casus").fill(nummer)
    volg(henk.locator("main").get_by_role("button", name="Zoeken"))
    expect(rij(henk, "20").first).to_contain_text("Joris Prins")
    plaatje(henk, "wie-keek")

    # what is shared with whom, and what left the house
    henk.goto("/toezicht")
    volg(henk.get_by_role("link", name="Grondslagen bekijken"))
    expect(henk.locator("main")).to_contain_text("Professionals voor Maatwerk Multiproblematiek")
    volg(henk.get_by_role("link", name="Stukken die weggingen"))
    zonder_axe_fouten(henk)

    # the chain of the history holds
    henk.goto("/toezicht/geschiedenis")
    henk.get_by_role("button", name="Nu controleren").click()
    expect(henk.locator("main")).to_contain_text("Alles klopt", timeout=60_000)

    # the one proposes, and can't decide; the other compares it with the request
    henk.goto("/toezicht/wissen")
    volg(henk.get_by_role("link", name="Wissen voorstellen"))
    henk.get_by_label("Nummer van de casus").fill(nummer)
    henk.get_by_label("Voornaam van wie het verzoek is").fill("Gijs")
    henk.get_by_label("Achternaam").fill("Wisselaar")
    henk.get_by_label(re.compile("nooit mogen staan")).check()
    henk.get_by_label("Waarom moeten de woorden weg?").fill("Dit hoorde bij een ander huishouden.")
    verstuur(henk)
    henk.goto("/toezicht/wissen")
    volg(henk.get_by_role("link", name=re.compile(nummer)))
    expect(henk.get_by_role("heading", name="Het voorstel")).to_be_visible()
    expect(henk.get_by_role("heading", name="Uw besluit")).to_have_count(0)

    ines = als("Ines", BREED)
    volg(ines.get_by_role("link", name="Toezicht").first)
    volg(ines.get_by_role("link", name="Voorstellen bekijken"))
    volg(ines.get_by_role("link", name=re.compile(nummer)))
    ines.get_by_label(re.compile("Bevestigen")).check()
    ines.get_by_label("Waarom besluit u dit?").fill("Vergeleken met de brief.")
    ines.get_by_label("Voornaam, van het verzoek").fill("Gijs")
    ines.get_by_label("Achternaam, van het verzoek").fill("Wisselaar")
    zonder_axe_fouten(ines)
    plaatje(ines, "wissen-besluiten")
    verstuur(ines)
    expect(ines.locator("main")).to_contain_text(re.compile(r"gewist", re.I))
    nazan.goto(dossier)
    expect(nazan.locator("main")).not_to_contain_text("Dit is besproken aan de keukentafel.")


def test_another_municipality_is_not_there(als: Instappen) -> None:
    nazan = als("Nazan")
    adressen = [nazan.locator("main a[href^='/casussen/']").first.get_attribute("href") or ""]
    adressen += [f"{adressen[0]}/{deel}" for deel in ("plan", "netwerk", "contact")]
    bo = als("Bo Visser", BREED)
    expect(bo.locator("main")).to_contain_text("Huishouden Wiersma")
    expect(bo.locator("main")).not_to_contain_text("Nguyen")
    for adres in adressen:
        antwoord = bo.goto(adres)
        assert antwoord is not None and antwoord.status == 404, adres
        expect(bo.get_by_role("heading", level=1)).to_have_text("Deze pagina is er niet")
    zonder_axe_fouten(bo)
    volg(bo.get_by_role("link", name="Terug naar het begin"))
    bo.get_by_label("Zoek een huishouden").fill("Nguyen")
    bo.get_by_label("Zoek een huishouden").press("Enter")
    expect(bo.get_by_role("link", name="Gezin Nguyen")).to_have_count(0)
    for lijst in ("/telefoonlijst", "/overleggen", "/signalen", "/lessen"):
        bo.goto(lijst)
        expect(bo.locator("main")).not_to_contain_text(re.compile("Nazan|Nguyen|Overvecht|De Speelboot|kleine stap"))


def test_who_has_no_task_reads_why_not(als: Instappen) -> None:
    nazan = als("Nazan")
    dossier = nazan.locator("main a[href^='/casussen/']").first.get_attribute("href") or ""
    for naam in ("Kees Kok", "Marit", "Daan Verweij", "Fatma", "Henk"):
        pagina = als(naam, BREED)
        antwoord = pagina.goto(dossier)
        assert antwoord is not None and antwoord.status == 403, naam
        expect(pagina.get_by_role("heading", level=1)).to_have_text("Hier kunt u niet bij")
        expect(pagina.locator("main")).not_to_contain_text("Nguyen")
    zonder_axe_fouten(pagina)
