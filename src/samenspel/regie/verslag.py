"""The report of a meeting: as PDF for the dossier, and as plain text for the resident, from the same words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime

from samenspel.besluit.models import Besluit
from samenspel.casus.models import Traject
from samenspel.delen.perioden import loopt
from samenspel.delen.selectors import woorden_bij
from samenspel.delen.services import huidige_woorden
from samenspel.kern.werkwijze.basis import BASIS
from samenspel.organisatie.models import Rolvervulling
from samenspel.overleg.models import Agendapunt, Verslag
from samenspel.overleg.selectors import genodigden, lopend_punt
from samenspel.plan.models import Actie
from samenspel.regie.pdf import maak_pdf
from samenspel.regie.routes import route_van

NIET_IN_PLAATS_VAN = "Niets doen komt nooit in de plaats van een besluit op een aanvraag of melding."

__all__ = [
    "Afspraakregel",
    "Kopregel",
    "Uitleg",
    "Verslaginhoud",
    "besluit_van",
    "eigenaar_van",
    "maak_verslag",
    "uitkomst_naam",
    "uitleg_voor_inwoner",
    "verslag_van",
]


@dataclass(frozen=True, slots=True)
class Kopregel:
    """One line at the head of a report."""

    naam: str
    waarde: str


@dataclass(frozen=True, slots=True)
class Afspraakregel:
    """One agreement: what, who, by when, and who decides it, under which law, with whose backing."""

    wat: str
    wie: str
    voor: str
    besluit: tuple[str, ...]
    beslist: bool = False


@dataclass(frozen=True, slots=True)
class Verslaginhoud:
    """A report, ready to be shown or printed."""

    titel: str
    gemeente: str
    nummer: str
    kop: tuple[Kopregel, ...]
    uitkomst: str
    toelichting: tuple[str, ...]
    besluit: tuple[Kopregel, ...]
    afspraken: tuple[Afspraakregel, ...]
    voor_inwoner: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Uitleg:
    """What the resident reads of a meeting."""

    titel: str
    wanneer: str
    waarover: str
    uitkomst: str
    alineas: tuple[str, ...]
    besluit: tuple[str, ...]
    afspraken: tuple[Afspraakregel, ...]
    contactpersoon: str
    telefoon: str


def maak_verslag(traject: Traject, overleg: str, nu: datetime) -> bytes:
    """The report as PDF."""
    punt = lopend_punt(traject, overleg)
    assert punt is not None
    return maak_pdf("verslag.typ", _gegevens(verslag_van(punt, nu)))


def verslag_van(punt: Agendapunt, nu: datetime) -> Verslaginhoud:
    """What the report says, of a meeting that was held."""
    traject, woorden = punt.traject, huidige_woorden(punt.item)
    eerder = Verslag.objects.filter(agendapunt=punt).order_by("gemaakt_op").defer("inhoud").last()
    return Verslaginhoud(
        titel=f"{'Gewijzigd verslag' if eerder is not None else 'Verslag'} {punt.tafel.naam}",
        gemeente=traject.gemeente.naam,
        nummer=traject.casus.nummer,
        kop=(
            Kopregel("Huishouden", traject.casus.huishouden.naam),
            Kopregel("Waarover", traject.naam),
            Kopregel("Overleg", date_format(localtime(punt.op), "l j F Y, H:i")),
            Kopregel("Plaats", punt.plaats or "niet vastgelegd"),
            Kopregel("Aan tafel", ", ".join(aan_tafel(punt))),
            Kopregel("Contactpersoon", traject.casus.regisseur.naam),
            Kopregel("Verslag gemaakt", date_format(localtime(nu), "l j F Y, H:i")),
            *(_vervangt(eerder, woorden) if eerder is not None else ()),
        ),
        uitkomst=uitkomst_naam(traject, punt.tafel.overleg, punt.uitkomst),
        toelichting=_alineas(woorden.get("toelichting", "")),
        besluit=besluit_van(punt),
        afspraken=afspraken_van(punt),
        voor_inwoner=_alineas(woorden.get("voor_inwoner", "")),
    )


def _vervangt(eerder: Verslag, woorden: Mapping[str, str]) -> Iterator[Kopregel]:
    yield Kopregel("Vervangt", f"het verslag van {date_format(localtime(eerder.gemaakt_op), 'l j F Y, H:i')}")
    if reden := woorden.get("verbeterd_reden"):
        yield Kopregel("Waarom gewijzigd", reden)


def uitleg_voor_inwoner(punt: Agendapunt) -> Uitleg:
    """The same words for the resident: the text that was written for them, and what was agreed."""
    traject, woorden = punt.traject, huidige_woorden(punt.item)
    regisseur = traject.casus.regisseur
    return Uitleg(
        titel="Wat er over uw plan is besproken",
        wanneer=dag_in_woorden(localtime(punt.op).date()),
        waarover=traject.naam,
        uitkomst=uitkomst_naam(traject, punt.tafel.overleg, punt.uitkomst),
        alineas=_alineas(woorden.get("voor_inwoner", "")) or _alineas(woorden.get("toelichting", "")),
        besluit=tuple(_besluit_in_zinnen(punt, woorden)),
        afspraken=tuple(replace(a, besluit=a.besluit[:1] if a.beslist else ()) for a in afspraken_van(punt)),
        contactpersoon=regisseur.naam,
        telefoon=regisseur.telefoon,
    )


def aan_tafel(punt: Agendapunt) -> list[str]:
    """Who sat at the table: its members on that day, who was asked to join, and who brought the case in."""
    soort = next(o for o in route_van(punt.traject).werkwijze.overleggen if o.overleg == punt.tafel.overleg)
    dag = localtime(punt.op).date()
    leden = Rolvervulling.objects.filter(loopt(dag), tafel=punt.tafel, rol__in=(soort.voorzitter, soort.leden))
    namen = [r.account.naam for r in leden.select_related("account").order_by("account__naam")]
    namen += [f"{g.account.naam} (erbij gevraagd)" for g in genodigden(punt)]
    return list(dict.fromkeys([*namen, punt.traject.casus.regisseur.naam]))


def besluit_van(punt: Agendapunt) -> tuple[Kopregel, ...]:
    """Who decides on the outcome, under which law, by when and who backs it; or which way on, who and by when."""
    woorden = huidige_woorden(punt.item)
    regels = (
        Kopregel("Wie beslist", woorden.get("wie_beslist", "")),
        Kopregel("Wet of regel", woorden.get("wet", "")),
        Kopregel("Hoe verder", _weg(punt, woorden)),
        Kopregel("Wie doet dat", woorden.get("weg_wie", "")),
        Kopregel("Uiterlijk", dag_in_woorden(punt.voor) if punt.voor is not None else ""),
        Kopregel("Rugdekking", woorden.get("rugdekking", "")),
        Kopregel("Let op", NIET_IN_PLAATS_VAN if _doet_niets(punt) else ""),
    )
    return tuple(r for r in regels if r.waarde)


def _besluit_in_zinnen(punt: Agendapunt, woorden: Mapping[str, str]) -> Iterator[str]:
    uiterlijk = f", uiterlijk op {dag_in_woorden(punt.voor)}" if punt.voor is not None else ""
    if beslist := woorden.get("wie_beslist"):
        yield f"Wie beslist hierover: {beslist}{uiterlijk}."
    if wet := woorden.get("wet"):
        yield f"Dat valt onder: {wet}."
    if weg := _weg(punt, woorden):
        yield f"Zo gaat het verder: {weg}. Dat doet: {woorden.get('weg_wie', '')}{uiterlijk}."
    if _doet_niets(punt):
        yield "Hebt u ergens een aanvraag lopen? Daar komt gewoon nog een besluit op."


def _weg(punt: Agendapunt, woorden: Mapping[str, str]) -> str:
    """The way on by its own name, or as it was written down."""
    eigen = {s.stap: s.naam for s in route_van(punt.traject).werkwijze.stappen}
    return woorden.get("weg_anders") or (eigen | {b.stap.value: b.naam for b in BASIS}).get(punt.weg, "")


def _doet_niets(punt: Agendapunt) -> bool:
    soort = next(o for o in route_van(punt.traject).werkwijze.overleggen if o.overleg == punt.tafel.overleg)
    return any(u.gemotiveerd for u in soort.uitkomsten if u.uitkomst == punt.uitkomst)


def afspraken_van(punt: Agendapunt) -> tuple[Afspraakregel, ...]:
    """What was agreed at a meeting, in the order in which it was written down."""
    acties = list(
        Actie.objects.filter(agendapunt=punt, item__ingetrokken_op__isnull=True)
        .select_related("account", "persoon")
        .order_by("item__gemaakt_op", "voor", "pk")
    )
    besluiten = {b.actie_id: b.pk for b in Besluit.objects.filter(actie__in=acties).order_by("-pk")}
    woorden = woorden_bij([*(a.pk for a in acties), *besluiten.values()])
    over = {actie: woorden.get(besluit, {}) for actie, besluit in besluiten.items()}
    return tuple(_regel_van(a, woorden.get(a.pk, {}), over.get(a.pk, {})) for a in acties)


def uitkomst_naam(traject: Traject, overleg: str, code: str) -> str:
    """An outcome under the name that the werkwijze gives it."""
    soort = next((o for o in route_van(traject).werkwijze.overleggen if o.overleg == overleg), None)
    return next((u.naam for u in soort.uitkomsten if u.uitkomst == code), code) if soort is not None else code


def _regel_van(actie: Actie, woorden: Mapping[str, str], over: Mapping[str, str]) -> Afspraakregel:
    """`over`: the words of its decision."""
    namen = (("wie_beslist", "Beslist: "), ("wet", "Wet: "), ("rugdekking", "Rugdekking: "))
    return Afspraakregel(
        wat=woorden.get("wat", ""),
        wie=eigenaar_van(actie, woorden),
        voor=dag_in_woorden(actie.voor) if actie.voor is not None else "",
        besluit=tuple(f"{naam}{over[sleutel]}" for sleutel, naam in namen if over.get(sleutel)),
        beslist=bool(over.get("wie_beslist")),
    )


def eigenaar_van(actie: Actie, woorden: Mapping[str, str]) -> str:
    """Who does it, by name; who reads a report need not know who stands around the household."""
    if actie.account is not None:
        return actie.account.naam
    if actie.netwerklid_id is not None:
        return "iemand uit het netwerk"
    return actie.persoon.roepnaam if actie.persoon is not None else woorden.get("wie", "")


def dag_in_woorden(dag: date) -> str:
    """A day as people say it: 'vrijdag 20 september'."""
    return date_format(dag, "l j F")


def _alineas(tekst: str) -> tuple[str, ...]:
    return tuple(_gevuld(regel.strip() for regel in tekst.splitlines()))


def _gevuld(teksten: Iterable[str]) -> list[str]:
    return [t for t in teksten if t]


def _gegevens(inhoud: Verslaginhoud) -> dict[str, object]:
    return {
        "titel": inhoud.titel,
        "gemeente": inhoud.gemeente,
        "nummer": inhoud.nummer,
        "kop": [{"naam": k.naam, "waarde": k.waarde} for k in inhoud.kop],
        "uitkomst": inhoud.uitkomst,
        "toelichting": list(inhoud.toelichting),
        "besluit": [{"naam": r.naam, "waarde": r.waarde} for r in inhoud.besluit],
        "afspraken": [
            {"wat": a.wat, "wie": a.wie, "voor": a.voor, "besluit": list(a.besluit)} for a in inhoud.afspraken
        ],
        "voor_inwoner": list(inhoud.voor_inwoner),
    }
