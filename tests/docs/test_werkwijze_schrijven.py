"""The worked example of docs/how-to/werkwijze-schrijven.md does what the text says."""

import re
from datetime import date
from pathlib import Path

import pytest

from samenspel.kern.stand import maak_route
from samenspel.kern.stand.kernspel import Kernspel
from samenspel.kern.stand.voorbeelden import Voorbeeld, lees_voorbeelden, speel
from samenspel.kern.werkwijze.catalogus import catalogus
from samenspel.kern.werkwijze.controle import lees_en_controleer
from samenspel.kern.werkwijze.model import Werkwijze
from samenspel.kern.werkwijze.voorwaarde import lees_voorwaarde

TEKST = (Path(__file__).parents[2] / "docs" / "how-to" / "werkwijze-schrijven.md").read_text(encoding="utf-8")
BLOKKEN = re.findall(r"^```yaml ?(\S*)\n(.*?)^```$", TEKST, re.MULTILINE | re.DOTALL)
HEEL = {naam: blok for naam, blok in BLOKKEN if naam}
STUKKEN = [blok for naam, blok in BLOKKEN if not naam]
FOUTEN = re.findall(r"Staat er `([^`]+)` in plaats van `([^`]+)`, dan leest u:\n\n```text\n(.*?)```", TEKST, re.DOTALL)
VOORBEELDEN = lees_voorbeelden(HEEL["voorbeelden.yaml"])
WERKWIJZEN = ("begin.yaml", "werkwijze.yaml")


def lees(bestand: str) -> Werkwijze:
    werkwijze, fouten = lees_en_controleer(HEEL[bestand], bestand)
    assert werkwijze is not None, [str(f) for f in fouten]
    return werkwijze


def test_the_text_has_every_kind_of_block() -> None:
    assert set(HEEL) == {*WERKWIJZEN, "voorbeelden.yaml"}
    assert len(STUKKEN) > 5
    assert len(FOUTEN) == 4
    assert len(VOORBEELDEN) > 1


@pytest.mark.parametrize("bestand", WERKWIJZEN)
def test_the_checker_accepts_the_example(bestand: str) -> None:
    assert lees_en_controleer(HEEL[bestand], bestand)[1] == ()


@pytest.mark.parametrize("stuk", STUKKEN, ids=lambda s: s.split("\n")[0].strip(" -"))
def test_every_piece_stands_in_the_whole(stuk: str) -> None:
    assert stuk in HEEL["werkwijze.yaml"]


@pytest.mark.parametrize("voorbeeld", VOORBEELDEN, ids=lambda v: v.naam)
def test_every_voorbeeld_goes_as_it_says(voorbeeld: Voorbeeld) -> None:
    begin = date(2026, 3, 2)
    gespeeld = speel(voorbeeld, Kernspel(maak_route(lees("werkwijze.yaml")), voorbeeld, begin), begin)
    assert [(g.stap.dag, g.afwijkingen) for g in gespeeld if g.afwijkingen] == []


@pytest.mark.parametrize(("fout", "goed", "melding"), FOUTEN)
def test_a_planted_mistake_is_told_as_the_text_says(fout: str, goed: str, melding: str) -> None:
    assert goed in HEEL["werkwijze.yaml"]
    tekst = HEEL["werkwijze.yaml"].replace(goed, fout, 1)
    assert [str(f) for f in lees_en_controleer(tekst, "werkwijze.yaml")[1]] == melding.splitlines()


def test_conditions_in_the_table_can_be_read() -> None:
    tabel = TEKST.split("| Wat | Voorbeeld |")[1].split("\n\n")[0]
    voorwaarden = re.findall(r"`([^`]+)`", tabel)
    grenzen = "feiten:\n" + "".join(
        f"  - {{feit: {naam}, naam: Grens, soort: {soort}, waarde: {waarde}}}\n"
        for naam, soort, waarde in (("grens.gesprekken", "aantal", 7), ("grens.stilte", "dagen", 9))
    )
    tekst = HEEL["werkwijze.yaml"].replace("feiten:\n", grenzen, 1)
    werkwijze, fouten = lees_en_controleer(tekst, "werkwijze.yaml")
    assert werkwijze is not None, fouten
    for voorwaarde in voorwaarden:
        assert lees_voorwaarde(voorwaarde, catalogus(werkwijze)).paden()


def test_what_may_stand_under_verwacht_is_known() -> None:
    rij = TEKST.split("Onder `verwacht`")[1].split("Met `geweigerd`")[0]
    genoemd = set(re.findall(r"`([a-z_]+)`", rij))
    stap = "  - {dag: 0, door: wijkcoach, begin: {}, verwacht: {fase: zelf_uitzoeken, %s}}\n"
    for sleutel in genoemd - {"fase"}:
        regels = "- voorbeeld: proef\n  huishouden: {naam: Proef}\n  stappen:\n" + stap % f"{sleutel}: []"
        (voorbeeld,) = lees_voorbeelden(regels)
        spel = Kernspel(maak_route(lees("werkwijze.yaml")), voorbeeld, date(2026, 3, 2))
        assert all(not g.afwijkingen for g in speel(voorbeeld, spel, date(2026, 3, 2))), sleutel
