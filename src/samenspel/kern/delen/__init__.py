"""Who may see what: one item, one person, one day. The apps ask here, or filter in a way proven equal."""

from samenspel.kern.delen.kijkrecht import (
    Bewoner,
    Helper,
    Kijker,
    Kijkrecht,
    Partner,
    Regie,
    Rolzicht,
    Tafelzicht,
    geldt,
    kent_traject,
)
from samenspel.kern.delen.oordeel import Oordeel, Reden, Zicht, mag_zien, oordeel
from samenspel.kern.delen.stuk import Stuk

__all__ = [
    "Bewoner",
    "Helper",
    "Kijker",
    "Kijkrecht",
    "Oordeel",
    "Partner",
    "Reden",
    "Regie",
    "Rolzicht",
    "Stuk",
    "Tafelzicht",
    "Zicht",
    "geldt",
    "kent_traject",
    "mag_zien",
    "oordeel",
]
