"""A household or a person that was recorded twice: look at both sides, bring them together, take them apart."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenspel.casus.models import Casus, Samenvoeging
from samenspel.casus.services import casusnummer
from samenspel.huishouden.zoekvraag import lees_zoekvraag
from samenspel.kern.delen.samenvoegen import Wijze
from samenspel.kern.stand import Geweigerd
from samenspel.regie import samenvoegen as regie
from samenspel.web.blik import Blik
from samenspel.web.forms.velden import Keuzeveld, kort
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.samengevoegd import dubbelganger, kant, persoonskant
from samenspel.web.toegang import account_van, blik_op, medewerker, vereis_regie

HELP = "Er gaat niets verloren: alles blijft waar het staat, en u kunt het ongedaan maken."


class Nummerformulier(forms.Form):
    """Which other dossier."""

    use_required_attribute = False
    nummer = forms.CharField(
        label="Casusnummer van het andere dossier",
        max_length=20,
        widget=kort(autocomplete="off"),
        help_text="Bijvoorbeeld 2026-00042. U vindt het door het huishouden op te zoeken.",
        error_messages={"required": "Vul het casusnummer in."},
    )

    def __init__(self, *args: Any, blik: Blik, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._blik = blik

    def clean_nummer(self) -> Casus:
        """Another dossier of this municipality."""
        vraag = lees_zoekvraag(self.cleaned_data["nummer"], self._blik.dag)
        jaar, volgnummer = vraag.nummer or (None, 0)
        nummer = casusnummer(jaar, volgnummer) if jaar is not None else ""
        casus = Casus.objects.filter(gemeente=self._blik.casus.gemeente_id, nummer=nummer).first()
        if casus is None:
            raise ValidationError("Dit casusnummer is er niet in uw gemeente. Controleer de cijfers.")
        if casus.pk == self._blik.casus.pk:
            raise ValidationError("Dit is het nummer van dit dossier zelf. Vul dat van het andere in.")
        return casus


class Blijftformulier(forms.Form):
    """Which of both stays."""

    use_required_attribute = False

    def __init__(self, *args: Any, keuzes: dict[str, str], vraag: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fout = {"required": "Kies welke blijft."}
        self.fields["blijft"] = Keuzeveld(label=vraag, keuzes=keuzes, onbekend="", error_messages=fout)


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def samenvoegen(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """This household is there twice: which is the other dossier."""
    blik = _regie(request, casus_id, "samenvoegen")

    def doe(form: Form, versie: int | None) -> str:
        return reverse("samenvoegen_bekijken", args=[casus_id, form.cleaned_data["nummer"].pk])

    return behandel(
        request,
        Formulierpagina(
            titel="Dit huishouden staat er dubbel in",
            formulier=lambda data, begin: Nummerformulier(data, initial=dict(begin), blik=blik),
            doe=doe,
            terug=reverse("casus", args=[casus_id]),
            knop="Bekijk beide",
            context={"uitleg": blik.casus.huishouden.naam},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def samenvoegen_bekijken(request: HttpRequest, casus_id: UUID, ander_id: UUID) -> HttpResponse:
    """Both sides, as far as one may see them, and which stays."""
    blik = _regie(request, casus_id, "samenvoegen")
    if ander_id == casus_id:
        return redirect("samenvoegen", casus_id)
    rijen = Casus.objects.filter(pk=ander_id, gemeente=blik.casus.gemeente_id)
    ander = rijen.select_related("huishouden__wijk", "regisseur__team").first()
    if ander is None:
        raise Http404
    hoe = regie.wijze(blik.account, blik.casus, ander, blik.nu)
    nummers = {f"{blik.casus.nummer} (dit dossier)": "dit", ander.nummer: "ander"}

    def doe(form: Form, versie: int | None) -> str:
        dit = form.cleaned_data["blijft"] == "dit"
        rij = regie.begin_samenvoeging(
            blijft=blik.casus if dit else ander,
            gaat=ander if dit else blik.casus,
            personen=None,
            account=blik.account,
            nu=blik.nu,
        )
        _meld(request, rij, ander)
        return reverse("samenvoeging", args=[rij.pk])

    return behandel(
        request,
        Formulierpagina(
            titel="Twee dossiers van één huishouden",
            formulier=lambda data, begin: Blijftformulier(
                data, initial=dict(begin), keuzes=nummers, vraag="Welk dossier blijft voorop staan?"
            ),
            doe=doe,
            terug=reverse("casus", args=[casus_id]),
            knop=_knop(hoe, ander),
            sjabloon="web/samenvoegen.html",
            context={"uitleg": HELP, "kanten": [kant(blik, blik.casus), kant(blik, ander)]},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def persoon_dubbel(request: HttpRequest, casus_id: UUID, persoon_id: UUID) -> HttpResponse:
    """Somebody is there twice: in this household, or with the same name and birth date in another."""
    blik = _regie(request, casus_id, "persoon_dubbel")
    lid = next((p for p in blik.leden if p.pk == persoon_id), None)
    if lid is None:
        raise Http404
    anderen = dubbelganger(blik, lid)
    keuzes = {f"{nummer}. {ander.naam}": str(nummer) for nummer, (ander, _) in enumerate(anderen, 1)}

    def doe(form: Form, versie: int | None) -> str:
        if not anderen:
            raise Geweigerd("Er is niemand met wie deze persoon samen kan.")
        ander, casus = anderen[int(form.cleaned_data["blijft"]) - 1]
        rij = regie.begin_samenvoeging(
            blijft=casus, gaat=blik.casus, personen=(ander, lid), account=blik.account, nu=blik.nu
        )
        _meld(request, rij, casus)
        return reverse("samenvoeging", args=[rij.pk])

    return behandel(
        request,
        Formulierpagina(
            titel=f"{lid.naam} staat er dubbel in",
            formulier=lambda data, begin: Blijftformulier(
                data, initial=dict(begin), keuzes=keuzes, vraag="Als wie gaat deze persoon verder?"
            ),
            doe=doe,
            terug=reverse("personen", args=[casus_id]),
            knop="Samenvoegen",
            sjabloon="web/samenvoegen.html",
            context={
                "uitleg": HELP,
                "kanten": [
                    persoonskant(blik, lid, blik.casus, "Deze persoon"),
                    *(persoonskant(blik, a, c, str(n)) for n, (a, c) in enumerate(anderen, 1)),
                ],
            },
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def samenvoeging(request: HttpRequest, samenvoeging_id: UUID) -> HttpResponse:
    """What was brought together or proposed; say yes or no, or take it apart."""
    account = account_van(request)
    rij = (
        Samenvoeging.objects.filter(pk=samenvoeging_id, gemeente=account.gemeente_id)
        .select_related(
            *("blijft__huishouden__wijk", "blijft__regisseur__team", "gaat__huishouden__wijk"),
            *("gaat__regisseur__team", "persoon_blijft", "persoon_gaat", "voorgesteld_door"),
        )
        .first()
    )
    if rij is None:
        raise Http404
    eigen = next((c for c in (rij.blijft, rij.gaat) if c.regisseur_id == account.pk), rij.blijft)
    blik = _regie(request, eigen.pk, "samenvoeging")
    if request.method == "POST":
        daad = {"aanvaarden": regie.aanvaard, "afwijzen": regie.wijs_af, "ongedaan": regie.maak_ongedaan}.get(
            request.POST.get("daad", "")
        )
        try:
            if daad is not None:
                daad(samenvoeging=rij, account=account, nu=blik.nu)
                messages.success(request, "Vastgelegd in beide dossiers.")
        except Geweigerd as fout:
            messages.warning(request, str(fout))
        return redirect("samenvoeging", rij.pk)
    if rij.persoon_blijft is not None and rij.persoon_gaat is not None:
        kanten = [
            persoonskant(blik, rij.persoon_blijft, rij.blijft, "Blijft"),
            persoonskant(blik, rij.persoon_gaat, rij.gaat, "Verwijst daarheen"),
        ]
    else:
        kanten = [kant(blik, rij.blijft), kant(blik, rij.gaat)]
    open_ = rij.aanvaard_op is None and rij.afgewezen_op is None and rij.ongedaan_op is None
    mag_beslissen = open_ and rij.voorgesteld_door_id != account.pk
    context = {"rij": rij, "casus": eigen, "kanten": kanten, "open": open_, "mag_beslissen": mag_beslissen}
    return render(request, "web/samenvoeging.html", context)


def _regie(request: HttpRequest, casus_id: UUID, wat: str) -> Blik:
    blik = blik_op(request, casus_id)
    vereis_regie(blik, wat)
    blik.noteer(wat, [casus_id])
    return blik


def _knop(hoe: Wijze, ander: Casus) -> str:
    return "Samenvoegen" if hoe is Wijze.DIRECT else f"Voorstellen aan {ander.regisseur.naam}"


def _meld(request: HttpRequest, rij: Samenvoeging, ander: Casus) -> None:
    if rij.aanvaard_op is not None:
        messages.success(request, "Samengevoegd. Klopt het toch niet? Dan maakt u het hier ongedaan.")
    else:
        messages.success(request, f"Voorgesteld aan {ander.regisseur.naam}. Tot die ja zegt verandert er niets.")
