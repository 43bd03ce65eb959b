"""Learning: sessions about several casussen, lessons for all colleagues, the cluster of a traject afterwards."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import get_default_timezone, localdate
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenspel.delen.services import leg_inzage_vast
from samenspel.delen.zicht import zichtbare_trajecten
from samenspel.kern.stand.handelingen import GeefCluster
from samenspel.leren.models import Les, Reflectiesessie
from samenspel.leren.selectors import lessen_van
from samenspel.leren.services import haal_les_weg, schrijf_les, wijzig_les
from samenspel.regie.leren import leg_sessie_vast, mag_lezen, te_bespreken
from samenspel.regie.opdracht import Opdracht
from samenspel.regie.uitvoeren import voer_uit
from samenspel.web import klok
from samenspel.web.collegakeuze import Collegakeuze
from samenspel.web.forms.leren import Clusterformulier, Lesformulier, Leszoekformulier, Sessieformulier
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.lessenpagina import knelpuntkeuzes, leefgebieden, leefgebieden_van, lesregels
from samenspel.web.toegang import account_van, medewerker, weiger_pagina
from samenspel.web.trajectblik import Trajectblik, verder

FORMULIER = require_http_methods(["GET", "HEAD", "POST"])
MEEST = 100


@FORMULIER
@medewerker
def lessen(request: HttpRequest) -> HttpResponse:
    """Lessons of the municipality, to look through. What is looked for is posted, never in an address."""
    account, nu = account_van(request), klok.nu()
    namen = leefgebieden(account, nu)
    form = Leszoekformulier(
        request.POST if request.method == "POST" else None, leefgebieden=sorted(set(namen.values()))
    )
    vraag = form.cleaned_data if form.is_valid() else {}
    gevonden = lessen_van(
        account.gemeente_id,
        tekst=vraag.get("q", ""),
        leefgebieden=[code for code, naam in namen.items() if naam == vraag.get("leefgebied")],
        wet=vraag.get("wet", ""),
        niveau=vraag.get("niveau", ""),
    )
    sessies = Reflectiesessie.objects.filter(gemeente=account.gemeente_id, deelnemers=account)
    context = {
        "form": form,
        "regels": lesregels(gevonden[:MEEST], account, nu),
        "totaal": gevonden.count(),
        "gezocht": any(vraag.values()),
        "sessies": sessies.order_by("-op")[:12],
        "mag_vastleggen": bool(te_bespreken(account, nu)),
    }
    return render(request, "web/lessen.html", context)


@FORMULIER
@medewerker
def reflectie_nieuw(request: HttpRequest) -> HttpResponse:
    """Record a session about several casussen."""
    account, nu = account_van(request), klok.nu()
    trajecten = te_bespreken(account, nu)
    if not trajecten:
        raise weiger_pagina(request, "taak")
    leg_inzage_vast(
        account=account, wat="reflectie_nieuw", ids=sorted({t.casus_id for t in trajecten}), reden="lijst", nu=nu
    )

    def doe(form: Form, versie: int | None) -> str:
        g = form.cleaned_data
        sessie = leg_sessie_vast(
            account=account,
            trajecten=g["trajecten"],
            deelnemers=[account, *g["deelnemers"]],
            op=_moment(g["op"], nu),
            nu=nu,
        )
        messages.success(request, "De sessie is vastgelegd. Schrijf nu op wat u leerde.")
        return reverse("reflectie", args=[sessie.pk])

    return behandel(
        request,
        Formulierpagina(
            titel="Reflectiesessie vastleggen",
            formulier=lambda data, begin: Sessieformulier(
                data, begin=begin, trajecten=trajecten, keuze=Collegakeuze(account, zonder=[account.pk])
            ),
            doe=doe,
            begin={"op": localdate(nu)},
            terug=reverse("lessen"),
            knop="Vastleggen",
            context={"uitleg": "U leert hier van meer casussen tegelijk. Over een casus besluit u niets."},
        ),
    )


@require_safe
@medewerker
def reflectie(request: HttpRequest, sessie_id: UUID) -> HttpResponse:
    """A session: its lessons, and of its casussen those that this reader may know of."""
    account, nu = account_van(request), klok.nu()
    sessie = _sessie(request, sessie_id)
    bekend = zichtbare_trajecten(account, nu).filter(besproken__sessie=sessie).select_related("casus__huishouden")
    trajecten = list(bekend.order_by("casus__nummer").distinct())
    leg_inzage_vast(account=account, wat="reflectie", ids=sorted({t.casus_id for t in trajecten}), reden="lijst", nu=nu)
    context = {
        "sessie": sessie,
        "deelnemers": sessie.deelnemers.select_related("team").order_by("naam"),
        "trajecten": trajecten,
        "verborgen": sessie.besproken.count() - len(trajecten),
        "regels": lesregels(sessie.lessen.select_related("geschreven_door").order_by("geschreven_op"), account, nu),
    }
    return render(request, "web/reflectie.html", context)


@FORMULIER
@medewerker
def les_nieuw(request: HttpRequest, sessie_id: UUID) -> HttpResponse:
    """Write a lesson of a session down."""
    sessie = _sessie(request, sessie_id)

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Lesformulier)
        schrijf_les(sessie=sessie, gegevens=form.gegevens, door=account_van(request), nu=klok.nu())
        messages.success(request, "De les staat erbij.")
        return reverse("reflectie", args=[sessie.pk])

    return behandel(request, _lespagina(request, sessie, "Les opschrijven", doe))


@FORMULIER
@medewerker
def les(request: HttpRequest, les_id: UUID) -> HttpResponse:
    """Write a lesson anew."""
    rij = _les(request, les_id)

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Lesformulier)
        wijzig_les(les=rij, gegevens=form.gegevens, versie=versie or 0, door=account_van(request), nu=klok.nu())
        messages.success(request, "De les is bijgewerkt.")
        return reverse("reflectie", args=[rij.sessie_id])

    return behandel(request, _lespagina(request, rij.sessie, "Les", doe, rij))


@require_POST
@medewerker
def les_weghalen(request: HttpRequest, les_id: UUID) -> HttpResponse:
    """Take a lesson away, words and all."""
    rij = _les(request, les_id)
    haal_les_weg(rij)
    messages.success(request, "De les is weg.")
    return redirect("reflectie", rij.sessie_id)


@FORMULIER
@medewerker
def cluster(request: HttpRequest, traject_id: UUID) -> HttpResponse:
    """Give a traject its cluster, looking back; what is typical of each stands beside it."""
    hier = Trajectblik.van(request, traject_id)
    lus = hier.route.werkwijze.leerlus
    clusters = lus.clusters if lus is not None else ()
    if not clusters or not hier.mag(GeefCluster(clusters[0].cluster)):
        raise hier.weiger("cluster")
    hier.blik.noteer("cluster", [traject_id])

    def doe(form: Form, versie: int | None) -> str:
        opdracht = Opdracht(GeefCluster(form.cleaned_data["cluster"]))
        voer_uit(traject=hier.traject, account=hier.blik.account, opdrachten=[opdracht], nu=hier.nu)
        messages.success(request, "Het cluster is gekozen.")
        return verder(hier.blik)

    return behandel(
        request,
        Formulierpagina(
            titel="Cluster kiezen",
            formulier=lambda data, begin: Clusterformulier(data, begin=begin, clusters=clusters),
            doe=doe,
            begin={"cluster": hier.traject.cluster},
            terug=reverse("casus", args=[hier.blik.casus.pk]),
            sjabloon="web/cluster.html",
            context={
                "uitleg": "Een label om van te leren. Het zegt niets over wat iemand krijgt.",
                "clusters": clusters,
            },
        ),
    )


def _lespagina(
    request: HttpRequest, sessie: Reflectiesessie, titel: str, doe: Any, rij: Les | None = None
) -> Formulierpagina:
    account, nu = account_van(request), klok.nu()
    keuzes = knelpuntkeuzes(sessie, account, nu)
    gebieden = leefgebieden_van(sessie)
    leg_inzage_vast(
        account=account,
        wat="les",
        ids=sorted({k.item.casus_id for _, k in keuzes.values()}),
        reden="lijst",
        nu=nu,
    )
    return Formulierpagina(
        titel=titel,
        formulier=lambda data, begin: Lesformulier(data, begin=begin, leefgebieden=gebieden, knelpunten=keuzes),
        doe=doe,
        begin=_waarden(rij) if rij is not None else {},
        versie=rij.versie if rij is not None else None,
        huidig=lambda: _waarden(Les.objects.get(pk=rij.pk)) if rij is not None else {},
        terug=reverse("reflectie", args=[sessie.pk]),
    )


def _waarden(rij: Les) -> dict[str, str]:
    return {
        "tekst": rij.tekst,
        "leefgebied": rij.leefgebied,
        "wet": rij.wet,
        "knelpunt": str(rij.knelpunt_id or ""),
    }


def _moment(op: date, nu: datetime) -> datetime:
    """Noon of that day; of today, now."""
    return nu if op == localdate(nu) else datetime.combine(op, time(12), get_default_timezone())


def _sessie(request: HttpRequest, sessie_id: UUID) -> Reflectiesessie:
    """A session of one's own; another municipality's isn't found, a colleague's is refused."""
    account = account_van(request)
    if not Reflectiesessie.objects.filter(pk=sessie_id, gemeente_id=account.gemeente_id).exists():
        raise Http404
    sessie = mag_lezen(account, sessie_id)
    if sessie is None:
        raise weiger_pagina(request, "taak")
    return sessie


def _les(request: HttpRequest, les_id: UUID) -> Les:
    rij = Les.objects.filter(pk=les_id, gemeente_id=account_van(request).gemeente_id).select_related("sessie").first()
    if rij is None:
        raise Http404
    _sessie(request, rij.sessie_id)
    return rij
