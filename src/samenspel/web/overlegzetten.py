"""What somebody can do with a case at a table now: kern says what, the order is that of the work."""

from datetime import date
from typing import Any

from django.urls import reverse

from samenspel.kern.stand.handelingen import HaalVanAgenda, Handeling, VerstuurStukken, VerstuurVerslag, VerzetOverleg
from samenspel.kern.werkwijze.model import Overleg
from samenspel.overleg.models import Agendapunt, Verslag
from samenspel.regie.feiten import overlegfeiten
from samenspel.regie.genodigden import weigering_erbij
from samenspel.regie.vooraf import Vooraf
from samenspel.regie.vragen import weigering_vraag
from samenspel.web.blik import Blik
from samenspel.web.herstel import adres_van

__all__ = ["loopt_nog", "zetten"]

TE_LAAT = "Ze zijn te laat. U kunt ze met een reden doorlaten."
LEZEN = "Daarna lezen de leden ze hier."
DICHT = "De leden lezen de stukken dan niet meer."
VOORAF = "Dan hoeft het overleg daar niet mee te beginnen."


def loopt_nog(punt: Agendapunt, vooraf: Vooraf) -> bool:
    """Whether this is where the traject is now with this meeting, not an earlier time."""
    gepland = overlegfeiten(vooraf.rijen, vooraf.route).get(f"overleg.{punt.tafel.overleg}.gepland_op")
    nieuwste = vooraf.rijen.nieuwste_punt(punt.tafel.overleg)
    return gepland is not None and nieuwste is not None and nieuwste.pk == punt.pk


def zetten(blik: Blik, punt: Agendapunt, soort: Overleg) -> list[dict[str, Any]]:
    """What this person can do with it now: kern says what, the order is that of the work."""
    vooraf = blik.vooraf(punt.traject)
    if not loopt_nog(punt, vooraf):
        return []
    regels = [
        *_stukkenzet(vooraf, punt, soort),
        *_uitkomstzet(vooraf, punt, soort),
        *_verslagzet(vooraf, punt, soort),
        *_vraagzet(blik, punt),
        *_erbijzet(blik, punt),
        *_verzetzet(vooraf, blik.dag, punt, soort),
        *_afhaalzet(vooraf, punt, soort),
    ]
    return sorted(regels, key=lambda z: not z["knop"])


def _mag(vooraf: Vooraf, handeling: Handeling) -> bool:
    return vooraf.weigering(handeling) is None


def _stukkenzet(vooraf: Vooraf, punt: Agendapunt, soort: Overleg) -> list[dict[str, Any]]:
    if soort.stukken is None or punt.stukken_op is not None or punt.gehouden_op is not None:
        return []
    mist = [
        {"naam": o.naam[:1].lower() + o.naam[1:].rstrip("?."), "url": adres_van(o, punt.traject)}
        for o in vooraf.missende_stukken(soort)
    ]
    nee = vooraf.weigering(VerstuurStukken(soort.overleg))
    doorlaten = nee is not None and _mag(vooraf, VerstuurStukken(soort.overleg, doorgelaten=True))
    if nee is None or doorlaten:
        uitleg = TE_LAAT if doorlaten else LEZEN
        return [_zet("De stukken versturen", "Versturen", "overleg_stukken", punt, uitleg)]
    regel = _zet("De stukken versturen", "", "overleg_stukken", punt, "" if mist else nee.melding)
    return [{**regel, "stand": "Kan nog niet.", "mist": mist}]


def _uitkomstzet(vooraf: Vooraf, punt: Agendapunt, soort: Overleg) -> list[dict[str, Any]]:
    if punt.gehouden_op is not None or vooraf.weigering_uitkomst(punt, soort) is not None:
        return []
    return [
        _zet("De uitkomst vastleggen", "Vastleggen", "agendapunt_uitkomst", punt, "Met de afspraken die u maakt."),
        _zet("Vergaderen", "Overlegstand openen", "agendapunt_vergadering", punt, "Grote letters, met de klok."),
    ]


def _verslagzet(vooraf: Vooraf, punt: Agendapunt, soort: Overleg) -> list[dict[str, Any]]:
    if punt.verslag_op is not None or not _mag(vooraf, VerstuurVerslag(soort.overleg)):
        return []
    gewijzigd = Verslag.objects.filter(agendapunt=punt).exists()
    naam = "Het gewijzigde verslag versturen" if gewijzigd else "Het verslag versturen"
    return [_zet(naam, "Nakijken en versturen", "verslag", punt, "U ziet eerst wat erin staat.")]


def _vraagzet(blik: Blik, punt: Agendapunt) -> list[dict[str, Any]]:
    if weigering_vraag(punt, blik.vooraf(punt.traject)) is not None:
        return []
    return [
        _zet(
            "Een vraag stellen",
            "Vraag stellen",
            "vraag_stellen",
            punt,
            VOORAF,
        )
    ]


def _erbijzet(blik: Blik, punt: Agendapunt) -> list[dict[str, Any]]:
    if weigering_erbij(punt, blik.vooraf(punt.traject)) is not None:
        return []
    return [_zet("Iemand erbij vragen", "Erbij vragen", "erbij_vragen", punt, "Die leest rond dit overleg mee.")]


def _verzetzet(vooraf: Vooraf, dag: date, punt: Agendapunt, soort: Overleg) -> list[dict[str, Any]]:
    probeer = VerzetOverleg(soort.overleg, dag, doorgelaten=True)
    if punt.gehouden_op is not None or not _mag(vooraf, probeer):
        return []
    regel = _zet("Het overleg verzetten", "Verzetten", "agendapunt", punt, "")
    return [{**regel, "url": reverse("overleg_plannen", args=[punt.traject_id, soort.overleg])}]


def _afhaalzet(vooraf: Vooraf, punt: Agendapunt, soort: Overleg) -> list[dict[str, Any]]:
    if punt.gehouden_op is not None or not _mag(vooraf, HaalVanAgenda(soort.overleg)):
        return []
    return [_zet("Toch niet bespreken", "Van de agenda halen", "van_agenda", punt, DICHT)]


def _zet(naam: str, knop: str, adres: str, punt: Agendapunt, uitleg: str) -> dict[str, Any]:
    url = reverse(adres, args=[punt.pk]) if knop else ""
    return {"naam": naam, "uitleg": uitleg, "keuzes": [], "stand": "", "mist": [], "knop": knop, "url": url}
