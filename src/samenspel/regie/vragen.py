"""Questions before a meeting, back and forth, so that the meeting need not start with them (002 §6, step 6)."""

from datetime import datetime

from samenspel.casus.keten import Feit
from samenspel.delen.models import Woorden
from samenspel.kern.stand import Geweigerd
from samenspel.kern.stand.handelingen import BeantwoordVraag, StelVraag
from samenspel.kern.werkwijze.model import Overleg
from samenspel.organisatie.models import Account
from samenspel.overleg import services as overleg
from samenspel.overleg.models import Agendapunt, Vraag
from samenspel.regie.routes import route_van
from samenspel.regie.vastleggen import in_casus, leg_los_vast
from samenspel.regie.vooraf import Vooraf

__all__ = ["beantwoord_vraag", "overleg_van", "stel_vraag", "weigering_antwoord", "weigering_vraag"]


def overleg_van(punt: Agendapunt) -> Overleg:
    """The meeting as the definition has it, of an agenda point."""
    return next(o for o in route_van(punt.traject).werkwijze.overleggen if o.overleg == punt.tafel.overleg)


def weigering_vraag(punt: Agendapunt, vooraf: Vooraf) -> Geweigerd | None:
    """Why kern lets this account ask nothing about it now; None where it may. `vooraf`: of the traject of the point."""
    geweest, van_agenda = punt.gehouden_op is not None, punt.van_agenda_op is not None
    return vooraf.weigering(StelVraag(punt.tafel.overleg, "", geweest=geweest, van_agenda=van_agenda))


def weigering_antwoord(vraag: Vraag, vooraf: Vooraf) -> Geweigerd | None:
    """Why kern doesn't let this account answer this question; None where it may."""
    overleg = vraag.agendapunt.tafel.overleg
    return vooraf.weigering(BeantwoordVraag(overleg, str(vraag.pk), str(vraag.gesteld_door_id)))


def stel_vraag(*, punt: Agendapunt, vraag: str, account: Account, nu: datetime) -> None:
    """Ask something about the case beforehand. Raises Geweigerd."""
    with in_casus(punt.traject.casus):
        if nee := weigering_vraag(punt, Vooraf(punt.traject, account, nu)):
            raise nee
        betreft = punt.traject.betreft.all()
        woorden = overleg.stel_vraag(punt=punt, vraag=vraag, account=account, betreft=betreft, nu=nu)
        _leg_vast(punt, "vraag_gesteld", {"vraag": str(woorden.item_id)}, account, nu, woorden)


def beantwoord_vraag(*, vraag: Vraag, antwoord: str, account: Account, versie: int, nu: datetime) -> None:
    """Answer it. Raises Geweigerd or Versieconflict."""
    punt = vraag.agendapunt
    with in_casus(punt.traject.casus):
        if nee := weigering_antwoord(vraag, Vooraf(punt.traject, account, nu)):
            raise nee
        woorden = overleg.beantwoord_vraag(vraag=vraag, antwoord=antwoord, account=account, versie=versie, nu=nu)
        _leg_vast(punt, "vraag_beantwoord", {"vraag": str(vraag.pk)}, account, nu, woorden)


def _leg_vast(
    punt: Agendapunt, soort: str, gegevens: dict[str, Feit], account: Account, nu: datetime, woorden: Woorden
) -> None:
    leg_los_vast(
        casus=punt.traject.casus,
        traject=punt.traject,
        soort=soort,
        gegevens=gegevens,
        account=account,
        nu=nu,
        woorden=woorden,
    )
