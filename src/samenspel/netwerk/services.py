"""Writing who stands around a household."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from samenspel.casus.models import Casus
from samenspel.delen.models import Woorden
from samenspel.delen.services import laatste_woorden, maak_item, schrijf_woorden
from samenspel.huishouden.models import Persoon
from samenspel.kennis.models import Contactpersoon
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.netwerk.models import Netwerklid
from samenspel.organisatie.basis import zelfde_gemeente
from samenspel.organisatie.models import Account

__all__ = ["Band", "maak_netwerklid", "wijzig_netwerklid"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """What is known of somebody around the household, beside the words."""

    soort: str
    band: str = "gewoon"
    sterkte: int = 2
    richting: str = ""
    meedoen: str = "niet_gevraagd"
    contactpersoon: Contactpersoon | None = None


def maak_netwerklid(
    *, casus: Casus, band: Band, woorden: Mapping[str, str], betreft: Iterable[Persoon], account: Account, nu: datetime
) -> tuple[Netwerklid, Woorden]:
    """Somebody who stands around these people."""
    if band.contactpersoon is not None:
        zelfde_gemeente(casus, band.contactpersoon)
    item = maak_item(
        casus=casus, soort=Gegevenssoort.NETWERK, eigenaar=account, betreft=betreft, woorden=_gevuld(woorden), nu=nu
    )
    lid = Netwerklid.objects.create(gemeente_id=casus.gemeente_id, item=item, **_velden(band))
    geschreven = laatste_woorden(item)
    assert geschreven is not None
    return lid, geschreven


def wijzig_netwerklid(
    *,
    lid: Netwerklid,
    band: Band,
    woorden: Mapping[str, str],
    betreft: Iterable[Persoon],
    account: Account,
    versie: int,
    nu: datetime,
) -> Woorden:
    """Write it anew over version `versie`. Raises Versieconflict."""
    personen = list(betreft)
    zelfde_gemeente(lid, *personen, *([band.contactpersoon] if band.contactpersoon is not None else []))
    geschreven = schrijf_woorden(item=lid.item, inhoud=_gevuld(woorden), auteur=account, versie=versie, nu=nu)
    for veld, waarde in _velden(band).items():
        setattr(lid, veld, waarde)
    lid.save(update_fields=list(_velden(band)))
    lid.item.betreft.set(personen)
    return geschreven


def _velden(band: Band) -> dict[str, object]:
    return {veld: getattr(band, veld) for veld in Band.__dataclass_fields__}


def _gevuld(woorden: Mapping[str, str]) -> dict[str, str]:
    return {sleutel: tekst for sleutel, tekst in woorden.items() if tekst}
