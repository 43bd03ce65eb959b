"""One line of the history of a casus."""

from django.db import models
from django.db.models import Q

from samenspel.organisatie.basis import Rij

__all__ = ["Gebeurtenis"]


class Gebeurtenis(Rij):
    """What happened, when, and when that was written down; added, never changed (triggers in the database).

    `gegevens` holds typed facts only. Words stand in `woorden`, and the line commits to them by their digest, so
    that they can be erased while the chain (`casus.historie`) stays whole.
    """

    casus = models.ForeignKey("casus.Casus", on_delete=models.PROTECT)
    volgnummer = models.PositiveIntegerField()
    traject = models.ForeignKey("casus.Traject", null=True, blank=True, on_delete=models.PROTECT)
    soort = models.CharField(max_length=100)
    gegevens = models.JSONField(default=dict, blank=True)
    gebeurd_op = models.DateTimeField()
    vastgelegd_op = models.DateTimeField()
    account = models.ForeignKey(
        "organisatie.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    woorden = models.ForeignKey("delen.Woorden", null=True, blank=True, on_delete=models.PROTECT)
    woorden_digest = models.CharField(max_length=64, blank=True, default="")
    vorige_mac = models.CharField(max_length=64, blank=True, default="")
    mac = models.CharField(max_length=64)
    formaat = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["casus", "volgnummer"]
        constraints = [
            models.UniqueConstraint(fields=["casus", "volgnummer"], name="gebeurtenis_volgnummer_uniek"),
            models.CheckConstraint(condition=Q(volgnummer__gte=1), name="gebeurtenis_volgnummer"),
            models.CheckConstraint(
                condition=Q(woorden__isnull=True, woorden_digest="") | Q(woorden__isnull=False) & ~Q(woorden_digest=""),
                name="gebeurtenis_woorden_met_digest",
            ),
        ]
        indexes = [models.Index(fields=["traject", "volgnummer"], name="gebeurtenis_traject")]
