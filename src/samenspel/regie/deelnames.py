"""Who takes part in a goal and who doesn't: written by the regisseur, with a line of history each time."""

from collections.abc import Mapping
from datetime import datetime

from samenspel.casus.keten import Feit
from samenspel.kern.stand import Geweigerd
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.models import Account
from samenspel.plan import deelnames
from samenspel.plan.deelnames import Deelnemer, Deelstand
from samenspel.plan.models import Deelname, Doel
from samenspel.regie.plannen import weigering_plan
from samenspel.regie.rijen import Rijsoort

__all__ = ["DEELNAME", "leg_deelname_vast", "wijzig_deelname"]


def _feiten(rij: Deelname) -> Mapping[str, Feit]:
    vanaf = {"vanaf": rij.vanaf.isoformat()} if rij.vanaf is not None else {}
    return {"deelname": str(rij.pk), "doel": str(rij.doel_id), "stand": rij.stand, **vanaf}


DEELNAME: Rijsoort[Deelname] = Rijsoort(
    model=Deelname,
    soort=Gegevenssoort.PLAN,
    weigering=weigering_plan,
    feiten=_feiten,
    toegevoegd="deelname_vastgelegd",
    gewijzigd="deelname_gewijzigd",
)


def leg_deelname_vast(*, doel: Doel, wie: Deelnemer, stand: Deelstand, account: Account, nu: datetime) -> Deelname:
    """Whether somebody takes part in this goal. Raises Geweigerd."""
    with DEELNAME.onder_regie(doel.item.casus, account, nu):
        eerder = deelnames.eerdere(doel, wie)
        if eerder is not None and eerder.item.ingetrokken_op is not None:
            raise Geweigerd("Dit is eerder ingetrokken. Zet het terug onder aan het plan en werk het daar bij.")
        if eerder is not None:
            raise Geweigerd("Dit staat al bij dit doel. Werk het daar bij.")
        rij, geschreven = deelnames.maak_deelname(doel=doel, wie=wie, stand=stand, account=account, nu=nu)
        DEELNAME.leg_vast(DEELNAME.toegevoegd, rij, account, nu, geschreven)
    return rij


def wijzig_deelname(*, deelname: Deelname, stand: Deelstand, account: Account, versie: int, nu: datetime) -> None:
    """It is otherwise now. Raises Geweigerd or Versieconflict."""
    with DEELNAME.op_rij(deelname, account, nu):
        geschreven = deelnames.wijzig_deelname(deelname=deelname, stand=stand, account=account, versie=versie, nu=nu)
        DEELNAME.leg_vast(DEELNAME.gewijzigd, deelname, account, nu, geschreven)
