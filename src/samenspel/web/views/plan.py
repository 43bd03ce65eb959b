"""The one plan: goals, and who does what by when."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenspel.casus.models import Traject
from samenspel.delen.services import huidige_woorden
from samenspel.plan.models import Actie, Doel
from samenspel.regie.plannen import rond_af, spreek_af, stel_doel, weigering_afronden, wijzig_doel
from samenspel.web.blik import Blik
from samenspel.web.collegas import collegas
from samenspel.web.forms.betreft import betreft, eigenaar, eigenaarkeuzes, namen_van
from samenspel.web.forms.plan import Actieformulier, Doelformulier, Doelstandformulier
from samenspel.web.forms.velden import leesbaar
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.netwerkblik import netwerkleden
from samenspel.web.planregels import actieregels, staande
from samenspel.web.toegang import blik_op, blik_op_item, medewerker, vereis_regie

FORMULIER = require_http_methods(["GET", "HEAD", "POST"])


@FORMULIER
@medewerker
def doel_nieuw(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """A goal in the resident's words."""
    blik = blik_op(request, casus_id)
    vereis_regie(blik, "doel_nieuw")

    def doe(form: Form, versie: int | None) -> str:
        g = form.cleaned_data
        over = betreft(g.get("betreft"), blik.leden)
        stel_doel(casus=blik.casus, tekst=g["tekst"], betreft=over, account=blik.account, nu=blik.nu)
        messages.success(request, "Het doel staat in het plan.")
        return _casusadres(blik)

    blik.noteer("doel_nieuw", [casus_id])
    return behandel(
        request,
        Formulierpagina(
            titel="Doel toevoegen",
            formulier=lambda data, begin: Doelformulier(data, begin=begin, personen=blik.leden),
            doe=doe,
            terug=_casusadres(blik),
            begin={"betreft": list(namen_van(blik.leden))},
            sjabloon="web/plan_formulier.html",
            context={"casus": blik.casus},
        ),
    )


@FORMULIER
@medewerker
def doel(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """How far a goal is, with its actions."""
    blik, item = blik_op_item(request, item_id)
    vereis_regie(blik, "doel")
    rij = Doel.objects.filter(pk=item.pk).select_related("item__casus").first()
    if rij is None:
        raise Http404
    rij.item.casus = blik.casus

    def doe(form: Form, versie: int | None) -> str:
        g, over = form.cleaned_data, versie or item.versie
        wijzig_doel(doel=rij, tekst=g["tekst"], status=g["status"], account=blik.account, versie=over, nu=blik.nu)
        messages.success(request, "Het doel is bijgewerkt.")
        return _casusadres(blik)

    def huidig() -> dict[str, str]:
        vers = Doel.objects.get(pk=rij.pk)
        return {"status": leesbaar(vers.status), "tekst": huidige_woorden(vers.item).get("tekst", "")}

    blik.noteer("doel", [item.pk])
    return behandel(
        request,
        Formulierpagina(
            titel="Doel bijwerken",
            formulier=lambda data, begin: Doelstandformulier(data, begin=begin),
            doe=doe,
            terug=_casusadres(blik),
            begin=huidig(),
            versie=item.versie,
            huidig=huidig,
            sjabloon="web/doel.html",
            context={
                "casus": blik.casus,
                "acties": actieregels(blik, [a for a in staande(blik) if a.doel_id == rij.pk]),
                "doel": rij,
            },
        ),
    )


@FORMULIER
@medewerker
def actie_nieuw(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Agree that somebody does something before a day."""
    blik = blik_op(request, casus_id)
    vereis_regie(blik, "actie_nieuw")
    trajecten = list(
        Traject.objects.filter(casus=blik.casus, open=True).select_related("versie").order_by("gestart_op")
    )
    doelen, accounts, netwerk = _doelen(blik), collegas(blik), netwerkleden(blik)

    def doe(form: Form, versie: int | None) -> str:
        g = form.cleaned_data
        traject = next((t for t in trajecten if str(t.pk) == g.get("traject")), None)
        if traject is not None:
            traject.casus = blik.casus
        spreek_af(
            casus=blik.casus,
            traject=traject,
            doel=next((d for d, _ in doelen if str(d.pk) == g.get("doel")), None),
            wat=g["wat"],
            eigenaar=eigenaar(g["wie"], g["wie_anders"], blik.leden, accounts, netwerk),
            voor=g["voor"],
            betreft=betreft(g.get("betreft"), blik.leden),
            account=blik.account,
            nu=blik.nu,
        )
        messages.success(request, "De afspraak staat in het plan.")
        return _casusadres(blik)

    gevraagd = request.GET.get("doel", "")
    begin = {"betreft": list(namen_van(blik.leden)), "traject": str(trajecten[0].pk) if trajecten else ""}
    blik.noteer("actie_nieuw", [casus_id])
    return behandel(
        request,
        Formulierpagina(
            titel="Afspraak of actie toevoegen",
            formulier=lambda data, eerst: Actieformulier(
                data,
                begin=eerst,
                wie=eigenaarkeuzes(blik.leden, accounts, netwerk),
                doelen=[(str(d.pk), tekst) for d, tekst in doelen],
                trajecten=[(str(t.pk), t.naam) for t in trajecten],
                personen=blik.leden,
            ),
            doe=doe,
            terug=_casusadres(blik),
            begin=begin | ({"doel": gevraagd} if any(str(d.pk) == gevraagd for d, _ in doelen) else {}),
            sjabloon="web/plan_formulier.html",
            context={"casus": blik.casus},
        ),
    )


@FORMULIER
@medewerker
def actie_afronden(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Tick an action off."""
    blik, item = blik_op_item(request, item_id)
    rij = Actie.objects.filter(pk=item.pk).select_related("item", "traject__versie", "account", "persoon").first()
    if rij is None:
        raise Http404
    rij.item.casus = blik.casus
    if rij.traject is not None:
        rij.traject.casus = blik.casus
    if rij.gedaan_op is None and weigering_afronden(rij, blik.account, blik.nu) is not None:
        blik.noteer("actie_afronden", [item.pk], geweigerd=True)
        raise PermissionDenied

    def doe(form: Form, versie: int | None) -> str:
        rond_af(actie=rij, account=blik.account, nu=blik.nu)
        messages.success(request, "De actie is afgerond.")
        return _casusadres(blik)

    blik.noteer("actie", [item.pk])
    return behandel(
        request,
        Formulierpagina(
            titel="Actie afronden",
            formulier=lambda data, begin: Form(data),
            doe=doe,
            terug=_casusadres(blik),
            knop="Dit is gedaan",
            sjabloon="web/actie_afronden.html",
            context={"casus": blik.casus, "acties": actieregels(blik, [a for a in staande(blik) if a.pk == rij.pk])},
        ),
    )


def _doelen(blik: Blik) -> list[tuple[Doel, str]]:
    rijen = [d for d in blik.doelen if d.status == "loopt"]
    woorden = blik.woorden([d.pk for d in rijen])
    return [(d, woorden.get(d.pk, {}).get("tekst", "")) for d in rijen]


def _casusadres(blik: Blik) -> str:
    return reverse("casus", args=[blik.casus.pk])
