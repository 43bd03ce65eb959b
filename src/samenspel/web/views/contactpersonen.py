"""The telefoonlijst: whom to call at which organisation, and what that one may decide."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from samenspel.kennis.models import Contactpersoon, Organisatie
from samenspel.web import klok
from samenspel.web.tekst import dag_kort, euro
from samenspel.web.toegang import account_van, medewerker

MAX_ZOEKTEKST = 100


@dataclass(frozen=True, slots=True)
class Lijstregel:
    """Somebody to call, as the list shows it."""

    contactpersoon: Contactpersoon
    ruimtenaam: str
    wetten: str
    bedrag: str
    geldig: str
    verlopen: bool


@require_safe
@medewerker
def contactpersonen(request: HttpRequest) -> HttpResponse:
    """Everybody on the list, by organisation; what is typed looks in organisations, names and laws."""
    gezocht = request.GET.get("q", "").strip()[:MAX_ZOEKTEKST]
    rijen = Contactpersoon.objects.filter(gemeente_id=account_van(request).gemeente_id).select_related("organisatie")
    vandaag, groepen = localdate(klok.nu()), dict[UUID, dict[str, Any]]()
    for rij in rijen.order_by("organisatie__naam", "naam"):
        if gezocht and not _past(rij, gezocht):
            continue
        groep = groepen.setdefault(rij.organisatie_id, {"organisatie": rij.organisatie, "regels": []})
        groep["regels"].append(_regel(rij, vandaag))
    if not gezocht:
        leeg = Organisatie.objects.filter(gemeente_id=account_van(request).gemeente_id)
        for organisatie in leeg.exclude(Q(pk__in=groepen) | Q(contactpersoon__isnull=False)):
            groepen[organisatie.pk] = {"organisatie": organisatie, "regels": []}
    lijst = sorted(groepen.values(), key=lambda g: str(g["organisatie"].naam).lower())
    aantal = sum(len(g["regels"]) for g in lijst)
    return render(request, "web/contactpersonen.html", {"groepen": lijst, "gezocht": gezocht, "aantal": aantal})


@require_safe
@medewerker
def contactpersoon(request: HttpRequest, contactpersoon_id: UUID) -> HttpResponse:
    """One of them."""
    rijen = Contactpersoon.objects.filter(pk=contactpersoon_id, gemeente_id=account_van(request).gemeente_id)
    rij = rijen.select_related("organisatie").first()
    if rij is None:
        raise Http404
    return render(request, "web/contactpersoon.html", {"regel": _regel(rij, localdate(klok.nu()))})


def _past(rij: Contactpersoon, gezocht: str) -> bool:
    velden = (rij.organisatie.naam, rij.naam, rij.functie, *map(str, rij.wetten))
    return any(gezocht.lower() in veld.lower() for veld in velden)


def _regel(rij: Contactpersoon, vandaag: date) -> Lijstregel:
    verlopen = rij.geldig_tot is not None and rij.geldig_tot < vandaag
    tot = dag_kort(rij.geldig_tot, vandaag) if rij.geldig_tot is not None else ""
    return Lijstregel(
        contactpersoon=rij,
        ruimtenaam="Mandaat" if rij.organisatie.soort == "publiek" else "Beslisruimte",
        wetten=", ".join(map(str, rij.wetten)),
        bedrag=f"tot {euro(rij.bedrag)}" if rij.bedrag is not None else "",
        geldig=f"verlopen sinds {tot}" if verlopen else f"geldig tot en met {tot}" if tot else "",
        verlopen=verlopen,
    )
