"""Who takes part in a goal and who doesn't."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenspel.delen.services import huidige_woorden
from samenspel.plan.deelnames import Deelnemer
from samenspel.plan.models import Deelname, Doel
from samenspel.plan.versies import regels_nu
from samenspel.regie.deelnames import leg_deelname_vast, wijzig_deelname
from samenspel.web.blik import Blik
from samenspel.web.forms.betreft import namen_van
from samenspel.web.forms.deelname import Deelnameformulier, ingevuld
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.netwerkblik import netwerkregels
from samenspel.web.planlijnen import regels
from samenspel.web.toegang import blik_op_item, medewerker, vereis_regie
from samenspel.web.views.hulp import organisaties_van

FORMULIER = require_http_methods(["GET", "HEAD", "POST"])


@FORMULIER
@medewerker
def deelname_nieuw(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Whether somebody takes part in this goal."""
    blik, item = blik_op_item(request, item_id)
    vereis_regie(blik, "deelname_nieuw")
    doel = Doel.objects.filter(pk=item.pk).select_related("item").first()
    if doel is None:
        raise Http404
    doel.item.casus = blik.casus
    blik.noteer("deelname_nieuw", [item.pk])
    vast: Doel = doel
    deelnemers = _deelnemers(blik)

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Deelnameformulier)
        leg_deelname_vast(doel=vast, wie=form.deelnemer, stand=form.deelstand, account=blik.account, nu=blik.nu)
        messages.success(request, "Opgeschreven wie meedoet.")
        return _planadres(blik)

    return behandel(
        request,
        Formulierpagina(
            titel=f"Wie doet mee: {huidige_woorden(item).get('tekst', 'dit doel')}",
            formulier=lambda data, begin: Deelnameformulier(data, begin=begin, deelnemers=deelnemers),
            doe=doe,
            terug=_planadres(blik),
            sjabloon="web/formulier_intrekbaar.html",
            context={"casus": blik.casus},
        ),
    )


@FORMULIER
@medewerker
def deelname(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """It is otherwise now."""
    blik, item = blik_op_item(request, item_id)
    vereis_regie(blik, "deelname")
    rij = Deelname.objects.filter(pk=item.pk).select_related("item", "doel__item").first()
    if rij is None:
        raise Http404
    rij.item.casus = rij.doel.item.casus = blik.casus
    blik.noteer("deelname", [item.pk])
    vaste: Deelname = rij

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Deelnameformulier)
        wijzig_deelname(
            deelname=vaste,
            stand=form.deelstand,
            account=blik.account,
            versie=versie or item.versie,
            nu=blik.nu,
        )
        messages.success(request, "Bijgewerkt wie meedoet.")
        return _planadres(blik)

    def huidig() -> dict[str, str]:
        vers = Deelname.objects.select_related("item").get(pk=vaste.pk)
        return ingevuld(vers, huidige_woorden(vers.item))

    lijnen = regels(blik, (r for r in regels_nu(blik.casus) if r.item == str(item.pk)))
    naam = next((lijn["tekst"] for lijn in lijnen.values()), "deze deelnemer")
    return behandel(
        request,
        Formulierpagina(
            titel=f"Doet {naam} mee?",
            formulier=lambda data, begin: Deelnameformulier(data, begin=begin),
            doe=doe,
            terug=_planadres(blik),
            begin=huidig(),
            versie=item.versie,
            huidig=huidig,
            sjabloon="web/formulier_intrekbaar.html",
            context={"casus": blik.casus},
        ),
    )


def _deelnemers(blik: Blik) -> dict[str, dict[str, tuple[str, Deelnemer]]]:
    """Who may take part: the household, the people around it, organisations of the list."""
    personen = {str(p.pk): p for p in blik.leden}
    namen = namen_van(blik.leden).items()
    return {
        "Huishouden": {f"persoon:{pk}": (naam, Deelnemer(persoon=personen[pk])) for naam, pk in namen},
        "Netwerk": {f"netwerk:{r.item}": (r.naam, Deelnemer(netwerklid=r.lid)) for r in netwerkregels(blik)},
        "Organisaties": {f"organisatie:{o.pk}": (o.naam, Deelnemer(organisatie=o)) for o in organisaties_van(blik)},
    }


def _planadres(blik: Blik) -> str:
    return reverse("plan", args=[blik.casus.pk])
