"""What stands around the households of the demo: the people of their network, help, and cases at a counter."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from samenspel.casus.models import Casus
from samenspel.demo.hulp import zet_hulp
from samenspel.huishouden.models import Persoon
from samenspel.huishouden.selectors import leden_op
from samenspel.kennis.models import Contactpersoon
from samenspel.netwerk.services import Band
from samenspel.organisatie.models import Gemeente
from samenspel.regie.netwerken import voeg_netwerklid_toe

__all__ = ["zet_omgeving"]


@dataclass(frozen=True, slots=True)
class Lid:
    """Somebody around a household; `wie` counts members of the household, empty means all of them."""

    soort: str
    naam: str
    rol: str
    band: str = "gewoon"
    sterkte: int = 2
    richting: str = ""
    meedoen: str = "doet_mee"
    reden: str = ""
    organisatie: str = ""
    wet: str = ""
    beslisruimte: str = ""
    telefoon: str = ""
    wie: tuple[int, ...] = ()
    van_lijst: bool = False


NETWERK: Mapping[str, tuple[Lid, ...]] = {
    "Gezin Verhoef": (
        Lid("familie", "Oma Riet", "moeder van Sanne", "steun", 3, "naar_huishouden", telefoon="06 1000 2001"),
        Lid("familie", "Dennis", "vader van de kinderen", "gespannen", 2, meedoen="gevraagd", wie=(1,)),
        Lid("vriend", "Fatima", "vriendin van de opleiding", "steun", 2, "over_en_weer", wie=(0,)),
        Lid("bekende", "Buurman Henk", "past soms een uurtje op", "gewoon", 1, "naar_huishouden", meedoen="gevraagd"),
        Lid(
            "professional",
            "Juf Marloes",
            "leerkracht",
            "gewoon",
            2,
            organisatie="Basisschool De Regenboog",
            wet="Wet passend onderwijs",
            beslisruimte="Rooster en tussenuren",
            wie=(1,),
        ),
        Lid(
            "professional",
            "T. Bakker",
            "stagebegeleider",
            "gespannen",
            1,
            meedoen="doet_niet_mee",
            reden="Zegt dat de opleiding hier niet over gaat.",
            organisatie="ROC",
            wie=(0,),
        ),
        Lid("professional", "", "", "gewoon", 2, van_lijst=True),
    ),
    "Gezin Marijnissen": (
        Lid(
            "familie",
            "Tante Corrie",
            "zus van moeder",
            "verbroken",
            1,
            meedoen="doet_niet_mee",
            reden="Al jaren ruzie.",
        ),
        Lid("vrijwilliger", "Ans", "maatje", "steun", 3, "naar_huishouden", organisatie="Humanitas", wie=(0,)),
        Lid(
            "professional",
            "Wijkverpleegkundige Joke",
            "thuiszorg",
            "steun",
            2,
            organisatie="Thuis in de Wijk",
            wet="Zvw",
        ),
        Lid("professional", "", "", "gespannen", 1, meedoen="gevraagd", van_lijst=True),
    ),
    "Gezin Kaya": (
        Lid("familie", "Opa Mehmet", "opa", "steun", 3, "over_en_weer"),
        Lid("vriend", "Team van de voetbalclub", "zaterdag samen", "steun", 2, wie=(1,)),
        Lid("professional", "S. Meijer", "mentor", "gewoon", 2, organisatie="Het Rhijnvis", wie=(1,)),
    ),
}


def zet_omgeving(*, gemeente: Gemeente, nu: datetime) -> None:
    """Give some households the people around them."""
    rijen = Casus.objects.filter(gemeente=gemeente, huishouden__naam__in=NETWERK)
    for casus in rijen.select_related("huishouden", "regisseur", "gemeente").order_by("nummer"):
        personen = leden_op(casus.huishouden, localdate(nu))
        for lid in NETWERK[casus.huishouden.naam]:
            _lid(casus, lid, personen, nu)
        zet_hulp(casus, personen, nu)


def _lid(casus: Casus, lid: Lid, personen: list[Persoon], nu: datetime) -> None:
    lijst = Contactpersoon.objects.filter(gemeente=casus.gemeente).order_by("naam").first() if lid.van_lijst else None
    teksten = ("naam", "rol", "telefoon", "organisatie", "wet", "beslisruimte", "reden")
    voeg_netwerklid_toe(
        casus=casus,
        band=Band(
            soort=lid.soort,
            band=lid.band,
            sterkte=lid.sterkte,
            richting=lid.richting,
            meedoen=lid.meedoen,
            contactpersoon=lijst,
        ),
        woorden={veld: getattr(lid, veld) for veld in teksten},
        betreft=[personen[i] for i in lid.wie if i < len(personen)] or personen,
        account=casus.regisseur,
        nu=nu,
    )
