"""What the page of a casus shows of one traject: the ladder, what I can do, and why it can be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate, localtime

from samenspel.budget.models import Aanvraag
from samenspel.casus.models import Traject
from samenspel.kern.stand import Route, Stand
from samenspel.kern.stand.leerbesluiten import cluster_kan_in
from samenspel.kern.stand.taken import STAP
from samenspel.kern.werkwijze.catalogus import Herstelwijze, regierollen
from samenspel.kern.werkwijze.model import Formulier, Hoek
from samenspel.regie.vooraf import Vooraf
from samenspel.web.blik import Blik
from samenspel.web.eigen_taken import EigenTaak
from samenspel.web.geldpagina import STATUSNAAM, mag_geld_vragen
from samenspel.web.overlegbeurt import overlegbeurten
from samenspel.web.tekst import dag_kort, euro, fase_naam
from samenspel.web.zetten import (
    afspraakzetten,
    attendering,
    geldzetten,
    handelingen,
    inhaalregels,
    verstrekkingzetten,
    zet,
)


@dataclass(frozen=True, slots=True)
class Trajectblok:
    """One traject as the page shows it."""

    traject: Traject
    route: Route
    stand: Stand
    geweest: tuple[str, ...]
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


def trajectblok(blik: Blik, traject: Traject, eigen: Sequence[EigenTaak] = ()) -> Trajectblok:
    """One traject, cut to what this person may see and do; `eigen`: what waits for them in the dossier itself."""
    vooraf = blik.vooraf(traject)
    route, stand, rollen = vooraf.route, vooraf.stand, vooraf.speler.rollen
    mijn = [s for s in stand.stappen if rollen & set(s.soort.door)]
    nu = {t.doel for t in stand.taken if t.soort == STAP and rollen & set(t.door)}
    afspraken = [t for t in eigen if t.item is not None]
    zetten = (
        afspraakzetten([t for t in eigen if t.item is None], {})
        + geldzetten(vooraf, blik.dag)
        + afspraakzetten(afspraken, blik.woorden([t.item for t in afspraken if t.item is not None]))
        + [zet(s, vooraf) for s in mijn if not s.soort.basis or s.soort.stap in nu]
        + overlegbeurten(vooraf)
        + handelingen(vooraf)
        + verstrekkingzetten(vooraf)
    )
    zetten.sort(key=lambda z: z["volgorde"])
    basis = [zet(s, vooraf) for s in mijn if s.soort.basis and s.soort.stap not in nu]
    namen, ingevuld = {r.rol: r.naam for r in route.werkwijze.rollen}, _ingevuld(blik, vooraf)
    return Trajectblok(
        traject=traject,
        route=route,
        stand=stand,
        geweest=_geweest(vooraf, traject),
        treden=_treden(vooraf, blik.dag),
        zetten=zetten,
        meer_zetten=basis,
        inhalen=inhaalregels(vooraf),
        attenderingen=[attendering(a, traject, rollen) for a in stand.attenderingen if rollen & set(a.rollen)],
        hoeken=_hoeken(route, ingevuld),
        aanvragen=_aanvragen(blik, vooraf),
        geldadres=reverse("aanvraag_nieuw", args=[traject.pk]) if mag_geld_vragen(vooraf, blik.dag) else "",
        agendapunten=_agendapunten(blik, vooraf),
        mijn_rollen=[namen[r] for r in namen if r in rollen],
        formulieren=_formulieren(traject, route, rollen, ingevuld),
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


def _treden(vooraf: Vooraf, vandaag: date) -> list[dict[str, Any]]:
    route, stand = vooraf.route, vooraf.stand
    klaar = {s.van: s.op for s in vooraf.rijen.stappen}
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


def _ingevuld(blik: Blik, vooraf: Vooraf) -> dict[str, Mapping[str, object]]:
    """What the forms say that may be read, by form."""
    return {rij.formulier: rij.waarden for rij in vooraf.rijen.antwoorden if rij.pk in blik.zichtbaar}


def _hoeken(route: Route, ingevuld: Mapping[str, Mapping[str, object]]) -> list[dict[str, Any]]:
    """The three corners of the waardendriehoek, as far as the forms of this werkwijze ask for them."""
    velden: dict[Hoek, list[tuple[str, str, str]]] = {}
    for formulier in route.werkwijze.formulieren:
        for veld in formulier.velden:
            if veld.hoek is not None:
                velden.setdefault(veld.hoek, []).append((formulier.formulier, veld.veld, veld.vraag))
    if not velden or not ingevuld:
        return []
    hoeken = []
    for hoek in Hoek:
        gevuld = [bool(ingevuld.get(f, {}).get(v)) for f, v, _ in velden.get(hoek, [])]
        onderbouwd = True if gevuld and all(gevuld) else None if any(gevuld) else False
        hoeken.append({"naam": hoek.value.capitalize(), "onderbouwd": onderbouwd, "toelichting": ""})
    return hoeken


def _aanvragen(blik: Blik, vooraf: Vooraf) -> list[dict[str, Any]]:
    namen = {b.budget: b.naam for b in vooraf.route.werkwijze.budgetten}
    if not vooraf.rijen.aanvragen:
        return []
    rijen = blik.leesbare(Aanvraag.objects.filter(traject=vooraf.traject).order_by("gedaan_op"))
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


def _agendapunten(blik: Blik, vooraf: Vooraf) -> list[dict[str, Any]]:
    punten = sorted((p for p in vooraf.rijen.agendapunten if p.pk in blik.zichtbaar), key=lambda p: p.op)
    return [
        {
            "url": reverse("agendapunt", args=[p.pk]),
            "naam": p.tafel.naam,
            "wanneer": f"{dag_kort(localdate(p.op), blik.dag)}, {localtime(p.op):%H:%M}",
            "gehouden": p.gehouden_op is not None,
            "van_agenda": p.van_agenda_op is not None,
        }
        for p in punten
    ]


def _geweest(vooraf: Vooraf, traject: Traject) -> tuple[str, ...]:
    """Where the traject is and was."""
    pad = vooraf.feiten.get("traject.pad")
    return (*(pad if isinstance(pad, tuple) else ()), traject.fase)


def _formulieren(
    traject: Traject, route: Route, rollen: frozenset[str], ingevuld: Mapping[str, Mapping[str, object]]
) -> list[dict[str, Any]]:
    """Forms that were begun and may be read, and those that this person may fill in and that belong here."""
    regie, elders = {r.rol for r in route.werkwijze.rollen if r.regie}, _elders_gevraagd(route, traject.fase)
    return [
        {
            "naam": f.naam,
            "stand": _hoever(f, ingevuld.get(f.formulier)),
            "url": reverse("formulier", args=[traject.pk, f.formulier]),
        }
        for f in route.werkwijze.formulieren
        if f.formulier in ingevuld or (rollen & (set(f.door) or regie) and f.formulier not in elders)
    ]


def _hoever(formulier: Formulier, waarden: Mapping[str, object] | None) -> str:
    """Filled in once every required question has an answer."""
    if waarden is None:
        return "nog leeg"
    klaar = all(waarden.get(v.veld) not in (None, "", []) for v in formulier.velden if v.verplicht)
    return "ingevuld" if klaar else "begonnen"


def _elders_gevraagd(route: Route, fase: str) -> frozenset[str]:
    """Forms that only other places ask for; what no place asks for belongs everywhere."""
    per_plek = {f.fase: set[str](f.vraagt) for f in route.werkwijze.fasen}
    for code, plek in route.plekken.items():
        gevraagd = (o.herstel for z in plek.zetten for o in z.gevraagd)
        per_plek.setdefault(code, set()).update(h.doel for h in gevraagd if h.wijze is Herstelwijze.FORMULIER)
    hier = per_plek.get(fase, set())
    per_plek["bij_oplossen"] = {route.werkwijze.bij_oplossen or ""}
    return frozenset(code for codes in per_plek.values() for code in codes) - hier
