"""What is put to use for the plan: written by the regisseur, with a line of history each time."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from samenspel.casus.keten import Feit
from samenspel.casus.models import Casus
from samenspel.delen.models import Woorden
from samenspel.huishouden.models import Persoon
from samenspel.kern.stand import Geweigerd
from samenspel.organisatie.models import Account
from samenspel.plan import voorzieningen
from samenspel.plan.models import Voorziening
from samenspel.plan.voorzieningen import Voorzieninggegevens
from samenspel.regie.plannen import weigering_plan
from samenspel.regie.vastleggen import in_casus, leg_los_vast

__all__ = ["beeindig_voorziening", "voeg_voorziening_toe", "wijzig_voorziening"]


def voeg_voorziening_toe(
    *,
    casus: Casus,
    gegevens: Voorzieninggegevens,
    woorden: Mapping[str, str],
    betreft: Iterable[Persoon],
    account: Account,
    nu: datetime,
) -> Voorziening:
    """Something to put to use for the plan. Raises Geweigerd."""
    with in_casus(casus):
        _vereis(casus, account, nu)
        rij, geschreven = voorzieningen.maak_voorziening(
            casus=casus, gegevens=gegevens, woorden=woorden, betreft=betreft, account=account, nu=nu
        )
        _leg_vast("voorziening_toegevoegd", casus, rij, account, nu, geschreven)
    return rij


def wijzig_voorziening(
    *,
    voorziening: Voorziening,
    gegevens: Voorzieninggegevens,
    woorden: Mapping[str, str],
    betreft: Iterable[Persoon],
    account: Account,
    versie: int,
    nu: datetime,
) -> None:
    """What is known of it now. Raises Geweigerd or Versieconflict."""
    casus = voorziening.item.casus
    with in_casus(casus):
        _vereis(casus, account, nu)
        geschreven = voorzieningen.wijzig_voorziening(
            voorziening=voorziening,
            gegevens=gegevens,
            woorden=woorden,
            betreft=betreft,
            account=account,
            versie=versie,
            nu=nu,
        )
        _leg_vast("voorziening_gewijzigd", casus, voorziening, account, nu, geschreven)


def beeindig_voorziening(
    *, voorziening: Voorziening, op: date, waarom: str, account: Account, versie: int, nu: datetime
) -> None:
    """It ended, and why. Raises Geweigerd or Versieconflict."""
    casus = voorziening.item.casus
    with in_casus(casus):
        _vereis(casus, account, nu)
        voorziening.refresh_from_db(fields=["beeindigd_op"])
        if voorziening.beeindigd_op is not None:
            raise Geweigerd("Deze voorziening is al beëindigd.")
        geschreven = voorzieningen.beeindig_voorziening(
            voorziening=voorziening, op=op, waarom=waarom, account=account, versie=versie, nu=nu
        )
        _leg_vast("voorziening_beeindigd", casus, voorziening, account, nu, geschreven)


def _vereis(casus: Casus, account: Account, nu: datetime) -> None:
    nee = weigering_plan(casus, account, nu)
    if nee is not None:
        raise nee


def _leg_vast(soort: str, casus: Casus, rij: Voorziening, account: Account, nu: datetime, woorden: Woorden) -> None:
    gegevens: dict[str, Feit] = {"voorziening": str(rij.pk), "toegang": rij.toegang}
    if rij.kosten is not None:
        gegevens |= {"kosten": rij.kosten, "per": rij.per}
    for naam, dag in (("van", rij.van), ("tot", rij.tot), ("beeindigd_op", rij.beeindigd_op)):
        if dag is not None:
            gegevens[naam] = dag.isoformat()
    leg_los_vast(casus=casus, soort=soort, gegevens=gegevens, account=account, nu=nu, woorden=woorden)
