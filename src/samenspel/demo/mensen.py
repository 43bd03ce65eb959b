"""The people of the demo. All invented; `functie` makes an account one to step in as."""

from collections.abc import Mapping
from dataclasses import dataclass

from samenspel.organisatie.models import Taak


@dataclass(frozen=True, slots=True)
class Mens:
    """An account: what it is called in the scenarios (`speelt`), and where it works."""

    gebruikersnaam: str
    naam: str
    functie: str
    team: str
    telefoon: str
    speelt: tuple[str, ...] = ()
    te_doen: str = ""
    """What there is to do for who steps in as this one; empty for who nobody can step in as."""


MENSEN = (
    Mens(
        "nazan",
        "Nazan Aydin",
        "sociaal werker",
        "Buurtteam Overvecht",
        "030 000 00 11",
        ("inbrenger",),
        te_doen="Bel de opvang terug, geef antwoord op een signaal en bekijk een rijk dossier: Gezin Verhoef.",
    ),
    Mens("karim", "Karim de Boer", "", "Buurtteam Overvecht", "030 000 00 12", ("inbrenger_2",)),
    Mens(
        "joris",
        "Joris Prins",
        "sociaal werker in een ander team",
        "Buurtteam Zuilen",
        "030 000 00 13",
        te_doen="Werk verder met uw huishoudens in Zuilen, en zie dat die van Overvecht dicht blijven.",
    ),
    Mens(
        "roos",
        "Roos Bos",
        "koploper",
        "Buurtteam Overvecht",
        "030 000 00 14",
        ("koploper",),
        te_doen="Stel als koploper vier vragen bij een doorbraakplan, en pak een signaal op.",
    ),
    Mens(
        "thijs",
        "Thijs de Wit",
        "voorzitter van de wijktafels",
        "Tafels",
        "030 000 00 15",
        ("tafelvoorzitter",),
        te_doen="Zit de wijktafel van vandaag voor, en lees de stukken voor die van overmorgen.",
    ),
    Mens(
        "mila",
        "Mila Postma",
        "deelnemer aan de wijktafel",
        "Tafels",
        "030 000 00 16",
        ("wijktafellid",),
        te_doen="Lees de stukken voor de wijktafel en stel een vraag.",
    ),
    Mens(
        "farid",
        "Farid Bouzid",
        "beheerder van het potje",
        "Buurtteam Overvecht",
        "030 000 00 17",
        ("potbewaarder",),
        te_doen="Betaal uit wat anderen goedkeurden, en zie welke lening achterloopt.",
    ),
    Mens(
        "lotte",
        "Lotte Kuiper",
        "collega in de potgroep",
        "Buurtteam Overvecht",
        "030 000 00 18",
        ("potgroepslid",),
        te_doen="Beslis als tweede mee over geld uit het voorkom-erger-potje.",
    ),
    Mens("sem", "Sem Veldman", "", "Buurtteam Overvecht", "030 000 00 19", ("potgroepslid_2", "potgroepslid_3")),
    Mens("irma", "Irma Brand", "", "Tafels", "030 000 00 20", ("maatwerkfunctionaris",)),
    Mens(
        "anne",
        "Anne Timmers",
        "casusregisseur",
        "Sociaal team",
        "0162 00 00 21",
        ("vaste_regievoerder",),
        te_doen="Voer plannen uit die vastliepen, en zie wat te laat is.",
    ),
    Mens(
        "wouter",
        "Wouter Claes",
        "procesregisseur",
        "Sociaal team",
        "0162 00 00 22",
        ("doorbraakregisseur",),
        te_doen="Zit morgen het casusoverleg voor, en volg of het bestuur mandaat geeft.",
    ),
    Mens(
        "els",
        "Els van Gool",
        "projectleider van de pilot",
        "Sociaal team",
        "0162 00 00 23",
        ("pilotprojectleider",),
        te_doen="Leg een reflectiesessie vast over wat klaar is om van te leren, en lees de lessen terug.",
    ),
    Mens(
        "rik",
        "Rik Smeets",
        "wethouder",
        "Sociaal team",
        "0162 00 00 24",
        ("bestuurlijk_mandaatgever",),
        te_doen="Beslis of u mandaat geeft voor een plek waar een hond bij mag.",
    ),
    Mens("pien", "Pien de Haas", "", "Sociaal team", "0162 00 00 25", ("pilotgroepslid",)),
    Mens(
        "kees",
        "Kees Kok",
        "balie, ziet geen dossiers",
        "Balie",
        "030 000 00 26",
        te_doen="Leg een signaal vast aan de balie en geef het door. U opent geen dossiers.",
    ),
)

TAAKMENSEN: tuple[tuple[Mens, Taak], ...] = (
    (
        Mens(
            "marit",
            "Marit Scholten",
            "teamleider",
            "Buurtteam Overvecht",
            "030 000 00 27",
            te_doen="Verdeel het werk van uw team: bekijk wie weg is en vraag een ander voor een huishouden.",
        ),
        Taak.TEAMLEIDING,
    ),
    (
        Mens(
            "daan",
            "Daan Verweij",
            "beleidsmedewerker",
            "Balie",
            "030 000 00 28",
            te_doen="Kijk waar huishoudens vastlopen, zonder namen.",
        ),
        Taak.BELEID,
    ),
    (
        Mens(
            "fatma",
            "Fatma Öztürk",
            "functioneel beheerder",
            "Balie",
            "030 000 00 29",
            te_doen="Beheer accounts, teams, tafels en werkwijzen.",
        ),
        Taak.BEHEER,
    ),
    (
        Mens(
            "henk",
            "Henk Blom",
            "privacyfunctionaris",
            "Balie",
            "030 000 00 30",
            te_doen="Kijk na wie in welk dossier keek en waarom.",
        ),
        Taak.PRIVACY,
    ),
    (
        Mens(
            "ines",
            "Ines Haddad",
            "tweede privacyfunctionaris",
            "Balie",
            "030 000 00 32",
            te_doen="Besluit over een voorstel om woorden te wissen.",
        ),
        Taak.PRIVACY,
    ),
)
"""People with a taak beside the dossiers; who leads a team, leads the own one."""

