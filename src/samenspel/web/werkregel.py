"""One line of 'mijn werk'."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from samenspel.web.tekst import dag_kort

__all__ = ["Werkregel"]


@dataclass(frozen=True, slots=True)
class Werkregel:
    """One traject as the list shows it, or a dossier in which none runs: `traject` is then empty.

    `contact`: whether this person records a talk there; `afspraak`: only this agreement of their own is meant. Its
    address and days are put into words when it is shown: of a long list most lines stand on another page.
    """

    casus_id: UUID
    huishouden: str
    traject: str
    plek: str
    sinds: date
    vandaag: date
    wacht_op_mij: bool = False
    wacht_op: tuple[str, ...] = ()
    van_mij: bool = False
    stil: bool = False
    termijn: date | None = None
    termijn_naam: str = ""
    te_laat: bool = False
    mijn_taak: str = ""
    vervangt: str = ""
    contact: bool = False
    afspraak: UUID | None = None

    @property
    def url(self) -> str:
        """Where the line leads."""
        if self.afspraak is not None:
            return reverse("eigen_afspraak", args=[self.afspraak])
        return reverse("casus", args=[self.casus_id])

    @property
    def sinds_kort(self) -> str:
        """Since when it stands there, as people say it."""
        return dag_kort(self.sinds, self.vandaag)

    @property
    def termijn_kort(self) -> str:
        """When the term ends, as people say it; empty without one."""
        return dag_kort(self.termijn, self.vandaag) if self.termijn is not None else ""
