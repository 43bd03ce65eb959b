"""A request to erase in the demo, proposed by the one and waiting for the other who watches over privacy."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.timezone import localdate

from samenspel.casus.models import Casus
from samenspel.delen.wissen import stel_wissen_voor
from samenspel.huishouden.selectors import leden_op
from samenspel.kern.delen.wissen import Wisgrond
from samenspel.organisatie.models import Account

__all__ = ["stel_wissen_in_demo_voor"]

HUISHOUDEN, WIE = "Mevrouw Hendriks", "henk"
REDEN = "De vraag is elders geholpen. De inwoner schreef dat zij niet wil dat haar woorden hier blijven staan."


def stel_wissen_in_demo_voor(*, accounts: Mapping[str, Account], nu: datetime) -> None:
    """Propose it for the household that turned out not to need this way of working."""
    account = accounts[WIE]
    casus = Casus.objects.get(gemeente=account.gemeente_id, huishouden__naam=HUISHOUDEN)
    persoon = leden_op(casus.huishouden, localdate(nu))[0]
    stel_wissen_voor(casus=casus, persoon=persoon, grond=Wisgrond.NIET_MEER_NODIG, reden=REDEN, account=account, nu=nu)
