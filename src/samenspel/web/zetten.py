"""What I can do now in a traject: possible moves, what I can supply, and why another move can't be made yet."""

from typing import Any

from django.urls import reverse

from samenspel.casus.models import Traject
from samenspel.kern.stand import Route, Stand
from samenspel.kern.stand.uitkomst import Attendering, Mogelijkheid, Ontbreekt, Reden, Stapstand
from samenspel.kern.werkwijze.catalogus import Herstelwijze
from samenspel.organisatie.models import Account
from samenspel.regie.verstrekking import verstrekking_in
from samenspel.web.herstel import adres_van

TAAKNAAM = {
    Herstelwijze.FORMULIER: "Vul aan: {}",
    Herstelwijze.CONTROLEVRAAG: "Beantwoord de controlevragen",
    Herstelwijze.CONTACT: "Leg vast wat het antwoord was",
    Herstelwijze.AANVRAAG: "Vraag geld aan",
    Herstelwijze.BEOORDELING: "Beoordeel de aanvraag",
    Herstelwijze.BETALING: "Betaal uit",
    Herstelwijze.EIGEN_WOORDEN: "Schrijf op wat de inwoner zelf zegt",
    Herstelwijze.LEEFGEBIEDEN: "Bespreek de leefgebieden",
    Herstelwijze.AFSPRAAK: "Maak een afspraak",
    Herstelwijze.ROL: "Kies wie meedoet",
    Herstelwijze.OVERDRACHT: "Vraag een collega om de regie",
    Herstelwijze.BON: "Voeg de bon toe",
    Herstelwijze.PERSOON: "Vul de geboortedatum in",
    Herstelwijze.REFLECTIE: "Leg een reflectiesessie vast",
    Herstelwijze.CLUSTER: "Kies achteraf het cluster",
}
KNOP = {
    Herstelwijze.CONTACT: "Contact vastleggen",
    Herstelwijze.CONTROLEVRAAG: "Beantwoorden",
    Herstelwijze.AANVRAAG: "Aanvragen",
    Herstelwijze.BEOORDELING: "Beoordelen",
    Herstelwijze.REFLECTIE: "Vastleggen",
    Herstelwijze.CLUSTER: "Kiezen",
}
EERST, DAARNA, NOG_NIET = 0, 1, 2
VAN_HET_OVERLEG = frozenset(
    {Herstelwijze.OVERLEG_PLANNEN, Herstelwijze.STUKKEN, Herstelwijze.OVERLEG_HOUDEN, Herstelwijze.VERSLAG}
)
"""What `overlegbeurt` tells, since it goes in the order of the meeting."""


VOOR_WIE_MEEDOET = VAN_HET_OVERLEG | {
    Herstelwijze.BEOORDELING,
    Herstelwijze.BETALING,
    Herstelwijze.BON,
    Herstelwijze.ROL,
}
"""What everybody in the traject may read how far it is; elsewhere a link is for who supplies it."""


def zet(stap: Stapstand, traject: Traject, route: Route, rollen: frozenset[str]) -> dict[str, Any]:
    """A move: with its button where it is possible, else with what is missing and the links that mend it."""
    mogelijk = stap.mogelijkheid is Mogelijkheid.MOGELIJK
    return {
        "code": stap.soort.stap,
        "naam": stap.soort.naam,
        "uitleg": stap.soort.uitleg if mogelijk else _waarom_niet(stap.redenen),
        "keuzes": [] if mogelijk else [a.uitleg for r in stap.redenen for a in r.alternatieven],
        "stand": "" if mogelijk else "Kan nog niet.",
        "mist": [] if mogelijk else _wat_mist(stap.redenen, traject, route, rollen),
        "knop": "Deze stap zetten" if mogelijk else "",
        "url": reverse("stap", args=[traject.pk, stap.soort.stap]) if mogelijk else "",
        "volgorde": EERST if mogelijk else NOG_NIET,
    }


def handelingen(stand: Stand, traject: Traject, route: Route, rollen: frozenset[str]) -> list[dict[str, Any]]:
    """What this person can supply of what is missing, one line a screen."""
    te_doen: dict[str, dict[str, Any]] = {}
    for o in (*stand.ontbreekt, *stand.inhalen):
        adres = adres_van(o, traject).split("#")[0]
        if not adres or o.herstel.wijze in VAN_HET_OVERLEG or not rollen & set(o.herstel.door):
            continue
        regel = te_doen.setdefault(adres, {"eerste": o, "namen": []})
        regel["namen"].append(o.naam)
    return [_handeling(adres, regel["eerste"], regel["namen"], route) for adres, regel in te_doen.items()]


