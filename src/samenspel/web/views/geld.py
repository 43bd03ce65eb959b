"""Breakthrough money: asking, agreeing, paying, and receipts."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from samenspel.budget.models import Aanvraag, Bon
from samenspel.kern.stand.handelingen import BeoordeelAanvraag, BetaalAanvraag, DoeAanvraag, TrekAanvraagIn
from samenspel.regie.bonnen import voeg_bon_toe
from samenspel.regie.opdracht import Opdracht
from samenspel.regie.uitvoeren import voer_uit
from samenspel.web import geldpagina
from samenspel.web.blik import Blik
from samenspel.web.forms.betreft import betreft, namen_van
from samenspel.web.forms.geld import Aanvraagformulier, Bonformulier, Oordeelformulier, bestandssoort
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.redenpagina import Redenpagina, met_reden
from samenspel.web.tekst import euro
from samenspel.web.toegang import account_van, blik_op_item, blik_op_traject, medewerker

FORMULIER = require_http_methods(["GET", "HEAD", "POST"])


@FORMULIER
@medewerker
def aanvraag_nieuw(request: HttpRequest, traject_id: UUID) -> HttpResponse:
    """Ask for money out of a budget."""
    blik, traject = blik_op_traject(request, traject_id)
    potten = geldpagina.potten_voor(blik, traject)
    if not potten:
        blik.noteer("aanvraag_nieuw", [traject.pk], geweigerd=True)
        raise PermissionDenied
    personen = list(traject.betreft.order_by("geboortedatum", "voornaam"))
    terug = reverse("casus", args=[blik.casus.pk])

    def doe(form: Form, versie: int | None) -> str:
        g, id = form.cleaned_data, uuid4()
        budget, _, vorm = g["pot"].partition(":")
        opdracht = Opdracht(
            DoeAanvraag(str(id), budget, vorm, g["bedrag"], tot=g["tot"]),
            {"waarvoor": g["waarvoor"]},
            betreft(g.get("betreft"), personen),
        )
        voer_uit(traject=traject, account=blik.account, opdrachten=[opdracht], nu=blik.nu)
        messages.success(request, "De aanvraag staat klaar.")
        return reverse("aanvraag", args=[id])

    terugkerend = geldpagina.terugkerende_potten(traject)
    leningen = geldpagina.leningen(traject, {p.partition(":")[0] for p, _ in potten})
    blik.noteer("aanvraag_nieuw", [traject.pk])
    return behandel(
        request,
        Formulierpagina(
            titel="Geld vragen",
            formulier=lambda data, begin: Aanvraagformulier(
                data, begin=begin, potten=potten, personen=personen, terugkerend=terugkerend
            ),
            doe=doe,
            terug=terug,
            knop="Aanvragen",
            begin={"betreft": list(namen_van(personen))},
            sjabloon="web/aanvraag_nieuw.html",
            context={"casus": blik.casus, "traject": traject, "leningen": leningen},
        ),
    )


@require_safe
@medewerker
def aanvragen(request: HttpRequest, traject_id: UUID) -> HttpResponse:
    """The applications of a traject."""
    blik, traject = blik_op_traject(request, traject_id)
    regels = geldpagina.aanvraagregels(blik, traject)
    mag_vragen = bool(geldpagina.potten_voor(blik, traject))
    blik.noteer("aanvragen", [r["id"] for r in regels])
    context = {"casus": blik.casus, "traject": traject, "regels": regels, "mag_vragen": mag_vragen}
    return render(request, "web/aanvragen.html", context)


@require_safe
@medewerker
def aanvraag(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """One application: who asked, who agreed, who paid, and its receipts."""
    blik, rij = blik_op_aanvraag(request, item_id)
    blik.noteer("aanvraag", [rij.pk])
    return render(request, "web/aanvraag.html", geldpagina.bouw(blik, rij))


@FORMULIER
@medewerker
def aanvraag_beoordelen(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Agree or object, with a reason."""
    blik, rij = blik_op_aanvraag(request, item_id)
    tegen = geldpagina.tegennaam(rij)

    def doe(form: Form, versie: int | None) -> str:
        g = form.cleaned_data
        opdracht = Opdracht(BeoordeelAanvraag(str(rij.pk), g["oordeel"]), {"reden": g["reden"]})
        voer_uit(traject=rij.traject, account=blik.account, opdrachten=[opdracht], nu=blik.nu)
        messages.success(request, "Uw oordeel staat bij de aanvraag.")
        return _na(blik, rij)

    blik.noteer("aanvraag", [rij.pk])
    return behandel(
        request,
        Formulierpagina(
            titel="Aanvraag beoordelen",
            formulier=lambda data, begin: Oordeelformulier(data, begin=begin, tegen=tegen),
            doe=doe,
            terug=_adres(rij),
            knop="Oordeel vastleggen",
            sjabloon="web/aanvraag_handeling.html",
            context=geldpagina.bouw(blik, rij) | {"uitleg": ""},
        ),
    )


