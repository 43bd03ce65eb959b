"""Whom of the municipality somebody may choose from, and who is meant by what was typed."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.db.models import QuerySet
from django.utils.timezone import localdate

from samenspel.huishouden.zoeken import DREMPEL, score, vouw
from samenspel.organisatie.models import Account, Team
from samenspel.organisatie.selectors import toezichthouders
from samenspel.web import klok

__all__ = ["GETOOND", "Bedoeld", "Collegakeuze", "Keus", "Kring", "bedoeld", "zoek"]

GETOOND = 8
MAX_GETYPT = 200
TEAM = "team:"


class Kring(StrEnum):
    """Who can be chosen; MET_TEAM: who can carry households.

    The code goes along with what is typed, so that what is suggested can be chosen too.
    """

    WERKT = "werkt"
    MET_TEAM = "met_team"
    EN_TEAMS = "en_teams"
    OOK_GEBLOKKEERD = "ook_geblokkeerd"


@dataclass(frozen=True, slots=True, repr=False)
class Keus:
    """A colleague or a team that can be chosen; `sleutel` finds the row back."""

    sleutel: str
    naam: str
    team: str = ""
    functie: str = ""

    @classmethod
    def van(cls, rij: Account | Team) -> "Keus":
        """As which a row is chosen."""
        if isinstance(rij, Team):
            return cls(f"{TEAM}{rij.pk}", rij.naam)
        return cls(str(rij.pk), rij.naam, rij.team.naam if rij.team is not None else "", rij.functie)

    @property
    def is_team(self) -> bool:
        """Whether it is a team."""
        return self.sleutel.startswith(TEAM)

    @property
    def label(self) -> str:
        """How the colleague is written in a field."""
        return f"{self.naam} ({self.team})" if self.team else self.naam


@dataclass(frozen=True, slots=True)
class Collegakeuze:
    """The people whom `voor` may choose from: of the own municipality, never residents, and not those in `zonder`."""

    voor: Account
    kring: Kring = Kring.WERKT
    zonder: Collection[UUID] = ()

    def keuzes(self, meeste: int | None = None) -> list[Keus]:
        """By name; the teams first where those can be chosen."""
        velden = ("pk", "naam", "team__naam", "functie")
        rijen = self._accounts().exclude(pk__in=self.zonder).order_by("naam", "pk").values_list(*velden)[:meeste]
        mensen = [Keus(str(pk), naam, team or "", functie) for pk, naam, team, functie in rijen]
        return [*map(Keus.van, self._teams()), *mensen]

    def rij(self, sleutel: str) -> Account | Team | None:
        """The row of a key; None for what can't be chosen."""
        try:
            pk = UUID(sleutel.removeprefix(TEAM))
        except ValueError:
            return None
        if sleutel.startswith(TEAM):
            return self._teams().filter(pk=pk).first()
        return self._accounts().exclude(pk__in=self.zonder).filter(pk=pk).select_related("team").first()

    def _accounts(self) -> QuerySet[Account]:
        rijen = Account.objects.filter(gemeente_id=self.voor.gemeente_id, persoon__isnull=True)
        if self.kring is not Kring.OOK_GEBLOKKEERD:
            rijen = rijen.filter(is_active=True)
        if self.kring is not Kring.MET_TEAM:
            return rijen
        return rijen.filter(team__isnull=False).exclude(pk__in=toezichthouders(localdate(klok.nu())))

    def _teams(self) -> QuerySet[Team]:
        lopend = Team.objects.filter(gemeente_id=self.voor.gemeente_id, tot__isnull=True)
        return lopend if self.kring is Kring.EN_TEAMS else lopend.none()


@dataclass(frozen=True, slots=True)
class Bedoeld:
    """Who was meant: `keus` where that is sure, else whom it may be; `meer`: there are more than those."""

    keus: Keus | None = None
    kandidaten: Sequence[Keus] = ()
    meer: bool = False


def zoek(getypt: str, keuzes: Iterable[Keus]) -> list[Keus]:
    """Those of whom all that was typed begins a word of the name or the team; without any, those who are like it."""
    gevraagd = vouw(getypt[:MAX_GETYPT])
    gevouwen = [(keus, vouw(keus.naam), vouw(keus.team)) for keus in keuzes]
    gevonden = [
        (score(gevraagd, naam), keus) for keus, naam, team in gevouwen if _begint(gevraagd, naam, (*naam, *team))
    ]
    if not gevonden:
        lijkt = ((_gelijkenis(gevraagd, (*naam, *team)), keus) for keus, naam, team in gevouwen)
        gevonden = [(punten, keus) for punten, keus in lijkt if punten >= DREMPEL]
    return [keus for _, keus in sorted(gevonden, key=lambda paar: (-paar[0], paar[1].naam, paar[1].team))]


def bedoeld(getypt: str, keuzes: Sequence[Keus]) -> Bedoeld:
    """Sure is a name as it stands there, or the only one that begins so; who merely looks like it is asked about."""
    letterlijk = [k for k in keuzes if _kaal(getypt) in (k.sleutel, _kaal(k.label))]
    letterlijk = letterlijk or [k for k in keuzes if _kaal(getypt) == _kaal(k.naam)]
    gevonden = letterlijk or zoek(getypt, keuzes)
    gevraagd = vouw(getypt[:MAX_GETYPT])
    if len(gevonden) == 1:
        enige, naam = gevonden[0], vouw(gevonden[0].naam)
        if letterlijk or _begint(gevraagd, naam, (*naam, *vouw(enige.team))):
            return Bedoeld(enige)
    return Bedoeld(kandidaten=gevonden[:GETOOND], meer=len(gevonden) > GETOOND)


def _begint(gevraagd: Sequence[str], naam: Sequence[str], bekend: Sequence[str]) -> bool:
    """Whether each word begins one that is known, and one of them a part of the name."""

    def in_(woord: str, woorden: Sequence[str]) -> bool:
        return any(ander.startswith(woord) for ander in woorden)

    return any(in_(woord, naam) for woord in gevraagd) and all(in_(woord, bekend) for woord in gevraagd)


def _gelijkenis(gevraagd: Sequence[str], bekend: Sequence[str]) -> float:
    """That of the word that is least like one that is known: another surname makes it somebody else."""
    return min((score((woord,), bekend) for woord in gevraagd), default=0.0)


def _kaal(tekst: str) -> str:
    return " ".join(tekst.casefold().split())
