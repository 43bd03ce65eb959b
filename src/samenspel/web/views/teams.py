"""Teams, the neighbourhoods they work for, and the tables."""

from functools import partial
from typing import TypeVar
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenspel.organisatie import teams as services
from samenspel.organisatie.models import Account, Taak, Team, Wijk
from samenspel.overleg import tafels as tafelservices
from samenspel.overleg.models import Tafel
from samenspel.regie.inrichting import voorzitters
from samenspel.regie.routes import geldende_versies, route
from samenspel.web import klok
from samenspel.web.beheerpagina import beheerformulier, doe_of_zeg_waarom, van_hier
from samenspel.web.forms.beheer import Tafelformulier, Teamformulier, Wijkformulier
from samenspel.web.toegang import account_van, met_taak

FORMULIER = ["GET", "HEAD", "POST"]
PER_BLAD = 40
Rij = TypeVar("Rij", Team, Tafel, Wijk)


@require_safe
@met_taak(Taak.BEHEER)
def teams(request: HttpRequest) -> HttpResponse:
    """All teams, neighbourhoods and tables."""
    gemeente = account_van(request).gemeente
    alle = _blad(request, Team.objects.filter(gemeente=gemeente, tot__isnull=True).prefetch_related("wijken"), "teams")
    werkt = Account.objects.filter(gemeente=gemeente, is_active=True, team__isnull=False, persoon__isnull=True)
    mensen = dict(werkt.values("team").annotate(n=Count("pk")).values_list("team", "n"))
    tafels = _blad(request, Tafel.objects.filter(gemeente=gemeente, tot__isnull=True).select_related("wijk"), "tafels")
    leidt = voorzitters(gemeente, list(tafels), klok.nu())
    return render(
        request,
        "web/teams.html",
        {
            "teams": [
                {
                    "team": t,
                    "wijken": ", ".join(w.naam for w in t.wijken.all()) or "alle wijken",
                    "mensen": mensen.get(t.pk, 0),
                }
                for t in alle
            ],
            "wijken": _blad(request, Wijk.objects.filter(gemeente=gemeente), "wijken"),
            "teamblad": alle,
            "tafelblad": tafels,
            "tafels": [{"tafel": t, "voorzitter": ", ".join(leidt.get(t.pk, []))} for t in tafels],
        },
    )


def _blad(request: HttpRequest, rijen: QuerySet[Rij], sleutel: str) -> Page[Rij]:
    """One leaf of a list, by name; `sleutel` says in the address which leaf."""
    return Paginator(rijen.order_by("naam", "pk"), PER_BLAD).get_page(request.GET.get(sleutel))


@require_http_methods(FORMULIER)
@met_taak(Taak.BEHEER)
def team_nieuw(request: HttpRequest) -> HttpResponse:
    """Make a team."""
    door = account_van(request)

    def opslaan(form: Teamformulier, versie: int) -> str:
        g = form.cleaned_data
        services.maak_team(door=door, naam=g["naam"], wijken=list(g["wijken"]), nu=klok.nu())
        return ""

    return beheerformulier(
        request,
        titel="Team toevoegen",
        formulier=partial(Teamformulier, gemeente_id=door.gemeente_id, zelf=None),
        opslaan=opslaan,
        naar=reverse("teams"),
    )


@require_http_methods(FORMULIER)
@met_taak(Taak.BEHEER)
def team_wijzigen(request: HttpRequest, team_id: UUID) -> HttpResponse:
    """Another name, other neighbourhoods."""
    door, team = account_van(request), van_hier(request, Team, team_id)

    def opslaan(form: Teamformulier, versie: int) -> str:
        g = form.cleaned_data
        services.wijzig_team(
            door=door, team=team, naam=g["naam"], wijken=list(g["wijken"]), versie=versie, nu=klok.nu()
        )
        return ""

    return beheerformulier(
        request,
        titel=team.naam,
        formulier=partial(Teamformulier, gemeente_id=door.gemeente_id, zelf=team.pk),
        opslaan=opslaan,
        naar=reverse("teams"),
        begin={"naam": team.naam, "wijken": [str(pk) for pk in team.wijken.values_list("pk", flat=True)]},
        versie=team.versie,
        huidig=lambda: {"naam": Team.objects.get(pk=team.pk).naam},
    )


@require_POST
@met_taak(Taak.BEHEER)
def team_beeindigen(request: HttpRequest, team_id: UUID) -> HttpResponse:
    """End a team that nothing depends on any more."""
    door, team, nu = account_van(request), van_hier(request, Team, team_id), klok.nu()
    return doe_of_zeg_waarom(
        request,
        lambda: services.beeindig_team(door=door, team=team, vandaag=localdate(nu), nu=nu),
        f"{team.naam} is beëindigd.",
        reverse("teams"),
    )


