"""What somebody may see, from the database: the same answers as `kern/delen`, many at a time.

A look at one item asks `oordeel_over`; lists, search and counts start from `zichtbare_items`, `bestaande_items` and
`zichtbare_casussen`.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from samenspel.casus.models import Casus, Traject
from samenspel.delen.filter import geheel, geheel_of_dat, ziet_bestaan
from samenspel.delen.kijker import kijker_van
from samenspel.delen.models import Item
from samenspel.delen.perioden import dag_van
from samenspel.huishouden.models import Persoon
from samenspel.huishouden.selectors import schuilt_elders
from samenspel.kern.delen import (
    Bewoner,
    Kijker,
    Oordeel,
    Partner,
    Rolzicht,
    Stuk,
    Tafelzicht,
    Zicht,
    geldt,
    mag_zien,
    oordeel,
    opent_dossier,
)
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.models import Account

__all__ = [
    "Persoonszicht",
    "bestaande_items",
    "kijker_van",
    "oordeel_over",
    "persoonszicht",
    "stuk_van",
    "stukken_van_persoon",
    "zichtbare_casussen",
    "zichtbare_items",
    "zichtbare_trajecten",
    "ziet_bestaan",
]


class Persoonszicht(NamedTuple):
    """What is seen of a person: `personalia` (names, birthday, language), `adres` (address and telephone)."""

    personalia: Zicht
    adres: Zicht


def zichtbare_items(kijker: Kijker, nu: datetime) -> QuerySet[Item]:
    """Items whose content this kijker may read."""
    return Item.objects.filter(geheel(kijker, dag_van(nu)))


def bestaande_items(kijker: Kijker, nu: datetime) -> QuerySet[Item]:
    """Items of which this kijker may know that they are there."""
    return Item.objects.filter(geheel_of_dat(kijker, dag_van(nu)))


def zichtbare_casussen(account: Account, nu: datetime) -> QuerySet[Casus]:
    """Casussen into which this account comes now by any right."""
    kijker = kijker_van(account=account, casus=None, nu=nu)
    geldend = {recht.casus for recht in kijker.rechten if geldt(recht, dag_van(nu)) and opent_dossier(recht)}
    return Casus.objects.filter(gemeente=account.gemeente_id, pk__in=geldend)


def zichtbare_trajecten(account: Account, nu: datetime) -> QuerySet[Traject]:
    """Trajecten of which this account may know now where they are."""
    kijker, dag = kijker_van(account=account, casus=None, nu=nu), dag_van(nu)
    rechten = [recht for recht in kijker.rechten if geldt(recht, dag) and opent_dossier(recht)]
    in_een = {recht.traject for recht in rechten if isinstance(recht, Rolzicht | Tafelzicht)}
    in_alle = {recht.casus for recht in rechten if not isinstance(recht, Rolzicht | Tafelzicht | Partner)}
    return Traject.objects.filter(Q(pk__in=in_een) | Q(casus__in=in_alle), gemeente=account.gemeente_id)


def oordeel_over(kijker: Kijker, item: Item, nu: datetime) -> Oordeel:
    """What this kijker sees of one item and why: the reason goes into the Inzage."""
    return oordeel(kijker, stuk_van(item), dag_van(nu))


def stuk_van(item: Item) -> Stuk:
    """The item as kern sees it; prefetch `betreft` when there are many."""
    betreft = list(item.betreft.all())
    return Stuk(
        id=str(item.pk),
        gemeente=str(item.gemeente_id),
        casus=str(item.casus_id),
        traject=_ref(item.traject_id),
        soort=Gegevenssoort(item.soort),
        eigenaar=str(item.eigenaar_id),
        betreft=frozenset(str(persoon.pk) for persoon in betreft),
        ingetrokken=item.ingetrokken_op is not None,
        geheim=any(persoon.adres_geheim for persoon in betreft),
    )


def stukken_van_persoon(persoon: Persoon, casus: Casus) -> tuple[Stuk, Stuk]:
    """A person's personalia, and address with telephone, as if they were items of this casus that nobody wrote."""
    personalia, adres = (
        Stuk(
            id=f"{persoon.pk}:{soort}",
            gemeente=str(persoon.gemeente_id),
            casus=str(casus.pk),
            traject=None,
            soort=soort,
            eigenaar="",
            betreft=frozenset({str(persoon.pk)}),
            geheim=persoon.adres_geheim,
        )
        for soort in (Gegevenssoort.PERSONALIA, Gegevenssoort.ADRES)
    )
    return personalia, adres


def persoonszicht(kijker: Kijker, casus: Casus, personen: Iterable[Persoon], nu: datetime) -> dict[UUID, Persoonszicht]:
    """What this kijker sees of each of these people in this casus.

    Of a child of two households, one of which hides, the other isn't told where it lives.
    """
    dag, leden = dag_van(nu), list(personen)
    elders = schuilt_elders(casus.huishouden, leden)
    zicht = {}
    for persoon in leden:
        personalia, adres = (mag_zien(kijker, stuk, dag) for stuk in stukken_van_persoon(persoon, casus))
        zelf = any(isinstance(r, Bewoner) and r.persoon == str(persoon.pk) for r in kijker.rechten)
        zicht[persoon.pk] = Persoonszicht(personalia, Zicht.NIET if persoon.pk in elders and not zelf else adres)
    return zicht


def _ref(sleutel: UUID | None) -> str | None:
    return None if sleutel is None else str(sleutel)
