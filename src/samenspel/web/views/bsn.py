"""The burgerservicenummer of a person: keep it, look at it (noted), destroy it; for the regisseur only."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from samenspel.huishouden.bsn import bsn_van
from samenspel.huishouden.models import Bsn, Persoon
from samenspel.huishouden.soorten import Bsngrond
from samenspel.kern.bsn import gemaskeerd, lees_bsn
from samenspel.kern.stand import Geweigerd
from samenspel.regie import bsn as regie
from samenspel.web.blik import Blik
from samenspel.web.forms.velden import Keuzeveld
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.toegang import blik_op, medewerker, vereis_regie

GRONDEN = {
    "Wabb: de gemeente voert haar eigen taak uit": Bsngrond.WABB,
    "Wmo 2015": Bsngrond.WMO,
    "Jeugdwet": Bsngrond.JEUGDWET,
    "Participatiewet": Bsngrond.PARTICIPATIEWET,
}


class Bsnformulier(forms.Form):
    """The number, never shown again in a field, and on which law it is kept."""

    use_required_attribute = False
    bsn = forms.CharField(
        label="Burgerservicenummer",
        max_length=20,
        widget=forms.PasswordInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text="Negen cijfers. Neem het over van een identiteitsbewijs of uit de basisregistratie.",
        error_messages={"required": "Vul het nummer in."},
    )
    grond = Keuzeveld(
        label="Op grond van welke wet legt u het vast?",
        keuzes=GRONDEN,
        onbekend="",
        error_messages={"required": "Kies de wet. Is er geen, leg het nummer dan niet vast."},
    )

    def clean_bsn(self) -> str:
        """A number that passes the eleven-proof."""
        nummer = lees_bsn(self.cleaned_data["bsn"])
        if nummer is None:
            raise ValidationError("Dit is geen burgerservicenummer. Controleer de cijfers.")
        return nummer


@sensitive_post_parameters("bsn")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def persoon_bsn(request: HttpRequest, casus_id: UUID, persoon_id: UUID) -> HttpResponse:
    """Keep the number of somebody, or replace it."""
    blik, lid = _lid(request, casus_id, persoon_id, "persoon_bsn")
    blik.noteer("persoon_bsn", [persoon_id])
    return behandel(request, _pagina(request, blik, lid))


@never_cache
@require_POST
@medewerker
def persoon_bsn_tonen(request: HttpRequest, casus_id: UUID, persoon_id: UUID) -> HttpResponse:
    """Show the number; that it was looked at is noted."""
    blik, lid = _lid(request, casus_id, persoon_id, "bsn")
    rij = Bsn.objects.filter(persoon=lid).select_related("persoon").first()
    if rij is None:
        return redirect("personen", casus_id)
    blik.noteer("bsn", [persoon_id])
    return render(request, "web/bsn_getoond.html", {"persoon": lid, "nummer": bsn_van(rij), "casus": blik.casus})


@require_POST
@medewerker
def persoon_bsn_wissen(request: HttpRequest, casus_id: UUID, persoon_id: UUID) -> HttpResponse:
    """Destroy the number."""
    blik, lid = _lid(request, casus_id, persoon_id, "persoon_bsn")
    try:
        regie.wis_bsn(casus=blik.casus, persoon=lid, account=blik.account, nu=blik.nu)
        messages.success(request, "Het BSN is gewist.")
    except Geweigerd as fout:
        messages.warning(request, str(fout))
    return redirect("personen", casus_id)


def _lid(request: HttpRequest, casus_id: UUID, persoon_id: UUID, wat: str) -> tuple[Blik, Persoon]:
    blik = blik_op(request, casus_id)
    vereis_regie(blik, wat)
    lid = next((p for p in blik.leden if p.pk == persoon_id), None)
    if lid is None:
        raise Http404
    return blik, lid


def _pagina(request: HttpRequest, blik: Blik, lid: Persoon) -> Formulierpagina:
    rij = Bsn.objects.filter(persoon=lid).select_related("persoon").first()
    nummer = bsn_van(rij) if rij is not None else ""

    def doe(form: forms.Form, versie: int | None) -> str:
        g = form.cleaned_data
        regie.leg_bsn_vast(
            casus=blik.casus, persoon=lid, bsn=g["bsn"], grond=g["grond"].value, account=blik.account, nu=blik.nu
        )
        messages.success(request, "Het BSN is versleuteld bewaard.")
        return reverse("personen", args=[blik.casus.pk])

    adressen = [blik.casus.pk, lid.pk]
    return Formulierpagina(
        titel=f"BSN van {lid.naam}",
        formulier=lambda data, begin: Bsnformulier(data, initial=dict(begin)),
        doe=doe,
        terug=reverse("personen", args=[blik.casus.pk]),
        knop="Vervangen" if rij is not None else "Bewaren",
        sjabloon="web/persoon_bsn.html",
        context={
            "uitleg": "Alleen als u het nodig hebt en een wet het toestaat.",
            "rij": rij,
            "nummer": gemaskeerd(nummer),
            "wet": next((naam for naam, grond in GRONDEN.items() if rij is not None and grond == rij.grond), ""),
            "tonen": reverse("persoon_bsn_tonen", args=adressen),
            "wissen": reverse("persoon_bsn_wissen", args=adressen),
        },
    )
