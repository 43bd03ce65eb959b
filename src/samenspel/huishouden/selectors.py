"""Finding households and their people."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Count, Q

from samenspel.huishouden.models import Huishouden, Lidmaatschap, Persoon, Zoekdeel
from samenspel.huishouden.zoeken import DREMPEL, delen_van, score, vouw
from samenspel.organisatie.models import Gemeente

__all__ = ["leden_op", "namen_van", "zoek"]

KANDIDATEN = 200
GETOOND = 25


def zoek(*, gemeente: Gemeente, tekst: str) -> list[Huishouden]:
    """The households of this municipality, of any team, whose name or people are like `tekst`; the best first."""
    kandidaten = _kandidaten(gemeente, tekst)
    namen = namen_van(kandidaten)
    gevraagd = vouw(tekst)
    gescoord = [(score(gevraagd, namen[huishouden.pk]), huishouden) for huishouden in kandidaten]
    goed = [paar for paar in gescoord if paar[0] >= DREMPEL]
    goed.sort(key=lambda paar: (-paar[0], paar[1].naam, str(paar[1].pk)))
    return [huishouden for _, huishouden in goed[:GETOOND]]


def namen_van(huishoudens: Iterable[Huishouden]) -> dict[UUID, list[str]]:
    """Per household its own name and those of the people who belong to it now."""
    namen = {huishouden.pk: [huishouden.naam] for huishouden in huishoudens}
    leden = Lidmaatschap.objects.filter(huishouden__in=list(namen), tot__isnull=True)
    for huishouden_id, voornaam, achternaam in leden.values_list(
        "huishouden_id", "persoon__voornaam", "persoon__achternaam"
    ):
        namen[huishouden_id].append(f"{voornaam} {achternaam}")
    return namen


def _kandidaten(gemeente: Gemeente, tekst: str) -> list[Huishouden]:
    delen = Zoekdeel.objects.filter(gemeente=gemeente, deel__in=delen_van([tekst]))
    meeste = delen.values("huishouden_id").annotate(aantal=Count("id")).order_by("-aantal", "huishouden_id")
    ids = [rij["huishouden_id"] for rij in meeste[:KANDIDATEN]]
    return list(Huishouden.objects.filter(pk__in=ids).select_related("team", "wijk"))


def leden_op(huishouden: Huishouden, dag: date) -> list[Persoon]:
    """Who belonged to the household on a day, the oldest first; who has no known age comes after."""
    rijen = Lidmaatschap.objects.filter(Q(tot__isnull=True) | Q(tot__gt=dag), huishouden=huishouden, van__lte=dag)
    leden = [lid.persoon for lid in rijen.select_related("persoon")]
    return sorted(leden, key=lambda p: (p.geboortedatum is None, p.geboortedatum or dag, p.voornaam, str(p.pk)))
