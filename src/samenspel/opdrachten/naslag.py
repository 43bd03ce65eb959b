"""`samenspel naslag`: the pages of docs/reference, made from the code, the definitions and their voorbeelden."""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from samenspel.opdrachten import naslag_feiten, naslag_gebeurtenissen, naslag_naamwoorden
from samenspel.opdrachten.naslag_schrijven import Betekenisloos

__all__ = ["BLADEN", "REFERENTIE", "register"]

REFERENTIE = Path(__file__).parents[3] / "docs" / "reference"
BLADEN: Mapping[str, Callable[[], str]] = {
    "zelfstandige_naamwoorden.md": naslag_naamwoorden.blad,
    "feiten.md": naslag_feiten.blad,
    "gebeurtenissen.md": naslag_gebeurtenissen.blad,
}
"""The pages by file name."""


def register(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add the command."""
    naslag = subparsers.add_parser("naslag", help="maak de naslag in docs/reference uit de code")
    wat = naslag.add_mutually_exclusive_group()
    wat.add_argument("--schrijf", action="store_true", help="schrijf de bladen")
    wat.add_argument("--controleer", action="store_true", help="zeg welke bladen niet meer kloppen (standaard)")
    naslag.set_defaults(uitvoeren=_naslag)


def _naslag(args: argparse.Namespace) -> int:
    if not REFERENTIE.parent.is_dir():
        print("De naslag hoort bij de broncode; hier staat geen map docs.", file=sys.stderr)
        return 1
    try:
        verouderd = [naam for naam, maak in BLADEN.items() if _staat_er(naam) != maak()]
    except Betekenisloos as fout:
        print(fout, file=sys.stderr)
        return 1
    if args.schrijf:
        REFERENTIE.mkdir(exist_ok=True)
        for naam in verouderd:
            (REFERENTIE / naam).write_text(BLADEN[naam](), encoding="utf-8")
        print(f"{len(verouderd)} van de {len(BLADEN)} bladen geschreven.")
        return 0
    for naam in verouderd:
        print(f"docs/reference/{naam} klopt niet meer. Schrijf het opnieuw met: samenspel naslag --schrijf")
    return 1 if verouderd else 0


def _staat_er(naam: str) -> str:
    bestand = REFERENTIE / naam
    return bestand.read_text(encoding="utf-8") if bestand.is_file() else ""