VERVANGING = {"nazan": "lotte", "anne": "pien"}
BUITENSTAANDER = Mens(
    "bo",
    "Bo Visser",
    "sociaal werker in een andere gemeente",
    "Wijkteam Noord",
    "010 000 00 31",
    te_doen="Werk met uw eigen huishouden in Elders; van Demostad ziet u niets.",
)


@dataclass(frozen=True, slots=True)
class Inwoner:
    """A resident who can log in: the first name in which household, and what there is to do for them."""

    gebruikersnaam: str
    voornaam: str
    huishouden: str
    te_doen: str


INWONERS = (
    Inwoner("sanne", "Sanne", "Gezin Verhoef", "Zeg of u het eens bent met het plan, en vink af wat u deed."),
    Inwoner("ruud", "Ruud", "Gezin Marijnissen", "Lees wie meekijkt in het dossier, en vink af wat u deed."),
    Inwoner(
        "naima", "Naima", "Gezin Bouali", "Moeder. Zeg wat u van het plan vindt. Uw huurschuld ziet de vader niet."
    ),
    Inwoner("rob", "Rob", "Gezin Bouali", "De vader, die ergens anders woont. Vul uw eigen woorden aan."),
    Inwoner(
        "younes",
        "Younes",
        "Gezin Bouali",
        "De zoon van zestien. Vink iets af. Wat alleen over u gaat, lezen uw ouders niet.",
    ),
)

_PERSONAS: tuple[Mens | Inwoner, ...] = (*MENSEN, *(mens for mens, _ in TAAKMENSEN), BUITENSTAANDER, *INWONERS)
TE_DOEN: Mapping[str, str] = {wie.gebruikersnaam: wie.te_doen for wie in _PERSONAS if wie.te_doen}
"""By login name: what there is to do."""

TEAMS = {
    "Buurtteam Overvecht": ("Overvecht", "Ondiep", "Kanaleneiland", "Leidsche Rijn"),
    "Buurtteam Zuilen": ("Zuilen",),
    "Sociaal team": ("Oosterheide", "Slotjes", "Dommelbergen", "Vrachelen"),
    "Tafels": (),
    "Balie": (),
}
TAFELS = (
    ("utrecht", "wijktafel", "Wijktafel Overvecht", "Overvecht"),
    ("utrecht", "wijktafel", "Wijktafel Zuilen", "Zuilen"),
    ("utrecht", "wijktafel", "Wijktafel Ondiep", "Ondiep"),
    ("utrecht", "wijktafel", "Wijktafel Kanaleneiland", "Kanaleneiland"),
    ("utrecht", "stedelijke_tafel", "Stedelijke tafel", ""),
)


@dataclass(frozen=True, slots=True)
class Lijstcontact:
    """Somebody of the telefoonlijst; amounts in whole euros."""

    organisatie: str
    soort: str
    naam: str
    functie: str
    telefoon: str
    wetten: tuple[str, ...]
    euro: int | None
    uitleg: str


TELEFOONLIJST = (
    Lijstcontact(
        "Werk en Inkomen",
        "publiek",
        "G. Hendriks",
        "consulent maatwerk",
        "030 000 00 41",
        ("Participatiewet",),
        2500,
        "Bijzondere bijstand en afwijken van de kostendelersnorm, tot het bedrag.",
    ),
    Lijstcontact(
        "Woningcorporatie De Brug",
        "privaat",
        "S. Oudejans",
        "medewerker huurzaken",
        "030 000 00 42",
        (),
        3000,
        "Betalingsregeling en uitstel van een ontruiming.",
    ),
    Lijstcontact(
        "Kinderopvang De Speelboot",
        "privaat",
        "M. Smit",
        "locatiemanager",
        "030 000 00 43",
        (),
        2500,
        "Betalingsregeling en de plek aanhouden.",
    ),
    Lijstcontact(
        "Zorgverzekeraar Vitaal",
        "privaat",
        "R. Koster",
        "regeling betalingsachterstand",
        "030 000 00 44",
        ("Zorgverzekeringswet",),
        1500,
        "Regeling wanbetalers en vergoeding vooraf.",
    ),
    Lijstcontact(
        "Gemeente, team Wmo",
        "publiek",
        "H. Yildirim",
        "kwaliteitsmedewerker",
        "030 000 00 45",
        ("Wmo 2015",),
        None,
        "Maatwerkvoorzieningen die buiten de standaard vallen.",
    ),
    Lijstcontact(
        "Gemeente, team Jeugd",
        "publiek",
        "P. van Es",
        "adviseur toegang jeugd",
        "030 000 00 46",
        ("Jeugdwet",),
        None,
        "Jeugdhulp die buiten het inkoopkader valt.",
    ),
    Lijstcontact(
        "Sociaal raadslieden",
        "privaat",
        "D. Lammers",
        "raadsvrouw",
        "030 000 00 47",
        (),
        None,
        "Advies over toeslagen en bezwaar; geen beslisruimte.",
    ),
)
