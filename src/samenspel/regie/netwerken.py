"""Who stands around a household: written by the regisseur, with a line of history each time."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from samenspel.casus.models import Casus
from samenspel.huishouden.models import Persoon
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.netwerk.models import Netwerklid
from samenspel.netwerk.services import Band
from samenspel.organisatie.models import Account
from samenspel.regie.rijen import Formulierrij, alleen_de_regie

__all__ = ["NETWERKLID", "voeg_netwerklid_toe"]

NETWERKLID: Formulierrij[Netwerklid, Band] = Formulierrij(
    model=Netwerklid,
    soort=Gegevenssoort.NETWERK,
    weigering=alleen_de_regie("Het netwerk wijzigen kan alleen de contactpersoon van het huishouden."),
    feiten=lambda lid: {
        "netwerklid": str(lid.pk),
        "soort": lid.soort,
        "band": lid.band,
        "sterkte": lid.sterkte,
        "meedoen": lid.meedoen,
    },
    toegevoegd="netwerklid_toegevoegd",
    gewijzigd="netwerklid_gewijzigd",
)


def voeg_netwerklid_toe(
    *, casus: Casus, band: Band, woorden: Mapping[str, str], betreft: Iterable[Persoon], account: Account, nu: datetime
) -> Netwerklid:
    """Somebody who stands around these people. Raises Geweigerd."""
    return NETWERKLID.voeg_toe(casus=casus, gegevens=band, woorden=woorden, betreft=betreft, account=account, nu=nu)
