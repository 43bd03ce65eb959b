"""Rights that follow from the rollen of a definition: given in a traject, or held for a team."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import product
from uuid import UUID

from django.db.models import QuerySet

from samenspel.casus.models import Casus, Casusrol, Traject
from samenspel.delen.definities import definitie
from samenspel.delen.perioden import loopt
from samenspel.delen.tafelrechten import rond_overleg, rond_welke
from samenspel.delen.trajectmomenten import Trajectmoment, momenten, opgesomd
from samenspel.delen.vervuld import Vervuld
from samenspel.kern.delen import Kijkrecht, Rolzicht
from samenspel.kern.delen.rollen import kijkt_per_casus, kijkt_per_team
from samenspel.kern.werkwijze.model import Houder
from samenspel.organisatie.models import Account
from samenspel.overleg.models import Agendapunt

__all__ = ["casusrolrechten", "teamrechten"]


def casusrolrechten(account: Account, casus: Casus | None, dag: date) -> Iterator[Kijkrecht]:
    """What the rollen give that this account was given in trajecten; they look around their meetings too."""
    gegeven = Casusrol.objects.filter(loopt(dag), gemeente=account.gemeente_id, account=account)
    if casus is not None:
        gegeven = gegeven.filter(casus=casus)
    trajecten: dict[str, list[UUID]] = defaultdict(list)
    # Most rollen look around no meeting: then the agenda isn't read.
    rijen = gegeven.values_list("rol", "casus", "traject", "traject__open", "traject__versie__hash")
    for code, casus_id, traject_id, open, hash in rijen:
        rol = definitie(hash).rollen.get(code)
        if rol is None or rol.houder is Houder.INWONER:
            continue
        if rond_welke(hash, code):
            trajecten[code].append(traject_id)
        if kijkt_per_casus(rol, open=open):
            yield Rolzicht(casus=str(casus_id), traject=str(traject_id), soorten=frozenset(rol.ziet))
    for code, ids in trajecten.items():
        yield from rond_overleg(_punten(account).filter(traject__in=ids), code)


def teamrechten(account: Account, casus: Casus | None, vervuld: Iterable[Vervuld]) -> Iterator[Kijkrecht]:
    """What the rollen give that this account holds for a team, in the open trajecten of that team's households."""
    for werkwijze, rollen, teams in _per_rollen(vervuld):
        trajecten = Traject.objects.filter(gemeente=account.gemeente_id, open=True, versie__slug=werkwijze)
        if None not in teams:
            trajecten = trajecten.filter(casus__huishouden__team__in=teams)
        if casus is not None:
            trajecten = trajecten.filter(casus=casus)
        plekken = list(momenten(trajecten, account, rollen))
        yield from _als_het_de_rol_aangaat(plekken, rollen)
        punten = _punten(account).filter(traject__in=opgesomd(trajecten, [UUID(p.traject) for p in plekken]))
        hashes = {plek.hash for plek in plekken}
        for rol in rollen:
            if any(rond_welke(hash, rol, Houder.PER_TEAM) for hash in hashes):
                yield from rond_overleg(punten, rol, houder=Houder.PER_TEAM)


def _per_rollen(vervuld: Iterable[Vervuld]) -> Iterator[tuple[str, tuple[str, ...], list[UUID | None]]]:
    """The teams for which the same rollen of a werkwijze are held, None: all of them; who has two, has one question."""
    rollen_van: defaultdict[tuple[str, UUID | None], list[str]] = defaultdict(list)
    for eigen in vervuld:
        if eigen.tafel is None:
            rollen_van[eigen.werkwijze, eigen.team].append(eigen.rol)
    teams: defaultdict[tuple[str, tuple[str, ...], bool], list[UUID | None]] = defaultdict(list)
    for (werkwijze, team), rollen in rollen_van.items():
        teams[werkwijze, tuple(sorted(rollen)), team is None].append(team)
    for (werkwijze, alle, _), van in teams.items():
        yield werkwijze, alle, van


def _als_het_de_rol_aangaat(plekken: Sequence[Trajectmoment], rollen: Iterable[str]) -> Iterator[Rolzicht]:
    for code, plek in product(rollen, plekken):
        gelezen = definitie(plek.hash)
        rol = gelezen.rollen.get(code)
        if rol is not None and kijkt_per_team(rol, gelezen.werk[rol.rol], plek.moment):
            yield Rolzicht(casus=plek.casus, traject=plek.traject, soorten=frozenset(rol.ziet))


def _punten(account: Account) -> QuerySet[Agendapunt]:
    return Agendapunt.objects.filter(gemeente=account.gemeente_id)
