"""What was said: somebody's own words, the life domains."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from samenspel.casus.models import EigenWoorden
from samenspel.delen.models import Woorden
from samenspel.huishouden.models import Persoon
from samenspel.regie.begin import leg_leefgebied_vast, leg_woorden_vast
from samenspel.web.blik import Blik
from samenspel.web.forms.gesprekken import (
    WOORDVRAGEN,
    Leefgebiedformulier,
    Woordenformulier,
)
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.leefgebiedblik import uitvraag
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


@require_safe
@medewerker
def leefgebieden(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """The brede uitvraag: per life domain what people said, and what is still to be talked about."""
    blik = blik_op(request, casus_id)
    vereis_regie(blik, "leefgebieden")
    beeld = uitvraag(blik)
    blik.noteer("leefgebieden", [casus_id, *beeld.items])
    return render(request, "web/leefgebieden.html", {"casus": blik.casus, "blik": blik, "uitvraag": beeld})


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def leefgebied(request: HttpRequest, casus_id: UUID, leefgebied: str) -> HttpResponse:
    """What was said about one life domain, or that nothing is kept of it; earlier talks stay as they are."""
    blik = blik_op(request, casus_id)
    vereis_regie(blik, "leefgebied")
    gebied = uitvraag(blik).gebied(leefgebied)
    if gebied is None:
        raise Http404
    blik.noteer("leefgebied", [casus_id, *(g.item for g in gebied.gezegd)])

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Leefgebiedformulier)
        leg_leefgebied_vast(
            casus=blik.casus,
            leefgebied=leefgebied,
            woorden=form.woorden,
            betreft=form.cleaned_data["betreft"],
            account=blik.account,
            nu=blik.nu,
        )
        messages.success(request, f"{gebied.naam} is besproken.")
        return reverse("leefgebieden", args=[casus_id])

    return behandel(
        request,
        Formulierpagina(
            titel=gebied.naam,
            formulier=lambda data, begin: Leefgebiedformulier(
                data, begin=begin, gebied=gebied.naam, personen=blik.leden
            ),
            doe=doe,
            terug=reverse("leefgebieden", args=[casus_id]),
            begin={"betreft": [str(p.pk) for p in blik.leden] if len(blik.leden) == 1 else []},
            sjabloon="web/leefgebied.html",
            context={
                "uitleg": "Vraag breed, leg vast wat nodig is. Schrijf het op zoals het gezegd wordt.",
                "gebied": gebied,
            },
        ),
    )
