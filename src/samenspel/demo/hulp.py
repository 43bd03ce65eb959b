"""Help of the households of the demo, and what they asked at a counter: one term nearly past, one late."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.timezone import localdate

from samenspel.casus.models import Casus
from samenspel.huishouden.models import Persoon
from samenspel.hulp.services import Hulpgegevens, Zaakgegevens
from samenspel.regie.hulpen import besluit_loketzaak, voeg_hulp_toe, voeg_loketzaak_toe

__all__ = ["zet_hulp"]


@dataclass(frozen=True, slots=True)
class Een:
    """Help: since and until so many days ago; `tot` None: it runs."""

    wat: str
    aanbieder: str
    wet: str
    sinds: int
    tot: int | None = None
    werkte: str = ""
    werkte_niet: str = ""
    waarom: str = ""
    eigen_woorden: str = ""


@dataclass(frozen=True, slots=True)
class Zaak:
    """Asked at a counter so many days ago; `besloten` and `uitkomst`: decided so many days ago."""

    soort: str
    wet: str
    waarover: str
    instelling: str
    geleden: int
    wet_naam: str = ""
    bedreigend: bool = False
    besloten: int | None = None
    uitkomst: str = ""
    besluit: str = ""


HULP: Mapping[str, tuple[Een, ...]] = {
    "Gezin Verhoef": (
        Een("Opvoedondersteuning, eens per twee weken", "Buurtteam", "Jeugdwet", 120),
        Een(
            "Ambulante begeleiding",
            "Stichting Steunpunt",
            "Wmo 2015",
            700,
            410,
            werkte="Iemand die meeging naar de gemeente.",
            werkte_niet="Elke paar maanden een ander gezicht.",
            waarom="De indicatie liep af en is niet verlengd.",
            eigen_woorden="Ik moest elke keer opnieuw vertellen wie ik was.",
        ),
    ),
    "Gezin Marijnissen": (
        Een("Wijkverpleging", "Thuis in de Wijk", "Zvw", 200),
        Een("Huishoudelijke hulp", "Hulp Dichtbij", "Wmo 2015", 340),
    ),
    "Gezin Kaya": (
        Een(
            "Training weerbaarheid",
            "Jongerenwerk",
            "",
            400,
            300,
            werkte="Samen met anderen, na schooltijd.",
            waarom="De training was klaar.",
        ),
    ),
}
ZAKEN: Mapping[str, tuple[Zaak, ...]] = {
    "Gezin Verhoef": (
        Zaak("aanvraag", "andere_wet", "Kinderopvang bij studie", "Gemeente, inkomen", 51, wet_naam="Wet kinderopvang"),
        Zaak("melding", "wgs", "Achterstand bij de energie", "Schuldhulp", 9, bedreigend=True),
        Zaak(
            "aanvraag",
            "participatiewet",
            "Bijzondere bijstand voor een bed",
            "Gemeente, inkomen",
            60,
            besloten=12,
            uitkomst="afgewezen",
            besluit="Volgens het loket is een bed geen bijzondere kost.",
        ),
    ),
    "Gezin Marijnissen": (
        Zaak("melding", "wmo_2015", "Dagbesteding", "Wmo-loket", 37),
        Zaak("aanvraag", "wmo_2015", "Traplift", "Wmo-loket", 20),
    ),
    "Gezin Kaya": (
        Zaak("aanvraag", "andere_wet", "Urgentie voor een woning", "Gemeente, wonen", 15, wet_naam="Huisvestingswet"),
    ),
}


def zet_hulp(casus: Casus, personen: list[Persoon], nu: datetime) -> None:
    """Give this household its help and its cases."""
    vandaag, naam = localdate(nu), casus.huishouden.naam
    for een in HULP.get(naam, ()):
        voeg_hulp_toe(
            casus=casus,
            gegevens=Hulpgegevens(
                sinds=vandaag - timedelta(days=een.sinds),
                tot=vandaag - timedelta(days=een.tot) if een.tot is not None else None,
                status="loopt" if een.tot is None else "gestopt",
            ),
            woorden={
                veld: getattr(een, veld)
                for veld in ("wat", "aanbieder", "wet", "werkte", "werkte_niet", "waarom", "eigen_woorden")
            },
            betreft=personen[:1],
            account=casus.regisseur,
            nu=nu,
        )
    for zaak in ZAKEN.get(naam, ()):
        rij = voeg_loketzaak_toe(
            casus=casus,
            gegevens=Zaakgegevens(
                soort=zaak.soort,
                wet=zaak.wet,
                ingediend_op=vandaag - timedelta(days=zaak.geleden),
                bedreigend=zaak.bedreigend,
            ),
            woorden={veld: getattr(zaak, veld) for veld in ("waarover", "instelling", "wet_naam")},
            betreft=personen[:1],
            account=casus.regisseur,
            nu=nu,
        )
        if zaak.besloten is not None:
            op = vandaag - timedelta(days=zaak.besloten)
            besluit_loketzaak(
                zaak=rij, uitkomst=zaak.uitkomst, op=op, tekst=zaak.besluit, account=casus.regisseur, versie=1, nu=nu
            )
