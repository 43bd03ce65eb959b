"""Gathers the rights of an account from the rows; what a right gives, `kern/delen` decides."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from samenspel.casus.models import Casus
from samenspel.delen.eigen_afspraken import afspraakrechten
from samenspel.delen.models import Grondslag, Helpt
from samenspel.delen.perioden import dag_van, loopt
from samenspel.delen.rolrechten import casusrolrechten, teamrechten
from samenspel.delen.tafelrechten import tafelrechten
from samenspel.delen.vervuld import vervuld_door
from samenspel.huishouden.models import Gezag, Lidmaatschap, Persoon
from samenspel.kern.delen import Bewoner, Helper, Kijker, Kijkrecht, Partner, Regie, Vervanging, geldt
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.models import Account
from samenspel.organisatie.selectors import afwezig_en_vervangen_door

__all__ = ["bewoonde_casussen", "gedeelde_casussen", "kijker_van"]

MEERDERJARIG_IN_DELEN = 16
"""From this age parents no longer look along (UAVG art. 5)."""


def kijker_van(*, account: Account, casus: Casus | None, nu: datetime) -> Kijker:
    """The rights that an account holds now, in one casus or (None) in all of its municipality.

    For one page, ask the one casus: all of them is for lists.
    """
    rechten = tuple(_rechten(account, casus, nu)) if account.is_active else ()
    return Kijker(account=str(account.pk), gemeente=str(account.gemeente_id), rechten=rechten)


def gedeelde_casussen(account: Account, nu: datetime) -> set[UUID]:
    """Casussen that are shared with this account now: by a grondslag, or because it helps along."""
    if not account.is_active:
        return set()
    dag = dag_van(nu)
    rechten: list[Kijkrecht] = [*_hulp(account, None, dag), *_partner(account, None, nu)]
    return {UUID(recht.casus) for recht in rechten if geldt(recht, dag)}


def bewoonde_casussen(account: Account, nu: datetime) -> set[UUID]:
    """Casussen of the households to which this resident belongs now."""
    return set(_bewoond(account, None, dag_van(nu))) if account.is_active else set()


def _rechten(account: Account, casus: Casus | None, nu: datetime) -> Iterator[Kijkrecht]:
    dag = dag_van(nu)
    vervuld = vervuld_door(account, dag)
    yield from _regie(account, casus, dag)
    yield from _hulp(account, casus, dag)
    yield from casusrolrechten(account, casus, dag)
    yield from teamrechten(account, casus, vervuld)
    yield from tafelrechten(account, casus, vervuld)
    yield from _partner(account, casus, nu)
    yield from _bewoner(account, casus, dag)
    yield from afspraakrechten(account, casus)


def _regie(account: Account, casus: Casus | None, dag: date) -> Iterator[Regie]:
    """Casussen of one's own, and of colleagues who are absent today and whom this account replaces."""
    van = Q(regisseur=account) | Q(regisseur__in=afwezig_en_vervangen_door(account, dag))
    casussen = Casus.objects.filter(van, gemeente=account.gemeente_id)
    if casus is not None:
        casussen = casussen.filter(pk=casus.pk)
    for casus_id, regisseur in casussen.values_list("pk", "regisseur"):
        soort = Regie if regisseur == account.pk else Vervanging
        yield soort(casus=str(casus_id))


def _hulp(account: Account, casus: Casus | None, dag: date) -> Iterator[Helper]:
    hulp = Helpt.objects.filter(loopt(dag), gemeente=account.gemeente_id, account=account)
    if casus is not None:
        hulp = hulp.filter(casus=casus)
    for rij in hulp.prefetch_related("personen"):
        yield Helper(casus=str(rij.casus_id), personen=frozenset(str(p.pk) for p in rij.personen.all()))


def _partner(account: Account, casus: Casus | None, nu: datetime) -> Iterator[Partner]:
    """Grondslagen that are not ended and lack none of the four parts."""
    grondslagen = (
        Grondslag.objects.filter(gemeente=account.gemeente_id, partner=account)
        .filter(Q(beeindigd_op__isnull=True) | Q(beeindigd_op__gt=nu))
        .exclude(Q(avg_6="") | Q(uitzondering_9_10="") | Q(geheim="") | Q(convenant=""))
    )
    if casus is not None:
        grondslagen = grondslagen.filter(casus=casus)
    rijen = list(grondslagen.values_list("pk", "casus", "soorten", "van", "tot"))
    personen: dict[UUID, set[str]] = defaultdict(set)
    for grondslag, persoon in grondslagen.values_list("pk", "personen") if rijen else ():
        if persoon is not None:
            personen[grondslag].add(str(persoon))
    for sleutel, casus_id, soorten, van, tot in rijen:
        yield Partner(
            casus=str(casus_id),
            soorten=frozenset(Gegevenssoort(soort) for soort in soorten),
            personen=frozenset(personen[sleutel]),
            van=van,
            tot=tot,
        )


def _bewoner(account: Account, casus: Casus | None, dag: date) -> Iterator[Bewoner]:
    if not (bewoond := _bewoond(account, casus, dag)):
        return
    kinderen = _kinderen(account, dag)
    for casus_id, personen in bewoond.items():
        # Who was recorded twice is in a dossier under either name.
        for persoon in sorted(personen, key=str):
            yield Bewoner(casus=str(casus_id), persoon=str(persoon), kinderen=kinderen)


def _bewoond(account: Account, casus: Casus | None, dag: date) -> dict[UUID, set[UUID]]:
    """Casussen of the households to which this resident belongs, each with as whom."""
    if account.persoon_id is None:
        return {}
    # Found by themselves: an "or" over two joined tables would read every row of both.
    zelf = Persoon.objects.filter(Q(pk=account.persoon_id) | Q(samengevoegd_met=account.persoon_id)).values("pk")
    leden = Lidmaatschap.objects.filter(loopt(dag), persoon__in=zelf, gemeente=account.gemeente_id)
    per_huishouden: dict[UUID, set[UUID]] = defaultdict(set)
    for huishouden, persoon in leden.values_list("huishouden", "persoon"):
        per_huishouden[huishouden] |= {persoon, account.persoon_id}
    casussen = Casus.objects.filter(gemeente=account.gemeente_id, huishouden__in=list(per_huishouden))
    if casus is not None:
        casussen = casussen.filter(pk=casus.pk)
    return {pk: per_huishouden[huishouden] for pk, huishouden in casussen.values_list("pk", "huishouden")}


def _kinderen(account: Account, dag: date) -> frozenset[str]:
    """Children for whom this parent looks along; who has no known age, may be sixteen."""
    gezag = Gezag.objects.filter(loopt(dag), gemeente=account.gemeente_id, ouder=account.persoon_id)
    leeftijden = {g.kind_id: g.kind.leeftijd_op(dag) for g in gezag.select_related("kind")}
    return frozenset(
        str(kind) for kind, jaren in leeftijden.items() if jaren is not None and jaren < MEERDERJARIG_IN_DELEN
    )
