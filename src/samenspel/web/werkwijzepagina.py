"""A way of working as its page shows it: the definition in words, for people who never see the file."""

from typing import Any

from samenspel.kern.stand import Route
from samenspel.kern.stand.route import volgorde
from samenspel.kern.werkwijze.basis import BASIS
from samenspel.kern.werkwijze.model import (
    Aanwezigheid,
    Budget,
    Fase,
    Formulier,
    Houder,
    Invuller,
    Meetmoment,
    Overleg,
    Regime,
    Rol,
    Stap,
    Termijn,
    Toestand,
    Voor,
    Vorm,
    Werkwijze,
)
from samenspel.web.delentekst import AVG_NAMEN, SOORTNAMEN, opsomming
from samenspel.web.routebeeld import teken_route
from samenspel.web.tekst import euro

HOUDERS = {
    Houder.PER_CASUS: "per casus gekozen",
    Houder.PER_TEAM: "voor een team",
    Houder.PER_OVERLEG: "aan een overlegtafel",
    Houder.INWONER: "de inwoner zelf",
    Houder.EXTERN: "van buiten, logt niet in",
}
REGIMES = {
    Regime.DIRECT: "Wie vraagt, beslist zelf en legt achteraf uit.",
    Regime.GROEP: "Collega’s beslissen samen.",
    Regime.TEAMLEIDER: "De teamleider beslist.",
    Regime.VIER_OGEN: "Een ander beslist mee: vier ogen.",
    Regime.TAFEL: "Het overleg beslist.",
}
VORMEN = {
    Vorm.GIFT: "gift",
    Vorm.LENING: "lening",
    Vorm.VOORSCHOT: "voorschot",
    Vorm.OVERBRUGGING: "overbrugging",
}
AANWEZIG = {
    Aanwezigheid.AANWEZIG: "De inwoner is erbij.",
    Aanwezigheid.AFWEZIG: "De inwoner is er niet bij.",
    Aanwezigheid.MAG: "De inwoner mag erbij zijn.",
}


def bouw(route: Route) -> dict[str, Any]:
    """Everything on the page of one werkwijze."""
    w = route.werkwijze
    beeld = teken_route(w)
    return {
        "w": w,
        "startbaar": w.toestand is Toestand.STARTBAAR,
        "voor_wie": "één persoon" if w.voor is Voor.PERSOON else "een huishouden",
        "treden": [
            {"naam": f.naam, "toestand": "komt", "onderschrift": "", "nummer": n}
            for n, f in enumerate((f for f in w.fasen if not f.buiten_ladder), 1)
        ],
        "beeld": beeld,
        "stappen": _stappentabel(w, {p.stap: p.letter for p in beeld.pijlen}),
        "weg": [_halte(f, route) for f in w.fasen],
        "overal": [b.naam for b in BASIS],
        "rollen": [_rol(r) for r in w.rollen],
        "formulieren": [_formulier(f, w) for f in w.formulieren],
        "vragen": [{"vraag": v.vraag, "wie": _rolnamen(v.door, w)} for v in w.controlevragen],
        "overleggen": [_overleg(o, route) for o in w.overleggen],
        "budgetten": [_budget(b, w) for b in w.budgetten],
        "termijnen": [_termijn(t, route) for t in w.termijnen],
        "meetmomenten": [_meetmoment(m, route) for m in w.meetmomenten],
        "grondslagen": [
            {"g": g, "avg": AVG_NAMEN[g.avg_6], "ziet": opsomming([SOORTNAMEN[s] for s in g.soorten])}
            for g in w.grondslagen
        ],
        "eigen_keuzes": _eigen_keuzes(w),
    }


def _rolnamen(codes: tuple[str, ...], w: Werkwijze) -> str:
    namen = {r.rol: r.naam for r in w.rollen}
    return opsomming([namen[c] for c in codes])


def _stappentabel(w: Werkwijze, letters: dict[str, str]) -> list[dict[str, str]]:
    fasen = {f.fase: f.naam for f in w.fasen}
    return [
        {
            "letter": letters[s.stap],
            "naam": s.naam,
            "van": opsomming([fasen[v] for v in s.van]),
            "naar": fasen[s.naar],
            "wie": _rolnamen(s.door, w),
        }
        for s in w.stappen
    ]


