"""The eleven-proof."""

import pytest

from samenspel.kern.bsn import gemaskeerd, lees_bsn


@pytest.mark.parametrize(
    ("tekst", "nummer"),
    [
        ("111222333", "111222333"),
        ("123456782", "123456782"),
        ("1112.22.333", "111222333"),
        ("111 222 333", "111222333"),
        ("10000008", "010000008"),
        ("000000000", None),
        ("00000000", None),
        ("123456789", None),
        ("11122233", None),
        ("1112223330", None),
        ("11122233a", None),
        ("١١١٢٢٢٣٣٣", None),
        ("", None),
    ],
)
def test_only_a_number_that_passes_is_read(tekst: str, nummer: str | None) -> None:
    assert lees_bsn(tekst) == nummer


def test_one_wrong_figure_or_two_swapped_is_noticed() -> None:
    goed = "123456782"
    for plek in range(9):
        for cijfer in "0123456789".replace(goed[plek], ""):
            assert lees_bsn(goed[:plek] + cijfer + goed[plek + 1 :]) is None
    for plek in range(7):
        assert lees_bsn(goed[:plek] + goed[plek + 1] + goed[plek] + goed[plek + 2 :]) is None


def test_only_the_last_three_figures_are_shown() -> None:
    assert gemaskeerd("111222333") == "••••••333"
    assert gemaskeerd("") == ""
