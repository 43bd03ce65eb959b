"""Accounts of colleagues: who they are, what they may, and the link with which they first log in."""

from functools import partial
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenspel.kern.stand import Geweigerd
from samenspel.organisatie import accounts as services
from samenspel.organisatie import benoemen
from samenspel.organisatie.models import Account, Rolvervulling, Taak, Taakvervulling, Team
from samenspel.overleg.models import Tafel
from samenspel.regie.routes import geldende_versies, route
from samenspel.web import klok
from samenspel.web.beheerpagina import beheerformulier, doe_of_zeg_waarom, van_hier
from samenspel.web.benoemingen import rolregels, taakregels
from samenspel.web.collegakeuze import Keus
from samenspel.web.forms.beheer import Accountformulier, Rolformulier, Taakformulier
from samenspel.web.toegang import account_van, met_taak

FORMULIER = ["GET", "HEAD", "POST"]
PER_BLAD = 50


@require_http_methods(FORMULIER)
@met_taak(Taak.BEHEER)
def accounts(request: HttpRequest) -> HttpResponse:
    """All colleagues; residents' accounts belong to dossiers. What is looked for is posted: no name in an address."""
    gezocht = request.POST.get("q", "").strip()[:100]
    rijen = Account.objects.filter(gemeente_id=account_van(request).gemeente_id, persoon__isnull=True)
    lijst = [
        a
        for a in rijen.select_related("team").order_by("-is_active", "naam")
        if gezocht.casefold() in f"{a.naam} {a.functie} {a.team.naam if a.team is not None else ''}".casefold()
    ]
    # What was looked for stands on one page: an address can't say it again.
    per_blad = max(len(lijst), 1) if gezocht else PER_BLAD
    blad = Paginator(lijst, per_blad).get_page(request.GET.get("blad"))
    return render(request, "web/accounts.html", {"accounts": blad, "gezocht": gezocht})


@require_safe
@met_taak(Taak.BEHEER)
def account(request: HttpRequest, account_id: UUID) -> HttpResponse:
    """One colleague, with the rollen and taken of now and later."""
    wie, dag = _collega(request, account_id), localdate(klok.nu())
    context = {
        "wie": wie,
        "zelf": wie.pk == account_van(request).pk,
        "rollen": rolregels(wie, dag, klok.nu()),
        "taken": taakregels(wie, dag),
        "heeft_wachtwoord": wie.has_usable_password(),
    }
    return render(request, "web/account.html", context)


@require_http_methods(FORMULIER)
@met_taak(Taak.BEHEER)
def account_nieuw(request: HttpRequest) -> HttpResponse:
    """Make a colleague's account; then the inloglink."""
    door = account_van(request)

    def opslaan(form: Accountformulier, versie: int) -> str:
        nieuw = services.neem_aan(
            door=door, gebruikersnaam=form.cleaned_data["gebruikersnaam"], velden=form.velden, nu=klok.nu()
        )
        return reverse("inloglink", args=[nieuw.pk])

    return beheerformulier(
        request,
        titel="Account maken",
        formulier=partial(Accountformulier, door=door, zelf=None),
        opslaan=opslaan,
        naar=reverse("accounts"),
        knop="Account maken",
    )


@require_http_methods(FORMULIER)
@met_taak(Taak.BEHEER)
def account_wijzigen(request: HttpRequest, account_id: UUID) -> HttpResponse:
    """Name, team, function, telephone, who stands in."""
    door, wie = account_van(request), _collega(request, account_id)

    def opslaan(form: Accountformulier, versie: int) -> str:
        services.wijzig_account(door=door, account=wie, velden=form.velden, versie=versie, nu=klok.nu())
        return ""

    return beheerformulier(
        request,
        titel=wie.naam,
        formulier=partial(Accountformulier, door=door, zelf=wie),
        opslaan=opslaan,
        naar=reverse("account", args=[wie.pk]),
        begin=_waarden(wie),
        versie=wie.versie,
        huidig=lambda: _zoals_getoond(Account.objects.select_related("vervanger__team").get(pk=wie.pk)),
    )


@require_POST
@met_taak(Taak.BEHEER)
def account_blokkeren(request: HttpRequest, account_id: UUID) -> HttpResponse:
    """Nobody comes in with this account any more."""
    door, wie = account_van(request), _collega(request, account_id)
    return doe_of_zeg_waarom(
        request,
        lambda: services.blokkeer_account(door=door, account=wie, nu=klok.nu()),
        f"{wie.naam} kan niet meer inloggen.",
        reverse("account", args=[wie.pk]),
    )


@require_POST
@met_taak(Taak.BEHEER)
def account_vrijgeven(request: HttpRequest, account_id: UUID) -> HttpResponse:
    """The account may be used again."""
    door, wie = account_van(request), _collega(request, account_id)
    return doe_of_zeg_waarom(
        request,
        lambda: services.geef_vrij(door=door, account=wie, nu=klok.nu()),
        f"{wie.naam} kan weer inloggen. Maak een inloglink, want het oude wachtwoord is weg.",
        reverse("account", args=[wie.pk]),
    )


