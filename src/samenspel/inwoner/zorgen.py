"""'Ik maak me zorgen': the resident tells it, and sees who has it and whether somebody looked at it, no more."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenspel.inwoner.namen import contact_van
from samenspel.inwoner.toegang import inwoner, mijn_blik
from samenspel.kern.signaal import Status
from samenspel.regie.zorgen import vertel_zorg
from samenspel.signaal.selectors import verteld_door
from samenspel.web.blik import Blik
from samenspel.web.forms.velden import Keuzeveld, kort, lang
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.tekst import dag_kort

EIGEN, ANDER = "Mijzelf, of iemand in mijn huishouden", "Iemand anders"


class Zorgformulier(Form):
    """About whom, and what the concern is."""

    use_required_attribute = False
    eigen = Keuzeveld(
        label="Over wie maakt u zich zorgen?",
        keuzes={EIGEN: True, ANDER: False},
        onbekend="",
        error_messages={"required": "Kies over wie het gaat."},
    )
    over_wie = forms.CharField(
        label="Wie is dat?",
        help_text="De naam, of wat u wel weet. Bijvoorbeeld: de buurvrouw op nummer 12.",
        required=False,
        max_length=300,
        widget=kort(autocomplete="off"),
    )
    zorg = forms.CharField(
        label="Waar maakt u zich zorgen over?",
        help_text="Schrijf het op zoals u het zegt.",
        max_length=5000,
        widget=lang(5),
        error_messages={"required": "Schrijf op waar u zich zorgen over maakt."},
    )

    def clean(self) -> None:
        """Of somebody else at least something is known."""
        if self.cleaned_data.get("eigen") is False and not self.cleaned_data.get("over_wie"):
            self.add_error("over_wie", "Schrijf op om wie het gaat, of wat u wel weet.")


def mijn_zorgen(blik: Blik) -> list[dict[str, Any]]:
    """What this resident told: when, who has it, and whether it was looked at."""
    return [
        {
            "wanneer": dag_kort(s.binnen_op, blik.dag),
            "wie": s.houder.naam,
            "sinds": dag_kort(s.houder_sinds, blik.dag),
            "bekeken": s.status != Status.OPEN.value,
        }
        for s in verteld_door(blik.account)
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@inwoner
def mijn_zorg(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Tell a concern; the contactpersoon has it until another accepted it."""
    blik = mijn_blik(request, casus_id)
    contact = contact_van(blik.casus.regisseur)
    blik.noteer("mijn_zorg", [casus_id])
    terug = reverse("mijn_plan_van", args=[casus_id]) + "#zorgen"

    def doe(form: Form, versie: int | None) -> str:
        g = form.cleaned_data
        vertel_zorg(
            casus=blik.casus,
            zorg=g["zorg"],
            over_wie=g["over_wie"],
            eigen_huishouden=g["eigen"],
            account=blik.account,
            nu=blik.nu,
        )
        messages.success(request, f"{contact['naam']} leest wat u schreef.")
        return terug

    return behandel(
        request,
        Formulierpagina(
            titel="Ik maak me zorgen",
            formulier=lambda data, begin: Zorgformulier(data, initial=dict(begin)),
            doe=doe,
            terug=terug,
            knop="Versturen",
            sjabloon="inwoner/formulier.html",
            conflictsjabloon="inwoner/conflict.html",
            context={
                "uitleg": f"Is er nu gevaar? Bel 112. Kan het niet wachten? Bel {contact['roepnaam']}."
                f" {contact['roepnaam']} leest wat u schrijft, of een collega die het overneemt."
                " Komt het in een dossier, dan staat daar niet wie het vertelde."
            },
        ),
    )
