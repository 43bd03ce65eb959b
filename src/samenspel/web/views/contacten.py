"""A contact that was recorded: to read, to put right, to withdraw."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenspel.casus.models import Contact
from samenspel.delen.intrekken import REDEN
from samenspel.delen.models import Woorden
from samenspel.delen.services import huidige_woorden
from samenspel.regie.correcties import (
    MetWie,
    trek_gesprek_in,
    weigering_contact_terugzetten,
    weigering_contact_wijzigen,
    werk_gesprek_bij,
    zet_gesprek_terug,
)
from samenspel.web.blik import Blik
from samenspel.web.forms.contact import Bijwerkformulier
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.gebeurtenissen import UITKOMSTNAMEN
from samenspel.web.redenpagina import Redenpagina, met_reden, zonder_vragen
from samenspel.web.tekst import dag_kort
from samenspel.web.toegang import blik_op_item, medewerker, vereis_regie
from samenspel.web.views.contact import Plek

NAMEN = {"gezegd": "Wat er is gezegd", "afgesproken": "Wat er is afgesproken", REDEN: "Waarom ingetrokken"}
BIJWERKEN = (
    "Wat er eerder stond, blijft te lezen. Een stap die al gezet is, blijft gezet; vanaf nu telt wat hier staat."
)
INTREKKEN = (
    "Het telt dan nergens meer voor mee. Alleen de contactpersoon van het huishouden leest het nog. Een stap die erop"
    " werd gezet, blijft gezet. De contactpersoon kan het terugzetten."
)


@require_safe
@medewerker
def contact(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """With whom, when, what was said; earlier versions beneath."""
    blik, rij = _contact(request, item_id)
    blik.noteer("contact", [rij.pk])
    versies = list(Woorden.objects.filter(item_id=rij.pk).select_related("auteur").order_by("-volgnummer"))
    woorden = (versies[0].inhoud if versies else None) or {}
    context = {
        "casus": blik.casus,
        "contact": rij,
        "met": woorden.get("met", ""),
        "moment": localtime(rij.op),
        "woorden": _regels(woorden),
        "afloop": UITKOMSTNAMEN.get(rij.uitkomst, ""),
        "terugbellen": dag_kort(rij.terugbellen_op, blik.dag) if rij.terugbellen_op is not None else "",
        "wie": blik.naam_van(rij.item.eigenaar),
        "mag": weigering_contact_wijzigen(rij, blik.account, blik.nu) is None,
        "mag_terug": weigering_contact_terugzetten(rij, blik.account, blik.nu) is None,
        "eerder": [
            {
                "wie": blik.naam_van(v.auteur),
                "wanneer": v.vastgelegd_op,
                "gewist": v.inhoud is None,
                "woorden": _regels(v.inhoud or {}),
            }
            for v in versies[1:]
        ],
    }
    return render(request, "web/contact.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def contact_bijwerken(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Put right what was said, how it ended, when to call again."""
    blik, rij = _te_wijzigen(request, item_id, "contact_bijwerken")

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Bijwerkformulier)
        g, met = form.cleaned_data, form.partner
        werk_gesprek_bij(
            contact=rij,
            uitkomst=g.get("uitkomst", ""),
            terugbellen_op=g.get("terugbellen_op"),
            gezegd=g["gezegd"],
            afgesproken=g["afgesproken"],
            account=blik.account,
            versie=versie or 0,
            nu=blik.nu,
            met=MetWie(met.naam, met.kant, met.persoon, met.contactpersoon) if met is not None else None,
        )
        messages.success(request, "Het contact is bijgewerkt.")
        return reverse("contact", args=[rij.pk])

    partners, staat = Plek.van(blik).partners, huidige_woorden(rij.item).get("met", "")
    return behandel(
        request,
        Formulierpagina(
            titel="Contact bijwerken",
            formulier=lambda data, begin: Bijwerkformulier(
                data, begin=begin, notitie=not rij.uitkomst, partners=partners, staat=staat
            ),
            doe=doe,
            terug=reverse("contact", args=[rij.pk]),
            begin=_huidig(rij),
            versie=rij.item.versie,
            huidig=lambda: {k: _tekst(v) for k, v in _huidig(Contact.objects.get(pk=rij.pk)).items()},
            sjabloon="web/formulier.html",
            context={"uitleg": BIJWERKEN},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def contact_intrekken(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Withdraw it, with the reason."""
    blik, rij = _te_wijzigen(request, item_id, "contact_intrekken")
    pagina = Redenpagina(
        titel="Contact intrekken",
        knop="Intrekken",
        doe=lambda reden, versie: trek_gesprek_in(
            contact=rij, reden=reden, account=blik.account, versie=versie, nu=blik.nu
        ),
        gezegd="Het contact is ingetrokken.",
        terug=reverse("contact", args=[rij.pk]),
        naar=reverse("casus", args=[blik.casus.pk]),
        uitleg=INTREKKEN,
        versie=rij.item.versie,
    )
    return met_reden(request, pagina)


@require_POST
@medewerker
def contact_terugzetten(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Put back what was withdrawn."""
    blik, rij = _contact(request, item_id)
    vereis_regie(blik, "contact_terugzetten")
    blik.noteer("contact_terugzetten", [rij.pk])
    return zonder_vragen(
        request,
        lambda: zet_gesprek_terug(contact=rij, account=blik.account, nu=blik.nu),
        gezegd="Het contact is teruggezet en telt weer mee.",
        naar=reverse("contact", args=[rij.pk]),
    )


def _contact(request: HttpRequest, item_id: UUID) -> tuple[Blik, Contact]:
    blik, item = blik_op_item(request, item_id)
    rijen = Contact.objects.filter(pk=item.pk).select_related("item__eigenaar", "traject__versie")
    rij = rijen.first()
    if rij is None:
        raise Http404
    rij.item.casus = blik.casus
    if rij.traject is not None:
        rij.traject.casus = blik.casus
    return blik, rij


def _te_wijzigen(request: HttpRequest, item_id: UUID, wat: str) -> tuple[Blik, Contact]:
    blik, rij = _contact(request, item_id)
    if rij.item.ingetrokken_op is None and weigering_contact_wijzigen(rij, blik.account, blik.nu) is not None:
        blik.noteer(wat, [rij.pk], geweigerd=True)
        raise PermissionDenied
    blik.noteer(wat, [rij.pk])
    return blik, rij


def _regels(woorden: dict[str, str]) -> list[dict[str, str]]:
    return [{"vraag": naam, "tekst": woorden[sleutel]} for sleutel, naam in NAMEN.items() if woorden.get(sleutel)]


def _huidig(rij: Contact) -> dict[str, Any]:
    woorden = huidige_woorden(rij.item)
    return {
        "gezegd": woorden.get("gezegd", ""),
        "afgesproken": woorden.get("afgesproken", ""),
        "uitkomst": rij.uitkomst,
        "terugbellen_op": rij.terugbellen_op,
    }


def _tekst(waarde: Any) -> str:
    return date_format(waarde, "d-m-Y") if hasattr(waarde, "isoformat") else str(waarde or "")
