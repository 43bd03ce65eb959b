"""Everything that was written down about a resident and that they may read, whoever wrote it."""

from typing import Any

from django.utils.timezone import localdate

from samenspel.casus.models import Gebeurtenis
from samenspel.delen.models import Item
from samenspel.doorbraak.models import Antwoorden, Controleantwoord
from samenspel.inwoner.titels import titels
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.regie.reacties import BESPROKEN, REACTIE
from samenspel.regie.routes import route_van
from samenspel.web.blik import Blik
from samenspel.web.forms.velden import leesbaar
from samenspel.web.gebeurtenissen import ANTWOORDNAMEN
from samenspel.web.tekst import dag_kort

SOORTEN = {
    Gegevenssoort.EIGEN_WOORDEN: "Uw eigen woorden",
    Gegevenssoort.KNELPUNTEN: "Waar het vastloopt",
    Gegevenssoort.PLAN: "Het plan",
    Gegevenssoort.LEEFGEBIEDEN: "Wat u vertelde over uw leven",
    Gegevenssoort.FORMULIEREN: "Vragen en antwoorden",
    Gegevenssoort.CONTACTEN: "Gesprekken en logboek",
    Gegevenssoort.OVERLEG: "Overleg",
    Gegevenssoort.GELD: "Geld",
    Gegevenssoort.BESLUITEN: "Besluiten en redenen",
    Gegevenssoort.HULP: "Hulp die u krijgt en kreeg",
    Gegevenssoort.LOKETZAKEN: "Wat u bij een loket hebt gemeld of aangevraagd",
    Gegevenssoort.NETWERK: "Wie er om u heen staan",
    Gegevenssoort.PERSONALIA: "Uw gegevens",
    Gegevenssoort.ADRES: "Uw adres",
    Gegevenssoort.SIGNALEN: "Zorgen die iemand over u uitsprak",
}
PER_SOORT = {
    (Gegevenssoort.KNELPUNTEN, "wat"): "Wat er vastloopt",
    (Gegevenssoort.BESLUITEN, "wat"): "Waarover wordt besloten",
    (Gegevenssoort.HULP, "wat"): "Welke hulp",
    (Gegevenssoort.NETWERK, "reden"): "Waarom diegene niet of nog niet meedoet",
    (Gegevenssoort.NETWERK, "wet"): "Bij welke wet dit hoort",
}
"""What a word is called where that differs with the kind of the item."""
KOPPEN = {
    "ik_wil": "Wat ik wil",
    "ik_kan": "Wat ik kan",
    "ik_heb_nodig": "Wat ik nodig heb",
    "wat": "Afgesproken",
    "zorg": "Wat iemand vertelde",
    "over_wie": "Over wie",
    "adres": "Waar",
    "wie": "Wie",
    "tekst": "Opgeschreven",
    "gezegd": "Wat er gezegd is",
    "afgesproken": "Wat er is afgesproken",
    "met": "Met wie",
    "voor_inwoner": "Uitleg voor u",
    "toelichting": "Toelichting",
    "reactie": "Wat erop is geantwoord",
    "gebeld": "Wie er is gebeld",
    "waarvoor": "Waarvoor",
    "reden": "Waarom",
    "vraag": "Vraag",
    "antwoord": "Antwoord",
    "wie_beslist": "Wie beslist",
    "wet": "Volgens welke wet",
    "rugdekking": "Wie staat erachter",
    "doorgelaten_reden": "Waarom het later mocht",
    "naam": "Naam",
    "rol": "Wie het is",
    "organisatie": "Organisatie",
    "telefoon": "Telefoon",
    "beslisruimte": "Mag beslissen",
    "ingetrokken_reden": "Waarom ingetrokken",
    "verbeterd_reden": "Waarom dit is verbeterd",
    "teruggedraaid": "Waarom een aflossing niet klopte",
    "niet_nagekomen": "Waarom u anders terugbetaalt",
    "aanbieder": "Wie helpt",
    "werkte": "Wat werkte",
    "werkte_niet": "Wat werkte niet",
    "waarom": "Waarom gestopt",
    "eigen_woorden": "In eigen woorden",
    "waarover": "Waarover",
    "instelling": "Waar",
    "wet_naam": "Wet",
    "andere_wet": "Andere wet",
    "besluit": "Besluit",
}


def alles_over(blik: Blik) -> list[dict[str, Any]]:
    """Per kind what was written down, the newest first, with who wrote it and what the resident said about it."""
    reacties = blik.reacties
    items = list(_items(blik))
    woorden = blik.woorden([i.pk for i in items])
    koppen = {**_koppen(blik), **titels(blik)}
    per_soort: dict[Gegevenssoort, list[dict[str, Any]]] = {soort: [] for soort in SOORTEN}
    for item in items:
        if not woorden.get(item.pk):
            continue
        titel, vragen = koppen.get(item.pk, ("", {}))
        delen = [
            {"kop": vragen.get(s) or _kop(Gegevenssoort(item.soort), s.partition(":")[0]), "tekst": tekst}
            for s, tekst in woorden[item.pk].items()
            if tekst
        ]
        per_soort[Gegevenssoort(item.soort)].append(
            {
                "item": item.pk,
                "titel": titel,
                "delen": delen,
                "van": "u" if item.eigenaar_id == blik.account.pk else item.eigenaar.naam,
                "wanneer": dag_kort(localdate(item.gemaakt_op), blik.dag),
                "reacties": reacties.get(item.pk, []),
            }
        )
    return [{"naam": SOORTEN[soort], "regels": regels} for soort, regels in per_soort.items() if regels]


def _kop(soort: Gegevenssoort, sleutel: str) -> str:
    return PER_SOORT.get((soort, sleutel)) or KOPPEN.get(sleutel) or leesbaar(sleutel)


def eerste_woorden(blik: Blik, item: Item) -> str:
    """What an item says first, to know which one is meant."""
    return next((t for t in blik.woorden([item.pk]).get(item.pk, {}).values() if t), "")


def _items(blik: Blik) -> Any:
    """Reactions, and what was said about them, stand with what they are about, not by themselves."""
    zelf = Gebeurtenis.objects.filter(casus=blik.casus, soort__in=(REACTIE, BESPROKEN)).values("woorden__item")
    return blik.items().exclude(pk__in=zelf).select_related("eigenaar").order_by("-gemaakt_op")


def _koppen(blik: Blik) -> dict[Any, tuple[str, dict[str, str]]]:
    """Of forms and controlevragen the name and the questions, from the werkwijze of their traject."""
    koppen: dict[Any, tuple[str, dict[str, str]]] = {}
    for rij in blik.leesbare(Antwoorden.objects.select_related("traject__versie").defer("traject__versie__tekst")):
        w = route_van(rij.traject).werkwijze
        formulier = next((f for f in w.formulieren if f.formulier == rij.formulier), None)
        if formulier is not None:
            koppen[rij.pk] = (formulier.naam, {v.veld: v.vraag for v in formulier.velden})
    vragen = Controleantwoord.objects.select_related("traject__versie").defer("traject__versie__tekst")
    for vraag in blik.leesbare(vragen):
        w = route_van(vraag.traject).werkwijze
        tekst = next((c.vraag for c in w.controlevragen if c.controlevraag == vraag.controlevraag), "")
        koppen[vraag.pk] = (f"{tekst} {ANTWOORDNAMEN.get(vraag.antwoord, '')}".strip(), {})
    return koppen
