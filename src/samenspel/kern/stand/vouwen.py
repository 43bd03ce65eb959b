"""feiten = fold(history of the traject): what is known, typed; what is not in it is unknown.

Dates become day counts. Facts that belong to a stay in a fase (the outcome of a call, of a meeting) fall away when
the traject arrives somewhere, so that an old answer never opens a new door.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from samenspel.kern.budget.leningen import Leningstand, Mutatie, Mutatiesoort, Regeling, eerste_open_op
from samenspel.kern.budget.regimes import Aanvraagstand, Aanvraagstatus
from samenspel.kern.stand.bonnen import BON, wacht_op_bon_sinds
from samenspel.kern.stand.contacten import Contactstand, Gesprekspartner, feiten_van_contacten
from samenspel.kern.stand.handelingen import Gebeurtenis
from samenspel.kern.stand.route import Route, overleggen_in
from samenspel.kern.werkwijze.basis import Basisfase, Basisstap
from samenspel.kern.werkwijze.catalogus import BESPROKEN, CLUSTER, EINDUITKOMST, INGEVULD_OP, TOEGELICHT, met_terugval
from samenspel.kern.werkwijze.model import Feitsoort, Voor, Werkwijze

ACTIVITEITEN = frozenset(
    {
        "traject_gestart",
        "stap_gezet",
        "overleg_gehouden",
        "verslag_verzonden",
        "aanvraag_gedaan",
        "aanvraag_betaald",
    }
)
"""Kinds that count as something happening (stagnation), of which conditions may name `gebeurd.<kind>`.

