"""What was asked at a counter: writing it down, what moved its term, and what was decided."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from samenspel.delen.models import Item
from samenspel.delen.services import huidige_woorden
from samenspel.hulp.models import Loketzaak
from samenspel.kern.wet.termijnen import Zaaksoort
from samenspel.regie import hulpen
from samenspel.web.blik import Blik
from samenspel.web.forms.betreft import namen_van
from samenspel.web.forms.hulp import (
    HERVATTEN,
    STILSTAAN,
    Besluitformulier,
    Ingebrekeformulier,
    Loketformulier,
    Termijnformulier,
    zaak_ingevuld,
)
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.hulpblik import SOORTNAMEN, UITKOMSTNAMEN, WETNAMEN
from samenspel.web.toegang import blik_op, blik_op_item, medewerker, vereis_regie
from samenspel.web.views.hulp import lijst, organisaties_van

FORMULIER = require_http_methods(["GET", "HEAD", "POST"])


@FORMULIER
@medewerker
def loketzaak_nieuw(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """A melding, aanvraag or bezwaar; against a decision that stands here when `tegen` names it."""
    blik = blik_op(request, casus_id)
    vereis_regie(blik, "loketzaak_nieuw")
    blik.noteer("loketzaak_nieuw", [casus_id])
    personen, organisaties = blik.leden, organisaties_van(blik)

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Loketformulier)
        hulpen.voeg_loketzaak_toe(
            casus=blik.casus,
            gegevens=form.waarden,
            woorden=form.woorden,
            betreft=form.over,
            account=blik.account,
            nu=blik.nu,
        )
        messages.success(request, "Opgeschreven. De termijn staat erbij.")
        return lijst(blik)

    return behandel(
        request,
        Formulierpagina(
            titel="Melding, aanvraag of bezwaar",
            formulier=lambda data, begin: Loketformulier(
                data, begin=begin, vandaag=blik.dag, personen=personen, organisaties=organisaties
            ),
            doe=doe,
            terug=lijst(blik),
            begin={"betreft": list(namen_van(personen))} | _bezwaar_tegen(request, blik),
            sjabloon="web/formulier_intrekbaar.html",
            context={"casus": blik.casus},
        ),
    )


@FORMULIER
@medewerker
def loketzaak_wijzigen(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """What is known of it, to change."""
    blik, item, rij = _zaak(request, item_id, "loketzaak_wijzigen")
    personen = [*blik.leden, *(p for p in item.betreft.all() if p not in blik.leden)]
    organisaties = organisaties_van(blik)

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Loketformulier)
        hulpen.wijzig_loketzaak(
            zaak=rij,
            gegevens=form.waarden,
            woorden=form.woorden,
            betreft=form.over,
            account=blik.account,
            versie=versie or item.versie,
            nu=blik.nu,
        )
        messages.success(request, "Bijgewerkt. De termijn is opnieuw berekend.")
        return lijst(blik)

    def huidig() -> dict[str, Any]:
        vers = Loketzaak.objects.select_related("item").get(pk=rij.pk)
        return zaak_ingevuld(vers, huidige_woorden(vers.item), personen)

    return behandel(
        request,
        Formulierpagina(
            titel=f"{SOORTNAMEN[rij.soort]} bijwerken",
            formulier=lambda data, begin: Loketformulier(
                data, begin=begin, vandaag=blik.dag, personen=personen, organisaties=organisaties
            ),
            doe=doe,
            terug=lijst(blik),
            begin=huidig(),
            versie=item.versie,
            huidig=huidig,
            sjabloon="web/formulier_intrekbaar.html",
            context={"casus": blik.casus, "item": item.pk},
        ),
    )


@FORMULIER
@medewerker
def loketzaak_termijn(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """The term stands still, runs on, or was moved by the institution."""
    blik, item, rij = _zaak(request, item_id, "loketzaak_termijn")

    def doe(form: Form, versie: int | None) -> str:
        g = form.cleaned_data
        vast: dict[str, Any] = {
            "zaak": rij,
            "reden": g["reden"],
            "account": blik.account,
            "versie": versie or item.versie,
            "nu": blik.nu,
        }
        if g["wijze"] == STILSTAAN:
            hulpen.schort_op(van=g["dag"], **vast)
        elif g["wijze"] == HERVATTEN:
            hulpen.hervat_termijn(tot=g["dag"], **vast)
        else:
            hulpen.verleng_termijn(nieuw_einde=g["dag"], op=blik.dag, **vast)
        messages.success(request, "De termijn is aangepast.")
        return lijst(blik)

    return behandel(
        request,
        Formulierpagina(
            titel="Termijn aanpassen",
            formulier=lambda data, begin: Termijnformulier(data, initial=dict(begin)),
            doe=doe,
            terug=lijst(blik),
            versie=item.versie,
            sjabloon="web/formulier_intrekbaar.html",
            context={"casus": blik.casus},
        ),
    )


@FORMULIER
@medewerker
def loketzaak_in_gebreke(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """An ingebrekestelling was sent and received, since no decision came in time."""
    blik, item, rij = _zaak(request, item_id, "loketzaak_in_gebreke")

    def doe(form: Form, versie: int | None) -> str:
        op = form.cleaned_data["op"]
        hulpen.stel_in_gebreke(zaak=rij, op=op, account=blik.account, versie=versie or item.versie, nu=blik.nu)
        messages.success(request, "Vastgelegd. Bij de zaak staat vanaf welke dag er een dwangsom kan lopen.")
        return lijst(blik)

    return behandel(
        request,
        Formulierpagina(
            titel="Ingebrekestelling vastleggen",
            formulier=lambda data, begin: Ingebrekeformulier(data, begin=begin, vandaag=blik.dag),
            doe=doe,
            terug=lijst(blik),
            versie=item.versie,
            sjabloon="web/formulier_intrekbaar.html",
            context={"casus": blik.casus},
        ),
    )


@FORMULIER
@medewerker
def loketzaak_besluit(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """What was decided; from then on the term to object runs."""
    blik, item, rij = _zaak(request, item_id, "loketzaak_besluit")

    def doe(form: Form, versie: int | None) -> str:
        g = form.cleaned_data
        hulpen.besluit_loketzaak(
            zaak=rij,
            uitkomst=g["uitkomst"],
            op=g["op"],
            tekst=g["besluit"],
            account=blik.account,
            versie=versie or item.versie,
            nu=blik.nu,
        )
        messages.success(request, "Het besluit is opgeschreven.")
        return lijst(blik)

    def huidig() -> dict[str, str]:
        vers = Loketzaak.objects.select_related("item").get(pk=rij.pk)
        op = vers.besloten_op.isoformat() if vers.besloten_op is not None else ""
        tekst = huidige_woorden(vers.item).get("besluit", "")
        return {"besluit": tekst, "op": op, "uitkomst": UITKOMSTNAMEN.get(vers.uitkomst, "")}

    return behandel(
        request,
        Formulierpagina(
            titel="Besluit opschrijven",
            formulier=lambda data, begin: Besluitformulier(data, begin=begin, vandaag=blik.dag),
            doe=doe,
            terug=lijst(blik),
            begin=huidig(),
            versie=item.versie,
            huidig=huidig,
            sjabloon="web/formulier_intrekbaar.html",
            context={"casus": blik.casus},
        ),
    )


def _zaak(request: HttpRequest, item_id: UUID, wat: str) -> tuple[Blik, Item, Loketzaak]:
    blik, item = blik_op_item(request, item_id)
    vereis_regie(blik, wat)
    rij = Loketzaak.objects.filter(pk=item.pk).select_related("item", "organisatie").first()
    if rij is None:
        raise Http404
    rij.item.casus = blik.casus
    blik.noteer(wat, [item.pk])
    return blik, item, rij


def _bezwaar_tegen(request: HttpRequest, blik: Blik) -> dict[str, Any]:
    """What is known of a bezwaar from the decision that it is against."""
    try:
        sleutel = UUID(request.GET.get("tegen", ""))
    except ValueError:
        return {}
    rij = Loketzaak.objects.filter(pk=sleutel, item__in=blik.zichtbaar, item__casus=blik.casus).first()
    if rij is None or rij.besloten_op is None:
        return {}
    ingevuld = zaak_ingevuld(rij, huidige_woorden(rij.item), blik.leden)
    eigen = {
        "soort": SOORTNAMEN[Zaaksoort.BEZWAAR.value],
        "bestreden_op": rij.besloten_op.isoformat(),
        "ingediend_op": blik.dag,
        "wet": WETNAMEN[rij.wet],
    }
    return ingevuld | eigen
