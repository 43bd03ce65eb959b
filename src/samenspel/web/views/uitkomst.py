"""How a meeting ended, with what was agreed."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenspel.casus.models import Casusrol
from samenspel.delen.perioden import loopt
from samenspel.delen.services import huidige_woorden
from samenspel.huishouden.models import Persoon
from samenspel.kern.stand.handelingen import IN_WOORDEN, HoudOverleg, MaakAfspraak, VerbeterUitkomst
from samenspel.kern.stand.overlegbesluiten import wegen_na
from samenspel.kern.werkwijze.model import Overleg
from samenspel.organisatie.models import Account, Rolvervulling
from samenspel.overleg.models import Agendapunt
from samenspel.regie.opdracht import Opdracht, Verband
from samenspel.regie.uitvoeren import voer_uit
from samenspel.regie.vragen import overleg_van
from samenspel.web.blik import Blik
from samenspel.web.forms.betreft import eigenaar, eigenaarkeuzes
from samenspel.web.forms.overleg import Afspraak, Uitkomstformulier, Verbeterformulier
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.lopendezaken import lopende_zaken
from samenspel.web.puntblik import blik_op_punt, punt_van
from samenspel.web.toegang import medewerker

BESLUITWOORDEN = ("wie_beslist", "wet", "rugdekking", "weg_anders", "weg_wie")
FORMULIER = require_http_methods(["GET", "HEAD", "POST"])


@FORMULIER
@medewerker
def agendapunt_uitkomst(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """How the meeting ended, with what was agreed, in one go."""
    blik, punt = blik_op_punt(request, item_id)
    soort = overleg_van(punt)
    if request.method != "POST" and punt.gehouden_op is not None:
        return redirect("agendapunt", punt.pk)
    if request.method != "POST" and (nee := blik.vooraf(punt.traject).weigering_uitkomst(punt, soort)):
        messages.info(request, nee.melding)
        return redirect("agendapunt", punt.pk)
    personen, accounts = blik.leden, _wie_kan(blik, punt)

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Uitkomstformulier)
        afspraken = [_afspraak(a, punt, personen, accounts) for a in form.afspraken()]
        g = form.cleaned_data
        besluit = form.besluit()
        handeling = HoudOverleg(
            soort.overleg,
            g["uitkomst"],
            len(afspraken),
            gemotiveerd=bool(g["voor_inwoner"]),
            besluit=all(k in besluit for k in ("wie_beslist", "wet", "rugdekking")),
            weg=form.weg(),
            voor=form.voor(),
        )
        woorden = {"toelichting": g["toelichting"], "voor_inwoner": g["voor_inwoner"], **besluit}
        gehouden = Opdracht(handeling, woorden, versie=versie)
        voer_uit(traject=punt.traject, account=blik.account, opdrachten=[*afspraken, gehouden], nu=blik.nu)
        messages.success(request, "De uitkomst is vastgelegd. Stuur nu het verslag.")
        return reverse("agendapunt", args=[punt.pk])

    blik.noteer("agendapunt", [punt.pk])
    return behandel(
        request,
        Formulierpagina(
            titel=f"Uitkomst van {punt.tafel.naam}",
            formulier=lambda data, eerst: Uitkomstformulier(
                data, begin=eerst, soort=soort, wie=eigenaarkeuzes(personen, accounts), wegen=_wegen(blik, punt, soort)
            ),
            doe=doe,
            terug=reverse("agendapunt", args=[punt.pk]),
            knop="Uitkomst vastleggen",
            versie=punt.item.versie,
            huidig=lambda: _huidige_uitkomst(blik, punt),
            sjabloon="web/uitkomst.html",
            context={"casus": blik.casus, "traject": punt.traject, "loopt": lopende_zaken(blik, soort)},
        ),
    )


@FORMULIER
@medewerker
def uitkomst_verbeteren(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """The meeting ended otherwise than was recorded: put it right, with the reason."""
    blik, punt = blik_op_punt(request, item_id)
    soort, terug = overleg_van(punt), reverse("agendapunt", args=[punt.pk])
    nee = blik.vooraf(punt.traject).weigering_verbeteren(punt, soort)
    if request.method != "POST" and nee is not None:
        messages.info(request, nee.melding)
        return redirect(terug)

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Verbeterformulier)
        if nee is not None:
            raise nee
        g, besluit = form.cleaned_data, form.besluit()
        handeling = VerbeterUitkomst(
            soort.overleg,
            g["uitkomst"],
            gemotiveerd=bool(g["voor_inwoner"]),
            besluit=all(k in besluit for k in ("wie_beslist", "wet", "rugdekking")),
            weg=form.weg(),
            voor=form.voor(),
        )
        woorden = {k: g[k] for k in ("toelichting", "voor_inwoner")} | besluit | {"verbeterd_reden": g["reden"]}
        opdracht = Opdracht(handeling, woorden, versie=versie)
        verstuurd = punt.verslag_op is not None
        voer_uit(traject=punt.traject, account=blik.account, opdrachten=[opdracht], nu=blik.nu)
        opnieuw = " Stuur nu het gewijzigde verslag." if verstuurd else ""
        messages.success(request, f"De uitkomst is verbeterd.{opnieuw}")
        return terug

    blik.noteer("agendapunt", [punt.pk])
    return behandel(
        request,
        Formulierpagina(
            titel="De uitkomst verbeteren",
            formulier=lambda data, eerst: Verbeterformulier(
                data, begin=eerst, soort=soort, wie=[], wegen=_wegen(blik, punt, soort)
            ),
            doe=doe,
            terug=terug,
            knop="Uitkomst verbeteren",
            versie=punt.item.versie,
            begin=_begin(blik, punt),
            huidig=lambda: _huidige_uitkomst(blik, punt),
            sjabloon="web/uitkomst.html",
            context={
                "casus": blik.casus,
                "traject": punt.traject,
                "loopt": lopende_zaken(blik, soort),
                "uitleg": "Wat er stond, blijft te lezen. Is het verslag al verstuurd, dan stuurt u daarna een"
                " gewijzigd verslag; het eerdere blijft in het dossier.",
            },
        ),
    )


def _begin(blik: Blik, punt: Agendapunt) -> dict[str, Any]:
    """What stands there now, to put right."""
    wegen = _wegen(blik, punt, overleg_van(punt))
    weg = "Een andere weg" if punt.weg == IN_WOORDEN else wegen.get(punt.weg, "")
    dag = "weg_voor" if punt.weg else "besluit_voor"
    return {**_huidige_uitkomst(blik, punt), "weg": weg, dag: punt.voor}


def _afspraak(a: Afspraak, punt: Agendapunt, personen: list[Persoon], accounts: list[Account]) -> Opdracht:
    wie = eigenaar(a.wie, a.wie_anders, personen, accounts)
    return Opdracht(
        MaakAfspraak(str(uuid4()), a.voor),
        {"wat": a.wat, "wie": wie.wie, **a.woorden},
        verband=Verband(account=wie.account, persoon=wie.persoon, agendapunt=punt),
    )


def _wegen(blik: Blik, punt: Agendapunt, soort: Overleg) -> dict[str, str]:
    """The stappen that open when nobody at the table may decide, by code."""
    vooraf = blik.vooraf(punt.traject)
    uitkomsten = [u.uitkomst for u in soort.uitkomsten if u.vraagt_weg]
    wegen = (w for u in uitkomsten for w in wegen_na(vooraf.route, vooraf.feiten, soort, u, blik.dag))
    return {w.stap: w.naam for w in wegen}


def _huidige_uitkomst(blik: Blik, punt: Agendapunt) -> dict[str, str]:
    vers = punt_van(blik, punt.pk)
    woorden = huidige_woorden(vers.item)
    namen = {u.uitkomst: u.naam for u in overleg_van(vers).uitkomsten}
    over = {naam: woorden.get(naam, "") for naam in ("toelichting", "voor_inwoner", *BESLUITWOORDEN)}
    return {"uitkomst": namen.get(vers.uitkomst, ""), **over}


def _wie_kan(blik: Blik, punt: Agendapunt) -> list[Account]:
    """Professionals who may take an agreement on: at the table, in the traject, and the regisseur."""
    rijen = Rolvervulling.objects.filter(loopt(blik.dag), tafel=punt.tafel).values("account")
    in_traject = Casusrol.objects.filter(loopt(blik.dag), traject=punt.traject).values("account")
    gevonden = Account.objects.filter(gemeente_id=punt.gemeente_id, is_active=True, persoon__isnull=True)
    samen = gevonden.filter(pk__in=rijen) | gevonden.filter(pk__in=in_traject)
    samen |= gevonden.filter(pk__in=[blik.casus.regisseur_id, blik.account.pk])
    return list(samen.distinct().order_by("naam"))
