"""Where the scenarios of the definitions, which are run as tests, show a fact at work."""

from samenspel import werkwijzen
from samenspel.kern.stand.voorbeelden import lees_voorbeelden
from samenspel.opdrachten.naslag_schrijven import punt

__all__ = ["in_voorbeelden"]

HOOGSTENS = 3


def in_voorbeelden() -> list[str]:
    """Per fact that a voorbeeld expects to be missing, in which ones that is played and checked."""
    gevonden: dict[str, list[str]] = {}
    for slug in werkwijzen.slugs():
        for voorbeeld in lees_voorbeelden(werkwijzen.voorbeelden_tekst(slug)):
            paden = [p for s in voorbeeld.stappen for p in _lijst(s.verwacht.get("ontbreekt"))]
            for pad in dict.fromkeys(paden):
                gevonden.setdefault(pad, []).append(f"'{voorbeeld.naam}' ({slug})")
    return [_regel(pad, namen) for pad, namen in sorted(gevonden.items())]


def _regel(pad: str, namen: list[str]) -> str:
    meer = len(namen) - HOOGSTENS
    rest = f" en nog {meer}" if meer > 0 else ""
    return punt(f"**`{pad}`** ontbreekt eerst in {', '.join(namen[:HOOGSTENS])}{rest}.")


def _lijst(waarde: object) -> list[str]:
    return [str(w) for w in waarde] if isinstance(waarde, list) else []
