"""The report of a meeting: looking it over and sending it, the PDF, and the words for the resident."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from samenspel.kern.stand.handelingen import VerstuurVerslag
from samenspel.overleg.models import Verslag
from samenspel.regie.opdracht import Opdracht, Verband
from samenspel.regie.routes import route_van
from samenspel.regie.stuk import zet_stuk
from samenspel.regie.uitvoeren import voer_uit
from samenspel.regie.verslag import maak_verslag, uitleg_voor_inwoner, verslag_van
from samenspel.regie.vragen import overleg_van
from samenspel.web.dossierstuk import tafelstuk
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.lopendezaken import lopende_zaken
from samenspel.web.overlegpagina import gevraagde_formulieren, stukken
from samenspel.web.overlegplek import lopend_van
from samenspel.web.papier import als_pdf
from samenspel.web.puntblik import blik_op_punt
from samenspel.web.toegang import account_van, blik_op_traject, ingelogd, medewerker


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def verslag(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """The chair reads the report over and sends it."""
    blik, punt = blik_op_punt(request, item_id)
    terug = reverse("agendapunt", args=[punt.pk])
    if punt.gehouden_op is None or (request.method != "POST" and punt.verslag_op is not None):
        return redirect(terug)

    def doe(form: Form, versie: int | None) -> str:
        code = punt.tafel.overleg
        verband = Verband(pdf=maak_verslag(punt.traject, code, blik.nu), agendapunt=punt)
        opdracht = Opdracht(VerstuurVerslag(code), verband=verband)
        voer_uit(traject=punt.traject, account=blik.account, opdrachten=[opdracht], nu=blik.nu)
        messages.success(request, "Het verslag is verstuurd. De deelnemers en de contactpersoon kunnen het lezen.")
        return terug

    blik.noteer("verslag", [punt.pk])
    return behandel(
        request,
        Formulierpagina(
            titel="Verslag nakijken",
            formulier=lambda data, begin: Form(data),
            doe=doe,
            terug=terug,
            knop="Versturen",
            sjabloon="web/verslag.html",
            context={
                "casus": blik.casus,
                "traject": punt.traject,
                "verslag": verslag_van(punt, blik.nu),
                "loopt": lopende_zaken(blik, overleg_van(punt), punt.uitkomst),
            },
        ),
    )


@require_safe
@medewerker
def overleg_format(request: HttpRequest, traject_id: UUID, code: str) -> HttpResponse:
    """The format for a table on paper, about two A4, with what this person may read."""
    blik, traject = blik_op_traject(request, traject_id)
    overleg = next((o for o in route_van(traject).werkwijze.overleggen if o.overleg == code), None)
    if overleg is None:
        raise Http404
    blik.lees_alle_woorden()
    punt = lopend_van(blik, traject, code)
    gelezen = punt is not None and punt.pk in blik.zichtbaar
    anders = stukken(blik, punt, overleg).get("na_versturen") if punt is not None and gelezen else None
    formulieren = gevraagde_formulieren(traject, overleg)
    stuk = tafelstuk(blik, traject, f"Format voor {overleg.naam}", formulieren, anders)
    blik.noteer("overleg_format", [traject.pk], geweigerd=stuk is None)
    if stuk is None:
        raise PermissionDenied
    return als_pdf(zet_stuk(stuk), f"format-{blik.casus.nummer}")


@require_safe
@medewerker
def verslag_pdf(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """The report as it was sent."""
    blik, punt = blik_op_punt(request, item_id)
    rij = Verslag.objects.filter(agendapunt=punt).order_by("-gemaakt_op").first()
    if rij is None:
        raise Http404
    blik.noteer("verslag", [punt.pk, rij.pk])
    return als_pdf(bytes(rij.inhoud), f"verslag-{blik.casus.nummer}")


@require_safe
@medewerker
def verslag_eerder(request: HttpRequest, item_id: UUID, nummer: int) -> HttpResponse:
    """A report that was sent, also one that was replaced; `nummer` counts from the first."""
    blik, punt = blik_op_punt(request, item_id)
    rijen = list(Verslag.objects.filter(agendapunt=punt).order_by("gemaakt_op")[:nummer])
    if not nummer or len(rijen) < nummer:
        raise Http404
    rij = rijen[-1]
    blik.noteer("verslag", [punt.pk, rij.pk])
    return als_pdf(bytes(rij.inhoud), f"verslag-{blik.casus.nummer}-{nummer}")


@require_safe
@ingelogd
def verslag_inwoner(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """The same words for the resident, as plain text; a resident reads it once the report was sent."""
    blik, punt = blik_op_punt(request, item_id)
    inwoner = account_van(request).persoon_id is not None
    if punt.gehouden_op is None or (inwoner and punt.verslag_op is None):
        raise Http404
    blik.noteer("verslag_inwoner", [punt.pk])
    context = {
        "basis": "web/basis_inwoner.html" if inwoner else "web/basis.html",
        "uitleg": uitleg_voor_inwoner(punt),
        "loopt": lopende_zaken(blik, overleg_van(punt), punt.uitkomst),
        "terug": reverse("mijn_plan") if inwoner else reverse("agendapunt", args=[punt.pk]),
    }
    return render(request, "web/verslag_inwoner.html", context)
