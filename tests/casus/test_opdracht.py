"""The two commands about the history."""

import json

import pytest

from fabriek import een_account, een_casus, een_huishouden, een_item, leden_van
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Casus
from samenspel.cli import main
from samenspel.delen.models import Woorden
from samenspel.delen.services import huidige_woorden

pytestmark = pytest.mark.django_db


@pytest.fixture
def casus() -> Casus:
    return een_casus(een_huishouden("Anna Jansen", "Bo Jansen"))


def test_a_whole_history_is_told_with_how_much_was_looked_at(casus: Casus, capsys: pytest.CaptureFixture[str]) -> None:
    een_item(casus, woorden={"tekst": "een"})

    assert main(["controleer-historie"]) == 0
    assert capsys.readouterr().out == "2 regels in 1 casussen gecontroleerd: alles klopt.\n"


def test_a_breach_is_one_line_and_exit_code_1(casus: Casus, capsys: pytest.CaptureFixture[str]) -> None:
    een_item(casus, woorden={"tekst": "een"})
    Woorden.objects.update(inhoud={"tekst": "twee"})

    assert main(["controleer-historie"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"{casus.gemeente.code}, casus 2026-00001, regel 2: de woorden die erbij horen zijn veranderd",
        "2 regels in 1 casussen gecontroleerd: 1 fouten gevonden.",
    ]


def test_json_holds_the_same(casus: Casus, capsys: pytest.CaptureFixture[str]) -> None:
    een_item(casus, woorden={"tekst": "een"})
    Woorden.objects.update(inhoud={"tekst": "twee"})

    assert main(["controleer-historie", "--json"]) == 1
    antwoord = json.loads(capsys.readouterr().out)
    assert (antwoord["casussen"], antwoord["gebeurtenissen"]) == (1, 2)
    assert [breuk["soort"] for breuk in antwoord["breuken"]] == ["woorden_veranderd"]


def test_words_are_erased_and_shared_ones_listed(casus: Casus, capsys: pytest.CaptureFixture[str]) -> None:
    anna, bo = leden_van(casus.huishouden)
    alleen = een_item(casus, anna, woorden={"tekst": "alleen Anna"})
    samen = een_item(casus, anna, bo, woorden={"tekst": "Anna en Bo"})

    assert main(["wis-woorden", "--persoon", str(anna.pk), "--account", casus.regisseur.gebruikersnaam]) == 0
    assert huidige_woorden(alleen) == {}
    uit = capsys.readouterr().out
    assert uit.startswith("1 teksten vernietigd.\n")
    assert str(samen.pk) in uit
    assert controleer_casus(casus) == []


@pytest.mark.parametrize("wie", ["elders", "niemand"])
def test_somebody_elses_municipality_erases_nothing(casus: Casus, wie: str, capsys: pytest.CaptureFixture[str]) -> None:
    een_account(gebruikersnaam="elders")
    anna = leden_van(casus.huishouden)[0]
    een_item(casus, anna, woorden={"tekst": "blijft"})

    assert main(["wis-woorden", "--persoon", str(anna.pk), "--account", wie]) == 1
    assert "dezelfde gemeente" in capsys.readouterr().err
    assert not Woorden.objects.filter(gewist_op__isnull=False).exists()
