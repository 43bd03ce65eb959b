"""Every voorbeeld of every werkwijze, on kern alone and through the services: the same Stand after every line."""

from datetime import date

import pytest
from django.utils import timezone

from fabriek import een_team
from samenspel import werkwijzen
from samenspel.casus.historie import controleer_casus
from samenspel.kern.stand import maak_route
from samenspel.kern.stand.kernspel import Kernspel
from samenspel.kern.stand.uitkomst import Stand
from samenspel.kern.stand.voorbeelden import Voorbeeld, lees_voorbeelden, speel
from samenspel.kern.werkwijze.lezer import lees_werkwijze
from samenspel.kern.werkwijze.model import Toestand, Werkwijze
from samenspel.regie.bezetting import Bezetting
from samenspel.regie.routes import laad_versie
from samenspel.regie.scenario import Dienstenspel

BEGIN = date(2026, 3, 2)
VOORUIT = 60


def lees(slug: str) -> Werkwijze:
    werkwijze, fouten = lees_werkwijze(werkwijzen.tekst(slug), slug)
    assert werkwijze is not None, [str(f) for f in fouten]
    return werkwijze


ALLE = [(slug, v) for slug in werkwijzen.slugs() for v in lees_voorbeelden(werkwijzen.voorbeelden_tekst(slug))]
NAMEN = [f"{slug}: {v.naam}" for slug, v in ALLE]
STARTBAAR = [(s, v) for s, v in ALLE if lees(s).toestand is Toestand.STARTBAAR]
STARTBARE_NAMEN = [f"{slug}: {v.naam}" for slug, v in STARTBAAR]


@pytest.mark.parametrize(("slug", "voorbeeld"), ALLE, ids=NAMEN)
def test_a_voorbeeld_goes_as_it_says(slug: str, voorbeeld: Voorbeeld) -> None:
    spel = Kernspel(maak_route(lees(slug)), voorbeeld, BEGIN)
    afwijkingen = [(g.stap.dag, dict(g.stap.inhoud), a) for g in speel(voorbeeld, spel, BEGIN) for a in g.afwijkingen]
    assert afwijkingen == []


@pytest.mark.django_db
@pytest.mark.parametrize(("slug", "voorbeeld"), STARTBAAR, ids=STARTBARE_NAMEN)
def test_the_services_come_to_the_same_stand(slug: str, voorbeeld: Voorbeeld) -> None:
    team = een_team()
    versie = laad_versie(tekst=werkwijzen.tekst(slug), bestand=slug, nu=timezone.now())
    kern = Kernspel(maak_route(lees(slug)), voorbeeld, BEGIN)
    diensten = Dienstenspel(
        versie=versie, voorbeeld=voorbeeld, begin=BEGIN, bezetting=Bezetting(gemeente=team.gemeente, team=team)
    )
    paren = zip(speel(voorbeeld, kern, BEGIN), speel(voorbeeld, diensten, BEGIN), strict=True)
    for op_kern, door_diensten in paren:
        assert door_diensten.afwijkingen == ()
        assert door_diensten.stand == op_kern.stand
    assert controleer_casus(diensten.casus) == []


class Vooruitkijker(Kernspel):
    """After every line looks ahead to the day on which it should be looked at again."""

    def stand(self, op: date) -> Stand | None:
        """The Stand on a day, once every day before it changes said the same."""
        stand = super().stand(op)
        if stand is not None:
            einde = min(stand.verandert_op or op.toordinal() + VOORUIT, op.toordinal() + VOORUIT)
            for dag in range(op.toordinal() + 1, einde):
                later = super().stand(date.fromordinal(dag))
                assert later is not None
                assert (later.wacht_op, later.taken) == (stand.wacht_op, stand.taken), f"{dag - op.toordinal()} later"
        return stand


@pytest.mark.parametrize(("slug", "voorbeeld"), ALLE, ids=NAMEN)
def test_nothing_begins_to_wait_before_the_day_on_which_lists_look_again(slug: str, voorbeeld: Voorbeeld) -> None:
    assert speel(voorbeeld, Vooruitkijker(maak_route(lees(slug)), voorbeeld, BEGIN), BEGIN)
