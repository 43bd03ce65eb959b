"""What was agreed about what a resident doesn't agree with, or a colleague told about their agreement."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenspel.regie.reacties import bespreek_reactie
from samenspel.web.forms.gesprekken import Bespreekformulier
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.reacties import reactie_bij
from samenspel.web.toegang import blik_op_item, medewerker, vereis_regie


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def reactie_besproken(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """When it was talked about and what was agreed; who said it reads it beneath their own words."""
    blik, item = blik_op_item(request, item_id)
    vereis_regie(blik, "reactie_besproken")
    reactie = reactie_bij(blik, item.pk)
    if reactie is None:
        raise Http404
    item.casus = blik.casus
    leest = "bij de afspraak" if reactie.collega else "in Mijn plan"
    blik.noteer("reactie_besproken", [item.pk])

    def doe(form: Form, versie: int | None) -> str:
        g = form.cleaned_data
        bespreek_reactie(reactie=item, op=g["op"], afspraak=g["afspraak"], account=blik.account, nu=blik.nu)
        messages.success(request, f"{reactie.wie} leest {leest} wat is afgesproken.")
        return reverse("casus", args=[blik.casus.pk])

    return behandel(
        request,
        Formulierpagina(
            titel="Wat u besprak",
            formulier=lambda data, begin: Bespreekformulier(
                data, initial=dict(begin), vandaag=blik.dag, collega=reactie.collega
            ),
            doe=doe,
            begin={"op": blik.dag},
            terug=reverse("casus", args=[blik.casus.pk]),
            context={"uitleg": f"{reactie.wie} schreef: ‘{reactie.tekst}’ Die woorden blijven staan."},
        ),
    )
