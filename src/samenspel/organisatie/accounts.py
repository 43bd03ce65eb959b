"""Keeping the accounts of professionals: making, changing, blocking, and the link with which somebody first logs in."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate

from samenspel.delen.versies import Versieconflict
from samenspel.kern.stand import Geweigerd
from samenspel.organisatie.basis import zelfde_gemeente
from samenspel.organisatie.benoemen import weiger_laatste_beheerder
from samenspel.organisatie.logboek import noteer_daad
from samenspel.organisatie.models import Account, Daadsoort, Taak, Taakvervulling, Team
from samenspel.organisatie.services import maak_account

__all__ = [
    "blokkeer_account",
    "geef_vrij",
    "kies_wachtwoord",
    "klopt_token",
    "maak_inloglink",
    "neem_aan",
    "wijzig_account",
]


class _Inlogtoken(PasswordResetTokenGenerator):
    """Works once, for some days: it hangs together with the password that it replaces."""

    key_salt = "samenspel.organisatie.inloglink"


_token = _Inlogtoken()


@transaction.atomic
def neem_aan(*, door: Account, gebruikersnaam: str, velden: Mapping[str, Any], nu: datetime) -> Account:
    """Make a colleague's account, without a password yet: that one chooses it by the inloglink."""
    team: Team | None = velden["team"]
    account = maak_account(
        gemeente=door.gemeente, gebruikersnaam=gebruikersnaam, naam=velden["naam"], wachtwoord=None, team=team
    )
    for naam in ("functie", "telefoon", "vervanger"):
        setattr(account, naam, velden[naam])
    account.save()
    _noteer(account, Daadsoort.ACCOUNT_GEMAAKT, door, "", nu)
    return account


@transaction.atomic
def wijzig_account(*, door: Account, account: Account, velden: Mapping[str, Any], versie: int, nu: datetime) -> None:
    """Save an account over version `versie`; what changed is named in the log. Raises Versieconflict, Geweigerd."""
    _weiger_inwoner(account)
    zelfde_gemeente(door, account, *(v for n in ("team", "vervanger") if (v := velden[n]) is not None))
    if velden["vervanger"] is not None and velden["vervanger"].pk == account.pk:
        raise Geweigerd("Niemand vervangt zichzelf. Kies een collega.")
    oud = Account.objects.get(pk=account.pk)
    if not Account.objects.filter(pk=account.pk, versie=versie).update(versie=F("versie") + 1, **velden):
        raise Versieconflict(None, oud.versie)
    veranderd = [naam for naam, waarde in velden.items() if getattr(oud, naam) != waarde]
    if veranderd:
        _noteer(account, Daadsoort.ACCOUNT_GEWIJZIGD, door, ", ".join(veranderd), nu)


@transaction.atomic
def blokkeer_account(*, door: Account, account: Account, nu: datetime) -> None:
    """Nobody comes in with this account any more, and who is in is out: the password is gone. Raises Geweigerd."""
    _weiger_inwoner(account)
    zelfde_gemeente(door, account)
    if door.pk == account.pk:
        raise Geweigerd("U kunt uw eigen account niet blokkeren. Vraag het een andere beheerder.")
    if Taakvervulling.objects.filter(account=account, taak=Taak.BEHEER.value, tot__isnull=True).exists():
        weiger_laatste_beheerder(account, localdate(nu))
    account.is_active = False
    account.set_unusable_password()
    account.save(update_fields=["is_active", "password"])
    _noteer(account, Daadsoort.ACCOUNT_GEBLOKKEERD, door, "", nu)


@transaction.atomic
def geef_vrij(*, door: Account, account: Account, nu: datetime) -> None:
    """The account may be used again, with a new password by a new inloglink."""
    _weiger_inwoner(account)
    zelfde_gemeente(door, account)
    account.is_active = True
    account.save(update_fields=["is_active"])
    _noteer(account, Daadsoort.ACCOUNT_VRIJGEGEVEN, door, "", nu)


@transaction.atomic
def maak_inloglink(*, door: Account | None, account: Account, nu: datetime) -> str:
    """The token with which this one chooses a password, once and within some days. Raises Geweigerd."""
    _weiger_inwoner(account)
    if not account.is_active:
        raise Geweigerd("Dit account is geblokkeerd. Geef het eerst weer vrij.")
    if door is not None:
        zelfde_gemeente(door, account)
    _noteer(account, Daadsoort.INLOGLINK_GEMAAKT, door, "", nu)
    return _token.make_token(account)


def klopt_token(account: Account, token: str) -> bool:
    """Whether this token may still be used for this account."""
    return account.is_active and _token.check_token(account, token)


@transaction.atomic
def kies_wachtwoord(*, account: Account, wachtwoord: str, nu: datetime) -> None:
    """Somebody chooses the own password; everywhere else where this one is logged in that ends."""
    account.set_password(wachtwoord)
    account.save(update_fields=["password"])
    _noteer(account, Daadsoort.WACHTWOORD_GEKOZEN, account, "", nu)


def _weiger_inwoner(account: Account) -> None:
    if account.persoon_id is not None:
        raise Geweigerd("Het account van een inwoner houdt de contactpersoon bij.")


def _noteer(account: Account, soort: Daadsoort, door: Account | None, wat: str, nu: datetime) -> None:
    noteer_daad(gemeente=account.gemeente, soort=soort, door=door, account=account, wat=wat, ding=account.pk, nu=nu)
