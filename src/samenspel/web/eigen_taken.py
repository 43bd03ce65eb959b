"""What waits for one person in dossiers, apart from where any route is: an agreement of their own that is due, regie to
take over, and what to check after that. 'Mijn werk' and the page of a casus ask the same.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from samenspel.casus.models import Casus, Overdracht
from samenspel.delen.eigen_afspraken import open_afspraken
from samenspel.organisatie.models import Account
from samenspel.organisatie.selectors import afwezig_en_vervangen_door
from samenspel.regie.nacontrole import nacontroles
from samenspel.regie.reacties import wacht as wie_reageerde
from samenspel.web.taaknaam import NACONTROLE, OVERNEMEN
from samenspel.web.tekst import dag_kort

__all__ = ["EigenTaak", "eigen_taken"]


@dataclass(frozen=True, slots=True)
class EigenTaak:
    """One thing to do in a casus; `traject`: of that one. `item`: an agreement, whose words say what it is."""

    naam: str
    knop: str
    url: str
    traject: UUID | None = None
    item: UUID | None = None


def eigen_taken(account: Account, casussen: Collection[UUID], dag: date) -> dict[UUID, list[EigenTaak]]:
    """Per casus what waits for this account, the most pressing first."""
    hier, taken = set(casussen), defaultdict[UUID, list[EigenTaak]](list)
    # What is somebody's own is less than the dossiers that a chair has: it is read by the account.
    for casus in _voorstellen(account, hier):
        taken[casus].append(EigenTaak(OVERNEMEN, "Bekijken", reverse("overnemen", args=[casus])))
    # Who waits for an answer isn't kept waiting by the absence of the regisseur.
    namens = Q(regisseur=account) | Q(regisseur__in=afwezig_en_vervangen_door(account, dag))
    van_mij = Casus.objects.filter(namens, gemeente=account.gemeente_id).values_list("pk", "regisseur")
    regie = {casus: regisseur for casus, regisseur in van_mij if casus in hier}
    for casus, wie in wie_reageerde(regie).items():
        adres = f"{reverse('casus', args=[casus])}#te-bespreken"
        taken[casus] += [EigenTaak(zin, "Lezen", adres) for zin in wie]
    for casus, stand in nacontroles([c for c, regisseur in regie.items() if regisseur == account.pk]).items():
        if stand.open:
            taken[casus].append(EigenTaak(NACONTROLE, "Aangeven", reverse("nacontrole", args=[casus])))
    acties = open_afspraken(account).filter(voor__lte=dag).order_by("voor")
    for item, casus, traject, voor in acties.values_list("pk", "item__casus", "traject", "voor"):
        if casus in hier:
            taken[casus].append(_afspraak(item, traject, voor, dag))
    return taken


def _afspraak(item: UUID, traject: UUID | None, voor: date | None, dag: date) -> EigenTaak:
    naam = f"Doe wat u afsprak voor {dag_kort(voor, dag)}" if voor is not None else "Doe wat u afsprak"
    return EigenTaak(naam, "Afronden", reverse("actie_afronden", args=[item]), traject, item)


def _voorstellen(account: Account, casussen: Collection[UUID]) -> list[UUID]:
    open_ = Overdracht.objects.filter(aan=account, aanvaard_op__isnull=True, ingetrokken_op__isnull=True)
    return [casus for casus in open_.values_list("casus", flat=True) if casus in casussen]
