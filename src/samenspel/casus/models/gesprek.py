"""What was said: the resident's own words, talks about life domains, calls to contacts."""

from django.db import models

from samenspel.organisatie.basis import VanGemeente

__all__ = ["Contact", "EigenWoorden", "Leefgebiedgesprek"]


class EigenWoorden(VanGemeente):
    """What a person wants, can and needs, verbatim (words: ik_wil, ik_kan, ik_heb_nodig); `delen`: which are told."""

    item = models.OneToOneField("delen.Item", primary_key=True, on_delete=models.PROTECT)
    persoon = models.ForeignKey("huishouden.Persoon", on_delete=models.PROTECT)
    delen = models.JSONField(default=list, blank=True)


class Leefgebiedgesprek(VanGemeente):
    """A life domain was talked about; without words, nothing was written down on purpose.

    Words: ik_wil, ik_kan, ik_heb_nodig, verbatim, of the persons whom the item is about; tekst in earlier rows.
    Every talk is a row of its own, so that nobody writes over another's words.
    """

    item = models.OneToOneField("delen.Item", primary_key=True, on_delete=models.PROTECT)
    traject = models.ForeignKey("casus.Traject", null=True, blank=True, on_delete=models.PROTECT)
    leefgebied = models.CharField(max_length=100)
    op = models.DateField()


class Contact(VanGemeente):
    """A talk with a contactpersoon or a person of the household (words: met, gezegd, afgesproken).

    `na_stap` is the number of steps taken when it was recorded: an outcome counts only during that stay.
    """

    item = models.OneToOneField("delen.Item", primary_key=True, on_delete=models.PROTECT)
    traject = models.ForeignKey("casus.Traject", null=True, blank=True, on_delete=models.PROTECT)
    contactpersoon = models.ForeignKey("kennis.Contactpersoon", null=True, blank=True, on_delete=models.PROTECT)
    persoon = models.ForeignKey("huishouden.Persoon", null=True, blank=True, on_delete=models.PROTECT)
    uitkomst = models.CharField(max_length=100)
    op = models.DateTimeField()
    terugbellen_op = models.DateField(null=True, blank=True)
    na_stap = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["gemeente", "terugbellen_op"], name="contact_terugbellen")]
