"""Keeping a draft while somebody types; without script the page itself keeps it at every submit."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST

from samenspel.invoer.services import bewaar_concept, wis_concept
from samenspel.web import klok
from samenspel.web.formulierpagina import MAX_TEKENS
from samenspel.web.los import MAX_SLEUTEL
from samenspel.web.toegang import account_van, ingelogd


@require_POST
@ingelogd
def concept(request: HttpRequest, pad: str) -> HttpResponse:
    """Keep (or with `wis` drop) the draft of the page at this address, for this writer only."""
    sleutel = f"/{pad}"
    if len(sleutel) > MAX_SLEUTEL or sum(len(w) for w in request.POST.values()) > MAX_TEKENS:
        return JsonResponse({"fout": "Dit is te lang om onderweg te bewaren."}, status=413)
    account, nu = account_van(request), klok.nu()
    if "wis" in request.POST:
        wis_concept(account=account, sleutel=sleutel)
        return HttpResponse(status=204)
    velden = {naam: request.POST.getlist(naam) for naam in request.POST}
    bewaar_concept(account=account, sleutel=sleutel, inhoud=velden, nu=nu)
    return JsonResponse({"bewaard": localtime(nu).strftime("%H:%M")})
