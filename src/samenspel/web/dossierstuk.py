"""What a dossier says of a traject, once, cut to one look: for the table's two A4 and for who is told outside."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.formats import date_format

from samenspel.casus.models import Traject
from samenspel.kern.delen import Zicht
from samenspel.regie.routes import route_van
from samenspel.regie.stuk import Alineas, Deel, Lijst, Stuk, Vragen
from samenspel.web.blik import Blik
from samenspel.web.forms.vragen import getoond
from samenspel.web.planlijnen import deelnames, voorzieningen
from samenspel.web.planregels import doelen
from samenspel.web.stem import stem

__all__ = ["delen_van", "heeft_tafelstuk", "inhoud_van", "tafelstuk"]

Inhoud = dict[str, Any]


def inhoud_van(blik: Blik, traject: Traject, formulieren: Iterable[str] | None = None) -> Inhoud:
    """What this look lets through: people, own words, forms (None: all of the traject), the plan; as plain data."""
    blik.lees_alle_woorden()
    meedoen = deelnames(blik)
    return {
        "personen": _personen(blik),
        **_verteld(blik, traject, formulieren),
        "doelen": [
            {
                "doel": d["tekst"],
                "acties": [a["wat"] for a in d["acties"] if a["wat"]],
                "deelnames": [f"{r['tekst']} {r['status']}" for r in meedoen.get(str(d["doel"].pk), ())],
            }
            for d in doelen(blik)
            if d["tekst"]
        ],
        "voorzieningen": [
            " · ".join(v[veld] for veld in ("tekst", "wie", "toegang", "wet", "kosten", "periode", "voor") if v[veld])
            for v in voorzieningen(blik)
        ],
    }


def _verteld(blik: Blik, traject: Traject, formulieren: Iterable[str] | None) -> Inhoud:
    """What people said and filled in: without it there is nothing to lay on a table."""
    return {
        "eigen_woorden": [
            {"van": deel["persoon"], "woorden": [{"vraag": w["vraag"], "tekst": w["tekst"]} for w in deel["woorden"]]}
            for deel in stem(blik)
            if deel["woorden"]
        ],
        "formulieren": _formulieren(blik, traject, None if formulieren is None else set(formulieren)),
    }


def delen_van(inhoud: Inhoud) -> tuple[Deel, ...]:
    """The same under headings, in the order in which a table reads it; what there is nothing of, is left out."""
    delen: list[Deel] = []
    if inhoud["personen"]:
        regels = (_persoon(p) for p in inhoud["personen"])
        delen.append(Deel("Het huishouden", (Lijst(tuple(regels)),)))
    for stem_ in inhoud["eigen_woorden"]:
        vragen = tuple((w["vraag"], w["tekst"], True) for w in stem_["woorden"])
        delen.append(Deel(f"In eigen woorden van {stem_['van']}", (Vragen(vragen),)))
    for formulier in inhoud["formulieren"]:
        for groep in formulier["groepen"]:
            kop = f"{formulier['naam']}: {groep['titel'].lower()}" if groep["titel"] else formulier["naam"]
            vragen = tuple((a["vraag"], a["tekst"], a["eigen_woorden"]) for a in groep["antwoorden"])
            delen.append(Deel(kop, (Vragen(vragen),)))
    if inhoud["doelen"]:
        punten = tuple(_doel(d) for d in inhoud["doelen"])
        delen.append(Deel("Het plan", (Lijst(punten),)))
    if inhoud["voorzieningen"]:
        delen.append(Deel("Wat wordt ingezet", (Lijst(tuple(inhoud["voorzieningen"])),)))
    return tuple(delen)


def tafelstuk(
    blik: Blik, traject: Traject, overleg: str, formulieren: set[str], anders: Mapping[str, str] | None = None
) -> Stuk | None:
    """The format for a table, about two A4; None where this person may read nothing of it.

    `anders`: what was changed after it was sent, and when, by what `gewijzigd` calls it.
    """
    inhoud = inhoud_van(blik, traject, formulieren)
    if not _iets_verteld(inhoud):
        return None
    regisseur = blik.casus.regisseur
    return Stuk(
        titel=overleg,
        gemeente=blik.casus.gemeente.naam,
        nummer=blik.casus.nummer,
        kop=(
            ("Huishouden", blik.casus.huishouden.naam),
            ("Waarover", traject.naam),
            ("Brengt in", f"{regisseur.naam} {regisseur.telefoon}".strip()),
            ("Gemaakt op", date_format(blik.dag, "j F Y")),
            *((("Gewijzigd na het versturen", ", ".join(anders)),) if anders else ()),
        ),
        delen=tuple(_gemerkt(deel, anders or {}) for deel in delen_van(inhoud)),
        compact=True,
    )


def _gemerkt(deel: Deel, anders: Mapping[str, str]) -> Deel:
    """With when it was changed after it was sent, above what stands there now."""
    naam = deel.kop.replace("In eigen", "de eigen", 1).replace("Het plan", "het plan", 1)
    wanneer = next((op for wat, op in anders.items() if naam == wat or naam.startswith(f"{wat}: ")), "")
    merk = (Alineas((f"Gewijzigd {wanneer}, na het versturen.",)),) if wanneer else ()
    return Deel(deel.kop, (*merk, *deel.blokken))


def heeft_tafelstuk(blik: Blik, traject: Traject, formulieren: set[str]) -> bool:
    """Whether there is anything of the format that this person may read."""
    return _iets_verteld(_verteld(blik, traject, formulieren))


def _iets_verteld(inhoud: Inhoud) -> bool:
    return bool(inhoud["eigen_woorden"] or inhoud["formulieren"])


def _personen(blik: Blik) -> list[dict[str, Any]]:
    return [
        {"naam": p.naam, "leeftijd": p.leeftijd_op(blik.dag), "taal": p.taal}
        for p in blik.leden
        if blik.personen[p.pk].personalia is Zicht.GEHEEL
    ]


def _formulieren(blik: Blik, traject: Traject, alleen: set[str] | None) -> list[dict[str, Any]]:
    rijen = {a.formulier: a for a in blik.vooraf(traject).rijen.antwoorden if a.pk in blik.zichtbaar}
    woorden = blik.woorden([a.pk for a in rijen.values()])
    gevonden = []
    for f in route_van(traject).werkwijze.formulieren:
        if f.formulier not in rijen or (alleen is not None and f.formulier not in alleen):
            continue
        groepen = [
            {
                "titel": groep["titel"],
                "antwoorden": [
                    {"vraag": a["vraag"], "tekst": a["tekst"], "eigen_woorden": a["citaat"]}
                    for a in groep["antwoorden"]
                    if a["tekst"]
                ],
            }
            for groep in getoond(f, rijen[f.formulier].waarden, woorden.get(rijen[f.formulier].pk, {}))
        ]
        if gevuld := [g for g in groepen if g["antwoorden"]]:
            gevonden.append({"naam": f.naam, "soort": f.soort_gegevens.value, "groepen": gevuld})
    return gevonden


def _persoon(persoon: dict[str, Any]) -> str:
    jaren = f"{persoon['leeftijd']} jaar" if persoon["leeftijd"] is not None else ""
    taal = f"spreekt {persoon['taal']}" if persoon["taal"] else ""
    return ", ".join(d for d in (persoon["naam"], jaren, taal) if d)


def _doel(doel: dict[str, Any]) -> str:
    erbij = "; ".join([*doel["acties"], *doel["deelnames"]])
    return f"{doel['doel']}: {erbij}" if erbij else str(doel["doel"])
