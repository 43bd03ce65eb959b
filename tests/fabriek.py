"""Small worlds for tests: each function makes one thing, through the services where there are any."""

from datetime import UTC, date, datetime
from itertools import count

from samenspel.casus.models import Casus, Traject, WerkwijzeVersie
from samenspel.casus.services import leg_gebeurtenis_vast, open_casus
from samenspel.delen.models import Item, Woorden
from samenspel.delen.services import laatste_woorden, maak_item, schrijf_woorden
from samenspel.huishouden.models import Huishouden, Persoon
from samenspel.huishouden.services import Personalia, maak_huishouden, voeg_persoon_toe
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.models import Account, Gemeente, Team
from samenspel.organisatie.services import maak_account

__all__ = [
    "NU",
    "VANDAAG",
    "WACHTWOORD",
    "een_account",
    "een_casus",
    "een_gemeente",
    "een_huishouden",
    "een_item",
    "een_team",
    "een_traject",
    "herschrijf",
    "leden_van",
]

NU = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
VANDAAG = NU.date()
WACHTWOORD = "vier-gewone-woorden"

_nummers = count(10001)  # all of one length: no name is the beginning of another


def een_gemeente(code: str = "") -> Gemeente:
    """A municipality."""
    code = code or f"gemeente-{next(_nummers)}"
    return Gemeente.objects.create(naam=code.capitalize(), code=code, demo=True)


def een_team(gemeente: Gemeente | None = None, naam: str = "") -> Team:
    """A team, in a municipality of its own unless one is given."""
    return Team.objects.create(gemeente=gemeente or een_gemeente(), naam=naam or f"Team {next(_nummers)}")


def een_account(
    team: Team | None = None,
    gebruikersnaam: str = "",
    *,
    gemeente: Gemeente | None = None,
    persoon: Persoon | None = None,
) -> Account:
    """Somebody who can log in: in a team, or a resident when `persoon` is given."""
    if team is None and persoon is None and gemeente is None:
        team = een_team()
    waar = team or persoon
    return maak_account(
        gemeente=gemeente or (waar.gemeente if waar else een_gemeente()),
        gebruikersnaam=gebruikersnaam or f"medewerker-{next(_nummers)}",
        naam=f"Medewerker {next(_nummers)}",
        wachtwoord=WACHTWOORD,
        team=team,
        persoon=persoon,
    )


def een_huishouden(*leden: str, team: Team | None = None, naam: str = "", van: date = date(2020, 1, 1)) -> Huishouden:
    """A household of people given as 'Voornaam Achternaam'."""
    namen = leden or ("Anna Jansen",)
    huishouden = maak_huishouden(naam=naam or namen[0].partition(" ")[2], team=team or een_team())
    for lid in namen:
        voornaam, _, achternaam = lid.partition(" ")
        personalia = Personalia(voornaam=voornaam, achternaam=achternaam)
        voeg_persoon_toe(huishouden=huishouden, personalia=personalia, van=van)
    return huishouden


def leden_van(huishouden: Huishouden) -> list[Persoon]:
    """Its people, in the order in which they came."""
    return list(Persoon.objects.filter(lidmaatschap__huishouden=huishouden).order_by("voornaam"))


def een_casus(huishouden: Huishouden | None = None, regisseur: Account | None = None, nu: datetime = NU) -> Casus:
    """An opened casus, with a regisseur of the household's team unless one is given."""
    huishouden = huishouden or een_huishouden()
    return open_casus(huishouden=huishouden, regisseur=regisseur or een_account(huishouden.team), nu=nu)


def een_traject(casus: Casus, fase: str = "begin") -> Traject:
    """A traject on a definition that only tests know."""
    versie, _ = WerkwijzeVersie.objects.get_or_create(
        hash="0" * 64,
        defaults={"slug": "proef", "geldig_vanaf": VANDAAG, "tekst": "werkwijze: proef", "schema": 1, "geladen_op": NU},
    )
    return Traject.objects.create(
        gemeente=casus.gemeente,
        casus=casus,
        versie=versie,
        naam="Proef",
        fase=fase,
        sinds=VANDAAG,
        gestart_op=VANDAAG,
        gestart_door=casus.regisseur,
    )


def een_item(
    casus: Casus,
    *betreft: Persoon,
    woorden: dict[str, str] | None = None,
    soort: Gegevenssoort = Gegevenssoort.PLAN,
    traject: Traject | None = None,
) -> Item:
    """Something in the dossier, with its words and the line of history that names them."""
    item = maak_item(
        casus=casus,
        soort=soort,
        eigenaar=casus.regisseur,
        betreft=betreft or leden_van(casus.huishouden),
        woorden=woorden,
        traject=traject,
        nu=NU,
    )
    _leg_vast(item, laatste_woorden(item))
    return item


def herschrijf(item: Item, woorden: dict[str, str]) -> Woorden:
    """The next version of its words, with the line of history."""
    nieuw = schrijf_woorden(item=item, inhoud=woorden, auteur=item.eigenaar, versie=item.versie, nu=NU)
    _leg_vast(item, nieuw)
    return nieuw


def _leg_vast(item: Item, woorden: Woorden | None) -> None:
    leg_gebeurtenis_vast(
        casus=item.casus,
        soort="iets_opgeschreven",
        gegevens={"item": item.pk},
        account=item.eigenaar,
        gebeurd_op=NU,
        nu=NU,
        woorden=woorden,
    )
