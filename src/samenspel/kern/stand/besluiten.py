"""Deciding on what somebody does: it gives the events that follow, or says in Dutch why it can't be done.

Pure: services store the events and the rows that go with them in one transaction.
"""

from collections.abc import Callable, Mapping
from datetime import date

from samenspel.kern.budget.regimes import Aanvraagstatus, eerste_status, na_oordeel, wacht_op_handtekening
from samenspel.kern.stand.afspraken import weigering_afronden
from samenspel.kern.stand.contacten import weigering_contact
from samenspel.kern.stand.correcties import CORRECTIEBESLUITEN, NA_AFSLUITEN
from samenspel.kern.stand.dagen import betaaldagen
from samenspel.kern.stand.eisen import Feiten
from samenspel.kern.stand.handelingen import (
    AanvaardOverdracht,
    BeantwoordControlevraag,
    BeeindigRol,
    Begin,
    BeoordeelAanvraag,
    BespreekLeefgebied,
    BetaalAanvraag,
    DoeAanvraag,
    Feitwaarde,
    Gebeurtenis,
    Handeling,
    KenRolToe,
    LegContactVast,
    LegEigenWoordenVast,
    LegFormulierVast,
    LichtControlevraagToe,
    MaakAfspraak,
    RondAfspraakAf,
    SchrijfLogboek,
    Speler,
    StelOverdrachtVoor,
    VerstuurVerslag,
    ZetStap,
)
from samenspel.kern.stand.leenbesluiten import LENINGBESLUITEN
from samenspel.kern.stand.leerbesluiten import LEERBESLUITEN
from samenspel.kern.stand.logboek import schrijf_logboek
from samenspel.kern.stand.overlegbesluiten import OVERLEGBESLUITEN, van_de_agenda
from samenspel.kern.stand.route import Route
from samenspel.kern.stand.situatie import Besluit as _Besluit
from samenspel.kern.stand.situatie import Geweigerd, Situatie, aanvraag_van, beoordelaars, vind
from samenspel.kern.stand.stand import stand_van_zaken
from samenspel.kern.stand.uitkomst import Mogelijkheid, Reden, Stapstand
from samenspel.kern.werkwijze.basis import Basisfase, Basisstap
from samenspel.kern.werkwijze.catalogus import beginrollen, overdragers, regierollen, toewijzers
from samenspel.kern.werkwijze.model import Antwoord, Budget, Formulier, Houder, Invuller, Regime, Vorm

__all__ = ["Geweigerd", "Situatie", "beslis"]


def beslis(route: Route, feiten: Feiten, handeling: Handeling, speler: Speler, nu: date) -> tuple[Gebeurtenis, ...]:
    """The events that follow from what somebody does on day `nu`, first the deed itself, then what comes of it.

    Raises Geweigerd with the reason.
    """
    if "traject.fase" not in feiten and not isinstance(handeling, Begin):
        raise Geweigerd("Dit traject is nog niet begonnen.")
    if feiten.get("traject.fase") == Basisfase.AFGESLOTEN.value and not isinstance(
        handeling, (ZetStap, VerstuurVerslag, *NA_AFSLUITEN, *LENINGBESLUITEN, *LEERBESLUITEN)
    ):
        raise Geweigerd("Dit traject is afgesloten. Heropen het eerst.")
    situatie = Situatie(route, feiten, speler, nu)
    besluiten = [_BESLIS[type(handeling)](situatie, handeling)]
    if isinstance(handeling, ZetStap):
        besluiten += van_de_agenda(situatie)
    return tuple(Gebeurtenis(soort, nu, gegevens) for soort, gegevens in besluiten)


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
    _vereis_de_rest(s, formulier, h.antwoorden)
    velden = {v: _opgeslagen(w) for v, w in h.antwoorden.items()}
    return "formulier_vastgelegd", {"formulier": h.formulier, "velden": velden}


def _vereis_de_rest(s: Situatie, formulier: Formulier, antwoorden: Mapping[str, Feitwaarde | None]) -> None:
    """A question that comes last waits for the other required ones, answered now or before."""
    bekend = {v.veld for v in formulier.velden if f"formulier.{formulier.formulier}.{v.veld}" in s.feiten}
    bekend = (bekend - antwoorden.keys()) | {veld for veld, waarde in antwoorden.items() if waarde is not None}
    rest = [v for v in formulier.velden if v.verplicht and not v.na_de_rest and v.veld not in bekend]
    laatste = next((v for v in formulier.velden if v.na_de_rest and antwoorden.get(v.veld) is not None), None)
    if rest and laatste is not None:
        raise Geweigerd(f"Beantwoord eerst: ‘{rest[0].vraag}’ Pas daarna komt: ‘{laatste.vraag}’")


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


def _toelichting(s: Situatie, h: LichtControlevraagToe) -> _Besluit:
    vraag = vind(s.route.werkwijze.controlevragen, "controlevraag", h.controlevraag)
    s.vereis_rol(regierollen(s.route.werkwijze), "Op dit antwoord ingaan")
    antwoord = s.feiten.get(f"controlevraag.{h.controlevraag}")
    if antwoord is None or antwoord in {a.value for a in vraag.goed}:
        raise Geweigerd("Dit antwoord houdt niets tegen.")
    return "controlevraag_toegelicht", {"controlevraag": h.controlevraag}


def _contact(s: Situatie, h: LegContactVast) -> _Besluit:
    s.vereis_taak("Een contact vastleggen")
    if nee := weigering_contact(h.uitkomst, beschreven=h.beschreven):
        raise Geweigerd(nee)
    terug = h.terugbellen_op.isoformat() if h.terugbellen_op is not None else None
    gegevens = {"uitkomst": h.uitkomst, "terugbellen_op": terug, "partner": h.partner.value}
    return "contact_vastgelegd", {**gegevens, "contact": h.contact}


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


_NOG_NIET_GEWEEST = (
    "Daar is dit traject nog niet geweest. Heropen het waar het al was; kan de rest niet wachten, kies daarna spoed."
)


def _doel(s: Situatie, stapstand: Stapstand, h: ZetStap) -> str:
    if stapstand.soort.keuze:
        if h.naar not in stapstand.soort.keuze:
            raise Geweigerd(_NOG_NIET_GEWEEST if stapstand.soort.voorstel and h.naar else "Kies naar welke plek.")
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


_BESLIS: dict[type, Callable[..., _Besluit]] = {
    **LENINGBESLUITEN,
    **LEERBESLUITEN,
    **CORRECTIEBESLUITEN,
    SchrijfLogboek: schrijf_logboek,
    **OVERLEGBESLUITEN,
    Begin: _begin,
    KenRolToe: _ken_rol_toe,
    BeeindigRol: _beeindig_rol,
    LegFormulierVast: _formulier,
    BeantwoordControlevraag: _controlevraag,
    LichtControlevraagToe: _toelichting,
    LegContactVast: _contact,
    LegEigenWoordenVast: _eigen_woorden,
    BespreekLeefgebied: _leefgebied,
    ZetStap: _stap,
    DoeAanvraag: _aanvraag,
    BeoordeelAanvraag: _oordeel,
    BetaalAanvraag: _betaling,
    MaakAfspraak: _maak_afspraak,
    RondAfspraakAf: _rond_af,
    StelOverdrachtVoor: _stel_over,
    AanvaardOverdracht: _aanvaard,
}
