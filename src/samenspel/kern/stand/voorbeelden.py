"""The scenarios of a werkwijze (`voorbeelden.yaml`): sentences, steps as day offsets, and the Stand to expect.

They are its tests, its documentation and the demo's cases at once. Reading and playing stand here; who plays (kern
alone, or the services on a database) is an `Uitvoerder`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol

from ruamel.yaml import YAML

from samenspel.kern.stand.besluiten import Geweigerd
from samenspel.kern.stand.handelingen import Handeling
from samenspel.kern.stand.uitkomst import Loop, Mogelijkheid, Stand


class Voorbeeldfout(ValueError):
    """A scenario can't be read; says which one and what is wrong."""


@dataclass(frozen=True, slots=True)
class Daad:
    """One handeling with the words that are stored beside it."""

    handeling: Handeling
    woorden: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Voorbeeldstap:
    """One line: on what day, who in which rol, what is done (raw), and what to expect after it."""

    dag: int
    door: str
    als: str
    inhoud: Mapping[str, object]
    verwacht: Mapping[str, object]
    geweigerd: str | None


@dataclass(frozen=True, slots=True)
class Voorbeeldpersoon:
    """An invented person of a scenario, born so many days before day 0."""

    naam: str
    geboren_dag: int | None


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """One scenario; `traject` is what the people in it call their traject."""

    naam: str
    bron: str
    huishouden: str
    traject: str
    wijk: str
    personen: tuple[Voorbeeldpersoon, ...]
    stappen: tuple[Voorbeeldstap, ...]


@dataclass(frozen=True, slots=True)
class Gespeeld:
    """A line that was played: the Stand after it and where that differs from what was expected."""

    stap: Voorbeeldstap
    stand: Stand | None
    afwijkingen: tuple[str, ...]


class Uitvoerder(Protocol):
    """Plays lines: on kern alone, or through the services."""

    def doe(self, stap: Voorbeeldstap, op: date) -> None:
        """Do what the line says on a day. Raises Geweigerd."""

    def stand(self, op: date) -> Stand | None:
        """The Stand on a day, None before the traject began."""


_VAST = {"dag", "door", "als", "verwacht", "geweigerd"}
_DAGEN_PER_JAAR = 365.25


def lees_voorbeelden(tekst: str) -> tuple[Voorbeeld, ...]:
    """Read voorbeelden.yaml. Raises Voorbeeldfout."""
    ruw = YAML(typ="safe", pure=True).load(tekst) or []
    if not isinstance(ruw, list):
        raise Voorbeeldfout("voorbeelden.yaml is een lijst van voorbeelden")
    return tuple(maak_voorbeeld(v) for v in ruw)


def maak_voorbeeld(ruw: Mapping[str, object]) -> Voorbeeld:
    """One scenario, from what YAML holds of it. Raises Voorbeeldfout."""
    naam = str(ruw.get("voorbeeld", ""))
    huishouden, stappen = ruw.get("huishouden"), ruw.get("stappen")
    if not naam or not isinstance(huishouden, Mapping) or not isinstance(stappen, list):
        raise Voorbeeldfout(f"voorbeeld '{naam}': naam, huishouden en stappen zijn nodig")
    personen = tuple(_persoon(p) for p in _lijst(huishouden.get("personen")))
    return Voorbeeld(
        naam,
        str(ruw.get("bron", "")),
        str(huishouden.get("naam", "")),
        str(ruw.get("traject", naam)),
        str(huishouden.get("wijk", "")),
        personen,
        tuple(_stap(s, naam) for s in stappen),
    )


def _persoon(ruw: object) -> Voorbeeldpersoon:
    assert isinstance(ruw, Mapping)
    geboren = ruw.get("geboren_dag")
    if geboren is None and ruw.get("leeftijd") is not None:
        geboren = -round((float(str(ruw["leeftijd"])) + 0.4) * _DAGEN_PER_JAAR)
    return Voorbeeldpersoon(str(ruw["naam"]), int(str(geboren)) if geboren is not None else None)


