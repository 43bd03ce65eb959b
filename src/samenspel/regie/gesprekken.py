"""A talk outside any traject: kept in the dossier, and no fact of any route. A helper's is a note, without outcome."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from samenspel.casus.models import Casus
from samenspel.casus.services import leg_gebeurtenis_vast, vergrendel
from samenspel.casus.trajecten import leg_contact_vast
from samenspel.huishouden.models import Persoon
from samenspel.kern.delen import Gesprekswaarde
from samenspel.kern.stand import Geweigerd
from samenspel.kern.stand.contacten import Gesprekspartner, weigering_contact
from samenspel.organisatie.models import Account
from samenspel.regie.casusbreed import rond_af
from samenspel.regie.correctieschrijvers import is_beschreven
from samenspel.regie.eigen_deel import vereis_gesprekswaarde
from samenspel.regie.opdracht import Verband


def leg_gesprek_vast(
    *,
    casus: Casus,
    uitkomst: str,
    terugbellen_op: date | None,
    verband: Verband,
    woorden: Mapping[str, str],
    betreft: Sequence[Persoon],
    account: Account,
    gebeurd_op: datetime,
    nu: datetime,
    partner: Gesprekspartner = Gesprekspartner.BUITEN,
) -> None:
    """Store a talk or call outside any traject. Raises Geweigerd."""
    with transaction.atomic():
        vergrendel(casus)
        waarde = vereis_gesprekswaarde(casus=casus, betreft=betreft, account=account, nu=nu)
        if waarde is Gesprekswaarde.NOTITIE and (uitkomst or terugbellen_op):
            raise Geweigerd("Hoe het afliep legt iemand met een rol in het traject vast. Schrijf op wat er gezegd is.")
        nee = weigering_contact(uitkomst, beschreven=is_beschreven(woorden))
        if waarde is Gesprekswaarde.GESPREK and nee:
            raise Geweigerd(nee)
        geschreven = leg_contact_vast(
            casus=casus,
            traject=None,
            partner=partner,
            uitkomst=uitkomst,
            op=gebeurd_op,
            terugbellen_op=terugbellen_op,
            contactpersoon=verband.contactpersoon,
            persoon=verband.persoon,
            account=account,
            betreft=betreft,
            woorden={k: v for k, v in woorden.items() if v},
            nu=nu,
        )
        leg_gebeurtenis_vast(
            casus=casus,
            soort="gesprek_vastgelegd",
            gegevens={"uitkomst": uitkomst, "terugbellen_op": terugbellen_op, "partner": partner.value},
            account=account,
            gebeurd_op=gebeurd_op,
            nu=nu,
            woorden=geschreven,
        )
        rond_af(casus, nu)
