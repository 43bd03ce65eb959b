"""Toezicht: who looked, what is shared, and whether the history is whole. No name of a household, no dossier opened."""

from datetime import datetime, timedelta
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from samenspel.casus.controles import begin_controle, ga_verder, laatste_controle
from samenspel.casus.models import Casus
from samenspel.delen.services import leg_inzage_vast
from samenspel.delen.toezicht import Opvallend, Vraag, grondslagen_op, inzagen, opvallend, verstrekkingen
from samenspel.kern.werkwijze.model import AvgGrondslag
from samenspel.organisatie.models import Account, Taak
from samenspel.web import klok
from samenspel.web.collegakeuze import Collegakeuze, Kring
from samenspel.web.delentekst import AVG_NAMEN, opsomming, periode, soorten_in_woorden
from samenspel.web.forms.toezicht import Inzagevraag
from samenspel.web.inzagetekst import waarom, wat
from samenspel.web.toegang import account_van, met_taak

PER_BLAD = 50
DAGEN = 30


@require_safe
@met_taak(Taak.PRIVACY)
def toezicht(request: HttpRequest) -> HttpResponse:
    """What stands out in the last days, by rules that the page tells."""
    account, nu = account_van(request), klok.nu()
    vandaag = localdate(nu)
    van = vandaag - timedelta(days=DAGEN - 1)
    per_regel = opvallend(account.gemeente_id, van, vandaag, nu)
    laat, vroeg = settings.TOEZICHT_NACHT
    uitleg = {
        "geen_recht": ("Geweigerd", "Wie iets wilde openen zonder taak of rol.", {"geweigerd": "on"}),
        "nacht": ("In de nacht", f"Wie een dossier opende na {laat}.00 uur of voor {vroeg}.00 uur.", {"nacht": "on"}),
        "veel": ("Veel op één dag", f"Wie op één dag {settings.TOEZICHT_VEEL} of meer dossiers opende.", {}),
    }
    regels = [
        {
            "titel": titel,
            "uitleg": tekst,
            "wie": [
                {"o": o, "url": _zoekadres(o, van.isoformat(), vandaag.isoformat(), extra)} for o in per_regel[code]
            ],
        }
        for code, (titel, tekst, extra) in uitleg.items()
    ]
    context = {
        "regels": regels,
        "dagen": DAGEN,
        "lopend": grondslagen_op(account.gemeente_id, vandaag, lopend=True).count(),
        "controle": laatste_controle(account),
    }
    return render(request, "web/toezicht.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@met_taak(Taak.PRIVACY)
def inzage_zoeken(request: HttpRequest) -> HttpResponse:
    """Who looked. What was asked is posted; the address then holds keys, never a number or a name."""
    account, nu = account_van(request), klok.nu()
    keuze = Collegakeuze(account, Kring.OOK_GEBLOKKEERD)
    begin = {"van": (localdate(nu) - timedelta(days=DAGEN - 1)).isoformat(), "tot": localdate(nu).isoformat()}
    if request.method == "POST":
        form = Inzagevraag(request.POST, keuze=keuze)
        if form.is_valid() and (adres := _adres(form, account)) is not None:
            return redirect(adres)
        return render(request, "web/toezicht_inzage.html", {"form": form}, status=422)
    casus = _casus(request.GET.get("casus"), account)
    gevraagd = begin | request.GET.dict() | {"nummer": casus.nummer if casus is not None else ""}
    form = Inzagevraag(gevraagd, keuze=keuze)
    if not form.is_valid():
        form = Inzagevraag(begin, keuze=keuze)
        form.is_valid()
    g = form.cleaned_data
    vraag = Vraag(
        van=g["van"],
        tot=g["tot"],
        account=g["account"].pk if g["account"] is not None else None,
        casus=casus.pk if casus is not None else None,
        reden=g["reden"],
        geweigerd=g["geweigerd"],
        nacht=g["nacht"],
    )
    blad = Paginator(inzagen(account.gemeente_id, vraag), PER_BLAD).get_page(request.GET.get("blad"))
    regels = [{"rij": r, "wat": wat(r.wat), "waarom": waarom(r.reden), "aantal": len(r.ids)} for r in blad]
    # After counting and reading: this look is not one of those that were asked for.
    leg_inzage_vast(account=account, casus=casus, wat="toezicht_inzage", reden="taak", nu=nu)
    zonder_blad = request.GET.copy()
    zonder_blad.pop("blad", None)
    context = {"form": form, "blad": blad, "regels": regels, "vraag": zonder_blad.urlencode()}
    return render(request, "web/toezicht_inzage.html", context)


@require_safe
@met_taak(Taak.PRIVACY)
def gedeeld(request: HttpRequest) -> HttpResponse:
    """On which bases is shared with whom, now or before; of a casus its number only."""
    account, nu = account_van(request), klok.nu()
    toon = request.GET.get("toon", "nu")
    if toon == "verstrekt":
        return _verstrekt(request, account, nu)
    lopend = toon != "eerder"
    rijen = grondslagen_op(account.gemeente_id, localdate(nu), lopend=lopend)
    blad = Paginator(rijen, PER_BLAD).get_page(request.GET.get("blad"))
    leg_inzage_vast(account=account, wat="toezicht_grondslagen", ids=[g.casus_id for g in blad], reden="taak", nu=nu)
    regels = [
        {
            "g": g,
            "ziet": opsomming(soorten_in_woorden(g.soorten)),
            "grond": AVG_NAMEN[AvgGrondslag(g.avg_6)],
            "periode": periode(g, localdate(nu)),
        }
        for g in blad
    ]
    gekozen = "nu" if lopend else "eerder"
    context = {"regels": regels, "blad": blad, "filters": _filters(gekozen), "gekozen": gekozen}
    return render(request, "web/toezicht_delen.html", context)


def _verstrekt(request: HttpRequest, account: Account, nu: datetime) -> HttpResponse:
    """Which documents left, to whom and by whose hand; of a casus its number only."""
    blad = Paginator(verstrekkingen(account.gemeente_id), PER_BLAD).get_page(request.GET.get("blad"))
    leg_inzage_vast(account=account, wat="toezicht_grondslagen", ids=[v.casus_id for v in blad], reden="taak", nu=nu)
    regels = [{"v": v, "bevat": opsomming(soorten_in_woorden(v.soorten))} for v in blad]
    context = {"regels": regels, "blad": blad, "filters": _filters("verstrekt"), "gekozen": "verstrekt"}
    return render(request, "web/toezicht_verstrekt.html", context)


def _filters(gekozen: str) -> list[dict[str, object]]:
    namen = {"nu": "Loopt nu of straks", "eerder": "Gestopt of voorbij", "verstrekt": "Stukken die weggingen"}
    return [
        {"naam": naam, "url": f"?toon={code}", "aantal": None, "actief": code == gekozen}
        for code, naam in namen.items()
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@met_taak(Taak.PRIVACY)
def controle(request: HttpRequest) -> HttpResponse:
    """Check the history, some casussen with each request; with script the page goes on by itself."""
    account, nu = account_van(request), klok.nu()
    if request.method == "POST":
        ga_verder(controle=begin_controle(account=account, nu=nu), nu=nu)
        if "HX-Request" not in request.headers:
            return redirect("toezicht_controle")
    sjabloon = "web/_controle.html" if request.method == "POST" else "web/toezicht_controle.html"
    return render(request, sjabloon, {"controle": laatste_controle(account)})


def _zoekadres(o: Opvallend, van: str, tot: str, extra: dict[str, str]) -> str:
    if o.dag is not None:
        van = tot = o.dag.isoformat()
    return f"{reverse('toezicht_inzage')}?{urlencode({'account': str(o.account), 'van': van, 'tot': tot, **extra})}"


def _casus(sleutel: str | None, account: Account) -> Casus | None:
    try:
        return Casus.objects.filter(pk=UUID(sleutel or ""), gemeente_id=account.gemeente_id).first()
    except ValueError:
        return None


def _adres(form: Inzagevraag, account: Account) -> str | None:
    """The address of what was asked; None, with the mistake in the form, where the number isn't there."""
    g = form.cleaned_data
    delen = {"van": g["van"].isoformat(), "tot": g["tot"].isoformat()}
    delen |= {"account": str(g["account"].pk)} if g["account"] is not None else {}
    delen |= {"reden": g["reden"]} if g["reden"] else {}
    delen |= {naam: "on" for naam in ("geweigerd", "nacht") if g[naam]}
    if g["nummer"]:
        casus = Casus.objects.filter(gemeente_id=account.gemeente_id, nummer=g["nummer"].strip()).first()
        if casus is None:
            form.add_error("nummer", "Er is geen casus met dit nummer. Schrijf het zo: 2026-00012.")
            return None
        delen["casus"] = str(casus.pk)
    return f"{reverse('toezicht_inzage')}?{urlencode(delen)}"
