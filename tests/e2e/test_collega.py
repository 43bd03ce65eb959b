"""Choosing a colleague in a large municipality: by keyboard, with and without script, on every screen."""

import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from browserhulp import BREEDTEN, Instappen, open_dossier, verstuur, volg, zonder_axe_fouten

pytestmark = pytest.mark.browser

HUISHOUDEN = "Gezin Nguyen"
DJANGO = "import os, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'samenspel.conf.settings'; django.setup();"
ERBIJ = f"""{DJANGO}
from samenspel.organisatie.models import Account
gemeente = Account.objects.get(gebruikersnaam='nazan').gemeente
Account.objects.bulk_create(
    Account(gemeente=gemeente, gebruikersnaam=f'drukte-{{n}}', naam=f'Collega Vermeulen {{n:02}}') for n in range(60)
)
"""
ERAF = f"""{DJANGO}
from samenspel.organisatie.models import Account
Account.objects.filter(gebruikersnaam__startswith='drukte-').delete()
"""


@pytest.fixture
def drukte(adres: str, omgeving: dict[str, str]) -> Iterator[None]:
    """Sixty more colleagues, for as long as the test runs."""
    subprocess.run([sys.executable, "-c", ERBIJ], env=omgeving, check=True)
    yield
    subprocess.run([sys.executable, "-c", ERAF], env=omgeving, check=True)


def _laat_meehelpen(pagina: Page) -> None:
    open_dossier(pagina, HUISHOUDEN)
    pagina.goto(pagina.url.rstrip("/") + "/helpers/nieuw")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Iemand laten meehelpen")


@pytest.mark.usefixtures("drukte")
def test_a_name_is_found_while_it_is_typed_and_chosen_with_the_keyboard(als: Instappen) -> None:
    nazan = als("Nazan")
    _laat_meehelpen(nazan)
    veld, lijst = nazan.get_by_role("combobox", name="Wie helpt mee?"), nazan.get_by_role("listbox")
    veld.press_sequentially("kuyper")
    expect(lijst.get_by_role("option")).to_have_count(1)
    expect(veld).to_have_attribute("aria-expanded", "true")
    veld.press("Escape")
    expect(lijst).to_be_hidden()
    expect(veld).to_have_value("kuyper")
    veld.press("ArrowDown")
    expect(lijst).to_be_visible()
    veld.press("ArrowDown")
    expect(lijst.get_by_role("option", selected=True)).to_contain_text("Lotte Kuiper")
    veld.press("Enter")
    expect(lijst).to_be_hidden()
    expect(veld).to_have_value("Lotte Kuiper (Buurtteam Overvecht)")
    veld.press("Tab")
    nazan.get_by_role("checkbox").first.press("Space")
    verstuur(nazan)
    expect(nazan.locator("main")).to_contain_text("Lotte Kuiper helpt nu mee.")


@pytest.mark.usefixtures("drukte")
@pytest.mark.parametrize("breedte", BREEDTEN.values())
def test_a_long_list_is_short_and_readable_on_every_screen(als: Instappen, breedte: int) -> None:
    nazan = als("Nazan", breedte)
    _laat_meehelpen(nazan)
    veld = nazan.get_by_role("combobox", name="Wie helpt mee?")
    veld.fill("")
    veld.press_sequentially("vermeulen")
    expect(nazan.get_by_role("option")).to_have_count(8)
    expect(nazan.get_by_role("status").filter(has_text="Typ verder")).to_be_visible()
    zonder_axe_fouten(nazan)
    nazan.get_by_role("option").nth(2).click()
    expect(veld).to_have_value("Collega Vermeulen 02")
    veld.fill("vermeulen")
    volg(nazan.get_by_role("button", name="Laten meehelpen"))
    expect(nazan.get_by_role("group", name="Wie van deze bedoelt u?").get_by_role("radio")).to_have_count(8)
    zonder_axe_fouten(nazan)


@pytest.mark.usefixtures("drukte")
def test_without_script_the_page_asks_who_was_meant(als: Instappen) -> None:
    nazan = als("Nazan", script=False)
    _laat_meehelpen(nazan)
    nazan.get_by_label("Wie helpt mee?").fill("veltman")
    nazan.get_by_role("checkbox").first.check()
    volg(nazan.get_by_role("button", name="Laten meehelpen"))
    expect(nazan.get_by_label("Wie helpt mee?")).to_have_value("veltman")
    nazan.get_by_role("radio", name=re.compile("Sem Veldman")).check()
    volg(nazan.get_by_role("button", name="Laten meehelpen"))
    expect(nazan.locator("main")).to_contain_text("Sem Veldman helpt nu mee.")