@FORMULIER
@medewerker
def aanvraag_betalen(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Say that it was paid."""
    blik, rij = blik_op_aanvraag(request, item_id)

    def doe(form: Form, versie: int | None) -> str:
        opdracht = Opdracht(BetaalAanvraag(str(rij.pk)))
        voer_uit(traject=rij.traject, account=blik.account, opdrachten=[opdracht], nu=blik.nu)
        messages.success(request, "De betaling is vastgelegd.")
        return _na(blik, rij)

    blik.noteer("aanvraag", [rij.pk])
    return behandel(
        request,
        Formulierpagina(
            titel="Uitbetalen",
            formulier=lambda data, begin: Form(data),
            doe=doe,
            terug=_adres(rij),
            knop=f"{euro(rij.bedrag)} is betaald",
            sjabloon="web/aanvraag_handeling.html",
            context=geldpagina.bouw(blik, rij) | {"uitleg": "Betaal eerst, en leg het daarna hier vast."},
        ),
    )


@FORMULIER
@medewerker
def aanvraag_intrekken(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """It was asked by mistake, or is needed no more; with the reason."""
    blik, rij = blik_op_aanvraag(request, item_id)
    blik.noteer("aanvraag", [rij.pk])

    def doe(reden: str, versie: int) -> None:
        opdracht = Opdracht(TrekAanvraagIn(str(rij.pk)), {"reden": reden})
        voer_uit(traject=rij.traject, account=blik.account, opdrachten=[opdracht], nu=blik.nu)

    pagina = Redenpagina(
        titel="Aanvraag intrekken",
        knop="Intrekken",
        doe=doe,
        gezegd="De aanvraag is ingetrokken. Zij telt niet meer mee voor wat dit huishouden nog kan krijgen.",
        terug=_adres(rij),
        vraag="Waarom trekt u de aanvraag in?",
        hulp="Bijvoorbeeld: een verkeerd bedrag, of niet meer nodig. Het huishouden kan dit lezen.",
        sjabloon="web/aanvraag_handeling.html",
        context=geldpagina.bouw(blik, rij) | {"uitleg": ""},
    )
    return met_reden(request, pagina)


@FORMULIER
@medewerker
def bon_toevoegen(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Add a receipt as PDF, JPEG or PNG."""
    blik, rij = blik_op_aanvraag(request, item_id)

    def doe(form: Form, versie: int | None) -> str:
        bestand = form.cleaned_data["bon"]
        voeg_bon_toe(aanvraag=rij, naam=bestand.name, inhoud=bestand.read(), account=blik.account, nu=blik.nu)
        messages.success(request, "De bon staat bij de aanvraag.")
        return _adres(rij)

    blik.noteer("aanvraag", [rij.pk])
    return behandel(
        request,
        Formulierpagina(
            titel="Bon toevoegen",
            formulier=lambda data, begin: Bonformulier(data, begin=begin),
            doe=doe,
            terug=_adres(rij),
            knop="Bon toevoegen",
            sjabloon="web/aanvraag_handeling.html",
            context=geldpagina.bouw(blik, rij) | {"uitleg": ""},
            bestanden=True,
        ),
    )


@require_safe
@medewerker
def bon(request: HttpRequest, bon_id: UUID) -> HttpResponse:
    """A receipt as it was added."""
    rij = Bon.objects.filter(pk=bon_id, gemeente_id=account_van(request).gemeente_id).first()
    if rij is None:
        raise Http404
    blik, _ = blik_op_item(request, rij.aanvraag_id)
    blik.noteer("bon", [rij.aanvraag_id, rij.pk])
    inhoud = bytes(rij.inhoud)
    antwoord = HttpResponse(inhoud, content_type=bestandssoort(inhoud[:16]) or "application/octet-stream")
    antwoord.headers["Cache-Control"] = "no-store, private"
    achtervoegsel = antwoord.headers["Content-Type"].rpartition("/")[2]
    antwoord.headers["Content-Disposition"] = f'attachment; filename="bon-{rij.pk}.{achtervoegsel}"'
    return antwoord


def blik_op_aanvraag(request: HttpRequest, item_id: UUID) -> tuple[Blik, Aanvraag]:
    """The look into a casus by one of its applications for money, which may be read."""
    blik, item = blik_op_item(request, item_id)
    rij = Aanvraag.objects.filter(pk=item.pk).select_related("item", "traject__versie").first()
    if rij is None:
        raise Http404
    rij.traject.casus = blik.casus
    return blik, rij


def _adres(rij: Aanvraag) -> str:
    return reverse("aanvraag", args=[rij.pk])


def _na(blik: Blik, rij: Aanvraag) -> str:
    """Where to go afterwards: the application, or what waits where one no longer looks into it."""
    kijkt = rij.pk in Blik.van(blik.account, blik.casus, blik.nu).zichtbaar
    return _adres(rij) if kijkt else reverse("mijn_werk")
