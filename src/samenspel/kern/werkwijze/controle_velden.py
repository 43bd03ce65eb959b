"""Each noun by itself and in its references: forms, questions, meetings, budgets, terms, facts."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from samenspel.kern.werkwijze.basis import Basisfase, Basisstap
from samenspel.kern.werkwijze.catalogus import INGEVULD_OP, Catalogus, catalogus
from samenspel.kern.werkwijze.controle_rollen import invullers
from samenspel.kern.werkwijze.fout import Bevinding, hulp
from samenspel.kern.werkwijze.model import (
    Budget,
    Feit,
    Feitsoort,
    Formulier,
    Overleg,
    Regime,
    Veld,
    Veldsoort,
    Vorm,
    Werkwijze,
)

_BASISWOORDEN = {e.value for e in (*Basisstap, *Basisfase)}
_KEUZESOORTEN = {Veldsoort.KEUZE, Veldsoort.MEERKEUZE}
_GRENSSOORTEN = {Feitsoort.AANTAL, Feitsoort.DAGEN, Feitsoort.JAREN}


def keur(w: Werkwijze) -> Iterator[Bevinding]:
    """Mistakes within the nouns, and references to what isn't there."""
    cat = catalogus(w)
    if w.schema != 1:
        yield Bevinding("schema", f"schema {w.schema} is onbekend; deze versie van Samenspel leest schema: 1")
    yield from _basiswoorden(w)
    yield from _leeg(w)
    yield from _vragen(w, cat)
    yield from _feiten(w)
    for formulier in w.formulieren:
        yield from _formulier(formulier)
    for overleg in w.overleggen:
        yield from _overleg(w, cat, overleg)
    for budget in w.budgetten:
        yield from _budget(w, budget)
    yield from _tijd(w, cat)
    yield from _leren(w)
    for rol in w.rollen:
        if rol.caseload is not None and rol.caseload.van > rol.caseload.tot:
            yield Bevinding(f"rollen.{rol.rol}.caseload", "'van' is groter dan 'tot'; draai ze om")
        if rol.rol in rol.combineerbaar_met:
            plek = f"rollen.{rol.rol}.combineerbaar_met"
            yield Bevinding(plek, f"'{rol.rol}' noemt zichzelf; noem alleen andere rollen")


def _basiswoorden(w: Werkwijze) -> Iterator[Bevinding]:
    codes = [
        *(f"rollen.{r.rol}" for r in w.rollen),
        *(f"fasen.{f.fase}" for f in w.fasen),
        *(f"stappen.{s.stap}" for s in w.stappen),
        *(f"formulieren.{f.formulier}" for f in w.formulieren),
        *(f"overleggen.{o.overleg}" for o in w.overleggen),
        *(f"budgetten.{b.budget}" for b in w.budgetten),
    ]
    for plek in codes:
        woord = plek.partition(".")[2]
        if woord in _BASISWOORDEN:
            yield Bevinding(plek, f"'{woord}' bestaat al voor elke werkwijze; kies een andere code")


def _leeg(w: Werkwijze) -> Iterator[Bevinding]:
    lijsten: dict[str, tuple[object, ...]] = {"rollen": w.rollen, "fasen": w.fasen, "stappen": w.stappen}
    lijsten |= {f"formulieren.{f.formulier}.velden": f.velden for f in w.formulieren}
    lijsten |= {f"overleggen.{o.overleg}.uitkomsten": o.uitkomsten for o in w.overleggen}
    for stap in w.stappen:
        lijsten |= {f"stappen.{stap.stap}.van": stap.van, f"stappen.{stap.stap}.door": stap.door}
    for vraag in w.controlevragen:
        plek = f"controlevragen.{vraag.controlevraag}"
        lijsten |= {f"{plek}.door": vraag.door, f"{plek}.goed": vraag.goed}
    for budget in w.budgetten:
        plek = f"budgetten.{budget.budget}"
        lijsten |= {
            f"{plek}.door": budget.door,
            f"{plek}.betalers": budget.betalers,
            f"{plek}.vormen": budget.vormen,
        }
    for plek, lijst in lijsten.items():
        if not lijst:
            yield Bevinding(plek, "deze lijst is leeg; noem er ten minste één")


