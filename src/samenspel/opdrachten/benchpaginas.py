"""`samenspel bench paginas`: the server's time for every page that anybody of the demo can reach, in a crowd.

A database of its own is made and filled by the demo, so what a municipality has is never touched. Everybody walks
the links of the pages they get; each kind of page is then asked for a number of times, of different households.
"""

import gc
import os
import re
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape, unescape
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from django.http import HttpResponseBase

    from samenspel.organisatie.models import Account

__all__ = ["meet_paginas"]

PER_SOORT = 12
"""How many addresses of one kind of page are measured, per person."""
METINGEN = 20
"""How many requests of one kind of page are measured at least, per person: a p95 of three would be their maximum."""
STAPPEN = 150
"""How many pages somebody opens to find addresses."""
GRENS_MS = 150.0
ZOEKT = ("Vermeulen", "van den Berg", "Yildiz", "Verhoef", "Jansen Sanne")
LINK = re.compile(r"""<a\s[^>]*href="([^"#]+)""")


class Meting(NamedTuple):
    """One request: milliseconds in the server, and how many queries it took."""

    ms: float
    vragen: int


class _Teller:
    """Counts the statements that go to the database."""

    def __init__(self) -> None:
        self.aantal = 0

    def __call__(self, execute: Callable[..., Any], *args: Any) -> Any:
        self.aantal += 1
        return execute(*args)


class _Bezoek:
    """Asks for pages as one account, through all middleware and without a network."""

    def __init__(self, account: "Account") -> None:
        from django.core.handlers.base import BaseHandler
        from django.test import Client

        client = Client(SERVER_NAME="localhost")
        client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
        self.koekjes = {naam: str(koek.value) for naam, koek in client.cookies.items()}
        self.handler = BaseHandler()
        self.handler.load_middleware()

    def vraag(self, pad: str, gegevens: dict[str, str] | None = None) -> tuple[Meting, int, str]:
        """One page: what it cost, its status and its text; of one that sends on, a link to where."""
        from django.db import connection
        from django.test import RequestFactory

        fabriek = RequestFactory(SERVER_NAME="localhost")
        request = fabriek.get(pad) if gegevens is None else fabriek.post(pad, gegevens)
        request.COOKIES.update(self.koekjes)
        request._dont_enforce_csrf_checks = True  # type: ignore[attr-defined]  # as Django's own test client does
        teller = _Teller()
        with connection.execute_wrapper(teller):
            begin = time.perf_counter()
            antwoord = self.handler.get_response(request)
            inhoud = _inhoud(antwoord)
            ms = (time.perf_counter() - begin) * 1000
        is_pagina = antwoord.headers.get("Content-Type", "").startswith("text/html")
        tekst = inhoud.decode("utf-8", errors="replace") if is_pagina else ""
        if naar := antwoord.headers.get("Location"):
            tekst = f'<a href="{escape(naar)}"></a>'
        return Meting(ms, teller.aantal), antwoord.status_code, tekst


def _inhoud(antwoord: "HttpResponseBase") -> bytes:
    stroom = getattr(antwoord, "streaming_content", None)
    return b"".join(stroom) if stroom is not None else getattr(antwoord, "content", b"")


def meet_paginas(aantal: int) -> dict[str, Any]:
    """Medians and p95 per kind of page and person, with `aantal` households in a database of its own."""
    with _eigen_database():
        from django.db import connection

        _vul(aantal)
        # Filling left a heap behind that no server has, and the collector would walk it amid the requests.
        gc.collect()
        gc.freeze()
        paginas = sorted(_alle(), key=lambda rij: -rij["p95_ms"])
        tijden = [ms for rij in paginas for ms in rij.pop("tijden")]
        return {
            "naam": "paginas",
            "n": aantal,
            "database": connection.vendor,
            "soorten": len({rij["pagina"] for rij in paginas}),
            "metingen": len(tijden),
            "mediaan_ms": round(statistics.median(tijden), 1),
            "p95_ms": _p95(tijden),
            "meeste_vragen": max(rij["vragen"] for rij in paginas),
            "boven_150_ms": [f"{r['pagina']} ({r['wie']})" for r in paginas if r["p95_ms"] > GRENS_MS],
            "paginas": paginas,
        }


@contextmanager
def _eigen_database() -> Iterator[None]:
    """A database of the kind that is configured, made for this and removed after it."""
    from samenspel.conf.omgeving import Omgeving
    from samenspel.conf.start import migrate, start_django

    ingesteld = Omgeving.read(os.environ)
    with tempfile.TemporaryDirectory(prefix="samenspel-bench-") as map_, _adres(ingesteld.database_url, map_) as adres:
        os.environ |= {"SAMENSPEL_GEHEIMEN": str(ingesteld.geheimen), "SAMENSPEL_DATA": map_}
        os.environ["SAMENSPEL_DATABASE_URL"] = adres
        start_django()
        migrate()
        from django.db import connection

        try:
            yield
        finally:
            connection.close()


