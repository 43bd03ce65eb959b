"""`samenspel scenario SLUG`: run the voorbeelden of a werkwijze through the services, in a temporary database."""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from samenspel.kern.stand import Stand
    from samenspel.kern.stand.voorbeelden import Gespeeld, Voorbeeld

__all__ = ["register"]


def register(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add the command."""
    parser = subparsers.add_parser("scenario", help="speel de voorbeelden van een werkwijze na")
    parser.add_argument("slug", help="de werkwijze, zoals 'samenspel werkwijze lijst' haar noemt")
    parser.add_argument("--json", action="store_true", help="als JSON, voor andere programma's")
    parser.set_defaults(uitvoeren=scenario)


def scenario(args: argparse.Namespace) -> int:
    """Play them all; 1 when one doesn't go as it says."""
    from samenspel import werkwijzen

    if args.slug not in werkwijzen.slugs():
        print(f"Deze werkwijze is er niet. Kies uit: {', '.join(werkwijzen.slugs())}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="samenspel-scenario-") as map_:
        os.environ["SAMENSPEL_DATABASE_URL"] = f"sqlite:///{Path(map_) / 'scenario.sqlite3'}"
        verslagen = _speel_alles(args.slug)
    if args.json:
        print(json.dumps(verslagen, ensure_ascii=False, indent=2))
    else:
        for verslag in verslagen:
            _print(verslag)
    return 0 if all(v["verdict"] == "geslaagd" for v in verslagen) else 1


def _speel_alles(slug: str) -> list[dict[str, Any]]:
    from samenspel.conf.start import migrate, start_django

    start_django()
    migrate()
    from django.db import connection
    from django.utils import timezone

    from samenspel import werkwijzen
    from samenspel.kern.stand.voorbeelden import lees_voorbeelden
    from samenspel.regie.routes import laad_versie

    laad_versie(tekst=werkwijzen.tekst(slug), bestand=slug, nu=timezone.now())
    try:
        return [_speel(slug, v) for v in lees_voorbeelden(werkwijzen.voorbeelden_tekst(slug))]
    finally:
        connection.close()


def _speel(slug: str, voorbeeld: "Voorbeeld") -> dict[str, Any]:
    from samenspel.kern.stand.voorbeelden import speel

    speler, begin = _uitvoerder(slug, voorbeeld)
    gespeeld = speel(voorbeeld, speler, begin)
    goed = not any(g.afwijkingen for g in gespeeld)
    return {
        "naam": voorbeeld.naam,
        "bron": voorbeeld.bron,
        "stappen": [_stap(g) for g in gespeeld],
        "verdict": "geslaagd" if goed else "mislukt",
    }


def _uitvoerder(slug: str, voorbeeld: "Voorbeeld") -> tuple[Any, Any]:
    """The services where trajecten can be started on this definition, otherwise kern alone."""
    import uuid
    from datetime import timedelta

    from django.utils import timezone

    from samenspel.casus.models import WerkwijzeVersie
    from samenspel.kern.stand.kernspel import Kernspel
    from samenspel.kern.werkwijze.model import Toestand
    from samenspel.organisatie.models import Gemeente, Team
    from samenspel.regie.bezetting import Bezetting
    from samenspel.regie.routes import route
    from samenspel.regie.scenario import Dienstenspel

    begin = timezone.localdate() - timedelta(days=voorbeeld.stappen[-1].dag)
    versie = WerkwijzeVersie.objects.get(slug=slug)
    if route(versie.hash).werkwijze.toestand is not Toestand.STARTBAAR:
        return Kernspel(route(versie.hash), voorbeeld, begin), begin
    gemeente = Gemeente.objects.create(naam="Scenario", code=f"scenario-{uuid.uuid4().hex[:12]}", demo=True)
    bezetting = Bezetting(gemeente=gemeente, team=Team.objects.create(gemeente=gemeente, naam="Team"))
    return Dienstenspel(versie=versie, voorbeeld=voorbeeld, begin=begin, bezetting=bezetting), begin


def _stap(gespeeld: "Gespeeld") -> dict[str, Any]:
    return {
        "dag": gespeeld.stap.dag,
        "door": gespeeld.stap.als,
        "doet": {k: str(v) for k, v in gespeeld.stap.inhoud.items()},
        "stand": _stand(gespeeld.stand) if gespeeld.stand is not None else None,
        "afwijkingen": list(gespeeld.afwijkingen),
    }


def _stand(stand: "Stand") -> dict[str, Any]:
    from datetime import date

    def dag(ordinaal: int | None) -> str | None:
        return date.fromordinal(ordinaal).isoformat() if ordinaal is not None else None

    return {
        "fase": stand.fase,
        "sinds": dag(stand.sinds),
        "stappen": {s.soort.stap: s.mogelijkheid.value for s in stand.stappen},
        "ontbreekt": [o.feit for o in stand.ontbreekt],
        "inhalen": [o.feit for o in stand.inhalen],
        "termijnen": {t.soort.termijn: {"einde": dag(t.einde), "loop": t.loop.value} for t in stand.termijnen},
        "attenderingen": [{"termijn": a.termijn, "rollen": list(a.rollen)} for a in stand.attenderingen],
        "wacht_op": list(stand.wacht_op),
        "verandert_op": dag(stand.verandert_op),
    }


def _print(verslag: dict[str, Any]) -> None:
    print(f"{'goed ' if verslag['verdict'] == 'geslaagd' else 'FOUT '} {verslag['naam']}")
    for stap in verslag["stappen"]:
        for afwijking in stap["afwijkingen"]:
            print(f"      dag {stap['dag']}, {stap['door']}: {afwijking}")
