"""A post that came after the login or the token had expired is kept, and given back after logging in again."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse

from samenspel.invoer.services import (
    bewaar_concept,
    bewaar_los_concept,
    haal_los_concept,
    wis_los_concept,
)
from samenspel.organisatie.models import Account
from samenspel.web import klok

WIE, TOKEN = "samenspel_wie", "samenspel_los"
EEN_WEEK = 7 * 24 * 3600
MAX_SLEUTEL = 240


def onthoud_wie(antwoord: HttpResponse, account: Account) -> None:
    """Remember, signed, who last logged in in this browser: a late post is kept for that account only."""
    antwoord.set_signed_cookie(WIE, str(account.pk), max_age=EEN_WEEK, httponly=True, samesite="Lax")


def naar_inloggen(request: HttpRequest) -> HttpResponse:
    """To the login page and back; a post is kept on the way."""
    terug = request.get_full_path() if request.method == "GET" else request.path
    antwoord = HttpResponseRedirect(f"{reverse('inloggen')}?{urlencode({'next': terug})}")
    bewaar_post(request, antwoord)
    return antwoord


def bewaar_post(request: HttpRequest, antwoord: HttpResponse) -> bool:
    """Keep what was sent, for the account that last logged in here; whether that could be done."""
    wie = request.get_signed_cookie(WIE, default="", max_age=EEN_WEEK)
    account = Account.objects.filter(pk=UUID(wie), is_active=True).first() if wie else None
    if request.method != "POST" or account is None or request.path == reverse("inloggen"):
        return False
    velden = {naam: request.POST.getlist(naam) for naam in request.POST}
    token = bewaar_los_concept(account=account, pad=request.path, inhoud=velden, nu=klok.nu())
    antwoord.set_signed_cookie(TOKEN, token, max_age=EEN_WEEK, httponly=True, samesite="Lax")
    return True


def geef_terug(request: HttpRequest, account: Account) -> HttpResponse | None:
    """After logging in: what was kept becomes the draft of the page where it belongs, and that page opens."""
    token = request.get_signed_cookie(TOKEN, default="", max_age=EEN_WEEK) or ""
    bewaard = haal_los_concept(account=account, token=token, nu=klok.nu()) if token else None
    if bewaard is None:
        return None
    bewaar_concept(account=account, sleutel=bewaard.pad, inhoud=bewaard.velden, nu=klok.nu())
    wis_los_concept(account=account, token=token)
    antwoord = redirect(bewaard.pad)
    antwoord.delete_cookie(TOKEN)
    return antwoord


def token_verlopen(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The token of a form was stale: what was typed becomes the draft of that page, which opens again.

    A browser sends no session with a post from another site (SameSite), so only the writer's own words come here.
    """
    if not isinstance(request.user, Account):
        return naar_inloggen(request)
    velden = {naam: request.POST.getlist(naam) for naam in request.POST}
    if velden and len(request.path) <= MAX_SLEUTEL:
        bewaar_concept(account=request.user, sleutel=request.path, inhoud=velden, nu=klok.nu())
    messages.warning(request, "De pagina was te lang open. Wat u typte staat er nog: verstuur het opnieuw.")
    return HttpResponseRedirect(request.path, status=303)
