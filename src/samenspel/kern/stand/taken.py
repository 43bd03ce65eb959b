"""What of a traject waits for whom: the one answer from which both 'mijn werk' and the page of a casus are made.

A possible stap waits for who may take it; of the way on that isn't open yet waits what is unknown. What is known and
simply not so is not asked again, and the forms of a stap are asked only once its own conditions hold.
"""

from collections.abc import Iterable, Iterator

from samenspel.kern.stand.eisen import Feiten, ontbrekend
from samenspel.kern.stand.route import Route, overleggen_in, volgorde
from samenspel.kern.stand.uitkomst import Mogelijkheid, Ontbreekt, Reden, Stapstand, Taak, Termijnstand
from samenspel.kern.werkwijze.basis import Basisfase, Basisstap
from samenspel.kern.werkwijze.catalogus import TOEGELICHT, Herstel, Herstelwijze, regierollen

__all__ = ["STAP", "taken", "wacht_op", "wachtdagen"]

STAP = "stap"
VAN_HET_OVERLEG = frozenset(
    {Herstelwijze.OVERLEG_PLANNEN, Herstelwijze.STUKKEN, Herstelwijze.OVERLEG_HOUDEN, Herstelwijze.VERSLAG}
)
"""What goes in the order of the meeting."""
VAN_HET_GELD = frozenset({Herstelwijze.BEOORDELING, Herstelwijze.BETALING, Herstelwijze.BON, Herstelwijze.AFLOSSING})
"""What `geldtaken` asks of one person: who asked doesn't judge, who judged doesn't pay."""
_ELDERS = VAN_HET_OVERLEG | VAN_HET_GELD
_STEEDS_WEER = frozenset({Herstelwijze.CONTACT, Herstelwijze.LEEFGEBIEDEN})
"""What can be done once more where the last time was not enough."""


def taken(
    route: Route,
    fase: str,
    stappen: tuple[Stapstand, ...],
    inhalen: tuple[Ontbreekt, ...],
    termijnen: Iterable[Termijnstand],
    feiten: Feiten,
    dag: int,
) -> tuple[Taak, ...]:
    """What waits, the most pressing first; `stappen`: those of the definition, from here."""
    voorbij = [t for t in termijnen if t.soort.attendeert and t.einde <= dag]
    gevonden = [
        *_te_laat(route, fase, voorbij),
        *_overleg(route, fase, feiten, dag),
        *_verder(route, fase, stappen, bool(voorbij), feiten, dag),
        *(_taak(o, hoeft=True) for o in inhalen),
        *_slot(route, fase, stappen, feiten),
    ]
    return _samen(gevonden)


def wacht_op(wachtend: Iterable[Taak]) -> tuple[str, ...]:
    """Rollen for which something waits."""
    return tuple(dict.fromkeys(rol for taak in wachtend if taak.hoeft for rol in taak.door))


def _te_laat(route: Route, fase: str, voorbij: Iterable[Termijnstand]) -> Iterator[Taak]:
    """What ends a term that is due, by those who are told of it."""
    for t in voorbij:
        for o in t.soort.herstel:
            wie = tuple(r for r in o.herstel.door if r in t.soort.attendeert)
            if wie and o.herstel.wijze not in _ELDERS:
                yield _taak(o, hoeft=True)._replace(door=wie)
        if fase == Basisfase.WAAKVLAM.value and t.soort.termijn == Basisfase.WAAKVLAM.value:
            yield from (_stap(s, regierollen(route.werkwijze)) for s in (Basisstap.AFSLUITEN, Basisstap.HEROPENEN))


