"""Deciding on meetings: planning and moving, papers, questions beforehand, the outcome, the report, taking off."""

from collections.abc import Callable
from datetime import date

from samenspel.kern.stand.eisen import Feiten, gevraagde_paden
from samenspel.kern.stand.handelingen import (
    IN_WOORDEN,
    BeantwoordVraag,
    HaalVanAgenda,
    HoudOverleg,
    MeldAf,
    PlanOverleg,
    StelVraag,
    VerbeterUitkomst,
    VerstuurStukken,
    VerstuurVerslag,
    VerzetOverleg,
    VraagErbij,
)
from samenspel.kern.stand.route import Route, overleggen_in
from samenspel.kern.stand.situatie import Besluit, Geweigerd, Situatie, vind
from samenspel.kern.stand.stand import stand_van_zaken
from samenspel.kern.stand.uitkomst import Mogelijkheid, Reden, Stapsoort
from samenspel.kern.stand.vouwen import feiten_van_terugval
from samenspel.kern.werkwijze.basis import BASIS, Basisfase, Basisstap
from samenspel.kern.werkwijze.catalogus import Herstelwijze, regierollen
from samenspel.kern.werkwijze.model import Overleg

__all__ = ["OVERLEGBESLUITEN", "van_de_agenda", "wegen_na"]


def _plan(s: Situatie, h: PlanOverleg) -> Besluit:
    overleg = _op_die_dag(s, h, "plannen")
    if _staat_gepland(s, overleg) is not None:
        raise Geweigerd(f"{overleg.naam} staat al gepland. Kies Verzetten voor een ander moment.")
    return "overleg_gepland", {"overleg": h.overleg, "op": h.op.isoformat()}


def _verzet(s: Situatie, h: VerzetOverleg) -> Besluit:
    overleg = _op_die_dag(s, h, "verzetten")
    van = _staat_gepland(s, overleg)
    if van is None:
        raise Geweigerd(f"{overleg.naam} staat niet op de agenda.")
    gegevens = {"overleg": h.overleg, "van": date.fromordinal(van).isoformat(), "op": h.op.isoformat()}
    return "overleg_verzet", {**gegevens, "te_laat": _te_laat_na_verzetten(s, overleg, h)}


def _op_die_dag(s: Situatie, h: PlanOverleg | VerzetOverleg, wat: str) -> Overleg:
    """The meeting, where its chair may put it on that day. Raises Geweigerd."""
    overleg = _overleg(s, h.overleg)
    s.vereis_rol((overleg.voorzitter,), f"{overleg.naam} {wat}")
    if h.overleg not in overleggen_in(str(s.feiten["traject.fase"]), s.route.werkwijze):
        raise Geweigerd(f"{overleg.naam} hoort niet bij de plek waar dit traject nu is.")
    if h.op < s.nu:
        raise Geweigerd("Kies een dag die nog komt.")
    gehouden = _bekend(s, overleg, "gehouden_op")
    if gehouden is not None and h.op.toordinal() <= gehouden:
        raise Geweigerd(f"Op die dag was {overleg.naam} al. Kies een latere dag.")
    return overleg


def _te_laat_na_verzetten(s: Situatie, overleg: Overleg, h: VerzetOverleg) -> bool:
    """Papers that were sent in time for the old day may be late for the new one; the rule is the same."""
    verstuurd = _bekend(s, overleg, "stukken_op")
    if verstuurd is None or not _te_laat(overleg, verstuurd, h.op.toordinal()):
        return False
    if not h.doorgelaten:
        assert overleg.stukken is not None
        raise Geweigerd(
            f"Voor die dag zijn de stukken te laat verstuurd: de leden krijgen ze {overleg.stukken.dagen_vooraf}"
            " dagen vooraf. Kies een latere dag, of laat ze met een reden door."
        )
    return True


