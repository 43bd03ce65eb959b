"""The kinds of events and what they carry: kern's by playing every voorbeeld, the services' from their own source."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from samenspel import werkwijzen
from samenspel.kern.stand import Route, maak_route
from samenspel.kern.stand.besluiten import beslis
from samenspel.kern.stand.contacten import GESPROKEN
from samenspel.kern.stand.handelingen import (
    IN_WOORDEN,
    BeantwoordVraag,
    BeeindigRol,
    Gebeurtenis,
    Handeling,
    HeropenAfspraak,
    LaatAfspraakVervallen,
    MeldAf,
    Speler,
    StelVraag,
    TrekContactIn,
    TrekRegelIn,
    VerbeterUitkomst,
    VraagErbij,
    WijzigAfspraak,
    WijzigContact,
    ZetContactTerug,
    ZetRegelTerug,
)
from samenspel.kern.stand.kernspel import Kernspel
from samenspel.kern.stand.route import overleggen_in
from samenspel.kern.stand.voorbeelden import lees_voorbeelden, speel
from samenspel.kern.werkwijze.catalogus import regierollen, toewijzers
from samenspel.kern.werkwijze.lezer import lees_werkwijze
from samenspel.kern.werkwijze.model import Overleg
from samenspel.opdrachten.naslag_diensten import soorten_van_diensten
from samenspel.opdrachten.naslag_schrijven import KOP, betekenis_van, opsomming, punt

__all__ = ["blad", "soorten_van_kern"]

Soorten = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Kind of event → key → the types of its values."""

_DAG_NUL = date(2026, 3, 2)


def blad() -> str:
    """The page. Raises Betekenisloos where a kind or a key has no meaning."""
    kern, diensten = soorten_van_kern(), soorten_van_diensten()
    los = {soort: sleutels for soort, sleutels in diensten.items() if soort not in kern}
    delen = [KOP, "", "# De gebeurtenissen", "", *_inleiding(), "", "## Wat een traject verder brengt", ""]
    for soort, sleutels in sorted(kern.items()):
        erbij = {s: () for s in diensten.get(soort, ()) if s not in sleutels}
        delen += _soort(soort, {**sleutels, **erbij})
    delen += ["", "## Wat alleen in het dossier staat", ""]
    for soort in sorted(los):
        delen += _soort(soort, dict.fromkeys(los[soort], ()))
    return "\n".join([*delen, ""])


def _inleiding() -> tuple[str, ...]:
    return (
        "De geschiedenis van een casus is een rij gebeurtenissen. Elke regel draagt alleen codes, datums, bedragen en",
        "verwijzingen; woorden staan apart, zodat zij gewist kunnen worden. Elke regel heeft ook een volgnummer, wie",
        "het deed, wanneer het gebeurde (`gebeurd_op`) en wanneer het werd vastgelegd (`vastgelegd_op`).",
    )


def _soort(soort: str, sleutels: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    yield punt(f"**`{soort}`**: {betekenis_van('gebeurtenissen', soort, 'wat')}")
    for sleutel, typen in sleutels.items():
        van = f" ({opsomming(typen)})" if typen else ""
        yield f"    - `{sleutel}`{van}: {betekenis_van('gebeurtenissen', soort, 'gegevens', sleutel)}"


@cache
def soorten_van_kern() -> Soorten:
    """What kern gives when people do things."""
    soorten: dict[str, dict[str, set[str]]] = {}
    for gebeurtenis in _gespeeld():
        sleutels = soorten.setdefault(gebeurtenis.soort, {})
        for sleutel, waarde in gebeurtenis.gegevens.items():
            sleutels.setdefault(sleutel, set()).add(_type(waarde))
    return {soort: {s: tuple(sorted(t)) for s, t in sleutels.items()} for soort, sleutels in soorten.items()}


def _gespeeld() -> Iterator[Gebeurtenis]:
    for slug in werkwijzen.slugs():
        werkwijze, _ = lees_werkwijze(werkwijzen.tekst(slug), slug)
        assert werkwijze is not None
        route = maak_route(werkwijze)
        for voorbeeld in lees_voorbeelden(werkwijzen.voorbeelden_tekst(slug)):
            spel = Kernspel(route, voorbeeld, _DAG_NUL)
            speel(voorbeeld, spel, _DAG_NUL)
            yield from spel.historie
        yield from _niet_in_voorbeelden(route)


def _niet_in_voorbeelden(route: Route) -> tuple[Gebeurtenis, ...]:
    """What no voorbeeld does."""
    w = route.werkwijze
    speler = Speler("iemand", frozenset((*toewijzers(w), *regierollen(w), *(o.voorzitter for o in w.overleggen))))
    feiten: dict[str, object] = {"traject.fase": route.eerste_fase, "traject.sinds": _DAG_NUL.toordinal()}
    feiten["afspraken"] = {"open": _DAG_NUL.toordinal(), "gedaan": None}
    iemand = speler.wie
    daden: list[Handeling] = [
        BeeindigRol("rol", "wie"),
        WijzigContact("contact", GESPROKEN, eigenaar=iemand),
        WijzigContact("contact", GESPROKEN, _DAG_NUL, eigenaar=iemand),
        TrekContactIn("contact", iemand),
        ZetContactTerug("contact"),
        TrekRegelIn("regel", iemand),
        ZetRegelTerug("regel"),
        WijzigAfspraak("open", _DAG_NUL, iemand),
        HeropenAfspraak("gedaan", _DAG_NUL, iemand),
        LaatAfspraakVervallen("open", iemand),
    ]
    for overleg in w.overleggen:
        daden += [StelVraag(overleg.overleg, "vraag"), BeantwoordVraag(overleg.overleg, "vraag", "ander")]
        daden.append(MeldAf(overleg.overleg, "wie"))
        if overleg.schil:
            daden.append(VraagErbij(overleg.overleg, "wie"))
    verbeterd = tuple(g for overleg in w.overleggen for g in _verbeterd(route, overleg, feiten, speler))
    return verbeterd + tuple(g for daad in daden for g in beslis(route, feiten, daad, speler, _DAG_NUL))


def _verbeterd(route: Route, overleg: Overleg, feiten: Mapping[str, object], speler: Speler) -> Iterator[Gebeurtenis]:
    """An outcome that is put right at its own place, as each that may be."""
    hier = next(f.fase for f in route.werkwijze.fasen if overleg.overleg in overleggen_in(f.fase, route.werkwijze))
    dag = _DAG_NUL.toordinal()
    na = {
        **feiten,
        "traject.fase": hier,
        **{f"overleg.{overleg.overleg}.{f}": dag for f in ("gepland_op", "gehouden_op")},
    }
    for uitkomst in overleg.uitkomsten:
        for weg, voor in ((IN_WOORDEN, _DAG_NUL), ("", None)):
            if voor is not None or not (uitkomst.vraagt_besluit or uitkomst.vraagt_weg):
                daad = VerbeterUitkomst(overleg.overleg, uitkomst.uitkomst, 1, True, True, weg, voor)
                yield from beslis(route, na, daad, speler, _DAG_NUL)


def _type(waarde: object) -> str:
    if waarde is None:
        return "leeg"
    if isinstance(waarde, str):
        return "datum" if _is_datum(waarde) else "code"
    return {bool: "ja of nee", int: "getal", list: "lijst", dict: "antwoorden"}[type(waarde)]


def _is_datum(tekst: str) -> bool:
    try:
        return date.fromisoformat(tekst).isoformat() == tekst
    except ValueError:
        return False
