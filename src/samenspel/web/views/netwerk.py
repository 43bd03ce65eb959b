"""The people around a household: the ecogram with its table, and writing who they are."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samenspel.kennis.models import Contactpersoon
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.netwerk.models import Netwerklid
from samenspel.netwerk.services import Band
from samenspel.regie.netwerken import NETWERKLID
from samenspel.regie.wetten import eigen_wetten
from samenspel.web.blik import Blik
from samenspel.web.ecogram import uitleg
from samenspel.web.forms.netwerk import Netwerkformulier
from samenspel.web.ingetrokken import ingetrokken
from samenspel.web.netwerkblik import ecogrammen_van, netwerkregels
from samenspel.web.rijpagina import FORMULIER, Rijpagina, rij_nieuw, rij_wijzigen
from samenspel.web.toegang import blik_op, medewerker


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
        "beelden": ecogrammen_van(blik, regels),
        "banden": uitleg(),
        "meer": max(bestaand - len(regels), 0),
        "ingetrokken": ingetrokken(blik, Gegevenssoort.NETWERK),
    }
    return render(request, "web/netwerk.html", context)


@FORMULIER
@medewerker
def netwerklid_nieuw(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Add somebody around the household."""
    return rij_nieuw(request, casus_id, PAGINA)


@FORMULIER
@medewerker
def netwerklid(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """What is known of somebody around the household, to change."""
    return rij_wijzigen(request, item_id, PAGINA)


def _formulier(blik: Blik, lid: Netwerklid | None) -> Callable[..., Netwerkformulier]:
    geldig = Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=blik.dag) | Q(netwerklid=lid)
    lijst = Contactpersoon.objects.filter(geldig, gemeente_id=blik.casus.gemeente_id).distinct()
    namen = list(lijst.select_related("organisatie").order_by("organisatie__naam", "naam"))
    return partial(
        Netwerkformulier, lijst=namen, eigen_wetten=eigen_wetten(blik.casus, lid.wet if lid is not None else "")
    )


PAGINA: Rijpagina[Netwerklid, Band] = Rijpagina(
    rijsoort=NETWERKLID,
    formulier=_formulier,
    lijst="netwerk",
    titel_nieuw="Iemand in het netwerk zetten",
    gezegd_nieuw="Deze persoon staat in het netwerk.",
    titel=lambda lid: "Netwerk bijwerken",
    gezegd="Het netwerk is bijgewerkt.",
)
