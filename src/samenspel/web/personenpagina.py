"""The people of a household on one page, in sentences, cut to what this person may see of each."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format

from samenspel.casus.models import Casus
from samenspel.delen.zicht import Persoonszicht, persoonszicht
from samenspel.huishouden.bsn import bsn_van
from samenspel.huishouden.models import Bsn, Gezag, Lidmaatschap, Persoon, Relatie, Vertegenwoordiger
from samenspel.huishouden.soorten import OMGEKEERD, Adressoort, Relatiesoort
from samenspel.kern.bsn import gemaskeerd
from samenspel.kern.delen import Zicht
from samenspel.web.blik import Blik
from samenspel.web.tekst import initialen

__all__ = ["leeftijd", "ooit_lid", "personenpagina"]

ADRESWOORD = {
    Adressoort.WOONADRES: "Woont op",
    Adressoort.BRIEFADRES: "Heeft een briefadres:",
    Adressoort.GEEN_ADRES: "Heeft geen adres: zwervend",
}
RELATIEWOORD = {soort: OMGEKEERD.get(soort, soort.value) for soort in Relatiesoort} | {
    Relatiesoort.OUDER: "ouder",
    Relatiesoort.GROOTOUDER: "grootouder",
}


def personenpagina(blik: Blik) -> dict[str, Any]:
    """Who belongs here now, who did before, and what binds them."""
    allen = ooit_lid(blik)
    zicht = persoonszicht(blik.kijker, blik.casus, allen, blik.nu)
    gekend = {p.pk for p in allen if zicht[p.pk].personalia is Zicht.GEHEEL}
    nu = {p.pk for p in blik.leden}
    relaties, gezag = _relaties(blik, allen, gekend), _gezag(blik, allen, gekend)
    voor = {p.pk: [] for p in allen}  # type: dict[Any, list[Vertegenwoordiger]]
    for rij in Vertegenwoordiger.objects.filter(persoon__in=gekend).order_by("van", "naam"):
        voor[rij.persoon_id].append(rij)
    bsn = {rij.persoon_id: gemaskeerd(bsn_van(rij)) for rij in _bsn(blik)}
    kaarten = [
        _kaart(blik, p, zicht[p.pk])
        | {
            "bsn": bsn.get(p.pk, ""),
            "relaties": [r for r in relaties if p.pk in r["wie"]],
            "gezag": [zin for wie, zin in gezag if p.pk in wie],
            "vertegenwoordigers": [_vertegenwoordiger(blik, rij) for rij in voor[p.pk]],
        }
        for p in blik.leden
        if p.pk in gekend
    ]
    vertrokken = Lidmaatschap.objects.filter(huishouden=blik.casus.huishouden_id, tot__isnull=False)
    return {
        "blik": blik,
        "casus": blik.casus,
        "kaarten": kaarten,
        "onbekend": len(blik.leden) - len(kaarten),
        "eerder": [
            f"{lid.persoon.naam}, van {_dag(lid.van)} tot {_dag(lid.tot)}"
            for lid in vertrokken.select_related("persoon").order_by("-tot")
            if lid.persoon_id in gekend - nu
        ],
    }


def _bsn(blik: Blik) -> Iterable[Bsn]:
    """The numbers of the people here, for the regisseur alone."""
    return Bsn.objects.filter(persoon__in=blik.leden).select_related("persoon") if blik.regie else ()


def ooit_lid(blik: Blik) -> list[Persoon]:
    """Everybody who belongs to the household or did."""
    eerder = Persoon.objects.filter(lidmaatschap__huishouden=blik.casus.huishouden_id).distinct().order_by("voornaam")
    nu = {p.pk for p in blik.leden}
    return [*blik.leden, *(p for p in eerder if p.pk not in nu)]


def leeftijd(persoon: Persoon, dag: date) -> str:
    """The age as people say it, also of who is still to be born and of whom only the year is guessed."""
    if persoon.verwacht_op is not None:
        return f"verwacht in {date_format(persoon.verwacht_op, 'F Y')}"
    if persoon.geboortejaar is not None:
        return f"ongeveer {dag.year - persoon.geboortejaar}"
    jaren = persoon.leeftijd_op(dag)
    return "" if jaren is None else str(jaren) if jaren else "jonger dan 1"


def _kaart(blik: Blik, persoon: Persoon, zicht: Persoonszicht) -> dict[str, Any]:
    mag_adres = zicht.adres is Zicht.GEHEEL
    return {
        "persoon": persoon,
        "initialen": initialen("" if persoon.ongeboren else persoon.naam),
        "geboren": _geboren(persoon, blik.dag),
        "taal": _taal(persoon),
        "telefoon": persoon.telefoon if mag_adres else "",
        "adres": _adres(persoon) if mag_adres else "",
        "geheim": mag_adres and persoon.adres in {p.adres for p in blik.leden if p.adres_geheim},
        "adres_elders": blik.regie and not mag_adres,
        "elders": _elders(blik, persoon) if blik.regie and mag_adres else "",
    }


def _elders(blik: Blik, persoon: Persoon) -> str:
    """Of who lives in two households: with whom to make contact about the other one."""
    nu = Lidmaatschap.objects.filter(persoon=persoon, tot__isnull=True).exclude(huishouden=blik.casus.huishouden_id)
    elders = nu.exclude(huishouden__samengevoegd_met=blik.casus.huishouden_id).values("huishouden")
    casus = Casus.objects.filter(huishouden__in=elders).select_related("regisseur__team").order_by("nummer").first()
    if casus is None or casus.regisseur is None:
        return ""
    wie = casus.regisseur
    deel = ", ".join(d for d in (wie.naam, wie.team.naam if wie.team is not None else "", wie.telefoon) if d)
    return f"Hoort ook bij een ander huishouden. Vraag contact: {deel}."


def _geboren(persoon: Persoon, dag: date) -> str:
    jaren = leeftijd(persoon, dag)
    if persoon.geboortedatum is not None:
        return f"Geboren op {_dag(persoon.geboortedatum)}, {jaren} jaar"
    if persoon.geboortejaar is not None:
        return f"Geboren rond {persoon.geboortejaar}, {jaren} jaar"
    if persoon.verwacht_op is not None:
        return f"Nog niet geboren, verwacht op {_dag(persoon.verwacht_op)}"
    return "Geboortedatum niet bekend"


def _taal(persoon: Persoon) -> str:
    delen = [f"Spreekt {persoon.taal}" if persoon.taal else "", "tolk nodig" if persoon.tolk_nodig else ""]
    zin = ", ".join(d for d in delen if d)
    return zin[:1].upper() + zin[1:]


def _adres(persoon: Persoon) -> str:
    soort = Adressoort(persoon.adres_soort)
    if soort is Adressoort.GEEN_ADRES:
        return ADRESWOORD[soort]
    return f"{ADRESWOORD[soort]} {persoon.adres}" if persoon.adres else ""


def _relaties(blik: Blik, allen: list[Persoon], gekend: set[Any]) -> list[dict[str, Any]]:
    """Only between two people whom one may both know."""
    rijen = Relatie.objects.filter(Q(persoon__in=gekend) & Q(ander__in=gekend)).order_by("-tot", "van")
    namen = {p.pk: p.roepnaam for p in allen}
    return [
        {
            "wie": {rij.persoon_id, rij.ander_id},
            "zin": _zin(rij, namen, blik.dag),
            "url": reverse("relatie", args=[blik.casus.pk, rij.pk]) if blik.regie else "",
        }
        for rij in rijen
    ]


def _zin(rij: Relatie, namen: dict[Any, str], dag: date) -> str:
    soort = Relatiesoort(rij.soort)
    wat = rij.omschrijving if soort is Relatiesoort.ANDERS else RELATIEWOORD[soort]
    voorbij = rij.tot is not None and rij.tot <= dag
    return f"{namen[rij.persoon_id]} {'was' if voorbij else 'is'} {wat} van {namen[rij.ander_id]}{_periode(rij)}"


def _gezag(blik: Blik, allen: list[Persoon], gekend: set[Any]) -> list[tuple[set[Any], str]]:
    namen = {p.pk: p.roepnaam for p in allen}
    rijen = Gezag.objects.filter(ouder__in=gekend, kind__in=gekend).order_by("van")
    return [
        (
            {rij.ouder_id, rij.kind_id},
            f"{namen[rij.ouder_id]} {'had' if rij.tot else 'heeft'} het gezag over {namen[rij.kind_id]}{_periode(rij)}",
        )
        for rij in rijen
    ]


def _vertegenwoordiger(blik: Blik, rij: Vertegenwoordiger) -> dict[str, Any]:
    bij = f" van {rij.organisatie}" if rij.organisatie else ""
    return {
        "zin": f"{rij.soort.capitalize()}: {rij.naam}{bij}{_periode(rij)}",
        "telefoon": "" if rij.tot is not None else rij.telefoon,
        "url": reverse("vertegenwoordiger", args=[blik.casus.pk, rij.pk]) if blik.regie else "",
    }


def _periode(rij: Relatie | Gezag | Vertegenwoordiger) -> str:
    if rij.tot is not None:
        return f", van {_dag(rij.van)} tot {_dag(rij.tot)}" if rij.van else f", tot {_dag(rij.tot)}"
    return f", sinds {_dag(rij.van)}" if rij.van else ""


def _dag(dag: date | None) -> str:
    return date_format(dag, "j F Y") if dag is not None else ""
