"""Every text of the households ends in a word of its own; nobody comes across a word that isn't for them.

Who may read which words stands in `woorden.yaml`, written by hand.
"""

import html
import io
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.urls import reverse
from pypdf import PdfReader
from ruamel.yaml import YAML

from personas import Persona, Wereld
from samenspel.casus.models import Gebeurtenis
from samenspel.delen.models import Inzage, Woorden
from samenspel.huishouden.models import Persoon
from samenspel.invoer.models import Verzoek
from samenspel.signaal.models import Signaalwoorden
from toegang.adressen import namen, vul_in
from toegang.kijken import Kijken, Resultaat
from toegang.tabel import PLAATSEN

pytestmark = pytest.mark.django_db

MAG: Mapping[str, list[str]] = {
    groep: regel["mag"]
    for groep, regel in YAML(typ="safe", pure=True).load(Path(__file__).with_name("woorden.yaml")).items()
}
PERSONAS = (
    *("regisseur", "collega", "tweede_team", "koploper", "voorzitter", "lid", "lid_later", "helper", "partner"),
    *("betaler", "tweede_beoordelaar", "opvolger", "moeder", "vader", "zoon", "elders", "zonder_taak", "anoniem"),
    *("functioneel_beheer", "privacy", "beleid", "teamleiding"),
)
VOORVOEGSEL = {"tweede_team": "team twee: ", "elders": "elders: "}
GEPLANT = re.compile(r"zqx[a-z]{4}|06739\d{5}")
ADRES_IN_HTML = re.compile(r"""\b(?:href|src|action|formaction|hx-[a-z-]+|data-[a-z-]+)="([^"]*)\"""")
GEEN_PAGINA = {"uitloggen", "stap_in", "concept"}


def test_everything_that_was_written_holds_a_planted_word(wereld: Wereld) -> None:
    teksten = [
        (rij.item.soort, sleutel, tekst)
        for rij in Woorden.objects.select_related("item")
        for sleutel, tekst in (rij.inhoud or {}).items()
        if not GEPLANT.search(tekst)
    ]
    teksten += [
        (rij.soort, sleutel, tekst)
        for rij in Signaalwoorden.objects.all()
        for sleutel, tekst in (rij.inhoud or {}).items()
        if not GEPLANT.search(_vlak(tekst))
    ]
    assert teksten == []
    assert all(GEPLANT.search(p.naam.lower()) and GEPLANT.search(p.adres.lower()) for p in Persoon.objects.all())


def test_every_group_of_words_is_in_the_table(wereld: Wereld) -> None:
    voorvoegsels = tuple(VOORVOEGSEL.values())
    assert {g for g in wereld.merken.groep_van.values() if not g.startswith(voorvoegsels)} == set(MAG)


def test_everybody_has_a_turn(wereld: Wereld) -> None:
    assert set(PERSONAS) == set(wereld.personas)


@pytest.mark.parametrize("wie", PERSONAS)
def test_nobody_reads_what_is_not_theirs(wie: str, wereld: Wereld, kijken: Kijken) -> None:
    fouten, gezien = [], set[str]()
    with logboek() as regels:
        for waar, antwoord in _alles(wereld.personas[wie], wereld, kijken):
            gelezen = _bekend(wereld, _tekst(antwoord))
            gezien |= gelezen
            fouten += [f"{waar}: {groep}" for groep in _groepen(wereld, gelezen) if not _mag(wie, groep)]
            fouten += [f"{waar}: in een adres" for _ in _bekend(wereld, " ".join(_adressen(antwoord)))]
    fouten += [f"logboek: {groep}" for groep in _groepen(wereld, _bekend(wereld, " ".join(regels)))]
    fouten += [f"inzage of verzoek: {groep}" for groep in _groepen(wereld, _bekend(wereld, _sporen()))]
    assert not fouten, "\n" + "\n".join(dict.fromkeys(fouten))
    # Otherwise a word that nobody finds would prove nothing.
    alle = {woord for woord, groep in _woorden(wereld).items() if groep in MAG and _getuige(groep) == wie}
    assert set(_groepen(wereld, alle - gezien)) == set()


def _getuige(groep: str) -> str:
    """Who must find these words somewhere: the regisseur, or the first who may where the regisseur may not."""
    return "regisseur" if "regisseur" in MAG[groep] else next(iter(MAG[groep]))


def test_what_is_typed_leaves_no_trace_outside_the_dossier(wereld: Wereld, kijken: Kijken) -> None:
    regisseur, casus = wereld.personas["regisseur"], wereld.plekken["eigen"].casus
    tekst, moeder = f"Getypt {wereld.merken.woord('getypt')}", wereld.personas["moeder"]
    with logboek() as regels:
        goed = kijken.vraag(moeder, "POST", reverse("mijn_actie_nieuw", args=[casus.pk]), {"wat": tekst})
        half = kijken.vraag(regisseur, "POST", reverse("contact_vastleggen", args=[casus.pk]), {"gezegd": tekst})
    assert (goed.antwoord.status_code, half.antwoord.status_code) == (303, 422)
    feiten = [str(g) for g in Gebeurtenis.objects.values_list("gegevens", flat=True)]
    sporen = [*_adressen(goed), *_adressen(half), *regels, _sporen(), *feiten]
    assert _bekend(wereld, " ".join(sporen)) == set()


