"""Writing applications for breakthrough money and who signed them as what."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime

from samenspel.budget.models import BON, Aanvraag, Bon, Handtekening
from samenspel.casus.models import Traject
from samenspel.delen.models import Woorden
from samenspel.delen.services import huidige_woorden, laatste_woorden, maak_item, schrijf_woorden
from samenspel.huishouden.models import Persoon
from samenspel.kern.budget.regimes import Aanvraagstatus
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.models import Account


def doe_aanvraag(
    *,
    traject: Traject,
    budget: str,
    vorm: str,
    bedrag: int,
    keren: int = 1,
    tot: date | None = None,
    ruimte: int | None,
    status: str,
    waarvoor: str,
    account: Account,
    betreft: Iterable[Persoon],
    op: date,
    nu: datetime,
    id: uuid.UUID | None = None,
) -> Woorden:
    """Store an application, signed by who asks."""
    item = maak_item(
        casus=traject.casus,
        traject=traject,
        soort=Gegevenssoort.GELD,
        eigenaar=account,
        betreft=betreft,
        woorden={"waarvoor": waarvoor},
        nu=nu,
        id=id,
    )
    aanvraag = Aanvraag.objects.create(
        gemeente_id=traject.gemeente_id,
        item=item,
        traject=traject,
        budget=budget,
        vorm=vorm,
        bedrag=bedrag,
        keren=keren,
        tot=tot,
        ruimte=ruimte,
        status=status,
        gedaan_op=op,
    )
    onderteken(aanvraag=aanvraag, account=account, als="aanvrager", akkoord=None, nu=nu)
    geschreven = laatste_woorden(item)
    assert geschreven is not None
    return geschreven


def onderteken(*, aanvraag: Aanvraag, account: Account, als: str, akkoord: bool | None, nu: datetime) -> Handtekening:
    """Sign an application. The database refuses a second signature of the same person: four eyes."""
    return Handtekening.objects.create(
        gemeente_id=aanvraag.gemeente_id, aanvraag=aanvraag, account=account, als=als, akkoord=akkoord, op=nu
    )


def beoordeel(
    *, aanvraag: Aanvraag, account: Account, akkoord: bool, status: str, reden: str, op: date, nu: datetime
) -> Woorden | None:
    """Store a voice for or against with its reason, and what the application has become."""
    onderteken(aanvraag=aanvraag, account=account, als="beoordelaar", akkoord=akkoord, nu=nu)
    aanvraag.status = status
    if status != Aanvraagstatus.OPEN.value:
        aanvraag.besloten_op = op
    aanvraag.save(update_fields=["status", "besloten_op"])
    if not reden:
        return None
    item = aanvraag.item
    inhoud = {**huidige_woorden(item), redensleutel(account): reden}
    return schrijf_woorden(item=item, inhoud=inhoud, auteur=account, versie=item.versie, nu=nu)


def redensleutel(account: Account) -> str:
    """Under which key of an application's words the reason of this judge stands; one account judges it once."""
    return f"reden:{account.pk}"


def betaal(*, aanvraag: Aanvraag, account: Account, op: date, nu: datetime) -> None:
    """Store that an application was paid."""
    onderteken(aanvraag=aanvraag, account=account, als="betaler", akkoord=None, nu=nu)
    aanvraag.status = Aanvraagstatus.BETAALD.value
    aanvraag.betaald_op = op
    aanvraag.save(update_fields=["status", "betaald_op"])


def trek_in(*, aanvraag: Aanvraag, reden: str, account: Account, nu: datetime) -> Woorden:
    """Store that an application was withdrawn, with the reason."""
    aanvraag.status = Aanvraagstatus.INGETROKKEN.value
    aanvraag.save(update_fields=["status"])
    item = aanvraag.item
    inhoud = {**huidige_woorden(item), "ingetrokken_reden": reden}
    return schrijf_woorden(item=item, inhoud=inhoud, auteur=account, versie=item.versie, nu=nu)


def bewaar_bon(
    *, aanvraag: Aanvraag, naam: str, inhoud: bytes, account: Account, nu: datetime, soort: str = BON
) -> Bon:
    """Keep a receipt, or a signed agreement, with the application it accounts for."""
    return Bon.objects.create(
        gemeente_id=aanvraag.gemeente_id, aanvraag=aanvraag, soort=soort, naam=naam, inhoud=inhoud, door=account, op=nu
    )
