"""The table of statutory terms at a counter, each with its article, and when such a term ends.

A term that ends on a Saturday, Sunday or public holiday ends on the next working day (Algemene termijnenwet art. 1);
`kern.stand.dagen` counts. Days are ordinals.

Compared with the text of the law: Awb 4:17 and 7:10 lid 1. Where nobody was told that a committee advises, six weeks
hold and not twelve (ABRvS 17 August 2016, ECLI:NL:RVS:2016:2233): `commissie` is what somebody was told. The other
articles are cited from knowledge of the laws and were not compared again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from samenspel.kern.stand.dagen import einddag, volgende_werkdag
from samenspel.kern.stand.uitkomst import Loop
from samenspel.kern.werkwijze.eenheden import Duur, Tijdeenheid

__all__ = [
    "TERMIJNEN",
    "Kenmerken",
    "Lopend",
    "Wet",
    "Wettermijn",
    "Wijziging",
    "Zaaksoort",
    "bezwaar_tot",
    "lopende_termijn",
]

BIJNA_DAGEN = 7
"""Days before its end from which a term is near: time to call before it is late."""


class Zaaksoort(StrEnum):
    """What is done at a counter."""

    MELDING = "melding"
    AANVRAAG = "aanvraag"
    BEZWAAR = "bezwaar"


class Wet(StrEnum):
    """Laws with terms of their own; under any other the Awb says it."""

    WMO = "wmo_2015"
    PARTICIPATIEWET = "participatiewet"
    WGS = "wgs"
    ANDERS = "andere_wet"


class Wettermijn(NamedTuple):
    """One term as the law gives it. `wacht`: nobody is late at its end, something may be done from then on."""

    naam: str
    duur: Duur
    bron: str
    te_laat: str
    wacht: bool = False

    @property
    def dwangsom(self) -> bool:
        """Whether a decision is due at its end, so that staying away costs money (Awb artikel 4:17)."""
        return self.te_laat == _DWANGSOM


_WEKEN = Tijdeenheid.WEKEN
_DWANGSOM = (
    "Stel de instelling schriftelijk in gebreke. Beslist zij twee weken daarna nog niet,"
    " dan moet zij een dwangsom betalen (Awb artikel 4:17)."
)
_KLACHT = "Bel, en vraag het gesprek vandaag nog. Blijft het uit, dien dan een klacht in (Awb artikel 9:1)."

TERMIJNEN: Mapping[str, Wettermijn] = {
    "wmo_onderzoek": Wettermijn(
        "Onderzoek na de melding",
        Duur(6, _WEKEN),
        "Wmo 2015 artikel 2.3.2 lid 1",
        "Het onderzoek is niet op tijd klaar. Dien nu zelf de aanvraag in: dat mag (Wmo 2015 artikel 2.3.2 lid 9).",
    ),
    "wmo_besluit": Wettermijn("Besluit op de aanvraag", Duur(2, _WEKEN), "Wmo 2015 artikel 2.3.5 lid 2", _DWANGSOM),
    "wgs_gesprek": Wettermijn("Eerste gesprek over schulden", Duur(4, _WEKEN), "Wgs artikel 4 lid 1", _KLACHT),
    "wgs_spoed": Wettermijn(
        "Eerste gesprek, er dreigt iets", Duur(3, Tijdeenheid.WERKDAGEN), "Wgs artikel 4 lid 2", _KLACHT
    ),
    "wgs_besluit": Wettermijn(
        "Besluit over schuldhulp",
        Duur(8, _WEKEN),
        "Wgs artikel 4a; de gemeente kan in haar verordening korter kiezen",
        _DWANGSOM,
    ),
    "zoektermijn": Wettermijn(
        "Zoektermijn tot 27 jaar",
        Duur(4, _WEKEN),
        "Participatiewet artikel 41 lid 4; vraag of de gemeente ervan afziet",
        "De zoektermijn is voorbij. Dien nu de aanvraag in.",
        wacht=True,
    ),
    "awb_besluit": Wettermijn("Besluit op de aanvraag", Duur(8, _WEKEN), "Awb artikel 4:13", _DWANGSOM),
    "awb_bezwaar": Wettermijn("Besluit op het bezwaar", Duur(6, _WEKEN), "Awb artikel 7:10 lid 1", _DWANGSOM),
    "awb_commissie": Wettermijn(
        "Besluit op het bezwaar, met commissie", Duur(12, _WEKEN), "Awb artikel 7:10 lid 1 en 7:13", _DWANGSOM
    ),
}
BEZWAARTERMIJN = Duur(6, _WEKEN)
"""Awb artikel 6:7 and 6:8: six weeks, from the day after the decision was made known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kenmerken:
    """What the term depends on. `gesprek_op`: first talk about debts; `bestreden_op`: the decision objected to."""

    soort: Zaaksoort
    wet: Wet
    ingediend_op: int
    onder_27: bool = False
    bedreigend: bool = False
    commissie: bool = False
    gesprek_op: int | None = None
    bestreden_op: int | None = None


