"""Mijn team: for who leads a team. Counts; names of households only of who is away, to hand casussen over."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenspel.casus.models import Casus, Overdracht
from samenspel.casus.trajecten import open_overdracht
from samenspel.delen.services import leg_inzage_vast
from samenspel.kern.stand import Geweigerd
from samenspel.organisatie.models import Account, Afwezigheid, Taak
from samenspel.organisatie.selectors import afwezigheid_van, geleide_teams, leidt
from samenspel.organisatie.services import AfwezigheidKanNiet, beeindig_afwezigheid, leg_afwezigheid_vast
from samenspel.regie.overdracht import stel_overdracht_voor
from samenspel.web import klok
from samenspel.web.collegakeuze import Collegakeuze, Kring
from samenspel.web.forms.team import Afwezigformulier
from samenspel.web.forms.traject import Overdrachtformulier
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.teampagina import afwezig_tekst, team_van
from samenspel.web.toegang import account_van, met_taak, weiger_pagina


@require_safe
@met_taak(Taak.TEAMLEIDING)
def mijn_team(request: HttpRequest) -> HttpResponse:
    """How much each worker of the teams that I lead carries."""
    vandaag = localdate(klok.nu())
    teams = [(team, team_van(team, vandaag)) for team in geleide_teams(account_van(request), vandaag)]
    return render(request, "web/mijn_team.html", {"teams": teams})


@require_http_methods(["GET", "HEAD", "POST"])
@met_taak(Taak.TEAMLEIDING)
def afwezig_melden(request: HttpRequest, account_id: UUID) -> HttpResponse:
    """Note that a worker is away and who stands in."""
    werker, nu = _werker(request, account_id), klok.nu()
    keuze = Collegakeuze(account_van(request), Kring.MET_TEAM, zonder=[werker.pk])

    def doe(form: Form, versie: int | None) -> str:
        try:
            leg_afwezigheid_vast(account=werker, door=account_van(request), nu=nu, **form.cleaned_data)
        except AfwezigheidKanNiet as fout:
            raise Geweigerd(str(fout)) from None
        messages.success(request, f"{werker.naam} staat als afwezig. {form.cleaned_data['vervanger'].naam} vervangt.")
        return reverse("mijn_team")

    uitleg = (
        "Wie vervangt, ziet de casussen van deze collega en doet zolang het werk. De inwoner leest in Mijn plan wie"
        " vervangt. Waarom iemand weg is, schrijft u hier niet op."
    )
    return behandel(
        request,
        Formulierpagina(
            titel=f"{werker.naam} afwezig melden",
            formulier=lambda data, begin: Afwezigformulier(data, begin=begin, keuze=keuze),
            doe=doe,
            begin={"van": localdate(nu), "vervanger": str(werker.vervanger_id or "")},
            terug=reverse("mijn_team"),
            knop="Afwezig melden",
            context={"uitleg": uitleg},
        ),
    )


@require_POST
@met_taak(Taak.TEAMLEIDING)
def weer_terug(request: HttpRequest, afwezigheid_id: UUID) -> HttpResponse:
    """A worker is back."""
    rijen = Afwezigheid.objects.filter(pk=afwezigheid_id, gemeente_id=account_van(request).gemeente_id)
    afwezig = rijen.select_related("account").first()
    if afwezig is None:
        raise Http404
    _werker(request, afwezig.account_id)
    beeindig_afwezigheid(afwezigheid=afwezig, door=account_van(request), nu=klok.nu())
    messages.success(request, f"{afwezig.account.naam} is terug.")
    return redirect("mijn_team")


@require_safe
@met_taak(Taak.TEAMLEIDING)
def casussen_van(request: HttpRequest, account_id: UUID) -> HttpResponse:
    """The casussen of a worker who is away: number and name, to hand them over. Noted as a look."""
    werker, nu = _werker(request, account_id), klok.nu()
    afwezig = _vereis_afwezig(request, werker)
    casussen = list(Casus.objects.filter(regisseur=werker).select_related("huishouden").order_by("nummer"))
    voorstellen = Overdracht.objects.filter(
        casus__in=casussen, aanvaard_op__isnull=True, ingetrokken_op__isnull=True
    ).select_related("aan")
    gevraagd = {v.casus_id: v for v in voorstellen}
    leg_inzage_vast(account=account_van(request), wat="casussen_van", ids=[c.pk for c in casussen], reden="taak", nu=nu)
    context = {
        "werker": werker,
        "afwezig": afwezig_tekst(afwezig, localdate(nu)),
        "regels": [{"casus": c, "gevraagd": gevraagd.get(c.pk)} for c in casussen],
    }
    return render(request, "web/team_casussen.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@met_taak(Taak.TEAMLEIDING)
def overdragen_voor(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Ask a colleague to take a casus over from somebody who is away; nothing of the dossier is shown."""
    account, nu = account_van(request), klok.nu()
    rijen = Casus.objects.filter(pk=casus_id, gemeente_id=account.gemeente_id)
    casus = rijen.select_related("huishouden", "regisseur", "gemeente").first()
    if casus is None:
        raise Http404
    mag = leidt(account, casus.regisseur, localdate(nu)) and afwezigheid_van(casus.regisseur, localdate(nu)) is not None
    opnieuw = request.method == "POST" and _net_gevraagd(casus, account)
    leg_inzage_vast(
        account=account,
        casus=casus,
        wat="overdragen",
        ids=[casus_id],
        reden="taak",
        geweigerd=not (mag or opnieuw),
        nu=nu,
    )
    if not (mag or opnieuw):
        raise PermissionDenied
    werker = casus.regisseur
    keuze = Collegakeuze(account, Kring.MET_TEAM, zonder=[account.pk, werker.pk])

    def doe(form: Form, versie: int | None) -> str:
        aan = form.cleaned_data["account"]
        stel_overdracht_voor(casus=casus, account=account, aan=aan, nu=nu)
        messages.success(request, f"U vroeg {aan.naam} de regie van {casus.nummer} over te nemen.")
        return reverse("casussen_van", args=[werker.pk])

    return behandel(
        request,
        Formulierpagina(
            titel="Regie laten overnemen",
            formulier=lambda data, begin: Overdrachtformulier(data, begin=begin, keuze=keuze),
            doe=doe,
            terug=reverse("casussen_van", args=[werker.pk]),
            knop="Vragen om over te nemen",
            context={
                "uitleg": (
                    f"Casus {casus.nummer}, {casus.huishouden.naam}. Tot uw collega ja zegt, blijft {werker.naam} de"
                    " contactpersoon."
                )
            },
        ),
    )


def _net_gevraagd(casus: Casus, account: Account) -> bool:
    """Whether this account asked it itself: pressing twice gives the same answer."""
    voorstel = open_overdracht(casus)
    return voorstel is not None and voorstel.van_id == account.pk


def _werker(request: HttpRequest, account_id: UUID) -> Account:
    """A worker of a team that I lead; another municipality's isn't found, another team's is refused."""
    account = account_van(request)
    werker = Account.objects.filter(pk=account_id, gemeente_id=account.gemeente_id, persoon__isnull=True).first()
    if werker is None:
        raise Http404
    if not leidt(account, werker, localdate(klok.nu())):
        raise weiger_pagina(request, "taak")
    return werker


def _vereis_afwezig(request: HttpRequest, werker: Account) -> Afwezigheid:
    afwezig = afwezigheid_van(werker, localdate(klok.nu()))
    if afwezig is None:
        raise weiger_pagina(request, "taak")
    return afwezig
