"""The one plan of a casus: goals in the resident's words, and who does what by when, in a traject or apart from it."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime

from django.utils.timezone import localdate

from samenspel.casus.models import Casus, Traject
from samenspel.delen.services import laatste_woorden, schrijf_woorden
from samenspel.huishouden.models import Persoon
from samenspel.kern.stand import Geweigerd, afspraken
from samenspel.kern.stand.handelingen import MaakAfspraak, RondAfspraakAf
from samenspel.organisatie.models import Account
from samenspel.plan.models import Actie, Doel
from samenspel.plan.selectors import is_van
from samenspel.plan.services import Eigenaar, hang_aan_doel, maak_actie, maak_doel, rond_actie_af, zet_doelstatus
from samenspel.regie.opdracht import Opdracht, Verband
from samenspel.regie.spelers import voert_regie
from samenspel.regie.uitvoeren import voer_uit
from samenspel.regie.vastleggen import in_casus, leg_los_vast

__all__ = ["Eigenaar", "rond_af", "spreek_af", "stel_doel", "weigering_afronden", "weigering_plan", "wijzig_doel"]


def weigering_plan(casus: Casus, account: Account, nu: datetime) -> Geweigerd | None:
    """Why this account can't change the plan; None where it can."""
    nee = afspraken.weigering_plan(regie=voert_regie(account, casus, nu))
    return Geweigerd(nee) if nee else None


def weigering_afronden(actie: Actie, account: Account, nu: datetime) -> Geweigerd | None:
    """Why this account can't tick this action off; None where it can."""
    if actie.gedaan_op is not None:
        return Geweigerd("Deze actie is al afgerond.")
    regie = voert_regie(account, actie.item.casus, nu)
    nee = afspraken.weigering_afronden(eigen=is_van(actie, account), regie=regie)
    return Geweigerd(nee) if nee else None


def stel_doel(*, casus: Casus, tekst: str, betreft: Iterable[Persoon], account: Account, nu: datetime) -> Doel:
    """A goal as the resident says it. Raises Geweigerd."""
    with in_casus(casus):
        _vereis(weigering_plan(casus, account, nu))
        doel, woorden = maak_doel(casus=casus, tekst=tekst, betreft=betreft, account=account, nu=nu)
        leg_los_vast(
            casus=casus, soort="doel_gesteld", gegevens={"doel": str(doel.pk)}, account=account, nu=nu, woorden=woorden
        )
        return doel


def wijzig_doel(*, doel: Doel, tekst: str, status: str, account: Account, versie: int, nu: datetime) -> None:
    """How far a goal is, and its text where that was taken down wrongly. Raises Geweigerd or Versieconflict."""
    casus = doel.item.casus
    with in_casus(casus):
        _vereis(weigering_plan(casus, account, nu))
        woorden = schrijf_woorden(item=doel.item, inhoud={"tekst": tekst}, auteur=account, versie=versie, nu=nu)
        zet_doelstatus(doel=doel, status=status)
        leg_los_vast(
            casus=casus,
            soort="doel_gewijzigd",
            gegevens={"doel": str(doel.pk), "status": status},
            account=account,
            nu=nu,
            woorden=woorden,
        )


def spreek_af(
    *,
    casus: Casus,
    traject: Traject | None,
    doel: Doel | None,
    wat: str,
    eigenaar: Eigenaar,
    voor: date,
    betreft: tuple[Persoon, ...],
    account: Account,
    nu: datetime,
) -> None:
    """Somebody does something before a day. Raises Geweigerd."""
    id = uuid.uuid4()
    with in_casus(casus):
        _vereis(weigering_plan(casus, account, nu))
        if traject is not None:
            opdracht = Opdracht(
                MaakAfspraak(str(id), voor),
                {"wat": wat, "wie": eigenaar.wie},
                betreft,
                verband=Verband(account=eigenaar.account, persoon=eigenaar.persoon, netwerklid=eigenaar.netwerklid),
            )
            voer_uit(traject=traject, account=account, opdrachten=[opdracht], nu=nu)
            hang_aan_doel(actie=Actie.objects.get(pk=id), doel=doel)
            return
        _, woorden = maak_actie(
            casus=casus,
            wat=wat,
            voor=voor,
            account=account,
            betreft=betreft,
            nu=nu,
            id=id,
            doel=doel,
            eigenaar_account=eigenaar.account,
            eigenaar_persoon=eigenaar.persoon,
            eigenaar_netwerklid=eigenaar.netwerklid,
            wie=eigenaar.wie,
        )
        gegevens = {"actie": str(id), "voor": voor.isoformat()}
        leg_los_vast(casus=casus, soort="actie_afgesproken", gegevens=gegevens, account=account, nu=nu, woorden=woorden)


def rond_af(*, actie: Actie, account: Account, nu: datetime) -> None:
    """Tick an action off. Raises Geweigerd."""
    casus = actie.item.casus
    with in_casus(casus):
        actie.refresh_from_db(fields=["gedaan_op"])
        _vereis(weigering_afronden(actie, account, nu))
        if actie.traject is not None:
            opdracht = Opdracht(RondAfspraakAf(str(actie.pk)))
            voer_uit(traject=actie.traject, account=account, opdrachten=[opdracht], nu=nu)
            return
        rond_actie_af(actie=actie, op=localdate(nu))
        leg_los_vast(
            casus=casus,
            soort="actie_afgerond",
            gegevens={"actie": str(actie.pk)},
            account=account,
            nu=nu,
            woorden=laatste_woorden(actie.item),
        )


def _vereis(nee: Geweigerd | None) -> None:
    if nee is not None:
        raise nee
