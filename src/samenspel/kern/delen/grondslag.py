"""What a verwerkingsgrondslag must hold before anybody looks by it (ontwerp.md, Decisions)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from samenspel.kern.werkwijze.model import AvgGrondslag, Gegevenssoort

__all__ = ["Delen", "fouten_in"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delen:
    """What is to be shared, about whom, from and to and including which day, and on what basis: the four parts.

    `avg_6` and `soorten` are codes; `personen` are references; `tot` None: until it is ended.
    """

    avg_6: str
    uitzondering_9_10: str
    geheim: str
    convenant: str
    doel: str
    soorten: tuple[str, ...]
    personen: tuple[str, ...]
    van: date
    tot: date | None = None
    code: str = ""


def fouten_in(delen: Delen) -> Mapping[str, str]:
    """Per field what is missing and how to mend it, in Dutch; empty when the grondslag holds.

    Consent doesn't repair a missing basis and a convenant is none by itself, so no part stands in for another.
    """
    regels = {
        "avg_6": (
            delen.avg_6 in {g.value for g in AvgGrondslag},
            "Kies op welke grondslag van artikel 6 AVG u deelt.",
        ),
        "uitzondering_9_10": (
            bool(delen.uitzondering_9_10.strip()),
            "Noem de uitzondering van artikel 9 of 10 AVG. Deelt u geen bijzondere gegevens, schrijf dan 'niet nodig'"
            " en waarom.",
        ),
        "geheim": (bool(delen.geheim.strip()), "Schrijf op waardoor het beroepsgeheim dit delen toelaat."),
        "convenant": (
            bool(delen.convenant.strip()),
            "Noem het convenant of de afspraak die dit delen regelt.",
        ),
        "doel": (bool(delen.doel.strip()), "Schrijf op waarvoor de partner deze gegevens nodig heeft."),
        "soorten": (_zijn_soorten(delen.soorten), "Kies ten minste één soort gegevens."),
        "personen": (bool(delen.personen), "Kies over wie u gegevens deelt."),
        "tot": (
            delen.tot is None or delen.tot >= delen.van,
            "Kies als laatste dag een dag op of na de eerste dag.",
        ),
    }
    return {veld: melding for veld, (goed, melding) in regels.items() if not goed}


def _zijn_soorten(codes: tuple[str, ...]) -> bool:
    return bool(codes) and set(codes) <= {soort.value for soort in Gegevenssoort}
