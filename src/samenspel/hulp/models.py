"""Help that runs or ran, and what was asked at a counter: melding, aanvraag, bezwaar."""

from django.db import models
from django.db.models import Q

from samenspel.kern.wet.termijnen import Zaaksoort
from samenspel.organisatie.basis import Rij, VanItem, in_volgorde, keuzes, kiest_uit

__all__ = ["STATUSSEN", "UITKOMSTEN", "Hulp", "Loketzaak", "Termijnwijziging"]

STATUSSEN = ("loopt", "gestopt")
UITKOMSTEN = ("", "toegekend", "deels", "afgewezen", "ingetrokken", "buiten_behandeling", "afgerond")


class Hulp(VanItem):
    """Help that somebody gives (words: wat, aanbieder, wet, andere_wet; once stopped also what came of it).

    `wet` is a law of `kern.wet.wetten` or of the werkwijze, to count by; '' where the words name another, or none.
    """

    organisatie = models.ForeignKey("kennis.Organisatie", null=True, blank=True, on_delete=models.PROTECT)
    wet = models.CharField(max_length=100, blank=True, default="")
    sinds = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=20, choices=keuzes(STATUSSEN), default="loopt")

    class Meta:
        constraints = [
            kiest_uit("status", STATUSSEN, "hulp_status"),
            models.CheckConstraint(condition=Q(tot__isnull=True) | Q(status="gestopt"), name="hulp_loopt_zonder_eind"),
            in_volgorde("hulp_periode", van="sinds"),
        ]


class Loketzaak(VanItem):
    """Something asked at a counter (words: waarover, instelling, andere_wet, besluit, reden:1, reden:2…).

    `wet` is a law of `kern.wet.wetten` or of the werkwijze; '' where the words name another.
    `termijn_op` is kept with each change: the last day of the term that runs, None where none runs. `in_gebreke_op`:
    the day on which the institution received the ingebrekestelling.
    """

    organisatie = models.ForeignKey("kennis.Organisatie", null=True, blank=True, on_delete=models.PROTECT)
    soort = models.CharField(max_length=20, choices=keuzes(Zaaksoort))
    wet = models.CharField(max_length=100, blank=True, default="")
    ingediend_op = models.DateField()
    zoektermijn = models.BooleanField(default=False)
    bedreigend = models.BooleanField(default=False)
    commissie = models.BooleanField(default=False)
    gesprek_op = models.DateField(null=True, blank=True)
    bestreden_op = models.DateField(null=True, blank=True)
    besloten_op = models.DateField(null=True, blank=True)
    uitkomst = models.CharField(max_length=30, choices=keuzes(UITKOMSTEN), blank=True, default="")
    termijn_op = models.DateField(null=True, blank=True)
    in_gebreke_op = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            kiest_uit("soort", Zaaksoort, "loketzaak_soort"),
            kiest_uit("uitkomst", UITKOMSTEN, "loketzaak_uitkomst"),
            models.CheckConstraint(
                condition=Q(besloten_op__isnull=True, uitkomst="") | Q(besloten_op__isnull=False) & ~Q(uitkomst=""),
                name="loketzaak_besluit_met_uitkomst",
            ),
            models.CheckConstraint(
                condition=Q(besloten_op__isnull=True) | Q(termijn_op__isnull=True), name="loketzaak_besloten_loopt_niet"
            ),
        ]
        indexes = [
            models.Index(
                fields=["gemeente", "termijn_op"], condition=Q(termijn_op__isnull=False), name="loketzaak_termijn"
            )
        ]


class Termijnwijziging(Rij):
    """A term stood still from a day to a day (`tot` None: still does), or was moved to a later end."""

    loketzaak = models.ForeignKey(Loketzaak, on_delete=models.PROTECT)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    nieuw_einde = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["van", "pk"]
        constraints = [
            in_volgorde("termijnwijziging_periode"),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(nieuw_einde__isnull=True), name="termijnwijziging_een_van_beide"
            ),
            models.UniqueConstraint(
                fields=["loketzaak"],
                condition=Q(tot__isnull=True, nieuw_einde__isnull=True),
                name="termijnwijziging_staat_een_keer_stil",
            ),
        ]
