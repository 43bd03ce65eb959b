"""Playing a household of the demo: the lines of its story and what stands around it, each on its own day, in order."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import partial

from django.utils.timezone import get_default_timezone, localdate

from samenspel.casus.models import Casus, WerkwijzeVersie
from samenspel.demo.gezin import Demofout, Gegeven, Gezin, rondom_van
from samenspel.demo.mensen import INWONERS, MENSEN, Inwoner
from samenspel.demo.plannen import stel_doel_uit_woorden
from samenspel.demo.plek import Plek
from samenspel.demo.rondom import SOORTEN
from samenspel.kern.stand.voorbeelden import Voorbeeld, Voorbeeldstap, speel
from samenspel.kern.werkwijze.catalogus import regierollen
from samenspel.organisatie.models import Account, Gemeente, Team, Wijk
from samenspel.regie.bezetting import Bezetting
from samenspel.regie.routes import route
from samenspel.regie.scenario import Dienstenspel

__all__ = ["Toneel", "speel_gezin", "speel_huishouden"]

MIDDAG = time(12, 0)
INWONERSBEURT = 1
"""Residents log in once everybody of the household is there."""
VANDAAG = frozenset({"gesprekken", "afgevinkt", "plannen", "overdracht"})
"""What is recorded today unless it says `geleden`; the rest on the day on which the dossier was opened, or it began."""


@dataclass(frozen=True, slots=True)
class Toneel:
    """What every household of the demo shares; `maak_inwoner` gives a resident an account."""

    gemeente: Gemeente
    team: Team
    """Where nobody's neighbourhood has a team of its own."""
    accounts: Mapping[str, Account]
    versies: Mapping[str, WerkwijzeVersie]
    maak_inwoner: Callable[[Inwoner], None]
    nu: datetime


@dataclass(order=True, slots=True)
class _Daad:
    """One thing on a day; on one day the story goes first."""

    dag: date
    beurt: int
    doe: Callable[[], None] = field(compare=False)


def speel_huishouden(
    *, toneel: Toneel, voorbeeld: Voorbeeld, werkwijze: str, geleden: int, regisseur: str = ""
) -> Casus:
    """Play a household up to today; `geleden` is days since its last line. Raises Demofout when a line goes wrong."""
    vandaag = localdate(toneel.nu)
    begin = vandaag - timedelta(days=geleden + voorbeeld.stappen[-1].dag)
    spel = _spel(toneel, voorbeeld, werkwijze, begin, regisseur)
    gezin = rondom_van(voorbeeld.huishouden)
    daden = [
        _Daad(begin + timedelta(days=s.dag), 0, partial(_stap, voorbeeld, s, spel, begin)) for s in voorbeeld.stappen
    ]
    daden += _rondom(toneel, gezin, spel.casus, begin)
    daden += [
        _Daad(begin, INWONERSBEURT, partial(toneel.maak_inwoner, i))
        for i in INWONERS
        if i.huishouden == gezin.huishouden
    ]
    if not gezin.doelen:
        gesproken = next((s.dag for s in voorbeeld.stappen if "eigen_woorden" in s.inhoud), 0)
        daden.append(_doel_uit_woorden(toneel, spel.casus, begin + timedelta(days=gesproken)))
    for daad in sorted(daden):
        daad.doe()
    return spel.casus


def speel_gezin(toneel: Toneel, gezin: Gezin) -> Casus:
    """Play a household whose story stands with the demo itself."""
    assert gezin.verhaal is not None
    return speel_huishouden(
        toneel=toneel,
        voorbeeld=gezin.voorbeeld,
        werkwijze=gezin.verhaal["werkwijze"],
        geleden=gezin.verhaal.get("geleden", 0),
        regisseur=gezin.verhaal.get("regisseur", ""),
    )


def _spel(toneel: Toneel, voorbeeld: Voorbeeld, werkwijze: str, begin: date, regisseur: str) -> Dienstenspel:
    """Everybody plays what they always play; `regisseur` has the regie of this household."""
    versie = toneel.versies[werkwijze]
    namen = {naam: toneel.accounts[m.gebruikersnaam] for m in MENSEN for naam in m.speelt}
    if regisseur:
        namen[regierollen(route(versie.hash).werkwijze)[0]] = toneel.accounts[regisseur]
    wijk = Wijk.objects.filter(gemeente=toneel.gemeente, naam=voorbeeld.wijk).first()
    team = Team.objects.filter(gemeente=toneel.gemeente, wijken=wijk).first() if wijk is not None else None
    bezetting = Bezetting(gemeente=toneel.gemeente, team=team or toneel.team, accounts=namen)
    return Dienstenspel(versie=versie, voorbeeld=voorbeeld, begin=begin, bezetting=bezetting)


def _stap(voorbeeld: Voorbeeld, stap: Voorbeeldstap, spel: Dienstenspel, begin: date) -> None:
    for gespeeld in speel(replace(voorbeeld, stappen=(stap,)), spel, begin):
        if gespeeld.afwijkingen:
            raise Demofout(f"{voorbeeld.huishouden}, dag {stap.dag}: {'; '.join(gespeeld.afwijkingen)}")


def _rondom(toneel: Toneel, gezin: Gezin, casus: Casus, begin: date) -> Iterator[_Daad]:
    vandaag = localdate(toneel.nu)
    for beurt, soort in enumerate(SOORTEN, 1):
        for gegeven in getattr(gezin, soort):
            dag = vandaag if soort in VANDAAG else begin
            if (geleden := gegeven.get("geleden", gegeven.get("sinds"))) is not None:
                dag = max(begin, vandaag - timedelta(days=geleden))
            yield _Daad(dag, beurt, partial(_zet, toneel, soort, gegeven, casus, dag))


def _doel_uit_woorden(toneel: Toneel, casus: Casus, dag: date) -> _Daad:
    """On the day of the talk, after it: papers that are sent later hold the goal."""
    return _Daad(dag, INWONERSBEURT, lambda: stel_doel_uit_woorden(_plek(toneel, casus, dag)))


def _zet(toneel: Toneel, soort: str, gegeven: Gegeven, casus: Casus, dag: date) -> None:
    SOORTEN[soort](gegeven, _plek(toneel, casus, dag))


def _plek(toneel: Toneel, casus: Casus, dag: date) -> Plek:
    """The dossier as it is by then; nothing is recorded after now."""
    nu = min(datetime.combine(dag, MIDDAG, get_default_timezone()), toneel.nu)
    vers = Casus.objects.select_related("huishouden", "regisseur", "gemeente").get(pk=casus.pk)
    return Plek(vers, toneel.accounts, toneel.versies, nu, dag, localdate(toneel.nu))
