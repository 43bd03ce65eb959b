"""Writing the one plan: goals in the resident's words, and who does what by when."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max

from samenspel.casus.models import Casus, Traject
from samenspel.delen.models import Woorden
from samenspel.delen.services import laatste_woorden, maak_item, schrijf_woorden
from samenspel.huishouden.models import Persoon
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.netwerk.models import Netwerklid
from samenspel.organisatie.models import Account
from samenspel.overleg.models import Agendapunt
from samenspel.plan.models import Actie, Doel


@dataclass(frozen=True, slots=True)
class Eigenaar:
    """Who does it: exactly one of an account, a person of the household, somebody of the network, or other words."""

    account: Account | None = None
    persoon: Persoon | None = None
    netwerklid: Netwerklid | None = None
    wie: str = ""


def maak_doel(
    *, casus: Casus, tekst: str, betreft: Iterable[Persoon], account: Account, nu: datetime
) -> tuple[Doel, Woorden]:
    """A goal, as the resident says it."""
    item = maak_item(
        casus=casus, soort=Gegevenssoort.PLAN, eigenaar=account, betreft=betreft, woorden={"tekst": tekst}, nu=nu
    )
    laatste = Doel.objects.filter(item__casus=casus).aggregate(hoogste=Max("volgorde"))["hoogste"]
    doel = Doel.objects.create(gemeente_id=casus.gemeente_id, item=item, volgorde=(laatste or 0) + 1)
    geschreven = laatste_woorden(item)
    assert geschreven is not None
    return doel, geschreven


def maak_actie(
    *,
    casus: Casus,
    wat: str,
    voor: date | None,
    account: Account,
    betreft: Iterable[Persoon],
    nu: datetime,
    id: uuid.UUID | None = None,
    traject: Traject | None = None,
    doel: Doel | None = None,
    eigenaar_account: Account | None = None,
    eigenaar_persoon: Persoon | None = None,
    eigenaar_netwerklid: Netwerklid | None = None,
    wie: str = "",
    agendapunt: Agendapunt | None = None,
) -> tuple[Actie, Woorden]:
    """Somebody does something: exactly one owner, an account, a person, somebody of the network, or a name in words."""
    if sum(bool(e) for e in (eigenaar_account, eigenaar_persoon, eigenaar_netwerklid, wie)) != 1:
        raise ValueError("een actie heeft precies één eigenaar")
    if eigenaar_netwerklid is not None and eigenaar_netwerklid.item.casus_id != casus.pk:
        raise ValueError("the netwerklid is of another casus")
    item = maak_item(
        casus=casus,
        traject=traject,
        soort=Gegevenssoort.PLAN,
        # Who does it must be able to read it, also when another wrote it down.
        eigenaar=eigenaar_account or account,
        auteur=account,
        betreft=betreft,
        woorden={"wat": wat, **({"wie": wie} if wie else {})},
        nu=nu,
        id=id,
    )
    actie = Actie.objects.create(
        gemeente_id=casus.gemeente_id,
        item=item,
        doel=doel,
        traject=traject,
        account=eigenaar_account,
        persoon=eigenaar_persoon,
        netwerklid=eigenaar_netwerklid,
        voor=voor,
        agendapunt=agendapunt,
    )
    geschreven = laatste_woorden(item)
    assert geschreven is not None
    return actie, geschreven


def rond_actie_af(*, actie: Actie, op: date) -> None:
    """Tick an action off."""
    actie.gedaan_op = op
    actie.save(update_fields=["gedaan_op"])


def wijzig_actie(
    *, actie: Actie, wat: str, eigenaar: Eigenaar, voor: date, account: Account, versie: int, nu: datetime
) -> Woorden:
    """What, who and for which day as it is now. Raises Versieconflict."""
    woorden = {"wat": wat, **({"wie": eigenaar.wie} if eigenaar.wie else {})}
    geschreven = schrijf_woorden(item=actie.item, inhoud=woorden, auteur=account, versie=versie, nu=nu)
    if eigenaar.account is not None and actie.item.eigenaar_id != eigenaar.account.pk:
        # Who does it must be able to read it.
        actie.item.eigenaar = eigenaar.account
        actie.item.save(update_fields=["eigenaar"])
    actie.account, actie.persoon, actie.netwerklid = eigenaar.account, eigenaar.persoon, eigenaar.netwerklid
    actie.voor = voor
    actie.save(update_fields=["account", "persoon", "netwerklid", "voor"])
    return geschreven


def heropen_actie(*, actie: Actie, voor: date | None) -> Woorden | None:
    """It is still to be done."""
    actie.gedaan_op, actie.voor = None, voor
    actie.save(update_fields=["gedaan_op", "voor"])
    return laatste_woorden(actie.item)


def hang_aan_doel(*, actie: Actie, doel: Doel | None) -> None:
    """Say to which goal an action belongs."""
    actie.doel = doel
    actie.save(update_fields=["doel"])


def zet_doelstatus(*, doel: Doel, status: str) -> None:
    """Mark a goal as running, reached or let go."""
    doel.status = status
    doel.save(update_fields=["status"])
