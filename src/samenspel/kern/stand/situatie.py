"""On what a decision rests, and how it says no: shared by all that decide."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from samenspel.kern.budget.regimes import Aanvraagstand
from samenspel.kern.stand.eisen import Feiten
from samenspel.kern.stand.handelingen import Speler
from samenspel.kern.stand.route import Route
from samenspel.kern.stand.uitkomst import Reden
from samenspel.kern.stand.vouwen import aanvragen_in
from samenspel.kern.werkwijze.model import Budget, Houder

T = TypeVar("T")
Besluit = tuple[str, dict[str, object]]
"""Kind and facts of the event that follows."""


class Geweigerd(Exception):
    """What was asked can't be done (now, or by this person). The text says why and what would help, in Dutch."""

    def __init__(self, melding: str, redenen: tuple[Reden, ...] = ()) -> None:
        super().__init__(melding)
        self.melding = melding
        self.redenen = redenen


@dataclass(frozen=True, slots=True)
class Situatie:
    """On what a decision rests: the route, the facts, who acts and the day."""

    route: Route
    feiten: Feiten
    speler: Speler
    nu: date

    def vereis_rol(self, rollen: tuple[str, ...], wat: str) -> None:
        """Raise Geweigerd unless the actor holds one of the rollen."""
        if not self.speler.rollen & set(rollen):
            namen = [r.naam for r in self.route.werkwijze.rollen if r.rol in rollen]
            raise Geweigerd(f"{wat} kan alleen: {' of '.join(namen) or 'iemand met een taak in dit traject'}.")

    def vereis_taak(self, wat: str) -> None:
        """Raise Geweigerd unless the actor has any rol of a professional in this traject."""
        taken = {r.rol for r in self.route.werkwijze.rollen if r.houder not in (Houder.INWONER, Houder.EXTERN)}
        if not self.speler.rollen & taken:
            raise Geweigerd(f"{wat} kan alleen iemand met een taak in dit traject.")


def vind(dingen: tuple[T, ...], sleutel: str, code: str) -> T:
    """The thing of the definition with this code. Raises Geweigerd."""
    for ding in dingen:
        if getattr(ding, sleutel) == code:
            return ding
    raise Geweigerd(f"Dit bestaat niet in deze werkwijze ({sleutel}).")


def aanvraag_van(s: Situatie, aanvraag: str) -> Aanvraagstand:
    """An application by its reference. Raises Geweigerd."""
    gevonden = aanvragen_in(s.feiten).get(aanvraag)
    if gevonden is None:
        raise Geweigerd("Deze aanvraag bestaat niet.")
    return gevonden


def beoordelaars(route: Route, budget: Budget) -> tuple[str, ...]:
    """Rollen that may judge an application: those the budget names, or the members of its table."""
    if budget.beoordelaars:
        return budget.beoordelaars
    tafels = [o for o in route.werkwijze.overleggen if o.overleg == budget.overleg]
    tafels += [o for o in route.werkwijze.overleggen if tafels and o.overleg == tafels[0].terugval]
    return tuple(dict.fromkeys(r for o in tafels for r in (o.voorzitter, o.leden)))
