"""The one plan of a casus: what the household wants to reach, and who does what by when."""

from django.db import models
from django.db.models import Q

from samenspel.organisatie.basis import VanGemeente, keuzes, kiest_uit

__all__ = ["STATUSSEN", "Actie", "Doel"]

STATUSSEN = ("loopt", "bereikt", "losgelaten")


class Doel(VanGemeente):
    """A goal in the resident's words (words: tekst)."""

    item = models.OneToOneField("delen.Item", primary_key=True, on_delete=models.PROTECT)
    status = models.CharField(max_length=20, choices=keuzes(STATUSSEN), default="loopt")
    volgorde = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [kiest_uit("status", STATUSSEN, "doel_status")]


class Actie(VanGemeente):
    """Somebody does something before a day (words: wat, and wie when that is neither an account nor a person)."""

    item = models.OneToOneField("delen.Item", primary_key=True, on_delete=models.PROTECT)
    doel = models.ForeignKey(Doel, null=True, blank=True, on_delete=models.PROTECT)
    traject = models.ForeignKey("casus.Traject", null=True, blank=True, on_delete=models.PROTECT)
    account = models.ForeignKey("organisatie.Account", null=True, blank=True, on_delete=models.PROTECT)
    persoon = models.ForeignKey("huishouden.Persoon", null=True, blank=True, on_delete=models.PROTECT)
    voor = models.DateField(null=True, blank=True)
    gedaan_op = models.DateField(null=True, blank=True)
    agendapunt = models.ForeignKey("overleg.Agendapunt", null=True, blank=True, on_delete=models.PROTECT)

    class Meta:
        constraints = [
            # The third owner is words, which the service checks: exactly one of the three.
            models.CheckConstraint(
                condition=Q(account__isnull=True) | Q(persoon__isnull=True), name="actie_een_eigenaar"
            ),
        ]
        indexes = [
            models.Index(fields=["account", "voor"], condition=Q(gedaan_op__isnull=True), name="actie_te_doen"),
            models.Index(fields=["gemeente", "voor"], condition=Q(gedaan_op__isnull=True), name="actie_open_voor"),
        ]
