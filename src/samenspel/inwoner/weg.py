"""Where we are, in plain words: of each traject that concerns the resident what is done, what is now, what may come."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.timezone import localdate

from samenspel.casus.models import Traject, Trajectstap
from samenspel.kern.delen import Stuk, Zicht, mag_zien
from samenspel.kern.stand import Route
from samenspel.kern.werkwijze.basis import Basisfase, Basisstap
from samenspel.kern.werkwijze.model import Aanwezigheid, Fase, Gegevenssoort, Overleg
from samenspel.overleg.models import Agendapunt
from samenspel.regie.feiten import pad_van
from samenspel.regie.routes import route_van
from samenspel.web.blik import Blik
from samenspel.web.tekst import dag_kort

MEE_TE_ZIEN = 2
"""So many places that may come are shown at once; the rest unfolds."""


def mijn_trajecten(blik: Blik) -> list[Traject]:
    """The trajecten that concern this resident, the running ones first."""
    prefetch_related_objects(blik.trajecten, "betreft")
    return [t for t in blik.trajecten if _gaat_mij_aan(blik, t)]


def _gaat_mij_aan(blik: Blik, traject: Traject) -> bool:
    """A traject is no item; it is judged as an item about the same people that nobody wrote."""
    stuk = Stuk(
        id=str(traject.pk),
        gemeente=str(traject.gemeente_id),
        casus=str(traject.casus_id),
        traject=str(traject.pk),
        soort=Gegevenssoort.PLAN,
        eigenaar="",
        betreft=frozenset(str(p.pk) for p in traject.betreft.all()),
    )
    return mag_zien(blik.kijker, stuk, blik.dag) is Zicht.GEHEEL


def weg_van(blik: Blik, traject: Traject, wie: str) -> dict[str, Any]:
    """One traject: sentences for what is done, now and may come; `wie` is the first name of the contactpersoon."""
    route, rijen = route_van(traject), blik.vooraf(traject).rijen
    fasen = {f.fase: f for f in route.werkwijze.fasen}
    geweest = _geweest(traject, route, rijen.stappen)
    treden = [_klaar(fasen[code], dag, blik.dag) for code, dag in geweest.items()]
    slot = _slot(blik, traject, wie)
    straks: list[dict[str, Any]] = []
    if not slot:
        treden.append(_nu(fasen[traject.fase], _overleg(blik, rijen.op_de_agenda, route, wie)))
        straks = [_komt(f) for f in _straks(route, traject.fase, set(geweest))]
    for nummer, trede in enumerate(treden + straks, 1):
        trede["nummer"] = nummer
    return {
        "naam": traject.naam,
        "open": traject.open,
        "treden": treden + straks[:MEE_TE_ZIEN],
        "later": straks[MEE_TE_ZIEN:],
        "slot": slot,
        "niets_doen": _niets_doen(blik, traject, rijen.stappen),
    }


def _geweest(traject: Traject, route: Route, stappen: Sequence[Trajectstap]) -> dict[str, date | None]:
    """The places passed, in the order of the ladder, with the day on which each was left.

    After a step back, or after reopening lower down, what lies further on is still to come.
    """
    pad, dagen = pad_van(stappen, route), {s.van: s.op for s in stappen}
    eigen = [f.fase for f in route.werkwijze.fasen]
    if traject.fase in eigen:
        eigen = eigen[: eigen.index(traject.fase)]
    return {code: dagen.get(code) for code in eigen if code in pad}


def _straks(route: Route, fase: str, geweest: set[str]) -> list[Fase]:
    codes = [f.fase for f in route.werkwijze.fasen]
    daarna = route.werkwijze.fasen[codes.index(fase) + 1 :]
    return [f for f in daarna if f.fase not in geweest and not f.buiten_ladder]


def _klaar(fase: Fase, dag: date | None, vandaag: date) -> dict[str, Any]:
    onder = f"klaar: {dag_kort(dag, vandaag)}" if dag is not None else ""
    return {"naam": eerste_zin(fase.voor_inwoner), "toestand": "klaar", "onderschrift": onder}


def _nu(fase: Fase, overleg: str) -> dict[str, Any]:
    eerste = eerste_zin(fase.voor_inwoner)
    rest = fase.voor_inwoner.removeprefix(eerste).strip()
    return {"naam": eerste, "toestand": "hier", "onderschrift": f"{rest} {overleg}".strip()}


def _komt(fase: Fase) -> dict[str, Any]:
    return {"naam": eerste_zin(fase.voor_inwoner), "toestand": "komt", "onderschrift": "kan nog komen"}


def eerste_zin(tekst: str) -> str:
    """The first sentence."""
    return re.split(r"(?<=[.!?])\s", tekst.strip(), maxsplit=1)[0]


def _niets_doen(blik: Blik, traject: Traject, stappen: Sequence[Trajectstap]) -> dict[str, Any] | None:
    """That nothing is done, with what the resident was told about it; None where that wasn't how it ended."""
    if traject.fase != Basisfase.AFGESLOTEN.value:
        return None
    stap = stappen[-1] if stappen else None
    if stap is None or stap.stap != Basisstap.NIETS_DOEN.value:
        return None
    item = stap.item_id if stap.item_id in blik.zichtbaar else None
    uitleg = blik.woorden([item]).get(item, {}).get("toelichting", "") if item is not None else ""
    return {"item": item, "wanneer": dag_kort(stap.op, blik.dag), "uitleg": uitleg}


def _slot(blik: Blik, traject: Traject, wie: str) -> str:
    """What stands there instead of a place when it was let go of or closed."""
    vandaag = blik.dag
    if traject.fase == Basisfase.AFGESLOTEN.value:
        sinds = dag_kort(traject.sinds, vandaag)
        return f"Dit is klaar sinds {sinds}. Loopt het weer vast? Bel {wie}, dan gaan we verder."
    if traject.fase == Basisfase.WAAKVLAM.value:
        dag = f"Op {dag_kort(traject.waakvlam_op, vandaag)}" if traject.waakvlam_op is not None else "Later"
        return f"Het loopt weer. {dag} vraagt {wie} hoe het gaat. Gaat het eerder mis? Bel dan meteen."
    return ""


def _overleg(blik: Blik, agenda: Iterable[Agendapunt], route: Route, wie: str) -> str:
    """The meeting that is coming: when, whether the resident is there, and when they hear what was said."""
    komt = [p for p in agenda if p.gehouden_op is None and p.op >= blik.nu and p.pk in blik.zichtbaar]
    punt = min(komt, key=lambda p: p.op, default=None)
    soort = next((o for o in route.werkwijze.overleggen if punt and o.overleg == punt.tafel.overleg), None)
    if punt is None or soort is None:
        return ""
    return f"Het overleg is {_op(localdate(punt.op), blik.dag)}. {_erbij(soort, wie)}"


def _op(dag: date, vandaag: date) -> str:
    kort = dag_kort(dag, vandaag)
    return kort if kort in ("vandaag", "morgen") else f"op {kort}"


def _erbij(overleg: Overleg, wie: str) -> str:
    if overleg.inwoner is Aanwezigheid.AANWEZIG:
        return "U bent daarbij."
    if overleg.inwoner is Aanwezigheid.MAG:
        return f"U mag daarbij zijn. Zeg tegen {wie} of u dat wilt."
    wanneer = "dezelfde dag" if overleg.verslag_binnen.aantal == 0 else f"binnen {overleg.verslag_binnen}"
    return f"U bent daar niet bij. {wie} vertelt u {wanneer} wat er is afgesproken."