@contextmanager
def _adres(ingesteld: str, map_: str) -> Iterator[str]:
    if not ingesteld.startswith("postgres"):
        yield f"sqlite:///{Path(map_) / 'bench.sqlite3'}"
        return
    import psycopg

    naam = f"samenspel_bench_{os.getpid()}"
    with psycopg.connect(ingesteld, autocommit=True) as verbinding:
        verbinding.execute(f'CREATE DATABASE "{naam}"'.encode())
    try:
        yield f"{ingesteld.rpartition('/')[0]}/{naam}"
    finally:
        with psycopg.connect(ingesteld, autocommit=True) as verbinding:
            verbinding.execute(f'DROP DATABASE "{naam}" WITH (FORCE)'.encode())


def _vul(aantal: int) -> None:
    from django.db import connection, transaction
    from django.utils import timezone

    from samenspel.demo.laden import GEMEENTE, laad
    from samenspel.demo.menigte import vermenigvuldig
    from samenspel.organisatie.models import Gemeente

    nu = timezone.now()
    with transaction.atomic():
        laad(nu=nu, meld=_stil)
        vermenigvuldig(gemeente=Gemeente.objects.get(code=GEMEENTE), tot=aantal, zaad=20_26, nu=nu, meld=_stil)
    with connection.cursor() as cursor:
        # Both databases choose their indexes by counts that they keep; fresh ones, as a day in use would bring.
        cursor.execute("ANALYZE")


def _stil(regel: str) -> None:
    """The demo tells what it does; a measurement doesn't."""


def _alle() -> Iterator[dict[str, Any]]:
    from django.urls import reverse

    from samenspel.organisatie.models import Account

    mensen = Account.objects.filter(is_active=True).exclude(functie="").select_related("gemeente", "team")
    for account in mensen.order_by("gebruikersnaam"):
        bezoek = _Bezoek(account)
        for soort, paden in _loop_rond(bezoek).items():
            metingen = [bezoek.vraag(pad)[0] for _ in range(ceil(METINGEN / len(paden))) for pad in paden]
            yield _rij(soort, account, metingen)
        if account.persoon_id is None:
            zoekt = [bezoek.vraag(reverse("zoeken"), {"q": vraag})[0] for vraag in ZOEKT * ceil(METINGEN / len(ZOEKT))]
            yield _rij("zoeken (met een vraag)", account, zoekt)


def _rij(soort: str, account: "Account", metingen: list[Meting]) -> dict[str, Any]:
    tijden = [meting.ms for meting in metingen]
    return {
        "pagina": soort,
        "wie": account.gebruikersnaam,
        "n": len(tijden),
        "mediaan_ms": round(statistics.median(tijden), 1),
        "p95_ms": _p95(tijden),
        "vragen": max(meting.vragen for meting in metingen),
        "tijden": tijden,
    }


def _p95(tijden: list[float]) -> float:
    return round(statistics.quantiles(tijden, n=20, method="inclusive")[-1] if len(tijden) > 1 else tijden[0], 1)


def _loop_rond(bezoek: _Bezoek) -> dict[str, list[str]]:
    """Addresses of good pages by their kind, found by following links; kinds of which few were seen come first."""
    from django.urls import reverse

    gevonden: dict[str, list[str]] = defaultdict(list)
    wachtrij, gezien = [reverse("start")], set[str]()
    for _ in range(STAPPEN):
        wachtrij = [pad for pad in wachtrij if pad not in gezien and len(gevonden[_soort(pad)]) < PER_SOORT]
        if not wachtrij:
            break
        pad = min(wachtrij, key=lambda p: len(gevonden[_soort(p)]))
        gezien.add(pad)
        _, status, tekst = bezoek.vraag(pad)
        if status == 200:
            gevonden[_soort(pad)].append(pad)
        wachtrij += dict.fromkeys(filter(_is_pagina, (_kaal(unescape(href)) for href in LINK.findall(tekst))))
    return {soort: paden for soort, paden in gevonden.items() if paden}


def _kaal(href: str) -> str:
    deel = urlsplit(href)
    return "" if deel.scheme or deel.netloc else deel.path + (f"?{deel.query}" if deel.query else "")


def _is_pagina(pad: str) -> bool:
    return pad.startswith("/") and bool(_soort(pad))


def _soort(pad: str) -> str:
    """The name of the pattern that an address belongs to; empty for what isn't a page."""
    from django.urls import Resolver404, resolve

    try:
        return resolve(urlsplit(pad).path).url_name or ""
    except Resolver404:
        return ""
