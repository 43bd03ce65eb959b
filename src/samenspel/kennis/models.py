"""Organisations and the people to call there (the telefoonlijst)."""

from django.db import models
from django.db.models import Q

from samenspel.organisatie.basis import Rij, keuzes, kiest_uit

__all__ = ["SOORTEN", "Contactpersoon", "Organisatie"]

SOORTEN = ("publiek", "privaat")


class Organisatie(Rij):
    """An organisation: a public body has mandaat, a private party beslisruimte."""

    naam = models.CharField(max_length=150)
    soort = models.CharField(max_length=20, choices=keuzes(SOORTEN))
    telefoon = models.CharField(max_length=30, blank=True, default="")
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "naam"], name="organisatie_naam_uniek"),
            kiest_uit("soort", SOORTEN, "organisatie_soort"),
        ]


class Contactpersoon(Rij):
    """Somebody to call, and what that one may decide: under which laws, up to which amount in cents."""

    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT)
    naam = models.CharField(max_length=150)
    functie = models.CharField(max_length=150, blank=True, default="")
    telefoon = models.CharField(max_length=30, blank=True, default="")
    wetten = models.JSONField(default=list, blank=True)
    bedrag = models.PositiveBigIntegerField(null=True, blank=True)
    uitleg = models.TextField(blank=True, default="")
    geldig_tot = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["naam"]
        constraints = [
            models.CheckConstraint(condition=Q(bedrag__isnull=True) | Q(bedrag__gt=0), name="contactpersoon_bedrag"),
        ]
