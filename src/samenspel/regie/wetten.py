"""Laws that a werkwijze adds to the list: those that its rollen may decide on."""

from collections.abc import Iterator

from samenspel.casus.models import Casus, Traject
from samenspel.kern.werkwijze.model import Werkwijze
from samenspel.kern.wet.wetten import bekende_wet
from samenspel.regie.routes import route_van

__all__ = ["eigen_wetten"]

LANGST = 100
"""How long the name of a law may be in a row."""


def eigen_wetten(casus: Casus, *staat: str) -> tuple[str, ...]:
    """Laws that the trajecten of a casus add to the list, and those of `staat`: what a row says already."""
    trajecten = Traject.objects.filter(casus=casus).select_related("versie").order_by("gestart_op")
    genoemd = [wet for traject in trajecten for wet in _genoemd(route_van(traject).werkwijze)]
    return tuple(
        dict.fromkeys(wet for wet in (*genoemd, *staat) if wet and len(wet) <= LANGST and not bekende_wet(wet))
    )


def _genoemd(werkwijze: Werkwijze) -> Iterator[str]:
    for rol in werkwijze.rollen:
        for ruimte in (rol.mandaat, rol.beslisruimte):
            yield from ruimte.wetten if ruimte is not None else ()
