"""How many queries a page takes: bounded, and not more in a crowd than in a village, nor in a dossier that is full."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, reset_queries, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from personas import Wereld
from samenspel.casus.models import Casus
from samenspel.delen.models import Item, Woorden
from samenspel.demo.menigte import vermenigvuldig
from samenspel.organisatie.basis import VanItem
from samenspel.organisatie.models import Gemeente
from toegang.adressen import namen, vul_in
from toegang.kijken import Kijken
from toegang.tabel import lees_tabel

pytestmark = pytest.mark.django_db

MEESTE = 90
"""No page asks the database more often: the page of a casus, which shows most, comes near it."""
DORP, MENIGTE = 12, 40
VAKER = 2
"""How often everything in a full dossier is laid in it again."""
TABEL = lees_tabel()


def _tel(wereld: Wereld, kijken: Kijken) -> dict[tuple[str, str], int]:
    """Per page and per somebody who may see it, the number of statements."""
    geteld = {}
    for naam, persona in _wie_mag(wereld):
        pad = reverse(naam, kwargs=vul_in(naam, wereld, "eigen")[0])
        # The log keeps no more than the last 9,000: without a clean one, who comes late asks nothing.
        reset_queries()
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


def test_no_page_asks_more_often_in_a_crowd_or_of_a_full_dossier(wereld: Wereld, kijken: Kijken) -> None:
    dossier, hier = wereld.plekken["eigen"].casus, wereld.plekken["eigen"].casus.gemeente
    # Not from the three households that there are, and one of each row: a page may leave out what so few don't give.
    _maak(hier, DORP)
    _vul(dossier, 1)
    eerst = _tel(wereld, kijken)
    assert all(eerst.values()), "every page asks something"
    _maak(hier, MENIGTE)
    soorten = _vul(dossier, VAKER)
    assert {"Actie", "Contact", "Doel", "Knelpunt", "Vraag"} <= soorten, "kinds of which there may be many"
    later = _tel(wereld, kijken)
    assert {wat: (eerst[wat], aantal) for wat, aantal in later.items() if aantal > eerst[wat]} == {}
    assert {wat: aantal for wat, aantal in later.items() if aantal > MEESTE} == {}


def _maak(gemeente: Gemeente, tot: int) -> None:
    assert vermenigvuldig(gemeente=gemeente, tot=tot, zaad=tot, nu=timezone.now(), meld=lambda _: None) == tot


def _vul(casus: Casus, keer: int) -> set[str]:
    """Lay every row of this dossier in it again, with its words; gives the kinds of which there may be more."""
    gelukt = set()
    for model in (m for m in apps.get_models() if issubclass(m, VanItem)):
        for rij in model._default_manager.filter(item__casus=casus).select_related("item"):
            for _ in range(keer):
                try:
                    with transaction.atomic():
                        _nog_een(rij)
                except IntegrityError:
                    break
                gelukt.add(model.__name__)
    return gelukt


def _nog_een(rij: VanItem) -> None:
    item, oud = Item.objects.get(pk=rij.item_id), rij.item_id
    betreft = list(item.betreft.all())
    item.pk, item._state.adding = uuid4(), True
    item.save()
    item.betreft.set(betreft)
    for woorden in Woorden.objects.filter(item=oud):
        woorden.pk, woorden.item, woorden._state.adding = uuid4(), item, True
        woorden.save()
    nieuw = type(rij)._default_manager.get(pk=oud)
    nieuw.item, nieuw._state.adding = item, True
    nieuw.save(force_insert=True)
