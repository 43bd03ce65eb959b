"""A look into a casus by one of its agenda points."""

from uuid import UUID

from django.http import Http404, HttpRequest

from samenspel.overleg.models import Agendapunt
from samenspel.web.blik import Blik
from samenspel.web.toegang import blik_op_item

__all__ = ["blik_op_punt", "punt_van"]


def blik_op_punt(request: HttpRequest, item_id: UUID) -> tuple[Blik, Agendapunt]:
    """The look into a casus by an agenda point that may be read."""
    blik, item = blik_op_item(request, item_id)
    return blik, punt_van(blik, item.pk)


def punt_van(blik: Blik, id: UUID) -> Agendapunt:
    """An agenda point with what its pages need; not found where there is none."""
    punt = Agendapunt.objects.filter(pk=id).select_related("item", "tafel", "traject__versie").first()
    if punt is None:
        raise Http404
    punt.traject.casus = blik.casus
    return punt