def _vragen(w: Werkwijze, cat: Catalogus) -> Iterator[Bevinding]:
    controlevragen = [v.controlevraag for v in w.controlevragen]
    overleggen = [o.overleg for o in w.overleggen]
    for fase in w.fasen:
        plek = f"fasen.{fase.fase}"
        for nummer, vraag in enumerate(fase.vraagt):
            yield from _gevraagd(w, cat, f"{plek}.vraagt.{nummer}", vraag)
        for nummer, vraag in enumerate(fase.controlevragen):
            yield from _bestaat(f"{plek}.controlevragen.{nummer}", "de controlevraag", vraag, controlevragen)
        if fase.overleg is not None:
            yield from _bestaat(f"{plek}.overleg", "het overleg", fase.overleg, overleggen)
        if fase.verstrekking is not None:
            yield from _verstrekking(w, f"{plek}.verstrekking.grondslag", fase.verstrekking.grondslag)
    yield from _terugblik(w, cat)
    for stap in w.stappen:
        if stap.legt_vast is not None:
            yield from _gevraagd(w, cat, f"stappen.{stap.stap}.legt_vast", stap.legt_vast)


def _terugblik(w: Werkwijze, cat: Catalogus) -> Iterator[Bevinding]:
    if w.bij_oplossen is not None:
        yield from _gevraagd(w, cat, "bij_oplossen", w.bij_oplossen)


def _verstrekking(w: Werkwijze, plek: str, code: str) -> Iterator[Bevinding]:
    """What leaves, leaves on a basis that says to whom."""
    yield from _bestaat(plek, "de grondslag", code, [g.grondslag for g in w.grondslagen])
    if any(g.grondslag == code and not g.partners for g in w.grondslagen):
        yield Bevinding(plek, f"de grondslag '{code}' noemt niet aan wie; vul daar partners in")


def _gevraagd(w: Werkwijze, cat: Catalogus, plek: str, wat: str) -> Iterator[Bevinding]:
    """What is asked is a form with required questions, or a fact that somebody can supply."""
    formulieren = {f.formulier: f for f in w.formulieren}
    if "." not in wat:
        if wat not in formulieren:
            yield Bevinding(plek, f"het formulier '{wat}' bestaat niet; {hulp(wat, [*formulieren, *cat])}")
        elif not any(veld.verplicht for veld in formulieren[wat].velden):
            yield Bevinding(plek, f"'{wat}' heeft geen verplichte vragen; maak er één verplicht")
    elif wat not in cat:
        yield Bevinding(plek, f"het feit '{wat}' bestaat niet; {hulp(wat, cat)}")
    else:
        herstel = cat[wat].herstel
        if herstel is None or not invullers(w).intersection(herstel.door):
            yield Bevinding(plek, f"niemand kan '{wat}' aanvullen; vraag iets dat een rol kan invullen")


def _bestaat(plek: str, wat: str, code: str, bekend: Collection[str]) -> Iterator[Bevinding]:
    if code not in bekend:
        yield Bevinding(plek, f"{wat} '{code}' bestaat niet; {hulp(code, bekend)}")


def _feiten(w: Werkwijze) -> Iterator[Bevinding]:
    elders = list(catalogus(replace(w, feiten=())))
    for nummer, feit in enumerate(w.feiten):
        plek = f"feiten.{feit.feit}"
        for pad in (*elders, *(f.feit for f in w.feiten[:nummer])):
            if _botst(pad, feit.feit):
                yield Bevinding(plek, f"'{feit.feit}' botst met het feit '{pad}'; kies een andere naam")
                break
        yield from _waarde(feit, plek)


def _botst(een: str, ander: str) -> bool:
    return een == ander or een.startswith(f"{ander}.") or ander.startswith(f"{een}.")


