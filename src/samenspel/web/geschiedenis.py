"""The history of a casus as lines: content where it may be read, of the rest that it happened."""

from itertools import groupby
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import localdate

from samenspel.casus.models import Gebeurtenis
from samenspel.signaal.models import Signaal
from samenspel.web.blik import Blik
from samenspel.web.gebeurtenissen import opgeschreven, zin_van
from samenspel.web.omwie import ACTIEREGELS, met_naam, om_wie
from samenspel.web.tekst import dag_kort

SIGNAAL = "signaal_gelegd"
CONTACTREGELS = ("contact_", "gesprek_")
ALLEEN_REGIE = frozenset(
    {
        "aanvraag_gedaan",
        "aanvraag_beoordeeld",
        "aanvraag_betaald",
        "aanvraag_ingetrokken",
        "woorden_gewist",
        "grondslag_vastgelegd",
        "grondslag_beeindigd",
        "stuk_verstrekt",
        "helper_toegevoegd",
        "helper_beeindigd",
        "samenvoeging_voorgesteld",
        "samenvoeging_afgewezen",
        "samengevoegd",
        "samenvoeging_ongedaan",
        "bsn_vastgelegd",
        "bsn_gewist",
        "relatie_vastgelegd",
        "relatie_gewijzigd",
        "vertegenwoordiger_vastgelegd",
        "vertegenwoordiger_gewijzigd",
        "plan_beoordeeld",
    }
)


def geschiedenis(blik: Blik) -> list[dict[str, Any]]:
    """What happened, newest first: content where it may be read, of the rest that it happened."""
    rijen = Gebeurtenis.objects.filter(casus=blik.casus).select_related("account", "woorden").order_by("-volgnummer")
    trajecten = {t.pk: t for t in blik.trajecten}
    gezien = [rij for rij in rijen if _mag_zien(blik, rij)]
    for rij in gezien:
        rij.traject = trajecten[rij.traject_id] if rij.traject_id is not None else None
    over = om_wie(blik, gezien)
    regels = []
    for rij in gezien:
        item = rij.woorden.item_id if rij.woorden is not None else None
        geheel = item is None or item in blik.zichtbaar
        regels.append(
            {
                "moment": rij.gebeurd_op,
                "wanneer": dag_kort(localdate(rij.gebeurd_op), blik.dag),
                "tekst": met_naam(zin_van(rij, geheel=geheel), over.get(rij.pk, "")),
                "wie": blik.naam_van(rij.account),
                "woorden": opgeschreven(rij) if item in blik.zichtbaar else [],
                "url": _adres(rij, item, blik) if item in blik.zichtbaar else "",
            }
        )
    return regels


def _mag_zien(blik: Blik, rij: Gebeurtenis) -> bool:
    if rij.woorden is not None:
        return rij.woorden.item_id in blik.bestaand
    return blik.regie or rij.soort not in ALLEEN_REGIE


def _adres(rij: Gebeurtenis, item: UUID | None, blik: Blik) -> str:
    """Where a contact or an action can be read whole, and put right; where a signaal that lies here is taken out."""
    if rij.soort == SIGNAAL and blik.regie and Signaal.objects.filter(item=item).exists():
        return reverse("signaal_uit_dossier", args=[rij.gegevens["signaal"]])
    if item is None or not rij.soort.startswith((*CONTACTREGELS, *ACTIEREGELS)):
        return ""
    return reverse("actie" if rij.soort.startswith(ACTIEREGELS) else "contact", args=[item])


def samengevat(regels: list[dict[str, Any]], hoeveel: int) -> list[dict[str, Any]]:
    """The first so many lines, with the same thing by the same person on one day told once."""
    kort = []
    for (wanneer, tekst, wie), gelijk in groupby(regels, key=lambda r: (r["wanneer"], r["tekst"], r["wie"])):
        aantal = list(gelijk)
        keer = f" ({len(aantal)} keer)" if len(aantal) > 1 else ""
        kort.append({**aantal[0], "wanneer": wanneer, "tekst": tekst + keer, "wie": wie})
        if len(kort) == hoeveel:
            break
    return kort
