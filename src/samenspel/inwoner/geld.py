"""Money that was asked for this resident, in plain words: what for, how far it is, and of a loan what is paid back."""

from datetime import date
from typing import Any
from uuid import UUID

from samenspel.budget.models import Aanvraag
from samenspel.budget.selectors import leningen_van
from samenspel.kern.budget.leningen import Leningstand, Mutatiesoort, achterstand, saldo, termijnen
from samenspel.kern.budget.regimes import Aanvraagstatus
from samenspel.kern.werkwijze.model import Vorm
from samenspel.regie.reacties import Reactie
from samenspel.web.blik import Blik
from samenspel.web.geldpagina import bedragtekst
from samenspel.web.tekst import dag_kort, euro

__all__ = ["geldregels"]

STANDEN = {
    Aanvraagstatus.OPEN.value: "wij kijken of het kan.",
    Aanvraagstatus.AKKOORD.value: "het mag. Het wordt nog betaald.",
    Aanvraagstatus.BEZWAAR.value: "er is nog geen besluit. We praten er verder over.",
    Aanvraagstatus.BOVEN_RUIMTE.value: "er is nog geen besluit. We praten er verder over.",
    Aanvraagstatus.AFGEWEZEN.value: "dit geven we niet.",
    Aanvraagstatus.BETAALD.value: "het is betaald.",
}


def geldregels(blik: Blik, reacties: dict[UUID, list[Reactie]]) -> list[dict[str, Any]]:
    """What was asked and stands, the newest first."""
    rijen = Aanvraag.objects.filter(item__ingetrokken_op__isnull=True)
    rijen = rijen.exclude(status=Aanvraagstatus.INGETROKKEN.value).order_by("-item__gemaakt_op")
    if not (aanvragen := blik.leesbare(rijen)):
        return []
    woorden, leningen = blik.woorden([a.pk for a in aanvragen]), leningen_van([a.pk for a in aanvragen])
    return [
        {
            "item": a.pk,
            "bedrag": bedragtekst(a),
            "lening": a.vorm == Vorm.LENING.value,
            "gift": a.vorm == Vorm.GIFT.value and a.status != Aanvraagstatus.AFGEWEZEN.value,
            "waarvoor": woorden.get(a.pk, {}).get("waarvoor", ""),
            "stand": STANDEN[a.status],
            "wanneer": dag_kort(a.betaald_op or a.besloten_op or a.gedaan_op, blik.dag),
            "terug": _terug(leningen[a.pk], blik.dag) if a.betaald_op is not None and a.pk in leningen else None,
            "reacties": reacties.get(a.pk, []),
        }
        for a in aanvragen
    ]


def _terug(lening: Leningstand, vandaag: date) -> dict[str, str]:
    """What is paid back of a loan, what needn't be, and what comes next."""
    dag = vandaag.toordinal()
    volgende = next((t for t in termijnen(lening, dag) if t.open and t.op >= dag), None)
    te_laat, kwijt = achterstand(lening, dag)[0], _som(lening, Mutatiesoort.KWIJTSCHELDING, dag)
    return {
        "open": euro(saldo(lening, dag)),
        "klaar": "ja" if not saldo(lening, dag) else "",
        "betaald": euro(_som(lening, Mutatiesoort.AFLOSSING, dag)),
        "kwijt": euro(kwijt) if kwijt else "",
        "te_laat": euro(te_laat) if te_laat else "",
        "volgende": euro(volgende.open) if volgende is not None else "",
        "volgende_op": dag_kort(date.fromordinal(volgende.op), vandaag) if volgende is not None else "",
    }


def _som(lening: Leningstand, soort: Mutatiesoort, dag: int) -> int:
    return sum(m.bedrag for m in lening.telt(dag) if m.soort is soort)
