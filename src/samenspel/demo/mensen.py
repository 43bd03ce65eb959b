"""The people of the demo. All invented; `functie` makes an account one to step in as."""

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


MENSEN = (
    Mens("nazan", "Nazan Aydin", "sociaal werker", "Buurtteam Overvecht", "030 000 00 11", ("inbrenger",)),
    Mens("karim", "Karim de Boer", "", "Buurtteam Overvecht", "030 000 00 12", ("inbrenger_2",)),
    Mens("joris", "Joris Prins", "sociaal werker in een ander team", "Buurtteam Zuilen", "030 000 00 13"),
    Mens("roos", "Roos Bos", "koploper", "Buurtteam Overvecht", "030 000 00 14", ("koploper",)),
    Mens("thijs", "Thijs de Wit", "voorzitter van de wijktafels", "Tafels", "030 000 00 15", ("tafelvoorzitter",)),
    Mens("mila", "Mila Postma", "deelnemer aan de wijktafel", "Tafels", "030 000 00 16", ("wijktafellid",)),
    Mens("farid", "Farid Bouzid", "beheerder van het potje", "Buurtteam Overvecht", "030 000 00 17", ("potbewaarder",)),
    Mens("lotte", "Lotte Kuiper", "", "Buurtteam Overvecht", "030 000 00 18", ("potgroepslid",)),
    Mens("sem", "Sem Veldman", "", "Buurtteam Overvecht", "030 000 00 19", ("potgroepslid_2", "potgroepslid_3")),
    Mens("irma", "Irma Brand", "", "Tafels", "030 000 00 20", ("maatwerkfunctionaris",)),
    Mens("anne", "Anne Timmers", "casusregisseur", "Sociaal team", "0162 00 00 21", ("vaste_regievoerder",)),
    Mens("wouter", "Wouter Claes", "procesregisseur", "Sociaal team", "0162 00 00 22", ("doorbraakregisseur",)),
    Mens("els", "Els van Gool", "", "Sociaal team", "0162 00 00 23", ("pilotprojectleider",)),
    Mens("rik", "Rik Smeets", "", "Sociaal team", "0162 00 00 24", ("bestuurlijk_mandaatgever",)),
    Mens("pien", "Pien de Haas", "", "Sociaal team", "0162 00 00 25", ("pilotgroepslid",)),
    Mens("kees", "Kees Kok", "balie, ziet geen dossiers", "Balie", "030 000 00 26"),
)

TAAKMENSEN: tuple[tuple[Mens, Taak], ...] = (
    (
        Mens("marit", "Marit Scholten", "teamleider", "Buurtteam Overvecht", "030 000 00 27"),
        Taak.TEAMLEIDING,
    ),
    (Mens("daan", "Daan Verweij", "beleidsmedewerker", "Balie", "030 000 00 28"), Taak.BELEID),
    (Mens("fatma", "Fatma Öztürk", "functioneel beheerder", "Balie", "030 000 00 29"), Taak.BEHEER),
    (Mens("henk", "Henk Blom", "privacyfunctionaris", "Balie", "030 000 00 30"), Taak.PRIVACY),
)
"""People with a taak beside the dossiers; who leads a team, leads the own one."""

VERVANGING = {"nazan": "karim", "anne": "pien"}
BUITENSTAANDER = Mens("bo", "Bo Visser", "sociaal werker in een andere gemeente", "Wijkteam Noord", "010 000 00 31")


@dataclass(frozen=True, slots=True)
class Inwoner:
    """A resident who can log in: the first name in which household."""

    gebruikersnaam: str
    voornaam: str
    huishouden: str


INWONERS = (Inwoner("sanne", "Sanne", "Gezin Verhoef"), Inwoner("ruud", "Ruud", "Gezin Marijnissen"))

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
