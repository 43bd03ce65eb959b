"""Putting things into a dossier, writing their words, erasing words, noting who looked."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import F
from django.utils.timezone import localtime

from samenspel.casus.models import Casus, Traject
from samenspel.casus.services import leg_gebeurtenis_vast, vergrendel
from samenspel.delen.digest import digest_van, nieuw_zout
from samenspel.delen.models import Inzage, Item, Woorden
from samenspel.delen.selectors import woorden_van_alleen
from samenspel.delen.versies import Versieconflict
from samenspel.huishouden.models import Persoon
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.basis import zelfde_gemeente
from samenspel.organisatie.models import Account

__all__ = [
    "OngeldigeWoorden",
    "Versieconflict",
    "ZonderPersoon",
    "huidige_woorden",
    "inzage_op",
    "laatste_woorden",
    "leg_inzage_in_elk_vast",
    "leg_inzage_vast",
    "maak_item",
    "schrijf_woorden",
    "wis_woorden",
]


class ZonderPersoon(ValueError):
    """An item must name whom it is about, or nobody can say who may see it."""


class OngeldigeWoorden(ValueError):
    """Words that no database keeps as they were written."""


def maak_item(
    *,
    casus: Casus,
    soort: Gegevenssoort,
    eigenaar: Account,
    betreft: Iterable[Persoon],
    nu: datetime,
    woorden: Mapping[str, str] | None = None,
    traject: Traject | None = None,
    id: UUID | None = None,
    auteur: Account | None = None,
) -> Item:
    """Put something into a dossier, with its first words if it has any; `id` where the history already names it.

    `eigenaar` is whose it is, and who therefore reads it; `auteur` wrote it, when that is somebody else.

    The caller adds the line of history, with these words; `controleer_casus` reports words that no line names.
    """
    personen = list(betreft)
    if not personen:
        raise ZonderPersoon("Kies over wie dit gaat.")
    zelfde_gemeente(casus, eigenaar, auteur or eigenaar, *personen)
    if traject is not None and traject.casus_id != casus.pk:
        raise ValueError("the traject is of another casus")
    with transaction.atomic():
        item = Item.objects.create(
            id=id or uuid4(),
            gemeente_id=casus.gemeente_id,
            casus=casus,
            traject=traject,
            soort=Gegevenssoort(soort).value,
            eigenaar=eigenaar,
            gemaakt_op=nu,
        )
        item.betreft.set(personen)
        if woorden is not None:
            _leg_neer(item, woorden, auteur or eigenaar, nu)
    return item


def schrijf_woorden(*, item: Item, inhoud: Mapping[str, str], auteur: Account, versie: int, nu: datetime) -> Woorden:
    """Write the next version of an item's words over version `versie`; raises Versieconflict when that's past."""
    zelfde_gemeente(item, auteur)
    with transaction.atomic():
        # One statement compares and sets: of two writers of the same version, the second matches no row.
        gelukt = Item.objects.filter(pk=item.pk, versie=versie).update(versie=F("versie") + 1)
        if not gelukt:
            nu_geldig = Item.objects.get(pk=item.pk).versie
            raise Versieconflict(laatste_woorden(item), nu_geldig)
        item.versie = versie + 1
        return _leg_neer(item, inhoud, auteur, nu)


def laatste_woorden(item: Item) -> Woorden | None:
    """The last version of an item's words; None when it never had any."""
    return Woorden.objects.filter(item_id=item.pk).order_by("-volgnummer").first()


def huidige_woorden(item: Item) -> dict[str, str]:
    """The words as they stand now; empty when there never were any or when they were erased."""
    laatste = laatste_woorden(item)
    return dict(laatste.inhoud) if laatste and laatste.inhoud else {}


def wis_woorden(*, persoon: Persoon, account: Account, nu: datetime) -> int:
    """Destroy all words of items about only this person, and say so in the history; returns how many.

    Words that are about others too stay: `delen.selectors.items_ook_over_anderen` lists those.
    """
    zelfde_gemeente(persoon, account)
    with transaction.atomic():
        casussen = woorden_van_alleen(persoon).values("item__casus_id")
        # In a fixed order, so that two erasures at once cannot wait for each other.
        return sum(_wis(casus, persoon, account, nu) for casus in Casus.objects.filter(pk__in=casussen).order_by("pk"))


def leg_inzage_vast(
    *,
    account: Account,
    wat: str,
    nu: datetime,
    casus: Casus | None = None,
    ids: Sequence[UUID] = (),
    rol: str = "",
    reden: str = "",
    geweigerd: bool = False,
) -> Inzage:
    """Note that somebody looked, or was refused; a list is one row with the ids it showed."""
    inzage = inzage_op(account, wat, nu, casus=casus, reden=reden)
    inzage.ids, inzage.rol, inzage.geweigerd = [str(sleutel) for sleutel in ids], rol, geweigerd
    inzage.save(force_insert=True)
    return inzage


def leg_inzage_in_elk_vast(
    *, account: Account, casussen: Iterable[Casus], wat: str, reden: str, nu: datetime
) -> list[Inzage]:
    """Note in each of these dossiers that somebody was told of it."""
    return Inzage.objects.bulk_create(inzage_op(account, wat, nu, casus=casus, reden=reden) for casus in casussen)


def inzage_op(account: Account, wat: str, op: datetime, *, casus: Casus | None, reden: str) -> Inzage:
    """One look at a moment, not yet stored."""
    uur = localtime(op).hour
    return Inzage(gemeente_id=account.gemeente_id, casus=casus, account=account, wat=wat, reden=reden, op=op, uur=uur)


def _leg_neer(item: Item, inhoud: Mapping[str, str], auteur: Account, nu: datetime) -> Woorden:
    tekst = {sleutel: str(woorden) for sleutel, woorden in inhoud.items()}
    if any("\x00" in woorden for woorden in tekst.values()):
        raise OngeldigeWoorden("In deze tekst staat een teken dat niet bewaard kan worden.")
    zout = nieuw_zout()
    return Woorden.objects.create(
        gemeente_id=item.gemeente_id,
        item=item,
        volgnummer=item.versie,
        inhoud=tekst,
        zout=zout,
        digest=digest_van(zout, tekst),
        auteur=auteur,
        vastgelegd_op=nu,
    )


def _wis(casus: Casus, persoon: Persoon, account: Account, nu: datetime) -> int:
    vergrendel(casus)
    ids = list(woorden_van_alleen(persoon).filter(item__casus=casus).values_list("pk", flat=True))
    Woorden.objects.filter(pk__in=ids).update(inhoud=None, zout=None, gewist_op=nu)
    leg_gebeurtenis_vast(
        casus=casus,
        soort="woorden_gewist",
        gegevens={"persoon": persoon.pk, "woorden": sorted(str(sleutel) for sleutel in ids)},
        account=account,
        gebeurd_op=nu,
        nu=nu,
    )
    return len(ids)
