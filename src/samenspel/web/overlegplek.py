"""Where a traject meets: the meeting by its code, the table that sits for it, the agenda point it is on."""

from django.http import Http404

from samenspel.casus.models import Traject
from samenspel.kern.werkwijze.model import Overleg
from samenspel.overleg.models import Agendapunt, Tafel
from samenspel.overleg.selectors import tafel_van
from samenspel.regie.routes import route_van
from samenspel.web.blik import Blik
from samenspel.web.overlegzetten import loopt_nog

__all__ = ["lopend_van", "soort_van", "tafel_hier"]


def soort_van(traject: Traject, code: str) -> Overleg:
    """The meeting as the definition has it; not found where it has none of that code."""
    soort = next((o for o in route_van(traject).werkwijze.overleggen if o.overleg == code), None)
    if soort is None:
        raise Http404
    return soort


def tafel_hier(blik: Blik, traject: Traject, code: str) -> Tafel | None:
    """The table of this meeting for the household."""
    return tafel_van(casus=blik.casus, werkwijze=route_van(traject).werkwijze, overleg=code)


def lopend_van(blik: Blik, traject: Traject, code: str) -> Agendapunt | None:
    """The agenda point of this stay."""
    punt = blik.vooraf(traject).rijen.nieuwste_punt(code)
    if punt is None:
        return None
    punt.traject = traject
    return punt if loopt_nog(punt, blik.vooraf(traject)) else None
