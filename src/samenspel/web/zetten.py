"""What I can do now in a traject: possible moves, what I can supply, and why another move can't be made yet."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from samenspel.casus.models import Traject
from samenspel.delen.services import huidige_woorden
from samenspel.doorbraak.models import Controleantwoord
from samenspel.kern.stand import Route
from samenspel.kern.stand.geldwerk import Geldtaak, geldtaken
from samenspel.kern.stand.taken import STAP, VAN_HET_OVERLEG
from samenspel.kern.stand.uitkomst import Attendering, Mogelijkheid, Ontbreekt, Reden, Stapstand, Taak
from samenspel.kern.stand.vouwen import aanvragen_in
from samenspel.kern.werkwijze.catalogus import Herstelwijze
from samenspel.regie.verstrekking import mag_verstrekken, verstrekking_in
from samenspel.regie.vooraf import Vooraf
from samenspel.web.eigen_taken import EigenTaak
from samenspel.web.herstel import adres_van
from samenspel.web.taaknaam import GELDTAKEN, KNOP, taaknaam

EERST, DAARNA, NOG_NIET = 0, 1, 2
VAN_DE_LENING = frozenset({Geldtaak.KWIJTSCHELDEN, Geldtaak.AFSPREKEN, Geldtaak.ONDERTEKENEN, Geldtaak.AFLOSSING})
KNOP_BIJ_GELD = {"lening": "Naar de lening", "aanvraag": "Naar de aanvraag"}
VOOR_WIE_MEEDOET = VAN_HET_OVERLEG | {
    Herstelwijze.BEOORDELING,
    Herstelwijze.BETALING,
    Herstelwijze.BON,
    Herstelwijze.ROL,
}
"""What everybody in the traject may read how far it is; elsewhere a link is for who supplies it."""


def zet(stap: Stapstand, vooraf: Vooraf) -> dict[str, Any]:
    """A move: with its button where it is possible, else with what is missing and the links that mend it."""
    mogelijk, traject = stap.mogelijkheid is Mogelijkheid.MOGELIJK, vooraf.traject
    return {
        "code": stap.soort.stap,
        "naam": stap.soort.naam,
        "uitleg": stap.soort.uitleg if mogelijk else _waarom_niet(stap.redenen),
        "keuzes": [] if mogelijk else _keuzes(stap.redenen, traject, vooraf.speler.rollen),
        "stand": "" if mogelijk else "Kan nog niet.",
        "mist": [] if mogelijk else _wat_mist(stap.redenen, vooraf),
        "tegen": [] if mogelijk else _houdt_tegen(stap.redenen),
        "knop": "Deze stap zetten" if mogelijk else "",
        "url": reverse("stap", args=[traject.pk, stap.soort.stap]) if mogelijk else "",
        "volgorde": EERST if mogelijk else NOG_NIET,
    }


def handelingen(vooraf: Vooraf) -> list[dict[str, Any]]:
    """What this person can supply of what waits or is missing, one line a screen."""
    traject, te_doen = vooraf.traject, dict[str, Taak]()
    for taak in vooraf.stand.taken:
        wijze = Herstelwijze(taak.soort) if taak.soort != STAP else None
        alleen_bij_stap = (
            wijze is None or wijze in VAN_HET_OVERLEG or (wijze is Herstelwijze.FORMULIER and not taak.hoeft)
        )
        if alleen_bij_stap or not vooraf.speler.rollen & set(taak.door):
            continue
        adres = adres_van(taak.ontbreekt[0], traject).split("#")[0]
        eerder = te_doen.get(adres, taak)
        te_doen[adres] = eerder._replace(ontbreekt=tuple(dict.fromkeys((*eerder.ontbreekt, *taak.ontbreekt))))
    nee = _redenen_van_nee(traject, te_doen.values())
    return [_handeling(adres, taak, vooraf.route, nee) for adres, taak in te_doen.items()]


def _redenen_van_nee(traject: Traject, taken: Iterable[Taak]) -> dict[str, str]:
    """By controlevraag who said no and why, where this person is to answer to that."""
    codes = [t.doel for t in taken if t.soort == Herstelwijze.TOELICHTING.value]
    rijen = Controleantwoord.objects.filter(traject=traject, controlevraag__in=codes).select_related("item", "door")
    return {
        r.controlevraag: f"{r.door.naam}: {huidige_woorden(r.item).get('reden', '')}" for r in (rijen if codes else ())
    }


def _handeling(adres: str, taak: Taak, route: Route, nee: Mapping[str, str]) -> dict[str, Any]:
    wijze, namen = Herstelwijze(taak.soort), [o.naam for o in taak.ontbreekt]
    open_vragen = f"{len(namen)} vragen staan nog open." if len(namen) > 1 else namen[0]
    met_uitleg = wijze in (Herstelwijze.FORMULIER, Herstelwijze.CONTROLEVRAAG)
    naam = taaknaam(taak.soort, taak.doel, route)
    if wijze is Herstelwijze.TOELICHTING:
        return _regel(wijze.value, naam, f"{namen[0]} {nee.get(taak.doel, '')}", KNOP[wijze], adres, EERST)
    return _regel(wijze.value, naam, open_vragen if met_uitleg else "", KNOP.get(wijze, "Aanvullen"), adres)


def _regel(code: str, naam: str, uitleg: str, knop: str, url: str, volgorde: int = DAARNA) -> dict[str, Any]:
    return {
        "code": code,
        "naam": naam,
        "uitleg": uitleg,
        "keuzes": [],
        "stand": "",
        "mist": [],
        "knop": knop,
        "url": url,
        "volgorde": volgorde,
    }


def geldzetten(vooraf: Vooraf, dag: date) -> list[dict[str, Any]]:
    """What money in this traject asks of this person, with the application that it is about."""
    regels = []
    for aanvraag, stand in aanvragen_in(vooraf.feiten).items():
        for taak in geldtaken(vooraf.route, vooraf.speler, [stand], dag.toordinal()):
            scherm = "lening" if taak in VAN_DE_LENING else "aanvraag"
            adres = reverse(scherm, args=[aanvraag])
            regels.append(_regel(taak.value, GELDTAKEN[taak], "", KNOP_BIJ_GELD[scherm], adres, EERST))
    return regels


def afspraakzetten(taken: Iterable[EigenTaak], woorden: Mapping[UUID, Mapping[str, str]]) -> list[dict[str, Any]]:
    """One's own tasks in the dossier; an agreement says what was agreed, to who may read that."""
    return [
        _regel("eigen", t.naam, woorden.get(t.item, {}).get("wat", "") if t.item else "", t.knop, t.url, EERST)
        for t in taken
    ]


