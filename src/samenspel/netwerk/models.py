"""The people around a household, as an ecogram shows them: who they are, how the tie is, whether they take part."""

from django.db import models
from django.db.models import Q

from samenspel.organisatie.basis import VanItem, keuzes, kiest_uit

__all__ = ["BANDEN", "MEEDOEN", "RICHTINGEN", "SOORTEN", "Netwerklid"]

SOORTEN = ("familie", "vriend", "bekende", "vrijwilliger", "professional")
BANDEN = ("steun", "gewoon", "gespannen", "verbroken")
RICHTINGEN = ("", "naar_huishouden", "van_huishouden", "over_en_weer")
MEEDOEN = ("niet_gevraagd", "gevraagd", "doet_mee", "doet_niet_mee")


class Netwerklid(VanItem):
    """Somebody around the household (words: naam, rol, organisatie, wet, andere_wet, beslisruimte, telefoon, reden).

    `wet` is a law of `kern.wet.wetten` or of the werkwijze, to count by; '' where the words name another, or none.
    `contactpersoon`: where they stand on the telefoonlijst; what the words leave empty comes from there.
    """

    contactpersoon = models.ForeignKey("kennis.Contactpersoon", null=True, blank=True, on_delete=models.PROTECT)
    wet = models.CharField(max_length=100, blank=True, default="")
    soort = models.CharField(max_length=20, choices=keuzes(SOORTEN))
    band = models.CharField(max_length=20, choices=keuzes(BANDEN), default="gewoon")
    sterkte = models.PositiveSmallIntegerField(default=2)
    richting = models.CharField(max_length=20, choices=keuzes(RICHTINGEN), blank=True, default="")
    meedoen = models.CharField(max_length=20, choices=keuzes(MEEDOEN), default="niet_gevraagd")

    class Meta:
        constraints = [
            kiest_uit("soort", SOORTEN, "netwerklid_soort"),
            kiest_uit("band", BANDEN, "netwerklid_band"),
            kiest_uit("richting", RICHTINGEN, "netwerklid_richting"),
            kiest_uit("meedoen", MEEDOEN, "netwerklid_meedoen"),
            models.CheckConstraint(condition=Q(sterkte__gte=1, sterkte__lte=3), name="netwerklid_sterkte"),
        ]
