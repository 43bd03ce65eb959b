"""`samenspel gemeente`: an empty municipality whose administrator sets up the rest in the browser."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from samenspel.cli import main
from samenspel.organisatie.models import Account, Gemeente

WACHTWOORD = "vier-hele-gewone-woorden"


@pytest.mark.django_db
def test_the_first_administrator_comes_in_by_the_link(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("samenspel.conf.start.is_migrated", lambda: True)
    opdracht = ["gemeente", "Nieuwstad aan Zee", "--beheerder", "Fatma Yılmaz", "--gebruikersnaam", "fatma"]
    assert main(opdracht) == 0
    gevonden = re.search(r"^\s+(/welkom/\S+)$", capsys.readouterr().out, re.MULTILINE)
    assert gevonden is not None
    client = Client()
    client.post(gevonden[1], {"nieuw": WACHTWOORD, "nogmaals": WACHTWOORD})
    pagina = client.get(reverse("beheer")).content.decode()
    assert "Nieuwstad aan Zee" in pagina and "U bent de enige beheerder." in pagina
    assert not Gemeente.objects.get(code="nieuwstad-aan-zee").demo
    assert main(opdracht) == 1
    assert "Er is al een gemeente" in capsys.readouterr().err
    assert Account.objects.count() == 1
