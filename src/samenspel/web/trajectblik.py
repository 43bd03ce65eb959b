"""A look into one traject: what its Stand says, what this person may do there (kern says so) and read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse

from samenspel.casus.models import Traject
from samenspel.kern.delen import Stuk, Zicht, mag_zien
from samenspel.kern.stand import Route, Stand
from samenspel.kern.stand.handelingen import Handeling, Speler
from samenspel.kern.stand.uitkomst import Reden
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.regie.feiten import Feiten
from samenspel.regie.vooraf import Vooraf
from samenspel.web.blik import Blik
from samenspel.web.herstel import adres_van
from samenspel.web.toegang import blik_op_traject


@dataclass
class Trajectblik:
    """One account looking into one traject at one moment."""

    blik: Blik
    traject: Traject

    @classmethod
    def van(cls, request: HttpRequest, traject_id: UUID) -> "Trajectblik":
        """The look of who asks. Not found in another municipality; refused, and noted, without any right."""
        return cls(*blik_op_traject(request, traject_id))

    @property
    def nu(self) -> datetime:
        """The moment of the look."""
        return self.blik.nu

    @property
    def vooraf(self) -> Vooraf:
        """What this person could do here, by kern."""
        return self.blik.vooraf(self.traject)

    @property
    def route(self) -> Route:
        """The definition that the traject runs on."""
        return self.vooraf.route

    @property
    def speler(self) -> Speler:
        """The rollen that this person holds here."""
        return self.vooraf.speler

    @property
    def feiten(self) -> Feiten:
        """What is known."""
        return self.vooraf.feiten

    @property
    def stand(self) -> Stand:
        """The stand van zaken."""
        return self.vooraf.stand

    def mag(self, handeling: Handeling) -> bool:
        """Whether kern would let this person do this now."""
        return self.vooraf.weigering(handeling) is None

    def leest(self, soort: Gegevenssoort) -> bool:
        """Whether this person would read something of this kind in this traject, written by somebody else."""
        stuk = Stuk(
            id="",
            gemeente=str(self.traject.gemeente_id),
            casus=str(self.traject.casus_id),
            traject=str(self.traject.pk),
            soort=soort,
            eigenaar="",
            betreft=frozenset(str(p.pk) for p in self.traject.betreft.all()),
        )
        return mag_zien(self.blik.kijker, stuk, self.blik.dag) is Zicht.GEHEEL

    def weiger(self, wat: str) -> PermissionDenied:
        """Note a refusal; raise what this gives."""
        self.blik.noteer(wat, geweigerd=True)
        return PermissionDenied()


def redenen_met_herstel(redenen: tuple[Reden, ...], traject: Traject) -> list[dict[str, Any]]:
    """Why something can't be done yet, each with the links that mend it."""
    return [
        {
            "uitleg": reden.uitleg,
            "links": _links(reden, traject),
            "alternatieven": [{"uitleg": a.uitleg, "links": _links(a, traject)} for a in reden.alternatieven],
        }
        for reden in redenen
    ]


def _links(reden: Reden, traject: Traject) -> list[dict[str, str]]:
    if reden.alternatieven:
        return []
    adressen = ((o.naam, adres_van(o, traject)) for o in reden.herstel)
    return [{"naam": naam, "url": adres} for naam, adres in adressen if adres]


def verder(blik: Blik) -> str:
    """Where to go after something was done: the casus, or what waits where one no longer looks into it."""
    kijkt = Blik.van(blik.account, blik.casus, blik.nu).rechten
    return reverse("casus", args=[blik.casus.pk]) if kijkt else reverse("mijn_werk")
