"""What all rows share: a key of their own, the municipality they belong to, and a text without personal data."""

import uuid
from collections.abc import Iterable

from django.db import models
from django.db.models import F, Q

__all__ = [
    "AndereGemeente",
    "Rij",
    "VanGemeente",
    "VanItem",
    "Zwijgzaam",
    "in_volgorde",
    "keuzes",
    "kiest_uit",
    "zelfde_gemeente",
]


class Zwijgzaam(models.Model):
    """Shows itself by kind and key only: what Django prints ends up in logs and error pages."""

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.object_name} {self.pk}"


class VanGemeente(Zwijgzaam):
    """A row of one municipality: the first thing that every list and every look-up filters on."""

    gemeente = models.ForeignKey("organisatie.Gemeente", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Rij(VanGemeente):
    """A row of a municipality with a key that cannot be guessed or counted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True


class VanItem(VanGemeente):
    """What is known of one item of a dossier beside its words."""

    item = models.OneToOneField("delen.Item", primary_key=True, on_delete=models.PROTECT)

    class Meta:
        abstract = True


def keuzes(waarden: Iterable[str]) -> list[tuple[str, str]]:
    """Choices whose stored code is also what is shown; a page gives them their words."""
    return [(str(waarde), str(waarde)) for waarde in waarden]


def kiest_uit(veld: str, waarden: Iterable[str], naam: str) -> models.CheckConstraint:
    """The database refuses a code that isn't in the list."""
    return models.CheckConstraint(condition=Q(**{f"{veld}__in": [str(w) for w in waarden]}), name=naam)


def in_volgorde(naam: str, van: str = "van", tot: str = "tot") -> models.CheckConstraint:
    """The database refuses a period that ends before it begins."""
    return models.CheckConstraint(condition=Q(**{f"{tot}__isnull": True}) | Q(**{f"{tot}__gte": F(van)}), name=naam)


class AndereGemeente(Exception):
    """Rows of different municipalities were about to be tied together."""

    def __init__(self) -> None:
        super().__init__("Dit hoort bij een andere gemeente.")


def zelfde_gemeente(*rijen: VanGemeente) -> None:
    """Refuse to tie rows of different municipalities together; raises AndereGemeente."""
    if len({rij.gemeente_id for rij in rijen}) > 1:
        raise AndereGemeente
