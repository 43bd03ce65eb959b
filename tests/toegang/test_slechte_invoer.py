"""Bad input in every form: it is told beside the field and at the top, and nothing that was typed is lost."""

from collections.abc import Iterator, Set
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from formulierlezer import Formulier, lees_formulieren
from personas import Persona, Wereld
from samenspel.web.forms import collega
from toegang.adressen import vul_in
from toegang.kijken import Kijken, Resultaat
from toegang.tabel import lees_tabel

pytestmark = pytest.mark.django_db

TABEL = lees_tabel()
PAGINAS = sorted(naam for naam, rij in TABEL.paginas.items() if rij.get("GET") and rij.get("POST"))
GEEN_INVOER = {"inloggen", "zoeken", "accounts", "signaal_zoeken", "toezicht_inzage", "lessen", "logboek"}
"""What asks a question and stores nothing has tests of its own."""
TEKSTEN = {
    "lang": "ž" * 300,
    "van rechts naar links": "محمد عبد الله",
    "aanhalingstekens": 'O\'Brien & "zoon" <b>vet</b> {{ 7 }}',
    "onzin": "\u200b\ufeff🙂 \\u0000",
}
COLLEGA = {
    "overdragen": "account",
    "helper_nieuw": "helper",
    "grondslag_nieuw": "partner",
    "afwezig_melden": "vervanger",
    "account_wijzigen": "vervanger",
    "signaal_doorgeven": "aan",
}
"""Where a colleague is chosen, by the name of the field."""
FOUTE_DAG = "31-02-2026"
GROTE_PLAK = ("contact_vastleggen", "doel_nieuw", "mijn_actie_nieuw", "signaal_nieuw", "netwerklid_nieuw")


def test_every_form_is_asked(wereld: Wereld, kijken: Kijken) -> None:
    """Otherwise a page that can't be filled in would prove nothing."""
    gevonden = {naam for naam in PAGINAS if _formulier(naam, wereld, kijken) is not None}
    assert len(gevonden) > len(PAGINAS) * 0.6, sorted(set(PAGINAS) - gevonden)


@pytest.mark.parametrize("soort", TEKSTEN)
def test_odd_text_is_kept_or_saved(soort: str, wereld: Wereld, kijken: Kijken) -> None:
    fouten = []
    for naam, persona, pad, formulier in _formulieren(wereld, kijken):
        getypt = {v.naam: TEKSTEN[soort] for v in formulier.velden.values() if v.is_tekst}
        if getypt:
            with kijken.teruggedraaid():
                fouten += _fouten(naam, kijken.vraag(persona, "POST", pad, _ingevuld(formulier) | getypt), getypt)
    assert not fouten, "\n".join(fouten)


@pytest.mark.parametrize("soort", TEKSTEN)
def test_a_name_that_is_no_colleagues_is_told_and_kept(
    soort: str, wereld: Wereld, kijken: Kijken, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collega, "LANGSTE_LIJST", 1)
    fouten = []
    for naam, veld in COLLEGA.items():
        gevonden = _formulier(naam, wereld, kijken)
        assert gevonden is not None, naam
        persona, pad, formulier = gevonden
        getypt = {veld: TEKSTEN[soort]}
        with kijken.teruggedraaid():
            gezien = kijken.vraag(persona, "POST", pad, _ingevuld(formulier) | getypt)
        fouten += _fouten(naam, gezien, getypt, moet=set(getypt))
    assert not fouten, "\n".join(fouten)


def test_a_day_that_is_none_is_told_beside_it(wereld: Wereld, kijken: Kijken) -> None:
    fouten = []
    for naam, persona, pad, formulier in _formulieren(wereld, kijken):
        getypt = {v.naam: FOUTE_DAG for v in formulier.velden.values() if v.soort == "date"}
        if getypt:
            with kijken.teruggedraaid():
                gezien = kijken.vraag(persona, "POST", pad, _ingevuld(formulier) | getypt)
                fouten += _fouten(naam, gezien, getypt, moet=set(getypt))
    assert not fouten, "\n".join(fouten)


