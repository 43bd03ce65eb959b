"""Making the accounts with which people log in, and giving them a taak."""

from datetime import date, datetime

from samenspel.huishouden.models import Persoon
from samenspel.organisatie.basis import zelfde_gemeente
from samenspel.organisatie.logboek import noteer_daad
from samenspel.organisatie.models import Account, Daadsoort, Gemeente, Taak, Taakvervulling, Team

__all__ = ["geef_taak", "maak_account"]


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
