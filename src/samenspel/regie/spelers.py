"""Who acts: which rollen an account holds for trajecten at a moment."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple, TypeAlias, TypeVar
from uuid import UUID

from django.db.models import Q
from django.utils.timezone import localdate

from samenspel.casus.models import Casus, Casusrol, Traject
from samenspel.delen.perioden import loopt
from samenspel.huishouden.models import Lidmaatschap
from samenspel.kern.delen.tafels import overleggen_met
from samenspel.kern.stand import Route
from samenspel.kern.stand.handelingen import Speler
from samenspel.kern.werkwijze.catalogus import regierollen
from samenspel.kern.werkwijze.model import Houder, Werkwijze
from samenspel.organisatie.models import Account, Rolvervulling
from samenspel.organisatie.selectors import afwezig_en_vervangen_door
from samenspel.overleg.models import Agendapunt, Tafel
from samenspel.overleg.selectors import kies_tafel_van
from samenspel.regie.routes import route


def speler_van(account: Account, traject: Traject, route: Route, nu: datetime) -> Speler:
    """The account with the rollen it holds for this traject; none in another municipality."""
    if account.gemeente_id != traject.gemeente_id:
        return Speler(str(account.pk), frozenset())
    return Speler(str(account.pk), rollen_van(account, [traject], nu)[traject.pk])


def voert_regie(account: Account, casus: Casus, nu: datetime) -> bool:
    """Whether this account carries the dossier now: its regisseur, or who stands in while that one is away."""
    return casus.regisseur_id in _namens(account, localdate(nu))


def _namens(account: Account, op: date) -> set[UUID]:
    """The account itself, and those for whom it stands in."""
    return {account.pk, *afwezig_en_vervangen_door(account, op)}


def speler_voor_begin(account: Account, casus: Casus, werkwijze: Werkwijze, nu: datetime) -> Speler:
    """The account with the rollen it holds before there is a traject: the regie, and what goes with its team."""
    return spelers_voor_begin(account, casus, [werkwijze], nu)[werkwijze.werkwijze]


def spelers_voor_begin(
    account: Account, casus: Casus, werkwijzen: Iterable[Werkwijze], nu: datetime
) -> dict[str, Speler]:
    """The same for many werkwijzen, by their code, in a fixed number of queries."""
    if account.gemeente_id != casus.gemeente_id:
        return {w.werkwijze: Speler(str(account.pk), frozenset()) for w in werkwijzen}
    regie = voert_regie(account, casus, nu)
    hier = Q(team__isnull=True) | Q(team=casus.huishouden.team_id)
    per_team = Rolvervulling.objects.filter(loopt(localdate(nu)), hier, account=account, tafel__isnull=True)
    vervuld: defaultdict[str, set[str]] = defaultdict(set)
    for code, rol in per_team.values_list("werkwijze", "rol"):
        vervuld[code].add(rol)
    return {
        w.werkwijze: Speler(
            str(account.pk), frozenset(vervuld[w.werkwijze]) | frozenset(regierollen(w) if regie else ())
        )
        for w in werkwijzen
    }


class Trajectplek(NamedTuple):
    """A traject as far as the rollen that somebody holds in it depend on it."""

    traject: UUID
    hash: str
    fase: str
    regisseur: UUID
    huishouden: UUID
    wijk: UUID | None
    team: UUID

    @property
    def werkwijze(self) -> Werkwijze:
        """The definition that the traject is pinned to."""
        return route(self.hash).werkwijze


def rollen_van(account: Account, trajecten: Sequence[Traject], nu: datetime) -> dict[UUID, frozenset[str]]:
    """Per traject of the account's own municipality the rollen it holds, in a fixed number of queries."""
    return rollen_op(account, [_plek(t) for t in trajecten], nu)


def _plek(traject: Traject) -> Trajectplek:
    casus, huishouden = traject.casus, traject.casus.huishouden
    return Trajectplek(
        traject=traject.pk,
        hash=traject.versie.hash,
        fase=traject.fase,
        regisseur=casus.regisseur_id,
        huishouden=huishouden.pk,
        wijk=huishouden.wijk_id,
        team=huishouden.team_id,
    )


def rollen_op(account: Account, plekken: Sequence[Trajectplek], nu: datetime) -> dict[UUID, frozenset[str]]:
    """The same, of trajecten of which a list read no more than that."""
    op = localdate(nu)
    in_casus = _in_casus(account, plekken, op)
    vervuld = _Vervuld(account, plekken, op)
    woont_in = _woont_in(account, op)
    voor = _namens(account, op)
    return {
        p.traject: _regie(voor, p) | _inwoner(p, woont_in) | frozenset(in_casus[p.traject]) | vervuld.rollen(p)
        for p in plekken
    }


