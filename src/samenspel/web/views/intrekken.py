"""Withdrawing what was written down by mistake, and putting it back."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from samenspel.delen.models import Item
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.regie.intrekken import intrekbaar, trek_in, zet_terug
from samenspel.web.blik import Blik
from samenspel.web.ingetrokken import omschrijvingen
from samenspel.web.redenpagina import Redenpagina, met_reden, zonder_vragen
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
    wat = omschrijvingen(blik, [item])[item.pk]
    pagina = Redenpagina(
        titel="Intrekken",
        knop="Intrekken",
        doe=lambda reden, versie: trek_in(
            item=item, reden=reden, account=blik.account, versie=versie or item.versie, nu=blik.nu
        ),
        gezegd="Dit is ingetrokken. U kunt het terugzetten onder aan de pagina.",
        terug=_lijst(item),
        uitleg=f"‘{wat}’ staat daarna nergens meer. Alleen u kunt het nog terugzetten." if wat else "",
        versie=item.versie,
    )
    return met_reden(request, pagina)


@require_POST
@medewerker
def item_terugzetten(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Put back what was withdrawn."""
    blik, item = _intrekbaar(request, item_id, "item_terugzetten")
    blik.noteer("item_terugzetten", [item.pk])
    return zonder_vragen(
        request,
        lambda: zet_terug(item=item, account=blik.account, nu=blik.nu),
        gezegd="Dit staat er weer.",
        naar=_lijst(item),
    )


def _intrekbaar(request: HttpRequest, item_id: UUID, wat: str) -> tuple[Blik, Item]:
    blik, item = blik_op_item(request, item_id)
    vereis_regie(blik, wat)
    if not intrekbaar(item):
        raise Http404
    item.casus = blik.casus
    return blik, item


def _lijst(item: Item) -> str:
    return reverse(PAGINA[item.soort], args=[item.casus_id])
