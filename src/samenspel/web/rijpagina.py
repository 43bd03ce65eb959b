"""Pages with the form of one row of a dossier: to add one, to change one, and to say one thing more about one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenspel.delen.services import huidige_woorden
from samenspel.organisatie.basis import VanItem
from samenspel.regie.rijen import Formulierrij
from samenspel.web.blik import Blik
from samenspel.web.forms.betreft import namen_van
from samenspel.web.forms.rij import Rijformulier
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.toegang import blik_op, blik_op_item, paginanaam, vereis_regie

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

__all__ = ["FORMULIER", "Rijpagina", "over_rij", "rij_nieuw", "rij_van", "rij_wijzigen"]

R = TypeVar("R", bound=VanItem)
G = TypeVar("G", bound="DataclassInstance")
FORMULIER = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True, kw_only=True)
class Rijpagina(Generic[R, G]):
    """What differs per kind in the pages to add one and to change one.

    `formulier` gives the form with all but its data, what it begins with and about whom it may be; `lijst` is the page
    to return to. `titel` and `gezegd` (the message when it is saved) are those of changing.
    """

    rijsoort: Formulierrij[R, G]
    formulier: Callable[[Blik, R | None], Callable[..., Rijformulier[R, G]]]
    lijst: str
    titel_nieuw: str
    gezegd_nieuw: str
    titel: Callable[[R], str]
    gezegd: str
    begin: Callable[[HttpRequest, Blik], Mapping[str, Any]] = lambda request, blik: {}


def rij_nieuw(request: HttpRequest, casus_id: UUID, pagina: Rijpagina[R, G]) -> HttpResponse:
    """Add one."""
    blik = blik_op(request, casus_id)
    vereis_regie(blik, paginanaam(request))
    blik.noteer(paginanaam(request), [casus_id])
    maak = pagina.formulier(blik, None)

    def doe(form: Form, versie: int) -> None:
        assert isinstance(form, Rijformulier)
        pagina.rijsoort.voeg_toe(
            casus=blik.casus,
            gegevens=form.waarden,
            woorden=form.woorden,
            betreft=form.over,
            account=blik.account,
            nu=blik.nu,
        )

    return over_rij(
        request,
        blik,
        titel=pagina.titel_nieuw,
        formulier=lambda data, eerst: maak(data, begin=eerst, personen=blik.leden),
        doe=doe,
        gezegd=pagina.gezegd_nieuw,
        lijst=pagina.lijst,
        begin={"betreft": list(namen_van(blik.leden)), **pagina.begin(request, blik)},
    )


def rij_wijzigen(request: HttpRequest, item_id: UUID, pagina: Rijpagina[R, G]) -> HttpResponse:
    """What is known of one, to change."""
    blik, rij = rij_van(request, item_id, pagina.rijsoort.model)
    personen = [*blik.leden, *(p for p in rij.item.betreft.all() if p not in blik.leden)]
    maak = pagina.formulier(blik, rij)

    def doe(form: Form, versie: int) -> None:
        assert isinstance(form, Rijformulier)
        pagina.rijsoort.wijzig(
            rij=rij,
            gegevens=form.waarden,
            woorden=form.woorden,
            betreft=form.over,
            account=blik.account,
            versie=versie,
            nu=blik.nu,
        )

    def huidig() -> dict[str, Any]:
        vers = pagina.rijsoort.model._default_manager.select_related("item").get(pk=rij.pk)
        return maak(None, begin={}, personen=personen).ingevuld(vers, huidige_woorden(vers.item))

    return over_rij(
        request,
        blik,
        rij,
        titel=pagina.titel(rij),
        formulier=lambda data, eerst: maak(data, begin=eerst, personen=personen),
        doe=doe,
        gezegd=pagina.gezegd,
        lijst=pagina.lijst,
        begin=huidig(),
        huidig=huidig,
        intrekken=True,
    )


def rij_van(request: HttpRequest, item_id: UUID, model: type[R]) -> tuple[Blik, R]:
    """The row of an item, for the regisseur; that it is looked at is noted by the name of the page."""
    blik, item = blik_op_item(request, item_id)
    vereis_regie(blik, paginanaam(request))
    rij = model._default_manager.filter(pk=item.pk).select_related("item").first()
    if rij is None:
        raise Http404
    rij.item.casus = blik.casus
    blik.noteer(paginanaam(request), [item.pk])
    return blik, rij


def over_rij(
    request: HttpRequest,
    blik: Blik,
    rij: VanItem | None = None,
    *,
    titel: str,
    formulier: Callable[[QueryDict | None, Mapping[str, Any]], Form],
    doe: Callable[[Form, int], None],
    gezegd: str,
    lijst: str,
    begin: Mapping[str, Any] | None = None,
    huidig: Callable[[], Mapping[str, Any]] = dict,
    knop: str = "Opslaan",
    intrekken: bool = False,
) -> HttpResponse:
    """One form about a row (None: a new one): `doe` saves it over a version, then `gezegd` is told on the list."""
    terug = reverse(lijst, args=[blik.casus.pk])
    versie = rij.item.versie if rij is not None else None

    def bewaar(form: Form, op_scherm: int | None) -> str:
        doe(form, op_scherm or versie or 1)
        messages.success(request, gezegd)
        return terug

    return behandel(
        request,
        Formulierpagina(
            titel=titel,
            formulier=formulier,
            doe=bewaar,
            terug=terug,
            begin=begin or {},
            versie=versie,
            huidig=huidig,
            knop=knop,
            sjabloon="web/formulier_intrekbaar.html",
            context={"casus": blik.casus, "item": rij.pk if rij is not None and intrekken else None},
        ),
    )