@require_http_methods(FORMULIER)
@met_taak(Taak.BEHEER)
def inloglink(request: HttpRequest, account_id: UUID) -> HttpResponse:
    """Make the link with which a colleague chooses a password; it is shown here once."""
    door, wie = account_van(request), _collega(request, account_id)
    link, fout = "", ""
    if request.method == "POST":
        try:
            token = services.maak_inloglink(door=door, account=wie, nu=klok.nu())
            link = request.build_absolute_uri(reverse("welkom", args=[wie.pk, token]))
        except Geweigerd as geweigerd:
            fout = str(geweigerd)
    antwoord = render(
        request, "web/inloglink.html", {"wie": wie, "link": link, "fout": fout}, status=422 if fout else 200
    )
    antwoord["Cache-Control"] = "no-store"
    return antwoord


@require_http_methods(FORMULIER)
@met_taak(Taak.BEHEER)
def rol_geven(request: HttpRequest, account_id: UUID) -> HttpResponse:
    """Give a colleague a rol for a team or at a table."""
    door, wie = account_van(request), _collega(request, account_id)
    hier: dict[str, Any] = {"gemeente_id": door.gemeente_id, "tot__isnull": True}

    def opslaan(form: Rolformulier, versie: int) -> str:
        werkwijze, rol, team, tafel = form.keuze
        g = form.cleaned_data
        benoemen.geef_rol(
            door=door,
            account=wie,
            werkwijze=werkwijze,
            rol=rol,
            team=team,
            tafel=tafel,
            van=g["van"],
            tot=g["tot"],
            nu=klok.nu(),
        )
        return ""

    return beheerformulier(
        request,
        titel=f"Rol geven aan {wie.naam}",
        formulier=partial(
            Rolformulier,
            werkwijzen=[route(v.hash).werkwijze for v in geldende_versies(klok.nu(), door.gemeente_id)],
            teams=Team.objects.filter(**hier),
            tafels=Tafel.objects.filter(**hier),
        ),
        opslaan=opslaan,
        naar=reverse("account", args=[wie.pk]),
        begin={"van": localdate(klok.nu())},
        knop="Rol geven",
    )


@require_POST
@met_taak(Taak.BEHEER)
def rol_beeindigen(request: HttpRequest, rolvervulling_id: UUID) -> HttpResponse:
    """End a rol today."""
    door, rij = account_van(request), van_hier(request, Rolvervulling, rolvervulling_id)
    return doe_of_zeg_waarom(
        request,
        lambda: benoemen.beeindig_rol(door=door, vervulling=rij, tot=localdate(klok.nu()), nu=klok.nu()),
        "De rol is beëindigd.",
        reverse("account", args=[rij.account_id]),
    )


@require_http_methods(FORMULIER)
@met_taak(Taak.BEHEER)
def taak_geven(request: HttpRequest, account_id: UUID) -> HttpResponse:
    """Give a colleague a taak beside the dossiers."""
    door, wie = account_van(request), _collega(request, account_id)

    def opslaan(form: Taakformulier, versie: int) -> str:
        g = form.cleaned_data
        benoemen.geef_taak_door(
            door=door, account=wie, taak=Taak(g["taak"]), team=g["team"], van=g["van"], tot=g["tot"], nu=klok.nu()
        )
        return ""

    return beheerformulier(
        request,
        titel=f"Taak geven aan {wie.naam}",
        formulier=partial(Taakformulier, gemeente_id=door.gemeente_id),
        opslaan=opslaan,
        naar=reverse("account", args=[wie.pk]),
        begin={"van": localdate(klok.nu())},
        knop="Taak geven",
    )


@require_POST
@met_taak(Taak.BEHEER)
def taak_beeindigen(request: HttpRequest, taakvervulling_id: UUID) -> HttpResponse:
    """End a taak today."""
    door, rij = account_van(request), van_hier(request, Taakvervulling, taakvervulling_id)
    return doe_of_zeg_waarom(
        request,
        lambda: benoemen.beeindig_taak(door=door, vervulling=rij, tot=localdate(klok.nu()), nu=klok.nu()),
        "De taak is beëindigd.",
        reverse("account", args=[rij.account_id]),
    )


def _collega(request: HttpRequest, pk: UUID) -> Account:
    rij = van_hier(request, Account, pk)
    if rij.persoon_id is not None:
        raise Http404
    return rij


def _waarden(wie: Account) -> dict[str, str]:
    return {
        "naam": wie.naam,
        "functie": wie.functie,
        "telefoon": wie.telefoon,
        "team": str(wie.team_id or ""),
        "vervanger": str(wie.vervanger_id or ""),
    }


def _zoals_getoond(wie: Account) -> dict[str, str]:
    """As the form posts it: a colleague by name."""
    return _waarden(wie) | {"vervanger": Keus.van(wie.vervanger).label if wie.vervanger is not None else ""}
