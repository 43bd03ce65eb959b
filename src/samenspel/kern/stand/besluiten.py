"""Deciding on what somebody does: it gives the events that follow, or says in Dutch why it can't be done.

Pure: services store the events and the rows that go with them in one transaction.
"""

from collections.abc import Callable
from datetime import date

from samenspel.kern.budget.regimes import Aanvraagstatus, eerste_status, na_oordeel, wacht_op_handtekening
from samenspel.kern.stand.afspraken import weigering_afronden
from samenspel.kern.stand.dagen import betaaldagen
from samenspel.kern.stand.eisen import Feiten, gevraagde_paden
from samenspel.kern.stand.handelingen import (
    AanvaardOverdracht,
    BeantwoordControlevraag,
    BeantwoordVraag,
    BeeindigRol,
    Begin,
    BeoordeelAanvraag,
    BespreekLeefgebied,
    BetaalAanvraag,
    DoeAanvraag,
    Feitwaarde,
    Gebeurtenis,
    Handeling,
    HoudOverleg,
    KenRolToe,
    LegContactVast,
    LegEigenWoordenVast,
    LegFormulierVast,
    MaakAfspraak,
    PlanOverleg,
    RondAfspraakAf,
    Speler,
    StelOverdrachtVoor,
    StelVraag,
    VerstuurStukken,
    VerstuurVerslag,
    ZetStap,
)
from samenspel.kern.stand.leenbesluiten import LENINGBESLUITEN
from samenspel.kern.stand.leerbesluiten import LEERBESLUITEN
from samenspel.kern.stand.route import Route, overleggen_in
from samenspel.kern.stand.situatie import Besluit as _Besluit
from samenspel.kern.stand.situatie import Geweigerd, Situatie, aanvraag_van, beoordelaars, vind
from samenspel.kern.stand.stand import stand_van_zaken
from samenspel.kern.stand.uitkomst import Mogelijkheid, Reden, Stapstand
from samenspel.kern.werkwijze.basis import Basisfase, Basisstap
from samenspel.kern.werkwijze.catalogus import CONTACTUITKOMSTEN, beginrollen, overdragers, regierollen, toewijzers
from samenspel.kern.werkwijze.model import Antwoord, Budget, Houder, Invuller, Overleg, Regime, Vorm

__all__ = ["Geweigerd", "Situatie", "beslis"]


def beslis(route: Route, feiten: Feiten, handeling: Handeling, speler: Speler, nu: date) -> tuple[Gebeurtenis, ...]:
    """The events that follow from what somebody does on day `nu`. Raises Geweigerd with the reason."""
    if "traject.fase" not in feiten and not isinstance(handeling, Begin):
        raise Geweigerd("Dit traject is nog niet begonnen.")
    if feiten.get("traject.fase") == Basisfase.AFGESLOTEN.value and not isinstance(
        handeling, (ZetStap, VerstuurVerslag, *LENINGBESLUITEN, *LEERBESLUITEN)
    ):
        raise Geweigerd("Dit traject is afgesloten. Heropen het eerst.")
    soort, gegevens = _BESLIS[type(handeling)](Situatie(route, feiten, speler, nu), handeling)
    return (Gebeurtenis(soort, nu, gegevens),)


def _begin(s: Situatie, h: Begin) -> _Besluit:
    if "traject.fase" in s.feiten:
        raise Geweigerd("Dit traject is al begonnen.")
    s.vereis_rol(beginrollen(s.route.werkwijze), "Een traject beginnen")
    gegevens: dict[str, object] = {
        "fase": s.route.eerste_fase,
        "betreft": list(h.betreft),
        "werkwijze": s.route.werkwijze.werkwijze,
    }
    if h.geboortedatum is not None:
        gegevens["geboortedatum"] = h.geboortedatum.isoformat()
    return "traject_gestart", gegevens


def _ken_rol_toe(s: Situatie, h: KenRolToe) -> _Besluit:
    vind(s.route.werkwijze.rollen, "rol", h.rol)
    s.vereis_rol(toewijzers(s.route.werkwijze), "Een rol geven")
    return "rol_toegekend", {"rol": h.rol, "wie": h.aan}


