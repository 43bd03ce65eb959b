"""Gemeenten, wijken, teams, accounts, who holds which rol or taak, and what was done to all of these (`Beheerdaad`)."""

import uuid
from enum import StrEnum
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from samenspel.organisatie.basis import Rij, VanGemeente, Zwijgzaam, in_volgorde, keuzes, kiest_uit

__all__ = [
    "Account",
    "AccountManager",
    "Afwezigheid",
    "Beheerdaad",
    "Daadsoort",
    "Gemeente",
    "Rolvervulling",
    "Taak",
    "Taakvervulling",
    "Team",
    "Wegwijzer",
    "Wegwijzersoort",
    "Wijk",
]


class Taak(StrEnum):
    """Work for the municipality that is not about one household, and gives no look into any dossier."""

    BEHEER = "functioneel_beheer"
    PRIVACY = "privacy"
    BELEID = "beleid"
    TEAMLEIDING = "teamleiding"


class Daadsoort(StrEnum):
    """What somebody can do to how a municipality is set up."""

    ACCOUNT_GEMAAKT = "account_gemaakt"
    ACCOUNT_GEWIJZIGD = "account_gewijzigd"
    ACCOUNT_GEBLOKKEERD = "account_geblokkeerd"
    ACCOUNT_VRIJGEGEVEN = "account_vrijgegeven"
    INLOGLINK_GEMAAKT = "inloglink_gemaakt"
    WACHTWOORD_GEKOZEN = "wachtwoord_gekozen"
    ROL_GEGEVEN = "rol_gegeven"
    ROL_BEEINDIGD = "rol_beeindigd"
    TAAK_GEGEVEN = "taak_gegeven"
    TAAK_BEEINDIGD = "taak_beeindigd"
    TEAM_GEWIJZIGD = "team_gewijzigd"
    TEAM_BEEINDIGD = "team_beeindigd"
    TAFEL_GEWIJZIGD = "tafel_gewijzigd"
    TAFEL_BEEINDIGD = "tafel_beeindigd"
    LIJST_GEWIJZIGD = "lijst_gewijzigd"
    WEGWIJZER_GEWIJZIGD = "wegwijzer_gewijzigd"
    DEFINITIE_GELADEN = "definitie_geladen"
    DEFINITIE_IN_GEBRUIK = "definitie_in_gebruik"


class Wegwijzersoort(StrEnum):
    """What a resident can turn to somebody for, whatever their plan says."""

    CLIENTONDERSTEUNER = "clientondersteuner"
    KLACHT = "klacht"
    BEZWAAR = "bezwaar"


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


class Wegwijzer(Rij):
    """Where residents of the municipality turn to for one thing; all may be empty: then they are told to ask."""

    soort = models.CharField(max_length=30, choices=keuzes(Wegwijzersoort))
    naam = models.CharField(max_length=150, blank=True, default="")
    telefoon = models.CharField(max_length=30, blank=True, default="")
    adres = models.CharField(max_length=200, blank=True, default="")
    website = models.CharField(max_length=200, blank=True, default="")
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            kiest_uit("soort", Wegwijzersoort, "wegwijzer_soort"),
            models.UniqueConstraint(fields=["gemeente", "soort"], name="wegwijzer_soort_uniek"),
        ]

    @property
    def leeg(self) -> bool:
        """Whether it says nothing to go by."""
        return not self.delen

    @property
    def delen(self) -> tuple[str, ...]:
        """What there is to go by."""
        return tuple(d for d in (self.telefoon, self.adres, self.website) if d)


class Team(Rij):
    """A team of professionals, for some neighbourhoods or (none named) for all. `tot`: it ended that day."""

    naam = models.CharField(max_length=100)
    wijken = models.ManyToManyField(Wijk, blank=True)
    tot = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

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
    versie = models.PositiveIntegerField(default=1)

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


def niet_aan_zichzelf(naam: str) -> models.CheckConstraint:
    """The database refuses what somebody gives to oneself."""
    return models.CheckConstraint(condition=Q(gegeven_door__isnull=True) | ~Q(gegeven_door=F("account")), name=naam)


class Rolvervulling(Rij):
    """Who holds a rol that goes with a team (no team: all teams) or with a table, and from when to when.

    `gegeven_door` is empty where no account did it: the command line, a scenario.
    """

    account = models.ForeignKey(Account, on_delete=models.PROTECT)
    werkwijze = models.SlugField(max_length=100)
    rol = models.CharField(max_length=100)
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT)
    tafel = models.ForeignKey("overleg.Tafel", null=True, blank=True, on_delete=models.PROTECT)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    gegeven_door = models.ForeignKey(Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            in_volgorde("rolvervulling_periode"),
            niet_aan_zichzelf("rolvervulling_niet_zichzelf"),
            models.CheckConstraint(
                condition=Q(team__isnull=True) | Q(tafel__isnull=True), name="rolvervulling_team_of_tafel"
            ),
        ]
        indexes = [models.Index(fields=["gemeente", "werkwijze", "rol"], name="rolvervulling_rol")]


class Afwezigheid(Rij):
    """Somebody is away from `van` until `tot` (the first day back; None: not known), and who stands in.

    Why is nobody's business: there is no reason on purpose.
    """

    account = models.ForeignKey(Account, on_delete=models.PROTECT)
    vervanger = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    vastgelegd_door = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField()

    class Meta:
        constraints = [
            in_volgorde("afwezigheid_periode"),
            models.CheckConstraint(condition=~Q(vervanger=F("account")), name="afwezigheid_vervanger_is_een_ander"),
            models.UniqueConstraint(
                fields=["account"], condition=Q(tot__isnull=True), name="afwezigheid_zonder_einde_uniek"
            ),
        ]
        indexes = [models.Index(fields=["vervanger", "van"], name="afwezigheid_vervanger")]


class Taakvervulling(Rij):
    """Who has a taak from when to when; only teamleiding goes with a team."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT)
    taak = models.CharField(max_length=50, choices=keuzes(Taak))
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    gegeven_door = models.ForeignKey(Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            in_volgorde("taakvervulling_periode"),
            niet_aan_zichzelf("taakvervulling_niet_zichzelf"),
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


class Beheerdaad(Rij):
    """Something done to how the municipality is set up: only ever added. `wat` holds codes, `ding` the row."""

    soort = models.CharField(max_length=50, choices=keuzes(Daadsoort))
    door = models.ForeignKey(Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    wat = models.CharField(max_length=250, blank=True, default="")
    ding = models.UUIDField(null=True, blank=True)
    op = models.DateTimeField()

    class Meta:
        constraints = [kiest_uit("soort", Daadsoort, "beheerdaad_soort")]
        indexes = [models.Index(fields=["gemeente", "op"], name="beheerdaad_op")]
