"""The people around a household: the ecogram with its table, and writing who they are."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from samenspel.delen.services import huidige_woorden
from samenspel.huishouden.models import Persoon
from samenspel.kennis.models import Contactpersoon
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.netwerk.models import Netwerklid
from samenspel.regie.netwerken import voeg_netwerklid_toe, wijzig_netwerklid
from samenspel.web.blik import Blik
from samenspel.web.ecogram import uitleg
from samenspel.web.forms.betreft import namen_van
from samenspel.web.forms.netwerk import Netwerkformulier, ingevuld
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.netwerkblik import ecogram_van, ingetrokken, netwerkregels
from samenspel.web.toegang import blik_op, blik_op_item, medewerker, vereis_regie

FORMULIER = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@medewerker
def netwerk(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Who stands around the household, drawn and told."""
    blik = blik_op(request, casus_id)
    regels = netwerkregels(blik)
    blik.noteer("netwerk", [r.item for r in regels])
    bestaand = blik.bestaande().filter(soort=Gegevenssoort.NETWERK.value, ingetrokken_op__isnull=True).count()
    context = {
        "blik": blik,
        "casus": blik.casus,
        "regels": regels,
        "beeld": ecogram_van(blik, regels),
        "banden": uitleg(),
        "meer": max(bestaand - len(regels), 0),
        "ingetrokken": ingetrokken(blik, Gegevenssoort.NETWERK),
    }
    return render(request, "web/netwerk.html", context)


@FORMULIER
@medewerker
def netwerklid_nieuw(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Add somebody around the household."""
    blik = blik_op(request, casus_id)
    vereis_regie(blik, "netwerklid_nieuw")
    blik.noteer("netwerklid_nieuw", [casus_id])

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Netwerkformulier)
        voeg_netwerklid_toe(
            casus=blik.casus,
            band=form.waarden,
            woorden=form.woorden,
            betreft=form.over,
            account=blik.account,
            nu=blik.nu,
        )
        messages.success(request, "Deze persoon staat in het netwerk.")
        return _netwerkadres(blik)

    return _formulier(request, blik, "Iemand in het netwerk zetten", doe, blik.leden, {"betreft": _allen(blik)})


@FORMULIER
@medewerker
def netwerklid(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """What is known of somebody around the household, to change."""
    blik, item = blik_op_item(request, item_id)
    vereis_regie(blik, "netwerklid")
    lid = Netwerklid.objects.filter(pk=item.pk).select_related("item", "contactpersoon").first()
    if lid is None:
        raise Http404
    lid.item.casus = blik.casus
    vaste_lid: Netwerklid = lid
    genoemd = [p for p in item.betreft.all() if p not in blik.leden]
    personen = [*blik.leden, *genoemd]
    blik.noteer("netwerklid", [item.pk])

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Netwerkformulier)
        wijzig_netwerklid(
            lid=vaste_lid,
            band=form.waarden,
            woorden=form.woorden,
            betreft=form.over,
            account=blik.account,
            versie=versie or item.versie,
            nu=blik.nu,
        )
        messages.success(request, "Het netwerk is bijgewerkt.")
        return _netwerkadres(blik)

    def huidig() -> dict[str, Any]:
        vers = Netwerklid.objects.select_related("item").get(pk=vaste_lid.pk)
        return ingevuld(vers, huidige_woorden(vers.item), personen)

    return _formulier(request, blik, "Netwerk bijwerken", doe, personen, huidig(), item.versie, huidig, item.pk)


def _formulier(
    request: HttpRequest,
    blik: Blik,
    titel: str,
    doe: Any,
    personen: list[Persoon],
    begin: dict[str, Any],
    versie: int | None = None,
    huidig: Any = dict,
    item: UUID | None = None,
) -> HttpResponse:
    geldig = Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=blik.dag) | Q(netwerklid=item)
    lijst = Contactpersoon.objects.filter(geldig, gemeente_id=blik.casus.gemeente_id).distinct()
    namen = list(lijst.select_related("organisatie").order_by("organisatie__naam", "naam"))
    return behandel(
        request,
        Formulierpagina(
            titel=titel,
            formulier=lambda data, eerst: Netwerkformulier(data, begin=eerst, personen=personen, lijst=namen),
            doe=doe,
            terug=_netwerkadres(blik),
            begin=begin,
            versie=versie,
            huidig=huidig,
            sjabloon="web/formulier_intrekbaar.html",
            context={"casus": blik.casus, "item": item},
        ),
    )


def _allen(blik: Blik) -> list[str]:
    return list(namen_van(blik.leden))


def _netwerkadres(blik: Blik) -> str:
    return reverse("netwerk", args=[blik.casus.pk])
