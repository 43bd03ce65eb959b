"""The one plan on a page of its own, agreeing it, finishing it, and reading earlier versions."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from samenspel.casus.models import Traject
from samenspel.kern.plan import OPEN, Planregel
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.plan.models import Actie, Planversie
from samenspel.plan.versies import laatste_versie, regels_nu, regels_van
from samenspel.regie.planversies import rond_plan_af, stel_plan_vast
from samenspel.web.blik import Blik
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.ingetrokken import ingetrokken
from samenspel.web.planlijnen import regels
from samenspel.web.planversiepagina import meningen, plan_van, veranderd
from samenspel.web.toegang import blik_op, medewerker, vereis_regie

FORMULIER = require_http_methods(["GET", "HEAD", "POST"])
FILTERS = {"alles": "Alles", "mij": "Van mij", "laat": "Te laat"}


@require_safe
@medewerker
def plan(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """The plan as it stands, to filter and to print, with its versions."""
    blik = blik_op(request, casus_id)
    nu = regels_nu(blik.casus)
    lijnen = regels(blik, nu)
    vorige = laatste_versie(blik.casus)
    sporen = [t for t in Traject.objects.filter(casus=blik.casus) if blik.in_traject(t.pk)]
    gekozen = request.GET.get("toon", "alles")
    getoond = _gefilterd(blik, lijnen, gekozen, sporen)
    filters = [*FILTERS.items(), *((str(t.pk), t.naam) for t in sporen)]
    blik.noteer("plan", [casus_id])
    return render(
        request,
        "web/plan.html",
        {
            "casus": blik.casus,
            "blik": blik,
            "filters": [
                {"naam": naam, "url": f"?toon={code}", "aantal": None, "actief": code == gekozen}
                for code, naam in filters
            ],
            "plan": plan_van(getoond),
            "vorige": vorige,
            "veranderd": veranderd(blik, vorige, nu) if vorige is not None and not vorige.afgerond else {},
            "meningen": meningen(blik, vorige) if vorige is not None else [],
            "versies": Planversie.objects.filter(casus=blik.casus).order_by("-nummer"),
            "vandaag": localdate(blik.nu),
            "ingetrokken": ingetrokken(blik, Gegevenssoort.PLAN),
        },
    )


def _gefilterd(
    blik: Blik, lijnen: dict[Planregel, dict[str, Any]], gekozen: str, sporen: list[Traject]
) -> list[dict[str, Any]]:
    """Lines of a choice; a goal stays where one of its actions does."""
    spoor = next((t for t in sporen if str(t.pk) == gekozen), None)
    if gekozen == "laat":
        acties = [r for r in lijnen.values() if r["laat"]]
    elif gekozen == "mij":
        acties = [v for r, v in lijnen.items() if r.wie == f"account:{blik.account.pk}"]
    elif spoor is not None:
        van = {str(pk) for pk in Actie.objects.filter(traject=spoor).values_list("pk", flat=True)}
        acties = [r for r in lijnen.values() if r["item"] in van]
    else:
        return list(lijnen.values())
    doelen = {r["doel"] for r in acties}
    return [r for r in lijnen.values() if r in acties or (r["soort"] == "doel" and r["item"] in doelen)]


@require_safe
@medewerker
def planversie(request: HttpRequest, casus_id: UUID, nummer: int) -> HttpResponse:
    """A version of the plan as it was agreed, and what changed since the one before it."""
    blik = blik_op(request, casus_id)
    versies = Planversie.objects.filter(casus=blik.casus)
    versie = versies.filter(nummer=nummer).select_related("vastgesteld_door").first()
    if versie is None:
        raise Http404
    blik.noteer("planversie", [versie.pk])
    vorige = versies.filter(nummer__lt=nummer).order_by("-nummer").first()
    van = regels_van(versie)
    return render(
        request,
        "web/planversie.html",
        {
            "casus": blik.casus,
            "versie": versie,
            "plan": plan_van(regels(blik, van).values()),
            "veranderd": veranderd(blik, vorige, van),
            "meningen": meningen(blik, versie),
        },
    )


@FORMULIER
@medewerker
def plan_vaststellen(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Keep the plan as it stands."""
    blik = blik_op(request, casus_id)
    vereis_regie(blik, "plan_vaststellen")
    blik.noteer("plan_vaststellen", [casus_id])

    def doe(form: Form, versie: int | None) -> str:
        nieuw = stel_plan_vast(casus=blik.casus, account=blik.account, nu=blik.nu)
        messages.success(request, f"Versie {nieuw.nummer} van het plan is vastgesteld. Het huishouden leest die ook.")
        return reverse("planversie", args=[casus_id, nieuw.nummer])

    return behandel(
        request,
        Formulierpagina(
            titel="Plan vaststellen",
            formulier=lambda data, begin: Form(data),
            doe=doe,
            terug=reverse("plan", args=[casus_id]),
            knop="Zo vaststellen",
            sjabloon="web/plan_vaststellen.html",
            context={"casus": blik.casus, "plan": plan_van(regels(blik, regels_nu(blik.casus)).values())},
        ),
    )


class Afrondformulier(Form):
    """Which open goals go along."""

    use_required_attribute = False

    def __init__(self, data: object, *, begin: object, doelen: list[tuple[str, str]]) -> None:
        super().__init__(data, initial=dict(begin))  # type: ignore[arg-type,call-overload]
        if doelen:
            self.fields["mee"] = forms.MultipleChoiceField(
                label="Wat neemt u mee naar het volgende plan?",
                help_text="Wat u niet meeneemt, laat u los. Dat blijft te lezen in dit plan.",
                choices=doelen,
                required=False,
                widget=forms.CheckboxSelectMultiple(),
            )


@FORMULIER
@medewerker
def plan_afronden(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Finish the plan and begin the next one with what goes along."""
    blik = blik_op(request, casus_id)
    vereis_regie(blik, "plan_afronden")
    blik.noteer("plan_afronden", [casus_id])
    lijnen = regels(blik, regels_nu(blik.casus))
    doelen = [(r.item, v["tekst"]) for r, v in lijnen.items() if r.soort == "doel" and r.status in OPEN]

    def doe(form: Form, versie: int | None) -> str:
        mee = {UUID(sleutel) for sleutel in form.cleaned_data.get("mee", [])}
        rond_plan_af(casus=blik.casus, mee=mee, account=blik.account, nu=blik.nu)
        messages.success(request, "Het plan is afgerond. Het volgende plan is begonnen met wat u meenam.")
        return reverse("plan", args=[casus_id])

    return behandel(
        request,
        Formulierpagina(
            titel="Plan afronden",
            formulier=lambda data, begin: Afrondformulier(data, begin=begin, doelen=doelen),
            doe=doe,
            terug=reverse("plan", args=[casus_id]),
            begin={"mee": [sleutel for sleutel, _ in doelen]},
            knop="Afronden en verder",
            sjabloon="web/plan_formulier.html",
            context={"casus": blik.casus},
        ),
    )