def _overleg(route: Route, fase: str, feiten: Feiten, dag: int) -> Iterator[Taak]:
    """The next thing about the meeting of this place: plan it, send its papers, record its outcome, send its report."""
    w = route.werkwijze
    hier = overleggen_in(fase, w)
    for o in w.overleggen:
        gehouden, verslag = _dag(feiten, o.overleg, "gehouden_op"), _dag(feiten, o.overleg, "verslag_op")
        if gehouden and verslag < gehouden:
            yield from _over(route, o.overleg, "verslag_op")
    gepland = [c for c in hier if _dag(feiten, c, "gepland_op")]
    if not hier:
        return
    if not gepland:
        yield from _over(route, hier[0], "gepland_op")
        return
    code = max(gepland, key=lambda c: _dag(feiten, c, "gepland_op"))
    overleg = next(o for o in w.overleggen if o.overleg == code)
    op, gehouden = _dag(feiten, code, "gepland_op"), _dag(feiten, code, "gehouden_op")
    if gehouden and gehouden >= op:
        return
    if overleg.stukken is not None and _dag(feiten, code, "stukken_op") <= gehouden:
        yield from _over(route, code, "stukken_op")
    elif op <= dag:
        yield from _over(route, code, "gehouden_op")


def wachtdagen(route: Route, feiten: Feiten) -> Iterator[int]:
    """Days on which something begins to wait by itself: a planned meeting is there, somebody is to be called back."""
    terug = feiten.get("contact.terugbellen_op")
    if isinstance(terug, int):
        yield terug
    yield from (_dag(feiten, o.overleg, "gepland_op") for o in route.werkwijze.overleggen)


def _dag(feiten: Feiten, overleg: str, moment: str) -> int:
    dag = feiten.get(f"overleg.{overleg}.{moment}")
    return dag if isinstance(dag, int) else 0


def _over(route: Route, overleg: str, moment: str) -> Iterator[Taak]:
    return (_taak(o, hoeft=True) for o in ontbrekend((f"overleg.{overleg}.{moment}",), route.catalogus))


def _verder(
    route: Route, fase: str, stappen: tuple[Stapstand, ...], staat_stil: bool, feiten: Feiten, dag: int
) -> Iterator[Taak]:
    """The stappen that are open; where none leads on, what the way on still misses."""
    w = route.werkwijze
    voorwaarts = [s for s in stappen if volgorde(w, s.soort.naar or "") > volgorde(w, fase)]
    kan = [s for s in stappen if s.mogelijkheid is Mogelijkheid.MOGELIJK]
    yield from (_stap(s.soort.stap, s.soort.door) for s in kan if s in voorwaarts or s.soort.voorwaardelijk)
    if any(s in voorwaarts for s in kan):
        return
    for s in voorwaarts:
        yield from _op_een_nee(s, regierollen(w), feiten)
    wegen = [mist for s in (stappen if staat_stil else voorwaarts) if (mist := [*_wat_mist(s, feiten, dag)])]
    # Which of several ways it becomes, shows once what was agreed is done; till then nobody fills in how it ended.
    nog_bezig = len(wegen) > 1 and bool(feiten.get("afspraak.open"))
    for nummer, mist in enumerate(wegen):
        yield from mist if nummer == 0 and not nog_bezig else (t._replace(hoeft=False) for t in mist)


def _wat_mist(stap: Stapstand, feiten: Feiten, dag: int) -> Iterator[Taak]:
    if any(_dicht(r) for r in stap.redenen):
        return
    for reden in stap.redenen:
        if reden.later:
            continue
        open_ = [r for r in (reden.alternatieven or (reden,)) if not _dicht(r)]
        for nummer, keuze in enumerate(open_):
            yield from (t if nummer == 0 else t._replace(hoeft=False) for t in _van_reden(keuze, feiten, dag))


def _op_een_nee(stap: Stapstand, regie: tuple[str, ...], feiten: Feiten) -> Iterator[Taak]:
    """An answer that holds the stap back asks an answer of the regie, and then another look of who gave it."""
    for o in (o for r in stap.redenen if not r.onbekend for o in r.herstel):
        if o.herstel.wijze is not Herstelwijze.CONTROLEVRAAG or set(regie) & set(o.herstel.door):
            continue
        terug = Herstel(Herstelwijze.TOELICHTING, o.herstel.doel, door=regie)
        yield _taak(o if f"{o.feit}.{TOEGELICHT}" in feiten else o._replace(herstel=terug), hoeft=True)


