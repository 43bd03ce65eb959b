"""The shell of a meeting: whom chair or applicant asks to join once, beside the fixed members (002 §6, step 7)."""

from datetime import datetime

from samenspel.kern.stand import Geweigerd
from samenspel.kern.stand.handelingen import MeldAf, VraagErbij
from samenspel.organisatie.models import Account
from samenspel.overleg import services as overleg
from samenspel.overleg.models import Agendapunt, Genodigde
from samenspel.overleg.selectors import genodigden
from samenspel.regie.vastleggen import in_casus, leg_los_vast
from samenspel.regie.vooraf import Vooraf

__all__ = ["meld_af", "vraag_erbij", "weigering_erbij"]


def weigering_erbij(punt: Agendapunt, vooraf: Vooraf, wie: str = "") -> Geweigerd | None:
    """Why kern doesn't let this account ask anybody to join; None where it may."""
    dicht = punt.gehouden_op is not None or punt.van_agenda_op is not None
    return vooraf.weigering(VraagErbij(punt.tafel.overleg, wie, dicht))


def vraag_erbij(*, punt: Agendapunt, wie: Account, waarom: str, account: Account, nu: datetime) -> None:
    """Ask somebody to join. Raises Geweigerd."""
    with in_casus(punt.traject.casus):
        if nee := weigering_erbij(punt, Vooraf(punt.traject, account, nu), str(wie.pk)):
            raise nee
        if genodigden(punt).filter(account=wie).exists():
            raise Geweigerd(f"{wie.naam} is er al bij gevraagd.")
        betreft = punt.traject.betreft.all()
        woorden = overleg.vraag_erbij(punt=punt, wie=wie, waarom=waarom, account=account, betreft=betreft, nu=nu)
        leg_los_vast(
            casus=punt.traject.casus,
            traject=punt.traject,
            soort="genodigde_gevraagd",
            gegevens={"overleg": punt.tafel.overleg, "wie": str(wie.pk)},
            account=account,
            nu=nu,
            woorden=woorden,
        )


def meld_af(*, genodigde: Genodigde, account: Account, nu: datetime) -> None:
    """Who was asked doesn't come, and looks along no longer. Raises Geweigerd."""
    punt = genodigde.agendapunt
    with in_casus(punt.traject.casus):
        handeling = MeldAf(punt.tafel.overleg, str(genodigde.account_id))
        if nee := Vooraf(punt.traject, account, nu).weigering(handeling):
            raise nee
        genodigde.weg_op = nu
        genodigde.save(update_fields=["weg_op"])
        leg_los_vast(
            casus=punt.traject.casus,
            traject=punt.traject,
            soort="genodigde_afgemeld",
            gegevens={"overleg": punt.tafel.overleg, "wie": str(genodigde.account_id)},
            account=account,
            nu=nu,
            woorden=None,
        )
