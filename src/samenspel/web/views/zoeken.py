"""Look a household up, and only then make it. What is looked for never stands in an address."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from samenspel.casus.models import Casus
from samenspel.huishouden.selectors import is_naamgenoot, leden_op
from samenspel.huishouden.services import Personalia
from samenspel.organisatie.models import Account, Team, Wijk
from samenspel.regie.aanmelden import maak_dossier
from samenspel.regie.zoeken import zoek_huishoudens
from samenspel.web import klok
from samenspel.web.deel import alleen_deel
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.toegang import account_van, medewerker, weiger_pagina
from samenspel.web.treffers import treffer_regel

GEZOCHT = "gezocht"
NAAMGENOOT = "Iemand met deze naam en geboortedatum stond er al. Is het dezelfde persoon? Voeg ze dan samen."
MAX_ZOEKTEKST = 100


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def zoeken(request: HttpRequest) -> HttpResponse:
    """Households of the municipality; of another team's only that somebody runs it already."""
    account, tekst = account_van(request), request.POST.get("q", "").strip()[:MAX_ZOEKTEKST]
    gevonden: list[dict[str, Any]] = []
    if tekst:
        gevonden = [treffer_regel(t) for t in zoek_huishoudens(account=account, tekst=tekst, nu=klok.nu())]
        # That there was a search is enough; for whom isn't kept.
        request.session[GEZOCHT] = True
    return render(
        request,
        "web/_gevonden.html" if alleen_deel(request) else "web/zoeken.html",
        {"zoekvraag": tekst, "gevonden": gevonden, "gezocht": bool(tekst), "mag_maken": account.team_id is not None},
    )


class Wijkkeuze(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """A neighbourhood or a team, by its name."""

    def label_from_instance(self, obj: Wijk | Team) -> str:
        return obj.naam


class Huishoudenformulier(forms.Form):
    """The least that a dossier needs; the rest is asked at the kitchen table."""

    voornaam = forms.CharField(label="Voornaam van uw eerste contact in het huishouden", max_length=300)
    achternaam = forms.CharField(label="Achternaam", max_length=300)
    geboortedatum = forms.DateField(
        label="Geboortedatum",
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text="Weet u die niet? Laat het dan leeg.",
    )
    telefoon = forms.CharField(label="Telefoon", required=False, max_length=30)
    adres = forms.CharField(
        label="Adres",
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text="Is het geheim? Laat het hier leeg en vul het in bij de persoon, onder ‘Gegevens en gezag’.",
    )
    wijk = Wijkkeuze(label="Wijk", queryset=Wijk.objects.none(), required=False, empty_label="Weet ik niet")
    team = Wijkkeuze(
        label="Bij welk team hoort het huishouden?",
        help_text="Weet u het niet? Kies dan ‘Het team van de wijk’.",
        queryset=Team.objects.none(),
        required=False,
        empty_label="Het team van de wijk",
    )

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wijk = self.fields["wijk"]
        assert isinstance(wijk, forms.ModelChoiceField)
        wijk.queryset = Wijk.objects.filter(gemeente_id=account.gemeente_id)
        team = self.fields["team"]
        assert isinstance(team, forms.ModelChoiceField)
        team.queryset = Team.objects.filter(gemeente_id=account.gemeente_id, tot__isnull=True)
        if account.team is not None and account.team.wijken.exists():
            team.initial = account.team.pk


def na_het_begin(request: HttpRequest, casus: Casus) -> str:
    """The dossier; of a household of another team, who is to take it over; of somebody who is known, that question."""
    team = casus.huishouden.team
    bekend = next((p for p in leden_op(casus.huishouden, localdate(klok.nu())) if is_naamgenoot(p)), None)
    if bekend is not None:
        messages.warning(request, NAAMGENOOT)
    if team.pk == account_van(request).team_id:
        if bekend is not None:
            return reverse("persoon_dubbel", args=[casus.pk, bekend.pk])
        return reverse("casus", args=[casus.pk])
    messages.info(request, f"Het huishouden hoort bij {team.naam}. Vraag een collega van dat team om de regie.")
    return reverse("overdragen", args=[casus.pk])


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def huishouden_nieuw(request: HttpRequest) -> HttpResponse:
    """A new household with its dossier, after looking whether it is there."""
    account = account_van(request)
    if account.team_id is None:
        raise weiger_pagina(request, "geen_team")
    if GEZOCHT not in request.session:
        return render(request, "web/zoeken.html", {"eerst_zoeken": True, "gevonden": [], "gezocht": False})

    def doe(form: forms.Form, versie: int | None) -> str:
        g = form.cleaned_data
        personalia = Personalia(
            voornaam=g["voornaam"],
            achternaam=g["achternaam"],
            geboortedatum=g["geboortedatum"],
            telefoon=g["telefoon"],
            adres=g["adres"],
        )
        casus = maak_dossier(account=account, personalia=personalia, wijk=g["wijk"], team=g["team"], nu=klok.nu())
        return na_het_begin(request, casus)

    return behandel(
        request,
        Formulierpagina(
            titel="Nieuw huishouden",
            formulier=lambda data, begin: Huishoudenformulier(data, initial=dict(begin), account=account),
            doe=doe,
            terug=reverse("zoeken"),
            knop="Dossier beginnen",
        ),
    )
