"""What was said: the resident's own words, talks about life domains, calls to contacts."""

from django.db import models

from samenspel.kern.stand.contacten import Gesprekspartner
from samenspel.kern.stand.logboek import Regelsoort
from samenspel.organisatie.basis import VanItem, keuzes, kiest_uit

__all__ = ["Contact", "EigenWoorden", "Leefgebiedgesprek", "Logboekregel"]


class EigenWoorden(VanItem):
    """What a person wants, can and needs, verbatim (words: ik_wil, ik_kan, ik_heb_nodig); `delen`: which are told."""

    persoon = models.ForeignKey("huishouden.Persoon", on_delete=models.PROTECT)
    delen = models.JSONField(default=list, blank=True)


class Leefgebiedgesprek(VanItem):
    """A life domain was talked about; without words, nothing was written down on purpose.

    Words: ik_wil, ik_kan, ik_heb_nodig, verbatim, of the persons whom the item is about; tekst in earlier rows.
    Every talk is a row of its own, so that nobody writes over another's words.
    """

    traject = models.ForeignKey("casus.Traject", null=True, blank=True, on_delete=models.PROTECT)
    leefgebied = models.CharField(max_length=100)
    op = models.DateField()


class Contact(VanItem):
    """A talk with a contactpersoon or a person of the household (words: met, gezegd, afgesproken).

    `partner`: the side on which the other one stands, a value of `kern.stand.contacten.Gesprekspartner`.
    `na_stap` is the number of steps taken when it was recorded: an outcome counts only during that stay.
    """

    traject = models.ForeignKey("casus.Traject", null=True, blank=True, on_delete=models.PROTECT)
    contactpersoon = models.ForeignKey("kennis.Contactpersoon", null=True, blank=True, on_delete=models.PROTECT)
    persoon = models.ForeignKey("huishouden.Persoon", null=True, blank=True, on_delete=models.PROTECT)
    partner = models.CharField(max_length=20, choices=keuzes(Gesprekspartner), default=Gesprekspartner.BUITEN.value)
    uitkomst = models.CharField(max_length=100)
    op = models.DateTimeField()
    terugbellen_op = models.DateField(null=True, blank=True)
    na_stap = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [kiest_uit("partner", Gesprekspartner, "contact_partner")]
        indexes = [models.Index(fields=["gemeente", "terugbellen_op"], name="contact_terugbellen")]


class Logboekregel(VanItem):
    """A line of the logboek (words: tekst), of a kind of `kern.stand.logboek.Regelsoort`."""

    traject = models.ForeignKey("casus.Traject", on_delete=models.PROTECT)
    soort = models.CharField(max_length=20, choices=keuzes(Regelsoort))
    op = models.DateField()

    class Meta:
        constraints = [kiest_uit("soort", Regelsoort, "logboekregel_soort")]
