"""Playing a scenario on kern alone: no database, the history is a list."""

from dataclasses import replace
from datetime import date

from samenspel.kern.budget.regimes import ruimte
from samenspel.kern.stand.besluiten import beslis
from samenspel.kern.stand.handelingen import (
    Begin,
    DoeAanvraag,
    Gebeurtenis,
    Handeling,
    MaakAfspraak,
    RondAfspraakAf,
    Speler,
)
from samenspel.kern.stand.route import Route
from samenspel.kern.stand.stand import stand_van_zaken
from samenspel.kern.stand.uitgaven import uitgegeven
from samenspel.kern.stand.uitkomst import Stand
from samenspel.kern.stand.voorbeelddaden import daden
from samenspel.kern.stand.voorbeelden import Voorbeeld, Voorbeeldstap
from samenspel.kern.stand.vouwen import aanvragen_in, fold
from samenspel.kern.werkwijze.model import Voor


class Kernspel:
    """An `Uitvoerder` that keeps the history in memory."""

    def __init__(self, route: Route, voorbeeld: Voorbeeld, begin: date) -> None:
        self.route = route
        self.voorbeeld = voorbeeld
        self.begin = begin
        self.historie: list[Gebeurtenis] = []
        self.eigenaars: dict[str, str] = {}

    def feiten(self) -> dict[str, object]:
        """The facts so far."""
        return fold(self.historie, self.route)

    def doe(self, stap: Voorbeeldstap, op: date) -> None:
        """Do a line on kern; all of it or nothing. Raises Geweigerd."""
        speler, nieuw = Speler(stap.als, frozenset({stap.door})), list(self.historie)
        for daad in daden(stap, self.route, op):
            feiten = fold(nieuw, self.route)
            if isinstance(daad.handeling, MaakAfspraak):
                self.eigenaars[daad.handeling.afspraak] = daad.woorden.get("wie", "")
            nieuw += beslis(self.route, feiten, self._aangevuld(daad.handeling, nieuw, op), speler, op)
        self.historie = nieuw

    def stand(self, op: date) -> Stand | None:
        """The Stand on a day."""
        feiten = self.feiten()
        return stand_van_zaken(self.route, feiten, op) if "traject.fase" in feiten else None

    def _aangevuld(self, handeling: Handeling, historie: list[Gebeurtenis], op: date) -> Handeling:
        if isinstance(handeling, Begin):
            return replace(handeling, betreft=self._betreft(), geboortedatum=self._geboren())
        if isinstance(handeling, RondAfspraakAf):
            return replace(handeling, eigenaar=self.eigenaars.get(handeling.afspraak, ""))
        if isinstance(handeling, DoeAanvraag):
            return replace(handeling, ruimte=self._ruimte(handeling.budget, historie, op))
        return handeling

    def _betreft(self) -> tuple[str, ...]:
        namen = tuple(p.naam for p in self.voorbeeld.personen)
        return namen[:1] if self.route.werkwijze.voor is Voor.PERSOON else namen

    def _geboren(self) -> date | None:
        eerste = self.voorbeeld.personen[0] if self.voorbeeld.personen else None
        if self.route.werkwijze.voor is not Voor.PERSOON or eerste is None or eerste.geboren_dag is None:
            return None
        return date.fromordinal(self.begin.toordinal() + eerste.geboren_dag)

    def _ruimte(self, code: str, historie: list[Gebeurtenis], op: date) -> int | None:
        budget = next((b for b in self.route.werkwijze.budgetten if b.budget == code), None)
        if budget is None:
            return None
        dagen = {str(g.gegevens["aanvraag"]): g.op.toordinal() for g in historie if g.soort == "aanvraag_gedaan"}
        aanvragen = aanvragen_in(fold(historie, self.route))
        gedaan = [(a, dagen[naam]) for naam, a in aanvragen.items()]
        return ruimte(budget, uitgegeven(budget, gedaan, op.toordinal()))
