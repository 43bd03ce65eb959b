"""With whom something of a dossier is shared, on what basis, and who helps along. Only for the regisseur."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenspel.casus.models import Traject
from samenspel.delen.models import Grondslag, Helpt
from samenspel.delen.perioden import loopt
from samenspel.delen.zicht import zichtbare_items
from samenspel.kern.delen import Kijker
from samenspel.kern.werkwijze.model import AvgGrondslag, Verwerkingsgrondslag, Werkwijze
from samenspel.regie.delen_met import beeindig_grondslag, beeindig_hulp, leg_grondslag_vast, voeg_helper_toe
from samenspel.regie.routes import route, route_van, startbare_versies
from samenspel.regie.verstrekking import partnerrecht
from samenspel.web import klok
from samenspel.web.blik import Blik
from samenspel.web.delentekst import AVG_NAMEN, komt_nog, loopt_op, opsomming, periode, soorten_in_woorden
from samenspel.web.forms.betreft import betreft, namen_van
from samenspel.web.forms.delen import Grondslagformulier, Helperformulier, begin_uit, naam_van
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.toegang import account_van, blik_op, medewerker, vereis_regie


@require_safe
@medewerker
def grondslagen(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """What is shared with whom, now and before, and who helps along."""
    blik = _regieblik(request, casus_id)
    rijen = Grondslag.objects.filter(casus=blik.casus).select_related("partner__team", "beeindigd_door")
    alle = list(rijen.prefetch_related("personen").order_by("-van", "partner__naam"))
    nu = [g for g in alle if loopt_op(g, blik.dag) or komt_nog(g, blik.dag)]
    helpers = Helpt.objects.filter(loopt(blik.dag), casus=blik.casus).select_related("account__team")
    blik.noteer("grondslagen", [casus_id])
    return render(
        request,
        "web/grondslagen.html",
        {
            "casus": blik.casus,
            "terug": reverse("casus", args=[casus_id]),
            "nu": [_regel(blik, g) for g in nu],
            "eerder": [_regel(blik, g) for g in alle if g not in nu],
            "begin": _manieren(blik) if _beslist(blik) else [],
            "beslist": "" if _beslist(blik) else blik.casus.regisseur.naam,
            "helpers": [_helper(h) for h in helpers.prefetch_related("personen").order_by("account__naam")],
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def grondslag_nieuw(request: HttpRequest, casus_id: UUID, werkwijze: str = "", code: str = "") -> HttpResponse:
    """Record a basis to share, from scratch or from one of the werkwijze."""
    blik = _regieblik(request, casus_id)
    if not _beslist(blik):
        return _wie_beslist(request, blik, "grondslag_nieuw")
    voorbeeld = _voorbeeld(blik, werkwijze, code) if code else None
    partij = _partij(blik, werkwijze, voorbeeld)
    blik.noteer("grondslag_nieuw", [casus_id])

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Grondslagformulier)
        delen = form.delen()
        leg_grondslag_vast(casus=blik.casus, delen=delen, account=account_van(request), nu=klok.nu())
        if delen.partner is None:
            messages.success(request, "De grondslag staat vast. U kunt nu het stuk maken.")
        else:
            messages.success(request, f"De grondslag staat vast. Hieronder leest u wat {delen.partner.naam} ziet.")
        return reverse("grondslagen", args=[casus_id])

    return behandel(
        request,
        Formulierpagina(
            titel="Delen met iemand",
            formulier=lambda data, begin: Grondslagformulier(
                data, initial=dict(begin), blik=blik, code=code, partij=partij
            ),
            doe=doe,
            begin=begin_uit(voorbeeld, blik.dag),
            terug=reverse("grondslagen", args=[casus_id]),
            knop="Grondslag vastleggen",
            sjabloon="web/grondslag_formulier.html",
            context={"casus": blik.casus, "voorbeeld": voorbeeld, "partij": partij},
        ),
    )


@require_POST
@medewerker
def grondslag_beeindigen(request: HttpRequest, grondslag_id: UUID) -> HttpResponse:
    """Stop sharing now."""
    rijen = Grondslag.objects.filter(pk=grondslag_id, gemeente_id=account_van(request).gemeente_id)
    grondslag = rijen.select_related("casus", "partner").first()
    if grondslag is None:
        raise Http404
    blik = _regieblik(request, grondslag.casus_id)
    if not _beslist(blik):
        return _wie_beslist(request, blik, "grondslagen")
    beeindig_grondslag(grondslag=grondslag, account=account_van(request), nu=klok.nu())
    messages.success(request, f"Het delen met {grondslag.met_wie} is gestopt.")
    return redirect("grondslagen", grondslag.casus_id)


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def helper_nieuw(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Let a colleague or professional help along."""
    blik = _regieblik(request, casus_id)
    if not _beslist(blik):
        return _wie_beslist(request, blik, "helper_nieuw")
    blik.noteer("helper_nieuw", [casus_id])

    def doe(form: Form, versie: int | None) -> str:
        helper = form.cleaned_data["helper"]
        wie = betreft(form.cleaned_data["personen"], blik.leden)
        voeg_helper_toe(casus=blik.casus, helper=helper, personen=wie, account=account_van(request), nu=klok.nu())
        messages.success(request, f"{helper.naam} helpt nu mee.")
        return reverse("grondslagen", args=[casus_id])

    return behandel(
        request,
        Formulierpagina(
            titel="Iemand laten meehelpen",
            formulier=lambda data, begin: Helperformulier(data, initial=dict(begin), blik=blik),
            doe=doe,
            begin={"personen": list(namen_van(blik.leden))} if len(blik.leden) == 1 else {},
            terug=reverse("grondslagen", args=[casus_id]),
            knop="Laten meehelpen",
            context={"uitleg": blik.casus.huishouden.naam},
        ),
    )


