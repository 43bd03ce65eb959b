"""Withdrawing an item with a reason among its words, and putting it back as it was; nothing is erased by it."""

from datetime import datetime

from samenspel.delen.models import Item, Woorden
from samenspel.delen.services import huidige_woorden, schrijf_woorden
from samenspel.organisatie.models import Account

__all__ = ["REDEN", "trek_item_in", "zet_item_terug"]

REDEN = "ingetrokken_reden"
"""The key of the reason, among the words of what was withdrawn."""


def trek_item_in(*, item: Item, reden: str, account: Account, versie: int, nu: datetime) -> Woorden:
    """From now on only the regisseur sees it. Raises Versieconflict."""
    woorden = {**huidige_woorden(item), REDEN: reden}
    geschreven = schrijf_woorden(item=item, inhoud=woorden, auteur=account, versie=versie, nu=nu)
    return _zet(item, nu, geschreven)


def zet_item_terug(*, item: Item, account: Account, nu: datetime) -> Woorden:
    """As it was before it was withdrawn."""
    woorden = {sleutel: tekst for sleutel, tekst in huidige_woorden(item).items() if sleutel != REDEN}
    return _zet(item, None, schrijf_woorden(item=item, inhoud=woorden, auteur=account, versie=item.versie, nu=nu))


def _zet(item: Item, op: datetime | None, geschreven: Woorden) -> Woorden:
    item.ingetrokken_op = op
    item.save(update_fields=["ingetrokken_op"])
    return geschreven
