"""What is written of somebody around a household."""

from dataclasses import dataclass

from samenspel.kennis.models import Contactpersoon

__all__ = ["Band"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """What is known of somebody around the household, beside the words."""

    soort: str
    band: str = "gewoon"
    sterkte: int = 2
    richting: str = ""
    meedoen: str = "niet_gevraagd"
    wet: str = ""
    contactpersoon: Contactpersoon | None = None
