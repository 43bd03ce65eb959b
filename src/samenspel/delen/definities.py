"""Definitions by their content hash: read once, as a version never changes."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from samenspel.casus.models import WerkwijzeVersie
from samenspel.kern.delen.rollen import Rolwerk, rolwerk
from samenspel.kern.werkwijze.lezer import lees_werkwijze
from samenspel.kern.werkwijze.model import Overleg, Rol, Werkwijze


class OnleesbareVersie(Exception):
    """A stored version of a werkwijze can't be read, so nobody's rights can be told from it."""


@dataclass(frozen=True)
class Definitie:
    """A definition with what the rights of its rollen are looked up by."""

    werkwijze: Werkwijze

    @cached_property
    def rollen(self) -> dict[str, Rol]:
        return {rol.rol: rol for rol in self.werkwijze.rollen}

    @cached_property
    def overleggen(self) -> dict[str, Overleg]:
        return {overleg.overleg: overleg for overleg in self.werkwijze.overleggen}

    @cached_property
    def werk(self) -> dict[str, Rolwerk]:
        return {rol: rolwerk(self.werkwijze, rol) for rol in self.rollen}


@lru_cache(maxsize=64)
def definitie(hash: str) -> Definitie:
    """The definition with this content hash. Raises OnleesbareVersie where its text has mistakes."""
    versie = WerkwijzeVersie.objects.get(hash=hash)
    werkwijze, fouten = lees_werkwijze(versie.tekst, f"{versie.slug} van {versie.geldig_vanaf}")
    if werkwijze is None:
        raise OnleesbareVersie("; ".join(str(fout) for fout in fouten))
    return Definitie(werkwijze)
