"""Help that runs or ran: the list, with what was asked at a counter, and writing help."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from samenspel.delen.models import Item
from samenspel.delen.services import huidige_woorden
from samenspel.huishouden.models import Persoon
from samenspel.hulp.models import Hulp
from samenspel.hulp.services import Hulpgegevens
from samenspel.kennis.models import Organisatie
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.regie import hulpen
from samenspel.web.blik import Blik
from samenspel.web.forms.betreft import namen_van
from samenspel.web.forms.hulp import STOPWOORDEN, Hulpformulier, Stopformulier, hulp_ingevuld
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.hulpblik import hulpregels, loketregels
from samenspel.web.netwerkblik import ingetrokken
from samenspel.web.toegang import blik_op, blik_op_item, medewerker, vereis_regie

FORMULIER = require_http_methods(["GET", "HEAD", "POST"])
SOORTEN = (Gegevenssoort.HULP, Gegevenssoort.LOKETZAKEN)


@require_safe
@medewerker
def hulp(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Which help runs, what was asked at a counter, and which help there was."""
    blik = blik_op(request, casus_id)
    regels, zaken = hulpregels(blik), loketregels(blik)
    blik.noteer("hulp", [*(r.item for r in regels), *(z.item for z in zaken)])
    bestaand = blik.bestaande().filter(soort__in=[s.value for s in SOORTEN], ingetrokken_op__isnull=True).count()
    context = {
        "blik": blik,
        "casus": blik.casus,
        "lopend": [r for r in regels if r.loopt],
        "gestopt": [r for r in regels if not r.loopt],
        "zaken": zaken,
        "meer": max(bestaand - len(regels) - len(zaken), 0),
        "ingetrokken": ingetrokken(blik, *SOORTEN),
    }
    return render(request, "web/hulp.html", context)


@FORMULIER
@medewerker
def hulp_nieuw(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Add help that runs, or that there was."""
    blik = blik_op(request, casus_id)
    vereis_regie(blik, "hulp_nieuw")
    blik.noteer("hulp_nieuw", [casus_id])

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Hulpformulier)
        hulpen.voeg_hulp_toe(
            casus=blik.casus,
            gegevens=form.waarden,
            woorden=form.woorden,
            betreft=form.over,
            account=blik.account,
            nu=blik.nu,
        )
        messages.success(request, "De hulp is opgeschreven.")
        return lijst(blik)

    begin = {"betreft": list(namen_van(blik.leden))}
    return _formulier(request, blik, titel="Hulp opschrijven", doe=doe, personen=blik.leden, begin=begin)


@FORMULIER
@medewerker
def hulp_wijzigen(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """What is known of this help, to change."""
    blik, item, rij = _hulp(request, item_id, "hulp_wijzigen")
    personen = [*blik.leden, *(p for p in item.betreft.all() if p not in blik.leden)]

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Hulpformulier)
        hulpen.wijzig_hulp(
            hulp=rij,
            gegevens=form.waarden,
            woorden=form.woorden,
            betreft=form.over,
            account=blik.account,
            versie=versie or item.versie,
            nu=blik.nu,
        )
        messages.success(request, "De hulp is bijgewerkt.")
        return lijst(blik)

    def huidig() -> dict[str, Any]:
        vers = Hulp.objects.select_related("item").get(pk=rij.pk)
        return hulp_ingevuld(vers, huidige_woorden(vers.item), personen)

    return _formulier(
        request,
        blik,
        titel="Hulp bijwerken",
        doe=doe,
        personen=personen,
        begin=huidig(),
        versie=item.versie,
        huidig=huidig,
        item=item.pk,
    )


@FORMULIER
@medewerker
def hulp_stoppen(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """This help stopped: what worked, what not, and why."""
    blik, item, rij = _hulp(request, item_id, "hulp_stoppen")
    eerder = huidige_woorden(item)

    def doe(form: Form, versie: int | None) -> str:
        g = form.cleaned_data
        hulpen.wijzig_hulp(
            hulp=rij,
            gegevens=Hulpgegevens(organisatie=rij.organisatie, sinds=rij.sinds, tot=g["tot"], status="gestopt"),
            woorden={**eerder, **{veld: g[veld] for veld in STOPWOORDEN}},
            betreft=None,
            account=blik.account,
            versie=versie or item.versie,
            nu=blik.nu,
        )
        messages.success(request, "Opgeschreven dat deze hulp is gestopt.")
        return lijst(blik)

    def huidig() -> dict[str, str]:
        nu_staat_er = huidige_woorden(item)
        return {veld: nu_staat_er.get(veld, "") for veld in STOPWOORDEN}

    return behandel(
        request,
        Formulierpagina(
            titel=f"Gestopt: {eerder.get('wat', 'hulp')}",
            formulier=lambda data, begin: Stopformulier(data, begin=begin, sinds=rij.sinds),
            doe=doe,
            terug=lijst(blik),
            begin={**huidig(), "tot": localdate(blik.nu)},
            versie=item.versie,
            huidig=huidig,
            sjabloon="web/formulier_intrekbaar.html",
            context={"casus": blik.casus},
        ),
    )


def organisaties_van(blik: Blik) -> list[Organisatie]:
    """The organisations of the list."""
    return list(Organisatie.objects.filter(gemeente_id=blik.casus.gemeente_id).order_by("naam"))


def lijst(blik: Blik) -> str:
    """Where the list is."""
    return reverse("hulp", args=[blik.casus.pk])


def _hulp(request: HttpRequest, item_id: UUID, wat: str) -> tuple[Blik, Item, Hulp]:
    blik, item = blik_op_item(request, item_id)
    vereis_regie(blik, wat)
    rij = Hulp.objects.filter(pk=item.pk).select_related("item", "organisatie").first()
    if rij is None:
        raise Http404
    rij.item.casus = blik.casus
    blik.noteer(wat, [item.pk])
    return blik, item, rij


def _formulier(
    request: HttpRequest,
    blik: Blik,
    *,
    titel: str,
    doe: Any,
    personen: list[Persoon],
    begin: dict[str, Any],
    versie: int | None = None,
    huidig: Any = dict,
    item: UUID | None = None,
) -> HttpResponse:
    organisaties = organisaties_van(blik)
    return behandel(
        request,
        Formulierpagina(
            titel=titel,
            formulier=lambda data, eerst: Hulpformulier(
                data, begin=eerst, personen=personen, organisaties=organisaties
            ),
            doe=doe,
            terug=lijst(blik),
            begin=begin,
            versie=versie,
            huidig=huidig,
            sjabloon="web/formulier_intrekbaar.html",
            context={"casus": blik.casus, "item": item},
        ),
    )
