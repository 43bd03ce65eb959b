"""The page of counts: tables with bars, and the same as a file."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.conf import settings
from django.core.cache import cache
from django.db.models import Min
from django.utils.timezone import localdate

from samenspel.casus.models import Traject
from samenspel.kern.meten.afscherming import Cel, Weergave
from samenspel.kern.stand import Route
from samenspel.kern.werkwijze.basis import Basisfase
from samenspel.organisatie.models import Gemeente
from samenspel.regie.beeld import LEEFTIJDEN, STIL_NA_DAGEN, Beeld, Overzicht, Periode, beeld_van
from samenspel.regie.routes import geldende_versies, route
from samenspel.web.forms.knelpunt import NIVEAUNAMEN
from samenspel.web.forms.velden import leesbaar
from samenspel.web.knelpunten import oorzaaknaam
from samenspel.web.tekst import fase_naam

KOLOMNAMEN: Mapping[tuple[str, ...], str] = {
    ("loopt",): "In beweging",
    ("stil",): "Staat stil",
    ("loopt", "stil"): "Lopend",
    ("afgesloten",): "Afgesloten",
    ("loopt", "stil", "afgesloten"): "Totaal",
}
ALLES = "alles"
KWARTALEN = 8
"""How many quarters, back from today, can be chosen; of what is longer ago the year."""

Naamgever = Callable[[tuple[str, ...]], str]


@dataclass(frozen=True, slots=True)
class Getal:
    """A count as the page shows it."""

    kolom: str
    tekst: str
    uitleg: str = ""


@dataclass(frozen=True, slots=True)
class Regel:
    """A group, its counts and the length of its bar (0 to 100; None: not to be drawn)."""

    naam: str
    getallen: tuple[Getal, ...]
    staaf: int | None


@dataclass(frozen=True, slots=True)
class Cijfertabel:
    """One overview."""

    code: str
    titel: str
    uitleg: str
    kolommen: tuple[str, ...]
    regels: tuple[Regel, ...]
    totaal: tuple[Getal, ...]
    heel: bool


def perioden(gemeente: Gemeente, vandaag: date) -> dict[str, tuple[str, Periode]]:
    """The periods that can be chosen, by what the address says; whole quarters and years, never a few days."""
    begin = Traject.objects.filter(gemeente=gemeente).aggregate(b=Min("gestart_op"))["b"] or vandaag
    gekozen = {ALLES: ("Alles tot nu", Periode(min(begin, vandaag), vandaag))}
    for jaar in range(vandaag.year, begin.year - 1, -1):
        gekozen[str(jaar)] = (str(jaar), Periode(date(jaar, 1, 1), date(jaar, 12, 31)))
    jaar, kwartaal = vandaag.year, (vandaag.month - 1) // 3 + 1
    for _ in range(KWARTALEN):
        van = date(jaar, 3 * kwartaal - 2, 1)
        tot = (van + timedelta(days=95)).replace(day=1) - timedelta(days=1)
        if tot < begin:
            break
        gekozen[f"{jaar}-k{kwartaal}"] = (f"{kwartaal}e kwartaal {jaar}", Periode(van, tot))
        jaar, kwartaal = (jaar, kwartaal - 1) if kwartaal > 1 else (jaar - 1, 4)
    return gekozen


def bouw(gemeente: Gemeente, periode: Periode, nu: datetime) -> dict[str, object]:
    """What the page shows of this period."""
    namen = Fasenamen(gemeente, nu)
    beeld, geteld = _bewaard(gemeente, periode, nu, namen.leefgebieden())
    return {
        "te_klein": beeld.totalen is None,
        "tabellen": list(_tabellen(beeld, namen)) if beeld.totalen is not None else [],
        "verblijf": [
            {
                "naam": namen.bij((v.werkwijze, v.fase)),
                "dagen": "te weinig om te zeggen" if v.dagen is None else _dagen(v.dagen),
            }
            for v in beeld.verblijf
        ],
        "geteld": geteld,
        "drempel": settings.BEELD_DREMPEL,
        "stil_na": STIL_NA_DAGEN,
    }


def _bewaard(
    gemeente: Gemeente, periode: Periode, nu: datetime, gebiedsnamen: Mapping[str, str]
) -> tuple[Beeld, datetime]:
    """The counts, and when they were made: counting tens of thousands anew for every look helps nobody."""
    sleutel = f"beeld:{gemeente.pk}:{periode.van}:{periode.tot}:{localdate(nu)}"
    bewaard: tuple[Beeld, datetime] | None = cache.get(sleutel)
    if bewaard is None:
        bewaard = beeld_van(gemeente, periode, localdate(nu), gebiedsnamen), nu
        cache.set(sleutel, bewaard, settings.BEELD_BEWAARD)
    return bewaard


def als_csv(context: Mapping[str, object], periode: str) -> str:
    """The same counts, one a line: read by every spreadsheet, and by none as a formula."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(["Periode", "Overzicht", "Groep", "Kolom", "Aantal"])
    tabellen = context["tabellen"]
    assert isinstance(tabellen, list)
    for tabel in tabellen:
        for regel in tabel.regels:
            for getal in regel.getallen:
                rij = [periode, tabel.titel, regel.naam, getal.kolom, getal.tekst]
                schrijver.writerow([veilig(cel) for cel in rij])
    return uit.getvalue()


