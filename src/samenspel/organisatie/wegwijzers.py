"""Where residents turn to for a cliëntondersteuner, a complaint or an objection; kept by the administrator."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from samenspel.delen.versies import Versieconflict
from samenspel.organisatie.logboek import noteer_daad
from samenspel.organisatie.models import Account, Daadsoort, Wegwijzer, Wegwijzersoort

__all__ = ["bewaar_wegwijzer", "wegwijzers_van"]


def wegwijzers_van(gemeente_id: UUID) -> dict[Wegwijzersoort, Wegwijzer]:
    """Of every kind what residents may go by; a kind that nobody filled in is an unsaved, empty one."""
    rijen = {Wegwijzersoort(w.soort): w for w in Wegwijzer.objects.filter(gemeente=gemeente_id)}
    return {s: rijen.get(s) or Wegwijzer(gemeente_id=gemeente_id, soort=s.value, versie=0) for s in Wegwijzersoort}


@transaction.atomic
def bewaar_wegwijzer(
    *, door: Account, soort: Wegwijzersoort, velden: Mapping[str, str], versie: int, nu: datetime
) -> Wegwijzer:
    """Save over version `versie` (0: there was none). Raises Versieconflict."""
    rij, nieuw = Wegwijzer.objects.get_or_create(gemeente_id=door.gemeente_id, soort=soort.value, defaults=dict(velden))
    if not nieuw and not Wegwijzer.objects.filter(pk=rij.pk, versie=versie).update(versie=F("versie") + 1, **velden):
        raise Versieconflict(None, rij.versie)
    noteer_daad(
        gemeente=door.gemeente, soort=Daadsoort.WEGWIJZER_GEWIJZIGD, door=door, wat=soort.value, ding=rij.pk, nu=nu
    )
    return rij
