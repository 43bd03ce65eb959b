"""States of a traject by chance: facts at random, and courses of whatever people may do, as far as they are let."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from samenspel.kern.stand import Geweigerd, Route, Stand, beslis, fold, stand_van_zaken
from samenspel.kern.stand import handelingen as h
from samenspel.kern.stand.contacten import Gesprekspartner
from samenspel.kern.stand.handelingen import Feitwaarde, Gebeurtenis, Handeling
from samenspel.kern.stand.logboek import Regelsoort
from samenspel.kern.werkwijze.catalogus import AFGELEID_VAN, CONTACTUITKOMSTEN, Feitbeschrijving
from samenspel.kern.werkwijze.controle_rollen import invullers
from samenspel.kern.werkwijze.model import Antwoord, Feitsoort, Formulier, Veld, Veldsoort, Voor

BEGIN = date(2024, 3, 4)


def verloop(route: Route, zaad: int, lengte: int = 60) -> Iterator[tuple[tuple[Gebeurtenis, ...], date, Stand]]:
    """After every deed that was not refused: the history, the day and the Stand then."""
    r = random.Random(zaad)
    nu, rollen = BEGIN, invullers(route.werkwijze)
    geboren = date(2006, 5, 1) if route.werkwijze.voor is Voor.PERSOON else None
    geschiedenis: tuple[Gebeurtenis, ...] = ()
    daad: Handeling = h.Begin(("persoon",), geboren)
    for _ in range(lengte):
        speler = h.Speler(r.choice("abc"), rollen)
        feiten = fold(geschiedenis, route)
        try:
            geschiedenis += beslis(route, feiten, daad, speler, nu)
        except Geweigerd:
            pass
        else:
            yield geschiedenis, nu, stand_van_zaken(route, fold(geschiedenis, route), nu)
        nu += timedelta(r.choice([0, 0, 0, 1, 5, 40]))
        daad = _daad(r, route, geschiedenis, nu)


def _daad(r: random.Random, route: Route, geschiedenis: tuple[Gebeurtenis, ...], nu: date) -> Handeling:
    w = route.werkwijze
    later = nu + timedelta(r.choice([0, 1, 3]))
    stand = stand_van_zaken(route, fold(geschiedenis, route), nu)
    stap = r.choice([s for s in stand.stappen if not s.soort.basis or r.random() < 0.2] or stand.stappen)
    naar = r.choice(stap.soort.keuze) if stap.soort.keuze else None
    contact, regel = r.choice("vw"), r.choice("st")
    daden: list[Handeling] = [
        h.ZetStap(stap.soort.stap, naar, nu + timedelta(30)),
        h.LegContactVast(r.choice(CONTACTUITKOMSTEN), r.choice([None, later]), contact=contact),
        h.WijzigContact(contact, r.choice(CONTACTUITKOMSTEN), None, r.choice(list(Gesprekspartner)), eigenaar="a"),
        h.TrekContactIn(contact, "a"),
        h.ZetContactTerug(contact),
        h.SchrijfLogboek(r.choice(list(Regelsoort)), regel),
        h.TrekRegelIn(regel, "a"),
        h.ZetRegelTerug(regel),
        h.LegEigenWoordenVast(frozenset(r.sample(["ik_wil", "ik_kan", "ik_heb_nodig"], 2))),
        h.MaakAfspraak(r.choice("pq"), later),
        h.RondAfspraakAf(r.choice("pq")),
        h.KenRolToe(r.choice(w.rollen).rol, "a"),
    ]
    daden += [h.BespreekLeefgebied(x.leefgebied) for x in w.leefgebieden[:1]]
    daden += [h.LegFormulierVast(f.formulier, _antwoorden(r, f)) for f in w.formulieren]
    daden += [h.BeantwoordControlevraag(v.controlevraag, r.choice(list(Antwoord)).value) for v in w.controlevragen]
    for b in w.budgetten:
        ruimte = r.choice([None, 50_000])
        tot = later + timedelta(90) if b.per is not None else None
        vorm, bedrag = r.choice(b.vormen).value, r.randint(1, 99_999)
        daden.append(h.DoeAanvraag(r.choice("xy"), b.budget, vorm, bedrag, ruimte, tot))
        daden += [h.BeoordeelAanvraag("x", r.random() < 0.7), h.BetaalAanvraag("x")]
        daden.append(h.TrekAanvraagIn(r.choice("xy")))
        daden += [h.SpreekLeningAf("x", 1_000, later + timedelta(1)), h.OndertekenLening("x")]
        daden += [h.LosAf("x", r.randint(1, 9_999)), h.DraaiAflossingTerug("x", r.randint(1, 2))]
    for o in w.overleggen:
        uitkomst = r.choice(o.uitkomsten).uitkomst
        daden += [
            h.PlanOverleg(o.overleg, later),
            h.VerzetOverleg(o.overleg, later, r.random() < 0.8),
            h.HaalVanAgenda(o.overleg),
            h.VerstuurStukken(o.overleg, True),
            h.HoudOverleg(o.overleg, uitkomst, 1, True, True, h.IN_WOORDEN, later),
            h.VerbeterUitkomst(o.overleg, uitkomst, 1, True, True, h.IN_WOORDEN, later),
            h.VerstuurVerslag(o.overleg),
        ]
    return daden[0] if r.random() < 0.3 else r.choice(daden)


def _antwoorden(r: random.Random, formulier: Formulier) -> dict[str, Feitwaarde | None]:
    return {v.veld: _antwoord(r, v) for v in formulier.velden if v.verplicht or r.random() < 0.5}


def _antwoord(r: random.Random, veld: Veld) -> Feitwaarde | None:
    if veld.soort in (Veldsoort.TEKST, Veldsoort.LANGE_TEKST):
        return r.choice([True, None])
    if veld.soort is Veldsoort.KEUZE:
        return r.choice(veld.keuzes)
    if veld.soort is Veldsoort.JA_NEE:
        return r.random() < 0.5
    if veld.soort is Veldsoort.DATUM:
        return BEGIN + timedelta(r.randint(-900, 900))
    return r.randint(0, 99_999)


def feiten_bij_toeval(r: random.Random, route: Route, fase: str, bekend: float | None = None) -> dict[str, object]:
    """Facts of a traject in a fase, more states than can be reached; `bekend`: what share of them is known."""
    feiten: dict[str, object] = {"traject.fase": fase, "traject.sinds": BEGIN.toordinal() - 9}
    bekend = r.choice([0.5, 0.95, 1.0]) if bekend is None else bekend
    for pad, feit in route.catalogus.items():
        afgeleid = pad.startswith("termijn.") or pad in AFGELEID_VAN
        if feit.waarde is None and not afgeleid and (r.random() < bekend or pad == "persoon.geboortedatum"):
            feiten[pad] = _feitwaarde(r, feit)
    return feiten


def _feitwaarde(r: random.Random, feit: Feitbeschrijving) -> object:
    if feit.soort is Feitsoort.KEUZE:
        waarden = feit.waarden or ("iets",)
        return "ja" if "ja" in waarden and r.random() < 0.8 else r.choice(waarden)
    if feit.soort is Feitsoort.DATUM:
        return BEGIN.toordinal() - r.randint(-5, 11_000)
    if feit.soort in (Feitsoort.JA_NEE, Feitsoort.INGEVULD):
        return feit.soort is Feitsoort.INGEVULD or r.random() < 0.5
    return r.randint(0, 20_000)
