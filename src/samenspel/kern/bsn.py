"""The burgerservicenummer: nine figures that pass the eleven-proof."""

import re

__all__ = ["gemaskeerd", "lees_bsn"]

_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_SCHEIDING = re.compile(r"[\s.\-]")
_CIJFERS = re.compile(r"\d{8,9}", re.ASCII)


def lees_bsn(tekst: str) -> str | None:
    """The nine figures of what was typed, or None when that is no burgerservicenummer.

    The eleven-proof of the BSN (Logisch Ontwerp BSN of the Rijksdienst voor Identiteitsgegevens; as the sofinummer
    before it): nine times the first figure plus eight times the second, down to twice the eighth, minus the ninth,
    divides by eleven. 000000000 does so too and is nobody's. Older numbers are written with eight figures: a nought
    belongs in front.
    """
    kaal = _SCHEIDING.sub("", tekst)
    if _CIJFERS.fullmatch(kaal) is None:
        return None
    nummer = kaal.zfill(9)
    som = sum(gewicht * int(cijfer) for gewicht, cijfer in zip(_GEWICHTEN, nummer, strict=True))
    return nummer if som % 11 == 0 and int(nummer) > 0 else None


def gemaskeerd(bsn: str) -> str:
    """Enough to recognise it by, not enough to use."""
    return "•" * (len(bsn) - 3) + bsn[-3:]
