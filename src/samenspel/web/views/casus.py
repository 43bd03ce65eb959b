"""The page of a casus, its whole history and who looked."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from samenspel.delen.models import Inzage
from samenspel.web.casuspagina import bouw
from samenspel.web.geschiedenis import geschiedenis
from samenspel.web.inzagetekst import waarom, wat
from samenspel.web.toegang import blik_op, medewerker, vereis_regie

PER_BLAD = 50


@require_safe
@medewerker
def casus(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """The stand van zaken of a casus."""
    blik = blik_op(request, casus_id)
    context = bouw(blik)
    blik.noteer("casus", [casus_id])
    return render(request, "web/casus.html", context)


@require_safe
@medewerker
def historie(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Everything that happened, a page at a time."""
    blik = blik_op(request, casus_id)
    blik.noteer("historie", [casus_id])
    blad = Paginator(geschiedenis(blik), PER_BLAD).get_page(request.GET.get("blad"))
    return render(request, "web/historie.html", {"casus": blik.casus, "blad": blad, "terug": _terug(casus_id)})


@require_safe
@medewerker
def inzage(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Who looked into the dossier, and who was refused; for the regisseur."""
    blik = blik_op(request, casus_id)
    vereis_regie(blik, "inzage")
    blik.noteer("inzage", [casus_id])
    rijen = Inzage.objects.filter(casus_id=casus_id).select_related("account__team").order_by("-op")
    blad = Paginator(rijen, PER_BLAD).get_page(request.GET.get("blad"))
    regels = [{"rij": r, "wat": wat(r.wat), "waarom": waarom(r.reden)} for r in blad]
    context = {"casus": blik.casus, "blad": blad, "regels": regels, "terug": _terug(casus_id)}
    return render(request, "web/inzage.html", context)


def _terug(casus_id: UUID) -> str:
    return reverse("casus", args=[casus_id])
