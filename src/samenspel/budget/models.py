"""Breakthrough money: what was asked, who signed for it as what, and the receipts."""

from django.db import models
from django.db.models import Q

from samenspel.kern.werkwijze.model import Vorm
from samenspel.organisatie.basis import Rij, VanGemeente, keuzes, kiest_uit

__all__ = ["ALS", "Aanvraag", "Bon", "Handtekening"]

ALS = ("aanvrager", "beoordelaar", "betaler")


class Aanvraag(VanGemeente):
    """An application for money, in cents; `ruimte` is what the budget still allowed then (words: waarvoor)."""

    item = models.OneToOneField("delen.Item", primary_key=True, on_delete=models.PROTECT)
    traject = models.ForeignKey("casus.Traject", on_delete=models.PROTECT)
    budget = models.CharField(max_length=100)
    vorm = models.CharField(max_length=20, choices=keuzes(Vorm))
    bedrag = models.BigIntegerField()
    ruimte = models.BigIntegerField(null=True, blank=True)
    status = models.CharField(max_length=50)
    gedaan_op = models.DateField()
    besloten_op = models.DateField(null=True, blank=True)
    betaald_op = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(bedrag__gt=0), name="aanvraag_bedrag"),
            kiest_uit("vorm", Vorm, "aanvraag_vorm"),
        ]
        indexes = [models.Index(fields=["gemeente", "budget", "status"], name="aanvraag_budget")]


class Handtekening(Rij):
    """Somebody signed an application. One account signs one application once, whatever the role: four eyes."""

    aanvraag = models.ForeignKey(Aanvraag, on_delete=models.PROTECT)
    account = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT)
    als = models.CharField(max_length=20, choices=keuzes(ALS))
    akkoord = models.BooleanField(null=True, blank=True)
    op = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["aanvraag", "account"], name="handtekening_vier_ogen"),
            models.UniqueConstraint(
                fields=["aanvraag"], condition=Q(als="aanvrager"), name="handtekening_een_aanvrager"
            ),
            models.UniqueConstraint(fields=["aanvraag"], condition=Q(als="betaler"), name="handtekening_een_betaler"),
            kiest_uit("als", ALS, "handtekening_als"),
            models.CheckConstraint(
                condition=~Q(als="beoordelaar") | Q(akkoord__isnull=False), name="handtekening_oordeel"
            ),
        ]


class Bon(Rij):
    """A receipt, in the database with what it accounts for."""

    aanvraag = models.ForeignKey(Aanvraag, on_delete=models.PROTECT)
    naam = models.CharField(max_length=200)
    inhoud = models.BinaryField()
    door = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()