def verstrekkingzetten(vooraf: Vooraf) -> list[dict[str, Any]]:
    """Where somebody outside thinks along: the document for them, for who may hand it over."""
    traject = vooraf.traject
    verstrekking = verstrekking_in(traject) if mag_verstrekken(traject, vooraf.account, vooraf.nu) else None
    if verstrekking is None:
        return []
    uitleg = "U ziet eerst precies wat meegaat en wat hier blijft."
    return [_regel("verstrekking", verstrekking.stuk, uitleg, "Bekijken", reverse("verstrekking", args=[traject.pk]))]


def inhaalregels(vooraf: Vooraf) -> list[dict[str, Any]]:
    """What urgent skipping left to be made up, by screen."""
    return _per_scherm(vooraf.stand.inhalen, vooraf)


def attendering(a: Attendering, traject: Traject, rollen: frozenset[str]) -> dict[str, Any]:
    """What asks attention, with the link to what ends it where this person can do that."""
    hier = next((o for o in a.herstel if rollen & set(o.herstel.door)), None)
    knop = KNOP.get(hier.herstel.wijze, "Nu vastleggen") if hier is not None else ""
    return {"tekst": f"{a.naam}: {a.uitleg}", "knop": knop, "url": adres_van(hier, traject) if hier is not None else ""}


