"""What the pages of the reference share: the meanings in Dutch, and markdown in lines that can be read and compared."""

import textwrap
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from ruamel.yaml import YAML

__all__ = ["KOP", "Betekenisloos", "betekenis", "betekenis_van", "codes", "opsomming", "punt"]

KOP = "<!-- Gemaakt met `samenspel naslag --schrijf`; verander het daar, niet hier. -->"
_BREEDTE = 118


class Betekenisloos(Exception):
    """Something in the code has no meaning in Dutch yet."""

    def __init__(self, plek: tuple[str, ...]) -> None:
        super().__init__(f"Zet de betekenis van '{'.'.join(plek)}' in opdrachten/naslag_betekenis.yaml.")


def betekenis_van(*plek: str) -> str:
    """The meaning at a place. Raises Betekenisloos where there is none."""
    waarde: Any = betekenis()
    for deel in plek:
        if not isinstance(waarde, Mapping) or deel not in waarde:
            raise Betekenisloos(plek)
        waarde = waarde[deel]
    return str(waarde)


@cache
def betekenis() -> Mapping[str, Mapping[str, Any]]:
    """The meanings of `naamwoorden`, `keuzes` and `gebeurtenissen`, by name."""
    tekst = files(__package__).joinpath("naslag_betekenis.yaml").read_text(encoding="utf-8")
    gelezen: Mapping[str, Mapping[str, Any]] = YAML(typ="safe", pure=True).load(tekst)
    return gelezen


def punt(tekst: str) -> str:
    """One item of a list, folded."""
    return textwrap.fill(
        tekst,
        _BREEDTE,
        initial_indent="- ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def codes(woorden: tuple[str, ...]) -> str:
    """Words as code, with commas."""
    return ", ".join(f"`{w}`" for w in woorden)


def opsomming(woorden: tuple[str, ...]) -> str:
    """'a, b en c'."""
    if len(woorden) < 2:
        return "".join(woorden)
    return f"{', '.join(woorden[:-1])} en {woorden[-1]}"
