"""Which papers of many meetings were changed after they were sent: what the page of each tells, read at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate

from samenspel.casus.models import EigenWoorden, Gebeurtenis
from samenspel.delen.models import Woorden
from samenspel.delen.zicht import zichtbare_items
from samenspel.doorbraak.models import Antwoorden
from samenspel.kern.delen import Kijker, alleen_in
from samenspel.overleg.models import Agendapunt
from samenspel.plan.models import Actie, Doel
from samenspel.regie.vragen import overleg_van
from samenspel.web.overlegpagina import na_versturen, papieren_uit
from samenspel.web.verstuurd import Verstuurd, formulierlijnen, stemregels

__all__ = ["gewijzigd_na_versturen"]


@dataclass(frozen=True, slots=True)
class _Gelezen:
    """The rows of these casussen that this person may read, with every version of their words."""

    eigen: Sequence[EigenWoorden]
    antwoorden: Sequence[Antwoorden]
    doelen: Sequence[Doel]
    acties: Sequence[Actie]
    versies: Mapping[UUID, Sequence[Woorden]]
    lijnen: Sequence[Gebeurtenis]

    def woorden(self, item: UUID) -> Mapping[str, str]:
        """The words of an item as they stand now."""
        versies = self.versies.get(item, ())
        return (versies[-1].inhoud or {}) if versies else {}


def gewijzigd_na_versturen(punten: Iterable[Agendapunt], kijker: Kijker, nu: datetime) -> dict[UUID, dict[str, str]]:
    """Per meeting what was changed since its papers were sent, and when, as far as this person may read it."""
    verstuurd = _sinds_beschreven([(p, p.stukken_op) for p in punten if p.stukken_op is not None])
    if not verstuurd:
        return {}
    gelezen = _lees(verstuurd, kijker, nu)
    return {p.pk: _van(p, p.stukken_op, gelezen, nu) for p in verstuurd if p.stukken_op is not None}


def _sinds_beschreven(verstuurd: Sequence[tuple[Agendapunt, datetime]]) -> list[Agendapunt]:
    """Those in whose dossier anything was written since their papers were sent: in the others nothing was changed."""
    if not verstuurd:
        return []
    eerste = min(op for _, op in verstuurd)
    later = Woorden.objects.filter(item__casus__in={p.traject.casus_id for p, _ in verstuurd}, vastgelegd_op__gt=eerste)
    laatst = dict(later.order_by("vastgelegd_op").values_list("item__casus", "vastgelegd_op"))
    ingevuld = formulierlijnen(p.traject for p, _ in verstuurd).filter(vastgelegd_op__gt=eerste)
    laatst_ingevuld = dict(ingevuld.order_by("vastgelegd_op").values_list("traject", "vastgelegd_op"))
    return [
        p
        for p, op in verstuurd
        if laatst.get(p.traject.casus_id, op) > op or laatst_ingevuld.get(p.traject_id, op) > op
    ]


def _lees(punten: Sequence[Agendapunt], kijker: Kijker, nu: datetime) -> _Gelezen:
    casussen, trajecten = {p.traject.casus_id for p in punten}, [p.traject for p in punten]
    # Of the hundreds of dossiers of a chair, few have a meeting ahead.
    hier = alleen_in(kijker, {str(casus) for casus in casussen})
    items = zichtbare_items(hier, nu).filter(casus__in=casussen)
    zicht = set(items.values_list("pk", flat=True))
    eigen = EigenWoorden.objects.filter(item__casus__in=casussen).select_related("item", "persoon")
    antwoorden = Antwoorden.objects.filter(traject__in=trajecten)
    doelen = Doel.objects.filter(item__casus__in=casussen).select_related("item").order_by("volgorde")
    acties = Actie.objects.filter(doel__item__casus__in=casussen, item__ingetrokken_op__isnull=True).order_by("voor")
    rijen: tuple[list[Any], list[Any], list[Any], list[Any]] = (
        [r for r in eigen if r.pk in zicht],
        [r for r in antwoorden if r.pk in zicht],
        [r for r in doelen if r.pk in zicht],
        [r for r in acties if r.pk in zicht],
    )
    versies: dict[UUID, list[Woorden]] = defaultdict(list)
    for rij in Woorden.objects.filter(item__in=[r.pk for soort in rijen for r in soort]).order_by("volgnummer"):
        versies[rij.item_id].append(rij)
    return _Gelezen(*rijen, versies, list(formulierlijnen(trajecten)))


def _van(punt: Agendapunt, op: datetime, gelezen: _Gelezen, nu: datetime) -> dict[str, str]:
    traject, casus = punt.traject, punt.traject.casus_id
    lijnen = [rij for rij in gelezen.lijnen if rij.traject_id == traject.pk]
    verstuurd = Verstuurd(traject, op, localdate(nu), versies=gelezen.versies, lijnen=lijnen)
    delen = [
        {"item": r.pk, "persoon": r.persoon.roepnaam, "woorden": stemregels(gelezen.woorden(r.pk))}
        for r in gelezen.eigen
        if r.item.casus_id == casus
    ]
    rijen = {a.formulier: a for a in gelezen.antwoorden if a.traject_id == traject.pk}
    woorden = {a.pk: gelezen.woorden(a.pk) for a in rijen.values()}
    doelen = [
        {
            "doel": d,
            "tekst": gelezen.woorden(d.pk).get("tekst", ""),
            "acties": [
                {"actie": a, "wat": gelezen.woorden(a.pk).get("wat", "")} for a in gelezen.acties if a.doel_id == d.pk
            ],
        }
        for d in gelezen.doelen
        if d.item.casus_id == casus
    ]
    return na_versturen(
        verstuurd.stem([d for d in delen if d["woorden"]]),
        papieren_uit(traject, overleg_van(punt), rijen, woorden, verstuurd),
        verstuurd.plan(doelen),
    )
