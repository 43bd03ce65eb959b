"""The page of a casus: its stand van zaken, per running traject, cut to what this person may see.

Composed from the Stand (kern) and the items that `Blik` lets through; a template shows it as it is.
"""

from typing import Any
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from samenspel.casus.models import Traject
from samenspel.casus.trajecten import open_overdracht
from samenspel.delen.models import Item
from samenspel.huishouden.selectors import wie_spreken
from samenspel.regie.begin import te_beginnen
from samenspel.regie.overdracht import mag_overdragen
from samenspel.regie.reacties import Reactie
from samenspel.web.blik import Blik
from samenspel.web.contactknop import contactadres
from samenspel.web.eigen_deel import eigen_deel
from samenspel.web.eigen_taken import EigenTaak, eigen_taken
from samenspel.web.geschiedenis import geschiedenis, samengevat
from samenspel.web.hulpblik import hulpregels, lokettermijnen
from samenspel.web.knelpunten import knelpunten
from samenspel.web.leefgebiedblik import uitvraag
from samenspel.web.loketwerk import lokettaak
from samenspel.web.mensen import leden, mensen
from samenspel.web.netwerkblik import samenvatting
from samenspel.web.planregels import doelen, losse_acties, termijnen
from samenspel.web.reacties import te_bespreken
from samenspel.web.samengevoegd import samenvoegingen
from samenspel.web.stem import stem
from samenspel.web.trajectblok import trajectblok
from samenspel.web.volgende import volgende_afspraak
from samenspel.web.zetten import afspraakzetten

GESCHIEDENIS_KORT = 8


def bouw(blik: Blik) -> dict[str, Any]:
    """Everything that the page of this casus shows this person."""
    trajecten = [t for t in blik.trajecten if blik.in_traject(t.pk)]
    blik.lees_alle_woorden()
    eigen = eigen_taken(blik.account, [blik.casus.pk], blik.dag).get(blik.casus.pk, [])
    per_traject = _per_traject(eigen, trajecten)
    blokken = [trajectblok(blik, t, per_traject.get(t.pk, ())) for t in trajecten]
    los = per_traject.get(None, [])
    if not any(t.open for t in trajecten):
        los = los + lokettaak(blik.account, blik.casus, blik.dag)
    return {
        "blik": blik,
        "mag_beginnen": bool(blik.bij_naam and te_beginnen(blik.casus, blik.account, blik.nu)),
        "mag_overdragen": mag_overdragen(blik.casus, blik.account, [blik.vooraf(t) for t in blik.trajecten if t.open]),
        "casus": blik.casus,
        "titel": blik.casus.huishouden.naam,
        "open_blokken": [b for b in blokken if b.traject.open],
        "volgende": volgende_afspraak(blik, blokken),
        "losse_zetten": afspraakzetten(los, blik.woorden([t.item for t in los if t.item is not None])),
        "gesloten_blokken": [b for b in blokken if not b.traject.open],
        "stem": _stem(blik),
        "zonder_woorden": _zonder_woorden(blik),
        "uitvraag": uitvraag(blik) if blik.regie else None,
        "termijnen": sorted([*termijnen(blik, blokken), *lokettermijnen(blik)], key=lambda t: t["dag"]),
        "hulp": [h for h in hulpregels(blik) if h.loopt],
        "leden": leden(blik),
        "mensen": mensen(blik, blokken),
        "netwerk": samenvatting(blik),
        "doelen": doelen(blik),
        "losse_acties": losse_acties(blik),
        "eigen_deel": eigen_deel(blik),
        "knelpunten": knelpunten(blik),
        "geschiedenis": samengevat(geschiedenis(blik), GESCHIEDENIS_KORT),
        "te_bespreken": te_bespreken(blik) if blik.regie else [],
        "andere_reacties": _andere_reacties(blik),
        "samenvoegingen": samenvoegingen(blik),
        "overdracht": open_overdracht(blik.casus),
        "contactadres": contactadres(blik),
        "mag_logboek": any(b.traject.open and blik.vooraf(b.traject).speler.rollen for b in blokken),
    }


def _per_traject(eigen: list[EigenTaak], trajecten: list[Traject]) -> dict[UUID | None, list[EigenTaak]]:
    """One's own tasks by the running traject where they are shown: their own, else the first; None where none runs."""
    lopend = [t.pk for t in trajecten if t.open]
    verdeeld: dict[UUID | None, list[EigenTaak]] = {}
    for taak in eigen:
        plek = taak.traject if taak.traject in lopend else next(iter(lopend), None)
        verdeeld.setdefault(plek, []).append(taak)
    return verdeeld


def _stem(blik: Blik) -> list[dict[str, Any]]:
    return [
        {
            **deel,
            "reacties": blik.reacties.get(deel["item"], []),
            "url": reverse("eigen_woorden", args=[blik.casus.pk, deel["persoon_id"]]),
        }
        for deel in stem(blik)
    ]


def _zonder_woorden(blik: Blik) -> list[dict[str, str]]:
    """Who has no words of their own here yet, each with where the regisseur writes them down."""
    if not blik.regie:
        return []
    hebben = {rij.persoon_id for rij in blik.eigen_woorden if rij.item.ingetrokken_op is None}
    return [
        {"naam": p.roepnaam, "url": reverse("eigen_woorden", args=[blik.casus.pk, p.pk])}
        for p in wie_spreken(blik.leden)
        if p.pk not in hebben
    ]


def _andere_reacties(blik: Blik) -> list[Reactie]:
    """Reactions on what isn't shown on this page itself, the newest first; those on the plan stand with its version."""
    if not blik.reacties:
        return []
    van_het_plan = Q(doel__isnull=False) | Q(actie__isnull=False) | Q(eigenwoorden__isnull=False)
    getoond = set(Item.objects.filter(van_het_plan, pk__in=list(blik.reacties)).values_list("pk", flat=True))
    los = [r for item, reacties in blik.reacties.items() if item not in {blik.casus.pk, *getoond} for r in reacties]
    return sorted(los, key=lambda r: r.op, reverse=True)