def _dicht(reden: Reden) -> bool:
    """Known, not so, and nothing that one does once more: this stap isn't the way on now."""
    if reden.alternatieven:
        return all(_dicht(r) for r in reden.alternatieven)
    wijzen = {o.herstel.wijze for o in reden.herstel}
    return not reden.onbekend and not wijzen & (_STEEDS_WEER | VAN_HET_GELD | {Herstelwijze.CONTROLEVRAAG})


def _van_reden(reden: Reden, feiten: Feiten, dag: int) -> Iterator[Taak]:
    for o in reden.herstel:
        if o.herstel.wijze in _ELDERS or (o.feit in feiten and o.herstel.wijze not in _STEEDS_WEER):
            continue
        yield _taak(o, hoeft=not _wacht_op_antwoord(o, feiten, dag))


def _wacht_op_antwoord(o: Ontbreekt, feiten: Feiten, dag: int) -> bool:
    """Somebody is called and the day of calling back hasn't come, or the talk solved it."""
    terug = feiten.get("contact.terugbellen_op")
    af = feiten.get("contact.uitkomst") == "opgelost" or (isinstance(terug, int) and terug > dag)
    return o.herstel.wijze is Herstelwijze.CONTACT and af


def _slot(route: Route, fase: str, stappen: tuple[Stapstand, ...], feiten: Feiten) -> Iterator[Taak]:
    """The table decided to do nothing, a talk solved it, or nothing is left to carry out: the regie lets it go."""
    w = route.werkwijze
    if fase not in {f.fase for f in w.fasen}:
        return
    laatste = not any(volgorde(w, s.soort.naar or "") > volgorde(w, fase) for s in stappen)
    hier = overleggen_in(fase, w)
    niets = {u.uitkomst for o in w.overleggen if o.overleg in hier for u in o.uitkomsten if u.gemotiveerd}
    if any(feiten.get(f"overleg.{o}.uitkomst") in niets for o in hier):
        yield _stap(Basisstap.NIETS_DOEN, regierollen(w))
    if _hangt_af_van_gesprek(stappen, feiten) or (laatste and not feiten.get("afspraak.open")):
        yield _stap(Basisstap.OPLOSSEN, regierollen(w))


def _hangt_af_van_gesprek(stappen: tuple[Stapstand, ...], feiten: Feiten) -> bool:
    """Whether the way on was waiting for a talk, and that talk solved it."""
    redenen = (d for s in stappen for r in s.redenen for d in (r, *r.alternatieven))
    gevraagd = any(o.herstel.wijze is Herstelwijze.CONTACT for r in redenen for o in r.herstel)
    return gevraagd and feiten.get("contact.uitkomst") == "opgelost"


def _stap(code: str, door: tuple[str, ...]) -> Taak:
    return Taak(STAP, str(code), door, True)


def _taak(o: Ontbreekt, *, hoeft: bool) -> Taak:
    doel = "" if o.herstel.wijze is Herstelwijze.CONTROLEVRAAG else o.herstel.doel
    return Taak(o.herstel.wijze.value, doel, o.herstel.door, hoeft, (o,))


def _samen(losse: Iterable[Taak]) -> tuple[Taak, ...]:
    """One task for what is supplied by one act by the same people; it waits where any part of it does."""
    per: dict[tuple[str, str, tuple[str, ...]], Taak] = {}
    for t in losse:
        eerder = per.get((t.soort, t.doel, t.door))
        if eerder is not None:
            mist = tuple(dict.fromkeys((*eerder.ontbreekt, *t.ontbreekt)))
            t = t._replace(hoeft=eerder.hoeft or t.hoeft, ontbreekt=mist)
        per[t.soort, t.doel, t.door] = t
    return tuple(per.values())
