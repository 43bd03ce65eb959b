"""Agreements of one's own in dossiers that aren't in 'mijn werk' otherwise: a line each, and what its page shows."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate

from samenspel.casus.models import Casus
from samenspel.delen.eigen_afspraken import open_afspraken
from samenspel.delen.selectors import woorden_bij
from samenspel.organisatie.models import Account
from samenspel.plan.models import Actie
from samenspel.web.blik import Blik
from samenspel.web.tekst import dag_kort
from samenspel.web.werkregel import Werkregel

__all__ = ["afspraakpagina", "regels_van_afspraken"]


def regels_van_afspraken(account: Account, met_regel: Collection[UUID], dag: date) -> list[Werkregel]:
    """A line for each, but for those in the casussen that have a line already."""
    rijen = open_afspraken(account).exclude(item__casus__regisseur=account).order_by("voor")
    acties = [a for a in rijen.select_related("item__casus__huishouden") if a.item.casus_id not in met_regel]
    woorden = woorden_bij([a.pk for a in acties])
    return [_regel(a, a.item.casus, woorden.get(a.pk, {}).get("wat", ""), dag) for a in acties]


def _regel(actie: Actie, casus: Casus, wat: str, dag: date) -> Werkregel:
    return Werkregel(
        casus_id=casus.pk,
        huishouden=casus.huishouden.naam,
        traject="",
        plek=f"Uw afspraak: {wat or 'zonder tekst'}",
        sinds=localdate(actie.item.gemaakt_op),
        vandaag=dag,
        wacht_op_mij=True,
        termijn=actie.voor,
        termijn_naam="uw afspraak" if actie.voor is not None else "",
        te_laat=actie.voor is not None and actie.voor < dag,
        mijn_taak="Doe wat u afsprak",
        afspraak=actie.pk,
    )


def afspraakpagina(blik: Blik, actie: Actie) -> dict[str, Any]:
    """What was agreed, where and for when, whom to ask, and what was said about it since; nothing else."""
    voor, punt = actie.voor, actie.agendapunt
    regisseur = blik.casus.regisseur
    return {
        "afspraak": actie,
        "casus": blik.casus,
        "wat": blik.woorden([actie.pk]).get(actie.pk, {}).get("wat", ""),
        "wanneer": dag_kort(voor, blik.dag) if voor is not None else "",
        "laat": voor is not None and voor < blik.dag,
        "overleg": punt.tafel.naam if punt is not None else "",
        "overleg_op": localdate(punt.op) if punt is not None else None,
        "regisseur": regisseur,
        "vervanger": regisseur.vervanger,
        "reacties": blik.reacties.get(actie.pk, []),
        "in_dossier": bool(blik.rechten),
    }
