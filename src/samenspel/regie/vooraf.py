"""Asking kern beforehand: whether somebody could do something now, and what a meeting's papers still miss."""

from datetime import datetime

from django.utils.timezone import localdate

from samenspel.casus.models import Traject
from samenspel.kern.stand import Geweigerd, beslis
from samenspel.kern.stand.eisen import gevraagde_paden, ontbrekend
from samenspel.kern.stand.handelingen import Handeling
from samenspel.kern.stand.uitkomst import Ontbreekt
from samenspel.kern.werkwijze.model import Overleg
from samenspel.organisatie.models import Account
from samenspel.regie.feiten import lees_feiten
from samenspel.regie.routes import route_van
from samenspel.regie.spelers import speler_van

__all__ = ["missende_stukken", "weigering"]


def weigering(traject: Traject, account: Account, handeling: Handeling, nu: datetime) -> Geweigerd | None:
    """Why kern would refuse this now, of this account; None where it can be done. Nothing is stored."""
    route = route_van(traject)
    feiten, speler = lees_feiten(traject, route), speler_van(account, traject, route, nu)
    try:
        beslis(route, feiten, handeling, speler, localdate(nu))
    except Geweigerd as nee:
        return nee
    return None


def missende_stukken(traject: Traject, overleg: Overleg) -> tuple[Ontbreekt, ...]:
    """What the papers of this meeting must hold and don't yet, with the way to mend each."""
    if overleg.stukken is None:
        return ()
    route = route_van(traject)
    feiten = lees_feiten(traject, route)
    paden = gevraagde_paden(overleg.stukken.bevat, route.werkwijze)
    return ontbrekend((p for p in paden if p not in feiten), route.catalogus)
