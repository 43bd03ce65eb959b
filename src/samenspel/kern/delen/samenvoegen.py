"""Who may make one of two: of a household or a person that was recorded twice."""

from datetime import date
from enum import StrEnum

from samenspel.kern.delen.kijkrecht import Kijker, Regie, geldt

__all__ = ["Wijze", "mag_ongedaan_maken", "wijze_van_samenvoegen"]


class Wijze(StrEnum):
    """How somebody may bring two dossiers together."""

    DIRECT = "direct"
    VOORSTEL = "voorstel"
    NIET = "niet"


def wijze_van_samenvoegen(kijker: Kijker, een: str, ander: str, nu: date) -> Wijze:
    """Who has the regie of both does it; who has it of one proposes it to the other's regisseur."""
    eigen = _regie(kijker, nu) & {een, ander}
    if not eigen:
        return Wijze.NIET
    return Wijze.DIRECT if eigen == {een, ander} else Wijze.VOORSTEL


def mag_ongedaan_maken(kijker: Kijker, een: str, ander: str, nu: date) -> bool:
    """Each of both regisseurs: taking apart gives back what was there and tells nobody anything."""
    return bool(_regie(kijker, nu) & {een, ander})


def _regie(kijker: Kijker, nu: date) -> set[str]:
    return {recht.casus for recht in kijker.rechten if isinstance(recht, Regie) and geldt(recht, nu)}
