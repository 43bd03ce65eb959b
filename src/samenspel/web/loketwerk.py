"""Statutory terms at a counter in 'mijn werk': of the dossiers of a regisseur the first of each."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from samenspel.casus.models import Casus
from samenspel.hulp.models import Loketzaak
from samenspel.hulp.selectors import termijn_van
from samenspel.organisatie.models import Account
from samenspel.web.eigen_taken import EigenTaak
from samenspel.web.hulpblik import SOORTNAMEN
from samenspel.web.werkregel import Werkregel

__all__ = ["lokettaak", "met_lokettermijnen"]


def lokettaak(account: Account, casus: Casus, dag: date) -> list[EigenTaak]:
    """What a past term at a counter asks of the regisseur where no traject runs; the same words as in the list."""
    zaak = _van(account).filter(item__casus=casus).first()
    if zaak is None or zaak.termijn_op is None or zaak.termijn_op >= dag:
        return []
    return [EigenTaak(_taak(zaak), "Naar het loket", reverse("hulp", args=[casus.pk]))]


def met_lokettermijnen(regels: Iterable[Werkregel], account: Account, dag: date) -> list[Werkregel]:
    """The lines with a statutory term where that comes first; where no traject runs, they wait for the counter."""
    eerste = dict[UUID, Loketzaak]()
    for zaak in _van(account):
        eerste.setdefault(zaak.item.casus_id, zaak)
    return [_met(r, eerste[r.casus_id], dag) if r.casus_id in eerste else r for r in regels]


def _van(account: Account) -> QuerySet[Loketzaak]:
    """With a term, in the dossiers of this regisseur, the first to end first."""
    zaken = Loketzaak.objects.filter(
        item__casus__gemeente=account.gemeente_id,
        item__casus__regisseur=account,
        item__ingetrokken_op__isnull=True,
        termijn_op__isnull=False,
    )
    return zaken.select_related("item").order_by("termijn_op")


def _taak(zaak: Loketzaak) -> str:
    return "Dien de aanvraag in" if termijn_van(zaak, ()).wacht else "Bel het loket"


def _met(regel: Werkregel, zaak: Loketzaak, dag: date) -> Werkregel:
    op = zaak.termijn_op
    if op is None or (regel.termijn is not None and regel.termijn <= op):
        return regel
    voorbij, wacht = op < dag, termijn_van(zaak, ()).wacht
    regel = replace(
        regel,
        termijn=op,
        termijn_naam=_naam(zaak),
        te_laat=regel.te_laat or (voorbij and not wacht),
    )
    if regel.traject:
        return regel
    taak = _taak(zaak) if voorbij else ""
    return replace(
        regel,
        wacht_op=() if wacht else ("het loket",),
        wacht_op_mij=regel.wacht_op_mij or bool(taak),
        mijn_taak=regel.mijn_taak or taak,
    )


def _naam(zaak: Loketzaak) -> str:
    return f"{SOORTNAMEN[zaak.soort]} bij een loket"
