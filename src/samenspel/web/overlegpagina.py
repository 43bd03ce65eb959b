"""A traject at a meeting, as its pages show it: how far it is, the papers, the table, what can be done now."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import localdate

from samenspel.casus.models import Traject
from samenspel.delen.perioden import loopt
from samenspel.doorbraak.models import Antwoorden
from samenspel.kern.stand.handelingen import MeldAf
from samenspel.kern.werkwijze.model import Aanwezigheid, Overleg, Rol
from samenspel.organisatie.models import Account, Rolvervulling
from samenspel.overleg.models import Agendapunt, Genodigde, Verslag, Vraag
from samenspel.overleg.selectors import genodigden
from samenspel.regie.routes import route_van
from samenspel.regie.verslag import besluit_van, uitkomst_naam
from samenspel.regie.vragen import overleg_van, weigering_antwoord
from samenspel.web.blik import Blik
from samenspel.web.forms.vragen import getoond
from samenspel.web.overlegzetten import zetten
from samenspel.web.planregels import actieregels, doelen, staande
from samenspel.web.stem import stem
from samenspel.web.tekst import dag_kort, initialen, wanneer
from samenspel.web.verstuurd import Verstuurd

AANWEZIG = {
    Aanwezigheid.AANWEZIG: "De inwoner is erbij.",
    Aanwezigheid.AFWEZIG: "De inwoner is er niet bij. De woorden van de inwoner wel.",
    Aanwezigheid.MAG: "De inwoner mag erbij zijn.",
}
DAGDELEN = ("Gepland", "Stukken verstuurd", "Gehouden", "Verslag verstuurd")


def treden(punt: Agendapunt | None, soort: Overleg, vandaag: date) -> list[dict[str, Any]]:
    """The four things that a meeting goes through; without papers, three."""
    momenten = (
        (punt.op, punt.stukken_op, punt.gehouden_op, punt.verslag_op) if punt is not None else (None,) * len(DAGDELEN)
    )
    rijen = [
        (naam, moment)
        for naam, moment in zip(DAGDELEN, momenten, strict=True)
        if soort.stukken is not None or naam != DAGDELEN[1]
    ]
    eerste = next((i for i, (_, moment) in enumerate(rijen) if moment is None), len(rijen))
    return [
        {
            "naam": naam,
            "toestand": "klaar" if i < eerste else "hier" if i == eerste else "komt",
            "onderschrift": dag_kort(localdate(moment), vandaag) if moment is not None else "",
            "nummer": i + 1,
        }
        for i, (naam, moment) in enumerate(rijen)
    ]


def bouw(blik: Blik, punt: Agendapunt) -> dict[str, Any]:
    """Everything that the page of an agenda point shows this person."""
    blik.lees_alle_woorden()
    soort, woorden = overleg_van(punt), blik.woorden([punt.pk]).get(punt.pk, {})
    return {
        "blik": blik,
        "casus": blik.casus,
        "traject": punt.traject,
        "punt": punt,
        "naam": punt.tafel.naam,
        "wanneer": wanneer(punt.op, blik.dag),
        "plaats": punt.plaats,
        "treden": treden(punt, soort, blik.dag),
        "zetten": zetten(blik, punt, soort),
        "tijdvakken": soort.tijd,
        "aanwezig": AANWEZIG[soort.inwoner],
        "tafel": aan_tafel(blik, punt),
        "organisaties": soort.kern,
        "vragen": vragen(blik, punt),
        "doorgelaten": woorden.get("doorgelaten_reden", "") if punt.doorgelaten else "",
        "verzet": {k: woorden.get(f"verzet_{k}", "") for k in ("van", "reden")},
        "van_agenda": dag_kort(localdate(punt.van_agenda_op), blik.dag) if punt.van_agenda_op is not None else "",
        "van_agenda_reden": woorden.get("van_agenda_reden", ""),
        "format": reverse("overleg_format", args=[punt.traject_id, soort.overleg]),
        **stukken(blik, punt, soort),
        **afloop(blik, punt, woorden),
    }


def stukken(blik: Blik, punt: Agendapunt, soort: Overleg) -> dict[str, Any]:
    """What is read beforehand, as far as this person may: the resident's words, the forms, the plan."""
    delen, plan = [deel for deel in stem(blik) if deel["woorden"]], doelen(blik)
    if punt.stukken_op is None:
        return {"stem": delen, "papieren": _papieren(blik, punt.traject, soort), "doelen": plan}
    verstuurd = Verstuurd(punt.traject, punt.stukken_op, blik.dag)
    delen, papieren = verstuurd.stem(delen), _papieren(blik, punt.traject, soort, verstuurd)
    sinds_plan = verstuurd.plan(plan)
    anders = na_versturen(delen, papieren, sinds_plan)
    return {"stem": delen, "papieren": papieren, "doelen": plan, "plan": sinds_plan, "na_versturen": anders}


