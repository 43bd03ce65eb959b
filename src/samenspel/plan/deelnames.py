"""Writing who takes part in a goal and who doesn't."""

from dataclasses import dataclass
from datetime import date, datetime

from samenspel.delen.models import Woorden
from samenspel.delen.rijen import maak_rij, wijzig_rij
from samenspel.delen.services import huidige_woorden
from samenspel.huishouden.models import Persoon
from samenspel.kennis.models import Organisatie
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.netwerk.models import Netwerklid
from samenspel.organisatie.models import Account
from samenspel.plan.models import Deelname, Doel

__all__ = ["Deelnemer", "Deelstand", "eerdere", "maak_deelname", "wijzig_deelname"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelnemer:
    """Exactly one of somebody of the household, somebody of the network, an organisation, or a name in words."""

    persoon: Persoon | None = None
    netwerklid: Netwerklid | None = None
    organisatie: Organisatie | None = None
    wie: str = ""

    def __post_init__(self) -> None:
        if sum(bool(w) for w in (self.persoon, self.netwerklid, self.organisatie, self.wie)) != 1:
            raise ValueError("a deelname is of exactly one")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelstand:
    """Whether they take part, since or from when, and why."""

    stand: str
    vanaf: date | None = None
    reden: str = ""


def eerdere(doel: Doel, wie: Deelnemer) -> Deelname | None:
    """What stands there already of this somebody and this goal; of a name in words nobody can say."""
    gezet = {veld: rij for veld, rij in _deelnemer(wie).items() if rij is not None}
    return Deelname.objects.filter(doel=doel, **gezet).select_related("item").first() if gezet else None


def maak_deelname(
    *, doel: Doel, wie: Deelnemer, stand: Deelstand, account: Account, nu: datetime
) -> tuple[Deelname, Woorden]:
    """Who it is about is who the goal is about, with the member of the household whose part it is."""
    over = {p.pk: p for p in (*doel.item.betreft.all(), *([wie.persoon] if wie.persoon is not None else []))}
    return maak_rij(
        Deelname,
        casus=doel.item.casus,
        soort=Gegevenssoort.PLAN,
        velden={"doel": doel, **_deelnemer(wie), **_stand(stand)},
        woorden={"wie": wie.wie, "reden": stand.reden},
        betreft=over.values(),
        account=account,
        nu=nu,
    )


def wijzig_deelname(*, deelname: Deelname, stand: Deelstand, account: Account, versie: int, nu: datetime) -> Woorden:
    """It is otherwise now. Raises Versieconflict."""
    woorden = {**huidige_woorden(deelname.item), "reden": stand.reden}
    return wijzig_rij(deelname, velden=_stand(stand), woorden=woorden, account=account, versie=versie, nu=nu)


def _deelnemer(wie: Deelnemer) -> dict[str, object]:
    return {"persoon": wie.persoon, "netwerklid": wie.netwerklid, "organisatie": wie.organisatie}


def _stand(stand: Deelstand) -> dict[str, object]:
    return {"stand": stand.stand, "vanaf": stand.vanaf}
