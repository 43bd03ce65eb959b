"""Withdrawing what was written down by mistake, and putting it back."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from samenspel.delen.models import Item
from samenspel.kern.stand import Geweigerd
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.regie.intrekken import intrekbaar, trek_in, zet_terug
from samenspel.web.blik import Blik
from samenspel.web.forms.netwerk import Intrekformulier
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.ingetrokken import omschrijvingen
from samenspel.web.toegang import blik_op_item, medewerker, vereis_regie

PAGINA = {
    Gegevenssoort.NETWERK.value: "netwerk",
    Gegevenssoort.HULP.value: "hulp",
    Gegevenssoort.LOKETZAKEN.value: "hulp",
    Gegevenssoort.PLAN.value: "plan",
}
"""Per kind the page with its list."""


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def item_intrekken(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Withdraw it, with the reason."""
    blik, item = _intrekbaar(request, item_id, "item_intrekken")
    blik.noteer("item_intrekken", [item.pk])

    def doe(form: Form, versie: int | None) -> str:
        reden = form.cleaned_data["reden"]
        trek_in(item=item, reden=reden, account=blik.account, versie=versie or item.versie, nu=blik.nu)
        messages.success(request, "Dit is ingetrokken. U kunt het terugzetten onder aan de pagina.")
        return _lijst(item)

    wat = omschrijvingen(blik, [item])[item.pk]
    return behandel(
        request,
        Formulierpagina(
            titel="Intrekken",
            formulier=lambda data, begin: Intrekformulier(data, initial=dict(begin)),
            doe=doe,
            terug=_lijst(item),
            versie=item.versie,
            knop="Intrekken",
            context={"uitleg": f"‘{wat}’ staat daarna nergens meer. Alleen u kunt het nog terugzetten." if wat else ""},
        ),
    )


@require_POST
@medewerker
def item_terugzetten(request: HttpRequest, item_id: UUID) -> HttpResponseBase:
    """Put back what was withdrawn."""
    blik, item = _intrekbaar(request, item_id, "item_terugzetten")
    try:
        zet_terug(item=item, account=blik.account, nu=blik.nu)
        messages.success(request, "Dit staat er weer.")
    except Geweigerd as nee:
        messages.error(request, str(nee))
    blik.noteer("item_terugzetten", [item.pk])
    return redirect(_lijst(item))


def _intrekbaar(request: HttpRequest, item_id: UUID, wat: str) -> tuple[Blik, Item]:
    blik, item = blik_op_item(request, item_id)
    vereis_regie(blik, wat)
    if not intrekbaar(item):
        raise Http404
    item.casus = blik.casus
    return blik, item


def _lijst(item: Item) -> str:
    return reverse(PAGINA[item.soort], args=[item.casus_id])
