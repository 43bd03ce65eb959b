"""What still runs at a counter, where a table decides to do nothing: that never takes the place of a decision."""

from samenspel.hulp.models import Loketzaak
from samenspel.kern.werkwijze.model import Overleg
from samenspel.web.blik import Blik
from samenspel.web.hulpblik import SOORTNAMEN
from samenspel.web.tekst import dag_vol

__all__ = ["lopende_zaken"]


def lopende_zaken(blik: Blik, overleg: Overleg, uitkomst: str = "") -> list[str]:
    """By name, as far as this person may read them; `uitkomst`: only where this outcome does nothing."""
    niets = {u.uitkomst for u in overleg.uitkomsten if u.gemotiveerd}
    if not niets or (uitkomst and uitkomst not in niets):
        return []
    zaken = Loketzaak.objects.filter(item__ingetrokken_op__isnull=True, besloten_op__isnull=True)
    rijen = blik.leesbare(zaken.select_related("organisatie").order_by("ingediend_op"))
    woorden = blik.woorden([z.pk for z in rijen])
    return [_naam(z, woorden.get(z.pk, {})) for z in rijen]


def _naam(zaak: Loketzaak, tekst: dict[str, str]) -> str:
    waar = zaak.organisatie.naam if zaak.organisatie is not None else tekst.get("instelling", "")
    delen = (f"{SOORTNAMEN[zaak.soort]}: {tekst.get('waarover', '')}", waar, f"sinds {dag_vol(zaak.ingediend_op)}")
    return ", ".join(d for d in delen if d)
