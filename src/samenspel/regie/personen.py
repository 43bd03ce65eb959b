"""Who belongs to the household of a casus and who has gezag over whom: rows and history in one transaction."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from samenspel.casus.models import Casus
from samenspel.casus.services import leg_gebeurtenis_vast, vergrendel
from samenspel.huishouden import services
from samenspel.huishouden.models import Persoon
from samenspel.huishouden.services import Personalia
from samenspel.organisatie.models import Account
from samenspel.regie.casusbreed import rond_af


def voeg_persoon_toe(
    *, casus: Casus, personalia: Personalia, gezag_van: Collection[Persoon], account: Account, nu: datetime
) -> Persoon:
    """A person who belongs to the household from today on; `gezag_van`: who has gezag over this person."""
    with transaction.atomic():
        vergrendel(casus)
        persoon = services.voeg_persoon_toe(huishouden=casus.huishouden, personalia=personalia, van=localdate(nu))
        services.stel_gezag_vast(kind=persoon, ouders=gezag_van, onder=(), op=localdate(nu))
        _leg_vast("persoon_toegevoegd", casus, persoon, account, nu)
    return persoon


def wijzig_persoon(
    *,
    casus: Casus,
    persoon: Persoon,
    personalia: Personalia,
    gezag_van: Collection[Persoon],
    onder: Collection[Persoon],
    account: Account,
    versie: int,
    nu: datetime,
) -> Persoon:
    """Save what is known of a person and who of `onder` has gezag; raises Versieconflict when somebody was first."""
    with transaction.atomic():
        vergrendel(casus)
        gewijzigd = services.wijzig_persoon(persoon=persoon, personalia=personalia, versie=versie)
        services.stel_gezag_vast(kind=gewijzigd, ouders=gezag_van, onder=onder, op=localdate(nu))
        _leg_vast("persoon_gewijzigd", casus, gewijzigd, account, nu)
    return gewijzigd


def _leg_vast(soort: str, casus: Casus, persoon: Persoon, account: Account, nu: datetime) -> None:
    leg_gebeurtenis_vast(
        casus=casus,
        soort=soort,
        gegevens={"persoon": str(persoon.pk), "geboortedatum": persoon.geboortedatum},
        account=account,
        gebeurd_op=nu,
        nu=nu,
    )
    rond_af(casus, nu)
