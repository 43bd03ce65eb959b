"""Recording a contact in one click, from every page of a dossier where this person may."""

from django.urls import reverse

from samenspel.casus.models import Traject
from samenspel.kern.delen import Rolzicht, Tafelzicht
from samenspel.web.blik import Blik

__all__ = ["contactadres"]


def contactadres(blik: Blik) -> str:
    """Where this person records a contact in this dossier; empty for who may not."""
    zelf = blik.regie or bool(blik.geholpen)
    if not zelf and not _in_lopend_traject(blik):
        return ""
    return reverse("contact_vastleggen", args=[blik.casus.pk])


def _in_lopend_traject(blik: Blik) -> bool:
    """Whether this person has a rol in a traject that runs."""
    trajecten = {r.traject for r in blik.rechten if isinstance(r, Rolzicht | Tafelzicht)}
    return bool(trajecten) and Traject.objects.filter(pk__in=trajecten, open=True).exists()
