"""Breakthrough money: what was asked, who signed for it as what, the receipts, and how a loan comes back."""

from django.db import models
from django.db.models import F, Q

from samenspel.kern.budget.leningen import Mutatiesoort
from samenspel.kern.stand.bonnen import BON
from samenspel.kern.werkwijze.model import Vorm
from samenspel.organisatie.basis import Rij, VanItem, keuzes, kiest_uit

__all__ = [
    "ALS",
    "BON",
    "LEENAFSPRAAK",
    "Aanvraag",
    "Bon",
    "Handtekening",
    "Kwijtschelding",
    "Leenmutatie",
    "Leenregeling",
]

ALS = ("aanvrager", "beoordelaar", "betaler")
LEENAFSPRAAK = "leenafspraak"


class Aanvraag(VanItem):
    """An application for money, in cents; `ruimte` is what the budget still allowed then (words: waarvoor).

    Money that comes back is paid `keren` times until `tot`; `bedrag` is all of it.
    """

    traject = models.ForeignKey("casus.Traject", on_delete=models.PROTECT)
    budget = models.CharField(max_length=100)
    vorm = models.CharField(max_length=20, choices=keuzes(Vorm))
    bedrag = models.BigIntegerField()
    keren = models.PositiveSmallIntegerField(default=1)
    tot = models.DateField(null=True, blank=True)
    ruimte = models.BigIntegerField(null=True, blank=True)
    status = models.CharField(max_length=50)
    gedaan_op = models.DateField()
    besloten_op = models.DateField(null=True, blank=True)
    betaald_op = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(bedrag__gt=0), name="aanvraag_bedrag"),
            models.CheckConstraint(
                condition=Q(keren__gte=1) & (Q(keren=1) | Q(tot__isnull=False)), name="aanvraag_keren"
            ),
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
    """A receipt, or the scan of a signed agreement, in the database with the money that it accounts for."""

    aanvraag = models.ForeignKey(Aanvraag, on_delete=models.PROTECT)
    soort = models.CharField(max_length=20, choices=keuzes((BON, LEENAFSPRAAK)), default=BON)
    naam = models.CharField(max_length=200)
    inhoud = models.BinaryField()
    door = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        constraints = [kiest_uit("soort", (BON, LEENAFSPRAAK), "bon_soort")]


class Leenregeling(Rij):
    """How a loan is paid back: the first is the agreement, a later one a decision since that couldn't be kept.

    `na`: how many mutaties came before it; `getekend_op` only of the agreement (words: uitkering, ondertekend_door).
    """

    aanvraag = models.ForeignKey(Aanvraag, on_delete=models.PROTECT)
    volgnummer = models.PositiveIntegerField()
    bedrag = models.BigIntegerField()
    maandbedrag = models.BigIntegerField()
    eerste_op = models.DateField()
    na = models.PositiveIntegerField(default=0)
    getekend_op = models.DateField(null=True, blank=True)
    door = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    op = models.DateField()

    class Meta:
        ordering = ["volgnummer"]
        constraints = [
            models.UniqueConstraint(fields=["aanvraag", "volgnummer"], name="leenregeling_volgnummer"),
            models.CheckConstraint(
                condition=Q(bedrag__gt=0, maandbedrag__gt=0, maandbedrag__lte=F("bedrag")), name="leenregeling_bedrag"
            ),
            models.CheckConstraint(
                condition=Q(volgnummer=1) | Q(volgnummer__gt=1, getekend_op__isnull=True), name="leenregeling_getekend"
            ),
        ]


class Leenmutatie(Rij):
    """What made the balance of a loan go down, on the day it happened; a repayment that was turned back counts no
    more."""

    aanvraag = models.ForeignKey(Aanvraag, on_delete=models.PROTECT)
    volgnummer = models.PositiveIntegerField()
    soort = models.CharField(max_length=20, choices=keuzes(Mutatiesoort))
    bedrag = models.BigIntegerField()
    op = models.DateField()
    door = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField()
    terug_op = models.DateField(null=True, blank=True)
    terug_door = models.ForeignKey(
        "organisatie.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["volgnummer"]
        constraints = [
            models.UniqueConstraint(fields=["aanvraag", "volgnummer"], name="leenmutatie_volgnummer"),
            models.CheckConstraint(
                condition=Q(terug_op__isnull=True, terug_door__isnull=True)
                | Q(soort="aflossing", terug_op__isnull=False, terug_door__isnull=False),
                name="leenmutatie_terug",
            ),
            models.CheckConstraint(condition=Q(bedrag__gt=0), name="leenmutatie_bedrag"),
            kiest_uit("soort", Mutatiesoort, "leenmutatie_soort"),
        ]


class Kwijtschelding(Rij):
    """Somebody asks to forgive the agreed share, since it was attested; somebody else decides (words: bewijs)."""

    aanvraag = models.ForeignKey(Aanvraag, on_delete=models.PROTECT)
    gevraagd_door = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    gevraagd_op = models.DateTimeField()
    aangetoond_op = models.DateField()
    beslist_door = models.ForeignKey(
        "organisatie.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    beslist_op = models.DateTimeField(null=True, blank=True)
    akkoord = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ["gevraagd_op"]
        constraints = [
            models.UniqueConstraint(
                fields=["aanvraag"], condition=Q(beslist_op__isnull=True), name="kwijtschelding_een_open"
            ),
            models.UniqueConstraint(fields=["aanvraag"], condition=Q(akkoord=True), name="kwijtschelding_een_keer"),
            models.CheckConstraint(
                condition=Q(beslist_door__isnull=True, beslist_op__isnull=True, akkoord__isnull=True)
                | Q(beslist_door__isnull=False, beslist_op__isnull=False, akkoord__isnull=False),
                name="kwijtschelding_heel",
            ),
            models.CheckConstraint(
                condition=Q(beslist_door__isnull=True) | ~Q(beslist_door=F("gevraagd_door")),
                name="kwijtschelding_vier_ogen",
            ),
        ]
