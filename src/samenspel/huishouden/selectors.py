"""Finding households and their people."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q

from samenspel.huishouden.models import Huishouden, Lidmaatschap, Persoon, Zoekdeel
from samenspel.huishouden.zoeken import DREMPEL, DREMPEL_DATUM, datumscore, delen_van, score, vouw, vouw_alles
from samenspel.huishouden.zoekvraag import Zoekvraag
from samenspel.organisatie.models import Gemeente

__all__ = [
    "Kenmerken",
    "is_naamgenoot",
    "kan_gezag_hebben",
    "kenmerken_van",
    "leden_op",
    "schuilt_elders",
    "vind_persoon",
    "wie_spreken",
    "woont_met_geheim",
    "zoek",
]

KANDIDATEN = 200
GETOOND = 25
SPELING = 2
JONGSTE_MET_GEZAG = 16


@dataclass(slots=True, repr=False)
class Kenmerken:
    """By what a household is found: its name, those of its people, their addresses and birth dates."""

    teksten: list[str]
    geboren: list[date | None] = field(default_factory=list)
    geschat: set[int] = field(default_factory=set)

    @property
    def woorden(self) -> set[str]:
        """All words, folded; a year of birth counts as one."""
        jaren = {str(jaar) for jaar in self.geschat | {dag.year for dag in self.geboren if dag is not None}}
        return jaren.union(*(vouw_alles(tekst) for tekst in self.teksten))


def zoek(*, gemeente: Gemeente, vraag: Zoekvraag, adressen_in: Collection[UUID] = ()) -> list[Huishouden]:
    """The households of this municipality, of any team, that are like what was asked; the best first.

    A secret address leads nowhere, except in the households `adressen_in`, of which the seeker may see it.
    """
    namen = _kandidaten(gemeente, vraag, adressen_in)
    kenmerken = kenmerken_van(namen, adressen_in=adressen_in)
    gescoord = [(_score(vraag, kenmerken[huishouden]), naam, huishouden) for huishouden, naam in namen.items()]
    goed = [rij for rij in gescoord if rij[0] > 0]
    goed.sort(key=lambda rij: (-rij[0], rij[1], str(rij[2])))
    getoond = [huishouden for _, _, huishouden in goed[:GETOOND]]
    # Whole only what is shown: most candidates are read to be left out.
    rijen = Huishouden.objects.select_related("samengevoegd_met").in_bulk(getoond)
    return [rijen[huishouden] for huishouden in getoond]


def _score(vraag: Zoekvraag, kenmerken: Kenmerken) -> float:
    """The mean over what was asked, and nothing where one of those doesn't fit."""
    scores = []
    if vraag.woorden:
        scores.append((score(vraag.woorden, kenmerken.woorden), DREMPEL))
    if vraag.geboren is not None:
        bekend = [*kenmerken.geboren, *([None] if vraag.geboren.year in kenmerken.geschat else [])]
        scores.append((datumscore(vraag.geboren, bekend), DREMPEL_DATUM))
    if not scores or any(punten < drempel for punten, drempel in scores):
        return 0.0
    return sum(punten for punten, _ in scores) / len(scores)


def kenmerken_van(namen: Mapping[UUID, str], *, adressen_in: Collection[UUID] = ()) -> dict[UUID, Kenmerken]:
    """By what each of these households, given with its name, is found now.

    An address doesn't count when its person, or anybody whom that person lives with in any household, has a secret
    address: that of a child may be where the other parent hides.
    """
    kenmerken = {huishouden: Kenmerken([naam]) for huishouden, naam in namen.items()}
    nu = Lidmaatschap.objects.filter(tot__isnull=True)
    verborgen = nu.filter(
        persoon__adres_geheim=True,
        huishouden__lidmaatschap__persoon=OuterRef("persoon_id"),
        huishouden__lidmaatschap__tot__isnull=True,
    )
    rijen = nu.filter(huishouden__in=list(kenmerken)).annotate(verborgen=Exists(verborgen))
    for huishouden, voornaam, achternaam, geboren, geschat, adres, geheim in rijen.values_list(
        *("huishouden_id", "persoon__voornaam", "persoon__achternaam", "persoon__geboortedatum"),
        *("persoon__geboortejaar", "persoon__adres", "verborgen"),
    ):
        kenmerken[huishouden].teksten.append(f"{voornaam} {achternaam}")
        if geschat is None:
            kenmerken[huishouden].geboren.append(geboren)
        else:
            # A guess may be some years off.
            kenmerken[huishouden].geschat |= set(range(geschat - SPELING, geschat + SPELING + 1))
        if adres and (not geheim or huishouden in adressen_in):
            kenmerken[huishouden].teksten.append(adres)
    return kenmerken


