"""Suggestions while the name of a colleague is typed."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from samenspel.organisatie.models import Taak
from samenspel.organisatie.selectors import taken_van
from samenspel.web import klok
from samenspel.web.collegakeuze import GETOOND, Collegakeuze, Kring, zoek
from samenspel.web.toegang import account_van, medewerker, weiger_pagina


@require_POST
@medewerker
def collegas_zoeken(request: HttpRequest) -> HttpResponse:
    """Who is like what was typed: names with their team. It is posted: no name comes in an address."""
    account = account_van(request)
    try:
        kring = Kring(request.POST.get("kring", ""))
        zonder = [UUID(sleutel) for sleutel in request.POST.get("zonder", "").split()]
    except ValueError:
        return JsonResponse({"fout": "Deze lijst is er niet. Laad de pagina opnieuw."}, status=422)
    if kring is Kring.OOK_GEBLOKKEERD and Taak.PRIVACY not in taken_van(account, localdate(klok.nu())):
        raise weiger_pagina(request, "taak")
    gevonden = zoek(request.POST.get("q", ""), Collegakeuze(account, kring, zonder).keuzes())
    namen = [{"naam": k.naam, "team": k.team, "label": k.label} for k in gevonden[:GETOOND]]
    return JsonResponse({"namen": namen, "meer": len(gevonden) > GETOOND})
