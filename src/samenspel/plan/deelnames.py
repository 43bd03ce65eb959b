"""Writing who takes part in a goal and who doesn't."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from samenspel.delen.models import Woorden
from samenspel.delen.services import huidige_woorden, laatste_woorden, maak_item, schrijf_woorden
from samenspel.huishouden.models import Persoon
from samenspel.kennis.models import Organisatie
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.netwerk.models import Netwerklid
from samenspel.organisatie.basis import zelfde_gemeente
from samenspel.organisatie.models import Account
from samenspel.plan.models import Deelname, Doel

__all__ = ["Deelnemer", "Deelstand", "bestaat_al", "maak_deelname", "wijzig_deelname"]


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


def bestaat_al(doel: Doel, wie: Deelnemer) -> bool:
    """Whether it stands there already of this somebody and this goal; of a name in words nobody can say."""
    velden = {"persoon": wie.persoon, "netwerklid": wie.netwerklid, "organisatie": wie.organisatie}
    gezet = {veld: rij for veld, rij in velden.items() if rij is not None}
    return bool(gezet) and Deelname.objects.filter(doel=doel, **gezet).exists()


def maak_deelname(
    *, doel: Doel, wie: Deelnemer, stand: Deelstand, account: Account, nu: datetime
) -> tuple[Deelname, Woorden]:
    """Who it is about is who the goal is about, with the member of the household whose part it is."""
    rijen = [rij for rij in (wie.persoon, wie.netwerklid, wie.organisatie) if rij is not None]
    zelfde_gemeente(doel, *rijen)
    if wie.netwerklid is not None and wie.netwerklid.item.casus_id != doel.item.casus_id:
        raise ValueError("the netwerklid is of another casus")
    over = {p.pk: p for p in (*doel.item.betreft.all(), *([wie.persoon] if wie.persoon is not None else []))}
    item = maak_item(
        casus=doel.item.casus,
        soort=Gegevenssoort.PLAN,
        eigenaar=account,
        betreft=over.values(),
        woorden=_gevuld({"wie": wie.wie, "reden": stand.reden}),
        nu=nu,
    )
    deelname = Deelname.objects.create(
        gemeente_id=doel.gemeente_id,
        item=item,
        doel=doel,
        persoon=wie.persoon,
        netwerklid=wie.netwerklid,
        organisatie=wie.organisatie,
        stand=stand.stand,
        vanaf=stand.vanaf,
    )
    geschreven = laatste_woorden(item)
    assert geschreven is not None
    return deelname, geschreven


def wijzig_deelname(*, deelname: Deelname, stand: Deelstand, account: Account, versie: int, nu: datetime) -> Woorden:
    """It is otherwise now. Raises Versieconflict."""
    inhoud = _gevuld({**huidige_woorden(deelname.item), "reden": stand.reden})
    geschreven = schrijf_woorden(item=deelname.item, inhoud=inhoud, auteur=account, versie=versie, nu=nu)
    deelname.stand, deelname.vanaf = stand.stand, stand.vanaf
    deelname.save(update_fields=["stand", "vanaf"])
    return geschreven


def _gevuld(woorden: Mapping[str, str]) -> dict[str, str]:
    return {sleutel: tekst for sleutel, tekst in woorden.items() if tekst}
