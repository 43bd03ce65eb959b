"""Loading the demo: the municipality, its people and tables, and every story played through the services."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache, partial

from django.contrib.auth.hashers import make_password
from django.utils.timezone import localdate

from samenspel import werkwijzen
from samenspel.demo.buiten import leg_grondslagen_buiten_vast
from samenspel.demo.collegas import maak_werk_elders, meld_afwezig
from samenspel.demo.gezin import eigen_gezinnen
from samenspel.demo.gezinnen import maak_gezinnen
from samenspel.demo.lening import WERKWIJZE as LENING_VAN
from samenspel.demo.lening import lopende_lening
from samenspel.demo.lessen import maak_lessen
from samenspel.demo.mensen import (
    BUITENSTAANDER,
    MENSEN,
    TAAKMENSEN,
    TAFELS,
    TEAMS,
    TELEFOONLIJST,
    VERVANGING,
    Inwoner,
    Mens,
)
from samenspel.demo.signalen import maak_signalen
from samenspel.demo.tijdlijn import Toneel, speel_gezin, speel_huishouden
from samenspel.demo.verhalen import VERHALEN, Verhaal
from samenspel.demo.wissen import stel_wissen_in_demo_voor
from samenspel.huishouden.models import Lidmaatschap
from samenspel.kennis.models import Contactpersoon, Organisatie
from samenspel.kern.stand.voorbeelden import Voorbeeld, lees_voorbeelden
from samenspel.organisatie.models import Account, Gemeente, Taak, Team, Wegwijzer, Wegwijzersoort, Wijk
from samenspel.organisatie.services import geef_taak, maak_account
from samenspel.overleg.models import Tafel
from samenspel.regie.routes import laad_versie
from samenspel.regie.stand import ververs_samenvattingen

WACHTWOORD = "samen-sta-je-sterk"
GEMEENTE = "demostad"
EERSTE_TEAM = "Buurtteam Overvecht"


def laad(*, nu: datetime, meld: Callable[[str], None]) -> None:
    """Fill an empty database with the demo. The caller makes it one transaction."""
    toneel = zet_toneel(nu=nu, slugs=werkwijzen.slugs())
    _speel_verhalen(toneel, meld)
    maak_gezinnen(gemeente=toneel.gemeente, accounts=toneel.accounts, nu=nu)
    maak_signalen(accounts=toneel.accounts, nu=nu)
    maak_lessen(accounts=toneel.accounts, nu=nu)
    stel_wissen_in_demo_voor(accounts=toneel.accounts, nu=nu)
    leg_grondslagen_buiten_vast(gemeente=toneel.gemeente, nu=nu)
    meld_afwezig(accounts=toneel.accounts, nu=nu)
    maak_werk_elders(account=_andere_gemeente(), versie=toneel.versies[LENING_VAN], nu=nu)
    ververs_samenvattingen(nu)


def zet_toneel(*, nu: datetime, slugs: Iterable[str]) -> Toneel:
    """The municipality with its people, tables and these definitions, and no household yet."""
    gemeente = Gemeente.objects.create(naam="Demostad", code=GEMEENTE, demo=True)
    teams = _teams(gemeente)
    accounts = _accounts(gemeente, teams)
    for mens, taak in TAAKMENSEN:
        account = accounts[mens.gebruikersnaam] = _account(mens, gemeente, teams[mens.team])
        leidt = account.team if taak is Taak.TEAMLEIDING else None
        geef_taak(account=account, taak=taak, van=localdate(nu), team=leidt)
    _tafels(gemeente)
    _telefoonlijst(gemeente)
    _wegwijzers(gemeente)
    versies = {slug: laad_versie(tekst=werkwijzen.tekst(slug), bestand=slug, nu=nu) for slug in slugs}
    return Toneel(gemeente, teams[EERSTE_TEAM], accounts, versies, partial(_inwoner, gemeente), nu)


def _speel_verhalen(toneel: Toneel, meld: Callable[[str], None]) -> None:
    """Those of the definitions, the running loan, and those of the demo itself."""
    boeken = {slug: lees_voorbeelden(werkwijzen.voorbeelden_tekst(slug)) for slug in {v.werkwijze for v in VERHALEN}}
    eigen, totaal = eigen_gezinnen(), len(VERHALEN) + 1 + len(eigen_gezinnen())
    for nummer, verhaal in enumerate(VERHALEN, 1):
        meld(f"  {nummer} van {totaal}: {verhaal.voorbeeld}")
        voorbeeld = _voorbeeld(verhaal, boeken[verhaal.werkwijze])
        speel_huishouden(
            toneel=toneel,
            voorbeeld=voorbeeld,
            werkwijze=verhaal.werkwijze,
            geleden=verhaal.geleden,
            regisseur=verhaal.regisseur,
        )
    lening = lopende_lening(boeken[LENING_VAN])
    meld(f"  {len(VERHALEN) + 1} van {totaal}: {lening.huishouden}")
    speel_huishouden(toneel=toneel, voorbeeld=lening, werkwijze=LENING_VAN, geleden=0)
    for nummer, gezin in enumerate(eigen, len(VERHALEN) + 2):
        meld(f"  {nummer} van {totaal}: {gezin.huishouden}")
        speel_gezin(toneel, gezin)


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
        gemeente=gemeente,
        gebruikersnaam=mens.gebruikersnaam,
        naam=mens.naam,
        wachtwoord=None,
        team=team,
        functie=mens.functie,
        telefoon=mens.telefoon,
    )
    _geef_wachtwoord(account)
    return account


def _geef_wachtwoord(account: Account) -> None:
    account.password = _versleuteld()
    account.save(update_fields=["password"])


@cache
def _versleuteld() -> str:
    """The one password of the demo: hashing takes long on purpose, so it's done once."""
    return make_password(WACHTWOORD)


