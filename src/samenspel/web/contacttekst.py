"""A contact as plain text: the same words for the dossier, the resident and another system."""

from django.utils.formats import date_format
from django.utils.timezone import localtime

from samenspel.casus.models import Contact
from samenspel.web.gebeurtenissen import UITKOMSTNAMEN

__all__ = ["contacttekst"]


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
