"""Counting days: the end of a term from its beginning, on the Dutch calendar. Days are proleptic ordinals."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

import holidays

from samenspel.kern.werkwijze.eenheden import Duur, Tijdeenheid, maanden_later


def einddag(begin: int, duur: Duur, *, wettelijk: bool = False) -> int:
    """Last day of a term of `duur` that starts on day `begin`.

    A statutory term that ends on a Saturday, Sunday or public holiday ends on the next working day
    (Algemene termijnenwet art. 1).
    """
    einde = _TEL[duur.eenheid](begin, duur.aantal)
    return volgende_werkdag(einde) if wettelijk else einde


def betaaldagen(begin: int, tot: int, per: Duur) -> tuple[int, ...]:
    """The days on which money is paid that comes back every `per`, from `begin` up to and including `tot`."""
    dagen: list[int] = []
    while (dag := einddag(begin, Duur(per.aantal * len(dagen), per.eenheid))) <= tot and per.aantal:
        dagen.append(dag)
    return tuple(dagen)


def volgende_werkdag(dag: int) -> int:
    """The day itself where it is a working day, otherwise the first one after it."""
    while not is_werkdag(dag):
        dag += 1
    return dag


@cache
def is_werkdag(dag: int) -> bool:
    """Not a Saturday, Sunday or public holiday in the Netherlands."""
    datum = date.fromordinal(dag)
    return datum.weekday() < 5 and datum not in _feestdagen(datum.year)


@cache
def _feestdagen(jaar: int) -> frozenset[date]:
    """Public holidays with Good Friday and the fifth of May of every year (Algemene termijnenwet art. 3 lid 1 and 2).

    Not the days that a decree puts on a level with them for some years (lid 3).
    """
    return frozenset(holidays.country_holidays("NL", years=jaar, categories=("public", "optional")))


def leeftijd(geboren: int, dag: int) -> int:
    """Age in whole years on `dag`; who was born on 29 February has a birthday on 1 March in other years."""
    geboorte, nu = date.fromordinal(geboren), date.fromordinal(dag)
    return nu.year - geboorte.year - ((nu.month, nu.day) < (geboorte.month, geboorte.day))


def volgende_verjaardag(geboren: int, dag: int) -> int:
    """First birthday after `dag`."""
    geboorte, jaar = date.fromordinal(geboren), date.fromordinal(dag).year
    kandidaten = (_verjaardag(geboorte, j) for j in (jaar, jaar + 1))
    return next(k for k in kandidaten if k > dag)


def _verjaardag(geboorte: date, jaar: int) -> int:
    try:
        return geboorte.replace(year=jaar).toordinal()
    except ValueError:
        return date(jaar, 3, 1).toordinal()


def _werkdagen_later(begin: int, aantal: int) -> int:
    dag = begin
    for _ in range(aantal):
        dag = volgende_werkdag(dag + 1)
    return dag


_TEL: Mapping[Tijdeenheid, Callable[[int, int], int]] = {
    Tijdeenheid.DAGEN: lambda begin, n: begin + n,
    Tijdeenheid.WEKEN: lambda begin, n: begin + 7 * n,
    Tijdeenheid.WERKDAGEN: _werkdagen_later,
    Tijdeenheid.MAANDEN: maanden_later,
    Tijdeenheid.JAREN: lambda begin, n: maanden_later(begin, 12 * n),
}