class Verzamelaar(logging.Handler):
    """Keeps of every line what it says, with the message of an error: more than a server writes."""

    def __init__(self) -> None:
        super().__init__()
        self.regels: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line."""
        self.regels.append(f"{record.getMessage()} {record.exc_info[1]!r}" if record.exc_info else record.getMessage())


@contextmanager
def logboek() -> Iterator[list[str]]:
    """What is logged meanwhile. Nobody else writes it out: with its tracebacks that takes a third of the time."""
    verzamelaar, anderen = Verzamelaar(), logging.root.handlers
    logging.root.handlers = [verzamelaar]
    try:
        yield verzamelaar.regels
    finally:
        logging.root.handlers = anderen


def _alles(persona: Persona, wereld: Wereld, kijken: Kijken) -> Iterator[tuple[str, Resultaat]]:
    """Every page of every household, of one's own with all its ids, and searching."""
    heeft_iets = any(persona.naam in wie for wie in MAG.values())
    for naam in namen():
        for plaats in PLAATSEN if naam not in GEEN_PAGINA else ():
            alle = vul_in(naam, wereld, plaats)
            for delen in alle if plaats == "eigen" and heeft_iets else alle[:1]:
                yield f"{naam} ({plaats})", kijken.vraag(persona, "GET", reverse(naam, kwargs=delen))
    for naam, extra in (("mijn_werk", {"toon": "alles"}), ("mijn_werk", {"toon": "mij"})):
        yield f"{naam} {extra}", kijken.vraag(persona, "GET", reverse(naam), extra)
    for blad in ("2", "3"):
        adres = reverse("historie", args=[wereld.plekken["eigen"].casus.pk])
        yield f"historie, blad {blad}", kijken.vraag(persona, "GET", adres, {"blad": blad})
    yield "zoeken", kijken.vraag(persona, "POST", reverse("zoeken"), {"q": "zqx"})


def _woorden(wereld: Wereld) -> dict[str, str]:
    return {_vlak(woord): groep for woord, groep in wereld.merken.groep_van.items()}


def _bekend(wereld: Wereld, tekst: str) -> set[str]:
    """Planted words in a text; a token against forgery may look like one that was never planted."""
    return _geplant(tekst) & set(_woorden(wereld))


def _groepen(wereld: Wereld, woorden: set[str]) -> list[str]:
    return sorted({_woorden(wereld)[woord] for woord in woorden})


def _mag(wie: str, groep: str) -> bool:
    """The regisseur of another household reads there what the regisseur reads here; nobody else does."""
    if groep in MAG:
        return wie in MAG[groep]
    eigen = VOORVOEGSEL.get(wie)
    return eigen is not None and groep.startswith(eigen) and "regisseur" in MAG[groep.removeprefix(eigen)]


def _geplant(tekst: str) -> set[str]:
    """Planted words in a text, also where a line or a space cuts them."""
    return set(GEPLANT.findall(_vlak(tekst)))


def _vlak(tekst: str) -> str:
    return re.sub(r"[\s\u00ad-]+", "", tekst).lower()


def _tekst(gezien: Resultaat) -> str:
    """Everything an answer tells: its body as text and its headers."""
    antwoord = gezien.antwoord
    kop = " ".join(f"{naam}: {waarde}" for naam, waarde in antwoord.headers.items())
    if antwoord.headers.get("Content-Type", "").startswith("application/pdf") and b"%%EOF" in antwoord.content:
        bladen = PdfReader(io.BytesIO(antwoord.content)).pages
        return kop + " ".join(blad.extract_text() for blad in bladen)
    return kop + html.unescape(antwoord.content.decode("utf-8", errors="replace"))


def _adressen(gezien: Resultaat) -> list[str]:
    """Addresses that an answer leads to."""
    antwoord = gezien.antwoord
    links = [] if antwoord.headers.get("Content-Type", "").startswith("application/pdf") else _links(antwoord.content)
    return [*links, antwoord.headers.get("Location", "")]


def _links(inhoud: bytes) -> list[str]:
    gevonden = ADRES_IN_HTML.findall(html.unescape(inhoud.decode("utf-8", errors="replace")))
    return [adres for adres in gevonden if not adres.startswith("tel:")]


def _sporen() -> str:
    """All that was noted of who looked and what was sent."""
    inzage = Inzage.objects.values_list("wat", "ids", "rol", "reden")
    return f"{list(inzage)} {list(Verzoek.objects.values_list('uitkomst_pad', flat=True))}"
