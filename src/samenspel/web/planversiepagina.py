"""A version of the plan as lines, for who looks: each item with the words that it had then, if it may be read."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from samenspel.delen.models import Woorden
from samenspel.huishouden.models import Persoon
from samenspel.kern.delen import Zicht
from samenspel.kern.plan import OPEN, Planregel, verschil
from samenspel.organisatie.models import Account
from samenspel.plan.models import Instemming, Planversie
from samenspel.plan.versies import regels_van
from samenspel.web.blik import Blik
from samenspel.web.tekst import dag_kort

__all__ = ["meningen", "plan_van", "regels", "veranderd"]

STATUSNAMEN = {
    "loopt": "loopt",
    "bereikt": "bereikt",
    "losgelaten": "losgelaten",
    "open": "nog te doen",
    "gedaan": "gedaan",
}
GEWIST = "Deze tekst is gewist."


def regels(blik: Blik, van: Iterable[Planregel]) -> dict[Planregel, dict[str, Any]]:
    """The lines that may be read, as they stood then."""
    leesbaar = [r for r in van if UUID(r.item) in blik.zichtbaar]
    rijen = Woorden.objects.filter(item__in=[r.item for r in leesbaar])
    tekst = {(str(i), n): dict(w or {}) for i, n, w in rijen.values_list("item_id", "volgnummer", "inhoud")}
    namen = _namen(blik, [r.wie for r in leesbaar])
    return {r: _regel(r, tekst.get((r.item, r.woorden), {}), namen, blik.dag) for r in leesbaar}


def _regel(r: Planregel, woorden: dict[str, str], namen: dict[str, str], vandaag: date) -> dict[str, Any]:
    voor = date.fromisoformat(r.voor) if r.voor else None
    laat = (vandaag - voor).days if voor is not None and r.status in OPEN else 0
    return {
        "soort": r.soort,
        "item": r.item,
        "tekst": woorden.get("tekst") or woorden.get("wat") or GEWIST,
        "wie": namen.get(r.wie) or woorden.get("wie", ""),
        "wanneer": dag_kort(voor, vandaag) if voor is not None else "",
        "laat": max(laat, 0),
        "status": STATUSNAMEN.get(r.status, r.status),
        "klaar": r.status not in OPEN,
        "doel": r.doel,
    }


def _namen(blik: Blik, wie: Iterable[str]) -> dict[str, str]:
    sleutels = [w.partition(":") for w in set(wie) if w]
    accounts = Account.objects.filter(pk__in=[s for soort, _, s in sleutels if soort == "account"])
    personen = Persoon.objects.filter(pk__in=[s for soort, _, s in sleutels if soort == "persoon"])
    namen = {f"account:{a.pk}": blik.naam_van(a) for a in accounts}
    for persoon in personen:
        zicht = blik.personen.get(persoon.pk)
        bekend = not blik.alleen_inwoner or (zicht is not None and zicht.personalia is Zicht.GEHEEL)
        namen[f"persoon:{persoon.pk}"] = persoon.voornaam if bekend else "iemand anders uit uw huishouden"
    return namen


def plan_van(lijnen: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Goals with their actions; actions without a goal that may be read come last, under no goal."""
    lijst = list(lijnen)
    doelen = [{**r, "acties": []} for r in lijst if r["soort"] == "doel"]
    per_doel = {d["item"]: d for d in doelen}
    los: list[dict[str, Any]] = []
    for r in lijst:
        if r["soort"] != "doel":
            (per_doel[r["doel"]]["acties"] if r["doel"] in per_doel else los).append(r)
    return [*doelen, {"item": "", "tekst": "", "acties": los}] if los else doelen


def veranderd(blik: Blik, toen: Planversie | None, nu: Iterable[Planregel]) -> dict[str, Any]:
    """What came, went and changed since an earlier version, as far as it may be read."""
    if toen is None:
        return {}
    wat = verschil(regels_van(toen), nu)
    zichtbaar = regels(blik, [*wat.erbij, *wat.weg, *(r for paar in wat.anders for r in paar)])
    return {
        "sinds": toen,
        "erbij": [zichtbaar[r] for r in wat.erbij if r in zichtbaar],
        "weg": [zichtbaar[r] for r in wat.weg if r in zichtbaar],
        "anders": [(zichtbaar[a], zichtbaar[b]) for a, b in wat.anders if a in zichtbaar and b in zichtbaar],
    }


def meningen(blik: Blik, versie: Planversie) -> list[dict[str, Any]]:
    """What residents think of this version; of each the latest."""
    rijen = Instemming.objects.filter(versie=versie, item__in=blik.zichtbaar).select_related("item", "persoon")
    laatste = {i.persoon_id: i for i in rijen.order_by("item__gemaakt_op")}
    woorden = blik.woorden([i.pk for i in laatste.values()])
    return [
        {
            "wie": i.persoon.voornaam,
            "persoon": i.persoon_id,
            "eens": i.eens,
            "tekst": woorden.get(i.pk, {}).get("reactie", ""),
            "op": i.item.gemaakt_op,
        }
        for i in laatste.values()
    ]
