"""Recording a contact in one click, from every page of a dossier where this person may."""

from django.http import HttpRequest
from django.urls import reverse

from samenspel.kern.delen import Rolzicht, Tafelzicht
from samenspel.web.blik import Blik

__all__ = ["contactadres", "contactknop"]


def contactadres(blik: Blik) -> str:
    """Where this person records a contact in this dossier; empty for who may not."""
    zelf = blik.regie or bool(blik.geholpen)
    if not zelf and not _in_lopend_traject(blik):
        return ""
    return reverse("contact_vastleggen", args=[blik.casus.pk])


def contactknop(request: HttpRequest) -> str:
    """The same, around a page of a dossier; of a traject with that traject chosen. Empty on the contact page itself."""
    blik = getattr(request, "blik", None)
    adres = contactadres(blik) if isinstance(blik, Blik) else ""
    if not adres or request.path == adres or request.resolver_match is None:
        return ""
    traject = request.resolver_match.kwargs.get("traject_id")
    return f"{adres}?traject={traject}" if traject is not None else adres


def _in_lopend_traject(blik: Blik) -> bool:
    """Whether this person has a rol in a traject that runs."""
    trajecten = {r.traject for r in blik.rechten if isinstance(r, Rolzicht | Tafelzicht)}
    return bool(trajecten) and any(t.open and str(t.pk) in trajecten for t in blik.trajecten)
