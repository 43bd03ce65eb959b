"""The document for who thinks along outside: seeing beforehand what goes along, and giving it."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from samenspel.casus.models import Traject
from samenspel.kern.stand import Geweigerd
from samenspel.regie.verstrekking import Vorm, mag_verstrekken, verstrek
from samenspel.web.blik import Blik
from samenspel.web.papier import als_bestand
from samenspel.web.toegang import blik_op_traject, medewerker
from samenspel.web.verstrekking import Vooraf, bestand, bouw, vooraf_van

SOORT = {Vorm.PDF: "application/pdf", Vorm.JSON: "application/json"}


@require_safe
@medewerker
def verstrekking(request: HttpRequest, traject_id: UUID) -> HttpResponse:
    """What would go along on the recorded basis, what stays and why; and what left before."""
    blik, traject, vooraf = _vooraf(request, traject_id)
    blik.noteer("verstrekking", [traject.pk])
    return render(request, "web/verstrekking.html", bouw(blik, traject, vooraf))


@require_POST
@medewerker
def verstrekking_bestand(request: HttpRequest, traject_id: UUID) -> HttpResponse:
    """Give the document: the file comes back once it is written down that it left."""
    blik, traject, vooraf = _vooraf(request, traject_id)
    vorm = Vorm.JSON if request.POST.get("vorm") == Vorm.JSON.value else Vorm.PDF
    try:
        if vooraf.grondslag is None or not vooraf.hier:
            raise Geweigerd("Dit stuk kan nu niet weg. Hieronder staat wat er eerst nodig is.")
        inhoud, soorten = bestand(blik, traject, vooraf, vorm)
        verstrek(
            traject=traject,
            grondslag=vooraf.grondslag,
            vorm=vorm,
            inhoud=inhoud,
            soorten=soorten,
            account=blik.account,
            nu=blik.nu,
        )
    except Geweigerd as nee:
        messages.error(request, str(nee))
        return redirect("verstrekking", traject.pk)
    blik.noteer("verstrekking", [traject.pk])
    return als_bestand(inhoud, f"stuk-{blik.casus.nummer}.{vorm.value}", SOORT[vorm])


def _vooraf(request: HttpRequest, traject_id: UUID) -> tuple[Blik, Traject, Vooraf]:
    """Who carries the dossier decides with whom it is shared, who stands in doesn't; a rol that is named hands over."""
    blik, traject = blik_op_traject(request, traject_id)
    if not mag_verstrekken(traject, blik.account, blik.nu):
        blik.noteer("verstrekking", [traject.pk], geweigerd=True)
        raise PermissionDenied
    vooraf = vooraf_van(blik, traject)
    if vooraf is None:
        raise Http404
    return blik, traject, vooraf
