"""Handing the regie over: proposed by who has it, hers or his until the colleague accepts."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenspel.casus.models import Casus
from samenspel.casus.trajecten import open_overdracht
from samenspel.regie.nacontrole import nacontrole_van
from samenspel.regie.overdracht import aanvaard_overdracht, mag_overdragen, stel_overdracht_voor, voorstel_aan
from samenspel.web import klok
from samenspel.web.blik import Blik
from samenspel.web.collegakeuze import Collegakeuze, Kring
from samenspel.web.forms.groepen import Groepsformulier
from samenspel.web.forms.traject import Overdrachtformulier
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.toegang import account_van, blik_op, medewerker, vereis_regie


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def overdragen(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Ask a colleague to take the regie over."""
    blik = blik_op(request, casus_id)
    if not mag_overdragen(blik.casus, blik.account, [blik.vooraf(t) for t in blik.trajecten if t.open]):
        vereis_regie(blik, "overdragen")
    blik.noteer("overdragen", [casus_id])
    keuze = Collegakeuze(blik.account, Kring.MET_TEAM, zonder=[blik.account.pk])
    voorstel = open_overdracht(blik.casus)
    nu_regie = "u" if blik.regie else blik.casus.regisseur.naam
    uitleg = f"Tot uw collega ja zegt, blijft {nu_regie} de contactpersoon van het huishouden."
    if voorstel is not None:
        uitleg += f" U vroeg het aan {voorstel.aan.naam}; een nieuw voorstel komt daarvoor in de plaats."

    def doe(form: Form, versie: int | None) -> str:
        aan = form.cleaned_data["account"]
        stel_overdracht_voor(casus=blik.casus, account=blik.account, aan=aan, nu=blik.nu)
        messages.success(request, f"U vroeg {aan.naam} de regie over te nemen.")
        return reverse("casus", args=[casus_id])

    return behandel(
        request,
        Formulierpagina(
            titel="Regie overdragen",
            formulier=lambda data, begin: Overdrachtformulier(data, begin=begin, keuze=keuze),
            doe=doe,
            terug=reverse("casus", args=[casus_id]),
            knop="Vragen om over te nemen",
            context={"uitleg": uitleg},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def overnemen(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Take the regie over that a colleague proposed. Who was asked need not look into the casus yet."""
    blik = _blik_van_gevraagde(request, casus_id)
    voorstel = open_overdracht(blik.casus)
    van = voorstel.van.naam if voorstel is not None else blik.casus.regisseur.naam

    def doe(form: Form, versie: int | None) -> str:
        aanvaard_overdracht(casus=blik.casus, account=blik.account, nu=blik.nu)
        messages.success(request, "U bent nu de contactpersoon van dit huishouden.")
        stand = nacontrole_van(blik.casus)
        return reverse("nacontrole" if stand is not None and stand.open else "casus", args=[casus_id])

    return behandel(
        request,
        Formulierpagina(
            titel="Regie overnemen",
            formulier=lambda data, begin: Groepsformulier(data, initial=dict(begin)),
            doe=doe,
            terug=reverse("mijn_werk"),
            knop="Overnemen",
            context={
                "uitleg": (
                    f"{van} vraagt u de regie over te nemen van {blik.casus.huishouden.naam},"
                    f" dossier {blik.casus.nummer}. U wordt dan de contactpersoon van het huishouden."
                )
            },
        ),
    )


def _blik_van_gevraagde(request: HttpRequest, casus_id: UUID) -> Blik:
    """The look of who was asked, or was and said yes just now; refused, and noted, for anybody else."""
    account = account_van(request)
    casussen = Casus.objects.filter(pk=casus_id, gemeente_id=account.gemeente_id)
    casus = casussen.select_related("huishouden", "regisseur", "gemeente").first()
    if casus is None:
        raise Http404
    blik = Blik.van(account, casus, klok.nu())
    gevraagd = voorstel_aan(casus, account) is not None
    opnieuw = request.method == "POST" and casus.regisseur_id == account.pk
    blik.noteer("overnemen", [casus_id], geweigerd=not (gevraagd or opnieuw))
    if not (gevraagd or opnieuw):
        raise PermissionDenied
    return blik
