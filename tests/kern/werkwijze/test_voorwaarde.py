"""Conditions: what may be compared with what, and that unknown stays unknown."""

import random
from collections.abc import Mapping

import cel
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generatief.verloop import feiten_bij_toeval
from generatief.werkwijzen import Gemaakt, goede_werkwijzen, keur, voorwaarde
from samenspel.kern.stand import maak_route
from samenspel.kern.werkwijze.catalogus import AFGELEID_VAN, Catalogus, Feitbeschrijving
from samenspel.kern.werkwijze.model import Feitsoort
from samenspel.kern.werkwijze.voorwaarde import Voorwaardefout, compileer, lees_voorwaarde

CATALOGUS: Catalogus = {
    f.pad: f
    for f in (
        Feitbeschrijving("contact.uitkomst", "", Feitsoort.KEUZE, ("opgelost", "niet_opgelost")),
        Feitbeschrijving("contact.aantal", "", Feitsoort.AANTAL),
        Feitbeschrijving("aanvraag.bedrag", "", Feitsoort.BEDRAG),
        Feitbeschrijving("budget.potje.plafond", "", Feitsoort.BEDRAG, waarde=50_000),
        Feitbeschrijving("gebeurd.activiteit", "", Feitsoort.DATUM),
        Feitbeschrijving("persoon.leeftijd", "", Feitsoort.JAREN),
        Feitbeschrijving("grens.stil", "", Feitsoort.DAGEN, waarde=14),
        Feitbeschrijving("rol.koploper.bezet", "", Feitsoort.JA_NEE),
        Feitbeschrijving("formulier.plan.voorstel", "", Feitsoort.INGEVULD),
    )
}


def uitkomst(tekst: str, **feiten: object) -> bool | None:
    paden = {pad.replace("__", "."): waarde for pad, waarde in feiten.items()}
    return compileer(lees_voorwaarde(tekst, CATALOGUS), CATALOGUS)(paden)


@pytest.mark.parametrize(
    ("tekst", "feiten", "verwacht"),
    [
        ("contact.uitkomst == 'opgelost'", {"contact__uitkomst": "opgelost"}, True),
        ("contact.uitkomst != 'opgelost'", {"contact__uitkomst": "opgelost"}, False),
        ("contact.uitkomst in ['opgelost', 'niet_opgelost']", {"contact__uitkomst": "opgelost"}, True),
        ("aanvraag.bedrag > budget.potje.plafond", {"aanvraag__bedrag": 50_000}, False),
        ("aanvraag.bedrag > budget.potje.plafond", {"aanvraag__bedrag": 50_001}, True),
        ("budget.potje.plafond >= aanvraag.bedrag", {"aanvraag__bedrag": 50_000}, True),
        ("nu - gebeurd.activiteit > grens.stil", {"nu": 739_014, "gebeurd__activiteit": 739_000}, False),
        ("gebeurd.activiteit + 14 < nu", {"nu": 739_015, "gebeurd__activiteit": 739_000}, True),
        ("persoon.leeftijd >= 16", {"persoon__leeftijd": 16}, True),
        ("rol.koploper.bezet", {"rol__koploper__bezet": True}, True),
        ("!rol.koploper.bezet", {"rol__koploper__bezet": True}, False),
        ("rol.koploper.bezet == false", {"rol__koploper__bezet": False}, True),
        ("formulier.plan.voorstel", {"formulier__plan__voorstel": True}, True),
    ],
)
def test_a_condition_on_known_facts_is_true_or_false(tekst: str, feiten: Mapping[str, object], verwacht: bool) -> None:
    assert uitkomst(tekst, **feiten) is verwacht


