"""The register of everything in a dossier, its words, on what basis it is shared, and who looked."""

from django.db import models
from django.db.models import F, Q

from samenspel.kern.delen.wissen import Wisgrond
from samenspel.kern.werkwijze.model import AvgGrondslag, Gegevenssoort
from samenspel.organisatie.basis import Rij, in_volgorde, keuzes, kiest_uit

__all__ = [
    "Grondslag",
    "Helpt",
    "Inzage",
    "Inzagedag",
    "Inzagetelling",
    "Item",
    "Verstrekking",
    "Wisverzoek",
    "Woorden",
]


def gegevenssoorten() -> list[tuple[str, str]]:
    """The kinds of content that kern knows; a function, so that a new kind asks no migration."""
    return keuzes(Gegevenssoort)


class Item(Rij):
    """Something in a dossier: whose it is, what kind it is, and which people it is about."""

    casus = models.ForeignKey("casus.Casus", on_delete=models.PROTECT)
    traject = models.ForeignKey("casus.Traject", null=True, blank=True, on_delete=models.PROTECT)
    soort = models.CharField(max_length=50, choices=gegevenssoorten)
    eigenaar = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    betreft = models.ManyToManyField("huishouden.Persoon")
    versie = models.PositiveIntegerField(default=1)
    gemaakt_op = models.DateTimeField()
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(versie__gte=1), name="item_versie")]
        indexes = [
            models.Index(fields=["casus", "soort"], name="item_soort"),
            models.Index(fields=["casus", "gemaakt_op"], name="item_gemaakt"),
        ]


