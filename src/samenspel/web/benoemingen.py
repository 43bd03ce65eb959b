"""The rollen and taken of a colleague as a page shows them: what, where, from when to when."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q
from django.utils.formats import date_format

from samenspel.organisatie.models import Account, Rolvervulling, Taak, Taakvervulling
from samenspel.regie.routes import geldende_versies, route
from samenspel.web.forms.beheer import TAAKNAMEN

__all__ = ["Benoeming", "rolregels", "taakregels"]


@dataclass(frozen=True, slots=True)
class Benoeming:
    """One line: what somebody is, where, and for how long."""

    pk: UUID
    naam: str
    waar: str
    periode: str
    later: bool


def rolregels(account: Account, dag: date, nu: datetime) -> list[Benoeming]:
    """The rollen of now and later, by werkwijze."""
    werkwijzen = {v.slug: route(v.hash).werkwijze for v in geldende_versies(nu, account.gemeente_id)}
    rijen = Rolvervulling.objects.filter(_nog(dag), account=account).select_related("team", "tafel")
    regels = []
    for rij in rijen.order_by("werkwijze", "rol", "van"):
        w = werkwijzen.get(rij.werkwijze)
        naam = next((r.naam for r in w.rollen if r.rol == rij.rol), rij.rol) if w is not None else rij.rol
        plek = rij.tafel or rij.team
        waar = f"{plek.naam if plek is not None else 'alle teams'} · {w.naam if w is not None else rij.werkwijze}"
        regels.append(Benoeming(rij.pk, naam, waar, _periode(rij.van, rij.tot), rij.van > dag))
    return regels


def taakregels(account: Account, dag: date) -> list[Benoeming]:
    """The taken of now and later."""
    rijen = Taakvervulling.objects.filter(_nog(dag), account=account).select_related("team").order_by("taak", "van")
    return [
        Benoeming(
            rij.pk,
            TAAKNAMEN[Taak(rij.taak)],
            rij.team.naam if rij.team is not None else "",
            _periode(rij.van, rij.tot),
            rij.van > dag,
        )
        for rij in rijen
    ]


def _nog(dag: date) -> Q:
    return Q(tot__isnull=True) | Q(tot__gt=dag)


def _periode(van: date, tot: date | None) -> str:
    begin = f"vanaf {date_format(van, 'j F Y')}"
    return f"{begin} tot {date_format(tot, 'j F Y')}" if tot is not None else begin
