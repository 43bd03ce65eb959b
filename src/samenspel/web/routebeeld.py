"""The route of a werkwijze as a picture: where each box and each arrow comes. Pure; a template draws it as SVG.

Boxes stand under each other in the order of the fasen. A stap to the next box is a straight arrow; any other stap runs
through a lane beside the boxes: onward on the right, back on the left, each in a lane of its own where they overlap.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count
from textwrap import wrap

from samenspel.kern.werkwijze.model import Werkwijze

__all__ = ["Beeld", "Pijl", "Vak", "letter", "teken_route"]

VAKBREEDTE, VAKHOOGTE, TUSSENRUIMTE = 184, 52, 34
BAAN, RAND, BOVEN = 18, 12, 6
TEKENS_PER_REGEL = 20


@dataclass(frozen=True, slots=True)
class Vak:
    """A fase as a box: corner, middle, and its name in one or two lines, each with its height."""

    code: str
    naam: str
    nummer: int
    x: int
    y: int
    midden: int
    regels: tuple[tuple[str, int], ...]
    buiten_ladder: bool


@dataclass(frozen=True, slots=True)
class Pijl:
    """A stap as an arrow: the line (`pad`), its letter and where that stands, and the stap it is."""

    letter: str
    stap: str
    naam: str
    van: str
    naar: str
    pad: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Beeld:
    """The whole picture, in its own units."""

    breedte: int
    hoogte: int
    vakbreedte: int
    vakhoogte: int
    vakken: tuple[Vak, ...]
    pijlen: tuple[Pijl, ...]


@dataclass(frozen=True, slots=True)
class _Weg:
    letter: str
    stap: str
    naam: str
    van: int
    naar: int

    @property
    def recht(self) -> bool:
        return self.naar == self.van + 1

    @property
    def terug(self) -> bool:
        return self.naar < self.van

    @property
    def bereik(self) -> tuple[int, int]:
        return min(self.van, self.naar), max(self.van, self.naar)


def teken_route(werkwijze: Werkwijze) -> Beeld:
    """Lay the route out: a box for each fase, an arrow for each way of each stap."""
    codes = [f.fase for f in werkwijze.fasen]
    wegen = _wegen(werkwijze, codes)
    rechts = _banen(w for w in wegen if not w.recht and not w.terug)
    links = _banen(w for w in wegen if w.terug)
    x = RAND + BAAN * (max(links.values(), default=-1) + 1)
    vakken = tuple(
        _vak(f.fase, f.naam, nummer, x, buiten_ladder=f.buiten_ladder) for nummer, f in enumerate(werkwijze.fasen, 1)
    )
    breedte = x + VAKBREEDTE + BAAN * (max(rechts.values(), default=-1) + 1) + RAND
    pijlen = tuple(_pijl(w, vakken, rechts, links) for w in wegen)
    hoogte = BOVEN * 2 + len(vakken) * (VAKHOOGTE + TUSSENRUIMTE) - TUSSENRUIMTE
    return Beeld(breedte, hoogte, VAKBREEDTE, VAKHOOGTE, vakken, pijlen)


def letter(nummer: int) -> str:
    """a, b, … z, aa, ab: the letter of the arrow with this number, from 0."""
    voor, plek = divmod(nummer, 26)
    return (letter(voor - 1) if voor else "") + chr(ord("a") + plek)


def _wegen(werkwijze: Werkwijze, codes: list[str]) -> list[_Weg]:
    """A stap from several fasen is as many ways under one letter."""
    nummer = count()
    return [
        _Weg(eigen, stap.stap, stap.naam, codes.index(van), codes.index(stap.naar))
        for stap in werkwijze.stappen
        for eigen in [letter(next(nummer))]
        for van in stap.van
    ]


def _banen(wegen: Iterable[_Weg]) -> dict[_Weg, int]:
    """A lane for each way, the short ones nearest to the boxes, so that no two lie on each other."""
    banen: list[list[_Weg]] = []
    gekozen: dict[_Weg, int] = {}
    for weg in sorted(wegen, key=lambda w: (w.bereik[1] - w.bereik[0], w.bereik, w.letter)):
        vrij = (i for i in count() if i == len(banen) or not any(_raken(weg, w) for w in banen[i]))
        baan = next(vrij)
        if baan == len(banen):
            banen.append([])
        banen[baan].append(weg)
        gekozen[weg] = baan
    return gekozen


def _raken(een: _Weg, ander: _Weg) -> bool:
    (a, b), (c, d) = een.bereik, ander.bereik
    return a <= d and c <= b


def _vak(code: str, naam: str, nummer: int, x: int, *, buiten_ladder: bool) -> Vak:
    y = BOVEN + (nummer - 1) * (VAKHOOGTE + TUSSENRUIMTE)
    regels = wrap(naam, TEKENS_PER_REGEL)[:2] or [naam]
    eerste = y + VAKHOOGTE // 2 + 5 - 9 * (len(regels) - 1)
    geplaatst = tuple((regel, eerste + 18 * i) for i, regel in enumerate(regels))
    return Vak(code, naam, nummer, x, y, x + VAKBREEDTE // 2, geplaatst, buiten_ladder)


def _pijl(weg: _Weg, vakken: tuple[Vak, ...], rechts: dict[_Weg, int], links: dict[_Weg, int]) -> Pijl:
    van, naar = vakken[weg.van], vakken[weg.naar]
    if weg.recht:
        pad, x, y = _recht(van)
    elif weg.terug:
        pad, x, y = _opzij(van, naar, van.x, van.x - BAAN * (links[weg] + 1) + 2)
    else:
        kant = van.x + VAKBREEDTE
        pad, x, y = _opzij(van, naar, kant, kant + BAAN * (rechts[weg] + 1) - 2)
    return Pijl(weg.letter, weg.stap, weg.naam, van.code, naar.code, pad, x, y)


def _recht(van: Vak) -> tuple[str, int, int]:
    boven, onder = van.y + VAKHOOGTE, van.y + VAKHOOGTE + TUSSENRUIMTE
    return f"M{van.midden} {boven}V{onder - 2}", van.midden + 16, (boven + onder) // 2


def _opzij(van: Vak, naar: Vak, kant: int, baan: int) -> tuple[str, int, int]:
    """Out of the side, along the lane, back in; leaving lower and arriving higher, so that the two stay apart."""
    omlaag = 1 if naar.y > van.y else -1
    vertrek, aankomst = van.y + VAKHOOGTE // 2 + 10 * omlaag, naar.y + VAKHOOGTE // 2 - 10 * omlaag
    einde = kant + (2 if baan > kant else -2)
    return f"M{kant} {vertrek}H{baan}V{aankomst}H{einde}", baan, (vertrek + aankomst) // 2