@pytest.mark.parametrize(
    "tekst",
    [
        "contact.uitkomst == 'opgelost'",
        "contact.uitkomst != 'opgelost'",
        "contact.uitkomst in ['opgelost']",
        "aanvraag.bedrag > budget.potje.plafond",
        "nu - gebeurd.activiteit > 14",
        "rol.koploper.bezet",
        "!rol.koploper.bezet",
        "formulier.plan.voorstel",
    ],
)
def test_unknown_is_neither_true_nor_false(tekst: str) -> None:
    assert uitkomst(tekst, nu=739_000) is None


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("contact.uitkmost == 'opgelost'", "bedoelt u 'contact.uitkomst'?"),
        ("contact.uitkomst == 'opgelosd'", "bedoelt u 'opgelost'?"),
        ("contact.uitkomst in ['opgelosd']", "is geen waarde van"),
        ("contact.uitkomst in []", "een lijst van keuzes"),
        ("contact.uitkomst in ['opgelost'", "mist een ']'"),
        ("contact.uitkomst > 'opgelost'", "'>' kan niet bij een keuze"),
        ("contact.uitkomst", "vergelijk dit met iets"),
        ("aanvraag.bedrag > nu - gebeurd.activiteit", "euro's is niet te vergelijken met dagen"),
        ("aanvraag.bedrag > contact.aantal", "euro's is niet te vergelijken met een aantal"),
        ("aanvraag.bedrag > 500", "noem het bedrag één keer"),
        ("aanvraag.bedrag + contact.aantal > aanvraag.bedrag", "niet op te tellen"),
        ("gebeurd.activiteit > 14", "een datum is niet te vergelijken met een getal"),
        ("contact.aantal == 'drie'", "niet te vergelijken"),
        ("contact.aantal > 12345678901234567890", "te groot"),
        ("contact.aantal > 3 && rol.koploper.bezet", "onder 'alle_van'"),
        ("contact.aantal > 3 || rol.koploper.bezet", "onder 'een_van'"),
        ("contact.aantal > 3 4", "hoort hier niet"),
        ("contact.aantal >", "niet 'het einde'"),
        ("", "niet 'het einde'"),
        ("'opgelost' == 'opgelost'", "ten minste één feit"),
        ("3 > 2", "ten minste één feit"),
        ("contact.aantal > 3 # veel", "onleesbaar vanaf"),
        ("size(contact.uitkomst) > 3", "bestaat niet"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_the_mend(tekst: str, melding: str) -> None:
    with pytest.raises(Voorwaardefout) as fout:
        lees_voorwaarde(tekst, CATALOGUS)
    assert melding in str(fout.value)


@pytest.mark.parametrize(
    ("tekst", "grenzen"),
    [
        ("contact.aantal >= 3", (("contact.aantal", Feitsoort.AANTAL, 3),)),
        ("3 <= contact.aantal", (("contact.aantal", Feitsoort.AANTAL, 3),)),
        ("nu - gebeurd.activiteit > 14", (("gebeurd.activiteit", Feitsoort.DAGEN, 14),)),
        ("gebeurd.activiteit + 14 < nu", (("gebeurd.activiteit", Feitsoort.DAGEN, 14),)),
        ("aanvraag.bedrag > budget.potje.plafond", ()),
        ("rol.koploper.bezet == true", ()),
    ],
)
def test_it_tells_the_bare_limits(tekst: str, grenzen: tuple[object, ...]) -> None:
    assert lees_voorwaarde(tekst, CATALOGUS).grenzen() == grenzen


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="contact.ulkms'\"[]()<>=!&|+- 0123456789in,nu", max_size=40))
def test_no_text_makes_it_stumble(tekst: str) -> None:
    try:
        lees_voorwaarde(tekst, CATALOGUS)
    except Voorwaardefout as fout:
        assert str(fout)


@settings(max_examples=20, deadline=None)
@given(goede_werkwijzen(), st.integers(0, 2**32 - 1))
def test_the_outcome_is_that_of_a_cel_library(g: Gemaakt, zaad: int) -> None:
    werkwijze, _ = keur(g.tekst)
    assert werkwijze is not None
    route, r = maak_route(werkwijze), random.Random(zaad)
    for _ in range(15):
        tekst = voorwaarde(r, route.catalogus, los=True)
        feiten = _alles_bekend(r, route.catalogus, feiten_bij_toeval(r, route, "begin", bekend=1.0))
        onze = compileer(lees_voorwaarde(tekst, route.catalogus), route.catalogus)(feiten)
        assert onze is cel.evaluate(tekst, _genest(feiten, route.catalogus)), (tekst, feiten)


def _alles_bekend(r: random.Random, catalogus: Catalogus, feiten: dict[str, object]) -> dict[str, object]:
    """With what the engine derives from the day."""
    verlopen = {pad: r.random() < 0.5 for pad in catalogus if pad.startswith("termijn.")}
    leeftijden = {pad: r.randint(0, 99) for pad in AFGELEID_VAN}
    return {**leeftijden, "nu": r.randint(738_000, 740_000)} | feiten | verlopen


def _genest(feiten: Mapping[str, object], catalogus: Catalogus) -> dict[str, object]:
    vast = {pad: f.waarde for pad, f in catalogus.items() if f.waarde is not None}
    boom: dict[str, object] = {}
    for pad, waarde in {**feiten, **vast}.items():
        *houders, laatste = pad.split(".")
        tak = boom
        for houder in houders:
            volgende = tak.setdefault(houder, {})
            assert isinstance(volgende, dict)
            tak = volgende
        tak[laatste] = waarde
    return boom
