"""A concern with its holder, what happened to it, and its words."""

from django.db import models
from django.db.models import F, Q

from samenspel.kern.signaal import Soort, Status
from samenspel.organisatie.basis import Rij, keuzes, kiest_uit

__all__ = ["BRONNEN", "MIJN_PLAN", "WEGEN", "WOORDSOORTEN", "Signaal", "Signaalgebeurtenis", "Signaalwoorden"]

MIJN_PLAN = "mijn_plan"
"""The way of a resident who tells it in their own plan."""
WEGEN = ("telefoon", "balie", "e_mail", "gesprek", "eigen_werk", MIJN_PLAN)
BRONNEN = ("inwoner", "zelf", "naaste", "buur", "zorg", "school", "organisatie", "collega", "onbekend")
WOORDSOORTEN = ("zorg", "melder", "reden", "verteld")


class Signaal(Rij):
    """A concern about somebody. `houder` has it until another accepted it or it is done."""

    houder = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    houder_sinds = models.DateField()
    status = models.CharField(max_length=20, choices=keuzes(Status), default=Status.OPEN.value)
    weg = models.CharField(max_length=20, choices=keuzes(WEGEN))
    bron = models.CharField(max_length=20, choices=keuzes(BRONNEN))
    anoniem = models.BooleanField(default=False)
    wil_horen = models.BooleanField(default=False)
    spoed = models.BooleanField(default=False)
    binnen_op = models.DateField()
    gevraagd_account = models.ForeignKey(
        "organisatie.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    gevraagd_team = models.ForeignKey(
        "organisatie.Team", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    gevraagd_casus = models.ForeignKey("casus.Casus", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    gevraagd_op = models.DateField(null=True, blank=True)
    casus = models.ForeignKey("casus.Casus", null=True, blank=True, on_delete=models.PROTECT)
    item = models.OneToOneField("delen.Item", null=True, blank=True, on_delete=models.PROTECT)
    gewist_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            kiest_uit("status", Status, "signaal_status"),
            kiest_uit("weg", WEGEN, "signaal_weg"),
            kiest_uit("bron", BRONNEN, "signaal_bron"),
            models.CheckConstraint(
                condition=Q(gevraagd_op__isnull=True, gevraagd_account__isnull=True, gevraagd_team__isnull=True)
                | Q(gevraagd_op__isnull=False, gevraagd_account__isnull=False, gevraagd_team__isnull=True)
                | Q(gevraagd_op__isnull=False, gevraagd_account__isnull=True, gevraagd_team__isnull=False),
                name="signaal_gevraagd_aan_een",
            ),
            models.CheckConstraint(
                condition=Q(gevraagd_account__isnull=True) | ~Q(gevraagd_account=F("houder")),
                name="signaal_gevraagd_aan_een_ander",
            ),
            models.CheckConstraint(
                condition=Q(status="open") | Q(gevraagd_op__isnull=True), name="signaal_klaar_zonder_vraag"
            ),
            models.CheckConstraint(
                condition=Q(status="in_dossier", casus__isnull=False, item__isnull=False)
                | ~Q(status="in_dossier") & Q(casus__isnull=True, item__isnull=True),
                name="signaal_in_dossier_met_item",
            ),
        ]
        indexes = [
            models.Index(fields=["houder", "status"], name="signaal_houder"),
            models.Index(fields=["gevraagd_account"], name="signaal_gevraagd_account"),
            models.Index(fields=["gevraagd_team"], name="signaal_gevraagd_team"),
        ]


class Signaalgebeurtenis(Rij):
    """What happened to a signaal and who held it after that; added, never changed (triggers in the database)."""

    signaal = models.ForeignKey(Signaal, on_delete=models.PROTECT)
    volgnummer = models.PositiveIntegerField()
    soort = models.CharField(max_length=20, choices=keuzes(Soort))
    account = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    houder = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")
    gegevens = models.JSONField(default=dict, blank=True)
    op = models.DateTimeField()

    class Meta:
        ordering = ["signaal", "volgnummer"]
        constraints = [
            kiest_uit("soort", Soort, "signaalgebeurtenis_soort"),
            models.UniqueConstraint(fields=["signaal", "volgnummer"], name="signaalgebeurtenis_volgnummer_uniek"),
        ]
        indexes = [models.Index(fields=["houder"], name="signaalgebeurtenis_houder")]


class Signaalwoorden(Rij):
    """Words that came with something that happened; erased by destroying `inhoud`.

    `zorg`: the concern and about whom; it moves into the dossier with the signaal. `melder`: who signalled, which
    never goes into a dossier. `reden` and `verteld`: why, and what the one who signalled was told.
    """

    gebeurtenis = models.ForeignKey(Signaalgebeurtenis, on_delete=models.PROTECT)
    soort = models.CharField(max_length=20, choices=keuzes(WOORDSOORTEN))
    inhoud = models.JSONField(null=True, blank=True)
    gewist_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            kiest_uit("soort", WOORDSOORTEN, "signaalwoorden_soort"),
            models.UniqueConstraint(fields=["gebeurtenis", "soort"], name="signaalwoorden_uniek"),
            models.CheckConstraint(
                condition=Q(gewist_op__isnull=True, inhoud__isnull=False)
                | Q(gewist_op__isnull=False, inhoud__isnull=True),
                name="signaalwoorden_heel_of_gewist",
            ),
        ]