@require_http_methods(FORMULIER)
@met_taak(Taak.BEHEER)
def wijk_nieuw(request: HttpRequest) -> HttpResponse:
    """Add a neighbourhood."""
    door = account_van(request)

    def opslaan(form: Wijkformulier, versie: int) -> str:
        services.maak_wijk(door=door, naam=form.cleaned_data["naam"], nu=klok.nu())
        return ""

    return beheerformulier(
        request,
        titel="Wijk toevoegen",
        formulier=partial(Wijkformulier, gemeente_id=door.gemeente_id, zelf=None),
        opslaan=opslaan,
        naar=reverse("teams"),
    )


@require_http_methods(FORMULIER)
@met_taak(Taak.BEHEER)
def wijk_wijzigen(request: HttpRequest, wijk_id: UUID) -> HttpResponse:
    """Give a neighbourhood another name."""
    door, wijk = account_van(request), van_hier(request, Wijk, wijk_id)

    def opslaan(form: Wijkformulier, versie: int) -> str:
        services.hernoem_wijk(door=door, wijk=wijk, naam=form.cleaned_data["naam"], nu=klok.nu())
        return ""

    return beheerformulier(
        request,
        titel=wijk.naam,
        formulier=partial(Wijkformulier, gemeente_id=door.gemeente_id, zelf=wijk.pk),
        opslaan=opslaan,
        naar=reverse("teams"),
        begin={"naam": wijk.naam},
    )


@require_POST
@met_taak(Taak.BEHEER)
def wijk_verwijderen(request: HttpRequest, wijk_id: UUID) -> HttpResponse:
    """Take away a neighbourhood that nothing belongs to."""
    door, wijk = account_van(request), van_hier(request, Wijk, wijk_id)
    return doe_of_zeg_waarom(
        request,
        lambda: services.verwijder_wijk(door=door, wijk=wijk, nu=klok.nu()),
        f"{wijk.naam} is verwijderd.",
        reverse("teams"),
    )


@require_http_methods(FORMULIER)
@met_taak(Taak.BEHEER)
def tafel_nieuw(request: HttpRequest) -> HttpResponse:
    """Make a table for a meeting of a werkwijze."""
    door = account_van(request)

    def opslaan(form: Tafelformulier, versie: int) -> str:
        werkwijze, overleg = form.gekozen
        tafelservices.maak_tafel(
            door=door,
            naam=form.cleaned_data["naam"],
            werkwijze=werkwijze,
            overleg=overleg,
            wijk=form.cleaned_data["wijk"],
            nu=klok.nu(),
        )
        return ""

    werkwijzen = [route(v.hash).werkwijze for v in geldende_versies(klok.nu(), door.gemeente_id)]
    return beheerformulier(
        request,
        titel="Tafel toevoegen",
        formulier=partial(Tafelformulier, gemeente_id=door.gemeente_id, werkwijzen=werkwijzen, zelf=None),
        opslaan=opslaan,
        naar=reverse("teams"),
    )


@require_http_methods(FORMULIER)
@met_taak(Taak.BEHEER)
def tafel_wijzigen(request: HttpRequest, tafel_id: UUID) -> HttpResponse:
    """Another name or neighbourhood."""
    door, tafel = account_van(request), van_hier(request, Tafel, tafel_id)

    def opslaan(form: Tafelformulier, versie: int) -> str:
        g = form.cleaned_data
        tafelservices.wijzig_tafel(door=door, tafel=tafel, naam=g["naam"], wijk=g["wijk"], versie=versie, nu=klok.nu())
        return ""

    return beheerformulier(
        request,
        titel=tafel.naam,
        formulier=partial(Tafelformulier, gemeente_id=door.gemeente_id, werkwijzen=[], zelf=tafel.pk),
        opslaan=opslaan,
        naar=reverse("teams"),
        begin={"naam": tafel.naam, "wijk": str(tafel.wijk_id or "")},
        versie=tafel.versie,
        huidig=lambda: {"naam": Tafel.objects.get(pk=tafel.pk).naam},
    )


@require_POST
@met_taak(Taak.BEHEER)
def tafel_beeindigen(request: HttpRequest, tafel_id: UUID) -> HttpResponse:
    """End a table that has nothing on its agenda."""
    door, tafel, nu = account_van(request), van_hier(request, Tafel, tafel_id), klok.nu()
    return doe_of_zeg_waarom(
        request,
        lambda: tafelservices.beeindig_tafel(door=door, tafel=tafel, vandaag=localdate(nu), nu=nu),
        f"{tafel.naam} is beëindigd.",
        reverse("teams"),
    )
