"""What the engine answers: the Stand and its parts. NamedTuples, since thousands are made a second."""

from enum import StrEnum
from typing import NamedTuple

from samenspel.kern.werkwijze.catalogus import Herstel


class Mogelijkheid(StrEnum):
    """Whether a stap can be taken now: yes, almost (a person can supply what is missing), or not."""

    MOGELIJK = "mogelijk"
    ONTBREEKT = "ontbreekt"
    NIET = "niet"


class Ontbreekt(NamedTuple):
    """A fact that somebody can supply or change, and how."""

    feit: str
    naam: str
    herstel: Herstel


class Reden(NamedTuple):
    """Why a stap can't be taken yet. `onbekend`: a fact is missing; otherwise it is known and not so.

    `alternatieven` is filled where one of several reasons being lifted is enough. `later`: asked for only once the
    conditions of the stap itself hold.
    """

    uitleg: str
    onbekend: bool
    herstel: tuple[Ontbreekt, ...]
    alternatieven: tuple["Reden", ...] = ()
    later: bool = False


class Stapsoort(NamedTuple):
    """What a possible move is, from the definition or the common base.

    `keuze`: the places a person may choose from; `voorstel`: the one that lies ready. `voorwaardelijk`: it has
    conditions of its own, which open it at the right moment.
    """

    stap: str
    naam: str
    uitleg: str
    naar: str | None
    door: tuple[str, ...]
    basis: bool
    legt_vast: str | None = None
    keuze: tuple[str, ...] = ()
    vraagt_waakvlam: bool = False
    voorstel: str = ""
    voorwaardelijk: bool = False


class Stapstand(NamedTuple):
    """One move as it stands: possible, or why not."""

    soort: Stapsoort
    mogelijkheid: Mogelijkheid
    redenen: tuple[Reden, ...] = ()


class Loop(StrEnum):
    """How a term runs."""

    LOOPT = "loopt"
    BIJNA = "bijna"
    VERLOPEN = "verlopen"


class Termijnsoort(NamedTuple):
    """What a term is; `attendeert` names the rollen that are told when it expires, `herstel` is what ends it."""

    termijn: str
    naam: str
    hard: bool
    wettelijk: str
    attendeert: tuple[str, ...]
    bij_verlopen: str
    herstel: tuple[Ontbreekt, ...] = ()


class Termijnstand(NamedTuple):
    """A running term: first and last day (ordinals), and whether that is near or past."""

    soort: Termijnsoort
    begin: int
    einde: int
    loop: Loop


class Attendering(NamedTuple):
    """The system asks attention of these rollen (a signaal is somebody's concern; this is not)."""

    termijn: str
    naam: str
    rollen: tuple[str, ...]
    uitleg: str
    herstel: tuple[Ontbreekt, ...] = ()


class Taak(NamedTuple):
    """Something that waits for who holds one of these rollen, or that they may do (`hoeft` False).

    `soort` is 'stap', with the code of a stap, or the value of a Herstelwijze with what it is done on.
    """

    soort: str
    doel: str
    door: tuple[str, ...]
    hoeft: bool
    ontbreekt: tuple[Ontbreekt, ...] = ()


class Stand(NamedTuple):
    """Where a traject is, what can be done and by whom, what is missing, which terms run, what asks attention.

    `taken` is what waits for whom now, and `wacht_op` the rollen that it waits for.
    `ontbreekt` holds what stappen miss, then what is unknown of whether a term runs. `inhalen` is what urgent
    skipping left to be made up; `verandert_op` is the first day on which this answer changes by itself.
    Days are ordinals.
    """

    fase: str
    sinds: int
    stappen: tuple[Stapstand, ...]
    ontbreekt: tuple[Ontbreekt, ...]
    inhalen: tuple[Ontbreekt, ...]
    termijnen: tuple[Termijnstand, ...]
    attenderingen: tuple[Attendering, ...]
    taken: tuple[Taak, ...]
    wacht_op: tuple[str, ...]
    verandert_op: int | None
