"""Conditions: readable and typed, not contradicting each other, and each limit written once."""

from collections.abc import Iterator

from samenspel.kern.werkwijze.catalogus import Catalogus, catalogus
from samenspel.kern.werkwijze.fout import Bevinding
from samenspel.kern.werkwijze.genoemd import voorwaarden
from samenspel.kern.werkwijze.model import Feitsoort, Stap, Werkwijze
from samenspel.kern.werkwijze.voorwaarde import Vergelijking, Voorwaardefout, lees_voorwaarde


def keur(w: Werkwijze) -> Iterator[Bevinding]:
    """Mistakes in conditions, contradictions within a stap, limits that stand twice."""
    cat = catalogus(w)
    gelezen: list[tuple[str, Vergelijking]] = []
    for plek, tekst in voorwaarden(w):
        try:
            gelezen.append((plek, lees_voorwaarde(tekst, cat)))
        except Voorwaardefout as fout:
            yield Bevinding(plek, str(fout))
            continue
        if plek.startswith("termijnen.") and any(p.startswith("termijn.") for p in gelezen[-1][1].paden()):
            yield Bevinding(plek, "een termijn kan niet van een termijn afhangen; noem wat er dan echt zo is")
    yield from _dubbele_grenzen(gelezen, cat)
    yield from _dubbele_bedragen(w, cat)
    for stap in w.stappen:
        yield from _tegenspraak(stap, dict(gelezen))


def _dubbele_grenzen(gelezen: list[tuple[str, Vergelijking]], cat: Catalogus) -> Iterator[Bevinding]:
    """Zero is no limit but 'none', so it may stand more than once."""
    vast = {(f.soort, f.waarde): f.pad for f in cat.values() if f.waarde is not None}
    gezien: dict[tuple[str, Feitsoort, int], str] = {}
    for plek, vergelijking in gelezen:
        for grens in vergelijking.grenzen():
            pad, soort, getal = grens
            if getal == 0:
                continue
            if (soort, getal) in vast:
                naam = vast[soort, getal]
                yield Bevinding(plek, f"de grens {getal} staat al als feit; gebruik de naam '{naam}'")
            elif grens in gezien:
                yield Bevinding(
                    plek,
                    f"de grens {getal} voor {pad} staat ook bij {gezien[grens]}; schrijf haar één keer als "
                    f"feit (feit: grens.…, soort: {soort}, waarde: {getal}) en gebruik overal die naam",
                )
            gezien.setdefault(grens, plek)


def _dubbele_bedragen(w: Werkwijze, cat: Catalogus) -> Iterator[Bevinding]:
    eigen = {f.feit for f in w.feiten}
    gezien = {f.waarde: pad for pad, f in cat.items() if f.soort is Feitsoort.BEDRAG and pad not in eigen}
    for feit in w.feiten:
        if feit.bedrag is None:
            continue
        if gezien.get(feit.bedrag) is not None:
            melding = f"dit bedrag staat al bij '{gezien[feit.bedrag]}'; haal het hier weg en gebruik die naam"
            yield Bevinding(f"feiten.{feit.feit}.bedrag", melding)
        gezien.setdefault(feit.bedrag, feit.feit)


def _tegenspraak(stap: Stap, gelezen: dict[str, Vergelijking]) -> Iterator[Bevinding]:
    """Conditions of one `alle_van` that can't be true at once, because they ask a choice to be two things."""
    mogelijk: dict[str, frozenset[str]] = {}
    verboden: dict[str, frozenset[str]] = {}
    for nummer in range(len(stap.alle_van)):
        plek = f"stappen.{stap.stap}.alle_van.{nummer}.als"
        if plek not in gelezen:
            continue
        for pad, wel, waarden in _eis(gelezen[plek]):
            if wel:
                mogelijk[pad] = mogelijk.get(pad, waarden) & waarden
            else:
                verboden[pad] = verboden.get(pad, frozenset()) | waarden
            if pad in mogelijk and not mogelijk[pad] - verboden.get(pad, frozenset()):
                melding = f"dit spreekt een eerdere voorwaarde over '{pad}' tegen; zet ze onder een_van of kies"
                yield Bevinding(plek, melding)
                return


def _eis(v: Vergelijking) -> Iterator[tuple[str, bool, frozenset[str]]]:
    """What a condition asks of a choice or a yes-or-no: the path, whether it must or may not be, and what."""
    pad = v.links.links.pad
    if v.op in ("waar", "!") and pad is not None:
        yield pad, True, frozenset({str(v.op == "waar")})
    elif v.op == "in" and pad is not None:
        yield pad, True, frozenset(v.waarden)
    elif v.op in ("==", "!=") and v.rechts is not None:
        for feit, waarde in ((v.links.links, v.rechts.links), (v.rechts.links, v.links.links)):
            if feit.pad is not None and isinstance(waarde.waarde, str | bool):
                yield feit.pad, v.op == "==", frozenset({str(waarde.waarde)})
