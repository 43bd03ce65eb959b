"""People of the household: who they are, how to reach them, who has gezag over whom."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenspel.huishouden.models import Persoon
from samenspel.regie import personen
from samenspel.web.forms.personen import Persoonformulier, gezagveld, ingevuld
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.toegang import blik_op, medewerker, vereis_regie


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def persoon_nieuw(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Somebody who belongs to the household from today on."""
    blik = blik_op(request, casus_id)
    vereis_regie(blik, "persoon_nieuw")
    blik.noteer("persoon_nieuw", [casus_id])

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Persoonformulier)
        nieuw = personen.voeg_persoon_toe(
            casus=blik.casus,
            personalia=form.personalia,
            gezag_van=form.gezag_van,
            account=blik.account,
            nu=blik.nu,
        )
        messages.success(request, f"{nieuw.naam} staat bij het huishouden.")
        return reverse("casus", args=[casus_id])

    return behandel(
        request,
        Formulierpagina(
            titel="Iemand toevoegen",
            formulier=lambda data, begin: Persoonformulier(data, begin=begin, anderen=blik.leden),
            doe=doe,
            terug=reverse("casus", args=[casus_id]),
            knop="Toevoegen",
            sjabloon="web/formulier_in_delen.html",
            context={"uitleg": blik.casus.huishouden.naam},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def persoon(request: HttpRequest, casus_id: UUID, persoon_id: UUID) -> HttpResponse:
    """What is known of somebody in the household, to read and to change."""
    blik = blik_op(request, casus_id)
    vereis_regie(blik, "persoon")
    lid = next((p for p in blik.leden if p.pk == persoon_id), None)
    if lid is None:
        raise Http404
    anderen = [p for p in blik.leden if p.pk != persoon_id]
    blik.noteer("persoon", [persoon_id])

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Persoonformulier)
        personen.wijzig_persoon(
            casus=blik.casus,
            persoon=lid,
            personalia=form.personalia,
            gezag_van=form.gezag_van,
            onder=anderen,
            account=blik.account,
            versie=versie or 0,
            nu=blik.nu,
        )
        messages.success(request, "De gegevens zijn bijgewerkt.")
        return reverse("casus", args=[casus_id])

    return behandel(
        request,
        Formulierpagina(
            titel=lid.naam,
            formulier=lambda data, begin: Persoonformulier(data, begin=begin, anderen=anderen),
            doe=doe,
            terug=reverse("casus", args=[casus_id]),
            begin=_huidig(lid, anderen),
            versie=lid.versie,
            huidig=lambda: _huidig(Persoon.objects.get(pk=lid.pk), anderen),
            sjabloon="web/formulier_in_delen.html",
            context={"uitleg": blik.casus.huishouden.naam},
        ),
    )


def _huidig(lid: Persoon, anderen: list[Persoon]) -> dict[str, str]:
    met_gezag = set(lid.gezag_door.filter(tot__isnull=True).values_list("ouder_id", flat=True))
    geen_gezag = {gezagveld(p): "" for p in anderen}
    return geen_gezag | ingevuld(lid, [p for p in anderen if p.pk in met_gezag])
