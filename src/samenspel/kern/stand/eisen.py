"""Demands that a move makes, compiled: each answers None when met, or its Reden. Reasons are made once per demand."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from samenspel.kern.stand.uitkomst import Ontbreekt, Reden
from samenspel.kern.werkwijze.catalogus import AFGELEID_VAN, Catalogus
from samenspel.kern.werkwijze.model import Controlevraag, Fase, Formulier, Voorwaarde, Werkwijze
from samenspel.kern.werkwijze.voorwaarde import Toets, compileer, lees_voorwaarde

Feiten: TypeAlias = Mapping[str, object]
Eis: TypeAlias = Callable[[Feiten], Reden | None]


def voorwaarde_eis(v: Voorwaarde, catalogus: Catalogus) -> Eis:
    """The demand that one condition makes."""
    toets, onbekend, niet = _toets_en_redenen(v, catalogus)

    def eis(feiten: Feiten) -> Reden | None:
        uitkomst = toets(feiten)
        return None if uitkomst else onbekend if uitkomst is None else niet

    return eis


def een_van_eis(voorwaarden: Sequence[Voorwaarde], catalogus: Catalogus) -> Eis:
    """The demand that at least one of several conditions is true."""
    delen = [_toets_en_redenen(v, catalogus) for v in voorwaarden]

    def eis(feiten: Feiten) -> Reden | None:
        uitkomsten = [toets(feiten) for toets, _, _ in delen]
        if True in uitkomsten:
            return None
        redenen = tuple(d[1] if u is None else d[2] for d, u in zip(delen, uitkomsten, strict=True))
        herstel = tuple({o.feit: o for reden in redenen for o in reden.herstel}.values())
        return Reden("Eén hiervan moet waar zijn.", None in uitkomsten, herstel, redenen)

    return eis


def _toets_en_redenen(v: Voorwaarde, catalogus: Catalogus) -> tuple[Toets, Reden, Reden]:
    gelezen = lees_voorwaarde(v.als, catalogus)
    paden = gelezen.paden()
    wijziging = tuple(
        Ontbreekt(o.feit, o.naam, catalogus[o.feit].wijziging or o.herstel) for o in ontbrekend(paden, catalogus)
    )
    # An age is unknown for want of a birthday; a known age nobody can mend.
    bij_onbekend = ontbrekend((*paden, *(AFGELEID_VAN[p] for p in paden if p in AFGELEID_VAN)), catalogus)
    return compileer(gelezen, catalogus), Reden(v.uitleg, True, bij_onbekend), Reden(v.uitleg, False, wijziging)


def toets_en_herstel(v: Voorwaarde, catalogus: Catalogus) -> tuple[Toets, tuple[Ontbreekt, ...]]:
    """A condition as a test of the facts, and who can supply what it hangs on."""
    toets, onbekend, _ = _toets_en_redenen(v, catalogus)
    return toets, onbekend.herstel


def ontbrekend(paden: Iterable[str], catalogus: Catalogus) -> tuple[Ontbreekt, ...]:
    """Those of the facts that a person can supply."""
    gevonden = (catalogus[p] for p in paden if p in catalogus)
    return tuple(Ontbreekt(f.pad, f.naam, f.herstel) for f in gevonden if f.herstel is not None)


def gevraagde_paden(gevraagd: Iterable[str], werkwijze: Werkwijze) -> tuple[str, ...]:
    """Fact paths behind what a fase or a meeting asks: a form's code stands for its required questions."""
    formulieren = {f.formulier: f for f in werkwijze.formulieren}
    return tuple(p for g in gevraagd for p in (_verplichte_paden(formulieren[g]) if g in formulieren else (g,)))


def _verplichte_paden(formulier: Formulier) -> tuple[str, ...]:
    return tuple(f"formulier.{formulier.formulier}.{v.veld}" for v in formulier.velden if v.verplicht)


def gevraagd_eis(pad: str, catalogus: Catalogus) -> Eis:
    """The demand that a fact is known."""
    reden = Reden(f"Nog nodig: {catalogus[pad].naam}", True, ontbrekend((pad,), catalogus))

    def eis(feiten: Feiten) -> Reden | None:
        return None if pad in feiten else reden

    return eis


def controlevraag_eis(vraag: Controlevraag, catalogus: Catalogus) -> Eis:
    """The demand that a controlevraag is answered with one of its good answers."""
    pad, goed = f"controlevraag.{vraag.controlevraag}", frozenset(a.value for a in vraag.goed)
    herstel = ontbrekend((pad,), catalogus)
    onbekend = Reden(f"Nog te beantwoorden: {vraag.vraag}", True, herstel)
    niet = Reden(f"Het antwoord houdt de stap nog tegen: {vraag.vraag}", False, herstel)

    def eis(feiten: Feiten) -> Reden | None:
        antwoord = feiten.get(pad)
        return onbekend if antwoord is None else None if antwoord in goed else niet

    return eis


def fase_eisen(fase: Fase, werkwijze: Werkwijze, catalogus: Catalogus) -> tuple[Eis, ...]:
    """What entering a fase asks."""
    return tuple(gevraagd_eis(p, catalogus) for p in gevraagde_paden(fase.vraagt, werkwijze))


def verlaat_eisen(fase: Fase, werkwijze: Werkwijze, catalogus: Catalogus) -> tuple[Eis, ...]:
    """What leaving a fase onward asks: its controlevragen."""
    vragen = {v.controlevraag: v for v in werkwijze.controlevragen}
    return tuple(controlevraag_eis(vragen[c], catalogus) for c in fase.controlevragen)
