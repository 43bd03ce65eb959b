"""Where the trajecten of a municipality stand, in counts without names: per place, wijk, age and life domain.

All counts are of trajecten that ran in a period, as they stood on its last day (or today). Small counts are hidden
here (`kern/meten`), so that no page can show them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from django.conf import settings
from django.db.models import Case, CharField, Count, F, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from samenspel.casus.models import Traject, Trajectstap
from samenspel.kern.meten.afscherming import Cel, scherm_af
from samenspel.kern.werkwijze.basis import Basisfase
from samenspel.organisatie.models import Gemeente

__all__ = ["LEEFTIJDEN", "STIL_NA_DAGEN", "Beeld", "Overzicht", "Periode", "Verblijf", "beeld_van"]

STIL_NA_DAGEN = 14
DELEN = ("loopt", "stil", "afgesloten")
"""Into what every traject falls: it moves, it stands still, it is closed."""

LEEFTIJDEN: tuple[tuple[int, int | None], ...] = ((0, 11), (12, 15), (16, 17), (18, 26), (27, 44), (45, 66), (67, None))
"""Age groups in whole years; None: and older."""

Telling = dict[tuple[str, ...], dict[str, int]]
"""Per group how many trajecten in each deel."""


@dataclass(frozen=True, slots=True)
class Periode:
    """From the first day to the last."""

    van: date
    tot: date


@dataclass(frozen=True, slots=True)
class Overzicht:
    """Counts per group. `kolommen`: the delen that each column takes together; last the total."""

    kolommen: tuple[tuple[str, ...], ...]
    rijen: tuple[tuple[tuple[str, ...], tuple[Cel, ...]], ...]
    heel: bool


@dataclass(frozen=True, slots=True)
class Verblijf:
    """How long trajecten stayed at a place that they left in the period; None: too few to say."""

    werkwijze: str
    fase: str
    dagen: int | None


@dataclass(frozen=True, slots=True)
class Beeld:
    """Everything that the page shows. `totalen` None: there are too few trajecten to show any number."""

    totalen: Mapping[tuple[str, ...], int] | None
    fasen: Overzicht
    wijken: Overzicht
    leeftijden: Overzicht
    leefgebieden: Overzicht
    clusters: Overzicht
    knelpunten: Mapping[str, Overzicht]
    verblijf: tuple[Verblijf, ...]


GEBIED = "casus__item__leefgebiedgesprek__leefgebied"


def beeld_van(
    gemeente: Gemeente, periode: Periode, vandaag: date, gebiedsnamen: Mapping[str, str] | None = None
) -> Beeld:
    """Count; the number of queries doesn't grow with the number of trajecten.

    Life domains of one name (`gebiedsnamen`, by code) count as one, whatever werkwijzen they are of.
    """
    peildag = min(periode.tot, vandaag)
    trajecten = _trajecten(gemeente, periode.van, peildag, vandaag)
    per_plek = _tel(trajecten, "versie__slug", "plek", "casus__huishouden__wijk__naam")
    per_fase, per_wijk = _samen(per_plek, slice(0, 2)), _samen(per_plek, slice(2, 3))
    som = {deel: sum(rij.get(deel, 0) for rij in per_fase.values()) for deel in DELEN}
    alles = sum(som.values())
    if 0 < alles < settings.BEELD_DREMPEL:
        leeg = Overzicht((), (), False)
        return Beeld(None, leeg, leeg, leeg, leeg, leeg, {}, ())
    fijn, grof = _kolommen(som, ("loopt",), ("stil",)), _kolommen(som)
    oud = trajecten.annotate(leeftijd=_leeftijdsgroep(peildag)).exclude(leeftijd="")
    # A talk is of the casus, of all its trajecten.
    besproken = trajecten.filter(casus__item__leefgebiedgesprek__isnull=False, casus__item__ingetrokken_op__isnull=True)
    besproken = besproken.annotate(gebied=_bij_naam(gebiedsnamen or {}))
    return Beeld(
        totalen={kolom: sum(som[deel] for deel in kolom) for kolom in (*fijn, *grof, DELEN)},
        fasen=_overzicht(per_fase, fijn, tellen_op=True),
        wijken=_overzicht(per_wijk, grof, tellen_op=True),
        leeftijden=_overzicht(_tel(oud, "leeftijd"), grof, tellen_op=False),
        leefgebieden=_overzicht(_tel(besproken, "gebied"), grof, tellen_op=False),
        clusters=_overzicht(_tel(trajecten.exclude(cluster=""), "versie__slug", "cluster"), grof, tellen_op=False),
        knelpunten=_knelpunten(trajecten, grof),
        verblijf=_verblijf(gemeente, periode.van, peildag),
    )


def _bij_naam(namen: Mapping[str, str]) -> Case:
    """The name of the life domain of a talk, or its code where no werkwijze in use has it."""
    codes: dict[str, list[str]] = defaultdict(list)
    for code, naam in namen.items():
        codes[naam].append(code)
    gevallen = (When(**{f"{GEBIED}__in": lijst}, then=Value(naam)) for naam, lijst in codes.items())
    return Case(*gevallen, default=F(GEBIED), output_field=CharField())


def _knelpunten(trajecten: QuerySet[Traject], kolommen: Sequence[tuple[str, ...]]) -> dict[str, Overzicht]:
    """Of how many trajecten the casus is stuck on a level, by a cause or under a law: codes only, never words."""
    vast = trajecten.filter(casus__item__knelpunt__isnull=False, casus__item__ingetrokken_op__isnull=True)
    velden = (f"casus__item__knelpunt__{veld}" for veld in ("niveau", "oorzaaksoort", "wetten"))
    welke: dict[tuple[str, str, str], set[object]] = defaultdict(set)
    for traject, deel, niveau, oorzaak, wetten in vast.values_list("pk", "deel", *velden):
        for soort, code in (("niveau", niveau), ("oorzaak", oorzaak), *(("wet", wet) for wet in wetten)):
            welke[soort, code, deel].add(traject)
    per: dict[str, Telling] = {soort: defaultdict(dict) for soort in ("niveau", "oorzaak", "wet")}
    for (soort, code, deel), geteld in welke.items():
        per[soort][(code,)][deel] = len(geteld)
    return {soort: _overzicht(telling, kolommen, tellen_op=False) for soort, telling in per.items()}


def _trajecten(gemeente: Gemeente, van: date, peildag: date, vandaag: date) -> QuerySet[Traject]:
    """Those that ran in the period, each with its `plek` and its `deel` on the last day."""
    rijen = Traject.objects.filter(gemeente=gemeente, gestart_op__lte=peildag).order_by()
    if peildag < vandaag:
        stappen = Trajectstap.objects.filter(traject=OuterRef("pk"))
        laatste = stappen.filter(op__lte=peildag).order_by("-volgnummer")
        eerste = stappen.order_by("volgnummer")
        rijen = rijen.annotate(
            plek=Coalesce(Subquery(laatste.values("naar")[:1]), Subquery(eerste.values("van")[:1]), F("fase")),
            vanaf=Coalesce(Subquery(laatste.values("op")[:1]), F("gestart_op")),
        )
    else:
        rijen = rijen.annotate(plek=F("fase"), vanaf=F("sinds"))
    klaar, rust = Basisfase.AFGESLOTEN.value, Basisfase.WAAKVLAM.value
    return rijen.exclude(plek=klaar, vanaf__lt=van).annotate(
        deel=Case(
            When(plek=klaar, then=Value("afgesloten")),
            When(plek=rust, then=Value("loopt")),
            When(vanaf__lte=peildag - timedelta(days=STIL_NA_DAGEN), then=Value("stil")),
            default=Value("loopt"),
            output_field=CharField(),
        )
    )


def _leeftijdsgroep(dag: date) -> Case:
    """The age group of each person whom a traject is about, by its number in LEEFTIJDEN; '' when not known."""
    geboren = "betreft__geboortedatum"
    return Case(
        When(**{f"{geboren}__isnull": True}, then=Value("")),
        *(
            When(**{f"{geboren}__gt": _jaren_terug(dag, tot + 1)}, then=Value(str(nummer)))
            for nummer, (_, tot) in enumerate(LEEFTIJDEN)
            if tot is not None
        ),
        default=Value(str(len(LEEFTIJDEN) - 1)),
        output_field=CharField(),
    )


def _jaren_terug(dag: date, jaren: int) -> date:
    """Who was born after this day is younger than so many years."""
    try:
        return dag.replace(year=dag.year - jaren)
    except ValueError:
        # Who was born on 29 February turns older on 1 March, so on the 28th nobody born on the 29th is.
        return dag.replace(year=dag.year - jaren, day=28)


def _tel(trajecten: QuerySet[Traject], *groep: str) -> Telling:
    telling: Telling = defaultdict(dict)
    for *wat, deel, aantal in trajecten.values_list(*groep, "deel").annotate(n=Count("pk", distinct=True)):
        telling[tuple(str(w or "") for w in wat)][deel] = aantal
    return telling


def _samen(telling: Telling, deel_van_groep: slice) -> Telling:
    """The same counts by a part of the group only."""
    samen: Telling = defaultdict(lambda: defaultdict(int))
    for groep, delen in telling.items():
        for deel, aantal in delen.items():
            samen[groep[deel_van_groep]][deel] += aantal
    return samen


def _kolommen(som: Mapping[str, int], *lopend: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Columns that each hold enough trajecten (or none): too small a column goes together with its neighbour.

    Their totals are shown on every table, so that the tables can't be set against each other.
    """
    drempel = settings.BEELD_DREMPEL
    samen = ("loopt", "stil")
    if not lopend or any(0 < sum(som[d] for d in kolom) < drempel for kolom in lopend):
        lopend = (samen,)
    kolommen = (*lopend, ("afgesloten",))
    te_klein = any(0 < sum(som[d] for d in kolom) < drempel for kolom in (samen, ("afgesloten",)))
    return (DELEN,) if te_klein else kolommen


