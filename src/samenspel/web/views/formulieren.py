"""A form of the definition: to fill in, or to read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenspel.delen.services import laatste_woorden
from samenspel.doorbraak.models import Antwoorden
from samenspel.kern.stand.handelingen import LegFormulierVast
from samenspel.kern.werkwijze.model import Formulier
from samenspel.regie.opdracht import Opdracht
from samenspel.regie.uitvoeren import voer_uit
from samenspel.web.contacttekst import gebeld
from samenspel.web.forms.vragen import Vragenformulier, getoond, ingevuld, voeg_vinkjes_samen
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.knelpunten import als_tekst, knelpunten
from samenspel.web.toegang import medewerker
from samenspel.web.trajectblik import Trajectblik, verder


@dataclass(frozen=True)
class Ingevuld:
    """The answers of one form in one traject as they stand."""

    hier: Trajectblik
    vragen: Formulier
    rij: Antwoorden | None

    @classmethod
    def van(cls, hier: Trajectblik, vragen: Formulier | None) -> "Ingevuld | None":
        """The answers, of a form if there is one; refused, and noted, where they may not be read."""
        if vragen is None:
            return None
        gevonden = cls(hier, vragen, _rij(hier, vragen))
        if not gevonden.leesbaar:
            raise hier.weiger("formulier")
        return gevonden

    @property
    def leesbaar(self) -> bool:
        """Whether what stands there may be read; where nothing stands there is nothing to hide."""
        return self.rij is None or self.rij.pk in self.hier.blik.zichtbaar

    @property
    def versie(self) -> int | None:
        """The version on the screen."""
        return self.rij.item.versie if self.rij is not None else None

    @property
    def woorden(self) -> Mapping[str, str]:
        """What was written."""
        laatste = laatste_woorden(self.rij.item) if self.rij is not None else None
        return (laatste.inhoud if laatste is not None else None) or {}

    @property
    def waarden(self) -> Mapping[str, Any]:
        """The typed answers."""
        return self.rij.waarden if self.rij is not None else {}

    @property
    def begin(self) -> dict[str, str]:
        """The answers as they are typed in."""
        return ingevuld(self.vragen, self.waarden, self.woorden)

    def huidig(self) -> dict[str, str]:
        """The same, as they stand now."""
        return Ingevuld(self.hier, self.vragen, _rij(self.hier, self.vragen)).begin

    def opdrachten(self, form: Vragenformulier, versie: int | None) -> list[Opdracht]:
        """What changed against what stands there now; nothing to do where nothing did."""
        nu = Ingevuld(self.hier, self.vragen, _rij(self.hier, self.vragen))
        woorden = {v: t for v, t in form.woorden.items() if t != nu.woorden.get(v, "")}
        antwoorden = {
            v: feit for v, feit in form.antwoorden.items() if v in woorden or _opgeslagen(feit) != nu.waarden.get(v)
        }
        if not antwoorden:
            return []
        handeling = LegFormulierVast(self.vragen.formulier, antwoorden)
        return [Opdracht(handeling, woorden, versie=versie or 0)]


def _opgeslagen(feit: Any) -> Any:
    if isinstance(feit, tuple):
        return list(feit)
    return feit.isoformat() if hasattr(feit, "isoformat") else feit


def _rij(hier: Trajectblik, vragen: Formulier) -> Antwoorden | None:
    rijen = Antwoorden.objects.filter(traject=hier.traject, formulier=vragen.formulier)
    return rijen.select_related("item__eigenaar").first()


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def formulier(request: HttpRequest, traject_id: UUID, code: str) -> HttpResponse:
    """Fill a form in, a part now and the rest later; who may only read it reads it."""
    hier = Trajectblik.van(request, traject_id)
    vragen = next((f for f in hier.route.werkwijze.formulieren if f.formulier == code), None)
    if vragen is None:
        raise Http404
    stand = Ingevuld(hier, vragen, _rij(hier, vragen))
    mag = hier.mag(LegFormulierVast(code, {}))
    leest = stand.leesbaar if stand.rij is not None else hier.leest(vragen.soort_gegevens)
    if not (leest or (mag and stand.leesbaar)) or (request.method == "POST" and not mag):
        raise hier.weiger("formulier")
    hier.blik.noteer("formulier", [stand.rij.pk] if stand.rij is not None else [traject_id])
    return _vul_in(request, hier, vragen, stand) if mag else _lees(request, hier, vragen, stand)


def _vul_in(request: HttpRequest, hier: Trajectblik, vragen: Formulier, stand: Ingevuld) -> HttpResponse:
    voeg_vinkjes_samen(request, vragen)
    vast = knelpunten(hier.blik, hier.traject) if any(v.knelpunten for v in vragen.velden) else []
    leeg = [v for v in vragen.velden if not stand.begin[v.veld]]
    al_gezegd = {v.veld: als_tekst(vast) for v in leeg if v.knelpunten}
    al_gezegd |= {v.veld: gebeld(hier.blik, hier.traject) for v in leeg if v.contacten}

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Vragenformulier)
        opdrachten = stand.opdrachten(form, versie)
        if opdrachten:
            voer_uit(traject=hier.traject, account=hier.blik.account, opdrachten=opdrachten, nu=hier.nu)
        messages.success(request, f"{vragen.naam} is bewaard." if opdrachten else "Er was niets veranderd.")
        return verder(hier.blik)

    return behandel(
        request,
        Formulierpagina(
            titel=vragen.naam,
            formulier=lambda data, begin: Vragenformulier(data, vragen=vragen, begin=begin, knelpunten=vast),
            doe=doe,
            terug=reverse("casus", args=[hier.blik.casus.pk]),
            begin=stand.begin | al_gezegd,
            versie=stand.versie,
            huidig=stand.huidig,
            sjabloon="web/formulier_in_delen.html",
            context={"uitleg": vragen.uitleg},
        ),
    )


def _lees(request: HttpRequest, hier: Trajectblik, vragen: Formulier, stand: Ingevuld) -> HttpResponse:
    return render(
        request,
        "web/formulier_lezen.html",
        {
            "titel": vragen.naam,
            "traject": hier.traject,
            "groepen": getoond(vragen, stand.waarden, stand.woorden),
            "eigenaar": stand.rij.item.eigenaar.naam if stand.rij is not None else "",
            "terug": reverse("casus", args=[hier.blik.casus.pk]),
        },
    )
