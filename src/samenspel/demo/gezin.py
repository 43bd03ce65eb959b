"""The households of the demo as they are written down: one block of YAML each, in the folder `huishoudens`.

`verhaal` is how their traject went, in the lines of a voorbeeld; households of a definition's own voorbeelden have
none here. The other keys are what stands around it: see `rondom`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

from ruamel.yaml import YAML

from samenspel.kern.stand.voorbeelden import Voorbeeld, maak_voorbeeld

__all__ = ["Demofout", "Gegeven", "Gezin", "eigen_gezinnen", "gezinnen", "rondom_van"]

Gegeven: TypeAlias = Mapping[str, Any]
"""One thing of a household, as it was written."""


class Demofout(ValueError):
    """What is written down about a household can't be; nothing of the demo is kept."""


@dataclass(frozen=True, slots=True)
class Gezin:
    """What is written down about a household; who is meant by a first name stands in `mensen` or in its voorbeeld."""

    huishouden: str
    verhaal: Gegeven | None = None
    mensen: Sequence[Gegeven] = ()
    relaties: Sequence[Gegeven] = ()
    vertegenwoordigers: Sequence[Gegeven] = ()
    trajecten: Sequence[Gegeven] = ()
    woorden: Sequence[Gegeven] = ()
    leven: Sequence[Gegeven] = ()
    netwerk: Sequence[Gegeven] = ()
    hulp: Sequence[Gegeven] = ()
    zaken: Sequence[Gegeven] = ()
    knelpunten: Sequence[Gegeven] = ()
    gesprekken: Sequence[Gegeven] = ()
    doelen: Sequence[Gegeven] = ()
    acties: Sequence[Gegeven] = ()
    meedoen: Sequence[Gegeven] = ()
    voorzieningen: Sequence[Gegeven] = ()
    afgevinkt: Sequence[Gegeven] = ()
    helpers: Sequence[Gegeven] = ()
    plannen: Sequence[Gegeven] = ()
    overdracht: Sequence[Gegeven] = ()

    @property
    def voorbeeld(self) -> Voorbeeld:
        """Their story, in the form of a voorbeeld. Raises Demofout where there is none."""
        if self.verhaal is None:
            raise Demofout(f"{self.huishouden}: hun verhaal staat bij de werkwijze")
        personen = [{"naam": m["wie"], **m} for m in self.mensen if not m.get("erbij")]
        huishouden = {"naam": self.huishouden, "wijk": self.verhaal.get("wijk", ""), "personen": personen}
        return maak_voorbeeld({"voorbeeld": self.huishouden, **self.verhaal, "huishouden": huishouden})


@cache
def gezinnen() -> Mapping[str, Gezin]:
    """Every household that is written down, by its name, in the order of the files."""
    bladen = sorted(files("samenspel.demo").joinpath("huishoudens").iterdir(), key=lambda blad: blad.name)
    alle = [_gezin(ruw) for blad in bladen for ruw in YAML(typ="safe", pure=True).load(blad.read_text("utf-8"))]
    per_naam = {gezin.huishouden: gezin for gezin in alle}
    if len(per_naam) != len(alle):
        raise Demofout("een huishouden staat er twee keer")
    return per_naam


def eigen_gezinnen() -> list[Gezin]:
    """The households whose story stands here and not with a definition."""
    return [gezin for gezin in gezinnen().values() if gezin.verhaal is not None]


def rondom_van(huishouden: str) -> Gezin:
    """What stands around a household; nothing where nothing was written down."""
    return gezinnen().get(huishouden, Gezin(huishouden))


def _gezin(ruw: Gegeven) -> Gezin:
    onbekend = set(ruw) - {veld.name for veld in fields(Gezin)}
    if onbekend:
        raise Demofout(f"{ruw.get('huishouden')}: onbekend: {', '.join(sorted(onbekend))}")
    return Gezin(**ruw)
