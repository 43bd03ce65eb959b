"""The controlevragen of the present place, and of places that urgency skipped: answered all at once, or read."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenspel.casus.services import vergrendel
from samenspel.delen.services import Versieconflict, huidige_woorden, laatste_woorden
from samenspel.doorbraak.models import Controleantwoord
from samenspel.kern.stand.handelingen import BeantwoordControlevraag, LichtControlevraagToe
from samenspel.kern.werkwijze.catalogus import regierollen
from samenspel.kern.werkwijze.model import Antwoord, Controlevraag
from samenspel.regie.opdracht import Opdracht
from samenspel.regie.uitvoeren import voer_uit
from samenspel.web.forms.overleg import Antwoordformulier
from samenspel.web.forms.traject import ANTWOORDNAMEN, Controlevragenformulier
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.toegang import medewerker
from samenspel.web.trajectblik import Trajectblik, verder


@dataclass(frozen=True)
class Vraagstand:
    """A controlevraag with its answer so far; `leesbaar` when that may be read."""

    vraag: Controlevraag
    rij: Controleantwoord | None
    leesbaar: bool

    @property
    def antwoord(self) -> str:
        """The answer in words."""
        return ANTWOORDNAMEN[self.rij.antwoord] if self.rij is not None and self.leesbaar else ""

    @property
    def reden(self) -> str:
        """Why."""
        return self._woorden.get("reden", "")

    @property
    def reactie(self) -> str:
        """What the regie said to it."""
        return self._woorden.get("reactie", "")

    @cached_property
    def _woorden(self) -> dict[str, str]:
        return huidige_woorden(self.rij.item) if self.rij is not None and self.leesbaar else {}


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def controlevragen(request: HttpRequest, traject_id: UUID) -> HttpResponse:
    """Answer what may be answered; who holds another rol reads."""
    hier = Trajectblik.van(request, traject_id)
    standen = _standen(hier)
    mijn = [s for s in standen if s.leesbaar and _mag(hier, s.vraag)]
    if request.method == "POST" and not mijn:
        raise hier.weiger("controlevragen")
    hier.blik.noteer("controlevragen", [s.rij.pk for s in standen if s.rij is not None and s.leesbaar])
    te_lezen = [_te_lezen(hier, s) for s in standen if s not in mijn]
    terug = reverse("casus", args=[hier.blik.casus.pk])
    reacties = [{"vraag": s.vraag.vraag, "reactie": s.reactie} for s in mijn if s.reactie]
    context = {"te_lezen": te_lezen, "reacties": reacties, "uitleg": hier.traject.naam}
    if not mijn:
        return render(request, "web/controlevragen_lezen.html", {"titel": "Controlevragen", "terug": terug, **context})

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Controlevragenformulier)
        _beantwoord(hier, form, versie)
        messages.success(request, "De antwoorden zijn vastgelegd.")
        return verder(hier.blik)

    vragen = [s.vraag for s in mijn]
    return behandel(
        request,
        Formulierpagina(
            titel="Controlevragen",
            formulier=lambda data, begin: Controlevragenformulier(data, begin=begin, vragen=vragen),
            doe=doe,
            terug=terug,
            begin=_ingevuld(mijn),
            versie=_versie(mijn) or None,
            huidig=lambda: _ingevuld(_opnieuw(hier, vragen)),
            sjabloon="web/controlevragen.html",
            context=context,
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def controlevraag_toelichten(request: HttpRequest, traject_id: UUID, code: str) -> HttpResponse:
    """Answer to a no of who had to agree: with its reason in sight; they look again."""
    hier = Trajectblik.van(request, traject_id)
    if not hier.speler.rollen & set(regierollen(hier.route.werkwijze)):
        raise hier.weiger("controlevragen")
    stand = next((s for s in _standen(hier) if s.vraag.controlevraag == code and s.leesbaar), None)
    if stand is None or stand.rij is None:
        raise Http404
    rij = stand.rij
    hier.blik.noteer("controlevragen", [rij.pk])

    def doe(form: Form, versie: int | None) -> str:
        opdracht = Opdracht(LichtControlevraagToe(code), {"reactie": form.cleaned_data["antwoord"]})
        if versie is not None and rij.item.versie != versie:
            raise Versieconflict(laatste_woorden(rij.item), rij.item.versie)
        voer_uit(traject=hier.traject, account=hier.blik.account, opdrachten=[opdracht], nu=hier.nu)
        messages.success(request, f"{rij.door.naam} ziet uw antwoord bij de vraag.")
        return verder(hier.blik)

    return behandel(
        request,
        Formulierpagina(
            titel="Ingaan op het nee",
            formulier=lambda data, begin: Antwoordformulier(data, begin=begin),
            doe=doe,
            terug=reverse("casus", args=[hier.blik.casus.pk]),
            knop="Antwoorden",
            begin={"antwoord": stand.reactie},
            versie=rij.item.versie,
            huidig=lambda: {"antwoord": stand.reactie},
            sjabloon="web/overleg_formulier.html",
            context={
                "casus": hier.blik.casus,
                "traject": hier.traject,
                "uitleg": stand.vraag.vraag,
                "gevraagd": f"{stand.antwoord}. {stand.reden}",
                "door": rij.door.naam,
            },
        ),
    )


def _standen(hier: Trajectblik) -> list[Vraagstand]:
    fasen = [hier.stand.fase, *hier.traject.overgeslagen]
    codes = [c for f in hier.route.werkwijze.fasen if f.fase in fasen for c in f.controlevragen]
    vragen = {v.controlevraag: v for v in hier.route.werkwijze.controlevragen}
    return _opnieuw(hier, [vragen[c] for c in dict.fromkeys(codes)])


def _opnieuw(hier: Trajectblik, vragen: list[Controlevraag]) -> list[Vraagstand]:
    rijen = Controleantwoord.objects.filter(traject=hier.traject).select_related("item", "door")
    per_vraag = {r.controlevraag: r for r in rijen}
    gezien = hier.blik.zichtbaar
    gevonden = ((v, per_vraag.get(v.controlevraag)) for v in vragen)
    return [Vraagstand(v, rij, rij is None or rij.pk in gezien) for v, rij in gevonden]


def _mag(hier: Trajectblik, vraag: Controlevraag) -> bool:
    return hier.mag(BeantwoordControlevraag(vraag.controlevraag, Antwoord.JA.value))


def _ingevuld(standen: list[Vraagstand]) -> dict[str, str]:
    return {
        f"{s.vraag.controlevraag}-{deel}": tekst
        for s in standen
        for deel, tekst in (("antwoord", s.antwoord), ("reden", s.reden))
    }


def _versie(standen: list[Vraagstand]) -> int:
    """One number for all answers together: any of them being changed changes it."""
    return sum(s.rij.item.versie for s in standen if s.rij is not None)


def _te_lezen(hier: Trajectblik, s: Vraagstand) -> dict[str, Any]:
    rollen = [r.naam for r in hier.route.werkwijze.rollen if r.rol in s.vraag.door]
    return {
        "vraag": s.vraag.vraag,
        "antwoord": s.antwoord,
        "reden": s.reden,
        "reactie": s.reactie,
        "beantwoord": s.rij is not None,
        "wie": s.rij.door.naam if s.rij is not None and s.leesbaar else "",
        "wanneer": s.rij.op if s.rij is not None and s.leesbaar else None,
        "door": " of ".join(rollen),
    }


def _beantwoord(hier: Trajectblik, form: Controlevragenformulier, versie: int | None) -> None:
    """Store the answers that are new or changed, unless somebody else answered in between."""
    vergrendel(hier.traject.casus)
    nu = {s.vraag.controlevraag: s for s in _opnieuw(hier, list(form.vragen))}
    anders = [
        g
        for g in form.gegeven
        if (ANTWOORDNAMEN[g.antwoord], g.reden) != (nu[g.controlevraag].antwoord, nu[g.controlevraag].reden)
    ]
    if anders and _versie(list(nu.values())) != (versie or 0):
        rij = nu[anders[0].controlevraag].rij
        raise Versieconflict(laatste_woorden(rij.item) if rij is not None else None, _versie(list(nu.values())))
    opdrachten = [Opdracht(BeantwoordControlevraag(g.controlevraag, g.antwoord), {"reden": g.reden}) for g in anders]
    if opdrachten:
        voer_uit(traject=hier.traject, account=hier.blik.account, opdrachten=opdrachten, nu=hier.nu)
