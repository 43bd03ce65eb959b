"""What is put to use for the plan: adding it, changing it, and ending it with the reason."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from samenspel.delen.models import Item
from samenspel.delen.services import huidige_woorden
from samenspel.plan.models import Doel, Voorziening
from samenspel.regie import voorzieningen
from samenspel.web.blik import Blik
from samenspel.web.forms.betreft import namen_van
from samenspel.web.forms.voorziening import Eindformulier, Voorzieningformulier, ingevuld
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.planregels import doelnamen
from samenspel.web.toegang import blik_op, blik_op_item, medewerker, vereis_regie
from samenspel.web.views.hulp import organisaties_van

FORMULIER = require_http_methods(["GET", "HEAD", "POST"])


@FORMULIER
@medewerker
def voorziening_nieuw(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Put something to use for the plan."""
    blik = blik_op(request, casus_id)
    vereis_regie(blik, "voorziening_nieuw")
    blik.noteer("voorziening_nieuw", [casus_id])
    doelen = doelnamen(blik, Q(status="loopt"))

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Voorzieningformulier)
        voorzieningen.voeg_voorziening_toe(
            casus=blik.casus,
            gegevens=form.waarden,
            woorden=form.woorden,
            betreft=form.over,
            account=blik.account,
            nu=blik.nu,
        )
        messages.success(request, "De voorziening staat in het plan.")
        return _planadres(blik)

    gevraagd = request.GET.get("doel", "")
    begin = {
        "betreft": list(namen_van(blik.leden)),
        "doel": next((naam for naam, doel in doelen.items() if str(doel.pk) == gevraagd), ""),
    }
    return _formulier(request, blik, titel="Voorziening toevoegen", doe=doe, doelen=doelen, begin=begin)


@FORMULIER
@medewerker
def voorziening(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """What is known of it, to change."""
    blik, item, rij = _voorziening(request, item_id, "voorziening")
    doelen = doelnamen(blik, Q(status="loopt") | Q(pk=rij.doel_id))
    personen = [*blik.leden, *(p for p in item.betreft.all() if p not in blik.leden)]

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Voorzieningformulier)
        voorzieningen.wijzig_voorziening(
            voorziening=rij,
            gegevens=form.waarden,
            woorden=form.woorden,
            betreft=form.over,
            account=blik.account,
            versie=versie or item.versie,
            nu=blik.nu,
        )
        messages.success(request, "De voorziening is bijgewerkt.")
        return _planadres(blik)

    def huidig() -> dict[str, Any]:
        vers = Voorziening.objects.select_related("item", "organisatie").get(pk=rij.pk)
        return ingevuld(vers, huidige_woorden(vers.item), personen, doelen)

    return _formulier(
        request,
        blik,
        titel="Voorziening bijwerken",
        doe=doe,
        doelen=doelen,
        begin=huidig(),
        versie=item.versie,
        huidig=huidig,
        personen=personen,
    )


@FORMULIER
@medewerker
def voorziening_beeindigen(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """It is put to use no more."""
    blik, item, rij = _voorziening(request, item_id, "voorziening_beeindigen")

    def doe(form: Form, versie: int | None) -> str:
        g = form.cleaned_data
        voorzieningen.beeindig_voorziening(
            voorziening=rij,
            op=g["op"],
            waarom=g["waarom"],
            account=blik.account,
            versie=versie or item.versie,
            nu=blik.nu,
        )
        messages.success(request, "De voorziening is beëindigd.")
        return _planadres(blik)

    def huidig() -> dict[str, str]:
        return {"waarom": huidige_woorden(item).get("waarom", "")}

    return behandel(
        request,
        Formulierpagina(
            titel=f"Beëindigen: {huidige_woorden(item).get('wat', 'voorziening')}",
            formulier=lambda data, begin: Eindformulier(data, begin=begin, van=rij.van),
            doe=doe,
            terug=_planadres(blik),
            begin={"op": localdate(blik.nu)},
            versie=item.versie,
            huidig=huidig,
            knop="Beëindigen",
            sjabloon="web/formulier_intrekbaar.html",
            context={"casus": blik.casus},
        ),
    )


def _voorziening(request: HttpRequest, item_id: UUID, wat: str) -> tuple[Blik, Item, Voorziening]:
    blik, item = blik_op_item(request, item_id)
    vereis_regie(blik, wat)
    rij = Voorziening.objects.filter(pk=item.pk).select_related("item", "organisatie").first()
    if rij is None:
        raise Http404
    rij.item.casus = blik.casus
    blik.noteer(wat, [item.pk])
    return blik, item, rij


def _formulier(
    request: HttpRequest,
    blik: Blik,
    *,
    titel: str,
    doe: Any,
    doelen: dict[str, Doel],
    begin: dict[str, Any],
    versie: int | None = None,
    huidig: Any = dict,
    personen: Any = None,
) -> HttpResponse:
    organisaties = organisaties_van(blik)
    return behandel(
        request,
        Formulierpagina(
            titel=titel,
            formulier=lambda data, eerst: Voorzieningformulier(
                data, begin=eerst, personen=personen or blik.leden, organisaties=organisaties, doelen=doelen
            ),
            doe=doe,
            terug=_planadres(blik),
            begin=begin,
            versie=versie,
            huidig=huidig,
            sjabloon="web/formulier_intrekbaar.html",
            context={"casus": blik.casus},
        ),
    )


def _planadres(blik: Blik) -> str:
    return reverse("plan", args=[blik.casus.pk])
