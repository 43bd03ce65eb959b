"""A look into a dossier: what it reads once, and in which order it tells it."""

from datetime import date

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from fabriek import een_item
from keukentafel import Keukentafel, dek_de_tafel
from samenspel.web.blik import Blik

pytestmark = pytest.mark.django_db


@pytest.fixture
def tafel() -> Keukentafel:
    """A household of two with a running traject."""
    return dek_de_tafel()


def blik(tafel: Keukentafel) -> Blik:
    return Blik.van(tafel.trekker, tafel.casus, timezone.now())


def test_about_whom_something_is_is_told_by_age(tafel: Keukentafel) -> None:
    for persoon, geboren in ((tafel.kind, date(2015, 5, 1)), (tafel.moeder, date(1985, 3, 2))):
        persoon.geboortedatum = geboren
        persoon.save()
    item = een_item(tafel.casus, tafel.kind, tafel.moeder, woorden={"tekst": "Samen eten"})
    assert blik(tafel).betreft(item.pk) == [tafel.moeder, tafel.kind]
    assert blik(tafel).betreft(tafel.casus.pk) == []


def test_words_are_read_once_for_a_look(tafel: Keukentafel, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    een, ander = (een_item(tafel.casus, woorden={"tekst": t}) for t in ("Een", "Ander"))
    kijk = blik(tafel)
    assert kijk.woorden([een.pk]) == {een.pk: {"tekst": "Een"}}
    with django_assert_num_queries(1):
        assert kijk.woorden([een.pk, ander.pk])[ander.pk] == {"tekst": "Ander"}
    with django_assert_num_queries(0):
        assert kijk.woorden([een.pk, ander.pk]) == {een.pk: {"tekst": "Een"}, ander.pk: {"tekst": "Ander"}}
