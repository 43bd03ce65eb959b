"""Which voorbeelden the demo plays, up to which day, and how long ago they ended: alive, and at different fasen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verhaal:
    """A voorbeeld of a werkwijze; `tot` leaves the lines after that day out, `geleden` is days since the last one.

    `regisseur`: who carries it, where that is not who always plays that part.
    """

    werkwijze: str
    voorbeeld: str
    geleden: int
    tot: int | None = None
    regisseur: str = ""


VERHALEN = (
    Verhaal("utrecht", "Een lening voor de kinderopvang, half kwijtgescholden bij het diploma", 0, 8),
    Verhaal("utrecht", "Opgelost aan de telefoon", 3),
    Verhaal("utrecht", "Niets doen, en dat goed uitleggen", 20, regisseur="joris"),
    Verhaal("utrecht", "Geen mandaat aan tafel voor een taxi zonder contract", 2),
    Verhaal("utrecht", "Een fiets om naar het werk te gaan", 0, 2, regisseur="joris"),
    Verhaal("utrecht", "Precies op het plafond beslist de groep", 17),
    Verhaal("utrecht", "Twee keer € 300 in één jaar wordt gezien", 1),
    Verhaal("utrecht", "Eén bezwaar in de groep", 1),
    Verhaal("utrecht", "Stukken te laat, en toch doorgelaten", 4, regisseur="joris"),
    Verhaal("utrecht", "Zonder voorstel geen plek", 0),
    Verhaal("utrecht", "Eén medewerker kan niet alleen naar de wijktafel", 5),
    Verhaal("utrecht", "Het staat stil en de voorzitter helpt weer", 0, 28),
    Verhaal("utrecht", "Een wijk zonder eigen tafel gaat naar de stedelijke tafel", 1),
    Verhaal("utrecht", "Ontruiming op maandag, met spoed naar de tafel", 0, 1),
    Verhaal("utrecht", "Een gat tussen landelijke regelingen", 0, 15),
    Verhaal("utrecht", "Een stap terug", 2),
    Verhaal("utrecht", "Terug na de waakvlam", 30),
    Verhaal("utrecht", "Een Wmo-melding houdt haar eigen wettelijke termijn", 0, 30, regisseur="joris"),
    Verhaal("utrecht", "Overdragen zonder dat het gezin opnieuw vertelt", 0),
    Verhaal("oosterhout-pilot", "Gescheiden ouders, en een vader die helpt", 0, 60),
    Verhaal("oosterhout-pilot", "Begeleid falen mag", 10),
    Verhaal("oosterhout-pilot", "Een nanny, met bestuurlijk mandaat", 0),
    Verhaal("oosterhout-pilot", "Minder hulp gaf rust, een kleine doorbraak", 3, 75),
    Verhaal("oosterhout-pilot", "Achttien worden zonder uit te vallen", 0, 100),
    Verhaal("oosterhout-pilot", "Een enkelvoudige vraag hoort hier niet", 8),
)
