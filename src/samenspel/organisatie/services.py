"""Making the accounts with which people log in, giving them a taak, noting that they are away."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from samenspel.huishouden.models import Persoon
from samenspel.kern.organisatie import weiger_regie
from samenspel.kern.stand import Geweigerd
from samenspel.organisatie.basis import zelfde_gemeente
from samenspel.organisatie.logboek import noteer_daad
from samenspel.organisatie.models import Account, Afwezigheid, Daadsoort, Gemeente, Taak, Taakvervulling, Team
from samenspel.organisatie.selectors import afwezigheid_van, leidt, taken_van

__all__ = ["AfwezigheidKanNiet", "beeindig_afwezigheid", "geef_taak", "leg_afwezigheid_vast", "maak_account"]


def maak_account(
    *,
    gemeente: Gemeente,
    gebruikersnaam: str,
    naam: str,
    wachtwoord: str | None,
    team: Team | None = None,
    functie: str = "",
    telefoon: str = "",
    persoon: Persoon | None = None,
) -> Account:
    """Make an account: of a professional in a team, or of a resident (`persoon`). No password: cannot log in."""
    account = Account(
        gemeente=gemeente,
        gebruikersnaam=Account.normalize_username(gebruikersnaam),
        naam=naam,
        team=team,
        functie=functie,
        telefoon=telefoon,
        persoon=persoon,
    )
    zelfde_gemeente(account, *(rij for rij in (team, persoon) if rij is not None))
    account.set_password(wachtwoord)
    account.save(force_insert=True)
    return account


def geef_taak(
    *,
    account: Account,
    taak: Taak,
    van: date,
    team: Team | None = None,
    tot: date | None = None,
    door: Account | None = None,
    nu: datetime | None = None,
) -> Taakvervulling:
    """Give a professional a taak from a day on; teamleiding is of a team. `door` None: no account did it.

    What pages use is `benoemen.geef_taak_door`, which first asks kern whether it may. Raises AndereGemeente.
    """
    vervulling = Taakvervulling(
        gemeente=account.gemeente, account=account, taak=taak.value, team=team, van=van, tot=tot, gegeven_door=door
    )
    zelfde_gemeente(vervulling, account, *(rij for rij in (team, door) if rij is not None))
    vervulling.save(force_insert=True)
    noteer_daad(
        gemeente=account.gemeente,
        soort=Daadsoort.TAAK_GEGEVEN,
        door=door,
        account=account,
        wat=f"{taak.value}, van {van.isoformat()}{f' tot {tot.isoformat()}' if tot is not None else ''}",
        ding=vervulling.pk,
        nu=nu,
    )
    return vervulling


class AfwezigheidKanNiet(ValueError):
    """This absence can't be noted; the text says why, in Dutch."""


def leg_afwezigheid_vast(
    *, account: Account, vervanger: Account, van: date, tot: date | None, door: Account, nu: datetime
) -> Afwezigheid:
    """Note that a colleague is away until `tot` (the first day back) and who stands in; raises AfwezigheidKanNiet.

    By who leads the team, or by the colleague. The one who stands in carries the casussen for so long.
    """
    zelfde_gemeente(account, vervanger, door)
    dag = localdate(nu)
    if door.pk != account.pk and not leidt(door, account, dag):
        raise AfwezigheidKanNiet("Alleen wie het team leidt, meldt een ander afwezig.")
    if vervanger.pk == account.pk or vervanger.persoon_id is not None or not vervanger.is_active:
        raise AfwezigheidKanNiet("Kies een collega die kan vervangen.")
    try:
        weiger_regie(vervanger.naam, toezicht=Taak.PRIVACY in taken_van(vervanger, dag))
    except Geweigerd as nee:
        raise AfwezigheidKanNiet(str(nee)) from nee
    if tot is not None and tot <= max(van, dag):
        raise AfwezigheidKanNiet("De eerste dag terug ligt na de eerste dag van afwezigheid, en na vandaag.")
    with transaction.atomic():
        Account.objects.select_for_update(no_key=True).get(pk=account.pk)
        if afwezigheid_van(account, dag) is not None:
            raise AfwezigheidKanNiet(f"{account.naam} staat al als afwezig. Meld eerst dat die terug is.")
        weg = afwezigheid_van(vervanger, dag)
        if weg is not None and (tot is None or weg.van < tot) and (weg.tot is None or van < weg.tot):
            raise AfwezigheidKanNiet(f"{vervanger.naam} is in die tijd zelf afwezig. Kies een ander.")
        account.vervanger = vervanger
        account.save(update_fields=["vervanger"])
        return Afwezigheid.objects.create(
            gemeente_id=account.gemeente_id,
            account=account,
            vervanger=vervanger,
            van=van,
            tot=tot,
            vastgelegd_door=door,
            vastgelegd_op=nu,
        )


def beeindig_afwezigheid(*, afwezigheid: Afwezigheid, door: Account, nu: datetime) -> None:
    """Back from today on; what had not begun yet is taken away. Raises AfwezigheidKanNiet."""
    dag = localdate(nu)
    if door.pk != afwezigheid.account_id and not leidt(door, afwezigheid.account, dag):
        raise AfwezigheidKanNiet("Alleen wie het team leidt, meldt dat een ander terug is.")
    afwezigheid.tot = max(dag, afwezigheid.van)
    afwezigheid.save(update_fields=["tot"])
