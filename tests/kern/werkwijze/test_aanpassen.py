"""Life domains and limits of budgets changed in the text of a definition: nothing else moves, and it stays good."""

import pytest

from samenspel import werkwijzen
from samenspel.kern.werkwijze.aanpassen import Budgetgrens, Domein, pas_aan
from samenspel.kern.werkwijze.controle import lees_en_controleer
from samenspel.kern.werkwijze.model import Budget, Cent, Werkwijze


def grens(b: Budget) -> Budgetgrens:
    return Budgetgrens(
        b.naam, b.plafond, b.plafond_huishouden, str(b.periode or ""), b.instemmers, str(b.bon_binnen or "")
    )


def gelezen(tekst: str) -> Werkwijze:
    werkwijze, fouten = lees_en_controleer(tekst, "werkwijze")
    assert werkwijze is not None, fouten
    return werkwijze


@pytest.mark.parametrize("slug", werkwijzen.slugs())
def test_only_what_was_asked_changes(slug: str) -> None:
    tekst = werkwijzen.tekst(slug)
    w = gelezen(tekst)
    domeinen = [Domein(g.leefgebied, g.naam) for g in w.leefgebieden]
    grenzen = {b.budget: grens(b) for b in w.budgetten}
    assert pas_aan(tekst, domeinen, grenzen) == tekst
    nieuw = pas_aan(tekst, [*domeinen, Domein("", "Zorg & dier"), Domein("", "Zorg, dier!")], grenzen)
    assert [g.leefgebied for g in gelezen(nieuw).leefgebieden][len(domeinen) :] == ["zorg_dier", "zorg_dier_2"]
    regels = set(tekst.splitlines())
    assert regels <= set(nieuw.splitlines()) and len(set(nieuw.splitlines()) - regels) <= 5


def test_limits_are_set_and_taken_away() -> None:
    tekst = werkwijzen.tekst("utrecht")
    w = gelezen(tekst)
    eerste = w.budgetten[0]
    anders = grens(eerste)._replace(
        naam="Snel geld", plafond=Cent(75_050), plafond_huishouden=None, bon_binnen="", instemmers=3
    )
    domeinen = [Domein(g.leefgebied, g.naam) for g in w.leefgebieden]
    b = gelezen(pas_aan(tekst, domeinen[::-1], {eerste.budget: anders})).budgetten[0]
    assert (b.naam, b.plafond, b.plafond_huishouden, b.bon_binnen, b.instemmers) == ("Snel geld", 75_050, None, None, 3)
    assert gelezen(pas_aan(tekst, domeinen[::-1], {})).leefgebieden == w.leefgebieden[::-1]
