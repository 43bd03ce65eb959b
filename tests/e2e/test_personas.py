"""Everybody one can step in as has something to do: said on the page to step in, and there on the page one comes to.

That every link from there leads to a good page, `test_paginas.py` sees.
"""

import re
from html import unescape
from http.cookiejar import CookieJar
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

import pytest

from samenspel.demo.mensen import TE_DOEN

KAART = re.compile(r'value="(?P<persona>[0-9a-f-]{36})"\s+aria-describedby="(?P<doen>doen-\d+)"')
LEEG = ("Er wacht niets op u", "Niets in deze lijst")


def _lees(venster: OpenerDirector, url: str) -> tuple[str, str]:
    """The page and where it turned out to be; an answer of 400 or more raises."""
    with venster.open(url) as antwoord:
        assert antwoord.status == 200, url
        return antwoord.read().decode(), antwoord.url


def _stap_in(adres: str, persona: str) -> tuple[str, str]:
    venster = build_opener(HTTPCookieProcessor(CookieJar()))
    inloggen, _ = _lees(venster, f"{adres}/inloggen")
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', inloggen)
    knop = re.search(r'action="([^"]+)"[^>]*>(?:(?!</form>).)*name="persona"', inloggen, re.S)
    assert token is not None and knop is not None
    gegevens = urlencode({"csrfmiddlewaretoken": token[1], "persona": persona, "next": ""}).encode()
    with venster.open(f"{adres}{knop[1].rpartition('action=')[2]}", gegevens) as antwoord:
        return antwoord.read().decode(), antwoord.url


@pytest.fixture(scope="module")
def kaarten(adres: str) -> dict[str, str]:
    """What there is to do, by who one steps in as."""
    pagina, _ = _lees(build_opener(), f"{adres}/inloggen")
    zinnen = dict(re.findall(r'id="(doen-\d+)">([^<]+)</small>', pagina))
    assert len(re.findall(r'name="persona"', pagina)) == len(zinnen) == len(TE_DOEN)
    return {kaart["persona"]: unescape(zinnen[kaart["doen"]]) for kaart in KAART.finditer(pagina)}


def test_the_page_to_step_in_says_for_everybody_what_there_is_to_do(kaarten: dict[str, str]) -> None:
    assert sorted(kaarten.values()) == sorted(TE_DOEN.values())


def test_everybody_comes_to_a_page_with_something_to_do(adres: str, kaarten: dict[str, str]) -> None:
    for persona, te_doen in kaarten.items():
        pagina, waar = _stap_in(adres, persona)
        inhoud = pagina[pagina.index("<main") : pagina.index("</main>")]
        assert "/inloggen" not in waar and waar != adres, te_doen
        assert not any(zin in inhoud for zin in LEEG), te_doen
        assert re.search(r'href="/[^"#]', inhoud), te_doen
