"""A household whose loan runs: the agreement is signed, two terms are paid, one is late."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from samenspel.kern.stand.voorbeelden import Voorbeeld, Voorbeeldpersoon, Voorbeeldstap

__all__ = ["WERKWIJZE", "lopende_lening"]

WERKWIJZE = "utrecht"
HUISHOUDEN = "Gezin Aksoy"
NAMEN = {"Sanne Verhoef": "Dilara Aksoy", "Sanne": "Dilara", "Jayden": "Emir"}
AFGESPROKEN_TOT = 27
"""The day of the voorbeeld up to which this household went the same way."""


def lopende_lening(alle: Sequence[Voorbeeld]) -> Voorbeeld:
    """The voorbeeld of the loan for another household, up to today: nine days after a term that did not come."""
    eerste = next(v for v in alle if any("leenafspraak" in s.inhoud for s in v.stappen))
    stappen = [s for s in eerste.stappen if s.dag <= AFGESPROKEN_TOT]
    lening = next(str(s.inhoud["betaal"]) for s in stappen if "betaal" in s.inhoud)
    betaler = next(s.door for s in stappen if "betaal" in s.inhoud)
    betaald = {"aanvraag": lening, "bedrag": "50 euro"}
    stappen += [Voorbeeldstap(dag, betaler, betaler, {"aflossing": betaald}, {}, None) for dag in (49, 80)]
    stappen.append(Voorbeeldstap(119, "", "", {"niets": True}, {"verlopen": ["aflossing"]}, None))
    return replace(
        eerste,
        traject="Opvang en opleiding",
        huishouden=HUISHOUDEN,
        personen=tuple(Voorbeeldpersoon(str(_hernoemd(p.naam)), p.geboren_dag) for p in eerste.personen),
        stappen=tuple(replace(s, inhoud=_map(s.inhoud)) for s in stappen),
    )


def _map(inhoud: Mapping[str, object]) -> dict[str, object]:
    return {sleutel: _hernoemd(waarde) for sleutel, waarde in inhoud.items()}


def _hernoemd(waarde: object) -> object:
    if isinstance(waarde, Mapping):
        return _map(waarde)
    if isinstance(waarde, list):
        return [_hernoemd(deel) for deel in waarde]
    if isinstance(waarde, str):
        for oud, nieuw in NAMEN.items():
            waarde = waarde.replace(oud, nieuw)
    return waarde
