"""Everything that a definition must be beyond its form: the checker, and reading and checking in one go.

What it accepts is alive: leaving base steps aside, in every reachable open state there is a possible stap,
or a missing item that the holder of a rol can supply.
"""

from samenspel.kern.werkwijze import controle_rollen, controle_route, controle_velden, controle_voorwaarden
from samenspel.kern.werkwijze.fout import Bevinding, Fout
from samenspel.kern.werkwijze.lezer import lees_werkwijze
from samenspel.kern.werkwijze.model import Werkwijze

__all__ = ["controleer", "lees_en_controleer"]

_KEURINGEN = (
    controle_rollen.keur,
    controle_velden.keur,
    controle_route.keur,
    controle_voorwaarden.keur,
)


def lees_en_controleer(tekst: str, bestand: str) -> tuple[Werkwijze | None, tuple[Fout, ...]]:
    """Read and check a definition: the model when all is well, else None and every mistake. Never raises."""
    werkwijze, fouten = lees_werkwijze(tekst, bestand)
    if werkwijze is None:
        return None, fouten
    fouten = controleer(werkwijze, bestand)
    return (None, fouten) if fouten else (werkwijze, ())


def controleer(w: Werkwijze, bestand: str) -> tuple[Fout, ...]:
    """All mistakes of a definition that was read, in the order of their lines, each with its mend."""
    bevindingen = dict.fromkeys(b for keur in _KEURINGEN for b in keur(w))
    fouten = (Fout(bestand, _regel(w, b), b.plek, b.melding) for b in bevindingen)
    return tuple(sorted(fouten, key=lambda f: f.regel))


def _regel(w: Werkwijze, bevinding: Bevinding) -> int:
    """The line of the place, or of the nearest place around it that has one."""
    delen = bevinding.plek.split(".")
    plekken = (".".join(delen[:n]) for n in range(len(delen), 0, -1))
    return next((w.regels[plek] for plek in plekken if plek in w.regels), 1)
