"""The telefoonlijst: whom to call at which organisation, and what that one may decide."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from samenspel.delen.services import leg_inzage_vast
from samenspel.kennis.models import Contactpersoon, Organisatie
from samenspel.organisatie.models import Account, Taak
from samenspel.organisatie.selectors import taken_van
from samenspel.web import klok
from samenspel.web.tekst import dag_kort, euro
from samenspel.web.toegang import account_van, medewerker
from samenspel.web.werklijst import mijn_werk_van

MAX_ZOEKTEKST = 100


@dataclass(frozen=True, slots=True)
class Lijstregel:
    """Somebody to call, as the list shows it. What has expired says no more what somebody may decide."""

    contactpersoon: Contactpersoon
    ruimtenaam: str
    wetten: str
    bedrag: str
    geldig: str
    verlopen: bool


VOLGORDEN = {"": "Per organisatie", "naam": "Op naam", "bedrag": "Op bedrag", "geldig": "Op geldigheid"}


@require_safe
@medewerker
def contactpersonen(request: HttpRequest) -> HttpResponse:
    """Everybody on the list, by organisation or in another order; what is typed looks in organisations, names, laws."""
    account, vandaag = account_van(request), localdate(klok.nu())
    gezocht = request.GET.get("q", "").strip()[:MAX_ZOEKTEKST]
    volgorde = request.GET.get("volgorde", "") if request.GET.get("volgorde") in VOLGORDEN else ""
    rijen = Contactpersoon.objects.filter(gemeente_id=account.gemeente_id).select_related("organisatie")
    gevonden = [r for r in rijen.order_by("organisatie__naam", "naam") if not gezocht or _past(r, gezocht)]
    regels = [_regel(r, vandaag) for r in gevonden]
    return render(
        request,
        "web/contactpersonen.html",
        {
            "groepen": _per_organisatie(account, regels, alle=not gezocht) if not volgorde else [],
            "lijst": _gesorteerd(regels, volgorde) if volgorde else [],
            "gezocht": gezocht,
            "volgorde": volgorde,
            "aantal": len(regels),
            "houdt_bij": houdt_bij(account),
            "filters": [
                {"naam": n, "url": _adres(gezocht, v), "aantal": None, "actief": v == volgorde}
                for v, n in VOLGORDEN.items()
            ],
        },
    )


def houdt_bij(account: Account) -> bool:
    """Whether this account keeps the list."""
    return Taak.BEHEER in taken_van(account, localdate(klok.nu()))


def _adres(gezocht: str, volgorde: str) -> str:
    vragen = {naam: waarde for naam, waarde in (("q", gezocht), ("volgorde", volgorde)) if waarde}
    return f"?{urlencode(vragen)}"


def _per_organisatie(account: Account, regels: list[Lijstregel], *, alle: bool) -> list[dict[str, Any]]:
    """The lines under their organisation; with `alle` also organisations that have nobody yet."""
    groepen: dict[UUID, dict[str, Any]] = {}
    for regel in regels:
        organisatie = regel.contactpersoon.organisatie
        groepen.setdefault(organisatie.pk, {"organisatie": organisatie, "regels": []})["regels"].append(regel)
    if alle:
        for organisatie in Organisatie.objects.filter(gemeente_id=account.gemeente_id).exclude(pk__in=groepen):
            groepen[organisatie.pk] = {"organisatie": organisatie, "regels": []}
    return sorted(groepen.values(), key=lambda g: str(g["organisatie"].naam).casefold())


def _gesorteerd(regels: list[Lijstregel], volgorde: str) -> list[Lijstregel]:
    """One list: by name, the highest amount first, or what expires first."""
    if volgorde == "bedrag":
        return sorted(regels, key=lambda r: -(r.contactpersoon.bedrag or 0))
    if volgorde == "geldig":
        return sorted(regels, key=lambda r: r.contactpersoon.geldig_tot or date.max)
    return sorted(regels, key=lambda r: r.contactpersoon.naam.casefold())


@require_safe
@medewerker
def contactpersoon(request: HttpRequest, contactpersoon_id: UUID) -> HttpResponse:
    """One of them."""
    rijen = Contactpersoon.objects.filter(pk=contactpersoon_id, gemeente_id=account_van(request).gemeente_id)
    rij = rijen.select_related("organisatie").first()
    if rij is None:
        raise Http404
    context = {"regel": _regel(rij, localdate(klok.nu())), "houdt_bij": houdt_bij(account_van(request))}
    return render(request, "web/contactpersoon.html", context)


@require_safe
@medewerker
def contact_kiezen(request: HttpRequest, contactpersoon_id: UUID) -> HttpResponse:
    """For which household one records a contact with this person: those where one may."""
    account, nu = account_van(request), klok.nu()
    rij = Contactpersoon.objects.filter(pk=contactpersoon_id, gemeente_id=account.gemeente_id).first()
    if rij is None:
        raise Http404
    per_casus = {r.casus_id: r for r in mijn_werk_van(account, nu) if r.contact}
    leg_inzage_vast(account=account, wat="mijn_werk", ids=list(per_casus), reden="lijst", nu=nu)
    regels = sorted(per_casus.values(), key=lambda r: r.huishouden.casefold())
    return render(request, "web/contact_kiezen.html", {"contactpersoon": rij, "regels": regels})


def _past(rij: Contactpersoon, gezocht: str) -> bool:
    velden = (rij.organisatie.naam, rij.naam, rij.functie, *map(str, rij.wetten))
    return any(gezocht.lower() in veld.lower() for veld in velden)


def _regel(rij: Contactpersoon, vandaag: date) -> Lijstregel:
    verlopen = rij.geldig_tot is not None and rij.geldig_tot < vandaag
    tot = dag_kort(rij.geldig_tot, vandaag) if rij.geldig_tot is not None else ""
    return Lijstregel(
        contactpersoon=rij,
        ruimtenaam="Mandaat" if rij.organisatie.soort == "publiek" else "Beslisruimte",
        wetten="" if verlopen else ", ".join(map(str, rij.wetten)),
        bedrag=f"tot {euro(rij.bedrag)}" if rij.bedrag is not None and not verlopen else "",
        geldig=f"verlopen sinds {tot}" if verlopen else f"geldig tot en met {tot}" if tot else "",
        verlopen=verlopen,
    )
