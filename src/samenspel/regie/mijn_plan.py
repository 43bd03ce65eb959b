"""What a resident does in their own plan: doing and ticking off."""

from datetime import date, datetime

from django.utils.timezone import localdate

from samenspel.casus.models import Casus
from samenspel.delen.services import laatste_woorden
from samenspel.huishouden.models import Persoon
from samenspel.kern.stand import Geweigerd
from samenspel.kern.stand.handelingen import RondAfspraakAf
from samenspel.organisatie.models import Account
from samenspel.plan.models import Actie
from samenspel.plan.services import maak_actie, rond_actie_af
from samenspel.regie.correcties import heropen
from samenspel.regie.opdracht import Opdracht
from samenspel.regie.uitvoeren import voer_uit
from samenspel.regie.vastleggen import in_casus, leg_los_vast

__all__ = ["vink_af", "vink_weer_aan", "voeg_eigen_actie_toe"]


def voeg_eigen_actie_toe(
    *, casus: Casus, persoon: Persoon, wat: str, voor: date | None, account: Account, nu: datetime
) -> Actie:
    """Something that a resident is going to do."""
    with in_casus(casus):
        actie, woorden = maak_actie(
            casus=casus, wat=wat, voor=voor, account=account, betreft=[persoon], eigenaar_persoon=persoon, nu=nu
        )
        gegevens = {"actie": actie.pk, "voor": voor}
        leg_los_vast(casus=casus, soort="actie_afgesproken", gegevens=gegevens, account=account, nu=nu, woorden=woorden)
    return actie


def vink_af(*, actie: Actie, account: Account, nu: datetime) -> None:
    """Tick off what one does oneself; ticking off what is done does nothing. Raises Geweigerd."""
    _vereis_eigen(actie, account)
    casus = actie.item.casus
    with in_casus(casus):
        actie.refresh_from_db()
        if actie.gedaan_op is not None:
            return
        if actie.traject is not None:
            opdracht = Opdracht(RondAfspraakAf(str(actie.pk)))
            voer_uit(traject=actie.traject, account=account, opdrachten=[opdracht], nu=nu)
            return
        rond_actie_af(actie=actie, op=localdate(nu))
        gegevens, woorden = {"actie": actie.pk}, laatste_woorden(actie.item)
        leg_los_vast(casus=casus, soort="actie_afgerond", gegevens=gegevens, account=account, nu=nu, woorden=woorden)


def vink_weer_aan(*, actie: Actie, account: Account, nu: datetime) -> None:
    """What one ticked off isn't done after all; the history keeps both. Raises Geweigerd."""
    _vereis_eigen(actie, account)
    actie.refresh_from_db(fields=["gedaan_op", "voor"])
    if actie.gedaan_op is not None:
        heropen(actie=actie, voor=actie.voor, account=account, nu=nu)


def _vereis_eigen(actie: Actie, account: Account) -> None:
    if actie.persoon_id is None or actie.persoon_id != account.persoon_id:
        raise Geweigerd("Dit doet iemand anders. Alleen wie het doet, vinkt het af.")
