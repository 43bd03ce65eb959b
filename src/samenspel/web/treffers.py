"""A household that was found, as a line: enough to tell namesakes apart, and no more than the seeker may see."""

from typing import Any

from django.urls import reverse

from samenspel.huishouden.models import Persoon
from samenspel.kern.delen import Zicht
from samenspel.regie.zoeken import Treffer

__all__ = ["treffer_regel"]


def treffer_regel(treffer: Treffer) -> dict[str, Any]:
    """What the list of households shows; of one of others only with whom to make contact."""
    casus = treffer.casus
    regisseur = casus.regisseur if casus is not None else None
    regel: dict[str, Any] = {
        "regisseur": regisseur.naam if regisseur is not None else "",
        "telefoon": regisseur.telefoon if regisseur is not None else "",
        "team": regisseur.team.naam if regisseur is not None and regisseur.team is not None else "",
    }
    if casus is None or not treffer.eigen:
        return regel
    huishouden = treffer.huishouden
    straten = [straat(p) for p, zicht in treffer.leden if p.adres and zicht.adres is Zicht.GEHEEL]
    waar = [huishouden.wijk.naam if huishouden.wijk is not None else "", *dict.fromkeys(straten)]
    return regel | {
        "naam": huishouden.naam,
        "url": reverse("casus", args=[casus.pk]),
        "nummer": casus.nummer,
        "waar": [deel for deel in waar if deel],
        "wie": [met_jaar(p) for p, zicht in treffer.leden if zicht.personalia is Zicht.GEHEEL],
    }


def straat(persoon: Persoon) -> str:
    """The address without postcode and town."""
    return persoon.adres.partition(",")[0].strip()


def met_jaar(persoon: Persoon) -> str:
    """The first name with the year of birth, if that is known."""
    geboren = persoon.geboortedatum
    return f"{persoon.roepnaam} ({geboren.year})" if geboren is not None else persoon.roepnaam
