"""How people are tied to each other, and who acts for whom: making, changing and ending it."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.db.models import F

from samenspel.delen.versies import Versieconflict
from samenspel.huishouden.models import Persoon, Relatie, Vertegenwoordiger
from samenspel.organisatie.basis import zelfde_gemeente

__all__ = [
    "Band",
    "Vertegenwoordiging",
    "leg_relatie_vast",
    "leg_vertegenwoordiger_vast",
    "wijzig_relatie",
    "wijzig_vertegenwoordiger",
]


@dataclass(frozen=True, kw_only=True)
class Band:
    """What somebody is to another, from a day to a day as far as those are known."""

    soort: str
    omschrijving: str = ""
    van: date | None = None
    tot: date | None = None


@dataclass(frozen=True, kw_only=True)
class Vertegenwoordiging:
    """Who acts for somebody as bewindvoerder, mentor or curator, and how to reach them."""

    soort: str
    naam: str
    organisatie: str = ""
    telefoon: str = ""
    van: date | None = None
    tot: date | None = None


def leg_relatie_vast(*, persoon: Persoon, ander: Persoon, band: Band) -> Relatie:
    """`persoon` is this to `ander`."""
    zelfde_gemeente(persoon, ander)
    return Relatie.objects.create(gemeente_id=persoon.gemeente_id, persoon=persoon, ander=ander, **asdict(band))


def wijzig_relatie(*, relatie: Relatie, band: Band, versie: int) -> Relatie:
    """Save over version `versie`; raises Versieconflict when that's past."""
    with transaction.atomic():
        gelukt = Relatie.objects.filter(pk=relatie.pk, versie=versie).update(versie=F("versie") + 1, **asdict(band))
        huidig = Relatie.objects.get(pk=relatie.pk)
        if not gelukt:
            raise Versieconflict(huidig, huidig.versie)
    return huidig


def leg_vertegenwoordiger_vast(*, persoon: Persoon, wie: Vertegenwoordiging) -> Vertegenwoordiger:
    """Somebody acts for this person."""
    return Vertegenwoordiger.objects.create(gemeente_id=persoon.gemeente_id, persoon=persoon, **asdict(wie))


def wijzig_vertegenwoordiger(
    *, vertegenwoordiger: Vertegenwoordiger, wie: Vertegenwoordiging, versie: int
) -> Vertegenwoordiger:
    """Save over version `versie`; raises Versieconflict when that's past."""
    with transaction.atomic():
        rijen = Vertegenwoordiger.objects.filter(pk=vertegenwoordiger.pk, versie=versie)
        gelukt = rijen.update(versie=F("versie") + 1, **asdict(wie))
        huidig = Vertegenwoordiger.objects.get(pk=vertegenwoordiger.pk)
        if not gelukt:
            raise Versieconflict(huidig, huidig.versie)
    return huidig
