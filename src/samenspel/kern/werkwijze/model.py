"""A way of working as data: the thirteen nouns of `docs/woordenlijst.md`, frozen.

The reader fills these from YAML by their field names and types, so a field added here is at once a key in the
definition files. `code()` marks the key that names a thing; `regels` maps places in the model to lines of the file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

from samenspel.kern.werkwijze.eenheden import Duur

Cent = NewType("Cent", int)
"""An amount of money in eurocents; written '500 euro' in definitions."""


class Houder(StrEnum):
    """By what way somebody comes to hold a rol."""

    PER_CASUS = "per_casus"
    PER_TEAM = "per_team"
    PER_OVERLEG = "per_overleg"
    INWONER = "inwoner"
    EXTERN = "extern"


class Zicht(StrEnum):
    """During what time the holder of a rol may look (`kern/delen`)."""

    ALTIJD = "altijd"
    LOPEND = "lopend"
    ROND_OVERLEG = "rond_overleg"


class Gegevenssoort(StrEnum):
    """Kinds of content of a dossier; rights to look are given per kind (`kern/delen`)."""

    PERSONALIA = "personalia"
    ADRES = "adres"
    LEEFGEBIEDEN = "leefgebieden"
    EIGEN_WOORDEN = "eigen_woorden"
    KNELPUNTEN = "knelpunten"
    PLAN = "plan"
    FORMULIEREN = "formulieren"
    CONTACTEN = "contacten"
    OVERLEG = "overleg"
    GELD = "geld"
    BESLUITEN = "besluiten"
    SIGNALEN = "signalen"
    HULP = "hulp"
    LOKETZAKEN = "loketzaken"
    NETWERK = "netwerk"


class Feitsoort(StrEnum):
    """Type and unit of a fact that conditions may name."""

    JA_NEE = "ja_nee"
    KEUZE = "keuze"
    BEDRAG = "bedrag"
    DAGEN = "dagen"
    JAREN = "jaren"
    DATUM = "datum"
    AANTAL = "aantal"
    INGEVULD = "ingevuld"


class Veldsoort(StrEnum):
    """What a question of a form asks for."""

    TEKST = "tekst"
    LANGE_TEKST = "lange_tekst"
    JA_NEE = "ja_nee"
    KEUZE = "keuze"
    MEERKEUZE = "meerkeuze"
    BEDRAG = "bedrag"
    DATUM = "datum"
    AANTAL = "aantal"


class Regime(StrEnum):
    """Who has to agree before breakthrough money is spent (werkwijzen.md 2, 4, 5, 6)."""

    DIRECT = "direct"
    GROEP = "groep"
    TEAMLEIDER = "teamleider"
    VIER_OGEN = "vier_ogen"
    TAFEL = "tafel"


class Vorm(StrEnum):
    """In what form money is given."""

    GIFT = "gift"
    LENING = "lening"
    VOORSCHOT = "voorschot"
    OVERBRUGGING = "overbrugging"


class Aanwezigheid(StrEnum):
    """Whether the resident takes part in a meeting."""

    AANWEZIG = "aanwezig"
    AFWEZIG = "afwezig"
    MAG = "mag"


class Gebied(StrEnum):
    """For what area a table sits."""

    WIJK = "wijk"
    STAD = "stad"
    REGIO = "regio"
    LAND = "land"


class AvgGrondslag(StrEnum):
    """The six bases of AVG article 6, first paragraph."""

    TOESTEMMING = "toestemming"
    OVEREENKOMST = "overeenkomst"
    WETTELIJKE_PLICHT = "wettelijke_plicht"
    VITAAL_BELANG = "vitaal_belang"
    ALGEMEEN_BELANG = "algemeen_belang"
    GERECHTVAARDIGD_BELANG = "gerechtvaardigd_belang"


class Hoek(StrEnum):
    """Corners of the waardendriehoek (Instituut voor Publieke Waarden, 002)."""

    BETROKKENHEID = "betrokkenheid"
    LEGITIMITEIT = "legitimiteit"
    RENDEMENT = "rendement"


def code() -> str:
    """Mark the key that names a thing in its list."""
    return field(metadata={"code": True})  # type: ignore[no-any-return]  # dataclasses.field is typed by its default


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruimte:
    """What a holder may decide: mandaat of a public body, beslisruimte of a private party."""

    wetten: tuple[str, ...] = ()
    bedrag: Cent | None = None
    uitleg: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caseload:
    """How many casussen somebody in this rol should carry per fte (werkwijzen.md 22)."""

    van: int
    tot: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rol:
    """Who, under which name here. `regie` marks the resident's first contact, who sees the whole dossier.

    `begint` starts a traject, `wijst_toe` gives rollen and says who takes the regie over; where no rol has the
    property, those with regie do it.
    """

    rol: str = code()
    naam: str
    houder: Houder
    uitleg: str = ""
    regie: bool = False
    begint: bool = False
    wijst_toe: bool = False
    combineerbaar_met: tuple[str, ...] = ()
    ziet: tuple[Gegevenssoort, ...] = ()
    zicht: Zicht = Zicht.LOPEND
    uren_per_week: int | None = None
    aanstelling: Duur | None = None
    wisselt_bij_toerbeurt: bool = False
    caseload: Caseload | None = None
    mandaat: Ruimte | None = None
    beslisruimte: Ruimte | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorwaarde:
    """A condition in CEL with its own explanation; `als` must be true."""

    als: str
    uitleg: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Instroomcriterium:
    """Who may come in."""

    criterium: str = code()
    als: str
    uitleg: str
    eigen_keuze: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwerkingsgrondslag:
    """On what basis data is shared: the four parts of ontwerp.md, and for what purpose."""

    grondslag: str = code()
    naam: str
    avg_6: AvgGrondslag
    doel: str
    uitzondering_9_10: str = ""
    geheim: str
    convenant: str
    partners: tuple[str, ...] = ()
    soorten: tuple[Gegevenssoort, ...] = ()
    duur: Duur | None = None
    vraag_mag_anoniem: bool = False
    eigen_keuze: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feit:
    """A typed fact that conditions may name; `waarde` makes it a limit that stands once."""

    feit: str = code()
    naam: str
    soort: Feitsoort
    waarden: tuple[str, ...] = ()
    waarde: int | None = None
    bedrag: Cent | None = None
    eigen_keuze: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verstrekking:
    """What leaves the municipality: a document for who doesn't log in, on one grondslag of the definition.

    `door`: rollen that may hand it over, beside the regisseur.
    """

    stuk: str
    grondslag: str
    door: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fase:
    """A place where a traject can be. `vraagt` is asked to enter, controlevragen to leave again (onward).

    With `verstrekking` somebody outside thinks along here, who is given a document.
    """

    fase: str = code()
    naam: str
    uitleg: str = ""
    voor_inwoner: str
    vraagt: tuple[str, ...] = ()
    controlevragen: tuple[str, ...] = ()
    overleg: str | None = None
    verstrekking: Verstrekking | None = None
    buiten_ladder: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """A move from one fase to another; every condition of `alle_van` and one of `een_van` must be true."""

    stap: str = code()
    naam: str
    van: tuple[str, ...]
    naar: str
    door: tuple[str, ...]
    uitleg: str = ""
    alle_van: tuple[Voorwaarde, ...] = ()
    een_van: tuple[Voorwaarde, ...] = ()
    legt_vast: str | None = None
    maakt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Veld:
    """A question of a form."""

    veld: str = code()
    vraag: str
    soort: Veldsoort
    uitleg: str = ""
    verplicht: bool = True
    keuzes: tuple[str, ...] = ()
    hoek: Hoek | None = None
    eigen_woorden: bool = False
    knelpunten: bool = False
    contacten: bool = False
    na_de_rest: bool = False


class Invuller(StrEnum):
    """Who fills a form in."""

    PROFESSIONAL = "professional"
    INWONER = "inwoner"


class Waarover(StrEnum):
    """Whether a form is filled in once for the casus or for each person."""

    CASUS = "casus"
    PERSOON = "persoon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Formulier:
    """Questions. `soort_gegevens` says who may see the answers (`kern/delen`)."""

    formulier: str = code()
    naam: str
    velden: tuple[Veld, ...]
    uitleg: str = ""
    per: Waarover = Waarover.CASUS
    invuller: Invuller = Invuller.PROFESSIONAL
    door: tuple[str, ...] = ()
    soort_gegevens: Gegevenssoort = Gegevenssoort.FORMULIEREN


class Antwoord(StrEnum):
    """Answer to a controlevraag; always with a reason."""

    JA = "ja"
    NEE = "nee"
    NVT = "nvt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Controlevraag:
    """yes / no / n.v.t. with a reason; only an answer in `goed` lets the traject onward."""

    controlevraag: str = code()
    vraag: str
    door: tuple[str, ...]
    goed: tuple[Antwoord, ...] = (Antwoord.JA,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stukken:
    """What must be with the members beforehand."""

    dagen_vooraf: int
    bevat: tuple[str, ...] = ()
    eigen_keuze: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tijdvak:
    """A time box for the chair, in minutes."""

    tijdvak: str = code()
    naam: str
    minuten: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """How a meeting may end.

    `gemotiveerd`: nothing is done, which never replaces a decision on an application. `vraagt_afspraken`: at least one.
    `vraagt_besluit`: who decides, under which law, by when and who backs it. `vraagt_weg`: which way on, who and when.
    """

    uitkomst: str = code()
    naam: str
    gemotiveerd: bool = False
    vraagt_afspraken: bool = False
    vraagt_besluit: bool = False
    vraagt_weg: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Overleg:
    """A meeting that ends in a decision."""

    overleg: str = code()
    naam: str
    voorzitter: str
    leden: str
    uitkomsten: tuple[Uitkomst, ...]
    uitleg: str = ""
    kern: tuple[str, ...] = ()
    kern_per_casus: bool = False
    schil: bool = False
    inwoner_kiest_genodigden: bool = False
    voorzitter_onafhankelijk: bool = False
    gebied: Gebied = Gebied.STAD
    terugval: str | None = None
    ritme: Duur | None = None
    stukken: Stukken | None = None
    tijd: tuple[Tijdvak, ...] = ()
    inwoner: Aanwezigheid
    commitment: bool = False
    bindend: bool = False
    verslag_binnen: Duur
    zicht_voor: Duur
    zicht_na: Duur
    eigen_keuze: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aandeel:
    """Who fills a budget, and for how many hundredths."""

    wie: str
    procent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lening:
    """Terms of a loan; `kwijtschelding_procent` may be forgiven once all of `kwijtschelding_als` is true.

    `kwijtschelding_bij` tells it in a sentence; without conditions a person judges by that sentence.
    """

    kwijtschelding_procent: int = 0
    kwijtschelding_bij: str = ""
    kwijtschelding_als: tuple[Voorwaarde, ...] = ()
    bij_niet_nakomen: str = ""
    ondertekend: bool = True
    eigen_keuze: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """Breakthrough money. Ceilings per spend and per household in a period; who has to agree.

    With `per` it comes back until a day that the application names; every time counts towards the ceilings. A receipt
    is due within `bon_binnen`; as long again without it, and the rollen of `bon_daarna` are told too.
    """

    budget: str = code()
    naam: str
    regime: Regime
    door: tuple[str, ...]
    beoordelaars: tuple[str, ...] = ()
    betalers: tuple[str, ...]
    vormen: tuple[Vorm, ...] = (Vorm.GIFT,)
    plafond: Cent | None = None
    plafond_huishouden: Cent | None = None
    periode: Duur | None = None
    per: Duur | None = None
    instemmers: int = 1
    overleg: str | None = None
    lening: Lening | None = None
    gevuld_door: tuple[Aandeel, ...] = ()
    bon_binnen: Duur | None = None
    bon_daarna: tuple[str, ...] = ()
    eigen_keuze: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijn:
    """From an event or a dated fact, how long, and who is attended to it when it expires.

    With `alleen_als` it runs only while that is true; it may not hang on another term.
    """

    termijn: str = code()
    naam: str
    vanaf: str
    duur: Duur
    tot: str | None = None
    alleen_als: Voorwaarde | None = None
    in_fasen: tuple[str, ...] = ()
    hard: bool = False
    wettelijk: str = ""
    bijna: Duur | None = None
    attendeert: tuple[str, ...] = ()
    bij_verlopen: str = ""
    eigen_keuze: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetmoment:
    """Which instrument, when, by whom. Done once `tot` is a day on which it was in sight, from `bijna` before."""

    meetmoment: str = code()
    naam: str
    instrument: str
    vanaf: str
    na: Duur | None = None
    tot: str | None = None
    bijna: Duur | None = None
    door: tuple[str, ...] = ()
    eigen_keuze: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerniveau:
    """One order of learning and who takes it up."""

    orde: int
    naam: str
    wie: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflectie:
    """Meetings to learn from several casussen at once. Nothing is decided there on any of them.

    `in_fasen`: where a traject is when it is talked about; so long who records the meetings may look.
    """

    naam: str
    door: tuple[str, ...]
    in_fasen: tuple[str, ...]
    uitleg: str = ""
    eigen_keuze: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """A kind of casus: a label for learning that is given afterwards, never a reason to let somebody in."""

    cluster: str = code()
    naam: str
    problemen: tuple[str, ...] = ()
    instanties: tuple[str, ...] = ()
    richtingen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerlus:
    """After how many like reports an exception becomes a pattern, and who learns from it.

    A cluster is given once the traject is closed or rests; `cluster_in` names fasen where that may be done already.
    """

    drempel: int
    ritme: Duur | None = None
    niveaus: tuple[Leerniveau, ...] = ()
    reflectie: Reflectie | None = None
    clusters: tuple[Cluster, ...] = ()
    cluster_in: tuple[str, ...] = ()
    eigen_keuze: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leefgebied:
    """A life domain of the broad inquiry; the set differs by route."""

    leefgebied: str = code()
    naam: str
    eigen_keuze: str = ""


class Toestand(StrEnum):
    """Whether a municipality can start trajecten on this definition or only sees the route drawn."""

    STARTBAAR = "startbaar"
    GETEKEND = "getekend"


class Voor(StrEnum):
    """For whom a traject runs."""

    HUISHOUDEN = "huishouden"
    PERSOON = "persoon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkwijze:
    """A way of working, whole. Schema version 1. `bij_oplossen`: the form that looks back when it is solved."""

    werkwijze: str = code()
    naam: str
    schema: int
    geldig_vanaf: date
    bron: str
    samenvatting: str
    toestand: Toestand
    voor: Voor = Voor.HUISHOUDEN
    vrijwillig: bool = True
    fase_heet: str = "fase"
    rollen: tuple[Rol, ...]
    fasen: tuple[Fase, ...]
    stappen: tuple[Stap, ...]
    leefgebieden: tuple[Leefgebied, ...] = ()
    instroom: tuple[Instroomcriterium, ...] = ()
    grondslagen: tuple[Verwerkingsgrondslag, ...] = ()
    feiten: tuple[Feit, ...] = ()
    formulieren: tuple[Formulier, ...] = ()
    controlevragen: tuple[Controlevraag, ...] = ()
    overleggen: tuple[Overleg, ...] = ()
    budgetten: tuple[Budget, ...] = ()
    termijnen: tuple[Termijn, ...] = ()
    meetmomenten: tuple[Meetmoment, ...] = ()
    leerlus: Leerlus | None = None
    bij_oplossen: str | None = None
    eigen_keuze: str = ""
    regels: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False, metadata={"intern": True})
