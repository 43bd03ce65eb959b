"""Reading breakthrough money: applications as kern knows them, and what a household got."""

from datetime import date

from samenspel.budget.models import Aanvraag, Handtekening
from samenspel.casus.models import Traject
from samenspel.huishouden.models import Huishouden
from samenspel.kern.budget.regimes import Aanvraagstand, Aanvraagstatus, ruimte, telt_mee
from samenspel.kern.stand.dagen import einddag
from samenspel.kern.werkwijze.model import Budget


def aanvragen_van(traject: Traject) -> dict[str, Aanvraagstand]:
    """Applications of a traject in the order in which they were made."""
    tekens: dict[object, list[Handtekening]] = {}
    for teken in Handtekening.objects.filter(aanvraag__traject=traject).order_by("op"):
        tekens.setdefault(teken.aanvraag_id, []).append(teken)
    rijen = Aanvraag.objects.filter(traject=traject).order_by("item__gemaakt_op")
    return {str(a.pk): _stand(a, tekens.get(a.pk, [])) for a in rijen}


def _stand(aanvraag: Aanvraag, tekens: list[Handtekening]) -> Aanvraagstand:
    oordelen = [t for t in tekens if t.als == "beoordelaar"]
    return Aanvraagstand(
        aanvraag.budget,
        aanvraag.vorm,
        aanvraag.bedrag,
        aanvraag.ruimte,
        Aanvraagstatus(aanvraag.status),
        next((str(t.account_id) for t in tekens if t.als == "aanvrager"), ""),
        tuple(str(t.account_id) for t in oordelen),
        sum(1 for t in oordelen if t.akkoord),
    )


def ruimte_voor(*, huishouden: Huishouden, budget: Budget, werkwijze: str, op: date) -> int | None:
    """Cents that this budget still allows the household on a day, over all its casussen and trajecten."""
    rijen = Aanvraag.objects.filter(
        traject__casus__huishouden=huishouden, traject__versie__slug=werkwijze, budget=budget.budget
    )
    dag = op.toordinal()
    uitgegeven = sum(
        a.bedrag
        for a in rijen
        if telt_mee(Aanvraagstatus(a.status))
        and (budget.periode is None or einddag(a.gedaan_op.toordinal(), budget.periode) > dag)
    )
    return ruimte(budget, uitgegeven)
