"""A loan as its page shows it: where it stands, the terms, and what this person can do now."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime

from samenspel.budget.leningen import aanpassingsleutel, terugsleutel
from samenspel.budget.models import LEENAFSPRAAK, Aanvraag, Bon, Kwijtschelding, Leenmutatie, Leenregeling
from samenspel.budget.selectors import leningen_van
from samenspel.kern.budget.leningen import Leningstand, Mutatiesoort, achterstand, kwijt_deel, saldo, termijnen
from samenspel.kern.budget.regimes import Aanvraagstatus
from samenspel.kern.delen import Zicht
from samenspel.kern.stand import Geweigerd
from samenspel.kern.stand import handelingen as h
from samenspel.kern.werkwijze.model import Budget, Vorm
from samenspel.regie.bonnen import weigering_bon
from samenspel.regie.leenafspraak import voorwaarden_van
from samenspel.regie.routes import route_van
from samenspel.web.blik import Blik
from samenspel.web.herstel import adres_van
from samenspel.web.tekst import dag_kort, euro

KOMENDE_TERMIJNEN = 3
"""How many terms that are still to come stand on the page at once."""
MUTATIENAAM = {Mutatiesoort.AFLOSSING.value: "Afgelost", Mutatiesoort.KWIJTSCHELDING.value: "Kwijtgescholden"}


def is_lening(aanvraag: Aanvraag) -> bool:
    """Whether this money is to be paid back."""
    return aanvraag.vorm == Vorm.LENING.value


def budget_van(aanvraag: Aanvraag) -> Budget:
    """The budget of an application, as its definition has it."""
    budgetten = route_van(aanvraag.traject).werkwijze.budgetten
    return next(b for b in budgetten if b.budget == aanvraag.budget)


def lening_van(aanvraag: Aanvraag) -> Leningstand | None:
    """The loan as it stands; None before there is an agreement."""
    return leningen_van([aanvraag.pk]).get(aanvraag.pk)


def namen_van(blik: Blik, aanvraag: Aanvraag) -> list[str]:
    """Who borrow: the grown-ups whom it is about, with the surname only for who may know it."""
    personen = list(aanvraag.item.betreft.order_by("geboortedatum", "voornaam"))
    volwassen = [p for p in personen if (jaren := p.leeftijd_op(blik.dag)) is None or jaren >= 18] or personen
    geheel = {p for p, zicht in blik.personen.items() if zicht.personalia is Zicht.GEHEEL}
    return [p.naam if p.pk in geheel else p.voornaam for p in volwassen]


def kop(blik: Blik, aanvraag: Aanvraag) -> dict[str, Any]:
    """What a form on a loan shows above its questions."""
    lening, betaald = lening_van(aanvraag), aanvraag.status == Aanvraagstatus.BETAALD.value
    return {
        "bedrag": euro(aanvraag.bedrag),
        "waarvoor": blik.woorden([aanvraag.pk]).get(aanvraag.pk, {}).get("waarvoor", ""),
        "stand": _stand(blik, lening, blik.dag) if lening is not None and betaald else None,
    }


def bouw(blik: Blik, aanvraag: Aanvraag, op: date) -> dict[str, Any]:
    """Everything that the page of a loan shows, on a day."""
    budget, lening = budget_van(aanvraag), lening_van(aanvraag)
    woorden = blik.woorden([aanvraag.pk]).get(aanvraag.pk, {})
    betaald = aanvraag.status == Aanvraagstatus.BETAALD.value
    return {
        "casus": blik.casus,
        "traject": aanvraag.traject,
        "aanvraag": aanvraag,
        "bedrag": euro(aanvraag.bedrag),
        "waarvoor": woorden.get("waarvoor", ""),
        "budget": budget.naam,
        "stand": _stand(blik, lening, op) if lening is not None and betaald else None,
        "regeling": _regeling(blik, aanvraag, lening),
        **_nu_en_later(_termijnen(lening, op, betaald) if lening is not None else []),
        "voorwaarden": voorwaarden_van(budget.lening, aanvraag.bedrag) if budget.lening is not None else [],
        "uitkering": woorden.get("uitkering", ""),
        "uitkering_bron": woorden.get("uitkering_bron", ""),
        "scans": _scans(aanvraag),
        "verloop": _verloop(blik, aanvraag, woorden),
        "zetten": zetten(blik, aanvraag, lening),
        "pdf": reverse("leenafspraak_pdf", args=[aanvraag.pk]) if lening is not None else "",
        "terug_naar": reverse("aanvraag", args=[aanvraag.pk]),
        "op": op,
        "vandaag": op == blik.dag,
    }


def _stand(blik: Blik, lening: Leningstand, op: date) -> dict[str, Any]:
    dag = op.toordinal()
    te_laat, dagen = achterstand(lening, dag)
    volgende = next((t for t in termijnen(lening, dag) if t.open and t.op >= dag), None)
    return {
        "saldo": euro(saldo(lening, dag)),
        "klaar": not saldo(lening, dag),
        "afgelost": euro(_som(lening, Mutatiesoort.AFLOSSING, dag)),
        "kwijt": euro(kwijt) if (kwijt := _som(lening, Mutatiesoort.KWIJTSCHELDING, dag)) else "",
        "achterstand": euro(te_laat) if te_laat else "",
        "dagen": dagen,
        "volgende": f"{euro(volgende.open)} op {dag_kort(date.fromordinal(volgende.op), blik.dag)}" if volgende else "",
    }


def _som(lening: Leningstand, soort: Mutatiesoort, dag: int) -> int:
    return sum(m.bedrag for m in lening.telt(dag) if m.soort is soort)


def _regeling(blik: Blik, aanvraag: Aanvraag, lening: Leningstand | None) -> dict[str, Any] | None:
    if lening is None:
        return None
    getekend = date.fromordinal(lening.getekend_op) if lening.getekend_op is not None else None
    woorden = blik.woorden([aanvraag.pk]).get(aanvraag.pk, {})
    return {
        "maandbedrag": euro(lening.regeling.maandbedrag),
        "eerste_op": date.fromordinal(lening.regeling.eerste_op),
        "getekend_op": getekend,
        "getekend_door": woorden.get("ondertekend_door", ""),
        "aangepast": len(lening.regelingen) > 1,
    }


def _nu_en_later(termijnen: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """What was due or comes first on the page; what follows folded away."""
    gebeurd = max((t["nummer"] for t in termijnen if t["stand"]), default=0)
    eerst = gebeurd + KOMENDE_TERMIJNEN
    return {"termijnen": termijnen[:eerst], "latere_termijnen": termijnen[eerst:]}


def _termijnen(lening: Leningstand, op: date, betaald: bool) -> list[dict[str, Any]]:
    rijen = []
    for nummer, t in enumerate(termijnen(lening, op.toordinal()), 1):
        if not betaald:
            stand = ""
        elif t.kwijtgescholden == t.bedrag:
            stand = "kwijtgescholden"
        elif not t.open:
            stand = "betaald"
        elif t.dagen_te_laat:
            stand = f"{t.dagen_te_laat} {'dag' if t.dagen_te_laat == 1 else 'dagen'} te laat"
        else:
            stand = ""
        rijen.append(
            {
                "nummer": nummer,
                "op": date.fromordinal(t.op),
                "bedrag": euro(t.bedrag),
                "betaald": euro(t.betaald) if t.betaald else "",
                "open": euro(t.open) if t.open else "",
                "stand": stand,
                "laat": bool(t.dagen_te_laat),
                "goed": betaald and not t.open,
            }
        )
    return rijen


def _scans(aanvraag: Aanvraag) -> list[dict[str, str]]:
    rijen = Bon.objects.filter(aanvraag=aanvraag, soort=LEENAFSPRAAK).order_by("op").defer("inhoud")
    return [{"naam": b.naam, "url": reverse("bon", args=[b.pk])} for b in rijen]


def _verloop(blik: Blik, aanvraag: Aanvraag, woorden: dict[str, str]) -> list[dict[str, Any]]:
    """What happened with the loan, the newest first."""
    regels: list[tuple[date, dict[str, Any]]] = []
    for m in Leenmutatie.objects.filter(aanvraag=aanvraag).select_related("door", "terug_door"):
        regels += _mutatie(blik, aanvraag, m, woorden)
    for r in Leenregeling.objects.filter(aanvraag=aanvraag, volgnummer__gt=1).select_related("door"):
        vanaf = dag_kort(r.eerste_op, blik.dag)
        wat = f"Besluit: {euro(r.bedrag)} verder in termijnen van {euro(r.maandbedrag)}, vanaf {vanaf}"
        reden = woorden.get(aanpassingsleutel(r.volgnummer), "")
        regels.append((r.op, {"wat": wat, "wie": r.door.naam, "tekst": reden}))
    for k in Kwijtschelding.objects.filter(aanvraag=aanvraag).select_related("gevraagd_door", "beslist_door"):
        gevraagd = localtime(k.gevraagd_op).date()
        bewijs = f"{woorden.get('bewijs', '')} (gezien {dag_kort(k.aangetoond_op, blik.dag)})"
        regels.append((gevraagd, {"wat": "Kwijtschelding gevraagd", "wie": k.gevraagd_door.naam, "tekst": bewijs}))
        if k.beslist_door is not None and k.beslist_op is not None:
            wat = "Kwijtschelding: ja" if k.akkoord else "Kwijtschelding: nee"
            reden = woorden.get("kwijtschelding", "")
            regels.append((localtime(k.beslist_op).date(), {"wat": wat, "wie": k.beslist_door.naam, "tekst": reden}))
    regels.sort(key=lambda r: r[0], reverse=True)
    return [{**regel, "wanneer": dag_kort(op, blik.dag)} for op, regel in regels]


def _mutatie(
    blik: Blik, aanvraag: Aanvraag, m: Leenmutatie, woorden: dict[str, str]
) -> Iterator[tuple[date, dict[str, Any]]]:
    """What came in or was forgiven, and that it was turned back; where that can be done, or why not."""
    wat = f"{MUTATIENAAM[m.soort]}: {euro(m.bedrag)}"
    regel = {"wat": wat, "wie": m.door.naam, "tekst": ""}
    if m.terug_op is not None and m.terug_door is not None:
        reden = woorden.get(terugsleutel(m.volgnummer), "")
        dag = dag_kort(m.op, blik.dag)
        yield m.op, {**regel, "wat": f"{wat}, telt niet mee"}
        yield (
            m.terug_op,
            {"wat": f"Teruggedraaid: {euro(m.bedrag)} van {dag}", "wie": m.terug_door.naam, "tekst": reden},
        )
    elif m.soort == Mutatiesoort.AFLOSSING.value:
        nee = blik.vooraf(aanvraag.traject).weigering(h.DraaiAflossingTerug(str(aanvraag.pk), m.volgnummer))
        url = reverse("aflossing_terugdraaien", args=[aanvraag.pk, m.volgnummer]) if nee is None else ""
        yield m.op, {**regel, "terugdraaien": url, "kan_niet": nee.melding if nee is not None and nee.redenen else ""}
    else:
        yield m.op, regel


def zetten(blik: Blik, aanvraag: Aanvraag, lening: Leningstand | None) -> list[dict[str, Any]]:
    """What this person can do with the loan now, and what stands in the way of forgiving."""
    id, dag = str(aanvraag.pk), blik.dag
    later = date.fromordinal(dag.toordinal() + 1)
    open_ = saldo(lening) if lening is not None else aanvraag.bedrag
    getekend = lening is not None and lening.getekend_op is not None
    afspraak = "De leenafspraak wijzigen" if lening is not None else "De leenafspraak maken"
    mogelijk: list[tuple[str, str, str, h.Handeling]] = [
        ("Vastleggen dat er is getekend", "Ondertekening vastleggen", "lening_ondertekenen", h.OndertekenLening(id)),
        (afspraak, afspraak[3:].capitalize(), "lening_afspreken", h.SpreekLeningAf(id, open_ or 1, later)),
        ("Beslissen over kwijtschelding", "Beslissen", "kwijtschelding_beslissen", h.BeslisKwijtschelding(id, False)),
        ("Een aflossing vastleggen", "Aflossing vastleggen", "aflossing_nieuw", h.LosAf(id, 1)),
        ("Kwijtschelding vragen", "Kwijtschelding vragen", "kwijtschelding_vragen", h.VraagKwijtschelding(id, dag)),
        ("Terugbetalen lukt niet", "Vastleggen hoe verder", "lening_aanpassen", h.PasLeningAan(id, open_ or 1, later)),
    ]
    regels, vooraf = [], blik.vooraf(aanvraag.traject)
    for naam, knop, adres, handeling in mogelijk:
        nee = vooraf.weigering(handeling)
        if nee is None:
            regels.append(_zet(naam, knop, reverse(adres, args=[aanvraag.pk])))
        elif isinstance(handeling, h.VraagKwijtschelding) and nee.redenen:
            regels.append(_wacht(blik, aanvraag, naam, nee))
    zonder_scan = getekend and not Bon.objects.filter(aanvraag=aanvraag, soort=LEENAFSPRAAK).exists()
    if zonder_scan and weigering_bon(aanvraag, blik.account, blik.nu) is None:
        url = reverse("leenafspraak_scan", args=[aanvraag.pk])
        regels.append(_zet("De getekende afspraak toevoegen", "Scan toevoegen", url))
    return sorted(regels, key=lambda z: not z["knop"])


def kwijt_nu(aanvraag: Aanvraag, lening: Leningstand) -> str:
    """How much would be forgiven now."""
    voorwaarden = budget_van(aanvraag).lening
    return euro(kwijt_deel(lening, voorwaarden)) if voorwaarden is not None else ""


def _zet(naam: str, knop: str, url: str) -> dict[str, Any]:
    return {"naam": naam, "uitleg": "", "keuzes": [], "stand": "", "mist": [], "knop": knop, "url": url}


def _wacht(blik: Blik, aanvraag: Aanvraag, naam: str, nee: Geweigerd) -> dict[str, Any]:
    herstel = [o for r in nee.redenen for o in r.herstel]
    mist = [{"naam": o.naam, "url": adres_van(o, aanvraag.traject) if blik.regie else ""} for o in herstel]
    return {**_zet(naam, "", ""), "uitleg": nee.melding, "stand": "Kan nog niet.", "mist": mist}
