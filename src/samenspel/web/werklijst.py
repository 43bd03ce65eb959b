"""What waits for somebody: a line per running traject in which they have a part, from the kept summaries.

A dossier of theirs in which none runs has a line too.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import localdate

from samenspel.budget.selectors import aanvragen_per_traject
from samenspel.casus.models import Overdracht, Traject
from samenspel.delen.zicht import zichtbare_trajecten
from samenspel.kern.budget.regimes import Aanvraagstand
from samenspel.kern.stand.geldwerk import Geldtaak, geldtaken
from samenspel.kern.stand.handelingen import Speler
from samenspel.kern.werkwijze.basis import Basisfase
from samenspel.organisatie.models import Account
from samenspel.organisatie.selectors import afwezig_en_vervangen_door
from samenspel.regie.beeld import STIL_NA_DAGEN
from samenspel.regie.nacontrole import nacontroles
from samenspel.regie.routes import route_van
from samenspel.regie.spelers import rollen_van
from samenspel.web.loketwerk import met_lokettermijnen
from samenspel.web.tekst import dag_kort, fase_naam
from samenspel.web.werkregel import Werkregel
from samenspel.web.zonder_traject import regels_zonder_traject


@dataclass(frozen=True, slots=True)
class Filter:
    """A question that people ask of the list."""

    naam: str
    past: Callable[[Werkregel], bool]


FILTERS = {
    "wacht": Filter("Wacht op mij", lambda r: r.wacht_op_mij),
    "mij": Filter("Van mij", lambda r: r.van_mij),
    "laat": Filter("Te laat", lambda r: r.te_laat),
    "stil": Filter("Staat stil", lambda r: r.stil),
    "zonder": Filter("Zonder traject", lambda r: not r.traject),
    "alles": Filter("Alles", lambda r: True),
}


def mijn_werk_van(account: Account, nu: datetime) -> list[Werkregel]:
    """The lines of one account: what waits first, then by nearest term."""
    rijen = zichtbare_trajecten(account, nu).filter(open=True)
    rijen = rijen.select_related("casus__huishouden", "casus__regisseur", "versie")
    trajecten = list(rijen)
    rollen = rollen_van(account, trajecten, nu)
    voorstellen = set(
        Overdracht.objects.filter(aan=account, aanvaard_op__isnull=True, ingetrokken_op__isnull=True).values_list(
            "casus_id", flat=True
        )
    )
    vervangt = set(afwezig_en_vervangen_door(account, localdate(nu)))
    geld = aanvragen_per_traject(t.pk for t in trajecten)
    zonder = regels_zonder_traject(account, vervangt, localdate(nu))
    eigen = {t.casus_id for t in trajecten if t.casus.regisseur_id == account.pk}
    eigen |= {r.casus_id for r in zonder if r.van_mij}
    casustaken = {casus: NACONTROLE for casus, stand in nacontroles(eigen).items() if stand.open}
    casustaken |= dict.fromkeys(voorstellen, "Neem de regie over")
    regels = [
        _regel(t, account, nu, rollen[t.pk], casustaken.get(t.casus_id, ""), geld.get(t.pk, {}).values(), vervangt)
        for t in trajecten
    ]
    regels += [_met_taak(r, casustaken.get(r.casus_id, "")) for r in zonder]
    return sorted(met_lokettermijnen(regels, account, localdate(nu)), key=_volgorde)


def _volgorde(regel: Werkregel) -> tuple[bool, bool, date, bool, str]:
    """What waits for me, then by term; where nothing runs, last."""
    termijn = regel.termijn
    return not regel.wacht_op_mij, termijn is None, termijn or date.max, not regel.traject, regel.huishouden


def _met_taak(regel: Werkregel, taak: str) -> Werkregel:
    return replace(regel, wacht_op_mij=True, mijn_taak=taak) if taak else regel


def voorstellen_aan(account: Account) -> list[Overdracht]:
    """Dossiers of which somebody asks this account to take the regie over; until then they see no more of them."""
    open_ = Overdracht.objects.filter(aan=account, aanvaard_op__isnull=True, ingetrokken_op__isnull=True)
    return list(open_.select_related("van", "casus__huishouden__wijk").order_by("voorgesteld_op"))


def _regel(
    traject: Traject,
    account: Account,
    nu: datetime,
    rollen: frozenset[str],
    casustaak: str,
    geld: Collection[Aanvraagstand],
    vervangt: set[UUID],
) -> Werkregel:
    route, dag = route_van(traject), localdate(nu)
    namen = {r.rol: r.naam for r in route.werkwijze.rollen}
    mijn = [r for r in traject.wacht_op if r in rollen]
    taken = geldtaken(route, Speler(str(account.pk), rollen), geld, dag.toordinal())
    taak = casustaak or next((GELDTAKEN[t] for t in taken), "")
    in_rust = traject.fase == Basisfase.WAAKVLAM.value
    te_laat = traject.eerste_termijn is not None and traject.eerste_termijn < dag
    wacht = bool(taak) or (bool(mijn) and not in_rust) or (in_rust and te_laat and bool(rollen))
    return Werkregel(
        casus_id=traject.casus_id,
        url=reverse("casus", args=[traject.casus_id]),
        huishouden=traject.casus.huishouden.naam,
        traject=traject.naam,
        plek=fase_naam(route, traject.fase),
        sinds=dag_kort(traject.sinds, dag),
        wacht_op_mij=wacht,
        wacht_op=tuple(namen.get(r, r) for r in traject.wacht_op),
        van_mij=traject.casus.regisseur_id == account.pk,
        stil=(dag - traject.sinds).days >= STIL_NA_DAGEN and not in_rust,
        termijn=traject.eerste_termijn,
        termijn_op=dag_kort(traject.eerste_termijn, dag) if traject.eerste_termijn else "",
        termijn_naam=traject.eerste_termijn_naam,
        te_laat=te_laat,
        vervangt=traject.casus.regisseur.naam if traject.casus.regisseur_id in vervangt else "",
        mijn_taak=taak or ", ".join(namen.get(r, r) for r in mijn),
    )


NACONTROLE = "Controleer bij de inwoner wat eerder is verteld"
GELDTAKEN: Mapping[Geldtaak, str] = {
    Geldtaak.BEOORDELEN: "Beoordeel de aanvraag van geld",
    Geldtaak.KWIJTSCHELDEN: "Beslis over kwijtschelding",
    Geldtaak.AFSPREKEN: "Maak de leenafspraak",
    Geldtaak.ONDERTEKENEN: "Leg vast dat de leenafspraak is ondertekend",
    Geldtaak.BETALEN: "Betaal uit",
    Geldtaak.AFLOSSING: "Vraag waarom de aflossing er niet is",
    Geldtaak.BON: "Voeg de bon toe",
    Geldtaak.BON_NAVRAGEN: "Vraag waar de bon blijft",
}
