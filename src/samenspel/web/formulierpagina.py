"""Every page with a form goes the same way: draft, validation, once only, somebody else first, refused, done.

Nothing that was typed is lost: what can't be saved is kept as a draft and shown again with the reason.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from django.forms import BooleanField, Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localtime

from samenspel.delen.models import Woorden
from samenspel.delen.services import OngeldigeWoorden, Versieconflict
from samenspel.huishouden.models import Persoon
from samenspel.invoer.models import Concept
from samenspel.invoer.services import VerzoekVanAnder, bewaar_concept, eenmalig, lees_concept, wis_concept
from samenspel.kern.stand import Geweigerd
from samenspel.web import klok
from samenspel.web.forms.velden import SCHEIDING, zeg_wat_te_kiezen
from samenspel.web.toegang import account_van

MAX_TEKENS = 200_000


@dataclass(frozen=True, kw_only=True)
class Formulierpagina:
    """What differs per page.

    `formulier` makes the form from its data (None: empty or from `begin`); `doe` saves a valid form and gives the
    address to go to. `versie` is the version on the screen of what is being changed, `huidig` the words that stand
    there now by field, for when somebody else was first.
    """

    titel: str
    formulier: Callable[[QueryDict | None, Mapping[str, Any]], Form]
    doe: Callable[[Form, int | None], str]
    terug: str
    begin: Mapping[str, Any] = field(default_factory=dict)
    versie: int | None = None
    huidig: Callable[[], Mapping[str, Any]] = field(default=dict)
    knop: str = "Opslaan"
    sjabloon: str = "web/formulier.html"
    conflictsjabloon: str = "web/conflict.html"
    context: Mapping[str, Any] = field(default_factory=dict)
    bestanden: bool = False


def behandel(request: HttpRequest, pagina: Formulierpagina) -> HttpResponse:
    """Show the form, or save it."""
    if request.method != "POST":
        concept = _concept(request)
        velden = lees_concept(concept, account=account_van(request)) if concept is not None else None
        begin = dict(pagina.begin) | (_uit_concept(pagina, velden) if velden is not None else {})
        return _toon(
            request, pagina, pagina.formulier(None, begin), pagina.versie, concept, uit_concept=velden is not None
        )
    gegevens = _met_keuzes(request.POST, pagina)
    form = pagina.formulier(gegevens, {})
    zeg_wat_te_kiezen(form)
    if bestanden := request.FILES:
        form.files = bestanden
    versie = _getal(gegevens.get("versie"))
    if _te_groot(gegevens):
        langste = max(form.fields, key=lambda naam: len(gegevens.get(form.add_prefix(naam), "")), default=None)
        form.add_error(langste, f"Dit is te lang om te bewaren. Samen mag het {MAX_TEKENS // 1000}.000 tekens zijn.")
    return _bewaar(request, pagina, form, versie) if form.is_valid() else _mislukt(request, pagina, form, versie)


def _bewaar(request: HttpRequest, pagina: Formulierpagina, form: Form, versie: int | None) -> HttpResponse:
    account = account_van(request)
    try:
        doel = eenmalig(verzoek=_verzoek(request), account=account, doe=lambda: pagina.doe(form, versie), nu=klok.nu())
    except Versieconflict as conflict:
        return _conflict(request, pagina, conflict)
    except (Geweigerd, OngeldigeWoorden, VerzoekVanAnder) as fout:
        form.add_error(None, str(fout))
        return _mislukt(request, pagina, form, versie)
    wis_concept(account=account, sleutel=request.path)
    return HttpResponseRedirect(doel, status=303)


def _mislukt(request: HttpRequest, pagina: Formulierpagina, form: Form, versie: int | None) -> HttpResponse:
    antwoord = _toon(request, pagina, form, versie, _bewaar_concept(request), uit_concept=False)
    antwoord.status_code = 422
    return antwoord


def _toon(
    request: HttpRequest,
    pagina: Formulierpagina,
    form: Form,
    versie: int | None,
    bewaard: Concept | None,
    *,
    uit_concept: bool,
) -> HttpResponse:
    return render(
        request,
        pagina.sjabloon,
        {
            "form": form,
            "titel": pagina.titel,
            "knop": pagina.knop,
            "terug": pagina.terug,
            "concept": reverse("concept", args=[request.path.lstrip("/")]),
            "bewaard": localtime(bewaard.bewaard_op).strftime("%H:%M") if bewaard is not None else "",
            "uit_concept": uit_concept,
            "verzoek": str(uuid4()),
            "versie": versie,
            "bestanden": pagina.bestanden,
            **pagina.context,
        },
    )


def _conflict(request: HttpRequest, pagina: Formulierpagina, conflict: Versieconflict) -> HttpResponse:
    """Both versions side by side; what was typed stays, and the writer chooses per question."""
    _bewaar_concept(request)
    huidig, form = _huidig(pagina), pagina.formulier(request.POST, {})
    mijn = {veld.name: SCHEIDING.join(sorted(request.POST.getlist(veld.html_name))) for veld in form}
    verschillen = [
        {"naam": veld.html_name, "vraag": veld.label, "mijn": mijn[veld.name], "ander": huidig[veld.name]}
        for veld in form
        if veld.name in huidig and huidig[veld.name] != mijn[veld.name]
    ]
    ander = conflict.huidig
    return render(
        request,
        pagina.conflictsjabloon,
        {
            "titel": pagina.titel,
            "verschillen": verschillen,
            "in_geschiedenis": isinstance(ander, Woorden),
            "ander_wie": ander.auteur.naam if isinstance(ander, Woorden) else "",
            "ander_wanneer": ander.vastgelegd_op if isinstance(ander, Woorden) else None,
            "verborgen": _verborgen(request.POST),
            "verzoek": str(uuid4()),
            "versie": conflict.versie,
            "actie": request.path,
            "terug": pagina.terug,
            "persoon": isinstance(ander, Persoon),
        },
        status=409,
    )


def _huidig(pagina: Formulierpagina) -> dict[str, str]:
    """What stands there now; several ticks as one text, which `velden.Vinkjes` takes apart again."""
    return {naam: SCHEIDING.join(sorted(w)) if isinstance(w, list) else w for naam, w in pagina.huidig().items()}


def _verborgen(gegevens: QueryDict) -> list[tuple[str, str]]:
    weg = {"csrfmiddlewaretoken", "verzoek", "versie"}
    return [
        (naam, waarde)
        for naam, waarden in gegevens.lists()
        if naam not in weg and not naam.startswith("kies-")
        for waarde in waarden
    ]


def _met_keuzes(gegevens: QueryDict, pagina: Formulierpagina) -> QueryDict:
    """The post, with the other's text where the writer chose that one on the conflict page."""
    gekozen = [
        naam.removeprefix("kies-") for naam in gegevens if naam.startswith("kies-") and gegevens[naam] == "ander"
    ]
    if not gekozen:
        return gegevens
    huidig, samen = _huidig(pagina), gegevens.copy()
    for naam in gekozen:
        samen[naam] = huidig.get(naam, "")
    return samen


