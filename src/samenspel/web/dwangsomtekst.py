"""What an ingebrekestelling does, in words: for professionals with the article, for the resident plainly."""

from datetime import date

from samenspel.hulp.models import Loketzaak
from samenspel.kern.wet.dwangsom import BRON, Dwangsom, Dwangsomstand, dwangsom
from samenspel.web.tekst import dag_kort

__all__ = ["in_gebreke", "in_gebreke_voor_inwoner"]


def in_gebreke(zaak: Loketzaak, vandaag: date) -> str:
    """For professionals; empty where nobody put the institution in default."""
    if zaak.in_gebreke_op is None:
        return ""
    d = dwangsom(zaak.in_gebreke_op.toordinal())
    wat = _lopend(d, vandaag) if zaak.besloten_op is None else _na_besluit(d, zaak.besloten_op)
    return f"In gebreke gesteld {dag_kort(zaak.in_gebreke_op, vandaag)}. {wat} ({BRON})"


def in_gebreke_voor_inwoner(zaak: Loketzaak, vandaag: date) -> str:
    """For who it is about, as long as there is no decision."""
    if zaak.in_gebreke_op is None or zaak.besloten_op is not None:
        return ""
    d = dwangsom(zaak.in_gebreke_op.toordinal())
    eerste = dag_kort(date.fromordinal(d.eerste), vandaag)
    if d.stand(vandaag.toordinal()) is Dwangsomstand.WACHT:
        return (
            "De instelling heeft een brief gekregen dat zij te laat is."
            f" Is er op {eerste} nog geen besluit? Dan moet zij u meestal geld betalen."
        )
    return (
        f"De instelling is te laat met haar besluit. Vanaf {eerste} moet zij u daarvoor meestal geld betalen."
        " Uw contactpersoon weet hoe dat gaat."
    )


def _lopend(d: Dwangsom, vandaag: date) -> str:
    eerste, laatste = (dag_kort(date.fromordinal(n), vandaag) for n in d)
    match d.stand(vandaag.toordinal()):
        case Dwangsomstand.WACHT:
            return f"Komt er geen besluit, dan loopt vanaf {eerste} een dwangsom, ten hoogste 42 dagen."
        case Dwangsomstand.LOOPT:
            return f"De dwangsom loopt sinds {eerste}, tot en met {laatste}."
        case Dwangsomstand.VOL:
            return f"De dwangsom liep tot en met {laatste}. Beroep bij de rechter kan ook (Awb artikel 6:12)."


def _na_besluit(d: Dwangsom, besloten_op: date) -> str:
    dagen = d.dagen_tot(besloten_op.toordinal())
    if not dagen:
        return "Het besluit kwam op tijd daarna: er is geen dwangsom."
    return f"Het besluit kwam later: er is een dwangsom over {dagen} {'dag' if dagen == 1 else 'dagen'}."