def _te_laat(overleg: Overleg, verstuurd: int, gepland: int) -> bool:
    return overleg.stukken is not None and verstuurd > gepland - overleg.stukken.dagen_vooraf


def _haal_van_agenda(s: Situatie, h: HaalVanAgenda) -> Besluit:
    overleg = _overleg(s, h.overleg)
    s.vereis_rol((*regierollen(s.route.werkwijze), overleg.voorzitter), f"{overleg.naam} van de agenda halen")
    if _staat_gepland(s, overleg) is None:
        raise Geweigerd(f"{overleg.naam} staat niet op de agenda.")
    return "overleg_van_agenda", {"overleg": h.overleg}


def van_de_agenda(s: Situatie) -> list[Besluit]:
    """Who leaves a place, leaves the agenda: what was planned there and not held is taken off."""
    gepland = [o for o in s.route.werkwijze.overleggen if _staat_gepland(s, o) is not None]
    return [("overleg_van_agenda", {"overleg": o.overleg}) for o in gepland]


def _stukken(s: Situatie, h: VerstuurStukken) -> Besluit:
    overleg = _overleg(s, h.overleg)
    s.vereis_rol((*regierollen(s.route.werkwijze), overleg.voorzitter), "Stukken versturen")
    gepland = _dag(s, overleg, "gepland_op", f"{overleg.naam} is nog niet gepland.")
    mist = (
        [p for p in gevraagde_paden(overleg.stukken.bevat, s.route.werkwijze) if p not in s.feiten]
        if overleg.stukken
        else []
    )
    if mist:
        namen = ", ".join(s.route.catalogus[p].naam for p in mist)
        raise Geweigerd(f"De stukken zijn niet compleet. Nog nodig: {namen}")
    te_laat = _te_laat(overleg, s.nu.toordinal(), gepland)
    if te_laat and not h.doorgelaten:
        raise Geweigerd(
            "De stukken zijn te laat. Kies een andere dag, of vraag de voorzitter om ze met een reden door te laten."
        )
    if te_laat:
        s.vereis_rol((overleg.voorzitter,), "Late stukken doorlaten")
    return "stukken_verzonden", {"overleg": h.overleg, "te_laat": te_laat}


def _houd(s: Situatie, h: HoudOverleg) -> Besluit:
    overleg = _overleg(s, h.overleg)
    s.vereis_rol((overleg.voorzitter,), "De uitkomst vastleggen")
    gepland = _dag(s, overleg, "gepland_op", f"{overleg.naam} is nog niet gepland.")
    if gepland > s.nu.toordinal() or not h.begonnen:
        raise Geweigerd(f"{overleg.naam} is nog niet geweest. De uitkomst legt u vast vanaf het uur waarop het begint.")
    gehouden = _bekend(s, overleg, "gehouden_op")
    if gehouden is not None and gehouden >= gepland:
        raise Geweigerd(f"De uitkomst van {overleg.naam} is al vastgelegd. Plan een nieuw overleg om verder te praten.")
    if overleg.stukken is not None and _bekend(s, overleg, "stukken_op") is None:
        raise Geweigerd("De stukken zijn niet verstuurd. Zonder stukken geen bespreking.")
    return "overleg_gehouden", _uitkomst(s, overleg, h)


def _verbeter(s: Situatie, h: VerbeterUitkomst) -> Besluit:
    """As long as no step was taken on the outcome; a report that was sent is sent anew."""
    overleg = _overleg(s, h.overleg)
    s.vereis_rol((overleg.voorzitter,), "De uitkomst verbeteren")
    if h.overleg not in overleggen_in(str(s.feiten["traject.fase"]), s.route.werkwijze):
        nee = _eerst_terug(s, overleg)
        raise Geweigerd(nee, (Reden(nee, False, ()),))
    if _bekend(s, overleg, "gehouden_op") is None:
        raise Geweigerd(f"Van {overleg.naam} is op deze plek nog geen uitkomst vastgelegd.")
    if _staat_gepland(s, overleg) is not None:
        raise Geweigerd(f"{overleg.naam} staat opnieuw gepland. Haal dat eerst van de agenda.")
    opnieuw = _bekend(s, overleg, "verslag_op") is not None
    return "uitkomst_verbeterd", {**_uitkomst(s, overleg, h), "verslag_opnieuw": opnieuw}


