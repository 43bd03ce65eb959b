"""'Ik ben het hier niet mee eens': kept verbatim beside the item, and open until the regisseur says what was agreed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from samenspel.casus.models import Casus, Gebeurtenis
from samenspel.delen.models import Item
from samenspel.delen.services import laatste_woorden, maak_item
from samenspel.huishouden.models import Persoon
from samenspel.kern.stand import Geweigerd
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.models import Account
from samenspel.regie.spelers import voert_regie
from samenspel.regie.vastleggen import in_casus, leg_los_vast

__all__ = ["BESPROKEN", "REACTIE", "Bespreking", "Reactie", "bespreek_reactie", "geef_reactie", "reacties_bij", "wacht"]

REACTIE = "reactie_gegeven"
BESPROKEN = "reactie_besproken"


@dataclass(frozen=True, slots=True)
class Bespreking:
    """What was agreed with the resident about their reaction, with whom and on which day."""

    afspraak: str
    wie: str
    op: date


@dataclass(frozen=True, slots=True)
class Reactie:
    """What a resident said about an item, verbatim, by whom and when; `item` is its own, `over` what it is about."""

    tekst: str
    wie: str
    op: datetime
    item: UUID
    over: UUID
    besproken: Bespreking | None = None


def geef_reactie(*, item: Item, persoon: Persoon, tekst: str, account: Account, nu: datetime) -> Item:
    """Keep verbatim that a resident doesn't agree with an item; it never changes the item itself."""
    casus = item.casus
    with in_casus(casus):
        reactie = maak_item(
            casus=casus,
            soort=Gegevenssoort.EIGEN_WOORDEN,
            eigenaar=account,
            betreft=[persoon],
            woorden={"reactie": tekst},
            nu=nu,
        )
        gegevens, woorden = {"item": item.pk, "persoon": persoon.pk}, laatste_woorden(reactie)
        leg_los_vast(casus=casus, soort=REACTIE, gegevens=gegevens, account=account, nu=nu, woorden=woorden)
    return reactie


def bespreek_reactie(*, reactie: Item, op: date, afspraak: str, account: Account, nu: datetime) -> None:
    """What was agreed about a reaction; who read the reaction reads this too. Raises Geweigerd."""
    casus = reactie.casus
    with in_casus(casus):
        if not voert_regie(account, casus, nu):
            raise Geweigerd("Dit schrijft de contactpersoon van het huishouden op.")
        if str(reactie.pk) not in _open([casus.pk]).get(casus.pk, {}):
            raise Geweigerd("Dit is al besproken. Wat is afgesproken, staat bij de reactie.")
        item = maak_item(
            casus=casus,
            soort=Gegevenssoort.EIGEN_WOORDEN,
            eigenaar=account,
            betreft=reactie.betreft.all(),
            woorden={"afspraak": afspraak},
            nu=nu,
        )
        leg_los_vast(
            casus=casus,
            soort=BESPROKEN,
            gegevens={"reactie": reactie.pk, "op": op},
            account=account,
            nu=nu,
            woorden=laatste_woorden(item),
        )


def reacties_bij(casus: Casus, zichtbaar: Collection[UUID]) -> dict[UUID, list[Reactie]]:
    """Per item what residents said about it, oldest first; only reactions whose own item may be read."""
    rijen = Gebeurtenis.objects.filter(casus=casus, soort__in=(REACTIE, BESPROKEN), woorden__item__in=zichtbaar)
    gevonden: dict[UUID, Reactie] = {}
    for rij in rijen.select_related("woorden", "account__persoon").order_by("volgnummer"):
        assert rij.woorden is not None
        inhoud = rij.woorden.inhoud or {}
        if rij.soort == REACTIE:
            if inhoud:
                gevonden[rij.woorden.item_id] = _reactie(rij, inhoud.get("reactie", ""))
        elif (eerder := gevonden.get(UUID(str(rij.gegevens["reactie"])))) is not None:
            gevonden[eerder.item] = replace(eerder, besproken=_bespreking(rij, inhoud.get("afspraak", "")))
    per_item: dict[UUID, list[Reactie]] = {}
    for reactie in gevonden.values():
        per_item.setdefault(reactie.over, []).append(reactie)
    return per_item


def wacht(casussen: Iterable[UUID]) -> dict[UUID, str]:
    """Per casus in which somebody waits until their reaction is talked about, who that is."""
    return {casus: _wie(list(dict.fromkeys(wie.values()))) for casus, wie in _open(casussen).items() if wie}


def _open(casussen: Iterable[UUID]) -> dict[UUID, dict[str, str]]:
    """Per casus the reactions that weren't talked about yet, each with the first name of whose it is."""
    rijen = Gebeurtenis.objects.filter(casus__in=list(casussen), soort__in=(REACTIE, BESPROKEN))
    per_casus: dict[UUID, dict[str, str]] = {}
    velden = ("casus_id", "soort", "gegevens", "woorden__item_id", "woorden__inhoud", "account__persoon__voornaam")
    for casus, soort, gegevens, item, inhoud, naam in rijen.order_by("casus", "volgnummer").values_list(*velden):
        reacties = per_casus.setdefault(casus, {})
        if soort == BESPROKEN:
            reacties.pop(str(gegevens["reactie"]), None)
        elif inhoud:
            reacties[str(item)] = naam or "Iemand"
    return per_casus


def _wie(namen: list[str]) -> str:
    if len(namen) == 1:
        return f"{namen[0]} is het ergens niet mee eens"
    return f"{', '.join(namen[:-1])} en {namen[-1]} zijn het ergens niet mee eens"


def _reactie(rij: Gebeurtenis, tekst: str) -> Reactie:
    # Who may read it, reads whose it is by the first name, and no more of them than that.
    wie = rij.account.persoon.roepnaam if rij.account is not None and rij.account.persoon is not None else ""
    assert rij.woorden is not None
    return Reactie(tekst, wie, rij.gebeurd_op, rij.woorden.item_id, UUID(str(rij.gegevens["item"])))


def _bespreking(rij: Gebeurtenis, afspraak: str) -> Bespreking:
    wie = rij.account.naam if rij.account is not None else ""
    return Bespreking(afspraak, wie, date.fromisoformat(str(rij.gegevens["op"])))
