"""Opening a casus and adding to its history."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from samenspel.casus.keten import FORMAAT, Feit, feiten_van, kop_mac_van, mac_van
from samenspel.casus.models import Casus, Gebeurtenis, Nummerreeks, Traject
from samenspel.delen.models import Woorden
from samenspel.huishouden.models import Huishouden
from samenspel.organisatie.basis import zelfde_gemeente
from samenspel.organisatie.models import Account

__all__ = ["HistorieGebroken", "casusnummer", "leg_gebeurtenis_vast", "open_casus", "vergrendel"]


class HistorieGebroken(Exception):
    """The end of a casus's history isn't what was sealed: nothing is added to it, or the break would be hidden."""

    def __init__(self) -> None:
        super().__init__(
            "De geschiedenis van deze casus klopt niet meer; er kan niets bij."
            " Vraag de beheerder om: samenspel controleer-historie"
        )


def open_casus(*, huishouden: Huishouden, regisseur: Account, nu: datetime) -> Casus:
    """Open a dossier for a household, with its number and the first line of its history."""
    zelfde_gemeente(huishouden, regisseur)
    with transaction.atomic():
        casus = Casus.objects.create(
            gemeente_id=huishouden.gemeente_id,
            huishouden=huishouden,
            nummer=_volgend_nummer(huishouden, nu),
            regisseur=regisseur,
            geopend_op=nu,
        )
        leg_gebeurtenis_vast(
            casus=casus,
            soort="casus_geopend",
            gegevens={"huishouden": huishouden.pk, "regisseur": regisseur.pk},
            account=regisseur,
            gebeurd_op=nu,
            nu=nu,
        )
    return casus


def vergrendel(casus: Casus) -> None:
    """Hold the casus until the end of the transaction, so that what is decided rests on facts that stay."""
    vers = Casus.objects.select_for_update(no_key=True).get(pk=casus.pk)
    casus.kop_volgnummer, casus.kop_mac, casus.regisseur_id = vers.kop_volgnummer, vers.kop_mac, vers.regisseur_id


def leg_gebeurtenis_vast(
    *,
    casus: Casus,
    soort: str,
    gegevens: Mapping[str, Feit],
    account: Account | None,
    gebeurd_op: datetime,
    nu: datetime,
    traject: Traject | None = None,
    woorden: Woorden | None = None,
) -> Gebeurtenis:
    """Add one line to the history of a casus, sealed with the line before it.

    Raises HistorieGebroken when the present end of the history isn't the sealed one, and OngeldigGegeven when the
    facts hold something else than facts. `casus` gets its new `kop_*`; another copy of the row in memory doesn't.
    """
    _check(casus, account, gebeurd_op, nu, traject, woorden)
    with transaction.atomic():
        kop = Casus.objects.select_for_update(no_key=True).get(pk=casus.pk)
        gebeurtenis = Gebeurtenis(
            gemeente_id=kop.gemeente_id,
            casus=kop,
            volgnummer=kop.kop_volgnummer + 1,
            traject=traject,
            soort=soort,
            gegevens=feiten_van(gegevens),
            gebeurd_op=gebeurd_op,
            vastgelegd_op=nu,
            account=account,
            woorden=woorden,
            woorden_digest=woorden.digest if woorden else "",
            vorige_mac=_laatste_mac(kop),
            formaat=FORMAAT,
        )
        gebeurtenis.mac = mac_van(gebeurtenis)
        gebeurtenis.save(force_insert=True)
        casus.kop_volgnummer = gebeurtenis.volgnummer
        casus.kop_mac = kop_mac_van(kop.pk, gebeurtenis.volgnummer, gebeurtenis.mac)
        casus.save(update_fields=["kop_volgnummer", "kop_mac"])
    return gebeurtenis


def _laatste_mac(kop: Casus) -> str:
    """The seal to continue from; without this check a cut history would get a fresh, good end."""
    laatste = Gebeurtenis.objects.filter(casus=kop).order_by("-volgnummer").first()
    nummer, mac = (laatste.volgnummer, laatste.mac) if laatste else (0, "")
    verwacht = kop_mac_van(kop.pk, nummer, mac) if laatste else ""
    if (kop.kop_volgnummer, kop.kop_mac) != (nummer, verwacht):
        raise HistorieGebroken
    return mac


def _check(
    casus: Casus,
    account: Account | None,
    gebeurd_op: datetime,
    nu: datetime,
    traject: Traject | None,
    woorden: Woorden | None,
) -> None:
    zelfde_gemeente(casus, *([account] if account else []))
    if timezone.is_naive(gebeurd_op) or timezone.is_naive(nu):
        raise ValueError("a moment in the history needs its time zone")
    if traject is not None and traject.casus_id != casus.pk:
        raise ValueError("the traject is of another casus")
    if woorden is not None and woorden.item.casus_id != casus.pk:
        raise ValueError("the words are of another casus")


def _volgend_nummer(huishouden: Huishouden, nu: datetime) -> str:
    jaar = timezone.localtime(nu, timezone.get_default_timezone()).year
    reeks, _ = Nummerreeks.objects.get_or_create(gemeente_id=huishouden.gemeente_id, jaar=jaar)
    # Locked until the end of the transaction: the number after this one waits.
    reeks = Nummerreeks.objects.select_for_update(no_key=True).get(pk=reeks.pk)
    reeks.laatste += 1
    reeks.save(update_fields=["laatste"])
    return casusnummer(jaar, reeks.laatste)


def casusnummer(jaar: int, volgnummer: int) -> str:
    """How a casus is called: the year and its number in it."""
    return f"{jaar}-{volgnummer:05}"
