"""When something breaks, neither the page nor the log tells what was in the dossier."""

import io
import logging
from collections.abc import Iterator
from typing import Any, NoReturn

import pytest
from django.conf import settings
from django.urls import reverse

from personas import Wereld
from samenspel.conf.logregels import ZonderInhoud
from samenspel.web.views import casus as casusviews
from toegang.kijken import Kijken

pytestmark = pytest.mark.django_db

LOGBOEK: Any = settings.LOGGING
REGEL = LOGBOEK["formatters"]["regel"]


@pytest.fixture
def logboek() -> Iterator[io.StringIO]:
    """What the server would write to its log, with the formatter it has in use."""
    boek = io.StringIO()
    schrijver = logging.StreamHandler(boek)
    schrijver.setFormatter(ZonderInhoud(REGEL["format"], style=REGEL["style"]))
    logger = logging.getLogger("django.request")
    logger.addHandler(schrijver)
    yield boek
    logger.removeHandler(schrijver)


def test_a_page_that_breaks_tells_nothing_of_the_dossier(
    wereld: Wereld, kijken: Kijken, logboek: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    plek = wereld.plekken["eigen"]
    moeder = plek.personen["moeder"]

    def breek(blik: object) -> NoReturn:
        raise ValueError(f"{moeder.naam} woont op {moeder.adres}, telefoon {moeder.telefoon}")

    monkeypatch.setattr(casusviews, "bouw", breek)
    gezien = kijken.vraag(wereld.personas["regisseur"], "GET", reverse("casus", args=[plek.casus.pk]))
    assert gezien.antwoord.status_code == 500
    verteld = gezien.antwoord.content.decode() + logboek.getvalue()
    assert [w for w in (moeder.voornaam, moeder.achternaam, moeder.adres, moeder.telefoon) if w in verteld] == []
    assert "ValueError" in logboek.getvalue() and "breek" in logboek.getvalue()


def test_the_server_writes_its_log_without_what_was_in_an_error() -> None:
    assert settings.DEBUG or REGEL["()"].endswith("ZonderInhoud")
