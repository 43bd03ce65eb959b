"""What browser tests share beside their fixtures."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

BREEDTEN = {"telefoon": 390, "tablet": 820, "scherm": 1440}
Instappen = Callable[..., Page]


def volg(plek: Locator) -> None:
    """Click what leads to another page, and be there: a click by itself doesn't wait for the page it asks for."""
    with plek.page.expect_navigation():
        plek.click()


def zonder_axe_fouten(pagina: Page) -> None:
    """WCAG 2.2 AA as far as axe sees it, and nothing that scrolls sideways."""
    uitkomst = Axe().run(
        pagina, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    fouten = [(v["id"], [n["html"][:160] for n in v["nodes"]][:3]) for v in uitkomst.response["violations"]]
    assert fouten == [], pagina.url
    _past(pagina)


def past_op_elk_scherm(pagina: Page) -> None:
    """Nothing scrolls sideways on a phone, a tablet and a desktop; the window keeps the width it had."""
    had = pagina.viewport_size
    assert had is not None
    for breedte in BREEDTEN.values():
        pagina.set_viewport_size({"width": breedte, "height": had["height"]})
        _past(pagina)
    pagina.set_viewport_size(had)


def _past(pagina: Page) -> None:
    breder = pagina.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert breder <= 0, f"{pagina.url} loopt opzij weg op {pagina.viewport_size}"


def vandaag() -> date:
    """Today as the server counts it, wherever this machine is."""
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()


def zojuist() -> str:
    """A minute ago by the server's clock, as it is typed in: a meeting of then may have its outcome recorded."""
    nu = datetime.now(ZoneInfo("Europe/Amsterdam"))
    return max(nu - timedelta(minutes=1), nu.replace(hour=0, minute=0)).strftime("%H:%M")


def vul_in(pagina: Page) -> None:
    """Answer every question of the form on the page that has no answer yet."""
    for veld in pagina.locator("main form textarea, main form input[type=text]").all():
        if veld.is_visible() and not veld.input_value():
            veld.fill("Dit is besproken aan de keukentafel.")
    for veld in pagina.locator("main form input[type=date]").all():
        if not veld.input_value():
            veld.fill((vandaag() + timedelta(days=10)).isoformat())
    namen = [r.get_attribute("name") for r in pagina.locator("main form input[type=radio]").all()]
    for naam in dict.fromkeys(namen):
        keuzes = pagina.locator(f"main form input[type=radio][name='{naam}']")
        if not pagina.locator(f"main form input[type=radio][name='{naam}']:checked:not([value=''])").count():
            waarden = [k.get_attribute("value") for k in keuzes.all()]
            keuzes.nth(next(i for i, w in enumerate(waarden) if w)).check()


def sprak_met_de_lijst(pagina: Page) -> None:
    """Choose somebody of the telefoonlijst as whom was spoken with: a talk at home opens no way on."""
    keuze = pagina.get_by_label("Met wie sprak u?")
    keuze.select_option(keuze.locator("option[value^='c-']").first.get_attribute("value"))


def verstuur(pagina: Page) -> None:
    """Press the one filled button of the form, and come to a page that says nothing went wrong."""
    adres = pagina.url
    volg(pagina.locator("main form button[type=submit].utrecht-button--primary-action"))
    assert pagina.url != adres or not pagina.locator("form [aria-invalid=true]").count(), adres
    assert "Niet opgeslagen" not in pagina.title(), pagina.locator("main").inner_text()[:600]


def open_dossier(pagina: Page, huishouden: str) -> None:
    """From mijn werk to the page of a household."""
    regel = pagina.get_by_role("link", name=huishouden, exact=True)
    for blad in range(1, 5):
        pagina.goto(f"/mijn-werk?toon=alles&blad={blad}")
        if regel.count():
            break
    volg(regel.first)
    expect(pagina.get_by_role("heading", level=1)).to_have_text(huishouden)


def klik_zet(pagina: Page, naam: str) -> None:
    """Open what stands under this name among what this person can do now."""
    regel = pagina.locator("li.zet").filter(has_text=re.compile(rf"^\s*{re.escape(naam)}")).first
    if not regel.is_visible():
        pagina.locator("details.meer > summary").first.click()
    volg(regel.get_by_role("link").first)


def zet_stap(pagina: Page, naam: str) -> None:
    """Take a step from the page of a casus, with an answer to all it asks."""
    klik_zet(pagina, naam)
    vul_in(pagina)
    verstuur(pagina)


def met_toetsenbord(geduld: pytest.MonkeyPatch) -> None:
    """From now on nothing is clicked: what Tab can reach gets the focus, and Enter or Space does the rest."""

    def toets(welke: str) -> Callable[..., None]:
        def druk(plek: Locator, **_: object) -> None:
            assert plek.evaluate("e => e.tabIndex") >= 0, "met Tab niet te bereiken"
            plek.focus()
            plek.press(welke)

        return druk

    geduld.setattr(Locator, "click", toets("Enter"))
    geduld.setattr(Locator, "check", toets("Space"))


def vul_en_verstuur(pagina: Page, tekst: Mapping[str, str], *gekozen: str) -> None:
    """Fill in what is asked, tick what was chosen, and send it."""
    formulier = pagina.locator("main form").last
    for label, waarde in tekst.items():
        formulier.get_by_label(label, exact=False).first.fill(waarde)
    for keuze in gekozen:
        formulier.get_by_label(keuze, exact=True).first.check()
    verstuur(pagina)


def begin_dossier(nazan: Page, achternaam: str) -> str:
    """Look the household up, and only then make it, with two people; its address."""
    nazan.goto("/zoeken")
    nazan.get_by_label("Naam, adres, geboortedatum").fill(f"{achternaam} Zamenhofdreef")
    volg(nazan.locator("main").get_by_role("button", name="Zoeken"))
    volg(nazan.get_by_role("link", name=re.compile("ieuw huishouden")))
    nazan.get_by_label("Wijk").select_option(label="Overvecht")
    vul_en_verstuur(nazan, {"Voornaam": "Marleen", "Achternaam": achternaam, "Geboortedatum": "1984-02-11"})
    # A namesake leads to the question whether they are the same.
    dossier = nazan.url.partition("/personen/")[0]
    nazan.goto(dossier)
    volg(nazan.get_by_role("link", name="Iemand toevoegen"))
    vul_en_verstuur(nazan, {"Voornaam": "Stijn", "Achternaam": achternaam, "Geboortedatum": "2011-09-30"})
    return dossier
