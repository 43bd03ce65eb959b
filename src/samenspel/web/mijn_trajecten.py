"""In which trajecten of a dossier somebody works, and whom of the household they know by name."""

from samenspel.casus.models import Traject
from samenspel.huishouden.models import Persoon
from samenspel.kern.delen import Zicht
from samenspel.web.blik import Blik
from samenspel.web.trajectblik import Trajectblik

__all__ = ["mijn_trajecten", "zichtbare_leden"]


def mijn_trajecten(blik: Blik) -> list[Traject]:
    """Running trajecten in which this person holds a rol, the newest first."""
    lopend = sorted((t for t in blik.trajecten if t.open), key=lambda t: t.naam)
    lopend.sort(key=lambda t: t.gestart_op, reverse=True)
    return [t for t in lopend if Trajectblik(blik, t).speler.rollen]


def zichtbare_leden(blik: Blik) -> list[Persoon]:
    """Members whose name may be read."""
    return [p for p in blik.leden if blik.personen[p.pk].personalia is Zicht.GEHEEL]