def _stap(ruw: object, naam: str) -> Voorbeeldstap:
    if not isinstance(ruw, Mapping) or not isinstance(ruw.get("dag"), int):
        raise Voorbeeldfout(f"voorbeeld '{naam}': elke stap heeft een dag")
    door = str(ruw.get("door", ""))
    verwacht = ruw.get("verwacht") or {}
    assert isinstance(verwacht, Mapping)
    return Voorbeeldstap(
        int(str(ruw["dag"])),
        door,
        str(ruw.get("als", door)),
        {k: v for k, v in ruw.items() if k not in _VAST},
        verwacht,
        str(ruw["geweigerd"]) if ruw.get("geweigerd") is not None else None,
    )


def speel(voorbeeld: Voorbeeld, uitvoerder: Uitvoerder, begin: date) -> tuple[Gespeeld, ...]:
    """Play a scenario with day 0 on `begin`."""
    return tuple(_speel_stap(s, uitvoerder, begin + timedelta(days=s.dag)) for s in voorbeeld.stappen)


def _speel_stap(stap: Voorbeeldstap, uitvoerder: Uitvoerder, op: date) -> Gespeeld:
    afwijkingen: tuple[str, ...] = ()
    try:
        uitvoerder.doe(stap, op)
        if stap.geweigerd is not None:
            afwijkingen = (f"had geweigerd moeten worden: {stap.geweigerd}",)
    except Geweigerd as fout:
        if stap.geweigerd is None:
            afwijkingen = (f"geweigerd: {fout.melding}",)
        elif stap.geweigerd.lower() not in fout.melding.lower():
            afwijkingen = (f"andere weigering: {fout.melding}",)
    stand = uitvoerder.stand(op)
    return Gespeeld(stap, stand, afwijkingen + verschillen(stand, stap.verwacht))


def verschillen(stand: Stand | None, verwacht: Mapping[str, object]) -> tuple[str, ...]:
    """Where a Stand differs from what a line expects; empty when it is as expected."""
    if not verwacht:
        return ()
    if stand is None:
        return ("het traject is nog niet begonnen",)
    gevonden = _waargenomen(stand)
    fouten = []
    for sleutel, waarde in verwacht.items():
        if sleutel == "fase":
            if stand.fase != waarde:
                fouten.append(f"fase is {stand.fase}, verwacht {waarde}")
        elif sleutel == "niet_mogelijk":
            fouten += [f"toch mogelijk: {s}" for s in _lijst(waarde) if s in gevonden["mogelijk"]]
        elif sleutel == "loopt_niet":
            fouten += [f"loopt toch: {t}" for t in _lijst(waarde) if t in gevonden["loopt"]]
        elif sleutel in gevonden:
            fouten += [f"{sleutel}: {w} ontbreekt" for w in _lijst(waarde) if w not in gevonden[sleutel]]
        else:
            fouten.append(f"onbekende verwachting '{sleutel}'")
    return tuple(fouten)


def _waargenomen(stand: Stand) -> Mapping[str, Sequence[str]]:
    return {
        "mogelijk": [s.soort.stap for s in stand.stappen if s.mogelijkheid is Mogelijkheid.MOGELIJK],
        "ontbreekt": [o.feit for o in stand.ontbreekt],
        "inhalen": [o.feit for o in stand.inhalen],
        "loopt": [t.soort.termijn for t in stand.termijnen],
        "verlopen": [t.soort.termijn for t in stand.termijnen if t.loop is Loop.VERLOPEN],
        "attendeert": [r for a in stand.attenderingen for r in a.rollen],
        "wacht_op": stand.wacht_op,
    }


def _lijst(waarde: object) -> list[object]:
    if waarde is None:
        return []
    return list(waarde) if isinstance(waarde, Iterable) and not isinstance(waarde, (str, Mapping)) else [waarde]