def _eerst_terug(s: Situatie, overleg: Overleg) -> str:
    """Which step is to be taken back, and how it goes on from there."""
    w, fase = s.route.werkwijze, str(s.feiten["traject.fase"])
    hier = {f.fase: f.naam for f in w.fasen if overleg.overleg in overleggen_in(f.fase, w)}
    weg = Basisstap.HEROPENEN if fase in {b.value for b in Basisfase} else Basisstap.TERUG
    eerst = f"Breng het traject eerst weer naar ‘{next(iter(hier.values()), overleg.naam)}’"
    if weg is Basisstap.HEROPENEN or s.feiten.get("traject.vorige") in hier:
        eerst = f"Zet eerst de stap ‘{next(b.naam for b in BASIS if b.stap is weg)}’"
    nu = next((f.naam for f in w.fasen if f.fase == fase), "")
    daar = f": het traject is nu bij ‘{nu}’" if nu else ""
    return f"Op deze uitkomst is al een stap gezet{daar}. {eerst}, en leg daar de uitkomst opnieuw vast."


def _uitkomst(s: Situatie, overleg: Overleg, h: HoudOverleg | VerbeterUitkomst) -> dict[str, object]:
    """How it ended, where all that this outcome asks is there. Raises Geweigerd."""
    uitkomst = next((u for u in overleg.uitkomsten if u.uitkomst == h.uitkomst), None)
    if uitkomst is None:
        raise Geweigerd("Kies hoe het overleg afliep.")
    if uitkomst.vraagt_afspraken and h.afspraken == 0:
        raise Geweigerd("Leg ten minste één afspraak vast: wie doet wat, voor welke dag.")
    if not h.gemotiveerd:
        raise Geweigerd("Schrijf op wat u de inwoner vertelt.")
    if uitkomst.vraagt_besluit and not (h.besluit and h.voor):
        raise Geweigerd("Schrijf op wie beslist, onder welke wet, wanneer dat besluit er is en wie rugdekking geeft.")
    if uitkomst.vraagt_weg and not (h.weg and h.voor):
        raise Geweigerd("Kies welke weg u dan op gaat, wie dat doet en voor welke dag.")
    open_ = {w.stap for w in wegen_na(s.route, s.feiten, overleg, uitkomst.uitkomst, s.nu)}
    if h.weg and h.weg not in open_ | {IN_WOORDEN}:
        raise Geweigerd("Deze weg staat na deze uitkomst niet open. Kies een andere, of schrijf hem op.")
    voor = h.voor.isoformat() if h.voor is not None else None
    return {"overleg": h.overleg, "uitkomst": h.uitkomst, "weg": h.weg or None, "voor": voor}


def wegen_na(route: Route, feiten: Feiten, overleg: Overleg, uitkomst: str, nu: date) -> tuple[Stapsoort, ...]:
    """The stappen that would be open, or miss what somebody can supply, once the meeting has ended so."""
    pad = f"overleg.{overleg.overleg}"
    na = {**feiten, f"{pad}.gehouden_op": nu.toordinal(), f"{pad}.uitkomst": uitkomst}
    stand = stand_van_zaken(route, {**na, **feiten_van_terugval(na, route.werkwijze)}, nu)
    return tuple(
        s.soort
        for s in stand.stappen
        if (not s.soort.basis or s.soort.stap == Basisstap.TERUG.value)
        and s.mogelijkheid is not Mogelijkheid.NIET
        and all(any(o.herstel.wijze is not Herstelwijze.OVERLEG_HOUDEN for o in r.herstel) for r in s.redenen)
    )