class Woorden(Rij):
    """One version of the words of an item: written once, replaced by a next version, erased only by destroying
    `inhoud` and `zout`."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT)
    volgnummer = models.PositiveIntegerField()
    inhoud = models.JSONField(null=True, blank=True)
    zout = models.BinaryField(null=True, blank=True)
    digest = models.CharField(max_length=64)
    auteur = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField()
    gewist_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["item", "volgnummer"]
        constraints = [
            models.UniqueConstraint(fields=["item", "volgnummer"], name="woorden_volgnummer_uniek"),
            models.CheckConstraint(condition=Q(volgnummer__gte=1), name="woorden_volgnummer"),
            models.CheckConstraint(
                condition=Q(gewist_op__isnull=True, inhoud__isnull=False, zout__isnull=False)
                | Q(gewist_op__isnull=False, inhoud__isnull=True, zout__isnull=True),
                name="woorden_heel_of_gewist",
            ),
        ]


class Grondslag(Rij):
    """On what basis a partner may see which kinds of data about whom: the four parts, purpose and period.

    The partner is an account that looks along, or somebody outside (`partij`) who is only given documents;
    `organisaties`: as which organisations those stand on the telefoonlijst.
    """

    casus = models.ForeignKey("casus.Casus", on_delete=models.PROTECT)
    partner = models.ForeignKey(
        "organisatie.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    partij = models.CharField(max_length=200, blank=True, default="")
    organisaties = models.ManyToManyField("kennis.Organisatie", blank=True)
    code = models.CharField(max_length=100, blank=True, default="")
    avg_6 = models.CharField(max_length=50)
    uitzondering_9_10 = models.TextField(blank=True, default="")
    geheim = models.TextField(blank=True, default="")
    convenant = models.TextField(blank=True, default="")
    doel = models.TextField()
    soorten = models.JSONField(default=list)
    personen = models.ManyToManyField("huishouden.Persoon")
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    vastgelegd_door = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    beeindigd_op = models.DateTimeField(null=True, blank=True)
    beeindigd_door = models.ForeignKey(
        "organisatie.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            in_volgorde("grondslag_periode"),
            kiest_uit("avg_6", AvgGrondslag, "grondslag_avg_6"),
            models.CheckConstraint(
                condition=Q(partner__isnull=False, partij="") | (Q(partner__isnull=True) & ~Q(partij="")),
                name="grondslag_met_een",
            ),
            models.CheckConstraint(
                condition=Q(beeindigd_op__isnull=True, beeindigd_door__isnull=True)
                | Q(beeindigd_op__isnull=False, beeindigd_door__isnull=False),
                name="grondslag_einde_door_iemand",
            ),
        ]
        indexes = [models.Index(fields=["partner", "casus"], name="grondslag_partner")]

    @property
    def met_wie(self) -> str:
        """Who is shared with, by name."""
        return self.partner.naam if self.partner is not None else self.partij


class Verstrekking(Rij):
    """A document that left: to whom, on which basis, about whom, what was in it, and by whose hand. Never changed."""

    casus = models.ForeignKey("casus.Casus", on_delete=models.PROTECT)
    traject = models.ForeignKey("casus.Traject", on_delete=models.PROTECT)
    grondslag = models.ForeignKey(Grondslag, on_delete=models.PROTECT)
    stuk = models.CharField(max_length=200)
    vorm = models.CharField(max_length=10)
    soorten = models.JSONField(default=list)
    personen = models.ManyToManyField("huishouden.Persoon")
    digest = models.CharField(max_length=64)
    account = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["gemeente", "op"], name="verstrekking_op")]


class Wisverzoek(Rij):
    """A proposal to erase the words about one person; another confirms or refuses it, and only then they go.

    `reden` and `besluit_reden` are the officers' own words; `gewist` counts the texts that went.
    """

    casus = models.ForeignKey("casus.Casus", on_delete=models.PROTECT)
    persoon = models.ForeignKey("huishouden.Persoon", on_delete=models.PROTECT)
    grond = models.CharField(max_length=50, choices=keuzes(Wisgrond))
    reden = models.TextField()
    voorgesteld_door = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    voorgesteld_op = models.DateTimeField()
    besloten_door = models.ForeignKey(
        "organisatie.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    besloten_op = models.DateTimeField(null=True, blank=True)
    besluit_reden = models.TextField(blank=True, default="")
    gewist = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            kiest_uit("grond", Wisgrond, "wisverzoek_grond"),
            models.CheckConstraint(
                condition=Q(besloten_door__isnull=True, besloten_op__isnull=True, gewist__isnull=True)
                | Q(besloten_door__isnull=False, besloten_op__isnull=False) & ~Q(besloten_door=F("voorgesteld_door")),
                name="wisverzoek_vier_ogen",
            ),
        ]
        indexes = [models.Index(fields=["gemeente", "-voorgesteld_op"], name="wisverzoek_op")]


class Helpt(Rij):
    """A colleague or professional with a part of their own in a casus, and whom of the household they help."""

    casus = models.ForeignKey("casus.Casus", on_delete=models.PROTECT)
    account = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT)
    personen = models.ManyToManyField("huishouden.Persoon")
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            in_volgorde("helpt_periode"),
            models.UniqueConstraint(
                fields=["casus", "account"], condition=Q(tot__isnull=True), name="helpt_lopend_uniek"
            ),
        ]


class Inzage(Rij):
    """Who looked at what and by which rol; outside the chain, so that looking waits for nobody.

    `uur`: the hour on the clock in the Netherlands, so that looking at night is found without reading every row.
    """

    casus = models.ForeignKey("casus.Casus", null=True, blank=True, on_delete=models.PROTECT)
    account = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    wat = models.CharField(max_length=100)
    ids = models.JSONField(default=list, blank=True)
    rol = models.CharField(max_length=100, blank=True, default="")
    reden = models.CharField(max_length=100, blank=True, default="")
    geweigerd = models.BooleanField(default=False)
    op = models.DateTimeField()
    uur = models.PositiveSmallIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["casus", "op"], name="inzage_casus"),
            models.Index(fields=["account", "op"], name="inzage_account"),
            models.Index(fields=["gemeente", "op", "uur"], name="inzage_gemeente"),
        ]


class Inzagedag(Rij):
    """A day that is over, of which the looks were counted; `laat`, `vroeg`: what was night when they were."""

    dag = models.DateField()
    laat = models.PositiveSmallIntegerField()
    vroeg = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gemeente", "dag"], name="inzagedag_uniek")]


class Inzagetelling(Rij):
    """How many dossiers a colleague opened on a day, how often at night, and how often they were refused."""

    inzagedag = models.ForeignKey(Inzagedag, on_delete=models.CASCADE)
    account = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    dossiers = models.PositiveIntegerField()
    nacht = models.PositiveIntegerField()
    geweigerd = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["inzagedag", "account"], name="inzagetelling_uniek")]
