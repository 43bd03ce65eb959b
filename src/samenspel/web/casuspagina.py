"""The page of a casus: its stand van zaken, per running traject, cut to what this person may see.

Composed from the Stand (kern) and the items that `Blik` lets through; a template shows it as it is.
"""

from typing import Any

from django.urls import reverse

from samenspel.casus.models import EigenWoorden, Traject
from samenspel.casus.trajecten import open_overdracht
from samenspel.plan.models import Actie, Doel
from samenspel.regie.begin import te_beginnen
from samenspel.regie.mijn_plan import Reactie
from samenspel.regie.overdracht import mag_overdragen
from samenspel.web.blik import Blik
from samenspel.web.contactknop import contactadres
from samenspel.web.eigen_deel import eigen_deel
from samenspel.web.geschiedenis import geschiedenis, samengevat
from samenspel.web.hulpblik import hulpregels, lokettermijnen
from samenspel.web.knelpunten import knelpunten
from samenspel.web.leefgebiedblik import uitvraag
from samenspel.web.mensen import leden, mensen
from samenspel.web.netwerkblik import samenvatting
from samenspel.web.planregels import acties_van, doelen, termijnen
from samenspel.web.samengevoegd import samenvoegingen
from samenspel.web.stem import stem
from samenspel.web.trajectblok import trajectblok

GESCHIEDENIS_KORT = 8


def bouw(blik: Blik) -> dict[str, Any]:
    """Everything that the page of this casus shows this person."""
    alle = Traject.objects.filter(casus=blik.casus).select_related("versie").order_by("-open", "gestart_op")
    trajecten = [t for t in alle if blik.in_traject(t.pk)]
    for traject in trajecten:
        traject.casus = blik.casus
    blokken = [trajectblok(blik, t) for t in trajecten]
    return {
        "blik": blik,
        "mag_beginnen": bool(blik.bij_naam and te_beginnen(blik.casus, blik.account, blik.nu)),
        "mag_overdragen": mag_overdragen(blik.casus, blik.account, blik.vooraf),
        "casus": blik.casus,
        "titel": blik.casus.huishouden.naam,
        "open_blokken": [b for b in blokken if b.traject.open],
        "gesloten_blokken": [b for b in blokken if not b.traject.open],
        "stem": _stem(blik),
        "uitvraag": uitvraag(blik) if blik.regie else None,
        "termijnen": sorted([*termijnen(blik, blokken), *lokettermijnen(blik)], key=lambda t: t["dag"]),
        "hulp": [h for h in hulpregels(blik) if h.loopt],
        "leden": leden(blik),
        "mensen": mensen(blik),
        "netwerk": samenvatting(blik),
        "doelen": doelen(blik),
        "losse_acties": _losse_acties(blik),
        "eigen_deel": eigen_deel(blik),
        "knelpunten": knelpunten(blik),
        "geschiedenis": samengevat(geschiedenis(blik), GESCHIEDENIS_KORT),
        "andere_reacties": _andere_reacties(blik),
        "samenvoegingen": samenvoegingen(blik),
        "overdracht": open_overdracht(blik.casus),
        "contactadres": contactadres(blik),
    }


def _losse_acties(blik: Blik) -> list[dict[str, Any]]:
    """Actions apart from a goal, or of a goal that this person doesn't read."""
    van_casus = Actie.objects.filter(item__casus=blik.casus)
    return acties_van(blik, van_casus.exclude(doel__in=Doel.objects.filter(item__in=blik.zichtbaar)))


def _stem(blik: Blik) -> list[dict[str, Any]]:
    return [
        {
            **deel,
            "reacties": blik.reacties.get(deel["item"], []),
            "url": reverse("eigen_woorden", args=[blik.casus.pk, deel["persoon_id"]]),
        }
        for deel in stem(blik)
    ]


def _andere_reacties(blik: Blik) -> list[Reactie]:
    """Reactions on what isn't shown on this page itself, the newest first."""
    getoond = {rij.pk for model in (Doel, Actie, EigenWoorden) for rij in model.objects.filter(item__casus=blik.casus)}
    los = [r for item, reacties in blik.reacties.items() if item not in getoond for r in reacties]
    return sorted(los, key=lambda r: r.op, reverse=True)
