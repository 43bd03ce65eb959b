"""What happens in a casus outside the engine: a line of history with its words, under the same lock as a handeling."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction

from samenspel.casus.keten import Feit
from samenspel.casus.models import Casus, Traject
from samenspel.casus.services import leg_gebeurtenis_vast, vergrendel
from samenspel.delen.models import Woorden
from samenspel.organisatie.models import Account
from samenspel.regie import uitvoeren

__all__ = ["in_casus", "leg_los_vast"]


@contextmanager
def in_casus(casus: Casus) -> Iterator[None]:
    """One transaction that holds the casus until its end."""
    with transaction.atomic():
        vergrendel(casus)
        yield
        for kijk in uitvoeren.na_uitvoering:
            kijk(casus)


def leg_los_vast(
    *,
    casus: Casus,
    soort: str,
    gegevens: Mapping[str, Feit],
    account: Account,
    nu: datetime,
    woorden: Woorden | None,
    traject: Traject | None = None,
) -> None:
    """A line of history on which no rule of the werkwijze rests."""
    leg_gebeurtenis_vast(
        casus=casus,
        traject=traject,
        soort=soort,
        gegevens=gegevens,
        account=account,
        gebeurd_op=nu,
        nu=nu,
        woorden=woorden,
    )
