"""Mijn plan: everything that concerns one resident, in plain words, cut to what `Blik` lets through."""

from typing import Any
from uuid import UUID

from samenspel.huishouden.models import Persoon
from samenspel.inwoner.delen import gegeven, meekijkers, partners
from samenspel.inwoner.geld import geldregels
from samenspel.inwoner.gesprekken import bellen, contacten, gesproken_met, overleggen
from samenspel.inwoner.namen import contact_van
from samenspel.inwoner.netwerk import band_zin
from samenspel.inwoner.weg import mijn_trajecten, weg_van
from samenspel.inwoner.woorden import eigen_woorden, kinderwoorden, leven
from samenspel.kern.delen import Zicht
from samenspel.plan.models import Actie
from samenspel.regie.reacties import Reactie
from samenspel.web.blik import Blik
from samenspel.web.hulpblik import hulpregels, loketregels
from samenspel.web.netwerkblik import netwerknamen, netwerkregels
from samenspel.web.planlijnen import deelnames, voorzieningen
from samenspel.web.tekst import dag_kort

STATUSSEN = {"loopt": "", "bereikt": "bereikt", "losgelaten": "niet meer nodig"}


def bouw(blik: Blik, persoon: Persoon) -> dict[str, Any]:
    """What Mijn plan shows this resident."""
    blik.lees_alle_woorden()
    contact = contact_van(blik.casus.regisseur)
    trajecten = mijn_trajecten(blik)
    wegen = [weg_van(blik, t, contact["roepnaam"]) for t in trajecten]
    reacties = blik.reacties
    for weg in wegen:
        if weg["niets_doen"] is not None:
            weg["niets_doen"]["reacties"] = reacties.get(weg["niets_doen"]["item"], [])
    acties, gesproken = _acties(blik, persoon, reacties), contacten(blik)
    return {
        "blik": blik,
        "casus": blik.casus,
        "persoon": persoon,
        "contact": contact,
        "wegen": [w for w in wegen if w["open"]],
        "afgerond": [w for w in wegen if not w["open"]],
        "niets_vast": not any(w["open"] or w["niets_doen"] for w in wegen),
        "woorden": eigen_woorden(blik, persoon, reacties),
        "kinderwoorden": kinderwoorden(blik, persoon),
        "leven": leven(blik, reacties),
        "doelen": _doelen(blik, reacties),
        "voorzieningen": [{"regel": r, "reacties": reacties.get(UUID(r["item"]), [])} for r in voorzieningen(blik)],
        "geld": geldregels(blik, reacties),
        "bellen": bellen(blik, gesproken),
        "anderen": [a for a in acties if not a["eigen"] and not a["gedaan"]],
        "eigen": [a for a in acties if a["eigen"] and not a["gedaan"]],
        "gedaan": [a for a in acties if a["gedaan"]],
        "gesprekken": overleggen(blik, reacties),
        "hulp": [{"regel": r, "reacties": reacties.get(r.item, [])} for r in hulpregels(blik)],
        "zaken": [{"regel": r, "reacties": reacties.get(r.item, [])} for r in loketregels(blik)],
        "netwerk": [
            {"regel": r, "band": band_zin(r.lid), "reacties": reacties.get(r.item, [])} for r in netwerkregels(blik)
        ],
        "partners": partners(blik),
        "gegeven": gegeven(blik),
        "gesproken_met": gesproken_met(blik, gesproken),
        "meekijkers": meekijkers(blik, [t for t in trajecten if t.open]),
    }


def _doelen(blik: Blik, reacties: dict[UUID, list[Reactie]]) -> list[dict[str, Any]]:
    rijen = blik.doelen
    woorden, meedoen = blik.woorden([d.pk for d in rijen]), deelnames(blik)
    return [
        {
            "item": d.pk,
            "deelnames": [
                {"regel": r, "reacties": reacties.get(UUID(r["item"]), [])} for r in meedoen.get(str(d.pk), ())
            ],
            "wat": woorden.get(d.pk, {}).get("tekst", ""),
            "status": STATUSSEN[d.status],
            "reacties": reacties.get(d.pk, []),
        }
        for d in rijen
    ]


def _acties(blik: Blik, persoon: Persoon, reacties: dict[UUID, list[Reactie]]) -> list[dict[str, Any]]:
    rijen = blik.acties
    woorden = blik.woorden([a.pk for a in rijen])
    netwerk = netwerknamen(blik, {str(a.netwerklid_id) for a in rijen if a.netwerklid_id is not None})
    return [
        {
            "item": a.pk,
            "wat": woorden.get(a.pk, {}).get("wat", ""),
            "wie": netwerk.get(str(a.netwerklid_id)) or _wie(blik, a, woorden.get(a.pk, {}).get("wie", "")),
            "eigen": a.persoon_id == persoon.pk,
            "zelf_bedacht": a.item.eigenaar_id == blik.account.pk,
            "gedaan": dag_kort(a.gedaan_op, blik.dag) if a.gedaan_op is not None else "",
            "wanneer": dag_kort(a.voor, blik.dag) if a.voor is not None else "",
            "laat": a.voor is not None and a.voor < blik.dag and a.gedaan_op is None,
            "reacties": reacties.get(a.pk, []),
        }
        for a in rijen
    ]


def _wie(blik: Blik, actie: Actie, wie: str) -> str:
    """Who does it; of another member of the household the name only where that may be known."""
    if actie.account is not None:
        return actie.account.naam
    if actie.persoon is None:
        return wie
    zicht = blik.personen.get(actie.persoon.pk)
    bekend = zicht is not None and zicht.personalia is Zicht.GEHEEL
    return actie.persoon.roepnaam if bekend else "iemand anders uit uw huishouden"
