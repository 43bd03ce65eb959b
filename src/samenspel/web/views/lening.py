"""A loan: its page, the agreement on paper, signing, repayments, forgiveness, and what if it can't be kept."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import get_default_timezone
from django.views.decorators.http import require_http_methods, require_safe

from samenspel.budget.models import LEENAFSPRAAK, Aanvraag, Leenmutatie
from samenspel.delen.services import huidige_woorden
from samenspel.kern.budget.leningen import Leningstand
from samenspel.kern.stand import handelingen as h
from samenspel.regie.bonnen import voeg_bon_toe
from samenspel.regie.leenafspraak import leenafspraak
from samenspel.regie.opdracht import Opdracht
from samenspel.regie.stuk import zet_stuk
from samenspel.regie.uitvoeren import voer_uit
from samenspel.web import leningpagina
from samenspel.web.blik import Blik
from samenspel.web.forms.geld import Bonformulier
from samenspel.web.forms.lening import (
    Aanpassingformulier,
    Aflossingformulier,
    Afspraakformulier,
    Kwijtscheldingbesluit,
    Kwijtscheldingvraag,
    Ondertekenformulier,
)
from samenspel.web.forms.velden import als_bedrag
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.papier import als_pdf
from samenspel.web.redenpagina import Redenpagina, met_reden
from samenspel.web.tekst import dag_kort, euro
from samenspel.web.toegang import medewerker
from samenspel.web.views.geld import blik_op_aanvraag

FORMULIER = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@medewerker
def lening(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Where a loan stands, today or on a day that is asked for."""
    blik, rij = _blik_op_lening(request, item_id)
    blik.noteer("lening", [rij.pk])
    return render(request, "web/lening.html", leningpagina.bouw(blik, rij, _dag(request, blik)))