def na_versturen(
    delen: Iterable[Mapping[str, Any]], papieren: Iterable[Mapping[str, Any]], plan: Mapping[str, Any]
) -> dict[str, str]:
    """What was changed after it was sent, and when."""
    anders = {f"de eigen woorden van {d['persoon']}": d["gewijzigd"] for d in delen}
    anders |= {p["naam"]: p["gewijzigd"] for p in papieren} | {"het plan": plan["gewijzigd"]}
    return {wat: wanneer for wat, wanneer in anders.items() if wanneer}


def _papieren(blik: Blik, traject: Traject, soort: Overleg, verstuurd: Verstuurd | None = None) -> list[dict[str, Any]]:
    rijen = {a.formulier: a for a in blik.vooraf(traject).rijen.antwoorden if a.pk in blik.zichtbaar}
    return papieren_uit(traject, soort, rijen, blik.woorden([a.pk for a in rijen.values()]), verstuurd)


def papieren_uit(
    traject: Traject,
    soort: Overleg,
    rijen: Mapping[str, Antwoorden],
    woorden: Mapping[UUID, Mapping[str, str]],
    verstuurd: Verstuurd | None,
) -> list[dict[str, Any]]:
    """The forms among `rijen` (by their code) that the members read, with what was changed since it was sent."""
    gevraagd = gevraagde_formulieren(traject, soort)
    papieren = []
    for f in route_van(traject).werkwijze.formulieren:
        if f.formulier not in rijen or (gevraagd and f.formulier not in gevraagd):
            continue
        rij = rijen[f.formulier]
        groepen = getoond(f, rij.waarden, woorden.get(rij.pk, {}))
        sinds = verstuurd.papier(f, rij.pk, groepen) if verstuurd is not None else {}
        papieren.append({"naam": f.naam, "groepen": groepen, **sinds})
    return papieren


def gevraagde_formulieren(traject: Traject, soort: Overleg) -> set[str]:
    """Forms that the meeting or its fase asks for; the members read those, not all that was ever filled in."""
    fasen = [f for f in route_van(traject).werkwijze.fasen if f.overleg == soort.overleg]
    terugval = [o.overleg for o in route_van(traject).werkwijze.overleggen if o.terugval == soort.overleg]
    fasen += [f for f in route_van(traject).werkwijze.fasen if f.overleg in terugval]
    gevraagd = [*(soort.stukken.bevat if soort.stukken else ()), *(v for f in fasen for v in f.vraagt)]
    return {g.split(".")[1] if g.startswith("formulier.") else g for g in gevraagd if not g.startswith("eigen_woorden")}


def aan_tafel(blik: Blik, punt: Agendapunt) -> list[dict[str, Any]]:
    """Who sits at the table, who chairs it, and what each may decide by their rol."""
    rollen = {r.rol: r for r in route_van(punt.traject).werkwijze.rollen}
    soort = overleg_van(punt)
    rijen = Rolvervulling.objects.filter(loopt(blik.dag), tafel=punt.tafel, rol__in=(soort.voorzitter, soort.leden))
    mensen = [
        _mens(rij.account, rollen[rij.rol], voorop=rij.rol == soort.voorzitter)
        for rij in rijen.select_related("account__team").order_by("account__naam")
    ]
    gevraagd = list(genodigden(punt))
    waarom = blik.woorden([g.pk for g in gevraagd])
    mensen += [_genodigde(blik, punt, g, waarom.get(g.pk, {}).get("waarom_erbij", "")) for g in gevraagd]
    regisseur = punt.traject.casus.regisseur
    mensen.append(
        {
            "initialen": initialen(regisseur.naam),
            "naam": regisseur.naam,
            "telefoon": regisseur.telefoon,
            "regels": ["brengt de casus in"],
            "mandaat": "",
            "voorop": False,
        }
    )
    return sorted(mensen, key=lambda m: not m["voorop"])


