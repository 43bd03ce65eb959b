"""What waits for somebody: a line per running traject in which they have a part, from the kept summaries.

A dossier of theirs in which none runs has a line too, and so has an agreement that they have to keep elsewhere.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.utils.timezone import localdate

from samenspel.budget.selectors import aanvragen_per_traject
from samenspel.casus.models import Overdracht
from samenspel.delen.definities import definitie
from samenspel.delen.zicht import zichtbare_trajecten
from samenspel.kern.budget.regimes import Aanvraagstand
from samenspel.kern.stand.geldwerk import geldtaken
from samenspel.kern.stand.handelingen import Speler
from samenspel.kern.werkwijze.basis import Basisfase
from samenspel.organisatie.models import Account
from samenspel.organisatie.selectors import afwezig_en_vervangen_door
from samenspel.regie.beeld import STIL_NA_DAGEN
from samenspel.regie.routes import route
from samenspel.regie.spelers import Trajectplek, rollen_op
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


class _Lopend(NamedTuple):
    """A running traject with what a line shows of it and no more: a chair has hundreds."""

    traject: UUID
    casus: UUID
    hash: str
    naam: str
    fase: str
    sinds: date
    taken: list[tuple[str, str, list[str]]]
    wacht_op: list[str]
    termijn: date | None
    termijn_naam: str
    regisseur: UUID
    huishouden: UUID
    huishouden_naam: str
    wijk: UUID | None
    team: UUID

    @property
    def plek(self) -> Trajectplek:
        """What the rollen that somebody holds in it depend on."""
        return Trajectplek(
            traject=self.traject,
            hash=self.hash,
            fase=self.fase,
            regisseur=self.regisseur,
            huishouden=self.huishouden,
            wijk=self.wijk,
            team=self.team,
        )


_KOLOMMEN = (
    *("pk", "casus", "versie__hash", "naam", "fase", "sinds", "taken", "wacht_op", "eerste_termijn"),
    *("eerste_termijn_naam", "casus__regisseur", "casus__huishouden", "casus__huishouden__naam"),
    *("casus__huishouden__wijk", "casus__huishouden__team"),
)


def mijn_werk_van(account: Account, nu: datetime) -> list[Werkregel]:
    """The lines of one account: what waits first, then by nearest term."""
    trajecten = _lopende(account, nu)
    rollen = rollen_op(account, [t.plek for t in trajecten], nu)
    vervangt = _vervangt(account, localdate(nu))
    geld = aanvragen_per_traject(t.traject for t in trajecten)
    zonder = regels_zonder_traject(account, vervangt, localdate(nu))
    casussen = {t.casus for t in trajecten} | {r.casus_id for r in zonder}
    eigen = eigen_taken(account, casussen, localdate(nu))
    regels = [
        _regel(
            *(t, account, nu, rollen[t.traject]),
            _hier(eigen, t.casus, t.traject),
            geld.get(t.traject, {}).values(),
            vervangt,
        )
        for t in trajecten
    ]
    regels += [_met_taak(r, _hier(eigen, r.casus_id, None)) for r in zonder]
    regels += regels_van_afspraken(account, casussen, localdate(nu))
    return sorted(met_lokettermijnen(regels, account, localdate(nu)), key=_volgorde)


def _lopende(account: Account, nu: datetime) -> list[_Lopend]:
    rijen = zichtbare_trajecten(account, nu).filter(open=True).values_list(*_KOLOMMEN)
    return [_Lopend(*rij) for rij in rijen]


def _vervangt(account: Account, dag: date) -> dict[UUID, str]:
    """Colleagues for whom this account stands in, by name."""
    wie = set(afwezig_en_vervangen_door(account, dag))
    return dict(Account.objects.filter(pk__in=wie).values_list("pk", "naam")) if wie else {}


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
    traject: _Lopend,
    account: Account,
    nu: datetime,
    rollen: frozenset[str],
    eigen: Sequence[EigenTaak],
    geld: Collection[Aanvraagstand],
    vervangt: Mapping[UUID, str],
) -> Werkregel:
    weg, dag, namen = route(traject.hash), localdate(nu), definitie(traject.hash).rollen
    namens = Speler(str(account.pk), rollen)
    taken = [
        *(t.naam for t in eigen if t.item is None),
        *(GELDTAKEN[t] for t in geldtaken(weg, namens, geld, dag.toordinal())),
        *(t.naam for t in eigen if t.item is not None),
        *(taaknaam(soort, doel, weg) for soort, doel, door in traject.taken if rollen & set(door)),
    ]
    in_rust = traject.fase == Basisfase.WAAKVLAM.value
    te_laat = traject.termijn is not None and traject.termijn < dag
    return Werkregel(
        casus_id=traject.casus,
        huishouden=traject.huishouden_naam,
        traject=traject.naam,
        plek=fase_naam(weg, traject.fase),
        sinds=traject.sinds,
        vandaag=dag,
        wacht_op_mij=bool(taken),
        wacht_op=tuple(namen[r].naam if r in namen else r for r in traject.wacht_op),
        van_mij=traject.regisseur == account.pk,
        stil=(dag - traject.sinds).days >= STIL_NA_DAGEN and not in_rust,
        termijn=traject.termijn,
        termijn_naam=traject.termijn_naam,
        te_laat=te_laat,
        vervangt=vervangt.get(traject.regisseur, ""),
        mijn_taak=next(iter(taken), ""),
        contact=bool(rollen),
    )
