"""What a writer of a handeling gets, and what it gives back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from samenspel.casus.models import Traject
from samenspel.delen.models import Woorden
from samenspel.kern.stand import Route
from samenspel.kern.stand.handelingen import Gebeurtenis
from samenspel.organisatie.models import Account
from samenspel.regie.opdracht import Opdracht

__all__ = ["Schrijver", "Uitvoering"]


@dataclass(frozen=True, slots=True)
class Uitvoering:
    """What a writer needs: where, who, what was asked, when."""

    traject: Traject
    route: Route
    account: Account
    opdracht: Opdracht
    nu: datetime

    @property
    def dag(self) -> date:
        """The day it happened."""
        return localdate(self.opdracht.gebeurd_op or self.nu)

    @property
    def woorden(self) -> dict[str, str]:
        """The words that were written, without the empty ones."""
        return {k: v for k, v in self.opdracht.woorden.items() if v}


Schrijver = Callable[[Uitvoering, Gebeurtenis], Woorden | None]
