"""The part of who has no rol: a note of a talk, and what they take upon themselves. Kern says who may."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils.timezone import localdate

from samenspel.casus.models import Casus
from samenspel.delen.zicht import kijker_van
from samenspel.huishouden.models import Persoon
from samenspel.kern.delen import Gesprekswaarde, Kijker, gesprekswaarde, helpt_wie, mag_op_zich_nemen
from samenspel.kern.stand import Geweigerd
from samenspel.organisatie.models import Account
from samenspel.plan.models import Actie
from samenspel.plan.services import maak_actie
from samenspel.regie.vastleggen import in_casus, leg_los_vast

__all__ = ["neem_op_zich", "vereis_gesprekswaarde"]


def vereis_gesprekswaarde(
    *, casus: Casus, betreft: Sequence[Persoon], account: Account, nu: datetime
) -> Gesprekswaarde:
    """What a talk outside any traject is worth when this account records it about these people. Raises Geweigerd."""
    kijker, dag = _kijker(casus, account, nu)
    waarde = gesprekswaarde(kijker, str(casus.pk), dag)
    if waarde is None:
        raise Geweigerd("Contact vastleggen kan de contactpersoon van het huishouden, of wie meehelpt.")
    if waarde is Gesprekswaarde.NOTITIE:
        _vereis_eigen_mensen(kijker, casus, betreft, dag)
    return waarde


def neem_op_zich(
    *, casus: Casus, wat: str, voor: date | None, betreft: Sequence[Persoon], account: Account, nu: datetime
) -> Actie:
    """Put into the plan what this account is going to do itself. Raises Geweigerd."""
    with in_casus(casus):
        kijker, dag = _kijker(casus, account, nu)
        if not mag_op_zich_nemen(kijker, str(casus.pk), dag):
            raise Geweigerd("Iets op u nemen kan als u meehelpt, of de contactpersoon van het huishouden bent.")
        if gesprekswaarde(kijker, str(casus.pk), dag) is Gesprekswaarde.NOTITIE:
            _vereis_eigen_mensen(kijker, casus, betreft, dag)
        actie, woorden = maak_actie(
            casus=casus, wat=wat, voor=voor, account=account, betreft=betreft, eigenaar_account=account, nu=nu
        )
        gegevens = {"actie": actie.pk, "voor": voor}
        leg_los_vast(casus=casus, soort="actie_afgesproken", gegevens=gegevens, account=account, nu=nu, woorden=woorden)
    return actie


def _kijker(casus: Casus, account: Account, nu: datetime) -> tuple[Kijker, date]:
    return kijker_van(account=account, casus=casus, nu=nu), localdate(nu)


def _vereis_eigen_mensen(kijker: Kijker, casus: Casus, betreft: Sequence[Persoon], dag: date) -> None:
    """A helper writes about whom they help only."""
    if not betreft or not {str(p.pk) for p in betreft} <= helpt_wie(kijker, str(casus.pk), dag):
        raise Geweigerd("Kies over wie het gaat, van de mensen die u helpt.")
