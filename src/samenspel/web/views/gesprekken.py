"""What was said: somebody's own words, the life domains."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenspel.casus.models import EigenWoorden, Leefgebiedgesprek, Traject
from samenspel.delen.models import Woorden
from samenspel.huishouden.models import Persoon
from samenspel.kern.werkwijze.model import Leefgebied
from samenspel.regie.begin import leg_leefgebied_vast, leg_woorden_vast
from samenspel.regie.routes import route, route_van, startbare_versies
from samenspel.web.blik import Blik
from samenspel.web.forms.gesprekken import (
    WOORDVRAGEN,
    Leefgebiedenformulier,
    Woordenformulier,
)
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.tekst import dag_kort
from samenspel.web.toegang import blik_op, medewerker, vereis_regie


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def eigen_woorden(request: HttpRequest, casus_id: UUID, persoon_id: UUID) -> HttpResponse:
    """What a person wants, can and needs, as they say it; earlier versions stay readable."""
    blik = blik_op(request, casus_id)
    vereis_regie(blik, "eigen_woorden")
    persoon = next((p for p in blik.leden if p.pk == persoon_id), None)
    if persoon is None:
        raise Http404
    rij = _woorden_van(blik, persoon)
    blik.noteer("eigen_woorden", [rij.pk] if rij is not None else [persoon.pk])

    def doe(form: Form, versie: int | None) -> str:
        leg_woorden_vast(
            casus=blik.casus,
            persoon=persoon,
            woorden=form.cleaned_data,
            account=blik.account,
            versie=versie or 0,
            nu=blik.nu,
        )
        messages.success(request, "De woorden zijn bewaard.")
        return reverse("casus", args=[casus_id])

    return behandel(
        request,
        Formulierpagina(
            titel=f"In de woorden van {persoon.roepnaam}",
            formulier=lambda data, begin: Woordenformulier(data, begin=begin, voornaam=persoon.roepnaam),
            doe=doe,
            terug=reverse("casus", args=[casus_id]),
            begin=_huidige_woorden(blik, persoon),
            versie=rij.item.versie if rij is not None else None,
            huidig=lambda: _huidige_woorden(blik, persoon),
            sjabloon="web/eigen_woorden.html",
            context={
                "uitleg": "Schrijf op wat er gezegd wordt, zoals het gezegd wordt. Niemand verandert deze woorden.",
                "eerder": _eerdere_woorden(rij),
            },
        ),
    )


def _woorden_van(blik: Blik, persoon: Persoon) -> EigenWoorden | None:
    rijen = EigenWoorden.objects.filter(item__casus=blik.casus, item__in=blik.items(), persoon=persoon)
    return rijen.select_related("item").first()


def _huidige_woorden(blik: Blik, persoon: Persoon) -> dict[str, str]:
    rij = _woorden_van(blik, persoon)
    huidig = Woorden.objects.filter(item_id=rij.pk).order_by("-volgnummer").first() if rij is not None else None
    inhoud = (huidig.inhoud if huidig is not None else None) or {}
    return {sleutel: inhoud.get(sleutel, "") for sleutel, _, _ in WOORDVRAGEN}


def _eerdere_woorden(rij: EigenWoorden | None) -> list[dict[str, Any]]:
    """Versions before the present one, the newest first; of erased ones only that they were there."""
    if rij is None:
        return []
    vragen = {sleutel: hulp.rstrip("…") for sleutel, _, hulp in WOORDVRAGEN}
    versies = Woorden.objects.filter(item_id=rij.pk).select_related("auteur").order_by("-volgnummer")[1:]
    return [
        {
            "wie": v.auteur.naam,
            "wanneer": v.vastgelegd_op,
            "gewist": v.inhoud is None,
            "woorden": [
                {"vraag": vragen[s], "tekst": t, "van": ""} for s, t in (v.inhoud or {}).items() if s in vragen
            ],
        }
        for v in versies
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def leefgebieden(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """The life domains: when each was last talked about, and what is worth keeping."""
    blik = blik_op(request, casus_id)
    vereis_regie(blik, "leefgebieden")
    gebieden, eerder = _leefgebieden(blik), _eerder_besproken(blik)
    blik.noteer("leefgebieden", [casus_id])

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Leefgebiedenformulier)
        for code, tekst in form.besproken:
            leg_leefgebied_vast(
                casus=blik.casus,
                leefgebied=code,
                tekst=tekst,
                betreft=form.cleaned_data["betreft"],
                account=blik.account,
                nu=blik.nu,
            )
        messages.success(request, "De leefgebieden zijn bijgewerkt.")
        return reverse("casus", args=[casus_id])

    def formulier(data: Any, begin: Mapping[str, Any]) -> Form:
        return Leefgebiedenformulier(data, begin=begin, leefgebieden=gebieden, eerder=eerder, personen=blik.leden)

    return behandel(
        request,
        Formulierpagina(
            titel="Leefgebieden bespreken",
            formulier=formulier,
            doe=doe,
            terug=reverse("casus", args=[casus_id]),
            begin={"betreft": [str(p.pk) for p in blik.leden]},
            sjabloon="web/formulier_in_delen.html",
            context={"uitleg": "Vraag breed, leg vast wat nodig is. U hoeft niet alles in één keer te bespreken."},
        ),
    )


def _leefgebieden(blik: Blik) -> list[Leefgebied]:
    """The domains of the werkwijzen that run here, or of those that could be begun."""
    lopend = Traject.objects.filter(casus=blik.casus, open=True).select_related("versie")
    routes = [route_van(t) for t in lopend] or [
        route(v.hash) for v in startbare_versies(blik.nu, blik.casus.gemeente_id)
    ]
    return list({g.leefgebied: g for weg in reversed(routes) for g in weg.werkwijze.leefgebieden}.values())


def _eerder_besproken(blik: Blik) -> dict[str, tuple[str, str]]:
    """Per domain the day on which it was last talked about, and the last words that may be read."""
    rijen = list(Leefgebiedgesprek.objects.filter(item__in=blik.items()).order_by("op", "item__gemaakt_op"))
    woorden = blik.woorden([r.pk for r in rijen])
    eerder: dict[str, tuple[str, str]] = {}
    for rij in rijen:
        tekst = woorden.get(rij.pk, {}).get("tekst", "") or eerder.get(rij.leefgebied, ("", ""))[1]
        eerder[rij.leefgebied] = (dag_kort(rij.op, blik.dag), tekst)
    return eerder
