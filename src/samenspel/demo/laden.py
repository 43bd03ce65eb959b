"""Loading the demo: the municipality, its people and tables, and every story played through the services."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from samenspel import werkwijzen
from samenspel.casus.models import WerkwijzeVersie
from samenspel.demo.aankleden import kleed_aan
from samenspel.demo.buiten import leg_grondslagen_buiten_vast
from samenspel.demo.gezinnen import maak_gezinnen
from samenspel.demo.lening import WERKWIJZE as LENING_VAN
from samenspel.demo.lening import lopende_lening
from samenspel.demo.mensen import (
    BUITENSTAANDER,
    INWONERS,
    MENSEN,
    TAAKMENSEN,
    TAFELS,
    TEAMS,
    TELEFOONLIJST,
    VERVANGING,
    Inwoner,
    Mens,
)
from samenspel.demo.omgeving import zet_omgeving
from samenspel.demo.plannen import stel_plannen_vast
from samenspel.demo.signalen import maak_signalen
from samenspel.demo.verhalen import VERHALEN, Verhaal
from samenspel.huishouden.models import Lidmaatschap
from samenspel.kennis.models import Contactpersoon, Organisatie
from samenspel.kern.stand.voorbeelden import Voorbeeld, lees_voorbeelden, speel
from samenspel.organisatie.models import Account, Gemeente, Taak, Team, Wijk
from samenspel.organisatie.services import geef_taak, maak_account
from samenspel.overleg.models import Tafel
from samenspel.regie.bezetting import Bezetting
from samenspel.regie.routes import laad_versie
from samenspel.regie.scenario import Dienstenspel
from samenspel.regie.stand import ververs_samenvattingen

WACHTWOORD = "samen-sta-je-sterk"
GEMEENTE = "demostad"


class VerhaalKlopt(Exception):
    """A story of the demo doesn't go as its voorbeeld says; nothing of the demo is kept."""


def laad(*, nu: datetime, meld: Callable[[str], None]) -> None:
    """Fill an empty database with the demo. The caller makes it one transaction."""
    gemeente = Gemeente.objects.create(naam="Demostad", code=GEMEENTE, demo=True)
    teams = _teams(gemeente)
    accounts = _accounts(gemeente, teams)
    for mens, taak in TAAKMENSEN:
        account = _account(mens, gemeente, teams[mens.team])
        leidt = account.team if taak is Taak.TEAMLEIDING else None
        geef_taak(account=account, taak=taak, van=localdate(nu), team=leidt)
    _tafels(gemeente)
    _telefoonlijst(gemeente)
    _andere_gemeente()
    versies = {slug: laad_versie(tekst=werkwijzen.tekst(slug), bestand=slug, nu=nu) for slug in werkwijzen.slugs()}
    for nummer, verhaal in enumerate(VERHALEN, 1):
        meld(f"  {nummer} van {len(VERHALEN)}: {verhaal.voorbeeld}")
        _speel(
            _voorbeeld(verhaal), verhaal.geleden, versies[verhaal.werkwijze], gemeente, teams, accounts, localdate(nu)
        )
    _speel(lopende_lening(), 0, versies[LENING_VAN], gemeente, teams, accounts, localdate(nu))
    kleed_aan(gemeente=gemeente, accounts=accounts, nu=nu)
    maak_gezinnen(gemeente=gemeente, accounts=accounts, nu=nu)
    maak_signalen(accounts=accounts, nu=nu)
    zet_omgeving(gemeente=gemeente, nu=nu)
    for inwoner in INWONERS:
        _inwoner(inwoner, gemeente)
    stel_plannen_vast(gemeente=gemeente, nu=nu)
    leg_grondslagen_buiten_vast(gemeente=gemeente, nu=nu)
    ververs_samenvattingen(nu)


def _teams(gemeente: Gemeente) -> dict[str, Team]:
    teams = {}
    for naam, wijken in TEAMS.items():
        teams[naam] = Team.objects.create(gemeente=gemeente, naam=naam)
        teams[naam].wijken.set([Wijk.objects.create(gemeente=gemeente, naam=w) for w in wijken])
    return teams


