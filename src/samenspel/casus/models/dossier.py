"""The casus itself, who has which part in it, and handing the regie over."""

from django.db import models
from django.db.models import F, Q

from samenspel.organisatie.basis import Rij, in_volgorde

__all__ = ["Casus", "Casusrol", "Nummerreeks", "Overdracht", "Samenvoeging"]


class Casus(Rij):
    """The dossier of one household, with one regisseur. `kop_*` close the chain of its history."""

    huishouden = models.ForeignKey("huishouden.Huishouden", on_delete=models.PROTECT)
    nummer = models.CharField(max_length=20)
    regisseur = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT)
    geopend_op = models.DateTimeField()
    kop_volgnummer = models.PositiveIntegerField(default=0)
    kop_mac = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gemeente", "nummer"], name="casus_nummer_uniek")]
        indexes = [models.Index(fields=["gemeente", "regisseur"], name="casus_regisseur")]


class Nummerreeks(Rij):
    """The last number given in a year: two casussen opened at once wait for each other here."""

    jaar = models.PositiveSmallIntegerField()
    laatste = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gemeente", "jaar"], name="nummerreeks_uniek")]


class Casusrol(Rij):
    """Who holds a rol in a traject. A rol with regie isn't here: its holder is `Casus.regisseur`."""

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT)
    traject = models.ForeignKey("casus.Traject", on_delete=models.PROTECT)
    account = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT)
    rol = models.CharField(max_length=100)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            in_volgorde("casusrol_periode"),
            models.UniqueConstraint(
                fields=["traject", "account", "rol"], condition=Q(tot__isnull=True), name="casusrol_lopend_uniek"
            ),
        ]


class Overdracht(Rij):
    """The regie is proposed to a colleague; until that one accepts, the present regisseur keeps it.

    `van`: who proposes, the regisseur or who leads the team.
    """

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT)
    van = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    aan = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    voorgesteld_op = models.DateTimeField()
    aanvaard_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(van=F("aan")), name="overdracht_aan_een_ander"),
            models.CheckConstraint(
                condition=Q(aanvaard_op__isnull=True) | Q(ingetrokken_op__isnull=True), name="overdracht_een_einde"
            ),
            models.UniqueConstraint(
                fields=["casus"],
                condition=Q(aanvaard_op__isnull=True, ingetrokken_op__isnull=True),
                name="overdracht_een_tegelijk",
            ),
        ]


class Leefgebiedcontrole(Rij):
    """After a handover: whether who took over checked with the resident what was told earlier about a life domain."""

    overdracht = models.ForeignKey(Overdracht, on_delete=models.PROTECT)
    leefgebied = models.CharField(max_length=100)
    gecontroleerd = models.BooleanField()
    door = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["overdracht", "leefgebied"], name="leefgebiedcontrole_uniek")]


class Samenvoeging(Rij):
    """A household (no persons named) or a person that was recorded twice becomes one: proposed, done, undone.

    `blijft` and `gaat` are the dossiers whose regisseurs decide; of a person within one household they are the same.
    """

    blijft = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="+")
    gaat = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="+")
    persoon_blijft = models.ForeignKey(
        "huishouden.Persoon", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    persoon_gaat = models.ForeignKey(
        "huishouden.Persoon", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    voorgesteld_door = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    voorgesteld_op = models.DateTimeField()
    aanvaard_door = models.ForeignKey(
        "organisatie.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    aanvaard_op = models.DateTimeField(null=True, blank=True)
    afgewezen_op = models.DateTimeField(null=True, blank=True)
    ongedaan_door = models.ForeignKey(
        "organisatie.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ongedaan_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(persoon_blijft__isnull=True, persoon_gaat__isnull=True) & ~Q(blijft=F("gaat"))
                | Q(persoon_blijft__isnull=False, persoon_gaat__isnull=False) & ~Q(persoon_blijft=F("persoon_gaat")),
                name="samenvoeging_van_twee",
            ),
            models.CheckConstraint(
                condition=Q(aanvaard_op__isnull=True) | Q(afgewezen_op__isnull=True), name="samenvoeging_een_antwoord"
            ),
        ]
