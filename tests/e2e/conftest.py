"""A real `samenspel serve` process on a database of its own, filled by `samenspel demo`, and a real Chromium.

Server and browser end with this folder: while the browser is driven, Django lets no other test near its database.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, sync_playwright

from browserhulp import Instappen, volg

SAMENSPEL = Path(sys.executable).with_name("samenspel")
CHROMIUM_OPTIES = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="package")
def omgeving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment of the server: its own data folder, and its own database of the kind under test."""
    map_ = tmp_path_factory.mktemp("samenspel")
    omgeving = {k: v for k, v in os.environ.items() if not k.startswith("SAMENSPEL_") and k != "DJANGO_SETTINGS_MODULE"}
    omgeving |= {"SAMENSPEL_DATA": str(map_), "SAMENSPEL_GEHEIMEN": str(settings.GEHEIMEN_BESTAND)}
    adres = os.environ.get("SAMENSPEL_DATABASE_URL", "")
    if not adres.startswith("postgres"):
        yield omgeving
        return
    naam = f"samenspel_e2e_{uuid4().hex[:12]}"
    with psycopg.connect(adres, autocommit=True) as verbinding:
        verbinding.execute(f'CREATE DATABASE "{naam}"'.encode())
    yield omgeving | {"SAMENSPEL_DATABASE_URL": f"{adres.rpartition('/')[0]}/{naam}"}
    with psycopg.connect(adres, autocommit=True) as verbinding:
        verbinding.execute(f'DROP DATABASE "{naam}" WITH (FORCE)'.encode())


@pytest.fixture(scope="package")
def adres(omgeving: dict[str, str]) -> Iterator[str]:
    """Where the demo is served. Its log goes to a file: a pipe that nobody empties would stop the server."""
    subprocess.run([SAMENSPEL, "demo"], env=omgeving, check=True, capture_output=True)
    logboek = Path(omgeving["SAMENSPEL_DATA"]) / "server.log"
    with logboek.open("w") as uit:
        proces = subprocess.Popen([SAMENSPEL, "serve", "--port", "0"], env=omgeving, stdout=uit, stderr=uit)
    try:
        yield _wacht_op_adres(proces, logboek)
    finally:
        proces.terminate()
        proces.wait(timeout=20)


def _wacht_op_adres(proces: subprocess.Popen[bytes], logboek: Path) -> str:
    uiterlijk = time.monotonic() + 60
    while proces.poll() is None and time.monotonic() < uiterlijk:
        if gevonden := re.search(r"http://127\.0\.0\.1:\d+", logboek.read_text()):
            return gevonden[0]
        time.sleep(0.1)
    pytest.fail(f"samenspel serve begon niet: {logboek.read_text()}")


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium, as Debian has it."""
    pad = shutil.which("chromium")
    assert pad is not None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=pad, args=CHROMIUM_OPTIES)
        yield browser
        browser.close()


@pytest.fixture
def als(browser: Browser, adres: str) -> Iterator[Instappen]:
    """Step in as one of the demo's people, in a browser window of their own."""
    vensters = []

    def instappen(naam: str, breedte: int = 1440, *, script: bool = True) -> Page:
        venster = browser.new_context(
            viewport={"width": breedte, "height": 900}, java_script_enabled=script, base_url=adres, locale="nl-NL"
        )
        vensters.append(venster)
        pagina = venster.new_page()
        pagina.set_default_timeout(15_000)
        pagina.goto("/inloggen")
        volg(pagina.get_by_role("button", name=re.compile(naam)).first)
        assert "/inloggen" not in pagina.url, naam
        return pagina

    yield instappen
    for venster in vensters:
        venster.close()