def _beeindig_rol(s: Situatie, h: BeeindigRol) -> _Besluit:
    s.vereis_rol(toewijzers(s.route.werkwijze), "Een rol beëindigen")
    return "rol_beeindigd", {"rol": h.rol, "wie": h.van}


def _formulier(s: Situatie, h: LegFormulierVast) -> _Besluit:
    formulier = vind(s.route.werkwijze.formulieren, "formulier", h.formulier)
    door = formulier.door or regierollen(s.route.werkwijze)
    if formulier.invuller is Invuller.INWONER:
        inwoners = tuple(r.rol for r in s.route.werkwijze.rollen if r.houder is Houder.INWONER)
        door = (*door, *inwoners)
    s.vereis_rol(door, f"'{formulier.naam}' invullen")
    velden = {v: _opgeslagen(w) for v, w in h.antwoorden.items()}
    return "formulier_vastgelegd", {"formulier": h.formulier, "velden": velden}


def _opgeslagen(waarde: Feitwaarde | None) -> object:
    if isinstance(waarde, date):
        return waarde.isoformat()
    return list(waarde) if isinstance(waarde, tuple) else waarde


def _controlevraag(s: Situatie, h: BeantwoordControlevraag) -> _Besluit:
    vraag = vind(s.route.werkwijze.controlevragen, "controlevraag", h.controlevraag)
    s.vereis_rol(vraag.door, "Deze vraag beantwoorden")
    if h.antwoord not in {a.value for a in Antwoord}:
        raise Geweigerd("Kies ja, nee of niet van toepassing.")
    return "controlevraag_beantwoord", {"controlevraag": h.controlevraag, "antwoord": h.antwoord}


def _contact(s: Situatie, h: LegContactVast) -> _Besluit:
    s.vereis_taak("Een contact vastleggen")
    if h.uitkomst not in CONTACTUITKOMSTEN:
        raise Geweigerd("Kies hoe het contact afliep.")
    terug = h.terugbellen_op.isoformat() if h.terugbellen_op is not None else None
    return "contact_vastgelegd", {"uitkomst": h.uitkomst, "terugbellen_op": terug}


def _eigen_woorden(s: Situatie, h: LegEigenWoordenVast) -> _Besluit:
    return "eigen_woorden_vastgelegd", {"delen": sorted(h.delen), "persoon": h.persoon}


def _leefgebied(s: Situatie, h: BespreekLeefgebied) -> _Besluit:
    s.vereis_taak("Een leefgebied bespreken")
    return "leefgebied_besproken", {"leefgebied": h.leefgebied}


def _stap(s: Situatie, h: ZetStap) -> _Besluit:
    stand = stand_van_zaken(s.route, s.feiten, s.nu)
    stapstand = next((t for t in stand.stappen if t.soort.stap == h.stap), None)
    if stapstand is None:
        raise Geweigerd("Deze stap kan niet vanaf deze plek.")
    s.vereis_rol(stapstand.soort.door, f"'{stapstand.soort.naam}'")
    if stapstand.mogelijkheid is not Mogelijkheid.MOGELIJK:
        uitleg = " ".join(r.uitleg for r in _platte_redenen(stapstand.redenen))
        raise Geweigerd(f"'{stapstand.soort.naam}' kan nog niet. {uitleg}", stapstand.redenen)
    gegevens: dict[str, object] = {"stap": h.stap, "van": stand.fase, "naar": _doel(s, stapstand, h)}
    if stapstand.soort.vraagt_waakvlam:
        gegevens["waakvlam_op"] = _waakvlamdag(s, h).isoformat()
    return "stap_gezet", gegevens


def _platte_redenen(redenen: tuple[Reden, ...]) -> tuple[Reden, ...]:
    return tuple(p for r in redenen for p in (r, *r.alternatieven))


def _doel(s: Situatie, stapstand: Stapstand, h: ZetStap) -> str:
    if stapstand.soort.keuze:
        if h.naar not in stapstand.soort.keuze:
            raise Geweigerd("Kies naar welke plek.")
        return h.naar or ""
    if stapstand.soort.stap == Basisstap.TERUG.value:
        return str(s.feiten["traject.vorige"])
    return stapstand.soort.naar or ""


