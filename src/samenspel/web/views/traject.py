"""Beginning a traject, and taking a stap in it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenspel.casus.models import WerkwijzeVersie
from samenspel.kern.stand import Route
from samenspel.kern.stand.handelingen import LegFormulierVast, ZetStap
from samenspel.kern.stand.uitkomst import Mogelijkheid, Stapsoort, Stapstand
from samenspel.kern.werkwijze.model import Formulier, Werkwijze
from samenspel.regie.begin import begin_traject, te_beginnen
from samenspel.regie.opdracht import Opdracht
from samenspel.regie.routes import route
from samenspel.regie.uitvoeren import voer_uit
from samenspel.web.forms.traject import GEBELD, NAAR, TOELICHTING, WAAKVLAM, Stapformulier, Trajectformulier
from samenspel.web.forms.vragen import voeg_vinkjes_samen
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.tekst import fase_naam
from samenspel.web.toegang import blik_op, medewerker, vereis_regie
from samenspel.web.trajectblik import Trajectblik, redenen_met_herstel, verder
from samenspel.web.views.formulieren import Ingevuld


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def traject_nieuw(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Choose a way of working, and about whom it is."""
    blik = blik_op(request, casus_id)
    werkwijzen = {v.slug: (route(v.hash).werkwijze, v) for v in te_beginnen(blik.casus, blik.account, blik.nu)}
    personen = blik.bij_naam
    if not (werkwijzen and personen):
        vereis_regie(blik, "traject_nieuw")
    blik.noteer("traject_nieuw", [casus_id])
    keuzes: dict[str, tuple[str, WerkwijzeVersie]] = {slug: (w.naam, v) for slug, (w, v) in werkwijzen.items()}

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Trajectformulier)
        g = form.cleaned_data
        begin_traject(
            casus=blik.casus,
            versie=form.versie,
            naam=g["naam"],
            betreft=g["betreft"],
            account=blik.account,
            nu=blik.nu,
        )
        messages.success(request, f"‘{g['naam']}’ is begonnen.")
        return reverse("casus", args=[casus_id])

    return behandel(
        request,
        Formulierpagina(
            titel="Traject beginnen",
            formulier=lambda data, begin: Trajectformulier(data, begin=begin, keuzes=keuzes, personen=personen),
            doe=doe,
            terug=reverse("casus", args=[casus_id]),
            begin={"werkwijze": next(iter(keuzes), ""), "betreft": [str(p.pk) for p in personen]},
            knop="Beginnen",
            sjabloon="web/traject_nieuw.html",
            context={
                "uitleg": blik.casus.huishouden.naam,
                "werkwijzen": [_in_het_kort(w) for w, _ in werkwijzen.values()],
            },
        ),
    )


def _in_het_kort(werkwijze: Werkwijze) -> dict[str, Any]:
    return {
        "naam": werkwijze.naam,
        "samenvatting": werkwijze.samenvatting,
        "fase_heet": werkwijze.fase_heet,
        "fasen": [f.naam for f in werkwijze.fasen if not f.buiten_ladder],
    }


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def stap(request: HttpRequest, traject_id: UUID, code: str) -> HttpResponse:
    """One stap: what it means and asks, or why it can't be taken yet with the links that mend it."""
    hier = Trajectblik.van(request, traject_id)
    nu_hier = next((s for s in hier.stand.stappen if s.soort.stap == code), None)
    soort = nu_hier.soort if nu_hier is not None else _elders(hier.route, code)
    if not hier.speler.rollen & set(soort.door):
        raise hier.weiger("stap")
    hier.blik.noteer("stap", [traject_id])
    vragen = _mee_te_sturen(hier, soort)
    context = _over_de_stap(hier, soort, nu_hier)
    terug = reverse("casus", args=[hier.blik.casus.pk])
    if request.method != "POST" and not _te_zetten(nu_hier, vragen):
        return render(request, "web/stap_kan_niet.html", {"titel": soort.naam, "terug": terug, **context})
    ingevuld = Ingevuld.van(hier, vragen)
    voeg_vinkjes_samen(request, vragen)

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Stapformulier)
        opdrachten = ingevuld.opdrachten(form, versie) if ingevuld is not None else []
        voer_uit(
            traject=hier.traject,
            account=hier.blik.account,
            opdrachten=[*opdrachten, _opdracht(form, code)],
            nu=hier.nu,
        )
        messages.success(request, f"{soort.naam}: gedaan.")
        return verder(hier.blik)

    def formulier(data: Any, begin: Mapping[str, Any]) -> Form:
        return Stapformulier(data, begin=begin, soort=soort, route=hier.route, vragen=vragen)

    return behandel(
        request,
        Formulierpagina(
            titel=soort.naam,
            formulier=formulier,
            doe=doe,
            terug=terug,
            begin=ingevuld.begin if ingevuld is not None else {},
            versie=ingevuld.versie if ingevuld is not None else None,
            huidig=ingevuld.huidig if ingevuld is not None else dict,
            knop="Deze stap zetten",
            sjabloon="web/stap.html",
            context=context,
        ),
    )


