"""Budgets for who judges or pays. Right by rol; no name of a household for who may not look into its dossier."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from samenspel.delen.services import leg_inzage_vast
from samenspel.regie.budgetten import potten_van
from samenspel.web import klok
from samenspel.web.budgettenpagina import SORTEER, bouw, leesbaar, regel
from samenspel.web.toegang import account_van, medewerker, weiger_pagina

PER_BLAD = 25


@require_safe
@medewerker
def budgetten(request: HttpRequest) -> HttpResponse:
    """One of my budgets in one year, with its applications."""
    account, nu = account_van(request), klok.nu()
    dag, potten = localdate(nu), potten_van(account, nu)
    if not potten:
        raise weiger_pagina(request, "geen_recht")
    pot = next((p for p in potten if p.code == request.GET.get("budget")), potten[0])
    jaar = _jaar(request, dag.year)
    sorteer = request.GET.get("sorteer", "")
    sorteer = sorteer if sorteer in SORTEER else next(iter(SORTEER))
    pagina = bouw(pot, account, jaar, nu, dag)
    blad = Paginator(sorted(pagina["gedaan"], key=SORTEER[sorteer][1]), PER_BLAD).get_page(request.GET.get("blad"))
    mag = leesbaar(account, list(blad), nu)
    casussen = dict.fromkeys(a.traject.casus_id for a in blad if a.pk in mag)
    leg_inzage_vast(account=account, wat="budgetten", ids=list(casussen), reden="lijst", nu=nu)

    def adres(**anders: object) -> str:
        delen = {"budget": pot.code, "jaar": jaar, "sorteer": sorteer} | anders
        return "?" + "&".join(f"{naam}={waarde}" for naam, waarde in delen.items())

    context = {
        "pot": pot,
        "jaar": jaar,
        "cijfers": pagina["cijfers"],
        "grenzen": pagina["grenzen"],
        "potten": [_keuze(p.budget.naam, adres(budget=p.code), p.code == pot.code) for p in potten],
        "jaren": [_keuze(str(j), adres(jaar=j), j == jaar) for j in pagina["jaren"]],
        "sorteringen": [_keuze(naam, adres(sorteer=code), code == sorteer) for code, (naam, _) in SORTEER.items()],
        "blad": blad,
        "regels": [regel(a, a.pk in mag, pagina["ruimte"].get(a.traject.casus.huishouden_id), dag) for a in blad],
        "vraag": adres()[1:],
    }
    return render(request, "web/budgetten.html", context)


def _jaar(request: HttpRequest, dit_jaar: int) -> int:
    gevraagd = request.GET.get("jaar", "")
    getal = int(gevraagd) if len(gevraagd) == 4 and gevraagd.isdecimal() else dit_jaar
    return getal if 2000 <= getal <= dit_jaar else dit_jaar


def _keuze(naam: str, url: str, actief: bool) -> dict[str, object]:
    return {"naam": naam, "url": url, "actief": actief}
