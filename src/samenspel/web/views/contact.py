"""A talk or call: with whom, when, what was said and agreed. Of a helper a note; agreed is an action in the same go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from samenspel.casus.models import Contact, Traject
from samenspel.huishouden.models import Persoon
from samenspel.kennis.models import Contactpersoon
from samenspel.kern.delen import Gesprekswaarde
from samenspel.kern.stand.handelingen import LegContactVast, MaakAfspraak
from samenspel.netwerk.models import Netwerklid
from samenspel.organisatie.models import Account
from samenspel.regie.eigen_deel import neem_op_zich
from samenspel.regie.gesprekken import leg_gesprek_vast
from samenspel.regie.opdracht import Opdracht, Verband
from samenspel.regie.plannen import Eigenaar, spreek_af
from samenspel.regie.uitvoeren import voer_uit
from samenspel.web.blik import Blik
from samenspel.web.collegas import collegas
from samenspel.web.contacttekst import contacttekst
from samenspel.web.forms.betreft import eigenaar, eigenaarkeuzes
from samenspel.web.forms.contact import Contactformulier, Gesprekspartners, begin_van_contact
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.mijn_trajecten import mijn_trajecten, zichtbare_leden
from samenspel.web.netwerkblik import netwerkleden
from samenspel.web.toegang import blik_op, blik_op_item, medewerker
from samenspel.web.trajectblik import verder


@dataclass(frozen=True, slots=True)
class Plek:
    """Where this person records a contact: their trajecten, and who may do what was agreed."""

    blik: Blik
    trajecten: Sequence[Traject]
    personen: Sequence[Persoon]
    accounts: Sequence[Account]
    netwerk: Sequence[tuple[Netwerklid, str]]
    notitie: bool

    @classmethod
    def van(cls, blik: Blik) -> "Plek":
        """The place of who looks."""
        trajecten = mijn_trajecten(blik)
        notitie = not trajecten and blik.gesprekswaarde is Gesprekswaarde.NOTITIE
        personen = blik.geholpen if notitie else zichtbare_leden(blik)
        accounts, netwerk = (collegas(blik), netwerkleden(blik)) if blik.regie else ([blik.account], [])
        return cls(blik, trajecten, personen, accounts, netwerk, notitie)

    @property
    def eigenaars(self) -> list[Any]:
        """Who may be chosen to do something: the regisseur chooses anybody, another takes it upon themselves."""
        if self.blik.regie:
            return eigenaarkeuzes(self.personen, self.accounts, self.netwerk)[1:]
        return [(f"account:{self.blik.account.pk}", "Ik")]

    @property
    def partners(self) -> Gesprekspartners:
        """What the form asks about."""
        blik, accounts = self.blik, [a for a in self.accounts if a.pk != self.blik.account.pk]
        return Gesprekspartners(
            self.trajecten, self.personen, _lijst(blik), self.eigenaars, self.netwerk, accounts, self.notitie
        )


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def contact(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """A talk or call, in a running traject or, for the regisseur and a helper, apart from any."""
    blik = blik_op(request, casus_id)
    plek = Plek.van(blik)
    if not plek.trajecten and blik.gesprekswaarde is None:
        blik.noteer("contact_vastleggen", geweigerd=True)
        raise PermissionDenied
    blik.noteer("contact_vastleggen", [casus_id])

    def doe(form: Form, versie: int | None) -> str:
        assert isinstance(form, Contactformulier)
        _leg_vast(plek, form)
        messages.success(request, "Het gesprek is genoteerd." if plek.notitie else "Het contact is vastgelegd.")
        return verder(blik)

    return behandel(
        request,
        Formulierpagina(
            titel="Gesprek noteren" if plek.notitie else "Contact vastleggen",
            formulier=lambda data, begin: Contactformulier(data, begin=begin, partners=plek.partners, nu=blik.nu),
            doe=doe,
            terug=reverse("casus", args=[casus_id]),
            begin=_begin(request, plek),
            context={"uitleg": blik.casus.huishouden.naam},
        ),
    )


@require_safe
@medewerker
def contact_kopie(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """The words of a contact as plain text to copy; opening it is noted as such."""
    blik, item = blik_op_item(request, item_id)
    rij = Contact.objects.filter(pk=item.pk).select_related("item__eigenaar").first()
    if rij is None:
        raise Http404
    blik.noteer("contact_kopie", [item.pk])
    woorden = blik.woorden([item.pk]).get(item.pk, {})
    tekst = contacttekst(rij, woorden, blik.naam_van(rij.item.eigenaar))
    context = {"casus": blik.casus, "tekst": tekst, "regels": tekst.count("\n") + 3}
    return render(request, "web/contact_kopie.html", context)


def _lijst(blik: Blik) -> list[Contactpersoon]:
    geldig = Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=blik.dag)
    rijen = Contactpersoon.objects.filter(geldig, gemeente_id=blik.casus.gemeente_id)
    return list(rijen.select_related("organisatie").order_by("organisatie__naam", "naam"))


def _begin(request: HttpRequest, plek: Plek) -> Mapping[str, Any]:
    gevraagd, trajecten = request.GET.get("traject", ""), plek.trajecten
    traject = next((t for t in trajecten if str(t.pk) == gevraagd), trajecten[0] if trajecten else None)
    iedereen = {p.pk for p in plek.personen}
    over = set(traject.betreft.values_list("pk", flat=True)) if traject is not None else iedereen
    begin = begin_van_contact(plek.blik.nu, [p.pk for p in plek.personen if p.pk in over])
    if traject is not None:
        begin["traject"] = str(traject.pk)
    if contactpersoon := request.GET.get("contactpersoon"):
        begin["met"] = f"c-{contactpersoon}"
    return begin


def _leg_vast(plek: Plek, form: Contactformulier) -> None:
    """The contact and, where somebody does what was agreed, that too; the page does it in one transaction."""
    g, traject, moment, blik = form.cleaned_data, form.traject, form.moment, plek.blik
    verband = Verband(contactpersoon=form.partner.contactpersoon, persoon=form.partner.persoon)
    betreft = tuple(g.get("betreft", ()))
    assert moment is not None
    if traject is None:
        leg_gesprek_vast(
            casus=blik.casus,
            uitkomst=g.get("uitkomst", ""),
            terugbellen_op=g.get("terugbellen_op"),
            verband=verband,
            woorden=form.woorden,
            betreft=betreft,
            account=blik.account,
            gebeurd_op=moment,
            nu=blik.nu,
            partner=form.partner.kant,
        )
    else:
        handeling = LegContactVast(g["uitkomst"], g["terugbellen_op"], form.partner.kant)
        opdracht = Opdracht(handeling, form.woorden, betreft=betreft, gebeurd_op=moment, verband=verband)
        voer_uit(traject=traject, account=blik.account, opdrachten=[opdracht], nu=blik.nu)
    if g.get("wie"):
        wie = eigenaar(g["wie"], g.get("wie_anders", ""), plek.personen, plek.accounts, plek.netwerk)
        _spreek_af(plek, form, wie, betreft)


def _spreek_af(plek: Plek, form: Contactformulier, wie: Eigenaar, betreft: tuple[Persoon, ...]) -> None:
    g, blik = form.cleaned_data, plek.blik
    wat, voor = g["afgesproken"], g["voor"]
    if blik.regie:
        spreek_af(
            casus=blik.casus,
            traject=form.traject,
            doel=None,
            wat=wat,
            eigenaar=wie,
            voor=voor,
            betreft=betreft,
            account=blik.account,
            nu=blik.nu,
        )
    elif form.traject is not None:
        afspraak = MaakAfspraak(str(uuid4()), voor)
        opdracht = Opdracht(afspraak, {"wat": wat}, betreft, verband=Verband(account=blik.account))
        voer_uit(traject=form.traject, account=blik.account, opdrachten=[opdracht], nu=blik.nu)
    else:
        neem_op_zich(casus=blik.casus, wat=wat, voor=voor, betreft=betreft, account=blik.account, nu=blik.nu)
