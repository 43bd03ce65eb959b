"""The people around a household as far as somebody may see them: rows for the table, and the same as an ecogram."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from samenspel.kern.delen import Zicht
from samenspel.kern.wet.wetten import wettekst
from samenspel.netwerk.models import Netwerklid
from samenspel.web.blik import Blik
from samenspel.web.ecogram import BANDNAMEN, BREED, RICHTINGNAMEN, SMAL, STERKTENAMEN, Ecogram, Ecolid, teken_ecogram

__all__ = [
    "MEEDOENNAMEN",
    "SOORTNAMEN",
    "Netwerkregel",
    "ecogrammen_van",
    "namen_bij",
    "netwerkleden",
    "netwerknamen",
    "netwerkregels",
    "samenvatting",
]

SOORTNAMEN = {
    "familie": "Familie",
    "vriend": "Vriend of vriendin",
    "bekende": "Buur of bekende",
    "vrijwilliger": "Vrijwilliger",
    "professional": "Professional",
}
MEEDOENNAMEN = {
    "niet_gevraagd": "Nog niet gevraagd",
    "gevraagd": "Gevraagd, nog geen antwoord",
    "doet_mee": "Doet mee",
    "doet_niet_mee": "Doet niet mee",
}


@dataclass(frozen=True, slots=True)
class Netwerkregel:
    """Somebody around the household, as the table shows them."""

    item: UUID
    naam: str
    soort: str
    rol: str
    organisatie: str
    telefoon: str
    wet: str
    ruimtenaam: str
    ruimte: str
    over: tuple[str, ...]
    band: str
    meedoen: str
    meedoet: str
    reden: str
    url: str
    lid: Netwerklid


def netwerkregels(blik: Blik) -> list[Netwerkregel]:
    """Everybody around the household whom this person may see: own people first, then professionals, by name."""
    leden = blik.leesbare(
        Netwerklid.objects.filter(item__ingetrokken_op__isnull=True).select_related(
            "item", "contactpersoon__organisatie"
        )
    )
    woorden = blik.woorden([lid.pk for lid in leden])
    regels = [_regel(blik, lid, woorden.get(lid.pk, {})) for lid in leden]
    return sorted(regels, key=lambda r: (r.lid.soort == "professional", r.naam.lower()))


def netwerkleden(blik: Blik) -> list[tuple[Netwerklid, str]]:
    """Who of the network may be chosen, with the name."""
    return [(regel.lid, regel.naam) for regel in netwerkregels(blik)]


def netwerknamen(blik: Blik, leden: Iterable[str]) -> dict[str, str]:
    """Per netwerklid the name, for who may read it; for others only that it is somebody of the network."""
    sleutels = list(leden)
    if sleutels and not blik.netwerknamen:
        rijen = Netwerklid.objects.filter(item__casus=blik.casus).select_related("contactpersoon")
        woorden = blik.woorden([lid.pk for lid in rijen])
        blik.netwerknamen.update(
            (str(lid.pk), _naam(lid, woorden.get(lid.pk, {})) if lid.pk in blik.zichtbaar else "iemand uit het netwerk")
            for lid in rijen
        )
    return {lid: blik.netwerknamen[lid] for lid in sleutels if lid in blik.netwerknamen}


def _naam(lid: Netwerklid, tekst: dict[str, str]) -> str:
    lijst = lid.contactpersoon
    return tekst.get("naam") or (lijst.naam if lijst is not None else "Naam gewist")


def samenvatting(blik: Blik) -> list[str]:
    """How many of the people around the household take part, and how many don't or weren't asked yet."""
    rijen = blik.leesbare(Netwerklid.objects.filter(item__ingetrokken_op__isnull=True))
    aantallen = Counter(lid.meedoen for lid in rijen)
    namen = (
        ("doet_mee", "doet mee", "doen mee"),
        ("doet_niet_mee", "doet niet mee", "doen niet mee"),
        ("gevraagd", "is gevraagd", "zijn gevraagd"),
    )
    return [f"{n} {een if n == 1 else meer}" for code, een, meer in namen if (n := aantallen[code])]


def _regel(blik: Blik, lid: Netwerklid, tekst: dict[str, str]) -> Netwerkregel:
    lijst = lid.contactpersoon
    publiek = lijst is not None and lijst.organisatie.soort == "publiek"
    richting = f", {RICHTINGNAMEN[lid.richting].lower()}" if lid.richting else ""
    sterkte = "" if lid.band == "verbroken" else f", {STERKTENAMEN[lid.sterkte]}"
    return Netwerkregel(
        item=lid.pk,
        naam=_naam(lid, tekst),
        soort=SOORTNAMEN[lid.soort],
        rol=tekst.get("rol") or (lijst.functie if lijst is not None else ""),
        organisatie=tekst.get("organisatie") or (lijst.organisatie.naam if lijst is not None else ""),
        telefoon=tekst.get("telefoon") or (lijst.telefoon if lijst is not None else ""),
        wet=wettekst(tekst, lid.wet) or (", ".join(map(str, lijst.wetten)) if lijst is not None else ""),
        ruimtenaam="Mandaat" if publiek else "Beslisruimte" if lijst is not None else "Mag beslissen",
        ruimte=tekst.get("beslisruimte") or (lijst.uitleg if lijst is not None else ""),
        over=namen_bij(blik, lid.pk),
        band=f"{BANDNAMEN[lid.band]}{sterkte}{richting}",
        meedoen=MEEDOENNAMEN[lid.meedoen],
        meedoet=lid.meedoen,
        reden=tekst.get("reden", ""),
        url=reverse("netwerklid", args=[lid.pk]) if blik.regie else "",
        lid=lid,
    )


def namen_bij(blik: Blik, item: UUID) -> tuple[str, ...]:
    """About whom it is, by first name; nobody reads another member's name for that who may not know it."""
    return tuple(p.voornaam for p in blik.betreft(item) if not blik.alleen_inwoner or _bekend(blik, p.pk))


def _bekend(blik: Blik, persoon: UUID) -> bool:
    zicht = blik.personen.get(persoon)
    return zicht is not None and zicht.personalia is Zicht.GEHEEL


def ecogrammen_van(blik: Blik, regels: Iterable[Netwerkregel]) -> list[Ecogram]:
    """The picture of these rows, wide and for a phone, with the household as far as it may be known."""
    rijen = list(regels)
    genoemd = {p.pk for r in rijen for p in blik.betreft(r.item)}
    personen = [
        (str(p.pk), p.voornaam if _bekend(blik, p.pk) or p.pk in genoemd else "Iemand anders") for p in blik.leden
    ]
    leden = [
        Ecolid(
            naam=r.naam,
            rol=r.rol or r.organisatie or r.soort,
            professional=r.lid.soort == "professional",
            band=r.lid.band,
            sterkte=r.lid.sterkte,
            richting=r.lid.richting,
            over=frozenset(str(p.pk) for p in blik.betreft(r.item)),
        )
        for r in rijen
    ]
    return [teken_ecogram(personen, leden, maat) for maat in (BREED, SMAL)]
