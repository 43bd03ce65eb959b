"""What a household got out of a budget in the period that counts: money that comes back counts on each of its days."""

from collections.abc import Iterable

from samenspel.kern.budget.regimes import Aanvraagstand, telt_mee
from samenspel.kern.stand.dagen import betaaldagen, einddag
from samenspel.kern.werkwijze.model import Budget


def uitgegeven(budget: Budget, aanvragen: Iterable[tuple[Aanvraagstand, int]], dag: int) -> int:
    """Cents that count towards the ceiling per household on a day; each application with the day it was made.

    What was agreed for later counts already: it has been promised.
    """
    return sum(
        aanvraag.bedrag // aanvraag.keren
        for aanvraag, gedaan in aanvragen
        if aanvraag.budget == budget.budget and telt_mee(aanvraag.status)
        for betaald in _dagen(budget, aanvraag, gedaan)
        if budget.periode is None or einddag(betaald, budget.periode) > dag
    )


def _dagen(budget: Budget, aanvraag: Aanvraagstand, gedaan: int) -> tuple[int, ...]:
    if budget.per is None or aanvraag.tot is None:
        return (gedaan,) * aanvraag.keren
    return betaaldagen(gedaan, aanvraag.tot, budget.per)
