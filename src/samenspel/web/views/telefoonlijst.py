"""Keeping the telefoonlijst, by the functional administrator."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST

from samenspel.kennis import services
from samenspel.kennis.models import Contactpersoon, Organisatie
from samenspel.kern.stand import Geweigerd
from samenspel.organisatie.models import Account, Taak
from samenspel.web import klok
from samenspel.web.forms.telefoonlijst import (
    Contactformulier,
    Organisatieformulier,
    contactwaarden,
    organisatiewaarden,
)
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.toegang import account_van, met_taak

Opslaan = Callable[[Any, int | None], str]
"""Saves the form over a version and tells what happened."""


@require_http_methods(["GET", "HEAD", "POST"])
@met_taak(Taak.BEHEER)
def organisatie_nieuw(request: HttpRequest) -> HttpResponse:
    """Put an organisation on the list."""

    def doe(form: Organisatieformulier, versie: int | None) -> str:
        g = form.cleaned_data
        nieuw = services.voeg_organisatie_toe(
            door=account_van(request), naam=g["naam"], soort=g["soort"], telefoon=g["telefoon"], nu=klok.nu()
        )
        return f"{nieuw.naam} staat op de lijst. Voeg nu toe wie u daar kunt bellen."

    return behandel(request, _organisatiepagina(request, "Organisatie toevoegen", doe, None))


@require_http_methods(["GET", "HEAD", "POST"])
@met_taak(Taak.BEHEER)
def organisatie_wijzigen(request: HttpRequest, organisatie_id: UUID) -> HttpResponse:
    """Change an organisation."""
    organisatie = _organisatie(account_van(request), organisatie_id)

    def doe(form: Organisatieformulier, versie: int | None) -> str:
        velden = {naam: form.cleaned_data[naam] for naam in ("naam", "soort", "telefoon")}
        services.bewaar_organisatie(
            door=account_van(request), organisatie=organisatie, velden=velden, versie=versie or 0, nu=klok.nu()
        )
        return f"{velden['naam']} is bijgewerkt."

    return behandel(request, _organisatiepagina(request, organisatie.naam, doe, organisatie))


@require_POST
@met_taak(Taak.BEHEER)
def organisatie_verlopen(request: HttpRequest, organisatie_id: UUID) -> HttpResponse:
    """From today nobody of this organisation may decide any more."""
    organisatie = _organisatie(account_van(request), organisatie_id)
    aantal = services.laat_verlopen(
        door=account_van(request), organisatie=organisatie, vandaag=localdate(klok.nu()), nu=klok.nu()
    )
    messages.success(request, f"{organisatie.naam}: {aantal} contact(en) verlopen.")
    return redirect("contactpersonen")


@require_http_methods(["GET", "HEAD", "POST"])
@met_taak(Taak.BEHEER)
def contactpersoon_nieuw(request: HttpRequest) -> HttpResponse:
    """Put somebody to call on the list."""

    def doe(form: Contactformulier, versie: int | None) -> str:
        services.voeg_contactpersoon_toe(
            door=account_van(request), organisatie=_gekozen(form), gegevens=form.gegevens, nu=klok.nu()
        )
        return f"{form.gegevens.naam} staat op de lijst."

    return behandel(request, _contactpagina(request, "Contact toevoegen", doe, None))


@require_http_methods(["GET", "HEAD", "POST"])
@met_taak(Taak.BEHEER)
def contactpersoon_wijzigen(request: HttpRequest, contactpersoon_id: UUID) -> HttpResponse:
    """Change somebody to call, and what that one may decide."""
    contact = _contact(account_van(request), contactpersoon_id)

    def doe(form: Contactformulier, versie: int | None) -> str:
        services.bewaar_contactpersoon(
            door=account_van(request),
            contactpersoon=contact,
            organisatie=_gekozen(form),
            gegevens=form.gegevens,
            versie=versie or 0,
            nu=klok.nu(),
        )
        return f"{form.gegevens.naam} is bijgewerkt."

    return behandel(request, _contactpagina(request, contact.naam, doe, contact))


@require_POST
@met_taak(Taak.BEHEER)
def contactpersoon_verlopen(request: HttpRequest, contactpersoon_id: UUID) -> HttpResponse:
    """From today this one may decide nothing any more."""
    contact = _contact(account_van(request), contactpersoon_id)
    services.laat_verlopen(
        door=account_van(request),
        organisatie=contact.organisatie,
        vandaag=localdate(klok.nu()),
        nu=klok.nu(),
        wie=contact.pk,
    )
    messages.success(request, f"{contact.naam} staat nu als verlopen op de lijst.")
    return redirect("contactpersoon", contact.pk)


def _organisatiepagina(
    request: HttpRequest, titel: str, opslaan: Opslaan, organisatie: Organisatie | None
) -> Formulierpagina:
    account, zelf = account_van(request), organisatie.pk if organisatie is not None else None

    return Formulierpagina(
        titel=titel,
        formulier=lambda data, begin: Organisatieformulier(
            data, begin=begin, gemeente_id=account.gemeente_id, zelf=zelf
        ),
        doe=_en_terug(request, opslaan),
        terug=reverse("contactpersonen"),
        begin=organisatiewaarden(organisatie) if organisatie is not None else {},
        versie=organisatie.versie if organisatie is not None else None,
        huidig=lambda: organisatiewaarden(_organisatie(account, zelf)) if zelf is not None else {},
    )


def _contactpagina(
    request: HttpRequest, titel: str, opslaan: Opslaan, contact: Contactpersoon | None
) -> Formulierpagina:
    account = account_van(request)
    organisaties = list(Organisatie.objects.filter(gemeente_id=account.gemeente_id))
    zelf = contact.pk if contact is not None else None
    begin = contactwaarden(contact) if contact is not None else {"organisatie": request.GET.get("organisatie", "")}
    return Formulierpagina(
        titel=titel,
        formulier=lambda data, begin: Contactformulier(data, begin=begin, organisaties=organisaties, zelf=zelf),
        doe=_en_terug(request, opslaan),
        terug=reverse("contactpersonen"),
        begin=begin,
        versie=contact.versie if contact is not None else None,
        huidig=lambda: contactwaarden(_contact(account, zelf)) if zelf is not None else {},
        sjabloon="web/formulier_in_delen.html",
        context={"uitleg": "Telefoonlijst"},
    )


def _en_terug(request: HttpRequest, opslaan: Opslaan) -> Callable[[Form, int | None], str]:
    def doe(form: Form, versie: int | None) -> str:
        messages.success(request, opslaan(form, versie))
        return reverse("contactpersonen")

    return doe


def _gekozen(form: Contactformulier) -> Organisatie:
    gekozen = form.gekozen
    if gekozen is None:
        raise Geweigerd("Deze organisatie staat niet meer op de lijst.")
    return gekozen


def _organisatie(account: Account, pk: UUID) -> Organisatie:
    rij = Organisatie.objects.filter(pk=pk, gemeente_id=account.gemeente_id).first()
    if rij is None:
        raise Http404
    return rij


def _contact(account: Account, pk: UUID) -> Contactpersoon:
    rij = Contactpersoon.objects.filter(pk=pk, gemeente_id=account.gemeente_id).select_related("organisatie").first()
    if rij is None:
        raise Http404
    return rij