@pytest.mark.parametrize(("bedrag", "goed"), [("1,2,3", False), ("12.5.0", False), ("12,50", True), ("12.50", True)])
def test_amounts_with_comma_or_point(bedrag: str, goed: bool, wereld: Wereld, kijken: Kijken) -> None:
    fouten, bedragen = [], 0
    for naam, persona, pad, formulier in _formulieren(wereld, kijken):
        getypt = {v.naam: bedrag for v in formulier.velden.values() if v.decimaal}
        bedragen += len(getypt)
        if getypt:
            with kijken.teruggedraaid():
                gezien = kijken.vraag(persona, "POST", pad, _ingevuld(formulier) | getypt)
            fouten += _fouten(naam, gezien, getypt, moet=set() if goed else set(getypt))
            if goed and "geen bedrag" in gezien.antwoord.content.decode():
                fouten.append(f"{naam}: {bedrag} werd niet begrepen")
    assert bedragen > 4
    assert not fouten, "\n".join(fouten)


@pytest.mark.parametrize("naam", GROTE_PLAK)
def test_a_paste_of_20_mb_is_told_and_kept(naam: str, wereld: Wereld, kijken: Kijken) -> None:
    gevonden = _formulier(naam, wereld, kijken)
    assert gevonden is not None
    persona, pad, formulier = gevonden
    veld = next(v.naam for v in formulier.velden.values() if v.is_tekst)
    getypt = {veld: "plak " * (4 * 1024 * 1024)}
    with kijken.teruggedraaid():
        fouten = _fouten(naam, kijken.vraag(persona, "POST", pad, _ingevuld(formulier) | getypt), getypt, moet={veld})
    assert not fouten, "\n".join(fouten)[:2000]


def _formulieren(wereld: Wereld, kijken: Kijken) -> Iterator[tuple[str, Persona, str, Formulier]]:
    for naam in PAGINAS:
        if (gevonden := _formulier(naam, wereld, kijken)) is not None:
            yield naam, *gevonden


def _formulier(naam: str, wereld: Wereld, kijken: Kijken) -> tuple[Persona, str, Formulier] | None:
    """The form of a page for the first who may send it, in the household where most can be done."""
    if naam in GEEN_INVOER:
        return None
    pad = reverse(naam, kwargs=vul_in(naam, wereld, "eigen")[0])
    for persona in wereld.personas.values():
        if TABEL.uitkomst(naam, "POST", persona.naam, "eigen") != "ok":
            continue
        with kijken.teruggedraaid():
            pagina = kijken.vraag(persona, "GET", pad)
        if pagina.antwoord.status_code != 200:
            continue
        for formulier in lees_formulieren(pagina.antwoord.content.decode()):
            if formulier.methode == "post" and "formulier" in formulier.klasse.split() and not formulier.actie:
                return persona, pad, formulier
    return None


def _ingevuld(formulier: Formulier) -> dict[str, str]:
    """Something in every field, so that only what is tried can be wrong."""
    gegevens = {}
    for veld in formulier.velden.values():
        if veld.waarde:
            gegevens[veld.naam] = veld.waarde
        elif veld.soort in ("radio", "select"):
            gegevens[veld.naam] = next((k for k in veld.keuzes if k), "")
        elif veld.soort == "checkbox":
            gegevens[veld.naam] = veld.keuzes[0]
        elif veld.soort == "date":
            gegevens[veld.naam] = (localdate() + timedelta(days=3)).isoformat()
        elif veld.soort == "time":
            gegevens[veld.naam] = "10:00"
        elif veld.soort != "file":
            gegevens[veld.naam] = "12" if veld.soort == "number" else "Iets"
    return gegevens


def _fouten(naam: str, gezien: Resultaat, getypt: dict[str, str], *, moet: Set[str] = frozenset()) -> list[str]:
    """What is wrong with an answer: neither done nor told, or something typed that isn't there any more."""
    status = gezien.antwoord.status_code
    if status in (302, 303):
        return [f"{naam}: aangenomen"] if moet else []
    if status not in (409, 422):
        return [f"{naam}: antwoord {status}"]
    pagina = gezien.antwoord.content.decode()
    velden = {v.naam: v for f in lees_formulieren(pagina) for v in f.velden.values()}
    if status == 409:
        return []
    fouten = [
        f"{naam}: '{veld}' is kwijt" for veld, tekst in getypt.items() if _vlak(velden[veld].waarde) != _vlak(tekst)
    ]
    fouten += [f"{naam}: bij '{veld}' staat geen fout" for veld in moet if not velden[veld].fout]
    if any(v.fout for v in velden.values()) and 'role="alert"' not in pagina:
        fouten.append(f"{naam}: bovenaan staat niets over de fout")
    return fouten


def _vlak(tekst: str) -> str:
    return tekst.replace("\r\n", "\n").strip()
