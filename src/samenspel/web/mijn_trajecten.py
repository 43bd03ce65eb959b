"""In which trajecten of a dossier somebody works, and whom of the household they know by name."""

from samenspel.casus.models import Traject
from samenspel.huishouden.models import Persoon
from samenspel.kern.delen import Zicht
from samenspel.web.blik import Blik
from samenspel.web.trajectblik import Trajectblik

__all__ = ["mijn_trajecten", "zichtbare_leden"]


def mijn_trajecten(blik: Blik) -> list[Traject]:
    """Running trajecten in which this person holds a rol, the newest first."""
    lopend = (
        Traject.objects.filter(casus=blik.casus, open=True).select_related("versie").order_by("-gestart_op", "naam")
    )
    trajecten = list(lopend)
    for traject in trajecten:
        traject.casus = blik.casus
    return [t for t in trajecten if Trajectblik(blik, t).speler.rollen]


def zichtbare_leden(blik: Blik) -> list[Persoon]:
    """Members whose name may be read."""
    return [p for p in blik.leden if blik.personen[p.pk].personalia is Zicht.GEHEEL]
