"""Rights around meetings: of members near their day, of a chair from the moment a traject comes to the table."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from samenspel.casus.models import Casus, Traject, WerkwijzeVersie
from samenspel.delen.definities import Definitie, definitie
from samenspel.delen.perioden import dag_van
from samenspel.delen.vervuld import Vervuld, VervuldeTafel
from samenspel.kern.delen import Kijkrecht, Rolzicht, Tafelzicht
from samenspel.kern.delen.rollen import kijkt_per_tafel, kijkt_rond_overleg, venster
from samenspel.kern.delen.tafels import Gebied, Tafelplek, gebied, overleggen_met
from samenspel.kern.werkwijze.model import Houder, Overleg, Rol
from samenspel.organisatie.models import Account
from samenspel.overleg.models import Agendapunt, Genodigde, Tafel

__all__ = ["rond_overleg", "rond_welke", "tafelrechten"]


class _Staand(NamedTuple):
    """A traject that stands on the agenda of a table."""

    casus: UUID
    traject: UUID
    open: bool
    hash: str
    overleg: str
    op: datetime


def rond_overleg(punten: QuerySet[Agendapunt], code: str, *, houder: Houder | None = None) -> Iterator[Tafelzicht]:
    """What a rol sees around each of these meetings; `houder`: only when the definition says it is held so."""
    return _rond(_staande(punten), code, houder)


@lru_cache(maxsize=1024)
def rond_welke(hash: str, code: str, houder: Houder | None = None) -> Mapping[str, Overleg]:
    """The meetings of this definition around which a rol looks, by their code; `houder` as in `rond_overleg`."""
    gelezen = definitie(hash)
    rol = gelezen.rollen.get(code)
    if rol is None or houder not in (None, rol.houder):
        return {}
    return {overleg: wat for overleg, wat in gelezen.overleggen.items() if kijkt_rond_overleg(rol, wat)}


def _staande(punten: QuerySet[Agendapunt]) -> list[_Staand]:
    velden = ("traject__casus", "traject", "traject__open", "traject__versie__hash", "tafel__overleg", "op")
    return [_Staand(*rij) for rij in op_de_agenda(punten).values_list(*velden)]


def _rond(punten: Iterable[_Staand], code: str, houder: Houder | None) -> Iterator[Tafelzicht]:
    for punt in punten:
        overleg = rond_welke(punt.hash, code, houder).get(punt.overleg)
        if overleg is not None:
            van, tot = venster(overleg, dag_van(punt.op))
            soorten = frozenset(definitie(punt.hash).rollen[code].ziet)
            yield Tafelzicht(casus=str(punt.casus), traject=str(punt.traject), soorten=soorten, van=van, tot=tot)


def op_de_agenda(punten: QuerySet[Agendapunt]) -> QuerySet[Agendapunt]:
    """Those that give a right: who was taken off the agenda is nobody's at the table any more."""
    return punten.filter(item__ingetrokken_op__isnull=True, van_agenda_op__isnull=True)


def tafelrechten(account: Account, casus: Casus | None, vervuld: Iterable[Vervuld]) -> Iterator[Kijkrecht]:
    """What the rollen give that this account holds at tables."""
    per_rol: defaultdict[tuple[str, str], list[VervuldeTafel]] = defaultdict(list)
    for eigen in vervuld:
        if eigen.tafel is not None and eigen.tafel.werkwijze == eigen.werkwijze:
            per_rol[eigen.werkwijze, eigen.rol].append(eigen.tafel)
    for (werkwijze, rol), tafels in per_rol.items():
        trajecten = Traject.objects.filter(gemeente=account.gemeente_id, versie__slug=werkwijze)
        punten = Agendapunt.objects.filter(
            tafel__in=[t.tafel for t in tafels], traject__gemeente=account.gemeente_id, traject__versie__slug=werkwijze
        )
        if casus is not None:
            trajecten, punten = trajecten.filter(casus=casus), punten.filter(traject__casus=casus)
        staand = _staande(punten)
        yield from _rond(staand, rol, Houder.PER_OVERLEG)
        yield from _voorgelegd(staand, rol)
        yield from _aan_de_beurt(trajecten, tafels, rol)
    yield from _erbij_gevraagd(account, casus)


