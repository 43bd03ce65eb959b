"""The logboek of a casus: to read and search, to write in, to put a line right."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from samenspel.casus.models import Logboekregel
from samenspel.delen.models import Woorden
from samenspel.delen.services import huidige_woorden
from samenspel.regie.logboek import (
    schrijf_in_logboek,
    trek_regel_in,
    weigering_regel,
    werk_regel_bij,
    zet_regel_terug,
)
from samenspel.web.blik import Blik
from samenspel.web.forms.logboek import Logboekformulier, Regelformulier
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.ingetrokken import uit_logboek
from samenspel.web.logboekpagina import FILTERNAMEN, regels
from samenspel.web.mijn_trajecten import mijn_trajecten, zichtbare_leden
from samenspel.web.redenpagina import Redenpagina, met_reden, zonder_vragen
from samenspel.web.toegang import blik_op, blik_op_item, medewerker, vereis_regie

FORMULIER = require_http_methods(["GET", "HEAD", "POST"])
MAX_ZOEKTEKST = 100


@FORMULIER
@medewerker
def logboek(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Lines and contacts by day. What is sought is posted, so that it stands in no address."""
    blik = blik_op(request, casus_id)
    soort = request.GET.get("soort", "") if request.GET.get("soort") in FILTERNAMEN else ""
    gezocht = request.POST.get("q", "").strip()[:MAX_ZOEKTEKST]
    alle = regels(blik)
    getoond = [r for r in alle if r.past(soort, gezocht)]
    blik.noteer("logboek", [casus_id, *(r.item for r in getoond)])
    return render(
        request,
        "web/logboek.html",
        {
            "casus": blik.casus,
            "regels": getoond,
            "ingetrokken": uit_logboek(blik),
            "gezocht": gezocht,
            "mag_schrijven": bool(mijn_trajecten(blik)),
            "filters": [
                {
                    "naam": naam,
                    "url": f"?soort={code}" if code else "?",
                    "aantal": sum(1 for r in alle if r.past(code, "")),
                    "actief": code == soort,
                }
                for code, naam in {"": "Alles", **FILTERNAMEN}.items()
            ],
        },
    )


@FORMULIER
@medewerker
def logboek_schrijven(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """A line on a day, by who works in a traject."""
    blik = blik_op(request, casus_id)
    trajecten = mijn_trajecten(blik)
    if not trajecten:
        blik.noteer("logboek_schrijven", geweigerd=True)
        raise PermissionDenied
    personen = zichtbare_leden(blik)
    blik.noteer("logboek_schrijven", [casus_id])

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Logboekformulier)
        g = form.cleaned_data
        schrijf_in_logboek(
            traject=form.traject,
            soort=g["soort"],
            op=g["op"],
            tekst=g["tekst"],
            betreft=g.get("betreft", ()),
            account=blik.account,
            nu=blik.nu,
        )
        messages.success(request, "Het staat in het logboek.")
        return _adres(blik)

    over = set(trajecten[0].betreft.values_list("pk", flat=True))
    begin = {
        "op": blik.dag,
        "traject": str(trajecten[0].pk),
        "betreft": [str(p.pk) for p in personen if p.pk in over],
    }
    return behandel(
        request,
        Formulierpagina(
            titel="In het logboek schrijven",
            formulier=lambda data, eerst: Logboekformulier(
                data, begin=eerst, trajecten=trajecten, personen=personen, vandaag=blik.dag
            ),
            doe=doe,
            terug=_adres(blik),
            begin=begin,
            context={"uitleg": blik.casus.huishouden.naam},
        ),
    )


@FORMULIER
@medewerker
def logboekregel(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Put the words of a line right; earlier ones stay readable."""
    blik, rij = _te_wijzigen(request, item_id, "logboekregel")

    def doe(form: Form, versie: int | None) -> str:
        tekst = form.cleaned_data["tekst"]
        werk_regel_bij(regel=rij, tekst=tekst, account=blik.account, versie=versie or 0, nu=blik.nu)
        messages.success(request, "Het logboek is bijgewerkt.")
        return _adres(blik)

    return behandel(
        request,
        Formulierpagina(
            titel="Logboek bijwerken",
            formulier=lambda data, begin: Regelformulier(data, begin=begin),
            doe=doe,
            terug=_adres(blik),
            begin=huidige_woorden(rij.item),
            versie=rij.item.versie,
            huidig=lambda: huidige_woorden(rij.item),
            sjabloon="web/logboekregel.html",
            context={
                "uitleg": "Wat er eerder stond, blijft te lezen.",
                "eerder": _eerder(blik, rij),
                "intrekken": reverse("logboekregel_intrekken", args=[rij.pk]),
            },
        ),
    )


@FORMULIER
@medewerker
def logboekregel_intrekken(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Withdraw a line, with the reason."""
    blik, rij = _te_wijzigen(request, item_id, "logboekregel_intrekken")
    pagina = Redenpagina(
        titel="Regel van het logboek intrekken",
        knop="Intrekken",
        doe=lambda reden, versie: trek_regel_in(
            regel=rij, reden=reden, account=blik.account, versie=versie, nu=blik.nu
        ),
        gezegd="De regel is ingetrokken.",
        terug=reverse("logboekregel", args=[rij.pk]),
        naar=_adres(blik),
        uitleg="De regel telt dan nergens meer voor mee. Alleen de contactpersoon van het huishouden leest haar nog en"
        " kan haar terugzetten.",
        versie=rij.item.versie,
    )
    return met_reden(request, pagina)


@require_POST
@medewerker
def logboekregel_terugzetten(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Put back a line that was withdrawn."""
    blik, rij = _regel(request, item_id)
    vereis_regie(blik, "logboekregel_terugzetten")
    blik.noteer("logboekregel_terugzetten", [rij.pk])
    return zonder_vragen(
        request,
        lambda: zet_regel_terug(regel=rij, account=blik.account, nu=blik.nu),
        gezegd="De regel staat weer in het logboek.",
        naar=_adres(blik),
    )


def _regel(request: HttpRequest, item_id: UUID) -> tuple[Blik, Logboekregel]:
    blik, item = blik_op_item(request, item_id)
    rij = Logboekregel.objects.filter(pk=item.pk).select_related("item", "traject__versie").first()
    if rij is None:
        raise Http404
    rij.item.casus = rij.traject.casus = blik.casus
    return blik, rij


def _te_wijzigen(request: HttpRequest, item_id: UUID, wat: str) -> tuple[Blik, Logboekregel]:
    blik, rij = _regel(request, item_id)
    if rij.item.ingetrokken_op is None and weigering_regel(rij, blik.account, blik.nu) is not None:
        blik.noteer(wat, [rij.pk], geweigerd=True)
        raise PermissionDenied
    blik.noteer(wat, [rij.pk])
    return blik, rij


def _eerder(blik: Blik, rij: Logboekregel) -> list[dict[str, Any]]:
    versies = Woorden.objects.filter(item_id=rij.pk).select_related("auteur").order_by("-volgnummer")[1:]
    return [
        {
            "wie": blik.naam_van(v.auteur),
            "wanneer": v.vastgelegd_op,
            "gewist": v.inhoud is None,
            "woorden": [{"vraag": "Opgeschreven", "tekst": (v.inhoud or {}).get("tekst", "")}],
        }
        for v in versies
    ]


def _adres(blik: Blik) -> str:
    return reverse("logboek", args=[blik.casus.pk])
