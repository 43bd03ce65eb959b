"""Statutory terms at a counter in 'mijn werk': of the dossiers of a regisseur the first of each."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from samenspel.hulp.models import Loketzaak
from samenspel.organisatie.models import Account
from samenspel.web.hulpblik import SOORTNAMEN
from samenspel.web.tekst import dag_kort
from samenspel.web.werkregel import Werkregel

__all__ = ["met_lokettermijnen"]


def met_lokettermijnen(regels: Iterable[Werkregel], account: Account, dag: date) -> list[Werkregel]:
    """The lines with a statutory term where that comes first; where no traject runs, they wait for the counter."""
    eerste = dict[UUID, Loketzaak]()
    zaken = Loketzaak.objects.filter(
        item__casus__gemeente=account.gemeente_id,
        item__casus__regisseur=account,
        item__ingetrokken_op__isnull=True,
        termijn_op__isnull=False,
    )
    for zaak in zaken.select_related("item").order_by("termijn_op"):
        eerste.setdefault(zaak.item.casus_id, zaak)
    return [_met(r, eerste[r.casus_id], dag) if r.casus_id in eerste else r for r in regels]


def _met(regel: Werkregel, zaak: Loketzaak, dag: date) -> Werkregel:
    op = zaak.termijn_op
    if op is None or (regel.termijn is not None and regel.termijn <= op):
        return regel
    regel = replace(
        regel, termijn=op, termijn_op=dag_kort(op, dag), termijn_naam=_naam(zaak), te_laat=regel.te_laat or op < dag
    )
    if regel.traject:
        return regel
    bellen = "Bel het loket" if op < dag else ""
    return replace(
        regel,
        wacht_op=("het loket",),
        wacht_op_mij=regel.wacht_op_mij or bool(bellen),
        mijn_taak=regel.mijn_taak or bellen,
    )


def _naam(zaak: Loketzaak) -> str:
    return f"{SOORTNAMEN[zaak.soort]} bij een loket"
