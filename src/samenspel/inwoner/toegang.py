"""Who comes in: residents only, and only into the plan of a household to which they belong now."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from samenspel.casus.models import Casus
from samenspel.delen.kijker import bewoonde_casussen
from samenspel.delen.models import Item
from samenspel.huishouden.models import Persoon
from samenspel.kern.delen import Bewoner
from samenspel.organisatie.models import Account
from samenspel.web import klok
from samenspel.web.blik import Blik
from samenspel.web.toegang import account_van, blik_op, ingelogd, weiger_pagina

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def inwoner(view: View[P]) -> View[P]:
    """Only for residents, after logging in; others have pages of their own."""

    @wraps(view)
    def inner(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if account_van(request).persoon_id is None:
            if request.method in ("GET", "HEAD"):
                return redirect("start")
            raise weiger_pagina(request, "geen_inwoner")
        return view(request, *args, **kwargs)

    return ingelogd(inner)


def persoon_van(request: HttpRequest) -> Persoon:
    """The resident; views behind `inwoner` may rely on it."""
    persoon = account_van(request).persoon
    assert persoon is not None
    return persoon


def mijn_blik(request: HttpRequest, casus_id: UUID) -> Blik:
    """The look of a resident into their own plan. Refused, and noted, where they don't belong to the household."""
    blik = blik_op(request, casus_id)
    if bewoner_van(blik) is None:
        blik.noteer("mijn_plan", geweigerd=True)
        raise PermissionDenied
    return blik


def mijn_blik_op_item(request: HttpRequest, item_id: UUID) -> tuple[Blik, Item]:
    """The look into one's plan by one of its items, which must concern the resident."""
    item = Item.objects.filter(pk=item_id, gemeente_id=account_van(request).gemeente_id).first()
    if item is None:
        raise Http404
    blik = mijn_blik(request, item.casus_id)
    if item.pk not in blik.zichtbaar:
        blik.noteer(item.soort, [item.pk], geweigerd=True)
        raise PermissionDenied
    return blik, item


def bewoner_van(blik: Blik) -> Bewoner | None:
    """The right of a member of the household, if this look has it."""
    return next((r for r in blik.rechten if isinstance(r, Bewoner)), None)


def mijn_casussen(account: Account) -> list[Casus]:
    """The plans of the households to which a resident belongs now, the newest first."""
    casussen = Casus.objects.filter(gemeente_id=account.gemeente_id, pk__in=bewoonde_casussen(account, klok.nu()))
    return list(casussen.select_related("huishouden", "regisseur").order_by("-geopend_op"))
