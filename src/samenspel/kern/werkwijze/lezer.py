"""Text of a definition to the model, driven by `model.py`: a field there is a key here."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from samenspel.kern.werkwijze.boom import Blad, Boomfout, Kaart, Knoop, Lijst, lees_boom
from samenspel.kern.werkwijze.eenheden import Duur
from samenspel.kern.werkwijze.fout import Fout, hulp
from samenspel.kern.werkwijze.model import Werkwijze
from samenspel.kern.werkwijze.waarden import MAX_CODE, Soort, controleer_code, lees_blad, omschrijf

__all__ = ["Fout", "lees_werkwijze"]

_MAX_ONBEKEND = 20
_LEEG = {"", "~", "null", "Null", "NULL"}


class _Ongeldig(ValueError):
    """A value that was refused; its Fout is already recorded."""


@dataclass(frozen=True, slots=True)
class _Sleutel:
    """A key of a noun: its field, and its type without `None`."""

    veld: "Field[Any]"
    soort: Soort

    @property
    def verplicht(self) -> bool:
        return self.veld.default is MISSING and self.veld.default_factory is MISSING


def lees_werkwijze(tekst: str, bestand: str) -> tuple[Werkwijze | None, tuple[Fout, ...]]:
    """Read a definition; with mistakes: None and all of them, in the order of their lines. Never raises."""
    lezer = _Lezer(bestand)
    try:
        boom = lees_boom(tekst)
    except Boomfout as fout:
        return None, (Fout(bestand, fout.regel, "bestand", str(fout)),)
    try:
        werkwijze = lezer.lees_object(Werkwijze, boom, "")
    except _Ongeldig:
        werkwijze = None
    if lezer.fouten or not isinstance(werkwijze, Werkwijze):
        return None, tuple(sorted(lezer.fouten, key=lambda f: f.regel))
    return werkwijze, ()


@cache
def _sleutels(klasse: type) -> Mapping[str, _Sleutel]:
    soorten = get_type_hints(klasse)
    eigen = (f for f in fields(klasse) if not f.metadata.get("intern"))
    return {f.name: _Sleutel(f, _zonder_none(soorten[f.name])) for f in eigen}


def _zonder_none(soort: Soort) -> Soort:
    oorsprong: object = get_origin(soort)
    if oorsprong is not Union and oorsprong is not UnionType:
        return soort
    return next(s for s in get_args(soort) if s is not NoneType)


def _codesleutel(klasse: type) -> str | None:
    return next((naam for naam, s in _sleutels(klasse).items() if s.veld.metadata.get("code")), None)


class _Lezer:
    """Collects mistakes and the line of every place while it fills the model."""

    def __init__(self, bestand: str) -> None:
        self.bestand = bestand
        self.fouten: list[Fout] = []
        self.regels: dict[str, int] = {}

    def weiger(self, regel: int, plek: str, melding: str) -> _Ongeldig:
        self.fouten.append(Fout(self.bestand, regel, plek or "werkwijze", melding))
        return _Ongeldig(melding)

    def lees_object(self, klasse: type, knoop: Knoop, plek: str) -> object:
        if not isinstance(knoop, Kaart):
            eerste = next(iter(_sleutels(klasse)))
            raise self.weiger(knoop.regel, plek, f"hier horen sleutels, zoals '{eerste}: …'")
        self.regels[plek] = knoop.regel
        self._onbekende_sleutels(klasse, knoop, plek)
        gelezen, goed = {}, True
        for naam, sleutel in _sleutels(klasse).items():
            try:
                if naam in knoop.waarden:
                    gelezen[naam] = self._sleutel(klasse, sleutel, knoop, plek)
                elif sleutel.verplicht:
                    self.weiger(knoop.regel, plek, f"de sleutel '{naam}' ontbreekt; zet '{naam}: …' erbij")
                    goed = False
            except _Ongeldig:
                goed = False
        if not goed:
            raise _Ongeldig(plek)
        return klasse(**gelezen, **({"regels": self.regels} if klasse is Werkwijze else {}))

    def _onbekende_sleutels(self, klasse: type, kaart: Kaart, plek: str) -> None:
        bekend = list(_sleutels(klasse))
        onbekend = [naam for naam in kaart.waarden if naam not in bekend]
        for naam in onbekend[:_MAX_ONBEKEND]:
            melding = f"deze sleutel bestaat niet; {hulp(naam, bekend)}"
            self.weiger(kaart.sleutels[naam], _onder(plek, naam[:MAX_CODE]), melding)

    def _sleutel(self, klasse: type, sleutel: _Sleutel, kaart: Kaart, plek: str) -> object:
        naam, knoop = sleutel.veld.name, kaart.waarden[sleutel.veld.name]
        plek_hier = _onder(plek, naam)
        self.regels[plek_hier] = kaart.sleutels[naam]
        waarde = self.waarde(sleutel.soort, knoop, plek_hier, kaart.sleutels[naam])
        if sleutel.veld.metadata.get("code"):
            self._code(klasse, str(waarde), knoop.regel, plek_hier)
        return waarde

    def _code(self, klasse: type, code: str, regel: int, plek: str) -> None:
        try:
            controleer_code(klasse, code)
        except ValueError as fout:
            raise self.weiger(regel, plek, str(fout)) from fout

    def waarde(self, soort: Soort, knoop: Knoop, plek: str, regel: int) -> object:
        if isinstance(knoop, Blad) and knoop.kaal and knoop.tekst in _LEEG:
            raise self.weiger(regel, plek, "hier staat niets; vul het in of haal de sleutel weg")
        if _is_lijst(soort):
            return self._lijst(get_args(soort)[0], knoop, plek)
        if _is_noun(soort):
            return self.lees_object(soort, knoop, plek)
        if not isinstance(knoop, Blad):
            raise self.weiger(knoop.regel, plek, f"hier hoort één waarde: {omschrijf(soort)}")
        try:
            return lees_blad(soort, knoop)
        except ValueError as fout:
            raise self.weiger(knoop.regel, plek, str(fout)) from fout

    def _lijst(self, soort: Soort, knoop: Knoop, plek: str) -> tuple[object, ...]:
        if isinstance(knoop, Blad) and not _is_noun(soort):
            return (self.waarde(soort, knoop, plek, knoop.regel),)
        if not isinstance(knoop, Lijst):
            raise self.weiger(knoop.regel, plek, "hier hoort een lijst; zet voor elk deel een streepje")
        gelezen, gezien, goed = [], dict[str, int](), True
        for nummer, item in enumerate(knoop.items):
            try:
                naam = self._itemnaam(soort, item, nummer, plek, gezien)
                self.regels[_onder(plek, naam)] = item.regel
                gelezen.append(self.waarde(soort, item, _onder(plek, naam), item.regel))
            except _Ongeldig:
                goed = False
        if not goed:
            raise _Ongeldig(plek)
        return tuple(gelezen)

    def _itemnaam(self, soort: Soort, item: Knoop, nummer: int, plek: str, gezien: dict[str, int]) -> str:
        """The name of a place in a list: the item's code, else its number. Refuses a second of the same."""
        sleutel = _codesleutel(soort) if _is_noun(soort) else None
        code = item.waarden.get(sleutel) if isinstance(item, Kaart) and sleutel else item
        if not isinstance(code, Blad):
            return str(nummer)
        naam = code.tekst[:MAX_CODE] if sleutel else str(nummer)
        if code.tekst in gezien:
            melding = f"'{code.tekst[:MAX_CODE]}' staat ook al op regel {gezien[code.tekst]}; noem het één keer"
            raise self.weiger(code.regel, _onder(plek, naam), melding)
        gezien[code.tekst] = code.regel
        return naam


def _is_lijst(soort: Soort) -> bool:
    oorsprong: object = get_origin(soort)
    return oorsprong is tuple


def _is_noun(soort: Soort) -> bool:
    return is_dataclass(soort) and soort is not Duur


def _onder(plek: str, naam: str) -> str:
    return f"{plek}.{naam}" if plek else naam
