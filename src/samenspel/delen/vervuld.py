"""The rollen that an account holds for teams and at tables: read once, whatever rights follow from them."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from samenspel.delen.perioden import loopt
from samenspel.kern.delen.tafels import Tafelplek
from samenspel.organisatie.models import Account, Rolvervulling

__all__ = ["Vervuld", "VervuldeTafel", "vervuld_door"]


class VervuldeTafel(NamedTuple):
    """A table at which a rol is held."""

    tafel: UUID
    gemeente: UUID
    werkwijze: str
    plek: Tafelplek


class Vervuld(NamedTuple):
    """A rol that is held now: at a table, or for a team; without either, for every team."""

    werkwijze: str
    rol: str
    team: UUID | None
    tafel: VervuldeTafel | None


def vervuld_door(account: Account, dag: date) -> list[Vervuld]:
    """What this account holds on this day in its municipality."""
    rijen = Rolvervulling.objects.filter(loopt(dag), gemeente=account.gemeente_id, account=account)
    van_tafel = ("tafel", "tafel__gemeente", "tafel__werkwijze", "tafel__overleg", "tafel__wijk")
    return [
        Vervuld(werkwijze, rol, team, _tafel(*tafel))
        for werkwijze, rol, team, *tafel in rijen.values_list("werkwijze", "rol", "team", *van_tafel)
    ]


def _tafel(tafel: UUID | None, gemeente: UUID, werkwijze: str, overleg: str, wijk: UUID | None) -> VervuldeTafel | None:
    if tafel is None:
        return None
    return VervuldeTafel(tafel, gemeente, werkwijze, Tafelplek(overleg, None if wijk is None else str(wijk)))
