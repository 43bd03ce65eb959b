"""Questions before a meeting, and their answers."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenspel.delen.services import huidige_woorden
from samenspel.overleg.models import Vraag
from samenspel.regie.vragen import beantwoord_vraag, stel_vraag
from samenspel.web.blik import Blik
from samenspel.web.forms.overleg import Antwoordformulier, Vraagformulier
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.puntblik import blik_op_punt, punt_van
from samenspel.web.toegang import blik_op_item, medewerker

FORMULIER = require_http_methods(["GET", "HEAD", "POST"])


@FORMULIER
@medewerker
def vraag_stellen(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Ask something about the case beforehand."""
    blik, punt = blik_op_punt(request, item_id)

    def doe(form: Form, versie: int | None) -> str:
        stel_vraag(punt=punt, vraag=form.cleaned_data["vraag"], account=blik.account, nu=blik.nu)
        messages.success(request, "Uw vraag staat bij het overleg.")
        return reverse("agendapunt", args=[punt.pk])

    blik.noteer("agendapunt", [punt.pk])
    return behandel(
        request,
        Formulierpagina(
            titel="Een vraag stellen",
            formulier=lambda data, eerst: Vraagformulier(data, begin=eerst),
            doe=doe,
            terug=reverse("agendapunt", args=[punt.pk]),
            knop="Vraag stellen",
            sjabloon="web/overleg_formulier.html",
            context={"casus": blik.casus, "traject": punt.traject, "uitleg": _wie_antwoordt(blik)},
        ),
    )


def _wie_antwoordt(blik: Blik) -> str:
    return "De voorzitter antwoordt." if blik.regie else f"{blik.casus.regisseur.naam} of de voorzitter antwoordt."


@FORMULIER
@medewerker
def vraag_beantwoorden(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Answer a question that was asked beforehand."""
    blik, item = blik_op_item(request, item_id)
    vraag = Vraag.objects.filter(pk=item.pk).select_related("item", "gesteld_door").first()
    if vraag is None:
        raise Http404
    vraag.agendapunt = punt_van(blik, vraag.agendapunt_id)
    woorden = huidige_woorden(item)
    terug = reverse("agendapunt", args=[vraag.agendapunt_id])

    def doe(form: Form, versie: int | None) -> str:
        antwoord, over = form.cleaned_data["antwoord"], versie or item.versie
        beantwoord_vraag(vraag=vraag, antwoord=antwoord, account=blik.account, versie=over, nu=blik.nu)
        messages.success(request, "Uw antwoord staat bij de vraag.")
        return terug

    blik.noteer("vraag", [item.pk])
    return behandel(
        request,
        Formulierpagina(
            titel="Een vraag beantwoorden",
            formulier=lambda data, eerst: Antwoordformulier(data, begin=eerst),
            doe=doe,
            terug=terug,
            knop="Antwoorden",
            begin={"antwoord": woorden.get("antwoord", "")},
            versie=item.versie,
            huidig=lambda: {"antwoord": huidige_woorden(item).get("antwoord", "")},
            sjabloon="web/overleg_formulier.html",
            context={
                "casus": blik.casus,
                "traject": vraag.agendapunt.traject,
                "uitleg": "",
                "gevraagd": woorden.get("vraag", ""),
                "door": vraag.gesteld_door.naam,
            },
        ),
    )
