"""Help and what was asked at a counter, as far as somebody may see it: rows for lists, and terms beside the others."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse

from samenspel.hulp.models import Hulp, Loketzaak, Termijnwijziging
from samenspel.hulp.selectors import termijn_van
from samenspel.kern.stand.uitkomst import Loop
from samenspel.kern.wet.dwangsom import mag_in_gebreke
from samenspel.kern.wet.termijnen import Lopend, Zaaksoort, bezwaar_tot
from samenspel.kern.wet.wetten import wettekst
from samenspel.web.blik import Blik
from samenspel.web.dwangsomtekst import in_gebreke, in_gebreke_voor_inwoner
from samenspel.web.netwerkblik import namen_bij
from samenspel.web.tekst import dag_kort

__all__ = [
    "SOORTNAMEN",
    "UITKOMSTNAMEN",
    "Hulpregel",
    "Loketregel",
    "hulpregels",
    "loketregels",
    "lokettermijnen",
]

SOORTNAMEN = {
    Zaaksoort.MELDING.value: "Melding",
    Zaaksoort.AANVRAAG.value: "Aanvraag",
    Zaaksoort.BEZWAAR.value: "Bezwaar",
}
UITKOMSTNAMEN = {
    "toegekend": "Toegekend",
    "deels": "Deels toegekend",
    "afgewezen": "Afgewezen",
    "ingetrokken": "Zelf ingetrokken",
    "buiten_behandeling": "Buiten behandeling gesteld",
    "afgerond": "Klaar, er kwam geen besluit",
}
ZONDER_BEZWAAR = ("ingetrokken", "afgerond")
NET_BESLOTEN = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Hulpregel:
    """Help as a list shows it."""

    item: UUID
    wat: str
    aanbieder: str
    wet: str
    voor: tuple[str, ...]
    periode: str
    loopt: bool
    geleerd: tuple[tuple[str, str], ...]
    eigen_woorden: str


@dataclass(frozen=True, slots=True)
class Loketregel:
    """Something asked at a counter, with its term."""

    item: UUID
    soort: str
    waarover: str
    wet: str
    instelling: str
    voor: tuple[str, ...]
    ingediend: str
    termijn: str
    bron: str
    einde: date | None
    wanneer: str
    status: str
    te_laat: str
    nu_kan: str
    in_gebreke_kan: bool
    in_gebreke: str
    in_gebreke_inwoner: str
    redenen: tuple[str, ...]
    uitkomst: str
    besloten: str
    besluit: str
    bezwaar_tot: date | None
    bezwaar: str
    bezwaar_kan: bool


def hulpregels(blik: Blik) -> list[Hulpregel]:
    """Help that may be seen: what runs first, then what was, the newest first."""
    rijen = blik.leesbare(Hulp.objects.filter(item__ingetrokken_op__isnull=True).select_related("item", "organisatie"))
    woorden = blik.woorden([h.pk for h in rijen])
    regels = [(h, _hulp(blik, h, woorden.get(h.pk, {}))) for h in rijen]
    regels.sort(key=lambda r: r[0].tot or r[0].sinds or date.min, reverse=True)
    return [r for _, r in sorted(regels, key=lambda r: r[0].status != "loopt")]


def _hulp(blik: Blik, hulp: Hulp, tekst: dict[str, str]) -> Hulpregel:
    sinds = f"sinds {dag_kort(hulp.sinds, blik.dag)}" if hulp.sinds is not None else ""
    tot = f"tot {dag_kort(hulp.tot, blik.dag)}" if hulp.tot is not None else ""
    geleerd = (
        ("Wat werkte", tekst.get("werkte", "")),
        ("Wat werkte niet", tekst.get("werkte_niet", "")),
        ("Waarom gestopt", tekst.get("waarom", "")),
    )
    return Hulpregel(
        item=hulp.pk,
        wat=tekst.get("wat", "Omschrijving gewist"),
        aanbieder=hulp.organisatie.naam if hulp.organisatie is not None else tekst.get("aanbieder", ""),
        wet=wettekst(tekst, hulp.wet),
        voor=namen_bij(blik, hulp.pk),
        periode=" ".join(d for d in (sinds, tot) if d),
        loopt=hulp.status == "loopt",
        geleerd=tuple((kop, t) for kop, t in geleerd if t),
        eigen_woorden=tekst.get("eigen_woorden", ""),
    )


def loketregels(blik: Blik) -> list[Loketregel]:
    """What was asked at a counter and may be seen: what runs first, the nearest term first."""
    rijen = blik.leesbare(
        Loketzaak.objects.filter(item__ingetrokken_op__isnull=True)
        .select_related("item", "organisatie")
        .order_by("-ingediend_op")
    )
    wijzigingen: dict[UUID, list[Termijnwijziging]] = {}
    for w in Termijnwijziging.objects.filter(loketzaak__in=rijen) if rijen else ():
        wijzigingen.setdefault(w.loketzaak_id, []).append(w)
    woorden = blik.woorden([z.pk for z in rijen])
    regels = [_zaak(blik, z, wijzigingen.get(z.pk, []), woorden.get(z.pk, {})) for z in rijen]
    return sorted(regels, key=lambda r: (bool(r.uitkomst), r.einde is None, r.einde or date.max))


def _zaak(blik: Blik, zaak: Loketzaak, wijzigingen: Iterable[Termijnwijziging], tekst: dict[str, str]) -> Loketregel:
    loopt = termijn_van(zaak, wijzigingen)
    besloten = zaak.besloten_op is not None
    status, wanneer = ("gewoon", "") if besloten else _wanneer(loopt, blik.dag)
    voorbij = not besloten and loopt.loop(blik.dag.toordinal()) is Loop.VERLOPEN
    termijn, einde = loopt.termijn, None if besloten else zaak.termijn_op
    bezwaar_dag, al_gesteld = _bezwaar(zaak), zaak.in_gebreke_op is not None
    kan = bezwaar_dag is not None and bezwaar_dag >= blik.dag
    waar = "Beroep" if zaak.soort == Zaaksoort.BEZWAAR.value else "Bezwaar"
    return Loketregel(
        item=zaak.pk,
        soort=SOORTNAMEN[zaak.soort],
        waarover=tekst.get("waarover", "Omschrijving gewist"),
        wet=wettekst(tekst, zaak.wet),
        instelling=zaak.organisatie.naam if zaak.organisatie is not None else tekst.get("instelling", ""),
        voor=namen_bij(blik, zaak.pk),
        ingediend=dag_kort(zaak.ingediend_op, blik.dag),
        termijn=termijn.naam if termijn is not None else "De wet noemt hiervoor geen termijn",
        bron=termijn.bron if termijn is not None else "",
        einde=einde,
        wanneer=wanneer,
        status=status,
        te_laat=termijn.daarna if termijn is not None and status == "laat" and not al_gesteld else "",
        nu_kan=termijn.daarna if termijn is not None and voorbij and loopt.wacht else "",
        in_gebreke_kan=not besloten and not al_gesteld and mag_in_gebreke(loopt, blik.dag.toordinal()),
        in_gebreke=in_gebreke(zaak, blik.dag),
        in_gebreke_inwoner=in_gebreke_voor_inwoner(zaak, blik.dag),
        redenen=tuple(t for s, t in sorted(tekst.items()) if s.startswith("reden:")),
        uitkomst=UITKOMSTNAMEN.get(zaak.uitkomst, ""),
        besloten=dag_kort(zaak.besloten_op, blik.dag) if zaak.besloten_op is not None else "",
        besluit=tekst.get("besluit", ""),
        bezwaar_tot=bezwaar_dag,
        bezwaar=_bezwaartekst(waar, bezwaar_dag, blik.dag),
        bezwaar_kan=kan and zaak.soort != Zaaksoort.BEZWAAR.value,
    )


def _wanneer(loopt: Lopend, vandaag: date) -> tuple[str, str]:
    if loopt.staat_stil:
        return "gewoon", "staat stil"
    if loopt.einde is None:
        return "gewoon", ""
    dag, loop = date.fromordinal(loopt.einde), loopt.loop(vandaag.toordinal())
    if loop is Loop.VERLOPEN:
        return (
            ("gauw", f"{dag_kort(dag, vandaag)} · voorbij")
            if loopt.wacht
            else ("laat", f"{dag_kort(dag, vandaag)} · te laat")
        )
    return ("gauw" if loop is Loop.BIJNA else "gewoon"), dag_kort(dag, vandaag)


def _bezwaar(zaak: Loketzaak) -> date | None:
    if zaak.besloten_op is None or zaak.uitkomst in ZONDER_BEZWAAR:
        return None
    return date.fromordinal(bezwaar_tot(zaak.besloten_op.toordinal()))


def _bezwaartekst(waar: str, dag: date | None, vandaag: date) -> str:
    if dag is None:
        return ""
    wanneer = dag_kort(dag, vandaag)
    return f"{waar} kan tot en met {wanneer}" if dag >= vandaag else f"{waar} kon tot en met {wanneer}"


def lokettermijnen(blik: Blik) -> list[dict[str, Any]]:
    """Statutory terms beside the other terms of a casus: until when is decided, and until when one may object."""
    adres = reverse("hulp", args=[blik.casus.pk])
    rijen = []
    for r in loketregels(blik):
        if r.einde is not None:
            naam = f"{r.soort}: {r.waarover}"
            kan = r.te_laat or r.nu_kan
            uitleg = f"{r.termijn} · {r.bron}" + (f". {kan}" if kan else "")
            rijen.append(_termijn(naam, r.wanneer, r.status, uitleg, r.einde, adres))
        elif r.bezwaar_kan and r.bezwaar_tot is not None and r.uitkomst != UITKOMSTNAMEN["toegekend"]:
            status = "gauw" if (r.bezwaar_tot - blik.dag).days <= 7 else "gewoon"
            uitleg = "Bezwaartermijn · Awb artikel 6:7"
            wanneer = dag_kort(r.bezwaar_tot, blik.dag)
            rijen.append(_termijn(f"Bezwaar tegen: {r.waarover}", wanneer, status, uitleg, r.bezwaar_tot, adres))
    return rijen


def _termijn(naam: str, wanneer: str, status: str, toelichting: str, dag: date, url: str) -> dict[str, Any]:
    return {
        "naam": naam,
        "wanneer": wanneer,
        "status": status,
        "toelichting": toelichting,
        "dag": dag,
        "url": url,
    }
