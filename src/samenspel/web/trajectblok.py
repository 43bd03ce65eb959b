"""What the page of a casus shows of one traject: the ladder, what I can do, and why it can be done."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate, localtime

from samenspel.budget.models import Aanvraag
from samenspel.casus.models import Traject, Trajectstap
from samenspel.doorbraak.models import Antwoorden
from samenspel.kern.stand import Route, Stand
from samenspel.kern.stand.leerbesluiten import cluster_kan_in
from samenspel.kern.werkwijze.catalogus import Herstelwijze, regierollen
from samenspel.kern.werkwijze.model import Hoek
from samenspel.overleg.models import Agendapunt
from samenspel.web.blik import Blik
from samenspel.web.geldpagina import STATUSNAAM, mag_geld_vragen
from samenspel.web.overlegbeurt import overlegbeurten
from samenspel.web.tekst import dag_kort, euro, fase_naam
from samenspel.web.zetten import attendering, handelingen, inhaalregels, verstrekkingzetten, zet

BEOORDELEN = Herstelwijze.BEOORDELING.value
"""There is nothing to judge before money was asked for, even where a step waits for the judgement."""


@dataclass(frozen=True, slots=True)
class Trajectblok:
    """One traject as the page shows it."""

    traject: Traject
    route: Route
    stand: Stand
    treden: list[dict[str, Any]]
    zetten: list[dict[str, Any]]
    meer_zetten: list[dict[str, Any]]
    inhalen: list[dict[str, Any]]
    attenderingen: list[dict[str, Any]]
    hoeken: list[dict[str, Any]]
    aanvragen: list[dict[str, Any]]
    geldadres: str
    agendapunten: list[dict[str, Any]]
    mijn_rollen: list[str]
    formulieren: list[dict[str, Any]]
    cluster: str
    clusteradres: str


def trajectblok(blik: Blik, traject: Traject) -> Trajectblok:
    """One traject, cut to what this person may see and do."""
    vooraf = blik.vooraf(traject)
    route, stand, rollen = vooraf.route, vooraf.stand, vooraf.speler.rollen
    mijn = [s for s in stand.stappen if rollen & set(s.soort.door)]
    gevraagd = vooraf.feiten.get("aanvraag.status") is not None
    zetten = (
        [zet(s, traject, route, rollen) for s in mijn if not s.soort.basis]
        + overlegbeurten(traject, route, rollen)
        + [z for z in handelingen(stand, traject, route, rollen) if gevraagd or z["code"] != BEOORDELEN]
        + verstrekkingzetten(blik.account, traject)
    )
    zetten.sort(key=lambda z: z["volgorde"])
    basis = [zet(s, traject, route, rollen) for s in mijn if s.soort.basis]
    namen = {r.rol: r.naam for r in route.werkwijze.rollen}
    return Trajectblok(
        traject=traject,
        route=route,
        stand=stand,
        treden=_treden(traject, route, stand, blik.dag),
        zetten=zetten,
        meer_zetten=basis,
        inhalen=inhaalregels(stand, traject, route, rollen),
        attenderingen=[attendering(a, traject, rollen) for a in stand.attenderingen if rollen & set(a.rollen)],
        hoeken=_hoeken(blik, traject, route),
        aanvragen=_aanvragen(blik, traject, route),
        geldadres=reverse("aanvraag_nieuw", args=[traject.pk]) if mag_geld_vragen(vooraf, blik.dag) else "",
        agendapunten=_agendapunten(blik, traject),
        mijn_rollen=[namen[r] for r in namen if r in rollen],
        formulieren=_formulieren(blik, traject, route, rollen),
        cluster=_cluster(traject, route),
        clusteradres=_clusteradres(traject, route, rollen),
    )


def _cluster(traject: Traject, route: Route) -> str:
    clusters = route.werkwijze.leerlus.clusters if route.werkwijze.leerlus is not None else ()
    return next((c.naam for c in clusters if c.cluster == traject.cluster), "")


def _clusteradres(traject: Traject, route: Route, rollen: frozenset[str]) -> str:
    """Where who has the regie gives the cluster, once it is afterwards."""
    mag = cluster_kan_in(route.werkwijze, traject.fase) and rollen & set(regierollen(route.werkwijze))
    return reverse("cluster", args=[traject.pk]) if mag else ""


def _treden(traject: Traject, route: Route, stand: Stand, vandaag: date) -> list[dict[str, Any]]:
    stappen = list(Trajectstap.objects.filter(traject=traject).order_by("volgnummer"))
    klaar = {s.van: s.op for s in stappen}
    codes = [f for f in route.werkwijze.fasen if not f.buiten_ladder or f.fase == stand.fase]
    volgorde = {f.fase: i for i, f in enumerate(route.werkwijze.fasen)}
    hier = volgorde.get(stand.fase, len(volgorde))
    treden = []
    for nummer, fase in enumerate(codes, 1):
        if fase.fase == stand.fase:
            toestand, onder = "hier", f"nu · sinds {dag_kort(date.fromordinal(stand.sinds), vandaag)}"
        elif fase.fase in klaar and volgorde[fase.fase] < hier:
            toestand, onder = "klaar", dag_kort(klaar[fase.fase], vandaag)
        else:
            toestand, onder = "komt", ""
        treden.append({"naam": fase.naam, "toestand": toestand, "onderschrift": onder, "nummer": nummer})
    if stand.fase not in volgorde:
        sinds = dag_kort(date.fromordinal(stand.sinds), vandaag)
        treden.append(
            {
                "naam": fase_naam(route, stand.fase),
                "toestand": "hier",
                "onderschrift": f"sinds {sinds}",
                "nummer": len(treden) + 1,
            }
        )
    return treden


def _hoeken(blik: Blik, traject: Traject, route: Route) -> list[dict[str, Any]]:
    """The three corners of the waardendriehoek, as far as the forms of this werkwijze ask for them."""
    velden: dict[Hoek, list[tuple[str, str, str]]] = {}
    for formulier in route.werkwijze.formulieren:
        for veld in formulier.velden:
            if veld.hoek is not None:
                velden.setdefault(veld.hoek, []).append((formulier.formulier, veld.veld, veld.vraag))
    if not velden:
        return []
    rijen = {a.formulier: a for a in Antwoorden.objects.filter(traject=traject, item__in=blik.zichtbaar)}
    if not rijen:
        return []
    hoeken = []
    for hoek in Hoek:
        gevuld = [bool(f in rijen and rijen[f].waarden.get(v)) for f, v, _ in velden.get(hoek, [])]
        onderbouwd = True if gevuld and all(gevuld) else None if any(gevuld) else False
        hoeken.append({"naam": hoek.value.capitalize(), "onderbouwd": onderbouwd, "toelichting": ""})
    return hoeken


def _aanvragen(blik: Blik, traject: Traject, route: Route) -> list[dict[str, Any]]:
    namen = {b.budget: b.naam for b in route.werkwijze.budgetten}
    rijen = list(Aanvraag.objects.filter(traject=traject, item__in=blik.zichtbaar).order_by("gedaan_op"))
    woorden = blik.woorden([a.pk for a in rijen])
    return [
        {
            "url": reverse("aanvraag", args=[a.pk]),
            "waarvoor": woorden.get(a.pk, {}).get("waarvoor", ""),
            "bedrag": euro(a.bedrag),
            "budget": namen.get(a.budget, ""),
            "status": STATUSNAAM[a.status],
        }
        for a in rijen
    ]


def _agendapunten(blik: Blik, traject: Traject) -> list[dict[str, Any]]:
    punten = Agendapunt.objects.filter(traject=traject, item__in=blik.zichtbaar).select_related("tafel").order_by("op")
    return [
        {
            "url": reverse("agendapunt", args=[p.pk]),
            "naam": p.tafel.naam,
            "wanneer": f"{dag_kort(localdate(p.op), blik.dag)}, {localtime(p.op):%H:%M}",
            "gehouden": p.gehouden_op is not None,
        }
        for p in punten
    ]


def _formulieren(blik: Blik, traject: Traject, route: Route, rollen: frozenset[str]) -> list[dict[str, Any]]:
    """Forms that were filled in and may be read, or that this person may fill in."""
    rijen = {a.formulier for a in Antwoorden.objects.filter(traject=traject, item__in=blik.zichtbaar)}
    regie = {r.rol for r in route.werkwijze.rollen if r.regie}
    return [
        {
            "naam": f.naam,
            "ingevuld": f.formulier in rijen,
            "url": reverse("formulier", args=[traject.pk, f.formulier]),
        }
        for f in route.werkwijze.formulieren
        if f.formulier in rijen or rollen & (set(f.door) or regie)
    ]
