"""Signalen: record a concern, read it, pass it on, end it. Only its holder and who was asked read one."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenspel.delen.services import leg_inzage_vast
from samenspel.kern.signaal import Status, mag_lezen
from samenspel.regie import signalen as regie
from samenspel.signaal.models import Signaal
from samenspel.signaal.selectors import (
    afgegeven_door,
    afgehandeld_door,
    heeft_geweigerd,
    speler_van,
    stand_van,
    woorden_van,
)
from samenspel.signaal.services import maak_signaal
from samenspel.web import klok
from samenspel.web.collegakeuze import Collegakeuze, Kring
from samenspel.web.forms.groepen import Groepsformulier
from samenspel.web.forms.signalen import Doorgeefformulier, Signaalformulier, Sluitformulier
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.redenpagina import Redenpagina, met_reden, zonder_vragen
from samenspel.web.signaalpagina import herkomst, signaalregels, standzin, verloop, zetten
from samenspel.web.toegang import account_van, medewerker

FORMULIER = require_http_methods(["GET", "HEAD", "POST"])
GETOOND = 20


@require_safe
@medewerker
def signalen(request: HttpRequest) -> HttpResponse:
    """Signalen that I was asked to take over, that I hold, that I passed on and that I ended."""
    account, nu = account_van(request), klok.nu()
    regels = signaalregels(account, nu)
    klaar = list(afgehandeld_door(account)[:GETOOND])
    woorden = woorden_van(klaar)
    leg_inzage_vast(account=account, wat="signalen", ids=[r.id for r in regels], reden="lijst", nu=nu)
    return render(
        request,
        "web/signalen.html",
        {
            "regels": regels,
            "afgegeven": afgegeven_door(account)[:GETOOND],
            "klaar": [(s, woorden.get(s.pk, {}).get("over_wie", ""), standzin(s, account, nu)) for s in klaar],
        },
    )


@FORMULIER
@medewerker
def signaal_nieuw(request: HttpRequest) -> HttpResponse:
    """Record a concern; who records it holds it."""
    account, nu = account_van(request), klok.nu()

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Signaalformulier)
        nieuw = maak_signaal(nieuw=form.nieuw, account=account, nu=nu)
        messages.success(request, "Het signaal is vastgelegd. U hebt het tot een ander ja zegt.")
        return reverse("signaal", args=[nieuw.pk])

    return behandel(
        request,
        Formulierpagina(
            titel="Signaal vastleggen",
            formulier=lambda data, begin: Signaalformulier(data, begin=begin, vandaag=localdate(nu)),
            doe=doe,
            terug=reverse("signalen"),
            knop="Signaal vastleggen",
            sjabloon="web/formulier_in_delen.html",
            context={"uitleg": "Maakt iemand zich zorgen? Leg het vast, dan blijft het niet liggen."},
        ),
    )


@require_safe
@medewerker
def signaal(request: HttpRequest, signaal_id: UUID) -> HttpResponse:
    """One signaal: what was told, who has it, what can be done."""
    account, nu = account_van(request), klok.nu()
    rij = signaal_voor(request, signaal_id)
    noteer(request, rij)
    woorden = woorden_van([rij]).get(rij.pk, {})
    houder = rij.houder_id == account.pk
    return render(
        request,
        "web/signaal.html",
        {
            "signaal": rij,
            "woorden": woorden,
            "herkomst": herkomst(rij, woorden),
            "stand": standzin(rij, account, nu),
            "open": rij.status == Status.OPEN.value,
            "houder": houder,
            "dossier": rij.casus if rij.casus is not None and rij.casus.regisseur_id == account.pk else None,
            "zetten": zetten(rij, account) if houder else [],
            "geschiedenis": verloop(rij, nu),
        },
    )


@FORMULIER
@medewerker
def signaal_doorgeven(request: HttpRequest, signaal_id: UUID) -> HttpResponse:
    """Ask a colleague or a team to take it over."""
    account, nu = account_van(request), klok.nu()
    rij = signaal_voor(request, signaal_id, houder=True)
    noteer(request, rij)

    def doe(form: Form, versie: int | None) -> str:
        wie = form.cleaned_data["aan"]
        regie.stel_voor(signaal=rij, aan=wie, reden=form.cleaned_data["reden"], account=account, nu=nu)
        messages.success(request, f"U vroeg {wie.naam} het signaal over te nemen. Tot die ja zegt, hebt u het.")
        return reverse("signaal", args=[rij.pk])

    return behandel(
        request,
        Formulierpagina(
            titel="Signaal doorgeven",
            formulier=lambda data, begin: Doorgeefformulier(
                data, begin=begin, keuze=Collegakeuze(account, Kring.EN_TEAMS, zonder=[account.pk])
            ),
            doe=doe,
            terug=reverse("signaal", args=[rij.pk]),
            knop="Vragen om over te nemen",
            context={"uitleg": "Tot een ander ja zegt, blijft u het signaal houden."},
        ),
    )


@require_POST
@medewerker
def signaal_aannemen(request: HttpRequest, signaal_id: UUID) -> HttpResponse:
    """Take it over."""
    account = account_van(request)
    rij = signaal_voor(request, signaal_id)
    if rij.houder_id == account.pk:
        return redirect("signaal", rij.pk)
    return zonder_vragen(
        request,
        lambda: regie.neem_aan(signaal=rij, account=account, nu=klok.nu()),
        gezegd="U hebt dit signaal nu.",
        naar=reverse("signaal", args=[rij.pk]),
    )


@FORMULIER
@medewerker
def signaal_weigeren(request: HttpRequest, signaal_id: UUID) -> HttpResponse:
    """Don't take it over, and say why; the holder keeps it."""
    account, nu = account_van(request), klok.nu()
    if request.method == "POST" and heeft_geweigerd(signaal_id, account):
        return redirect("signalen")
    rij = signaal_voor(request, signaal_id)
    noteer(request, rij)
    pagina = Redenpagina(
        titel="Signaal niet overnemen",
        knop="Niet overnemen",
        doe=lambda reden, versie: regie.weiger(signaal=rij, reden=reden, account=account, nu=nu),
        gezegd=f"{rij.houder.naam} houdt het signaal en leest waarom.",
        terug=reverse("signaal", args=[rij.pk]),
        naar=reverse("signalen"),
        vraag="Waarom neemt u het niet over?",
        hulp="De collega die het signaal heeft, leest dit.",
    )
    return met_reden(request, pagina)