def _genodigde(blik: Blik, punt: Agendapunt, genodigde: Genodigde, waarom: str) -> dict[str, Any]:
    account = genodigde.account
    handeling = MeldAf(punt.tafel.overleg, str(account.pk))
    mag = blik.vooraf(punt.traject).weigering(handeling) is None
    return {
        "initialen": initialen(account.naam),
        "naam": account.naam,
        "telefoon": account.telefoon,
        "regels": [r for r in ("erbij gevraagd", account.functie, _organisatie(account), waarom) if r],
        "mandaat": "",
        "voorop": False,
        "afmelden": reverse("genodigde_afmelden", args=[genodigde.pk]) if mag else "",
    }


def _organisatie(account: Account) -> str:
    return account.team.naam if account.team is not None else ""


def _mens(account: Account, rol: Rol, *, voorop: bool) -> dict[str, Any]:
    functie = account.functie if rol.naam.lower() not in account.functie.lower() else ""
    mandaat, ruimte = rol.mandaat, rol.beslisruimte
    mag = mandaat.uitleg if mandaat is not None else ruimte.uitleg if ruimte is not None else ""
    return {
        "initialen": initialen(account.naam),
        "naam": account.naam,
        "telefoon": account.telefoon,
        "regels": [r for r in (rol.naam, functie, _organisatie(account)) if r],
        "mandaat": mag,
        "voorop": voorop,
    }


def vragen(blik: Blik, punt: Agendapunt) -> list[dict[str, Any]]:
    """Questions beforehand with their answers, the oldest first."""
    rijen = blik.leesbare(
        Vraag.objects.filter(agendapunt=punt)
        .select_related("gesteld_door", "item", "agendapunt__tafel", "agendapunt__traject__versie")
        .order_by("gesteld_op")
    )
    woorden = blik.woorden([v.pk for v in rijen])
    for rij in rijen:
        rij.agendapunt.traject.casus = blik.casus
    return [
        {
            "vraag": woorden.get(v.pk, {}).get("vraag", ""),
            "antwoord": woorden.get(v.pk, {}).get("antwoord", ""),
            "wie": v.gesteld_door.naam,
            "wanneer": wanneer(v.gesteld_op, blik.dag),
            "url": reverse("vraag_beantwoorden", args=[v.pk])
            if weigering_antwoord(v, blik.vooraf(punt.traject)) is None
            else "",
        }
        for v in rijen
    ]


def _vervangen(blik: Blik, punt: Agendapunt) -> list[dict[str, Any]]:
    """Reports that were sent and hold no more, since the outcome was put right."""
    momenten = list(Verslag.objects.filter(agendapunt=punt).order_by("gemaakt_op").values_list("gemaakt_op", flat=True))
    oud = momenten[:-1] if punt.verslag_op is not None else momenten
    return [
        {"wanneer": wanneer(moment, blik.dag), "url": reverse("verslag_eerder", args=[punt.pk, nummer])}
        for nummer, moment in enumerate(oud, 1)
    ]


def _verbeteren(blik: Blik, punt: Agendapunt) -> dict[str, str]:
    """Where the outcome is put right, or which step is taken back first."""
    nee = blik.vooraf(punt.traject).weigering_verbeteren(punt, overleg_van(punt))
    if nee is None:
        return {"verbeteren": reverse("uitkomst_verbeteren", args=[punt.pk])}
    return {"niet_verbeteren": nee.melding if nee.redenen else ""}


def afloop(blik: Blik, punt: Agendapunt, woorden: Mapping[str, str]) -> dict[str, Any]:
    """How it ended, what was agreed, and the report."""
    gehouden = punt.gehouden_op is not None
    return {
        "uitkomst": uitkomst_naam(punt.traject, punt.tafel.overleg, punt.uitkomst) if gehouden else "",
        "toelichting": woorden.get("toelichting", ""),
        "besluit": besluit_van(punt) if gehouden else (),
        "voor_inwoner": woorden.get("voor_inwoner", ""),
        "afspraken": actieregels(blik, [a for a in staande(blik) if a.agendapunt_id == punt.pk]),
        "verslag_op": wanneer(punt.verslag_op, blik.dag) if punt.verslag_op is not None else "",
        "vervangen": _vervangen(blik, punt),
        "verbeterd": woorden.get("verbeterd_reden", ""),
        **(_verbeteren(blik, punt) if gehouden else {}),
    }
