"""Learning from casussen: a reflectiesessie about several of them, and the cluster of one afterwards."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from samenspel.casus.models import Traject
from samenspel.delen.zicht import zichtbare_trajecten
from samenspel.kern.stand import Geweigerd
from samenspel.kern.stand.handelingen import BespreekInReflectie
from samenspel.kern.werkwijze.model import Reflectie
from samenspel.leren.models import Reflectiesessie
from samenspel.leren.services import maak_sessie
from samenspel.organisatie.models import Account
from samenspel.regie.opdracht import Opdracht
from samenspel.regie.routes import geldende_versies, route
from samenspel.regie.spelers import rollen_van
from samenspel.regie.uitvoeren import voer_uit

__all__ = ["MEEST", "leg_sessie_vast", "mag_lezen", "te_bespreken"]

MEEST = 200
"""How many trajecten can be chosen from: those that came somewhere last."""


def te_bespreken(account: Account, nu: datetime) -> list[Traject]:
    """Running trajecten of which this account may record that they were talked about in a session."""
    met = [v.slug for v in geldende_versies(nu, account.gemeente_id) if _reflectie(v.hash) is not None]
    rijen = zichtbare_trajecten(account, nu).filter(open=True, versie__slug__in=met)
    rijen = rijen.select_related("casus__huishouden", "versie").defer("versie__tekst").order_by("-sinds", "pk")
    trajecten = list(rijen[:MEEST])
    rollen = rollen_van(account, trajecten, nu)
    return [t for t in trajecten if (r := _reflectie(t.versie.hash)) is not None and rollen[t.pk] & set(r.door)]


def leg_sessie_vast(
    *, account: Account, trajecten: Sequence[Traject], deelnemers: Sequence[Account], op: datetime, nu: datetime
) -> Reflectiesessie:
    """Record a session with what was talked about, in the history of each. Raises Geweigerd."""
    slugs = {t.versie.slug for t in trajecten}
    if len(slugs) != 1:
        raise Geweigerd("Kies casussen van één werkwijze.")
    if localdate(op) > localdate(nu):
        raise Geweigerd("De sessie moet al geweest zijn.")
    with transaction.atomic():
        sessie = maak_sessie(door=account, werkwijze=slugs.pop(), op=localdate(op), deelnemers=deelnemers, nu=nu)
        opdracht = Opdracht(BespreekInReflectie(str(sessie.pk)), gebeurd_op=op)
        # Always in the same order: each casus is locked in turn.
        for traject in sorted(trajecten, key=lambda t: (str(t.casus_id), str(t.pk))):
            voer_uit(traject=traject, account=account, opdrachten=[opdracht], nu=nu)
    return sessie


def mag_lezen(account: Account, sessie_id: UUID) -> Reflectiesessie | None:
    """The session for who took part in it or recorded it."""
    rijen = Reflectiesessie.objects.filter(
        Q(vastgelegd_door=account) | Q(deelnemers=account), pk=sessie_id, gemeente=account.gemeente_id
    )
    return rijen.select_related("vastgelegd_door").distinct().first()


def _reflectie(hash: str) -> Reflectie | None:
    lus = route(hash).werkwijze.leerlus
    return lus.reflectie if lus is not None else None