@require_POST
@medewerker
def helper_beeindigen(request: HttpRequest, helpt_id: UUID) -> HttpResponse:
    """From today on somebody no longer helps along."""
    rijen = Helpt.objects.filter(pk=helpt_id, gemeente_id=account_van(request).gemeente_id)
    helpt = rijen.select_related("casus", "account").first()
    if helpt is None:
        raise Http404
    blik = _regieblik(request, helpt.casus_id)
    if not _beslist(blik):
        return _wie_beslist(request, blik, "grondslagen")
    beeindig_hulp(helpt=helpt, account=account_van(request), nu=klok.nu())
    messages.success(request, f"{helpt.account.naam} helpt niet meer mee.")
    return redirect("grondslagen", helpt.casus_id)


def _regieblik(request: HttpRequest, casus_id: UUID) -> Blik:
    blik = blik_op(request, casus_id)
    vereis_regie(blik, "grondslagen")
    return blik


def _beslist(blik: Blik) -> bool:
    """Whether this one decides with whom is shared: the regisseur, and not who stands in (ADR 0013)."""
    return blik.casus.regisseur_id == blik.account.pk


def _wie_beslist(request: HttpRequest, blik: Blik, wat: str) -> HttpResponse:
    """Who stands in reads who can do it, instead of a form that would be refused."""
    blik.noteer(wat, [blik.casus.pk], geweigerd=True)
    context = {"casus": blik.casus, "beslist": blik.casus.regisseur.naam}
    return render(request, "web/delen_beslist.html", context, status=403)


def _regel(blik: Blik, g: Grondslag) -> dict[str, Any]:
    """One basis in words: who sees what about whom, why, on which four parts, how long."""
    return {
        "grondslag": g,
        "partner": g.met_wie,
        "wie": naam_van(g.partner) if g.partner is not None else g.partij,
        "ziet": opsomming(soorten_in_woorden(g.soorten)),
        "over": opsomming([p.roepnaam for p in g.personen.all()]),
        "periode": periode(g, blik.dag),
        "komt": komt_nog(g, blik.dag),
        "stukken": _aantal(blik, g) if g.partner is not None else None,
        "delen": [
            ("Waarom het mag", AVG_NAMEN[AvgGrondslag(g.avg_6)]),
            ("Bijzondere gegevens", g.uitzondering_9_10),
            ("Geheimhouding", g.geheim),
            ("Convenant of afspraak", g.convenant),
        ],
    }


def _helper(h: Helpt) -> dict[str, Any]:
    wie = opsomming([p.voornaam for p in h.personen.all()])
    return {"helpt": h, "naam": naam_van(h.account), "wie": wie}


def _aantal(blik: Blik, g: Grondslag) -> int:
    """How many items this basis alone lets the partner read today."""
    kijker = Kijker(account=str(g.partner_id), gemeente=str(g.gemeente_id), rechten=(partnerrecht(g),))
    return zichtbare_items(kijker, blik.nu).filter(casus=blik.casus).count()


def _manieren(blik: Blik) -> list[dict[str, str]]:
    """The ways to begin: each basis of the werkwijzen that run here, and from scratch."""
    regels = [
        {
            "naam": g.naam,
            "uitleg": g.doel,
            "knop": "Hiermee beginnen",
            "url": reverse("grondslag_nieuw_uit", args=[blik.casus.pk, w.werkwijze, g.grondslag]),
        }
        for w in _werkwijzen(blik)
        for g in w.grondslagen
    ]
    zelf = {"naam": "Iets anders delen", "uitleg": "U vult alle vier de delen zelf in.", "knop": "Zelf invullen"}
    return [*regels, {**zelf, "url": reverse("grondslag_nieuw", args=[blik.casus.pk])}]


def _werkwijzen(blik: Blik) -> Iterator[Werkwijze]:
    """Those of the trajecten of this casus; without any, those that can be started."""
    trajecten = Traject.objects.filter(casus=blik.casus).select_related("versie").order_by("gestart_op")
    eigen = {t.versie.slug: route_van(t).werkwijze for t in trajecten}
    yield from (
        eigen.values()
        if eigen
        else (route(v.hash).werkwijze for v in startbare_versies(blik.nu, blik.casus.gemeente_id))
    )


def _voorbeeld(blik: Blik, werkwijze: str, code: str) -> Verwerkingsgrondslag:
    for w in _werkwijzen(blik):
        for grondslag in w.grondslagen:
            if (w.werkwijze, grondslag.grondslag) == (werkwijze, code):
                return grondslag
    raise Http404


def _partij(blik: Blik, werkwijze: str, voorbeeld: Verwerkingsgrondslag | None) -> str:
    """Who is meant outside, where a document leaves on this basis; else somebody who looks along is chosen."""
    if voorbeeld is None:
        return ""
    fasen = (f for w in _werkwijzen(blik) if w.werkwijze == werkwijze for f in w.fasen)
    buiten = any(f.verstrekking is not None and f.verstrekking.grondslag == voorbeeld.grondslag for f in fasen)
    return opsomming(voorbeeld.partners) if buiten else ""
