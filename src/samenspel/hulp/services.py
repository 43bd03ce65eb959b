"""Writing help, and what was asked at a counter."""

from dataclasses import dataclass
from datetime import date, datetime

from samenspel.delen.models import Woorden
from samenspel.delen.rijen import wijzig_rij, zet_velden
from samenspel.delen.services import huidige_woorden, schrijf_woorden
from samenspel.hulp.models import Loketzaak, Termijnwijziging
from samenspel.hulp.selectors import termijn_van
from samenspel.kennis.models import Organisatie
from samenspel.organisatie.models import Account

__all__ = [
    "Hulpgegevens",
    "Zaakgegevens",
    "besluit_loketzaak",
    "blijft_bij_zaak",
    "hervat_termijn",
    "schort_op",
    "stel_in_gebreke",
    "verleng_termijn",
    "ververs_termijn",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hulpgegevens:
    """What is known of help, beside the words."""

    organisatie: Organisatie | None = None
    wet: str = ""
    sinds: date | None = None
    tot: date | None = None
    status: str = "loopt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zaakgegevens:
    """What is known of something asked at a counter, beside the words and the decision."""

    soort: str
    wet: str
    ingediend_op: date
    organisatie: Organisatie | None = None
    zoektermijn: bool = False
    bedreigend: bool = False
    commissie: bool = False
    gesprek_op: date | None = None
    bestreden_op: date | None = None


def blijft_bij_zaak(sleutel: str) -> bool:
    """Which words of a zaak its form doesn't ask: what was decided, and why the term moved."""
    return sleutel == "besluit" or sleutel.startswith("reden:")


def schort_op(*, zaak: Loketzaak, van: date, reden: str, account: Account, versie: int, nu: datetime) -> Woorden:
    """The term stands still from day `van` on. Raises Versieconflict."""
    geschreven = _met_reden(zaak, reden, account, versie, nu)
    Termijnwijziging.objects.create(gemeente_id=zaak.gemeente_id, loketzaak=zaak, van=van)
    ververs_termijn(zaak)
    return geschreven


def hervat_termijn(*, zaak: Loketzaak, tot: date, reden: str, account: Account, versie: int, nu: datetime) -> Woorden:
    """The term that stood still runs on. Raises Versieconflict."""
    geschreven = _met_reden(zaak, reden, account, versie, nu)
    stil = Termijnwijziging.objects.get(loketzaak=zaak, tot__isnull=True, nieuw_einde__isnull=True)
    stil.tot = tot
    stil.save(update_fields=["tot"])
    ververs_termijn(zaak)
    return geschreven


def verleng_termijn(
    *, zaak: Loketzaak, op: date, nieuw_einde: date, reden: str, account: Account, versie: int, nu: datetime
) -> Woorden:
    """The institution said that it decides later. Raises Versieconflict."""
    geschreven = _met_reden(zaak, reden, account, versie, nu)
    Termijnwijziging.objects.create(gemeente_id=zaak.gemeente_id, loketzaak=zaak, van=op, nieuw_einde=nieuw_einde)
    ververs_termijn(zaak)
    return geschreven


def besluit_loketzaak(
    *, zaak: Loketzaak, uitkomst: str, op: date, tekst: str, account: Account, versie: int, nu: datetime
) -> Woorden:
    """What was decided and made known on that day. Raises Versieconflict."""
    velden = {"uitkomst": uitkomst, "besloten_op": op, "termijn_op": None}
    woorden = {**huidige_woorden(zaak.item), "besluit": tekst}
    return wijzig_rij(zaak, velden=velden, woorden=woorden, account=account, versie=versie, nu=nu)


def stel_in_gebreke(*, zaak: Loketzaak, op: date, account: Account, versie: int, nu: datetime) -> Woorden:
    """The institution received on that day that it must decide now. Raises Versieconflict."""
    woorden = huidige_woorden(zaak.item)
    return wijzig_rij(zaak, velden={"in_gebreke_op": op}, woorden=woorden, account=account, versie=versie, nu=nu)


def _met_reden(zaak: Loketzaak, reden: str, account: Account, versie: int, nu: datetime) -> Woorden:
    eerder = huidige_woorden(zaak.item)
    nummer = sum(sleutel.startswith("reden:") for sleutel in eerder) + 1
    return schrijf_woorden(
        item=zaak.item, inhoud={**eerder, f"reden:{nummer}": reden}, auteur=account, versie=versie, nu=nu
    )


def ververs_termijn(zaak: Loketzaak) -> None:
    """Compute anew when the term ends."""
    einde = termijn_van(zaak, Termijnwijziging.objects.filter(loketzaak=zaak)).einde
    dag = date.fromordinal(einde) if einde is not None and zaak.besloten_op is None else None
    zet_velden(zaak, {"termijn_op": dag})
