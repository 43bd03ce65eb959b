"""How people of a household are tied to each other, and who acts for them."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from samenspel.huishouden.models import Relatie, Vertegenwoordiger
from samenspel.kern.stand import Geweigerd
from samenspel.regie import relaties
from samenspel.web.blik import Blik
from samenspel.web.forms.relaties import (
    Relatieformulier,
    Vertegenwoordigerformulier,
    ingevulde_relatie,
    ingevulde_vertegenwoordiger,
)
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.personenpagina import ooit_lid, personenpagina
from samenspel.web.toegang import blik_op, medewerker, vereis_regie


@require_safe
@medewerker
def personen(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """The people of the household: who they are, how they are tied to each other, who has gezag, who acts for them."""
    blik = blik_op(request, casus_id)
    context = personenpagina(blik)
    blik.noteer("personen", [p.pk for p in blik.leden])
    return render(request, "web/personen.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def relatie_nieuw(request: HttpRequest, casus_id: UUID, persoon_id: UUID) -> HttpResponse:
    """What somebody is to another of the household."""
    blik = blik_op(request, casus_id)
    vereis_regie(blik, "relatie_nieuw")
    lid = next((p for p in blik.leden if p.pk == persoon_id), None)
    if lid is None:
        raise Http404
    anderen = [p for p in ooit_lid(blik) if p.pk != lid.pk]
    if not anderen:
        messages.info(request, "Voeg eerst toe met wie de relatie is.")
    blik.noteer("relatie_nieuw", [persoon_id])

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Relatieformulier)
        if not anderen:
            raise Geweigerd("Voeg eerst toe met wie de relatie is.")
        persoon, ander = (form.ander, lid) if form.omgekeerd else (lid, form.ander)
        if Relatie.objects.filter(persoon=persoon, ander=ander, soort=form.band.soort, tot__isnull=True).exists():
            raise Geweigerd("Deze relatie staat er al.")
        relaties.leg_relatie_vast(
            casus=blik.casus, persoon=persoon, ander=ander, band=form.band, account=blik.account, nu=blik.nu
        )
        messages.success(request, "De relatie is vastgelegd.")
        return _terug(blik)

    return behandel(
        request,
        Formulierpagina(
            titel=f"Relatie van {lid.naam}",
            formulier=lambda data, begin: Relatieformulier(data, begin=begin, wie=lid.roepnaam, anderen=anderen),
            doe=doe,
            terug=_terug(blik),
            context={"uitleg": blik.casus.huishouden.naam},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def relatie(request: HttpRequest, casus_id: UUID, relatie_id: UUID) -> HttpResponse:
    """Change a relation, or say that it is over."""
    blik = blik_op(request, casus_id)
    vereis_regie(blik, "relatie")
    leden = ooit_lid(blik)
    rij = Relatie.objects.filter(Q(persoon__in=leden) & Q(ander__in=leden), pk=relatie_id)
    eigen = rij.select_related("persoon", "ander").first()
    if eigen is None:
        raise Http404
    blik.noteer("relatie", [eigen.pk])

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Relatieformulier)
        if form.omgekeerd:
            raise Geweigerd("Dit keert de relatie om. Zet bij deze relatie een einddag, en leg de goede opnieuw vast.")
        relaties.wijzig_relatie(
            casus=blik.casus, relatie=eigen, band=form.band, versie=versie or 0, account=blik.account, nu=blik.nu
        )
        messages.success(request, "De relatie is bijgewerkt.")
        return _terug(blik)

    return behandel(
        request,
        Formulierpagina(
            titel=f"{eigen.persoon.roepnaam} en {eigen.ander.roepnaam}",
            formulier=lambda data, begin: Relatieformulier(data, begin=begin, wie=eigen.persoon.roepnaam, anderen=()),
            doe=doe,
            terug=_terug(blik),
            begin=ingevulde_relatie(eigen),
            versie=eigen.versie,
            huidig=lambda: ingevulde_relatie(Relatie.objects.get(pk=eigen.pk)),
            context={"uitleg": blik.casus.huishouden.naam},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def vertegenwoordiger_nieuw(request: HttpRequest, casus_id: UUID, persoon_id: UUID) -> HttpResponse:
    """Somebody acts for this person."""
    blik = blik_op(request, casus_id)
    vereis_regie(blik, "vertegenwoordiger_nieuw")
    lid = next((p for p in blik.leden if p.pk == persoon_id), None)
    if lid is None:
        raise Http404
    blik.noteer("vertegenwoordiger_nieuw", [persoon_id])

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Vertegenwoordigerformulier)
        relaties.leg_vertegenwoordiger_vast(
            casus=blik.casus, persoon=lid, wie=form.wie, account=blik.account, nu=blik.nu
        )
        messages.success(request, "Opgeslagen.")
        return _terug(blik)

    return behandel(
        request,
        Formulierpagina(
            titel=f"Bewindvoerder, mentor of curator van {lid.naam}",
            formulier=lambda data, begin: Vertegenwoordigerformulier(data, initial=dict(begin)),
            doe=doe,
            terug=_terug(blik),
            context={"uitleg": blik.casus.huishouden.naam},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def vertegenwoordiger(request: HttpRequest, casus_id: UUID, vertegenwoordiger_id: UUID) -> HttpResponse:
    """Change who acts for somebody, or say that it is over."""
    blik = blik_op(request, casus_id)
    vereis_regie(blik, "vertegenwoordiger")
    rij = Vertegenwoordiger.objects.filter(pk=vertegenwoordiger_id, persoon__in=ooit_lid(blik))
    eigen = rij.select_related("persoon").first()
    if eigen is None:
        raise Http404
    blik.noteer("vertegenwoordiger", [eigen.pk])

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Vertegenwoordigerformulier)
        relaties.wijzig_vertegenwoordiger(
            casus=blik.casus,
            vertegenwoordiger=eigen,
            wie=form.wie,
            versie=versie or 0,
            account=blik.account,
            nu=blik.nu,
        )
        messages.success(request, "Opgeslagen.")
        return _terug(blik)

    return behandel(
        request,
        Formulierpagina(
            titel=f"Vertegenwoordiger van {eigen.persoon.naam}",
            formulier=lambda data, begin: Vertegenwoordigerformulier(data, initial=dict(begin)),
            doe=doe,
            terug=_terug(blik),
            begin=ingevulde_vertegenwoordiger(eigen),
            versie=eigen.versie,
            huidig=lambda: ingevulde_vertegenwoordiger(Vertegenwoordiger.objects.get(pk=eigen.pk)),
            context={"uitleg": blik.casus.huishouden.naam},
        ),
    )


def _terug(blik: Blik) -> str:
    return reverse("personen", args=[blik.casus.pk])
