"""About whom a line of history is: who got a rol, whose an action is; only where the reader may know that."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from samenspel.casus.models import Gebeurtenis
from samenspel.kern.delen import Zicht
from samenspel.organisatie.models import Account
from samenspel.plan.models import Deelname
from samenspel.web.blik import Blik
from samenspel.web.netwerkblik import netwerknamen

__all__ = ["ACTIEREGELS", "met_naam", "om_wie"]

ACTIEREGELS = ("actie_", "afspraak_")
_ACCOUNT = {
    "rol_toegekend": "wie",
    "rol_beeindigd": "wie",
    "genodigde_gevraagd": "wie",
    "genodigde_afgemeld": "wie",
    "helper_toegevoegd": "wie",
    "helper_beeindigd": "wie",
    "overdracht_voorgesteld": "aan",
}
"""Under which key a line names an account, by kind."""


def om_wie(blik: Blik, rijen: Iterable[Gebeurtenis]) -> dict[UUID, str]:
    """Per line, the newest first, the name of whom it is about."""
    regels = list(rijen)
    return {**_accounts(blik, regels), **_rijen(blik, regels)}


def met_naam(tekst: str, naam: str) -> str:
    """The sentence with that name: for 'iemand', or behind it."""
    if not naam:
        return tekst
    voor, iemand, na = tekst.partition("emand")
    return f"{voor[:-1]}{naam}{na}" if iemand else f"{tekst}: {naam}"


def _accounts(blik: Blik, regels: list[Gebeurtenis]) -> dict[UUID, str]:
    """Of colleagues who have a part in it; known to who knows where the traject is."""
    genoemd = {r.pk: str(r.gegevens.get(_ACCOUNT[r.soort], "")) for r in regels if _mag(blik, r)}
    accounts = {str(r.account_id): r.account for r in regels if r.account is not None}
    nog = {pk for pk in genoemd.values() if pk} - set(accounts)
    accounts |= {str(a.pk): a for a in Account.objects.filter(pk__in=nog)}
    return {regel: blik.naam_van(accounts[pk]) for regel, pk in genoemd.items() if pk in accounts}


def _mag(blik: Blik, regel: Gebeurtenis) -> bool:
    traject = regel.traject_id
    return regel.soort in _ACCOUNT and (blik.regie or (traject is not None and blik.in_traject(traject)))


def _rijen(blik: Blik, regels: list[Gebeurtenis]) -> dict[UUID, str]:
    """Whose an action is and who takes part in a goal, where the item may be read."""
    item = {r.pk: sleutel for r in regels if (sleutel := _item(r)) is not None and sleutel in blik.zichtbaar}
    deelnames = [r.pk for r in regels if r.pk in item and r.soort.startswith("deelname_")]
    acties = [r.pk for r in regels if r.pk in item and r.soort.startswith(ACTIEREGELS)]
    # What somebody is called whom the words name, stands in a line that has them.
    genoemd = {item[r.pk]: dict(r.woorden.inhoud or {}) for r in reversed(regels) if r.pk in item and r.woorden}
    namen = _namen(
        blik,
        genoemd,
        [
            *_met({item[r] for r in deelnames}),
            *(a for a in blik.acties if a.pk in {item[r] for r in acties}),
        ],
    )
    anders = _eerder_van_een_ander(regels, item)
    return {r: namen[item[r]] for r in (*deelnames, *acties) if namen.get(item[r]) and r not in anders}


def _item(regel: Gebeurtenis) -> UUID | None:
    """The item of a line; where it was only ticked off, by its key."""
    if regel.woorden is not None:
        return regel.woorden.item_id
    sleutel = regel.gegevens.get("actie") or regel.gegevens.get("afspraak")
    return UUID(str(sleutel)) if sleutel and regel.soort.startswith(ACTIEREGELS) else None


def _eerder_van_een_ander(regels: list[Gebeurtenis], item: dict[UUID, UUID]) -> set[UUID]:
    """Lines of before an action was changed: whose it was then, isn't told."""
    gewijzigd: set[UUID] = set()
    eerder: set[UUID] = set()
    for regel in regels:
        if regel.pk in item and regel.soort.startswith(ACTIEREGELS):
            if item[regel.pk] in gewijzigd:
                eerder.add(regel.pk)
            if regel.soort.endswith("_gewijzigd"):
                gewijzigd.add(item[regel.pk])
    return eerder


def _met(deelnames: set[UUID]) -> list[Deelname]:
    rijen = Deelname.objects.select_related("persoon", "organisatie")
    return list(rijen.filter(pk__in=deelnames)) if deelnames else []


def _namen(blik: Blik, woorden: Mapping[UUID, dict[str, str]], gevonden: list[Any]) -> dict[UUID, str]:
    netwerk = netwerknamen(blik, {str(r.netwerklid_id) for r in gevonden if r.netwerklid_id is not None})
    return {r.pk: _naam(blik, r, woorden.get(r.pk, {}), netwerk) for r in gevonden}


def _naam(blik: Blik, rij: Any, woorden: dict[str, str], netwerk: dict[str, str]) -> str:
    if rij.persoon is not None:
        zicht = blik.personen.get(rij.persoon_id)
        return rij.persoon.roepnaam if zicht is not None and zicht.personalia is Zicht.GEHEEL else ""
    account, organisatie = getattr(rij, "account", None), getattr(rij, "organisatie", None)
    if account is not None:
        return blik.naam_van(account)
    if rij.netwerklid_id is not None:
        return netwerk.get(str(rij.netwerklid_id), "")
    return organisatie.naam if organisatie is not None else woorden.get("wie", "")
