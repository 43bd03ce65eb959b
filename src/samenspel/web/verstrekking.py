"""The document for who thinks along outside: what goes along and what stays, and the same on paper and as data."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from samenspel.casus.models import EigenWoorden, Traject
from samenspel.delen.models import Grondslag, Item
from samenspel.delen.models import Verstrekking as Rij
from samenspel.delen.zicht import stuk_van, stukken_van_persoon
from samenspel.doorbraak.models import Antwoorden, Knelpunt
from samenspel.kern.delen import Kijker, Partner
from samenspel.kern.delen.stuk import Stuk as Dossierstuk
from samenspel.kern.delen.verstrekking import Blijft, dekking
from samenspel.kern.werkwijze.model import AvgGrondslag, Gegevenssoort, Verstrekking
from samenspel.plan.models import Actie, Deelname, Doel, Voorziening
from samenspel.regie.routes import route_van
from samenspel.regie.stuk import Deel, Feiten, Lijst, Stuk, zet_stuk
from samenspel.regie.verstrekking import Vorm, lopende_grondslag, partnerrecht, verstrekking_in, verstrekkingen_van
from samenspel.web.blik import Blik
from samenspel.web.delentekst import AVG_NAMEN, opsomming
from samenspel.web.dossierstuk import delen_van, inhoud_van
from samenspel.web.knelpunten import knelpunten

__all__ = ["SCHEMA", "Vooraf", "bestand", "bouw", "eerder", "vooraf_van"]

SCHEMA = "samenspel-verstrekking-1"
"""The name of the JSON Schema that the data keeps to (`static/schema/verstrekking-1.json`)."""

WAAROM = {
    Blijft.SOORT: "de grondslag noemt dit soort gegevens niet",
    Blijft.PERSOON: "gaat ook over iemand die de grondslag niet noemt",
    Blijft.ANDERS: "mag hier niet mee",
}
INHOUD = ("personen", "eigen_woorden", "knelpunten", "formulieren", "doelen", "voorzieningen")


@dataclass(frozen=True, slots=True)
class Vooraf:
    """What may leave from here: by which definition, and on which recorded basis if there is one."""

    verstrekking: Verstrekking
    hier: bool
    grondslag: Grondslag | None

    @property
    def kan(self) -> bool:
        """Whether the document can be given now."""
        return self.hier and self.grondslag is not None


def vooraf_van(blik: Blik, traject: Traject) -> Vooraf | None:
    """What may leave along this route, now or later; None: nothing ever does."""
    hier = verstrekking_in(traject)
    ergens = hier or next(iter(verstrekkingen_van(traject)), None)
    if ergens is None:
        return None
    return Vooraf(ergens, hier is not None, lopende_grondslag(blik.casus, ergens.grondslag, blik.nu))


def bouw(blik: Blik, traject: Traject, vooraf: Vooraf) -> dict[str, Any]:
    """What the page shows: the basis or how to record one, what goes along and what stays, and what went before."""
    w = route_van(traject).werkwijze
    basis = next(g for g in w.grondslagen if g.grondslag == vooraf.verstrekking.grondslag)
    context: dict[str, Any] = {
        "casus": blik.casus,
        "traject": traject,
        "vooraf": vooraf,
        "aan": opsomming(basis.partners),
        "doel": basis.doel,
        "regie": blik.casus.regisseur_id == blik.account.pk,
        "vastleggen": reverse("grondslag_nieuw_uit", args=[blik.casus.pk, w.werkwijze, basis.grondslag]),
        "eerder": eerder(traject),
        "regels": [],
        "delen": (),
    }
    if vooraf.grondslag is not None:
        context["regels"] = [
            {
                "deel": r.deel,
                "mee": r.mee,
                "blijft": sum(n for _, n in r.blijft),
                "waarom": opsomming([WAAROM[reden] for reden, _ in r.blijft]),
            }
            for r in dekking(partnerrecht(vooraf.grondslag), _delen(blik, traject), blik.dag)
        ]
        context["delen"] = _papier(_inhoud(blik, traject, vooraf.grondslag))
        context["over"] = opsomming([p.roepnaam for p in vooraf.grondslag.personen.all()])
    return context


def eerder(traject: Traject) -> list[Rij]:
    """What left before, newest first."""
    return list(Rij.objects.filter(traject=traject).select_related("account", "grondslag").order_by("-op"))


def bestand(blik: Blik, traject: Traject, vooraf: Vooraf, vorm: Vorm) -> tuple[bytes, tuple[Gegevenssoort, ...]]:
    """The file, and which kinds of data are in it."""
    assert vooraf.grondslag is not None
    inhoud = _inhoud(blik, traject, vooraf.grondslag)
    soorten = _soorten(inhoud)
    if vorm is Vorm.JSON:
        return _als_json(blik, traject, vooraf, inhoud), soorten
    return zet_stuk(_stuk(blik, traject, vooraf, inhoud)), soorten


def _buitenblik(blik: Blik, recht: Partner) -> Blik:
    """The dossier as this basis shows it, and nothing that the maker may see besides."""
    niemand = str(UUID(int=0))
    kijker = Kijker(account=niemand, gemeente=str(blik.casus.gemeente_id), rechten=(recht,))
    return Blik(blik.account, blik.casus, kijker, blik.nu)


def _inhoud(blik: Blik, traject: Traject, grondslag: Grondslag) -> dict[str, Any]:
    buiten = _buitenblik(blik, partnerrecht(grondslag))
    regels = [
        {"wat": k["wat"], "oorzaak": k["oorzaak"], "wetten": k["wetten"], "organisaties": k["organisaties"]}
        for k in knelpunten(buiten)
        if k["opgelost"] is None and k["wat"]
    ]
    return inhoud_van(buiten, traject) | {"knelpunten": regels}


def _soorten(inhoud: dict[str, Any]) -> tuple[Gegevenssoort, ...]:
    gevuld = {
        Gegevenssoort.PERSONALIA: inhoud["personen"],
        Gegevenssoort.EIGEN_WOORDEN: inhoud["eigen_woorden"],
        Gegevenssoort.KNELPUNTEN: inhoud["knelpunten"],
        Gegevenssoort.PLAN: inhoud["doelen"] or inhoud["voorzieningen"],
    }
    van_formulieren = {Gegevenssoort(f["soort"]) for f in inhoud["formulieren"]}
    return tuple(s for s in Gegevenssoort if gevuld.get(s) or s in van_formulieren)


def _delen(blik: Blik, traject: Traject) -> Iterable[tuple[str, Iterable[Dossierstuk]]]:
    """What the document could hold, part by part, from the whole dossier."""
    personalia = [stukken_van_persoon(p, blik.casus)[0] for p in blik.leden]
    yield "Namen, leeftijd en taal", personalia
    eigen = EigenWoorden.objects.filter(item__casus=blik.casus)
    yield "Eigen woorden", _stukken(eigen.values_list("item", flat=True))
    open_ = Knelpunt.objects.filter(item__casus=blik.casus, opgelost_op__isnull=True)
    yield "Waar het vastloopt", _stukken(open_.values_list("item", flat=True))
    rijen = dict(Antwoorden.objects.filter(traject=traject).values_list("formulier", "item"))
    for formulier in route_van(traject).werkwijze.formulieren:
        if formulier.formulier in rijen:
            yield formulier.naam, _stukken([rijen[formulier.formulier]])
    yield "Doelen van het plan", _stukken(Doel.objects.filter(item__casus=blik.casus).values_list("item", flat=True))
    acties = Actie.objects.filter(item__casus=blik.casus, doel__isnull=False)
    yield "Wie wat doet voor die doelen", _stukken(acties.values_list("item", flat=True))
    mee = Deelname.objects.filter(item__casus=blik.casus)
    yield "Wie aan die doelen meedoet", _stukken(mee.values_list("item", flat=True))
    ingezet = Voorziening.objects.filter(item__casus=blik.casus, beeindigd_op__isnull=True)
    yield "Wat wordt ingezet", _stukken(ingezet.values_list("item", flat=True))


def _stukken(ids: Iterable[UUID]) -> list[Dossierstuk]:
    rijen = Item.objects.filter(pk__in=list(ids), ingetrokken_op__isnull=True).prefetch_related("betreft")
    return [stuk_van(i) for i in rijen]


def _papier(inhoud: dict[str, Any]) -> tuple[Deel, ...]:
    """On paper: the question first, where it is stuck before the answers."""
    punten = tuple(_knelpunt(k) for k in inhoud["knelpunten"])
    eerst = (Deel("Waar het vastloopt", (Lijst(punten),)),) if punten else ()
    return (*eerst, *delen_van(inhoud))


def _knelpunt(k: dict[str, Any]) -> str:
    regels = opsomming([*k["wetten"], *k["organisaties"]])
    return f"{k['wat']} {k['oorzaak']}".strip() + (f" ({regels})" if regels else "")


def _stuk(blik: Blik, traject: Traject, vooraf: Vooraf, inhoud: dict[str, Any]) -> Stuk:
    g = vooraf.grondslag
    assert g is not None
    grond = Feiten(
        (
            ("Waarvoor", g.doel),
            ("Waarom het mag", AVG_NAMEN[AvgGrondslag(g.avg_6)]),
            ("Bijzondere gegevens", g.uitzondering_9_10),
            ("Geheimhouding", g.geheim),
            ("Afspraak", g.convenant),
        )
    )
    wie = blik.casus.regisseur
    return Stuk(
        titel=vooraf.verstrekking.stuk,
        gemeente=blik.casus.gemeente.naam,
        nummer=blik.casus.nummer,
        kop=(
            ("Aan", g.partij),
            ("Van", f"{wie.naam} {wie.telefoon}".strip()),
            ("Gemaakt op", date_format(blik.dag, "j F Y")),
        ),
        delen=(*_papier(inhoud), Deel("Op welke grondslag dit wordt gedeeld", (grond,))),
    )


def _als_json(blik: Blik, traject: Traject, vooraf: Vooraf, inhoud: dict[str, Any]) -> bytes:
    g, wie = vooraf.grondslag, blik.casus.regisseur
    assert g is not None
    w = route_van(traject).werkwijze
    gegevens = {
        "schema": SCHEMA,
        "stuk": vooraf.verstrekking.stuk,
        "gemaakt_op": localtime(blik.nu).isoformat(timespec="seconds"),
        "gemeente": blik.casus.gemeente.naam,
        "casusnummer": blik.casus.nummer,
        "aan": g.partij,
        "van": {"naam": wie.naam, "telefoon": wie.telefoon},
        "werkwijze": {"code": w.werkwijze, "naam": w.naam, "geldig_vanaf": w.geldig_vanaf.isoformat()},
        "grondslag": {
            "doel": g.doel,
            "avg_6": g.avg_6,
            "uitzondering_9_10": g.uitzondering_9_10,
            "geheim": g.geheim,
            "convenant": g.convenant,
            "soorten": g.soorten,
            "van": g.van.isoformat(),
            "tot": g.tot.isoformat() if g.tot is not None else None,
        },
        "inhoud": {sleutel: inhoud[sleutel] for sleutel in INHOUD},
    }
    return json.dumps(gegevens, ensure_ascii=False, indent=2).encode()
