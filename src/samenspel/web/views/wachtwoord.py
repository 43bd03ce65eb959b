"""Choosing a password: by the inloglink for the first time, and later by oneself."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth import login, update_session_auth_hash
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samenspel.organisatie.accounts import kies_wachtwoord, klopt_token
from samenspel.organisatie.models import Account
from samenspel.web import klok, los
from samenspel.web.toegang import account_van, ingelogd
from samenspel.web.views.inloggen import BACKEND


def _wachtwoordveld(label: str, soort: str, hulp: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        strip=False,
        max_length=500,
        help_text=hulp,
        widget=forms.PasswordInput(attrs={"autocomplete": soort}),
        error_messages={"required": "Vul dit in."},
    )


class Wachtwoordformulier(forms.Form):
    """A new password, twice; for who is logged in the old one first."""

    use_required_attribute = False
    oud = _wachtwoordveld("Uw wachtwoord van nu", "current-password")
    nieuw = _wachtwoordveld(
        "Nieuw wachtwoord",
        "new-password",
        "Minstens 12 tekens. Een paar gewone woorden achter elkaar is sterk en goed te onthouden.",
    )
    nogmaals = _wachtwoordveld("Nieuw wachtwoord, nog een keer", "new-password")

    def __init__(self, data: Any, *, account: Account, met_oud: bool) -> None:
        super().__init__(data)
        self.account = account
        if not met_oud:
            del self.fields["oud"]

    def clean_oud(self) -> str:
        """Who walks up to somebody's screen doesn't know it."""
        oud: str = self.cleaned_data["oud"]
        if not self.account.check_password(oud):
            raise ValidationError("Dit is niet het wachtwoord waarmee u nu inlogt.")
        return oud

    def clean_nieuw(self) -> str:
        """Strong enough."""
        nieuw: str = self.cleaned_data["nieuw"]
        validate_password(nieuw, self.account)
        return nieuw

    def clean(self) -> None:
        """Typed twice the same."""
        nieuw = self.cleaned_data.get("nieuw")
        if nieuw is not None and nieuw != self.cleaned_data.get("nogmaals", nieuw):
            self.add_error("nogmaals", "De twee wachtwoorden zijn niet gelijk. Typ ze opnieuw.")


@require_http_methods(["GET", "HEAD", "POST"])
def welkom(request: HttpRequest, account_id: UUID, token: str) -> HttpResponse:
    """Choose the first password by the inloglink, and be logged in."""
    if request.user.is_authenticated:
        return redirect("start")
    account = Account.objects.filter(pk=account_id).first()
    if account is None or not klopt_token(account, token):
        return render(request, "web/link_verlopen.html", status=404)
    form = Wachtwoordformulier(request.POST or None, account=account, met_oud=False)
    if request.method == "POST" and form.is_valid():
        kies_wachtwoord(account=account, wachtwoord=form.cleaned_data["nieuw"], nu=klok.nu())
        login(request, account, backend=BACKEND)
        messages.success(request, "Uw wachtwoord is bewaard. U bent ingelogd.")
        antwoord = redirect("start")
        los.onthoud_wie(antwoord, account)
        return antwoord
    return _toon(request, form, f"Welkom, {account.naam}", f"Uw gebruikersnaam is {account.gebruikersnaam}.")


@require_http_methods(["GET", "HEAD", "POST"])
@ingelogd
def wachtwoord(request: HttpRequest) -> HttpResponse:
    """Choose another password; elsewhere one is logged out."""
    account = account_van(request)
    form = Wachtwoordformulier(request.POST or None, account=account, met_oud=True)
    if request.method == "POST" and form.is_valid():
        kies_wachtwoord(account=account, wachtwoord=form.cleaned_data["nieuw"], nu=klok.nu())
        update_session_auth_hash(request, account)
        messages.success(request, "Uw wachtwoord is gewijzigd.")
        return redirect("start")
    return _toon(request, form, "Wijzig wachtwoord", "Op andere apparaten wordt u afgemeld.")


def _toon(request: HttpRequest, form: Wachtwoordformulier, titel: str, uitleg: str) -> HttpResponse:
    fout = request.method == "POST"
    context = {"form": form, "titel": titel, "uitleg": uitleg, "knop": "Wachtwoord bewaren", "terug": ""}
    return render(request, "web/wachtwoord.html", context, status=422 if fout else 200)
