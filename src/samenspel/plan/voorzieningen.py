"""Writing what is put to use for the plan: free to enter or by a decision, by whom, at what cost, for how long."""

from dataclasses import dataclass
from datetime import date, datetime

from samenspel.delen.models import Woorden
from samenspel.delen.rijen import wijzig_rij
from samenspel.delen.services import huidige_woorden
from samenspel.kennis.models import Organisatie
from samenspel.organisatie.models import Account
from samenspel.plan.models import Doel, Voorziening

__all__ = ["Voorzieninggegevens", "beeindig_voorziening"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorzieninggegevens:
    """What is known of a voorziening, beside the words; `kosten` in cents."""

    toegang: str
    wet: str = ""
    organisatie: Organisatie | None = None
    kosten: int | None = None
    per: str = ""
    van: date | None = None
    tot: date | None = None
    doel: Doel | None = None


def beeindig_voorziening(
    *, voorziening: Voorziening, op: date, waarom: str, account: Account, versie: int, nu: datetime
) -> Woorden:
    """It is put to use no more since that day. Raises Versieconflict."""
    woorden = {**huidige_woorden(voorziening.item), "waarom": waarom}
    velden = {"beeindigd_op": op}
    return wijzig_rij(voorziening, velden=velden, woorden=woorden, account=account, versie=versie, nu=nu)
