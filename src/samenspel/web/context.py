"""What every page shows around its content: the menu, who is logged in."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localdate

from samenspel.organisatie.models import Account, Taak
from samenspel.organisatie.selectors import taken_van
from samenspel.web import klok
from samenspel.web.contactknop import contactknop

MENU = (
    ("mijn_werk", "Mijn werk"),
    ("signalen", "Signalen"),
    ("overleggen", "Overleggen"),
    ("contactpersonen", "Telefoonlijst"),
    ("werkwijzen", "Werkwijzen"),
)


TAAKMENU: tuple[tuple[Taak, str, str], ...] = (
    (Taak.BEHEER, "beheer", "Beheer"),
    (Taak.TEAMLEIDING, "mijn_team", "Mijn team"),
    (Taak.BELEID, "beeld", "Beeld"),
    (Taak.PRIVACY, "toezicht", "Toezicht"),
    (Taak.PRIVACY, "beheerlogboek", "Logboek van beheer"),
)
"""What the menu has more for who has a taak: (taak, address, name)."""


def taakpaginas(account: Account) -> list[tuple[str, str]]:
    """What the menu has more for this account: (address, name)."""
    taken = taken_van(account, localdate(klok.nu()))
    return [(adres, naam) for taak, adres, naam in TAAKMENU if taak in taken]


def omlijsting(request: HttpRequest) -> dict[str, Any]:
    """The menu of a professional; a resident has none."""
    user = getattr(request, "user", None)
    vast: dict[str, Any] = {"zoekadres": "", "afmeldadres": reverse("uitloggen"), "gebruiker_rol": "", "navigatie": []}
    vast |= {"gebruikersmenu": [], "contactknop": "", "voetlinks": [], "huisstijl": {}, "zoekvraag": ""}
    if not isinstance(user, Account) or user.persoon_id is not None:
        return vast
    menu = [*MENU, *taakpaginas(user)]
    navigatie = [
        {"naam": naam, "url": reverse(adres), "aantal": 0, "actief": request.path == reverse(adres)}
        for adres, naam in menu
    ]
    team = user.team.naam if user.team is not None else ""
    return {
        **vast,
        "zoekadres": reverse("zoeken"),
        "navigatie": navigatie,
        "gebruikersmenu": [{"naam": "Wijzig wachtwoord", "url": reverse("wachtwoord")}],
        "contactknop": contactknop(request),
        "gebruiker_rol": " · ".join(d for d in (user.functie, team) if d),
    }
