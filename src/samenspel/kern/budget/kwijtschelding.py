"""Forgiving a part of a loan: whether it may be given, for what is known of the traject."""

from collections.abc import Mapping
from typing import NamedTuple

from samenspel.kern.werkwijze.catalogus import Catalogus
from samenspel.kern.werkwijze.model import Lening
from samenspel.kern.werkwijze.voorwaarde import compileer, lees_voorwaarde


class Kwijtschelding(NamedTuple):
    """Whether forgiveness may be given (None: not known yet), why in Dutch, and the unknown facts behind a None."""

    mag: bool | None
    uitleg: str
    onbekend: tuple[str, ...] = ()


def kwijtschelding(lening: Lening, feiten: Mapping[str, object], catalogus: Catalogus) -> Kwijtschelding:
    """Judge the conditions of a loan on the known facts: one that is not so refuses, else one unknown waits.

    Without conditions a person judges by the sentence of the definition, so it may be given.
    Raises Voorwaardefout where the definition was not checked.
    """
    if not lening.kwijtschelding_procent:
        return Kwijtschelding(False, "Van deze lening wordt niets kwijtgescholden.")
    onbekend: list[str] = []
    nodig: list[str] = []
    for voorwaarde in lening.kwijtschelding_als:
        gelezen = lees_voorwaarde(voorwaarde.als, catalogus)
        uitkomst = compileer(gelezen, catalogus)(feiten)
        if uitkomst is False:
            return Kwijtschelding(False, f"Kwijtschelden kan niet, want dit is niet zo: {voorwaarde.uitleg}")
        if uitkomst is None:
            nodig.append(voorwaarde.uitleg)
            onbekend += [p for p in gelezen.paden() if p not in feiten and p in catalogus]
    if nodig:
        return Kwijtschelding(None, f"Nog niet bekend: {' '.join(nodig)}", tuple(dict.fromkeys(onbekend)))
    waarom = lening.kwijtschelding_bij or " ".join(v.uitleg for v in lening.kwijtschelding_als)
    return Kwijtschelding(True, waarom or "De afspraak staat kwijtschelden toe.")


def kwijt_te_schelden(lening: Lening, bedrag: int) -> int:
    """Cents of a loan of `bedrag` cents that are forgiven, rounded down to a whole cent."""
    return bedrag * lening.kwijtschelding_procent // 100