def _waakvlamdag(s: Situatie, h: ZetStap) -> date:
    if h.waakvlam_op is None or h.waakvlam_op <= s.nu:
        raise Geweigerd("Kies een dag in de toekomst waarop u nog eens kijkt: de waakvlam.")
    return h.waakvlam_op


def _aanvraag(s: Situatie, h: DoeAanvraag) -> _Besluit:
    budget = vind(s.route.werkwijze.budgetten, "budget", h.budget)
    s.vereis_rol(budget.door, f"Geld vragen uit {budget.naam}")
    if h.vorm not in {v.value for v in budget.vormen}:
        raise Geweigerd(f"{budget.naam} kan niet in deze vorm gegeven worden.")
    if h.bedrag <= 0:
        raise Geweigerd("Vul een bedrag boven nul in.")
    keren = _keren(s, budget, h)
    status = eerste_status(budget, h.bedrag * keren, h.ruimte)
    return "aanvraag_gedaan", {
        "aanvraag": h.aanvraag,
        "budget": h.budget,
        "vorm": Vorm(h.vorm).value,
        "bedrag": h.bedrag * keren,
        "keren": keren,
        "tot": h.tot.isoformat() if h.tot is not None else None,
        "ruimte": h.ruimte,
        "status": status.value,
        "aanvrager": s.speler.wie,
    }


MEESTE_KEREN = 60
"""How many times money may come back in one application; after that, look again whether it still helps."""


def _keren(s: Situatie, budget: Budget, h: DoeAanvraag) -> int:
    """How many times what was asked is paid, all of which count towards the ceilings."""
    if budget.per is None:
        if h.tot is not None:
            raise Geweigerd(f"{budget.naam} wordt in één keer gegeven. Laat de einddatum weg.")
        return 1
    if h.tot is None:
        raise Geweigerd(f"Dit komt elke {budget.per} terug. Kies tot welke dag.")
    if h.tot < s.nu:
        raise Geweigerd("Kies een einddag die nog komt.")
    keren = len(betaaldagen(s.nu.toordinal(), h.tot.toordinal(), budget.per))
    if keren > MEESTE_KEREN:
        raise Geweigerd(f"Dat is meer dan {MEESTE_KEREN} keer. Kies een eerdere einddag en vraag het daarna opnieuw.")
    return keren


def _oordeel(s: Situatie, h: BeoordeelAanvraag) -> _Besluit:
    stand = aanvraag_van(s, h.aanvraag)
    budget = vind(s.route.werkwijze.budgetten, "budget", stand.budget)
    if s.speler.wie == stand.aanvrager:
        raise Geweigerd("U vroeg dit zelf aan. Iemand anders beoordeelt het: vier ogen.")
    s.vereis_rol(beoordelaars(s.route, budget), "Een aanvraag beoordelen")
    if stand.status is Aanvraagstatus.BOVEN_RUIMTE:
        raise Geweigerd("Dit is meer dan het budget toelaat. Kies een lager bedrag of ga naar de volgende plek.")
    if stand.status is not Aanvraagstatus.OPEN:
        raise Geweigerd("Over deze aanvraag is al beslist.")
    if s.speler.wie in stand.beoordelaars:
        raise Geweigerd("U heeft deze aanvraag al beoordeeld.")
    _vereis_gehouden(s, budget)
    na = na_oordeel(budget, stand, s.speler.wie, akkoord=h.akkoord)
    return "aanvraag_beoordeeld", {
        "aanvraag": h.aanvraag,
        "wie": s.speler.wie,
        "akkoord": h.akkoord,
        "status": na.status.value,
    }


def _vereis_gehouden(s: Situatie, budget: Budget) -> None:
    if budget.regime is not Regime.TAFEL or budget.overleg is None:
        return
    mogelijk = (budget.overleg, vind(s.route.werkwijze.overleggen, "overleg", budget.overleg).terugval)
    if not any(f"overleg.{o}.gehouden_op" in s.feiten for o in mogelijk):
        raise Geweigerd(f"Over {budget.naam} beslist de tafel. Houd eerst het overleg.")


