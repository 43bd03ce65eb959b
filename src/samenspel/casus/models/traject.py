"""Versions of a werkwijze, and the trajecten that run on them."""

import uuid

from django.db import models
from django.db.models import Q

from samenspel.organisatie.basis import Rij, Zwijgzaam

__all__ = ["Ingebruikname", "Traject", "Trajectstap", "WerkwijzeVersie"]


class WerkwijzeVersie(Zwijgzaam):
    """A definition as it was loaded, never changed again: trajecten stay on the version they started on."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(max_length=100)
    hash = models.CharField(max_length=64, unique=True)
    geldig_vanaf = models.DateField()
    tekst = models.TextField()
    schema = models.PositiveSmallIntegerField()
    geladen_op = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["slug", "geldig_vanaf"], name="werkwijzeversie_geldig")]


class Ingebruikname(Rij):
    """A municipality's own choice of a version: new trajecten begin on it from `vanaf` (None: not yet).

    `eigen`: this municipality loaded the text itself; others don't see it. Without any row of its own a municipality
    uses what comes with the installation.
    """

    versie = models.ForeignKey(WerkwijzeVersie, on_delete=models.PROTECT)
    eigen = models.BooleanField(default=False)
    vanaf = models.DateField(null=True, blank=True)
    door = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    geladen_op = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gemeente", "versie"], name="ingebruikname_versie_uniek")]


class Traject(Rij):
    """One run of one werkwijze, at one place at a time.

    From `wacht_op` on it is a summary of the stand van zaken, so that lists need not compute it per row; it is
    renewed with every step and when `verandert_op` passes. `taken`: what waits, each kind, on what, for which rollen.
    """

    casus = models.ForeignKey("casus.Casus", on_delete=models.PROTECT)
    versie = models.ForeignKey(WerkwijzeVersie, on_delete=models.PROTECT)
    naam = models.CharField(max_length=150)
    betreft = models.ManyToManyField("huishouden.Persoon", blank=True)
    fase = models.CharField(max_length=100)
    sinds = models.DateField()
    gestart_op = models.DateField()
    gestart_door = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    overgeslagen = models.JSONField(default=list, blank=True)
    cluster = models.CharField(max_length=100, blank=True, default="")
    waakvlam_op = models.DateField(null=True, blank=True)
    wacht_op = models.JSONField(default=list, blank=True)
    taken = models.JSONField(default=list, blank=True)
    eerste_termijn = models.DateField(null=True, blank=True)
    eerste_termijn_naam = models.CharField(max_length=200, blank=True, default="")
    verandert_op = models.DateField(null=True, blank=True)
    open = models.BooleanField(default=True)

    class Meta:
        indexes = [
            models.Index(fields=["gemeente", "eerste_termijn"], condition=Q(open=True), name="traject_eerste_termijn"),
            models.Index(fields=["verandert_op"], condition=Q(open=True), name="traject_verandert"),
            models.Index(fields=["gemeente", "fase"], condition=Q(open=True), name="traject_fase"),
        ]


class Trajectstap(Rij):
    """A stap that was taken; its reason stands in the words of `item`."""

    traject = models.ForeignKey(Traject, on_delete=models.PROTECT)
    volgnummer = models.PositiveIntegerField()
    stap = models.CharField(max_length=100)
    van = models.CharField(max_length=100)
    naar = models.CharField(max_length=100)
    op = models.DateField()
    door = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey("delen.Item", null=True, blank=True, on_delete=models.PROTECT)

    class Meta:
        ordering = ["traject", "volgnummer"]
        constraints = [
            models.UniqueConstraint(fields=["traject", "volgnummer"], name="trajectstap_volgnummer_uniek"),
            models.CheckConstraint(condition=Q(volgnummer__gte=1), name="trajectstap_volgnummer"),
        ]
