"""Mijn werk: what waits for me."""

from collections.abc import Sequence
from datetime import datetime

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from samenspel.casus.models import Casus
from samenspel.delen.eigen_afspraken import open_afspraken
from samenspel.delen.services import leg_inzage_vast
from samenspel.delen.zicht import zichtbare_trajecten
from samenspel.organisatie.models import Account
from samenspel.regie.budgetten import potten_van
from samenspel.regie.samenvoegen import open_voorstellen_voor
from samenspel.regie.stand import ververs_samenvattingen
from samenspel.web import klok
from samenspel.web.context import taakpaginas
from samenspel.web.deel import alleen_deel
from samenspel.web.gedeeld import gedeeld_met
from samenspel.web.signaalpagina import signaalregels
from samenspel.web.toegang import account_van, ingelogd, medewerker
from samenspel.web.werklijst import FILTERS, mijn_werk_van, voorstellen_aan
from samenspel.web.werkregel import Werkregel

PER_BLAD = 25


@require_safe
@ingelogd
def start(request: HttpRequest) -> HttpResponseBase:
    """The first page: a resident's plan, what waits for a professional, or the page of their taak without a dossier."""
    account, nu = account_van(request), klok.nu()
    if account.persoon_id is not None:
        return redirect("mijn_plan")
    taken = taakpaginas(account)
    if taken and not _heeft_werk(account, nu):
        return redirect(taken[0][0])
    return redirect("mijn_werk")


def _heeft_werk(account: Account, nu: datetime) -> bool:
    """Whether any line can stand in 'mijn werk': of a dossier, an agreement, a signaal or a budget."""
    eigen = Casus.objects.filter(gemeente=account.gemeente_id, regisseur=account)
    return (
        eigen.exists()
        or zichtbare_trajecten(account, nu).filter(open=True).exists()
        or bool(signaalregels(account, nu))
        or bool(potten_van(account, nu))
        or bool(voorstellen_aan(account))
        or open_afspraken(account).exists()
    )


@require_safe
@vary_on_headers("HX-Request")
@medewerker
def mijn_werk(request: HttpRequest) -> HttpResponse:
    """Running trajecten in which I have a part and dossiers of mine without one, those that wait for me first."""
    account, nu = account_van(request), klok.nu()
    ververs_samenvattingen(nu)
    lijst = mijn_werk_van(account, nu)
    gekozen = request.GET.get("toon", "")
    gekozen = gekozen if gekozen in FILTERS else _eerste_lijst(lijst)
    getoond = [r for r in lijst if FILTERS[gekozen].past(r)]
    blad = Paginator(getoond, PER_BLAD).get_page(request.GET.get("blad"))
    deel = alleen_deel(request)
    gedeeld = [] if deel else gedeeld_met(account, nu)
    ids = dict.fromkeys([r.casus_id for r in blad] + [g.casus_id for g in gedeeld])
    leg_inzage_vast(account=account, wat="mijn_werk", ids=list(ids), reden="lijst", nu=nu)
    signalen = signaalregels(account, nu)
    if signalen:
        leg_inzage_vast(account=account, wat="signalen", ids=[s.id for s in signalen], reden="lijst", nu=nu)
    filters = [
        {
            "naam": f.naam,
            "url": f"?toon={code}",
            "aantal": sum(1 for r in lijst if f.past(r)),
            "actief": code == gekozen,
        }
        for code, f in FILTERS.items()
    ]
    sjabloon = "web/_werklijst.html" if deel else "web/mijn_werk.html"
    return render(
        request,
        sjabloon,
        {
            "blad": blad,
            "filters": filters,
            "gekozen": gekozen,
            "totaal": len(lijst),
            "voorstellen": voorstellen_aan(account),
            "samenvoegingen": open_voorstellen_voor(account),
            "gedeeld": gedeeld,
            "potten": [] if deel else potten_van(account, nu),
            "signalen": signalen,
            "taakpaginas": [] if lijst else [{"naam": n, "url": reverse(a)} for a, n in taakpaginas(account)],
        },
    )


def _eerste_lijst(lijst: Sequence[Werkregel]) -> str:
    """What waits for me, or everything where nothing does."""
    wacht, *_, alles = FILTERS
    return wacht if any(FILTERS[wacht].past(regel) for regel in lijst) else alles
