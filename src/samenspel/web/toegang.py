"""Who comes in: access first, in every view. Another municipality's things are not found; a refusal is noted."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from samenspel.casus.models import Casus, Traject
from samenspel.delen.models import Item
from samenspel.delen.services import leg_inzage_vast
from samenspel.organisatie.models import Account, Taak
from samenspel.organisatie.selectors import taken_van
from samenspel.web import klok, los
from samenspel.web.blik import Blik

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def account_van(request: HttpRequest) -> Account:
    """Who is logged in; views behind `ingelogd` or `medewerker` may rely on it."""
    assert isinstance(request.user, Account)
    return request.user


def ingelogd(view: View[P]) -> View[P]:
    """Only after logging in. What was typed and sent after the login had expired is kept."""

    @wraps(view)
    def inner(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if isinstance(request.user, Account):
            return view(request, *args, **kwargs)
        return los.naar_inloggen(request)

    return inner


def medewerker(view: View[P]) -> View[P]:
    """Only for people of the municipality and its partners; residents have pages of their own."""

    @wraps(view)
    def inner(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if account_van(request).persoon_id is not None:
            if request.method in ("GET", "HEAD"):
                return redirect("mijn_plan")
            raise weiger_pagina(request, "inwoner")
        return view(request, *args, **kwargs)

    return ingelogd(inner)


def met_taak(*taken: Taak) -> Callable[[View[P]], View[P]]:
    """Only for who has one of these taken today; it opens no dossier. A refusal is noted."""

    def versier(view: View[P]) -> View[P]:
        @wraps(view)
        def inner(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not taken_van(account_van(request), localdate(klok.nu())) & set(taken):
                raise weiger_pagina(request, "taak")
            return view(request, *args, **kwargs)

        return medewerker(inner)

    return versier


def weiger_pagina(request: HttpRequest, reden: str) -> PermissionDenied:
    """Note that somebody was refused before any dossier was opened; raise what this gives."""
    wat = paginanaam(request)
    leg_inzage_vast(account=account_van(request), wat=wat, reden=reden, geweigerd=True, nu=klok.nu())
    return PermissionDenied()


def paginanaam(request: HttpRequest) -> str:
    """The name of the page in the list of addresses; a look is noted by it."""
    return (request.resolver_match.url_name or "") if request.resolver_match is not None else ""


def blik_op(request: HttpRequest, casus_id: UUID) -> Blik:
    """The look into a casus. Not found in another municipality; refused, and noted, without any right."""
    account = account_van(request)
    casus = (
        Casus.objects.filter(pk=casus_id, gemeente_id=account.gemeente_id)
        .select_related("huishouden__wijk", "huishouden__team", "regisseur__vervanger", "regisseur__team", "gemeente")
        .first()
    )
    if casus is None:
        raise Http404
    blik = Blik.van(account, casus, klok.nu())
    if not blik.rechten:
        blik.noteer("casus", geweigerd=True)
        raise PermissionDenied
    request.blik = blik  # type: ignore[attr-defined]  # what every page of a dossier shows around it asks for it
    return blik


def blik_op_traject(request: HttpRequest, traject_id: UUID) -> tuple[Blik, Traject]:
    """The look into a casus by one of its trajecten. Refused, and noted, for who has no right in that one."""
    gevonden = Traject.objects.filter(pk=traject_id, gemeente_id=account_van(request).gemeente_id)
    traject = gevonden.select_related("versie").first()
    if traject is None:
        raise Http404
    blik = blik_op(request, traject.casus_id)
    if not blik.in_traject(traject.pk):
        blik.noteer("traject", [traject.pk], geweigerd=True)
        raise PermissionDenied
    traject.casus = blik.casus
    return blik, traject


def blik_op_item(request: HttpRequest, item_id: UUID) -> tuple[Blik, Item]:
    """The look into a casus by one of its items, whose content may be read."""
    item = Item.objects.filter(pk=item_id, gemeente_id=account_van(request).gemeente_id).first()
    if item is None:
        raise Http404
    blik = blik_op(request, item.casus_id)
    if item.pk not in blik.zichtbaar:
        blik.noteer(item.soort, [item.pk], geweigerd=True)
        raise PermissionDenied
    return blik, item


def vereis_regie(blik: Blik, wat: str) -> None:
    """Only the regisseur does this; a refusal is noted."""
    if not blik.regie:
        blik.noteer(wat, geweigerd=True)
        raise PermissionDenied


def geen_toegang(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page that says that something isn't for this person, and what to do."""
    return _bladzijde(request, "geen_toegang", 403)


def niet_te_lezen(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page that says that what was sent can't be read, and how to get back to what was typed."""
    return _bladzijde(request, "niet_te_lezen", 400)


def niet_gevonden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page that says that something isn't there."""
    return _bladzijde(request, "niet_gevonden", 404)


def _bladzijde(request: HttpRequest, naam: str, status: int) -> HttpResponse:
    """A resident reads it in their own frame and words."""
    account = getattr(request, "user", None)
    inwoner = isinstance(account, Account) and account.persoon_id is not None
    return render(request, f"web/inwoner_{naam}.html" if inwoner else f"web/{naam}.html", status=status)
