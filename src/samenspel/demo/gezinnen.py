"""Families that show how people fit: namesakes, a child on its way, two homes, no home, a secret address."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from samenspel.casus.models import Casus
from samenspel.huishouden.models import Persoon
from samenspel.huishouden.relaties import Band, Vertegenwoordiging
from samenspel.huishouden.services import Personalia
from samenspel.huishouden.soorten import Adressoort, Relatiesoort, Vertegenwoordigersoort
from samenspel.organisatie.models import Account, Gemeente, Wijk
from samenspel.regie.aanmelden import maak_dossier
from samenspel.regie.personen import voeg_bestaand_toe, voeg_persoon_toe
from samenspel.regie.relaties import leg_relatie_vast, leg_vertegenwoordiger_vast

__all__ = ["maak_gezinnen"]


def maak_gezinnen(*, gemeente: Gemeente, accounts: Mapping[str, Account], nu: datetime) -> None:
    """Dossiers without a traject, just begun."""
    _naamgenoten(gemeente, accounts, nu)
    _twee_huizen(gemeente, accounts, nu)
    _zonder_adres(gemeente, accounts["nazan"], nu)
    _geheim(gemeente, accounts["nazan"], nu)


def _naamgenoten(gemeente: Gemeente, accounts: Mapping[str, Account], nu: datetime) -> None:
    """Two families of one name in two neighbourhoods; in the first a child is on its way."""
    emine = Personalia(
        voornaam="Emine",
        achternaam="Yılmaz",
        geboortedatum=date(1991, 3, 12),
        adres="Ivoordreef 12, 3564 ZZ Demostad",
        taal="Turks",
        telefoon="06 00 00 00 51",
    )
    casus = _dossier(gemeente, accounts["nazan"], emine, "Overvecht", nu)
    moeder = _eerste(casus)
    vader = _erbij(casus, Personalia(voornaam="Murat", achternaam="Yılmaz", geboortejaar=1988, adres=emine.adres), nu)
    _erbij(casus, Personalia(voornaam="", achternaam="", verwacht_op=localdate(nu) + timedelta(days=80)), nu)
    _band(casus, moeder, vader, Relatiesoort.PARTNER, nu)
    emine_2 = Personalia(
        voornaam="Emine",
        achternaam="Yilmaz",
        geboortedatum=date(1974, 11, 3),
        adres="Amsterdamsestraatweg 900, 3555 ZZ Demostad",
    )
    _dossier(gemeente, accounts["joris"], emine_2, "Zuilen", nu)


def _twee_huizen(gemeente: Gemeente, accounts: Mapping[str, Account], nu: datetime) -> None:
    """A child that lives with either of two parents, each with a dossier and a regisseur of their own."""
    vader = Personalia(
        voornaam="Jeroen", achternaam="Bakker", geboortedatum=date(1983, 6, 21), adres="Zamenhofdreef 3, Demostad"
    )
    bij_vader = _dossier(gemeente, accounts["nazan"], vader, "Overvecht", nu)
    kind = Personalia(voornaam="Noor", achternaam="Bakker", geboortedatum=date(2016, 9, 1), adres=vader.adres)
    noor = _erbij(bij_vader, kind, nu, gezag_van=[_eerste(bij_vader)])
    _band(bij_vader, _eerste(bij_vader), noor, Relatiesoort.OUDER, nu)
    moeder = Personalia(
        voornaam="Sanne", achternaam="Smit", geboortedatum=date(1985, 1, 30), adres="Tiberdreef 8, Demostad"
    )
    bij_moeder = _dossier(gemeente, accounts["karim"], moeder, "Overvecht", nu)
    voeg_bestaand_toe(casus=bij_moeder, persoon=noor, account=accounts["karim"], nu=nu)
    _band(bij_moeder, _eerste(bij_moeder), noor, Relatiesoort.OUDER, nu)


def _zonder_adres(gemeente: Gemeente, regisseur: Account, nu: datetime) -> None:
    """Somebody who roams, with a bewindvoerder."""
    wie = Personalia(
        voornaam="Ruben",
        achternaam="de Groot",
        geboortejaar=1979,
        adres_soort=Adressoort.GEEN_ADRES,
        telefoon="06 00 00 00 52",
    )
    casus = _dossier(gemeente, regisseur, wie, "", nu)
    bewind = Vertegenwoordiging(
        soort=Vertegenwoordigersoort.BEWINDVOERDER,
        naam="C. Molenaar",
        organisatie="Molenaar Bewind",
        telefoon="030 000 00 53",
        van=date(2024, 2, 1),
    )
    leg_vertegenwoordiger_vast(casus=casus, persoon=_eerste(casus), wie=bewind, account=regisseur, nu=nu)


def _geheim(gemeente: Gemeente, regisseur: Account, nu: datetime) -> None:
    """A mother who hides, with her child: their address leads nowhere."""
    moeder = Personalia(
        voornaam="Amira",
        achternaam="Haddad",
        geboortedatum=date(1994, 8, 8),
        adres="Schuilhof 1, Demostad",
        adres_geheim=True,
        taal="Arabisch",
        tolk_nodig=True,
    )
    casus = _dossier(gemeente, regisseur, moeder, "", nu)
    kind = Personalia(voornaam="Sami", achternaam="Haddad", geboortedatum=date(2019, 4, 2), adres=moeder.adres)
    sami = _erbij(casus, kind, nu, gezag_van=[_eerste(casus)])
    _band(casus, _eerste(casus), sami, Relatiesoort.OUDER, nu)


def _dossier(gemeente: Gemeente, regisseur: Account, wie: Personalia, wijk: str, nu: datetime) -> Casus:
    waar = Wijk.objects.filter(gemeente=gemeente, naam=wijk).first()
    return maak_dossier(account=regisseur, personalia=wie, wijk=waar, nu=nu)


def _eerste(casus: Casus) -> Persoon:
    return Persoon.objects.filter(lidmaatschap__huishouden=casus.huishouden).earliest("geboortedatum", "geboortejaar")


def _erbij(casus: Casus, wie: Personalia, nu: datetime, gezag_van: tuple[Persoon, ...] | list[Persoon] = ()) -> Persoon:
    return voeg_persoon_toe(casus=casus, personalia=wie, gezag_van=gezag_van, account=casus.regisseur, nu=nu)


def _band(casus: Casus, persoon: Persoon, ander: Persoon, soort: Relatiesoort, nu: datetime) -> None:
    band = Band(soort=soort.value)
    leg_relatie_vast(casus=casus, persoon=persoon, ander=ander, band=band, account=casus.regisseur, nu=nu)
