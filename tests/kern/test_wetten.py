"""One list of laws: by name or abbreviation, and what a row says beside it."""

import pytest

from samenspel.kern.wet.termijnen import Wet
from samenspel.kern.wet.wetten import WETTEN, andere_wet, bekende_wet, wettekst


@pytest.mark.parametrize(
    ("tekst", "naam"),
    [
        ("Jeugdwet", "Jeugdwet"),
        (" wmo  2015. ", "Wet maatschappelijke ondersteuning 2015"),
        ("Zvw", "Zorgverzekeringswet"),
        ("Jeugdwet, artikel 2.3", ""),
        ("Wmo of Jeugdwet", ""),
        ("Verordening", ""),
        ("", ""),
    ],
)
def test_only_an_exact_name_or_abbreviation_is_a_law_of_the_list(tekst: str, naam: str) -> None:
    assert bekende_wet(tekst) == naam


def test_a_werkwijze_adds_its_own() -> None:
    assert bekende_wet("verordening jeugd", ["Verordening Jeugd"]) == "Verordening Jeugd"


def test_no_name_means_two_laws() -> None:
    namen = [n.casefold() for naam, ook in WETTEN.items() for n in (naam, *ook)]
    assert len(namen) == len(set(namen)) and set(Wet) <= set(WETTEN)


def test_what_is_written_out_is_read_once() -> None:
    assert wettekst({"wet": "Zvw"}, "Zorgverzekeringswet") == "Zorgverzekeringswet"
    assert wettekst({"wet": "Wet publieke gezondheid"}) == "Wet publieke gezondheid"
    assert wettekst({"andere_wet": "Een regel"}, "Jeugdwet") == "Jeugdwet, Een regel"
    assert andere_wet({"wet_naam": "Huurbrief", "andere_wet": "Huurbrief"}, "") == "Huurbrief"
