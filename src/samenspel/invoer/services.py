"""Drafts, posts that came too late, and doing a thing once."""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from samenspel.invoer.models import Concept, LosConcept, Verzoek
from samenspel.invoer.versleuteling import Velden, ontsleutel, versleutel
from samenspel.organisatie.models import Account

__all__ = [
    "LosseInvoer",
    "OngeldigPad",
    "VerzoekVanAnder",
    "bewaar_concept",
    "bewaar_los_concept",
    "eenmalig",
    "haal_concept",
    "haal_los_concept",
    "lees_concept",
    "wis_concept",
    "wis_los_concept",
]

NIET_BEWAREN = frozenset({"csrfmiddlewaretoken", "bsn"})
LOS_BEWAARD = timedelta(days=7)


class VerzoekVanAnder(Exception):
    """The id of a request belongs to somebody else's request."""

    def __init__(self) -> None:
        super().__init__("Dit formulier hoort bij een ander account. Open de pagina opnieuw.")


class OngeldigPad(ValueError):
    """An address to go back to that isn't on this site."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class LosseInvoer:
    """A post that came too late: where it went and what was in it."""

    pad: str
    velden: Velden


def bewaar_concept(*, account: Account, sleutel: str, inhoud: Velden, nu: datetime) -> Concept:
    """Keep a draft over the one that was there; `sleutel` is the route and the ids of the form."""
    concept, _ = Concept.objects.update_or_create(
        account=account,
        sleutel=sleutel,
        defaults={
            "gemeente_id": account.gemeente_id,
            "inhoud": versleutel(_zonder_tokens(inhoud), van=_van(account, sleutel)),
            "bewaard_op": nu,
        },
    )
    return concept


def haal_concept(*, account: Account, sleutel: str) -> Velden | None:
    """The draft of this writer for this form, if there is one."""
    concept = Concept.objects.filter(account=account, sleutel=sleutel).first()
    return None if concept is None else lees_concept(concept, account=account)


def lees_concept(concept: Concept, *, account: Account) -> Velden | None:
    """What a draft of this writer holds; None where it can't be read any more."""
    return ontsleutel(concept.inhoud, van=_van(account, concept.sleutel))


def wis_concept(*, account: Account, sleutel: str) -> None:
    """Drop the draft: what it held was saved, or its writer doesn't want it."""
    Concept.objects.filter(account=account, sleutel=sleutel).delete()


def bewaar_los_concept(*, account: Account, pad: str, inhoud: Velden, nu: datetime) -> str:
    """Keep a post of which the login or token had expired; returns the token for the writer's signed cookie.

    `account` is whom the browser's own signed cookie names; only after a login to that account is it given back.
    """
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        LosConcept.objects.filter(op__lt=nu - LOS_BEWAARD).delete()
        LosConcept.objects.create(
            gemeente_id=account.gemeente_id,
            account=account,
            sleutel_token=_digest(token),
            inhoud=versleutel(_zonder_tokens(inhoud), van=_van(account, token)),
            pad=_eigen_pad(pad),
            op=nu,
        )
    return token


def haal_los_concept(*, account: Account, token: str, nu: datetime) -> LosseInvoer | None:
    """What was kept under this token, if this account wrote it and it isn't too old."""
    los = LosConcept.objects.filter(account=account, sleutel_token=_digest(token), op__gte=nu - LOS_BEWAARD).first()
    velden = None if los is None else ontsleutel(los.inhoud, van=_van(account, token))
    return None if los is None or velden is None else LosseInvoer(pad=los.pad, velden=velden)


def wis_los_concept(*, account: Account, token: str) -> None:
    """Drop what was kept under this token."""
    LosConcept.objects.filter(account=account, sleutel_token=_digest(token)).delete()


def eenmalig(*, verzoek: UUID, account: Account, doe: Callable[[], str], nu: datetime) -> str:
    """Do something once in one transaction and return the address it gives; a repeat gets that same address.

    Two at once: the second waits for the first. When the first fails nothing of it stays, and the second does it.
    Raises VerzoekVanAnder when the id was used by another account.
    """
    with transaction.atomic():
        rij, nieuw = Verzoek.objects.get_or_create(
            id=verzoek, defaults={"gemeente_id": account.gemeente_id, "account": account, "op": nu}
        )
        if rij.account_id != account.pk:
            raise VerzoekVanAnder
        if nieuw:
            rij.uitkomst_pad = _eigen_pad(doe())
            rij.save(update_fields=["uitkomst_pad"])
        return rij.uitkomst_pad


def _van(account: Account, sleutel: str) -> str:
    return f"{account.pk} {sleutel}"


def _digest(token: str) -> str:
    # The table holds no token: who reads it cannot ask for what it keeps.
    return hashlib.sha256(token.encode("utf-8")).hexdigest()


def _zonder_tokens(velden: Velden) -> Velden:
    return {naam: waarden for naam, waarden in velden.items() if naam not in NIET_BEWAREN}


def _eigen_pad(pad: str) -> str:
    if not pad.startswith("/") or pad.startswith(("//", "/\\")):
        raise OngeldigPad("Dit adres hoort niet bij Samenspel.")
    return pad
