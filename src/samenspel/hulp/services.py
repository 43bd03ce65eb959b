"""Writing help, and what was asked at a counter."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from samenspel.casus.models import Casus
from samenspel.delen.models import Item, Woorden
from samenspel.delen.services import huidige_woorden, laatste_woorden, maak_item, schrijf_woorden
from samenspel.huishouden.models import Persoon
from samenspel.hulp.models import Hulp, Loketzaak, Termijnwijziging
from samenspel.hulp.selectors import termijn_van
from samenspel.kennis.models import Organisatie
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.basis import zelfde_gemeente
from samenspel.organisatie.models import Account

__all__ = [
    "Hulpgegevens",
    "Zaakgegevens",
    "besluit_loketzaak",
    "hervat_termijn",
    "maak_hulp",
    "maak_loketzaak",
    "schort_op",
    "verleng_termijn",
    "wijzig_hulp",
    "wijzig_loketzaak",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hulpgegevens:
    """What is known of help, beside the words."""

    organisatie: Organisatie | None = None
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
    onder_27: bool = False
    bedreigend: bool = False
    commissie: bool = False
    gesprek_op: date | None = None
    bestreden_op: date | None = None


def maak_hulp(
    *,
    casus: Casus,
    gegevens: Hulpgegevens,
    woorden: Mapping[str, str],
    betreft: Iterable[Persoon],
    account: Account,
    nu: datetime,
) -> tuple[Hulp, Woorden]:
    """Help for these people."""
    item, geschreven = _nieuw(casus, Gegevenssoort.HULP, gegevens.organisatie, woorden, betreft, account, nu)
    return Hulp.objects.create(gemeente_id=casus.gemeente_id, item=item, **_velden(gegevens)), geschreven


def wijzig_hulp(
    *,
    hulp: Hulp,
    gegevens: Hulpgegevens,
    woorden: Mapping[str, str],
    betreft: Iterable[Persoon] | None,
    account: Account,
    versie: int,
    nu: datetime,
) -> Woorden:
    """Write it anew over version `versie`; `betreft` None leaves for whom it is. Raises Versieconflict."""
    geschreven = _anders(hulp.item, gegevens.organisatie, woorden, betreft, account, versie, nu)
    _zet(hulp, _velden(gegevens))
    return geschreven


def maak_loketzaak(
    *,
    casus: Casus,
    gegevens: Zaakgegevens,
    woorden: Mapping[str, str],
    betreft: Iterable[Persoon],
    account: Account,
    nu: datetime,
) -> tuple[Loketzaak, Woorden]:
    """Something was asked at a counter; its term is computed."""
    item, geschreven = _nieuw(casus, Gegevenssoort.LOKETZAKEN, gegevens.organisatie, woorden, betreft, account, nu)
    zaak = Loketzaak(gemeente_id=casus.gemeente_id, item=item, **_velden(gegevens))
    zaak.termijn_op = _termijn_op(zaak, [])
    zaak.save(force_insert=True)
    return zaak, geschreven


def wijzig_loketzaak(
    *,
    zaak: Loketzaak,
    gegevens: Zaakgegevens,
    woorden: Mapping[str, str],
    betreft: Iterable[Persoon],
    account: Account,
    versie: int,
    nu: datetime,
) -> Woorden:
    """Write it anew over version `versie`; reasons and decision stay. Raises Versieconflict."""
    blijft = {s: t for s, t in huidige_woorden(zaak.item).items() if s == "besluit" or s.startswith("reden:")}
    geschreven = _anders(zaak.item, gegevens.organisatie, {**woorden, **blijft}, betreft, account, versie, nu)
    _zet(zaak, _velden(gegevens))
    _ververs(zaak)
    return geschreven


def schort_op(*, zaak: Loketzaak, van: date, reden: str, account: Account, versie: int, nu: datetime) -> Woorden:
    """The term stands still from the day after `van` on. Raises Versieconflict."""
    geschreven = _met_reden(zaak, reden, account, versie, nu)
    Termijnwijziging.objects.create(gemeente_id=zaak.gemeente_id, loketzaak=zaak, van=van)
    _ververs(zaak)
    return geschreven


def hervat_termijn(*, zaak: Loketzaak, tot: date, reden: str, account: Account, versie: int, nu: datetime) -> Woorden:
    """The term that stood still runs on. Raises Versieconflict."""
    geschreven = _met_reden(zaak, reden, account, versie, nu)
    stil = Termijnwijziging.objects.get(loketzaak=zaak, tot__isnull=True, nieuw_einde__isnull=True)
    stil.tot = tot
    stil.save(update_fields=["tot"])
    _ververs(zaak)
    return geschreven


def verleng_termijn(
    *, zaak: Loketzaak, op: date, nieuw_einde: date, reden: str, account: Account, versie: int, nu: datetime
) -> Woorden:
    """The institution said that it decides later. Raises Versieconflict."""
    geschreven = _met_reden(zaak, reden, account, versie, nu)
    Termijnwijziging.objects.create(gemeente_id=zaak.gemeente_id, loketzaak=zaak, van=op, nieuw_einde=nieuw_einde)
    _ververs(zaak)
    return geschreven


def besluit_loketzaak(
    *, zaak: Loketzaak, uitkomst: str, op: date, tekst: str, account: Account, versie: int, nu: datetime
) -> Woorden:
    """What was decided and made known on that day. Raises Versieconflict."""
    woorden = {s: t for s, t in huidige_woorden(zaak.item).items() if s != "besluit"} | {"besluit": tekst}
    geschreven = _anders(zaak.item, zaak.organisatie, woorden, None, account, versie, nu)
    _zet(zaak, {"uitkomst": uitkomst, "besloten_op": op, "termijn_op": None})
    return geschreven


def stel_in_gebreke(*, zaak: Loketzaak, op: date, account: Account, versie: int, nu: datetime) -> Woorden:
    """The institution received on that day that it must decide now. Raises Versieconflict."""
    inhoud = huidige_woorden(zaak.item)
    geschreven = schrijf_woorden(item=zaak.item, inhoud=inhoud, auteur=account, versie=versie, nu=nu)
    _zet(zaak, {"in_gebreke_op": op})
    return geschreven


def _met_reden(zaak: Loketzaak, reden: str, account: Account, versie: int, nu: datetime) -> Woorden:
    eerder = huidige_woorden(zaak.item)
    nummer = sum(sleutel.startswith("reden:") for sleutel in eerder) + 1
    return schrijf_woorden(
        item=zaak.item, inhoud={**eerder, f"reden:{nummer}": reden}, auteur=account, versie=versie, nu=nu
    )


def _ververs(zaak: Loketzaak) -> None:
    wijzigingen = list(Termijnwijziging.objects.filter(loketzaak=zaak))
    _zet(zaak, {"termijn_op": _termijn_op(zaak, wijzigingen)})


def _termijn_op(zaak: Loketzaak, wijzigingen: list[Termijnwijziging]) -> date | None:
    einde = termijn_van(zaak, wijzigingen).einde
    return date.fromordinal(einde) if einde is not None and zaak.besloten_op is None else None


def _nieuw(
    casus: Casus,
    soort: Gegevenssoort,
    organisatie: Organisatie | None,
    woorden: Mapping[str, str],
    betreft: Iterable[Persoon],
    account: Account,
    nu: datetime,
) -> tuple[Item, Woorden]:
    zelfde_gemeente(casus, *([organisatie] if organisatie is not None else []))
    item = maak_item(casus=casus, soort=soort, eigenaar=account, betreft=betreft, woorden=_gevuld(woorden), nu=nu)
    geschreven = laatste_woorden(item)
    assert geschreven is not None
    return item, geschreven


def _anders(
    item: Item,
    organisatie: Organisatie | None,
    woorden: Mapping[str, str],
    betreft: Iterable[Persoon] | None,
    account: Account,
    versie: int,
    nu: datetime,
) -> Woorden:
    personen = list(betreft) if betreft is not None else []
    zelfde_gemeente(item, *personen, *([organisatie] if organisatie is not None else []))
    geschreven = schrijf_woorden(item=item, inhoud=_gevuld(woorden), auteur=account, versie=versie, nu=nu)
    if betreft is not None:
        item.betreft.set(personen)
    return geschreven


def _velden(gegevens: Hulpgegevens | Zaakgegevens) -> dict[str, object]:
    return {veld: getattr(gegevens, veld) for veld in gegevens.__dataclass_fields__}


def _zet(rij: Hulp | Loketzaak, velden: Mapping[str, object]) -> None:
    for veld, waarde in velden.items():
        setattr(rij, veld, waarde)
    rij.save(update_fields=list(velden))


def _gevuld(woorden: Mapping[str, str]) -> dict[str, str]:
    return {sleutel: tekst for sleutel, tekst in woorden.items() if tekst}
