"""What a municipality still misses to work with its werkwijzen: tables, people for a rol, teams for a wijk."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from django.contrib.auth.hashers import is_password_usable
from django.db.models import Q
from django.utils.timezone import localdate

from samenspel.delen.perioden import loopt
from samenspel.kern.werkwijze.model import Houder, Werkwijze
from samenspel.organisatie.models import Account, Gemeente, Rolvervulling, Taak, Taakvervulling, Team, Wijk
from samenspel.overleg.models import Tafel
from samenspel.regie.routes import geldende_versies, route, startbare_versies

__all__ = ["Gemis", "Gemissoort", "gemis_van", "voorzitters"]


class Gemissoort(StrEnum):
    """What can be missing."""

    WERKWIJZE = "werkwijze"
    TAFEL = "tafel"
    VOORZITTER = "voorzitter"
    ROL = "rol"
    WIJK = "wijk"
    WACHTWOORD = "wachtwoord"
    TWEEDE_BEHEERDER = "tweede_beheerder"


@dataclass(frozen=True, slots=True)
class Gemis:
    """Something that is missing: what it is called, in which werkwijze, and the row that it is about, if any."""

    soort: Gemissoort
    naam: str = ""
    werkwijze: str = ""
    ding: UUID | None = None


class _Zittend(NamedTuple):
    tafel: UUID
    overleg: str
    naam: str


def gemis_van(gemeente: Gemeente, nu: datetime) -> list[Gemis]:
    """Everything that is missing, what stops most first."""
    dag = localdate(nu)
    werkwijzen = [route(v.hash).werkwijze for v in startbare_versies(nu, gemeente.pk)]
    gemist = [] if werkwijzen else [Gemis(Gemissoort.WERKWIJZE)]
    for werkwijze in werkwijzen:
        gemist += _van_werkwijze(gemeente, werkwijze, dag)
    teams = Team.objects.filter(gemeente=gemeente, tot__isnull=True)
    if not teams.filter(wijken__isnull=True).exists():
        zonder = Wijk.objects.filter(gemeente=gemeente).exclude(team__in=teams)
        gemist += [Gemis(Gemissoort.WIJK, w.naam, ding=w.pk) for w in zonder]
    accounts = Account.objects.filter(gemeente=gemeente, persoon__isnull=True, is_active=True)
    gemist += [
        Gemis(Gemissoort.WACHTWOORD, naam, ding=account)
        for account, naam, wachtwoord in accounts.order_by("naam").values_list("pk", "naam", "password")
        if not is_password_usable(wachtwoord)
    ]
    beheerders = Taakvervulling.objects.filter(
        loopt(dag), gemeente=gemeente, taak=Taak.BEHEER.value, account__is_active=True
    )
    return [*gemist, Gemis(Gemissoort.TWEEDE_BEHEERDER)] if beheerders.count() < 2 else gemist


def _van_werkwijze(gemeente: Gemeente, w: Werkwijze, dag: date) -> list[Gemis]:
    zittend = Tafel.objects.filter(gemeente=gemeente, werkwijze=w.werkwijze, tot__isnull=True)
    tafels = [_Zittend(*rij) for rij in zittend.values_list("pk", "overleg", "naam")]
    vervuld = Rolvervulling.objects.filter(
        loopt(dag), gemeente=gemeente, werkwijze=w.werkwijze, account__is_active=True
    )
    rollen, aan_tafel = set[str](), set[tuple[str, UUID | None]]()
    for rol, tafel in vervuld.values_list("rol", "tafel"):
        rollen.add(rol)
        aan_tafel.add((rol, tafel))
    met_tafel = {t.overleg for t in tafels}
    gemist = [
        Gemis(Gemissoort.TAFEL, o.naam, w.naam)
        for o in w.overleggen
        if o.overleg not in met_tafel and o.terugval not in met_tafel
    ]
    voorzitters = {o.overleg: o.voorzitter for o in w.overleggen}
    gedeeld = {r.rol for r in w.rollen if r.houder is Houder.PER_OVERLEG}
    onbezet = [
        t
        for t in tafels
        if (wie := voorzitters.get(t.overleg)) in gedeeld
        and (wie, t.tafel) not in aan_tafel
        and (wie, None) not in aan_tafel
    ]
    gemist += [Gemis(Gemissoort.VOORZITTER, t.naam, w.naam, t.tafel) for t in onbezet]
    al_genoemd = {voorzitters[t.overleg] for t in onbezet}
    houders = (Houder.PER_TEAM, Houder.PER_OVERLEG)
    gemist += [
        Gemis(Gemissoort.ROL, r.naam, w.naam)
        for r in w.rollen
        if r.houder in houders and r.rol not in rollen and r.rol not in al_genoemd
    ]
    return gemist


def voorzitters(gemeente: Gemeente, tafels: Iterable[Tafel], nu: datetime) -> dict[UUID, list[str]]:
    """Who chairs each of these tables today, by name."""
    rollen = {
        (v.slug, o.overleg): o.voorzitter
        for v in geldende_versies(nu, gemeente.pk)
        for o in route(v.hash).werkwijze.overleggen
    }
    bij: defaultdict[tuple[str, str], list[UUID]] = defaultdict(list)
    for tafel in tafels:
        if rol := rollen.get((tafel.werkwijze, tafel.overleg)):
            bij[tafel.werkwijze, rol].append(tafel.pk)
    vervuld = Rolvervulling.objects.filter(
        loopt(localdate(nu)),
        Q(tafel__isnull=True) | Q(tafel__in=[pk for pks in bij.values() for pk in pks]),
        gemeente=gemeente,
        rol__in={rol for _, rol in bij},
        account__is_active=True,
    )
    per_tafel: defaultdict[UUID, list[str]] = defaultdict(list)
    velden = ("werkwijze", "rol", "tafel", "account__naam")
    for werkwijze, rol, aan, naam in vervuld.order_by("account__naam").values_list(*velden):
        for pk in bij.get((werkwijze, rol), ()):
            if aan in (None, pk):
                per_tafel[pk].append(naam)
    return per_tafel