def _handeling(adres: str, o: Ontbreekt, namen: list[str], route: Route) -> dict[str, Any]:
    wijze = o.herstel.wijze
    open_vragen = f"{len(namen)} vragen staan nog open." if len(namen) > 1 else namen[0]
    met_uitleg = wijze in (Herstelwijze.FORMULIER, Herstelwijze.CONTROLEVRAAG)
    return {
        "code": wijze.value,
        "naam": TAAKNAAM[wijze].format(_doelnaam(o, route)),
        "uitleg": open_vragen if met_uitleg else "",
        "keuzes": [],
        "stand": "",
        "mist": [],
        "knop": KNOP.get(wijze, "Aanvullen"),
        "url": adres,
        "volgorde": DAARNA,
    }


def verstrekkingzetten(account: Account, traject: Traject) -> list[dict[str, Any]]:
    """Where somebody outside thinks along: the document for them, for who decides with whom is shared."""
    verstrekking = verstrekking_in(traject) if traject.casus.regisseur_id == account.pk else None
    if verstrekking is None:
        return []
    return [
        {
            "code": "verstrekking",
            "naam": verstrekking.stuk,
            "uitleg": "U ziet eerst precies wat meegaat en wat hier blijft.",
            "keuzes": [],
            "stand": "",
            "mist": [],
            "knop": "Bekijken",
            "url": reverse("verstrekking", args=[traject.pk]),
            "volgorde": DAARNA,
        }
    ]


def inhaalregels(stand: Stand, traject: Traject, route: Route, rollen: frozenset[str]) -> list[dict[str, Any]]:
    """What urgent skipping left to be made up, by screen."""
    return _per_scherm(stand.inhalen, traject, route, rollen)


def attendering(a: Attendering, traject: Traject, rollen: frozenset[str]) -> dict[str, Any]:
    """What asks attention, with the link to what ends it where this person can do that."""
    hier = next((o for o in a.herstel if rollen & set(o.herstel.door)), None)
    return {"tekst": f"{a.naam}: {a.uitleg}", "url": adres_van(hier, traject) if hier is not None else ""}


def _wat_mist(
    redenen: tuple[Reden, ...], traject: Traject, route: Route, rollen: frozenset[str]
) -> list[dict[str, Any]]:
    return _per_scherm(tuple(o for r in redenen if not r.alternatieven for o in r.herstel), traject, route, rollen)


def _per_scherm(
    ontbreekt: tuple[Ontbreekt, ...], traject: Traject, route: Route, rollen: frozenset[str]
) -> list[dict[str, Any]]:
    per_adres: dict[str, list[Ontbreekt]] = {}
    for o in ontbreekt:
        adres = adres_van(o, traject)
        per_adres.setdefault(adres.split("#")[0] or o.feit, []).append(o)
    return [_mist(delen, traject, route, rollen) for delen in per_adres.values()]


def _mist(delen: list[Ontbreekt], traject: Traject, route: Route, rollen: frozenset[str]) -> dict[str, Any]:
    """What is missing on one screen: with the link for who can supply it, else with who that is."""
    eerste, url = delen[0], adres_van(delen[0], traject)
    door = {rol for o in delen for rol in o.herstel.door}
    mag = bool(rollen & door) or eerste.herstel.wijze in VOOR_WIE_MEEDOET
    wie = ", ".join(r.naam.lower() for r in route.werkwijze.rollen if r.rol in door)
    achter = "" if mag or not wie else f" ({wie})"
    if len(delen) == 1:
        naam = eerste.naam.rstrip("?.")
        return {"naam": naam[:1].lower() + naam[1:] + achter, "url": url if mag else ""}
    doel = _doelnaam(eerste, route)
    naam = f"{len(delen)} vragen" + (f" van {doel}" if doel else "")
    return {"naam": naam + achter, "url": url.split("#")[0] if mag else ""}


def _doelnaam(o: Ontbreekt, route: Route) -> str:
    """The form or the meeting under its own name; empty where the act needs none."""
    w = route.werkwijze
    if o.herstel.wijze is Herstelwijze.FORMULIER:
        return next((f.naam for f in w.formulieren if f.formulier == o.herstel.doel), "")
    if o.herstel.wijze is Herstelwijze.CONTROLEVRAAG:
        return "de controlevragen"
    return next((v.naam for v in w.overleggen if v.overleg == o.herstel.doel), "")


def _waarom_niet(redenen: tuple[Reden, ...]) -> str:
    """What is known and not so, in the definition's own words; what is merely missing is told by its links."""
    return " ".join(r.uitleg for r in redenen if not r.alternatieven and not (r.onbekend and r.herstel))
