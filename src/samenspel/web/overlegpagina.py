"""A traject at a meeting, as its pages show it: how far it is, the papers, the table, what can be done now."""

from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate, localtime

from samenspel.casus.models import Traject
from samenspel.delen.perioden import loopt
from samenspel.doorbraak.models import Antwoorden
from samenspel.kern.werkwijze.model import Aanwezigheid, Overleg, Rol
from samenspel.organisatie.models import Rolvervulling
from samenspel.overleg.models import Agendapunt, Vraag
from samenspel.plan.models import Actie
from samenspel.regie.routes import route_van
from samenspel.regie.verslag import uitkomst_naam
from samenspel.regie.vragen import overleg_van, weigering_antwoord
from samenspel.web.blik import Blik
from samenspel.web.forms.vragen import getoond
from samenspel.web.overlegzetten import zetten
from samenspel.web.planregels import acties_van, doelen
from samenspel.web.stem import stem
from samenspel.web.tekst import dag_kort, initialen

AANWEZIG = {
    Aanwezigheid.AANWEZIG: "De inwoner is erbij.",
    Aanwezigheid.AFWEZIG: "De inwoner is er niet bij. De woorden van de inwoner wel.",
    Aanwezigheid.MAG: "De inwoner mag erbij zijn.",
}
DAGDELEN = ("Gepland", "Stukken verstuurd", "Gehouden", "Verslag verstuurd")


def wanneer(moment: datetime, vandaag: date) -> str:
    """A moment as people say it: 'vr 20 sep, 09:00'."""
    return f"{dag_kort(localdate(moment), vandaag)}, {localtime(moment):%H:%M}"


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
    soort = overleg_van(punt)
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
        "tafel": aan_tafel(punt, blik.dag),
        "organisaties": soort.kern,
        "vragen": vragen(blik, punt),
        "doorgelaten": _woorden(blik, punt).get("doorgelaten_reden", ""),
        "format": reverse("overleg_format", args=[punt.traject_id, soort.overleg]),
        **stukken(blik, punt, soort),
        **afloop(blik, punt),
    }


def stukken(blik: Blik, punt: Agendapunt, soort: Overleg) -> dict[str, Any]:
    """What is read beforehand, as far as this person may: the resident's words, the forms, the plan."""
    return {
        "stem": [deel for deel in stem(blik) if deel["woorden"]],
        "papieren": _papieren(blik, punt.traject, soort),
        "doelen": doelen(blik),
    }


def _papieren(blik: Blik, traject: Traject, soort: Overleg) -> list[dict[str, Any]]:
    rijen = {a.formulier: a for a in Antwoorden.objects.filter(traject=traject, item__in=blik.zichtbaar)}
    woorden = blik.woorden([a.pk for a in rijen.values()])
    gevraagd = gevraagde_formulieren(traject, soort)
    return [
        {
            "naam": f.naam,
            "groepen": getoond(f, rijen[f.formulier].waarden, woorden.get(rijen[f.formulier].pk, {})),
        }
        for f in route_van(traject).werkwijze.formulieren
        if f.formulier in rijen and (not gevraagd or f.formulier in gevraagd)
    ]


def gevraagde_formulieren(traject: Traject, soort: Overleg) -> set[str]:
    """Forms that the meeting or its fase asks for; the members read those, not all that was ever filled in."""
    fasen = [f for f in route_van(traject).werkwijze.fasen if f.overleg == soort.overleg]
    terugval = [o.overleg for o in route_van(traject).werkwijze.overleggen if o.terugval == soort.overleg]
    fasen += [f for f in route_van(traject).werkwijze.fasen if f.overleg in terugval]
    gevraagd = [*(soort.stukken.bevat if soort.stukken else ()), *(v for f in fasen for v in f.vraagt)]
    return {g.split(".")[1] if g.startswith("formulier.") else g for g in gevraagd if not g.startswith("eigen_woorden")}


def aan_tafel(punt: Agendapunt, dag: date) -> list[dict[str, Any]]:
    """Who sits at the table, who chairs it, and what each may decide by their rol."""
    rollen = {r.rol: r for r in route_van(punt.traject).werkwijze.rollen}
    soort = overleg_van(punt)
    rijen = Rolvervulling.objects.filter(loopt(dag), tafel=punt.tafel, rol__in=(soort.voorzitter, soort.leden))
    mensen = [
        _mens(rij.account.naam, rollen[rij.rol], rij.account.functie, voorop=rij.rol == soort.voorzitter)
        for rij in rijen.select_related("account").order_by("account__naam")
    ]
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


def _mens(naam: str, rol: Rol, functie: str, *, voorop: bool) -> dict[str, Any]:
    mandaat, ruimte = rol.mandaat, rol.beslisruimte
    mag = mandaat.uitleg if mandaat is not None else ruimte.uitleg if ruimte is not None else ""
    return {
        "initialen": initialen(naam),
        "naam": naam,
        "telefoon": "",
        "regels": [rol.naam, functie] if functie and rol.naam.lower() not in functie.lower() else [rol.naam],
        "mandaat": mag,
        "voorop": voorop,
    }


def vragen(blik: Blik, punt: Agendapunt) -> list[dict[str, Any]]:
    """Questions beforehand with their answers, the oldest first."""
    rijen = list(
        Vraag.objects.filter(agendapunt=punt, item__in=blik.zichtbaar)
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
            if weigering_antwoord(v, blik.account, blik.nu) is None
            else "",
        }
        for v in rijen
    ]


def afloop(blik: Blik, punt: Agendapunt) -> dict[str, Any]:
    """How it ended, what was agreed, and the report."""
    woorden = _woorden(blik, punt)
    gehouden = punt.gehouden_op is not None
    return {
        "uitkomst": uitkomst_naam(punt.traject, punt.tafel.overleg, punt.uitkomst) if gehouden else "",
        "toelichting": woorden.get("toelichting", ""),
        "voor_inwoner": woorden.get("voor_inwoner", ""),
        "afspraken": acties_van(blik, Actie.objects.filter(agendapunt=punt)),
        "verslag_op": wanneer(punt.verslag_op, blik.dag) if punt.verslag_op is not None else "",
    }


def _woorden(blik: Blik, punt: Agendapunt) -> dict[str, str]:
    return blik.woorden([punt.pk]).get(punt.pk, {})