def _wat_mist(redenen: tuple[Reden, ...], vooraf: Vooraf) -> list[dict[str, Any]]:
    """What is unknown, and how far it is with what others decide; what is known and not so, isn't asked again."""
    gevraagd = (
        o
        for r in redenen
        if not (r.alternatieven or r.later)
        for o in r.herstel
        if r.onbekend or o.herstel.wijze in VOOR_WIE_MEEDOET
    )
    return _per_scherm(tuple(gevraagd), vooraf)


def _keuzes(redenen: tuple[Reden, ...], traject: Traject, rollen: frozenset[str]) -> list[dict[str, str]]:
    """What each by itself would open the move, with the link for who can bring it about."""
    return [
        {"tekst": a.uitleg, "url": next((adres_van(o, traject) for o in a.herstel if rollen & set(o.herstel.door)), "")}
        for r in redenen
        for a in r.alternatieven
    ]


def _per_scherm(ontbreekt: tuple[Ontbreekt, ...], vooraf: Vooraf) -> list[dict[str, Any]]:
    per_adres: dict[str, list[Ontbreekt]] = {}
    for o in ontbreekt:
        adres = adres_van(o, vooraf.traject)
        per_adres.setdefault(adres.split("#")[0] or o.feit, []).append(o)
    return [_mist(delen, vooraf) for delen in per_adres.values()]


def _mist(delen: list[Ontbreekt], vooraf: Vooraf) -> dict[str, Any]:
    """What is missing on one screen: with the link for who can supply it, else with who that is."""
    eerste, url = delen[0], adres_van(delen[0], vooraf.traject)
    door = {rol for o in delen for rol in o.herstel.door}
    mag = bool(vooraf.speler.rollen & door) or eerste.herstel.wijze in VOOR_WIE_MEEDOET
    wie = ", ".join(r.naam.lower() for r in vooraf.route.werkwijze.rollen if r.rol in door)
    achter = "" if mag or not wie else f" ({wie})"
    if len(delen) == 1:
        return {"naam": _los(eerste, vooraf) + achter, "url": url if mag else ""}
    doel = _doelnaam(eerste, vooraf.route)
    naam = f"{len(delen)} vragen van {doel}" if doel else ", ".join(_los(o, vooraf) for o in delen)
    return {"naam": naam + achter, "url": url.split("#")[0] if mag else ""}


def _los(o: Ontbreekt, vooraf: Vooraf) -> str:
    """One thing that is missing, as it goes on after 'Nog nodig:'."""
    if o.naam.endswith("?"):
        return f"antwoord op ‘{o.naam}’"
    if o.herstel.wijze is Herstelwijze.OVERLEG_HOUDEN:
        plek = vooraf.rijen.tafel
        if plek is not None:
            return f"uitkomst van {plek[1].naam}"
    return o.naam[:1].lower() + o.naam[1:].rstrip(".")


def _doelnaam(o: Ontbreekt, route: Route) -> str:
    """The form or the meeting under its own name; empty where the act needs none."""
    w = route.werkwijze
    if o.herstel.wijze is Herstelwijze.FORMULIER:
        return next((f.naam for f in w.formulieren if f.formulier == o.herstel.doel), "")
    if o.herstel.wijze is Herstelwijze.CONTROLEVRAAG:
        return "de controlevragen"
    if o.herstel.wijze is Herstelwijze.EIGEN_WOORDEN:
        return "de eigen woorden"
    return next((v.naam for v in w.overleggen if v.overleg == o.herstel.doel), "")


def _waarom_niet(redenen: tuple[Reden, ...]) -> str:
    """What is known and not so, in the definition's own words; what is merely missing is told by its links."""
    anders = (r for r in redenen if not (r.alternatieven or _antwoord(r)) and not (r.onbekend and r.herstel))
    return " ".join(r.uitleg for r in anders)


def _houdt_tegen(redenen: tuple[Reden, ...]) -> list[str]:
    """The controlevragen whose answer holds the stap back."""
    return [o.naam for r in redenen if _antwoord(r) for o in r.herstel]


def _antwoord(reden: Reden) -> bool:
    return not reden.onbekend and any(o.herstel.wijze is Herstelwijze.CONTROLEVRAAG for o in reden.herstel)
