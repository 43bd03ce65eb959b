"""Distinct sets of facts for the bench, from a seed: every fase, each fact of the catalogue known or not."""

import random
from collections.abc import Callable, Mapping
from datetime import date

from samenspel.kern.stand import Route
from samenspel.kern.werkwijze.catalogus import Feitbeschrijving
from samenspel.kern.werkwijze.model import Feitsoort

Maker = Callable[[Feitbeschrijving, random.Random, int], object]

_MAKERS: Mapping[Feitsoort, Maker] = {
    Feitsoort.JA_NEE: lambda f, r, dag: r.random() < 0.5,
    Feitsoort.INGEVULD: lambda f, r, dag: True,
    Feitsoort.KEUZE: lambda f, r, dag: r.choice(f.waarden),
    Feitsoort.BEDRAG: lambda f, r, dag: r.randrange(1_000, 300_000),
    Feitsoort.DAGEN: lambda f, r, dag: r.randrange(0, 90),
    Feitsoort.JAREN: lambda f, r, dag: r.randrange(0, 90),
    Feitsoort.AANTAL: lambda f, r, dag: r.randrange(0, 6),
    Feitsoort.DATUM: lambda f, r, dag: dag + r.randrange(-120, 30),
}
BEKEND = 0.6
"""Share of the catalogue that is known in a set."""


def maak_feiten(route: Route, vandaag: date, aantal: int, *, zaad: int) -> list[dict[str, object]]:
    """Sets of facts, all different, spread evenly over the fasen of the route."""
    willekeur, dag = random.Random(zaad), vandaag.toordinal()
    fasen = list(route.plekken)
    in_te_vullen = [f for f in route.catalogus.values() if f.waarde is None]
    gezien: set[frozenset[tuple[str, object]]] = set()
    sets: list[dict[str, object]] = []
    while len(sets) < aantal:
        feiten: dict[str, object] = {
            f.pad: _MAKERS[f.soort](f, willekeur, dag) for f in in_te_vullen if willekeur.random() < BEKEND
        }
        feiten["traject.fase"] = fasen[len(sets) % len(fasen)]
        feiten["traject.sinds"] = dag - willekeur.randrange(0, 200)
        feiten["traject.vorige"] = fasen[0]
        kenmerk = frozenset(feiten.items())
        if kenmerk not in gezien:
            gezien.add(kenmerk)
            sets.append(feiten)
    return sets
