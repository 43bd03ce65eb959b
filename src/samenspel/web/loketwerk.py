"""Statutory terms at a counter in 'mijn werk': of the dossiers of a regisseur the first of each."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.urls import reverse

from samenspel.hulp.models import Loketzaak
from samenspel.organisatie.models import Account
from samenspel.web.hulpblik import SOORTNAMEN
from samenspel.web.tekst import dag_kort
from samenspel.web.werkregel import Werkregel

__all__ = ["met_lokettermijnen"]


def met_lokettermijnen(regels: Iterable[Werkregel], account: Account, dag: date) -> list[Werkregel]:
    """The lines with a statutory term where that comes first, and a line where no traject runs."""
    rijen, eerste = list(regels), dict[UUID, Loketzaak]()
    zaken = Loketzaak.objects.filter(
        item__casus__gemeente=account.gemeente_id,
        item__casus__regisseur=account,
        item__ingetrokken_op__isnull=True,
        termijn_op__isnull=False,
    )
    for zaak in zaken.select_related("item__casus__huishouden").order_by("termijn_op"):
        eerste.setdefault(zaak.item.casus_id, zaak)
    samen = [_met(r, eerste[r.casus_id], dag) if r.casus_id in eerste else r for r in rijen]
    getoond = {r.casus_id for r in rijen}
    return samen + [_zonder_traject(z, dag) for casus, z in eerste.items() if casus not in getoond]


def _met(regel: Werkregel, zaak: Loketzaak, dag: date) -> Werkregel:
    op = zaak.termijn_op
    if op is None or (regel.termijn is not None and regel.termijn <= op):
        return regel
    return replace(
        regel, termijn=op, termijn_op=dag_kort(op, dag), termijn_naam=_naam(zaak), te_laat=regel.te_laat or op < dag
    )


def _zonder_traject(zaak: Loketzaak, dag: date) -> Werkregel:
    casus, op = zaak.item.casus, zaak.termijn_op
    assert op is not None
    return Werkregel(
        casus_id=casus.pk,
        traject_id=casus.pk,
        url=reverse("casus", args=[casus.pk]),
        huishouden=casus.huishouden.naam,
        traject="",
        plek="Er loopt geen traject",
        sinds=dag_kort(zaak.ingediend_op, dag),
        wacht_op_mij=op < dag,
        wacht_op=("het loket",),
        van_mij=True,
        stil=False,
        termijn=op,
        termijn_op=dag_kort(op, dag),
        termijn_naam=_naam(zaak),
        te_laat=op < dag,
        mijn_taak="Bel het loket" if op < dag else "",
    )


def _naam(zaak: Loketzaak) -> str:
    return f"{SOORTNAMEN[zaak.soort]} bij een loket"
