"""Dossiers in which no traject runs, in 'mijn werk': who holds the regie doesn't lose sight of them."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Max
from django.utils.timezone import localdate

from samenspel.casus.models import Casus
from samenspel.casus.selectors import zonder_lopend_traject
from samenspel.organisatie.models import Account
from samenspel.web.werkregel import Werkregel

__all__ = ["regels_zonder_traject"]


def regels_zonder_traject(account: Account, vervangt: Collection[UUID], dag: date) -> list[Werkregel]:
    """A line for each: one's own, and of the colleagues whom this account replaces."""
    mijn = Casus.objects.filter(gemeente=account.gemeente_id, regisseur__in=[account.pk, *vervangt])
    rijen = zonder_lopend_traject(mijn).annotate(laatste=Max("traject__sinds"))
    return [_regel(casus, account, dag) for casus in rijen.select_related("huishouden", "regisseur")]


def _regel(casus: Casus, account: Account, dag: date) -> Werkregel:
    van_mij = casus.regisseur_id == account.pk
    return Werkregel(
        casus_id=casus.pk,
        huishouden=casus.huishouden.naam,
        traject="",
        plek="Er loopt geen traject",
        sinds=getattr(casus, "laatste", None) or localdate(casus.geopend_op),
        vandaag=dag,
        van_mij=van_mij,
        vervangt="" if van_mij else casus.regisseur.naam,
        contact=True,
    )