def _elders(weg: Route, code: str) -> Stapsoort:
    """The stap as it is known at other places of the route: the traject may have moved on."""
    zetten = (z for plek in weg.plekken.values() for z in (*plek.zetten, *plek.basis))
    soort = next((z.soort for z in zetten if z.soort.stap == code), None)
    if soort is None:
        raise Http404
    return soort


def _mee_te_sturen(hier: Trajectblik, soort: Stapsoort) -> Formulier | None:
    """The form that goes with the stap, where this person may fill it in."""
    # Named whole, or by one of its questions: 'terugblik', 'formulier.terugblik.wat_leerden_we'.
    code = (soort.legt_vast or "").removeprefix("formulier.").split(".")[0]
    vragen = next((f for f in hier.route.werkwijze.formulieren if f.formulier == code), None)
    if vragen is None or not hier.mag(LegFormulierVast(vragen.formulier, {})):
        return None
    return vragen


def _te_zetten(nu_hier: Stapstand | None, vragen: Formulier | None) -> bool:
    """Whether the page is a form: kern lets it, or what is missing can be filled in along with it."""
    if nu_hier is None:
        return False
    eigen = f"formulier.{vragen.formulier}." if vragen is not None else None
    mist = [o.feit for r in nu_hier.redenen for o in r.herstel]
    hier_aan_te_vullen = eigen is not None and bool(mist) and all(f.startswith(eigen) for f in mist)
    return nu_hier.mogelijkheid is Mogelijkheid.MOGELIJK or hier_aan_te_vullen


def _over_de_stap(hier: Trajectblik, soort: Stapsoort, nu_hier: Stapstand | None) -> dict[str, Any]:
    naar = soort.naar or (str(hier.feiten.get("traject.vorige", "")) if not soort.keuze else "")
    fase = next((f for f in hier.route.werkwijze.fasen if f.fase == naar), None)
    return {
        "traject": hier.traject,
        "uitleg": soort.uitleg,
        "van": fase_naam(hier.route, hier.stand.fase),
        "naar": fase_naam(hier.route, naar) if naar else "",
        "naar_uitleg": fase.uitleg if fase is not None else "",
        "elders": nu_hier is None,
        "redenen": redenen_met_herstel(nu_hier.redenen, hier.traject) if nu_hier is not None else [],
    }


def _opdracht(form: Stapformulier, code: str) -> Opdracht:
    g = form.cleaned_data
    handeling = ZetStap(code, naar=g.get(NAAR) or None, waakvlam_op=g.get(WAAKVLAM))
    woorden = {"toelichting": g[TOELICHTING], "gebeld": g.get(GEBELD, "")}
    return Opdracht(handeling, {naam: tekst for naam, tekst in woorden.items() if tekst})
