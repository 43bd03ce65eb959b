"""Reflectiesessies about several casussen, and the lessons that colleagues may read without the casussen."""

from django.db import models
from django.db.models import Q

from samenspel.kern.afwegen.knelpunt import Knelpuntniveau
from samenspel.organisatie.basis import Rij, keuzes

__all__ = ["Besproken", "Les", "Reflectiesessie"]


class Reflectiesessie(Rij):
    """A meeting to learn from several casussen at once. Nothing is decided there on any of them."""

    werkwijze = models.SlugField(max_length=100)
    op = models.DateField()
    deelnemers = models.ManyToManyField("organisatie.Account", blank=True, related_name="+")
    vastgelegd_door = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["gemeente", "-op"], name="reflectiesessie_op")]


class Besproken(Rij):
    """A traject that was talked about in a session; `na_stap` as with an agenda point: it counts in that stay."""

    sessie = models.ForeignKey(Reflectiesessie, on_delete=models.PROTECT, related_name="besproken")
    traject = models.ForeignKey("casus.Traject", on_delete=models.PROTECT)
    op = models.DateField()
    na_stap = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sessie", "traject"], name="besproken_uniek")]


class Les(Rij):
    """What was learned, in words without personal data, with what it is about.

    `knelpunt` only leads who may read it there; `niveau` is its level, kept apart so that a list tells nothing else.
    """

    sessie = models.ForeignKey(Reflectiesessie, on_delete=models.PROTECT, related_name="lessen")
    tekst = models.TextField()
    leefgebied = models.CharField(max_length=100, blank=True, default="")
    wet = models.CharField(max_length=100, blank=True, default="")
    niveau = models.CharField(max_length=20, blank=True, default="", choices=keuzes(Knelpuntniveau))
    knelpunt = models.ForeignKey("doorbraak.Knelpunt", null=True, blank=True, on_delete=models.PROTECT)
    geschreven_door = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    geschreven_op = models.DateTimeField()
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(niveau="") | Q(niveau__in=[n.value for n in Knelpuntniveau]), name="les_niveau"
            )
        ]
        indexes = [models.Index(fields=["gemeente", "-geschreven_op"], name="les_geschreven_op")]
