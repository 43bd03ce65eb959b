"""Giving and ending rollen and taken; kern says what may, the log who did it."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from samenspel.kern.organisatie import weiger_botsing, weiger_zelf
from samenspel.kern.stand import Geweigerd
from samenspel.kern.werkwijze.model import Houder, Werkwijze
from samenspel.organisatie.basis import zelfde_gemeente
from samenspel.organisatie.logboek import noteer_daad
from samenspel.organisatie.models import Account, Daadsoort, Rolvervulling, Taak, Taakvervulling, Team
from samenspel.organisatie.services import geef_taak
from samenspel.overleg.models import Tafel

__all__ = ["beeindig_rol", "beeindig_taak", "geef_rol", "geef_taak_door", "weiger_laatste_beheerder"]


@transaction.atomic
def geef_rol(
    *,
    door: Account,
    account: Account,
    werkwijze: Werkwijze,
    rol: str,
    van: date,
    nu: datetime,
    tot: date | None = None,
    team: Team | None = None,
    tafel: Tafel | None = None,
) -> Rolvervulling:
    """Give somebody a rol of a team (none: all teams) or at a table. Raises Geweigerd, with the reason."""
    weiger_zelf(gever=str(door.pk), ontvanger=str(account.pk))
    if account.persoon_id is not None:
        raise Geweigerd("Een inwoner krijgt geen rol van een medewerker.")
    # One at a time per account, or two rollen that don't go together could both be given at once.
    account = Account.objects.select_for_update(no_key=True).get(pk=account.pk)
    overlap = Q(tot__isnull=True) | Q(tot__gt=van)
    lopend = Rolvervulling.objects.filter(overlap, account=account, werkwijze=werkwijze.werkwijze)
    if tot is not None:
        lopend = lopend.filter(van__lt=tot)
    gegeven = weiger_botsing(werkwijze, rol, lopend.values_list("rol", flat=True))
    _weiger_plek(werkwijze, rol, gegeven.houder, team, tafel)
    if lopend.filter(rol=rol, team=team, tafel=tafel).exists():
        raise Geweigerd(f"{account.naam} heeft deze rol daar al in deze tijd.")
    rij = Rolvervulling(
        gemeente=account.gemeente,
        account=account,
        werkwijze=werkwijze.werkwijze,
        rol=rol,
        team=team,
        tafel=tafel,
        van=van,
        tot=tot,
        gegeven_door=door,
    )
    zelfde_gemeente(rij, door, account, *(plek for plek in (team, tafel) if plek is not None))
    rij.save(force_insert=True)
    _noteer(rij, Daadsoort.ROL_GEGEVEN, door, f"{werkwijze.werkwijze}: {rol}", nu)
    return rij


@transaction.atomic
def beeindig_rol(*, door: Account, vervulling: Rolvervulling, tot: date, nu: datetime) -> None:
    """End a rol: from the day `tot` on it gives no right. One that hadn't begun ends where it would begin."""
    zelfde_gemeente(door, vervulling)
    if vervulling.tot is not None and vervulling.tot <= tot:
        return
    vervulling.tot = max(tot, vervulling.van)
    vervulling.save(update_fields=["tot"])
    _noteer(vervulling, Daadsoort.ROL_BEEINDIGD, door, f"{vervulling.werkwijze}: {vervulling.rol}", nu)


@transaction.atomic
def geef_taak_door(
    *, door: Account, account: Account, taak: Taak, van: date, nu: datetime, tot: date | None = None, team: Team | None
) -> Taakvervulling:
    """Somebody gives a colleague a taak. Raises Geweigerd, with the reason."""
    weiger_zelf(gever=str(door.pk), ontvanger=str(account.pk))
    zelfde_gemeente(door, account)
    if account.persoon_id is not None:
        raise Geweigerd("Een inwoner krijgt geen taak van de gemeente.")
    if (taak is Taak.TEAMLEIDING) != (team is not None):
        raise Geweigerd("Kies een team bij teamleiding, en alleen daarbij.")
    account = Account.objects.select_for_update(no_key=True).get(pk=account.pk)
    loopt_nog = Q(tot__isnull=True) | Q(tot__gt=van)
    if Taakvervulling.objects.filter(loopt_nog, account=account, taak=taak.value, team=team).exists():
        raise Geweigerd(f"{account.naam} heeft deze taak al.")
    return geef_taak(account=account, taak=taak, van=van, team=team, tot=tot, door=door, nu=nu)


@transaction.atomic
def beeindig_taak(*, door: Account, vervulling: Taakvervulling, tot: date, nu: datetime) -> None:
    """End a taak. Raises Geweigerd for the last functional administrator: nobody could give it back."""
    zelfde_gemeente(door, vervulling)
    if vervulling.tot is not None and vervulling.tot <= tot:
        return
    if vervulling.taak == Taak.BEHEER.value:
        weiger_laatste_beheerder(vervulling.account, tot)
    vervulling.tot = max(tot, vervulling.van)
    vervulling.save(update_fields=["tot"])
    _noteer(vervulling, Daadsoort.TAAK_BEEINDIGD, door, vervulling.taak, nu)


def weiger_laatste_beheerder(account: Account, dag: date) -> None:
    """Raise Geweigerd when without this account nobody keeps the set-up from this day on."""
    anderen = Taakvervulling.objects.filter(
        Q(tot__isnull=True), van__lte=dag, gemeente=account.gemeente_id, taak=Taak.BEHEER.value
    )
    if not anderen.filter(account__is_active=True).exclude(account=account).exists():
        raise Geweigerd("Dit is de laatste functioneel beheerder. Geef de taak eerst aan een collega.")


def _weiger_plek(w: Werkwijze, rol: str, houder: Houder, team: Team | None, tafel: Tafel | None) -> None:
    if houder is Houder.PER_TEAM and tafel is not None:
        raise Geweigerd("Deze rol hoort bij een team, niet bij een tafel.")
    if houder is Houder.PER_OVERLEG:
        hier = {o.overleg for o in w.overleggen if rol in (o.voorzitter, o.leden)}
        if tafel is None or team is not None:
            raise Geweigerd("Deze rol hoort bij een tafel. Kies er een.")
        if tafel.werkwijze != w.werkwijze or tafel.overleg not in hier:
            raise Geweigerd("Aan deze tafel bestaat die rol niet. Kies een andere tafel.")


def _noteer(rij: Rolvervulling | Taakvervulling, soort: Daadsoort, door: Account, wat: str, nu: datetime) -> None:
    tot = f" tot {rij.tot.isoformat()}" if rij.tot is not None else ""
    noteer_daad(
        gemeente=rij.gemeente,
        soort=soort,
        door=door,
        account=rij.account,
        wat=f"{wat}, van {rij.van.isoformat()}{tot}",
        ding=rij.pk,
        nu=nu,
    )
