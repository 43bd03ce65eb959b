"""What people can do in a traject, as data: the engine decides on these, services apply them.

A handeling carries typed facts only (codes, dates, cents, references); words stay with the service that stores them.
References (`wie`, `aan`, ids) are opaque to kern.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from samenspel.kern.stand.contacten import Gesprekspartner

Feitwaarde: TypeAlias = bool | int | str | date | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Speler:
    """Who acts: a reference, and the codes of the rollen this person holds for this traject at this moment.

    `leidt`: leads the team of who has the regie.
    """

    wie: str
    rollen: frozenset[str]
    leidt: bool = False


@dataclass(frozen=True, slots=True)
class Begin:
    """Start a traject for the household or for one person (`geboortedatum` where the werkwijze runs for a person)."""

    betreft: tuple[str, ...]
    geboortedatum: date | None = None


@dataclass(frozen=True, slots=True)
class KenRolToe:
    """Give somebody a rol in this casus."""

    rol: str
    aan: str


@dataclass(frozen=True, slots=True)
class BeeindigRol:
    """End somebody's rol in this casus."""

    rol: str
    van: str


@dataclass(frozen=True, slots=True)
class LegFormulierVast:
    """Save answers: per question a value, True for words that were written, None for an answer taken back."""

    formulier: str
    antwoorden: Mapping[str, Feitwaarde | None]


@dataclass(frozen=True, slots=True)
class BeantwoordControlevraag:
    """Answer a controlevraag with ja, nee or nvt; the reason is kept with it."""

    controlevraag: str
    antwoord: str


@dataclass(frozen=True, slots=True)
class LichtControlevraagToe:
    """What the regie says to an answer that holds the way on back; who asked looks again."""

    controlevraag: str


@dataclass(frozen=True, slots=True)
class LegContactVast:
    """A talk or call: with which side, how it ended, on what day to call again, whether words were written."""

    uitkomst: str
    terugbellen_op: date | None = None
    partner: Gesprekspartner = Gesprekspartner.BUITEN
    beschreven: bool = True
    contact: str = ""


@dataclass(frozen=True, slots=True)
class WijzigContact:
    """Correct with which side one talked, how it ended, when to call again; `eigenaar` is who wrote it down."""

    contact: str
    uitkomst: str
    terugbellen_op: date | None = None
    partner: Gesprekspartner = Gesprekspartner.BUITEN
    beschreven: bool = True
    eigenaar: str = ""


@dataclass(frozen=True, slots=True)
class TrekContactIn:
    """A talk that should not have been recorded: it counts no more."""

    contact: str
    eigenaar: str = ""


@dataclass(frozen=True, slots=True)
class ZetContactTerug:
    """A talk that was withdrawn counts again."""

    contact: str


@dataclass(frozen=True, slots=True)
class SchrijfLogboek:
    """A line in the logboek, of a kind (`kern.stand.logboek.Regelsoort`)."""

    soort: str
    regel: str = ""


@dataclass(frozen=True, slots=True)
class TrekRegelIn:
    """A line of the logboek that should not have been written: it counts no more; `eigenaar` is who wrote it."""

    regel: str
    eigenaar: str = ""


@dataclass(frozen=True, slots=True)
class ZetRegelTerug:
    """A line of the logboek that was withdrawn counts again."""

    regel: str


@dataclass(frozen=True, slots=True)
class LegEigenWoordenVast:
    """For which of ik_wil, ik_kan, ik_heb_nodig this person's words now stand written."""

    delen: frozenset[str]
    persoon: str = ""


@dataclass(frozen=True, slots=True)
class BespreekLeefgebied:
    """A life domain was talked about, whether or not anything was written down."""

    leefgebied: str


@dataclass(frozen=True, slots=True)
class ZetStap:
    """Take a stap. `naar` is chosen for spoed and heropenen only; `waakvlam_op` where the stap asks for it."""

    stap: str
    naar: str | None = None
    waakvlam_op: date | None = None


