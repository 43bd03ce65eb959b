"""After taking the regie over: which life domains were checked with the resident."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenspel.regie.nacontrole import leg_nacontrole_vast, nacontrole_van
from samenspel.web.forms.gesprekken import Nacontroleformulier
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.leefgebiedblik import uitvraag
from samenspel.web.toegang import blik_op, medewerker, vereis_regie


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def nacontrole(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Mark per life domain whether what was told earlier was checked with the resident."""
    blik = blik_op(request, casus_id)
    vereis_regie(blik, "nacontrole")
    blik.noteer("nacontrole", [casus_id])
    stand = nacontrole_van(blik.casus)
    if stand is None or not stand.eerder:
        messages.info(request, "Er is niets te controleren: vóór de overdracht is geen leefgebied besproken.")
        return redirect("leefgebieden", casus_id)
    beeld = uitvraag(blik)
    gebieden = {g.code: g.naam for g in (*beeld.gebieden, *beeld.eerder) if g.code in stand.eerder}
    klaar = {gebied for gebied, controle in stand.gezet.items() if controle.gecontroleerd}

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Nacontroleformulier)
        aantal = leg_nacontrole_vast(casus=blik.casus, gebieden=form.gebieden, account=blik.account, nu=blik.nu)
        messages.success(request, "Het is bijgewerkt." if aantal else "Er was niets veranderd.")
        return reverse("leefgebieden", args=[casus_id])

    return behandel(
        request,
        Formulierpagina(
            titel="Controleren na de overdracht",
            formulier=lambda data, begin: Nacontroleformulier(data, begin=begin, gebieden=gebieden),
            doe=doe,
            begin={code: code in klaar for code in gebieden},
            terug=reverse("leefgebieden", args=[casus_id]),
            context={"uitleg": "De inwoner hoeft het niet opnieuw te vertellen. Lees het voor en vraag of het klopt."},
        ),
    )
