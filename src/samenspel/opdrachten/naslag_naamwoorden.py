"""The nouns of a werkwijze: every key with its type, whether it is required, its meaning, and who uses it."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from samenspel import werkwijzen
from samenspel.kern.werkwijze.boom import Kaart, Knoop, Lijst, lees_boom
from samenspel.kern.werkwijze.eenheden import Duur
from samenspel.kern.werkwijze.model import Werkwijze
from samenspel.kern.werkwijze.waarden import omschrijf
from samenspel.opdrachten.naslag_schrijven import KOP, betekenis_van, codes, opsomming, punt

__all__ = ["blad", "keuzesoorten", "naamwoorden", "velden"]

Gebruik = dict[tuple[str, str], set[str]]


def naamwoorden() -> tuple[type, ...]:
    """Werkwijze and every noun and part that can be reached from it, in order of appearance."""
    gevonden: dict[type, None] = {}
    te_doen: list[type] = [Werkwijze]
    while te_doen:
        klasse = te_doen.pop(0)
        if klasse not in gevonden:
            gevonden[klasse] = None
            te_doen += [deel for deel in map(_deel, _soorten(klasse).values()) if _is_naamwoord(deel)]
    return tuple(gevonden)


def blad() -> str:
    """The page."""
    gebruik = _gebruik()
    delen = [KOP, "", "# De zelfstandige naamwoorden van een werkwijze", "", *_inleiding()]
    for klasse in naamwoorden():
        delen += ["", f"## {klasse.__name__}", "", betekenis_van("naamwoorden", klasse.__name__, "is"), ""]
        delen += [_sleutel(klasse, veld, gebruik) for veld in velden(klasse)]
    delen += ["", "# De vaste woorden"]
    for keuze in keuzesoorten():
        delen += ["", f"## {keuze.__name__}", ""]
        delen += [punt(f"`{w.value}`: {betekenis_van('keuzes', keuze.__name__, w.value)}") for w in keuze]
    return "\n".join([*delen, ""])


def _inleiding() -> tuple[str, ...]:
    return (
        "Een werkwijze is één YAML-bestand. Hieronder staat elk onderdeel met zijn sleutels: wat erin hoort, of het",
        "moet, en welke meegeleverde werkwijzen de sleutel gebruiken. Hoe u er een schrijft, leest u in",
        "[werkwijze schrijven](../how-to/werkwijze-schrijven.md).",
    )


def _sleutel(klasse: type, veld: "Field[Any]", gebruik: Gebruik) -> str:
    soort = _soorten(klasse)[veld.name]
    moet = veld.default is MISSING and veld.default_factory is MISSING
    slugs = tuple(sorted(gebruik.get((klasse.__name__, veld.name), ())))
    wie = "alle werkwijzen" if slugs == werkwijzen.slugs() else opsomming(slugs) or "nog geen werkwijze"
    vast = "verplicht" if moet else _anders(veld)
    tekst = betekenis_van("naamwoorden", klasse.__name__, veld.name)
    return punt(f"**`{veld.name}`** ({_noem(veld, soort)}; {vast}): {tekst} Gebruikt door: {wie}.")


def _anders(veld: "Field[Any]") -> str:
    waarde: object = veld.default
    if isinstance(waarde, Enum):
        return f"anders `{waarde.value}`"
    if isinstance(waarde, bool):
        return f"anders {'ja' if waarde else 'nee'}"
    if isinstance(waarde, int):
        return f"anders {waarde}"
    if isinstance(waarde, tuple) and waarde:
        return f"anders {codes(tuple(w.value for w in waarde))}"
    return f"anders `{waarde}`" if isinstance(waarde, str) and waarde else "mag weg"


def _noem(veld: "Field[Any]", soort: Any) -> str:
    if veld.metadata.get("code"):
        return "code"
    deel = _deel(soort)
    if _is_naamwoord(deel) or (isinstance(deel, type) and issubclass(deel, Enum)):
        naam = f"[{deel.__name__}](#{deel.__name__.lower()})"
    else:
        naam = omschrijf(deel)
    return f"lijst van {naam}" if _is_lijst(soort) else naam


def keuzesoorten() -> tuple[type[Enum], ...]:
    """The fixed words that keys choose from."""
    delen = (_deel(soort) for klasse in naamwoorden() for soort in _soorten(klasse).values())
    return tuple(dict.fromkeys(d for d in delen if isinstance(d, type) and issubclass(d, Enum)))


def velden(klasse: Any) -> Iterator["Field[Any]"]:
    """The keys of a noun."""
    return (veld for veld in fields(klasse) if not veld.metadata.get("intern"))


def _soorten(klasse: type) -> Mapping[str, Any]:
    hints = get_type_hints(klasse)
    return {veld.name: _zonder_none(hints[veld.name]) for veld in velden(klasse)}


def _zonder_none(soort: Any) -> Any:
    return next((s for s in get_args(soort) if s is not NoneType), soort) if NoneType in get_args(soort) else soort


def _is_lijst(soort: Any) -> bool:
    return get_origin(soort) is tuple


def _deel(soort: Any) -> Any:
    return get_args(soort)[0] if _is_lijst(soort) else soort


def _is_naamwoord(soort: Any) -> bool:
    return is_dataclass(soort) and soort is not Duur


def _gebruik() -> Gebruik:
    gebruik: Gebruik = {}
    for slug in werkwijzen.slugs():
        for sleutel in _gebruikt(Werkwijze, lees_boom(werkwijzen.tekst(slug))):
            gebruik.setdefault(sleutel, set()).add(slug)
    return gebruik


def _gebruikt(klasse: type, knoop: Knoop) -> Iterator[tuple[str, str]]:
    if isinstance(knoop, Lijst):
        for item in knoop.items:
            yield from _gebruikt(klasse, item)
    elif isinstance(knoop, Kaart):
        for naam, onder in knoop.waarden.items():
            yield klasse.__name__, naam
            deel = _deel(_soorten(klasse)[naam])
            if _is_naamwoord(deel):
                yield from _gebruikt(deel, onder)
