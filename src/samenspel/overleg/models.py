"""Tables, their agenda, the questions beforehand and the report."""

from django.db import models

from samenspel.organisatie.basis import Rij, VanItem

__all__ = ["Agendapunt", "Genodigde", "Tafel", "Verslag", "Vraag"]


class Tafel(Rij):
    """A table that sits for a neighbourhood or (none) for the whole area of its werkwijze, until `tot`."""

    werkwijze = models.SlugField(max_length=100)
    overleg = models.CharField(max_length=100)
    naam = models.CharField(max_length=150)
    wijk = models.ForeignKey("organisatie.Wijk", null=True, blank=True, on_delete=models.PROTECT)
    tot = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["naam"]
        constraints = [models.UniqueConstraint(fields=["gemeente", "naam"], name="tafel_naam_uniek")]
        indexes = [models.Index(fields=["gemeente", "werkwijze", "overleg"], name="tafel_overleg")]


class Agendapunt(VanItem):
    """A traject on the agenda of a table (words: verzet_van, verzet_naar, verzet_reden, doorgelaten_reden,
    van_agenda_reden, verbeterd_reden, toelichting, voor_inwoner, wie_beslist, wet, rugdekking, weg_anders, weg_wie).

    `weg` is the stap that the outcome names as the way on, `voor` the day by which it is decided or done.
    `na_stap` is the number of steps taken when it was planned: an outcome counts only during that stay.
    """

    traject = models.ForeignKey("casus.Traject", on_delete=models.PROTECT)
    tafel = models.ForeignKey(Tafel, on_delete=models.PROTECT)
    op = models.DateTimeField()
    plaats = models.CharField(max_length=150, blank=True, default="")
    stukken_op = models.DateTimeField(null=True, blank=True)
    doorgelaten = models.BooleanField(default=False)
    gehouden_op = models.DateTimeField(null=True, blank=True)
    uitkomst = models.CharField(max_length=100, blank=True, default="")
    verslag_op = models.DateTimeField(null=True, blank=True)
    na_stap = models.PositiveIntegerField(default=0)
    weg = models.CharField(max_length=100, blank=True, default="")
    voor = models.DateField(null=True, blank=True)
    van_agenda_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(van_agenda_op__isnull=True) | models.Q(gehouden_op__isnull=True),
                name="agendapunt_van_agenda_niet_gehouden",
            ),
            models.CheckConstraint(
                condition=models.Q(gehouden_op__isnull=True, uitkomst="")
                | models.Q(gehouden_op__isnull=False) & ~models.Q(uitkomst=""),
                name="agendapunt_gehouden_met_uitkomst",
            ),
        ]
        indexes = [
            models.Index(fields=["tafel", "op"], name="agendapunt_tafel"),
            models.Index(fields=["traject", "op"], name="agendapunt_traject"),
        ]


class Vraag(VanItem):
    """A question of a member beforehand, so that the meeting need not start with it (words: vraag, antwoord)."""

    agendapunt = models.ForeignKey(Agendapunt, on_delete=models.PROTECT)
    gesteld_door = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    gesteld_op = models.DateTimeField()
    beantwoord_op = models.DateTimeField(null=True, blank=True)


class Genodigde(VanItem):
    """Somebody of the shell who was asked to join one meeting, until `weg_op` (words: waarom_erbij)."""

    agendapunt = models.ForeignKey(Agendapunt, on_delete=models.PROTECT)
    account = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    weg_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agendapunt", "account"], condition=models.Q(weg_op__isnull=True), name="genodigde_uniek"
            ),
        ]


class Verslag(Rij):
    """The report as a PDF; it lies in the database, so that it is saved with what it reports or not at all."""

    agendapunt = models.ForeignKey(Agendapunt, on_delete=models.PROTECT)
    inhoud = models.BinaryField()
    gemaakt_op = models.DateTimeField()
    door = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
