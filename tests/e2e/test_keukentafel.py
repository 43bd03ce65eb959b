"""At the kitchen table with a tablet: from looking a household up to a plan that was agreed, and the talk written down.

The plan is walked with script and without.
"""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from browserhulp import Instappen, begin_dossier, vandaag, volg, vul_en_verstuur, zonder_axe_fouten
from plaatje import plaatje

pytestmark = pytest.mark.browser

TABLET = 820


def _over(dagen: int) -> str:
    return (vandaag() + timedelta(days=dagen)).isoformat()


def test_from_the_first_search_to_the_talk_written_down(als: Instappen) -> None:
    nazan = als("Nazan", TABLET)
    dossier = begin_dossier(nazan, "Lindhout")
    _leg_relatie(nazan, dossier)
    _vraag_breed(nazan, dossier)
    _schrijf_hulp(nazan, dossier)
    _teken_netwerk(nazan, dossier)
    _maak_plan(nazan, dossier)
    _leg_contact_vast(nazan, dossier)

    # The household has no traject: its regisseur still has it in sight.
    nazan.goto("/mijn-werk")
    plaatje(nazan, "mijn-werk")
    volg(nazan.get_by_role("link", name=re.compile("^Zonder traject")))
    expect(nazan.get_by_role("row").filter(has_text="Huishouden Lindhout")).to_contain_text("Aanvraag bij een loket")


def test_the_plan_without_script(als: Instappen) -> None:
    nazan = als("Nazan", TABLET, script=False)
    dossier = begin_dossier(nazan, "Ouwerkerk")
    _teken_netwerk(nazan, dossier, script=False)
    _maak_plan(nazan, dossier, script=False)


def _leg_relatie(nazan: Page, dossier: str) -> None:
    nazan.goto(dossier)
    volg(nazan.get_by_role("link", name="Relaties, gezag en gegevens"))
    kaart = nazan.get_by_role("region", name=re.compile("^Marleen"))
    kaart.locator("summary").click()
    volg(kaart.get_by_role("link", name="Relatie vastleggen"))
    vul_en_verstuur(nazan, {}, "Ouder", "Stijn")
    expect(nazan.get_by_role("region", name=re.compile("^Marleen"))).to_contain_text("Stijn")
    zonder_axe_fouten(nazan)


def _vraag_breed(nazan: Page, dossier: str) -> None:
    """Their own words about one domain, and of another only that it was talked about."""
    nazan.goto(dossier)
    volg(nazan.get_by_role("link", name="Schrijf het op"))
    vul_en_verstuur(nazan, {"Wat wil": "Dat Stijn weer met plezier naar school gaat."})
    nazan.goto(f"{dossier}/leefgebieden")
    volg(nazan.get_by_role("link", name="Het volgende bespreken"))
    vul_en_verstuur(nazan, {"Wat wil de inwoner?": "Een eigen kamer voor Stijn."}, *_iedereen(nazan))
    nazan.goto(f"{dossier}/leefgebieden")
    volg(nazan.get_by_role("link", name="Het volgende bespreken"))
    nazan.get_by_label(re.compile("is besproken, ik leg niets vast")).check()
    vul_en_verstuur(nazan, {}, *_iedereen(nazan))
    nazan.goto(f"{dossier}/leefgebieden")
    expect(nazan.locator("main")).to_contain_text(re.compile(r"2 van \d+ besproken"))
    expect(nazan.locator("main")).to_contain_text("Een eigen kamer voor Stijn.")
    zonder_axe_fouten(nazan)
    plaatje(nazan, "brede-uitvraag")


def _iedereen(nazan: Page) -> list[str]:
    """The people of the household that a form asks for."""
    over = nazan.locator("fieldset").filter(has_text="Over wie ging het?")
    return [keuze.inner_text() for keuze in over.locator("label").all()]


def _schrijf_hulp(nazan: Page, dossier: str) -> None:
    """Help that runs, help that stopped and why, and an application whose statutory term is counted."""
    nazan.goto(dossier)
    volg(nazan.get_by_role("link", name="Hulp en loket").last)
    volg(nazan.get_by_role("link", name="Hulp opschrijven"))
    vul_en_verstuur(
        nazan, {"Welke hulp is het?": "Huiswerkbegeleiding", "Wie geeft de hulp": "De Studiehoek"}, "Stijn", "Ja"
    )
    volg(nazan.get_by_role("link", name="Hulp opschrijven"))
    gestopt = {"Welke hulp is het?": "Weerbaarheidstraining", "Wanneer stopte de hulp?": _over(-200)}
    vul_en_verstuur(nazan, gestopt | {"Waarom stopte de hulp?": "De groep ging dicht."}, "Stijn", "Nee, gestopt")
    volg(nazan.get_by_role("link", name="Melding, aanvraag of bezwaar"))
    nazan.get_by_label("Welke organisatie?").select_option(label="Gemeente, team Wmo")
    nazan.get_by_label("Om welke wet gaat het?").select_option("Wet maatschappelijke ondersteuning 2015")
    vul_en_verstuur(nazan, {"Waarover gaat het?": "Hulp bij het huishouden"}, "Aanvraag", "Marleen")
    expect(nazan.get_by_role("region", name="Hulp die loopt")).to_contain_text("Huiswerkbegeleiding")
    zaken = nazan.get_by_role("region", name="Meldingen, aanvragen")
    expect(zaken).to_contain_text("Hulp bij het huishouden")
    expect(zaken).to_contain_text("Besluit op de aanvraag")
    expect(zaken).to_contain_text("Wmo 2015 artikel 2.3.5 lid 2")
    expect(nazan.get_by_role("region", name="Hulp die er was")).to_contain_text("De groep ging dicht.")
    zonder_axe_fouten(nazan)


