"""What a talk or call opens: how it ended counts from somebody outside the household, its network and the own house.

Own choice: the sources let a way on depend on the call with an organisation. A talk at the kitchen table is recorded
the same way, and opens or closes nothing.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from samenspel.kern.werkwijze.catalogus import CONTACTUITKOMSTEN

__all__ = [
    "AFLOPEN",
    "GESPROKEN",
    "Contactstand",
    "Gesprekspartner",
    "feiten_van_contacten",
    "weigering_bijwerken",
    "weigering_contact",
    "weigering_terugzetten",
]


class Gesprekspartner(StrEnum):
    """On which side the other one of a talk stands."""

    INWONER = "inwoner"
    NETWERK = "netwerk"
    COLLEGA = "collega"
    BUITEN = "buiten"


GESPROKEN = "gesproken"
"""A talk that ended in nothing in particular: no fact of any route."""
AFLOPEN = (GESPROKEN, *CONTACTUITKOMSTEN)
GEEN_GEHOOR = "geen_gehoor"


class Contactstand(NamedTuple):
    """A talk as facts see it; days as day counts. `hier`: it was during the present stay in the fase."""

    partner: Gesprekspartner
    uitkomst: str
    op: int
    terugbellen_op: int | None
    hier: bool


def feiten_van_contacten(contacten: Iterable[Contactstand]) -> dict[str, object]:
    """The facts of all talks, in the order of recording.

    A call-back stays until the next talk with the same side; of several the first day counts.
    """
    alle = list(contacten)
    buiten = [c for c in alle if c.partner is Gesprekspartner.BUITEN]
    feiten: dict[str, object] = {"contact.aantal": len(buiten)} if buiten else {}
    aflopen = [c.uitkomst for c in buiten if c.hier and c.uitkomst in CONTACTUITKOMSTEN]
    if aflopen:
        feiten["contact.uitkomst"] = aflopen[-1]
    terug = {c.partner: c.terugbellen_op for c in alle if c.hier}.values()
    if dagen := [d for d in terug if d is not None]:
        feiten["contact.terugbellen_op"] = min(dagen)
    if alle:
        feiten["gebeurd.contact_vastgelegd"] = max(c.op for c in alle)
    return feiten


def weigering_bijwerken(*, eigen: bool, regie: bool) -> str:
    """Why somebody can't correct or withdraw a talk or a line of the logboek; empty where they can.

    `eigen`: they wrote it down.
    """
    return "" if eigen or regie else "Bijwerken kan wie het opschreef, of de contactpersoon van het huishouden."


def weigering_terugzetten(*, regie: bool) -> str:
    """Why somebody can't put back what was withdrawn; empty where they can: nobody else reads it."""
    return "" if regie else "Terugzetten kan alleen de contactpersoon van het huishouden."


def weigering_contact(uitkomst: str, *, beschreven: bool) -> str:
    """Why a talk can't be kept like this; empty where it can. `beschreven`: something was written down of it."""
    if uitkomst not in AFLOPEN:
        return "Kies hoe het contact afliep."
    if not beschreven and uitkomst != GEEN_GEHOOR:
        return "Schrijf op wat er is gezegd of wat jullie afspraken."
    return ""
