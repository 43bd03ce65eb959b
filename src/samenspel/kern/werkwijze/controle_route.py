"""The route: every fase can be reached and left again, by steps that people can make possible."""

from collections.abc import Iterable, Iterator

from samenspel.kern.werkwijze.catalogus import AFGELEID_VAN, Catalogus, catalogus
from samenspel.kern.werkwijze.controle_rollen import invullers
from samenspel.kern.werkwijze.fout import Bevinding, hulp
from samenspel.kern.werkwijze.model import Fase, Stap, Voorwaarde, Werkwijze
from samenspel.kern.werkwijze.voorwaarde import Voorwaardefout, lees_voorwaarde


def keur(w: Werkwijze) -> Iterator[Bevinding]:
    """Unknown and unreachable fasen, fasen without an own way out, or with one that nobody can open."""
    fasen = [f.fase for f in w.fasen]
    for stap in w.stappen:
        for nummer, van in enumerate(stap.van):
            if van not in fasen:
                melding = f"de fase '{van}' bestaat niet; {hulp(van, fasen)}"
                yield Bevinding(f"stappen.{stap.stap}.van.{nummer}", melding)
        if stap.naar not in fasen:
            melding = f"de fase '{stap.naar}' bestaat niet; {hulp(stap.naar, fasen)}"
            yield Bevinding(f"stappen.{stap.stap}.naar", melding)
    bereikt = _bereikbaar(w)
    cat = catalogus(w)
    for fase in w.fasen:
        if fase.fase not in bereikt:
            melding = f"vanaf '{fasen[0]}' is dit niet te bereiken; voeg een stap toe met naar: {fase.fase}"
            yield Bevinding(f"fasen.{fase.fase}", melding)
        yield from _uitweg(w, cat, fase)
    if w.fasen:
        yield from _instroom(w, cat)


def _bereikbaar(w: Werkwijze) -> set[str]:
    bereikt: set[str] = set()
    verder = [f.fase for f in w.fasen[:1]]
    while verder:
        fase = verder.pop()
        if fase not in bereikt:
            bereikt.add(fase)
            verder += [s.naar for s in w.stappen if fase in s.van]
    return bereikt


def _uitweg(w: Werkwijze, cat: Catalogus, fase: Fase) -> Iterator[Bevinding]:
    uitwegen = [s for s in w.stappen if fase.fase in s.van and s.naar != fase.fase]
    if not uitwegen:
        yield Bevinding(
            f"fasen.{fase.fase}",
            f"uit '{fase.fase}' gaat geen eigen stap; voeg er een toe, verder of terug, met van: {fase.fase}",
        )
        return
    dicht = [_dicht(w, cat, stap, fase) for stap in uitwegen]
    if all(plek is not None for plek in dicht):
        yield Bevinding(
            str(dicht[0]),
            f"uit '{fase.fase}' komt niemand weg: dit hangt af van iets dat daar geen rol kan aanvullen; "
            "voeg een stap toe met een voorwaarde waar iemand iets aan kan doen",
        )


def _dicht(w: Werkwijze, cat: Catalogus, stap: Stap, van: Fase) -> str | None:
    """The place of the demand that nobody in this fase can meet, or None when people can open this stap."""
    for nummer, voorwaarde in enumerate(stap.alle_van):
        if not _te_openen(w, cat, voorwaarde, van):
            return f"stappen.{stap.stap}.alle_van.{nummer}.als"
    if stap.een_van and not any(_te_openen(w, cat, v, van) for v in stap.een_van):
        return f"stappen.{stap.stap}.een_van.0.als"
    codes = [f.fase for f in w.fasen]
    if stap.naar not in codes or codes.index(stap.naar) <= codes.index(van.fase):
        return None
    for nummer, vraag in enumerate(w.fasen[codes.index(stap.naar)].vraagt):
        if vraag in cat and not aan_te_vullen(w, cat, (vraag,), van):
            return f"fasen.{stap.naar}.vraagt.{nummer}"
    return None


def _te_openen(w: Werkwijze, cat: Catalogus, voorwaarde: Voorwaarde, van: Fase) -> bool:
    try:
        return aan_te_vullen(w, cat, lees_voorwaarde(voorwaarde.als, cat).paden(), van)
    except Voorwaardefout:
        return True  # told by the check of conditions


def aan_te_vullen(w: Werkwijze, cat: Catalogus, paden: Iterable[str], van: Fase) -> bool:
    """Whether in this fase somebody can supply or change at least one of the facts.

    A meeting can only be planned and held in the fase that it belongs to.
    """
    elders = {o.overleg for o in w.overleggen} - _overleggen(w, van)
    wie = invullers(w)
    return any(
        (herstel := cat[pad].herstel) is not None
        and wie.intersection(herstel.door)
        and not (pad.startswith("overleg.") and pad.split(".")[1] in elders)
        for pad in paden
        if pad in cat
    )


def _overleggen(w: Werkwijze, fase: Fase) -> set[str | None]:
    return {fase.overleg} | {o.terugval for o in w.overleggen if o.overleg == fase.overleg}


def _instroom(w: Werkwijze, cat: Catalogus) -> Iterator[Bevinding]:
    """Who may come in hangs on what people can tell, or on an age: who has another age doesn't belong here."""
    for criterium in w.instroom:
        try:
            paden = lees_voorwaarde(criterium.als, cat).paden()
        except Voorwaardefout:
            continue
        if not AFGELEID_VAN.keys() & set(paden) and not aan_te_vullen(w, cat, paden, w.fasen[0]):
            melding = "geen rol kan dit aan het begin aanvullen; noem een feit waar iemand iets aan kan doen"
            yield Bevinding(f"instroom.{criterium.criterium}.als", melding)
