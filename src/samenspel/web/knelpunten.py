"""Knelpunten as pages show them, cut to what somebody may read."""

from typing import Any

from samenspel.casus.models import Traject
from samenspel.doorbraak.models import Knelpunt
from samenspel.kern.afwegen.knelpunt import OORZAKEN, Knelpuntniveau, Oorzaaksoort
from samenspel.kern.wet.wetten import andere_wet
from samenspel.web.blik import Blik

__all__ = ["als_tekst", "knelpunten", "oorzaaknaam"]


def knelpunten(blik: Blik, traject: Traject | None = None) -> list[dict[str, Any]]:
    """Of the casus, or of one traject: what is open first, then by age."""
    rijen = Knelpunt.objects.all()
    if traject is not None:
        rijen = rijen.filter(traject=traject)
    rijen = rijen.select_related("item", "traject").prefetch_related("organisaties")
    gevonden = sorted(blik.leesbare(rijen.order_by("item__gemaakt_op")), key=lambda k: k.opgelost_op is not None)
    woorden = blik.woorden([k.pk for k in gevonden])
    return [_regel(blik, k, woorden.get(k.pk, {})) for k in gevonden]


def _regel(blik: Blik, k: Knelpunt, tekst: dict[str, str]) -> dict[str, Any]:
    return {
        "knelpunt": k,
        "wat": tekst.get("wat", ""),
        "oorzaaksoort": oorzaaknaam(k.oorzaaksoort),
        "oorzaak": tekst.get("oorzaak", ""),
        "oplossing": tekst.get("oplossing", ""),
        "niveau": Knelpuntniveau(k.niveau).value,
        "wetten": [*k.wetten, *filter(None, [andere_wet(tekst, *k.wetten)])],
        "organisaties": [*(o.naam for o in k.organisaties.all()), *_los(tekst, "andere_organisatie")],
        "over": [p.voornaam for p in blik.betreft(k.pk)],
        "traject": k.traject.naam if k.traject is not None and blik.in_traject(k.traject.pk) else "",
        "opgelost": k.opgelost_op,
    }


def oorzaaknaam(code: str) -> str:
    """What a kind of cause is called; '' where none was chosen."""
    return OORZAKEN[Oorzaaksoort(code)].naam if code else ""


def _los(tekst: dict[str, str], sleutel: str) -> list[str]:
    return [tekst[sleutel]] if tekst.get(sleutel) else []


def als_tekst(regels: list[dict[str, Any]]) -> str:
    """What is still stuck, as a text to begin an answer with."""
    return "\n".join(f"{r['wat']} {r['oorzaak']}".strip() for r in regels if r["opgelost"] is None)