@dataclass(frozen=True, slots=True)
class DoeAanvraag:
    """Ask for breakthrough money, in cents; `ruimte` is what the budget still allows this household, in cents.

    Where the money comes back, `bedrag` is for one time and `tot` the last day on which it may be paid.
    """

    aanvraag: str
    budget: str
    vorm: str
    bedrag: int
    ruimte: int | None = None
    tot: date | None = None


@dataclass(frozen=True, slots=True)
class BeoordeelAanvraag:
    """Agree with an application for money, or object."""

    aanvraag: str
    akkoord: bool


@dataclass(frozen=True, slots=True)
class BetaalAanvraag:
    """Pay an application that was agreed."""

    aanvraag: str


@dataclass(frozen=True, slots=True)
class TrekAanvraagIn:
    """An application was made by mistake, or is needed no more: it takes no room and waits for nobody."""

    aanvraag: str


@dataclass(frozen=True, slots=True)
class SpreekLeningAf:
    """Agree how an agreed loan is paid back: so much a month, in cents, from a first day on."""

    aanvraag: str
    maandbedrag: int
    eerste_op: date


@dataclass(frozen=True, slots=True)
class OndertekenLening:
    """The agreement of a loan was signed, on paper."""

    aanvraag: str


@dataclass(frozen=True, slots=True)
class LosAf:
    """A repayment came in, in cents."""

    aanvraag: str
    bedrag: int


@dataclass(frozen=True, slots=True)
class DraaiAflossingTerug:
    """A repayment was recorded wrongly: it counts no more. `nummer`: which mutatie of the loan, from 1."""

    aanvraag: str
    nummer: int


@dataclass(frozen=True, slots=True)
class VraagKwijtschelding:
    """Ask to forgive the agreed share of a loan; on what day it was attested that the condition is met."""

    aanvraag: str
    aangetoond_op: date


@dataclass(frozen=True, slots=True)
class BeslisKwijtschelding:
    """Agree with forgiving that share, or not."""

    aanvraag: str
    akkoord: bool


@dataclass(frozen=True, slots=True)
class PasLeningAan:
    """Decide how what is still open is paid back, where the first agreement can't be kept."""

    aanvraag: str
    maandbedrag: int
    eerste_op: date


@dataclass(frozen=True, slots=True)
class PlanOverleg:
    """Put the traject on the agenda of a meeting on a day."""

    overleg: str
    op: date


@dataclass(frozen=True, slots=True)
class VerzetOverleg:
    """Move a planned meeting to another day; `doorgelaten` when the chair lets papers through that are late for it."""

    overleg: str
    op: date
    doorgelaten: bool = False


@dataclass(frozen=True, slots=True)
class HaalVanAgenda:
    """Take the traject off the agenda of a meeting that was not held, with a reason."""

    overleg: str


@dataclass(frozen=True, slots=True)
class VerstuurStukken:
    """Send the papers to the members; `doorgelaten` when the chair lets late papers through with a reason."""

    overleg: str
    doorgelaten: bool = False


IN_WOORDEN = "in_woorden"
"""A way on that is no stap of the definition."""


@dataclass(frozen=True, slots=True)
class HoudOverleg:
    """Record how the meeting ended; `afspraken` counts the agreements made there.

    `gemotiveerd`: there is a text for the resident. `besluit`: it is known who decides, under which law, and who backs
    it. `weg`: the stap that is the way on, or IN_WOORDEN. `voor`: by when. `begonnen`: its hour has come.
    """

    overleg: str
    uitkomst: str
    afspraken: int = 0
    gemotiveerd: bool = False
    besluit: bool = False
    weg: str = ""
    voor: date | None = None
    begonnen: bool = True


@dataclass(frozen=True, slots=True)
class VerbeterUitkomst:
    """The meeting ended otherwise than was recorded; as HoudOverleg, `afspraken` counts those that stand."""

    overleg: str
    uitkomst: str
    afspraken: int = 0
    gemotiveerd: bool = False
    besluit: bool = False
    weg: str = ""
    voor: date | None = None


@dataclass(frozen=True, slots=True)
class VerstuurVerslag:
    """Send the report of the meeting."""

    overleg: str


