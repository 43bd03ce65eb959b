"""Meetings: where a traject is with one, the agenda, planning, papers, questions, the meeting and its outcome."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from samenspel.casus.models import Traject
from samenspel.delen.services import leg_inzage_vast
from samenspel.delen.zicht import kijker_van
from samenspel.kern.stand.handelingen import PlanOverleg, VerstuurStukken
from samenspel.kern.stand.route import overleggen_in
from samenspel.kern.werkwijze.model import Overleg
from samenspel.overleg.models import Agendapunt
from samenspel.regie.opdracht import Opdracht
from samenspel.regie.routes import route_van
from samenspel.regie.uitvoeren import voer_uit
from samenspel.regie.vragen import overleg_van
from samenspel.web import agenda, klok, overlegpagina
from samenspel.web.blik import Blik
from samenspel.web.dossierstuk import heeft_tafelstuk
from samenspel.web.forms.overleg import (
    Stukkenformulier,
)
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.overlegplek import lopend_van, soort_van, tafel_hier
from samenspel.web.puntblik import blik_op_punt
from samenspel.web.tekst import wanneer
from samenspel.web.toegang import account_van, blik_op_traject, medewerker

FORMULIER = require_http_methods(["GET", "HEAD", "POST"])
PER_BLAD = 25


@require_safe
@medewerker
def overleggen(request: HttpRequest) -> HttpResponse:
    """The agenda of my tables: what comes, and what has been."""
    account, nu = account_van(request), klok.nu()
    kijker = kijker_van(account=account, casus=None, nu=nu)
    punten = agenda.punten_van(account, kijker, nu)
    blad = Paginator(punten.geweest, PER_BLAD).get_page(request.GET.get("blad"))
    rijen = agenda.regels(agenda.met_tafel([*punten.komt, *blad]), punten.leesbaar, kijker, nu)
    komt, was = rijen[: len(punten.komt)], rijen[len(punten.komt) :]
    ids = [r.casus_id for r in (*komt, *was) if r.casus_id is not None]
    leg_inzage_vast(account=account, wat="overleggen", ids=ids, reden="lijst", nu=nu)
    return render(request, "web/overleggen.html", {"komt": komt, "was": was, "blad": blad, "gekozen": ""})


@require_safe
@medewerker
def overleg_van_traject(request: HttpRequest, traject_id: UUID, code: str) -> HttpResponse:
    """Where a traject is with a meeting: its agenda point, or what has to happen before there is one."""
    blik, traject = blik_op_traject(request, traject_id)
    soort, tafel = soort_van(traject, code), tafel_hier(blik, traject, code)
    punt = lopend_van(blik, traject, code)
    if punt is not None and punt.pk in blik.zichtbaar:
        return redirect("agendapunt", punt.pk)
    if tafel is None and (anders := _terugval(blik, traject, code)):
        return redirect("overleg_van_traject", traject.pk, anders)
    blik.noteer("overleg", [traject.pk])
    nee = blik.vooraf(traject).weigering(PlanOverleg(code, blik.dag))
    context = {
        "casus": blik.casus,
        "traject": traject,
        "soort": soort,
        "tafel": tafel,
        "gepland": punt is not None,
        "treden": overlegpagina.treden(punt, soort, blik.dag),
        "mag_plannen": nee is None and tafel is not None,
        "waarom_niet": nee.melding if nee is not None else "",
        "plannen": reverse("overleg_plannen", args=[traject.pk, code]),
    }
    context["papier"] = heeft_tafelstuk(blik, traject, overlegpagina.gevraagde_formulieren(traject, soort))
    return render(request, "web/overleg_van_traject.html", context)


@require_safe
@medewerker
def agendapunt(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """A case at a table: the papers, who is there, the questions, how it ended."""
    blik, punt = blik_op_punt(request, item_id)
    context = overlegpagina.bouw(blik, punt)
    blik.noteer("agendapunt", [punt.pk])
    return render(request, "web/agendapunt.html", context)


@require_safe
@medewerker
def agendapunt_vergadering(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """The meeting itself, for a room: large letters, one case, the clocks."""
    blik, punt = blik_op_punt(request, item_id)
    context = overlegpagina.bouw(blik, punt)
    blik.noteer("vergadering", [punt.pk])
    uitkomst = next((z["url"] for z in context["zetten"] if z["url"].endswith("/uitkomst")), "")
    terug = reverse("agendapunt", args=[punt.pk])
    context |= {"overleg_naam": punt.tafel.naam, "overleg_terug": terug, "uitkomstadres": uitkomst}
    return render(request, "web/vergadering.html", context)


@FORMULIER
@medewerker
def overleg_stukken(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Send the papers; late ones only when the chair lets them through with a reason."""
    blik, punt = blik_op_punt(request, item_id)
    soort, traject = overleg_van(punt), punt.traject
    te_laat = _laat_door(blik, punt, soort)

    def doe(form: Form, versie: int | None) -> str:
        reden = form.cleaned_data.get("doorgelaten_reden", "")
        handeling = VerstuurStukken(soort.overleg, doorgelaten=bool(reden))
        opdracht = Opdracht(handeling, {"doorgelaten_reden": reden})
        voer_uit(traject=traject, account=blik.account, opdrachten=[opdracht], nu=blik.nu)
        messages.success(request, "De stukken zijn verstuurd. De leden kunnen ze nu lezen.")
        return reverse("agendapunt", args=[punt.pk])

    blik.noteer("stukken", [punt.pk])
    return behandel(
        request,
        Formulierpagina(
            titel="Stukken versturen",
            formulier=lambda data, eerst: Stukkenformulier(data, begin=eerst, te_laat=te_laat),
            doe=doe,
            terug=reverse("agendapunt", args=[punt.pk]),
            knop="Versturen",
            sjabloon="web/stukken_versturen.html",
            context={
                "casus": blik.casus,
                "traject": traject,
                "wanneer": wanneer(punt.op, blik.dag),
                "tafel": punt.tafel,
                "te_laat": te_laat,
                **overlegpagina.stukken(blik, punt, soort),
            },
        ),
    )


def _laat_door(blik: Blik, punt: Agendapunt, soort: Overleg) -> bool:
    """Whether these papers can go only with the chair's reason."""
    vooraf, code = blik.vooraf(punt.traject), soort.overleg
    gewoon = vooraf.weigering(VerstuurStukken(code))
    return gewoon is not None and vooraf.weigering(VerstuurStukken(code, doorgelaten=True)) is None


def _terugval(blik: Blik, traject: Traject, code: str) -> str:
    """The meeting that this one falls back on, where a table sits for it."""
    codes = overleggen_in(traject.fase, route_van(traject).werkwijze)
    anders = [c for c in codes if c != code and tafel_hier(blik, traject, c) is not None] if code in codes[:1] else []
    return anders[0] if anders else ""
