"""What a task is called, on the page of a casus and in 'mijn werk' alike."""

from collections.abc import Mapping

from samenspel.kern.stand import Route
from samenspel.kern.stand.geldwerk import Geldtaak
from samenspel.kern.stand.taken import STAP
from samenspel.kern.werkwijze.catalogus import Herstelwijze

__all__ = ["GELDTAKEN", "KNOP", "NACONTROLE", "OVERNEMEN", "taaknaam"]

_TAAKNAAM = {
    Herstelwijze.FORMULIER: "Vul aan: {}",
    Herstelwijze.CONTROLEVRAAG: "Beantwoord de controlevragen",
    Herstelwijze.TOELICHTING: "Ga in op het nee",
    Herstelwijze.CONTACT: "Leg vast wat het antwoord was",
    Herstelwijze.AANVRAAG: "Vraag geld aan",
    Herstelwijze.OVERLEG_PLANNEN: "Plan: {}",
    Herstelwijze.STUKKEN: "Verstuur de stukken: {}",
    Herstelwijze.OVERLEG_HOUDEN: "Zit voor en leg de uitkomst vast: {}",
    Herstelwijze.VERSLAG: "Verstuur het verslag: {}",
    Herstelwijze.EIGEN_WOORDEN: "Schrijf op wat de inwoner zelf zegt",
    Herstelwijze.LEEFGEBIEDEN: "Bespreek de leefgebieden",
    Herstelwijze.AFSPRAAK: "Maak een afspraak",
    Herstelwijze.NAVRAGEN: "Vraag hoe het staat met wat te laat is",
    Herstelwijze.ROL: "Kies wie meedoet",
    Herstelwijze.OVERDRACHT: "Vraag een collega om de regie",
    Herstelwijze.PERSOON: "Vul de geboortedatum in",
    Herstelwijze.REFLECTIE: "Leg een reflectiesessie vast",
    Herstelwijze.CLUSTER: "Kies achteraf het cluster",
    Herstelwijze.WAAKVLAM: "Kijk of het nog goed gaat",
}
KNOP = {
    Herstelwijze.CONTACT: "Contact vastleggen",
    Herstelwijze.CONTROLEVRAAG: "Beantwoorden",
    Herstelwijze.TOELICHTING: "Antwoorden",
    Herstelwijze.AANVRAAG: "Aanvragen",
    Herstelwijze.REFLECTIE: "Vastleggen",
    Herstelwijze.CLUSTER: "Kiezen",
    Herstelwijze.NAVRAGEN: "Naar het plan",
    Herstelwijze.AFLOSSING: "Naar het geld",
    Herstelwijze.WAAKVLAM: "Contact vastleggen",
}
NACONTROLE = "Controleer bij de inwoner wat eerder is verteld"
OVERNEMEN = "Neem de regie over"
GELDTAKEN: Mapping[Geldtaak, str] = {
    Geldtaak.BEOORDELEN: "Beoordeel de aanvraag van geld",
    Geldtaak.KWIJTSCHELDEN: "Beslis over kwijtschelding",
    Geldtaak.AFSPREKEN: "Maak de leenafspraak",
    Geldtaak.ONDERTEKENEN: "Leg vast dat de leenafspraak is ondertekend",
    Geldtaak.BETALEN: "Betaal uit",
    Geldtaak.AFLOSSING: "Vraag waarom de aflossing er niet is",
    Geldtaak.BON: "Voeg de bon toe",
    Geldtaak.BON_NAVRAGEN: "Vraag waar de bon blijft",
}


def taaknaam(soort: str, doel: str, route: Route) -> str:
    """A task of `kern.stand.taken` in words."""
    w = route.werkwijze
    if soort == STAP:
        zetten = (z for plek in route.plekken.values() for z in (*plek.zetten, *plek.basis))
        return next((z.soort.naam for z in zetten if z.soort.stap == doel), "")
    wat = [f.naam for f in w.formulieren if f.formulier == doel] or [o.naam for o in w.overleggen if o.overleg == doel]
    return _TAAKNAAM[Herstelwijze(soort)].format(*wat or [""])
