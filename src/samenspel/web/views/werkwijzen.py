"""The ways of working that are loaded, each with its route drawn."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samenspel.kern.werkwijze.model import Toestand
from samenspel.regie.routes import geldende_versies, route
from samenspel.web import klok
from samenspel.web.toegang import account_van, medewerker
from samenspel.web.werkwijzepagina import bouw


@require_safe
@medewerker
def werkwijzen(request: HttpRequest) -> HttpResponse:
    """All that are in force: those that can be started first."""
    alle = [route(v.hash).werkwijze for v in geldende_versies(klok.nu(), account_van(request).gemeente_id)]
    startbaar = [w for w in alle if w.toestand is Toestand.STARTBAAR]
    getekend = [w for w in alle if w.toestand is not Toestand.STARTBAAR]
    return render(request, "web/werkwijzen.html", {"startbaar": startbaar, "getekend": getekend})


@require_safe
@medewerker
def werkwijze(request: HttpRequest, slug: str) -> HttpResponse:
    """One of them: its route, its rollen, forms, meetings, money and terms."""
    versie = next((v for v in geldende_versies(klok.nu(), account_van(request).gemeente_id) if v.slug == slug), None)
    if versie is None:
        raise Http404
    return render(request, "web/werkwijze.html", bouw(route(versie.hash)))
