"""Asking kern beforehand: whether somebody could do something now, and what a meeting's papers still miss."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.utils.timezone import localdate

from samenspel.casus.models import Traject
from samenspel.kern.stand import Geweigerd, Route, Stand, beslis, stand_van_zaken
from samenspel.kern.stand.eisen import gevraagde_paden, ontbrekend
from samenspel.kern.stand.handelingen import IN_WOORDEN, Handeling, HoudOverleg, Speler, VerbeterUitkomst
from samenspel.kern.stand.uitkomst import Ontbreekt
from samenspel.kern.werkwijze.model import Overleg
from samenspel.organisatie.models import Account
from samenspel.overleg.models import Agendapunt
from samenspel.overleg.selectors import is_begonnen
from samenspel.regie.feiten import Feiten, lees_feiten
from samenspel.regie.routes import route_van
from samenspel.regie.spelers import speler_van
from samenspel.regie.trajectrijen import Trajectrijen

__all__ = ["Vooraf"]


@dataclass
class Vooraf:
    """What an account could do with a traject at a moment; what that rests on is read once, and nothing is stored."""

    traject: Traject
    account: Account
    nu: datetime

    @cached_property
    def route(self) -> Route:
        """The definition that the traject runs on."""
        return route_van(self.traject)

    @cached_property
    def rijen(self) -> Trajectrijen:
        """What the tables say of the traject."""
        return Trajectrijen(self.traject)

    @cached_property
    def feiten(self) -> Feiten:
        """What is known."""
        return lees_feiten(self.traject, self.route, self.rijen)

    @cached_property
    def speler(self) -> Speler:
        """The rollen that the account holds here."""
        return speler_van(self.account, self.traject, self.route, self.nu)

    @cached_property
    def stand(self) -> Stand:
        """Where the traject is, as kern says it of these facts."""
        return stand_van_zaken(self.route, self.feiten, localdate(self.nu))

    def weigering(self, handeling: Handeling) -> Geweigerd | None:
        """Why kern would refuse this now; None where it can be done."""
        try:
            beslis(self.route, self.feiten, handeling, self.speler, localdate(self.nu))
        except Geweigerd as nee:
            return nee
        return None

    def missende_stukken(self, overleg: Overleg) -> tuple[Ontbreekt, ...]:
        """What the papers of this meeting must hold and don't yet, with the way to mend each."""
        if overleg.stukken is None:
            return ()
        paden = gevraagde_paden(overleg.stukken.bevat, self.route.werkwijze)
        return ontbrekend((p for p in paden if p not in self.feiten), self.route.catalogus)

    def weigering_uitkomst(self, punt: Agendapunt, overleg: Overleg) -> Geweigerd | None:
        """Why no outcome of this meeting can be recorded now, whichever it is; None where one can."""
        eerste, begonnen = overleg.uitkomsten[0].uitkomst, is_begonnen(punt, self.nu)
        handeling = HoudOverleg(
            overleg.overleg, eerste, 1, True, True, weg=IN_WOORDEN, voor=localdate(self.nu), begonnen=begonnen
        )
        return self.weigering(handeling)

    def weigering_verbeteren(self, punt: Agendapunt, overleg: Overleg) -> Geweigerd | None:
        """Why the outcome that was recorded can't be put right now, whichever it should be; None where it can."""
        if (nieuwste := self.rijen.nieuwste_punt(overleg.overleg)) is None or nieuwste.pk != punt.pk:
            return Geweigerd("Daarna is hier opnieuw over gepraat. Verbeter de laatste uitkomst.")
        dag = localdate(self.nu)
        return self.weigering(VerbeterUitkomst(overleg.overleg, punt.uitkomst, 1, True, True, IN_WOORDEN, dag))
