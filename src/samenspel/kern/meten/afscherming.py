"""Tables of counts in which nobody can be found: small cells are hidden, and enough others that none can be computed.

Every row adds up to its total; with `kolommen_tellen_op` every column adds up to a total that is shown elsewhere and
taken as known. A hidden cell is safe when another table of whole numbers fits everything that is shown, with another
number in that cell. Cells are edges between their row and their column; such another table is a closed walk over
hidden edges, one up and one down by turns, so that every sum stays. Where a small cell has none, the cheapest walk is
made by hiding larger cells along it.
"""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Cel", "Tabel", "Weergave", "scherm_af"]

Plek = tuple[int, int]
Pijl = tuple[str, str, Plek, int]


class Weergave(StrEnum):
    """How a cell is shown."""

    GETAL = "getal"
    KLEIN = "klein"
    GROOT = "groot"
    NIET = "niet"


@dataclass(frozen=True, slots=True)
class Cel:
    """A count as it may be shown; `aantal` only when it may be known."""

    weergave: Weergave
    aantal: int | None = None


@dataclass(frozen=True, slots=True)
class Tabel:
    """The rows, each with its parts and last its total. `heel` False: too small to show any number above nought."""

    rijen: tuple[tuple[Cel, ...], ...]
    heel: bool


def scherm_af(rijen: Sequence[Sequence[int]], drempel: int, *, kolommen_tellen_op: bool) -> Tabel:
    """What may be shown of these counts (the parts of each row, without its total).

    Nought is shown. From 1 up to the threshold a cell is KLEIN. What is hidden beside it is GROOT: at least the
    threshold. Where that says too much, everything is NIET.
    """
    met_totaal = [(*rij, sum(rij)) for rij in rijen]
    for gelijk in (False, True):
        verborgen = _Verborgen(met_totaal, drempel, kolommen_tellen_op=kolommen_tellen_op, gelijk=gelijk)
        if verborgen.maak_veilig():
            return Tabel(tuple(verborgen.rij(r) for r in range(len(met_totaal))), True)
    return Tabel(tuple(tuple(_cel(aantal, Weergave.NIET) for aantal in rij) for rij in met_totaal), False)


def _cel(aantal: int, anders: Weergave) -> Cel:
    return Cel(Weergave.GETAL, 0) if aantal == 0 else Cel(anders)


class _Verborgen:
    """Which cells are hidden, and what a reader knows of each.

    `gelijk`: all hidden cells look the same, so that only 'not nought' is known of them.
    """

    def __init__(self, rijen: Sequence[Sequence[int]], drempel: int, *, kolommen_tellen_op: bool, gelijk: bool) -> None:
        self.drempel, self.gelijk = drempel, gelijk
        self.kolommen_tellen_op = kolommen_tellen_op
        self.waarden = {(r, k): aantal for r, rij in enumerate(rijen) for k, aantal in enumerate(rij)}
        self.totaalkolom = max((k for _, k in self.waarden), default=0)
        self.plekken = {plek for plek, aantal in self.waarden.items() if 0 < aantal < drempel}

    def maak_veilig(self) -> bool:
        """Hide more until no hidden cell can be computed; False when that can't be."""
        for plek in sorted(self.plekken):
            omweg = self._goedkoopste(plek)
            if omweg is None:
                return False
            self.plekken |= omweg
        return True

    def rij(self, nummer: int) -> tuple[Cel, ...]:
        """A row as it may be shown."""
        return tuple(self._toon((nummer, k)) for k in range(self.totaalkolom + 1))

    def _toon(self, plek: Plek) -> Cel:
        aantal = self.waarden[plek]
        if plek not in self.plekken:
            return Cel(Weergave.GETAL, aantal)
        if self.gelijk:
            return Cel(Weergave.NIET)
        return Cel(Weergave.KLEIN if aantal < self.drempel else Weergave.GROOT)

    def _goedkoopste(self, plek: Plek) -> set[Plek] | None:
        """The cells of the cheapest closed walk through this one."""
        rij, kolom = self._punten(plek)
        wegen = [
            self._weg(van, naar, zonder=plek)
            for van, naar, mag in ((kolom, rij, self._mag(plek, 1)), (rij, kolom, self._mag(plek, -1)))
            if mag
        ]
        gevonden = [weg for weg in wegen if weg is not None]
        return min(gevonden, key=lambda weg: (weg[0], sorted(weg[1])))[1] if gevonden else None

    def _weg(self, van: str, naar: str, *, zonder: Plek) -> tuple[int, set[Plek]] | None:
        """Dijkstra: hidden cells cost nothing, hiding one costs its count."""
        pijlen: dict[str, list[Pijl]] = {}
        for pijl in self._pijlen(zonder):
            pijlen.setdefault(pijl[0], []).append(pijl)
        wachtrij: list[tuple[int, str, tuple[Plek, ...]]] = [(0, van, ())]
        klaar: set[str] = set()
        while wachtrij:
            kosten, punt, weg = heapq.heappop(wachtrij)
            if punt == naar:
                return kosten, set(weg)
            if punt in klaar:
                continue
            klaar.add(punt)
            for _, volgend, plek, erbij in pijlen.get(punt, ()):
                if volgend not in klaar:
                    heapq.heappush(wachtrij, (kosten + erbij, volgend, (*weg, plek)))
        return None

    def _pijlen(self, zonder: Plek) -> Iterator[Pijl]:
        for plek, aantal in self.waarden.items():
            if aantal == 0 or plek == zonder:
                continue
            rij, kolom = self._punten(plek)
            kosten = 0 if plek in self.plekken else aantal
            if self._mag(plek, 1):
                yield rij, kolom, plek, kosten
            if self._mag(plek, -1):
                yield kolom, rij, plek, kosten

    def _punten(self, plek: Plek) -> tuple[str, str]:
        rij, kolom = plek
        return f"rij {rij}", f"kolom {kolom}" if self.kolommen_tellen_op else "vrij"

    def _mag(self, plek: Plek, richting: int) -> bool:
        """Whether a reader can't exclude one more (or less). In the sums a total counts as less than nought."""
        aantal = self.waarden[plek] + (richting if plek[1] != self.totaalkolom else -richting)
        if self.gelijk:
            return aantal >= 1
        return 1 <= aantal < self.drempel if self.waarden[plek] < self.drempel else aantal >= self.drempel
