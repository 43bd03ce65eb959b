"""Single values of a definition: text, number, yes or no, date, duration, amount, code, a fixed word."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import Any, TypeAlias

from samenspel.kern.werkwijze.boom import Blad
from samenspel.kern.werkwijze.eenheden import Duur, EenheidFout, Tijdeenheid, lees_bedrag, lees_duur
from samenspel.kern.werkwijze.fout import hulp
from samenspel.kern.werkwijze.model import Cent, Feit, Werkwijze

Soort: TypeAlias = Any  # a type as `get_type_hints` gives it: a class, a NewType, tuple[...] or X | None

MAX_CODE = 60
_WOORD = r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*"
_CODE = (re.compile(_WOORD), "hele kleine woorden met een liggend streepje ertussen, zoals 'eigen_team'")
_CODES: Mapping[type, tuple[re.Pattern[str], str]] = {
    Werkwijze: (
        re.compile(_WOORD.replace("_", "[_-]")),
        "hele kleine woorden met een streepje ertussen, zoals 'onze-werkwijze'",
    ),
    Feit: (
        re.compile(rf"{_WOORD}(?:\.{_WOORD})+"),
        "twee of meer woorden met een punt ertussen, zoals 'grens.leeftijd'",
    ),
}
_VOORBEHOUDEN = {"in", "nu", "true", "false", "null"}
_GETAL = re.compile(r"[-+]?\d[\d_]*(?:\.\d*)?(?:e[-+]?\d+)?|0[xo][0-9a-f]+", re.IGNORECASE)
_JA_NEE = {"ja": True, "true": True, "nee": False, "false": False}
_LANGSTE = {
    Tijdeenheid.DAGEN: 9999,
    Tijdeenheid.WERKDAGEN: 9999,
    Tijdeenheid.WEKEN: 5200,
    Tijdeenheid.MAANDEN: 1200,
    Tijdeenheid.JAREN: 100,
}


def lees_blad(soort: Soort, blad: Blad) -> object:
    """Read one value of the type of its field. Raises ValueError with the mend in Dutch."""
    if isinstance(soort, type) and issubclass(soort, Enum):
        return _lees_keuze(soort, blad)
    return _LEZERS[soort](blad)


def controleer_code(klasse: type, code: str) -> None:
    """Raises ValueError where this can't be the code of such a noun: codes are whole lower-case words."""
    vorm, uitleg = _CODES.get(klasse, _CODE)
    if not vorm.fullmatch(code) or not 2 <= len(code) <= MAX_CODE or _VOORBEHOUDEN & set(code.split(".")):
        raise ValueError(f"'{code[:MAX_CODE]}' kan geen code zijn; schrijf {uitleg}")


def _lees_keuze(soort: type[Enum], blad: Blad) -> Enum:
    waarden = [str(e.value) for e in soort]
    if blad.tekst not in waarden:
        raise ValueError(f"'{blad.tekst[:MAX_CODE]}' kan hier niet; {hulp(blad.tekst, waarden)}")
    return soort(blad.tekst)


def _lees_tekst(blad: Blad) -> str:
    if blad.kaal and (_GETAL.fullmatch(blad.tekst) or blad.tekst.lower() in ("true", "false")):
        raise ValueError(f'hier hoort tekst; zet er aanhalingstekens omheen: "{blad.tekst[:MAX_CODE]}"')
    if not blad.tekst.strip():
        raise ValueError("hier staat niets; vul de tekst in of haal de sleutel weg")
    return blad.tekst.strip()


def _lees_getal(blad: Blad) -> int:
    if not blad.kaal or not re.fullmatch(r"[0-9]{1,9}", blad.tekst):
        raise ValueError("hier hoort een heel getal vanaf 0, zonder eenheid of aanhalingstekens, zoals 3")
    return int(blad.tekst)


def _lees_ja_nee(blad: Blad) -> bool:
    if not blad.kaal or blad.tekst not in _JA_NEE:
        raise ValueError("schrijf ja of nee, zonder aanhalingstekens")
    return _JA_NEE[blad.tekst]


def _lees_datum(blad: Blad) -> date:
    if not re.fullmatch(r"[12]\d{3}-\d\d-\d\d", blad.tekst, re.ASCII):
        raise ValueError("schrijf een datum als jaar-maand-dag, zoals 2022-10-01")
    try:
        return date.fromisoformat(blad.tekst)
    except ValueError as fout:
        raise ValueError(f"de datum {blad.tekst} bestaat niet; kijk de dag en de maand na") from fout


def _lees_lengte(blad: Blad) -> Duur:
    if blad.tekst == "zelfde_dag":
        return Duur(0, Tijdeenheid.DAGEN)
    duur = lees_duur(blad.tekst)
    if duur.aantal > _LANGSTE[duur.eenheid]:
        raise EenheidFout("dit is langer dan honderd jaar; kijk het getal en de eenheid na")
    return duur


_LEZERS: Mapping[Soort, Callable[[Blad], object]] = {
    str: _lees_tekst,
    int: _lees_getal,
    bool: _lees_ja_nee,
    date: _lees_datum,
    Duur: _lees_lengte,
    Cent: lambda blad: Cent(lees_bedrag(blad.tekst)),
}


def omschrijf(soort: Soort) -> str:
    """What a field of this type asks for, in a few words."""
    namen = {
        str: "tekst",
        int: "een heel getal",
        bool: "ja of nee",
        date: "een datum",
        Duur: "een duur, zoals '6 weken'",
    }
    return namen.get(soort, "een bedrag, zoals '500 euro'" if soort is Cent else "een van de woorden uit de lijst")
