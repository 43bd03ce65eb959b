"""A loan as it runs: its terms in cents, what came in, what was forgiven, and what is late. Days are ordinals."""

from enum import StrEnum
from typing import NamedTuple

from samenspel.kern.budget.kwijtschelding import kwijt_te_schelden
from samenspel.kern.werkwijze.eenheden import maanden_later
from samenspel.kern.werkwijze.model import Lening

MAX_TERMIJNEN = 120
"""No agreement runs longer than ten years: our own bound, so that a typing error makes no list without end."""


class Mutatiesoort(StrEnum):
    """By what the balance of a loan went down."""

    AFLOSSING = "aflossing"
    KWIJTSCHELDING = "kwijtschelding"


class Mutatie(NamedTuple):
    """Something that made the balance go down, on a day; `terug`: it was recorded wrongly and counts no more."""

    soort: Mutatiesoort
    op: int
    bedrag: int
    terug: bool = False


class Regeling(NamedTuple):
    """How `bedrag` is paid back: so much a month from a first day on; `na`: how many mutaties came before it."""

    bedrag: int
    maandbedrag: int
    eerste_op: int
    na: int = 0


class Leningstand(NamedTuple):
    """A loan: its regelingen (the last one holds), when it was signed, what changed its balance, and who asks for
    kwijtschelding of what is still undecided."""

    regelingen: tuple[Regeling, ...]
    getekend_op: int | None = None
    mutaties: tuple[Mutatie, ...] = ()
    gevraagd_door: str = ""

    @property
    def regeling(self) -> Regeling:
        """The one that holds now; what was turned back since it was decided, is paid back under it too."""
        laatste = self.regelingen[-1]
        erbij = sum(m.bedrag for m in self.mutaties[: laatste.na] if m.terug)
        return laatste._replace(bedrag=laatste.bedrag + erbij)

    def telt(self, dag: int | None = None, vanaf: int = 0) -> list[Mutatie]:
        """The mutaties that stand, up to and including `dag` (None: all that are known), from the one at `vanaf` on."""
        return [m for m in self.mutaties[vanaf:] if not m.terug and (dag is None or m.op <= dag)]


class Termijn(NamedTuple):
    """One amount to pay on a day."""

    op: int
    bedrag: int


class Termijnstand(NamedTuple):
    """A term as it stands on a day; `dagen_te_laat` counts only where something of it is still open."""

    op: int
    bedrag: int
    betaald: int
    kwijtgescholden: int
    dagen_te_laat: int

    @property
    def open(self) -> int:
        """What is still to be paid of it."""
        return self.bedrag - self.betaald - self.kwijtgescholden


def aantal_termijnen(bedrag: int, maandbedrag: int) -> int:
    """How many terms it takes; the last one takes the rest. Raises ValueError where nothing is paid."""
    if bedrag <= 0 or maandbedrag <= 0:
        raise ValueError("een lening en een termijn zijn meer dan nul")
    return -(-bedrag // maandbedrag)


def schema(regeling: Regeling) -> tuple[Termijn, ...]:
    """The terms: each month on the same day, or on the last one of a shorter month; the last term takes the rest."""
    aantal = aantal_termijnen(regeling.bedrag, regeling.maandbedrag)
    return tuple(
        Termijn(
            maanden_later(regeling.eerste_op, n), min(regeling.maandbedrag, regeling.bedrag - n * regeling.maandbedrag)
        )
        for n in range(aantal)
    )


def saldo(lening: Leningstand, dag: int | None = None) -> int:
    """What is still to be paid back after `dag` (None: after all that is known)."""
    return lening.regelingen[0].bedrag - sum(m.bedrag for m in lening.telt(dag))


def termijnen(lening: Leningstand, dag: int) -> tuple[Termijnstand, ...]:
    """The terms of the regeling that holds, as they stand on `dag`: payments fill them from the first, forgiveness
    takes them away from the last."""
    bekend = lening.telt(dag, lening.regeling.na)
    betaald = sum(m.bedrag for m in bekend if m.soort is Mutatiesoort.AFLOSSING)
    weg = sum(m.bedrag for m in bekend if m.soort is Mutatiesoort.KWIJTSCHELDING)
    rijen = schema(lening.regeling)
    kwijt: list[int] = []
    for termijn in reversed(rijen):
        kwijt.append(min(weg, termijn.bedrag))
        weg -= kwijt[-1]
    standen = []
    for termijn, minder in zip(rijen, reversed(kwijt), strict=True):
        deel = min(betaald, termijn.bedrag - minder)
        betaald -= deel
        laat = dag - termijn.op if termijn.op < dag and deel + minder < termijn.bedrag else 0
        standen.append(Termijnstand(termijn.op, termijn.bedrag, deel, minder, laat))
    return tuple(standen)


def achterstand(lening: Leningstand, dag: int) -> tuple[int, int]:
    """What should have been paid and was not, in cents, and for how many days the oldest of it."""
    laat = [t for t in termijnen(lening, dag) if t.dagen_te_laat]
    return sum(t.open for t in laat), max((t.dagen_te_laat for t in laat), default=0)


def eerste_open_op(lening: Leningstand) -> int | None:
    """The day of the first term of which something is still to be paid; None once all is paid or forgiven."""
    alles = max((m.op for m in lening.mutaties), default=lening.regeling.eerste_op)
    return next((t.op for t in termijnen(lening, alles) if t.open), None)


def kwijt_deel(lening: Leningstand, voorwaarden: Lening) -> int:
    """How many cents forgiving takes away: the agreed share of the loan, at most what is still open."""
    return min(kwijt_te_schelden(voorwaarden, lening.regelingen[0].bedrag), saldo(lening))


def rust_op(lening: Leningstand, voorwaarden: Lening, nummer: int) -> bool:
    """Whether what was forgiven would have been more without the repayment `nummer` (from 1): it was all that was open
    then, and less than the agreed share."""
    deel = kwijt_te_schelden(voorwaarden, lening.regelingen[0].bedrag)
    erna = lening.mutaties[nummer:]
    return any(m.soort is Mutatiesoort.KWIJTSCHELDING and m.bedrag < deel for m in erna)


def is_kwijtgescholden(lening: Leningstand) -> bool:
    """Whether the share was forgiven already."""
    return any(m.soort is Mutatiesoort.KWIJTSCHELDING for m in lening.mutaties)
