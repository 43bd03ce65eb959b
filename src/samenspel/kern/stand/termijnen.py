"""Terms, compiled: those that the definition names and those that follow from its meetings and from the base."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from samenspel.kern.stand.bonnen import bon_uiterlijk, daarna_uiterlijk
from samenspel.kern.stand.dagen import einddag
from samenspel.kern.stand.eisen import Feiten, ontbrekend, toets_en_herstel
from samenspel.kern.stand.uitkomst import Loop, Ontbreekt, Termijnsoort, Termijnstand
from samenspel.kern.werkwijze.catalogus import Catalogus, Herstel, Herstelwijze, regierollen
from samenspel.kern.werkwijze.eenheden import Duur
from samenspel.kern.werkwijze.model import Budget, Meetmoment, Overleg, Termijn, Werkwijze
from samenspel.kern.werkwijze.voorwaarde import Toets

BIJNA_DAGEN = 2
"""Days before the end from which a term counts as near, where the definition doesn't say."""


class Termijnregel(NamedTuple):
    """A term with the function that gives its last day from its first; `fasen` empty means everywhere.

    `tot_telt_altijd`: known is enough to end it (papers are sent before the day of the meeting). `meet`: only a day
    on which it was already in sight ends it (an earlier measurement is another one). `alleen_als` must be true for it
    to run; `bij_onbekend` is who can supply what that hangs on.
    """

    soort: Termijnsoort
    vanaf: str
    tot: str | None
    einde: Callable[[int], int]
    bijna: int
    fasen: frozenset[str]
    tot_telt_altijd: bool = False
    meet: bool = False
    alleen_als: Toets | None = None
    bij_onbekend: tuple[Ontbreekt, ...] = ()


def termijnregels(w: Werkwijze, catalogus: Catalogus) -> tuple[Termijnregel, ...]:
    """All terms that may run in a traject of this werkwijze."""
    eigen = tuple(_eigen(t, catalogus) for t in w.termijnen)
    overleg = tuple(regel for o in w.overleggen for regel in _van_overleg(o, regierollen(w)))
    leningen = tuple(_van_leningen(w)) if any(b.lening is not None for b in w.budgetten) else ()
    bonnen = tuple(r for b in w.budgetten for r in _van_bonnen(b))
    meten = tuple(_van_meetmoment(m) for m in w.meetmomenten)
    regels = eigen + overleg + meten + leningen + bonnen + _basis(regierollen(w))
    return tuple(r._replace(soort=r.soort._replace(herstel=_klaar_door(r, catalogus))) for r in regels)


def _klaar_door(regel: Termijnregel, catalogus: Catalogus) -> tuple[Ontbreekt, ...]:
    return ontbrekend((regel.tot,), catalogus) if regel.tot is not None else regel.soort.herstel


def loopt(regel: Termijnregel, feiten: Feiten, nu: int) -> Termijnstand | None:
    """The term as it runs on day `nu`, or None where it hasn't begun or has ended."""
    begin = feiten.get(regel.vanaf)
    if type(begin) is not int or (regel.alleen_als is not None and regel.alleen_als(feiten) is not True):
        return None
    tot = feiten.get(regel.tot) if regel.tot is not None else None
    einde = regel.einde(begin)
    if type(tot) is int and (regel.tot_telt_altijd or tot >= (einde - regel.bijna if regel.meet else begin)):
        return None
    loop = Loop.VERLOPEN if nu > einde else Loop.BIJNA if einde - nu <= regel.bijna else Loop.LOOPT
    return Termijnstand(regel.soort, begin, einde, loop)


def onzeker(regels: Iterable[Termijnregel], feiten: Feiten) -> tuple[Ontbreekt, ...]:
    """What is to be supplied before anyone can say whether a term runs whose first day is known."""
    wachtend = (r for r in regels if r.alleen_als is not None and r.vanaf in feiten and r.alleen_als(feiten) is None)
    return tuple({o.feit: o for r in wachtend for o in r.bij_onbekend if o.feit not in feiten}.values())


def _eigen(t: Termijn, catalogus: Catalogus) -> Termijnregel:
    soort = Termijnsoort(
        t.termijn, t.naam, t.hard, t.wettelijk, t.attendeert, t.bij_verlopen or f"{t.naam} is voorbij."
    )
    duur, wettelijk = t.duur, bool(t.wettelijk)
    bijna = duur_in_dagen(t.bijna, _NUL) if t.bijna is not None else BIJNA_DAGEN
    alleen_als, bij_onbekend = toets_en_herstel(t.alleen_als, catalogus) if t.alleen_als is not None else (None, ())
    return Termijnregel(
        soort,
        t.vanaf,
        t.tot,
        lambda b: einddag(b, duur, wettelijk=wettelijk),
        bijna,
        frozenset(t.in_fasen),
        alleen_als=alleen_als,
        bij_onbekend=bij_onbekend,
    )


_NUL = 738_000
"""Any day on which to lay a duration to count its days."""


