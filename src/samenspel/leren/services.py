"""Writing sessions and lessons."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import F

from samenspel.casus.models import Traject
from samenspel.casus.trajecten import aantal_stappen
from samenspel.delen.versies import Versieconflict
from samenspel.doorbraak.models import Knelpunt
from samenspel.leren.models import Besproken, Les, Reflectiesessie
from samenspel.organisatie.basis import zelfde_gemeente
from samenspel.organisatie.models import Account

__all__ = ["Lesgegevens", "bespreek", "haal_les_weg", "maak_sessie", "schrijf_les", "wijzig_les"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesgegevens:
    """What a lesson says and what it is about; all but the text may stay empty."""

    tekst: str
    leefgebied: str = ""
    wet: str = ""
    knelpunt: Knelpunt | None = None

    def velden(self) -> dict[str, object]:
        """As the row holds it."""
        velden = {naam: waarde for naam, waarde in asdict(self).items() if naam != "knelpunt"}
        niveau = self.knelpunt.niveau if self.knelpunt is not None else ""
        return {**velden, "knelpunt": self.knelpunt, "niveau": niveau}


def maak_sessie(
    *, door: Account, werkwijze: str, op: date, deelnemers: Sequence[Account], nu: datetime
) -> Reflectiesessie:
    """A session on a day, with who took part."""
    zelfde_gemeente(door, *deelnemers)
    sessie = Reflectiesessie.objects.create(
        gemeente_id=door.gemeente_id, werkwijze=werkwijze, op=op, vastgelegd_door=door, vastgelegd_op=nu
    )
    sessie.deelnemers.set(deelnemers)
    return sessie


def bespreek(*, sessie: Reflectiesessie, traject: Traject, op: date) -> None:
    """This traject was talked about there."""
    zelfde_gemeente(sessie, traject)
    Besproken.objects.create(
        gemeente_id=sessie.gemeente_id, sessie=sessie, traject=traject, op=op, na_stap=aantal_stappen(traject)
    )


@transaction.atomic
def schrijf_les(*, sessie: Reflectiesessie, gegevens: Lesgegevens, door: Account, nu: datetime) -> Les:
    """Write a lesson of a session down."""
    zelfde_gemeente(sessie, door)
    return Les.objects.create(
        gemeente_id=sessie.gemeente_id, sessie=sessie, geschreven_door=door, geschreven_op=nu, **gegevens.velden()
    )


@transaction.atomic
def wijzig_les(*, les: Les, gegevens: Lesgegevens, versie: int, door: Account, nu: datetime) -> None:
    """Write a lesson anew over version `versie`. Raises Versieconflict."""
    nieuw = {**gegevens.velden(), "geschreven_door": door, "geschreven_op": nu}
    if not Les.objects.filter(pk=les.pk, versie=versie).update(versie=F("versie") + 1, **nieuw):
        raise Versieconflict(None, Les.objects.get(pk=les.pk).versie)


def haal_les_weg(les: Les) -> None:
    """Take a lesson away, words and all: somebody could be recognised in it, or it was wrong."""
    Les.objects.filter(pk=les.pk).delete()
