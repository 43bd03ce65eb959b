"""What is put to use for the plan: adding it, changing it, and ending it with the reason."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate

from samenspel.delen.services import huidige_woorden
from samenspel.plan.models import Voorziening
from samenspel.plan.voorzieningen import Voorzieninggegevens
from samenspel.regie.voorzieningen import VOORZIENING, beeindig_voorziening
from samenspel.regie.wetten import eigen_wetten
from samenspel.web.blik import Blik
from samenspel.web.forms.voorziening import Eindformulier, Voorzieningformulier
from samenspel.web.planregels import doelnamen
from samenspel.web.rijpagina import FORMULIER, Rijpagina, over_rij, rij_nieuw, rij_van, rij_wijzigen
from samenspel.web.toegang import medewerker
from samenspel.web.views.hulp import organisaties_van


@FORMULIER
@medewerker
def voorziening_nieuw(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Put something to use for the plan."""
    return rij_nieuw(request, casus_id, PAGINA)


@FORMULIER
@medewerker
def voorziening(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """What is known of it, to change."""
    return rij_wijzigen(request, item_id, PAGINA)


@FORMULIER
@medewerker
def voorziening_beeindigen(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """It is put to use no more."""
    blik, rij = rij_van(request, item_id, Voorziening)
    woorden = huidige_woorden(rij.item)

    def doe(form: Form, versie: int) -> None:
        g = form.cleaned_data
        beeindig_voorziening(
            voorziening=rij, op=g["op"], waarom=g["waarom"], account=blik.account, versie=versie, nu=blik.nu
        )

    return over_rij(
        request,
        blik,
        rij,
        titel=f"Beëindigen: {woorden.get('wat', 'voorziening')}",
        formulier=lambda data, begin: Eindformulier(data, begin=begin, van=rij.van),
        doe=doe,
        gezegd="De voorziening is beëindigd.",
        lijst="plan",
        begin={"op": localdate(blik.nu)},
        huidig=lambda: {"waarom": huidige_woorden(rij.item).get("waarom", "")},
        knop="Beëindigen",
    )


def _formulier(blik: Blik, rij: Voorziening | None) -> Callable[..., Voorzieningformulier]:
    doelen = doelnamen(blik, Q(status="loopt") | Q(pk=rij.doel_id if rij is not None else None))
    eigen = eigen_wetten(blik.casus, rij.wet if rij is not None else "")
    return partial(Voorzieningformulier, organisaties=organisaties_van(blik), doelen=doelen, eigen_wetten=eigen)


def _begin(request: HttpRequest, blik: Blik) -> Mapping[str, Any]:
    gevraagd = request.GET.get("doel", "")
    doelen = doelnamen(blik, Q(status="loopt")) if gevraagd else {}
    return {"doel": next((naam for naam, doel in doelen.items() if str(doel.pk) == gevraagd), "")}


PAGINA: Rijpagina[Voorziening, Voorzieninggegevens] = Rijpagina(
    rijsoort=VOORZIENING,
    formulier=_formulier,
    lijst="plan",
    titel_nieuw="Voorziening toevoegen",
    gezegd_nieuw="De voorziening staat in het plan.",
    titel=lambda rij: "Voorziening bijwerken",
    gezegd="De voorziening is bijgewerkt.",
    begin=_begin,
)
