"""Finding the household that a signaal is about: into its dossier, to who runs it, or a new one."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenspel.casus.models import Casus
from samenspel.huishouden.services import Personalia
from samenspel.regie.signalen import begin_dossier, haal_uit_dossier, leg_in_dossier, stel_voor
from samenspel.regie.zoeken import zoek_huishoudens
from samenspel.signaal.models import Signaal
from samenspel.signaal.selectors import woorden_van
from samenspel.web import klok
from samenspel.web.blik import Blik
from samenspel.web.forms.betreft import betreft, namen_van
from samenspel.web.forms.reden import redenveld
from samenspel.web.forms.signalen import Dossierformulier, verteldveld
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.redenpagina import Redenpagina, met_reden
from samenspel.web.signaalpagina import gevonden_voor
from samenspel.web.toegang import account_van, medewerker, weiger_pagina
from samenspel.web.views.signalen import noteer, signaal_voor
from samenspel.web.views.zoeken import MAX_ZOEKTEKST, Huishoudenformulier, na_het_begin

FORMULIER = require_http_methods(["GET", "HEAD", "POST"])
GEZOCHT = "signaal_gezocht"


@FORMULIER
@medewerker
def signaal_zoeken(request: HttpRequest, signaal_id: UUID) -> HttpResponse:
    """Look for the household that is meant; the name that was told stands ready."""
    account = account_van(request)
    rij = signaal_voor(request, signaal_id, houder=True)
    noteer(request, rij)
    tekst = request.POST.get("q", "").strip()[:MAX_ZOEKTEKST]
    gevonden = []
    if tekst:
        request.session[GEZOCHT] = str(rij.pk)
        gevonden = gevonden_voor(rij, account, zoek_huishoudens(account=account, tekst=tekst, nu=klok.nu()))
    begin = woorden_van([rij]).get(rij.pk, {}).get("over_wie", "")
    return render(
        request,
        "web/signaal_zoeken.html",
        {
            "signaal": rij,
            "zoekvraag": tekst or begin[:MAX_ZOEKTEKST],
            "gezocht": bool(tekst),
            "gevonden": gevonden,
            "mag_maken": account.team_id is not None,
        },
    )


@FORMULIER
@medewerker
def signaal_in_dossier(request: HttpRequest, signaal_id: UUID, casus_id: UUID) -> HttpResponse:
    """Lay the signaal in one's own dossier, or ask who runs the dossier to take it over, without seeing it."""
    account = account_van(request)
    rij = signaal_voor(request, signaal_id, houder=True)
    casus = Casus.objects.filter(pk=casus_id, gemeente_id=account.gemeente_id)
    gevonden = casus.select_related("huishouden", "regisseur__team", "gemeente").first()
    if gevonden is None:
        raise Http404
    noteer(request, rij)
    if gevonden.regisseur_id == account.pk:
        return _leggen(request, rij, gevonden)
    return _vragen(request, rij, gevonden)


def _leggen(request: HttpRequest, rij: Signaal, casus: Casus) -> HttpResponse:
    blik = Blik.van(account_van(request), casus, klok.nu())
    blik.noteer("signaal_in_dossier", [rij.pk])

    def doe(form: Form, versie: int | None) -> str:
        g = form.cleaned_data
        over = betreft(g.get("betreft"), blik.leden)
        leg_in_dossier(signaal=rij, casus=casus, betreft=over, verteld=g["verteld"], account=blik.account, nu=blik.nu)
        messages.success(request, "Het signaal ligt in het dossier.")
        return reverse("casus", args=[casus.pk])

    return behandel(
        request,
        Formulierpagina(
            titel="Signaal in het dossier leggen",
            formulier=lambda data, begin: Dossierformulier(
                data, begin=begin, personen=blik.leden, wil_horen=rij.wil_horen
            ),
            doe=doe,
            terug=reverse("signaal", args=[rij.pk]),
            begin={"betreft": list(namen_van(blik.leden))},
            knop="In het dossier leggen",
            context={"uitleg": f"{casus.huishouden.naam}, dossier {casus.nummer}"},
        ),
    )


