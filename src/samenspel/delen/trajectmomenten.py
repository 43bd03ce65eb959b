"""Where trajecten are, and what one account did in them: what the view of a rol of a team depends on."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from samenspel.budget.models import Aanvraag, Handtekening
from samenspel.casus.models import Traject, Trajectstap
from samenspel.delen.definities import definitie
from samenspel.doorbraak.models import Controleantwoord
from samenspel.kern.budget.regimes import Aanvraagstatus, telt_mee
from samenspel.kern.delen.rollen import Moment
from samenspel.organisatie.models import Account

__all__ = ["Trajectmoment", "momenten", "opgesomd"]

OPGESOMD = 500
"""Up to how many trajecten are asked for by key: a database is quicker with those than with the question again."""
_TELT_MEE = [status.value for status in Aanvraagstatus if telt_mee(status)]


class Trajectmoment(NamedTuple):
    """A traject at this moment, for one account."""

    traject: str
    casus: str
    hash: str
    moment: Moment


def momenten(trajecten: QuerySet[Traject], account: Account, rollen: Collection[str]) -> Iterator[Trajectmoment]:
    """Of each of these trajecten where it is and what this account did in it; four queries at most for all of them.

    What none of these rollen has a part by, isn't asked.
    """
    rijen = list(trajecten.values_list("pk", "casus", "versie__hash", "open", "fase", "wacht_op"))
    welke = opgesomd(trajecten, [rij[0] for rij in rijen])
    werk = [w for hash in {rij[2] for rij in rijen} for rol in rollen if (w := definitie(hash).werk.get(rol))]
    gezet = _codes(_stappen(welke, account) if any(w.stappen for w in werk) else ())
    beantwoord = _codes(_antwoorden(welke, account) if any(w.controlevragen for w in werk) else ())
    gevraagd = _codes(_aanvragen(welke, account) if any(w.budgetten for w in werk) else ())
    for traject, casus, hash, open, fase, wacht_op in rijen:
        moment = Moment(
            open=open,
            fase=fase,
            wacht_op=frozenset(wacht_op),
            budgetten=gevraagd[traject],
            stappen=gezet[traject],
            controlevragen=beantwoord[traject],
        )
        yield Trajectmoment(str(traject), str(casus), hash, moment)


def opgesomd(trajecten: QuerySet[Traject], sleutels: list[UUID]) -> QuerySet[Traject] | list[UUID]:
    """The same trajecten by their keys, which were read already, unless they are too many to count up."""
    return sleutels if len(sleutels) <= OPGESOMD else trajecten


def _stappen(trajecten: QuerySet[Traject] | list[UUID], account: Account) -> Iterable[tuple[UUID, str]]:
    return Trajectstap.objects.filter(traject__in=trajecten, door=account).values_list("traject", "stap")


def _antwoorden(trajecten: QuerySet[Traject] | list[UUID], account: Account) -> Iterable[tuple[UUID, str]]:
    rijen = Controleantwoord.objects.filter(traject__in=trajecten, door=account)
    return rijen.values_list("traject", "controlevraag")


def _aanvragen(trajecten: QuerySet[Traject] | list[UUID], account: Account) -> Iterable[tuple[UUID, str]]:
    """Money that is asked, agreed or paid; what was refused only for who signed."""
    getekend = Exists(Handtekening.objects.filter(aanvraag=OuterRef("pk"), account=account))
    aanvragen = Aanvraag.objects.filter(traject__in=trajecten, item__ingetrokken_op__isnull=True)
    return aanvragen.filter(Q(status__in=_TELT_MEE) | Q(getekend)).values_list("traject", "budget")


def _codes(paren: Iterable[tuple[UUID, str]]) -> defaultdict[UUID, frozenset[str]]:
    per_traject: defaultdict[UUID, frozenset[str]] = defaultdict(frozenset)
    for traject, code in paren:
        per_traject[traject] |= {code}
    return per_traject
