"""Where it is stuck, and the answers to the forms and the controlevragen of a werkwijze."""

from django.db import models
from django.db.models import Q

from samenspel.kern.afwegen.knelpunt import Knelpuntniveau, Oorzaaksoort
from samenspel.kern.werkwijze.model import Antwoord, Invuller
from samenspel.organisatie.basis import VanItem, keuzes, kiest_uit

__all__ = ["Antwoorden", "Controleantwoord", "Knelpunt"]


class Antwoorden(VanItem):
    """A form that was filled in: typed values here, words in the item's (words: one key a question)."""

    traject = models.ForeignKey("casus.Traject", on_delete=models.PROTECT)
    formulier = models.CharField(max_length=100)
    persoon = models.ForeignKey("huishouden.Persoon", null=True, blank=True, on_delete=models.PROTECT)
    waarden = models.JSONField(default=dict, blank=True)
    ingevuld_op = models.DateField()
    ingevuld_door = models.CharField(max_length=20, choices=keuzes(Invuller))
    met_steun_van = models.ForeignKey(
        "organisatie.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["traject", "formulier", "persoon"], name="antwoorden_per_persoon_uniek"),
            # NULL differs from NULL in a unique key: the form for the whole casus needs a key of its own.
            models.UniqueConstraint(
                fields=["traject", "formulier"], condition=Q(persoon__isnull=True), name="antwoorden_casus_uniek"
            ),
            kiest_uit("ingevuld_door", Invuller, "antwoorden_ingevuld_door"),
        ]


class Controleantwoord(VanItem):
    """The answer to a controlevraag, always with its reason (words: reden, reactie).

    `toegelicht`: the regie answered to it, since it holds the way on back.
    """

    traject = models.ForeignKey("casus.Traject", on_delete=models.PROTECT)
    controlevraag = models.CharField(max_length=100)
    antwoord = models.CharField(max_length=10, choices=keuzes(Antwoord))
    toegelicht = models.BooleanField(default=False)
    op = models.DateField()
    door = models.ForeignKey("organisatie.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["traject", "controlevraag"], name="controleantwoord_uniek"),
            kiest_uit("antwoord", Antwoord, "controleantwoord_antwoord"),
        ]


class Knelpunt(VanItem):
    """Where a household is stuck (words: wat, oorzaak, andere_wet, andere_organisatie, oplossing).

    `wetten` are laws of `kern.wet.wetten` or of the werkwijze; other laws and organisations stand in the words.
    """

    traject = models.ForeignKey("casus.Traject", null=True, blank=True, on_delete=models.PROTECT)
    niveau = models.CharField(max_length=20, choices=keuzes(Knelpuntniveau))
    oorzaaksoort = models.CharField(max_length=20, blank=True, default="", choices=keuzes(Oorzaaksoort))
    wetten = models.JSONField(default=list, blank=True)
    organisaties = models.ManyToManyField("kennis.Organisatie", blank=True)
    opgelost_op = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            kiest_uit("niveau", Knelpuntniveau, "knelpunt_niveau"),
            kiest_uit("oorzaaksoort", ["", *Oorzaaksoort], "knelpunt_oorzaaksoort"),
        ]
        indexes = [
            models.Index(fields=["gemeente", "niveau"], condition=Q(opgelost_op__isnull=True), name="knelpunt_open")
        ]
