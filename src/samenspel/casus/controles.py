"""Checking the history in parts, so that no page waits for all casussen."""

from datetime import datetime
from itertools import islice

from django.db import IntegrityError, transaction

from samenspel.casus.historie import Breuk, controleer_deel, nummers_weg
from samenspel.casus.models import Casus, Historiecontrole
from samenspel.organisatie.models import Account

__all__ = ["begin_controle", "ga_verder", "laatste_controle"]

PER_KEER = 100
"""How many casussen one request looks at."""
MEEST = 100
"""How many mistakes are kept in words; all are counted."""


def laatste_controle(account: Account) -> Historiecontrole | None:
    """The newest check of the municipality, running or done."""
    rijen = Historiecontrole.objects.filter(gemeente_id=account.gemeente_id).select_related("gestart_door")
    return rijen.order_by("-gestart_op").first()


def begin_controle(*, account: Account, nu: datetime) -> Historiecontrole:
    """Start a check; one that runs already goes on."""
    lopend = Historiecontrole.objects.filter(gemeente_id=account.gemeente_id, klaar_op__isnull=True)
    if (bezig := lopend.first()) is not None:
        return bezig
    try:
        with transaction.atomic():
            return Historiecontrole.objects.create(
                gemeente_id=account.gemeente_id,
                gestart_door=account,
                gestart_op=nu,
                totaal=Casus.objects.filter(gemeente_id=account.gemeente_id).count(),
            )
    except IntegrityError:
        return lopend.get()


def ga_verder(*, controle: Historiecontrole, nu: datetime) -> Historiecontrole:
    """Look at the next casussen; after the last one, at numbers that are gone. A check that is done stays as it is."""
    with transaction.atomic():
        controle = Historiecontrole.objects.select_for_update(no_key=True).get(pk=controle.pk)
        if controle.klaar_op is not None:
            return controle
        deel, laatste = controleer_deel(gemeente=controle.gemeente_id, na=controle.tot_casus, hoeveel=PER_KEER)
        controle.casussen += deel.casussen
        controle.regels += deel.gebeurtenissen
        _noteer(controle, deel.breuken)
        if laatste is None:
            _noteer(controle, list(nummers_weg(controle.gemeente_id)))
            controle.klaar_op = nu
        else:
            controle.tot_casus = laatste
        controle.save()
    return controle


def _noteer(controle: Historiecontrole, breuken: list[Breuk]) -> None:
    controle.aantal_fouten += len(breuken)
    plaats = MEEST - len(controle.fouten)
    controle.fouten = [*controle.fouten, *(b.melding for b in islice(breuken, max(plaats, 0)))]
