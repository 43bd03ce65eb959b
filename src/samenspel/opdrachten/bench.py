"""`samenspel bench NAAM --json`: measure speed on generated data of the size named; medians, never a test."""

import argparse
import json
import statistics
import sys
import time
from typing import Any

__all__ = ["register"]

RONDES = 5


def register(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add the command."""
    parser = subparsers.add_parser("bench", help="meet de snelheid op gemaakte gegevens")
    parser.add_argument("naam", choices=sorted(METINGEN), help="wat te meten")
    parser.add_argument("--json", action="store_true", help="als JSON, voor andere programma's")
    parser.add_argument("--n", type=int, default=10_000, help="hoeveel (standaard %(default)s)")
    parser.set_defaults(uitvoeren=bench)


def bench(args: argparse.Namespace) -> int:
    """Measure, and print the figures."""
    if args.n < 1:
        print("Kies een aantal boven nul.", file=sys.stderr)
        return 2
    uitkomst = METINGEN[args.naam](args.n)
    if args.json:
        print(json.dumps(uitkomst))
    else:
        for sleutel, waarde in uitkomst.items():
            print(f"{sleutel}: {waarde}")
    return 0


def _stand(aantal: int) -> dict[str, Any]:
    """Stand van zaken of distinct sets of facts over all fasen, on one core; the median of five rounds."""
    from datetime import date

    from samenspel import werkwijzen
    from samenspel.kern.stand import maak_route, stand_van_zaken
    from samenspel.kern.werkwijze.lezer import lees_werkwijze
    from samenspel.opdrachten.benchfeiten import maak_feiten

    slug = werkwijzen.MAATSTAF
    werkwijze, _ = lees_werkwijze(werkwijzen.tekst(slug), slug)
    assert werkwijze is not None
    route, vandaag = maak_route(werkwijze), date(2026, 6, 1)
    sets = maak_feiten(route, vandaag, aantal, zaad=20_26)
    snelheden, tijden = [], []
    for _ in range(RONDES):
        begin = time.perf_counter()
        for feiten in sets:
            stand_van_zaken(route, feiten, vandaag)
        snelheden.append(aantal / (time.perf_counter() - begin))
    for feiten in sets:
        begin = time.perf_counter()
        stand_van_zaken(route, feiten, vandaag)
        tijden.append((time.perf_counter() - begin) * 1000)
    return {
        "naam": "stand",
        "n": aantal,
        "per_seconde": round(statistics.median(snelheden)),
        "p95_ms": round(statistics.quantiles(tijden, n=20)[-1], 4) if aantal > 1 else round(tijden[0], 4),
        "mediaan_ms": round(statistics.median(tijden), 4),
        "geheugen_mb": round(_geheugen_mb(), 1),
    }


def _geheugen_mb() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _paginas(aantal: int) -> dict[str, Any]:
    """Server time of every page with so many households."""
    from samenspel.opdrachten.benchpaginas import meet_paginas

    return meet_paginas(aantal)


METINGEN = {"paginas": _paginas, "stand": _stand}
