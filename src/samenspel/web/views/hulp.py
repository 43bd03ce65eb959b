"""Help that runs or ran: the list, with what was asked at a counter, and writing help."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from samenspel.delen.services import huidige_woorden
from samenspel.hulp.models import Hulp
from samenspel.hulp.services import Hulpgegevens
from samenspel.kennis.models import Organisatie
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.regie.hulpen import HULP
from samenspel.regie.wetten import eigen_wetten
from samenspel.web.blik import Blik
from samenspel.web.forms.hulp import STOPWOORDEN, Hulpformulier, Stopformulier
from samenspel.web.hulpblik import hulpregels, loketregels
from samenspel.web.ingetrokken import ingetrokken
from samenspel.web.rijpagina import FORMULIER, Rijpagina, over_rij, rij_nieuw, rij_van, rij_wijzigen
from samenspel.web.toegang import blik_op, medewerker

SOORTEN = (Gegevenssoort.HULP, Gegevenssoort.LOKETZAKEN)


@require_safe
@medewerker
def hulp(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Which help runs, what was asked at a counter, and which help there was."""
    blik = blik_op(request, casus_id)
    regels, zaken = hulpregels(blik), loketregels(blik)
    blik.noteer("hulp", [*(r.item for r in regels), *(z.item for z in zaken)])
    bestaand = blik.bestaande().filter(soort__in=[s.value for s in SOORTEN], ingetrokken_op__isnull=True).count()
    context = {
        "blik": blik,
        "casus": blik.casus,
        "lopend": [r for r in regels if r.loopt],
        "gestopt": [r for r in regels if not r.loopt],
        "zaken": zaken,
        "meer": max(bestaand - len(regels) - len(zaken), 0),
        "ingetrokken": ingetrokken(blik, *SOORTEN),
    }
    return render(request, "web/hulp.html", context)


@FORMULIER
@medewerker
def hulp_nieuw(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Add help that runs, or that there was."""
    return rij_nieuw(request, casus_id, PAGINA)


@FORMULIER
@medewerker
def hulp_wijzigen(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """What is known of this help, to change."""
    return rij_wijzigen(request, item_id, PAGINA)


@FORMULIER
@medewerker
def hulp_stoppen(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """This help stopped: what worked, what not, and why."""
    blik, rij = rij_van(request, item_id, Hulp)
    eerder = huidige_woorden(rij.item)

    def doe(form: Form, versie: int) -> None:
        g = form.cleaned_data
        HULP.wijzig(
            rij=rij,
            gegevens=Hulpgegevens(
                organisatie=rij.organisatie, wet=rij.wet, sinds=rij.sinds, tot=g["tot"], status="gestopt"
            ),
            woorden={**eerder, **{veld: g[veld] for veld in STOPWOORDEN}},
            betreft=None,
            account=blik.account,
            versie=versie,
            nu=blik.nu,
        )

    def huidig() -> dict[str, str]:
        nu_staat_er = huidige_woorden(rij.item)
        return {veld: nu_staat_er.get(veld, "") for veld in STOPWOORDEN}

    return over_rij(
        request,
        blik,
        rij,
        titel=f"Gestopt: {eerder.get('wat', 'hulp')}",
        formulier=lambda data, begin: Stopformulier(data, begin=begin, sinds=rij.sinds),
        doe=doe,
        gezegd="Opgeschreven dat deze hulp is gestopt.",
        lijst="hulp",
        begin={**huidig(), "tot": localdate(blik.nu)},
        huidig=huidig,
    )


def organisaties_van(blik: Blik) -> list[Organisatie]:
    """The organisations of the list."""
    return list(Organisatie.objects.filter(gemeente_id=blik.casus.gemeente_id).order_by("naam"))


def _formulier(blik: Blik, rij: Hulp | None) -> Callable[..., Hulpformulier]:
    eigen = eigen_wetten(blik.casus, rij.wet if rij is not None else "")
    return partial(Hulpformulier, organisaties=organisaties_van(blik), eigen_wetten=eigen)


PAGINA: Rijpagina[Hulp, Hulpgegevens] = Rijpagina(
    rijsoort=HULP,
    formulier=_formulier,
    lijst="hulp",
    titel_nieuw="Hulp opschrijven",
    gezegd_nieuw="De hulp is opgeschreven.",
    titel=lambda rij: "Hulp bijwerken",
    gezegd="De hulp is bijgewerkt.",
)
