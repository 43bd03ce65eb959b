"""Where a household is stuck: on which level, and under which laws."""

from enum import StrEnum

__all__ = ["WETTEN", "Knelpuntniveau"]


class Knelpuntniveau(StrEnum):
    """On which level it is stuck; a household may be stuck on several at once (Instituut voor Publieke Waarden)."""

    PERSOONLIJK = "persoonlijk"
    """In somebody's own life, or between people."""
    PROFESSIONEEL = "professioneel"
    """Between professionals or organisations, within the rules."""
    SYSTEEM = "systeem"
    """In the rules themselves, or between laws."""


WETTEN = (
    "Participatiewet",
    "Wet maatschappelijke ondersteuning 2015",
    "Jeugdwet",
    "Wet gemeentelijke schuldhulpverlening",
    "Zorgverzekeringswet",
    "Wet langdurige zorg",
    "Wet verplichte ggz",
    "Leerplichtwet 1969",
    "Wet passend onderwijs",
    "Huisvestingswet 2014",
    "Huurrecht (Burgerlijk Wetboek, boek 7)",
    "Wet kinderopvang",
    "Algemene wet inkomensafhankelijke regelingen (toeslagen)",
    "Ziektewet",
    "Wet werk en inkomen naar arbeidsvermogen",
    "Werkloosheidswet",
    "Algemene Kinderbijslagwet",
    "Vreemdelingenwet 2000",
    "Wet inburgering 2021",
    "Wet basisregistratie personen",
    "Algemene wet bestuursrecht",
)
"""Laws that social workers meet most, by the name that people use; another one is written out."""
