"""What the resident reads and writes: Mijn plan."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenspel.casus.models import EigenWoorden
from samenspel.delen.kijker import bewoonde_casussen
from samenspel.delen.services import huidige_woorden
from samenspel.inwoner.delen import wie_keek
from samenspel.inwoner.forms import Actieformulier, Reactieformulier, Woordenformulier
from samenspel.inwoner.namen import contact_van
from samenspel.inwoner.opgeschreven import alles_over, eerste_woorden
from samenspel.inwoner.plan import bouw
from samenspel.inwoner.planversie import afgesproken
from samenspel.inwoner.toegang import inwoner, mijn_blik, mijn_blik_op_item, mijn_casussen, persoon_van
from samenspel.inwoner.woorden import eigen_woorden_van
from samenspel.inwoner.zorgen import mijn_zorgen
from samenspel.kern.stand import Geweigerd
from samenspel.organisatie.wegwijzers import wegwijzers_van
from samenspel.plan.models import Actie
from samenspel.regie.begin import leg_woorden_vast
from samenspel.regie.mijn_plan import vink_af, vink_weer_aan, voeg_eigen_actie_toe
from samenspel.regie.reacties import geef_reactie
from samenspel.web import klok
from samenspel.web.blik import Blik
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.toegang import account_van

Pagina = partial(Formulierpagina, sjabloon="inwoner/formulier.html", conflictsjabloon="inwoner/conflict.html")
"""A form in the resident's own frame."""
NOG_GEEN = 0
"""The version of words that aren't there yet: who writes them meanwhile, was first."""
PER_BLAD = 50


@require_safe
@inwoner
def mijn_plan(request: HttpRequest) -> HttpResponseBase:
    """The one plan of this resident; who belongs to more households chooses."""
    casussen = mijn_casussen(account_van(request))
    if len(casussen) == 1:
        return redirect("mijn_plan_van", casussen[0].pk)
    persoon = persoon_van(request)
    context = {"casussen": casussen, "persoon": persoon, "wegwijzers": wegwijzers_van(persoon.gemeente_id)}
    return render(request, "inwoner/kies.html", context)


