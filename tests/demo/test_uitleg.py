"""What the demo's residents read about a meeting is there, and an action is of the one it names."""

from datetime import date

import pytest
from django.utils import timezone

from fabriek import een_team
from samenspel import werkwijzen
from samenspel.demo.verhalen import VERHALEN
from samenspel.kern.stand.voorbeelden import lees_voorbeelden, speel
from samenspel.plan.models import Actie
from samenspel.regie.bezetting import Bezetting
from samenspel.regie.routes import laad_versie
from samenspel.regie.scenario import Dienstenspel

SLUGS = tuple(dict.fromkeys(v.werkwijze for v in VERHALEN))


@pytest.mark.parametrize("slug", SLUGS)
def test_every_meeting_of_the_demo_is_explained_to_the_resident(slug: str) -> None:
    gespeeld = {v.voorbeeld for v in VERHALEN if v.werkwijze == slug}
    zonder = [
        (v.naam, stap.dag)
        for v in lees_voorbeelden(werkwijzen.voorbeelden_tekst(slug))
        if v.naam in gespeeld
        for stap in v.stappen
        if "uitkomst" in stap.inhoud and not stap.inhoud.get("voor_inwoner") and not stap.geweigerd
    ]
    assert zonder == []


@pytest.mark.django_db
def test_an_action_is_of_the_person_that_it_names() -> None:
    slug, team = "oosterhout-pilot", een_team()
    voorbeeld = lees_voorbeelden(werkwijzen.voorbeelden_tekst(slug))[0]
    versie = laad_versie(tekst=werkwijzen.tekst(slug), bestand=slug, nu=timezone.now())
    begin = date(2026, 3, 2)
    spel = Dienstenspel(
        versie=versie, voorbeeld=voorbeeld, begin=begin, bezetting=Bezetting(gemeente=team.gemeente, team=team)
    )
    list(speel(voorbeeld, spel, begin))
    assert [a.persoon.roepnaam for a in Actie.objects.filter(persoon__isnull=False) if a.persoon] == ["Ruud"]
