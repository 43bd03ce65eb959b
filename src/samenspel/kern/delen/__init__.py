"""Who may see what: one item, one person, one day. The apps ask here, or filter in a way proven equal."""

from samenspel.kern.delen.eigen_deel import Gesprekswaarde, gesprekswaarde, helpt_wie, mag_op_zich_nemen
from samenspel.kern.delen.kijkrecht import (
    Bewoner,
    EigenAfspraak,
    Helper,
    Kijker,
    Kijkrecht,
    Partner,
    Regie,
    Rolzicht,
    Tafelzicht,
    Vervanging,
    alleen_in,
    geldt,
    kent_traject,
    opent_dossier,
)
from samenspel.kern.delen.oordeel import Oordeel, Reden, Zicht, mag_zien, oordeel
from samenspel.kern.delen.stuk import Stuk

__all__ = [
    "Bewoner",
    "EigenAfspraak",
    "Gesprekswaarde",
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
    "Vervanging",
    "Zicht",
    "alleen_in",
    "geldt",
    "gesprekswaarde",
    "helpt_wie",
    "kent_traject",
    "mag_op_zich_nemen",
    "mag_zien",
    "oordeel",
    "opent_dossier",
]
