"""A check of the history that somebody runs from the browser, some casussen at a time."""

from django.db import models
from django.db.models import Q

from samenspel.organisatie.basis import Rij

__all__ = ["Historiecontrole"]


class Historiecontrole(Rij):
    """How far a check is and what it found; `tot_casus` is the last casus that was looked at, `fouten` names nobody."""

    gestart_door = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    gestart_op = models.DateTimeField()
    klaar_op = models.DateTimeField(null=True, blank=True)
    tot_casus = models.UUIDField(null=True, blank=True)
    totaal = models.PositiveIntegerField()
    casussen = models.PositiveIntegerField(default=0)
    regels = models.PositiveIntegerField(default=0)
    aantal_fouten = models.PositiveIntegerField(default=0)
    fouten = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente"], condition=Q(klaar_op__isnull=True), name="historiecontrole_een_tegelijk"
            ),
        ]
        indexes = [models.Index(fields=["gemeente", "gestart_op"], name="historiecontrole_laatste")]
