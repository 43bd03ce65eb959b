"""Writes a raw definition as YAML and tells the line of every place, independently of the reader."""

import json
from typing import TypeAlias

Ruw: TypeAlias = "dict[str, Ruw] | list[Ruw] | str | int | bool | Kaal"
Plek: TypeAlias = tuple[str | int, ...]


class Kaal:
    """A scalar to be written without quotes."""

    def __init__(self, waarde: object) -> None:
        self.tekst = str(waarde)


def schrijf(ruw: Ruw) -> tuple[str, dict[Plek, int]]:
    """The text, and the line of each key and list item by its place."""
    regels: list[str] = []
    plekken: dict[Plek, int] = {}
    _schrijf(ruw, "", (), regels, plekken)
    return "\n".join(regels) + "\n", plekken


def _schrijf(ruw: Ruw, inspringen: str, plek: Plek, regels: list[str], plekken: dict[Plek, int]) -> None:
    delen = ruw.items() if isinstance(ruw, dict) else enumerate(ruw) if isinstance(ruw, list) else ()
    for sleutel, waarde in delen:
        kop = f"{inspringen}{sleutel}:" if isinstance(sleutel, str) else f"{inspringen}-"
        hier = (*plek, sleutel)
        plekken[hier] = len(regels) + 1
        if not isinstance(waarde, dict | list):
            regels.append(f"{kop} {_enkel(waarde)}")
        elif not waarde:
            regels.append(f"{kop} {'{}' if isinstance(waarde, dict) else '[]'}")
        else:
            regels.append(kop)
            _schrijf(waarde, inspringen + "  ", hier, regels, plekken)


def _enkel(waarde: Ruw) -> str:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, Kaal):
        return waarde.tekst
    return json.dumps(waarde, ensure_ascii=False)
