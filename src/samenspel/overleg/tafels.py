"""Keeping the tables: for which meeting of which werkwijze, and for which neighbourhood."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Q

from samenspel.delen.versies import Versieconflict
from samenspel.kern.stand import Geweigerd
from samenspel.organisatie.basis import zelfde_gemeente
from samenspel.organisatie.benoemen import beeindig_rol
from samenspel.organisatie.logboek import noteer_daad
from samenspel.organisatie.models import Account, Daadsoort, Rolvervulling, Wijk
from samenspel.overleg.models import Agendapunt, Tafel

__all__ = ["beeindig_tafel", "maak_tafel", "wijzig_tafel"]


@transaction.atomic
def maak_tafel(*, door: Account, naam: str, werkwijze: str, overleg: str, wijk: Wijk | None, nu: datetime) -> Tafel:
    """Make a table for a neighbourhood, or (none) for the whole area."""
    zelfde_gemeente(door, *([wijk] if wijk is not None else []))
    tafel = Tafel.objects.create(gemeente=door.gemeente, naam=naam, werkwijze=werkwijze, overleg=overleg, wijk=wijk)
    _noteer(door, tafel, Daadsoort.TAFEL_GEWIJZIGD, "erbij", nu)
    return tafel


@transaction.atomic
def wijzig_tafel(*, door: Account, tafel: Tafel, naam: str, wijk: Wijk | None, versie: int, nu: datetime) -> None:
    """Another name or neighbourhood; the meeting stays. Raises Versieconflict."""
    zelfde_gemeente(door, tafel, *([wijk] if wijk is not None else []))
    if not Tafel.objects.filter(pk=tafel.pk, versie=versie).update(versie=F("versie") + 1, naam=naam, wijk=wijk):
        raise Versieconflict(None, Tafel.objects.get(pk=tafel.pk).versie)
    _noteer(door, tafel, Daadsoort.TAFEL_GEWIJZIGD, "naam of wijk", nu)


@transaction.atomic
def beeindig_tafel(*, door: Account, tafel: Tafel, vandaag: date, nu: datetime) -> None:
    """The table sits no more, and rollen at it end. Raises Geweigerd while a meeting is planned."""
    zelfde_gemeente(door, tafel)
    gepland = Agendapunt.objects.filter(
        tafel=tafel, gehouden_op__isnull=True, van_agenda_op__isnull=True, op__gte=nu
    ).count()
    if gepland:
        raise Geweigerd(f"{tafel.naam} kan nog niet weg: er staan nog {gepland} gesprekken op de agenda.")
    for vervulling in Rolvervulling.objects.filter(Q(tot__isnull=True) | Q(tot__gt=vandaag), tafel=tafel):
        beeindig_rol(door=door, vervulling=vervulling, tot=vandaag, nu=nu)
    tafel.tot = vandaag
    tafel.save(update_fields=["tot"])
    _noteer(door, tafel, Daadsoort.TAFEL_BEEINDIGD, "", nu)


def _noteer(door: Account, tafel: Tafel, soort: Daadsoort, wat: str, nu: datetime) -> None:
    noteer_daad(gemeente=door.gemeente, soort=soort, door=door, wat=wat, ding=tafel.pk, nu=nu)