@dataclass(frozen=True, slots=True)
class StelVraag:
    """Ask something about the case before a meeting; `geweest` where it has been held, `van_agenda` taken off."""

    overleg: str
    vraag: str
    geweest: bool = False
    van_agenda: bool = False


@dataclass(frozen=True, slots=True)
class BeantwoordVraag:
    """Answer what somebody (`gesteld_door`) asked before a meeting."""

    overleg: str
    vraag: str
    gesteld_door: str


@dataclass(frozen=True, slots=True)
class VraagErbij:
    """Ask somebody (`wie`) to join one meeting that has a shell; `dicht`: it was held, or taken off the agenda."""

    overleg: str
    wie: str
    dicht: bool = False


@dataclass(frozen=True, slots=True)
class MeldAf:
    """Who was asked to join a meeting doesn't come after all, and looks along no longer."""

    overleg: str
    wie: str


@dataclass(frozen=True, slots=True)
class MaakAfspraak:
    """Agree that somebody does something before a day."""

    afspraak: str
    voor: date


@dataclass(frozen=True, slots=True)
class RondAfspraakAf:
    """Tick an agreement off; `eigenaar` is who would do it, where that is somebody who can act here."""

    afspraak: str
    eigenaar: str = ""


@dataclass(frozen=True, slots=True)
class WijzigAfspraak:
    """Agree otherwise on something that is still to be done; `eigenaar` is who took it upon themselves."""

    afspraak: str
    voor: date
    eigenaar: str = ""


@dataclass(frozen=True, slots=True)
class HeropenAfspraak:
    """What was ticked off is still to be done; `eigenaar` is who would do it."""

    afspraak: str
    voor: date
    eigenaar: str = ""


@dataclass(frozen=True, slots=True)
class LaatAfspraakVervallen:
    """Nobody does it any more; `eigenaar` is who took it upon themselves."""

    afspraak: str
    eigenaar: str = ""


@dataclass(frozen=True, slots=True)
class StelOverdrachtVoor:
    """Propose to hand the regie over to a colleague; the present regisseur holds it until it is accepted."""

    aan: str


@dataclass(frozen=True, slots=True)
class AanvaardOverdracht:
    """Accept the regie that was proposed."""


@dataclass(frozen=True, slots=True)
class BespreekInReflectie:
    """A reflectiesessie was held in which this traject was talked about, among others; it decides nothing on it."""

    sessie: str


@dataclass(frozen=True, slots=True)
class GeefCluster:
    """Give the label by which is learned from this traject, afterwards."""

    cluster: str


Handeling: TypeAlias = (
    Begin
    | KenRolToe
    | BeeindigRol
    | LegFormulierVast
    | BeantwoordControlevraag
    | LichtControlevraagToe
    | LegContactVast
    | WijzigContact
    | TrekContactIn
    | ZetContactTerug
    | SchrijfLogboek
    | TrekRegelIn
    | ZetRegelTerug
    | LegEigenWoordenVast
    | BespreekLeefgebied
    | ZetStap
    | DoeAanvraag
    | BeoordeelAanvraag
    | BetaalAanvraag
    | TrekAanvraagIn
    | SpreekLeningAf
    | OndertekenLening
    | LosAf
    | DraaiAflossingTerug
    | VraagKwijtschelding
    | BeslisKwijtschelding
    | PasLeningAan
    | PlanOverleg
    | VerzetOverleg
    | HaalVanAgenda
    | VerstuurStukken
    | HoudOverleg
    | VerbeterUitkomst
    | VerstuurVerslag
    | StelVraag
    | BeantwoordVraag
    | VraagErbij
    | MeldAf
    | MaakAfspraak
    | RondAfspraakAf
    | WijzigAfspraak
    | HeropenAfspraak
    | LaatAfspraakVervallen
    | StelOverdrachtVoor
    | AanvaardOverdracht
    | BespreekInReflectie
    | GeefCluster
)


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """One line of the history as kern knows it: a kind, typed facts, and the day it happened (not: was recorded)."""

    soort: str
    op: date
    gegevens: Mapping[str, object] = field(default_factory=dict)
