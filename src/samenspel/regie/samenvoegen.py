"""A household or a person that was recorded twice becomes one, and two again: nothing is moved or destroyed.

The one that goes only refers to the one that stays (`samengevoegd_met`); its items, trajecten and history stay where
they are. So taking apart gives back exactly what was there.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from samenspel.casus.models import Casus, Samenvoeging
from samenspel.casus.services import leg_gebeurtenis_vast, vergrendel
from samenspel.delen.kijker import kijker_van
from samenspel.huishouden.models import Huishouden, Persoon
from samenspel.huishouden.samenvoegen import AlSamengevoegd, haal_uit_elkaar, voeg_samen
from samenspel.kern.delen.samenvoegen import Wijze, mag_ongedaan_maken, wijze_van_samenvoegen
from samenspel.kern.stand import Geweigerd
from samenspel.organisatie.basis import zelfde_gemeente
from samenspel.organisatie.models import Account
from samenspel.regie.casusbreed import rond_af

__all__ = ["aanvaard", "begin_samenvoeging", "maak_ongedaan", "open_voorstellen_voor", "wijs_af", "wijze"]


def wijze(account: Account, een: Casus, ander: Casus, nu: datetime) -> Wijze:
    """How this account may bring what is in these two dossiers together."""
    kijker = kijker_van(account=account, casus=None, nu=nu)
    return wijze_van_samenvoegen(kijker, str(een.pk), str(ander.pk), localdate(nu))


def begin_samenvoeging(
    *,
    blijft: Casus,
    gaat: Casus,
    personen: tuple[Persoon, Persoon] | None,
    account: Account,
    nu: datetime,
) -> Samenvoeging:
    """Bring two households together, or (`personen`: who stays, who goes) two people; done, or only proposed.

    Raises Geweigerd.
    """
    zelfde_gemeente(blijft, gaat, account, *(personen or ()))
    hoe = wijze(account, blijft, gaat, nu)
    if hoe is Wijze.NIET:
        raise Geweigerd("Samenvoegen kan alleen wie de regie heeft over een van beide.")
    if blijft.pk == gaat.pk and personen is None:
        raise Geweigerd("Dit is hetzelfde dossier. Kies een ander casusnummer.")
    with transaction.atomic():
        _vergrendel(blijft, gaat)
        lopend = Samenvoeging.objects.filter(ongedaan_op__isnull=True, afgewezen_op__isnull=True)
        paar = {"persoon_gaat": personen[1]} if personen else {"gaat": gaat, "persoon_gaat": None}
        if lopend.filter(**paar).exists():
            raise Geweigerd("Dit is al samengevoegd of voorgesteld.")
        samenvoeging = Samenvoeging.objects.create(
            gemeente_id=blijft.gemeente_id,
            blijft=blijft,
            gaat=gaat,
            persoon_blijft=personen[0] if personen else None,
            persoon_gaat=personen[1] if personen else None,
            voorgesteld_door=account,
            voorgesteld_op=nu,
        )
        if hoe is Wijze.VOORSTEL:
            _leg_vast("samenvoeging_voorgesteld", samenvoeging, account, nu)
        else:
            _voer_uit(samenvoeging, account, nu)
    return samenvoeging


def aanvaard(*, samenvoeging: Samenvoeging, account: Account, nu: datetime) -> None:
    """The regisseur of the other dossier says yes. Raises Geweigerd."""
    with transaction.atomic():
        vers = _open_voorstel(samenvoeging, account)
        _voer_uit(vers, account, nu)


def wijs_af(*, samenvoeging: Samenvoeging, account: Account, nu: datetime) -> None:
    """The regisseur of the other dossier says no. Raises Geweigerd."""
    with transaction.atomic():
        vers = _open_voorstel(samenvoeging, account)
        vers.afgewezen_op = nu
        vers.save(update_fields=["afgewezen_op"])
        _leg_vast("samenvoeging_afgewezen", vers, account, nu)


def maak_ongedaan(*, samenvoeging: Samenvoeging, account: Account, nu: datetime) -> None:
    """Take apart what was brought together, or withdraw the proposal. Raises Geweigerd."""
    with transaction.atomic():
        vers = _vers(samenvoeging)
        kijker = kijker_van(account=account, casus=None, nu=nu)
        if not mag_ongedaan_maken(kijker, str(vers.blijft_id), str(vers.gaat_id), localdate(nu)):
            raise Geweigerd("Dit kan alleen wie de regie heeft over een van beide dossiers.")
        if vers.ongedaan_op is not None or vers.afgewezen_op is not None:
            raise Geweigerd("Dit is al ongedaan gemaakt.")
        if vers.aanvaard_op is not None:
            haal_uit_elkaar(_paar(vers)[1])
        vers.ongedaan_op, vers.ongedaan_door = nu, account
        vers.save(update_fields=["ongedaan_op", "ongedaan_door"])
        _leg_vast("samenvoeging_ongedaan", vers, account, nu)


def open_voorstellen_voor(account: Account) -> list[Samenvoeging]:
    """Proposals about which this account decides: of a dossier of theirs, by somebody else, not decided yet."""
    van_mij = Q(blijft__regisseur=account) | Q(gaat__regisseur=account)
    open_ = Samenvoeging.objects.filter(
        van_mij, aanvaard_op__isnull=True, afgewezen_op__isnull=True, ongedaan_op__isnull=True
    ).exclude(voorgesteld_door=account)
    return list(open_.select_related("voorgesteld_door", "blijft", "gaat").order_by("voorgesteld_op"))


def _open_voorstel(samenvoeging: Samenvoeging, account: Account) -> Samenvoeging:
    vers = _vers(samenvoeging)
    if vers.aanvaard_op is not None or vers.afgewezen_op is not None or vers.ongedaan_op is not None:
        raise Geweigerd("Over dit voorstel is al beslist.")
    eigen = {c.regisseur_id for c in (vers.blijft, vers.gaat)}
    if account.pk not in eigen or account.pk == vers.voorgesteld_door_id:
        raise Geweigerd("Over dit voorstel beslist de regisseur van het andere dossier.")
    return vers


def _voer_uit(samenvoeging: Samenvoeging, account: Account, nu: datetime) -> None:
    blijft, gaat = _paar(samenvoeging)
    try:
        voeg_samen(blijft=blijft, gaat=gaat)
    except AlSamengevoegd as fout:
        raise Geweigerd(str(fout)) from None
    samenvoeging.aanvaard_op, samenvoeging.aanvaard_door = nu, account
    samenvoeging.save(update_fields=["aanvaard_op", "aanvaard_door"])
    _leg_vast("samengevoegd", samenvoeging, account, nu)


def _paar(samenvoeging: Samenvoeging) -> tuple[Huishouden, Huishouden] | tuple[Persoon, Persoon]:
    if samenvoeging.persoon_blijft is not None and samenvoeging.persoon_gaat is not None:
        return samenvoeging.persoon_blijft, samenvoeging.persoon_gaat
    return samenvoeging.blijft.huishouden, samenvoeging.gaat.huishouden


def _vers(samenvoeging: Samenvoeging) -> Samenvoeging:
    _vergrendel(samenvoeging.blijft, samenvoeging.gaat)
    return Samenvoeging.objects.select_related(
        "blijft__huishouden", "gaat__huishouden", "persoon_blijft", "persoon_gaat"
    ).get(pk=samenvoeging.pk)


def _vergrendel(*casussen: Casus) -> None:
    # In a fixed order, so that two at once cannot wait for each other.
    for casus in sorted(casussen, key=lambda c: str(c.pk)):
        vergrendel(casus)


def _leg_vast(soort: str, samenvoeging: Samenvoeging, account: Account, nu: datetime) -> None:
    persoon: UUID | None = samenvoeging.persoon_gaat_id
    for casus in {c.pk: c for c in (samenvoeging.blijft, samenvoeging.gaat)}.values():
        leg_gebeurtenis_vast(
            casus=casus,
            soort=soort,
            gegevens={
                "samenvoeging": samenvoeging.pk,
                "blijft": samenvoeging.persoon_blijft_id if persoon else samenvoeging.blijft.huishouden_id,
                "gaat": persoon or samenvoeging.gaat.huishouden_id,
                "wat": "persoon" if persoon else "huishouden",
            },
            account=account,
            gebeurd_op=nu,
            nu=nu,
        )
        rond_af(casus, nu)
