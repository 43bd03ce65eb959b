"""Erasing what was written about one person: on which ground, and never by who proposed it."""

from enum import StrEnum

__all__ = ["Wisgrond", "weigering_besluit"]


class Wisgrond(StrEnum):
    """Why words are to be erased: AVG article 17, or a law that lets somebody ask for it."""

    NIET_MEER_NODIG = "niet_meer_nodig"
    TOESTEMMING_INGETROKKEN = "toestemming_ingetrokken"
    BEZWAAR = "bezwaar"
    ONRECHTMATIG = "onrechtmatig"
    WETTELIJKE_PLICHT = "wettelijke_plicht"
    WMO = "wmo"
    JEUGDWET = "jeugdwet"


def weigering_besluit(*, voorgesteld_door: str, wie: str, besloten: bool) -> str:
    """Why this one can't decide on a proposal, in Dutch; empty where they can."""
    if besloten:
        return "Over dit voorstel is al besloten."
    if wie == voorgesteld_door:
        return "U stelde dit zelf voor. Een ander met deze taak bevestigt of weigert het."
    return ""