def _halte(fase: Fase, route: Route) -> dict[str, Any]:
    """A fase with the ways out of it, as `_weg.html` shows it."""
    w = route.werkwijze
    fasen = {f.fase: f for f in w.fasen}
    uit = [s for s in w.stappen if fase.fase in s.van]
    return {
        "id": fase.fase,
        "naam": fase.naam,
        "uitleg": fase.uitleg,
        "wie": f"De inwoner leest: ‘{fase.voor_inwoner}’",
        "eind": not uit,
        "wegen": [
            {
                "naam": s.naam,
                "naar": fasen[s.naar].naam,
                "naar_id": s.naar,
                "als": _als(s, fase, fasen[s.naar], route),
            }
            for s in uit
        ],
    }


def _als(stap: Stap, van: Fase, naar: Fase, route: Route) -> str:
    """When a stap can be taken, in sentences: its conditions, and what going onward asks to be ready."""
    zinnen = [v.uitleg for v in stap.alle_van]
    if len(stap.een_van) == 1:
        zinnen.append(stap.een_van[0].uitleg)
    elif stap.een_van:
        zinnen.append(f"Eén van deze: {'; '.join(_midden(v.uitleg) for v in stap.een_van)}.")
    if volgorde(route.werkwijze, naar.fase) > volgorde(route.werkwijze, van.fase):
        klaar = [_naam_van(g, route) for g in naar.vraagt]
        if klaar:
            zinnen.append(f"Klaar: {opsomming(klaar)}.")
        if van.controlevragen:
            aantal = len(van.controlevragen)
            zinnen.append(f"{aantal} {'controlevraag' if aantal == 1 else 'controlevragen'} goed beantwoord.")
    return " ".join(zinnen)


def _naam_van(gevraagd: str, route: Route) -> str:
    """What is asked, by name: a form, or one fact."""
    formulieren = {f.formulier: f.naam for f in route.werkwijze.formulieren}
    feit = route.catalogus.get(gevraagd)
    naam = formulieren.get(gevraagd, "").rstrip("?.")
    return naam or (_midden(feit.naam) if feit is not None else gevraagd)


def _midden(tekst: str) -> str:
    """A sentence to stand in the middle of another."""
    kaal = tekst.strip().rstrip("?.")
    return kaal[:1].lower() + kaal[1:]


def _rol(rol: Rol) -> dict[str, Any]:
    extra = [HOUDERS[rol.houder]]
    if rol.begint:
        extra.append("begint het traject")
    if rol.wijst_toe:
        extra.append("geeft rollen en wijst de regie toe")
    if rol.uren_per_week is not None:
        extra.append(f"{rol.uren_per_week} uur per week")
    if rol.aanstelling is not None:
        extra.append(f"aangesteld voor {rol.aanstelling}")
    if rol.wisselt_bij_toerbeurt:
        extra.append("wisselt bij toerbeurt")
    if rol.caseload is not None:
        extra.append(f"{rol.caseload.van} tot {rol.caseload.tot} casussen per fte")
    return {
        "naam": rol.naam,
        "uitleg": rol.uitleg,
        "hoe": ", ".join(extra),
        "ziet": "het hele dossier" if rol.regie else opsomming([SOORTNAMEN[s] for s in rol.ziet]),
    }


def _formulier(f: Formulier, w: Werkwijze) -> dict[str, Any]:
    wie = "de inwoner, zo nodig met hulp" if f.invuller is Invuller.INWONER else _rolnamen(f.door, w)
    return {"naam": f.naam, "uitleg": f.uitleg, "wie": wie, "velden": f.velden}


def _overleg(o: Overleg, route: Route) -> dict[str, Any]:
    w = route.werkwijze
    regels = [f"Voorzitter: {_rolnamen((o.voorzitter,), w)}.", AANWEZIG[o.inwoner]]
    if o.kern:
        regels.append(f"Aan tafel: {opsomming(o.kern)}.")
    if o.ritme is not None:
        regels.append(f"Elke {o.ritme}.")
    if o.stukken is not None:
        namen = "; ".join(_naam_van(p, route) for p in o.stukken.bevat)
        regels.append(f"Stukken {o.stukken.dagen_vooraf} dagen vooraf{f': {namen}' if namen else ''}.")
    if o.tijd:
        regels.append(f"Tijd: {opsomming([f'{_midden(t.naam)} {t.minuten} minuten' for t in o.tijd])}.")
    binnen = "dezelfde dag" if o.verslag_binnen.aantal == 0 else f"binnen {o.verslag_binnen}"
    regels.append(f"Verslag: {binnen}.")
    return {"naam": o.naam, "uitleg": o.uitleg, "regels": regels, "uitkomsten": [u.naam for u in o.uitkomsten]}


