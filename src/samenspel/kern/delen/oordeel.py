"""Decides what one person sees of one item, and by which right (issue A1: every look goes through here)."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from samenspel.kern.delen.kijkrecht import (
    Bewoner,
    EigenAfspraak,
    Helper,
    Kijker,
    Kijkrecht,
    Partner,
    Regie,
    Rolzicht,
    Tafelzicht,
    Vervanging,
    gaat_over,
    geldt,
    opent_dossier,
)
from samenspel.kern.delen.stuk import Stuk
from samenspel.kern.werkwijze.model import Gegevenssoort


class Zicht(IntEnum):
    """How much of an item is seen; more is greater."""

    NIET = 0
    DAT = 1
    """That it is there, not what it says."""
    GEHEEL = 2


class Reden(StrEnum):
    """By which right somebody sees an item, or why not; stored with every look."""

    REGIE = "regie"
    VERVANGING = "vervanging"
    EIGENAAR = "eigenaar"
    INWONER = "inwoner"
    ROL = "rol"
    TAFEL = "tafel"
    GRONDSLAG = "grondslag"
    AFSPRAAK = "afspraak"
    HELPER = "helper"
    ANDERE_GEMEENTE = "andere_gemeente"
    GEEN_RECHT = "geen_recht"
    INGETROKKEN = "ingetrokken"
    GEHEIM_ADRES = "geheim_adres"


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What is seen and why."""

    zicht: Zicht
    reden: Reden


def mag_zien(kijker: Kijker, stuk: Stuk, nu: date) -> Zicht:
    """What the kijker sees of the item on this day."""
    return oordeel(kijker, stuk, nu).zicht


def oordeel(kijker: Kijker, stuk: Stuk, nu: date) -> Oordeel:
    """What the kijker sees of the item on this day, with the strongest right that gives it."""
    if kijker.gemeente != stuk.gemeente:
        return Oordeel(Zicht.NIET, Reden.ANDERE_GEMEENTE)
    hier = (recht for recht in kijker.rechten if recht.casus == stuk.casus and geldt(recht, nu))
    rechten = [recht for recht in hier if gaat_over(recht, stuk.id)]
    regie = [recht for recht in rechten if isinstance(recht, Regie)]
    if regie:
        eigen = any(not isinstance(recht, Vervanging) for recht in regie)
        return Oordeel(Zicht.GEHEEL, Reden.REGIE if eigen else Reden.VERVANGING)
    if not rechten:
        return Oordeel(Zicht.NIET, Reden.GEEN_RECHT)
    if stuk.ingetrokken:
        return Oordeel(Zicht.NIET, Reden.INGETROKKEN)
    if stuk.toont_geheim_adres:
        rechten = [recht for recht in rechten if isinstance(recht, Bewoner)]
        return _beste(rechten, stuk, anders=Reden.GEHEIM_ADRES)
    if stuk.eigenaar == kijker.account and any(opent_dossier(recht) for recht in rechten):
        return Oordeel(Zicht.GEHEEL, Reden.EIGENAAR)
    return _beste(rechten, stuk, anders=Reden.GEEN_RECHT)


_VOORRANG = (Reden.INWONER, Reden.ROL, Reden.TAFEL, Reden.GRONDSLAG, Reden.AFSPRAAK, Reden.HELPER)


def _beste(rechten: list[Kijkrecht], stuk: Stuk, *, anders: Reden) -> Oordeel:
    gegeven = [_geeft(recht, stuk) for recht in rechten]
    for reden in _VOORRANG:
        for een in gegeven:
            if een.reden is reden and een.zicht is not Zicht.NIET:
                return een
    return Oordeel(Zicht.NIET, anders)


def _geeft(recht: Kijkrecht, stuk: Stuk) -> Oordeel:
    match recht:
        case Regie():
            return Oordeel(Zicht.GEHEEL, Reden.REGIE)
        case Helper():
            return Oordeel(Zicht.DAT, Reden.HELPER)
        case Rolzicht(traject=traject, soorten=soorten):
            return _geheel_als(_in_traject(stuk, traject, soorten), Reden.ROL)
        case Tafelzicht(traject=traject, soorten=soorten):
            return _geheel_als(_in_traject(stuk, traject, soorten), Reden.TAFEL)
        case Partner(soorten=soorten, personen=personen):
            gedekt = stuk.soort in soorten and bool(stuk.betreft) and stuk.betreft <= personen
            return _geheel_als(gedekt, Reden.GRONDSLAG)
        case Bewoner(persoon=persoon, kinderen=kinderen):
            return _geheel_als(_gaat_bewoner_aan(stuk, persoon, kinderen), Reden.INWONER)
        case EigenAfspraak():
            return Oordeel(Zicht.GEHEEL, Reden.AFSPRAAK)


def _geheel_als(mag: bool, reden: Reden) -> Oordeel:
    return Oordeel(Zicht.GEHEEL if mag else Zicht.NIET, reden)


def _in_traject(stuk: Stuk, traject: str, soorten: frozenset[Gegevenssoort]) -> bool:
    return stuk.soort in soorten and stuk.traject in (None, traject)


def _gaat_bewoner_aan(stuk: Stuk, persoon: str, kinderen: frozenset[str]) -> bool:
    """What concerns them or, alone or with them, their young children; never the other parent's.

    An address is told to nobody else: that of a child may be where the other parent hides.
    """
    if stuk.soort is Gegevenssoort.ADRES:
        return stuk.betreft == {persoon}
    if persoon in stuk.betreft:
        return True
    return bool(stuk.betreft) and stuk.betreft <= kinderen
