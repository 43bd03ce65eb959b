"""What was agreed that somebody decides. A table of professionals decides nothing itself."""

from django.db import models

from samenspel.organisatie.basis import VanItem

__all__ = ["Besluit"]


class Besluit(VanItem):
    """A decision to take or taken (words: wat, wie_beslist, wet, rugdekking)."""

    agendapunt = models.ForeignKey("overleg.Agendapunt", null=True, blank=True, on_delete=models.PROTECT)
    actie = models.ForeignKey("plan.Actie", null=True, blank=True, on_delete=models.PROTECT)
    voor = models.DateField(null=True, blank=True)
