"""stand = stand_van_zaken(route, feiten, nu): the one question of the engine, answered from its arguments alone."""

from datetime import date

from samenspel.kern.stand.dagen import leeftijd, volgende_verjaardag
from samenspel.kern.stand.eisen import Feiten
from samenspel.kern.stand.route import Plek, Route, Zet
from samenspel.kern.stand.taken import taken, wacht_op, wachtdagen
from samenspel.kern.stand.termijnen import Termijnregel, loopt, onzeker
from samenspel.kern.stand.uitkomst import (
    Attendering,
    Loop,
    Mogelijkheid,
    Ontbreekt,
    Reden,
    Stand,
    Stapstand,
    Termijnstand,
)
from samenspel.kern.werkwijze.basis import Basisstap
from samenspel.kern.werkwijze.catalogus import LEEFTIJD, LEEFTIJD_BIJ_BEGIN, Herstelwijze
from samenspel.kern.werkwijze.voorwaarde import NU

_INHALEN = Reden("Maak eerst af wat bij de spoed is overgeslagen.", False, ())


def stand_van_zaken(route: Route, feiten: Feiten, nu: date) -> Stand:
    """Where the traject is on day `nu`, what can be done by whom, what is missing and which terms run.

    `feiten` are the known facts (`fold`); an absent fact is unknown, which is never taken for false. Pure: the same
    arguments give the same Stand. Raises KeyError when the facts name a fase that the route doesn't have.
    """
    dag = nu.toordinal()
    fase = str(feiten["traject.fase"])
    plek = route.plekken[fase]
    vandaag = met_afgeleide(route, feiten, dag)
    lopend = [(regel, t) for regel in plek.termijnen if (t := loopt(regel, vandaag, dag)) is not None]
    termijnen = tuple(t for _, t in lopend)
    bekend = _met_termijnen(route, vandaag, termijnen)
    inhalen = _inhalen(route, bekend)
    eigen = tuple([_stapstand(z, bekend) for z in plek.zetten])
    ontbreekt = _ontbreekt(eigen)
    sinds = feiten["traject.sinds"]
    wachtend = taken(route, fase, eigen, inhalen, termijnen, vandaag, dag)
    return Stand(
        fase,
        sinds if isinstance(sinds, int) else dag,
        eigen + _basisstappen(plek, bekend, inhalen),
        _en_van_termijnen(ontbreekt, plek, vandaag),
        inhalen,
        termijnen,
        tuple([_attendering(t) for t in termijnen if t.loop is Loop.VERLOPEN and t.soort.attendeert]),
        wachtend,
        wacht_op(wachtend),
        _verandert_op(route, feiten, lopend, dag),
    )


def met_afgeleide(route: Route, feiten: Feiten, dag: int) -> Feiten:
    """The facts with those that follow from the day and the birthday, which terms and conditions may name."""
    if not (route.gebruikt_leeftijd or route.gebruikt_begin or route.gebruikt_nu):
        return feiten
    bekend = {**feiten, NU: dag}
    geboren, begonnen = feiten.get("persoon.geboortedatum"), feiten.get("gebeurd.traject_gestart")
    if isinstance(geboren, int):
        bekend[LEEFTIJD] = leeftijd(geboren, dag)
        if isinstance(begonnen, int):
            bekend[LEEFTIJD_BIJ_BEGIN] = leeftijd(geboren, begonnen)
    return bekend


def _met_termijnen(route: Route, feiten: Feiten, termijnen: tuple[Termijnstand, ...]) -> Feiten:
    """The facts with which terms are past."""
    if not route.termijnfeiten:
        return feiten
    voorbij = {t.soort.termijn for t in termijnen if t.loop is Loop.VERLOPEN}
    return {**feiten, **{f"termijn.{code}.verlopen": code in voorbij for code in route.termijnfeiten}}


def _en_van_termijnen(ontbreekt: tuple[Ontbreekt, ...], plek: Plek, feiten: Feiten) -> tuple[Ontbreekt, ...]:
    if not plek.voorwaardelijk:
        return ontbreekt
    bekend = {o.feit for o in ontbreekt}
    return ontbreekt + tuple([o for o in onzeker(plek.voorwaardelijk, feiten) if o.feit not in bekend])


