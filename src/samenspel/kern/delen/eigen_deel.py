"""What somebody may write in a dossier outside the rollen of a traject.

A talk that steers a route (`contact.uitkomst`) comes from who has a rol in that traject: `kern/stand` decides on it.
Outside a traject the regisseur records how a talk ended. A helper has a part of their own: what they hear is a note
without an outcome, so that it changes no fact of any route, and what they promise is an action that they do
themselves. Both are about the people whom they help, and nobody else.
"""

from datetime import date
from enum import StrEnum

from samenspel.kern.delen.kijkrecht import Helper, Kijker, Kijkrecht, Regie, geldt

__all__ = ["Gesprekswaarde", "gesprekswaarde", "helpt_wie", "mag_op_zich_nemen"]


class Gesprekswaarde(StrEnum):
    """What a talk outside any traject is worth."""

    GESPREK = "gesprek"
    """With how it ended and when to call back."""
    NOTITIE = "notitie"
    """What was said and agreed, and no more."""


def gesprekswaarde(kijker: Kijker, casus: str, nu: date) -> Gesprekswaarde | None:
    """What a talk that this one records outside a traject is worth; None: they may record none."""
    rechten = _rechten(kijker, casus, nu)
    if any(isinstance(r, Regie) for r in rechten):
        return Gesprekswaarde.GESPREK
    return Gesprekswaarde.NOTITIE if any(isinstance(r, Helper) for r in rechten) else None


def mag_op_zich_nemen(kijker: Kijker, casus: str, nu: date) -> bool:
    """Whether this one may put into the plan something that they do themselves."""
    return gesprekswaarde(kijker, casus, nu) is not None


def helpt_wie(kijker: Kijker, casus: str, nu: date) -> frozenset[str]:
    """Whom this one helps, as references: about these people only a helper writes."""
    hulp = (r for r in _rechten(kijker, casus, nu) if isinstance(r, Helper))
    return frozenset(persoon for recht in hulp for persoon in recht.personen)


def _rechten(kijker: Kijker, casus: str, nu: date) -> list[Kijkrecht]:
    return [r for r in kijker.rechten if r.casus == casus and geldt(r, nu)]
