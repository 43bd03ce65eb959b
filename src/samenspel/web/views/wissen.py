"""Erasing the words about one person: proposed by one who watches over privacy, decided by another."""

from uuid import UUID

from django.contrib import messages
from django.db.models import F
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from samenspel.delen.models import Wisverzoek
from samenspel.delen.selectors import items_ook_over_anderen
from samenspel.delen.services import leg_inzage_vast
from samenspel.delen.wissen import besluit_wissen, stel_wissen_voor, te_wissen
from samenspel.kern.delen.wissen import weigering_besluit
from samenspel.organisatie.models import Taak
from samenspel.web import klok
from samenspel.web.forms.wissen import GRONDNAMEN, Wisbesluitformulier, Wisformulier
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.toegang import account_van, met_taak

_GRONDEN = {grond.value: naam for naam, grond in GRONDNAMEN.items()}
MEEST = 200


@require_safe
@met_taak(Taak.PRIVACY)
def wissen(request: HttpRequest) -> HttpResponse:
    """Proposals that wait, and what was decided; of a casus its number only."""
    account, nu = account_van(request), klok.nu()
    rijen = Wisverzoek.objects.filter(gemeente=account.gemeente_id)
    rijen = rijen.select_related("casus", "voorgesteld_door", "besloten_door")
    alle = list(rijen.order_by(F("besloten_op").desc(nulls_first=True), "-voorgesteld_op")[:MEEST])
    leg_inzage_vast(account=account, wat="wissen", ids=sorted({v.casus_id for v in alle}), reden="taak", nu=nu)
    context = {
        "wacht": [{"v": v, "grond": _GRONDEN[v.grond]} for v in alle if v.besloten_op is None],
        "besloten": [{"v": v} for v in alle if v.besloten_op is not None],
    }
    return render(request, "web/toezicht_wissen.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@met_taak(Taak.PRIVACY)
def wissen_voorstellen(request: HttpRequest) -> HttpResponse:
    """Propose it, with the ground and the reason; nothing goes yet."""
    account, nu = account_van(request), klok.nu()

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Wisformulier) and form.casus is not None and form.persoon is not None
        g = form.cleaned_data
        leg_inzage_vast(account=account, casus=form.casus, wat="wissen", reden="taak", nu=nu)
        verzoek = stel_wissen_voor(
            casus=form.casus, persoon=form.persoon, grond=g["grond"], reden=g["reden"], account=account, nu=nu
        )
        messages.success(request, "Het voorstel ligt er. Een ander met deze taak bevestigt of weigert het.")
        return reverse("wisverzoek", args=[verzoek.pk])

    return behandel(
        request,
        Formulierpagina(
            titel="Wissen voorstellen",
            formulier=lambda data, begin: Wisformulier(data, begin=begin, gemeente=account.gemeente_id),
            doe=doe,
            terug=reverse("toezicht_wissen"),
            knop="Voorstellen",
            context={"uitleg": "Neem alles over van het verzoek. Er gaat nog niets weg."},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@met_taak(Taak.PRIVACY)
def wisverzoek(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """A proposal; who didn't make it decides."""
    account, nu = account_van(request), klok.nu()
    rijen = Wisverzoek.objects.filter(pk=verzoek_id, gemeente=account.gemeente_id)
    rij = rijen.select_related("casus", "persoon", "voorgesteld_door", "besloten_door").first()
    if rij is None:
        raise Http404
    leg_inzage_vast(account=account, casus=rij.casus, wat="wissen", ids=[rij.pk], reden="taak", nu=nu)
    nee = weigering_besluit(
        voorgesteld_door=str(rij.voorgesteld_door_id), wie=str(account.pk), besloten=rij.besloten_op is not None
    )

    def doe(form: Form, versie: int | None) -> str:
        g = form.cleaned_data
        besluit_wissen(verzoek=rij, akkoord=g["besluit"], reden=g["reden"], account=account, nu=nu)
        messages.success(request, "De woorden zijn gewist." if g["besluit"] else "Het voorstel is geweigerd.")
        return reverse("wisverzoek", args=[rij.pk])

    context = {
        "v": rij,
        "grond": _GRONDEN[rij.grond],
        "nee": nee,
        "aantal": te_wissen(rij) if rij.besloten_op is None else rij.gewist,
        "blijft": items_ook_over_anderen(rij.persoon).count(),
    }
    return behandel(
        request,
        Formulierpagina(
            titel="Voorstel om te wissen",
            formulier=lambda data, begin: Wisbesluitformulier(data, begin=begin, persoon=rij.persoon),
            doe=doe,
            terug=reverse("toezicht_wissen"),
            knop="Besluit vastleggen",
            sjabloon="web/wisverzoek.html",
            context=context,
        ),
    )