def _stapstand(zet: Zet, feiten: Feiten) -> Stapstand:
    redenen = [r for eis in zet.voorwaarden if (r := eis(feiten)) is not None]
    later = any(not _op_papier(r) for r in redenen)
    redenen += [r for eis in zet.vragen if (r := eis(feiten)) is not None]
    redenen += [r._replace(later=later) for eis in zet.binnenkomst if (r := eis(feiten)) is not None]
    if not redenen:
        return zet.klaar
    te_mijden = all(r.herstel for r in redenen)
    return Stapstand(zet.soort, Mogelijkheid.ONTBREEKT if te_mijden else Mogelijkheid.NIET, tuple(redenen))


def _op_papier(reden: Reden) -> bool:
    """Whether it hangs on forms alone, which may be filled in together with those of the place to come."""
    return reden.onbekend and all(o.herstel.wijze is Herstelwijze.FORMULIER for o in reden.herstel)


def _basisstappen(plek: Plek, feiten: Feiten, inhalen: tuple[Ontbreekt, ...]) -> tuple[Stapstand, ...]:
    stappen = []
    for zet in plek.basis:
        if zet.regel is not None and zet.regel.stap is Basisstap.TERUG and "traject.vorige" not in feiten:
            continue
        if inhalen and zet.regel is not None and zet.regel.vraagt_inhaal:
            stappen.append(Stapstand(zet.soort, Mogelijkheid.ONTBREEKT, (_INHALEN._replace(herstel=inhalen),)))
            continue
        if zet.regel is not None and zet.regel.alleen_geweest:
            stappen.append(_waar_het_was(zet.klaar, feiten))
            continue
        stappen.append(zet.klaar)
    return tuple(stappen)


def _waar_het_was(klaar: Stapstand, feiten: Feiten) -> Stapstand:
    """The move with only the places where the traject has been; the last of them is proposed."""
    pad = feiten.get("traject.pad")
    geweest = tuple(f for f in pad if f in klaar.soort.keuze) if isinstance(pad, tuple) else ()
    keuze = tuple(f for f in klaar.soort.keuze if f in geweest) or klaar.soort.keuze[:1]
    voorstel = geweest[-1] if geweest else keuze[0]
    return klaar._replace(soort=klaar.soort._replace(keuze=keuze, voorstel=voorstel))


def _ontbreekt(stappen: tuple[Stapstand, ...]) -> tuple[Ontbreekt, ...]:
    gevonden: dict[str, Ontbreekt] = {}
    for stap in stappen:
        for reden in stap.redenen:
            for o in reden.herstel:
                gevonden.setdefault(o.feit, o)
    return tuple(gevonden.values())


def _inhalen(route: Route, feiten: Feiten) -> tuple[Ontbreekt, ...]:
    overgeslagen = feiten.get("traject.overgeslagen")
    if not isinstance(overgeslagen, tuple):
        return ()
    return tuple({o.feit: o for f in overgeslagen for o in route.in_te_halen[f] if o.feit not in feiten}.values())


def _attendering(t: Termijnstand) -> Attendering:
    return Attendering(t.soort.termijn, t.soort.naam, t.soort.attendeert, t.soort.bij_verlopen, t.soort.herstel)


def _verandert_op(
    route: Route, feiten: Feiten, lopend: list[tuple[Termijnregel, Termijnstand]], dag: int
) -> int | None:
    momenten = [m for regel, t in lopend for m in (t.einde - regel.bijna, t.einde, t.einde + 1) if m > dag]
    momenten += [m for m in wachtdagen(route, feiten) if m > dag]
    if route.gebruikt_nu:
        momenten.append(dag + 1)
    geboren = feiten.get("persoon.geboortedatum")
    if route.gebruikt_leeftijd and isinstance(geboren, int):
        momenten.append(volgende_verjaardag(geboren, dag))
    return min(momenten, default=None)
