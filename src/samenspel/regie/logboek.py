"""Writing in the logboek of a casus, and putting a line right; earlier words stay."""

from collections.abc import Sequence
from datetime import date, datetime, time

from django.utils.timezone import get_default_timezone, localdate

from samenspel.casus.models import Logboekregel, Traject
from samenspel.delen.intrekken import REDEN
from samenspel.delen.services import schrijf_woorden
from samenspel.huishouden.models import Persoon
from samenspel.kern.stand import Geweigerd
from samenspel.kern.stand.contacten import weigering_bijwerken
from samenspel.kern.stand.handelingen import SchrijfLogboek, TrekRegelIn, ZetRegelTerug
from samenspel.organisatie.models import Account
from samenspel.regie.opdracht import Opdracht
from samenspel.regie.spelers import voert_regie
from samenspel.regie.uitvoeren import voer_uit
from samenspel.regie.vastleggen import in_casus, leg_los_vast

__all__ = ["schrijf_in_logboek", "trek_regel_in", "weigering_regel", "werk_regel_bij", "zet_regel_terug"]


def schrijf_in_logboek(
    *,
    traject: Traject,
    soort: str,
    op: date,
    tekst: str,
    betreft: Sequence[Persoon],
    account: Account,
    nu: datetime,
) -> None:
    """A line on a day. Raises Geweigerd."""
    toen = nu if op == localdate(nu) else datetime.combine(op, time(12), get_default_timezone())
    opdracht = Opdracht(SchrijfLogboek(soort), {"tekst": tekst}, tuple(betreft), gebeurd_op=toen)
    voer_uit(traject=traject, account=account, opdrachten=[opdracht], nu=nu)


def weigering_regel(regel: Logboekregel, account: Account, nu: datetime) -> Geweigerd | None:
    """Why this account can't put a line right or withdraw it; None where it can."""
    if regel.item.ingetrokken_op is not None:
        return Geweigerd("Deze regel is ingetrokken. Zet haar eerst terug.")
    eigen = regel.item.eigenaar_id == account.pk
    nee = weigering_bijwerken(eigen=eigen, regie=voert_regie(account, regel.item.casus, nu))
    return Geweigerd(nee) if nee else None


def werk_regel_bij(*, regel: Logboekregel, tekst: str, account: Account, versie: int, nu: datetime) -> None:
    """The words as they should have been. Raises Geweigerd or Versieconflict."""
    casus = regel.item.casus
    with in_casus(casus):
        _vereis(regel, account, nu)
        woorden = schrijf_woorden(item=regel.item, inhoud={"tekst": tekst}, auteur=account, versie=versie, nu=nu)
        gegevens = {"regel": regel.pk}
        leg_los_vast(
            casus=casus, soort="logboek_bijgewerkt", gegevens=gegevens, account=account, nu=nu, woorden=woorden
        )


def trek_regel_in(*, regel: Logboekregel, reden: str, account: Account, versie: int, nu: datetime) -> None:
    """From now on it counts no more, and only the regisseur sees it. Raises Geweigerd or Versieconflict."""
    with in_casus(regel.item.casus):
        _vereis(regel, account, nu)
        opdracht = Opdracht(TrekRegelIn(str(regel.pk)), {REDEN: reden}, versie=versie)
        voer_uit(traject=regel.traject, account=account, opdrachten=[opdracht], nu=nu)


def zet_regel_terug(*, regel: Logboekregel, account: Account, nu: datetime) -> None:
    """A line that was withdrawn counts again. Raises Geweigerd."""
    with in_casus(regel.item.casus):
        regel.item.refresh_from_db(fields=["ingetrokken_op"])
        if regel.item.ingetrokken_op is None:
            raise Geweigerd("Deze regel is al teruggezet.")
        voer_uit(traject=regel.traject, account=account, opdrachten=[Opdracht(ZetRegelTerug(str(regel.pk)))], nu=nu)


def _vereis(regel: Logboekregel, account: Account, nu: datetime) -> None:
    regel.item.refresh_from_db(fields=["ingetrokken_op"])
    nee = weigering_regel(regel, account, nu)
    if nee is not None:
        raise nee
