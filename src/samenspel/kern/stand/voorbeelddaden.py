"""What each kind of line in a scenario does: from YAML keys to handelingen with their words."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from samenspel.kern.stand.contacten import Gesprekspartner
from samenspel.kern.stand.handelingen import (
    IN_WOORDEN,
    AanvaardOverdracht,
    BeantwoordControlevraag,
    Begin,
    BeoordeelAanvraag,
    BeslisKwijtschelding,
    BespreekInReflectie,
    BespreekLeefgebied,
    BetaalAanvraag,
    DoeAanvraag,
    DraaiAflossingTerug,
    Feitwaarde,
    GeefCluster,
    HaalVanAgenda,
    HoudOverleg,
    KenRolToe,
    LegContactVast,
    LegEigenWoordenVast,
    LegFormulierVast,
    LichtControlevraagToe,
    LosAf,
    MaakAfspraak,
    OndertekenLening,
    PasLeningAan,
    PlanOverleg,
    RondAfspraakAf,
    SchrijfLogboek,
    SpreekLeningAf,
    StelOverdrachtVoor,
    TrekAanvraagIn,
    VerstuurStukken,
    VerstuurVerslag,
    VerzetOverleg,
    VraagKwijtschelding,
    ZetStap,
)
from samenspel.kern.stand.route import Route
from samenspel.kern.stand.voorbeelden import Daad, Voorbeeldfout, Voorbeeldstap
from samenspel.kern.werkwijze.eenheden import lees_bedrag
from samenspel.kern.werkwijze.model import Formulier, Veldsoort

Inhoud = Mapping[str, object]
Maker = Callable[[Inhoud, Route, date], tuple[Daad, ...]]


def _niets(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    return ()


def _begin(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    return (Daad(Begin(())),)


def _eigen_woorden(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    woorden = _tekstmap(r["eigen_woorden"])
    return (Daad(LegEigenWoordenVast(frozenset(woorden)), woorden),)


def _leefgebied(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    woorden = {"tekst": str(r["woorden"])} if r.get("woorden") else {}
    return (Daad(BespreekLeefgebied(str(r["leefgebied"])), woorden),)


def _formulier(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    code, antwoorden = str(r["formulier"]), r.get("antwoorden")
    formulier = next((f for f in route.werkwijze.formulieren if f.formulier == code), None)
    if formulier is None or not isinstance(antwoorden, Mapping):
        raise Voorbeeldfout(f"formulier '{code}' of de antwoorden ontbreken")
    return (formulierdaad(formulier, antwoorden, nul),)


def formulierdaad(formulier: Formulier, antwoorden: Mapping[str, object], nul: date) -> Daad:
    """Saving a form, from its answers as a scenario writes them."""
    soorten = {v.veld: v.soort for v in formulier.velden}
    feiten: dict[str, Feitwaarde | None] = {}
    woorden: dict[str, str] = {}
    for veld, waarde in antwoorden.items():
        if veld not in soorten:
            raise Voorbeeldfout(f"formulier '{formulier.formulier}' heeft geen veld '{veld}'")
        if soorten[veld] in (Veldsoort.TEKST, Veldsoort.LANGE_TEKST):
            feiten[veld], woorden[veld] = (True, str(waarde)) if waarde else (None, "")
        else:
            feiten[veld] = _waarde(soorten[veld], waarde, nul)
    return Daad(LegFormulierVast(formulier.formulier, feiten), woorden)


def _waarde(soort: Veldsoort, waarde: object, nul: date) -> Feitwaarde | None:
    if waarde is None:
        return None
    if soort is Veldsoort.JA_NEE:
        return _ja(waarde)
    if soort is Veldsoort.BEDRAG:
        return lees_bedrag(waarde)
    if soort is Veldsoort.DATUM:
        return waarde if isinstance(waarde, date) else nul + timedelta(days=int(str(waarde)))
    if soort is Veldsoort.MEERKEUZE:
        return tuple(str(w) for w in waarde) if isinstance(waarde, list) else (str(waarde),)
    return int(str(waarde)) if soort is Veldsoort.AANTAL else str(waarde)


def _controlevragen(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    vragen = r["controlevragen"]
    assert isinstance(vragen, Mapping)
    return tuple(_controlevraag(str(code), antwoord) for code, antwoord in vragen.items())


def _controlevraag(code: str, antwoord: object) -> Daad:
    delen = antwoord if isinstance(antwoord, list) else [antwoord, ""]
    waarde = {True: "ja", False: "nee"}.get(delen[0], str(delen[0])) if isinstance(delen[0], bool) else str(delen[0])
    return Daad(BeantwoordControlevraag(code, waarde), {"reden": str(delen[1])})


def _toelichtingen(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    antwoorden = _tekstmap(r["op_een_nee"])
    return tuple(Daad(LichtControlevraagToe(code), {"reactie": tekst}) for code, tekst in antwoorden.items())


def _contact(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    terug = nul + timedelta(days=int(str(r["terugbellen_dag"]))) if r.get("terugbellen_dag") is not None else None
    woorden = {k: str(r[k]) for k in ("met", "gezegd", "afgesproken") if r.get(k)}
    partner = Gesprekspartner(str(r.get("partner", Gesprekspartner.BUITEN)))
    beschreven = bool(woorden.get("gezegd") or woorden.get("afgesproken"))
    return (Daad(LegContactVast(str(r["contact"]), terug, partner, beschreven), woorden),)


def _logboek(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    return (Daad(SchrijfLogboek(str(r["logboek"])), {"tekst": str(r["tekst"])}),)


def _stap(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    waakvlam = nul + timedelta(days=int(str(r["waakvlam_dag"]))) if r.get("waakvlam_dag") is not None else None
    naar = str(r["naar"]) if r.get("naar") else None
    woorden = {w: str(r[k]) for w, k in (("toelichting", "tekst"), ("gebeld", "gebeld")) if r.get(k)}
    return (Daad(ZetStap(str(r["stap"]), naar, waakvlam), woorden),)


def _aanvraag(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    a = _map(r["aanvraag"])
    tot = nul + timedelta(days=int(str(a["tot_dag"]))) if a.get("tot_dag") is not None else None
    vorm, bedrag = str(a.get("vorm", "gift")), lees_bedrag(a["bedrag"])
    handeling = DoeAanvraag(str(a["naam"]), str(a["budget"]), vorm, bedrag, tot=tot)
    return (Daad(handeling, {"waarvoor": str(a.get("waarvoor", a["naam"]))}),)


def _oordeel(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    o = _map(r["oordeel"])
    woorden = {"toelichting": str(o["reden"])} if o.get("reden") else {}
    return (Daad(BeoordeelAanvraag(str(o["aanvraag"]), _ja(o["akkoord"])), woorden),)


def _betaal(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    return (Daad(BetaalAanvraag(str(r["betaal"]))),)


def _trek_in(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    a = _map(r["aanvraag_ingetrokken"])
    return (Daad(TrekAanvraagIn(str(a["aanvraag"])), {"reden": str(a["reden"])}),)


def _leenafspraak(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    a = _map(r["leenafspraak"])
    handeling = SpreekLeningAf(str(a["aanvraag"]), lees_bedrag(a["maandbedrag"]), _dag(a["eerste_dag"], nul))
    return (Daad(handeling, {k: str(a[k]) for k in ("uitkering", "uitkering_bron") if a.get(k)}),)


def _getekend(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    a = _map(r["getekend"])
    return (Daad(OndertekenLening(str(a["aanvraag"])), {"ondertekend_door": str(a["wie"])}),)


def _aflossing(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    a = _map(r["aflossing"])
    return (Daad(LosAf(str(a["aanvraag"]), lees_bedrag(a["bedrag"]))),)


def _teruggedraaid(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    a = _map(r["teruggedraaid"])
    return (Daad(DraaiAflossingTerug(str(a["aanvraag"]), int(str(a["nummer"]))), {"reden": str(a["reden"])}),)


def _kwijtschelding(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    a = _map(r["kwijtschelding"])
    if "akkoord" in a:
        woorden = {"kwijtschelding": str(a["reden"])} if a.get("reden") else {}
        return (Daad(BeslisKwijtschelding(str(a["aanvraag"]), _ja(a["akkoord"])), woorden),)
    return (
        Daad(VraagKwijtschelding(str(a["aanvraag"]), _dag(a["aangetoond_dag"], nul)), {"bewijs": str(a["bewijs"])}),
    )


def _lening_aangepast(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    a = _map(r["lening_aangepast"])
    handeling = PasLeningAan(str(a["aanvraag"]), lees_bedrag(a["maandbedrag"]), _dag(a["eerste_dag"], nul))
    return (Daad(handeling, {"reden": str(a["reden"])}),)


def _dag(waarde: object, nul: date) -> date:
    return nul + timedelta(days=int(str(waarde)))


def _plan_overleg(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    return (Daad(PlanOverleg(str(r["plan_overleg"]), nul + timedelta(days=int(str(r["op_dag"]))))),)


def _verzet_overleg(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    woorden = {"verzet_reden": str(r["reden"])}
    if r.get("doorgelaten"):
        woorden["doorgelaten_reden"] = str(r["doorgelaten"])
    op = nul + timedelta(days=int(str(r["op_dag"])))
    return (Daad(VerzetOverleg(str(r["verzet_overleg"]), op, "doorgelaten_reden" in woorden), woorden),)


def _van_agenda(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    woorden = {"van_agenda_reden": str(r["reden"])} if r.get("reden") else {}
    return (Daad(HaalVanAgenda(str(r["van_agenda"])), woorden),)


def _stukken(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    reden = str(r.get("doorgelaten") or "")
    return (Daad(VerstuurStukken(str(r["stukken"]), bool(reden)), {"doorgelaten_reden": reden} if reden else {}),)


def _overleg(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    afspraken = r.get("afspraken") or []
    assert isinstance(afspraken, list)
    namen = ("toelichting", "voor_inwoner", "wie_beslist", "wet", "rugdekking", "weg_anders", "weg_wie")
    woorden = {k: str(r[k]) for k in namen if r.get(k)}
    slot = HoudOverleg(
        str(r["overleg"]),
        str(r["uitkomst"]),
        len(afspraken),
        gemotiveerd=bool(r.get("voor_inwoner") or r.get("toelichting")),
        besluit=all(k in woorden for k in ("wie_beslist", "wet", "rugdekking")),
        weg=IN_WOORDEN if "weg_anders" in woorden else str(r.get("weg", "")),
        voor=_dag(r["voor_dag"], nul) if r.get("voor_dag") is not None else None,
    )
    return (*(_afspraak({"afspraak": a}, route, nul)[0] for a in afspraken), Daad(slot, woorden))


def _afspraak(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    a = _map(r["afspraak"])
    woorden = {k: str(a[k]) for k in ("wat", "wie", "beslist", "wet", "rugdekking") if a.get(k)}
    return (Daad(MaakAfspraak(str(a["naam"]), nul + timedelta(days=int(str(a["voor_dag"])))), woorden),)


def _verslag(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    return (Daad(VerstuurVerslag(str(r["verslag"]))),)


def _afgerond(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    return (Daad(RondAfspraakAf(str(r["afgerond"]))),)


def _rol(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    return (Daad(KenRolToe(str(r["rol"]), str(r["aan"]))),)


def _overdracht(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    if r.get("overdracht_aan"):
        return (Daad(StelOverdrachtVoor(str(r["overdracht_aan"]))),)
    return (Daad(AanvaardOverdracht()),)


def _reflectie(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    lessen = r["reflectie"]
    assert isinstance(lessen, list)
    return (Daad(BespreekInReflectie("sessie"), {str(nr): str(les) for nr, les in enumerate(lessen)}),)


def _cluster(r: Inhoud, route: Route, nul: date) -> tuple[Daad, ...]:
    return (Daad(GeefCluster(str(r["cluster"]))),)


def _ja(waarde: object) -> bool:
    return waarde is True or waarde == "ja"


def _map(waarde: object) -> Mapping[str, object]:
    if not isinstance(waarde, Mapping):
        raise Voorbeeldfout("hier horen sleutels met waarden")
    return waarde


def _tekstmap(waarde: object) -> dict[str, str]:
    return {str(k): str(v) for k, v in _map(waarde).items() if v}


MAKERS: Mapping[str, Maker] = {
    "niets": _niets,
    "begin": _begin,
    "eigen_woorden": _eigen_woorden,
    "leefgebied": _leefgebied,
    "formulier": _formulier,
    "controlevragen": _controlevragen,
    "op_een_nee": _toelichtingen,
    "contact": _contact,
    "logboek": _logboek,
    "plan_overleg": _plan_overleg,
    "verzet_overleg": _verzet_overleg,
    "van_agenda": _van_agenda,
    "stukken": _stukken,
    "overleg": _overleg,
    "verslag": _verslag,
    "aanvraag": _aanvraag,
    "oordeel": _oordeel,
    "betaal": _betaal,
    "aanvraag_ingetrokken": _trek_in,
    "leenafspraak": _leenafspraak,
    "getekend": _getekend,
    "aflossing": _aflossing,
    "teruggedraaid": _teruggedraaid,
    "kwijtschelding": _kwijtschelding,
    "lening_aangepast": _lening_aangepast,
    "afgerond": _afgerond,
    "afspraak": _afspraak,
    "rol": _rol,
    "stap": _stap,
    "reflectie": _reflectie,
    "cluster": _cluster,
    "overdracht_aan": _overdracht,
    "overdracht_aanvaard": _overdracht,
}


def daden(stap: Voorbeeldstap, route: Route, op: date) -> tuple[Daad, ...]:
    """What a line does on a day, as handelingen with their words. Raises Voorbeeldfout for an unknown line."""
    dag_nul = op - timedelta(days=stap.dag)
    for sleutel, maker in MAKERS.items():
        if sleutel in stap.inhoud:
            return maker(stap.inhoud, route, dag_nul)
    raise Voorbeeldfout(f"dag {stap.dag}: onbekende stap {sorted(stap.inhoud)}")
