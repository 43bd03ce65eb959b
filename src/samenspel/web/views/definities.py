"""Definitions of ways of working: which there are, loading one's own, looking at it, and using it from a day on."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenspel import werkwijzen
from samenspel.kern.stand import Geweigerd
from samenspel.kern.werkwijze.aanpassen import pas_aan
from samenspel.kern.werkwijze.model import Werkwijze
from samenspel.organisatie.models import Taak
from samenspel.regie.ingebruik import definitieregels, laad_eigen, neem_in_gebruik, versies_van
from samenspel.regie.routes import Afgekeurd, route
from samenspel.web import klok
from samenspel.web.forms.definities import Aanpasformulier, Definitieformulier, Gebruikformulier
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.tekst import euro
from samenspel.web.toegang import account_van, met_taak
from samenspel.web.werkwijzepagina import bouw

FORMULIER = ["GET", "HEAD", "POST"]


@require_safe
@met_taak(Taak.BEHEER)
def definities(request: HttpRequest) -> HttpResponse:
    """All versions, and those of the package that aren't loaded yet."""
    gemeente = account_van(request).gemeente
    regels = definitieregels(gemeente, klok.nu())
    er_zijn = {r.versie.slug for r in regels}
    context = {
        "regels": regels,
        "meegeleverd": [slug for slug in werkwijzen.slugs() if slug not in er_zijn],
        "vandaag": localdate(klok.nu()),
    }
    return render(request, "web/definities.html", context)


@require_http_methods(FORMULIER)
@met_taak(Taak.BEHEER)
def definitie_laden(request: HttpRequest) -> HttpResponse:
    """Load a definition as text or as a file; its mistakes stand beside the text."""
    account = account_van(request)
    formulieren: list[Definitieformulier] = []

    def formulier(data: object, begin: object) -> Definitieformulier:
        form = Definitieformulier(data, begin=begin)  # type: ignore[arg-type]  # passed on as they came
        formulieren.append(form)
        return form

    def doe(form: Form, versie: int | None) -> str:
        geladen = laad_eigen(door=account, tekst=form.cleaned_data["tekst"], nu=klok.nu())
        messages.success(request, "De werkwijze is geladen. Bekijk haar, en kies dan vanaf wanneer u haar gebruikt.")
        return reverse("definitie", args=[geladen.pk])

    return behandel(
        request,
        Formulierpagina(
            titel="Werkwijze laden",
            formulier=formulier,
            doe=doe,
            terug=reverse("definities"),
            knop="Laden en bekijken",
            sjabloon="web/definitie_laden.html",
            bestanden=True,
        ),
    )


@require_POST
@met_taak(Taak.BEHEER)
def definitie_meegeleverd(request: HttpRequest, slug: str) -> HttpResponse:
    """Load a definition that comes with Samenspel."""
    if slug not in werkwijzen.slugs():
        raise Http404
    versie = laad_eigen(door=account_van(request), tekst=werkwijzen.tekst(slug), nu=klok.nu())
    return redirect("definitie", versie.pk)


@require_http_methods(FORMULIER)
@met_taak(Taak.BEHEER)
def definitie(request: HttpRequest, versie_id: UUID) -> HttpResponse:
    """Look at a version with its route drawn, and choose from when it is used."""
    account = account_van(request)
    versie = next((v for v in versies_van(account.gemeente) if v.pk == versie_id), None)
    if versie is None:
        raise Http404
    regel = next(r for r in definitieregels(account.gemeente, klok.nu()) if r.versie.pk == versie_id)

    def doe(form: Form, gezien: int | None) -> str:
        neem_in_gebruik(door=account, versie=versie, vanaf=form.cleaned_data["vanaf"], nu=klok.nu())
        messages.success(
            request, "Nieuwe trajecten beginnen vanaf die dag op deze versie. Lopende blijven op de hunne."
        )
        return reverse("definities")

    w = route(versie.hash).werkwijze
    return behandel(
        request,
        Formulierpagina(
            titel=w.naam,
            formulier=lambda data, begin: Gebruikformulier(data, begin=begin),
            doe=doe,
            terug=reverse("definities"),
            begin={"vanaf": max(localdate(klok.nu()), versie.geldig_vanaf)},
            knop="In gebruik nemen",
            sjabloon="web/definitie.html",
            context={**bouw(route(versie.hash)), "regel": regel, "vast": _met_regels(w), "yaml": versie.tekst},
        ),
    )


@require_http_methods(FORMULIER)
@met_taak(Taak.BEHEER)
def definitie_aanpassen(request: HttpRequest, versie_id: UUID) -> HttpResponse:
    """Other life domains, other limits of the budgets: a new version, which is looked at before it is used."""
    account = account_van(request)
    versie = next((v for v in versies_van(account.gemeente) if v.pk == versie_id), None)
    if versie is None:
        raise Http404
    w = route(versie.hash).werkwijze

    def doe(form: Form, gezien: int | None) -> str:
        assert isinstance(form, Aanpasformulier)
        tekst = pas_aan(versie.tekst, form.leefgebieden, form.grenzen)
        if tekst == versie.tekst:
            raise Geweigerd("U hebt nog niets veranderd.")
        try:
            geladen = laad_eigen(door=account, tekst=tekst, nu=klok.nu())
        except Afgekeurd as nee:
            raise Geweigerd(" ".join(f"{_plek(w, f.sleutel)}: {f.melding}." for f in nee.fouten)) from None
        messages.success(request, "De nieuwe versie is klaar. Kies vanaf welke dag u haar gebruikt.")
        return reverse("definitie", args=[geladen.pk])

    return behandel(
        request,
        Formulierpagina(
            titel=f"{w.naam} aanpassen",
            formulier=lambda data, begin: Aanpasformulier(data, begin=begin, werkwijze=w),
            doe=doe,
            terug=reverse("definitie", args=[versie_id]),
            knop="Maak er een nieuwe versie van",
            sjabloon="web/formulier_in_delen.html",
            context={"uitleg": "Wat al loopt, blijft op de oude versie."},
        ),
    )


def _plek(w: Werkwijze, plek: str) -> str:
    """A place in the definition under the name that stands on the form."""
    soort, _, rest = plek.partition(".")
    code = rest.partition(".")[0]
    namen = {b.budget: b.naam for b in w.budgetten} | {g.leefgebied: g.naam for g in w.leefgebieden}
    return namen.get(code, code or soort)


def _met_regels(w: Werkwijze) -> list[dict[str, object]]:
    """The life domains and budgets, each with its line in the definition."""
    vast: list[dict[str, object]] = [
        {"naam": g.naam, "soort": "leefgebied", "regel": w.regels.get(f"leefgebieden.{g.leefgebied}")}
        for g in w.leefgebieden
    ]
    for b in w.budgetten:
        plafond = f"hooguit {euro(b.plafond)} per keer" if b.plafond is not None else "geen vast plafond"
        vast.append({"naam": b.naam, "soort": f"budget, {plafond}", "regel": w.regels.get(f"budgetten.{b.budget}")})
    return vast
