"""The Stand of a traject, and the summary of it that lists read."""

from datetime import date, datetime

from django.utils.timezone import localdate

from samenspel.casus.models import Traject
from samenspel.kern.stand import Stand, stand_van_zaken
from samenspel.regie.feiten import lees_feiten
from samenspel.regie.routes import route_van


def stand_van(traject: Traject, nu: datetime) -> Stand:
    """Where a traject is, asked of kern with the facts from the tables."""
    route = route_van(traject)
    return stand_van_zaken(route, lees_feiten(traject, route), localdate(nu))


def werk_samenvatting_bij(traject: Traject, nu: datetime) -> Stand:
    """Keep what lists show of a traject in step with its Stand."""
    stand = stand_van(traject, nu)
    eerste = min(stand.termijnen, key=lambda t: t.einde, default=None)
    traject.wacht_op = list(stand.wacht_op)
    traject.taken = [[taak.soort, taak.doel, list(taak.door)] for taak in stand.taken if taak.hoeft]
    traject.eerste_termijn = date.fromordinal(eerste.einde) if eerste is not None else None
    traject.eerste_termijn_naam = eerste.soort.naam if eerste is not None else ""
    traject.verandert_op = date.fromordinal(stand.verandert_op) if stand.verandert_op is not None else None
    traject.save(update_fields=["wacht_op", "taken", "eerste_termijn", "eerste_termijn_naam", "verandert_op"])
    return stand


def ververs_samenvattingen(nu: datetime) -> int:
    """Renew the summaries whose answer changed by itself since they were made; how many those were."""
    veranderd = Traject.objects.filter(open=True, verandert_op__lte=localdate(nu))
    rijen = list(veranderd.select_related("versie", "casus").defer("versie__tekst"))
    for traject in rijen:
        werk_samenvatting_bij(traject, nu)
    return len(rijen)
