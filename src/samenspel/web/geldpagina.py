"""An application for breakthrough money as its pages show it, cut to what this person may see."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime

from samenspel.budget.models import BON, Aanvraag, Bon, Handtekening
from samenspel.budget.selectors import ruimte_voor
from samenspel.budget.services import redensleutel
from samenspel.casus.models import Traject
from samenspel.kern.budget.regimes import Aanvraagstatus
from samenspel.kern.stand import Geweigerd, Route
from samenspel.kern.stand.handelingen import BeoordeelAanvraag, BetaalAanvraag, DoeAanvraag, TrekAanvraagIn
from samenspel.kern.stand.situatie import beoordelaars
from samenspel.kern.werkwijze.model import Budget, Vorm
from samenspel.regie.bonnen import weigering_bon
from samenspel.regie.routes import route_van
from samenspel.regie.vooraf import Vooraf
from samenspel.web.blik import Blik
from samenspel.web.tekst import dag_kort, dag_vol, euro

VORMNAAM = {
    Vorm.GIFT: "gift",
    Vorm.LENING: "lening",
    Vorm.VOORSCHOT: "voorschot",
    Vorm.OVERBRUGGING: "overbrugging",
}
STATUSNAAM = {
    Aanvraagstatus.OPEN.value: "wacht op oordeel",
    Aanvraagstatus.AKKOORD.value: "akkoord, nog te betalen",
    Aanvraagstatus.BEZWAAR.value: "er is een bezwaar",
    Aanvraagstatus.BOVEN_RUIMTE.value: "meer dan het budget toelaat",
    Aanvraagstatus.AFGEWEZEN.value: "niet akkoord",
    Aanvraagstatus.BETAALD.value: "betaald",
    Aanvraagstatus.INGETROKKEN.value: "ingetrokken",
}
UITLEG = {
    Aanvraagstatus.BEZWAAR.value: "Iemand heeft bezwaar. U kunt de casus hogerop bespreken.",
    Aanvraagstatus.BOVEN_RUIMTE.value: "Dit is meer dan het budget toelaat. U kunt de casus hogerop bespreken.",
    Aanvraagstatus.AFGEWEZEN.value: "Deze aanvraag is niet akkoord. De reden staat hieronder.",
}
GOED = (Aanvraagstatus.AKKOORD.value, Aanvraagstatus.BETAALD.value)
ALSNAAM = {"aanvrager": "vroeg dit aan", "beoordelaar": "beoordeelde dit", "betaler": "betaalde dit uit"}


def potten_voor(blik: Blik, traject: Traject) -> list[tuple[str, str]]:
    """Budgets with a form in which this person may ask, with what they still allow this household."""
    vooraf = blik.vooraf(traject)
    return [
        (f"{budget.budget}:{vorm.value}", f"{budget.naam}, als {VORMNAAM[vorm]}. {grenzen(blik, traject, budget)}")
        for budget, vorm in _te_vragen(vooraf.route)
        if vooraf.weigering(_proef(budget, vorm, blik.dag)) is None
    ]


def mag_geld_vragen(vooraf: Vooraf, dag: date) -> bool:
    """Whether this person may ask out of any budget in this traject."""
    return any(vooraf.weigering(_proef(budget, vorm, dag)) is None for budget, vorm in _te_vragen(vooraf.route))


def _te_vragen(route: Route) -> Iterator[tuple[Budget, Vorm]]:
    return ((budget, vorm) for budget in route.werkwijze.budgetten for vorm in budget.vormen)


def _proef(budget: Budget, vorm: Vorm, dag: date) -> DoeAanvraag:
    return DoeAanvraag("", budget.budget, vorm.value, 1, tot=dag if budget.per is not None else None)


def terugkerende_potten(traject: Traject) -> dict[str, str]:
    """Of the budgets whose money comes back, after how long, by the value of the choice."""
    budgetten = (b for b in route_van(traject).werkwijze.budgetten if b.per is not None)
    return {f"{b.budget}:{vorm.value}": str(b.per) for b in budgetten for vorm in b.vormen}


def bedragtekst(aanvraag: Aanvraag) -> str:
    """What was asked; of money that comes back how much each time, how often and until when."""
    if aanvraag.tot is None:
        return euro(aanvraag.bedrag)
    keer, tot = euro(aanvraag.bedrag // aanvraag.keren), dag_vol(aanvraag.tot)
    return f"{euro(aanvraag.bedrag)} ({aanvraag.keren} keer {keer}, tot en met {tot})"


def grenzen(blik: Blik, traject: Traject, budget: Budget) -> str:
    """The ceiling of a budget and what it still allows this household, in words."""
    delen = [f"Elke {budget.per}, tot een dag die u kiest"] if budget.per is not None else []
    if budget.plafond is not None:
        delen.append(f"ten hoogste {euro(budget.plafond)} per aanvraag" if delen else _per_keer(budget.plafond))
    if budget.plafond_huishouden is not None:
        over = ruimte_voor(
            huishouden=blik.casus.huishouden,
            budget=budget,
            werkwijze=route_van(traject).werkwijze.werkwijze,
            op=blik.dag,
        )
        delen.append(f"voor dit huishouden nog {euro(over or 0)}")
    return f"{', '.join(delen) or 'Geen vast plafond'}."


def _per_keer(plafond: int) -> str:
    return f"Ten hoogste {euro(plafond)} per keer"


def leningen(traject: Traject, budgetten: set[str]) -> list[dict[str, Any]]:
    """The terms of loans out of these budgets, as the definition has them."""
    return [
        {"naam": b.naam, "regels": leenregels(b)}
        for b in route_van(traject).werkwijze.budgetten
        if b.budget in budgetten and b.lening is not None and Vorm.LENING in b.vormen
    ]


def leenregels(budget: Budget) -> list[str]:
    """What holds for a loan out of this budget."""
    if budget.lening is None:
        return []
    lening, regels = budget.lening, []
    if lening.kwijtschelding_procent:
        bij = f", zodra dit waar is: {lening.kwijtschelding_bij}" if lening.kwijtschelding_bij else "."
        regels.append(f"{lening.kwijtschelding_procent} procent wordt kwijtgescholden{bij}")
    if lening.bij_niet_nakomen:
        regels.append(f"Lukt het niet? {lening.bij_niet_nakomen}")
    if lening.ondertekend:
        regels.append("De leenafspraak staat op papier en is ondertekend.")
    return regels


def aanvraagregels(blik: Blik, traject: Traject) -> list[dict[str, Any]]:
    """The applications of a traject that may be read, the newest first."""
    rijen = blik.leesbare(Aanvraag.objects.filter(traject=traject).order_by("-item__gemaakt_op"))
    woorden, route = blik.woorden([a.pk for a in rijen]), route_van(traject)
    return [
        {
            "id": a.pk,
            "url": reverse("aanvraag", args=[a.pk]),
            "waarvoor": woorden.get(a.pk, {}).get("waarvoor", "") or "Aanvraag",
            "bedrag": bedragtekst(a),
            "budget": _budget(route, a).naam,
            "vorm": VORMNAAM[Vorm(a.vorm)],
            "status": STATUSNAAM[a.status],
            "goed": a.status in GOED,
            "wanneer": dag_kort(a.gedaan_op, blik.dag),
        }
        for a in rijen
    ]


def bouw(blik: Blik, aanvraag: Aanvraag) -> dict[str, Any]:
    """Everything that the page of one application shows."""
    route = route_van(aanvraag.traject)
    budget, woorden = _budget(route, aanvraag), blik.woorden([aanvraag.pk]).get(aanvraag.pk, {})
    return {
        "blik": blik,
        "casus": blik.casus,
        "traject": aanvraag.traject,
        "waarvoor": woorden.get("waarvoor", "") or "Aanvraag",
        "bedrag": bedragtekst(aanvraag),
        "budget": budget.naam,
        "vorm": VORMNAAM[Vorm(aanvraag.vorm)],
        "status": STATUSNAAM[aanvraag.status],
        "goed": aanvraag.status in GOED,
        "uitleg": UITLEG.get(aanvraag.status, "") or _nog_nodig(route, budget, aanvraag),
        "ingetrokken_reden": woorden.get("ingetrokken_reden", ""),
        "ruimte": euro(aanvraag.ruimte) if aanvraag.ruimte is not None else "",
        "tekens": _tekens(blik, aanvraag, woorden),
        "leenregels": leenregels(budget) if aanvraag.vorm == Vorm.LENING.value else [],
        "bonnen": _bonnen(blik, aanvraag),
        "bon_binnen": f"{budget.bon_binnen}" if budget.bon_binnen is not None else "",
        "zetten": _zetten(blik, aanvraag),
        "intrekken": reverse("aanvraag_intrekken", args=[aanvraag.pk]) if _intrekbaar(blik, aanvraag) else "",
        "andere": reverse("aanvragen", args=[aanvraag.traject_id]),
    }


def _intrekbaar(blik: Blik, aanvraag: Aanvraag) -> bool:
    return blik.vooraf(aanvraag.traject).weigering(TrekAanvraagIn(str(aanvraag.pk))) is None


def tegennaam(aanvraag: Aanvraag) -> str:
    """What saying no is called: in a group one objects, alone one refuses."""
    instemmers = _budget(route_van(aanvraag.traject), aanvraag).instemmers
    return "Ik heb bezwaar" if instemmers > 1 else "Niet akkoord"


def _budget(route: Route, aanvraag: Aanvraag) -> Budget:
    return next(b for b in route.werkwijze.budgetten if b.budget == aanvraag.budget)


def _nog_nodig(route: Route, budget: Budget, aanvraag: Aanvraag) -> str:
    """Who has to agree or pay, under the names of the definition."""
    namen = {r.rol: r.naam for r in route.werkwijze.rollen}
    if aanvraag.status == Aanvraagstatus.OPEN.value:
        gegeven = aanvraag.handtekening_set.filter(als="beoordelaar", akkoord=True).count()
        wie = " of ".join(namen[r] for r in beoordelaars(route, budget))
        nog = budget.instemmers - gegeven
        return f"Nog {nog} keer akkoord nodig, van: {wie}. Wie vraagt, beoordeelt niet."
    if aanvraag.status == Aanvraagstatus.AKKOORD.value:
        wie = " of ".join(namen[r] for r in budget.betalers)
        return f"Betalen doet: {wie}. Wie vraagt of beoordeelt, betaalt niet."
    return ""


def _tekens(blik: Blik, aanvraag: Aanvraag, woorden: dict[str, str]) -> list[dict[str, Any]]:
    rijen = Handtekening.objects.filter(aanvraag=aanvraag).select_related("account").order_by("op")
    return [
        {
            "wie": teken.account.naam,
            "als": ALSNAAM[teken.als],
            "oordeel": "" if teken.akkoord is None else "akkoord" if teken.akkoord else "niet akkoord",
            "akkoord": bool(teken.akkoord),
            "wanneer": f"{dag_kort(localtime(teken.op).date(), blik.dag)}, {localtime(teken.op):%H:%M}",
            "reden": woorden.get(redensleutel(teken.account), ""),
        }
        for teken in rijen
    ]


def _bonnen(blik: Blik, aanvraag: Aanvraag) -> list[dict[str, Any]]:
    rijen = Bon.objects.filter(aanvraag=aanvraag, soort=BON).select_related("door").order_by("op").defer("inhoud")
    return [
        {
            "naam": bon.naam,
            "url": reverse("bon", args=[bon.pk]),
            "wie": bon.door.naam,
            "wanneer": dag_kort(localtime(bon.op).date(), blik.dag),
        }
        for bon in rijen
    ]


def _zetten(blik: Blik, aanvraag: Aanvraag) -> list[dict[str, Any]]:
    """What this person can do with it now, and why not where that is what people would expect."""
    vooraf, id = blik.vooraf(aanvraag.traject), str(aanvraag.pk)
    regels = []
    if aanvraag.vorm == Vorm.LENING.value and aanvraag.status in GOED:
        regels.append(_zet("De lening: afspraak, tekenen, terugbetalen", "Naar de lening", "lening", aanvraag, None))
    if aanvraag.status == Aanvraagstatus.OPEN.value:
        nee = vooraf.weigering(BeoordeelAanvraag(id, True))
        regels.append(_zet("Deze aanvraag beoordelen", "Beoordelen", "aanvraag_beoordelen", aanvraag, nee))
    if aanvraag.status == Aanvraagstatus.AKKOORD.value:
        nee = vooraf.weigering(BetaalAanvraag(id))
        regels.append(_zet("Uitbetalen", "Betalen", "aanvraag_betalen", aanvraag, nee))
    if aanvraag.status in GOED and (nee := weigering_bon(aanvraag, blik.account, blik.nu)) is None:
        regels.append(_zet("Een bon toevoegen", "Bon toevoegen", "bon_toevoegen", aanvraag, nee))
    return sorted(regels, key=lambda z: not z["knop"])


def _zet(naam: str, knop: str, adres: str, aanvraag: Aanvraag, nee: Geweigerd | None) -> dict[str, Any]:
    return {
        "naam": naam,
        "uitleg": nee.melding if nee is not None else "",
        "keuzes": [],
        "stand": "U kunt dit niet doen." if nee is not None else "",
        "mist": [],
        "knop": knop if nee is None else "",
        "url": reverse(adres, args=[aanvraag.pk]) if nee is None else "",
    }