@FORMULIER
@medewerker
def signaal_uit_dossier(request: HttpRequest, signaal_id: UUID) -> HttpResponse:
    """Take it out of one's own dossier, with the reason, to lay it in the right one."""
    account, nu = account_van(request), klok.nu()
    alle = Signaal.objects.filter(gemeente_id=account.gemeente_id).select_related(
        "casus__huishouden", "casus__gemeente"
    )
    rij = alle.filter(pk=signaal_id).first()
    if rij is None:
        raise Http404
    if rij.casus is None and rij.houder_id == account.pk:
        return redirect("signaal", rij.pk)
    if rij.casus is None or rij.casus.regisseur_id != account.pk:
        noteer(request, rij, geweigerd=True)
        raise PermissionDenied
    noteer(request, rij)
    pagina = Redenpagina(
        titel="Signaal uit dit dossier halen",
        knop="Uit het dossier halen",
        doe=lambda reden, versie: haal_uit_dossier(signaal=rij, reden=reden, account=account, nu=nu),
        gezegd="Het signaal is uit het dossier. U hebt het nu: zoek bij welk huishouden het hoort.",
        terug=reverse("casus", args=[rij.casus.pk]),
        naar=reverse("signaal_zoeken", args=[rij.pk]),
        uitleg=f"{rij.casus.huishouden.naam}, dossier {rij.casus.nummer}. Wat verteld is, staat daarna niet meer in dit"
        " dossier. Daarna legt u het in het goede dossier, of geeft u het door.",
        vraag="Waarom hoort het hier niet?",
        hulp="Dit leest alleen de contactpersoon van dit huishouden, en wie het signaal heeft.",
    )
    return met_reden(request, pagina)


class Vraagformulier(Form):
    """What to say to who runs the dossier."""

    use_required_attribute = False
    reden = redenveld("Wat wilt u erbij zeggen?", verplicht=False)


def _vragen(request: HttpRequest, rij: Signaal, casus: Casus) -> HttpResponse:
    account, wie = account_van(request), casus.regisseur
    team = f" ({wie.team.naam})" if wie.team is not None else ""

    def doe(form: Form, versie: int | None) -> str:
        reden = form.cleaned_data["reden"]
        stel_voor(signaal=rij, aan=wie, casus=casus, reden=reden, account=account, nu=klok.nu())
        messages.success(request, f"U vroeg {wie.naam} het signaal over te nemen. Tot die ja zegt, hebt u het.")
        return reverse("signaal", args=[rij.pk])

    return behandel(
        request,
        Formulierpagina(
            titel="Vragen aan wie dit huishouden kent",
            formulier=lambda data, begin: Vraagformulier(data, initial=dict(begin)),
            doe=doe,
            terug=reverse("signaal_zoeken", args=[rij.pk]),
            knop="Vragen om over te nemen",
            context={
                "uitleg": f"{wie.naam}{team} heeft de regie over dit huishouden. U ziet het dossier niet."
                " Tot die ja zegt, hebt u het signaal."
            },
        ),
    )


@FORMULIER
@medewerker
def signaal_huishouden_nieuw(request: HttpRequest, signaal_id: UUID) -> HttpResponse:
    """A new household with the signaal in its dossier, after looking whether it is there."""
    account, nu = account_van(request), klok.nu()
    rij = signaal_voor(request, signaal_id, houder=True)
    if account.team_id is None:
        raise weiger_pagina(request, "geen_team")
    noteer(request, rij)
    if request.session.get(GEZOCHT) != str(rij.pk):
        messages.warning(request, "Zoek eerst. Zo voorkomt u dat een huishouden twee keer bestaat.")
        return redirect("signaal_zoeken", rij.pk)

    def doe(form: Form, versie: int | None) -> str:
        g = form.cleaned_data
        personalia = Personalia(
            voornaam=g["voornaam"],
            achternaam=g["achternaam"],
            geboortedatum=g["geboortedatum"],
            telefoon=g["telefoon"],
            adres=g["adres"],
        )
        casus = begin_dossier(
            signaal=rij,
            personalia=personalia,
            wijk=g["wijk"],
            team=g["team"],
            verteld=g["verteld"],
            account=account,
            nu=nu,
        )
        messages.success(request, "Het dossier is begonnen, met het signaal erin.")
        return na_het_begin(request, casus)

    return behandel(
        request,
        Formulierpagina(
            titel="Nieuw huishouden uit dit signaal",
            formulier=lambda data, begin: _formulier(data, begin, rij, request),
            doe=doe,
            terug=reverse("signaal", args=[rij.pk]),
            begin=_uit_signaal(rij),
            knop="Dossier beginnen",
            context={"uitleg": "Wat verteld is, staat daarna in het dossier. Wie het vertelde niet."},
        ),
    )


def _formulier(data: object, begin: object, rij: Signaal, request: HttpRequest) -> Form:
    form = Huishoudenformulier(data, initial=dict(begin), account=account_van(request))  # type: ignore[call-overload]
    form.fields["verteld"] = verteldveld(verplicht=rij.wil_horen)
    return form


def _uit_signaal(rij: Signaal) -> dict[str, str]:
    """What was typed once: the name and address as they were told, and the number of who told it about themselves."""
    woorden = woorden_van([rij]).get(rij.pk, {})
    voornaam, _, achternaam = woorden.get("over_wie", "").partition(" ")
    zelf = {"telefoon": woorden.get("telefoon", "")} if rij.bron == "zelf" else {}
    return {"voornaam": voornaam, "achternaam": achternaam, "adres": woorden.get("adres", ""), **zelf}