def _betaling(s: Situatie, h: BetaalAanvraag) -> _Besluit:
    stand = aanvraag_van(s, h.aanvraag)
    budget = vind(s.route.werkwijze.budgetten, "budget", stand.budget)
    if s.speler.wie in (stand.aanvrager, *stand.beoordelaars):
        raise Geweigerd("Wie vraagt of beoordeelt, betaalt niet. Vraag een ander om te betalen.")
    s.vereis_rol(budget.betalers, "Betalen")
    if stand.status is not Aanvraagstatus.AKKOORD:
        raise Geweigerd("Betalen kan pas als de aanvraag akkoord is.")
    if wacht_op_handtekening(budget, stand):
        raise Geweigerd("Betalen kan pas als de leenafspraak is ondertekend. Leg eerst vast dat er is getekend.")
    return "aanvraag_betaald", {"aanvraag": h.aanvraag, "wie": s.speler.wie}


def _plan_overleg(s: Situatie, h: PlanOverleg) -> _Besluit:
    overleg = _overleg(s, h.overleg)
    s.vereis_rol((overleg.voorzitter,), f"{overleg.naam} plannen")
    if h.overleg not in overleggen_in(str(s.feiten["traject.fase"]), s.route.werkwijze):
        raise Geweigerd(f"{overleg.naam} hoort niet bij de plek waar dit traject nu is.")
    if h.op < s.nu:
        raise Geweigerd("Kies een dag die nog komt.")
    gehouden = s.feiten.get(f"overleg.{h.overleg}.gehouden_op")
    if isinstance(gehouden, int) and h.op.toordinal() <= gehouden:
        raise Geweigerd(f"Op die dag was {overleg.naam} al. Kies een latere dag.")
    return "overleg_gepland", {"overleg": h.overleg, "op": h.op.isoformat()}


def _stukken(s: Situatie, h: VerstuurStukken) -> _Besluit:
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
    te_laat = overleg.stukken is not None and s.nu.toordinal() > gepland - overleg.stukken.dagen_vooraf
    if te_laat and not h.doorgelaten:
        raise Geweigerd(
            "De stukken zijn te laat. Kies een andere dag, of vraag de voorzitter om ze met een reden door te laten."
        )
    if te_laat:
        s.vereis_rol((overleg.voorzitter,), "Late stukken doorlaten")
    return "stukken_verzonden", {"overleg": h.overleg, "te_laat": te_laat}


def _houd_overleg(s: Situatie, h: HoudOverleg) -> _Besluit:
    overleg = _overleg(s, h.overleg)
    s.vereis_rol((overleg.voorzitter,), "De uitkomst vastleggen")
    gepland = _dag(s, overleg, "gepland_op", f"{overleg.naam} is nog niet gepland.")
    if gepland > s.nu.toordinal():
        raise Geweigerd(f"{overleg.naam} is nog niet geweest.")
    gehouden = s.feiten.get(f"overleg.{h.overleg}.gehouden_op")
    if isinstance(gehouden, int) and gehouden >= gepland:
        raise Geweigerd(f"De uitkomst van {overleg.naam} is al vastgelegd. Plan een nieuw overleg om verder te praten.")
    if overleg.stukken is not None and f"overleg.{h.overleg}.stukken_op" not in s.feiten:
        raise Geweigerd("De stukken zijn niet verstuurd. Zonder stukken geen bespreking.")
    uitkomst = next((u for u in overleg.uitkomsten if u.uitkomst == h.uitkomst), None)
    if uitkomst is None:
        raise Geweigerd("Kies hoe het overleg afliep.")
    if uitkomst.vraagt_afspraken and h.afspraken == 0:
        raise Geweigerd("Leg ten minste één afspraak vast: wie doet wat, voor welke dag.")
    if uitkomst.gemotiveerd and not h.gemotiveerd:
        raise Geweigerd("Schrijf op wat u de inwoner uitlegt.")
    return "overleg_gehouden", {"overleg": h.overleg, "uitkomst": h.uitkomst}


def _verslag(s: Situatie, h: VerstuurVerslag) -> _Besluit:
    overleg = _overleg(s, h.overleg)
    s.vereis_rol((overleg.voorzitter,), "Het verslag versturen")
    _dag(s, overleg, "gehouden_op", "Leg eerst vast hoe het overleg afliep.")
    return "verslag_verzonden", {"overleg": h.overleg}


