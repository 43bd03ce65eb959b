"""The ecogram: a household in the middle, and the people around it, as a picture. Pure; a template draws it as SVG.

Their own people stand on the left, professionals on the right. How a tie is, is told by its line and by words, never
by colour alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

__all__ = [
    "BANDNAMEN",
    "BREED",
    "RICHTINGNAMEN",
    "SMAL",
    "STERKTENAMEN",
    "Ecogram",
    "Ecolid",
    "Lijn",
    "Maat",
    "Vak",
    "kort",
    "teken_ecogram",
    "uitleg",
]

BANDNAMEN: Mapping[str, str] = {
    "steun": "Geeft steun",
    "gewoon": "Gewoon",
    "gespannen": "Gespannen",
    "verbroken": "Verbroken",
}
STERKTENAMEN: Mapping[int, str] = {1: "zwak", 2: "matig", 3: "sterk"}
RICHTINGNAMEN: Mapping[str, str] = {
    "": "Niet gezegd",
    "naar_huishouden": "Vooral naar het huishouden toe",
    "van_huishouden": "Vooral van het huishouden uit",
    "over_en_weer": "Over en weer",
}

VAKHOOGTE, TUSSEN, RAND, KOP = 62, 16, 14, 40
PERSOONHOOGTE, PERSOONTUSSEN = 40, 12


@dataclass(frozen=True, slots=True)
class Maat:
    """How wide it is drawn, in units of a letter's own size, and how many letters fit; `naast`: both on one side."""

    breedte: int
    vak: int
    midden: int
    tekens: int
    tekens_midden: int
    naast: bool = False


BREED = Maat(860, 220, 168, 24, 17)
SMAL = Maat(340, 190, 100, 21, 9, naast=True)
"""For a phone: everybody stands on the left and the household on the right, own people first."""


@dataclass(frozen=True, slots=True)
class Ecolid:
    """Somebody around the household. `over` names by key with whom of the household the tie is."""

    naam: str
    rol: str
    professional: bool
    band: str
    sterkte: int
    richting: str
    over: frozenset[str]


@dataclass(frozen=True, slots=True)
class Vak:
    """A box with its corner, its middle and its lines of text, each with its height."""

    x: int
    y: int
    breedte: int
    hoogte: int
    midden: int
    regels: tuple[tuple[str, int], ...]
    professional: bool = False


@dataclass(frozen=True, slots=True)
class Lijn:
    """A tie: its line, how thick, which kind, where its middle is, and at which ends it has a point."""

    pad: str
    dikte: int
    band: str
    x: int
    y: int
    punt_voor: bool
    punt_achter: bool


@dataclass(frozen=True, slots=True)
class Ecogram:
    """The whole picture, in its own units."""

    breedte: int
    hoogte: int
    smal: bool
    kader: Vak
    personen: tuple[Vak, ...]
    leden: tuple[Vak, ...]
    lijnen: tuple[Lijn, ...]


def teken_ecogram(personen: Sequence[tuple[str, str]], leden: Iterable[Ecolid], maat: Maat = BREED) -> Ecogram:
    """Lay it out: `personen` are the household, each with its key and the name to show."""
    alle = list(leden)
    links, rechts = [e for e in alle if not e.professional], [e for e in alle if e.professional]
    if maat.naast:
        links, rechts = [*links, *rechts], []
    hoog_midden = KOP + len(personen) * (PERSOONHOOGTE + PERSOONTUSSEN) + PERSOONTUSSEN
    hoogte = max(hoog_midden, _stapel(len(links)), _stapel(len(rechts))) + 2 * RAND
    kader, vakken = _huishouden(personen, hoogte, hoog_midden, maat)
    geplaatst = [
        *_kolom(links, 1 if maat.naast else RAND, hoogte, maat),
        *_kolom(rechts, maat.breedte - RAND - maat.vak, hoogte, maat),
    ]
    lijnen = [lijn for lid, vak in geplaatst for lijn in _lijnen(lid, vak, kader, vakken)]
    return Ecogram(
        maat.breedte,
        hoogte,
        maat.naast,
        kader,
        tuple(vakken.values()),
        tuple(vak for _, vak in geplaatst),
        tuple(lijnen),
    )


