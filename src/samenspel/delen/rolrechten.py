"""Rights that follow from the rollen of a definition: given in a traject, or held for a team."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from samenspel.casus.models import Casus, Casusrol, Traject
from samenspel.delen.definities import definitie
from samenspel.delen.perioden import loopt
from samenspel.delen.tafelrechten import rond_overleg
from samenspel.delen.trajectmomenten import momenten
from samenspel.kern.delen import Kijkrecht, Rolzicht
from samenspel.kern.delen.rollen import kijkt_per_casus, kijkt_per_team
from samenspel.kern.werkwijze.model import Houder
from samenspel.organisatie.models import Account, Rolvervulling
from samenspel.overleg.models import Agendapunt

__all__ = ["casusrolrechten", "teamrechten"]


def casusrolrechten(account: Account, casus: Casus | None, dag: date) -> Iterator[Kijkrecht]:
    """What the rollen give that this account was given in trajecten; they look around their meetings too."""
    gegeven = Casusrol.objects.filter(loopt(dag), gemeente=account.gemeente_id, account=account)
    if casus is not None:
        gegeven = gegeven.filter(casus=casus)
    trajecten: dict[str, list[UUID]] = defaultdict(list)
    rijen = gegeven.values_list("rol", "casus", "traject", "traject__open", "traject__versie__hash")
    for code, casus_id, traject_id, open, hash in rijen:
        rol = definitie(hash).rollen.get(code)
        if rol is None or rol.houder is Houder.INWONER:
            continue
        trajecten[code].append(traject_id)
        if kijkt_per_casus(rol, open=open):
            yield Rolzicht(casus=str(casus_id), traject=str(traject_id), soorten=frozenset(rol.ziet))
    for code, ids in trajecten.items():
        yield from rond_overleg(_punten(account).filter(traject__in=ids), code)


def teamrechten(account: Account, casus: Casus | None, dag: date) -> Iterator[Kijkrecht]:
    """What the rollen give that this account holds for a team, in the open trajecten of that team's households."""
    vervuld = Rolvervulling.objects.filter(
        loopt(dag), gemeente=account.gemeente_id, account=account, tafel__isnull=True
    )
    for vervulling in vervuld:
        trajecten = _trajecten_van_team(vervulling, casus)
        yield from _als_het_de_rol_aangaat(trajecten, vervulling)
        yield from rond_overleg(_punten(account).filter(traject__in=trajecten), vervulling.rol, houder=Houder.PER_TEAM)


def _trajecten_van_team(vervulling: Rolvervulling, casus: Casus | None) -> QuerySet[Traject]:
    trajecten = Traject.objects.filter(gemeente=vervulling.gemeente_id, open=True, versie__slug=vervulling.werkwijze)
    if vervulling.team_id is not None:
        trajecten = trajecten.filter(casus__huishouden__team=vervulling.team_id)
    return trajecten if casus is None else trajecten.filter(casus=casus)


def _als_het_de_rol_aangaat(trajecten: QuerySet[Traject], vervulling: Rolvervulling) -> Iterator[Rolzicht]:
    for plek in momenten(trajecten, vervulling.account):
        gelezen = definitie(plek.hash)
        rol = gelezen.rollen.get(vervulling.rol)
        if rol is not None and kijkt_per_team(rol, gelezen.werk[rol.rol], plek.moment):
            yield Rolzicht(casus=plek.casus, traject=plek.traject, soorten=frozenset(rol.ziet))


def _punten(account: Account) -> QuerySet[Agendapunt]:
    return Agendapunt.objects.filter(gemeente=account.gemeente_id)
