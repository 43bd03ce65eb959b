"""Keeping the telefoonlijst: organisations, the people to call there, and what these may decide."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from samenspel.delen.versies import Versieconflict
from samenspel.kennis.models import Contactpersoon, Organisatie
from samenspel.organisatie.basis import zelfde_gemeente
from samenspel.organisatie.logboek import noteer_daad
from samenspel.organisatie.models import Account, Daadsoort

__all__ = [
    "Contactgegevens",
    "bewaar_contactpersoon",
    "bewaar_organisatie",
    "laat_verlopen",
    "voeg_contactpersoon_toe",
    "voeg_organisatie_toe",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contactgegevens:
    """What the list says of somebody: the amount in cents, `geldig_tot` the last day."""

    naam: str
    functie: str = ""
    telefoon: str = ""
    wetten: tuple[str, ...] = ()
    bedrag: int | None = None
    uitleg: str = ""
    geldig_tot: date | None = None

    def velden(self) -> dict[str, Any]:
        """As the row holds it."""
        return {**asdict(self), "wetten": list(self.wetten)}


@transaction.atomic
def voeg_organisatie_toe(*, door: Account, naam: str, soort: str, telefoon: str, nu: datetime) -> Organisatie:
    """Put an organisation on the list of the municipality of who does this."""
    rij = Organisatie.objects.create(gemeente=door.gemeente, naam=naam, soort=soort, telefoon=telefoon)
    _noteer(door, rij, "organisatie erbij", nu)
    return rij


@transaction.atomic
def bewaar_organisatie(
    *, door: Account, organisatie: Organisatie, velden: Mapping[str, str], versie: int, nu: datetime
) -> None:
    """Save an organisation over version `versie`. Raises Versieconflict."""
    zelfde_gemeente(door, organisatie)
    gelukt = Organisatie.objects.filter(pk=organisatie.pk, versie=versie).update(versie=F("versie") + 1, **velden)
    if not gelukt:
        raise Versieconflict(None, Organisatie.objects.get(pk=organisatie.pk).versie)
    _noteer(door, organisatie, "organisatie", nu)


@transaction.atomic
def voeg_contactpersoon_toe(
    *, door: Account, organisatie: Organisatie, gegevens: Contactgegevens, nu: datetime
) -> Contactpersoon:
    """Put somebody to call on the list."""
    zelfde_gemeente(door, organisatie)
    rij = Contactpersoon.objects.create(gemeente=door.gemeente, organisatie=organisatie, **gegevens.velden())
    _noteer(door, rij, "contact erbij", nu)
    return rij


@transaction.atomic
def bewaar_contactpersoon(
    *,
    door: Account,
    contactpersoon: Contactpersoon,
    organisatie: Organisatie,
    gegevens: Contactgegevens,
    versie: int,
    nu: datetime,
) -> None:
    """Save somebody over version `versie`; what changed is named in the log. Raises Versieconflict."""
    zelfde_gemeente(door, contactpersoon, organisatie)
    rijen = Contactpersoon.objects.filter(pk=contactpersoon.pk, versie=versie)
    nieuw = {"organisatie_id": organisatie.pk, **gegevens.velden()}
    oud = Contactpersoon.objects.get(pk=contactpersoon.pk)
    if not rijen.update(versie=F("versie") + 1, **nieuw):
        raise Versieconflict(None, oud.versie)
    veranderd = [naam for naam, waarde in nieuw.items() if getattr(oud, naam) != waarde]
    _noteer(door, oud, ", ".join(n.removesuffix("_id").replace("_", " ") for n in veranderd), nu)


@transaction.atomic
def laat_verlopen(*, door: Account, organisatie: Organisatie, vandaag: date, nu: datetime, wie: Any = None) -> int:
    """From today nobody of an organisation (or only `wie`, the key of one) may decide any more; how many that were."""
    zelfde_gemeente(door, organisatie)
    rijen = Contactpersoon.objects.filter(
        Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=vandaag), organisatie=organisatie
    )
    if wie is not None:
        rijen = rijen.filter(pk=wie)
    geraakt = list(rijen)
    for rij in geraakt:
        _noteer(door, rij, "verlopen", nu)
    rijen.update(geldig_tot=vandaag - timedelta(days=1), versie=F("versie") + 1)
    return len(geraakt)


def _noteer(door: Account, rij: Organisatie | Contactpersoon, wat: str, nu: datetime) -> None:
    noteer_daad(gemeente=door.gemeente, soort=Daadsoort.LIJST_GEWIJZIGD, door=door, wat=wat, ding=rij.pk, nu=nu)
