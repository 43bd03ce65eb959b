"""What somebody said and nobody talked about with them yet, for the regisseur."""

from typing import Any

from django.urls import reverse

from samenspel.regie.reacties import Reactie
from samenspel.web.blik import Blik


def te_bespreken(blik: Blik) -> list[dict[str, Any]]:
    """The reactions that are open, oldest first, each with what it is about."""
    open_ = [r for reacties in blik.reacties.values() for r in reacties if r.open]
    woorden = blik.woorden([r.over for r in open_])
    return [
        {
            "reactie": r,
            "enkel": [r],
            "over": f"versie {r.plan} van het plan"
            if r.plan
            else next((t for t in woorden.get(r.over, {}).values() if t), ""),
            "url": reverse("reactie_besproken", args=[r.item]),
        }
        for r in sorted(open_, key=lambda r: r.op)
    ]


def reactie_bij(blik: Blik, item: object) -> Reactie | None:
    """The reaction that this item is, if it is one."""
    return next((r for reacties in blik.reacties.values() for r in reacties if r.item == item), None)
