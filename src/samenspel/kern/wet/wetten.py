"""The laws that social workers meet most: one list, wherever a law is asked or counted."""

from collections.abc import Iterable, Mapping

__all__ = ["WETTEN", "andere_wet", "bekende_wet", "wettekst"]

WETTEN: Mapping[str, tuple[str, ...]] = {
    "Participatiewet": ("Pw",),
    "Wet maatschappelijke ondersteuning 2015": ("Wmo", "Wmo 2015", "Wet maatschappelijke ondersteuning"),
    "Jeugdwet": ("Jw",),
    "Wet gemeentelijke schuldhulpverlening": ("Wgs",),
    "Zorgverzekeringswet": ("Zvw",),
    "Wet langdurige zorg": ("Wlz",),
    "Wet verplichte ggz": ("Wvggz", "Wet verplichte geestelijke gezondheidszorg"),
    "Leerplichtwet 1969": ("Lpw", "Leerplichtwet"),
    "Wet passend onderwijs": (),
    "Huisvestingswet 2014": ("Huisvestingswet",),
    "Huurrecht (Burgerlijk Wetboek, boek 7)": ("Huurrecht",),
    "Wet kinderopvang": ("Wko",),
    "Algemene wet inkomensafhankelijke regelingen (toeslagen)": (
        "Awir",
        "Algemene wet inkomensafhankelijke regelingen",
    ),
    "Ziektewet": ("ZW",),
    "Wet werk en inkomen naar arbeidsvermogen": ("WIA",),
    "Werkloosheidswet": ("WW",),
    "Algemene Kinderbijslagwet": ("AKW", "Kinderbijslagwet"),
    "Vreemdelingenwet 2000": ("Vw 2000", "Vreemdelingenwet"),
    "Wet inburgering 2021": ("Wi 2021", "Wet inburgering"),
    "Wet basisregistratie personen": ("Wet BRP", "BRP"),
    "Algemene wet bestuursrecht": ("Awb",),
}
"""Each by the name that people use, with what else it is called, the abbreviation first; another one is written out."""

_WOORDEN = ("wet", "wet_naam", "andere_wet")
"""Under which keys rows write a law out, also those of before this list."""


def bekende_wet(tekst: str, eigen: Iterable[str] = ()) -> str:
    """The law of the list, or of `eigen`, that this is exactly the name or abbreviation of; else ''."""
    gezocht = _kaal(tekst)
    for naam, ook in (*WETTEN.items(), *((naam, ()) for naam in eigen)):
        if gezocht and gezocht in map(_kaal, (naam, *ook)):
            return naam
    return ""


def andere_wet(woorden: Mapping[str, str], *gekozen: str) -> str:
    """What a row says of the law beside the chosen ones."""
    los = dict.fromkeys(woorden[sleutel] for sleutel in _WOORDEN if woorden.get(sleutel))
    return ", ".join(tekst for tekst in los if (bekende_wet(tekst) or tekst) not in gekozen)


def wettekst(woorden: Mapping[str, str], *gekozen: str) -> str:
    """The laws of a row, to read: the chosen ones, and what is written out beside them."""
    return ", ".join(filter(None, (*gekozen, andere_wet(woorden, *gekozen))))


def _kaal(tekst: str) -> str:
    return " ".join(tekst.split()).rstrip(".").casefold()