def _van_overleg(o: Overleg, regie: tuple[str, ...]) -> tuple[Termijnregel, ...]:
    pad = f"overleg.{o.overleg}"
    verslag = Termijnsoort(
        f"verslag_{o.overleg}",
        f"Verslag van {o.naam}",
        True,
        "",
        (o.voorzitter,),
        "Het verslag is nog niet verzonden.",
    )
    binnen = o.verslag_binnen
    regels = [
        Termijnregel(
            verslag,
            f"{pad}.gehouden_op",
            f"{pad}.verslag_op",
            lambda b: einddag(b, binnen),
            BIJNA_DAGEN,
            frozenset(),
        )
    ]
    if o.stukken is not None:
        vooraf = o.stukken.dagen_vooraf
        stukken = Termijnsoort(
            f"stukken_{o.overleg}",
            f"Stukken voor {o.naam}",
            True,
            "",
            (*regie, o.voorzitter),
            "De stukken zijn te laat.",
        )
        regels.append(
            Termijnregel(
                stukken,
                f"{pad}.gepland_op",
                f"{pad}.stukken_op",
                lambda b: b - vooraf,
                BIJNA_DAGEN,
                frozenset(),
                True,
            )
        )
    return tuple(regels)


def _van_meetmoment(m: Meetmoment) -> Termijnregel:
    soort = Termijnsoort(m.meetmoment, m.naam, False, "", m.door, f"Tijd voor: {m.naam}.")
    na, bijna = m.na, duur_in_dagen(m.bijna, _NUL) if m.bijna is not None else BIJNA_DAGEN
    einde: Callable[[int], int] = lambda b: b if na is None else einddag(b, na)  # noqa: E731
    return Termijnregel(soort, m.vanaf, m.tot, einde, bijna, frozenset(), meet=True)


def _van_leningen(w: Werkwijze) -> Iterator[Termijnregel]:
    """The first term of a loan that is still to be paid; who runs the dossier and who pays out are told when late."""
    betalers = (r for b in w.budgetten if b.lening is not None for r in b.betalers)
    wie = tuple(dict.fromkeys((*regierollen(w), *betalers)))
    uitleg = "Een aflossing is over de datum. Vraag eerst wat er nodig is."
    pad, naam = "lening.eerste_termijn_op", "Aflossing van de lening"
    herstel = (Ontbreekt(pad, naam, Herstel(Herstelwijze.AFLOSSING, door=wie)),)
    soort = Termijnsoort("aflossing", naam, False, "", wie, uitleg, herstel)
    yield Termijnregel(soort, pad, None, lambda b: b, BIJNA_DAGEN, frozenset())


def _van_bonnen(b: Budget) -> Iterator[Termijnregel]:
    """The receipt of the first payment that has none: who asked is told when it is late, others as long again later."""
    if b.bon_binnen is None:
        return
    pad, naam = f"bon.{b.budget}.wacht_sinds", f"Bon voor {b.naam}"
    herstel = (Ontbreekt(pad, naam, Herstel(Herstelwijze.BON, b.budget, door=b.door)),)
    uitleg = "De bon is er nog niet. Voeg hem toe."
    eerst = Termijnsoort(f"bon_{b.budget}", naam, False, "", b.door, uitleg, herstel)
    yield Termijnregel(eerst, pad, None, lambda d: bon_uiterlijk(b, d) or d, BIJNA_DAGEN, frozenset())
    if b.bon_daarna:
        uitleg = "De bon is er na dubbel zo lang nog niet. Vraag wat er nodig is."
        daarna = Termijnsoort(f"bon_navragen_{b.budget}", f"{naam} navragen", False, "", b.bon_daarna, uitleg)
        yield Termijnregel(daarna, pad, None, lambda d: daarna_uiterlijk(b, d) or d, 0, frozenset())


def _basis(regie: tuple[str, ...]) -> tuple[Termijnregel, ...]:
    namen = (
        ("terugbellen", "Terugbellen", "contact.terugbellen_op", "U zou terugbellen.", Herstelwijze.CONTACT),
        (
            "eerste_afspraak",
            "Afspraak die openstaat",
            "afspraak.eerste_op",
            "Een afspraak is over de datum.",
            Herstelwijze.NAVRAGEN,
        ),
        (
            "waakvlam",
            "Waakvlam: nog eens kijken",
            "waakvlam.op",
            "Kijk of het nog goed gaat.",
            Herstelwijze.WAAKVLAM,
        ),
    )
    return tuple(
        Termijnregel(
            Termijnsoort(code, naam, False, "", regie, uitleg, (Ontbreekt(pad, naam, Herstel(wijze, door=regie)),)),
            pad,
            None,
            lambda b: b,
            BIJNA_DAGEN,
            frozenset(),
        )
        for code, naam, pad, uitleg, wijze in namen
    )


def duur_in_dagen(duur: Duur, vanaf: int) -> int:
    """How many days a duration covers when it starts on day `vanaf`."""
    return einddag(vanaf, duur) - vanaf
