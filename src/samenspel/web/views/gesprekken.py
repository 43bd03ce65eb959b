"""What was said: a contact, somebody's own words, the life domains."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenspel.casus.models import EigenWoorden, Leefgebiedgesprek, Traject
from samenspel.delen.models import Woorden
from samenspel.huishouden.models import Persoon
from samenspel.kennis.models import Contactpersoon
from samenspel.kern.delen import Zicht
from samenspel.kern.stand.handelingen import LegContactVast
from samenspel.kern.werkwijze.model import Leefgebied
from samenspel.regie.begin import leg_leefgebied_vast, leg_woorden_vast
from samenspel.regie.gesprekken import leg_gesprek_vast
from samenspel.regie.opdracht import Opdracht, Verband
from samenspel.regie.routes import route, route_van, startbare_versies
from samenspel.regie.uitvoeren import voer_uit
from samenspel.web.blik import Blik
from samenspel.web.forms.gesprekken import (
    WOORDVRAGEN,
    Contactformulier,
    Gesprekspartners,
    Leefgebiedenformulier,
    Woordenformulier,
    begin_van_contact,
)
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.tekst import dag_kort
from samenspel.web.toegang import blik_op, medewerker, vereis_regie
from samenspel.web.trajectblik import Trajectblik, verder


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def contact(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """A talk or call, in a running traject or, for the regisseur, where none runs."""
    blik = blik_op(request, casus_id)
    trajecten = _mijn_trajecten(blik)
    if not trajecten and not blik.regie:
        blik.noteer("contact_vastleggen", geweigerd=True)
        raise PermissionDenied
    personen = _zichtbare_leden(blik)
    blik.noteer("contact_vastleggen", [casus_id])
    partners = Gesprekspartners(trajecten, personen, _lijst(blik))

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Contactformulier)
        _leg_contact_vast(blik, form)
        messages.success(request, "Het contact is vastgelegd.")
        return verder(blik)

    return behandel(
        request,
        Formulierpagina(
            titel="Contact vastleggen",
            formulier=lambda data, begin: Contactformulier(data, begin=begin, partners=partners, nu=blik.nu),
            doe=doe,
            terug=reverse("casus", args=[casus_id]),
            begin=_begin_van_contact(request, blik, trajecten, personen),
            context={"uitleg": blik.casus.huishouden.naam},
        ),
    )


def _mijn_trajecten(blik: Blik) -> list[Traject]:
    """Running trajecten in which this person holds a rol, the newest first."""
    lopend = (
        Traject.objects.filter(casus=blik.casus, open=True).select_related("versie").order_by("-gestart_op", "naam")
    )
    trajecten = list(lopend)
    for traject in trajecten:
        traject.casus = blik.casus
    return [t for t in trajecten if Trajectblik(blik, t).speler.rollen]


def _zichtbare_leden(blik: Blik) -> list[Persoon]:
    return [p for p in blik.leden if blik.personen[p.pk].personalia is Zicht.GEHEEL]


def _lijst(blik: Blik) -> list[Contactpersoon]:
    geldig = Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=blik.dag)
    rijen = Contactpersoon.objects.filter(geldig, gemeente_id=blik.casus.gemeente_id)
    return list(rijen.select_related("organisatie").order_by("organisatie__naam", "naam"))


def _begin_van_contact(
    request: HttpRequest, blik: Blik, trajecten: list[Traject], personen: list[Persoon]
) -> Mapping[str, Any]:
    gevraagd = request.GET.get("traject", "")
    traject = next((t for t in trajecten if str(t.pk) == gevraagd), trajecten[0] if trajecten else None)
    over = set(traject.betreft.values_list("pk", flat=True)) if traject is not None else {p.pk for p in personen}
    begin = begin_van_contact(blik.nu, [p.pk for p in personen if p.pk in over])
    if traject is not None:
        begin["traject"] = str(traject.pk)
    if contactpersoon := request.GET.get("contactpersoon"):
        begin["met"] = f"c-{contactpersoon}"
    return begin


def _leg_contact_vast(blik: Blik, form: Contactformulier) -> None:
    g, traject, moment = form.cleaned_data, form.traject, form.moment
    verband = Verband(contactpersoon=form.contactpersoon, persoon=form.persoon)
    betreft = g.get("betreft", ())
    assert moment is not None
    if traject is None:
        leg_gesprek_vast(
            casus=blik.casus,
            uitkomst=g["uitkomst"],
            terugbellen_op=g["terugbellen_op"],
            verband=verband,
            woorden=form.woorden,
            betreft=betreft,
            account=blik.account,
            gebeurd_op=moment,
            nu=blik.nu,
        )
        return
    handeling = LegContactVast(g["uitkomst"], g["terugbellen_op"])
    opdracht = Opdracht(handeling, form.woorden, betreft=betreft, gebeurd_op=moment, verband=verband)
    voer_uit(traject=traject, account=blik.account, opdrachten=[opdracht], nu=blik.nu)


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
            titel=f"In de woorden van {persoon.voornaam}",
            formulier=lambda data, begin: Woordenformulier(data, begin=begin, voornaam=persoon.voornaam),
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
    routes = [route_van(t) for t in lopend] or [route(v.hash) for v in startbare_versies(blik.nu)]
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
