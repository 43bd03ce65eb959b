"""A document for outside is fetched twice from one page: a file comes, the page stays and can be used again."""

import json
import re

import pytest
from playwright.sync_api import expect

from browserhulp import Instappen, volg, zonder_axe_fouten

pytestmark = pytest.mark.browser


def test_it_is_fetched_in_both_forms_and_every_time_stands_there(als: Instappen) -> None:
    nazan = als("Nazan")
    nazan.goto("/zoeken")
    nazan.get_by_label("Naam, adres, geboortedatum").fill("Jansen")
    volg(nazan.locator("main").get_by_role("button", name="Zoeken"))
    volg(nazan.get_by_role("link", name="Gezin Jansen").first)
    volg(nazan.get_by_role("link", name=re.compile("Stuk voor de landelijke tafel")))
    expect(nazan.locator("main")).to_contain_text("Dit stuk is nog niet gegeven.")
    zonder_axe_fouten(nazan)
    with nazan.expect_download() as komt:
        nazan.get_by_role("button", name="Ophalen als gegevens (JSON)").click()
    assert json.loads(komt.value.path().read_text(encoding="utf-8"))["schema"] == "samenspel-verstrekking-1"
    expect(nazan.locator("form[data-bestand]")).not_to_have_attribute("data-bezig", "ja")
    with nazan.expect_download() as komt:
        nazan.get_by_role("button", name="Ophalen als PDF").click()
    assert komt.value.path().read_bytes().startswith(b"%PDF")
    nazan.reload()
    expect(nazan.get_by_text("door Nazan Aydin")).to_have_count(2)