def _budget(b: Budget, w: Werkwijze) -> dict[str, Any]:
    regels = [REGIMES[b.regime]]
    if b.per is not None:
        regels.append(f"Komt elke {b.per} terug, tot een dag die bij de aanvraag staat. Elke keer telt mee.")
    if b.plafond is not None:
        regels.append(f"Hooguit {euro(b.plafond)} per keer.")
    if b.plafond_huishouden is not None:
        in_periode = f" in {b.periode}" if b.periode is not None else ""
        regels.append(f"Hooguit {euro(b.plafond_huishouden)} per huishouden{in_periode}.")
    if b.plafond is None and b.plafond_huishouden is None:
        regels.append("Geen vast plafond.")
    if b.instemmers > 1:
        regels.append(f"{b.instemmers} anderen stemmen in.")
    regels.append(f"Vormen: {opsomming([VORMEN[v] for v in b.vormen])}.")
    if b.lening is not None and b.lening.kwijtschelding_procent:
        als = b.lening.kwijtschelding_bij or " ".join(v.uitleg for v in b.lening.kwijtschelding_als)
        regels.append(f"{b.lening.kwijtschelding_procent}% kwijtgescholden{f' als: {als}' if als else '.'}")
    if b.bon_binnen is not None:
        regels.append(f"Bon binnen {b.bon_binnen}.")
    wie = [f"Vraagt: {_rolnamen(b.door, w)}", f"betaalt: {_rolnamen(b.betalers, w)}"]
    if b.beoordelaars:
        wie.insert(1, f"beoordeelt: {_rolnamen(b.beoordelaars, w)}")
    return {"naam": b.naam, "wie": "; ".join(wie), "regels": regels}


def _termijn(t: Termijn, route: Route) -> dict[str, Any]:
    return {
        "naam": t.naam,
        "duur": str(t.duur) if t.duur.aantal else "op de dag zelf",
        "vanaf": _feitnaam(t.vanaf, route),
        "als": t.alleen_als.uitleg if t.alleen_als is not None else "",
        "wet": t.wettelijk,
        "wie": _rolnamen(t.attendeert, route.werkwijze),
    }


def _meetmoment(m: Meetmoment, route: Route) -> dict[str, Any]:
    return {
        "naam": m.naam,
        "instrument": m.instrument,
        "wanneer": f"{m.na} later" if m.na is not None else "op de dag zelf",
        "vanaf": _feitnaam(m.vanaf, route),
        "tot": _feitnaam(m.tot, route) if m.tot is not None else "",
        "wie": _rolnamen(m.door, route.werkwijze),
    }


def _feitnaam(pad: str, route: Route) -> str:
    return route.catalogus[pad].naam.rstrip("?.") if pad in route.catalogus else ""


def _eigen_keuzes(w: Werkwijze) -> list[dict[str, str]]:
    """What the source doesn't say and the maker of the definition chose."""
    benoemd = [
        (w.naam, w.eigen_keuze),
        *(("Leefgebieden", g.eigen_keuze) for g in w.leefgebieden),
        *((f.naam, f.eigen_keuze) for f in w.feiten),
        *((i.uitleg, i.eigen_keuze) for i in w.instroom),
        *((o.naam, o.eigen_keuze) for o in w.overleggen),
        *((f"{o.naam}: stukken", o.stukken.eigen_keuze) for o in w.overleggen if o.stukken is not None),
        *((b.naam, b.eigen_keuze) for b in w.budgetten),
        *((f"{b.naam}: lening", b.lening.eigen_keuze) for b in w.budgetten if b.lening is not None),
        *((g.naam, g.eigen_keuze) for g in w.grondslagen),
        *((t.naam, t.eigen_keuze) for t in w.termijnen),
        *((m.naam, m.eigen_keuze) for m in w.meetmomenten),
    ]
    if w.leerlus is not None:
        benoemd.append(("Samen leren", w.leerlus.eigen_keuze))
        if w.leerlus.reflectie is not None:
            benoemd.append((w.leerlus.reflectie.naam, w.leerlus.reflectie.eigen_keuze))
    return [{"naam": naam, "tekst": tekst} for naam, tekst in benoemd if tekst]
