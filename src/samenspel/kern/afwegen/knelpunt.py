"""Where a household is stuck: on which level, and by what kind of cause."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

__all__ = ["OORZAKEN", "Knelpuntniveau", "Oorzaak", "Oorzaaksoort"]


class Knelpuntniveau(StrEnum):
    """On which level it is stuck; a household may be stuck on several at once (Instituut voor Publieke Waarden)."""

    PERSOONLIJK = "persoonlijk"
    """In somebody's own life, or between people."""
    PROFESSIONEEL = "professioneel"
    """Between professionals or organisations, within the rules."""
    SYSTEEM = "systeem"
    """In the rules themselves, or between laws."""


class Oorzaaksoort(StrEnum):
    """What kind of thing makes it get stuck, to count by; the story itself stays in somebody's own words.

    One list for every municipality, and no part of a definition: the sources name the same causes everywhere (seven
    municipalities share the three of 002, Amsterdam's grounds and the national survey of 004 refine them), a knelpunt
    may stand outside every traject and so outside every definition, and counts are read over years and werkwijzen.
    """

    BOTSENDE_REGELS = "botsende_regels"
    GEEN_TOEGANG = "geen_toegang"
    GEEN_PASSEND_AANBOD = "geen_passend_aanbod"
    WACHTTIJD = "wachttijd"
    OPEENSTAPELING = "opeenstapeling"
    VERSCHIL_VAN_INZICHT = "verschil_van_inzicht"
    NIEMAND_HEEFT_REGIE = "niemand_heeft_regie"
    GELD_IN_SCHOTTEN = "geld_in_schotten"
    GEGEVENS_DELEN = "gegevens_delen"
    TE_VEEL_GEVRAAGD = "te_veel_gevraagd"


class Oorzaak(NamedTuple):
    """What a kind of cause is called and means, and where it was found."""

    naam: str
    uitleg: str
    bron: str


OORZAKEN: Mapping[Oorzaaksoort, Oorzaak] = {
    Oorzaaksoort.BOTSENDE_REGELS: Oorzaak(
        "Botsende regels",
        "de ene wet of regel spreekt de andere tegen",
        "002, Wat is vastlopen?; 002, Amsterdam, doorzettingsmacht 1",
    ),
    Oorzaaksoort.GEEN_TOEGANG: Oorzaak(
        "Geen toegang",
        "iemand komt er niet voor in aanmerking, of past onder geen enkele wet",
        "002, Amsterdam, doorzettingsmacht 4; 002, Leeuwarden, Op Maat",
    ),
    Oorzaaksoort.GEEN_PASSEND_AANBOD: Oorzaak(
        "Geen passend aanbod", "de hulp die nodig is, is er niet", "002, Wat is vastlopen?"
    ),
    Oorzaaksoort.WACHTTIJD: Oorzaak(
        "Wachttijd",
        "een wachtlijst, of een oplossing die te lang duurt",
        "004 tabel 4.1, wachtlijsten; 002, Leeuwarden, Op Maat",
    ),
    Oorzaaksoort.OPEENSTAPELING: Oorzaak(
        "Opeenstapeling",
        "problemen houden elkaar in stand, en waar begin je?",
        "002, Wat is vastlopen?, complexiteit",
    ),
    Oorzaaksoort.VERSCHIL_VAN_INZICHT: Oorzaak(
        "Verschil van inzicht",
        "hulpverleners of organisaties willen iets anders",
        "002, Amsterdam, doorzettingsmacht 2; 004 tabel 4.1, verschillen in doelen",
    ),
    Oorzaaksoort.NIEMAND_HEEFT_REGIE: Oorzaak(
        "Niemand heeft de regie",
        "er zijn veel plekken bij betrokken, en niemand is ervan",
        "002, Amsterdam, doorzettingsmacht 3; 004 §4.5, eigenaarschap",
    ),
    Oorzaaksoort.GELD_IN_SCHOTTEN: Oorzaak(
        "Geld in schotten", "het geld zit in aparte potjes, of is er niet", "004 tabel 4.1, schotten en krap budget"
    ),
    Oorzaaksoort.GEGEVENS_DELEN: Oorzaak(
        "Gegevens delen", "privacy of beroepsgeheim houdt het tegen", "004 tabel 4.1, privacywetgeving en beroepsgeheim"
    ),
    Oorzaaksoort.TE_VEEL_GEVRAAGD: Oorzaak(
        "Te veel gevraagd",
        "de hulp of de regel vraagt meer dan iemand nu kan",
        "004 §4.4, beperkt doenvermogen; 004 tabel 4.1, inwoners stoppen",
    ),
}