def _tafels(gemeente: Gemeente) -> None:
    for werkwijze, overleg, naam, wijk in TAFELS:
        waar = Wijk.objects.get(gemeente=gemeente, naam=wijk) if wijk else None
        Tafel.objects.create(gemeente=gemeente, werkwijze=werkwijze, overleg=overleg, naam=naam, wijk=waar)


def _wegwijzers(gemeente: Gemeente) -> None:
    """Where residents turn to, with numbers and addresses that nobody has."""
    for soort, naam, telefoon, website in (
        (Wegwijzersoort.CLIENTONDERSTEUNER, "Stichting Naast U", "030 000 00 80", "https://naast-u.example"),
        (Wegwijzersoort.KLACHT, "Klachten, gemeente Demostad", "030 000 00 81", "https://demostad.example/klacht"),
        (Wegwijzersoort.BEZWAAR, "Bezwaar, gemeente Demostad", "030 000 00 82", "https://demostad.example/bezwaar"),
    ):
        Wegwijzer.objects.create(
            gemeente=gemeente,
            soort=soort.value,
            naam=naam,
            telefoon=telefoon,
            adres="Marktplein 1, Demostad",
            website=website,
        )


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


def _andere_gemeente() -> Account:
    elders = Gemeente.objects.create(naam="Elders", code="elders", demo=True)
    team = Team.objects.create(gemeente=elders, naam=BUITENSTAANDER.team)
    return _account(BUITENSTAANDER, elders, team)


def _voorbeeld(verhaal: Verhaal, alle: Sequence[Voorbeeld]) -> Voorbeeld:
    heel = next(v for v in alle if v.naam == verhaal.voorbeeld)
    stappen = tuple(s for s in heel.stappen if verhaal.tot is None or s.dag <= verhaal.tot)
    return replace(heel, stappen=stappen)


def _inwoner(gemeente: Gemeente, inwoner: Inwoner) -> None:
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
        wachtwoord=None,
        functie=f"inwoner, {inwoner.huishouden}",
        persoon=lid.persoon,
    )
    _geef_wachtwoord(account)
