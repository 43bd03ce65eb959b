"""Beeld: how many trajecten stand where, for who makes policy. No names, no way to a dossier."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from samenspel.organisatie.models import Taak
from samenspel.web import klok
from samenspel.web.beeldpagina import ALLES, als_csv, bouw, perioden
from samenspel.web.toegang import account_van, met_taak


@require_safe
@met_taak(Taak.BELEID)
def beeld(request: HttpRequest) -> HttpResponse:
    """The counts of the period that the address names."""
    return render(request, "web/beeld.html", _context(request))


@require_safe
@met_taak(Taak.BELEID)
def beeld_csv(request: HttpRequest) -> HttpResponse:
    """The same counts as a file for a spreadsheet."""
    context = _context(request)
    # With a byte order mark, without which Excel reads UTF-8 as something else.
    inhoud = als_csv(context, str(context["periodenaam"])).encode("utf-8-sig")
    antwoord = HttpResponse(inhoud, content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = f'attachment; filename="beeld-{context["periode"]}.csv"'
    return antwoord


def _context(request: HttpRequest) -> dict[str, object]:
    nu, gemeente = klok.nu(), account_van(request).gemeente
    keuzes = perioden(gemeente, localdate(nu))
    gekozen = request.GET.get("periode", "")
    gekozen = gekozen if gekozen in keuzes else ALLES
    naam, periode = keuzes[gekozen]
    return {
        **bouw(gemeente, periode, nu),
        "keuzes": [(code, tekst, code == gekozen) for code, (tekst, _) in keuzes.items()],
        "periode": gekozen,
        "periodenaam": naam,
        "peildag": min(periode.tot, localdate(nu)),
    }
