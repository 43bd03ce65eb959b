"""A plan as a page shows it: goals with what belongs to them, what changed, and what residents think of it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from samenspel.kern.plan import DEELNAME, Planregel, verschil
from samenspel.plan.models import Instemming, Planversie
from samenspel.plan.versies import regels_van
from samenspel.web.blik import Blik
from samenspel.web.planlijnen import regels

__all__ = ["meningen", "plan_van", "veranderd"]

VAK = {"actie": "acties", "voorziening": "voorzieningen", DEELNAME: "deelnames"}
VELDEN = (
    ("wanneer", "wanneer", "geen dag"),
    ("wie", "wie", "niemand"),
    ("toegang", "toegang", "niet bekend"),
    ("wet", "wet", "geen"),
    ("kosten", "kosten", "niet bekend"),
    ("periode", "periode", "niet bekend"),
    ("voor", "voor wie", "niet bekend"),
    ("reden", "reden", "geen"),
)
"""What may change beside words and status: under which name, and what it is called when there is nothing."""


def plan_van(lijnen: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Goals with what belongs to them; what has no goal that may be read comes last, under no goal."""
    lijst = list(lijnen)
    doelen = [{**r, **_leeg()} for r in lijst if r["soort"] == "doel"]
    per_doel = {d["item"]: d for d in doelen}
    los: dict[str, Any] = {"item": "", "tekst": "", **_leeg()}
    for r in lijst:
        if r["soort"] != "doel":
            per_doel.get(r["doel"], los)[VAK[r["soort"]]].append(r)
    return [*doelen, los] if any(los[vak] for vak in VAK.values()) else doelen


def _leeg() -> dict[str, list[dict[str, Any]]]:
    return {vak: [] for vak in VAK.values()}


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
        "anders": [
            _anders(zichtbaar[a], zichtbaar[b])
            for a, b in wat.anders
            if a in zichtbaar and b in zichtbaar and not _leest_hetzelfde(a, b, zichtbaar)
        ],
    }


def _leest_hetzelfde(toen: Planregel, nu: Planregel, lijnen: Mapping[Planregel, dict[str, Any]]) -> bool:
    """Whether only the words were written again, as when something was withdrawn and put back."""
    return replace(toen, woorden=nu.woorden) == nu and lijnen[toen] == lijnen[nu]


def _anders(toen: dict[str, Any], nu: dict[str, Any]) -> dict[str, Any]:
    """The line as it is now, with the words it had and what else was otherwise."""
    was = [f"van {toen['status']} naar {nu['status']}"] if toen["status"] != nu["status"] else []
    for veld, naam, niets in VELDEN:
        oud, nieuw = toen.get(veld, ""), nu.get(veld, "")
        if oud != nieuw:
            was.append(f"{naam}: was {oud or niets}, nu {nieuw or niets}")
    return {**nu, "was": toen["tekst"] if toen["tekst"] != nu["tekst"] else "", "anders": was}


def meningen(blik: Blik, versie: Planversie) -> list[dict[str, Any]]:
    """What residents think of this version; of each the latest."""
    rijen = Instemming.objects.filter(versie=versie).select_related("item", "persoon")
    laatste = {i.persoon_id: i for i in blik.leesbare(rijen.order_by("item__gemaakt_op"))}
    woorden = blik.woorden([i.pk for i in laatste.values()])
    besproken = {r.item: r.besproken for r in blik.reacties.get(blik.casus.pk, [])}
    return [
        {
            "wie": i.persoon.voornaam,
            "persoon": i.persoon_id,
            "eens": i.eens,
            "tekst": woorden.get(i.pk, {}).get("reactie", ""),
            "op": i.item.gemaakt_op,
            "besproken": besproken.get(i.pk),
        }
        for i in laatste.values()
    ]