A talk, a line of the logboek and an agreement count too, as far as they stand: those are corrected.
"""


def fold(gebeurtenissen: Iterable[Gebeurtenis], route: Route) -> dict[str, object]:
    """The facts after a history in the order of recording. Unknown kinds are passed over: they carry no facts."""
    vouwer = _Vouwer(route)
    for gebeurtenis in gebeurtenissen:
        vouwer.neem(gebeurtenis)
    return vouwer.feiten()


def dag(waarde: object) -> int:
    """Day count of a date or ISO date. Raises ValueError on anything else."""
    if isinstance(waarde, date):
        return waarde.toordinal()
    if isinstance(waarde, str):
        return date.fromisoformat(waarde).toordinal()
    raise ValueError(f"geen datum: {type(waarde).__name__}")


def pad_na(pad: tuple[str, ...], stap: str, naar: str) -> tuple[str, ...]:
    """The places walked, so that 'terug' knows the way: a step back shortens it, every other move lengthens it."""
    if stap == Basisstap.TERUG.value:
        return pad[:-1]
    return (*pad, naar)


def overgeslagen_na(eerder: tuple[str, ...], stap: str, van: str, naar: str, route: Route) -> tuple[str, ...]:
    """Fasen whose questions are to be made up: those that an urgent step jumped over, in order."""
    if stap != Basisstap.SPOED.value:
        return eerder
    codes = [f.fase for f in route.werkwijze.fasen]
    return tuple(dict.fromkeys((*eerder, *codes[codes.index(van) : codes.index(naar) + 1])))


def formulierfeit(waarde: object, soort: Feitsoort) -> object | None:
    """An answer as fact: dates as day counts, several choices as their number, None for no answer."""
    if waarde is None or waarde == [] or waarde == ():
        return None
    if soort is Feitsoort.DATUM:
        return dag(waarde)
    if soort is Feitsoort.AANTAL and isinstance(waarde, (list, tuple)):
        return len(waarde)
    return waarde


def feiten_van_aanvragen(aanvragen: Mapping[str, Aanvraagstand]) -> dict[str, object]:
    """What conditions may name: the last application that stands, the first open term of a loan, what receipts wait."""
    if not aanvragen:
        return {}
    feiten: dict[str, object] = {"aanvragen": dict(aanvragen)}
    staan = [a for a in aanvragen.values() if a.status is not Aanvraagstatus.INGETROKKEN]
    if not staan:
        return feiten
    laatste = staan[-1]
    feiten |= {
        "aanvraag.budget": laatste.budget,
        "aanvraag.vorm": laatste.vorm,
        "aanvraag.bedrag": laatste.bedrag,
        "aanvraag.akkoorden": laatste.akkoorden,
        "aanvraag.status": laatste.status.value,
    }
    if laatste.ruimte is not None:
        feiten["aanvraag.ruimte"] = laatste.ruimte
    lopend = [a.lening for a in aanvragen.values() if a.lening is not None and a.status is Aanvraagstatus.BETAALD]
    open_op = [dag for lening in lopend if (dag := eerste_open_op(lening)) is not None]
    if open_op:
        feiten["lening.eerste_termijn_op"] = min(open_op)
    for budget, sinds in wacht_op_bon_sinds(aanvragen.values()).items():
        feiten[f"bon.{budget}.wacht_sinds"] = sinds
    return feiten


def aanvragen_in(feiten: Mapping[str, object]) -> Mapping[str, Aanvraagstand]:
    """All applications among the facts, by reference."""
    aanvragen = feiten.get("aanvragen")
    return aanvragen if isinstance(aanvragen, dict) else {}


def feiten_van_afspraken(afspraken: Mapping[str, int | None]) -> dict[str, object]:
    """Number of agreements, and of those still open (id → day, None once done), with the first day."""
    if not afspraken:
        return {}
    open_ = [d for d in afspraken.values() if d is not None]
    feiten: dict[str, object] = {
        "afspraak.aantal": len(afspraken),
        "afspraak.open": len(open_),
        "afspraken": dict(afspraken),
    }
    if open_:
        feiten["afspraak.eerste_op"] = min(open_)
    return feiten


def feiten_van_terugval(feiten: Mapping[str, object], w: Werkwijze) -> dict[str, object]:
    """How meetings ended that may be held at another table: the outcome of the last one held, the own table first."""
    einden: dict[str, object] = {}
    for o in w.overleggen:
        if o.terugval is None:
            continue
        gehouden = [c for c in met_terugval(w, o.overleg) if f"overleg.{c}.uitkomst" in feiten]
        if gehouden:
            laatste = max(gehouden, key=lambda c: _int(feiten.get(f"overleg.{c}.gehouden_op")))
            einden[f"overleg.{o.overleg}.{EINDUITKOMST}"] = feiten[f"overleg.{laatste}.uitkomst"]
    return einden


class Afspraakstand(NamedTuple):
    """An agreement as facts see it: the day it was made, open until when, the day it was done."""

    gemaakt: int
    open_tot: int | None = None
    gedaan: int | None = None
    vervallen: bool = False


class _Vouwer:
    """The facts while a history is being read."""

    def __init__(self, route: Route) -> None:
        self.route = route
        self.bekend: dict[str, object] = {}
        self.pad: tuple[str, ...] = ()
        self.overgeslagen: tuple[str, ...] = ()
        self.stappen = 0
        self.contacten: dict[str, tuple[int, Contactstand]] = {}
        self.regels: dict[str, int] = {}
        self.ingetrokken: set[str] = set()
        self.aanvragen: dict[str, Aanvraagstand] = {}
        self.afspraken: dict[str, Afspraakstand] = {}
        self.houders: dict[str, frozenset[str]] = {}
        self.leefgebieden: set[str] = set()
        self.woorddelen: dict[str, frozenset[str]] = {}
        self.betreft: tuple[str, ...] = ()
        self.geweest: dict[str, tuple[object, object]] = {}
        self.per_persoon = route.werkwijze.voor is Voor.PERSOON

    def neem(self, g: Gebeurtenis) -> None:
        if g.soort in _VERWERK:
            _VERWERK[g.soort](self, g)
        if g.soort in ACTIVITEITEN:
            op = g.op.toordinal()
            self.bekend["gebeurd.activiteit"] = max(op, _int(self.bekend.get("gebeurd.activiteit")))
            self.bekend[f"gebeurd.{g.soort}"] = max(op, _int(self.bekend.get(f"gebeurd.{g.soort}")))

    def feiten(self) -> dict[str, object]:
        feiten = self.bekend | feiten_van_aanvragen(self.aanvragen)
        lopend = {sleutel: a for sleutel, a in self.afspraken.items() if not a.vervallen}
        feiten |= feiten_van_afspraken({sleutel: a.open_tot for sleutel, a in lopend.items()})
        staat = [paar for sleutel, paar in self.contacten.items() if sleutel not in self.ingetrokken]
        feiten |= feiten_van_contacten(c._replace(hier=stap == self.stappen) for stap, c in staat)
        if geschreven := [op for regel, op in self.regels.items() if regel not in self.ingetrokken]:
            feiten["gebeurd.logboek_geschreven"] = max(geschreven)
        dagen = [d for a in self.afspraken.values() for d in (a.gemaakt, a.gedaan)] + geschreven
        laatst = max((*map(_int, dagen), _int(feiten.get("gebeurd.contact_vastgelegd"))), default=0)
        if laatst:
            feiten["gebeurd.activiteit"] = max(laatst, _int(feiten.get("gebeurd.activiteit")))
        feiten |= feiten_van_terugval(self.bekend, self.route.werkwijze)
        if len(self.pad) > 1 and self.pad[-1] not in {b.value for b in Basisfase}:
            feiten["traject.vorige"] = self.pad[-2]
        if self.pad:
            feiten["traject.pad"] = self.pad
        if self.overgeslagen:
            feiten["traject.overgeslagen"] = self.overgeslagen
        for rol, wie in self.houders.items():
            if wie:
                feiten[f"rol.{rol}.bezet"] = True
        feiten |= {f"eigen_woorden.{deel}": True for delen in self.woorddelen.values() for deel in delen}
        if self.leefgebieden:
            feiten["leefgebieden.besproken"] = len(self.leefgebieden)
        return feiten

    def begin(self, g: Gebeurtenis) -> None:
        betreft = g.gegevens["betreft"]
        assert isinstance(betreft, (list, tuple))
        self.betreft = tuple(map(str, betreft))
        self.pad = (str(g.gegevens["fase"]),)
        self.bekend["traject.fase"] = self.pad[-1]
        self.bekend["traject.sinds"] = g.op.toordinal()
        if g.gegevens.get("geboortedatum") is not None:
            self.bekend["persoon.geboortedatum"] = dag(g.gegevens["geboortedatum"])

    def persoon(self, g: Gebeurtenis) -> None:
        """A birthday that was corrected, of the one person whom this traject is about."""
        if "geboortedatum" not in g.gegevens or self.betreft != (str(g.gegevens["persoon"]),):
            return
        self.bekend.pop("persoon.geboortedatum", None)
        if self.per_persoon and g.gegevens["geboortedatum"] is not None:
            self.bekend["persoon.geboortedatum"] = dag(g.gegevens["geboortedatum"])

    def stap(self, g: Gebeurtenis) -> None:
        stap, van, naar = (str(g.gegevens[k]) for k in ("stap", "van", "naar"))
        self.pad = pad_na(self.pad, stap, naar)
        self.overgeslagen = overgeslagen_na(self.overgeslagen, stap, van, naar, self.route)
        self.bekend |= {"traject.fase": naar, "traject.sinds": g.op.toordinal()}
        self.stappen += 1
        weg = ("waakvlam.op", BESPROKEN)
        overleg = tuple(f"overleg.{o}." for o in overleggen_in(naar, self.route.werkwijze))
        for feit in [f for f in self.bekend if f in weg or f.startswith(overleg)]:
            del self.bekend[feit]
        for code in overleggen_in(naar, self.route.werkwijze):
            self.geweest.pop(f"overleg.{code}", None)
        if g.gegevens.get("waakvlam_op") is not None:
            self.bekend["waakvlam.op"] = dag(g.gegevens["waakvlam_op"])

    def formulier(self, g: Gebeurtenis) -> None:
        velden = g.gegevens["velden"]
        assert isinstance(velden, Mapping)
        for veld, waarde in velden.items():
            pad = f"formulier.{g.gegevens['formulier']}.{veld}"
            feit = formulierfeit(waarde, self.route.catalogus[pad].soort)
            if feit is None:
                self.bekend.pop(pad, None)
            else:
                self.bekend[pad] = feit

        pad, op = f"formulier.{g.gegevens['formulier']}.{INGEVULD_OP}", g.op.toordinal()
        self.bekend[pad] = max(op, _int(self.bekend.get(pad)))

    def contact(self, g: Gebeurtenis) -> None:
        terug = g.gegevens.get("terugbellen_op")
        stand = Contactstand(
            Gesprekspartner(str(g.gegevens.get("partner", Gesprekspartner.BUITEN))),
            str(g.gegevens["uitkomst"]),
            g.op.toordinal(),
            dag(terug) if terug is not None else None,
            hier=True,
        )
        sleutel = str(g.gegevens.get("contact") or len(self.contacten))
        self.contacten[sleutel] = (self.stappen, stand)

    def contact_anders(self, g: Gebeurtenis) -> None:
        sleutel = str(g.gegevens["contact"])
        if sleutel not in self.contacten:
            return
        stap, stand = self.contacten[sleutel]
        terug = g.gegevens.get("terugbellen_op")
        nieuw = stand._replace(
            partner=Gesprekspartner(str(g.gegevens.get("partner", stand.partner))),
            uitkomst=str(g.gegevens["uitkomst"]),
            terugbellen_op=dag(terug) if terug is not None else None,
        )
        self.contacten[sleutel] = (stap, nieuw)

    def logboek(self, g: Gebeurtenis) -> None:
        self.regels[str(g.gegevens.get("regel") or len(self.regels))] = g.op.toordinal()

    def intrekking(self, g: Gebeurtenis) -> None:
        """What was withdrawn or put back: a talk or a line of the logboek."""
        sleutel = str(g.gegevens.get("contact") or g.gegevens["regel"])
        if g.soort.endswith("_ingetrokken"):
            self.ingetrokken.add(sleutel)
        else:
            self.ingetrokken.discard(sleutel)

    def aanvraag_gedaan(self, g: Gebeurtenis) -> None:
        w = g.gegevens
        ruimte = w.get("ruimte")
        self.aanvragen[str(w["aanvraag"])] = Aanvraagstand(
            str(w["budget"]),
            str(w["vorm"]),
            _int(w["bedrag"]),
            ruimte if isinstance(ruimte, int) else None,
            Aanvraagstatus(str(w["status"])),
            str(w["aanvrager"]),
            keren=_int(w.get("keren")) or 1,
            tot=dag(w["tot"]) if w.get("tot") is not None else None,
        )

    def aanvraag_beoordeeld(self, g: Gebeurtenis) -> None:
        aanvraag = str(g.gegevens["aanvraag"])
        eerder = self.aanvragen[aanvraag]
        self.aanvragen[aanvraag] = eerder._replace(
            status=Aanvraagstatus(str(g.gegevens["status"])),
            beoordelaars=(*eerder.beoordelaars, str(g.gegevens["wie"])),
            akkoorden=eerder.akkoorden + (g.gegevens["akkoord"] is True),
        )

    def aanvraag_betaald(self, g: Gebeurtenis) -> None:
        aanvraag = str(g.gegevens["aanvraag"])
        betaald = self.aanvragen[aanvraag]._replace(status=Aanvraagstatus.BETAALD, betaald_op=g.op.toordinal())
        self.aanvragen[aanvraag] = betaald

    def aanvraag_ingetrokken(self, g: Gebeurtenis) -> None:
        aanvraag = str(g.gegevens["aanvraag"])
        self.aanvragen[aanvraag] = self.aanvragen[aanvraag]._replace(status=Aanvraagstatus.INGETROKKEN)

    def bon(self, g: Gebeurtenis) -> None:
        aanvraag = str(g.gegevens["aanvraag"])
        if g.gegevens["soort"] == BON and aanvraag in self.aanvragen:
            self.aanvragen[aanvraag] = self.aanvragen[aanvraag]._replace(bon=True)

    def lening(self, g: Gebeurtenis) -> None:
        aanvraag = str(g.gegevens["aanvraag"])
        stand = self.aanvragen[aanvraag]
        self.aanvragen[aanvraag] = stand._replace(lening=_LENING[g.soort](stand, g))

    def rol(self, g: Gebeurtenis) -> None:
        rol, wie = str(g.gegevens["rol"]), frozenset({str(g.gegevens["wie"])})
        eerder = self.houders.get(rol, frozenset())
        self.houders[rol] = eerder | wie if g.soort == "rol_toegekend" else eerder - wie

    def overleg(self, g: Gebeurtenis) -> None:
        pad = f"overleg.{g.gegevens['overleg']}"
        match g.soort:
            case "overleg_gepland":
                self._zet_overleg(pad, gepland_op=dag(g.gegevens["op"]), stukken_op=None)
            case "overleg_verzet":
                self._zet_overleg(pad, gepland_op=dag(g.gegevens["op"]))
            case "overleg_van_agenda":
                gepland, stukken = self.geweest.get(pad, (None, None))
                self._zet_overleg(pad, gepland_op=gepland, stukken_op=stukken)
            case "overleg_gehouden":
                self.geweest[pad] = (self.bekend.get(f"{pad}.gepland_op"), self.bekend.get(f"{pad}.stukken_op"))
                uitkomst = g.gegevens["uitkomst"]
                self._zet_overleg(pad, gehouden_op=g.op.toordinal(), uitkomst=uitkomst, verslag_op=None)
            case "uitkomst_verbeterd":
                self._zet_overleg(pad, uitkomst=g.gegevens["uitkomst"], verslag_op=None)
            case _:
                self._zet_overleg(pad, **{_OVERLEGDAG[g.soort]: g.op.toordinal()})

    def _zet_overleg(self, pad: str, **feiten: object) -> None:
        for feit, waarde in feiten.items():
            if waarde is None:
                self.bekend.pop(f"{pad}.{feit}", None)
            else:
                self.bekend[f"{pad}.{feit}"] = waarde

    def controlevraag(self, g: Gebeurtenis) -> None:
        pad = f"controlevraag.{g.gegevens['controlevraag']}"
        self.bekend[pad] = g.gegevens["antwoord"]
        self.bekend.pop(f"{pad}.{TOEGELICHT}", None)

    def toelichting(self, g: Gebeurtenis) -> None:
        self.bekend[f"controlevraag.{g.gegevens['controlevraag']}.{TOEGELICHT}"] = True

    def woorden(self, g: Gebeurtenis) -> None:
        delen = g.gegevens["delen"]
        assert isinstance(delen, (list, tuple))
        self.woorddelen[str(g.gegevens["persoon"])] = frozenset(map(str, delen))

    def leefgebied(self, g: Gebeurtenis) -> None:
        self.leefgebieden.add(str(g.gegevens["leefgebied"]))

    def afspraak(self, g: Gebeurtenis) -> None:
        sleutel, op = str(g.gegevens["afspraak"]), g.op.toordinal()
        stand = self.afspraken.get(sleutel, Afspraakstand(op))
        if g.soort == "afspraak_gemaakt":
            stand = Afspraakstand(op, dag(g.gegevens["voor"]))
        elif g.soort == "afspraak_afgerond":
            stand = stand._replace(open_tot=None, gedaan=op)
        elif g.soort == "afspraak_vervallen":
            stand = stand._replace(open_tot=None, vervallen=True)
        else:
            stand = stand._replace(open_tot=dag(g.gegevens["voor"]), gedaan=None)
        self.afspraken[sleutel] = stand

    def leren(self, g: Gebeurtenis) -> None:
        if g.soort == "cluster_gegeven":
            self.bekend[CLUSTER] = g.gegevens["cluster"]
        else:
            self.bekend[BESPROKEN] = max(g.op.toordinal(), _int(self.bekend.get(BESPROKEN)))

    def overdracht(self, g: Gebeurtenis) -> None:
        if g.soort == "overdracht_voorgesteld":
            self.bekend["overdracht.aan"] = g.gegevens["aan"]
        else:
            self.bekend.pop("overdracht.aan", None)
            self.bekend["regie.aanvaard_op"] = g.op.toordinal()


def _int(waarde: object) -> int:
    return waarde if isinstance(waarde, int) else 0


def _afgesproken(stand: Aanvraagstand, g: Gebeurtenis) -> Leningstand:
    return Leningstand((Regeling(stand.bedrag, _int(g.gegevens["maandbedrag"]), dag(g.gegevens["eerste_op"])),))


def _lening_van(stand: Aanvraagstand) -> Leningstand:
    assert stand.lening is not None
    return stand.lening


def _met_mutatie(lening: Leningstand, soort: Mutatiesoort, g: Gebeurtenis) -> Leningstand:
    mutatie = Mutatie(soort, g.op.toordinal(), _int(g.gegevens["bedrag"]))
    return lening._replace(mutaties=(*lening.mutaties, mutatie))


def _teruggedraaid(stand: Aanvraagstand, g: Gebeurtenis) -> Leningstand:
    lening, nummer = _lening_van(stand), _int(g.gegevens["nummer"])
    mutaties = [m._replace(terug=m.terug or n == nummer) for n, m in enumerate(lening.mutaties, 1)]
    return lening._replace(mutaties=tuple(mutaties))


def _kwijtschelding(stand: Aanvraagstand, g: Gebeurtenis) -> Leningstand:
    lening = _lening_van(stand)._replace(gevraagd_door="")
    return _met_mutatie(lening, Mutatiesoort.KWIJTSCHELDING, g) if g.gegevens["akkoord"] is True else lening


def _aangepast(stand: Aanvraagstand, g: Gebeurtenis) -> Leningstand:
    lening, w = _lening_van(stand), g.gegevens
    regeling = Regeling(_int(w["bedrag"]), _int(w["maandbedrag"]), dag(w["eerste_op"]), len(lening.mutaties))
    return lening._replace(regelingen=(*lening.regelingen, regeling))


_LENING: Mapping[str, Callable[[Aanvraagstand, Gebeurtenis], Leningstand]] = {
    "lening_afgesproken": _afgesproken,
    "lening_ondertekend": lambda stand, g: _lening_van(stand)._replace(getekend_op=g.op.toordinal()),
    "aflossing_ontvangen": lambda stand, g: _met_mutatie(_lening_van(stand), Mutatiesoort.AFLOSSING, g),
    "aflossing_teruggedraaid": _teruggedraaid,
    "kwijtschelding_gevraagd": lambda stand, g: _lening_van(stand)._replace(gevraagd_door=str(g.gegevens["wie"])),
    "kwijtschelding_beslist": _kwijtschelding,
    "lening_aangepast": _aangepast,
}


_OVERLEGDAG = {"stukken_verzonden": "stukken_op", "verslag_verzonden": "verslag_op"}
_VERWERK: Mapping[str, Callable[[_Vouwer, Gebeurtenis], None]] = {
    "traject_gestart": _Vouwer.begin,
    "persoon_gewijzigd": _Vouwer.persoon,
    "stap_gezet": _Vouwer.stap,
    "formulier_vastgelegd": _Vouwer.formulier,
    "controlevraag_beantwoord": _Vouwer.controlevraag,
    "controlevraag_toegelicht": _Vouwer.toelichting,
    "contact_vastgelegd": _Vouwer.contact,
    "contact_gewijzigd": _Vouwer.contact_anders,
    "contact_ingetrokken": _Vouwer.intrekking,
    "contact_teruggezet": _Vouwer.intrekking,
    "logboek_geschreven": _Vouwer.logboek,
    "logboek_ingetrokken": _Vouwer.intrekking,
    "logboek_teruggezet": _Vouwer.intrekking,
    "eigen_woorden_vastgelegd": _Vouwer.woorden,
    "leefgebied_besproken": _Vouwer.leefgebied,
    "aanvraag_gedaan": _Vouwer.aanvraag_gedaan,
    "aanvraag_beoordeeld": _Vouwer.aanvraag_beoordeeld,
    "aanvraag_betaald": _Vouwer.aanvraag_betaald,
    "aanvraag_ingetrokken": _Vouwer.aanvraag_ingetrokken,
    "bon_toegevoegd": _Vouwer.bon,
    **dict.fromkeys(_LENING, _Vouwer.lening),
    "rol_toegekend": _Vouwer.rol,
    "rol_beeindigd": _Vouwer.rol,
    "overleg_gepland": _Vouwer.overleg,
    "overleg_verzet": _Vouwer.overleg,
    "overleg_van_agenda": _Vouwer.overleg,
    "stukken_verzonden": _Vouwer.overleg,
    "overleg_gehouden": _Vouwer.overleg,
    "uitkomst_verbeterd": _Vouwer.overleg,
    "verslag_verzonden": _Vouwer.overleg,
    "afspraak_gemaakt": _Vouwer.afspraak,
    "afspraak_afgerond": _Vouwer.afspraak,
    "afspraak_gewijzigd": _Vouwer.afspraak,
    "afspraak_heropend": _Vouwer.afspraak,
    "afspraak_vervallen": _Vouwer.afspraak,
    "in_reflectie_besproken": _Vouwer.leren,
    "cluster_gegeven": _Vouwer.leren,
    "overdracht_voorgesteld": _Vouwer.overdracht,
    "overdracht_aanvaard": _Vouwer.overdracht,
}