def _uit_concept(pagina: Formulierpagina, concept: Mapping[str, list[str]]) -> dict[str, Any]:
    """What the draft says, per field. A box that was unticked isn't in it, so that absence means: not ticked."""
    velden = pagina.formulier(None, {}).fields
    meer = {naam for naam, veld in velden.items() if getattr(veld.widget, "allow_multiple_selected", False)}
    leeg: dict[str, Any] = {naam: [] for naam in meer}
    leeg |= {naam: False for naam, veld in velden.items() if isinstance(veld, BooleanField)}
    ingevuld = {
        naam: waarden if naam in meer else (waarden or [""])[-1] for naam, waarden in concept.items() if naam in velden
    }
    return leeg | ingevuld


def _concept(request: HttpRequest) -> Concept | None:
    return Concept.objects.filter(account=account_van(request), sleutel=request.path).first()


def _bewaar_concept(request: HttpRequest) -> Concept | None:
    """The draft with what was sent; what is too much leaves the one that was there."""
    if _te_groot(request.POST):
        return _concept(request)
    velden = {naam: [str(w) for w in request.POST.getlist(naam)] for naam in request.POST}
    return bewaar_concept(account=account_van(request), sleutel=request.path, inhoud=velden, nu=klok.nu())


def _te_groot(gegevens: QueryDict) -> bool:
    return sum(len(waarde) for _, waarden in gegevens.lists() for waarde in waarden) > MAX_TEKENS


def _verzoek(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("verzoek", ""))
    except ValueError:
        return uuid4()


def _getal(tekst: str | None) -> int | None:
    return int(tekst) if tekst and tekst.isdigit() else None