def kort(tekst: str, tekens: int) -> str:
    """No longer than fits in a box; the table has it whole."""
    return tekst if len(tekst) <= tekens else tekst[: tekens - 1].rstrip() + "…"


def _stapel(aantal: int) -> int:
    return aantal * (VAKHOOGTE + TUSSEN) - TUSSEN if aantal else 0


def _huishouden(personen: Sequence[tuple[str, str]], hoogte: int, hoog: int, maat: Maat) -> tuple[Vak, dict[str, Vak]]:
    x = maat.breedte - maat.midden - 1 if maat.naast else (maat.breedte - maat.midden) // 2
    y, midden, rand = (hoogte - hoog) // 2, x + maat.midden // 2, 6 if maat.naast else 12
    kader = Vak(x, y, maat.midden, hoog, midden, (("Huishouden", y + 26),))
    vakken = {}
    for nummer, (sleutel, naam) in enumerate(personen):
        top = y + KOP + nummer * (PERSOONHOOGTE + PERSOONTUSSEN)
        regel = (kort(naam, maat.tekens_midden), top + 26)
        vakken[sleutel] = Vak(x + rand, top, maat.midden - 2 * rand, PERSOONHOOGTE, midden, (regel,))
    return kader, vakken


def _kolom(leden: Sequence[Ecolid], x: int, hoogte: int, maat: Maat) -> list[tuple[Ecolid, Vak]]:
    y = (hoogte - _stapel(len(leden))) // 2
    geplaatst = []
    for nummer, lid in enumerate(leden):
        top = y + nummer * (VAKHOOGTE + TUSSEN)
        band = BANDNAMEN[lid.band] + ("" if lid.band == "verbroken" else f", {STERKTENAMEN[lid.sterkte]}")
        teksten = (kort(lid.naam, maat.tekens), kort(lid.rol, maat.tekens + 4), band)
        regels = tuple((t, top + 20 + 17 * i) for i, t in enumerate(t for t in teksten if t))
        vak = Vak(x, top, maat.vak, VAKHOOGTE, x + maat.vak // 2, regels, professional=lid.professional)
        geplaatst.append((lid, vak))
    return geplaatst


def _lijnen(lid: Ecolid, vak: Vak, kader: Vak, personen: Mapping[str, Vak]) -> Iterable[Lijn]:
    """One tie with each of whom it is about; one with the household where that is everybody or nobody in sight."""
    bekend = [personen[sleutel] for sleutel in personen if sleutel in lid.over]
    doelen = bekend if bekend and (len(bekend) < len(personen) or len(personen) == 1) else [kader]
    for doel in doelen:
        x1, x2 = (vak.x + vak.breedte, doel.x) if vak.x < doel.x else (vak.x, doel.x + doel.breedte)
        y1, y2 = vak.y + vak.hoogte // 2, doel.y + (doel.hoogte // 2 if doel is not kader else 20)
        bocht = (x2 - x1) // 2
        pad = f"M{x1} {y1}C{x1 + bocht} {y1} {x2 - bocht} {y2} {x2} {y2}"
        yield Lijn(
            pad,
            2 * lid.sterkte,
            lid.band,
            (x1 + x2) // 2,
            (y1 + y2) // 2,
            punt_voor=lid.richting in ("naar_huishouden", "over_en_weer"),
            punt_achter=lid.richting in ("van_huishouden", "over_en_weer"),
        )


def uitleg() -> list[tuple[Lijn, str]]:
    """A short line for each kind of tie, with its word."""
    return [
        (Lijn("M4 10L60 10", 3, band, 32, 10, punt_voor=False, punt_achter=False), naam)
        for band, naam in BANDNAMEN.items()
    ]