def _overzicht(telling: Telling, kolommen: Sequence[tuple[str, ...]], *, tellen_op: bool) -> Overzicht:
    groepen = sorted(telling)
    aantallen = [[sum(telling[g].get(deel, 0) for deel in kolom) for kolom in kolommen] for g in groepen]
    tabel = scherm_af(aantallen, settings.BEELD_DREMPEL, kolommen_tellen_op=tellen_op)
    return Overzicht((*kolommen, DELEN), tuple(zip(groepen, tabel.rijen, strict=True)), tabel.heel)


def _verblijf(gemeente: Gemeente, van: date, peildag: date) -> tuple[Verblijf, ...]:
    vorige = Trajectstap.objects.filter(traject=OuterRef("traject"), volgnummer=OuterRef("volgnummer") - 1)
    vertrokken = (
        Trajectstap.objects.filter(gemeente=gemeente, op__gte=van, op__lte=peildag)
        .exclude(van__in=[b.value for b in Basisfase])
        .annotate(aankomst=Coalesce(Subquery(vorige.values("op")[:1]), F("traject__gestart_op")))
        .order_by()
        .values_list("traject__versie__slug", "van", "aankomst", "op")
        .annotate(n=Count("pk"))
    )
    dagen: dict[tuple[str, str], list[int]] = defaultdict(list)
    for slug, fase, aankomst, vertrek, aantal in vertrokken:
        dagen[slug, fase] += [(vertrek - aankomst).days] * aantal
    return tuple(Verblijf(slug, fase, _mediaan(duur)) for (slug, fase), duur in sorted(dagen.items()))


def _mediaan(dagen: Iterable[int]) -> int | None:
    alle = list(dagen)
    return round(median(alle)) if len(alle) >= settings.BEELD_DREMPEL else None
