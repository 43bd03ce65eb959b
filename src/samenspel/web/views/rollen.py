"""Who takes part in a traject: give a colleague a rol, and end it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenspel.casus.models import Casusrol
from samenspel.kern.stand.handelingen import BeeindigRol, KenRolToe
from samenspel.kern.werkwijze.model import Houder, Rol
from samenspel.regie.opdracht import Opdracht, Verband
from samenspel.regie.uitvoeren import voer_uit
from samenspel.web.collegakeuze import Collegakeuze
from samenspel.web.forms.groepen import Groepsformulier
from samenspel.web.forms.traject import Rolformulier
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.toegang import medewerker
from samenspel.web.trajectblik import Trajectblik

TITEL, SJABLOON = "Wie doet mee", "web/rollen.html"


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def rollen(request: HttpRequest, traject_id: UUID) -> HttpResponse:
    """Who holds which rol here; who may give rollen gives and ends them."""
    hier = Trajectblik.van(request, traject_id)
    te_geven = [r for r in hier.route.werkwijze.rollen if r.houder is Houder.PER_CASUS and not r.regie]
    mag = bool(te_geven) and hier.mag(KenRolToe(te_geven[0].rol, str(hier.blik.account.pk)))
    if request.method == "POST" and not mag:
        raise hier.weiger("rollen")
    hier.blik.noteer("rollen", [traject_id])
    context = {"houders": _houders(hier, te_geven, mag=mag), "uitleg": hier.traject.naam, "te_geven": te_geven}
    if not mag:
        terug = reverse("casus", args=[hier.blik.casus.pk])
        return render(request, SJABLOON, {"titel": TITEL, "terug": terug, "form": None, **context})
    if request.POST.get("beeindig"):
        return behandel(request, _beeindigen(request, hier, context))
    return behandel(request, _geven(request, hier, te_geven, context))


def _houders(hier: Trajectblik, te_geven: list[Rol], *, mag: bool) -> list[dict[str, Any]]:
    """The regisseur in each rol with regie, and who were given a rol in this traject."""
    namen = {r.rol: r.naam for r in te_geven}
    rijen = Casusrol.objects.filter(traject=hier.traject, tot__isnull=True, rol__in=namen)
    regisseur = hier.blik.casus.regisseur.naam
    vast = [{"naam": regisseur, "rol": r.naam, "id": ""} for r in hier.route.werkwijze.rollen if r.regie]
    gegeven = rijen.select_related("account").order_by("rol", "account__naam")
    return vast + [{"naam": r.account.naam, "rol": namen[r.rol], "id": str(r.pk) if mag else ""} for r in gegeven]


def _geven(request: HttpRequest, hier: Trajectblik, te_geven: list[Rol], context: dict[str, Any]) -> Formulierpagina:
    keuze = Collegakeuze(hier.blik.account)

    def doe(form: Form, versie: int | None) -> str:
        rol, wie = form.cleaned_data["rol"], form.cleaned_data["account"]
        opdracht = Opdracht(KenRolToe(rol, str(wie.pk)), verband=Verband(account=wie))
        voer_uit(traject=hier.traject, account=hier.blik.account, opdrachten=[opdracht], nu=hier.nu)
        messages.success(request, f"{wie.naam} doet mee.")
        return request.path

    return Formulierpagina(
        titel=TITEL,
        formulier=lambda data, begin: Rolformulier(data, begin=begin, rollen=te_geven, keuze=keuze),
        doe=doe,
        terug=reverse("casus", args=[hier.blik.casus.pk]),
        begin={"rol": te_geven[0].rol} if len(te_geven) == 1 else {},
        knop="Rol geven",
        sjabloon=SJABLOON,
        context=context,
    )


def _beeindigen(request: HttpRequest, hier: Trajectblik, context: dict[str, Any]) -> Formulierpagina:
    rijen = Casusrol.objects.filter(traject=hier.traject, pk=_uuid(request.POST["beeindig"]))
    rij = rijen.select_related("account").first()
    if rij is None:
        raise Http404

    def doe(form: Form, versie: int | None) -> str:
        handeling = BeeindigRol(rij.rol, str(rij.account_id))
        if rij.tot is None:
            voer_uit(traject=hier.traject, account=hier.blik.account, opdrachten=[Opdracht(handeling)], nu=hier.nu)
        messages.success(request, f"{rij.account.naam} doet niet meer mee.")
        return request.path

    return Formulierpagina(
        titel=TITEL,
        formulier=lambda data, begin: Groepsformulier(data),
        doe=doe,
        terug=request.path,
        sjabloon=SJABLOON,
        context=context,
    )


def _uuid(tekst: str) -> UUID:
    try:
        return UUID(tekst)
    except ValueError:
        raise Http404 from None