def _accounts(gemeente: Gemeente, teams: dict[str, Team]) -> dict[str, Account]:
    accounts = {m.gebruikersnaam: _account(m, gemeente, teams[m.team]) for m in MENSEN}
    for wie, vervanger in VERVANGING.items():
        accounts[wie].vervanger = accounts[vervanger]
        accounts[wie].save(update_fields=["vervanger"])
    return accounts


def _account(mens: Mens, gemeente: Gemeente, team: Team) -> Account:
    account = maak_account(
        gemeente=gemeente, gebruikersnaam=mens.gebruikersnaam, naam=mens.naam, wachtwoord=WACHTWOORD, team=team
    )
    account.functie, account.telefoon = mens.functie, mens.telefoon
    account.save(update_fields=["functie", "telefoon"])
    return account


def _tafels(gemeente: Gemeente) -> None:
    for werkwijze, overleg, naam, wijk in TAFELS:
        waar = Wijk.objects.get(gemeente=gemeente, naam=wijk) if wijk else None
        Tafel.objects.create(gemeente=gemeente, werkwijze=werkwijze, overleg=overleg, naam=naam, wijk=waar)


def _telefoonlijst(gemeente: Gemeente) -> None:
    for c in TELEFOONLIJST:
        organisatie = Organisatie.objects.create(gemeente=gemeente, naam=c.organisatie, soort=c.soort)
        Contactpersoon.objects.create(
            gemeente=gemeente,
            organisatie=organisatie,
            naam=c.naam,
            functie=c.functie,
            telefoon=c.telefoon,
            wetten=list(c.wetten),
            bedrag=c.euro * 100 if c.euro is not None else None,
            uitleg=c.uitleg,
        )


def _andere_gemeente() -> None:
    elders = Gemeente.objects.create(naam="Elders", code="elders", demo=True)
    team = Team.objects.create(gemeente=elders, naam=BUITENSTAANDER.team)
    _account(BUITENSTAANDER, elders, team)


def _speel(
    voorbeeld: Voorbeeld,
    geleden: int,
    versie: WerkwijzeVersie,
    gemeente: Gemeente,
    teams: dict[str, Team],
    accounts: dict[str, Account],
    vandaag: date,
) -> None:
    namen = {naam: accounts[m.gebruikersnaam] for m in MENSEN for naam in m.speelt}
    wijk = Wijk.objects.filter(gemeente=gemeente, naam=voorbeeld.wijk).first()
    team = next((t for t in teams.values() if wijk is not None and wijk in t.wijken.all()), None)
    gespeeld_door = team or teams["Buurtteam Overvecht"]
    begin = vandaag - timedelta(days=geleden + voorbeeld.stappen[-1].dag)
    spel = Dienstenspel(
        versie=versie,
        voorbeeld=voorbeeld,
        begin=begin,
        bezetting=Bezetting(gemeente=gemeente, team=gespeeld_door, accounts=namen),
    )
    for gespeeld in speel(voorbeeld, spel, begin):
        if gespeeld.afwijkingen:
            raise VerhaalKlopt(f"{voorbeeld.naam}, dag {gespeeld.stap.dag}: {'; '.join(gespeeld.afwijkingen)}")


def _voorbeeld(verhaal: Verhaal) -> Voorbeeld:
    alle = lees_voorbeelden(werkwijzen.voorbeelden_tekst(verhaal.werkwijze))
    heel = next(v for v in alle if v.naam == verhaal.voorbeeld)
    stappen = tuple(s for s in heel.stappen if verhaal.tot is None or s.dag <= verhaal.tot)
    return replace(heel, stappen=stappen)


def _inwoner(inwoner: Inwoner, gemeente: Gemeente) -> None:
    lid = (
        Lidmaatschap.objects.filter(
            gemeente=gemeente, huishouden__naam=inwoner.huishouden, persoon__voornaam=inwoner.voornaam
        )
        .select_related("persoon")
        .earliest("van")
    )
    account = maak_account(
        gemeente=gemeente,
        gebruikersnaam=inwoner.gebruikersnaam,
        naam=lid.persoon.naam,
        wachtwoord=WACHTWOORD,
        persoon=lid.persoon,
    )
    account.functie = f"inwoner, {inwoner.huishouden}"
    account.save(update_fields=["functie"])
