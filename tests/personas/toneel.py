"""One household while it is being built: what every part needs to add something to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from fabriek import NU
from personas.merken import Merken
from samenspel.casus.models import Casus, Traject
from samenspel.huishouden.models import Persoon
from samenspel.kern.stand import Route
from samenspel.kern.stand.handelingen import Handeling
from samenspel.organisatie.models import Account, Gemeente, Team
from samenspel.regie.opdracht import Opdracht, Verband
from samenspel.regie.uitvoeren import voer_uit

__all__ = ["Toneel"]


@dataclass
class Toneel:
    """The casus, its people and the clock; `voor` stands before the groups of words of another household."""

    merken: Merken
    voor: str
    gemeente: Gemeente
    team: Team
    route: Route
    casus: Casus
    traject: Traject
    mensen: dict[str, Account] = field(default_factory=dict)
    personen: dict[str, Persoon] = field(default_factory=dict)
    seconden: int = 0

    @property
    def regisseur(self) -> Account:
        """Who carries the dossier."""
        return self.casus.regisseur

    def plant(self, groep: str, tekst: str) -> str:
        """The text with a word of this household."""
        return self.merken.tekst(self.voor + groep, tekst)

    def nu(self) -> datetime:
        """Each thing at a second of its own, shortly before the moment at which everybody looks."""
        self.seconden += 1
        return NU - timedelta(minutes=30) + timedelta(seconds=self.seconden)

    def doe(
        self,
        handeling: Handeling,
        woorden: Mapping[str, str],
        verband: Verband | None = None,
        betreft: tuple[Persoon, ...] = (),
        door: str = "regisseur",
    ) -> None:
        """Something in the traject, by one of its people."""
        opdracht = Opdracht(handeling, woorden, betreft, verband=verband or Verband())
        voer_uit(traject=self.traject, account=self.mensen[door], opdrachten=[opdracht], nu=self.nu())
