"""The text of a definition with other life domains and other limits of its budgets; everything else stays as it was.

So that a functional administrator needs no YAML for what a municipality most often sets itself. Comments, order and the
wording of the rest are kept; whether the outcome is a good definition, `controle` says.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap

from samenspel.kern.werkwijze.model import Cent

__all__ = ["Budgetgrens", "Domein", "pas_aan"]

_BREEDTE = 100_000
"""Wide enough to leave every line as it was."""


class Domein(NamedTuple):
    """A life domain: its code, empty for a new one, and its name."""

    leefgebied: str
    naam: str


class Budgetgrens(NamedTuple):
    """What of a budget can be set: ceilings in cents, how many agree, durations as text ('14 dagen'); None: none."""

    naam: str
    plafond: Cent | None
    plafond_huishouden: Cent | None
    periode: str
    instemmers: int
    bon_binnen: str


def pas_aan(tekst: str, leefgebieden: Sequence[Domein], budgetten: Mapping[str, Budgetgrens]) -> str:
    """The text with these life domains, in this order, and these limits. `tekst` is a definition that was accepted."""
    yaml = YAML(typ="rt")
    yaml.width, yaml.preserve_quotes = _BREEDTE, True
    yaml.indent(mapping=2, sequence=4, offset=2)
    boom = yaml.load(tekst)
    voor = StringIO()
    yaml.dump(boom, voor)
    _zet_leefgebieden(boom, leefgebieden)
    for budget in boom.get("budgetten", ()):
        if budget["budget"] in budgetten:
            _zet_grens(budget, budgetten[budget["budget"]])
    na = StringIO()
    yaml.dump(boom, na)
    # What only looks otherwise because it was written out again, is no change.
    return tekst if na.getvalue() == voor.getvalue() else na.getvalue()


def _zet_leefgebieden(boom: CommentedMap, gewenst: Sequence[Domein]) -> None:
    lijst = boom.get("leefgebieden", [])
    oud = {rij["leefgebied"]: rij for rij in lijst}
    bezet, rijen = {d.leefgebied for d in gewenst}, []
    for domein in gewenst:
        rij = oud.get(domein.leefgebied)
        if rij is None:
            code = _nieuwe_code(domein.naam, bezet)
            bezet.add(code)
            rij = CommentedMap(leefgebied=code, naam=domein.naam)
        elif rij["naam"] != domein.naam:
            rij["naam"] = domein.naam
        rijen.append(rij)
    if rijen != list(lijst):
        lijst[:] = rijen
    if rijen and "leefgebieden" not in boom:
        boom["leefgebieden"] = rijen


def _zet_grens(budget: CommentedMap, grens: Budgetgrens) -> None:
    _zet(budget, "naam", grens.naam)
    _zet(budget, "plafond", _euro(grens.plafond))
    _zet(budget, "plafond_huishouden", _euro(grens.plafond_huishouden))
    _zet(budget, "periode", grens.periode)
    _zet(budget, "bon_binnen", grens.bon_binnen)
    if not grens.bon_binnen:
        # Nobody is told that a receipt stays away where none is asked.
        budget.pop("bon_daarna", None)
    if budget.get("instemmers", 1) != grens.instemmers:
        budget["instemmers"] = grens.instemmers


def _zet(budget: CommentedMap, sleutel: str, waarde: Any) -> None:
    if not waarde:
        budget.pop(sleutel, None)
    elif budget.get(sleutel) != waarde:
        budget[sleutel] = waarde


def _euro(cent: Cent | None) -> str:
    if cent is None:
        return ""
    heel, rest = divmod(cent, 100)
    return f"{heel},{rest:02} euro" if rest else f"{heel} euro"


def _nieuwe_code(naam: str, bezet: set[str]) -> str:
    kaal = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode()
    basis = re.sub(r"[^a-z0-9]+", "_", kaal.lower()).strip("_")[:40] or "leefgebied"
    basis = basis if basis[0].isalpha() else f"leefgebied_{basis}"
    return next(code for n in range(1, len(bezet) + 2) if (code := basis if n == 1 else f"{basis}_{n}") not in bezet)