def _kandidaten(gemeente: Gemeente, vraag: Zoekvraag, adressen_in: Collection[UUID]) -> dict[UUID, str]:
    """A bounded number by their name, each from an index."""
    ids: set[UUID] = set()
    if vraag.woorden:
        delen = Zoekdeel.objects.filter(gemeente=gemeente, deel__in=delen_van([" ".join(vraag.woorden)]))
        meeste = delen.values("huishouden_id").annotate(aantal=Count("id")).order_by("-aantal", "huishouden_id")
        ids |= {rij["huishouden_id"] for rij in meeste[:KANDIDATEN]}
        ids |= set(list(adressen_in)[:KANDIDATEN])
    if vraag.geboren is not None:
        op = Persoon.objects.filter(gemeente=gemeente, geboortedatum__in=_ook_verwisseld(vraag.geboren))
        lid = Lidmaatschap.objects.filter(persoon__in=op.values("pk"), tot__isnull=True)
        ids |= set(lid.values_list("huishouden_id", flat=True)[:KANDIDATEN])
    return dict(Huishouden.objects.filter(gemeente=gemeente, pk__in=ids).values_list("pk", "naam"))


def _ook_verwisseld(dag: date) -> list[date]:
    """The day, and the one with day and month swapped."""
    try:
        return [dag, dag.replace(month=dag.day, day=dag.month)]
    except ValueError:
        return [dag]


def leden_op(huishouden: Huishouden, dag: date) -> list[Persoon]:
    """Who belonged to the household on a day, the oldest first; who has no known age comes after.

    Of a household that was made twice the people of both; of a person that was recorded twice the one that stays.
    """
    # By themselves these two are found by an index; joined to the rest, every row of both would be read.
    samen = Huishouden.objects.filter(Q(pk=huishouden.pk) | Q(samengevoegd_met=huishouden.pk)).values("pk")
    rijen = Lidmaatschap.objects.filter(Q(tot__isnull=True) | Q(tot__gt=dag), huishouden__in=samen, van__lte=dag)
    rijen = rijen.select_related("persoon__samengevoegd_met")
    leden = {wie.pk: wie for lid in rijen for wie in (lid.persoon.samengevoegd_met or lid.persoon,)}
    return oudste_eerst(leden.values())


def wie_spreken(personen: Iterable[Persoon]) -> list[Persoon]:
    """Whose own words can be written down, the oldest first; nobody who is still to be born."""
    return oudste_eerst(p for p in personen if not p.ongeboren)


def kan_gezag_hebben(persoon: Persoon, dag: date) -> bool:
    """Whether this person may have gezag: of age, or a mother of sixteen declared so (BW 1:246 and 1:253ha)."""
    jaren = persoon.leeftijd_op(dag)
    return not persoon.ongeboren and (jaren is None or jaren >= JONGSTE_MET_GEZAG)


def oudste_eerst(personen: Iterable[Persoon]) -> list[Persoon]:
    """The order in which a household is told: by birth, who has no known age last."""

    def sleutel(p: Persoon) -> tuple[bool, date, str, str]:
        geboren = p.geboortedatum or (date(p.geboortejaar, 7, 1) if p.geboortejaar is not None else None)
        return geboren is None, geboren or date.max, p.voornaam, str(p.pk)

    return sorted(personen, key=sleutel)


def vind_persoon(*, gemeente: Gemeente, voornaam: str, achternaam: str, geboortedatum: date) -> list[Persoon]:
    """People of the municipality with exactly this birth date and, but for accents and prefixes, this name."""
    naam = vouw(f"{voornaam} {achternaam}")
    personen = Persoon.objects.filter(gemeente=gemeente, geboortedatum=geboortedatum, samengevoegd_met__isnull=True)
    return [persoon for persoon in personen if vouw(f"{persoon.voornaam} {persoon.achternaam}") == naam]


def is_naamgenoot(persoon: Persoon) -> bool:
    """Whether somebody else of this name and birth date is known in the municipality."""
    if persoon.geboortedatum is None:
        return False
    gelijk = vind_persoon(
        gemeente=persoon.gemeente,
        voornaam=persoon.voornaam,
        achternaam=persoon.achternaam,
        geboortedatum=persoon.geboortedatum,
    )
    return any(p.pk != persoon.pk for p in gelijk)


def woont_met_geheim(persoon: Persoon) -> bool:
    """Whether this person, or anybody whom they live with in any household, has a secret address."""
    nu = Lidmaatschap.objects.filter(tot__isnull=True)
    samen = nu.filter(huishouden__in=nu.filter(persoon=persoon).values("huishouden"), persoon__adres_geheim=True)
    return persoon.adres_geheim or samen.exists()


def schuilt_elders(huishouden: Huishouden, personen: Iterable[Persoon]) -> set[UUID]:
    """Those of these people who also live with somebody, unknown to this household, whose address is secret.

    What is known of where they live isn't told in this household, to its regisseur neither: it may be where that
    other one hides.
    """
    nu = Lidmaatschap.objects.filter(tot__isnull=True)
    eigen = nu.filter(huishouden=huishouden).values("persoon_id")
    schuilers = nu.filter(persoon__adres_geheim=True, huishouden=OuterRef("huishouden_id")).exclude(persoon__in=eigen)
    elders = nu.filter(persoon__in=[p.pk for p in personen]).exclude(huishouden=huishouden)
    return set(elders.filter(Exists(schuilers)).values_list("persoon_id", flat=True))
