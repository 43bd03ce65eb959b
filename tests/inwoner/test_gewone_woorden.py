"""What residents read about help, costs, dates and people around them is in plain words."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bewoners import Wereld, plan_van
from samenspel.inwoner.netwerk import band_zin
from samenspel.netwerk.models import Netwerklid
from samenspel.plan.models import Actie
from samenspel.plan.voorzieningen import Voorzieninggegevens
from samenspel.regie.planversies import stel_plan_vast
from samenspel.regie.voorzieningen import voeg_voorziening_toe

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("band", "sterkte", "richting", "zin"),
    [
        ("gewoon", 1, "naar_huishouden", "Gewoon contact, niet zo hecht. Doet vooral iets voor u."),
        ("steun", 3, "over_en_weer", "Het contact geeft steun, hecht. U helpt elkaar."),
        ("gespannen", 2, "", "Het contact is lastig."),
        ("verbroken", 3, "", "Er is geen contact meer."),
    ],
)
def test_the_tie_with_somebody_is_told_in_plain_words(band: str, sterkte: int, richting: str, zin: str) -> None:
    assert band_zin(Netwerklid(band=band, sterkte=sterkte, richting=richting)) == zin


def test_what_was_agreed_is_told_in_plain_words(anna: Client, wereld: Wereld) -> None:
    actie = wereld.actie(wereld.anna, wat="Rooster vragen", persoon=wereld.anna)
    gisteren = timezone.localdate() - timedelta(days=1)
    Actie.objects.filter(pk=actie.pk).update(voor=gisteren, gedaan_op=gisteren)
    voeg_voorziening_toe(
        casus=wereld.casus,
        gegevens=Voorzieninggegevens(toegang="maatwerk", kosten=0, per="maand", van=timezone.localdate()),
        woorden={"wat": "Begeleiding"},
        betreft=[wereld.anna],
        account=wereld.regisseur,
        nu=timezone.now(),
    )
    stel_plan_vast(casus=wereld.casus, account=wereld.regisseur, nu=timezone.now())
    pagina = " ".join(anna.get(reverse("mijn_planversie", args=[wereld.casus.pk])).content.decode().split())
    assert "Wat we nog meer afspraken" in pagina and "hier is een besluit voor nodig · dit kost niets" in pagina
    for niet in ("Zonder doel", "maatwerk", "indicatie", "€ 0", "voor gisteren"):
        assert niet not in pagina
    assert "dit kost niets" in plan_van(anna, wereld.casus)
