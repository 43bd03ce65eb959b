"""The plan as it was agreed last, for the resident to read and to agree with, or not."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenspel.huishouden.models import Persoon
from samenspel.inwoner.namen import contact_van
from samenspel.inwoner.toegang import inwoner, mijn_blik, persoon_van
from samenspel.plan.versies import laatste_versie, regels_van
from samenspel.regie.planversies import geef_mening
from samenspel.web.blik import Blik
from samenspel.web.forms.velden import Keuzeveld, lang
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.planlijnen import regels
from samenspel.web.planversiepagina import meningen, plan_van


class Meningformulier(Form):
    """Whether the resident agrees, and what they want otherwise."""

    use_required_attribute = False
    eens = Keuzeveld(
        label="Bent u het eens met dit plan?",
        keuzes={"Ja": True, "Nee": False},
        onbekend="",
        error_messages={"required": "Kies ja of nee."},
    )
    reactie = forms.CharField(
        label="Wat wilt u anders?",
        help_text="Dit blijft staan zoals u het schrijft.",
        required=False,
        widget=lang(4),
        max_length=4000,
    )

    def clean(self) -> None:
        """Who doesn't agree says what."""
        if self.cleaned_data.get("eens") is False and not self.cleaned_data.get("reactie"):
            self.add_error("reactie", "Schrijf op wat u anders wilt.")


def afgesproken(blik: Blik, persoon: Persoon) -> dict[str, Any] | None:
    """The last version with what this resident thinks of it; None before anything was agreed."""
    versie = laatste_versie(blik.casus)
    if versie is None:
        return None
    mening = next((m for m in meningen(blik, versie) if m["persoon"] == persoon.pk), None)
    return {"versie": versie, "mening": mening}


@require_http_methods(["GET", "HEAD", "POST"])
@inwoner
def mijn_planversie(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """What was agreed, and what the resident thinks of it."""
    blik, persoon = mijn_blik(request, casus_id), persoon_van(request)
    stand = afgesproken(blik, persoon)
    blik.noteer("mijn_plan", [casus_id])
    if stand is None:
        raise Http404
    versie = stand["versie"]
    versie.casus = blik.casus
    wie = contact_van(blik.casus.regisseur)["roepnaam"]

    def doe(form: Form, _versie: int | None) -> str:
        g = form.cleaned_data
        geef_mening(
            versie=versie, persoon=persoon, eens=g["eens"], tekst=g["reactie"], account=blik.account, nu=blik.nu
        )
        messages.success(request, f"{wie} leest wat u ervan vindt.")
        return reverse("mijn_plan_van", args=[casus_id])

    return behandel(
        request,
        Formulierpagina(
            titel="Wat we hebben afgesproken",
            formulier=lambda data, begin: Meningformulier(data, initial=dict(begin)),
            doe=doe,
            terug=reverse("mijn_plan_van", args=[casus_id]),
            knop="Opslaan",
            sjabloon="inwoner/planversie.html",
            context={
                "versie": versie,
                "plan": plan_van(regels(blik, regels_van(versie)).values()),
                "mening": stand["mening"],
            },
        ),
    )
