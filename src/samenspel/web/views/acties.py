"""An action of the plan: to read, to change, to reopen, to let lapse."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from samenspel.delen.intrekken import REDEN
from samenspel.delen.models import Woorden
from samenspel.delen.services import huidige_woorden
from samenspel.kern.stand import Geweigerd
from samenspel.plan.models import Actie
from samenspel.regie.correcties import heropen, laat_vervallen, weigering_heropenen, weigering_wijzigen, wijzig
from samenspel.regie.plannen import weigering_afronden
from samenspel.web.blik import Blik
from samenspel.web.collegas import collegas
from samenspel.web.forms.betreft import ANDERS, eigenaar, eigenaarkeuzes
from samenspel.web.forms.plan import Actieformulier, Heropenformulier
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.netwerkblik import netwerkleden
from samenspel.web.planregels import actieregels
from samenspel.web.redenpagina import Redenpagina, met_reden
from samenspel.web.toegang import blik_op_item, medewerker

FORMULIER = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@medewerker
def actie(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Who does what by when, how it stands, and what may be done with it; earlier versions beneath."""
    blik, rij = _actie(request, item_id)
    blik.noteer("actie", [rij.pk])
    versies = list(Woorden.objects.filter(item_id=rij.pk).select_related("auteur").order_by("-volgnummer"))
    (regel,) = actieregels(blik, [rij])
    context = {
        "casus": blik.casus,
        "regel": regel,
        "reden": ((versies[0].inhoud if versies else None) or {}).get(REDEN, ""),
        "mag_melden": blik.heeft_afspraak(rij.pk),
        "mag_afronden": weigering_afronden(rij, blik.account, blik.nu) is None and not regel["vervallen"],
        "mag_wijzigen": weigering_wijzigen(rij, blik.account, blik.nu) is None,
        "mag_heropenen": weigering_heropenen(rij, blik.account, blik.nu) is None,
        "eerder": [
            {"wie": blik.naam_van(v.auteur), "wanneer": v.vastgelegd_op, "wat": (v.inhoud or {}).get("wat", "")}
            for v in versies[1:]
        ],
    }
    return render(request, "web/actie.html", context)


@FORMULIER
@medewerker
def actie_wijzigen(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """What, who and for which day as it is agreed now."""
    blik, rij = _te_doen(request, item_id, "actie_wijzigen", weigering_wijzigen)
    personen = blik.leden if blik.regie else []
    accounts, netwerk = (collegas(blik), netwerkleden(blik)) if blik.regie else ([blik.account], [])
    keuzes = eigenaarkeuzes(personen, accounts, netwerk) if blik.regie else [(f"account:{blik.account.pk}", "Ik")]

    def doe(form: Form, versie: int | None) -> str:
        g = form.cleaned_data
        wie = eigenaar(g["wie"], g["wie_anders"], personen, accounts, netwerk)
        wijzig(
            actie=rij, wat=g["wat"], eigenaar=wie, voor=g["voor"], account=blik.account, versie=versie or 0, nu=blik.nu
        )
        messages.success(request, "De actie is gewijzigd.")
        return _adres(rij)

    return behandel(
        request,
        Formulierpagina(
            titel="Actie wijzigen",
            formulier=lambda data, begin: Actieformulier(
                data, begin=begin, wie=keuzes, doelen=[], trajecten=[], personen=[]
            ),
            doe=doe,
            terug=_adres(rij),
            begin=_huidig(rij),
            versie=rij.item.versie,
            huidig=lambda: {k: _tekst(v) for k, v in _huidig(_vers(rij)).items()},
            sjabloon="web/plan_formulier.html",
            context={"casus": blik.casus},
        ),
    )


@FORMULIER
@medewerker
def actie_heropenen(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """What was ticked off is still to be done."""
    blik, rij = _te_doen(request, item_id, "actie_heropenen", weigering_heropenen)

    def doe(form: Form, versie: int | None) -> str:
        heropen(actie=rij, voor=form.cleaned_data["voor"], account=blik.account, nu=blik.nu)
        messages.success(request, "De actie staat weer open.")
        return _adres(rij)

    return behandel(
        request,
        Formulierpagina(
            titel="Actie heropenen",
            formulier=lambda data, begin: Heropenformulier(data, initial=dict(begin)),
            doe=doe,
            terug=_adres(rij),
            knop="Heropenen",
            context={"uitleg": huidige_woorden(rij.item).get("wat", "")},
        ),
    )


@FORMULIER
@medewerker
def actie_vervalt(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Nobody does it any more, with the reason."""
    blik, rij = _te_doen(request, item_id, "actie_vervalt", weigering_wijzigen)
    pagina = Redenpagina(
        titel="Actie laten vervallen",
        knop="Laten vervallen",
        doe=lambda reden, versie: laat_vervallen(
            actie=rij, reden=reden, account=blik.account, versie=versie, nu=blik.nu
        ),
        gezegd="De actie is vervallen.",
        terug=_adres(rij),
        naar=reverse("casus", args=[blik.casus.pk]),
        uitleg=f"‘{huidige_woorden(rij.item).get('wat', '')}’ staat daarna niet meer in het plan.",
        vraag="Waarom vervalt dit?",
        hulp="",
        versie=rij.item.versie,
    )
    return met_reden(request, pagina)


def _actie(request: HttpRequest, item_id: UUID) -> tuple[Blik, Actie]:
    blik, item = blik_op_item(request, item_id)
    rij = Actie.objects.filter(pk=item.pk).select_related("item", "traject__versie", "account", "persoon").first()
    if rij is None:
        raise Http404
    rij.item.casus = blik.casus
    if rij.traject is not None:
        rij.traject.casus = blik.casus
    return blik, rij


def _te_doen(
    request: HttpRequest, item_id: UUID, wat: str, weigering: Callable[..., Geweigerd | None]
) -> tuple[Blik, Actie]:
    """An action on which this may be done; refused, and noted, where somebody else may."""
    blik, rij = _actie(request, item_id)
    if weigering(rij, blik.account, blik.nu) is not None and not blik.regie:
        blik.noteer(wat, [rij.pk], geweigerd=True)
        raise PermissionDenied
    blik.noteer(wat, [rij.pk])
    return blik, rij


def _vers(rij: Actie) -> Actie:
    return Actie.objects.select_related("item").get(pk=rij.pk)


def _huidig(rij: Actie) -> dict[str, object]:
    woorden = huidige_woorden(rij.item)
    wie = (("account", rij.account_id), ("persoon", rij.persoon_id), ("netwerk", rij.netwerklid_id))
    gekozen = next((f"{soort}:{sleutel}" for soort, sleutel in wie if sleutel is not None), ANDERS)
    return {
        "wat": woorden.get("wat", ""),
        "wie": gekozen,
        "wie_anders": woorden.get("wie", ""),
        "voor": rij.voor,
    }


def _tekst(waarde: object) -> str:
    return waarde.strftime("%d-%m-%Y") if isinstance(waarde, date) else str(waarde or "")


def _adres(rij: Actie) -> str:
    return reverse("actie", args=[rij.pk])
