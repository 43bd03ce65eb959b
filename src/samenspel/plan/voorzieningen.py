"""Writing what is put to use for the plan: free to enter or by a decision, by whom, at what cost, for how long."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from samenspel.casus.models import Casus
from samenspel.delen.models import Woorden
from samenspel.delen.services import huidige_woorden, laatste_woorden, maak_item, schrijf_woorden
from samenspel.huishouden.models import Persoon
from samenspel.kennis.models import Organisatie
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.basis import zelfde_gemeente
from samenspel.organisatie.models import Account
from samenspel.plan.models import Doel, Voorziening

__all__ = ["Voorzieninggegevens", "beeindig_voorziening", "maak_voorziening", "wijzig_voorziening"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorzieninggegevens:
    """What is known of a voorziening, beside the words; `kosten` in cents."""

    toegang: str
    wet: str = ""
    organisatie: Organisatie | None = None
    kosten: int | None = None
    per: str = ""
    van: date | None = None
    tot: date | None = None
    doel: Doel | None = None


def maak_voorziening(
    *,
    casus: Casus,
    gegevens: Voorzieninggegevens,
    woorden: Mapping[str, str],
    betreft: Iterable[Persoon],
    account: Account,
    nu: datetime,
) -> tuple[Voorziening, Woorden]:
    """Something to put to use, for these people."""
    _hoort_bij(casus, gegevens)
    item = maak_item(
        casus=casus,
        soort=Gegevenssoort.PLAN,
        eigenaar=account,
        betreft=betreft,
        woorden=_gevuld(woorden),
        nu=nu,
    )
    rij = Voorziening.objects.create(gemeente_id=casus.gemeente_id, item=item, **_velden(gegevens))
    geschreven = laatste_woorden(item)
    assert geschreven is not None
    return rij, geschreven


def wijzig_voorziening(
    *,
    voorziening: Voorziening,
    gegevens: Voorzieninggegevens,
    woorden: Mapping[str, str],
    betreft: Iterable[Persoon],
    account: Account,
    versie: int,
    nu: datetime,
) -> Woorden:
    """Write it anew over version `versie`; why it ended stays. Raises Versieconflict."""
    personen = list(betreft)
    _hoort_bij(voorziening.item.casus, gegevens)
    zelfde_gemeente(voorziening, *personen)
    blijft = {s: t for s, t in huidige_woorden(voorziening.item).items() if s == "waarom"}
    geschreven = schrijf_woorden(
        item=voorziening.item, inhoud=_gevuld({**woorden, **blijft}), auteur=account, versie=versie, nu=nu
    )
    velden = _velden(gegevens)
    for veld, waarde in velden.items():
        setattr(voorziening, veld, waarde)
    voorziening.save(update_fields=list(velden))
    voorziening.item.betreft.set(personen)
    return geschreven


def beeindig_voorziening(
    *, voorziening: Voorziening, op: date, waarom: str, account: Account, versie: int, nu: datetime
) -> Woorden:
    """It is put to use no more since that day. Raises Versieconflict."""
    inhoud = {**huidige_woorden(voorziening.item), "waarom": waarom}
    geschreven = schrijf_woorden(item=voorziening.item, inhoud=inhoud, auteur=account, versie=versie, nu=nu)
    voorziening.beeindigd_op = op
    voorziening.save(update_fields=["beeindigd_op"])
    return geschreven


def _hoort_bij(casus: Casus, gegevens: Voorzieninggegevens) -> None:
    if gegevens.organisatie is not None:
        zelfde_gemeente(casus, gegevens.organisatie)
    if gegevens.doel is not None and gegevens.doel.item.casus_id != casus.pk:
        raise ValueError("the goal is of another casus")


def _velden(gegevens: Voorzieninggegevens) -> dict[str, object]:
    return {veld: getattr(gegevens, veld) for veld in Voorzieninggegevens.__dataclass_fields__}


def _gevuld(woorden: Mapping[str, str]) -> dict[str, str]:
    return {sleutel: tekst for sleutel, tekst in woorden.items() if tekst}
