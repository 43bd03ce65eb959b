"""Receipts: until when one is waited for, and who is told when it doesn't come. Days are ordinals."""

from collections.abc import Iterable

from samenspel.kern.budget.regimes import Aanvraagstand, Aanvraagstatus
from samenspel.kern.stand.dagen import einddag
from samenspel.kern.werkwijze.model import Budget

__all__ = ["BON", "bon_uiterlijk", "daarna_uiterlijk", "wacht_op_bon_sinds"]

BON = "bon"
"""What kind of paper accounts for money; the scan of a signed agreement doesn't."""


def wacht_op_bon_sinds(aanvragen: Iterable[Aanvraagstand]) -> dict[str, int]:
    """Per budget the day of the first payment of which there is no receipt yet."""
    eerste: dict[str, int] = {}
    for a in aanvragen:
        if a.status is Aanvraagstatus.BETAALD and a.betaald_op is not None and not a.bon:
            eerste[a.budget] = min(a.betaald_op, eerste.get(a.budget, a.betaald_op))
    return eerste


def bon_uiterlijk(budget: Budget, betaald_op: int) -> int | None:
    """The last day for the receipt of what was paid on this day; None where the budget asks none."""
    return einddag(betaald_op, budget.bon_binnen) if budget.bon_binnen is not None else None


def daarna_uiterlijk(budget: Budget, betaald_op: int) -> int | None:
    """The last day before others are told too: as long again."""
    einde = bon_uiterlijk(budget, betaald_op)
    return einddag(einde, budget.bon_binnen) if einde is not None and budget.bon_binnen is not None else None
