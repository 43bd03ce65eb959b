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
WAAROM = {
    "regie": "contactpersoon van het huishouden",
    "eigenaar": "schreef het zelf",
    "inwoner": "woont in dit huishouden",
    "rol": "heeft een rol in dit traject",
    "tafel": "zit aan tafel bij het overleg",
    "grondslag": "er is vastgelegd dat dit gedeeld mag worden",
    "helper": "helpt mee",
    "geen_recht": "had geen taak in dit dossier",
    "lijst": "stond in een lijst",
    "zoeken": "zocht een huishouden",
    "signaal": "heeft het signaal",
}
WAT = {
    "contact_kopie": "een kopie van een gesprek",
    "casus": "het dossier",
    "historie": "de geschiedenis",
    "inzage": "wie er keek",
    "mijn_plan": "Mijn plan",
    "formulieren": "een formulier",
    "contacten": "een contact",
    "geld": "een aanvraag van geld",
    "overleg": "een overleg",
    "plan": "het plan",
    "personalia": "gegevens van een persoon",
    "signaal": "een signaal",
    "signaal_in_dossier": "een signaal",
    "zoeken": "dat het er is",
    "personen": "wie er bij het huishouden horen",
    "persoon": "gegevens van een persoon",
    "persoon_bestaand": "of iemand al bekend is",
    "bsn": "het hele BSN van iemand",
    "persoon_bsn": "het BSN van iemand, zonder het te zien",
    "samenvoegen": "of het huishouden er dubbel in staat",
    "samenvoeging": "of iets er dubbel in staat",
    "persoon_dubbel": "of iemand er dubbel in staat",
    "relatie": "een relatie",
    "vertegenwoordiger": "een vertegenwoordiger",
}


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
