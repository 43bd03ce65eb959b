"""Handing the regie of a casus over, with or without a running traject."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from samenspel.casus import trajecten
from samenspel.casus.models import Casus, Overdracht, Traject
from samenspel.casus.services import leg_gebeurtenis_vast, vergrendel
from samenspel.kern.organisatie import weiger_regie
from samenspel.kern.stand import Geweigerd
from samenspel.kern.stand.handelingen import AanvaardOverdracht, StelOverdrachtVoor
from samenspel.organisatie.models import Account, Taak
from samenspel.organisatie.selectors import leidt, taken_van
from samenspel.regie.casusbreed import rond_af
from samenspel.regie.opdracht import Opdracht, Verband
from samenspel.regie.uitvoeren import voer_uit
from samenspel.regie.vooraf import Vooraf


def voorstel_aan(casus: Casus, account: Account) -> Overdracht | None:
    """The proposal that waits for the answer of this account."""
    voorstel = trajecten.open_overdracht(casus)
    return voorstel if voorstel is not None and voorstel.aan_id == account.pk else None


def mag_overdragen(casus: Casus, account: Account, lopend: Sequence[Vooraf]) -> bool:
    """Whether this account may propose who takes the regie over: who has it, or whom kern lets assign it.

    `lopend`: what the account could do with each traject that runs, so that a page reads that once.
    """
    if not lopend:
        return casus.regisseur_id == account.pk
    return any(vooraf.weigering(StelOverdrachtVoor("")) is None for vooraf in lopend)


def stel_overdracht_voor(*, casus: Casus, account: Account, aan: Account, nu: datetime) -> None:
    """Propose the regie to a colleague: by who has it, or by who leads that one's team. Raises Geweigerd."""
    with transaction.atomic():
        weiger_regie(aan.naam, toezicht=Taak.PRIVACY in taken_van(aan, localdate(nu)))
        if aan.pk == casus.regisseur_id:
            raise Geweigerd(f"{aan.naam} heeft de regie al. Kies een ander.")
        handeling = StelOverdrachtVoor(str(aan.pk))
        if lopend := _lopend(casus):
            mag = (t for t in lopend if Vooraf(t, account, nu).weigering(handeling) is None)
            traject, opdracht = next(mag, lopend[0]), Opdracht(handeling, verband=Verband(account=aan))
            voer_uit(traject=traject, account=account, opdrachten=[opdracht], nu=nu)
            return
        vergrendel(casus)
        if casus.regisseur_id != account.pk and not leidt(account, casus.regisseur, localdate(nu)):
            raise Geweigerd("De regie overdragen kan alleen wie haar heeft, of wie het team leidt.")
        if aan.pk == account.pk:
            raise Geweigerd("Kies een collega om aan over te dragen.")
        trajecten.stel_overdracht_voor(casus=casus, van=account, aan=aan, nu=nu)
        _leg_vast("overdracht_voorgesteld", casus, aan, account, nu)


def aanvaard_overdracht(*, casus: Casus, account: Account, nu: datetime) -> None:
    """Take the proposed regie over. Raises Geweigerd."""
    with transaction.atomic():
        weiger_regie(account.naam, toezicht=Taak.PRIVACY in taken_van(account, localdate(nu)))
        if lopend := _lopend(casus):
            voer_uit(traject=lopend[0], account=account, opdrachten=[Opdracht(AanvaardOverdracht())], nu=nu)
            return
        vergrendel(casus)
        if voorstel_aan(casus, account) is None:
            raise Geweigerd("Er is geen voorstel om de regie aan u over te dragen.")
        trajecten.aanvaard_overdracht(casus=casus, nu=nu)
        _leg_vast("overdracht_aanvaard", casus, account, account, nu)


def _lopend(casus: Casus) -> list[Traject]:
    lopend = Traject.objects.filter(casus=casus, open=True).select_related("versie", "casus__huishouden")
    return list(lopend.order_by("gestart_op", "pk"))


def _leg_vast(soort: str, casus: Casus, aan: Account, account: Account, nu: datetime) -> None:
    leg_gebeurtenis_vast(casus=casus, soort=soort, gegevens={"aan": str(aan.pk)}, account=account, gebeurd_op=nu, nu=nu)
    rond_af(casus, nu)
