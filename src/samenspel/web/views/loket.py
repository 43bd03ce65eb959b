"""What was asked at a counter: writing it down, what moved its term, and what was decided."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse

from samenspel.delen.services import huidige_woorden
from samenspel.hulp.models import Loketzaak
from samenspel.hulp.services import Zaakgegevens
from samenspel.kern.wet.termijnen import Zaaksoort
from samenspel.regie import hulpen
from samenspel.regie.wetten import eigen_wetten
from samenspel.web.blik import Blik
from samenspel.web.forms.hulp import (
    HERVATTEN,
    STILSTAAN,
    Besluitformulier,
    Ingebrekeformulier,
    Loketformulier,
    Termijnformulier,
)
from samenspel.web.forms.rij import dag_tekst
from samenspel.web.hulpblik import SOORTNAMEN, UITKOMSTNAMEN
from samenspel.web.rijpagina import FORMULIER, Rijpagina, over_rij, rij_nieuw, rij_van, rij_wijzigen
from samenspel.web.toegang import medewerker
from samenspel.web.views.hulp import organisaties_van


@FORMULIER
@medewerker
def loketzaak_nieuw(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """A melding, aanvraag or bezwaar; against a decision that stands here when `tegen` names it."""
    return rij_nieuw(request, casus_id, PAGINA)


@FORMULIER
@medewerker
def loketzaak_wijzigen(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """What is known of it, to change."""
    return rij_wijzigen(request, item_id, PAGINA)


@FORMULIER
@medewerker
def loketzaak_termijn(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """The term stands still, runs on, or was moved by the institution."""
    blik, rij = rij_van(request, item_id, Loketzaak)

    def doe(form: Form, versie: int) -> None:
        g = form.cleaned_data
        vast: dict[str, Any] = {
            "zaak": rij,
            "reden": g["reden"],
            "account": blik.account,
            "versie": versie,
            "nu": blik.nu,
        }
        if g["wijze"] == STILSTAAN:
            hulpen.schort_op(van=g["dag"], **vast)
        elif g["wijze"] == HERVATTEN:
            hulpen.hervat_termijn(tot=g["dag"], **vast)
        else:
            hulpen.verleng_termijn(nieuw_einde=g["dag"], op=blik.dag, **vast)

    return over_rij(
        request,
        blik,
        rij,
        titel="Termijn aanpassen",
        formulier=lambda data, begin: Termijnformulier(data, initial=dict(begin)),
        doe=doe,
        gezegd="De termijn is aangepast.",
        lijst="hulp",
    )


@FORMULIER
@medewerker
def loketzaak_in_gebreke(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """An ingebrekestelling was sent and received, since no decision came in time."""
    blik, rij = rij_van(request, item_id, Loketzaak)

    def doe(form: Form, versie: int) -> None:
        op = form.cleaned_data["op"]
        hulpen.stel_in_gebreke(zaak=rij, op=op, account=blik.account, versie=versie, nu=blik.nu)

    return over_rij(
        request,
        blik,
        rij,
        titel="Ingebrekestelling vastleggen",
        formulier=lambda data, begin: Ingebrekeformulier(data, begin=begin, vandaag=blik.dag),
        doe=doe,
        gezegd="Vastgelegd. Bij de zaak staat vanaf welke dag er een dwangsom kan lopen.",
        lijst="hulp",
    )


@FORMULIER
@medewerker
def loketzaak_besluit(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """What was decided; from then on the term to object runs."""
    blik, rij = rij_van(request, item_id, Loketzaak)

    def doe(form: Form, versie: int) -> None:
        g = form.cleaned_data
        hulpen.besluit_loketzaak(
            zaak=rij,
            uitkomst=g["uitkomst"],
            op=g["op"],
            tekst=g["besluit"],
            account=blik.account,
            versie=versie,
            nu=blik.nu,
        )

    def huidig() -> dict[str, str]:
        vers = Loketzaak.objects.select_related("item").get(pk=rij.pk)
        tekst = huidige_woorden(vers.item).get("besluit", "")
        return {"besluit": tekst, "op": dag_tekst(vers.besloten_op), "uitkomst": UITKOMSTNAMEN.get(vers.uitkomst, "")}

    return over_rij(
        request,
        blik,
        rij,
        titel="Besluit opschrijven",
        formulier=lambda data, begin: Besluitformulier(data, begin=begin, vandaag=blik.dag),
        doe=doe,
        gezegd="Het besluit is opgeschreven.",
        lijst="hulp",
        begin=huidig(),
        huidig=huidig,
    )


def _formulier(blik: Blik, zaak: Loketzaak | None) -> Callable[..., Loketformulier]:
    eigen = eigen_wetten(blik.casus, zaak.wet if zaak is not None else "")
    return partial(Loketformulier, vandaag=blik.dag, organisaties=organisaties_van(blik), eigen_wetten=eigen)


def _bezwaar_tegen(request: HttpRequest, blik: Blik) -> Mapping[str, Any]:
    """What is known of a bezwaar from the decision that it is against."""
    try:
        sleutel = UUID(request.GET.get("tegen", ""))
    except ValueError:
        return {}
    rij = next(iter(blik.leesbare(Loketzaak.objects.filter(pk=sleutel))), None)
    if rij is None or rij.besloten_op is None:
        return {}
    form = _formulier(blik, rij)(None, begin={}, personen=blik.leden)
    return form.ingevuld(rij, huidige_woorden(rij.item)) | {
        "soort": SOORTNAMEN[Zaaksoort.BEZWAAR.value],
        "bestreden_op": dag_tekst(rij.besloten_op),
        "ingediend_op": blik.dag,
    }


PAGINA: Rijpagina[Loketzaak, Zaakgegevens] = Rijpagina(
    rijsoort=hulpen.LOKETZAAK,
    formulier=_formulier,
    lijst="hulp",
    titel_nieuw="Melding, aanvraag of bezwaar",
    gezegd_nieuw="Opgeschreven. De termijn staat erbij.",
    titel=lambda rij: f"{SOORTNAMEN[rij.soort]} bijwerken",
    gezegd="Bijgewerkt. De termijn is opnieuw berekend.",
    begin=_bezwaar_tegen,
)