def _waarde(feit: Feit, plek: str) -> Iterator[Bevinding]:
    if (feit.waarde is None) == (feit.bedrag is None):
        yield Bevinding(plek, "een eigen feit heeft één vaste waarde: schrijf 'waarde: …' of 'bedrag: … euro'")
    elif feit.bedrag is not None and feit.soort is not Feitsoort.BEDRAG:
        yield Bevinding(f"{plek}.bedrag", f"een bedrag past niet bij soort {feit.soort}; kies soort: bedrag")
    elif feit.waarde is not None and feit.soort is Feitsoort.BEDRAG:
        yield Bevinding(f"{plek}.waarde", "schrijf een bedrag met zijn eenheid, zoals 'bedrag: 500 euro'")
    elif feit.bedrag is None and feit.soort not in _GRENSSOORTEN:
        yield Bevinding(f"{plek}.soort", f"een vaste waarde is aantal, dagen, jaren of bedrag, niet {feit.soort}")
    if feit.waarden:
        yield Bevinding(f"{plek}.waarden", "een vaste waarde heeft geen keuzes; haal 'waarden' weg")


def _formulier(formulier: Formulier) -> Iterator[Bevinding]:
    for veld in formulier.velden:
        if veld.veld == INGEVULD_OP:
            plek = f"formulieren.{formulier.formulier}.velden.{veld.veld}"
            yield Bevinding(plek, f"'{INGEVULD_OP}' houdt Samenspel zelf bij; geef deze vraag een andere code")
        yield from _veld(veld, f"formulieren.{formulier.formulier}.velden.{veld.veld}")


def _veld(veld: Veld, plek: str) -> Iterator[Bevinding]:
    if veld.soort in _KEUZESOORTEN and len(veld.keuzes) < 2:
        yield Bevinding(plek, f"een vraag van soort {veld.soort} heeft 'keuzes' nodig: ten minste twee")
    if veld.soort not in _KEUZESOORTEN and veld.keuzes:
        yield Bevinding(f"{plek}.keuzes", f"'keuzes' horen niet bij soort {veld.soort}; kies soort: keuze")


def _overleg(w: Werkwijze, cat: Catalogus, overleg: Overleg) -> Iterator[Bevinding]:
    plek = f"overleggen.{overleg.overleg}"
    terugval = {o.overleg: o.terugval for o in w.overleggen}
    if overleg.terugval is not None:
        yield from _bestaat(f"{plek}.terugval", "het overleg", overleg.terugval, list(terugval))
    gezien, verder = {overleg.overleg}, overleg.terugval
    while verder is not None and verder not in gezien:
        gezien.add(verder)
        verder = terugval.get(verder)
    if verder == overleg.overleg:
        yield Bevinding(f"{plek}.terugval", "de terugval komt weer bij dit overleg uit; laat hem ergens eindigen")
    for nummer, stuk in enumerate(overleg.stukken.bevat if overleg.stukken else ()):
        yield from _gevraagd(w, cat, f"{plek}.stukken.bevat.{nummer}", stuk)


def _budget(w: Werkwijze, budget: Budget) -> Iterator[Bevinding]:
    plek = f"budgetten.{budget.budget}"
    if budget.overleg is not None:
        yield from _bestaat(f"{plek}.overleg", "het overleg", budget.overleg, [o.overleg for o in w.overleggen])
    if budget.regime is Regime.TAFEL and budget.overleg is None:
        yield Bevinding(plek, "bij regime tafel beslist een overleg; zet 'overleg: …' erbij")
    if budget.regime not in (Regime.TAFEL, Regime.DIRECT) and not budget.beoordelaars:
        yield Bevinding(plek, f"bij regime {budget.regime} oordeelt iemand; zet 'beoordelaars: […]' erbij")
    if budget.lening is not None and Vorm.LENING not in budget.vormen:
        yield Bevinding(f"{plek}.lening", "dit budget leent niet uit; zet 'lening' bij de vormen of haal dit weg")
    if budget.lening is not None and budget.lening.kwijtschelding_procent > 100:
        yield Bevinding(f"{plek}.lening.kwijtschelding_procent", "meer dan 100 procent kan niet; verlaag het")
    if budget.lening is not None and budget.lening.kwijtschelding_als and not budget.lening.kwijtschelding_procent:
        melding = "hier wordt niets kwijtgescholden; zet 'kwijtschelding_procent: …' erbij of haal dit weg"
        yield Bevinding(f"{plek}.lening.kwijtschelding_als", melding)
    som = sum(a.procent for a in budget.gevuld_door)
    if budget.gevuld_door and som != 100:
        yield Bevinding(f"{plek}.gevuld_door", f"de aandelen tellen op tot {som} procent; maak er samen 100 van")
    if budget.per is not None and not budget.per.aantal:
        yield Bevinding(f"{plek}.per", "geld komt na een poos terug; schrijf hoe lang die is, zoals '1 maand'")
    if budget.per is not None and Vorm.LENING in budget.vormen:
        yield Bevinding(f"{plek}.per", "een lening komt niet terug; laat 'per' weg of haal lening uit 'vormen'")
    if budget.bon_daarna and budget.bon_binnen is None:
        yield Bevinding(f"{plek}.bon_daarna", "dit budget vraagt geen bon; zet 'bon_binnen: …' erbij of haal dit weg")
    if budget.instemmers < 1:
        yield Bevinding(f"{plek}.instemmers", "ten minste één mens stemt in; schrijf 1 of meer")


