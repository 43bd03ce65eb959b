"""The table of statutory terms at a counter, each with its article, and when such a term ends.

A term that ends on a Saturday, Sunday or public holiday ends on the next working day (Algemene termijnenwet art. 1;
one of twelve weeks too, for art. 4 only leaves out what is longer); `kern.stand.dagen` counts. Days are ordinals.

Compared on 2026-11-22 with the consolidated texts that hold from 1 July 2026, as copied from wetten.overheid.nl by the
ministry of BZK (github.com/MinBZK/regelrecht-corpus, regulation/nl/wet):

- Wmo 2015 (BWBR0035362) 2.3.2 lid 1: research within six weeks of the melding; lid 9: nobody may apply before it is
  done, unless it isn't done within that term. 2.3.5 lid 2: the beschikking within two weeks of receiving the aanvraag.
- Wgs (BWBR0031331) 4 lid 1: the first talk within four weeks; lid 2: within three working days where eviction, the end
  of gas, electricity, district heating or water, or the end of the health insurance threatens. 4a lid 3: the
  beschikking within the term of the municipality's verordening, at most eight weeks, counted from the first talk.
- Participatiewet (BWBR0015703) 41 lid 4: who is under 27 (of a couple: both) applies no sooner than four weeks after
  the melding. Not who was in praktijkonderwijs or voortgezet speciaal onderwijs within the last year, is medisch
  urenbeperkt, or belongs to the doelgroep loonkostensubsidie; lid 12: those may apply at once. Lid 11, since 1 January
  2026 (Participatiewet in balans, Kamerstuk 36582, BWBR0051679): the college may take the aanvraag sooner where the
  circumstances call for it; municipalities do (CVDR755166 and Blad gemeenschappelijke regeling 2025, 3343). The
  amendment to drop the wait isn't in the text that holds. An aanvraag made within the four weeks is one all the same
  (ECLI:NL:CRVB:2015:1953); 44 lid 3: who waits on after them may lose money. No article of 41 to 44 names a term to
  decide in, nor does what the same act changed in applying (43a, 44 lid 5), so that Awb 4:13 holds.
- Awb (BWBR0005537) 4:13 lid 2, 4:14, 4:15, 4:17, 6:7, 6:8 lid 1, 7:10, 7:13 and 7:14. 4:15 lid 1: the term stands
  still from the day after the question to supply something, until the day on which it was supplied. Where nobody was
  told that a committee advises, six weeks hold and not twelve (ECLI:NL:RVS:2016:2233): `commissie` is what somebody
  was told.

Not verified: texts later than 1 July 2026; Algemene termijnenwet 1 and 4, known from quotations only, and whether it
makes the wait of Participatiewet 41 longer too; whether a later day that is named under Awb 4:14 lid 1 (a term of the
law itself: Wmo, Wgs) moves the end that counts for the dwangsom. Of the last two the later day is taken, so that nobody
asks too early or puts a body in default too early.
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
    """Laws of `kern.wet.wetten` with terms of their own; under any other the Awb says it."""

    WMO = "Wet maatschappelijke ondersteuning 2015"
    PARTICIPATIEWET = "Participatiewet"
    WGS = "Wet gemeentelijke schuldhulpverlening"


class Wettermijn(NamedTuple):
    """One term as the law gives it; `daarna`: what can be done once it is past.

    `wacht`: nobody is late then, something may be done from then on.
    """

    naam: str
    duur: Duur
    bron: str
    daarna: str
    wacht: bool = False

    @property
    def dwangsom(self) -> bool:
        """Whether a decision is due at its end, so that staying away costs money (Awb artikel 4:17)."""
        return self.daarna == _DWANGSOM


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
        "Wgs artikel 4a lid 3; de verordening van de gemeente kan korter zijn",
        _DWANGSOM,
    ),
    "zoektermijn": Wettermijn(
        "Zoektermijn tot 27 jaar",
        Duur(4, _WEKEN),
        "Participatiewet artikel 41 lid 4; vraag of de gemeente de aanvraag eerder behandelt (lid 11)",
        "De zoektermijn is voorbij. Dien de aanvraag nu in: langer wachten kan geld kosten (artikel 44 lid 3).",
        wacht=True,
    ),
    "awb_besluit": Wettermijn("Besluit op de aanvraag", Duur(8, _WEKEN), "Awb artikel 4:13 lid 2", _DWANGSOM),
    "awb_bezwaar": Wettermijn("Besluit op het bezwaar", Duur(6, _WEKEN), "Awb artikel 7:10 lid 1", _DWANGSOM),
    "awb_commissie": Wettermijn(
        "Besluit op het bezwaar, met commissie", Duur(12, _WEKEN), "Awb artikel 7:10 lid 1 en 7:13", _DWANGSOM
    ),
}
BEZWAARTERMIJN = Duur(6, _WEKEN)
"""Awb artikel 6:7 and 6:8: six weeks, from the day after the decision was made known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kenmerken:
    """What the term depends on. `gesprek_op`: first talk about debts; `bestreden_op`: the decision objected to.

    `zoektermijn`: the wait of Participatiewet artikel 41 lid 4 holds for these people.
    """

    soort: Zaaksoort
    wet: str
    ingediend_op: int
    zoektermijn: bool = False
    bedreigend: bool = False
    commissie: bool = False
    gesprek_op: int | None = None
    bestreden_op: int | None = None


@dataclass(frozen=True, slots=True)
class Wijziging:
    """The term stands still from day `van` on and runs again on day `tot` (None: still stands still).

    Where `nieuw_einde`: it ends on that later day.
    """

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

    def te_laat(self, nu: int) -> bool:
        """Whether somebody should have done something by day `nu`; after a wait nobody is late."""
        return self.loop(nu) is Loop.VERLOPEN and not self.wacht

    @property
    def wacht(self) -> bool:
        """Whether it is a wait: something may be done from its end on."""
        return self.termijn is not None and self.termijn.wacht


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
        case Zaaksoort.MELDING, Wet.PARTICIPATIEWET if k.zoektermijn:
            return "zoektermijn", k.ingediend_op
        case Zaaksoort.AANVRAAG, _:
            return "awb_besluit", k.ingediend_op
    return None, k.ingediend_op
