"""The first start of a municipality: itself, and somebody who can set up the rest in the browser."""

from datetime import datetime

from django.db import transaction
from django.utils.text import slugify
from django.utils.timezone import localdate

from samenspel.organisatie.accounts import maak_inloglink
from samenspel.organisatie.logboek import noteer_daad
from samenspel.organisatie.models import Account, Daadsoort, Gemeente, Taak
from samenspel.organisatie.services import geef_taak, maak_account

__all__ = ["BestaatAl", "begin_gemeente"]


class BestaatAl(Exception):
    """The municipality or the login name is there already; nothing was made."""


@transaction.atomic
def begin_gemeente(*, naam: str, beheerder: str, gebruikersnaam: str, nu: datetime) -> tuple[Account, str]:
    """Make a municipality with its first administrator; that account, and the token of its inloglink.

    Raises BestaatAl, in Dutch.
    """
    code = slugify(naam)[:50]
    if not code or not beheerder:
        raise BestaatAl("Geef een naam voor de gemeente en een voor de beheerder.")
    if Gemeente.objects.filter(code=code).exists():
        raise BestaatAl(f"Er is al een gemeente met de code '{code}'. Er is niets veranderd.")
    if Account.objects.filter(gebruikersnaam__iexact=gebruikersnaam).exists():
        raise BestaatAl(f"De gebruikersnaam '{gebruikersnaam}' bestaat al. Kies een andere met --gebruikersnaam.")
    gemeente = Gemeente.objects.create(naam=naam, code=code)
    account = maak_account(gemeente=gemeente, gebruikersnaam=gebruikersnaam, naam=beheerder, wachtwoord=None)
    noteer_daad(gemeente=gemeente, soort=Daadsoort.ACCOUNT_GEMAAKT, door=None, account=account, ding=account.pk, nu=nu)
    geef_taak(account=account, taak=Taak.BEHEER, van=localdate(nu), nu=nu)
    return account, maak_inloglink(door=None, account=account, nu=nu)
