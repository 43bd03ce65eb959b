"""What was agreed that somebody decides. A table of professionals decides nothing itself."""

from django.db import models

from samenspel.organisatie.basis import VanGemeente

__all__ = ["Besluit"]


class Besluit(VanGemeente):
    """A decision to take or taken (words: wat, wie_beslist, wet, rugdekking)."""

    item = models.OneToOneField("delen.Item", primary_key=True, on_delete=models.PROTECT)
    agendapunt = models.ForeignKey("overleg.Agendapunt", null=True, blank=True, on_delete=models.PROTECT)
    actie = models.ForeignKey("plan.Actie", null=True, blank=True, on_delete=models.PROTECT)
    voor = models.DateField(null=True, blank=True)
