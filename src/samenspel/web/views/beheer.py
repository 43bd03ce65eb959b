"""How the municipality is set up: what is there, what is missing, and what was done to it."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from samenspel.kennis.models import Contactpersoon
from samenspel.kennis.selectors import verlopen_in
from samenspel.organisatie.models import Account, Gemeente, Taak, Team
from samenspel.organisatie.wegwijzers import wegwijzers_van
from samenspel.regie.inrichting import Gemis, Gemissoort, gemis_van
from samenspel.regie.routes import startbare_versies
from samenspel.web import klok
from samenspel.web.beheerlogboek import logregels
from samenspel.web.toegang import account_van, met_taak

_DING = str(UUID(int=0))


@dataclass(frozen=True, slots=True)
class Punt:
    """A line of the page: what it says and where it leads (may be empty)."""

    tekst: str
    url: str = ""
    linktekst: str = ""


@require_safe
@met_taak(Taak.BEHEER)
def beheer(request: HttpRequest) -> HttpResponse:
    """What is set up, what is missing, and the way to each part."""
    gemeente, nu = account_van(request).gemeente, klok.nu()
    context = {
        "gemeente": gemeente,
        "mist": [*_gemispunten(gemis_van(gemeente, nu)), *_lijstpunten(gemeente, localdate(nu))],
        "delen": _delen(gemeente),
    }
    return render(request, "web/beheer.html", context)


@require_safe
@met_taak(Taak.BEHEER, Taak.PRIVACY)
def beheerlogboek(request: HttpRequest) -> HttpResponse:
    """Who changed what in the set-up, and when; the newest first."""
    return render(request, "web/beheerlogboek.html", {"regels": logregels(account_van(request).gemeente_id)})


def _delen(gemeente: Gemeente) -> list[dict[str, object]]:
    """The parts of the set-up, with how many there are of each."""
    van_hier = {"gemeente": gemeente}
    accounts = Account.objects.filter(**van_hier, persoon__isnull=True, is_active=True)
    return [
        {
            "naam": "Accounts",
            "url": reverse("accounts"),
            "aantal": accounts.count(),
            "uitleg": "Wie inlogt, en met welke rollen en taken.",
        },
        {
            "naam": "Teams, wijken en tafels",
            "url": reverse("teams"),
            "aantal": Team.objects.filter(**van_hier, tot__isnull=True).count(),
            "uitleg": "Wie waar werkt, en waar een overleg zit.",
        },
        {
            "naam": "Telefoonlijst",
            "url": reverse("contactpersonen"),
            "aantal": Contactpersoon.objects.filter(**van_hier).count(),
            "uitleg": "Organisaties en mensen, met hun mandaat of beslisruimte.",
        },
        {
            "naam": "Hulp en rechten voor inwoners",
            "url": reverse("wegwijzers"),
            "aantal": sum(not w.leeg for w in wegwijzers_van(gemeente.pk).values()),
            "uitleg": "Waar inwoners terechtkunnen voor cliëntondersteuning, een klacht of bezwaar.",
        },
        {
            "naam": "Definities van werkwijzen",
            "url": reverse("definities"),
            "aantal": len(startbare_versies(klok.nu(), gemeente.pk)),
            "uitleg": "Waarmee u een traject kunt beginnen, met hun leefgebieden en budgetten.",
        },
        {
            "naam": "Logboek van beheer",
            "url": reverse("beheerlogboek"),
            "aantal": None,
            "uitleg": "Wie wat veranderde, en wanneer.",
        },
    ]


def _gemispunten(gemist: Iterable[Gemis]) -> Iterator[Punt]:
    """What is missing, as sentences; hundreds of accounts may have no password yet."""
    waar = {soort: _waar(soort) for soort in Gemissoort}
    for gemis in gemist:
        url, linktekst = waar[gemis.soort]
        yield Punt(_zin(gemis), url.replace(_DING, str(gemis.ding)), linktekst)


def _zin(gemis: Gemis) -> str:
    match gemis.soort:
        case Gemissoort.WERKWIJZE:
            return "Er is nog geen werkwijze waarmee u een traject kunt beginnen."
        case Gemissoort.TAFEL:
            return f"Nog geen tafel voor {gemis.naam} ({gemis.werkwijze})."
        case Gemissoort.VOORZITTER:
            return f"Nog geen voorzitter voor {gemis.naam}."
        case Gemissoort.ROL:
            return f"Niemand heeft de rol {gemis.naam} ({gemis.werkwijze})."
        case Gemissoort.WIJK:
            return f"Geen team werkt voor de wijk {gemis.naam}."
        case Gemissoort.WACHTWOORD:
            return f"{gemis.naam} koos nog geen wachtwoord."
        case Gemissoort.TWEEDE_BEHEERDER:
            return "U bent de enige beheerder. Geef ook een collega deze taak."


def _waar(soort: Gemissoort) -> tuple[str, str]:
    """Where it is mended, with `_DING` where the row stands that it is about, and what the link says."""
    match soort:
        case Gemissoort.TAFEL:
            return reverse("tafel_nieuw"), "Tafel toevoegen"
        case Gemissoort.WIJK:
            return reverse("teams"), "Naar de teams"
        case Gemissoort.WACHTWOORD:
            return reverse("inloglink", args=[_DING]), "Inloglink maken"
        case Gemissoort.WERKWIJZE:
            return reverse("definities"), "Laad een werkwijze"
    return reverse("accounts"), "Kies iemand"


def _lijstpunten(gemeente: Gemeente, vandaag: date) -> list[Punt]:
    laatste = vandaag.replace(day=monthrange(vandaag.year, vandaag.month)[1])
    deze_maand = verlopen_in(gemeente.pk, vandaag.replace(day=1), laatste)
    if not deze_maand:
        return []
    wie = (
        "1 contact op de telefoonlijst verloopt"
        if deze_maand == 1
        else f"{deze_maand} contacten op de telefoonlijst verlopen"
    )
    return [Punt(f"{wie} deze maand.", f"{reverse('contactpersonen')}?volgorde=geldig", "Bekijk ze")]
