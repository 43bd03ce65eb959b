"""After a handover: who took the regie over checks with the resident what was told, who needn't tell it again.

To check is every life domain that was talked about before, until it is marked or talked about anew.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from samenspel.casus.models import Casus, Leefgebiedcontrole, Leefgebiedgesprek, Overdracht
from samenspel.kern.stand import Geweigerd
from samenspel.organisatie.models import Account
from samenspel.regie.spelers import voert_regie
from samenspel.regie.vastleggen import in_casus, leg_los_vast

__all__ = ["Nacontrole", "leg_nacontrole_vast", "nacontrole_van", "nacontroles"]


@dataclass(frozen=True, slots=True)
class Nacontrole:
    """The last handover of a casus: the life domains told before it, those told anew, and what was marked."""

    overdracht: Overdracht
    eerder: set[str] = field(default_factory=set)
    opnieuw: set[str] = field(default_factory=set)
    gezet: dict[str, Leefgebiedcontrole] = field(default_factory=dict)

    @property
    def open(self) -> set[str]:
        """What still has to be checked."""
        klaar = {gebied for gebied, controle in self.gezet.items() if controle.gecontroleerd}
        return self.eerder - self.opnieuw - klaar


def nacontrole_van(casus: Casus) -> Nacontrole | None:
    """Of one casus; None where it was never handed over."""
    return nacontroles([casus.pk]).get(casus.pk)


def nacontroles(casussen: Iterable[UUID]) -> dict[UUID, Nacontrole]:
    """Of many casussen, in three queries."""
    aanvaard = Overdracht.objects.filter(casus__in=list(casussen), aanvaard_op__isnull=False).order_by("aanvaard_op")
    gevonden = {o.casus_id: Nacontrole(o) for o in aanvaard}
    if not gevonden:
        return {}
    gesprekken = Leefgebiedgesprek.objects.filter(
        item__casus__in=list(gevonden), item__ingetrokken_op__isnull=True, item__eigenaar__persoon__isnull=True
    )
    for casus, gebied, op in gesprekken.values_list("item__casus", "leefgebied", "item__gemaakt_op"):
        stand = gevonden[casus]
        assert stand.overdracht.aanvaard_op is not None
        (stand.eerder if op <= stand.overdracht.aanvaard_op else stand.opnieuw).add(gebied)
    per_overdracht = {n.overdracht.pk: n for n in gevonden.values()}
    for rij in Leefgebiedcontrole.objects.filter(overdracht__in=list(per_overdracht)).select_related("door"):
        per_overdracht[rij.overdracht_id].gezet[rij.leefgebied] = rij
    return gevonden


def leg_nacontrole_vast(*, casus: Casus, gebieden: Mapping[str, bool], account: Account, nu: datetime) -> int:
    """Mark life domains as checked with the resident, or not yet; how many changed. Raises Geweigerd."""
    with in_casus(casus):
        stand = nacontrole_van(casus)
        if not voert_regie(account, casus, nu) or stand is None:
            raise Geweigerd("Dit doet wie de regie heeft overgenomen.")
        oud = {gebied: controle.gecontroleerd for gebied, controle in stand.gezet.items()}
        nieuw = {g: ja for g, ja in gebieden.items() if g in stand.eerder and oud.get(g, False) != ja}
        for gebied, gecontroleerd in nieuw.items():
            Leefgebiedcontrole.objects.update_or_create(
                overdracht=stand.overdracht,
                leefgebied=gebied,
                defaults={
                    "gemeente_id": casus.gemeente_id,
                    "gecontroleerd": gecontroleerd,
                    "door": account,
                    "op": nu,
                },
            )
            leg_los_vast(
                casus=casus,
                soort="leefgebied_gecontroleerd",
                gegevens={"leefgebied": gebied, "gecontroleerd": gecontroleerd},
                account=account,
                nu=nu,
                woorden=None,
            )
    return len(nieuw)
