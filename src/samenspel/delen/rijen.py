"""Writing the row of an item: what was chosen goes into its columns, what was typed into the item's words."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from samenspel.casus.models import Casus
from samenspel.delen.models import Woorden
from samenspel.delen.services import laatste_woorden, maak_item, schrijf_woorden
from samenspel.huishouden.models import Persoon
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.basis import VanGemeente, VanItem, zelfde_gemeente
from samenspel.organisatie.models import Account

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

__all__ = ["maak_rij", "velden_van", "wijzig_rij", "zet_velden"]

R = TypeVar("R", bound=VanItem)


def maak_rij(
    model: type[R],
    *,
    casus: Casus,
    soort: Gegevenssoort,
    velden: Mapping[str, object],
    woorden: Mapping[str, str],
    betreft: Iterable[Persoon],
    account: Account,
    nu: datetime,
) -> tuple[R, Woorden]:
    """A new item with its row and its first words."""
    _hoort_bij(casus, velden)
    item = maak_item(casus=casus, soort=soort, eigenaar=account, betreft=betreft, woorden=_gevuld(woorden), nu=nu)
    rij = model._default_manager.create(gemeente_id=casus.gemeente_id, item=item, **velden)
    geschreven = laatste_woorden(item)
    assert geschreven is not None
    return rij, geschreven


def wijzig_rij(
    rij: VanItem,
    *,
    velden: Mapping[str, object],
    woorden: Mapping[str, str],
    account: Account,
    versie: int,
    nu: datetime,
    betreft: Iterable[Persoon] | None = None,
) -> Woorden:
    """Write it anew over version `versie`; `betreft` None leaves for whom it is. Raises Versieconflict."""
    personen = list(betreft) if betreft is not None else []
    zelfde_gemeente(rij, *personen)
    _hoort_bij(rij.item.casus, velden)
    geschreven = schrijf_woorden(item=rij.item, inhoud=_gevuld(woorden), auteur=account, versie=versie, nu=nu)
    zet_velden(rij, velden)
    if betreft is not None:
        rij.item.betreft.set(personen)
    return geschreven


def velden_van(gegevens: "DataclassInstance") -> dict[str, object]:
    """The columns that a dataclass of the same names fills."""
    return {veld: getattr(gegevens, veld) for veld in gegevens.__dataclass_fields__}


def zet_velden(rij: VanItem, velden: Mapping[str, object]) -> None:
    """Write these columns of the row."""
    for veld, waarde in velden.items():
        setattr(rij, veld, waarde)
    rij.save(update_fields=list(velden))


def _hoort_bij(casus: Casus, velden: Mapping[str, object]) -> None:
    """A row names nothing of another municipality, and nothing that lies in another casus."""
    genoemd = [waarde for waarde in velden.values() if isinstance(waarde, VanGemeente)]
    zelfde_gemeente(casus, *genoemd)
    if any(rij.item.casus_id != casus.pk for rij in genoemd if isinstance(rij, VanItem)):
        raise ValueError("the row names something of another casus")


def _gevuld(woorden: Mapping[str, str]) -> dict[str, str]:
    return {sleutel: tekst for sleutel, tekst in woorden.items() if tekst}
