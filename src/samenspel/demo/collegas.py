"""What goes on between colleagues in the demo: somebody is away with a stand-in; another municipality has work too."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from samenspel.casus.models import WerkwijzeVersie
from samenspel.huishouden.selectors import leden_op
from samenspel.huishouden.services import Personalia
from samenspel.organisatie.models import Account
from samenspel.organisatie.services import leg_afwezigheid_vast
from samenspel.regie.aanmelden import maak_dossier
from samenspel.regie.begin import begin_traject, leg_woorden_vast
from samenspel.regie.plannen import Eigenaar, spreek_af, stel_doel
from samenspel.signaal.services import NieuwSignaal, maak_signaal

__all__ = ["maak_werk_elders", "meld_afwezig"]


def meld_afwezig(*, accounts: Mapping[str, Account], nu: datetime) -> None:
    """Karim is away for a week; Nazan carries his households for so long."""
    vandaag = localdate(nu)
    leg_afwezigheid_vast(
        account=accounts["karim"],
        vervanger=accounts["nazan"],
        van=vandaag - timedelta(days=1),
        tot=vandaag + timedelta(days=6),
        door=accounts["marit"],
        nu=nu,
    )


def maak_werk_elders(*, account: Account, versie: WerkwijzeVersie, nu: datetime) -> None:
    """A household and a signaal in another municipality, of which the first one sees nothing."""
    wie = Personalia(
        voornaam="Sietske",
        achternaam="Wiersma",
        geboortedatum=date(1968, 5, 17),
        adres="Havenkade 2, Elders",
        telefoon="06 00 00 02 01",
    )
    casus = maak_dossier(account=account, personalia=wie, wijk=None, nu=nu)
    (sietske,) = leden_op(casus.huishouden, localdate(nu))
    wil = "Weer een dag in de week werken in het museum."
    woorden = {"ik_wil": wil, "ik_kan": "Gidsen, ook in het Fries."}
    leg_woorden_vast(casus=casus, persoon=sietske, woorden=woorden, account=account, versie=None, nu=nu)
    doel = stel_doel(casus=casus, tekst=wil, betreft=[sietske], account=account, nu=nu)
    begin_traject(casus=casus, versie=versie, naam="Terug naar het museum", betreft=[sietske], account=account, nu=nu)
    spreek_af(
        casus=casus,
        traject=None,
        doel=doel,
        wat="Bellen met het museum",
        eigenaar=Eigenaar(account=account),
        voor=localdate(nu) + timedelta(days=2),
        betreft=(sietske,),
        account=account,
        nu=nu,
    )
    zorg = {"zorg": "De buurman ziet al twee weken geen licht.", "over_wie": "Havenkade 9"}
    nieuw = NieuwSignaal(
        weg="telefoon",
        bron="buur",
        binnen_op=localdate(nu),
        spoed=False,
        anoniem=True,
        wil_horen=False,
        woorden={"zorg": zorg, "melder": {}},
    )
    maak_signaal(nieuw=nieuw, account=account, nu=nu)
