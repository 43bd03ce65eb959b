"""What follows anything that happened in a casus outside one traject: summaries renewed, those who watch told."""

from datetime import datetime

from samenspel.casus.models import Casus, Traject
from samenspel.regie import uitvoeren
from samenspel.regie.stand import werk_samenvatting_bij


def rond_af(casus: Casus, nu: datetime) -> None:
    """Call this last, inside the transaction."""
    for traject in Traject.objects.filter(casus=casus).select_related("versie", "casus"):
        werk_samenvatting_bij(traject, nu)
    for kijk in uitvoeren.na_uitvoering:
        kijk(casus)
