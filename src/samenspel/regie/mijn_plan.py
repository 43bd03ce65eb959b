"""What a resident does in their own plan: doing and ticking off, and saying that they don't agree."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.timezone import localdate

from samenspel.casus.models import Casus, Gebeurtenis
from samenspel.delen.models import Item
from samenspel.delen.services import laatste_woorden, maak_item
from samenspel.huishouden.models import Persoon
from samenspel.kern.stand import Geweigerd
from samenspel.kern.stand.handelingen import RondAfspraakAf
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.models import Account
from samenspel.plan.models import Actie
from samenspel.plan.services import maak_actie, rond_actie_af
from samenspel.regie.opdracht import Opdracht
from samenspel.regie.uitvoeren import voer_uit
from samenspel.regie.vastleggen import in_casus, leg_los_vast

__all__ = ["Reactie", "geef_reactie", "reacties_bij", "vink_af", "voeg_eigen_actie_toe"]

REACTIE = "reactie_gegeven"


@dataclass(frozen=True, slots=True)
class Reactie:
    """What a resident said about an item, verbatim, by whom and when."""

    tekst: str
    wie: str
    op: datetime
    item: UUID


def voeg_eigen_actie_toe(
    *, casus: Casus, persoon: Persoon, wat: str, voor: date | None, account: Account, nu: datetime
) -> Actie:
    """Something that a resident is going to do."""
    with in_casus(casus):
        actie, woorden = maak_actie(
            casus=casus, wat=wat, voor=voor, account=account, betreft=[persoon], eigenaar_persoon=persoon, nu=nu
        )
        gegevens = {"actie": actie.pk, "voor": voor}
        leg_los_vast(casus=casus, soort="actie_afgesproken", gegevens=gegevens, account=account, nu=nu, woorden=woorden)
    return actie


def vink_af(*, actie: Actie, account: Account, nu: datetime) -> None:
    """Tick off what one does oneself; ticking off what is done does nothing. Raises Geweigerd."""
    if actie.persoon_id is None or actie.persoon_id != account.persoon_id:
        raise Geweigerd("Dit doet iemand anders. Alleen wie het doet, vinkt het af.")
    casus = actie.item.casus
    with in_casus(casus):
        actie.refresh_from_db()
        if actie.gedaan_op is not None:
            return
        if actie.traject is not None:
            opdracht = Opdracht(RondAfspraakAf(str(actie.pk)))
            voer_uit(traject=actie.traject, account=account, opdrachten=[opdracht], nu=nu)
            return
        rond_actie_af(actie=actie, op=localdate(nu))
        gegevens, woorden = {"actie": actie.pk}, laatste_woorden(actie.item)
        leg_los_vast(casus=casus, soort="actie_afgerond", gegevens=gegevens, account=account, nu=nu, woorden=woorden)


def geef_reactie(*, item: Item, persoon: Persoon, tekst: str, account: Account, nu: datetime) -> Item:
    """Keep verbatim that a resident doesn't agree with an item; it never changes the item itself."""
    casus = item.casus
    with in_casus(casus):
        reactie = maak_item(
            casus=casus,
            soort=Gegevenssoort.EIGEN_WOORDEN,
            eigenaar=account,
            betreft=[persoon],
            woorden={"reactie": tekst},
            nu=nu,
        )
        gegevens, woorden = {"item": item.pk, "persoon": persoon.pk}, laatste_woorden(reactie)
        leg_los_vast(casus=casus, soort=REACTIE, gegevens=gegevens, account=account, nu=nu, woorden=woorden)
    return reactie


def reacties_bij(casus: Casus, zichtbaar: Collection[UUID]) -> dict[UUID, list[Reactie]]:
    """Per item what residents said about it, oldest first; only reactions whose own item may be read."""
    rijen = Gebeurtenis.objects.filter(casus=casus, soort=REACTIE, woorden__item__in=zichtbaar)
    per_item: dict[UUID, list[Reactie]] = {}
    for rij in rijen.select_related("woorden", "account__persoon").order_by("volgnummer"):
        inhoud = rij.woorden.inhoud if rij.woorden is not None else None
        if rij.woorden is None or not inhoud:
            continue
        # Who may read it, reads whose it is by the first name, and no more of them than that.
        wie = rij.account.persoon.roepnaam if rij.account is not None and rij.account.persoon is not None else ""
        reactie = Reactie(inhoud.get("reactie", ""), wie, rij.gebeurd_op, rij.woorden.item_id)
        per_item.setdefault(UUID(str(rij.gegevens["item"])), []).append(reactie)
    return per_item
