"""A household that was found, as a line: enough to tell namesakes apart, and no more than the seeker may see."""

from typing import Any

from django.urls import reverse
from django.utils.formats import date_format

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
    huishouden = casus.huishouden
    te_zien = [p for p, zicht in treffer.leden if p.adres and zicht.adres is Zicht.GEHEEL]
    geheim = {p.adres for p in te_zien if p.adres_geheim}
    straten = [straat(p) + (" (geheim adres)" if p.adres in geheim else "") for p in te_zien]
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
    """The first name with the year of birth: known, guessed, or still to come."""
    if persoon.geboortedatum is not None:
        return f"{persoon.roepnaam} ({persoon.geboortedatum.year})"
    if persoon.geboortejaar is not None:
        return f"{persoon.roepnaam} (rond {persoon.geboortejaar})"
    if persoon.verwacht_op is not None:
        return f"{persoon.roepnaam} (verwacht {date_format(persoon.verwacht_op, 'F Y')})"
    return persoon.roepnaam
