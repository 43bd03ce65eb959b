"""How many queries a page takes: bounded, and not more in a crowd than in a village."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from personas import Wereld
from samenspel.demo.menigte import vermenigvuldig
from samenspel.organisatie.models import Gemeente
from toegang.adressen import namen, vul_in
from toegang.kijken import Kijken
from toegang.tabel import lees_tabel

pytestmark = pytest.mark.django_db

MEESTE = 120
"""No page asks the database more often: the page of a casus, which shows most, comes near it."""
DORP, MENIGTE = 12, 40
TABEL = lees_tabel()


def _tel(wereld: Wereld, kijken: Kijken) -> dict[tuple[str, str], int]:
    """Per page and per somebody who may see it, the number of statements."""
    geteld = {}
    for naam, persona in _wie_mag(wereld):
        pad = reverse(naam, kwargs=vul_in(naam, wereld, "eigen")[0])
        with kijken.teruggedraaid(), CaptureQueriesContext(connection) as vragen:
            kijken.vraag(wereld.personas[persona], "GET", pad)
        geteld[naam, persona] = len(vragen)
    return geteld


def _wie_mag(wereld: Wereld) -> Iterator[tuple[str, str]]:
    """Everybody who sees much of a page: lists grow for who may see many."""
    for naam in namen():
        for persona in ("regisseur", "koploper", "voorzitter", "moeder", "functioneel_beheer", "beleid", "privacy"):
            if TABEL.uitkomst(naam, "GET", persona, "eigen") == "ok":
                yield naam, persona


def test_no_page_asks_more_often_in_a_crowd(wereld: Wereld, kijken: Kijken) -> None:
    hier = wereld.plekken["eigen"].casus.gemeente
    # Not from the three that there are: a page may leave out what so few don't give.
    _maak(hier, DORP)
    in_dorp = _tel(wereld, kijken)
    _maak(hier, MENIGTE)
    in_menigte = _tel(wereld, kijken)
    meer = {wat: (voor, in_menigte[wat]) for wat, voor in in_dorp.items() if in_menigte[wat] > voor}
    assert not meer
    veel = {wat: aantal for wat, aantal in in_menigte.items() if aantal > MEESTE}
    assert not veel


def _maak(gemeente: Gemeente, tot: int) -> None:
    assert vermenigvuldig(gemeente=gemeente, tot=tot, zaad=tot, meld=lambda _: None) == tot
