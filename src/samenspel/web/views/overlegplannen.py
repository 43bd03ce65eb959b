"""Putting a traject on the agenda of its table, moving it to another moment, taking it off."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import get_default_timezone, localdate, localtime
from django.views.decorators.http import require_http_methods

from samenspel.kern.stand.handelingen import HaalVanAgenda, Handeling, PlanOverleg, VerzetOverleg
from samenspel.regie.opdracht import Opdracht, Verband
from samenspel.regie.uitvoeren import voer_uit
from samenspel.regie.vragen import overleg_van
from samenspel.web.forms.overleg import Afhaalformulier, Planformulier, Verzetformulier
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.overlegplek import lopend_van, soort_van, tafel_hier
from samenspel.web.puntblik import blik_op_punt
from samenspel.web.tekst import wanneer
from samenspel.web.toegang import blik_op_traject, medewerker
from samenspel.web.trajectblik import verder

FORMULIER = require_http_methods(["GET", "HEAD", "POST"])


@FORMULIER
@medewerker
def overleg_plannen(request: HttpRequest, traject_id: UUID, code: str) -> HttpResponse:
    """The chair puts a traject on the agenda of its table, or moves it to another moment."""
    blik, traject = blik_op_traject(request, traject_id)
    soort, tafel = soort_van(traject, code), tafel_hier(blik, traject, code)
    if tafel is None:
        return redirect("overleg_van_traject", traject.pk, code)
    gevonden = lopend_van(blik, traject, code)
    punt = gevonden if gevonden is not None and gevonden.gehouden_op is None else None

    def formulier(data: QueryDict | None, eerst: Mapping[str, Any]) -> Form:
        if punt is None:
            return Planformulier(data, begin=eerst)
        return Verzetformulier(data, begin=eerst, verstuurd=punt.stukken_op is not None)

    def doe(form: Form, versie: int | None) -> str:
        g = form.cleaned_data
        woorden = {k: g[k] for k in ("verzet_reden", "doorgelaten_reden") if g.get(k)}
        handeling: Handeling = PlanOverleg(code, g["dag"])
        if punt is not None:
            handeling = VerzetOverleg(code, g["dag"], doorgelaten="doorgelaten_reden" in woorden)
        op = datetime.combine(g["dag"], g["tijd"], get_default_timezone())
        opdracht = Opdracht(handeling, woorden, verband=Verband(tafel=tafel, op=op, plaats=g["plaats"]))
        voer_uit(traject=traject, account=blik.account, opdrachten=[opdracht], nu=blik.nu)
        naar = wanneer(op, blik.dag)
        messages.success(request, f"{tafel.naam} {'is verzet naar' if punt is not None else 'staat gepland:'} {naar}.")
        return reverse("overleg_van_traject", args=[traject.pk, code])

    begin = {}
    if punt is not None:
        begin = {"dag": localdate(punt.op), "tijd": localtime(punt.op).time(), "plaats": punt.plaats}
    blik.noteer("overleg", [traject.pk])
    return behandel(
        request,
        Formulierpagina(
            titel=f"{tafel.naam} {'verzetten' if begin else 'plannen'}",
            formulier=formulier,
            doe=doe,
            terug=reverse("agendapunt", args=[punt.pk]) if punt is not None else reverse("casus", args=[blik.casus.pk]),
            knop="Verzetten" if begin else "Plannen",
            begin=begin,
            sjabloon="web/overleg_formulier.html",
            context={
                "casus": blik.casus,
                "traject": traject,
                "uitleg": f"Nu staat het op {wanneer(punt.op, blik.dag)}." if punt is not None else soort.uitleg,
            },
        ),
    )


@FORMULIER
@medewerker
def van_agenda(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Who chairs or brings in takes a traject off the agenda, with the reason."""
    blik, punt = blik_op_punt(request, item_id)
    handeling = HaalVanAgenda(overleg_van(punt).overleg)
    terug = reverse("agendapunt", args=[punt.pk])

    def doe(form: Form, versie: int | None) -> str:
        opdracht = Opdracht(handeling, {"van_agenda_reden": form.cleaned_data["van_agenda_reden"]})
        voer_uit(traject=punt.traject, account=blik.account, opdrachten=[opdracht], nu=blik.nu)
        messages.success(request, "Dit is van de agenda. De leden lezen de stukken niet meer.")
        return verder(blik)

    nee = blik.vooraf(punt.traject).weigering(handeling)
    if request.method != "POST" and (nee is not None or punt.van_agenda_op is not None):
        messages.info(request, nee.melding if nee is not None else "Dit is al van de agenda gehaald.")
        return redirect(terug)
    blik.noteer("agendapunt", [punt.pk])
    return behandel(
        request,
        Formulierpagina(
            titel="Van de agenda halen",
            formulier=lambda data, eerst: Afhaalformulier(data, begin=eerst),
            doe=doe,
            terug=terug,
            knop="Van de agenda halen",
            sjabloon="web/overleg_formulier.html",
            context={
                "casus": blik.casus,
                "traject": punt.traject,
                "uitleg": f"{punt.tafel.naam}, {wanneer(punt.op, blik.dag)}.",
            },
        ),
    )
