"""A household that wasn't known yet: its people and its dossier, in one transaction."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from samenspel.casus.models import Casus
from samenspel.casus.services import open_casus
from samenspel.huishouden.services import Personalia, maak_huishouden, voeg_persoon_toe
from samenspel.organisatie.models import Account, Wijk


def maak_dossier(*, account: Account, personalia: Personalia, wijk: Wijk | None, nu: datetime) -> Casus:
    """A household named after its first person, with a casus of which this account is regisseur."""
    assert account.team is not None
    with transaction.atomic():
        huishouden = maak_huishouden(naam=f"Huishouden {personalia.achternaam}", team=account.team, wijk=wijk)
        voeg_persoon_toe(huishouden=huishouden, personalia=personalia, van=localdate(nu))
        return open_casus(huishouden=huishouden, regisseur=account, nu=nu)
