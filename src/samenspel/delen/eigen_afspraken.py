"""Agreements that an account has to keep, and the right to each of them: also where it looks into nothing else."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from uuid import UUID

from django.db.models import QuerySet

from samenspel.casus.models import Casus, Gebeurtenis
from samenspel.kern.delen import EigenAfspraak
from samenspel.organisatie.models import Account
from samenspel.plan.models import Actie

__all__ = ["BESPROKEN", "REACTIE", "afspraakrechten", "open_afspraken"]

REACTIE = "reactie_gegeven"
BESPROKEN = "reactie_besproken"


def open_afspraken(account: Account) -> QuerySet[Actie]:
    """What this account has to do and didn't do yet, but for what was withdrawn."""
    return Actie.objects.filter(
        gemeente=account.gemeente_id, account=account, gedaan_op__isnull=True, item__ingetrokken_op__isnull=True
    )


def afspraakrechten(account: Account, casus: Casus | None) -> Iterator[EigenAfspraak]:
    """A right for each; who carries the regie sees it anyway, and a resident has rights of their own."""
    if account.persoon_id is not None:
        return
    acties = open_afspraken(account).exclude(item__casus__regisseur=account)
    if casus is not None:
        acties = acties.filter(item__casus=casus)
    rijen = list(acties.values_list("pk", "item__casus"))
    berichten = _berichten(account, {c for _, c in rijen}) if rijen else {}
    for actie, casus_id in rijen:
        eigen = frozenset(berichten.get(str(actie), ()))
        yield EigenAfspraak(casus=str(casus_id), afspraak=str(actie), berichten=eigen)


def _berichten(account: Account, casussen: Collection[UUID]) -> Mapping[str, list[str]]:
    """Per agreement what this account said about it, and the answers."""
    rijen = Gebeurtenis.objects.filter(
        casus__in=casussen, soort__in=(REACTIE, BESPROKEN), woorden__isnull=False
    ).order_by("casus", "volgnummer")
    over: dict[str, str] = {}
    gevonden: defaultdict[str, list[str]] = defaultdict(list)
    for soort, gegevens, wie, item in rijen.values_list("soort", "gegevens", "account", "woorden__item"):
        if soort == REACTIE and wie == account.pk:
            over[str(item)] = gegevens["item"]
            gevonden[gegevens["item"]].append(str(item))
        elif soort == BESPROKEN and (actie := over.get(gegevens["reactie"])):
            gevonden[actie].append(str(item))
    return gevonden
