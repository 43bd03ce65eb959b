"""Asking somebody of the shell to join one meeting, and taking that back."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenspel.organisatie.models import Account
from samenspel.overleg.models import Genodigde
from samenspel.overleg.selectors import genodigden
from samenspel.regie.genodigden import meld_af, vraag_erbij
from samenspel.web.collegakeuze import Collegakeuze
from samenspel.web.forms.overleg import Erbijformulier
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.puntblik import blik_op_punt, punt_van
from samenspel.web.tekst import wanneer
from samenspel.web.toegang import blik_op_item, medewerker

FORMULIER = require_http_methods(["GET", "HEAD", "POST"])


@FORMULIER
@medewerker
def erbij_vragen(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Ask a colleague to join this meeting, with why."""
    blik, punt = blik_op_punt(request, item_id)
    er_al = [blik.account.pk, *genodigden(punt).values_list("account", flat=True)]
    keuze = Collegakeuze(blik.account, zonder=er_al)

    def doe(form: Form, versie: int | None) -> str:
        wie = form.cleaned_data["wie"]
        assert isinstance(wie, Account)
        vraag_erbij(punt=punt, wie=wie, waarom=form.cleaned_data["waarom"], account=blik.account, nu=blik.nu)
        messages.success(request, f"{wie.naam} ziet het overleg in de agenda en leest de stukken mee.")
        return reverse("agendapunt", args=[punt.pk])

    blik.noteer("agendapunt", [punt.pk])
    return behandel(
        request,
        Formulierpagina(
            titel="Iemand erbij vragen",
            formulier=lambda data, eerst: Erbijformulier(data, begin=eerst, keuze=keuze),
            doe=doe,
            terug=reverse("agendapunt", args=[punt.pk]),
            knop="Erbij vragen",
            sjabloon="web/overleg_formulier.html",
            context={
                "casus": blik.casus,
                "traject": punt.traject,
                "uitleg": f"{punt.tafel.naam}, {wanneer(punt.op, blik.dag)}. Deze collega leest rond dit overleg mee.",
            },
        ),
    )


@FORMULIER
@medewerker
def genodigde_afmelden(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Who was asked doesn't come after all."""
    blik, item = blik_op_item(request, item_id)
    rij = Genodigde.objects.filter(pk=item.pk, weg_op__isnull=True).select_related("account", "item").first()
    if rij is None:
        raise Http404
    genodigde = rij
    genodigde.agendapunt = punt_van(blik, genodigde.agendapunt_id)
    terug = reverse("agendapunt", args=[genodigde.agendapunt_id])

    def doe(form: Form, versie: int | None) -> str:
        meld_af(genodigde=genodigde, account=blik.account, nu=blik.nu)
        messages.success(request, f"{genodigde.account.naam} leest niet meer mee.")
        return terug

    blik.noteer("agendapunt", [genodigde.agendapunt_id])
    return behandel(
        request,
        Formulierpagina(
            titel=f"{genodigde.account.naam} afmelden",
            formulier=lambda data, eerst: Form(data),
            doe=doe,
            terug=terug,
            knop="Afmelden",
            sjabloon="web/overleg_formulier.html",
            context={
                "casus": blik.casus,
                "traject": genodigde.agendapunt.traject,
                "uitleg": "Daarna leest deze collega niet meer mee.",
            },
        ),
    )