def veilig(cel: str) -> str:
    """A text that a spreadsheet would take for a formula gets an apostrophe before it."""
    return f"'{cel}" if cel.lstrip().startswith(("=", "+", "-", "@")) or cel[:1] in ("\t", "\r") else cel


class Fasenamen:
    """What a place is called, in the newest definition that has it."""

    def __init__(self, gemeente: Gemeente, nu: datetime) -> None:
        self.routes: dict[str, Route] = {v.slug: route(v.hash) for v in geldende_versies(nu, gemeente.pk)}

    def bij(self, groep: tuple[str, ...]) -> str:
        """'Werkwijze: place'."""
        slug, fase = groep
        weg = self.routes.get(slug)
        if weg is None:
            return f"{leesbaar(slug)}: {leesbaar(fase)}"
        naam = fase_naam(weg, fase)
        return f"{weg.werkwijze.naam}: {leesbaar(naam) if naam == fase else naam}"

    def plaats(self, groep: tuple[str, ...]) -> tuple[str, int]:
        """In the order of the route; the places that all werkwijzen share come last."""
        slug, fase = groep
        weg = self.routes.get(slug)
        codes = [f.fase for f in weg.werkwijze.fasen] if weg is not None else []
        return slug, codes.index(fase) if fase in codes else len(codes) + (fase == Basisfase.AFGESLOTEN.value)

    def cluster(self, groep: tuple[str, ...]) -> str:
        """'Werkwijze: cluster'."""
        slug, code = groep
        weg = self.routes.get(slug)
        clusters = weg.werkwijze.leerlus.clusters if weg is not None and weg.werkwijze.leerlus is not None else ()
        naam = next((c.naam for c in clusters if c.cluster == code), leesbaar(code))
        return f"{weg.werkwijze.naam if weg is not None else leesbaar(slug)}: {naam}"

    def leefgebieden(self) -> dict[str, str]:
        """The name of each life domain, by its code."""
        return {g.leefgebied: g.naam for weg in self.routes.values() for g in weg.werkwijze.leefgebieden}


_NIVEAUS = {n.value: naam.partition(":")[0] for naam, n in NIVEAUNAMEN.items()}
_KNELPUNTTABELLEN: tuple[tuple[str, str, Naamgever], ...] = (
    ("niveau", "elk", lambda groep: _NIVEAUS.get(groep[0], leesbaar(groep[0]))),
    ("oorzaak", "elke", lambda groep: oorzaaknaam(groep[0]) or "Nog niet te zeggen"),
    ("wet", "elke", lambda groep: groep[0]),
)


