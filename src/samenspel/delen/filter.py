"""The judgement of `kern/delen` as one database filter; a test holds that both give the same items."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import reduce
from operator import or_
from typing import NamedTuple, TypeVar

from django.db.models import BooleanField, Case, Exists, OuterRef, Q, QuerySet, Value, When

from samenspel.delen.models import Item
from samenspel.huishouden.models import Persoon
from samenspel.kern.delen import (
    Bewoner,
    EigenAfspraak,
    Helper,
    Kijker,
    Kijkrecht,
    Partner,
    Regie,
    Rolzicht,
    Tafelzicht,
    geldt,
    opent_dossier,
)
from samenspel.kern.werkwijze.model import Gegevenssoort

R = TypeVar("R", bound=Kijkrecht)
Soorten = frozenset[Gegevenssoort]

_NIETS = Q(pk__in=())


class Deel(NamedTuple):
    """Items in these casussen for which the filter holds."""

    casussen: frozenset[str]
    filter: Q


def geheel(kijker: Kijker, dag: date) -> Q:
    """Items that this kijker sees whole on this day."""
    rechten = [recht for recht in kijker.rechten if geldt(recht, dag)]
    eigen = Deel(_casussen(filter(opent_dossier, rechten)), Q(eigenaar_id=kijker.account))
    gewoon = _in_casussen([eigen, *_afspraken(rechten), *_trajecten(rechten), *_partners(_van(rechten, Partner))])
    inwoner = _een_van(_bewoners(_van(rechten, Bewoner)))
    rest = Q(ingetrokken_op__isnull=True) & (inwoner | (gewoon & ~_geheim_adres()))
    return Q(gemeente_id=kijker.gemeente) & (_regie(rechten) | rest)


def geheel_of_dat(kijker: Kijker, dag: date) -> Q:
    """Items of which this kijker at least sees that they are there."""
    if not ziet_bestaan(kijker):
        return geheel(kijker, dag)
    helpt = Q(casus_id__in=_casussen(_van(kijker.rechten, Helper)), ingetrokken_op__isnull=True)
    dat = Q(gemeente_id=kijker.gemeente) & helpt & ~_geheim_adres()
    return geheel(kijker, dag) | dat


def ziet_bestaan(kijker: Kijker) -> bool:
    """Whether there may be items of which this kijker knows that they are there, and no more."""
    return bool(_van(kijker.rechten, Helper))


def _van(rechten: Iterable[Kijkrecht], soort: type[R]) -> list[R]:
    return [recht for recht in rechten if isinstance(recht, soort)]


def _casussen(rechten: Iterable[Kijkrecht]) -> frozenset[str]:
    return frozenset(recht.casus for recht in rechten)


def _een_van(filters: Iterable[Q]) -> Q:
    return reduce(or_, filters, _NIETS)


def _in_casussen(delen: Iterable[Deel]) -> Q:
    """Any of these, with the same casussen counted up once: a chair has hundreds."""
    per_casussen: dict[frozenset[str], Q] = {}
    for casussen, hier in delen:
        per_casussen[casussen] = per_casussen[casussen] | hier if casussen in per_casussen else hier
    return _een_van(Q(casus_id__in=casussen) & hier for casussen, hier in per_casussen.items())


def _regie(rechten: list[Kijkrecht]) -> Q:
    return Q(casus_id__in=_casussen(_van(rechten, Regie)))


def _afspraken(rechten: list[Kijkrecht]) -> Iterable[Deel]:
    """Agreements of one's own with what was said about them, one filter for all."""
    eigen = _van(rechten, EigenAfspraak)
    if eigen:
        yield Deel(_casussen(eigen), Q(pk__in={stuk for r in eigen for stuk in (r.afspraak, *r.berichten)}))


def _trajecten(rechten: list[Kijkrecht]) -> Iterable[Deel]:
    """Rollen and tables, one filter for each set of kinds, so that a long list stays a short query."""
    per_soorten: dict[Soorten, list[Rolzicht | Tafelzicht]] = defaultdict(list)
    in_trajecten: list[Rolzicht | Tafelzicht] = [*_van(rechten, Rolzicht), *_van(rechten, Tafelzicht)]
    for recht in in_trajecten:
        per_soorten[recht.soorten].append(recht)
    for soorten, groep in per_soorten.items():
        in_traject = Q(traject_id__in={recht.traject for recht in groep})
        yield Deel(_casussen(groep), Q(soort__in=soorten) & (in_traject | Q(traject_id__isnull=True)))


def _partners(rechten: list[Partner]) -> Iterable[Deel]:
    """One filter for each set of kinds, and for each next right to it in the same casus.

    A filter per right would be a subquery per right: with hundreds of them PostgreSQL takes minutes.
    """
    personen_per_casus: dict[tuple[Soorten, int], dict[str, frozenset[str]]] = defaultdict(dict)
    for recht in rechten:
        rang = 0
        while recht.casus in personen_per_casus[recht.soorten, rang]:
            rang += 1
        personen_per_casus[recht.soorten, rang][recht.casus] = recht.personen
    for (soorten, _), personen in personen_per_casus.items():
        yield Deel(frozenset(personen), Q(soort__in=soorten) & _gaat_alleen_over_die_van(personen))


def _gaat_alleen_over_die_van(personen_per_casus: Mapping[str, frozenset[str]]) -> Q:
    """About somebody, and nobody else than the people given for the casus of the item."""
    # CASE stays one flat list, where OR would nest deeper than SQLite takes.
    gedekt = Case(
        *(
            When(item__casus_id=casus, persoon_id__in=personen, then=Value(True))
            for casus, personen in personen_per_casus.items()
            if personen
        ),
        default=Value(False),
        output_field=BooleanField(),
    )
    betreft = Item.betreft.through.objects.filter(item_id=OuterRef("pk"))
    return Q(Exists(betreft)) & ~Q(Exists(betreft.exclude(gedekt)))


def _bewoners(rechten: list[Bewoner]) -> Iterable[Q]:
    adres = Q(soort=Gegevenssoort.ADRES)
    for recht in rechten:
        eigen_adres = adres & _gaat_alleen_over({recht.persoon})
        ander = ~adres & (_gaat_over({recht.persoon}) | _gaat_alleen_over(recht.kinderen))
        yield Q(casus_id=recht.casus) & (eigen_adres | ander)


def _personen() -> QuerySet[Persoon]:
    return Persoon.objects.filter(item=OuterRef("pk"))


def _gaat_over(personen: Iterable[str]) -> Q:
    return Q(Exists(_personen().filter(pk__in=personen)))


def _gaat_alleen_over(personen: Iterable[str]) -> Q:
    return Q(Exists(_personen())) & ~Q(Exists(_personen().exclude(pk__in=personen)))


def _geheim_adres() -> Q:
    return Q(soort=Gegevenssoort.ADRES) & Q(Exists(_personen().filter(adres_geheim=True)))