def _erbij_gevraagd(account: Account, casus: Casus | None) -> Iterator[Tafelzicht]:
    """Who was asked to join one meeting looks along with its members, around that one only."""
    eigen = Genodigde.objects.filter(account=account, weg_op__isnull=True)
    # Asked first, since most were asked nowhere.
    genodigd = list(eigen.values_list("agendapunt", flat=True))
    if not genodigd:
        return
    gevraagd = Agendapunt.objects.filter(pk__in=genodigd, gemeente=account.gemeente_id)
    punten = gevraagd if casus is None else gevraagd.filter(traject__casus=casus)
    plekken = op_de_agenda(punten).values_list("traject__versie__hash", "tafel__overleg").distinct()
    for hash, code in plekken:
        overleg = definitie(hash).overleggen.get(code)
        if overleg is not None:
            yield from rond_overleg(punten.filter(traject__versie__hash=hash, tafel__overleg=code), overleg.leden)


def _voorgelegd(punten: Iterable[_Staand], code: str) -> Iterator[Rolzicht]:
    """Trajecten that were put on the agenda of the table: its chair is called in again when they stall."""
    for punt in {punt.traject: punt for punt in punten}.values():
        rol = definitie(punt.hash).rollen.get(code)
        if rol is not None and kijkt_per_tafel(rol, open=punt.open):
            yield _rolzicht(rol, punt.casus, punt.traject)


def _aan_de_beurt(trajecten: QuerySet[Traject], tafels: Sequence[VervuldeTafel], code: str) -> Iterator[Rolzicht]:
    """Trajecten in a fase of which one of these tables is the meeting, or that names the rol of its chair."""
    plekken, eigen = _plekken(tafels[0]), {tafel.plek for tafel in tafels}
    open_ = trajecten.filter(open=True)
    for versie, hash in _versies(open_):
        gelezen = definitie(hash)
        rol = gelezen.rollen.get(code)
        if rol is None or not kijkt_per_tafel(rol, open=True):
            continue
        hier = Q(pk__in=[])
        for overleggen, fasen in _fasen_per_overleg(rol, gelezen).items():
            hier |= Q(fase__in=fasen) & _uit(gebied(eigen, plekken, overleggen))
        for casus, traject in open_.filter(hier, versie=versie).values_list("casus", "pk"):
            yield _rolzicht(rol, casus, traject)


def _versies(trajecten: QuerySet[Traject]) -> QuerySet[WerkwijzeVersie, tuple[UUID, str]]:
    """The versions on which any of these run."""
    loopt_op = trajecten.filter(versie=OuterRef("pk"))
    return WerkwijzeVersie.objects.filter(Exists(loopt_op)).values_list("pk", "hash")


def _fasen_per_overleg(rol: Rol, gelezen: Definitie) -> dict[tuple[str, ...], list[str]]:
    """Fasen in which a table has a part by this rol, by its overleggen in order."""
    per_overleg: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for fase in gelezen.werkwijze.fasen:
        if overleggen := overleggen_met(rol.rol, fase.fase, gelezen.werkwijze):
            per_overleg[overleggen].append(fase.fase)
    return per_overleg


def _uit(gebied: Gebied) -> Q:
    hier = Q(casus__huishouden__wijk__in=gebied.wijken)
    return ~hier if gebied.behalve else hier


def _plekken(tafel: VervuldeTafel) -> set[Tafelplek]:
    """The places of all tables of the same werkwijze that still sit."""
    tafels = Tafel.objects.filter(gemeente=tafel.gemeente, werkwijze=tafel.werkwijze, tot__isnull=True)
    return {Tafelplek(overleg, _ref(wijk)) for overleg, wijk in tafels.values_list("overleg", "wijk")}


def _ref(wijk: UUID | None) -> str | None:
    return None if wijk is None else str(wijk)


def _rolzicht(rol: Rol, casus: object, traject: object) -> Rolzicht:
    return Rolzicht(casus=str(casus), traject=str(traject), soorten=frozenset(rol.ziet))