def _teken_netwerk(nazan: Page, dossier: str, *, script: bool = True) -> None:
    """Somebody around the household, in the list and in the ecogram."""
    nazan.goto(dossier)
    volg(nazan.get_by_role("link", name="Netwerk en ecogram"))
    volg(nazan.get_by_role("link", name="Iemand toevoegen"))
    naam = {"Naam": "Oom Wessel", "Wat is deze persoon van het huishouden?": "broer van Marleen"}
    vul_en_verstuur(nazan, naam, "Familie", "Marleen", "Geeft steun", "Sterk", "Doet mee")
    expect(nazan.get_by_role("region", name="Wie doet er mee en wie niet")).to_contain_text("Oom Wessel")
    if script:
        zonder_axe_fouten(nazan)
        plaatje(nazan, "ecogram")


def _zet_actie(nazan: Page, wat: str, wie: str) -> None:
    volg(nazan.get_by_role("link", name="Actie toevoegen"))
    nazan.get_by_label("Wie doet het?").select_option(label=wie)
    doel = nazan.locator("fieldset").filter(has_text="Bij welk doel hoort het?").locator("label").first
    vul_en_verstuur(nazan, {"Wat gebeurt er?": wat, "Voor welke dag?": _over(7)}, doel.inner_text(), "Marleen", "Stijn")


def _maak_plan(nazan: Page, dossier: str, *, script: bool = True) -> None:
    """One plan: their goal, each action of one, what is put to use, who takes part; agreed, changed and compared."""
    plan = f"{dossier}/plan"
    nazan.goto(dossier)
    volg(nazan.get_by_role("link", name="Het hele plan en eerdere versies"))
    volg(nazan.get_by_role("link", name="Doel toevoegen"))
    vul_en_verstuur(nazan, {"Wat wil het huishouden bereiken?": "Met plezier naar school."}, "Marleen", "Stijn")
    for wat, wie in (
        ("Elke avond samen lezen", "Marleen"),
        ("Op dinsdag meefietsen", "Oom Wessel"),
        ("Met de mentor bellen", "Nazan Aydin"),
    ):
        nazan.goto(plan)
        _zet_actie(nazan, wat, wie)
    nazan.goto(plan)
    volg(nazan.get_by_role("link", name="Voorziening toevoegen"))
    vul_en_verstuur(
        nazan,
        {"Wat zet u in?": "Een maatje voor Stijn", "Vanaf welke dag?": _over(0)},
        "Met plezier naar school.",
        "Stijn",
        "Vrij toegankelijk: iedereen kan er terecht",
    )
    nazan.goto(plan)
    volg(nazan.get_by_role("link", name="Opschrijven wie meedoet"))
    nazan.get_by_label("Over wie gaat het?").select_option(label="Oom Wessel")
    vul_en_verstuur(nazan, {}, "Doet mee")
    nazan.goto(plan)
    main = nazan.locator("main")
    for regel in ("Elke avond samen lezen", "Oom Wessel", "Een maatje voor Stijn"):
        expect(main).to_contain_text(regel)
    if script:
        zonder_axe_fouten(nazan)
        plaatje(nazan, "een-plan")
    _stel_vast(nazan, plan)
    nazan.goto(plan)
    _zet_actie(nazan, "De fiets maken", "Stijn")
    nazan.goto(plan)
    expect(nazan.get_by_role("region", name="Veranderd sinds versie 1")).to_contain_text("De fiets maken")
    volg(nazan.get_by_role("link", name="Twee versies vergelijken"))
    volg(main.get_by_role("button", name="Vergelijken"))
    expect(main).to_contain_text("De fiets maken")
    expect(main).not_to_contain_text("Elke avond samen lezen")


def _stel_vast(nazan: Page, plan: str) -> None:
    nazan.goto(plan)
    volg(nazan.get_by_role("link", name="Plan vaststellen"))
    volg(nazan.get_by_role("button", name="Zo vaststellen"))
    expect(nazan.get_by_role("heading", level=1)).to_have_text("Plan, versie 1")


def _leg_contact_vast(nazan: Page, dossier: str) -> None:
    """One click from a page of the dossier, and the words for another system."""
    nazan.goto(f"{dossier}/netwerk")
    volg(nazan.get_by_role("link", name="+ Contact vastleggen"))
    nazan.get_by_label("Met wie sprak u?").select_option(label="Marleen Lindhout")
    vul_en_verstuur(
        nazan,
        {"Wat is er gezegd?": "Stijn fietste vandaag zelf.", "Wat spraken jullie af?": "Vrijdag bellen wij weer."},
        "Opgelost",
        "Marleen Lindhout",
    )
    nazan.goto(dossier)
    volg(nazan.get_by_role("region", name="Geschiedenis").get_by_role("link", name=re.compile("ontact|esprek")).first)
    volg(nazan.get_by_role("link", name="Kopie voor een ander systeem"))
    kopie = nazan.get_by_label("Tekst om te kopiëren")
    expect(kopie).to_have_value(re.compile("Stijn fietste vandaag zelf."))
    zonder_axe_fouten(nazan)
    plaatje(nazan, "contact-kopie")