def _stel_vraag(s: Situatie, h: StelVraag) -> _Besluit:
    overleg = _overleg(s, h.overleg)
    if h.geweest:
        raise Geweigerd("Het overleg is al geweest.")
    s.vereis_rol((*regierollen(s.route.werkwijze), overleg.voorzitter, overleg.leden), "Een vraag stellen")
    return "vraag_gesteld", {"vraag": h.vraag}


def _beantwoord_vraag(s: Situatie, h: BeantwoordVraag) -> _Besluit:
    overleg = _overleg(s, h.overleg)
    if s.speler.wie == h.gesteld_door:
        raise Geweigerd("U stelde deze vraag zelf. Een ander geeft het antwoord.")
    s.vereis_rol((*regierollen(s.route.werkwijze), overleg.voorzitter), "Een vraag beantwoorden")
    return "vraag_beantwoord", {"vraag": h.vraag}


def _maak_afspraak(s: Situatie, h: MaakAfspraak) -> _Besluit:
    s.vereis_taak("Een afspraak maken")
    return "afspraak_gemaakt", {"afspraak": h.afspraak, "voor": h.voor.isoformat()}


def _rond_af(s: Situatie, h: RondAfspraakAf) -> _Besluit:
    afspraken = s.feiten.get("afspraken")
    if not isinstance(afspraken, dict) or afspraken.get(h.afspraak) is None:
        raise Geweigerd("Deze afspraak is al afgerond of bestaat niet.")
    regie = bool(s.speler.rollen & set(regierollen(s.route.werkwijze)))
    if nee := weigering_afronden(eigen=s.speler.wie == h.eigenaar, regie=regie):
        raise Geweigerd(nee)
    return "afspraak_afgerond", {"afspraak": h.afspraak}


def _stel_over(s: Situatie, h: StelOverdrachtVoor) -> _Besluit:
    if not s.speler.leidt:
        s.vereis_rol(overdragers(s.route.werkwijze), "De regie overdragen")
    if h.aan == s.speler.wie:
        raise Geweigerd("Kies een collega om aan over te dragen.")
    return "overdracht_voorgesteld", {"aan": h.aan}


def _aanvaard(s: Situatie, h: AanvaardOverdracht) -> _Besluit:
    if s.feiten.get("overdracht.aan") != s.speler.wie:
        raise Geweigerd("Er is geen voorstel om de regie aan u over te dragen.")
    return "overdracht_aanvaard", {"aan": s.speler.wie}


def _overleg(s: Situatie, code: str) -> Overleg:
    return vind(s.route.werkwijze.overleggen, "overleg", code)


def _dag(s: Situatie, overleg: Overleg, feit: str, melding: str) -> int:
    waarde = s.feiten.get(f"overleg.{overleg.overleg}.{feit}")
    if not isinstance(waarde, int):
        raise Geweigerd(melding)
    return waarde


_BESLIS: dict[type, Callable[..., _Besluit]] = {
    **LENINGBESLUITEN,
    **LEERBESLUITEN,
    Begin: _begin,
    KenRolToe: _ken_rol_toe,
    BeeindigRol: _beeindig_rol,
    LegFormulierVast: _formulier,
    BeantwoordControlevraag: _controlevraag,
    LegContactVast: _contact,
    LegEigenWoordenVast: _eigen_woorden,
    BespreekLeefgebied: _leefgebied,
    ZetStap: _stap,
    DoeAanvraag: _aanvraag,
    BeoordeelAanvraag: _oordeel,
    BetaalAanvraag: _betaling,
    PlanOverleg: _plan_overleg,
    VerstuurStukken: _stukken,
    HoudOverleg: _houd_overleg,
    VerstuurVerslag: _verslag,
    StelVraag: _stel_vraag,
    BeantwoordVraag: _beantwoord_vraag,
    MaakAfspraak: _maak_afspraak,
    RondAfspraakAf: _rond_af,
    StelOverdrachtVoor: _stel_over,
    AanvaardOverdracht: _aanvaard,
}
