"""The people of a household and around it: their accounts, names and addresses, and who may look along."""

from datetime import date, timedelta

from fabriek import NU, VANDAAG
from personas.toneel import Toneel
from samenspel.casus.models import Samenvoeging
from samenspel.delen.models import Grondslag, Helpt
from samenspel.huishouden.models import Persoon
from samenspel.huishouden.relaties import (
    Band,
    Vertegenwoordiging,
    leg_relatie_vast,
    leg_vertegenwoordiger_vast,
)
from samenspel.huishouden.services import Personalia, leg_gezag_vast, voeg_persoon_toe, wijzig_persoon
from samenspel.huishouden.soorten import Relatiesoort, Vertegenwoordigersoort
from samenspel.kennis.models import Contactpersoon, Organisatie
from samenspel.kern.werkwijze.model import AvgGrondslag, Gegevenssoort
from samenspel.organisatie.models import Account, Taak, Team
from samenspel.organisatie.services import geef_taak, leg_afwezigheid_vast, maak_account
from samenspel.regie.delen_met import Delen, leg_grondslag_vast, voeg_helper_toe

__all__ = ["breng_mensen", "contactpersoon", "grondslag", "helper", "met_taak", "morgen_weg"]


def breng_mensen(t: Toneel, begin: date) -> None:
    """Everybody whom the story lacks; `t.personen` holds those whom it is about."""
    for wie in ("collega", "helper", "partner", "opvolger", "zonder_taak"):
        t.mensen[wie] = _account(t, wie, t.team if wie != "zonder_taak" else None)
    t.personen["vader"] = _vader(t, begin)
    for wie in ("moeder", "vader", "zoon"):
        t.mensen[wie] = _account(t, wie, None, t.personen[wie])
    _personalia(t)
    _banden(t)


def morgen_weg(t: Toneel) -> None:
    """The regisseur is away from tomorrow on: until then nobody stands in."""
    leg_afwezigheid_vast(
        account=t.regisseur,
        vervanger=t.mensen["collega"],
        van=VANDAAG + timedelta(days=1),
        tot=None,
        door=t.regisseur,
        nu=t.nu(),
    )


def met_taak(team: Team) -> dict[str, Account]:
    """Somebody for each taak, in this team and without a rol; who leads a team leads this one."""
    accounts = {}
    for taak in Taak:
        accounts[taak.value] = maak_account(
            gemeente=team.gemeente, gebruikersnaam=f"taak-{taak}", naam=f"Taak {taak}", wachtwoord=None, team=team
        )
        leidt = team if taak is Taak.TEAMLEIDING else None
        geef_taak(account=accounts[taak.value], taak=taak, van=VANDAAG, team=leidt)
    return accounts


def _account(t: Toneel, wie: str, team: Team | None, persoon: Persoon | None = None) -> Account:
    return Account.objects.create(
        gemeente=t.gemeente,
        gebruikersnaam=f"{wie}-{t.gemeente.code}-{t.team.pk}",
        naam=persoon.naam if persoon is not None else f"{wie.replace('_', ' ').capitalize()} {t.team.naam}",
        team=team,
        persoon=persoon,
    )


def _vader(t: Toneel, begin: date) -> Persoon:
    """The other parent: a member of the household, not one of whom the traject is about."""
    personalia = Personalia(
        voornaam=t.merken.naam(t.voor + "voornaam vader"),
        achternaam=t.merken.naam(t.voor + "achternaam vader"),
        geboortedatum=date(1984, 5, 17),
    )
    vader = voeg_persoon_toe(huishouden=t.casus.huishouden, personalia=personalia, van=begin)
    for kind in ("zoon", "dochter"):
        for ouder in (t.personen["moeder"], vader):
            leg_gezag_vast(ouder=ouder, kind=t.personen[kind], van=begin)
    return vader


def _personalia(t: Toneel) -> None:
    """Surnames, addresses, telephones and languages; the mother's address is secret."""
    for wie, persoon in t.personen.items():
        achternaam = persoon.achternaam if wie == "vader" else t.merken.naam(f"{t.voor}achternaam {wie}")
        adresgroep = f"{t.voor}adres {wie}"
        personalia = Personalia(
            voornaam=persoon.voornaam,
            achternaam=achternaam,
            geboortedatum=persoon.geboortedatum,
            telefoon=t.merken.nummer(adresgroep),
            adres=f"{t.merken.naam(adresgroep)}straat 1",
            taal=t.merken.naam(f"{t.voor}taal {wie}"),
            adres_geheim=wie == "moeder",
        )
        t.personen[wie] = wijzig_persoon(persoon=persoon, personalia=personalia, versie=persoon.versie)
        if wie in t.mensen:
            Account.objects.filter(persoon=persoon).update(naam=t.personen[wie].naam)
            t.mensen[wie].refresh_from_db()


def _banden(t: Toneel) -> None:
    """What two of them are to each other, and who acts for one."""
    anders = Band(soort=Relatiesoort.ANDERS, omschrijving=t.plant("relatie", "Steun"))
    leg_relatie_vast(persoon=t.personen["moeder"], ander=t.personen["zoon"], band=anders)
    wie = Vertegenwoordiging(
        soort=Vertegenwoordigersoort.BEWINDVOERDER,
        naam=t.merken.naam(t.voor + "vertegenwoordiger"),
        organisatie=t.merken.naam(t.voor + "vertegenwoordiger"),
        telefoon=t.merken.nummer(t.voor + "vertegenwoordiger"),
    )
    leg_vertegenwoordiger_vast(persoon=t.personen["moeder"], wie=wie)
    Samenvoeging.objects.create(
        gemeente=t.gemeente,
        blijft=t.casus,
        gaat=t.casus,
        persoon_blijft=t.personen["moeder"],
        persoon_gaat=t.personen["vader"],
        voorgesteld_door=t.regisseur,
        voorgesteld_op=NU,
        afgewezen_op=NU,
    )


def contactpersoon(t: Toneel) -> Contactpersoon:
    """Somebody on the telefoonlijst."""
    organisatie = Organisatie.objects.create(gemeente=t.gemeente, naam=f"Verhuurder {t.team.naam}", soort="privaat")
    return Contactpersoon.objects.create(gemeente=t.gemeente, organisatie=organisatie, naam="B. Klaver")


def grondslag(t: Toneel) -> Grondslag:
    """One kind of data about one person."""
    delen = Delen(
        partner=t.mensen["partner"],
        soorten=(Gegevenssoort.LEEFGEBIEDEN,),
        personen=(t.personen["vader"],),
        doel=t.plant("grondslag", "Meedenken over werk."),
        avg_6=AvgGrondslag.ALGEMEEN_BELANG,
        uitzondering_9_10=t.plant("grondslag", "Niet nodig."),
        geheim=t.plant("grondslag", "Ontheven voor dit doel."),
        convenant=t.plant("grondslag", "Convenant werk."),
        van=VANDAAG - timedelta(days=3),
    )
    return leg_grondslag_vast(casus=t.casus, delen=delen, account=t.regisseur, nu=t.nu())


def helper(t: Toneel) -> Helpt:
    """Somebody helps the mother."""
    wie = [t.personen["moeder"]]
    return voeg_helper_toe(casus=t.casus, helper=t.mensen["helper"], personen=wie, account=t.regisseur, nu=t.nu())