@require_safe
@medewerker
def leenafspraak_pdf(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """The agreement on paper, to sign."""
    blik, rij = _blik_op_lening(request, item_id)
    stand = leningpagina.lening_van(rij)
    if stand is None:
        raise Http404
    blik.noteer("leenafspraak", [rij.pk])
    pdf = zet_stuk(leenafspraak(rij, stand, leningpagina.namen_van(blik, rij), blik.dag))
    return als_pdf(pdf, f"leenafspraak-{blik.casus.nummer}")


@FORMULIER
@medewerker
def lening_afspreken(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Make the agreement, or change it before it is signed."""
    blik, rij = _blik_op_lening(request, item_id)
    stand, woorden = leningpagina.lening_van(rij), huidige_woorden(rij.item)
    begin: dict[str, Any] = {k: woorden.get(k, "") for k in ("uitkering", "uitkering_bron")}
    if stand is not None:
        begin |= _begin(stand)

    def doe(g: Mapping[str, Any]) -> Opdracht:
        afspraak = h.SpreekLeningAf(str(rij.pk), g["maandbedrag"], g["eerste_op"])
        return Opdracht(afspraak, {k: g[k] for k in ("uitkering", "uitkering_bron")})

    klaar = "De leenafspraak staat klaar. Druk hem af en laat hem tekenen."
    return _formulier(
        request, blik, rij, "De leenafspraak maken", Afspraakformulier, doe, klaar, "Afspraak bewaren", begin
    )


@FORMULIER
@medewerker
def lening_ondertekenen(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Record that it was signed: when, by whom, with the paper."""
    blik, rij = _blik_op_lening(request, item_id)

    def doe(g: Mapping[str, Any]) -> Opdracht:
        woorden = {"ondertekend_door": g["ondertekend_door"]}
        return Opdracht(h.OndertekenLening(str(rij.pk)), woorden, gebeurd_op=_moment(g["getekend_op"], blik))

    def erna(g: Mapping[str, Any]) -> None:
        if scan := g["scan"]:
            _bewaar_scan(blik, rij, scan)

    klaar = "Vastgelegd dat er is getekend. Het geld kan nu worden uitbetaald."
    titel = "Vastleggen dat er is getekend"
    return _formulier(
        request, blik, rij, titel, Ondertekenformulier, doe, klaar, "Ondertekening vastleggen", {}, erna=erna
    )


@FORMULIER
@medewerker
def leenafspraak_scan(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Add the signed paper later."""
    blik, rij = _blik_op_lening(request, item_id)

    def doe(form: Form, versie: int | None) -> str:
        _bewaar_scan(blik, rij, form.cleaned_data["bon"])
        messages.success(request, "De getekende afspraak staat bij de lening.")
        return _adres(rij)

    def formulier(data: QueryDict | None, begin: Mapping[str, Any]) -> Bonformulier:
        form = Bonformulier(data, begin=begin)
        form.fields["bon"].label = "De getekende afspraak"
        return form

    blik.noteer("lening", [rij.pk])
    return behandel(
        request,
        Formulierpagina(
            titel="De getekende afspraak toevoegen",
            formulier=formulier,
            doe=doe,
            terug=_adres(rij),
            knop="Toevoegen",
            sjabloon="web/lening_formulier.html",
            context=_context(blik, rij),
            bestanden=True,
        ),
    )


@FORMULIER
@medewerker
def aflossing_nieuw(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Record a repayment."""
    blik, rij = _blik_op_lening(request, item_id)
    stand = leningpagina.lening_van(rij)
    begin = {"op": blik.dag, "bedrag": als_bedrag(stand.regeling.maandbedrag) if stand is not None else ""}

    def doe(g: Mapping[str, Any]) -> Opdracht:
        return Opdracht(h.LosAf(str(rij.pk), g["bedrag"]), gebeurd_op=_moment(g["op"], blik))

    return _formulier(
        request,
        blik,
        rij,
        "Een aflossing vastleggen",
        Aflossingformulier,
        doe,
        "De aflossing is vastgelegd.",
        "Aflossing vastleggen",
        begin,
    )


@FORMULIER
@medewerker
def aflossing_terugdraaien(request: HttpRequest, item_id: UUID, nummer: int) -> HttpResponse:
    """A repayment that was recorded wrongly counts no more, with the reason."""
    blik, rij = _blik_op_lening(request, item_id)
    mutatie = Leenmutatie.objects.filter(aanvraag=rij, volgnummer=nummer).first()
    if mutatie is None:
        raise Http404
    blik.noteer("lening", [rij.pk])

    def doe(reden: str, versie: int) -> None:
        opdracht = Opdracht(h.DraaiAflossingTerug(str(rij.pk), nummer), {"reden": reden})
        voer_uit(traject=rij.traject, account=blik.account, opdrachten=[opdracht], nu=blik.nu)

    bedrag = euro(mutatie.bedrag)
    pagina = Redenpagina(
        titel="Een aflossing terugdraaien",
        knop="Terugdraaien",
        doe=doe,
        gezegd=f"De aflossing is teruggedraaid. Er staat weer {bedrag} meer open.",
        terug=_adres(rij),
        vraag="Waarom klopt deze aflossing niet?",
        hulp="Het huishouden kan dit lezen.",
        sjabloon="web/lening_formulier.html",
        context={
            **_context(blik, rij),
            "uitleg": f"Het gaat om {bedrag} van {dag_kort(mutatie.op, blik.dag)}. Kwam er een ander bedrag binnen,"
            " leg dat daarna opnieuw vast. Wat er stond, blijft te lezen.",
        },
    )
    return met_reden(request, pagina)


@FORMULIER
@medewerker
def kwijtschelding_vragen(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Attest that the condition is met and ask to forgive."""
    blik, rij = _blik_op_lening(request, item_id)

    def doe(g: Mapping[str, Any]) -> Opdracht:
        return Opdracht(h.VraagKwijtschelding(str(rij.pk), g["aangetoond_op"]), {"bewijs": g["bewijs"]})

    klaar = "De vraag staat klaar. Iemand anders beslist."
    begin = {"aangetoond_op": blik.dag}
    knop = "Kwijtschelding vragen"
    return _formulier(request, blik, rij, knop, Kwijtscheldingvraag, doe, klaar, knop, begin)


@FORMULIER
@medewerker
def kwijtschelding_beslissen(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Decide on forgiving; never who asked it."""
    blik, rij = _blik_op_lening(request, item_id)
    stand = leningpagina.lening_van(rij)
    deel = leningpagina.kwijt_nu(rij, stand) if stand is not None else ""

    def doe(g: Mapping[str, Any]) -> Opdracht:
        return Opdracht(h.BeslisKwijtschelding(str(rij.pk), g["oordeel"]), {"kwijtschelding": g["reden"]})

    titel = "Beslissen over kwijtschelding"
    extra = {"uitleg": f"Het gaat om {deel}." if deel else ""}
    klaar = "Uw besluit is vastgelegd."
    return _formulier(request, blik, rij, titel, Kwijtscheldingbesluit, doe, klaar, "Besluit vastleggen", {}, extra)


@FORMULIER
@medewerker
def lening_aanpassen(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Decide how it goes on where the agreement can't be kept."""
    blik, rij = _blik_op_lening(request, item_id)
    stand = leningpagina.lening_van(rij)
    begin = {"maandbedrag": als_bedrag(stand.regeling.maandbedrag)} if stand is not None else {}
    lening = leningpagina.budget_van(rij).lening

    def doe(g: Mapping[str, Any]) -> Opdracht:
        return Opdracht(h.PasLeningAan(str(rij.pk), g["maandbedrag"], g["eerste_op"]), {"reden": g["reden"]})

    extra = {"uitleg": lening.bij_niet_nakomen if lening is not None else ""}
    klaar = "Uw besluit is vastgelegd. De termijnen zijn aangepast."
    titel = "Terugbetalen lukt niet"
    return _formulier(request, blik, rij, titel, Aanpassingformulier, doe, klaar, "Besluit vastleggen", begin, extra)


def _formulier(
    request: HttpRequest,
    blik: Blik,
    rij: Aanvraag,
    titel: str,
    formulier: Callable[..., Form],
    maak: Callable[[Mapping[str, Any]], Opdracht],
    klaar: str,
    knop: str,
    begin: Mapping[str, Any],
    extra: Mapping[str, Any] | None = None,
    *,
    erna: Callable[[Mapping[str, Any]], None] | None = None,
) -> HttpResponse:
    def doe(form: Form, versie: int | None) -> str:
        opdracht = maak(form.cleaned_data)
        voer_uit(traject=rij.traject, account=blik.account, opdrachten=[opdracht], nu=blik.nu)
        if erna is not None:
            erna(form.cleaned_data)
        messages.success(request, klaar)
        kijkt = rij.pk in Blik.van(blik.account, blik.casus, blik.nu).zichtbaar
        return _adres(rij) if kijkt else reverse("mijn_werk")

    blik.noteer("lening", [rij.pk])
    return behandel(
        request,
        Formulierpagina(
            titel=titel,
            formulier=lambda data, waarden: formulier(data, begin=waarden, vandaag=blik.dag),
            doe=doe,
            terug=_adres(rij),
            knop=knop,
            begin=begin,
            sjabloon="web/lening_formulier.html",
            context=_context(blik, rij) | dict(extra or {}),
            bestanden=erna is not None,
        ),
    )


def _context(blik: Blik, rij: Aanvraag) -> dict[str, Any]:
    return {"casus": blik.casus, "traject": rij.traject, "lening": leningpagina.kop(blik, rij)}


def _begin(stand: Leningstand) -> dict[str, Any]:
    regeling = stand.regeling
    return {"maandbedrag": als_bedrag(regeling.maandbedrag), "eerste_op": date.fromordinal(regeling.eerste_op)}


def _bewaar_scan(blik: Blik, rij: Aanvraag, scan: Any) -> None:
    inhoud = scan.read()
    voeg_bon_toe(aanvraag=rij, naam=scan.name, inhoud=inhoud, account=blik.account, nu=blik.nu, soort=LEENAFSPRAAK)


def _blik_op_lening(request: HttpRequest, item_id: UUID) -> tuple[Blik, Aanvraag]:
    blik, rij = blik_op_aanvraag(request, item_id)
    if not leningpagina.is_lening(rij):
        raise Http404
    return blik, rij


def _dag(request: HttpRequest, blik: Blik) -> date:
    try:
        return date.fromisoformat(request.GET.get("op", ""))
    except ValueError:
        return blik.dag


def _moment(dag: date, blik: Blik) -> datetime:
    """When something of a day happened: now for today, else at noon."""
    return blik.nu if dag == blik.dag else datetime.combine(dag, time(12), get_default_timezone())


def _adres(rij: Aanvraag) -> str:
    return reverse("lening", args=[rij.pk])
