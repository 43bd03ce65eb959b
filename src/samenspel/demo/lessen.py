"""Lessons of the demo beside those that the voorbeelden tell: colleagues were at a session and wrote theirs down."""

from collections.abc import Mapping
from datetime import datetime

from samenspel.leren.models import Reflectiesessie
from samenspel.leren.services import Lesgegevens, schrijf_les
from samenspel.organisatie.models import Account

__all__ = ["maak_lessen"]

LEIDER, SCHRIJFT, ERBIJ = "els", "anne", ("anne", "pien")
LESSEN = (
    ("Bel de school voordat u een plan maakt; zij weet vaak al wat de dag moeilijk maakt.", "werk_school_en_dag", ""),
    ("Vraag de bedoeling van de wet na bij wie hem uitvoert, en schrijf dat antwoord op.", "", "Participatiewet"),
)
"""Text, life domain, law."""


def maak_lessen(*, accounts: Mapping[str, Account], nu: datetime) -> None:
    """Add them to the last session."""
    sessie = Reflectiesessie.objects.filter(vastgelegd_door=accounts[LEIDER]).latest("op")
    sessie.deelnemers.add(*(accounts[wie] for wie in ERBIJ))
    for tekst, leefgebied, wet in LESSEN:
        gegevens = Lesgegevens(tekst=tekst, leefgebied=leefgebied, wet=wet)
        schrijf_les(sessie=sessie, gegevens=gegevens, door=accounts[SCHRIJFT], nu=nu)
