"""docs/reference is what the code, the definitions and their voorbeelden say."""

from typing import get_args

import pytest

from samenspel.cli import main
from samenspel.kern.stand.handelingen import Handeling
from samenspel.opdrachten import naslag
from samenspel.opdrachten.naslag_diensten import soorten_in, soorten_van_diensten
from samenspel.opdrachten.naslag_gebeurtenissen import soorten_van_kern
from samenspel.opdrachten.naslag_naamwoorden import keuzesoorten, naamwoorden, velden
from samenspel.opdrachten.naslag_schrijven import Betekenisloos, betekenis, betekenis_van


@pytest.mark.parametrize("naam", naslag.BLADEN)
def test_the_page_is_what_the_code_says(naam: str) -> None:
    staat_er = (naslag.REFERENTIE / naam).read_text(encoding="utf-8")
    assert staat_er == naslag.BLADEN[naam](), "schrijf de naslag opnieuw met: samenspel naslag --schrijf"


def test_lines_are_short_enough_to_review() -> None:
    assert max(len(regel) for maak in naslag.BLADEN.values() for regel in maak().splitlines()) <= 200


def test_every_handeling_gives_a_kind_of_event_that_the_page_tells() -> None:
    assert len(soorten_van_kern()) == len(get_args(Handeling))


def test_no_meaning_is_left_of_what_the_code_no_longer_has() -> None:
    assert set(betekenis()["naamwoorden"]) == {k.__name__ for k in naamwoorden()}
    for klasse in naamwoorden():
        assert set(betekenis()["naamwoorden"][klasse.__name__]) - {"is"} == {v.name for v in velden(klasse)}
    assert betekenis()["keuzes"].keys() == {k.__name__ for k in keuzesoorten()}
    for keuze in keuzesoorten():
        assert set(betekenis()["keuzes"][keuze.__name__]) == {w.value for w in keuze}


def test_a_key_without_a_meaning_is_told() -> None:
    with pytest.raises(Betekenisloos, match=r"'naamwoorden\.Rol\.bestaat_niet'"):
        betekenis_van("naamwoorden", "Rol", "bestaat_niet")


def test_controleer_says_which_page_is_out_of_date(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["naslag"]) == 0
    monkeypatch.setattr(naslag, "BLADEN", {**naslag.BLADEN, "feiten.md": lambda: "anders"})
    assert main(["naslag", "--controleer"]) == 1
    assert "docs/reference/feiten.md klopt niet meer" in capsys.readouterr().out


BRONCODE = """
SOORT = "iets_gegeven"

def een(casus):
    leg_gebeurtenis_vast(casus=casus, soort="iets_begonnen", gegevens={"wie": 1, "wat": 2})

def twee(casus):
    gegevens, ander = {"wat": 3}, None
    services.leg_los_vast(casus, SOORT, gegevens, None)

def drie(casus):
    _leg_vast("iets_gedaan", casus)

def _leg_vast(soort, casus):
    leg_gebeurtenis_vast(casus=casus, soort=soort, gegevens={"wie": 4})

IETS = Formulierrij(toegevoegd="iets_erbij", gewijzigd="iets_anders", feiten=lambda iets: {"iets": iets.pk})
"""


def test_events_of_services_are_found_in_their_source() -> None:
    assert list(soorten_in(BRONCODE)) == [
        ("iets_begonnen", ("wie", "wat")),
        ("iets_gegeven", ("wat",)),
        ("iets_gedaan", ("wie",)),
        ("iets_erbij", ("iets",)),
        ("iets_anders", ("iets",)),
    ]


def test_every_meaning_of_an_event_is_of_a_kind_that_is_written() -> None:
    assert set(betekenis()["gebeurtenissen"]) == {*soorten_van_kern(), *soorten_van_diensten()}
