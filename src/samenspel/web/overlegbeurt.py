"""What I can do now about the meeting of a traject: plan it, send the papers, record its outcome, send the report."""

from typing import Any

from django.urls import reverse

from samenspel.kern.stand.route import overleggen_in
from samenspel.kern.werkwijze.catalogus import regierollen
from samenspel.kern.werkwijze.model import Overleg
from samenspel.overleg.models import Agendapunt
from samenspel.regie.vooraf import Vooraf

EERST, DAARNA = 0, 1


def overlegbeurten(vooraf: Vooraf) -> list[dict[str, Any]]:
    """Lines for `_zetten.html`, of the one meeting that this traject is at; none where it isn't my turn."""
    traject, route, rollen = vooraf.traject, vooraf.route, vooraf.speler.rollen
    w = route.werkwijze
    if not overleggen_in(traject.fase, w):
        return _nog_te_verslaan(vooraf)
    punt, plek = _punt_hier(vooraf), vooraf.rijen.tafel
    code = (
        punt.tafel.overleg if punt is not None else plek[0] if plek is not None else overleggen_in(traject.fase, w)[0]
    )
    overleg = next(o for o in w.overleggen if o.overleg == code)
    voorzit, regie = overleg.voorzitter in rollen, bool(rollen & set(regierollen(w)))
    if punt is None:
        adres = reverse("overleg_van_traject", args=[traject.pk, code])
        return [_zet(f"Plan: {overleg.naam}", "Plannen", adres, EERST)] if voorzit else []
    return _aan_de_beurt(vooraf, punt, overleg, voorzit=voorzit, regie=regie)


def _aan_de_beurt(
    vooraf: Vooraf, punt: Agendapunt, overleg: Overleg, *, voorzit: bool, regie: bool
) -> list[dict[str, Any]]:
    adres = reverse("agendapunt", args=[punt.pk])
    if punt.stukken_op is None and overleg.stukken is not None:
        return (
            [_zet(f"Verstuur de stukken: {overleg.naam}", "Stukken bekijken", adres, EERST)] if voorzit or regie else []
        )
    if punt.gehouden_op is None:
        if not voorzit:
            return []
        if vooraf.weigering_uitkomst(punt, overleg) is not None:
            return [_zet(f"Lees de stukken: {overleg.naam}", "Naar de stukken", adres, DAARNA)]
        uitkomst = reverse("agendapunt_uitkomst", args=[punt.pk])
        return [_zet(f"Leg de uitkomst vast: {overleg.naam}", "Vastleggen", uitkomst, DAARNA)]
    if punt.verslag_op is None and voorzit:
        return [_zet(f"Verstuur het verslag: {overleg.naam}", "Naar het verslag", adres, EERST)]
    return []


def _nog_te_verslaan(vooraf: Vooraf) -> list[dict[str, Any]]:
    """The report is owed the same day, also when the traject went on already."""
    voorzit = {o.overleg: o for o in vooraf.route.werkwijze.overleggen if o.voorzitter in vooraf.speler.rollen}
    return [
        _zet(
            f"Verstuur het verslag: {voorzit[p.tafel.overleg].naam}",
            "Naar het verslag",
            reverse("agendapunt", args=[p.pk]),
            EERST,
        )
        for p in vooraf.rijen.agendapunten
        if p.gehouden_op is not None and p.verslag_op is None and p.tafel.overleg in voorzit
    ]


def _punt_hier(vooraf: Vooraf) -> Agendapunt | None:
    """The agenda point of this stay."""
    hier = [p for p in vooraf.rijen.op_de_agenda if p.na_stap == len(vooraf.rijen.stappen)]
    return hier[-1] if hier else None


def _zet(naam: str, knop: str, url: str, volgorde: int) -> dict[str, Any]:
    return {
        "code": "overleg",
        "naam": naam,
        "uitleg": "",
        "keuzes": [],
        "stand": "",
        "mist": [],
        "knop": knop,
        "url": url,
        "volgorde": volgorde,
    }
