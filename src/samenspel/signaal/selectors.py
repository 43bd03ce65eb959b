"""Reading signalen: how one stands, its words, and which are whose."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from samenspel.kern.signaal import Feit, Signaalstand, Soort, Speler, Status, Voorstel
from samenspel.organisatie.models import Account
from samenspel.signaal.models import MIJN_PLAN, Signaal, Signaalgebeurtenis, Signaalwoorden

__all__ = [
    "afgegeven_door",
    "afgehandeld_door",
    "feiten_van",
    "gevraagd_aan",
    "heeft_geweigerd",
    "lag_in",
    "speler_van",
    "stand_van",
    "van_houder",
    "verteld_door",
    "woorden_van",
]


def speler_van(account: Account) -> Speler:
    """The account as kern knows it."""
    return Speler(str(account.pk), str(account.team_id or ""))


def stand_van(signaal: Signaal) -> Signaalstand:
    """How a signaal stands, from its row."""
    vraag = None
    if signaal.gevraagd_op is not None:
        vraag = Voorstel(
            aan=str(signaal.gevraagd_account_id or ""),
            team=str(signaal.gevraagd_team_id or ""),
            casus=str(signaal.gevraagd_casus_id or ""),
        )
    return Signaalstand(
        houder=str(signaal.houder_id),
        sinds=signaal.houder_sinds,
        spoed=signaal.spoed,
        status=Status(signaal.status),
        voorstel=vraag,
        voorgesteld_op=signaal.gevraagd_op,
        casus=str(signaal.casus_id or ""),
        gewist=signaal.gewist_op is not None,
    )


def feiten_van(signaal: Signaal) -> list[Feit]:
    """What happened to a signaal, from its history: folded it gives `stand_van`."""
    return [_feit(rij) for rij in Signaalgebeurtenis.objects.filter(signaal=signaal).order_by("volgnummer")]


def _feit(rij: Signaalgebeurtenis) -> Feit:
    g, soort = rij.gegevens, Soort(rij.soort)
    vraag = Voorstel(g.get("aan", ""), g.get("team", ""), g.get("casus", "")) if soort is Soort.VOORGESTELD else None
    return Feit(
        soort,
        str(rij.account_id),
        str(rij.houder_id),
        localdate(rij.op),
        voorstel=vraag,
        casus="" if vraag else g.get("casus", ""),
        spoed=g.get("spoed") == "ja",
    )


def van_houder(account: Account) -> QuerySet[Signaal]:
    """Open signalen that this account holds, urgent and oldest first."""
    return _gesorteerd(Signaal.objects.filter(gemeente=account.gemeente_id, houder=account, status=Status.OPEN.value))


def gevraagd_aan(account: Account) -> QuerySet[Signaal]:
    """Open signalen that this account, or its team, was asked to take over."""
    vraag = Q(gevraagd_account=account)
    if account.team_id is not None:
        vraag |= Q(gevraagd_team=account.team_id)
    rijen = Signaal.objects.filter(vraag, gemeente=account.gemeente_id, status=Status.OPEN.value)
    return _gesorteerd(rijen.exclude(houder=account))


def afgegeven_door(account: Account) -> QuerySet[Signaal]:
    """Signalen that this account held and another holds now."""
    gehad = Signaalgebeurtenis.objects.filter(gemeente=account.gemeente_id, houder=account).values("signaal")
    rijen = Signaal.objects.filter(pk__in=gehad).exclude(houder=account).select_related("houder__team")
    return rijen.order_by("-houder_sinds", "pk")


def lag_in(signaal: Signaal) -> frozenset[str]:
    """The dossiers in which it was laid, whether or not it still lies there."""
    gelegd = Signaalgebeurtenis.objects.filter(signaal=signaal, soort=Soort.IN_DOSSIER.value)
    return frozenset(g["casus"] for g in gelegd.values_list("gegevens", flat=True))


def verteld_door(account: Account) -> QuerySet[Signaal]:
    """Concerns that this resident told; only that they are there and who has them, never their words."""
    eerste = Signaalgebeurtenis.objects.filter(
        gemeente=account.gemeente_id, account=account, soort=Soort.VASTGELEGD.value
    )
    rijen = Signaal.objects.filter(pk__in=eerste.values("signaal"), weg=MIJN_PLAN)
    return rijen.select_related("houder").order_by("-binnen_op", "pk")


def afgehandeld_door(account: Account) -> QuerySet[Signaal]:
    """Signalen that ended with this account."""
    rijen = Signaal.objects.filter(gemeente=account.gemeente_id, houder=account).exclude(status=Status.OPEN.value)
    return rijen.select_related("casus").order_by("-houder_sinds", "pk")


def heeft_geweigerd(signaal_id: UUID, account: Account) -> bool:
    """Whether the last thing that happened to it is that this account said no: pressing twice is no second look."""
    laatste = Signaalgebeurtenis.objects.filter(signaal=signaal_id).order_by("-volgnummer").first()
    return laatste is not None and (laatste.soort, laatste.account_id) == (Soort.GEWEIGERD.value, account.pk)


def woorden_van(signalen: Iterable[Signaal]) -> dict[UUID, dict[str, str]]:
    """Per signaal its concern and who told it, as far as not erased; what moved into a dossier isn't here."""
    rijen = Signaalwoorden.objects.filter(
        gebeurtenis__signaal__in=list(signalen), soort__in=("zorg", "melder"), gewist_op__isnull=True
    )
    gevonden: dict[UUID, dict[str, str]] = {}
    for signaal_id, inhoud in rijen.values_list("gebeurtenis__signaal_id", "inhoud"):
        gevonden.setdefault(signaal_id, {}).update(inhoud or {})
    return gevonden


def _gesorteerd(rijen: QuerySet[Signaal]) -> QuerySet[Signaal]:
    rijen = rijen.select_related("houder__team", "gevraagd_account", "gevraagd_team", "gevraagd_casus")
    return rijen.order_by("-spoed", "binnen_op", "pk")
