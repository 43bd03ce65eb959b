"""What a person asks to be done: the handeling for kern, with the words and rows that the services need."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from samenspel.huishouden.models import Persoon
from samenspel.kennis.models import Contactpersoon
from samenspel.kern.stand.handelingen import Handeling
from samenspel.kern.werkwijze.model import Invuller
from samenspel.netwerk.models import Netwerklid
from samenspel.organisatie.models import Account
from samenspel.overleg.models import Agendapunt, Tafel


@dataclass(frozen=True, slots=True)
class Verband:
    """Rows that a handeling is about, beside the traject."""

    contactpersoon: Contactpersoon | None = None
    persoon: Persoon | None = None
    account: Account | None = None
    netwerklid: Netwerklid | None = None
    tafel: Tafel | None = None
    agendapunt: Agendapunt | None = None
    op: datetime | None = None
    plaats: str = ""
    pdf: bytes = b""
    id: uuid.UUID | None = None
    invuller: Invuller = Invuller.PROFESSIONAL


@dataclass(frozen=True, slots=True)
class Opdracht:
    """One handeling to carry out.

    `betreft` empty means the persons of the traject; `versie` is the version that was on the writer's screen;
    `gebeurd_op` None means now.
    """

    handeling: Handeling
    woorden: Mapping[str, str] = field(default_factory=dict)
    betreft: tuple[Persoon, ...] = ()
    versie: int | None = None
    gebeurd_op: datetime | None = None
    verband: Verband = field(default_factory=Verband)