@require_safe
@inwoner
def mijn_plan_van(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """The plan, as far as it concerns this resident."""
    blik = mijn_blik(request, casus_id)
    meer = len(bewoonde_casussen(blik.account, blik.nu)) > 1
    context = {**bouw(blik, persoon_van(request)), "meer_huishoudens": meer}
    context["wegwijzers"] = wegwijzers_van(blik.casus.gemeente_id)
    context["zorgen"] = mijn_zorgen(blik)
    context["afgesproken"] = afgesproken(blik, persoon_van(request))
    blik.noteer("mijn_plan", [casus_id])
    return render(request, "inwoner/mijn_plan.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@inwoner
def mijn_woorden(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """The resident writes what they want, can and need."""
    blik, persoon = mijn_blik(request, casus_id), persoon_van(request)
    eigen = eigen_woorden_van(blik, persoon)
    leeg = dict.fromkeys(Woordenformulier.base_fields, "")
    blik.noteer("mijn_woorden", [eigen.pk] if eigen is not None else [])

    def ingevuld(rij: EigenWoorden | None) -> dict[str, str]:
        return leeg | (huidige_woorden(rij.item) if rij is not None else {})

    def doe(form: Form, versie: int | None) -> str:
        leg_woorden_vast(
            casus=blik.casus,
            persoon=persoon,
            woorden=dict(form.cleaned_data),
            account=account_van(request),
            versie=versie if versie is not None else NOG_GEEN,
            nu=klok.nu(),
        )
        messages.success(request, "Uw woorden staan in het plan, precies zoals u ze schreef.")
        return reverse("mijn_plan_van", args=[casus_id])

    return behandel(
        request,
        Pagina(
            titel="In mijn eigen woorden",
            formulier=lambda data, begin: Woordenformulier(data, initial=dict(begin)),
            doe=doe,
            begin=ingevuld(eigen),
            versie=eigen.item.versie if eigen is not None else None,
            # Who was first, may have been so after this look began.
            huidig=lambda: ingevuld(eigen_woorden_van(Blik.van(blik.account, blik.casus, blik.nu), persoon)),
            terug=reverse("mijn_plan_van", args=[casus_id]),
            context={"uitleg": "Schrijf zoals u praat. Iets leeg laten mag."},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@inwoner
def mijn_actie_nieuw(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """The resident adds something that they are going to do."""
    blik = mijn_blik(request, casus_id)
    blik.noteer("mijn_actie_nieuw", [casus_id])

    def doe(form: Form, versie: int | None) -> str:
        voeg_eigen_actie_toe(
            casus=blik.casus,
            persoon=persoon_van(request),
            wat=form.cleaned_data["wat"],
            voor=form.cleaned_data["voor"],
            account=account_van(request),
            nu=klok.nu(),
        )
        messages.success(request, "Dit staat nu in uw plan.")
        return reverse("mijn_plan_van", args=[casus_id]) + "#zelf"

    return behandel(
        request,
        Pagina(
            titel="Wat ik zelf ga doen",
            formulier=lambda data, begin: Actieformulier(data, initial=dict(begin)),
            doe=doe,
            terug=reverse("mijn_plan_van", args=[casus_id]),
            knop="In mijn plan zetten",
        ),
    )


@require_POST
@inwoner
def mijn_actie_gedaan(request: HttpRequest, item_id: UUID) -> HttpResponseBase:
    """The resident ticks off what they did themselves."""
    return _vink(request, item_id, vink_af, "Mooi, dat is gedaan.")


@require_POST
@inwoner
def mijn_actie_toch_niet(request: HttpRequest, item_id: UUID) -> HttpResponseBase:
    """What the resident ticked off isn't done after all."""
    return _vink(request, item_id, vink_weer_aan, "Dit staat weer open.")


def _vink(request: HttpRequest, item_id: UUID, doe: Callable[..., None], gelukt: str) -> HttpResponseBase:
    blik, item = mijn_blik_op_item(request, item_id)
    actie = Actie.objects.filter(pk=item.pk, persoon=persoon_van(request)).select_related("item", "traject").first()
    if actie is None:
        blik.noteer("actie", [item.pk], geweigerd=True)
        raise PermissionDenied
    actie.item.casus = blik.casus
    try:
        doe(actie=actie, account=account_van(request), nu=klok.nu())
        messages.success(request, gelukt)
    except Geweigerd as nee:
        messages.error(request, str(nee))
    return redirect(reverse("mijn_plan_van", args=[blik.casus.pk]) + "#zelf")


@require_http_methods(["GET", "HEAD", "POST"])
@inwoner
def mijn_reactie(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """The resident says that they don't agree with something; it is kept as it is, beside it."""
    blik, item = mijn_blik_op_item(request, item_id)
    wie = contact_van(blik.casus.regisseur)["roepnaam"]
    plek = _plek(request, blik.casus.pk, item.pk)
    blik.noteer("mijn_reactie", [item.pk])

    def doe(form: Form, versie: int | None) -> str:
        geef_reactie(
            item=item,
            persoon=persoon_van(request),
            tekst=form.cleaned_data["reactie"],
            account=account_van(request),
            nu=klok.nu(),
        )
        messages.success(request, f"{wie} leest wat u schreef. Het staat er precies zo bij.")
        return plek

    item.casus = blik.casus
    return behandel(
        request,
        Pagina(
            titel="Ik ben het hier niet mee eens",
            formulier=lambda data, begin: Reactieformulier(data, initial=dict(begin)),
            doe=doe,
            terug=plek,
            knop="Zo opslaan",
            context={
                "over": eerste_woorden(blik, item),
                "uitleg": f"Niemand verandert uw tekst. {wie} leest hem en bespreekt hem met u.",
            },
        ),
    )


def _plek(request: HttpRequest, casus_id: UUID, item_id: UUID) -> str:
    """Where the item stands on the page from which somebody came."""
    pagina = "mijn_gegevens" if request.GET.get("van") == "alles" else "mijn_plan_van"
    return f"{reverse(pagina, args=[casus_id])}#i-{item_id}"


@require_safe
@inwoner
def mijn_gegevens(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Everything that was written down about the resident."""
    blik = mijn_blik(request, casus_id)
    groepen = alles_over(blik)
    blik.noteer("mijn_gegevens", [r["item"] for g in groepen for r in g["regels"]])
    return render(request, "inwoner/gegevens.html", {"casus": blik.casus, "groepen": groepen})


@require_safe
@inwoner
def mijn_inzage(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Who looked into the plan, by function and team."""
    blik = mijn_blik(request, casus_id)
    blad = Paginator(wie_keek(blik), PER_BLAD).get_page(request.GET.get("blad"))
    blik.noteer("mijn_inzage", [casus_id])
    contact = contact_van(blik.casus.regisseur)
    return render(request, "inwoner/inzage.html", {"casus": blik.casus, "blad": blad, "contact": contact})


@require_safe
@inwoner
def hulp_en_rechten(request: HttpRequest) -> HttpResponse:
    """Who stands up for the resident, complaints and objections, and what to do in danger."""
    wegen = wegwijzers_van(account_van(request).gemeente_id)
    return render(request, "inwoner/hulp.html", {soort.value: wegwijzer for soort, wegwijzer in wegen.items()})
