"""Reading tables and their agenda."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from samenspel.casus.models import Casus, Traject
from samenspel.kern.stand.route import overleggen_in
from samenspel.kern.werkwijze.model import Werkwijze
from samenspel.overleg.models import Agendapunt, Genodigde, Tafel


def tafels_bij(casus: Casus, werkwijze: str) -> QuerySet[Tafel]:
    """The tables of a werkwijze that can sit for this household: of its neighbourhood, and those for all."""
    hier = Q(wijk__isnull=True) | Q(wijk=casus.huishouden.wijk_id)
    return Tafel.objects.filter(hier, gemeente_id=casus.gemeente_id, werkwijze=werkwijze, tot__isnull=True)


def tafel_van(*, casus: Casus, werkwijze: Werkwijze, overleg: str) -> Tafel | None:
    """The table of this meeting for a household: of its neighbourhood, or the one for all; None where there is none."""
    return _van_wijk(list(tafels_bij(casus, werkwijze.werkwijze).filter(overleg=overleg)), casus.huishouden.wijk_id)


def kies_tafel(
    tafels: Sequence[Tafel], *, wijk: UUID | None, werkwijze: Werkwijze, fase: str
) -> tuple[str, Tafel] | None:
    """Of a municipality's tables the one for this neighbourhood in this fase.

    The table of the neighbourhood comes first, then the one without neighbourhood, then the one that the meeting
    falls back on (002 §6: neighbourhoods without a table of their own go to the city's).
    """
    return kies_tafel_van(tafels, wijk=wijk, werkwijze=werkwijze, overleggen=overleggen_in(fase, werkwijze))


def kies_tafel_van(
    tafels: Sequence[Tafel], *, wijk: UUID | None, werkwijze: Werkwijze, overleggen: Sequence[str]
) -> tuple[str, Tafel] | None:
    """The same, of these meetings in order."""
    for code in overleggen:
        passend = [t for t in tafels if t.overleg == code and t.werkwijze == werkwijze.werkwijze]
        if (gevonden := _van_wijk(passend, wijk)) is not None:
            return code, gevonden
    return None


def _van_wijk(tafels: Sequence[Tafel], wijk: UUID | None) -> Tafel | None:
    eigen = [t for t in tafels if wijk is not None and t.wijk_id == wijk]
    return next(iter(eigen or [t for t in tafels if t.wijk_id is None]), None)


def genodigden(punt: Agendapunt) -> QuerySet[Genodigde]:
    """Who was asked to join this meeting and comes, by name."""
    rijen = Genodigde.objects.filter(agendapunt=punt, weg_op__isnull=True)
    return rijen.select_related("account__team", "item").order_by("account__naam")


def is_begonnen(punt: Agendapunt, op: datetime) -> bool:
    """Whether the hour of the meeting has come."""
    return punt.op <= op


def lopend_punt(traject: Traject, overleg: str) -> Agendapunt | None:
    """The newest agenda point of a traject at a meeting of this kind that was not taken off."""
    return (
        Agendapunt.objects.filter(traject=traject, tafel__overleg=overleg, van_agenda_op__isnull=True)
        .select_related("item", "tafel", "traject__casus")
        .order_by("na_stap", "item__gemaakt_op")
        .last()
    )