@require_POST
@medewerker
def signaal_intrekken(request: HttpRequest, signaal_id: UUID) -> HttpResponse:
    """Keep it after all."""
    rij = signaal_voor(request, signaal_id, houder=True)
    return zonder_vragen(
        request,
        lambda: regie.trek_in(signaal=rij, account=account_van(request), nu=klok.nu()),
        gezegd="De vraag is ingetrokken. U hebt het signaal nog.",
        naar=reverse("signaal", args=[rij.pk]),
    )


@FORMULIER
@medewerker
def signaal_sluiten(request: HttpRequest, signaal_id: UUID) -> HttpResponse:
    """Nothing more is done with it."""
    account, nu = account_van(request), klok.nu()
    rij = signaal_voor(request, signaal_id, houder=True)
    noteer(request, rij)

    def doe(form: Form, versie: int | None) -> str:
        g = form.cleaned_data
        regie.sluit(signaal=rij, reden=g["reden"], verteld=g["verteld"], account=account, nu=nu)
        messages.success(request, "Het signaal is afgesloten.")
        return reverse("signaal", args=[rij.pk])

    return behandel(
        request,
        Formulierpagina(
            titel="Signaal afsluiten",
            formulier=lambda data, begin: Sluitformulier(data, begin=begin, wil_horen=rij.wil_horen),
            doe=doe,
            terug=reverse("signaal", args=[rij.pk]),
            knop="Afsluiten",
        ),
    )


@FORMULIER
@medewerker
def signaal_wissen(request: HttpRequest, signaal_id: UUID) -> HttpResponse:
    """Destroy the words of a signaal that is done."""
    account, nu = account_van(request), klok.nu()
    rij = signaal_voor(request, signaal_id, houder=True)
    noteer(request, rij)

    def doe(form: Form, versie: int | None) -> str:
        regie.wis(signaal=rij, account=account, nu=nu)
        messages.success(request, "De tekst van het signaal is gewist.")
        return reverse("signaal", args=[rij.pk])

    return behandel(
        request,
        Formulierpagina(
            titel="Tekst van het signaal wissen",
            formulier=lambda data, begin: Groepsformulier(data, initial=dict(begin)),
            doe=doe,
            terug=reverse("signaal", args=[rij.pk]),
            knop="Voorgoed wissen",
            context={
                "uitleg": "Wat er verteld is en wie het vertelde, komt niet meer terug."
                " Wat er met het signaal gebeurde, blijft staan. Wat in een dossier ligt, blijft daar."
            },
        ),
    )


def signaal_voor(request: HttpRequest, signaal_id: UUID, *, houder: bool = False) -> Signaal:
    """The signaal, for its holder or (unless `houder`) who was asked; refused, and noted, for anybody else."""
    account = account_van(request)
    rijen = Signaal.objects.filter(pk=signaal_id, gemeente_id=account.gemeente_id)
    rij = rijen.select_related("houder", "gevraagd_account", "gevraagd_team", "casus").first()
    if rij is None:
        raise Http404
    mag = rij.houder_id == account.pk if houder else mag_lezen(stand_van(rij), speler_van(account))
    if not mag:
        noteer(request, rij, geweigerd=True)
        raise PermissionDenied
    return rij


def noteer(request: HttpRequest, rij: Signaal, *, geweigerd: bool = False) -> None:
    """Note that somebody looked at a signaal, or was refused."""
    leg_inzage_vast(
        account=account_van(request),
        casus=rij.casus,
        wat="signaal",
        ids=[rij.pk],
        reden="signaal",
        geweigerd=geweigerd,
        nu=klok.nu(),
    )
