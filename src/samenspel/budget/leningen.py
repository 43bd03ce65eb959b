"""Writing how a loan comes back: agreement, signature, repayments, forgiveness, another way to pay."""

from collections.abc import Mapping
from datetime import date, datetime

from samenspel.budget.models import Aanvraag, Kwijtschelding, Leenmutatie, Leenregeling
from samenspel.delen.models import Woorden
from samenspel.delen.services import huidige_woorden, laatste_woorden, schrijf_woorden
from samenspel.kern.budget.leningen import Mutatiesoort
from samenspel.organisatie.models import Account


def spreek_af(
    *,
    aanvraag: Aanvraag,
    maandbedrag: int,
    eerste_op: date,
    woorden: Mapping[str, str],
    account: Account,
    op: date,
    nu: datetime,
) -> Woorden:
    """Store the agreement; until it is signed a next one takes its place."""
    velden = {"bedrag": aanvraag.bedrag, "maandbedrag": maandbedrag, "eerste_op": eerste_op, "door": account, "op": op}
    Leenregeling.objects.update_or_create(
        aanvraag=aanvraag,
        volgnummer=1,
        defaults=velden,
        create_defaults={**velden, "gemeente_id": aanvraag.gemeente_id},
    )
    return _woorden_erbij(aanvraag, woorden, account, nu)


def onderteken(*, aanvraag: Aanvraag, woorden: Mapping[str, str], account: Account, op: date, nu: datetime) -> Woorden:
    """Store that the agreement was signed."""
    Leenregeling.objects.filter(aanvraag=aanvraag, volgnummer=1).update(getekend_op=op)
    return _woorden_erbij(aanvraag, woorden, account, nu)


def los_af(*, aanvraag: Aanvraag, bedrag: int, account: Account, op: date, nu: datetime) -> Woorden | None:
    """Store a repayment. Gives the words of the loan: who may not read those, sees nothing of it."""
    _muteer(aanvraag, Mutatiesoort.AFLOSSING, bedrag, account, op, nu)
    return laatste_woorden(aanvraag.item)


def draai_terug(*, aanvraag: Aanvraag, nummer: int, reden: str, account: Account, op: date, nu: datetime) -> Woorden:
    """Store that a repayment counts no more, with the reason."""
    Leenmutatie.objects.filter(aanvraag=aanvraag, volgnummer=nummer).update(terug_op=op, terug_door=account)
    return _woorden_erbij(aanvraag, {terugsleutel(nummer): reden}, account, nu)


def vraag_kwijtschelding(
    *, aanvraag: Aanvraag, aangetoond_op: date, woorden: Mapping[str, str], account: Account, nu: datetime
) -> Woorden:
    """Store what was attested and that forgiveness is asked."""
    Kwijtschelding.objects.create(
        gemeente_id=aanvraag.gemeente_id,
        aanvraag=aanvraag,
        gevraagd_door=account,
        gevraagd_op=nu,
        aangetoond_op=aangetoond_op,
    )
    return _woorden_erbij(aanvraag, woorden, account, nu)


def beslis_kwijtschelding(
    *,
    aanvraag: Aanvraag,
    akkoord: bool,
    bedrag: int,
    woorden: Mapping[str, str],
    account: Account,
    op: date,
    nu: datetime,
) -> Woorden:
    """Store the decision, and what was forgiven. The database refuses who asked it."""
    vraag = Kwijtschelding.objects.select_for_update().get(aanvraag=aanvraag, beslist_op__isnull=True)
    vraag.beslist_door, vraag.beslist_op, vraag.akkoord = account, nu, akkoord
    vraag.save(update_fields=["beslist_door", "beslist_op", "akkoord"])
    if akkoord:
        _muteer(aanvraag, Mutatiesoort.KWIJTSCHELDING, bedrag, account, op, nu)
    return _woorden_erbij(aanvraag, woorden, account, nu)


def pas_aan(
    *,
    aanvraag: Aanvraag,
    bedrag: int,
    maandbedrag: int,
    eerste_op: date,
    reden: str,
    account: Account,
    op: date,
    nu: datetime,
) -> Woorden:
    """Store a decision on how what is open is paid back from now on, with its reason."""
    volgnummer = Leenregeling.objects.filter(aanvraag=aanvraag).count() + 1
    Leenregeling.objects.create(
        gemeente_id=aanvraag.gemeente_id,
        aanvraag=aanvraag,
        volgnummer=volgnummer,
        bedrag=bedrag,
        maandbedrag=maandbedrag,
        eerste_op=eerste_op,
        na=Leenmutatie.objects.filter(aanvraag=aanvraag).count(),
        door=account,
        op=op,
    )
    return _woorden_erbij(aanvraag, {aanpassingsleutel(volgnummer): reden}, account, nu)


def aanpassingsleutel(volgnummer: int) -> str:
    """Under which key of an application's words the reason stands why this way of paying back came."""
    return f"niet_nagekomen:{volgnummer}"


def terugsleutel(nummer: int) -> str:
    """Under which key of an application's words the reason stands why this repayment was turned back."""
    return f"teruggedraaid:{nummer}"


def _muteer(aanvraag: Aanvraag, soort: Mutatiesoort, bedrag: int, account: Account, op: date, nu: datetime) -> None:
    Leenmutatie.objects.create(
        gemeente_id=aanvraag.gemeente_id,
        aanvraag=aanvraag,
        volgnummer=Leenmutatie.objects.filter(aanvraag=aanvraag).count() + 1,
        soort=soort.value,
        bedrag=bedrag,
        op=op,
        door=account,
        vastgelegd_op=nu,
    )


def _woorden_erbij(aanvraag: Aanvraag, erbij: Mapping[str, str], account: Account, nu: datetime) -> Woorden:
    item = aanvraag.item
    inhoud = {**huidige_woorden(item), **{k: v for k, v in erbij.items() if v}}
    return schrijf_woorden(item=item, inhoud=inhoud, auteur=account, versie=item.versie, nu=nu)
