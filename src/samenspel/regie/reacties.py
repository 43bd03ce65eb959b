"""What somebody said and waits for: kept verbatim, and open until the regisseur says what was agreed about it.

A resident who doesn't agree with something or with the plan, and a colleague who can't keep an agreement as it stands.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from samenspel.casus.models import Casus, Gebeurtenis
from samenspel.delen.eigen_afspraken import BESPROKEN, REACTIE
from samenspel.delen.models import Item
from samenspel.delen.services import laatste_woorden, maak_item
from samenspel.huishouden.models import Persoon
from samenspel.kern.stand import Geweigerd
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.models import Account
from samenspel.plan.models import Actie
from samenspel.plan.selectors import is_van
from samenspel.regie.spelers import voert_regie
from samenspel.regie.vastleggen import in_casus, leg_los_vast

__all__ = [
    "BEOORDEELD",
    "BESPROKEN",
    "REACTIE",
    "Bespreking",
    "Reactie",
    "bespreek_reactie",
    "geef_reactie",
    "meld_bij_afspraak",
    "reacties_bij",
    "wacht",
]

BEOORDEELD = "plan_beoordeeld"


@dataclass(frozen=True, slots=True)
class Bespreking:
    """What was agreed about a reaction, by whom and on which day."""

    afspraak: str
    wie: str
    op: date


@dataclass(frozen=True, slots=True)
class Reactie:
    """What somebody said about an item, verbatim, by whom and when; `item` is its own, `over` what it is about.

    `plan`: the number of the version of the plan that it is about, and then `over` is the casus; `eens`: whether they
    agree with that. `collega`: not of the household, but who has the agreement to keep. `open`: somebody waits for it.
    """

    casus: UUID
    tekst: str
    wie: str
    op: datetime
    item: UUID
    over: UUID
    persoon: str = ""
    plan: int = 0
    eens: bool = False
    collega: bool = False
    besproken: Bespreking | None = None
    open: bool = True


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
        leg_los_vast(casus=casus, soort="reactie_gegeven", gegevens=gegevens, account=account, nu=nu, woorden=woorden)
    return reactie


def meld_bij_afspraak(*, actie: Actie, tekst: str, account: Account, nu: datetime) -> Item:
    """Keep verbatim what whose agreement it is tells the regisseur about it; it changes nothing. Raises Geweigerd.

    Who reads the agreement reads this too, so it is of the same kind and about the same people.
    """
    item = actie.item
    casus = item.casus
    with in_casus(casus):
        actie.refresh_from_db(fields=["gedaan_op", "account"])
        item.refresh_from_db(fields=["ingetrokken_op"])
        if not is_van(actie, account) or actie.gedaan_op is not None or item.ingetrokken_op is not None:
            raise Geweigerd("Deze afspraak staat niet meer bij u open.")
        bericht = maak_item(
            casus=casus,
            traject=item.traject,
            soort=Gegevenssoort(item.soort),
            eigenaar=account,
            betreft=item.betreft.all(),
            woorden={"reactie": tekst},
            nu=nu,
        )
        gegevens, woorden = {"item": item.pk}, laatste_woorden(bericht)
        leg_los_vast(casus=casus, soort="reactie_gegeven", gegevens=gegevens, account=account, nu=nu, woorden=woorden)
    return bericht


def bespreek_reactie(*, reactie: Item, op: date, afspraak: str, account: Account, nu: datetime) -> None:
    """What was agreed about a reaction; who read the reaction reads this too. Raises Geweigerd."""
    casus = reactie.casus
    with in_casus(casus):
        if not voert_regie(account, casus, nu):
            raise Geweigerd("Dit schrijft de contactpersoon van het huishouden op.")
        if not any(r.item == reactie.pk for r in _open([casus.pk])):
            raise Geweigerd("Dit is al besproken. Wat is afgesproken, staat bij de reactie.")
        item = maak_item(
            casus=casus,
            traject=reactie.traject,
            soort=Gegevenssoort(reactie.soort),
            eigenaar=account,
            betreft=reactie.betreft.all(),
            woorden={"afspraak": afspraak},
            nu=nu,
        )
        leg_los_vast(
            casus=casus,
            soort="reactie_besproken",
            gegevens={"reactie": reactie.pk, "op": op},
            account=account,
            nu=nu,
            woorden=laatste_woorden(item),
        )


def reacties_bij(casus: Casus, zichtbaar: Collection[UUID]) -> dict[UUID, list[Reactie]]:
    """Per item what was said about it, oldest first, and by the casus what was said about versions of the plan.

    Only reactions whose own item may be read.
    """
    leesbaar = Q(woorden__item__in=zichtbaar) | Q(soort=BEOORDEELD, woorden__isnull=True)
    per_item: dict[UUID, list[Reactie]] = {}
    for reactie in _lees(Gebeurtenis.objects.filter(leesbaar, casus=casus)):
        per_item.setdefault(reactie.over, []).append(reactie)
    return per_item


def wacht(casussen: Iterable[UUID]) -> dict[UUID, list[str]]:
    """Per casus in which somebody waits until what they said is talked about, who that is."""
    per_casus: dict[UUID, dict[tuple[str, str], list[str]]] = {}
    for r in _open(casussen):
        namen = per_casus.setdefault(r.casus, {}).setdefault(_zinnen(r), [])
        namen.extend([r.wie or "Iemand"] if (r.wie or "Iemand") not in namen else [])
    return {
        casus: [_zin(een, meer, namen) for (een, meer), namen in zinnen.items()] for casus, zinnen in per_casus.items()
    }


def _open(casussen: Iterable[UUID]) -> list[Reactie]:
    return [r for r in _lees(Gebeurtenis.objects.filter(casus__in=list(casussen))) if r.open]


def _lees(rijen: QuerySet[Gebeurtenis]) -> list[Reactie]:
    """The reactions in these lines of history, oldest first, each as it stands now."""
    rijen = rijen.filter(soort__in=(REACTIE, BEOORDEELD, BESPROKEN)).select_related("woorden", "account__persoon")
    gevonden: dict[UUID, Reactie] = {}
    for rij in rijen.order_by("casus", "volgnummer"):
        inhoud = (rij.woorden.inhoud if rij.woorden is not None else None) or {}
        if rij.soort == BESPROKEN:
            if (eerder := gevonden.get(UUID(str(rij.gegevens["reactie"])))) is not None:
                besproken = _bespreking(rij, inhoud.get("afspraak", ""))
                gevonden[eerder.item] = replace(eerder, besproken=besproken, open=False)
            continue
        if rij.soort == BEOORDEELD:
            _vervang(gevonden, rij)
        if inhoud and rij.woorden is not None:
            gevonden[rij.woorden.item_id] = _reactie(rij, rij.woorden.item_id, inhoud.get("reactie", ""))
    return _zonder_vervulde(list(gevonden.values()))


def _vervang(gevonden: dict[UUID, Reactie], rij: Gebeurtenis) -> None:
    """What somebody thinks of the plan now comes in the place of what they thought before."""
    for item, eerder in gevonden.items():
        if eerder.plan and eerder.casus == rij.casus_id and eerder.persoon == str(rij.gegevens["persoon"]):
            gevonden[item] = replace(eerder, open=False)


def _zonder_vervulde(reacties: list[Reactie]) -> list[Reactie]:
    """Nobody waits for an answer about an agreement that was kept or withdrawn."""
    over = {r.over for r in reacties if r.collega and r.open}
    if not over:
        return reacties
    staan = Actie.objects.filter(pk__in=over, gedaan_op__isnull=True, item__ingetrokken_op__isnull=True)
    open_ = set(staan.values_list("pk", flat=True))
    return [replace(r, open=r.open and r.over in open_) if r.collega else r for r in reacties]


def _zinnen(reactie: Reactie) -> tuple[str, str]:
    """What waits, of one and of more."""
    if reactie.collega:
        return "laat iets weten over een afspraak", "laten iets weten over een afspraak"
    if reactie.plan and reactie.eens:
        return "schrijft iets bij het plan", "schrijven iets bij het plan"
    if reactie.plan:
        return "is het niet eens met het plan", "zijn het niet eens met het plan"
    return "is het ergens niet mee eens", "zijn het ergens niet mee eens"


def _zin(een: str, meer: str, namen: list[str]) -> str:
    return f"{namen[0]} {een}" if len(namen) == 1 else f"{', '.join(namen[:-1])} en {namen[-1]} {meer}"


def _reactie(rij: Gebeurtenis, item: UUID, tekst: str) -> Reactie:
    plan, account = int(rij.gegevens.get("versie", 0)), rij.account
    persoon = account.persoon if account is not None else None
    # Who may read it, reads which resident it is by the first name, and no more of them than that.
    wie = persoon.roepnaam if persoon is not None else account.naam if account is not None else ""
    return Reactie(
        casus=rij.casus_id,
        tekst=tekst,
        wie=wie,
        op=rij.gebeurd_op,
        item=item,
        over=rij.casus_id if plan else UUID(str(rij.gegevens["item"])),
        persoon=str(rij.gegevens.get("persoon", "")),
        plan=plan,
        eens=bool(rij.gegevens.get("eens", False)),
        collega="persoon" not in rij.gegevens,
    )


def _bespreking(rij: Gebeurtenis, afspraak: str) -> Bespreking:
    wie = rij.account.naam if rij.account is not None else ""
    return Bespreking(afspraak, wie, date.fromisoformat(str(rij.gegevens["op"])))
