"""Budgets for who judges or pays. Right by rol; no name of a household for who may not look into its dossier."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from samenspel.delen.services import leg_inzage_vast
from samenspel.regie.budgetten import aanvragen_bij, potten_van, regels_van_pot, ruimte_per_huishouden
from samenspel.web import klok
from samenspel.web.budgettenpagina import SORTEER, bouw, jaren, leesbaar, regel
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
    regels = regels_van_pot(pot, account.gemeente_id)
    pagina = bouw(pot, regels, jaar)
    gesorteerd = sorted(pagina["gedaan"], key=lambda pk: SORTEER[sorteer][1](regels[pk]))
    blad = Paginator(gesorteerd, PER_BLAD).get_page(request.GET.get("blad"))
    aanvragen = aanvragen_bij(blad)
    mag = leesbaar(account, aanvragen, nu)
    te_zien = [a.traject.casus for a in aanvragen if a.pk in mag]
    casussen = dict.fromkeys(casus.pk for casus in te_zien)
    ruimte = ruimte_per_huishouden(pot, account.gemeente_id, {casus.huishouden_id for casus in te_zien}, nu)
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
        "jaren": [_keuze(str(j), adres(jaar=j), j == jaar) for j in jaren(regels.values(), dag)],
        "sorteringen": [_keuze(naam, adres(sorteer=code), code == sorteer) for code, (naam, _) in SORTEER.items()],
        "blad": blad,
        "regels": [regel(a, regels[a.pk], mag=a.pk in mag, ruimte=ruimte, dag=dag) for a in aanvragen],
        "vraag": adres()[1:],
    }
    return render(request, "web/budgetten.html", context)


def _jaar(request: HttpRequest, dit_jaar: int) -> int:
    gevraagd = request.GET.get("jaar", "")
    getal = int(gevraagd) if len(gevraagd) == 4 and gevraagd.isdecimal() else dit_jaar
    return getal if 2000 <= getal <= dit_jaar else dit_jaar


def _keuze(naam: str, url: str, actief: bool) -> dict[str, object]:
    return {"naam": naam, "url": url, "actief": actief}
