"""The logboek of a casus: how it goes, written down as it goes by who works in a traject.

Source: 001 tabel 1 (logboeken: verloop van de casussen, bijgehouden door de casusregisseurs). The kinds are an own
choice: the source names none.
"""

from enum import StrEnum

from samenspel.kern.stand.handelingen import SchrijfLogboek
from samenspel.kern.stand.situatie import Besluit, Geweigerd, Situatie

__all__ = ["Regelsoort", "schrijf_logboek"]


class Regelsoort(StrEnum):
    """What a line of the logboek is."""

    WAARNEMING = "waarneming"
    GEPROBEERD = "geprobeerd"
    TEGENSLAG = "tegenslag"
    REFLECTIE = "reflectie"


def schrijf_logboek(s: Situatie, h: SchrijfLogboek) -> Besluit:
    """Whoever has a task in the traject writes in it. Raises Geweigerd."""
    s.vereis_taak("In het logboek schrijven")
    if h.soort not in set(Regelsoort):
        raise Geweigerd("Kies wat u opschrijft.")
    return "logboek_geschreven", {"soort": h.soort, "regel": h.regel}
