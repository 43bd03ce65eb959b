"""What waits for somebody: a line per running traject in which they have a part, from the kept summaries.

A dossier of theirs in which none runs has a line too, and so has an agreement that they have to keep elsewhere.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import Prefetch
from django.utils.timezone import localdate

from samenspel.budget.selectors import aanvragen_per_traject
from samenspel.casus.models import Overdracht, Traject, WerkwijzeVersie
from samenspel.delen.zicht import zichtbare_trajecten
from samenspel.kern.budget.regimes import Aanvraagstand
from samenspel.kern.stand.geldwerk import geldtaken
from samenspel.kern.stand.handelingen import Speler
from samenspel.kern.werkwijze.basis import Basisfase
from samenspel.organisatie.models import Account
from samenspel.organisatie.selectors import afwezig_en_vervangen_door
from samenspel.regie.beeld import STIL_NA_DAGEN
from samenspel.regie.routes import route_van
from samenspel.regie.spelers import rollen_van
from samenspel.web.eigen_afspraken import regels_van_afspraken
from samenspel.web.eigen_taken import EigenTaak, eigen_taken
from samenspel.web.loketwerk import met_lokettermijnen
from samenspel.web.taaknaam import GELDTAKEN, taaknaam
from samenspel.web.tekst import fase_naam
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
    "zonder": Filter("Zonder traject", lambda r: not r.traject and r.afspraak is None),
    "alles": Filter("Alles", lambda r: True),
}


def mijn_werk_van(account: Account, nu: datetime) -> list[Werkregel]:
    """The lines of one account: what waits first, then by nearest term."""
    trajecten = _lopende(account, nu)
    rollen = rollen_van(account, trajecten, nu)
    vervangt = set(afwezig_en_vervangen_door(account, localdate(nu)))
    geld = aanvragen_per_traject(t.pk for t in trajecten)
    zonder = regels_zonder_traject(account, vervangt, localdate(nu))
    casussen = {t.casus_id for t in trajecten} | {r.casus_id for r in zonder}
    eigen = eigen_taken(account, casussen, localdate(nu))
    regels = [
        _regel(t, account, nu, rollen[t.pk], _hier(eigen, t.casus_id, t.pk), geld.get(t.pk, {}).values(), vervangt)
        for t in trajecten
    ]
    regels += [_met_taak(r, _hier(eigen, r.casus_id, None)) for r in zonder]
    regels += regels_van_afspraken(account, casussen, localdate(nu))
    return sorted(met_lokettermijnen(regels, account, localdate(nu)), key=_volgorde)


def _lopende(account: Account, nu: datetime) -> list[Traject]:
    """Running trajecten with what a line shows of them and no more: a chair has hundreds."""
    rijen = zichtbare_trajecten(account, nu).filter(open=True).select_related("casus__huishouden")
    eigen = ("versie", "naam", "fase", "sinds", "taken", "wacht_op", "eerste_termijn", "eerste_termijn_naam")
    erbij = ("regisseur", "huishouden__naam", "huishouden__wijk", "huishouden__team")
    smal = rijen.only(*eigen, *(f"casus__{veld}" for veld in erbij))
    # Of versions and regisseurs there are few: each is read once.
    versies = WerkwijzeVersie.objects.only("hash")
    regisseurs = Account.objects.only("naam")
    return list(smal.prefetch_related(Prefetch("versie", versies), Prefetch("casus__regisseur", regisseurs)))


def _hier(eigen: Mapping[UUID, list[EigenTaak]], casus: UUID, traject: UUID | None) -> list[EigenTaak]:
    """The tasks of one's own there, but for those of another traject, which has a line itself."""
    return [t for t in eigen.get(casus, []) if traject is None or t.traject in (None, traject)]


def _volgorde(regel: Werkregel) -> tuple[bool, bool, date, bool, str]:
    """What waits for me, then by term; where nothing runs, last."""
    termijn = regel.termijn
    return not regel.wacht_op_mij, termijn is None, termijn or date.max, not regel.traject, regel.huishouden


def _met_taak(regel: Werkregel, eigen: Sequence[EigenTaak]) -> Werkregel:
    return replace(regel, wacht_op_mij=True, mijn_taak=eigen[0].naam) if eigen else regel


def voorstellen_aan(account: Account) -> list[Overdracht]:
    """Dossiers of which somebody asks this account to take the regie over; until then they see no more of them."""
    open_ = Overdracht.objects.filter(aan=account, aanvaard_op__isnull=True, ingetrokken_op__isnull=True)
    return list(open_.select_related("van", "casus__huishouden__wijk").order_by("voorgesteld_op"))


def _regel(
    traject: Traject,
    account: Account,
    nu: datetime,
    rollen: frozenset[str],
    eigen: Sequence[EigenTaak],
    geld: Collection[Aanvraagstand],
    vervangt: set[UUID],
) -> Werkregel:
    route, dag = route_van(traject), localdate(nu)
    namen = {r.rol: r.naam for r in route.werkwijze.rollen}
    namens = Speler(str(account.pk), rollen)
    taken = [
        *(t.naam for t in eigen if t.item is None),
        *(GELDTAKEN[t] for t in geldtaken(route, namens, geld, dag.toordinal())),
        *(t.naam for t in eigen if t.item is not None),
        *(taaknaam(soort, doel, route) for soort, doel, door in traject.taken if rollen & set(door)),
    ]
    in_rust = traject.fase == Basisfase.WAAKVLAM.value
    te_laat = traject.eerste_termijn is not None and traject.eerste_termijn < dag
    return Werkregel(
        casus_id=traject.casus_id,
        huishouden=traject.casus.huishouden.naam,
        traject=traject.naam,
        plek=fase_naam(route, traject.fase),
        sinds=traject.sinds,
        vandaag=dag,
        wacht_op_mij=bool(taken),
        wacht_op=tuple(namen.get(r, r) for r in traject.wacht_op),
        van_mij=traject.casus.regisseur_id == account.pk,
        stil=(dag - traject.sinds).days >= STIL_NA_DAGEN and not in_rust,
        termijn=traject.eerste_termijn,
        termijn_naam=traject.eerste_termijn_naam,
        te_laat=te_laat,
        vervangt=traject.casus.regisseur.naam if traject.casus.regisseur_id in vervangt else "",
        mijn_taak=next(iter(taken), ""),
        contact=bool(rollen),
    )
