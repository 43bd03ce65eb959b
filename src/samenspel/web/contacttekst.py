"""A contact as plain text: the same words for the dossier, the resident and another system."""

from django.utils.formats import date_format
from django.utils.timezone import localtime

from samenspel.casus.models import Contact, Traject
from samenspel.kern.stand.contacten import Gesprekspartner
from samenspel.web.blik import Blik
from samenspel.web.gebeurtenissen import UITKOMSTNAMEN

__all__ = ["contacttekst", "gebeld"]


def gebeld(blik: Blik, traject: Traject) -> str:
    """Whom was talked with outside the household in this traject, as a text to begin an answer with."""
    buiten = Contact.objects.filter(traject=traject, partner=Gesprekspartner.BUITEN.value)
    gevonden = blik.leesbare(buiten.filter(item__ingetrokken_op__isnull=True).order_by("op"))
    woorden = blik.woorden([c.pk for c in gevonden])
    return "\n".join(_regel(c, woorden[c.pk]) for c in gevonden if woorden.get(c.pk))


def _regel(contact: Contact, woorden: dict[str, str]) -> str:
    afgesproken = f"Afgesproken: {woorden['afgesproken']}" if woorden.get("afgesproken") else ""
    afloop = UITKOMSTNAMEN.get(contact.uitkomst, "")
    zinnen = " ".join(z for z in (woorden.get("gezegd", ""), afgesproken) if z) or afloop.capitalize() + "."
    return f"{date_format(localtime(contact.op), 'j F Y')}, {woorden.get('met', '')}: {zinnen}"


def contacttekst(contact: Contact, woorden: dict[str, str], wie: str) -> str:
    """Who talked with whom and when, what was said, what was agreed, how it ended."""
    moment = localtime(contact.op)
    regels = [f"Gesprek op {date_format(moment, 'j F Y')}, {moment:%H:%M}"]
    regels += [f"Met: {woorden['met']}"] if woorden.get("met") else []
    regels += [f"Opgeschreven door: {wie}"]
    for kop, sleutel in (("Wat er is gezegd", "gezegd"), ("Wat er is afgesproken", "afgesproken")):
        if woorden.get(sleutel):
            regels += ["", f"{kop}:", woorden[sleutel]]
    if contact.uitkomst:
        regels += ["", f"Afloop: {UITKOMSTNAMEN.get(contact.uitkomst, contact.uitkomst)}"]
    if contact.terugbellen_op is not None:
        regels += [f"Terugbellen op: {date_format(contact.terugbellen_op, 'j F Y')}"]
    return "\n".join(regels)
