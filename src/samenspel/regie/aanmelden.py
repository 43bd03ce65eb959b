"""A household that wasn't known yet: its people and its dossier, in one transaction."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from samenspel.casus.models import Casus
from samenspel.casus.services import open_casus
from samenspel.huishouden.services import Personalia, maak_huishouden, voeg_persoon_toe
from samenspel.kern.organisatie import weiger_regie
from samenspel.organisatie.models import Account, Taak, Team, Wijk
from samenspel.organisatie.selectors import taken_van


def teams_van(account: Account) -> list[Team]:
    """Teams of the municipality that a household can belong to."""
    return list(Team.objects.filter(gemeente_id=account.gemeente_id, tot__isnull=True).prefetch_related("wijken"))


def team_voor(account: Account, wijk: Wijk | None) -> Team:
    """The own team where it works there or nobody else does; otherwise the team of the neighbourhood."""
    assert account.team is not None
    van_wijk = [t for t in teams_van(account) if wijk is not None and wijk in t.wijken.all()]
    return account.team if account.team in van_wijk or not van_wijk else van_wijk[0]


def maak_dossier(
    *, account: Account, personalia: Personalia, wijk: Wijk | None, nu: datetime, team: Team | None = None
) -> Casus:
    """A household named after its first person, with a casus of which this account is regisseur.

    It belongs to the chosen team, or to the one that `team_voor` finds. Raises Geweigerd.
    """
    weiger_regie(account.naam, toezicht=Taak.PRIVACY in taken_van(account, localdate(nu)))
    van = team or team_voor(account, wijk)
    with transaction.atomic():
        huishouden = maak_huishouden(naam=f"Huishouden {_met_hoofdletter(personalia.achternaam)}", team=van, wijk=wijk)
        voeg_persoon_toe(huishouden=huishouden, personalia=personalia, van=localdate(nu))
        return open_casus(huishouden=huishouden, regisseur=account, nu=nu)


def _met_hoofdletter(achternaam: str) -> str:
    """Without a first name before it a prefix is written with a capital: 'Huishouden De Groot'."""
    return achternaam[:1].upper() + achternaam[1:]
