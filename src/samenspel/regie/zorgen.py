"""A resident tells a concern in Mijn plan: their contactpersoon holds it until another accepted it (ADR 0011)."""

from datetime import datetime

from django.utils.timezone import localdate

from samenspel.casus.models import Casus
from samenspel.organisatie.models import Account
from samenspel.signaal.models import MIJN_PLAN, Signaal
from samenspel.signaal.services import NieuwSignaal, maak_signaal

__all__ = ["vertel_zorg"]


def vertel_zorg(
    *, casus: Casus, zorg: str, over_wie: str, eigen_huishouden: bool, account: Account, nu: datetime
) -> Signaal:
    """A concern about the resident's own household or somebody else; who told it stays out of any dossier."""
    nieuw = NieuwSignaal(
        weg=MIJN_PLAN,
        bron="inwoner",
        binnen_op=localdate(nu),
        wil_horen=True,
        woorden={
            "zorg": {"zorg": zorg, "over_wie": over_wie},
            "melder": {"melder": account.naam, "telefoon": account.telefoon},
        },
    )
    dossier = str(casus.pk) if eigen_huishouden else ""
    return maak_signaal(nieuw=nieuw, account=account, nu=nu, houder=casus.regisseur, casus=dossier)
