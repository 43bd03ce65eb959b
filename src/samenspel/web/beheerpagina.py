"""What the pages of the administrator share: finding a row of one's own municipality, and forms that go back."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from samenspel.kern.stand import Geweigerd
from samenspel.organisatie.basis import VanGemeente
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.toegang import account_van

__all__ = ["beheerformulier", "doe_of_zeg_waarom", "van_hier"]

R = TypeVar("R", bound=VanGemeente)


def van_hier(request: HttpRequest, model: type[R], pk: UUID) -> R:
    """A row of one's own municipality; not found otherwise."""
    rij = model._default_manager.filter(pk=pk, gemeente_id=account_van(request).gemeente_id).first()
    if rij is None:
        raise Http404
    return rij


def doe_of_zeg_waarom(request: HttpRequest, doe: Callable[[], object], gelukt: str, naar: str) -> HttpResponse:
    """Do what a button asks, or say why it can't be; then to a page."""
    try:
        doe()
    except Geweigerd as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, gelukt)
    return redirect(naar)


def beheerformulier(
    request: HttpRequest,
    *,
    titel: str,
    formulier: Callable[..., Form],
    opslaan: Callable[[Any, int], str],
    naar: str,
    begin: Mapping[str, Any] | None = None,
    versie: int | None = None,
    huidig: Callable[[], Mapping[str, str]] = dict,
    uitleg: str = "",
    knop: str = "Opslaan",
    terug: str = "",
) -> HttpResponse:
    """A form: `opslaan` saves it over a version and tells where to go (empty: `naar`)."""

    def doe(form: Form, gezien: int | None) -> str:
        try:
            with transaction.atomic():
                return opslaan(form, gezien or 0) or naar
        except IntegrityError:
            # Somebody else was first with the same name or the same period.
            raise Geweigerd("Dit is intussen al gedaan. Open de pagina opnieuw en kijk wat er staat.") from None

    return behandel(
        request,
        Formulierpagina(
            titel=titel,
            formulier=lambda data, eerste: formulier(data, begin=eerste),
            doe=doe,
            terug=terug or naar,
            begin=begin or {},
            versie=versie,
            huidig=huidig,
            knop=knop,
            context={"uitleg": uitleg},
        ),
    )
