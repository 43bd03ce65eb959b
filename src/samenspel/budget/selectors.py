"""Reading breakthrough money: applications as kern knows them, and what a household got."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef

from samenspel.budget.models import BON, Aanvraag, Bon, Handtekening, Kwijtschelding, Leenmutatie, Leenregeling
from samenspel.casus.models import Traject
from samenspel.huishouden.models import Huishouden
from samenspel.kern.budget.leningen import Leningstand, Mutatie, Mutatiesoort, Regeling
from samenspel.kern.budget.regimes import Aanvraagstand, Aanvraagstatus, ruimte
from samenspel.kern.stand.uitgaven import uitgegeven
from samenspel.kern.werkwijze.model import Budget


def aanvragen_van(traject: Traject) -> dict[str, Aanvraagstand]:
    """Applications of a traject in the order in which they were made."""
    return aanvragen_per_traject([traject.pk]).get(traject.pk, {})


def aanvragen_per_traject(trajecten: Iterable[UUID]) -> dict[UUID, dict[str, Aanvraagstand]]:
    """Applications of many trajecten at once, each in the order in which they were made."""
    met_bon = Exists(Bon.objects.filter(aanvraag=OuterRef("pk"), soort=BON))
    aanvragen = Aanvraag.objects.filter(traject__in=list(trajecten)).annotate(met_bon=met_bon)
    rijen = list(aanvragen.order_by("item__gemaakt_op"))
    if not rijen:
        return {}
    ids = [a.pk for a in rijen]
    tekens: dict[object, list[Handtekening]] = {}
    for teken in Handtekening.objects.filter(aanvraag__in=ids).order_by("op"):
        tekens.setdefault(teken.aanvraag_id, []).append(teken)
    leningen = leningen_van(ids)
    per_traject: dict[UUID, dict[str, Aanvraagstand]] = {}
    for a in rijen:
        stand = _stand(a, tekens.get(a.pk, []), leningen.get(a.pk))._replace(bon=a.met_bon)
        per_traject.setdefault(a.traject_id, {})[str(a.pk)] = stand
    return per_traject


def leningen_van(aanvragen: Iterable[UUID]) -> dict[UUID, Leningstand]:
    """Loans of which an agreement was made, by application; three queries for all of them."""
    ids = list(aanvragen)
    regelingen: defaultdict[UUID, list[Leenregeling]] = defaultdict(list)
    for regeling in Leenregeling.objects.filter(aanvraag__in=ids).order_by("volgnummer"):
        regelingen[regeling.aanvraag_id].append(regeling)
    if not regelingen:
        return {}
    mutaties: defaultdict[UUID, list[Mutatie]] = defaultdict(list)
    for m in Leenmutatie.objects.filter(aanvraag__in=ids).order_by("volgnummer"):
        mutaties[m.aanvraag_id].append(_mutatie(m))
    open_ = Kwijtschelding.objects.filter(aanvraag__in=ids, beslist_op__isnull=True)
    gevraagd = {k.aanvraag_id: str(k.gevraagd_door_id) for k in open_}
    return {
        id: Leningstand(
            tuple(Regeling(r.bedrag, r.maandbedrag, r.eerste_op.toordinal(), r.na) for r in rijen),
            rijen[0].getekend_op.toordinal() if rijen[0].getekend_op is not None else None,
            tuple(mutaties[id]),
            gevraagd.get(id, ""),
        )
        for id, rijen in regelingen.items()
    }


def _mutatie(m: Leenmutatie) -> Mutatie:
    return Mutatie(Mutatiesoort(m.soort), m.op.toordinal(), m.bedrag, m.terug_op is not None)


def _stand(aanvraag: Aanvraag, tekens: list[Handtekening], lening: Leningstand | None) -> Aanvraagstand:
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
        aanvraag.keren,
        aanvraag.tot.toordinal() if aanvraag.tot is not None else None,
        lening,
        aanvraag.betaald_op.toordinal() if aanvraag.betaald_op is not None else None,
    )


def ruimte_voor(*, huishouden: Huishouden, budget: Budget, werkwijze: str, op: date) -> int | None:
    """Cents that this budget still allows the household on a day, over all its casussen and trajecten."""
    rijen = Aanvraag.objects.filter(
        traject__casus__huishouden=huishouden, traject__versie__slug=werkwijze, budget=budget.budget
    )
    return ruimte_van(budget, rijen, op)


def ruimte_van(budget: Budget, aanvragen: Iterable[Aanvraag], op: date) -> int | None:
    """Cents that this budget still allows a household on a day, given all that it asked of it."""
    gedaan = [(_stand(a, [], None), a.gedaan_op.toordinal()) for a in aanvragen]
    return ruimte(budget, uitgegeven(budget, gedaan, op.toordinal()))
