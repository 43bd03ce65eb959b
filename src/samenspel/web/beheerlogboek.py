"""The log of the administration as it is read: a sentence per line, without residents' names."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from samenspel.kennis.models import Contactpersoon, Organisatie
from samenspel.organisatie.logboek import beheerdaden
from samenspel.organisatie.models import Account, Beheerdaad, Daadsoort, Team
from samenspel.overleg.models import Tafel

__all__ = ["Logregel", "logregels"]

MEEST = 500
_ZINNEN = {
    Daadsoort.ACCOUNT_GEMAAKT: "maakte het account van {wie}",
    Daadsoort.ACCOUNT_GEWIJZIGD: "wijzigde het account van {wie}",
    Daadsoort.ACCOUNT_GEBLOKKEERD: "blokkeerde het account van {wie}",
    Daadsoort.ACCOUNT_VRIJGEGEVEN: "gaf het account van {wie} weer vrij",
    Daadsoort.INLOGLINK_GEMAAKT: "maakte een inloglink voor {wie}",
    Daadsoort.WACHTWOORD_GEKOZEN: "koos een wachtwoord",
    Daadsoort.ROL_GEGEVEN: "gaf een rol aan {wie}",
    Daadsoort.ROL_BEEINDIGD: "beëindigde een rol van {wie}",
    Daadsoort.TAAK_GEGEVEN: "gaf een taak aan {wie}",
    Daadsoort.TAAK_BEEINDIGD: "beëindigde een taak van {wie}",
    Daadsoort.TEAM_GEWIJZIGD: "wijzigde team of wijk {ding}",
    Daadsoort.TEAM_BEEINDIGD: "beëindigde team of wijk {ding}",
    Daadsoort.TAFEL_GEWIJZIGD: "wijzigde de tafel {ding}",
    Daadsoort.TAFEL_BEEINDIGD: "beëindigde de tafel {ding}",
    Daadsoort.LIJST_GEWIJZIGD: "wijzigde de telefoonlijst: {ding}",
    Daadsoort.WEGWIJZER_GEWIJZIGD: "wijzigde waar inwoners terechtkunnen",
    Daadsoort.DEFINITIE_GELADEN: "laadde een werkwijze",
    Daadsoort.DEFINITIE_IN_GEBRUIK: "nam een werkwijze in gebruik",
}


@dataclass(frozen=True, slots=True)
class Logregel:
    """Who did what when; `wat` holds the codes that go with it."""

    wie: str
    zin: str
    wat: str
    op: datetime


def logregels(gemeente_id: UUID) -> list[Logregel]:
    """The newest lines first."""
    daden = beheerdaden(gemeente_id)[:MEEST]
    namen = _namen({d.ding for d in daden if d.ding is not None})
    return [_regel(d, namen) for d in daden]


def _regel(daad: Beheerdaad, namen: dict[UUID, str]) -> Logregel:
    ding = namen.get(daad.ding, "") if daad.ding is not None else ""
    zin = _ZINNEN[Daadsoort(daad.soort)].format(wie=_naam(daad.account), ding=ding)
    return Logregel(
        wie=_naam(daad.door) if daad.door is not None else "De server (opdrachtregel)",
        zin=zin,
        wat=daad.wat.replace("_", " "),
        op=daad.op,
    )


def _naam(account: Account | None) -> str:
    if account is None:
        return ""
    return account.naam if account.persoon_id is None else "een inwoner"


def _namen(ids: set[UUID]) -> dict[UUID, str]:
    namen: dict[UUID, str] = {}
    for model in (Team, Tafel, Organisatie, Contactpersoon):
        namen |= dict(model.objects.filter(pk__in=ids).values_list("pk", "naam"))
    return namen
