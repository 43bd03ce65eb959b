"""The typed catalogue of facts: what conditions may name, of what type, and how a person mends it when unknown.

Base facts hold for every way of working; the rest is derived from the nouns of one definition. A fact that nobody
can supply (a birthday, a ceiling) has no `herstel`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from samenspel.kern.werkwijze.model import Antwoord, Feitsoort, Houder, Overleg, Rol, Veld, Veldsoort, Voor, Werkwijze

Pad: TypeAlias = str


class Herstelwijze(StrEnum):
    """By what act a person supplies a fact; the pages link each to its screen."""

    FORMULIER = "formulier"
    CONTROLEVRAAG = "controlevraag"
    CONTACT = "contact"
    AANVRAAG = "aanvraag"
    BEOORDELING = "beoordeling"
    BETALING = "betaling"
    OVERLEG_PLANNEN = "overleg_plannen"
    STUKKEN = "stukken"
    OVERLEG_HOUDEN = "overleg_houden"
    VERSLAG = "verslag"
    EIGEN_WOORDEN = "eigen_woorden"
    LEEFGEBIEDEN = "leefgebieden"
    ROL = "rol"
    AFSPRAAK = "afspraak"
    OVERDRACHT = "overdracht"
    PERSOON = "persoon"
    REFLECTIE = "reflectie"
    CLUSTER = "cluster"
    BON = "bon"
    AFLOSSING = "aflossing"
    NAVRAGEN = "navragen"
    WAAKVLAM = "waakvlam"
    TOELICHTING = "toelichting"


@dataclass(frozen=True, slots=True)
class Herstel:
    """How a missing fact is mended: the act, on what (form, question, meeting), which part of it, by which rollen."""

    wijze: Herstelwijze
    doel: str = ""
    deel: str = ""
    door: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feitbeschrijving:
    """One entry of the catalogue. `waarde` is set where the definition fixes it (a ceiling, a limit).

    `herstel` supplies an unknown fact; `wijziging` makes a known one otherwise, where that is another act.
    """

    pad: Pad
    naam: str
    soort: Feitsoort
    waarden: tuple[str, ...] = ()
    waarde: int | None = None
    herstel: Herstel | None = None
    wijziging: Herstel | None = None


Catalogus: TypeAlias = Mapping[Pad, Feitbeschrijving]

LEEFTIJD, LEEFTIJD_BIJ_BEGIN = "persoon.leeftijd", "persoon.leeftijd_bij_begin"
AFGELEID_VAN = {LEEFTIJD: "persoon.geboortedatum", LEEFTIJD_BIJ_BEGIN: "persoon.geboortedatum"}
"""Facts that follow from another: who supplies that one mends this one."""
CONTACTUITKOMSTEN = ("opgelost", "niet_opgelost", "wacht_op_antwoord", "geen_gehoor")
AANVRAAGSTATUSSEN = ("open", "akkoord", "bezwaar", "boven_ruimte", "afgewezen", "betaald")
_VELDSOORT = {
    Veldsoort.TEKST: Feitsoort.INGEVULD,
    Veldsoort.LANGE_TEKST: Feitsoort.INGEVULD,
    Veldsoort.MEERKEUZE: Feitsoort.AANTAL,
    Veldsoort.JA_NEE: Feitsoort.JA_NEE,
    Veldsoort.KEUZE: Feitsoort.KEUZE,
    Veldsoort.BEDRAG: Feitsoort.BEDRAG,
    Veldsoort.DATUM: Feitsoort.DATUM,
    Veldsoort.AANTAL: Feitsoort.AANTAL,
}


def catalogus(werkwijze: Werkwijze) -> Catalogus:
    """All facts that conditions of this werkwijze may name, by path."""
    return {f.pad: f for bron in _BRONNEN for f in bron(werkwijze)}


def regierollen(werkwijze: Werkwijze) -> tuple[str, ...]:
    """Codes of the rollen that run the dossier."""
    return tuple(r.rol for r in werkwijze.rollen if r.regie)


def beginrollen(werkwijze: Werkwijze) -> tuple[str, ...]:
    """Codes of the rollen that may begin a traject: those the definition names, else those with regie."""
    return tuple(r.rol for r in werkwijze.rollen if r.begint) or regierollen(werkwijze)


def toewijzers(werkwijze: Werkwijze) -> tuple[str, ...]:
    """Codes of the rollen that give others a rol and ask somebody to take the regie, else those with regie."""
    return tuple(r.rol for r in werkwijze.rollen if r.wijst_toe) or regierollen(werkwijze)


def overdragers(werkwijze: Werkwijze) -> tuple[str, ...]:
    """Codes of the rollen that may propose who takes the regie over: who has it, and who assigns it."""
    return tuple(dict.fromkeys((*regierollen(werkwijze), *toewijzers(werkwijze))))


def _basis(w: Werkwijze) -> Iterator[Feitbeschrijving]:
    regie = regierollen(w)
    contact = Herstel(Herstelwijze.CONTACT, door=regie)
    afspraak = Herstel(Herstelwijze.AFSPRAAK, door=regie)
    woorden = Herstel(Herstelwijze.EIGEN_WOORDEN, door=regie)
    leefgebieden = Herstel(Herstelwijze.LEEFGEBIEDEN, door=regie)
    yield Feitbeschrijving(
        "contact.uitkomst",
        "Hoe het laatste contact met iemand buiten het huishouden afliep, in deze fase",
        Feitsoort.KEUZE,
        CONTACTUITKOMSTEN,
        herstel=contact,
    )
    yield Feitbeschrijving(
        "contact.aantal", "Aantal contacten met iemand buiten het huishouden", Feitsoort.AANTAL, herstel=contact
    )
    yield Feitbeschrijving(
        "contact.terugbellen_op", "Afgesproken dag om terug te bellen", Feitsoort.DATUM, herstel=contact
    )
    yield Feitbeschrijving("afspraak.aantal", "Aantal afspraken", Feitsoort.AANTAL, herstel=afspraak)
    yield Feitbeschrijving("afspraak.open", "Aantal openstaande afspraken", Feitsoort.AANTAL, herstel=afspraak)
    yield Feitbeschrijving(
        "afspraak.eerste_op", "Dag van de eerste openstaande afspraak", Feitsoort.DATUM, herstel=afspraak
    )
    yield Feitbeschrijving(
        "eigen_woorden.ik_wil", "Wat de inwoner wil, in eigen woorden", Feitsoort.INGEVULD, herstel=woorden
    )
    yield Feitbeschrijving(
        "eigen_woorden.ik_kan",
        "Wat de inwoner zelf kan, in eigen woorden",
        Feitsoort.INGEVULD,
        herstel=woorden,
    )
    yield Feitbeschrijving(
        "eigen_woorden.ik_heb_nodig",
        "Wat de inwoner nodig heeft, in eigen woorden",
        Feitsoort.INGEVULD,
        herstel=woorden,
    )
    yield Feitbeschrijving(
        "leefgebieden.besproken", "Aantal besproken leefgebieden", Feitsoort.AANTAL, herstel=leefgebieden
    )
    overdracht = Herstel(Herstelwijze.OVERDRACHT, door=overdragers(w))
    yield Feitbeschrijving(
        "regie.aanvaard_op", "De toegewezen regisseur heeft ja gezegd", Feitsoort.DATUM, herstel=overdracht
    )
    yield Feitbeschrijving("waakvlam.op", "Dag van de waakvlam", Feitsoort.DATUM)
    for gebeurtenis, naam in GEBEURD.items():
        yield Feitbeschrijving(f"gebeurd.{gebeurtenis}", naam, Feitsoort.DATUM)
    if w.voor is Voor.PERSOON:
        geboren = Herstel(Herstelwijze.PERSOON, door=regie)
        yield Feitbeschrijving("persoon.geboortedatum", "Geboortedatum", Feitsoort.DATUM, herstel=geboren)
        yield Feitbeschrijving(LEEFTIJD, "Leeftijd in jaren", Feitsoort.JAREN)
        yield Feitbeschrijving(LEEFTIJD_BIJ_BEGIN, "Leeftijd in jaren bij het begin van het traject", Feitsoort.JAREN)


GEBEURD = {
    "traject_gestart": "Begin van het traject",
    "stap_gezet": "Laatste stap",
    "contact_vastgelegd": "Laatste contact",
    "logboek_geschreven": "Laatste regel in het logboek",
    "overleg_gehouden": "Laatste overleg",
    "verslag_verzonden": "Laatste verslag verzonden",
    "aanvraag_gedaan": "Laatste aanvraag van geld",
    "aanvraag_betaald": "Laatste betaling",
    "activiteit": "Laatste keer dat er iets gebeurde",
}
"""Dated facts `gebeurd.<code>`: when this last happened in the traject; terms start and end on them."""


INGEVULD_OP = "ingevuld_op"
"""`formulier.<code>.ingevuld_op`: the last day on which a form was filled in; no question may be called so."""


def _vast(w: Werkwijze) -> Iterator[Feitbeschrijving]:
    for f in w.feiten:
        waarde = f.waarde if f.waarde is not None else f.bedrag
        yield Feitbeschrijving(f.feit, f.naam, f.soort, f.waarden, waarde)


def _formulieren(w: Werkwijze) -> Iterator[Feitbeschrijving]:
    for formulier in w.formulieren:
        door = formulier.door or regierollen(w)
        for veld in formulier.velden:
            herstel = Herstel(Herstelwijze.FORMULIER, formulier.formulier, veld.veld, door)
            pad = f"formulier.{formulier.formulier}.{veld.veld}"
            yield Feitbeschrijving(pad, veld.vraag, _VELDSOORT[veld.soort], _keuzes(veld), herstel=herstel)
        herstel = Herstel(Herstelwijze.FORMULIER, formulier.formulier, door=door)
        pad = f"formulier.{formulier.formulier}.{INGEVULD_OP}"
        yield Feitbeschrijving(pad, f"Laatste keer ingevuld: {formulier.naam}", Feitsoort.DATUM, herstel=herstel)


def _keuzes(veld: Veld) -> tuple[str, ...]:
    return veld.keuzes if veld.soort is Veldsoort.KEUZE else ()


TOEGELICHT = "toegelicht"
"""`controlevraag.<code>.toegelicht`: the regie answered to an answer that held the way on back."""


def _controlevragen(w: Werkwijze) -> Iterator[Feitbeschrijving]:
    for v in w.controlevragen:
        herstel = Herstel(Herstelwijze.CONTROLEVRAAG, v.controlevraag, door=v.door)
        antwoorden = tuple(a.value for a in Antwoord)
        yield Feitbeschrijving(
            f"controlevraag.{v.controlevraag}", v.vraag, Feitsoort.KEUZE, antwoorden, herstel=herstel
        )


def _overleggen(w: Werkwijze) -> Iterator[Feitbeschrijving]:
    for o in w.overleggen:
        pad, door = f"overleg.{o.overleg}", (o.voorzitter,)
        gepland = Herstel(Herstelwijze.OVERLEG_PLANNEN, o.overleg, door=door)
        stukken = Herstel(Herstelwijze.STUKKEN, o.overleg, door=regierollen(w))
        gehouden = Herstel(Herstelwijze.OVERLEG_HOUDEN, o.overleg, door=door)
        verslag = Herstel(Herstelwijze.VERSLAG, o.overleg, door=door)
        uitkomsten = tuple(u.uitkomst for u in o.uitkomsten)
        yield Feitbeschrijving(f"{pad}.gepland_op", f"Dag van {o.naam}", Feitsoort.DATUM, herstel=gepland)
        yield Feitbeschrijving(
            f"{pad}.stukken_op", f"Stukken verzonden voor {o.naam}", Feitsoort.DATUM, herstel=stukken
        )
        yield Feitbeschrijving(f"{pad}.gehouden_op", f"{o.naam} gehouden", Feitsoort.DATUM, herstel=gehouden)
        yield Feitbeschrijving(
            f"{pad}.uitkomst", f"Uitkomst van {o.naam}", Feitsoort.KEUZE, uitkomsten, herstel=gehouden
        )
        yield Feitbeschrijving(f"{pad}.verslag_op", f"Verslag van {o.naam} verzonden", Feitsoort.DATUM, herstel=verslag)
        if o.terugval is not None:
            yield _einduitkomst(w, o)


def _einduitkomst(w: Werkwijze, o: Overleg) -> Feitbeschrijving:
    """How a meeting ended, wherever it was held: at its own table or at the one that it falls back on."""
    tafels = [t for code in met_terugval(w, o.overleg) for t in w.overleggen if t.overleg == code]
    return Feitbeschrijving(
        f"overleg.{o.overleg}.{EINDUITKOMST}",
        f"Uitkomst van {' of '.join(t.naam for t in tafels)}",
        Feitsoort.KEUZE,
        tuple(dict.fromkeys(u.uitkomst for t in tafels for u in t.uitkomsten)),
        herstel=Herstel(
            Herstelwijze.OVERLEG_HOUDEN, o.overleg, door=tuple(dict.fromkeys(t.voorzitter for t in tafels))
        ),
    )


EINDUITKOMST = "einduitkomst"
"""`overleg.<code>.einduitkomst`: the outcome of a meeting or of the one that it fell back on."""


def met_terugval(w: Werkwijze, overleg: str) -> tuple[str, ...]:
    """A meeting and the one that it falls back on."""
    return (overleg, *(o.terugval for o in w.overleggen if o.overleg == overleg and o.terugval is not None))


def _budgetten(w: Werkwijze) -> Iterator[Feitbeschrijving]:
    if not w.budgetten:
        return
    codes = tuple(b.budget for b in w.budgetten)
    vormen = tuple(dict.fromkeys(v.value for b in w.budgetten for v in b.vormen))
    vraag = Herstel(Herstelwijze.AANVRAAG, door=_samen(b.door for b in w.budgetten))
    oordeel = Herstel(
        Herstelwijze.BEOORDELING,
        door=_samen((*b.beoordelaars, *_van_overleg(w, b.overleg)) for b in w.budgetten),
    )
    yield Feitbeschrijving("aanvraag.budget", "Budget van de laatste aanvraag", Feitsoort.KEUZE, codes, herstel=vraag)
    yield Feitbeschrijving("aanvraag.vorm", "Vorm van de laatste aanvraag", Feitsoort.KEUZE, vormen, herstel=vraag)
    yield Feitbeschrijving("aanvraag.bedrag", "Gevraagd bedrag", Feitsoort.BEDRAG, herstel=vraag)
    yield Feitbeschrijving(
        "aanvraag.ruimte", "Wat het budget voor dit huishouden nog toelaat", Feitsoort.BEDRAG, herstel=vraag
    )
    yield Feitbeschrijving(
        "aanvraag.akkoorden", "Aantal dat instemt met de aanvraag", Feitsoort.AANTAL, herstel=vraag, wijziging=oordeel
    )
    yield Feitbeschrijving(
        "aanvraag.status",
        "Stand van de aanvraag",
        Feitsoort.KEUZE,
        AANVRAAGSTATUSSEN,
        herstel=vraag,
        wijziging=oordeel,
    )
    if any(b.lening is not None for b in w.budgetten):
        yield Feitbeschrijving(
            "lening.eerste_termijn_op", "Dag van de eerste aflossing die nog openstaat", Feitsoort.DATUM
        )
    for b in w.budgetten:
        yield Feitbeschrijving(f"bon.{b.budget}.wacht_sinds", f"Betaald uit {b.naam} en nog geen bon", Feitsoort.DATUM)
        if b.plafond is not None:
            yield Feitbeschrijving(
                f"budget.{b.budget}.plafond",
                f"Plafond van {b.naam} per keer",
                Feitsoort.BEDRAG,
                waarde=b.plafond,
            )


def _samen(rollen: Iterator[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(r for groep in rollen for r in groep))


def _van_overleg(w: Werkwijze, overleg: str | None) -> tuple[str, ...]:
    return tuple(r for o in w.overleggen if o.overleg == overleg for r in (o.voorzitter, o.leden))


def _rollen(w: Werkwijze) -> Iterator[Feitbeschrijving]:
    for rol in w.rollen:
        herstel = Herstel(Herstelwijze.ROL, rol.rol, door=toewijzers(w)) if _toe_te_kennen(rol) else None
        yield Feitbeschrijving(f"rol.{rol.rol}.bezet", f"{rol.naam} is bekend", Feitsoort.JA_NEE, herstel=herstel)


def _toe_te_kennen(rol: Rol) -> bool:
    return rol.houder is Houder.PER_CASUS


BESPROKEN, CLUSTER = "reflectie.besproken_op", "traject.cluster"
"""Facts of learning: the last reflectiesessie since the traject came where it is, and the label given afterwards."""


def _leren(w: Werkwijze) -> Iterator[Feitbeschrijving]:
    if w.leerlus is None:
        return
    if w.leerlus.reflectie is not None:
        herstel = Herstel(Herstelwijze.REFLECTIE, door=w.leerlus.reflectie.door)
        naam = f"Besproken in {w.leerlus.reflectie.naam}"
        yield Feitbeschrijving(BESPROKEN, naam, Feitsoort.DATUM, herstel=herstel)
    if w.leerlus.clusters:
        herstel = Herstel(Herstelwijze.CLUSTER, door=regierollen(w))
        codes = tuple(c.cluster for c in w.leerlus.clusters)
        yield Feitbeschrijving(CLUSTER, "Cluster, achteraf gekozen", Feitsoort.KEUZE, codes, herstel=herstel)


def _termijnen(w: Werkwijze) -> Iterator[Feitbeschrijving]:
    for t in w.termijnen:
        yield Feitbeschrijving(f"termijn.{t.termijn}.verlopen", f"{t.naam} is voorbij", Feitsoort.JA_NEE)


_BRONNEN = (_basis, _vast, _formulieren, _controlevragen, _overleggen, _budgetten, _rollen, _leren, _termijnen)
