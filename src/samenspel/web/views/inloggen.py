"""Logging in and out, and in a demo stepping in as somebody."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import login, logout
from django.contrib.auth.forms import AuthenticationForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from samenspel.demo.mensen import TE_DOEN
from samenspel.organisatie.models import Account, Gemeente
from samenspel.web import los

BACKEND = "django.contrib.auth.backends.ModelBackend"
LOOPBACK = frozenset({"127.0.0.1", "::1"})


class Inlogformulier(AuthenticationForm):
    """Name and password; one text for whatever is wrong, so that nobody learns which names exist."""

    error_messages = {
        "invalid_login": "Deze naam en dit wachtwoord horen niet bij elkaar. Controleer ze en probeer het opnieuw.",
        "inactive": "Deze naam en dit wachtwoord horen niet bij elkaar. Controleer ze en probeer het opnieuw.",
    }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        self.fields["username"].label = "Gebruikersnaam"
        self.fields["password"].label = "Wachtwoord"


@require_http_methods(["GET", "HEAD", "POST"])
def inloggen(request: HttpRequest) -> HttpResponse:
    """Log in, and go on where one was."""
    if request.user.is_authenticated:
        return redirect("start")
    form = Inlogformulier(request, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        account = form.get_user()
        assert isinstance(account, Account)
        return _ga_in(request, account)
    return render(
        request,
        "web/inloggen.html",
        {"form": form, "next": _terug(request), "personas": _kaarten(_personas(request)), "titel": "Inloggen"},
        status=422 if request.method == "POST" else 200,
    )


@require_POST
def stap_in(request: HttpRequest) -> HttpResponse:
    """In a demo, on this machine only: go on as one of the invented people."""
    account = next((a for a in _personas(request) if str(a.pk) == request.POST.get("persona")), None)
    if account is None:
        raise Http404
    logout(request)
    return _ga_in(request, account)


@require_POST
def uitloggen(request: HttpRequest) -> HttpResponse:
    """Log out."""
    logout(request)
    return redirect("inloggen")


def _ga_in(request: HttpRequest, account: Account) -> HttpResponse:
    login(request, account, backend=BACKEND)
    antwoord = los.geef_terug(request, account) or redirect(_terug(request) or "start")
    los.onthoud_wie(antwoord, account)
    return antwoord


def _terug(request: HttpRequest) -> str:
    terug = request.POST.get("next") or request.GET.get("next") or ""
    return terug if url_has_allowed_host_and_scheme(terug, allowed_hosts=None) else ""


def _kaarten(personas: Iterable[Account]) -> list[dict[str, Any]]:
    """Everybody one can step in as, with what there is to do for them."""
    return [{"account": account, "te_doen": TE_DOEN.get(account.gebruikersnaam, "")} for account in personas]


def _personas(request: HttpRequest) -> list[Account]:
    """Invented people to step in as: only of a demo municipality, and only asked from this machine itself."""
    if request.META.get("REMOTE_ADDR") not in LOOPBACK or not Gemeente.objects.filter(demo=True).exists():
        return []
    return list(
        Account.objects.filter(gemeente__demo=True, is_active=True)
        .exclude(functie="")
        .select_related("gemeente")
        .order_by("gemeente__naam", "naam")
    )
