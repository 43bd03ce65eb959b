"""An agreement that somebody has to keep, also who looks into the dossier no more: that one, and nothing else of it."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenspel.kern.delen import Reden
from samenspel.plan.models import Actie
from samenspel.regie.plannen import rond_af
from samenspel.regie.reacties import meld_bij_afspraak
from samenspel.web import klok
from samenspel.web.blik import Blik
from samenspel.web.eigen_afspraken import afspraakpagina
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.redenpagina import Redenpagina, met_reden
from samenspel.web.toegang import account_van, medewerker

FORMULIER = require_http_methods(["GET", "HEAD", "POST"])


@FORMULIER
@medewerker
def eigen_afspraak(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """What was agreed, until when and with whom; its owner says here that it is done."""
    account, rij = account_van(request), _actie(request, item_id)
    if rij.account_id == account.pk and (rij.gedaan_op is not None or rij.item.ingetrokken_op is not None):
        messages.info(request, "Deze afspraak is afgerond of vervallen. U hoeft er niets meer voor te doen.")
        return redirect("mijn_werk")
    blik = _blik(request, rij, "eigen_afspraak")

    def doe(form: Form, versie: int | None) -> str:
        rond_af(actie=rij, account=account, nu=blik.nu)
        messages.success(request, "De afspraak is afgerond.")
        return reverse("mijn_werk")

    return behandel(
        request,
        Formulierpagina(
            titel="Uw afspraak",
            formulier=lambda data, begin: Form(data),
            doe=doe,
            terug=reverse("mijn_werk"),
            knop="Dit is gedaan",
            sjabloon="web/eigen_afspraak.html",
            context={"terugtekst": "Terug", **afspraakpagina(blik, rij)},
        ),
    )


@FORMULIER
@medewerker
def eigen_afspraak_bericht(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Tell the regisseur why it won't work, or that it takes longer."""
    rij = _actie(request, item_id)
    blik = _blik(request, rij, "eigen_afspraak_bericht")
    regisseur = blik.casus.regisseur.naam

    def doe(bericht: str, versie: int) -> None:
        meld_bij_afspraak(actie=rij, tekst=bericht, account=blik.account, nu=blik.nu)

    return met_reden(
        request,
        Redenpagina(
            titel="Laat weten hoe het staat",
            knop="Versturen",
            doe=doe,
            gezegd=f"{regisseur} leest dit in Mijn werk. Het antwoord komt hier te staan.",
            terug=reverse("eigen_afspraak", args=[item_id]),
            uitleg=f"{regisseur} leest dit en spreekt met u af hoe het verdergaat.",
            vraag="Wat lukt er niet, of wanneer lukt het wel?",
            hulp="Wie de afspraak mag lezen, leest dit ook. Het huishouden dus ook.",
        ),
    )


def _actie(request: HttpRequest, item_id: UUID) -> Actie:
    """The agreement with what its page shows of the casus; not found in another municipality."""
    rijen = Actie.objects.filter(pk=item_id, gemeente_id=account_van(request).gemeente_id)
    om_heen = ("item__casus__huishouden", "item__casus__regisseur__vervanger", "item__casus__gemeente")
    rij = rijen.select_related(*om_heen, "item__traject", "traject__versie", "agendapunt__tafel").first()
    if rij is None:
        raise Http404
    if rij.traject is not None:
        rij.traject.casus = rij.item.casus
    return rij


def _blik(request: HttpRequest, rij: Actie, wat: str) -> Blik:
    """The look of its owner, noted; refused, and noted, for anybody else."""
    blik = Blik.van(account_van(request), rij.item.casus, klok.nu())
    if not blik.heeft_afspraak(rij.pk):
        blik.noteer(wat, [rij.pk], geweigerd=True)
        raise PermissionDenied
    blik.noteer(wat, [rij.pk], reden=None if blik.rechten else Reden.AFSPRAAK)
    return blik
