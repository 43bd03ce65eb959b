"""Budgets for who judges or pays: what was asked, agreed, paid and refused in a year, and each application."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from samenspel.budget.models import Aanvraag
from samenspel.delen.zicht import kijker_van, zichtbare_items
from samenspel.kern.budget.overzicht import Overzicht, overzicht
from samenspel.organisatie.models import Account
from samenspel.regie.budgetten import Pot, aanvragen_van_pot, regel_van, ruimte_per_huishouden
from samenspel.web.geldpagina import STATUSNAAM
from samenspel.web.tekst import dag_kort, euro

__all__ = ["SORTEER", "bouw", "jaren", "leesbaar"]

SORTEER: Mapping[str, tuple[str, Callable[[Aanvraag], Any]]] = {
    "nieuwste": ("Nieuwste eerst", lambda a: -a.gedaan_op.toordinal()),
    "oudste": ("Oudste eerst", lambda a: a.gedaan_op.toordinal()),
    "bedrag": ("Hoogste bedrag", lambda a: (-a.bedrag, -a.gedaan_op.toordinal())),
    "stand": ("Op stand", lambda a: (STATUSNAAM[a.status], -a.gedaan_op.toordinal())),
    "duur": ("Langste duur", lambda a: (-(duur(a) or 0), -a.gedaan_op.toordinal())),
}


def duur(a: Aanvraag) -> int | None:
    """Days from asking to the decision; None while there is none."""
    return (a.besloten_op - a.gedaan_op).days if a.besloten_op is not None else None


def jaren(aanvragen: list[Aanvraag], dag: date) -> list[int]:
    """Years in which something was asked or paid, and this one; the newest first."""
    dagen = [d for a in aanvragen for d in (a.gedaan_op, a.betaald_op) if d is not None]
    return sorted({dag.year, *(d.year for d in dagen)}, reverse=True)


def leesbaar(account: Account, aanvragen: list[Aanvraag], nu: Any) -> set[UUID]:
    """Of these the applications whose dossier this account may read them in."""
    kijker = kijker_van(account=account, casus=None, nu=nu)
    return set(zichtbare_items(kijker, nu).filter(pk__in=[a.pk for a in aanvragen]).values_list("pk", flat=True))


def bouw(pot: Pot, account: Account, jaar: int, nu: Any, dag: date) -> dict[str, Any]:
    """One budget in one year: its figures, and its applications as they come."""
    alle = aanvragen_van_pot(pot, account.gemeente_id)
    gedaan = [a for a in alle if a.gedaan_op.year == jaar]
    telling = overzicht([regel_van(a) for a in alle], date(jaar, 1, 1).toordinal(), date(jaar, 12, 31).toordinal())
    return {
        "jaren": jaren(alle, dag),
        "cijfers": _cijfers(telling, jaar),
        "grenzen": _grenzen(pot),
        "gedaan": gedaan,
        "ruimte": ruimte_per_huishouden(pot, alle, nu),
    }


def regel(a: Aanvraag, mag: bool, ruimte: int | None, dag: date) -> dict[str, Any]:
    """One application; of whom only for who may look into that dossier."""
    dagen = duur(a)
    return {
        "naam": a.traject.casus.huishouden.naam if mag else "",
        "url": reverse("aanvraag", args=[a.pk]) if mag else "",
        "wanneer": dag_kort(a.gedaan_op, dag),
        "bedrag": euro(a.bedrag),
        "status": STATUSNAAM[a.status],
        "dagen": dagen,
        "ruimte": "" if not mag else "geen grens" if ruimte is None else euro(ruimte),
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
