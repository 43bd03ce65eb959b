"""Asking for a page as somebody, at that one's moment, and taking back what the request did."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from urllib.parse import urlsplit

from django.core.handlers.base import BaseHandler
from django.db import transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from pytest import MonkeyPatch

from personas import Persona, Wereld
from samenspel.web import klok

__all__ = ["Kijken", "Koekjes", "Resultaat", "lichaam", "log_in"]

BACKEND = "django.contrib.auth.backends.ModelBackend"


FABRIEK = RequestFactory()
Koekjes = dict[str, dict[str, str]]
"""Per persona."""


UITKOMSTEN = {200: "ok", 204: "ok", 409: "ok", 422: "ok", 403: "geen", 404: "niet", 405: "fout"}


@dataclass(frozen=True)
class Resultaat:
    """An answer and the class of outcome it belongs to."""

    uitkomst: str
    antwoord: HttpResponse


@dataclass
class Kijken:
    """Uses the session of a persona, so that no request costs a login."""

    koekjes: Koekjes
    monkeypatch: MonkeyPatch

    @contextmanager
    def teruggedraaid(self) -> Iterator[None]:
        """What happens inside is taken back."""
        with transaction.atomic():
            yield
            transaction.set_rollback(True)

    def vraag(
        self,
        persona: Persona,
        methode: str,
        pad: str,
        gegevens: Mapping[str, str] | None = None,
        *,
        fragment: bool = False,
    ) -> Resultaat:
        """One request; an exception of the page is the outcome `stuk`."""
        self.monkeypatch.setattr(klok, "nu", _moment(persona.nu))
        headers = {"HX-Request": "true"} if fragment else {}
        maak = FABRIEK.post if methode == "POST" else FABRIEK.get
        request = maak(pad, dict(gegevens or {}), headers=headers)
        request.COOKIES.update(self.koekjes.get(persona.naam, {}))
        request._dont_enforce_csrf_checks = True  # type: ignore[attr-defined]  # as Django's own test client does
        antwoord = afhandelaar().get_response(request)
        assert isinstance(antwoord, HttpResponse)
        return Resultaat(_uitkomst(antwoord, methode), antwoord)


def log_in(wereld: Wereld) -> Koekjes:
    """Give everybody the cookies of somebody who logged in."""
    koekjes = {}
    for persona in wereld.personas.values():
        if persona.account is not None:
            client = Client()
            client.force_login(persona.account, backend=BACKEND)
            koekjes[persona.naam] = {naam: str(koek.value) for naam, koek in client.cookies.items()}
    return koekjes


@cache
def afhandelaar() -> BaseHandler:
    """All middleware and views, without what the test client records of each template: that takes most of its time."""
    handler = BaseHandler()
    handler.load_middleware()
    return handler


def lichaam(antwoord: HttpResponse) -> bytes:
    """The body, streamed or not."""
    stroom = getattr(antwoord, "streaming_content", None)
    return b"".join(stroom) if stroom is not None else antwoord.content


def _moment(nu: datetime) -> object:
    return lambda: nu


def _uitkomst(antwoord: HttpResponse, methode: str) -> str:
    code = antwoord.status_code
    if code in (301, 302, 303):
        naar = urlsplit(antwoord.headers["Location"]).path
        if naar == reverse("inloggen"):
            return "inlog"
        return "door" if naar in (reverse("start"), reverse("mijn_plan"), reverse("mijn_werk")) else "ok"
    return UITKOMSTEN.get(code, f"stuk ({code})")
