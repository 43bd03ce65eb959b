"""`samenspel werkwijze lijst` and `samenspel werkwijze controleer BESTAND`."""

import argparse
import json
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any, TextIO, TypedDict

from samenspel import werkwijzen
from samenspel.kern.werkwijze.controle import lees_en_controleer
from samenspel.kern.werkwijze.fout import Fout

__all__ = ["register"]


class Regel(TypedDict):
    """One definition in the list."""

    slug: str
    naam: str
    bron: str
    versie: str


def register(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add the command `werkwijze` with its two subcommands."""
    werkwijze = subparsers.add_parser("werkwijze", help="toon en controleer werkwijzen")
    opdrachten = werkwijze.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True)
    lijst = opdrachten.add_parser("lijst", help="toon de werkwijzen die bij Samenspel horen")
    lijst.add_argument("--json", action="store_true", help="als JSON, voor andere programma's")
    lijst.set_defaults(uitvoeren=_lijst)
    controleer = opdrachten.add_parser("controleer", help="zoek fouten in een werkwijze")
    controleer.add_argument("bestand", metavar="BESTAND", help="het YAML-bestand van de werkwijze")
    controleer.set_defaults(uitvoeren=_controleer)


def _lijst(args: argparse.Namespace) -> int:
    regels = [regel for slug in werkwijzen.slugs() if (regel := _regel(slug)) is not None]
    if args.json:
        print(json.dumps(regels, ensure_ascii=False, indent=2))
    else:
        for regel in regels:
            print(f"{regel['slug']}  {regel['naam']} ({regel['bron']}, versie {regel['versie']})")
    return 0 if len(regels) == len(werkwijzen.slugs()) else 1


def _regel(slug: str) -> Regel | None:
    tekst = werkwijzen.tekst(slug)
    werkwijze, fouten = lees_en_controleer(tekst, f"{slug}/werkwijze.yaml")
    if werkwijze is None:
        _toon(fouten, sys.stderr)
        return None
    versie = sha256(tekst.encode()).hexdigest()[:12]
    return Regel(slug=slug, naam=werkwijze.naam, bron=werkwijze.bron, versie=versie)


def _controleer(args: argparse.Namespace) -> int:
    try:
        tekst = Path(args.bestand).read_bytes().decode("utf-8-sig")
    except OSError as fout:
        print(f"{args.bestand} is niet te lezen: {fout.strerror}. Kijk de naam en de map na.", file=sys.stderr)
        return 1
    except UnicodeDecodeError:
        _toon(
            (Fout(args.bestand, 1, "bestand", "dit is geen tekst in UTF-8; sla het bestand zo op"),),
            sys.stdout,
        )
        return 1
    fouten = lees_en_controleer(tekst, args.bestand)[1]
    _toon(fouten, sys.stdout)
    return 1 if fouten else 0


def _toon(fouten: tuple[Fout, ...], waar: TextIO) -> None:
    for fout in fouten:
        print(fout, file=waar)
