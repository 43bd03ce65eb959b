"""No hidden count can be computed: not by sums, not by trying every table that fits what is shown."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspel.kern.meten.afscherming import Cel, Tabel, Weergave, scherm_af

Rijen = list[tuple[int, ...]]


@pytest.mark.parametrize(
    ("rijen", "getoond"),
    [
        ([(12, 7), (0, 9)], ["12 7 19", "0 9 9"]),
        ([(12, 3), (8, 9), (20, 30)], ["+ < 15", "+ + 17", "20 30 50"]),
        ([(2, 0), (3, 0), (40, 0)], ["< 0 <", "< 0 <", "40 0 40"]),
        ([(1, 0), (5, 0)], ["? 0 ?", "? 0 ?"]),
        ([], []),
    ],
    ids=["niets klein", "een klein", "twee klein", "klein naast net groot", "leeg"],
)
def test_what_is_shown(rijen: Rijen, getoond: list[str]) -> None:
    tekens = {Weergave.KLEIN: "<", Weergave.GROOT: "+", Weergave.NIET: "?"}
    tabel = scherm_af(rijen, 5, kolommen_tellen_op=True)
    regels = [" ".join(tekens.get(c.weergave, str(c.aantal)) for c in rij) for rij in tabel.rijen]
    assert regels == getoond


def test_without_column_totals_a_row_still_keeps_its_own_secret() -> None:
    tabel = scherm_af([(12, 3)], 5, kolommen_tellen_op=False)
    assert [c.weergave for c in tabel.rijen[0]].count(Weergave.GETAL) == 1


def test_what_cannot_be_hidden_is_not_shown_at_all() -> None:
    tabel = scherm_af([(3,)], 5, kolommen_tellen_op=True)
    assert not tabel.heel
    assert tabel.rijen == ((Cel(Weergave.NIET), Cel(Weergave.NIET)),)


tabellen = st.integers(1, 2).flatmap(
    lambda delen: st.lists(st.tuples(*[st.integers(0, 7)] * delen), min_size=1, max_size=3)
)
grote = st.integers(1, 3).flatmap(
    lambda delen: st.lists(st.tuples(*[st.integers(0, 60)] * delen), min_size=1, max_size=9)
)


@given(rijen=tabellen, optellen=st.booleans())
@settings(max_examples=150, deadline=None)
def test_every_hidden_count_can_be_another_number(rijen: Rijen, optellen: bool) -> None:
    tabel = scherm_af(rijen, 4, kolommen_tellen_op=optellen)
    if not tabel.heel:
        return
    gezien: dict[tuple[int, int], set[int]] = {}
    for passend in _passend(tabel, rijen, 4, optellen):
        for plek, aantal in passend.items():
            gezien.setdefault(plek, set()).add(aantal)
    te_weten = {plek: aantallen for plek, aantallen in gezien.items() if len(aantallen) == 1}
    assert te_weten == {}


@given(rijen=grote, optellen=st.booleans())
@settings(max_examples=150, deadline=None)
def test_no_hidden_count_follows_from_the_sums(rijen: Rijen, optellen: bool) -> None:
    tabel = scherm_af(rijen, 5, kolommen_tellen_op=optellen)
    for r, rij in enumerate(tabel.rijen):
        for k, cel in enumerate(rij):
            waarde = (*rijen[r], sum(rijen[r]))[k]
            assert (cel.aantal == waarde) if cel.weergave is Weergave.GETAL else cel.aantal is None
            assert not (0 < waarde < 5 and cel.weergave is Weergave.GETAL)
    if tabel.heel:
        assert _volgt_uit_de_sommen(tabel, optellen) == []


def _verborgen(tabel: Tabel) -> list[tuple[int, int]]:
    return [(r, k) for r, rij in enumerate(tabel.rijen) for k, c in enumerate(rij) if c.weergave is not Weergave.GETAL]


def _passend(tabel: Tabel, echt: Rijen, drempel: int, optellen: bool) -> Iterator[dict[tuple[int, int], int]]:
    """Every table that fits what is shown, by trying all; a hidden count is at most a little above the largest."""
    verborgen = _verborgen(tabel)
    top = sum(map(sum, echt)) + 2 if optellen else 2 * drempel + 8
    ruimte = {Weergave.KLEIN: range(1, drempel), Weergave.GROOT: range(drempel, top), Weergave.NIET: range(1, top)}
    delen = len(echt[0])
    vrij = [p for p in verborgen if p[1] < delen]
    kolommen = [sum(rij[k] for rij in echt) for k in range(delen)]
    per_rij = [_rijen_die_passen(tabel.rijen[r], [p[1] for p in vrij if p[0] == r], ruimte) for r in range(len(echt))]
    for keuze in product(*per_rij):
        if optellen and [sum(rij[k] for rij in keuze) for k in range(delen)] != kolommen:
            continue
        yield {(r, k): keuze[r][k] for r, k in verborgen}


def _rijen_die_passen(rij: tuple[Cel, ...], vrij: list[int], ruimte: dict[Weergave, range]) -> list[tuple[int, ...]]:
    delen = len(rij) - 1
    passend = []
    for gekozen in product(*(ruimte[rij[k].weergave] for k in vrij)):
        getallen = dict(zip(vrij, gekozen, strict=True))
        heel = [getallen[k] if k in getallen else rij[k].aantal or 0 for k in range(delen)]
        totaal = rij[delen]
        som = sum(heel)
        if som == totaal.aantal if totaal.weergave is Weergave.GETAL else som in ruimte[totaal.weergave]:
            passend.append((*heel, som))
    return passend


def _volgt_uit_de_sommen(tabel: Tabel, optellen: bool) -> list[tuple[int, int]]:
    """Hidden cells that a reader can solve from the linear equations, by elimination."""
    verborgen = _verborgen(tabel)
    nummer = {plek: i for i, plek in enumerate(verborgen)}
    totaal = len(tabel.rijen[0]) - 1 if tabel.rijen else 0
    sommen = [[(r, k) for k in range(totaal + 1)] for r in range(len(tabel.rijen))]
    if optellen:
        sommen += [[(r, k) for r in range(len(tabel.rijen))] for k in range(totaal + 1)]
    matrix = []
    for som in sommen:
        rij = [Fraction(0)] * len(verborgen)
        for plek in som:
            if plek in nummer:
                rij[nummer[plek]] = Fraction(-1 if plek[1] == totaal else 1)
        matrix.append(rij)
    opgelost = _herleid(matrix)
    return [verborgen[next(i for i, x in enumerate(rij) if x)] for rij in opgelost if sum(1 for x in rij if x) == 1]


def _herleid(matrix: list[list[Fraction]]) -> list[list[Fraction]]:
    """Reduced row echelon form."""
    rijen, boven = [list(rij) for rij in matrix], 0
    for kolom in range(len(rijen[0]) if rijen else 0):
        spil = next((r for r in range(boven, len(rijen)) if rijen[r][kolom]), None)
        if spil is None:
            continue
        rijen[boven], rijen[spil] = rijen[spil], rijen[boven]
        deler = rijen[boven][kolom]
        rijen[boven] = [x / deler for x in rijen[boven]]
        for r in range(len(rijen)):
            if r != boven and rijen[r][kolom]:
                factor = rijen[r][kolom]
                rijen[r] = [x - factor * y for x, y in zip(rijen[r], rijen[boven], strict=True)]
        boven += 1
    return rijen
