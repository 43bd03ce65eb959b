"""What the rows behind what was written down are: a talk on a day and how it ended, a goal, who takes part."""

from collections.abc import Iterator, Mapping
from datetime import date
from uuid import UUID

from django.utils.timezone import localdate

from samenspel.budget.models import Aanvraag
from samenspel.casus.models import Contact, Traject, Trajectstap
from samenspel.kern.werkwijze.basis import BASIS
from samenspel.kern.werkwijze.model import Vorm
from samenspel.plan.models import Deelname, Voorziening
from samenspel.regie.routes import route_van
from samenspel.web.blik import Blik
from samenspel.web.geldpagina import VORMNAAM, bedragtekst
from samenspel.web.leefgebiedblik import uitvraag
from samenspel.web.tekst import dag_kort

__all__ = ["titels"]

Titel = tuple[str, Mapping[str, str]]
"""What stands above it, and what its words are called where that differs from others of its kind."""

AFLOOP = {
    "opgelost": "Het is opgelost.",
    "niet_opgelost": "Het is nog niet opgelost.",
    "geen_gehoor": "Er nam niemand op.",
    "wacht_op_antwoord": "Er komt nog antwoord.",
}
STANDEN = {"doet_mee": "Doet mee", "doet_niet_mee": "Doet niet mee", "nog_niet": "Doet nog niet mee"}


def titels(blik: Blik) -> dict[UUID, Titel]:
    """By item, for what this resident may read."""
    return dict(_alle(blik))


def _alle(blik: Blik) -> Iterator[tuple[UUID, Titel]]:
    for doel in blik.doelen:
        yield doel.pk, ("Een doel", {"tekst": "Waar we aan werken"})
    for voorziening in blik.leesbare(Voorziening.objects.all()):
        yield voorziening.pk, ("", {"wat": "Wat we inzetten"})
    for deelname in blik.leesbare(Deelname.objects.all()):
        yield deelname.pk, (STANDEN[deelname.stand], {"reden": "Waarom"})
    for aanvraag in blik.leesbare(Aanvraag.objects.all()):
        yield aanvraag.pk, (f"{bedragtekst(aanvraag)}, {VORMNAAM[Vorm(aanvraag.vorm)]}", {})
    for contact in blik.leesbare(Contact.objects.all()):
        yield contact.pk, (_gesprek(contact, blik.dag), {})
    trajecten = {t.pk: t for t in blik.trajecten}
    for stap in Trajectstap.objects.filter(item__casus=blik.casus):
        if stap.item_id is not None and stap.item_id in blik.zichtbaar:
            yield stap.item_id, (_stap(stap, trajecten[stap.traject_id]), {"toelichting": "Uitleg"})
    stand = uitvraag(blik)
    for gebied in (*stand.gebieden, *stand.eerder):
        for gezegd in gebied.gezegd:
            yield gezegd.item, (gebied.naam, {})


def _gesprek(contact: Contact, vandaag: date) -> str:
    return f"Gesprek, {dag_kort(localdate(contact.op), vandaag)}. {AFLOOP.get(contact.uitkomst, '')}".strip()


def _stap(stap: Trajectstap, traject: Traject) -> str:
    basis = next((b.naam for b in BASIS if b.stap.value == stap.stap), "")
    return basis or next((s.naam for s in route_van(traject).werkwijze.stappen if s.stap == stap.stap), "")
