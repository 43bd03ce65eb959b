"""What somebody can do when a decision stays away: put the body in default, and from which day it then owes money.

Awb artikel 4:17 lid 3: the first day of the dwangsom is the day on which two weeks have passed since the term had
ended and the body had received a written ingebrekestelling. Lid 1: for at most 42 days, and only for those the
Algemene termijnenwet doesn't hold, so two weeks that end on a free day end on the next working day. Lid 5 onder a
(until 2026 lid 6): none where the ingebrekestelling came unreasonably late. Paragraaf 4.1.3.2 also holds for a
decision on a bezwaar (Awb artikel 7:14), not where no decision is due, as with the research after a Wmo melding.
Compared on 2026-11-22 with the text that holds from 1 July 2026; `kern.wet.termijnen` names the copy.
Days are ordinals.
"""

from enum import StrEnum
from typing import NamedTuple

from samenspel.kern.stand.dagen import volgende_werkdag
from samenspel.kern.wet.termijnen import Lopend

__all__ = ["BRON", "Dwangsom", "Dwangsomstand", "dwangsom", "mag_in_gebreke"]

BRON = "Awb artikel 4:17"
WACHTTIJD = 14
"""Days after the one on which the ingebrekestelling was received."""
TEN_HOOGSTE = 42
"""Days for which a dwangsom is owed."""


class Dwangsomstand(StrEnum):
    """How it stands after an ingebrekestelling."""

    WACHT = "wacht"
    LOOPT = "loopt"
    VOL = "vol"


class Dwangsom(NamedTuple):
    """From and to and including which day a dwangsom is owed while no decision comes."""

    eerste: int
    laatste: int

    def stand(self, nu: int) -> Dwangsomstand:
        """Whether it is owed on day `nu`, and whether more is still to come."""
        if nu < self.eerste:
            return Dwangsomstand.WACHT
        return Dwangsomstand.LOOPT if nu <= self.laatste else Dwangsomstand.VOL

    def dagen_tot(self, besloten_op: int) -> int:
        """For how many days it is owed where the decision was made known on this day; that day counts no more."""
        return max(0, min(besloten_op, self.laatste + 1) - self.eerste)


def mag_in_gebreke(termijn: Lopend, op: int) -> bool:
    """Whether an ingebrekestelling on day `op` counts: a decision is due, and its term was past by then."""
    beslist = termijn.termijn is not None and termijn.termijn.dwangsom
    return beslist and termijn.einde is not None and op > termijn.einde


def dwangsom(ontvangen_op: int) -> Dwangsom:
    """The days of the dwangsom after an ingebrekestelling that was received on this day, after the term had ended."""
    eerste = volgende_werkdag(ontvangen_op + WACHTTIJD) + 1
    return Dwangsom(eerste, eerste + TEN_HOOGSTE - 1)
