"""The logboek of a casus: its lines and the contacts, in the order of the day, as far as somebody may read them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localdate

from samenspel.casus.models import Contact, Logboekregel
from samenspel.kern.stand.logboek import Regelsoort
from samenspel.web.blik import Blik
from samenspel.web.forms.logboek import SOORTNAMEN
from samenspel.web.gebeurtenissen import UITKOMSTNAMEN

__all__ = ["CONTACT", "FILTERNAMEN", "Regel", "regels"]

CONTACT = "contact"
FILTERNAMEN = {**{soort.value: naam for soort, naam in SOORTNAMEN.items()}, CONTACT: "Contacten"}
"""By what the page can be cut, with the name."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One line of the page: of the logboek, or a contact."""

    item: UUID
    op: date
    soort: str
    kop: str
    tekst: str
    wie: str
    url: str

    def past(self, soort: str, gezocht: str) -> bool:
        """Whether it is of this kind (empty: of any) and has this in its words."""
        in_tekst = gezocht.casefold() in f"{self.kop} {self.tekst} {self.wie}".casefold()
        return (not soort or self.soort == soort) and in_tekst


def regels(blik: Blik) -> list[Regel]:
    """The newest day first; of one day what was written last."""
    staat = Q(item__ingetrokken_op__isnull=True)
    geschreven = blik.leesbare(Logboekregel.objects.filter(staat).select_related("item__eigenaar"))
    contacten = blik.leesbare(Contact.objects.filter(staat).select_related("item__eigenaar"))
    woorden = blik.woorden([r.pk for r in geschreven] + [c.pk for c in contacten])
    alle = [(r.item.gemaakt_op, _van_regel(blik, r, woorden.get(r.pk, {}))) for r in geschreven]
    alle += [(c.item.gemaakt_op, _van_contact(blik, c, woorden.get(c.pk, {}))) for c in contacten]
    return [regel for _, regel in sorted(alle, key=lambda paar: (paar[1].op, paar[0]), reverse=True)]


def _van_regel(blik: Blik, rij: Logboekregel, woorden: dict[str, str]) -> Regel:
    return Regel(
        item=rij.pk,
        op=rij.op,
        soort=rij.soort,
        kop=SOORTNAMEN[Regelsoort(rij.soort)],
        tekst=woorden.get("tekst", ""),
        wie=blik.naam_van(rij.item.eigenaar),
        url=reverse("logboekregel", args=[rij.pk]) if blik.regie or rij.item.eigenaar_id == blik.account.pk else "",
    )


def _van_contact(blik: Blik, rij: Contact, woorden: dict[str, str]) -> Regel:
    afgesproken = f"Afgesproken: {woorden['afgesproken']}" if woorden.get("afgesproken") else ""
    afloop = UITKOMSTNAMEN.get(rij.uitkomst, "")
    return Regel(
        item=rij.pk,
        op=localdate(rij.op),
        soort=CONTACT,
        kop=" · ".join(deel for deel in (f"Contact met {woorden.get('met') or 'iemand'}", afloop) if deel),
        tekst="\n".join(deel for deel in (woorden.get("gezegd", ""), afgesproken) if deel),
        wie=blik.naam_van(rij.item.eigenaar),
        url=reverse("contact", args=[rij.pk]),
    )
