"""The agenda: meetings of the tables where somebody has a rol, and those that somebody may look into."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import NamedTuple
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet
from django.urls import reverse
from django.utils.timezone import get_default_timezone, localdate

from samenspel.delen.perioden import loopt
from samenspel.delen.selectors import woorden_bij
from samenspel.delen.zicht import zichtbare_items
from samenspel.kern.delen import Kijker
from samenspel.kern.delen.rollen import venster
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.models import Account, Rolvervulling
from samenspel.overleg.models import Agendapunt, Genodigde
from samenspel.regie.vragen import overleg_van
from samenspel.web.nagekomen import gewijzigd_na_versturen
from samenspel.web.tekst import dag_kort, wanneer


@dataclass(frozen=True, slots=True)
class Agendaregel:
    """One case on the agenda; without the right to look, only that there is one, and when it may be read."""

    casus_id: UUID | None
    url: str
    huishouden: str
    traject: str
    tafel: str
    wanneer: str
    plaats: str
    verzet: str
    stukken: str
    gewijzigd: str
    laat: bool
    verslag: str


class Agendapunten(NamedTuple):
    """Agenda points of an account: what comes, the first first; what was, the last first; which may be read now."""

    komt: list[UUID]
    geweest: list[UUID]
    leesbaar: set[UUID]


_GETOOND = (
    *("op", "plaats", "stukken_op", "gehouden_op", "verslag_op", "van_agenda_op", "tafel__naam", "tafel__overleg"),
    *("traject__naam", "traject__versie__hash", "traject__casus__huishouden__naam"),
)
"""What a line of the agenda shows, or follows from."""


class _Plek(NamedTuple):
    punt: UUID
    op: datetime
    komt: bool


def punten_van(account: Account, kijker: Kijker, nu: datetime) -> Agendapunten:
    """Agenda points that this account has to do with; `kijker`: all its rights."""
    begin = datetime.combine(localdate(nu), time.min, get_default_timezone())
    nog = Q(gehouden_op__isnull=True) & (Q(op__gte=begin) | Q(traject__open=True, van_agenda_op__isnull=True))
    van_gemeente = Agendapunt.objects.filter(gemeente_id=account.gemeente_id, item__ingetrokken_op__isnull=True)
    zichtbaar = zichtbare_items(kijker, nu).filter(soort=Gegevenssoort.OVERLEG.value)
    te_lezen = _plekken(van_gemeente.filter(item__in=zichtbaar), nog)
    tafels = Rolvervulling.objects.filter(loopt(localdate(nu)), account=account, tafel__isnull=False)
    erbij = Genodigde.objects.filter(account=account, weg_op__isnull=True).values("agendapunt")
    eigen = _plekken(van_gemeente.filter(Q(tafel__in=tafels.values("tafel")) | Q(pk__in=erbij)), nog)
    op_volgorde = sorted({*te_lezen, *eigen}, key=lambda plek: (plek.op, plek.punt))
    return Agendapunten(
        [plek.punt for plek in op_volgorde if plek.komt],
        [plek.punt for plek in reversed(op_volgorde) if not plek.komt],
        {plek.punt for plek in te_lezen},
    )


def _plekken(punten: QuerySet[Agendapunt], nog: Q) -> list[_Plek]:
    rijen = punten.values_list("pk", "op", ExpressionWrapper(nog, BooleanField()))
    return [_Plek(*rij) for rij in rijen]


def met_tafel(punten: Iterable[UUID]) -> list[Agendapunt]:
    """These agenda points in this order, with what a line shows of their traject and table."""
    volgorde = list(punten)
    rijen = Agendapunt.objects.select_related("tafel", "traject__versie", "traject__casus__huishouden").only(*_GETOOND)
    gevonden = rijen.in_bulk(volgorde)
    return [gevonden[punt] for punt in volgorde if punt in gevonden]


def regels(punten: Iterable[Agendapunt], leesbaar: set[UUID], kijker: Kijker, nu: datetime) -> list[Agendaregel]:
    """Lines of the agenda, each with what was changed since it was planned and since its papers were sent."""
    rijen = list(punten)
    woorden = woorden_bij([p.pk for p in rijen if p.pk in leesbaar])
    komt = [p for p in rijen if p.pk in leesbaar and p.van_agenda_op is None and p.gehouden_op is None]
    anders = gewijzigd_na_versturen(komt, kijker, nu)
    return [
        replace(
            _regel(p, leesbaar, localdate(nu)),
            verzet=woorden.get(p.pk, {}).get("verzet_van", ""),
            gewijzigd=", ".join(anders.get(p.pk, ())),
        )
        for p in rijen
    ]


def _regel(punt: Agendapunt, leesbaar: set[UUID], vandaag: date) -> Agendaregel:
    mag = punt.pk in leesbaar
    if punt.van_agenda_op is not None:
        papieren, laat = f"Van de agenda gehaald {dag_kort(localdate(punt.van_agenda_op), vandaag)}", False
    else:
        papieren, laat = _stukken(punt, vandaag) if mag else (_venster(punt, vandaag), False)
    return Agendaregel(
        casus_id=punt.traject.casus_id if mag else None,
        url=reverse("agendapunt", args=[punt.pk]) if mag else "",
        huishouden=punt.traject.casus.huishouden.naam if mag else "Een casus",
        traject=punt.traject.naam if mag else "",
        tafel=punt.tafel.naam,
        wanneer=wanneer(punt.op, vandaag),
        plaats=punt.plaats,
        verzet="",
        stukken=papieren,
        gewijzigd="",
        laat=laat,
        verslag=_verslag(punt) if mag else "",
    )


def _stukken(punt: Agendapunt, vandaag: date) -> tuple[str, bool]:
    soort = overleg_van(punt)
    if soort.stukken is None:
        return "Zonder stukken", False
    if punt.stukken_op is not None:
        return f"Verstuurd {dag_kort(localdate(punt.stukken_op), vandaag)}", False
    uiterlijk = date.fromordinal(localdate(punt.op).toordinal() - soort.stukken.dagen_vooraf)
    laat = uiterlijk < vandaag
    return f"Ontbreken nog · uiterlijk {dag_kort(uiterlijk, vandaag)}{' · te laat' if laat else ''}", laat


def _venster(punt: Agendapunt, vandaag: date) -> str:
    van, tot = venster(overleg_van(punt), localdate(punt.op))
    if vandaag < van:
        return f"U leest de stukken vanaf {dag_kort(van, vandaag)}"
    return f"U kon dit lezen tot en met {dag_kort(tot, vandaag)}"


def _verslag(punt: Agendapunt) -> str:
    if punt.verslag_op is not None:
        return "Verstuurd"
    return "Nog te versturen" if punt.gehouden_op is not None else ""
