"""Who takes part in a goal and who doesn't: written by the regisseur, with a line of history each time."""

from datetime import datetime

from samenspel.casus.keten import Feit
from samenspel.delen.models import Woorden
from samenspel.kern.stand import Geweigerd
from samenspel.organisatie.models import Account
from samenspel.plan import deelnames
from samenspel.plan.deelnames import Deelnemer, Deelstand
from samenspel.plan.models import Deelname, Doel
from samenspel.regie.plannen import weigering_plan
from samenspel.regie.vastleggen import in_casus, leg_los_vast

__all__ = ["leg_deelname_vast", "wijzig_deelname"]


def leg_deelname_vast(*, doel: Doel, wie: Deelnemer, stand: Deelstand, account: Account, nu: datetime) -> Deelname:
    """Whether somebody takes part in this goal. Raises Geweigerd."""
    with in_casus(doel.item.casus):
        _vereis(doel, account, nu)
        if deelnames.bestaat_al(doel, wie):
            raise Geweigerd("Dit staat al bij dit doel. Werk het daar bij.")
        rij, geschreven = deelnames.maak_deelname(doel=doel, wie=wie, stand=stand, account=account, nu=nu)
        _leg_vast("deelname_vastgelegd", doel, rij, account, nu, geschreven)
    return rij


def wijzig_deelname(*, deelname: Deelname, stand: Deelstand, account: Account, versie: int, nu: datetime) -> None:
    """It is otherwise now. Raises Geweigerd or Versieconflict."""
    doel = deelname.doel
    with in_casus(doel.item.casus):
        _vereis(doel, account, nu)
        geschreven = deelnames.wijzig_deelname(deelname=deelname, stand=stand, account=account, versie=versie, nu=nu)
        _leg_vast("deelname_gewijzigd", doel, deelname, account, nu, geschreven)


def _vereis(doel: Doel, account: Account, nu: datetime) -> None:
    nee = weigering_plan(doel.item.casus, account, nu)
    if nee is not None:
        raise nee


def _leg_vast(soort: str, doel: Doel, rij: Deelname, account: Account, nu: datetime, woorden: Woorden) -> None:
    gegevens: dict[str, Feit] = {"deelname": str(rij.pk), "doel": str(doel.pk), "stand": rij.stand}
    if rij.vanaf is not None:
        gegevens["vanaf"] = rij.vanaf.isoformat()
    leg_los_vast(casus=doel.item.casus, soort=soort, gegevens=gegevens, account=account, nu=nu, woorden=woorden)
