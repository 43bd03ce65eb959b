"""Where it is stuck: a new knelpunt, and saying it better or that it is solved."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenspel.casus.models import Traject
from samenspel.delen.services import huidige_woorden
from samenspel.doorbraak.models import Knelpunt
from samenspel.kennis.models import Organisatie
from samenspel.kern.wet.wetten import andere_wet
from samenspel.regie.knelpunten import leg_knelpunt_vast, wijzig_knelpunt
from samenspel.regie.wetten import eigen_wetten
from samenspel.web.blik import Blik
from samenspel.web.forms.betreft import betreft, namen_van
from samenspel.web.forms.knelpunt import NIVEAUNAMEN, OORZAAKNAMEN, OPEN, OPGELOST, WOORDVELDEN, Knelpuntformulier
from samenspel.web.forms.velden import SCHEIDING
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.toegang import blik_op, blik_op_item, medewerker, vereis_regie

FORMULIER = require_http_methods(["GET", "HEAD", "POST"])


@FORMULIER
@medewerker
def knelpunt_nieuw(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Write down where it is stuck."""
    blik = blik_op(request, casus_id)
    vereis_regie(blik, "knelpunt_nieuw")
    trajecten = list(Traject.objects.filter(casus=blik.casus, open=True).order_by("gestart_op"))
    organisaties, eigen = _organisaties(blik), eigen_wetten(blik.casus)

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Knelpuntformulier)
        traject = next((t for t in trajecten if str(t.pk) == form.cleaned_data.get("traject")), None)
        leg_knelpunt_vast(
            casus=blik.casus,
            invoer=form.invoer,
            betreft=betreft(form.cleaned_data.get("betreft"), blik.leden),
            traject=traject,
            account=blik.account,
            nu=blik.nu,
        )
        messages.success(request, "Het knelpunt staat in het dossier.")
        return _terug(blik)

    begin = {"betreft": list(namen_van(blik.leden)), "traject": str(trajecten[0].pk) if trajecten else ""}
    blik.noteer("knelpunt_nieuw", [casus_id])
    return behandel(
        request,
        Formulierpagina(
            titel="Knelpunt toevoegen",
            formulier=lambda data, eerst: Knelpuntformulier(
                data,
                begin=eerst,
                organisaties=organisaties,
                personen=blik.leden,
                trajecten=trajecten,
                eigen_wetten=eigen,
            ),
            doe=doe,
            terug=_terug(blik),
            begin=begin,
            sjabloon="web/plan_formulier.html",
            context={"casus": blik.casus},
        ),
    )


@FORMULIER
@medewerker
def knelpunt(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Say it better, or that it is solved or back."""
    blik, item = blik_op_item(request, item_id)
    vereis_regie(blik, "knelpunt")
    rij = Knelpunt.objects.filter(pk=item.pk).select_related("item", "traject").first()
    if rij is None:
        raise Http404
    rij.item.casus = blik.casus
    organisaties, eigen = _organisaties(blik), eigen_wetten(blik.casus, *rij.wetten)
    _voeg_vinkjes_samen(request)

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Knelpuntformulier)
        over = versie or item.versie
        wijzig_knelpunt(knelpunt=rij, invoer=form.invoer, account=blik.account, versie=over, nu=blik.nu)
        messages.success(request, "Het knelpunt is bijgewerkt.")
        return _terug(blik)

    blik.noteer("knelpunt", [item.pk])
    return behandel(
        request,
        Formulierpagina(
            titel="Knelpunt bijwerken",
            formulier=lambda data, begin: Knelpuntformulier(
                data, begin=begin, organisaties=organisaties, eigen_wetten=eigen, bestaat=True
            ),
            doe=doe,
            terug=_terug(blik),
            begin=_huidig(rij.pk),
            versie=item.versie,
            huidig=lambda: _huidig(rij.pk),
            sjabloon="web/plan_formulier.html",
            context={"casus": blik.casus},
        ),
    )


def _huidig(pk: UUID) -> dict[str, str]:
    """What stands there now, as it is typed in."""
    rij = Knelpunt.objects.select_related("item").get(pk=pk)
    woorden = huidige_woorden(rij.item)
    return {
        **{naam: woorden.get(naam, "") for naam in WOORDVELDEN},
        "niveau": next(naam for naam, niveau in NIVEAUNAMEN.items() if niveau.value == rij.niveau),
        "oorzaaksoort": next((naam for naam, soort in OORZAAKNAMEN.items() if soort.value == rij.oorzaaksoort), ""),
        "andere_wet": andere_wet(woorden, *rij.wetten),
        "wetten": SCHEIDING.join(rij.wetten),
        "organisaties": SCHEIDING.join(o.naam for o in rij.organisaties.order_by("naam")),
        "stand": OPEN if rij.opgelost_op is None else OPGELOST,
    }


def _voeg_vinkjes_samen(request: HttpRequest) -> None:
    """Several ticks of one question in one value: two versions are compared value by value."""
    samen = request.POST.copy()
    for naam in ("wetten", "organisaties"):
        if len(samen.getlist(naam)) > 1:
            samen[naam] = SCHEIDING.join(samen.getlist(naam))
    request.POST = samen  # type: ignore[assignment]  # Django takes any QueryDict here


def _organisaties(blik: Blik) -> list[Organisatie]:
    return list(Organisatie.objects.filter(gemeente_id=blik.casus.gemeente_id).order_by("naam"))


def _terug(blik: Blik) -> str:
    return reverse("casus", args=[blik.casus.pk])