@dataclass(frozen=True, slots=True)
class Wijziging:
    """The term stands still from `van` to `tot` (None: still does), or, where `nieuw_einde`, ends on a later day."""

    van: int
    tot: int | None = None
    nieuw_einde: int | None = None


class Lopend(NamedTuple):
    """The term as it runs; `einde` None: it stands still, or the law gives none."""

    termijn: Wettermijn | None
    begin: int
    einde: int | None
    staat_stil: bool = False

    def loop(self, nu: int) -> Loop:
        """Whether its end is near or past on day `nu`."""
        if self.einde is None or self.einde - nu > BIJNA_DAGEN:
            return Loop.LOOPT
        return Loop.VERLOPEN if nu > self.einde else Loop.BIJNA


def lopende_termijn(k: Kenmerken, wijzigingen: Sequence[Wijziging] = ()) -> Lopend:
    """Which term runs, under which article, and until when (Awb 4:14, 4:15 and 7:10 for what moved it)."""
    code, begin = _welke(k)
    if code is None:
        return Lopend(None, begin, None)
    termijn = TERMIJNEN[code]
    einde = einddag(begin, termijn.duur)
    for w in sorted(wijzigingen, key=lambda w: w.van):
        if w.nieuw_einde is not None:
            einde = max(einde, w.nieuw_einde)
        elif w.tot is None:
            return Lopend(termijn, begin, None, staat_stil=True)
        else:
            einde += w.tot - w.van
    return Lopend(termijn, begin, volgende_werkdag(einde))


def bezwaar_tot(bekend_op: int) -> int:
    """Last day to object to a decision that was made known on this day."""
    return einddag(bekend_op, BEZWAARTERMIJN, wettelijk=True)


def _welke(k: Kenmerken) -> tuple[str | None, int]:
    match k.soort, k.wet:
        case Zaaksoort.BEZWAAR, _:
            # Counted from the day after the term to object ended, however early the objection was made.
            begin = bezwaar_tot(k.bestreden_op) if k.bestreden_op is not None else k.ingediend_op
            return ("awb_commissie" if k.commissie else "awb_bezwaar"), max(begin, k.ingediend_op)
        case _, Wet.WGS:
            if k.gesprek_op is not None:
                return "wgs_besluit", k.gesprek_op
            return ("wgs_spoed" if k.bedreigend else "wgs_gesprek"), k.ingediend_op
        case Zaaksoort.MELDING, Wet.WMO:
            return "wmo_onderzoek", k.ingediend_op
        case Zaaksoort.AANVRAAG, Wet.WMO:
            return "wmo_besluit", k.ingediend_op
        case Zaaksoort.MELDING, Wet.PARTICIPATIEWET if k.onder_27:
            return "zoektermijn", k.ingediend_op
        case Zaaksoort.AANVRAAG, _:
            return "awb_besluit", k.ingediend_op
    return None, k.ingediend_op
