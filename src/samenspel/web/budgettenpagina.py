"""Budgets for who judges or pays: what was asked, agreed, paid and refused in a year, and each application."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from samenspel.budget.models import Aanvraag
from samenspel.delen.zicht import kijker_van, zichtbare_items
from samenspel.kern.budget.overzicht import Aanvraagregel, Overzicht, overzicht
from samenspel.kern.delen import alleen_in
from samenspel.organisatie.models import Account
from samenspel.regie.budgetten import Pot
from samenspel.web.geldpagina import STATUSNAAM
from samenspel.web.tekst import dag_kort, euro

__all__ = ["SORTEER", "bouw", "jaren", "leesbaar"]

SORTEER: Mapping[str, tuple[str, Callable[[Aanvraagregel], Any]]] = {
    "nieuwste": ("Nieuwste eerst", lambda r: -r.gedaan_op),
    "oudste": ("Oudste eerst", lambda r: r.gedaan_op),
    "bedrag": ("Hoogste bedrag", lambda r: (-r.bedrag, -r.gedaan_op)),
    "stand": ("Op stand", lambda r: (STATUSNAAM[r.status], -r.gedaan_op)),
    "duur": ("Langste duur", lambda r: (-(r.dagen_tot_besluit or 0), -r.gedaan_op)),
}


def jaren(regels: Iterable[Aanvraagregel], dag: date) -> list[int]:
    """Years in which something was asked or paid, and this one; the newest first."""
    dagen = {d for r in regels for d in (r.gedaan_op, r.betaald_op) if d is not None}
    return sorted({dag.year, *(date.fromordinal(d).year for d in dagen)}, reverse=True)


def leesbaar(account: Account, aanvragen: list[Aanvraag], nu: Any) -> set[UUID]:
    """Of these the applications whose dossier this account may read them in."""
    kijker = kijker_van(account=account, casus=None, nu=nu)
    kijker = alleen_in(kijker, {str(a.traject.casus_id) for a in aanvragen})
    return set(zichtbare_items(kijker, nu).filter(pk__in=[a.pk for a in aanvragen]).values_list("pk", flat=True))


def bouw(pot: Pot, regels: Mapping[UUID, Aanvraagregel], jaar: int) -> dict[str, Any]:
    """One budget in one year: its figures and limits, and which applications were made in it, as they come."""
    van, tot = date(jaar, 1, 1).toordinal(), date(jaar, 12, 31).toordinal()
    return {
        "cijfers": _cijfers(overzicht(list(regels.values()), van, tot), jaar),
        "grenzen": _grenzen(pot),
        "gedaan": [pk for pk, r in regels.items() if van <= r.gedaan_op <= tot],
    }


def regel(
    a: Aanvraag, bedragen: Aanvraagregel, *, mag: bool, ruimte: Mapping[UUID, int | None], dag: date
) -> dict[str, Any]:
    """One application; of whom only for who may look into that dossier."""
    kan_nog = ruimte.get(a.traject.casus.huishouden_id)
    return {
        "naam": a.traject.casus.huishouden.naam if mag else "",
        "url": reverse("aanvraag", args=[a.pk]) if mag else "",
        "wanneer": dag_kort(a.gedaan_op, dag),
        "bedrag": euro(bedragen.bedrag),
        "status": STATUSNAAM[bedragen.status],
        "dagen": bedragen.dagen_tot_besluit,
        "ruimte": "" if not mag else "geen grens" if kan_nog is None else euro(kan_nog),
    }


def _cijfers(o: Overzicht, jaar: int) -> list[dict[str, str]]:
    rijen = [
        ("Gevraagd", o.gevraagd, ""),
        ("Wacht op oordeel", o.wacht, ""),
        ("Akkoord, nog niet betaald", o.akkoord, ""),
        ("Akkoord en betaald", o.betaald, ""),
        ("Niet toegekend", o.niet, "afgewezen, bezwaar of boven de grens"),
        (f"Uitgegeven in {jaar}", o.besteed, "naar de dag van betalen"),
    ]
    cijfers = [
        {"naam": naam, "waarde": euro(t.bedrag), "klein": f"{t.aantal} keer" + (f", {uitleg}" if uitleg else "")}
        for naam, t, uitleg in rijen
    ]
    for naam, dagen in (
        ("Gemiddeld tot het oordeel", o.dagen_tot_besluit),
        ("Gemiddeld tot de betaling", o.dagen_tot_betaling),
    ):
        waarde = "nog niet te zeggen" if dagen is None else "dezelfde dag" if not dagen else _dagen(dagen)
        cijfers.append({"naam": naam, "waarde": waarde, "klein": ""})
    return cijfers


def _dagen(n: int) -> str:
    return f"{n} dag" if n == 1 else f"{n} dagen"


def _grenzen(pot: Pot) -> list[str]:
    b = pot.budget
    grenzen = []
    if b.plafond is not None:
        grenzen.append(f"Ten hoogste {euro(b.plafond)} per keer.")
    if b.plafond_huishouden is not None:
        in_ = f" in {b.periode}" if b.periode is not None else ""
        grenzen.append(f"Ten hoogste {euro(b.plafond_huishouden)} per huishouden{in_}.")
    return grenzen
