"""How the people who help are called for the resident."""

from typing import Any

from samenspel.organisatie.models import Account
from samenspel.web.tekst import initialen


def contact_van(regisseur: Account) -> dict[str, Any]:
    """The resident's contactpersoon, and who answers when that one is away."""
    vervanger = regisseur.vervanger
    return {
        "naam": regisseur.naam,
        "roepnaam": roepnaam(regisseur.naam),
        "initialen": initialen(regisseur.naam),
        "telefoon": regisseur.telefoon,
        "vervanger": vervanger.naam if vervanger is not None else "",
        "vervanger_telefoon": vervanger.telefoon if vervanger is not None else "",
    }


def roepnaam(naam: str) -> str:
    """How somebody is called: the first name, or the whole name where that begins with an initial."""
    eerste = naam.split(" ", 1)[0]
    return naam if (len(eerste) < 3 and eerste.rstrip(".") != eerste) or len(eerste) == 1 else eerste
