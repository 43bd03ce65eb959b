"""What is put to use for the plan: written by the regisseur, with a line of history each time."""

from collections.abc import Mapping
from datetime import date, datetime

from samenspel.casus.keten import Feit
from samenspel.kern.stand import Geweigerd
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.models import Account
from samenspel.plan import voorzieningen
from samenspel.plan.models import Voorziening
from samenspel.plan.voorzieningen import Voorzieninggegevens
from samenspel.regie.plannen import weigering_plan
from samenspel.regie.rijen import Formulierrij

__all__ = ["VOORZIENING", "beeindig_voorziening", "voeg_voorziening_toe"]


def _feiten(rij: Voorziening) -> Mapping[str, Feit]:
    feiten: dict[str, Feit] = {"voorziening": str(rij.pk), "toegang": rij.toegang}
    if rij.kosten is not None:
        feiten |= {"kosten": rij.kosten, "per": rij.per}
    dagen = {"van": rij.van, "tot": rij.tot, "beeindigd_op": rij.beeindigd_op}
    return feiten | {naam: dag.isoformat() for naam, dag in dagen.items() if dag is not None}


VOORZIENING: Formulierrij[Voorziening, Voorzieninggegevens] = Formulierrij(
    model=Voorziening,
    soort=Gegevenssoort.PLAN,
    weigering=weigering_plan,
    feiten=_feiten,
    toegevoegd="voorziening_toegevoegd",
    gewijzigd="voorziening_gewijzigd",
    blijft=lambda sleutel: sleutel == "waarom",
)
voeg_voorziening_toe = VOORZIENING.voeg_toe


def beeindig_voorziening(
    *, voorziening: Voorziening, op: date, waarom: str, account: Account, versie: int, nu: datetime
) -> None:
    """It ended, and why. Raises Geweigerd or Versieconflict."""
    with VOORZIENING.op_rij(voorziening, account, nu):
        voorziening.refresh_from_db(fields=["beeindigd_op"])
        if voorziening.beeindigd_op is not None:
            raise Geweigerd("Deze voorziening is al beëindigd.")
        geschreven = voorzieningen.beeindig_voorziening(
            voorziening=voorziening, op=op, waarom=waarom, account=account, versie=versie, nu=nu
        )
        VOORZIENING.leg_vast("voorziening_beeindigd", voorziening, account, nu, geschreven)
