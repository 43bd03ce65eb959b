"""Gemeenten, wijken, teams, accounts, who holds a rol in a team or at a table, and who has a taak beside dossiers."""

import uuid
from enum import StrEnum
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from samenspel.organisatie.basis import Rij, VanGemeente, Zwijgzaam, in_volgorde, keuzes, kiest_uit

__all__ = ["Account", "AccountManager", "Gemeente", "Rolvervulling", "Taak", "Taakvervulling", "Team", "Wijk"]


class Taak(StrEnum):
    """Work for the municipality that is not about one household, and gives no look into any dossier."""

    BEHEER = "functioneel_beheer"
    PRIVACY = "privacy"
    BELEID = "beleid"
    TEAMLEIDING = "teamleiding"


class Gemeente(Zwijgzaam):
    """A municipality. `demo` marks invented people: only such a municipality may ever be reset."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    naam = models.CharField(max_length=100)
    code = models.SlugField(max_length=50, unique=True)
    demo = models.BooleanField(default=False)


class Wijk(Rij):
    """A neighbourhood of the municipality."""

    naam = models.CharField(max_length=100)

    class Meta:
        ordering = ["naam"]
        constraints = [models.UniqueConstraint(fields=["gemeente", "naam"], name="wijk_naam_uniek")]


class Team(Rij):
    """A team of professionals, for some neighbourhoods or (none named) for all."""

    naam = models.CharField(max_length=100)
    wijken = models.ManyToManyField(Wijk, blank=True)

    class Meta:
        ordering = ["naam"]
        constraints = [models.UniqueConstraint(fields=["gemeente", "naam"], name="team_naam_uniek")]


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by their login name; `organisatie.services` makes them."""


class Account(AbstractBaseUser, VanGemeente):
    """Somebody who logs in: a professional, or a resident (`persoon`) who sees what concerns them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gebruikersnaam = models.CharField(max_length=150, unique=True)
    naam = models.CharField(max_length=150)
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT)
    functie = models.CharField(max_length=100, blank=True, default="")
    telefoon = models.CharField(max_length=30, blank=True, default="")
    persoon = models.OneToOneField("huishouden.Persoon", null=True, blank=True, on_delete=models.PROTECT)
    vervanger = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="vervangt")
    is_active = models.BooleanField(default=True)

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "gebruikersnaam"
    REQUIRED_FIELDS = ["naam", "gemeente"]

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(vervanger__isnull=True) | ~Q(vervanger=F("id")), name="account_vervangt_niet_zichzelf"
            ),
            models.CheckConstraint(
                condition=Q(persoon__isnull=True) | Q(team__isnull=True), name="account_inwoner_zonder_team"
            ),
        ]

    def __str__(self) -> str:
        # AbstractBaseUser shows the login name.
        return f"Account {self.pk}"


class Rolvervulling(Rij):
    """Who holds a rol that goes with a team (no team: all teams) or with a table, and from when to when."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT)
    werkwijze = models.SlugField(max_length=100)
    rol = models.CharField(max_length=100)
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT)
    tafel = models.ForeignKey("overleg.Tafel", null=True, blank=True, on_delete=models.PROTECT)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            in_volgorde("rolvervulling_periode"),
            models.CheckConstraint(
                condition=Q(team__isnull=True) | Q(tafel__isnull=True), name="rolvervulling_team_of_tafel"
            ),
        ]
        indexes = [models.Index(fields=["gemeente", "werkwijze", "rol"], name="rolvervulling_rol")]


class Taakvervulling(Rij):
    """Who has a taak from when to when; only teamleiding goes with a team."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT)
    taak = models.CharField(max_length=50, choices=keuzes(Taak))
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            in_volgorde("taakvervulling_periode"),
            kiest_uit("taak", Taak, "taakvervulling_taak"),
            models.CheckConstraint(
                condition=Q(taak=Taak.TEAMLEIDING.value, team__isnull=False)
                | ~Q(taak=Taak.TEAMLEIDING.value) & Q(team__isnull=True),
                name="taakvervulling_team",
            ),
            models.UniqueConstraint(
                fields=["account", "taak", "team"], condition=Q(tot__isnull=True), name="taakvervulling_team_uniek"
            ),
            # NULL differs from NULL in a unique key: a taak without a team needs a key of its own.
            models.UniqueConstraint(
                fields=["account", "taak"],
                condition=Q(tot__isnull=True, team__isnull=True),
                name="taakvervulling_taak_uniek",
            ),
        ]
