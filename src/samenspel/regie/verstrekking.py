"""Giving a document to somebody outside: on a recorded basis only, and every time written down."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from django.db.models import Q
from django.utils.timezone import localdate

from samenspel.casus.models import Casus, Traject
from samenspel.delen.models import Grondslag
from samenspel.delen.models import Verstrekking as Rij
from samenspel.kern.delen import Partner
from samenspel.kern.stand import Geweigerd
from samenspel.kern.werkwijze.model import Gegevenssoort, Verstrekking
from samenspel.organisatie.models import Account
from samenspel.regie.routes import route_van
from samenspel.regie.spelers import speler_van
from samenspel.regie.vastleggen import in_casus, leg_los_vast

__all__ = [
    "Vorm",
    "lopende_grondslag",
    "mag_verstrekken",
    "partnerrecht",
    "verstrek",
    "verstrekking_in",
    "verstrekkingen_van",
]


class Vorm(StrEnum):
    """In what form the document goes."""

    PDF = "pdf"
    JSON = "json"


def verstrekkingen_van(traject: Traject) -> tuple[Verstrekking, ...]:
    """What may leave somewhere along this route."""
    fasen = route_van(traject).werkwijze.fasen
    return tuple(f.verstrekking for f in fasen if f.verstrekking is not None)


def verstrekking_in(traject: Traject) -> Verstrekking | None:
    """What may leave where the traject is now."""
    fasen = route_van(traject).werkwijze.fasen
    return next((f.verstrekking for f in fasen if f.fase == traject.fase), None)


def mag_verstrekken(traject: Traject, account: Account, nu: datetime) -> bool:
    """Whether this account hands over what leaves where the traject is: the regisseur, or a rol that the fase names."""
    if traject.casus.regisseur_id == account.pk:
        return True
    verstrekking = verstrekking_in(traject)
    if verstrekking is None or not verstrekking.door:
        return False
    return bool(speler_van(account, traject, route_van(traject), nu).rollen & set(verstrekking.door))


def lopende_grondslag(casus: Casus, code: str, nu: datetime) -> Grondslag | None:
    """The newest recorded basis of this code with somebody outside that is in force and lacks none of its parts."""
    heel = ~(Q(avg_6="") | Q(uitzondering_9_10="") | Q(geheim="") | Q(convenant=""))
    dag = localdate(nu)
    binnen = Q(van__lte=dag) & (Q(tot__isnull=True) | Q(tot__gte=dag))
    rijen = Grondslag.objects.filter(
        heel, binnen, casus=casus, code=code, partner__isnull=True, beeindigd_op__isnull=True
    )
    return rijen.prefetch_related("personen").order_by("-van", "-pk").first()


def partnerrecht(grondslag: Grondslag) -> Partner:
    """What this basis lets somebody read."""
    return Partner(
        casus=str(grondslag.casus_id),
        soorten=frozenset(Gegevenssoort(s) for s in grondslag.soorten),
        personen=frozenset(str(p.pk) for p in grondslag.personen.all()),
        van=grondslag.van,
        tot=grondslag.tot,
    )


def verstrek(
    *,
    traject: Traject,
    grondslag: Grondslag,
    vorm: Vorm,
    inhoud: bytes,
    soorten: Sequence[Gegevenssoort],
    account: Account,
    nu: datetime,
) -> Rij:
    """Write down that this file leaves now. Raises Geweigerd where it may not."""
    casus = traject.casus
    with in_casus(casus):
        if not mag_verstrekken(traject, account, nu):
            raise Geweigerd("Dit stuk geeft de contactpersoon van het huishouden, of wie de werkwijze daarvoor noemt.")
        traject.refresh_from_db(fields=["fase"])
        verstrekking = verstrekking_in(traject)
        if verstrekking is None:
            raise Geweigerd("Dit stuk hoort bij een andere plek in het traject.")
        geldig = lopende_grondslag(casus, verstrekking.grondslag, nu)
        if geldig is None or geldig.pk != grondslag.pk:
            raise Geweigerd("De grondslag om dit te delen loopt niet meer. Leg eerst een nieuwe vast.")
        rij = Rij.objects.create(
            gemeente_id=casus.gemeente_id,
            casus=casus,
            traject=traject,
            grondslag=grondslag,
            stuk=verstrekking.stuk,
            vorm=vorm.value,
            soorten=[s.value for s in soorten],
            digest=sha256(inhoud).hexdigest(),
            account=account,
            op=nu,
        )
        personen = list(grondslag.personen.all())
        rij.personen.set(personen)
        leg_los_vast(
            casus=casus,
            traject=traject,
            soort="stuk_verstrekt",
            gegevens={
                "verstrekking": rij.pk,
                "grondslag": grondslag.pk,
                "vorm": vorm,
                "soorten": rij.soorten,
                "personen": sorted(str(p.pk) for p in personen),
                "digest": rij.digest,
            },
            account=account,
            nu=nu,
            woorden=None,
        )
    return rij
