"""Who stands around a household: written by the regisseur, with a line of history each time."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from samenspel.casus.models import Casus
from samenspel.delen.models import Woorden
from samenspel.huishouden.models import Persoon
from samenspel.kern.stand import Geweigerd
from samenspel.netwerk import services
from samenspel.netwerk.models import Netwerklid
from samenspel.netwerk.services import Band
from samenspel.organisatie.models import Account
from samenspel.regie.spelers import voert_regie
from samenspel.regie.vastleggen import in_casus, leg_los_vast

__all__ = ["voeg_netwerklid_toe", "wijzig_netwerklid"]


def voeg_netwerklid_toe(
    *, casus: Casus, band: Band, woorden: Mapping[str, str], betreft: Iterable[Persoon], account: Account, nu: datetime
) -> Netwerklid:
    """Somebody who stands around these people. Raises Geweigerd."""
    with in_casus(casus):
        _vereis(casus, account, nu)
        lid, geschreven = services.maak_netwerklid(
            casus=casus, band=band, woorden=woorden, betreft=betreft, account=account, nu=nu
        )
        _leg_vast("netwerklid_toegevoegd", casus, lid, account, nu, geschreven)
    return lid


def wijzig_netwerklid(
    *,
    lid: Netwerklid,
    band: Band,
    woorden: Mapping[str, str],
    betreft: Iterable[Persoon],
    account: Account,
    versie: int,
    nu: datetime,
) -> None:
    """What is known of them now. Raises Geweigerd or Versieconflict."""
    casus = lid.item.casus
    with in_casus(casus):
        _vereis(casus, account, nu)
        geschreven = services.wijzig_netwerklid(
            lid=lid, band=band, woorden=woorden, betreft=betreft, account=account, versie=versie, nu=nu
        )
        _leg_vast("netwerklid_gewijzigd", casus, lid, account, nu, geschreven)


def _vereis(casus: Casus, account: Account, nu: datetime) -> None:
    if not voert_regie(account, casus, nu):
        raise Geweigerd("Het netwerk wijzigen kan alleen de contactpersoon van het huishouden.")


def _leg_vast(soort: str, casus: Casus, lid: Netwerklid, account: Account, nu: datetime, woorden: Woorden) -> None:
    leg_los_vast(
        casus=casus,
        soort=soort,
        gegevens={
            "netwerklid": str(lid.pk),
            "soort": lid.soort,
            "band": lid.band,
            "sterkte": lid.sterkte,
            "meedoen": lid.meedoen,
        },
        account=account,
        nu=nu,
        woorden=woorden,
    )
