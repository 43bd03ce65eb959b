"""Every page of every persona: no link is dead, axe finds nothing, and nothing scrolls sideways at three widths.

At the end every page that the table of permissions opens to anybody must have been seen by somebody.
"""

import re
from collections import Counter
from html import unescape
from urllib.parse import urlparse

import pytest
from django.urls import Resolver404, resolve

from browserhulp import Instappen, past_op_elk_scherm, zonder_axe_fouten
from samenspel.demo.mensen import TE_DOEN
from toegang.tabel import lees_tabel

pytestmark = pytest.mark.browser

MENSEN = tuple(TE_DOEN)
MEER = {"mijn_werk": 2, "aanvraag": 40, "signaal": 40, "casus": 40, "plan": 40, "hulp": 40, "logboek": 40}
"""How many pages of one kind somebody opens, where that isn't one: to what a dossier leads depends on how far it is."""
KEKEN = 1
"""How many people look at one kind of page with axe and at every width."""
BESTAND = frozenset({"bon", "beeld_csv", "leenafspraak_pdf", "overleg_format", "verslag_eerder", "verslag_pdf"})
"""Kinds that are a file to fetch."""
LINK = re.compile(r"""<a\s[^>]*href="([^"]+)""")
GEEN_PAGINA = re.compile(r"^(tel:|mailto:|#)|\.(pdf|csv|json|txt)($|\?)|/static/")

NIET_ALTIJD = frozenset(
    {
        # after a choice or a search that is posted
        *("huishouden_nieuw", "samenvoegen_bekijken", "samenvoeging", "signaal_huishouden_nieuw", "signaal_in_dossier"),
        # only while something waits for it, so another walk brings it there
        *("kwijtschelding_vragen", "kwijtschelding_beslissen", "lening_afspreken", "lening_ondertekenen"),
        *("signaal_uit_dossier", "uitkomst_verbeteren"),
        # once the hour of a meeting has come: not in the small hours of its day
        *("agendapunt_uitkomst", "agendapunt_vergadering"),
        *("loketzaak_in_gebreke", "nacontrole", "overleg_stukken", "overleg_van_traject", "verslag", "verstrekking"),
        *("controlevraag_toelichten", "genodigde_afmelden", "reactie_besproken"),
        *("eigen_afspraak", "eigen_afspraak_bericht"),
        *("vraag_beantwoorden", "vertegenwoordiger", "eigen_actie", "aanvraag_beoordelen", "aanvraag_betalen"),
        # before somebody is in, or sends on
        *("inloggen", "welkom", "mijn_plan"),
    }
)
"""Pages that depend on how far a dossier is: these may be met, and needn't be."""

gekeken: Counter[str] = Counter()
gelopen: dict[str, set[str]] = {}


def soort(pad: str) -> str:
    """The name of the pattern of an address; empty for what the server doesn't know."""
    try:
        return resolve(urlparse(pad).path).url_name or ""
    except Resolver404:
        return ""


def links(tekst: str, adres: str) -> list[str]:
    """The addresses that a page links to, without their questions."""
    hrefs = [unescape(href) for href in LINK.findall(tekst)]
    van_hier = (href for href in hrefs if not GEEN_PAGINA.search(href) and not urlparse(href).netloc)
    return [urlparse(href).path or urlparse(adres).path for href in van_hier]


def loop(als: Instappen, naam: str) -> set[str]:
    """Follow every link as one person; gives the kinds of pages. Each kind is drawn once, to be looked at."""
    pagina = als(rf"\b{naam.capitalize()}\b")
    te_gaan = [urlparse(pagina.url).path]
    if "/mijn-plan" not in pagina.url:
        te_gaan.append("/mijn-werk?toon=alles")
    gezien, per_soort = set[str](), Counter[str]()
    while te_gaan:
        pad = te_gaan.pop(0)
        if pad in gezien or soort(pad) in BESTAND or per_soort[soort(pad)] >= MEER.get(soort(pad), 1):
            continue
        gezien.add(pad)
        per_soort[soort(pad)] += 1
        antwoord = pagina.request.get(pad)
        assert antwoord.status == 200, (naam, pad, antwoord.status)
        if per_soort[soort(pad)] == 1 and gekeken[soort(pad)] < KEKEN:
            gekeken[soort(pad)] += 1
            pagina.goto(pad)
            zonder_axe_fouten(pagina)
            past_op_elk_scherm(pagina)
        te_gaan += links(antwoord.text(), antwoord.url)
    return set(per_soort)


@pytest.mark.parametrize("naam", MENSEN)
def test_every_link_leads_to_a_good_page(als: Instappen, naam: str) -> None:
    gelopen[naam] = loop(als, naam)
    assert len(gelopen[naam]) >= 2


def test_every_page_was_seen_by_somebody(als: Instappen) -> None:
    for naam in set(MENSEN) - set(gelopen):
        gelopen[naam] = loop(als, naam)
    open_voor_iemand = {naam for naam, rij in lees_tabel().paginas.items() if rij.get("GET")}
    gezien = {naam for namen in gelopen.values() for naam in namen}
    gemist = sorted(open_voor_iemand - NIET_ALTIJD - BESTAND - gezien)
    assert not gemist, " ".join(gemist)
