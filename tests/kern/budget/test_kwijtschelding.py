"""Whether a part of a loan may be forgiven: yes, no, or not known yet, each with its reason."""

from contextlib import suppress
from datetime import date

import pytest

from samenspel import werkwijzen
from samenspel.kern.budget.kwijtschelding import kwijt_te_schelden, kwijtschelding
from samenspel.kern.stand import Geweigerd, maak_route
from samenspel.kern.stand.kernspel import Kernspel
from samenspel.kern.stand.voorbeelden import lees_voorbeelden, speel
from samenspel.kern.werkwijze.controle import lees_en_controleer
from samenspel.kern.werkwijze.model import Lening, Voorwaarde, Werkwijze

KLAAR, BEWIJS = "formulier.leningverloop.opleiding_afgerond", "formulier.leningverloop.bewijs_van_afronding"
BEGIN = date(2026, 3, 2)


def utrecht() -> Werkwijze:
    gelezen, fouten = lees_en_controleer(werkwijzen.tekst("utrecht"), "utrecht")
    assert gelezen is not None, fouten
    return gelezen


def de_lening() -> Lening:
    return next(b.lening for b in utrecht().budgetten if b.lening is not None)


@pytest.mark.parametrize(
    ("feiten", "mag", "uitleg", "onbekend"),
    [
        ({}, None, "Nog niet bekend", (KLAAR, BEWIJS)),
        ({KLAAR: True}, None, "bewijs", (BEWIJS,)),
        ({KLAAR: False}, False, "niet zo: De opleiding is afgerond.", ()),
        ({KLAAR: False, BEWIJS: True}, False, "niet zo", ()),
        ({KLAAR: True, BEWIJS: True}, True, "De opleiding is afgerond en", ()),
    ],
)
def test_forgiveness_waits_for_what_is_unknown_and_is_refused_by_what_is_not_so(
    feiten: dict[str, object], mag: bool | None, uitleg: str, onbekend: tuple[str, ...]
) -> None:
    oordeel = kwijtschelding(de_lening(), feiten, maak_route(utrecht()).catalogus)
    assert (oordeel.mag, oordeel.onbekend) == (mag, onbekend)
    assert uitleg in oordeel.uitleg


def test_in_the_voorbeeld_of_the_loan_it_may_be_forgiven_once_graduation_is_attested() -> None:
    route = maak_route(utrecht())
    verhalen = lees_voorbeelden(werkwijzen.voorbeelden_tekst("utrecht"))
    verhaal = next(v for v in verhalen if any(s.inhoud.get("formulier") == "leningverloop" for s in v.stappen))
    spel = Kernspel(route, verhaal, BEGIN)
    gezien: list[bool | None] = []
    for stap in verhaal.stappen:
        with suppress(Geweigerd):
            spel.doe(stap, date.fromordinal(BEGIN.toordinal() + stap.dag))
        gezien.append(kwijtschelding(de_lening(), spel.feiten(), route.catalogus).mag)
    bewijs = next(n for n, s in enumerate(verhaal.stappen) if s.inhoud.get("formulier") == "leningverloop")
    assert gezien == [None] * bewijs + [True] * (len(gezien) - bewijs)
    assert all(not g.afwijkingen for g in speel(verhaal, Kernspel(route, verhaal, BEGIN), BEGIN))


def test_without_a_condition_a_person_judges_and_without_a_part_nothing_is_forgiven() -> None:
    catalogus = maak_route(utrecht()).catalogus
    zin = Lening(kwijtschelding_procent=50, kwijtschelding_bij="Als het lukt.")
    assert kwijtschelding(zin, {}, catalogus) == (True, "Als het lukt.", ())
    assert kwijtschelding(Lening(), {}, catalogus).mag is False


def test_the_part_is_rounded_down_to_a_whole_cent() -> None:
    als = (Voorwaarde(als=KLAAR, uitleg="Klaar."),)
    lening = Lening(kwijtschelding_procent=50, kwijtschelding_als=als)
    assert [kwijt_te_schelden(lening, cent) for cent in (100_000, 101, 0)] == [50_000, 50, 0]