def _regie(voor: set[UUID], plek: Trajectplek) -> frozenset[str]:
    """`voor`: the account itself, and those for whom it stands in."""
    return frozenset(regierollen(plek.werkwijze)) if plek.regisseur in voor else frozenset()


def _inwoner(plek: Trajectplek, woont_in: frozenset[UUID]) -> frozenset[str]:
    if plek.huishouden not in woont_in:
        return frozenset()
    return frozenset(r.rol for r in plek.werkwijze.rollen if r.houder is Houder.INWONER)


def _woont_in(account: Account, op: date) -> frozenset[UUID]:
    if account.persoon is None:
        return frozenset()
    leden = Lidmaatschap.objects.filter(loopt(op), persoon=account.persoon)
    return frozenset(leden.values_list("huishouden_id", flat=True))


def _in_casus(account: Account, plekken: Sequence[Trajectplek], op: date) -> defaultdict[UUID, set[str]]:
    # Of an account there are fewer than of the trajecten that a chair has.
    eigen = Casusrol.objects.filter(loopt(op), account=account)
    eigen = eigen.filter(traject=plekken[0].traject) if len(plekken) == 1 else eigen
    rollen: defaultdict[UUID, set[str]] = defaultdict(set)
    for traject, rol in eigen.values_list("traject", "rol"):
        rollen[traject].add(rol)
    return rollen


_T = TypeVar("_T")
_PerRol: TypeAlias = defaultdict[str, defaultdict[str, set[_T]]]
"""Per werkwijze and rol where it is held."""


class _Vervuld:
    """Rollen that go with a team or a table, looked up once for many trajecten."""

    def __init__(self, account: Account, plekken: Sequence[Trajectplek], op: date) -> None:
        self.per_team: _PerRol[UUID | None] = defaultdict(lambda: defaultdict(set))
        self.per_tafel: _PerRol[UUID] = defaultdict(lambda: defaultdict(set))
        vervuld = Rolvervulling.objects.filter(loopt(op), account=account)
        for werkwijze, rol, tafel, team in vervuld.values_list("werkwijze", "rol", "tafel", "team"):
            if tafel is not None:
                self.per_tafel[werkwijze][rol].add(tafel)
            else:
                self.per_team[werkwijze][rol].add(team)
        self.aan_tafel: defaultdict[UUID, set[UUID]] = defaultdict(set)
        self.tafels: list[Tafel] = []
        self.gekozen: dict[tuple[str, str, str, UUID | None], UUID | None] = {}
        if self.per_tafel:
            self._zet_tafels(account, plekken)

    def _zet_tafels(self, account: Account, plekken: Sequence[Trajectplek]) -> None:
        """The tables of these werkwijzen that can sit there, and what was on the agenda of one's own."""
        hier = Q(wijk__isnull=True) | Q(wijk__in={p.wijk for p in plekken})
        tafels = Tafel.objects.filter(hier, gemeente_id=account.gemeente_id, tot__isnull=True)
        self.tafels = list(tafels.filter(werkwijze__in=list(self.per_tafel)))
        eigen = {tafel for per_rol in self.per_tafel.values() for tafels in per_rol.values() for tafel in tafels}
        punten = Agendapunt.objects.filter(tafel__in=eigen, van_agenda_op__isnull=True)
        punten = punten.filter(traject=plekken[0].traject) if len(plekken) == 1 else punten
        for traject, tafel in punten.values_list("traject", "tafel").distinct():
            self.aan_tafel[traject].add(tafel)

    def rollen(self, plek: Trajectplek) -> frozenset[str]:
        werkwijze = plek.werkwijze
        van_team = {rol for rol, teams in self.per_team[werkwijze.werkwijze].items() if teams & {None, plek.team}}
        per_tafel = self.per_tafel[werkwijze.werkwijze].items()
        return frozenset(van_team) | {rol for rol, eigen in per_tafel if self._aan_tafel(rol, eigen, plek)}

    def _aan_tafel(self, rol: str, eigen: set[UUID], plek: Trajectplek) -> bool:
        """It was on the agenda of one of these tables, or one of them has a part in the fase by this rol."""
        if eigen & self.aan_tafel[plek.traject]:
            return True
        sleutel = (plek.hash, rol, plek.fase, plek.wijk)
        if sleutel not in self.gekozen:
            met = overleggen_met(rol, plek.fase, plek.werkwijze)
            gekozen = kies_tafel_van(self.tafels, wijk=plek.wijk, werkwijze=plek.werkwijze, overleggen=met)
            self.gekozen[sleutel] = gekozen[1].pk if gekozen is not None else None
        return self.gekozen[sleutel] in eigen