def _tijd(w: Werkwijze, cat: Catalogus) -> Iterator[Bevinding]:
    fasen = [f.fase for f in w.fasen]
    bezet = {"terugbellen", "eerste_afspraak", "waakvlam"} | {m.meetmoment for m in w.meetmomenten}
    bezet |= {f"{soort}_{o.overleg}" for soort in ("stukken", "verslag") for o in w.overleggen}
    for termijn in w.termijnen:
        plek = f"termijnen.{termijn.termijn}"
        if termijn.termijn in bezet:
            yield Bevinding(plek, f"'{termijn.termijn}' loopt al als termijn; kies een andere code")
        yield from _datum(cat, f"{plek}.vanaf", termijn.vanaf)
        if termijn.tot is not None:
            yield from _datum(cat, f"{plek}.tot", termijn.tot)
        for nummer, fase in enumerate(termijn.in_fasen):
            yield from _bestaat(f"{plek}.in_fasen.{nummer}", "de fase", fase, fasen)
    for moment in w.meetmomenten:
        yield from _datum(cat, f"meetmomenten.{moment.meetmoment}.vanaf", moment.vanaf)
        if moment.tot is not None:
            yield from _datum(cat, f"meetmomenten.{moment.meetmoment}.tot", moment.tot)


def _leren(w: Werkwijze) -> Iterator[Bevinding]:
    lus = w.leerlus
    if lus is None:
        return
    if lus.reflectie is not None:
        for naam, lijst in (("door", lus.reflectie.door), ("in_fasen", lus.reflectie.in_fasen)):
            if not lijst:
                yield Bevinding(f"leerlus.reflectie.{naam}", "deze lijst is leeg; noem er ten minste één")
        for nummer, fase in enumerate(lus.reflectie.in_fasen):
            plek = f"leerlus.reflectie.in_fasen.{nummer}"
            yield from _bestaat(plek, "de fase", fase, [f.fase for f in w.fasen])
    if len(lus.clusters) == 1:
        yield Bevinding("leerlus.clusters", "met één cluster valt niets te kiezen; noem er ten minste twee")
    if lus.cluster_in and not lus.clusters:
        yield Bevinding("leerlus.cluster_in", "er zijn geen clusters om te kiezen; zet 'clusters: […]' erbij")
    for nummer, fase in enumerate(lus.cluster_in):
        yield from _bestaat(f"leerlus.cluster_in.{nummer}", "de fase", fase, [f.fase for f in w.fasen])


def _datum(cat: Catalogus, plek: str, pad: str) -> Iterator[Bevinding]:
    datums = [p for p, feit in cat.items() if feit.soort is Feitsoort.DATUM]
    if pad not in datums:
        fout = "is geen datum" if pad in cat else "bestaat niet"
        noem = "noem een gebeurtenis of een datum, zoals gebeurd.stap_gezet"
        yield Bevinding(plek, f"'{pad}' {fout}; {noem}; {hulp(pad, datums)}")
