"""A voorbeeld of a werkwijze, played through the services up to a day that is today, with everybody who plays in it."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from uuid import uuid4

from django.test import Client

from fabriek import een_team
from samenspel import werkwijzen
from samenspel.budget.models import Aanvraag
from samenspel.casus.models import Casus, Traject
from samenspel.kern.stand.voorbeelden import Voorbeeld, lees_voorbeelden, speel
from samenspel.organisatie.models import Account
from samenspel.overleg.models import Agendapunt
from samenspel.regie.bezetting import Bezetting
from samenspel.regie.routes import laad_versie
from samenspel.regie.scenario import Dienstenspel

__all__ = ["LENING", "NU", "POTJE", "VANDAAG", "Wereld", "met_verzoek", "speel_tot"]

VANDAAG = date(2026, 3, 20)
"""A Friday; with the fixture `vrijdagmiddag` the pages think that it is this day."""
NU = datetime(2026, 3, 20, 16, 0, tzinfo=UTC)

LENING, POTJE = 1, 4
"""Numbers of voorbeelden: a loan by way of the table, and a gift that a group agrees on."""
ALLEN = ("inbrenger", "koploper", "potgroepslid", "potbewaarder", "tafelvoorzitter", "wijktafellid")


@dataclass
class Wereld:
    """A played casus with the accounts in it by their rol."""

    casus: Casus
    traject: Traject
    mensen: dict[str, Account]

    def als(self, rol: str) -> Client:
        """A browser in which this one is logged in."""
        client = Client()
        client.force_login(self.mensen[rol])
        return client

    @property
    def punt(self) -> Agendapunt:
        """The newest agenda point."""
        return Agendapunt.objects.filter(traject=self.traject).latest("item__gemaakt_op")

    @property
    def aanvraag(self) -> Aanvraag:
        """The newest application."""
        return Aanvraag.objects.filter(traject=self.traject).latest("item__gemaakt_op")


@cache
def _voorbeelden() -> tuple[Voorbeeld, ...]:
    return tuple(lees_voorbeelden(werkwijzen.voorbeelden_tekst("utrecht")))


def speel_tot(nummer: int, dag: int, *, zonder: tuple[str, ...] = ()) -> Wereld:
    """Play a voorbeeld so that this day of it is today; lines with a key in `zonder` are left out on that last day."""
    team = een_team()
    versie = laad_versie(tekst=werkwijzen.tekst("utrecht"), bestand="utrecht", nu=NU)
    heel = _voorbeelden()[nummer]
    stappen = [s for s in heel.stappen if s.dag < dag or (s.dag == dag and not set(zonder) & set(s.inhoud))]
    voorbeeld = replace(heel, stappen=tuple(replace(s, verwacht={}) for s in stappen))
    bezetting = Bezetting(gemeente=team.gemeente, team=team)
    for rol in ALLEN:
        bezetting.account(rol, rol)
    begin = VANDAAG - timedelta(days=dag)
    spel = Dienstenspel(versie=versie, voorbeeld=voorbeeld, begin=begin, bezetting=bezetting)
    for gespeeld in speel(voorbeeld, spel, begin):
        assert not gespeeld.afwijkingen
    assert spel.traject is not None
    return Wereld(spel.casus, spel.traject, bezetting.accounts)


def met_verzoek(**velden: str) -> dict[str, str]:
    """A post with a request id of its own."""
    return {"verzoek": str(uuid4()), **velden}