def _verslag(s: Situatie, h: VerstuurVerslag) -> Besluit:
    overleg = _overleg(s, h.overleg)
    s.vereis_rol((overleg.voorzitter,), "Het verslag versturen")
    _dag(s, overleg, "gehouden_op", "Leg eerst vast hoe het overleg afliep.")
    return "verslag_verzonden", {"overleg": h.overleg}


def _stel_vraag(s: Situatie, h: StelVraag) -> Besluit:
    overleg = _overleg(s, h.overleg)
    if h.geweest:
        raise Geweigerd("Het overleg is al geweest.")
    if h.van_agenda:
        raise Geweigerd("Dit overleg is van de agenda gehaald.")
    s.vereis_rol((*regierollen(s.route.werkwijze), overleg.voorzitter, overleg.leden), "Een vraag stellen")
    return "vraag_gesteld", {"vraag": h.vraag}


def _beantwoord_vraag(s: Situatie, h: BeantwoordVraag) -> Besluit:
    overleg = _overleg(s, h.overleg)
    if s.speler.wie == h.gesteld_door:
        raise Geweigerd("U stelde deze vraag zelf. Een ander geeft het antwoord.")
    s.vereis_rol((*regierollen(s.route.werkwijze), overleg.voorzitter), "Een vraag beantwoorden")
    return "vraag_beantwoord", {"vraag": h.vraag}


def _vraag_erbij(s: Situatie, h: VraagErbij) -> Besluit:
    overleg = _overleg(s, h.overleg)
    s.vereis_rol((*regierollen(s.route.werkwijze), overleg.voorzitter), "Iemand erbij vragen")
    if not overleg.schil:
        raise Geweigerd(f"Bij {overleg.naam} zitten alleen de vaste deelnemers.")
    if h.dicht:
        raise Geweigerd(f"{overleg.naam} is geweest of gaat niet door.")
    return "genodigde_gevraagd", {"overleg": h.overleg, "wie": h.wie}


def _meld_af(s: Situatie, h: MeldAf) -> Besluit:
    overleg = _overleg(s, h.overleg)
    s.vereis_rol((*regierollen(s.route.werkwijze), overleg.voorzitter), "Iemand afmelden")
    return "genodigde_afgemeld", {"overleg": h.overleg, "wie": h.wie}


def _overleg(s: Situatie, code: str) -> Overleg:
    return vind(s.route.werkwijze.overleggen, "overleg", code)


def _bekend(s: Situatie, overleg: Overleg, feit: str) -> int | None:
    waarde = s.feiten.get(f"overleg.{overleg.overleg}.{feit}")
    return waarde if isinstance(waarde, int) else None


def _staat_gepland(s: Situatie, overleg: Overleg) -> int | None:
    """The day of a meeting that is on the agenda and was not held yet."""
    gepland, gehouden = _bekend(s, overleg, "gepland_op"), _bekend(s, overleg, "gehouden_op")
    return gepland if gepland is not None and (gehouden is None or gehouden < gepland) else None


def _dag(s: Situatie, overleg: Overleg, feit: str, melding: str) -> int:
    waarde = _bekend(s, overleg, feit)
    if waarde is None:
        raise Geweigerd(melding)
    return waarde


OVERLEGBESLUITEN: dict[type, Callable[..., Besluit]] = {
    PlanOverleg: _plan,
    VerzetOverleg: _verzet,
    HaalVanAgenda: _haal_van_agenda,
    VerstuurStukken: _stukken,
    HoudOverleg: _houd,
    VerbeterUitkomst: _verbeter,
    VerstuurVerslag: _verslag,
    StelVraag: _stel_vraag,
    BeantwoordVraag: _beantwoord_vraag,
    VraagErbij: _vraag_erbij,
    MeldAf: _meld_af,
}
