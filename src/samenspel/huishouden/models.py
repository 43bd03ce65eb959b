"""Households, people, who belongs where and who has parental authority, and the index to find them."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from samenspel.huishouden.soorten import Adressoort, Bsngrond, Relatiesoort, Vertegenwoordigersoort
from samenspel.organisatie.basis import Rij, VanGemeente, in_volgorde, keuzes, kiest_uit

__all__ = ["Bsn", "Gezag", "Huishouden", "Lidmaatschap", "Persoon", "Relatie", "Vertegenwoordiger", "Zoekdeel"]


class Huishouden(Rij):
    """A household, of a team. Its people come and go: see Lidmaatschap."""

    # Named after its first person: room for the longest name with a word before it.
    naam = models.CharField(max_length=320)
    wijk = models.ForeignKey("organisatie.Wijk", null=True, blank=True, on_delete=models.PROTECT)
    team = models.ForeignKey("organisatie.Team", on_delete=models.PROTECT)
    samengevoegd_met = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="dubbelen", db_index=False
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(samengevoegd_met__isnull=True) | ~Q(samengevoegd_met=F("id")),
                name="huishouden_niet_zichzelf",
            )
        ]
        # Few are doubles: in an index of all, a database takes "the same as none" for half of the table.
        indexes = [
            models.Index(
                fields=["samengevoegd_met"], condition=Q(samengevoegd_met__isnull=False), name="huishouden_dubbel"
            )
        ]


class Persoon(Rij):
    """A person, once, in however many households: a child of divorced parents belongs to two.

    Of some only the year of birth is guessed. A child that isn't born yet (`verwacht_op`) may have no name; it becomes
    a person like others, in the same row, when its date of birth is filled in.
    """

    voornaam = models.CharField(max_length=300, blank=True)
    achternaam = models.CharField(max_length=300, blank=True)
    geboortedatum = models.DateField(null=True, blank=True)
    geboortejaar = models.PositiveSmallIntegerField(null=True, blank=True)
    verwacht_op = models.DateField(null=True, blank=True)
    telefoon = models.CharField(max_length=30, blank=True, default="")
    adres = models.CharField(max_length=300, blank=True, default="")
    adres_soort = models.CharField(max_length=20, choices=keuzes(Adressoort), default=Adressoort.WOONADRES)
    taal = models.CharField(max_length=50, blank=True, default="")
    tolk_nodig = models.BooleanField(default=False)
    samengevoegd_met = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="dubbelen", db_index=False
    )
    adres_geheim = models.BooleanField(default=False)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(versie__gte=1), name="persoon_versie"),
            models.CheckConstraint(
                condition=Q(samengevoegd_met__isnull=True) | ~Q(samengevoegd_met=F("id")), name="persoon_niet_zichzelf"
            ),
            kiest_uit("adres_soort", Adressoort, "persoon_adres_soort"),
            models.CheckConstraint(
                condition=Q(geboortedatum__isnull=True) | Q(geboortejaar__isnull=True), name="persoon_dag_of_jaar"
            ),
            models.CheckConstraint(
                condition=Q(verwacht_op__isnull=True) | Q(geboortedatum__isnull=True, geboortejaar__isnull=True),
                name="persoon_verwacht_of_geboren",
            ),
        ]
        indexes = [
            models.Index(fields=["gemeente", "geboortedatum"], name="persoon_geboren"),
            models.Index(
                fields=["samengevoegd_met"], condition=Q(samengevoegd_met__isnull=False), name="persoon_dubbel"
            ),
        ]

    @property
    def naam(self) -> str:
        """The name as people say it."""
        return f"{self.roepnaam} {self.achternaam}".strip()

    @property
    def roepnaam(self) -> str:
        """The first name, or what a child without a name is called until it is born."""
        return self.voornaam or ("ongeboren kind" if self.ongeboren else "")

    @property
    def ongeboren(self) -> bool:
        """Whether this child is still to be born."""
        return self.verwacht_op is not None

    def leeftijd_op(self, dag: date) -> int | None:
        """Age in whole years on a day; None when the date of birth isn't known."""
        geboren = self.geboortedatum
        if geboren is None:
            return None
        # Someone born on 29 February turns a year older on 1 March of other years (BW 1:2, BW 1:233).
        return dag.year - geboren.year - ((dag.month, dag.day) < (geboren.month, geboren.day))


class Lidmaatschap(Rij):
    """A person belongs to a household from a day to a day."""

    huishouden = models.ForeignKey(Huishouden, on_delete=models.PROTECT)
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            in_volgorde("lidmaatschap_periode"),
            models.UniqueConstraint(
                fields=["huishouden", "persoon"], condition=Q(tot__isnull=True), name="lidmaatschap_lopend_uniek"
            ),
        ]


class Gezag(Rij):
    """A parent has authority over a child from a day to a day; without it, a parent has no say and no look."""

    ouder = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="gezag_over")
    kind = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="gezag_door")
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            in_volgorde("gezag_periode"),
            models.CheckConstraint(condition=~Q(ouder=F("kind")), name="gezag_over_een_ander"),
            models.UniqueConstraint(fields=["ouder", "kind"], condition=Q(tot__isnull=True), name="gezag_lopend_uniek"),
        ]


class Relatie(Rij):
    """`persoon` is this `soort` to `ander`, from a day to a day as far as those are known."""

    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="relaties")
    ander = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="relaties_van_anderen")
    soort = models.CharField(max_length=20, choices=keuzes(Relatiesoort))
    omschrijving = models.CharField(max_length=100, blank=True, default="")
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            in_volgorde("relatie_periode"),
            kiest_uit("soort", Relatiesoort, "relatie_soort"),
            models.CheckConstraint(condition=~Q(persoon=F("ander")), name="relatie_met_een_ander"),
            models.CheckConstraint(
                condition=~Q(soort=Relatiesoort.ANDERS) | ~Q(omschrijving=""), name="relatie_anders_beschreven"
            ),
            models.UniqueConstraint(
                fields=["persoon", "ander", "soort"], condition=Q(tot__isnull=True), name="relatie_lopend_uniek"
            ),
        ]


class Vertegenwoordiger(Rij):
    """Who acts for a person as bewindvoerder, mentor or curator, and how to reach them."""

    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT)
    soort = models.CharField(max_length=20, choices=keuzes(Vertegenwoordigersoort))
    naam = models.CharField(max_length=200)
    organisatie = models.CharField(max_length=200, blank=True, default="")
    telefoon = models.CharField(max_length=30, blank=True, default="")
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            in_volgorde("vertegenwoordiger_periode"),
            kiest_uit("soort", Vertegenwoordigersoort, "vertegenwoordiger_soort"),
        ]


class Bsn(Rij):
    """The burgerservicenummer of a person: encrypted, with a keyed index to notice that somebody is there twice."""

    persoon = models.OneToOneField(Persoon, on_delete=models.PROTECT)
    inhoud = models.BinaryField()
    blind = models.CharField(max_length=64)
    grond = models.CharField(max_length=30, choices=keuzes(Bsngrond))
    vastgelegd_door = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField()

    class Meta:
        constraints = [
            kiest_uit("grond", Bsngrond, "bsn_grond"),
            models.UniqueConstraint(fields=["gemeente", "blind"], name="bsn_uniek"),
        ]


class Zoekdeel(VanGemeente):
    """Three letters of a folded name or address of a household or its people; kept in step by `huishouden.services`."""

    huishouden = models.ForeignKey(Huishouden, on_delete=models.CASCADE)
    deel = models.CharField(max_length=3)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "deel", "huishouden"], name="zoekdeel_uniek"),
        ]
