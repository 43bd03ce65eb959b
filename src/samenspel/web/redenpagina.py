"""A reason and done: the page that undoes something, and the button that puts it back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from samenspel.kern.stand import Geweigerd
from samenspel.web.forms.reden import Redenformulier
from samenspel.web.formulierpagina import Formulierpagina, behandel

__all__ = ["Redenpagina", "met_reden", "zonder_vragen"]


@dataclass(frozen=True, kw_only=True)
class Redenpagina:
    """What differs per page. `doe` gets the reason and the version that was read (0: none); after it `gezegd` is told
    at `naar`, or where one came from (`terug`)."""

    titel: str
    knop: str
    doe: Callable[[str, int], None]
    gezegd: str
    terug: str
    naar: str = ""
    uitleg: str = ""
    vraag: str = "Waarom klopt dit niet?"
    hulp: str = "Bijvoorbeeld: bij het verkeerde huishouden opgeschreven."
    versie: int | None = None
    sjabloon: str = "web/formulier.html"
    context: Mapping[str, Any] = field(default_factory=dict)


def met_reden(request: HttpRequest, pagina: Redenpagina) -> HttpResponse:
    """Ask the reason; with it, it is done."""

    def doe(form: Form, versie: int | None) -> str:
        pagina.doe(form.cleaned_data["reden"], versie or 0)
        messages.success(request, pagina.gezegd)
        return pagina.naar or pagina.terug

    return behandel(
        request,
        Formulierpagina(
            titel=pagina.titel,
            formulier=lambda data, begin: Redenformulier(data, begin=begin, vraag=pagina.vraag, hulp=pagina.hulp),
            doe=doe,
            terug=pagina.terug,
            versie=pagina.versie,
            knop=pagina.knop,
            sjabloon=pagina.sjabloon,
            context={"uitleg": pagina.uitleg, **pagina.context},
        ),
    )


def zonder_vragen(request: HttpRequest, doe: Callable[[], None], *, gezegd: str, naar: str) -> HttpResponse:
    """A button that asks nothing more: it is done, or it is said why not."""
    try:
        doe()
        messages.success(request, gezegd)
    except Geweigerd as nee:
        messages.error(request, str(nee))
    return HttpResponseRedirect(naar)
