"""The resident adds their own words about a part of their life."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenspel.inwoner.forms import Leefgebiedformulier
from samenspel.inwoner.toegang import inwoner, mijn_blik, persoon_van
from samenspel.inwoner.woorden import gebied_regels
from samenspel.regie.begin import leg_leefgebied_vast
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.leefgebiedblik import uitvraag


@require_http_methods(["GET", "HEAD", "POST"])
@inwoner
def mijn_leefgebied(request: HttpRequest, casus_id: UUID, leefgebied: str) -> HttpResponse:
    """What the resident wants, can and needs in one life domain; what stood there stays."""
    blik = mijn_blik(request, casus_id)
    gebied = uitvraag(blik).gebied(leefgebied)
    if gebied is None:
        raise Http404
    blik.noteer("mijn_leefgebied", [g.item for g in gebied.gezegd])

    def doe(form: Form, versie: int | None) -> str:
        leg_leefgebied_vast(
            casus=blik.casus,
            leefgebied=leefgebied,
            woorden=dict(form.cleaned_data),
            betreft=[persoon_van(request)],
            account=blik.account,
            nu=blik.nu,
        )
        messages.success(request, "Uw woorden staan in het plan, precies zoals u ze schreef.")
        return reverse("mijn_plan_van", args=[casus_id]) + "#leven"

    return behandel(
        request,
        Formulierpagina(
            titel=gebied.naam,
            formulier=lambda data, begin: Leefgebiedformulier(data, initial=dict(begin)),
            doe=doe,
            terug=reverse("mijn_plan_van", args=[casus_id]) + "#leven",
            sjabloon="inwoner/leefgebied.html",
            conflictsjabloon="inwoner/conflict.html",
            context={
                "uitleg": "Schrijf zoals u praat. Iets leeg laten mag.",
                "gebied": gebied_regels(gebied, blik.reacties),
            },
        ),
    )
