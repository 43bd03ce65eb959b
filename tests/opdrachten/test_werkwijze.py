"""`samenspel werkwijze`: what comes with Samenspel, and the mistakes in a file."""

import json
from pathlib import Path

import pytest

from samenspel import werkwijzen
from samenspel.cli import main


def test_lijst_tells_every_definition_with_the_version_of_its_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["werkwijze", "lijst", "--json"]) == 0
    regels = json.loads(capsys.readouterr().out)
    assert [r["slug"] for r in regels] == list(werkwijzen.slugs())
    assert all(set(r) == {"slug", "naam", "bron", "versie"} and len(r["versie"]) == 12 for r in regels)


def test_controleer_is_silent_about_a_sound_definition(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bestand = tmp_path / "goed.yaml"
    bestand.write_text(werkwijzen.tekst(werkwijzen.slugs()[0]), encoding="utf-8")
    assert main(["werkwijze", "controleer", str(bestand)]) == 0
    assert capsys.readouterr().out == ""


def test_controleer_tells_file_line_key_and_mend(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bestand = tmp_path / "fout.yaml"
    bestand.write_text("werkwijze: fout\nnaam: [Fout]\n", encoding="utf-8")
    assert main(["werkwijze", "controleer", str(bestand)]) == 1
    assert f"{bestand}:2: naam: hier hoort één waarde: tekst\n" in capsys.readouterr().out


def test_controleer_refuses_what_is_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bestand = tmp_path / "plaatje.yaml"
    bestand.write_bytes(b"\x89PNG\xff")
    assert main(["werkwijze", "controleer", str(bestand)]) == 1
    assert "geen tekst in UTF-8" in capsys.readouterr().out


def test_controleer_tells_that_there_is_no_such_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["werkwijze", "controleer", str(tmp_path / "weg.yaml")]) == 1
    assert "is niet te lezen" in capsys.readouterr().err
