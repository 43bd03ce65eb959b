"""What the world consists of: who looks, the households, and the words that were planted."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from fabriek import NU
from personas.merken import Merken
from samenspel.casus.models import Casus, Traject
from samenspel.delen.models import Grondslag, Helpt
from samenspel.huishouden.models import Persoon
from samenspel.kennis.models import Contactpersoon
from samenspel.kern.stand import Route
from samenspel.organisatie.models import Account


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody who looks; `account` None: not logged in. The same person looks otherwise at another moment."""

    naam: str
    account: Account | None
    nu: datetime = NU


@dataclass
class Plek:
    """One household with its casus, and the people of its story."""

    casus: Casus
    traject: Traject
    mensen: dict[str, Account]
    personen: dict[str, Persoon]
    grondslag: Grondslag
    helpt: Helpt
    contactpersoon: Contactpersoon
    dingen: dict[str, UUID] = field(default_factory=dict)


@dataclass
class Wereld:
    """Everything, with the words that were planted."""

    merken: Merken
    plekken: dict[str, Plek]
    personas: dict[str, Persona]
    route: Route
