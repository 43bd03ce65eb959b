"""Rights around meetings: of members near their day, of a chair from the moment a traject comes to the table."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from samenspel.casus.models import Casus, Traject, WerkwijzeVersie
from samenspel.delen.definities import Definitie, definitie
from samenspel.delen.perioden import dag_van, loopt
from samenspel.kern.delen import Kijkrecht, Rolzicht, Tafelzicht
from samenspel.kern.delen.rollen import kijkt_per_tafel, kijkt_rond_overleg, venster
from samenspel.kern.delen.tafels import Gebied, Tafelplek, gebied, overleggen_met
from samenspel.kern.werkwijze.model import Houder, Rol
from samenspel.organisatie.models import Account, Rolvervulling
from samenspel.overleg.models import Agendapunt, Genodigde, Tafel

__all__ = ["rond_overleg", "tafelrechten"]


def rond_overleg(punten: QuerySet[Agendapunt], code: str, *, houder: Houder | None = None) -> Iterator[Tafelzicht]:
    """What a rol sees around each of these meetings; `houder`: only when the definition says it is held so."""
    staand = op_de_agenda(punten)
    rijen = staand.values_list("traject__casus", "traject", "traject__versie__hash", "tafel__overleg", "op")
    for casus, traject, hash, overlegcode, op in rijen:
        rol, overleg = definitie(hash).rollen.get(code), definitie(hash).overleggen.get(overlegcode)
        if rol is None or overleg is None or houder not in (None, rol.houder):
            continue
        if kijkt_rond_overleg(rol, overleg):
            van, tot = venster(overleg, dag_van(op))
            soorten = frozenset(rol.ziet)
            yield Tafelzicht(casus=str(casus), traject=str(traject), soorten=soorten, van=van, tot=tot)


def op_de_agenda(punten: QuerySet[Agendapunt]) -> QuerySet[Agendapunt]:
    """Those that give a right: who was taken off the agenda is nobody's at the table any more."""
    return punten.filter(item__ingetrokken_op__isnull=True, van_agenda_op__isnull=True)


def tafelrechten(account: Account, casus: Casus | None, dag: date) -> Iterator[Kijkrecht]:
    """What the rollen give that this account holds at tables."""
    vervuld = Rolvervulling.objects.filter(
        loopt(dag), gemeente=account.gemeente_id, account=account, tafel__werkwijze=F("werkwijze")
    )
    per_rol: defaultdict[tuple[str, str], list[Tafel]] = defaultdict(list)
    for vervulling in vervuld.select_related("tafel"):
        if vervulling.tafel is not None:
            per_rol[vervulling.werkwijze, vervulling.rol].append(vervulling.tafel)
    for (werkwijze, rol), tafels in per_rol.items():
        trajecten = Traject.objects.filter(gemeente=account.gemeente_id, versie__slug=werkwijze)
        punten = Agendapunt.objects.filter(
            tafel__in=tafels, traject__gemeente=account.gemeente_id, traject__versie__slug=werkwijze
        )
        if casus is not None:
            trajecten, punten = trajecten.filter(casus=casus), punten.filter(traject__casus=casus)
        yield from rond_overleg(punten, rol, houder=Houder.PER_OVERLEG)
        yield from _voorgelegd(punten, rol)
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


def _voorgelegd(punten: QuerySet[Agendapunt], code: str) -> Iterator[Rolzicht]:
    """Trajecten that were put on the agenda of the table: its chair is called in again when they stall."""
    trajecten = op_de_agenda(punten).values_list("traject__casus", "traject", "traject__open", "traject__versie__hash")
    for casus, traject, open, hash in trajecten.distinct():
        rol = definitie(hash).rollen.get(code)
        if rol is not None and kijkt_per_tafel(rol, open=open):
            yield _rolzicht(rol, casus, traject)


def _aan_de_beurt(trajecten: QuerySet[Traject], tafels: Sequence[Tafel], code: str) -> Iterator[Rolzicht]:
    """Trajecten in a fase of which one of these tables is the meeting, or that names the rol of its chair."""
    plekken, eigen = _plekken(tafels[0]), {_plek(tafel) for tafel in tafels}
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


def _plekken(tafel: Tafel) -> set[Tafelplek]:
    """The places of all tables of the same werkwijze that still sit."""
    tafels = Tafel.objects.filter(gemeente=tafel.gemeente_id, werkwijze=tafel.werkwijze, tot__isnull=True)
    return {Tafelplek(overleg, _ref(wijk)) for overleg, wijk in tafels.values_list("overleg", "wijk")}


def _plek(tafel: Tafel) -> Tafelplek:
    return Tafelplek(tafel.overleg, _ref(tafel.wijk_id))


def _ref(wijk: UUID | None) -> str | None:
    return None if wijk is None else str(wijk)


def _rolzicht(rol: Rol, casus: object, traject: object) -> Rolzicht:
    return Rolzicht(casus=str(casus), traject=str(traject), soorten=frozenset(rol.ziet))
