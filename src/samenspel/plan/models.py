"""The one plan of a casus: what the household wants to reach, and who does what by when."""

from django.db import models
from django.db.models import Q

from samenspel.organisatie.basis import Rij, VanItem, in_volgorde, keuzes, kiest_uit

__all__ = [
    "DEELNAMEN",
    "KOSTEN_PER",
    "STATUSSEN",
    "TOEGANGEN",
    "Actie",
    "Deelname",
    "Doel",
    "Instemming",
    "Planversie",
    "Voorziening",
]

STATUSSEN = ("loopt", "bereikt", "losgelaten")
DEELNAMEN = ("doet_mee", "doet_niet_mee", "nog_niet")
TOEGANGEN = ("vrij_toegankelijk", "maatwerk")
KOSTEN_PER = ("week", "maand", "eenmalig")


class Doel(VanItem):
    """A goal in the resident's words (words: tekst)."""

    status = models.CharField(max_length=20, choices=keuzes(STATUSSEN), default="loopt")
    volgorde = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [kiest_uit("status", STATUSSEN, "doel_status")]


class Actie(VanItem):
    """Somebody does something before a day (words: wat, and wie when that is none of the three)."""

    doel = models.ForeignKey(Doel, null=True, blank=True, on_delete=models.PROTECT)
    traject = models.ForeignKey("casus.Traject", null=True, blank=True, on_delete=models.PROTECT)
    account = models.ForeignKey("organisatie.Account", null=True, blank=True, on_delete=models.PROTECT)
    persoon = models.ForeignKey("huishouden.Persoon", null=True, blank=True, on_delete=models.PROTECT)
    netwerklid = models.ForeignKey("netwerk.Netwerklid", null=True, blank=True, on_delete=models.PROTECT)
    voor = models.DateField(null=True, blank=True)
    gedaan_op = models.DateField(null=True, blank=True)
    agendapunt = models.ForeignKey("overleg.Agendapunt", null=True, blank=True, on_delete=models.PROTECT)

    class Meta:
        constraints = [
            # The fourth owner is words, which the service checks: exactly one of the four.
            models.CheckConstraint(
                condition=Q(account__isnull=True, persoon__isnull=True)
                | Q(account__isnull=True, netwerklid__isnull=True)
                | Q(persoon__isnull=True, netwerklid__isnull=True),
                name="actie_heeft_een_eigenaar",
            ),
        ]
        indexes = [
            models.Index(fields=["account", "voor"], condition=Q(gedaan_op__isnull=True), name="actie_te_doen"),
            models.Index(fields=["gemeente", "voor"], condition=Q(gedaan_op__isnull=True), name="actie_open_voor"),
        ]


class Voorziening(VanItem):
    """What is put to use for the plan (words: wat, aanbieder, andere_wet; ended: waarom). `kosten` in cents.

    `wet` is a law of `kern.wet.wetten` or of the werkwijze; free to enter, or by a decision (maatwerk).
    """

    doel = models.ForeignKey(Doel, null=True, blank=True, on_delete=models.PROTECT)
    organisatie = models.ForeignKey("kennis.Organisatie", null=True, blank=True, on_delete=models.PROTECT)
    toegang = models.CharField(max_length=20, choices=keuzes(TOEGANGEN))
    wet = models.CharField(max_length=100, blank=True, default="")
    kosten = models.BigIntegerField(null=True, blank=True)
    per = models.CharField(max_length=20, choices=keuzes(KOSTEN_PER), blank=True, default="")
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
    beeindigd_op = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            kiest_uit("toegang", TOEGANGEN, "voorziening_toegang"),
            kiest_uit("per", ("", *KOSTEN_PER), "voorziening_per"),
            models.CheckConstraint(
                condition=Q(kosten__isnull=True, per="") | Q(kosten__gte=0) & ~Q(per=""), name="voorziening_kosten"
            ),
            in_volgorde("voorziening_periode"),
        ]


class Deelname(VanItem):
    """Whether somebody takes part in a goal (words: reden, and wie where that is none of the three)."""

    doel = models.ForeignKey(Doel, on_delete=models.PROTECT)
    persoon = models.ForeignKey("huishouden.Persoon", null=True, blank=True, on_delete=models.PROTECT)
    netwerklid = models.ForeignKey("netwerk.Netwerklid", null=True, blank=True, on_delete=models.PROTECT)
    organisatie = models.ForeignKey("kennis.Organisatie", null=True, blank=True, on_delete=models.PROTECT)
    stand = models.CharField(max_length=20, choices=keuzes(DEELNAMEN))
    vanaf = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            kiest_uit("stand", DEELNAMEN, "deelname_stand"),
            models.CheckConstraint(
                condition=Q(persoon__isnull=True, netwerklid__isnull=True)
                | Q(persoon__isnull=True, organisatie__isnull=True)
                | Q(netwerklid__isnull=True, organisatie__isnull=True),
                name="deelname_van_een",
            ),
            models.UniqueConstraint(fields=["doel", "persoon"], name="deelname_persoon_een_keer"),
            models.UniqueConstraint(fields=["doel", "netwerklid"], name="deelname_netwerklid_een_keer"),
            models.UniqueConstraint(fields=["doel", "organisatie"], name="deelname_organisatie_een_keer"),
        ]


class Planversie(Rij):
    """The plan as it was agreed on a day. `regels` names items with the version of their words, never words.

    `plan` counts the plans of a casus; the last version of a plan that was finished is `afgerond`.
    """

    casus = models.ForeignKey("casus.Casus", on_delete=models.PROTECT)
    nummer = models.PositiveIntegerField()
    plan = models.PositiveIntegerField(default=1)
    afgerond = models.BooleanField(default=False)
    vastgesteld_op = models.DateField()
    vastgesteld_door = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    regels = models.JSONField(default=list)

    class Meta:
        ordering = ["casus", "nummer"]
        constraints = [
            models.UniqueConstraint(fields=["casus", "nummer"], name="planversie_nummer_uniek"),
            models.UniqueConstraint(
                fields=["casus", "plan"], condition=Q(afgerond=True), name="planversie_eenmaal_afgerond"
            ),
            models.CheckConstraint(condition=Q(nummer__gte=1, plan__gte=1), name="planversie_telt_vanaf_een"),
        ]


class Instemming(VanItem):
    """What a resident thinks of a version of the plan; the latest counts (words: reactie, when they don't agree)."""

    versie = models.ForeignKey(Planversie, on_delete=models.PROTECT)
    persoon = models.ForeignKey("huishouden.Persoon", on_delete=models.PROTECT)
    eens = models.BooleanField()
