"""What a budget did in a period: asked, waiting, agreed, paid, refused, and how long it took. Days are ordinals."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from samenspel.kern.budget.regimes import Aanvraagstatus

__all__ = ["Aanvraagregel", "Overzicht", "Telling", "overzicht"]

NIET_TOEGEKEND = (Aanvraagstatus.AFGEWEZEN, Aanvraagstatus.BEZWAAR, Aanvraagstatus.BOVEN_RUIMTE)


class Aanvraagregel(NamedTuple):
    """One application: its cents, how far it is, and on which days it was made, decided and paid."""

    status: Aanvraagstatus
    bedrag: int
    gedaan_op: int
    besloten_op: int | None
    betaald_op: int | None

    @property
    def dagen_tot_besluit(self) -> int | None:
        """Days from asking to the decision; None while there is none."""
        return self.besloten_op - self.gedaan_op if self.besloten_op is not None else None


class Telling(NamedTuple):
    """How many, and how many cents together."""

    aantal: int
    bedrag: int


class Overzicht(NamedTuple):
    """Of what was asked in the period, how far it is now; `besteed`: paid within it, whenever it was asked.

    The averages are whole days from asking to the decision and to the payment; None where there is nothing to count.
    """

    gevraagd: Telling
    wacht: Telling
    akkoord: Telling
    betaald: Telling
    niet: Telling
    besteed: Telling
    dagen_tot_besluit: int | None
    dagen_tot_betaling: int | None


def overzicht(regels: Sequence[Aanvraagregel], van: int, tot: int) -> Overzicht:
    """What these applications to one budget come to in a period; both days count, what was withdrawn doesn't."""
    geteld = [r for r in regels if r.status is not Aanvraagstatus.INGETROKKEN]
    gevraagd = [r for r in geteld if van <= r.gedaan_op <= tot]
    besteed = [r for r in regels if r.betaald_op is not None and van <= r.betaald_op <= tot]
    return Overzicht(
        gevraagd=_tel(gevraagd),
        wacht=_tel(r for r in gevraagd if r.status is Aanvraagstatus.OPEN),
        akkoord=_tel(r for r in gevraagd if r.status is Aanvraagstatus.AKKOORD),
        betaald=_tel(r for r in gevraagd if r.status is Aanvraagstatus.BETAALD),
        niet=_tel(r for r in gevraagd if r.status in NIET_TOEGEKEND),
        besteed=_tel(besteed),
        dagen_tot_besluit=_gemiddeld([d for r in gevraagd if (d := r.dagen_tot_besluit) is not None]),
        dagen_tot_betaling=_gemiddeld([r.betaald_op - r.gedaan_op for r in gevraagd if r.betaald_op is not None]),
    )


def _tel(regels: Iterable[Aanvraagregel]) -> Telling:
    bedragen = [r.bedrag for r in regels]
    return Telling(len(bedragen), sum(bedragen))


def _gemiddeld(dagen: Sequence[int]) -> int | None:
    """Half a day and more counts as a whole one."""
    return (2 * sum(dagen) + len(dagen)) // (2 * len(dagen)) if dagen else None
