"""Reading the telefoonlijst: who looks like somebody that is on it, and whose mandaat or beslisruimte ends."""

import unicodedata
from datetime import date
from uuid import UUID

from samenspel.kennis.models import Contactpersoon, Organisatie

__all__ = ["dubbele_contacten", "dubbele_organisatie", "verlopen_in"]


def dubbele_organisatie(gemeente_id: UUID, naam: str, *, behalve: UUID | None = None) -> Organisatie | None:
    """An organisation on the list under this name, however it is spelled."""
    rijen = Organisatie.objects.filter(gemeente_id=gemeente_id)
    return next((o for o in rijen if o.pk != behalve and _kaal(o.naam) == _kaal(naam)), None)


def dubbele_contacten(
    organisatie: Organisatie, naam: str, telefoon: str, *, behalve: UUID | None = None
) -> list[Contactpersoon]:
    """Who is on the list with this name at this organisation, or with this number anywhere in the municipality."""
    rijen = Contactpersoon.objects.filter(gemeente_id=organisatie.gemeente_id)
    nummer = _cijfers(telefoon)
    return [
        c
        for c in rijen.select_related("organisatie")
        if c.pk != behalve
        and (
            (c.organisatie_id == organisatie.pk and _kaal(c.naam) == _kaal(naam))
            or (len(nummer) > 5 and _cijfers(c.telefoon) == nummer)
        )
    ]


def verlopen_in(gemeente_id: UUID, van: date, tot_en_met: date) -> int:
    """How many people's last day on the list lies in these days."""
    rijen = Contactpersoon.objects.filter(gemeente_id=gemeente_id)
    return rijen.filter(geldig_tot__gte=van, geldig_tot__lte=tot_en_met).count()


def _kaal(tekst: str) -> str:
    los = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(t for t in los if t.isalnum())


def _cijfers(telefoon: str) -> str:
    cijfers = "".join(t for t in telefoon if t.isdigit())
    return f"0{cijfers[2:]}" if cijfers.startswith("31") else cijfers
