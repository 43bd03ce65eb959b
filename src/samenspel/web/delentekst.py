"""Words for sharing: what each kind of content is, on which legal basis, and until when."""

from collections.abc import Iterable, Sequence
from datetime import date

from samenspel.delen.models import Grondslag
from samenspel.kern.werkwijze.model import AvgGrondslag, Gegevenssoort
from samenspel.web.tekst import dag_kort

SOORTNAMEN = {
    Gegevenssoort.PERSONALIA: "naam, geboortedatum en taal",
    Gegevenssoort.ADRES: "adres en telefoonnummer",
    Gegevenssoort.LEEFGEBIEDEN: "wat er per leefgebied is opgeschreven",
    Gegevenssoort.EIGEN_WOORDEN: "de eigen woorden van de inwoner",
    Gegevenssoort.KNELPUNTEN: "waar het vastloopt",
    Gegevenssoort.PLAN: "het plan: doelen en wie wat doet",
    Gegevenssoort.FORMULIEREN: "ingevulde formulieren",
    Gegevenssoort.CONTACTEN: "gesprekken en telefoontjes",
    Gegevenssoort.OVERLEG: "overleggen, met stukken en verslagen",
    Gegevenssoort.GELD: "aanvragen en betalingen van geld",
    Gegevenssoort.BESLUITEN: "besluiten",
    Gegevenssoort.SIGNALEN: "signalen: zorgen die iemand uitsprak",
    Gegevenssoort.HULP: "de hulp die er is en was",
    Gegevenssoort.LOKETZAKEN: "meldingen, aanvragen en bezwaren bij een loket",
    Gegevenssoort.NETWERK: "de mensen om het huishouden heen",
}
AVG_NAMEN = {
    AvgGrondslag.ALGEMEEN_BELANG: "Publieke taak (artikel 6 lid 1 onder e)",
    AvgGrondslag.WETTELIJKE_PLICHT: "Wettelijke plicht (onder c)",
    AvgGrondslag.VITAAL_BELANG: "Vitaal belang: er is gevaar (onder d)",
    AvgGrondslag.OVEREENKOMST: "Overeenkomst met de inwoner (onder b)",
    AvgGrondslag.TOESTEMMING: "Toestemming (onder a)",
    AvgGrondslag.GERECHTVAARDIGD_BELANG: "Gerechtvaardigd belang (onder f; niet voor overheidstaken)",
}


def soorten_in_woorden(soorten: Iterable[str]) -> list[str]:
    """The kinds as words, in a fixed order."""
    gekozen = set(soorten)
    return [naam for soort, naam in SOORTNAMEN.items() if soort.value in gekozen]


def opsomming(delen: Sequence[str]) -> str:
    """Parts as people say them: 'a, b en c'."""
    return " en ".join(d for d in (", ".join(delen[:-1]), *delen[-1:]) if d)


def loopt_op(grondslag: Grondslag, dag: date) -> bool:
    """Whether sharing is allowed on this day and was not stopped; `tot` is the last day."""
    binnen = grondslag.van <= dag and (grondslag.tot is None or dag <= grondslag.tot)
    return binnen and grondslag.beeindigd_op is None


def komt_nog(grondslag: Grondslag, dag: date) -> bool:
    """Whether sharing begins later."""
    return grondslag.van > dag and grondslag.beeindigd_op is None


def periode(grondslag: Grondslag, dag: date) -> str:
    """From when to when, as people say it."""
    van = dag_kort(grondslag.van, dag)
    return f"vanaf {van}" if grondslag.tot is None else f"van {van} tot en met {dag_kort(grondslag.tot, dag)}"
