"""Lessons as pages show them: what they are about in words, and a knelpunt only for who may read it there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from samenspel.delen.selectors import woorden_bij
from samenspel.delen.zicht import kijker_van, zichtbare_casussen, zichtbare_items
from samenspel.doorbraak.models import Knelpunt
from samenspel.kern.werkwijze.model import Leefgebied
from samenspel.leren.models import Les, Reflectiesessie
from samenspel.organisatie.models import Account
from samenspel.regie.routes import geldende_versies, route
from samenspel.web.forms.knelpunt import NIVEAUNAMEN
from samenspel.web.forms.velden import leesbaar

__all__ = ["Lesregel", "knelpuntkeuzes", "leefgebieden", "leefgebieden_van", "lesregels"]

_NIVEAUS = {n.value: naam.partition(":")[0] for naam, n in NIVEAUNAMEN.items()}


@dataclass(frozen=True, slots=True)
class Lesregel:
    """A lesson with what it is about; `knelpunt` is the key of what this reader may open, if any."""

    les: Les
    over: tuple[str, ...]
    knelpunt: UUID | None


def leefgebieden(account: Account, nu: datetime) -> dict[str, str]:
    """Life domains of all werkwijzen in use, by code."""
    versies = geldende_versies(nu, account.gemeente_id)
    return {g.leefgebied: g.naam for v in versies for g in route(v.hash).werkwijze.leefgebieden}


def leefgebieden_van(sessie: Reflectiesessie) -> tuple[Leefgebied, ...]:
    """Life domains of the definition that the discussed trajecten run on."""
    besproken = sessie.besproken.select_related("traject__versie").first()
    return route(besproken.traject.versie.hash).werkwijze.leefgebieden if besproken is not None else ()


def lesregels(lessen: Iterable[Les], account: Account, nu: datetime) -> list[Lesregel]:
    """Lines for this reader."""
    rijen = list(lessen)
    namen = leefgebieden(account, nu)
    met = [les.knelpunt_id for les in rijen if les.knelpunt_id is not None]
    mag: set[UUID] = set()
    if met:
        kijker = kijker_van(account=account, casus=None, nu=nu)
        mag = set(zichtbare_items(kijker, nu).filter(pk__in=met).values_list("pk", flat=True))
    return [
        Lesregel(les, tuple(_over(les, namen)), les.knelpunt_id if les.knelpunt_id in mag else None) for les in rijen
    ]


def _over(les: Les, namen: Mapping[str, str]) -> Iterable[str]:
    if les.leefgebied:
        yield namen.get(les.leefgebied, leesbaar(les.leefgebied))
    if les.wet:
        yield les.wet
    if les.niveau:
        yield f"knelpunt: {_NIVEAUS[les.niveau].lower()}"


def knelpuntkeuzes(sessie: Reflectiesessie, account: Account, nu: datetime) -> dict[str, tuple[str, Knelpunt]]:
    """Knelpunten of the casussen of a session that this account may read, with the words to know them by."""
    casussen = zichtbare_casussen(account, nu).filter(traject__besproken__sessie=sessie)
    kijker = kijker_van(account=account, casus=None, nu=nu)
    items = zichtbare_items(kijker, nu).filter(casus__in=casussen, knelpunt__isnull=False)
    rijen = list(Knelpunt.objects.filter(item__in=items).order_by("item__gemaakt_op"))
    woorden = woorden_bij([k.pk for k in rijen])
    return {str(k.pk): (woorden.get(k.pk, {}).get("wat", "")[:120] or "Zonder tekst", k) for k in rijen}
