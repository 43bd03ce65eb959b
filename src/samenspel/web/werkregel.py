"""One line of 'mijn werk'."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

__all__ = ["Werkregel"]


@dataclass(frozen=True, slots=True)
class Werkregel:
    """One traject as the list shows it, or a dossier in which none runs: `traject` is then empty.

    `contact`: whether this person records a talk there; `afspraak`: only one of their own agreements is meant.
    """

    casus_id: UUID
    url: str
    huishouden: str
    traject: str
    plek: str
    sinds: str
    wacht_op_mij: bool
    wacht_op: tuple[str, ...]
    van_mij: bool
    stil: bool
    termijn: date | None
    termijn_op: str
    termijn_naam: str
    te_laat: bool
    mijn_taak: str
    vervangt: str = ""
    contact: bool = False
    afspraak: bool = False
