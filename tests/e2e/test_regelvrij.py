"""The other way of working, walked by its own people: from the selection to what was learned, in small steps."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from browserhulp import Instappen, open_dossier, vandaag, verstuur, volg, vul_in, zet_stap, zojuist, zonder_axe_fouten
from plaatje import plaatje

pytestmark = pytest.mark.browser

BREED = 1100
"""Of the pictures."""


def vul_formulier(pagina: Page, naam: str) -> None:
    """Open a form from the page of the casus, answer what is open, and keep it."""
    volg(pagina.locator("main").get_by_role("link", name=naam, exact=True).last)
    vul_in(pagina)
    verstuur(pagina)


def test_from_the_selection_to_a_small_breakthrough_and_a_lesson(als: Instappen) -> None:
    gezin = "Gezin Schoenmakers"
    anne = als("Anne Timmers", BREED)
    open_dossier(anne, gezin)
    vul_formulier(anne, "Past deze casus in de pilot?")
    open_dossier(anne, gezin)
    zet_stap(anne, "Opnemen in de pilot")
    open_dossier(anne, gezin)
    zet_stap(anne, "Beginnen met de omgekeerde toets")
    open_dossier(anne, gezin)
    volg(anne.locator("main").get_by_role("link", name="Omgekeerde toets", exact=True).last)
    zonder_axe_fouten(anne)
    plaatje(anne, "omgekeerde-toets")
    vul_in(anne)
    verstuur(anne)
    open_dossier(anne, gezin)
    volg(anne.get_by_role("link", name=re.compile("Beantwoorden")).first)
    vul_in(anne)
    verstuur(anne)
    open_dossier(anne, gezin)
    zet_stap(anne, "Naar het casusoverleg")
    open_dossier(anne, gezin)
    expect(anne.locator("main")).to_contain_text("nu · sinds vandaag")

    # the meeting, chaired by the procesregisseur
    wouter = als("Wouter", BREED)
    open_dossier(wouter, gezin)
    plaatje(wouter, "casusoverleg")
    volg(wouter.get_by_role("link", name=re.compile("^Plannen")))
    volg(wouter.get_by_role("link", name="Overleg plannen"))
    wouter.get_by_label("Op welke dag?").fill(vandaag().isoformat())
    wouter.get_by_label("Hoe laat?").fill(zojuist())
    wouter.get_by_label("Waar?").fill("Stadhuis")
    verstuur(wouter)
    open_dossier(wouter, gezin)
    volg(wouter.get_by_role("link", name=re.compile("^Vastleggen")))
    wouter.get_by_label("Eén gezamenlijk doel en plan van aanpak").check()
    wouter.get_by_label("Wat is er besproken en besloten?").fill("Eén dag voor alle afspraken.")
    wouter.get_by_label("Wat vertelt u de inwoner?").fill("Alle afspraken komen op woensdag.")
    wouter.get_by_label("Wat gebeurt er?").first.fill("De afspraken verzetten naar woensdag")
    wouter.get_by_label("Wie doet het?").first.select_option(index=1)
    wouter.get_by_label("Voor welke dag?").first.fill((vandaag() + timedelta(days=7)).isoformat())
    verstuur(wouter)
    volg(wouter.get_by_role("link", name=re.compile("verslag", re.I)).first)
    verstuur(wouter)

    # carrying it out, and a small step that counts
    open_dossier(anne, gezin)
    volg(anne.locator("main").get_by_role("link", name="Gezamenlijk plan van aanpak", exact=True).last)
    anne.get_by_role("group", name=re.compile("mandaat", re.I)).get_by_label("Nee", exact=True).check()
    vul_in(anne)
    verstuur(anne)
    open_dossier(anne, gezin)
    zet_stap(anne, "Het plan uitvoeren")
    open_dossier(anne, gezin)
    vul_formulier(anne, "Wat er veranderde")
    open_dossier(anne, gezin)
    zet_stap(anne, "Er is een doorbraak, groot of klein")

    # the session where all learn, by who organises it
    els = als("Els van Gool", BREED)
    els.goto("/lessen")
    volg(els.get_by_role("link", name="Reflectiesessie vastleggen"))
    els.get_by_label(re.compile("Wie doet wat")).check()
    els.get_by_label(re.compile("Anne Timmers")).check()
    zonder_axe_fouten(els)
    verstuur(els)
    volg(els.get_by_role("link", name=re.compile("Les", re.I)).last)
    els.get_by_label("Wat hebt u geleerd?").fill("Zet alle afspraken op één dag; dat geeft een gezin de week terug.")
    verstuur(els)
    plaatje(els, "reflectie")

    open_dossier(anne, gezin)
    volg(anne.get_by_role("link", name=re.compile("Cluster kiezen")).first)
    vul_in(anne)
    verstuur(anne)
    open_dossier(anne, gezin)
    zet_stap(anne, "Afronden")
    anne.goto("/lessen")
    expect(anne.locator("main")).to_contain_text("geeft een gezin de week terug")


def test_failing_with_guidance_is_written_down_to_learn_from(als: Instappen) -> None:
    anne = als("Anne Timmers", BREED)
    open_dossier(anne, "Gezin Kuijpers")
    vul_formulier(anne, "Wat we leerden van wat niet lukte")
    open_dossier(anne, "Gezin Kuijpers")
    zet_stap(anne, "Vastleggen dat het niet lukte")
    open_dossier(anne, "Gezin Kuijpers")
    expect(anne.locator("main")).to_contain_text("Begeleid falen")
    plaatje(anne, "begeleid-falen")
    zet_stap(anne, "Delen in de reflectiesessie")


def test_the_alderman_gives_the_mandate_and_sees_no_names(als: Instappen) -> None:
    rik = als("Rik Smeets", BREED)
    open_dossier(rik, "Dirk Aerts")
    expect(rik.locator("main")).to_contain_text("Iemand in dit huishouden")
    expect(rik.locator("main")).not_to_contain_text("Straatpastor")
    vul_formulier(rik, "Mandaat voor deze casus")
    wouter = als("Wouter", BREED)
    open_dossier(wouter, "Dirk Aerts")
    zet_stap(wouter, "Uitvoeren met mandaat")
    open_dossier(wouter, "Dirk Aerts")
    expect(wouter.locator("main")).to_contain_text("nu · sinds vandaag")


def test_a_logboek_is_kept_and_read_back(als: Instappen) -> None:
    anne = als("Anne Timmers", BREED)
    open_dossier(anne, "Gezin Petrov")
    volg(anne.get_by_role("link", name="In het logboek schrijven"))
    anne.get_by_label("Een tegenslag").check()
    anne.get_by_label("Wat schrijft u op?").fill("De tolk kwam niet, dus Elena tolkte weer.")
    zonder_axe_fouten(anne)
    verstuur(anne)
    expect(anne.get_by_role("heading", level=1)).to_have_text("Logboek")
    anne.get_by_label("Zoek in de tekst").fill("tolk kwam")
    volg(anne.get_by_role("button", name="Zoeken").last)
    expect(anne.locator("main")).to_contain_text("1 gevonden")
    zonder_axe_fouten(anne)
    volg(anne.locator("main").get_by_role("link", name="Een tegenslag", exact=True).last)
    anne.get_by_label("Wat schrijft u op?").fill("De tolk kwam niet. Elena tolkte weer, tegen haar zin.")
    verstuur(anne)
    expect(anne.locator("main")).to_contain_text("tegen haar zin")
