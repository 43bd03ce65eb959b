"""What a signaal is: who holds it, whom it was proposed to, how it ended; folded from what happened."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeAlias


class Status(StrEnum):
    """Whether somebody still has to do something with it."""

    OPEN = "open"
    IN_DOSSIER = "in_dossier"
    GESLOTEN = "gesloten"


class Soort(StrEnum):
    """What can happen to a signaal."""

    VASTGELEGD = "vastgelegd"
    VOORGESTELD = "voorgesteld"
    INGETROKKEN = "ingetrokken"
    AANGENOMEN = "aangenomen"
    GEWEIGERD = "geweigerd"
    IN_DOSSIER = "in_dossier"
    UIT_DOSSIER = "uit_dossier"
    GESLOTEN = "gesloten"
    GEWIST = "gewist"


@dataclass(frozen=True, slots=True)
class Voorstel:
    """Somebody is asked to take it over: exactly one of an account and a team; `casus`: the dossier it may go to."""

    aan: str = ""
    team: str = ""
    casus: str = ""


@dataclass(frozen=True, slots=True)
class Aanname:
    """Who was asked takes it over."""


@dataclass(frozen=True, slots=True)
class Weigering:
    """Who was asked doesn't take it over; the holder keeps it."""


@dataclass(frozen=True, slots=True)
class Intrekking:
    """The holder keeps it after all."""


@dataclass(frozen=True, slots=True)
class Dossierleg:
    """The words go into a dossier, of which this account is the regisseur."""

    casus: str
    regisseur: str


@dataclass(frozen=True, slots=True)
class Uithaling:
    """It lay in the wrong dossier, of which this account is the regisseur now."""

    regisseur: str


@dataclass(frozen=True, slots=True)
class Afsluiting:
    """Nothing more is done with it."""


@dataclass(frozen=True, slots=True)
class Wissing:
    """The words of a signaal that is done are destroyed."""


Handeling: TypeAlias = Voorstel | Aanname | Weigering | Intrekking | Dossierleg | Uithaling | Afsluiting | Wissing


@dataclass(frozen=True, slots=True)
class Speler:
    """Who acts or looks, with the team that one works in."""

    account: str
    team: str = ""


@dataclass(frozen=True, slots=True)
class Feit:
    """One thing that happened, by whom, on which day, who holds the signaal after it, and the rest that it says."""

    soort: Soort
    account: str
    houder: str
    op: date
    voorstel: Voorstel | None = None
    casus: str = ""
    spoed: bool = False


@dataclass(frozen=True, slots=True)
class Signaalstand:
    """How a signaal stands."""

    houder: str
    sinds: date
    spoed: bool
    status: Status = Status.OPEN
    voorstel: Voorstel | None = None
    voorgesteld_op: date | None = None
    casus: str = ""
    gewist: bool = False

    def gevraagd(self, speler: Speler) -> bool:
        """Whether this one was asked to take it over, and didn't answer yet."""
        vraag = self.voorstel
        if vraag is None or speler.account == self.houder:
            return False
        return vraag.aan == speler.account or bool(vraag.team and vraag.team == speler.team)


def mag_lezen(stand: Signaalstand, speler: Speler) -> bool:
    """The holder reads it, and who is asked to take it over; a former holder doesn't any more."""
    return stand.houder == speler.account or stand.gevraagd(speler)


def wacht_te_lang(stand: Signaalstand, dag: date, dagen: int) -> bool:
    """Whether an open signaal lay with the same holder for more than so many days; an urgent one: for a day."""
    grens = min(dagen, 1) if stand.spoed else dagen
    return stand.status is Status.OPEN and (dag - stand.sinds).days > grens


def vouw(feiten: Iterable[Feit]) -> Signaalstand:
    """How it stands after all that happened; the first thing is that it was recorded."""
    stand: Signaalstand | None = None
    for feit in feiten:
        if stand is None:
            assert feit.soort is Soort.VASTGELEGD
            stand = Signaalstand(feit.houder, feit.op, feit.spoed)
        else:
            stand = _na(stand, feit)
    assert stand is not None
    return stand


def _na(stand: Signaalstand, feit: Feit) -> Signaalstand:
    zonder = replace(stand, voorstel=None, voorgesteld_op=None)
    match feit.soort:
        case Soort.VOORGESTELD:
            return replace(stand, voorstel=feit.voorstel, voorgesteld_op=feit.op)
        case Soort.AANGENOMEN:
            return replace(zonder, houder=feit.houder, sinds=feit.op)
        case Soort.IN_DOSSIER:
            return replace(zonder, status=Status.IN_DOSSIER, casus=feit.casus)
        case Soort.UIT_DOSSIER:
            return Signaalstand(feit.houder, feit.op, stand.spoed)
        case Soort.GESLOTEN:
            return replace(zonder, status=Status.GESLOTEN)
        case Soort.GEWIST:
            return replace(stand, gewist=True)
        case _:
            return zonder
