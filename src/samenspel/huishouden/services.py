"""Making households and people, and keeping the index to find them in step."""

from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import F, Q

from samenspel.delen.versies import Versieconflict
from samenspel.huishouden.models import Gezag, Huishouden, Lidmaatschap, Persoon, Zoekdeel
from samenspel.huishouden.selectors import kenmerken_van
from samenspel.huishouden.soorten import Adressoort
from samenspel.huishouden.zoeken import delen_van
from samenspel.organisatie.basis import zelfde_gemeente
from samenspel.organisatie.models import Team, Wijk

__all__ = [
    "Personalia",
    "Versieconflict",
    "beeindig_lidmaatschap",
    "leg_gezag_vast",
    "maak_huishouden",
    "maak_zoekindex",
    "stel_gezag_vast",
    "voeg_lid_toe",
    "voeg_persoon_toe",
    "wijzig_persoon",
]


@dataclass(frozen=True, kw_only=True)
class Personalia:
    """What is known of a person, as it is typed in."""

    voornaam: str
    achternaam: str
    geboortedatum: date | None = None
    geboortejaar: int | None = None
    verwacht_op: date | None = None
    telefoon: str = ""
    adres: str = ""
    adres_soort: str = Adressoort.WOONADRES
    taal: str = ""
    tolk_nodig: bool = False
    adres_geheim: bool = False


def maak_huishouden(*, naam: str, team: Team, wijk: Wijk | None = None) -> Huishouden:
    """Make a household of a team."""
    zelfde_gemeente(team, *([wijk] if wijk else []))
    with transaction.atomic():
        huishouden = Huishouden.objects.create(gemeente_id=team.gemeente_id, naam=naam, team=team, wijk=wijk)
        _werk_zoekdelen_bij([huishouden])
    return huishouden


def voeg_persoon_toe(*, huishouden: Huishouden, personalia: Personalia, van: date) -> Persoon:
    """Make a person who belongs to the household from a day on."""
    with transaction.atomic():
        persoon = Persoon.objects.create(gemeente_id=huishouden.gemeente_id, **asdict(personalia))
        voeg_lid_toe(huishouden=huishouden, persoon=persoon, van=van)
    return persoon


def voeg_lid_toe(*, huishouden: Huishouden, persoon: Persoon, van: date) -> Lidmaatschap:
    """Let a person who is known already belong to this household too."""
    zelfde_gemeente(huishouden, persoon)
    with transaction.atomic():
        lidmaatschap = Lidmaatschap.objects.create(
            gemeente_id=huishouden.gemeente_id, huishouden=huishouden, persoon=persoon, van=van
        )
        _werk_zoekdelen_bij([huishouden])
    return lidmaatschap


def beeindig_lidmaatschap(*, lidmaatschap: Lidmaatschap, tot: date) -> None:
    """Let a person no longer belong to a household: it isn't found by that name any more."""
    with transaction.atomic():
        lidmaatschap.tot = tot
        lidmaatschap.save(update_fields=["tot"])
        _werk_zoekdelen_bij([lidmaatschap.huishouden], lidmaatschap.persoon)


def leg_gezag_vast(*, ouder: Persoon, kind: Persoon, van: date) -> Gezag:
    """Record that a parent has authority over a child."""
    zelfde_gemeente(ouder, kind)
    return Gezag.objects.create(gemeente_id=ouder.gemeente_id, ouder=ouder, kind=kind, van=van)


def stel_gezag_vast(*, kind: Persoon, ouders: Collection[Persoon], onder: Collection[Persoon], op: date) -> None:
    """Let exactly `ouders` of the people in `onder` (and `ouders` outside it too) have gezag over a child."""
    met_gezag = {ouder.pk for ouder in ouders}
    with transaction.atomic():
        lopend = list(Gezag.objects.filter(kind=kind, tot__isnull=True))
        for gezag in lopend:
            if gezag.ouder_id in {persoon.pk for persoon in onder} - met_gezag:
                _beeindig_gezag(gezag, op)
        for ouder in ouders:
            if ouder.pk not in {gezag.ouder_id for gezag in lopend}:
                leg_gezag_vast(ouder=ouder, kind=kind, van=op)


def _beeindig_gezag(gezag: Gezag, op: date) -> None:
    # A period includes its last day: who has no gezag any more must not look along today.
    if gezag.van >= op:
        gezag.delete()
        return
    gezag.tot = op - timedelta(days=1)
    gezag.save(update_fields=["tot"])


def wijzig_persoon(*, persoon: Persoon, personalia: Personalia, versie: int) -> Persoon:
    """Save what is known of a person over version `versie`; raises Versieconflict when that's past."""
    with transaction.atomic():
        velden = asdict(personalia)
        gelukt = Persoon.objects.filter(pk=persoon.pk, versie=versie).update(versie=F("versie") + 1, **velden)
        huidig = Persoon.objects.get(pk=persoon.pk)
        if not gelukt:
            raise Versieconflict(huidig, huidig.versie)
        bij = Lidmaatschap.objects.filter(persoon=huidig, tot__isnull=True).values("huishouden_id")
        _werk_zoekdelen_bij(list(Huishouden.objects.filter(pk__in=bij).order_by("pk")))
    return huidig


def maak_zoekindex(huishoudens: Collection[Huishouden]) -> None:
    """Make the index of many households that have none yet, all at once."""
    kenmerken = kenmerken_van({h.pk: h.naam for h in huishoudens})
    Zoekdeel.objects.bulk_create(
        (
            Zoekdeel(gemeente_id=huishouden.gemeente_id, huishouden=huishouden, deel=deel)
            for huishouden in huishoudens
            for deel in sorted(delen_van(kenmerken[huishouden.pk].teksten))
        ),
        batch_size=2_000,
    )


def _werk_zoekdelen_bij(huishoudens: Iterable[Huishouden], persoon: Persoon | None = None) -> None:
    """Renew the index of households, and of those that share people with them: whether an address may be found
    depends on everybody whom its people live with. `persoon`: somebody who just left."""
    nu = Lidmaatschap.objects.filter(tot__isnull=True)
    wie = Q(persoon__in=nu.filter(huishouden__in=list(huishoudens)).values("persoon_id")) | Q(persoon=persoon)
    ook = {*nu.filter(wie).values_list("huishouden_id", flat=True), *(h.pk for h in huishoudens)}
    for sleutel in sorted(ook):
        # One at a time per household, or two changes at once would each miss the other's names.
        huishouden = Huishouden.objects.select_for_update(no_key=True).get(pk=sleutel)
        nodig = delen_van(kenmerken_van({huishouden.pk: huishouden.naam})[huishouden.pk].teksten)
        staat = set(Zoekdeel.objects.filter(huishouden=huishouden).values_list("deel", flat=True))
        Zoekdeel.objects.filter(huishouden=huishouden, deel__in=staat - nodig).delete()
        Zoekdeel.objects.bulk_create(
            Zoekdeel(gemeente_id=huishouden.gemeente_id, huishouden=huishouden, deel=deel)
            for deel in sorted(nodig - staat)
        )