def _tabellen(beeld: Beeld, namen: Fasenamen) -> Iterator[Cijfertabel]:
    som = beeld.totalen or {}
    op_route = sorted(beeld.fasen.rijen, key=lambda rij: namen.plaats(rij[0]))
    fasen = replace(beeld.fasen, rijen=tuple(op_route))
    yield _tabel("fasen", "Waar trajecten staan", "", fasen, namen.bij, som)
    yield _tabel("wijken", "Per wijk", "", beeld.wijken, lambda g: g[0] or "Wijk niet bekend", som)
    meer = "Een traject telt mee in elke groep waarin iemand valt over wie het gaat. Daarom staat er geen totaal onder."
    yield _tabel("leeftijden", "Per leeftijd", meer, beeld.leeftijden, _leeftijd, None)
    ook = "Een traject telt mee bij elk leefgebied dat is besproken. Daarom staat er geen totaal onder."
    yield _tabel("leefgebieden", "Per leefgebied", ook, beeld.leefgebieden, lambda g: leesbaar(g[0]), None)
    achteraf = "Alleen trajecten met een cluster. Het cluster is achteraf gekozen, om van te leren."
    if beeld.clusters.rijen:
        yield _tabel("clusters", "Per cluster", achteraf, beeld.clusters, namen.cluster, None)
    vast = "Een traject telt mee bij {} {} van de knelpunten in zijn dossier. Daarom staat er geen totaal onder."
    for code, elk, groepnaam in _KNELPUNTTABELLEN:
        titel, tabel = f"Knelpunten per {code}", beeld.knelpunten[code]
        if tabel.rijen:
            yield _tabel(f"knelpunten-{code}", titel, vast.format(elk, code), tabel, groepnaam, None)


def _tabel(
    code: str,
    titel: str,
    uitleg: str,
    overzicht: Overzicht,
    naam: Naamgever,
    som: Mapping[tuple[str, ...], int] | None,
) -> Cijfertabel:
    # One column beside its total says the same twice.
    vanaf = 0 if len(overzicht.kolommen) > 2 else len(overzicht.kolommen) - 1
    kolommen = overzicht.kolommen[vanaf:]
    namen = tuple(KOLOMNAMEN[k] for k in kolommen)
    hoogste = max((cellen[-1].aantal or 0 for _, cellen in overzicht.rijen), default=0)
    regels = [
        Regel(
            naam(groep),
            tuple(_getal(kolom, cel) for kolom, cel in zip(namen, cellen[vanaf:], strict=True)),
            round(100 * cellen[-1].aantal / hoogste) if cellen[-1].aantal is not None and hoogste else None,
        )
        for groep, cellen in overzicht.rijen
    ]
    totaal = () if som is None else tuple(Getal(n, str(som[k])) for n, k in zip(namen, kolommen, strict=True))
    return Cijfertabel(code, titel, uitleg, namen, tuple(regels), totaal, overzicht.heel)


def _getal(kolom: str, cel: Cel) -> Getal:
    drempel = settings.BEELD_DREMPEL
    if cel.weergave is Weergave.GETAL:
        return Getal(kolom, str(cel.aantal))
    if cel.weergave is Weergave.KLEIN:
        return Getal(kolom, f"< {drempel}", "te klein om te tonen")
    if cel.weergave is Weergave.GROOT:
        return Getal(kolom, f"≥ {drempel}", "niet getoond, anders is een klein aantal uit te rekenen")
    return Getal(kolom, "–", "niet getoond")


def _leeftijd(groep: tuple[str, ...]) -> str:
    van, tot = LEEFTIJDEN[int(groep[0])]
    return f"{van} jaar en ouder" if tot is None else f"{van} tot en met {tot} jaar"


def _dagen(dagen: int) -> str:
    return "1 dag" if dagen == 1 else f"{dagen} dagen"
