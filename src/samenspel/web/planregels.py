"""The one plan and the terms on the page of a casus."""

from collections import defaultdict
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from samenspel.kern.stand.uitkomst import Loop, Termijnstand
from samenspel.plan.models import Actie, Doel
from samenspel.web.blik import Blik
from samenspel.web.netwerkblik import netwerknamen
from samenspel.web.tekst import dag_kort
from samenspel.web.trajectblok import Trajectblok

TERUGBELLEN, EERSTE_AFSPRAAK = "terugbellen", "eerste_afspraak"
"""Terms that follow from the base."""


def termijnen(blik: Blik, blokken: list[Trajectblok]) -> list[dict[str, Any]]:
    """What runs, the nearest first: terms of the trajecten and dates of open actions."""
    acties = [a for a in staande(blik) if a.gedaan_op is None and a.voor is not None]
    woorden = blik.woorden([a.pk for a in acties])
    eigen_regel = {a.voor for a in acties}
    rijen = [
        _termijn(t, blik.dag)
        for b in blokken
        if b.traject.open
        for t in b.stand.termijnen
        if t.soort.termijn != EERSTE_AFSPRAAK or date.fromordinal(t.einde) not in eigen_regel
    ]
    for actie in acties:
        if actie.voor is not None:
            rijen.append(_regel(woorden.get(actie.pk, {}).get("wat", "Afspraak"), actie.voor, blik.dag, ""))
    return sorted(rijen, key=lambda r: r["dag"])


def _termijn(t: Termijnstand, vandaag: date) -> dict[str, Any]:
    regel = _regel(t.soort.naam, date.fromordinal(t.einde), vandaag, t.soort.wettelijk)
    if t.loop is Loop.VERLOPEN:
        regel["status"] = "laat"
    return regel


def _regel(naam: str, dag: date, vandaag: date, toelichting: str) -> dict[str, Any]:
    over = (dag - vandaag).days
    status = "laat" if over < 0 else "gauw" if over <= 2 else "gewoon"
    wanneer = dag_kort(dag, vandaag) + (" · te laat" if over < 0 else "")
    return {"naam": naam, "wanneer": wanneer, "status": status, "toelichting": toelichting, "dag": dag}


def doelen(blik: Blik) -> list[dict[str, Any]]:
    """Goals that may be read, with their actions."""
    rijen, acties = blik.doelen, defaultdict[UUID, list[dict[str, Any]]](list)
    woorden = blik.woorden([d.pk for d in rijen])
    for regel in actieregels(blik, [a for a in staande(blik) if a.doel_id is not None]):
        acties[regel["actie"].doel_id].append(regel)
    return [
        {
            "doel": d,
            "reacties": blik.reacties.get(d.pk, []),
            "tekst": woorden.get(d.pk, {}).get("tekst", ""),
            "acties": acties[d.pk],
        }
        for d in rijen
    ]


def doelnamen(blik: Blik, welke: Q) -> dict[str, Doel]:
    """Goals to choose from, by their text; two of the same text are told apart."""
    rijen = blik.leesbare(Doel.objects.filter(welke).select_related("item"))
    rijen.sort(key=lambda doel: doel.volgorde)
    woorden, namen = blik.woorden([d.pk for d in rijen]), dict[str, Doel]()
    for doel in rijen:
        naam = woorden.get(doel.pk, {}).get("tekst", "Doel zonder tekst")
        while naam in namen:
            naam += " (ook)"
        namen[naam] = doel
    return namen


def losse_acties(blik: Blik) -> list[dict[str, Any]]:
    """Actions apart from a goal, or of a goal that this person doesn't read."""
    gelezen = {d.pk for d in blik.doelen}
    return actieregels(blik, [a for a in staande(blik) if a.doel_id not in gelezen])


def staande(blik: Blik) -> list[Actie]:
    """Actions that may be read and weren't withdrawn, by their date."""
    return [a for a in blik.acties if a.item.ingetrokken_op is None]


def actieregels(blik: Blik, rijen: list[Actie]) -> list[dict[str, Any]]:
    """Who does what by when, and how it stands."""
    woorden = blik.woorden([a.pk for a in rijen])
    netwerk = netwerknamen(blik, {str(a.netwerklid_id) for a in rijen if a.netwerklid_id is not None})
    regels = []
    for actie in rijen:
        tekst = woorden.get(actie.pk, {})
        wie = actie.account.naam if actie.account else actie.persoon.roepnaam if actie.persoon else tekst.get("wie", "")
        wie = netwerk.get(str(actie.netwerklid_id), wie)
        over = (actie.voor - blik.dag).days if actie.voor is not None else None
        regels.append(
            {
                "actie": actie,
                "reacties": blik.reacties.get(actie.pk, []),
                "wat": tekst.get("wat", ""),
                "wie": wie,
                "wanneer": dag_kort(actie.voor, blik.dag) if actie.voor else "",
                "status": ""
                if over is None or actie.gedaan_op
                else "laat"
                if over < 0
                else "gauw"
                if over <= 2
                else "",
                "gedaan": actie.gedaan_op is not None,
                "vervallen": actie.item.ingetrokken_op is not None,
                "mag_afronden": actie.gedaan_op is None and (blik.regie or actie.account_id == blik.account.pk),
            }
        )
    return regels
