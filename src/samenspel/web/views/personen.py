"""People of the household: who they are, how to reach them, who has gezag over whom."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenspel.huishouden.models import Persoon
from samenspel.huishouden.selectors import is_naamgenoot
from samenspel.kern.delen import Zicht
from samenspel.regie import personen
from samenspel.web.forms.lidmaatschap import Bestaandformulier, Vertrekformulier
from samenspel.web.forms.personen import ADRESVELDEN, Persoonformulier, gezagveld, ingevuld
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.toegang import blik_op, medewerker, vereis_regie
from samenspel.web.views.zoeken import NAAMGENOOT


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
        if is_naamgenoot(nieuw):
            messages.warning(request, NAAMGENOOT)
            return reverse("persoon_dubbel", args=[casus_id, nieuw.pk])
        return reverse("personen", args=[casus_id])

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
    bewaard = lid if blik.personen[lid.pk].adres is not Zicht.GEHEEL else None
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
        return reverse("personen", args=[casus_id])

    return behandel(
        request,
        Formulierpagina(
            titel=lid.naam,
            formulier=lambda data, begin: Persoonformulier(data, begin=begin, anderen=anderen, bewaard=bewaard),
            doe=doe,
            terug=reverse("personen", args=[casus_id]),
            begin=_huidig(lid, anderen, bewaard),
            versie=lid.versie,
            huidig=lambda: _huidig(Persoon.objects.get(pk=lid.pk), anderen, bewaard),
            sjabloon="web/formulier_in_delen.html",
            context={"uitleg": blik.casus.huishouden.naam},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def persoon_bestaand(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Somebody who belongs to another household already belongs to this one too; the other dossier stays closed."""
    blik = blik_op(request, casus_id)
    vereis_regie(blik, "persoon_bestaand")
    blik.noteer("persoon_bestaand", [casus_id])

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Bestaandformulier) and form.persoon is not None
        personen.voeg_bestaand_toe(casus=blik.casus, persoon=form.persoon, account=blik.account, nu=blik.nu)
        messages.success(request, f"{form.persoon.naam} staat nu ook bij dit huishouden.")
        return reverse("personen", args=[casus_id])

    def vind(voornaam: str, achternaam: str, geboortedatum: date) -> Persoon:
        return personen.vind_bestaand(
            casus=blik.casus,
            voornaam=voornaam,
            achternaam=achternaam,
            geboortedatum=geboortedatum,
            account=blik.account,
            nu=blik.nu,
        )

    return behandel(
        request,
        Formulierpagina(
            titel="Iemand die al bekend is",
            formulier=lambda data, begin: Bestaandformulier(data, begin=begin, vind=vind),
            doe=doe,
            terug=reverse("personen", args=[casus_id]),
            knop="Toevoegen",
            context={"uitleg": "Zoals een kind dat bij twee ouders woont. Het andere dossier blijft voor u dicht."},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def persoon_vertrokken(request: HttpRequest, casus_id: UUID, persoon_id: UUID) -> HttpResponse:
    """Somebody doesn't live here any more."""
    blik = blik_op(request, casus_id)
    vereis_regie(blik, "persoon_vertrokken")
    lid = next((p for p in blik.leden if p.pk == persoon_id), None)
    if lid is None:
        raise Http404
    blik.noteer("persoon_vertrokken", [persoon_id])

    def doe(form: Form, versie: int | None) -> str:
        personen.laat_vertrekken(
            casus=blik.casus, persoon=lid, tot=form.cleaned_data["tot"], account=blik.account, nu=blik.nu
        )
        messages.success(request, f"{lid.naam} hoort niet meer bij het huishouden. Wat er is vastgelegd blijft staan.")
        return reverse("personen", args=[casus_id])

    return behandel(
        request,
        Formulierpagina(
            titel=f"{lid.naam} woont hier niet meer",
            formulier=lambda data, begin: Vertrekformulier(data, initial=dict(begin)),
            doe=doe,
            terug=reverse("personen", args=[casus_id]),
            begin={"tot": blik.dag},
            context={"uitleg": blik.casus.huishouden.naam},
        ),
    )


def _huidig(lid: Persoon, anderen: list[Persoon], bewaard: Persoon | None) -> dict[str, str]:
    met_gezag = set(lid.gezag_door.filter(tot__isnull=True).values_list("ouder_id", flat=True))
    geen_gezag = {gezagveld(p): "" for p in anderen}
    alles = geen_gezag | ingevuld(lid, [p for p in anderen if p.pk in met_gezag])
    return {naam: tekst for naam, tekst in alles.items() if bewaard is None or naam not in ADRESVELDEN}
