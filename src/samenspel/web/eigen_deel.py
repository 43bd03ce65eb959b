"""What a helper sees of a dossier: their own part whole, and of the rest that it is there."""

from collections import Counter
from typing import Any

from django.utils.timezone import localdate

from samenspel.casus.models import Contact
from samenspel.kern.delen import Gesprekswaarde
from samenspel.web.blik import Blik
from samenspel.web.delentekst import SOORTNAMEN
from samenspel.web.planregels import actieregels, staande
from samenspel.web.tekst import dag_kort

__all__ = ["eigen_deel"]


def eigen_deel(blik: Blik) -> dict[str, Any] | None:
    """The own part, for who helps along and carries no regie; None for others."""
    if blik.gesprekswaarde is not Gesprekswaarde.NOTITIE:
        return None
    mijn = [a for a in staande(blik) if a.account_id == blik.account.pk]
    return {
        "notities": _notities(blik),
        "acties": actieregels(blik, mijn),
        "geholpen": [p.voornaam for p in blik.geholpen],
        "rest": _rest(blik),
    }


def _notities(blik: Blik) -> list[dict[str, Any]]:
    """Talks that this helper wrote down, the newest first."""
    mijn = Contact.objects.filter(item__eigenaar=blik.account, item__ingetrokken_op__isnull=True)
    rijen = blik.leesbare(mijn.order_by("-op"))
    woorden = blik.woorden([r.pk for r in rijen])
    return [{"item": r.pk, "wanneer": dag_kort(localdate(r.op), blik.dag), **woorden.get(r.pk, {})} for r in rijen]


def _rest(blik: Blik) -> list[dict[str, Any]]:
    """How much of each kind there is that this person doesn't read."""
    verborgen = blik.bestaande().exclude(pk__in=blik.zichtbaar)
    aantal = Counter(verborgen.values_list("soort", flat=True))
    return [{"soort": n, "aantal": aantal[s.value]} for s, n in SOORTNAMEN.items() if aantal[s.value]]
