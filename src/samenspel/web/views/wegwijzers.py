"""Where residents turn to for a cliëntondersteuner, a complaint or an objection, kept by the administrator."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from samenspel.organisatie.models import Taak, Wegwijzersoort
from samenspel.organisatie.wegwijzers import bewaar_wegwijzer, wegwijzers_van
from samenspel.web import klok
from samenspel.web.beheerpagina import beheerformulier
from samenspel.web.forms.wegwijzers import VELDEN, Wegwijzerformulier
from samenspel.web.toegang import account_van, met_taak

NAMEN = {
    Wegwijzersoort.CLIENTONDERSTEUNER: "Onafhankelijke cliëntondersteuner",
    Wegwijzersoort.KLACHT: "Een klacht",
    Wegwijzersoort.BEZWAAR: "Bezwaar",
}


@require_safe
@met_taak(Taak.BEHEER)
def wegwijzers(request: HttpRequest) -> HttpResponse:
    """What residents read under 'Hulp en rechten'."""
    rijen = wegwijzers_van(account_van(request).gemeente_id)
    regels = [{"naam": NAMEN[soort], "rij": rij, "soort": soort.value} for soort, rij in rijen.items()]
    return render(request, "web/wegwijzers.html", {"regels": regels})


@require_http_methods(["GET", "HEAD", "POST"])
@met_taak(Taak.BEHEER)
def wegwijzer(request: HttpRequest, soort: str) -> HttpResponse:
    """One of them."""
    if soort not in {s.value for s in Wegwijzersoort}:
        raise Http404
    door, welke = account_van(request), Wegwijzersoort(soort)

    def opslaan(form: Wegwijzerformulier, versie: int) -> str:
        velden = {veld: form.cleaned_data[veld] for veld in VELDEN}
        bewaar_wegwijzer(door=door, soort=welke, velden=velden, versie=versie, nu=klok.nu())
        messages.success(request, "Inwoners lezen dit nu in Mijn plan, onder Hulp en rechten.")
        return ""

    def staat_er() -> dict[str, str]:
        rij = wegwijzers_van(door.gemeente_id)[welke]
        return {veld: getattr(rij, veld) for veld in VELDEN}

    return beheerformulier(
        request,
        titel=NAMEN[welke],
        formulier=Wegwijzerformulier,
        opslaan=opslaan,
        naar=reverse("wegwijzers"),
        begin=staat_er(),
        versie=wegwijzers_van(door.gemeente_id)[welke].versie or None,
        huidig=staat_er,
        uitleg="Laat alles leeg als u het niet weet. Inwoners lezen dan dat zij het kunnen vragen.",
    )
