"""The moves that every way of working shares (ontwerp.md, noun Stap), and the two places they lead to."""

from dataclasses import dataclass
from enum import StrEnum


class Basisfase(StrEnum):
    """Places outside the werkwijze's own: let go with a way back, and closed."""

    WAAKVLAM = "waakvlam"
    AFGESLOTEN = "afgesloten"


class Basisstap(StrEnum):
    """Moves that exist for every werkwijze."""

    TERUG = "terug"
    OPLOSSEN = "oplossen"
    NIETS_DOEN = "niets_doen"
    WAAKVLAM = "waakvlam"
    AFSLUITEN = "afsluiten"
    HEROPENEN = "heropenen"
    SPOED = "spoed"


@dataclass(frozen=True, slots=True)
class Basisregel:
    """One base move. `naar` None: the person chooses (spoed, heropenen) or the path tells (terug).

    `alleen_geweest`: only places where the traject has been, so that closing and reopening is no way past a place.
    """

    stap: Basisstap
    naam: str
    uitleg: str
    naar: Basisfase | None
    uit_eigen_fase: bool
    uit_basisfasen: tuple[Basisfase, ...]
    vraagt_waakvlam: bool = False
    vraagt_inhaal: bool = False
    alleen_geweest: bool = False


BASIS: tuple[Basisregel, ...] = (
    Basisregel(
        Basisstap.OPLOSSEN,
        "Opgelost, verder in gewoon werk",
        "Vraagt een korte afronding en een datum voor de waakvlam.",
        Basisfase.WAAKVLAM,
        True,
        (),
        vraagt_waakvlam=True,
    ),
    Basisregel(
        Basisstap.WAAKVLAM,
        "Loslaten met een waakvlam",
        "U laat los en kijkt op een afgesproken dag nog eens. Terugkomen kan altijd.",
        Basisfase.WAAKVLAM,
        True,
        (),
        vraagt_waakvlam=True,
    ),
    Basisregel(
        Basisstap.TERUG,
        "Een stap terug",
        "Terug naar de vorige plek, met een reden.",
        None,
        True,
        (),
    ),
    Basisregel(
        Basisstap.NIETS_DOEN,
        "Besluiten om niets te doen",
        "Vraagt een uitleg die de inwoner begrijpt. Dit komt nooit in de plaats van een besluit op een aanvraag.",
        Basisfase.AFGESLOTEN,
        True,
        (),
    ),
    Basisregel(
        Basisstap.SPOED,
        "Spoed: een stap overslaan",
        "Kan het niet wachten? Zeg waarom en wie u belde. De overgeslagen vragen maakt u daarna af.",
        None,
        True,
        (),
    ),
    Basisregel(
        Basisstap.AFSLUITEN,
        "Afsluiten",
        "Het traject is klaar. Heropenen blijft mogelijk.",
        Basisfase.AFGESLOTEN,
        True,
        (Basisfase.WAAKVLAM,),
        vraagt_inhaal=True,
    ),
    Basisregel(
        Basisstap.HEROPENEN,
        "Heropenen",
        "Het traject gaat verder waar het al was; rollen en geschiedenis komen terug.",
        None,
        False,
        (Basisfase.WAAKVLAM, Basisfase.AFGESLOTEN),
        alleen_geweest=True,
    ),
)
