"""Whose words stand in Mijn plan, what was written down about somebody, and with whom was spoken."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bewoners import Wereld, plan_van
from samenspel.huishouden.models import Persoon
from samenspel.kern.afwegen.knelpunt import Knelpuntniveau
from samenspel.regie.begin import leg_leefgebied_vast
from samenspel.regie.gesprekken import leg_gesprek_vast
from samenspel.regie.knelpunten import Knelpuntinvoer, leg_knelpunt_vast
from samenspel.regie.opdracht import Verband
from samenspel.regie.routes import route

pytestmark = pytest.mark.django_db

NIETS = "Er is niets op papier over u gedeeld met een andere organisatie."


def _bel(wereld: Wereld, *betreft: Persoon, met: str = "De Speelboot", uitkomst: str = "opgelost") -> None:
    leg_gesprek_vast(
        casus=wereld.casus,
        uitkomst=uitkomst,
        terugbellen_op=None,
        verband=Verband(),
        woorden={"met": met, "gezegd": "Een regeling kan."},
        betreft=betreft,
        account=wereld.regisseur,
        gebeurd_op=timezone.now() - timedelta(days=1),
        nu=timezone.now(),
    )


def _vertel(wereld: Wereld, *betreft: Persoon, **woorden: str) -> None:
    gebied = route(wereld.traject(wereld.anna).versie.hash).werkwijze.leefgebieden[0].leefgebied
    leg_leefgebied_vast(
        casus=wereld.casus,
        leefgebied=gebied,
        woorden=woorden,
        betreft=betreft,
        account=wereld.regisseur,
        nu=timezone.now(),
    )


def _alles(client: Client, wereld: Wereld) -> str:
    return " ".join(client.get(reverse("mijn_gegevens", args=[wereld.casus.pk])).content.decode().split())


def test_with_whom_was_spoken_is_named_with_the_day(anna: Client, wereld: Wereld) -> None:
    assert NIETS in plan_van(anna, wereld.casus)
    _bel(wereld, wereld.anna)
    _bel(wereld, wereld.bas, met="DE KLINIEK VAN BAS")
    pagina = plan_van(anna, wereld.casus)
    assert "Met deze mensen en organisaties is gesproken:" in pagina
    assert '<span dir="auto">De Speelboot</span>, gisteren' in pagina
    assert "KLINIEK" not in pagina and "Er is niets over u gedeeld" not in pagina


def test_words_of_the_reader_are_theirs_and_anothers_carry_the_name(anna: Client, wereld: Wereld) -> None:
    _vertel(wereld, wereld.anna, ik_wil="Dichter bij mijn zus")
    _vertel(wereld, wereld.kim, ik_heb_nodig="Een eigen bed", tekst="Slaapt op de bank")
    _vertel(wereld, wereld.anna, wereld.kim, ik_kan="Samen koken")
    pagina = plan_van(anna, wereld.casus)
    assert "Wat ik wil: ‘Dichter bij mijn zus’" in pagina
    assert "Wat Kim nodig heeft: ‘Een eigen bed’" in pagina
    assert "Wat u en Kim kunnen: ‘Samen koken’" in pagina or "Wat Kim en u kunnen: ‘Samen koken’" in pagina
    assert "Opgeschreven over Kim: Slaapt op de bank" in pagina


def test_own_words_that_another_wrote_down_can_be_disagreed_with(anna: Client, wereld: Wereld) -> None:
    wereld.woorden(wereld.anna, "Rust")
    item = wereld.casus.item_set.get(soort="eigen_woorden")
    adres = reverse("mijn_reactie", args=[item.pk])
    assert adres in plan_van(anna, wereld.casus)
    antwoord = anna.post(adres, {"reactie": "Dat zei ik anders.", "verzoek": str(uuid4())})
    assert antwoord["Location"] == f"{reverse('mijn_plan_van', args=[wereld.casus.pk])}#i-{item.pk}"
    pagina = plan_van(anna, wereld.casus)
    assert "‘Dat zei ik anders.’" in pagina and f'id="i-{item.pk}"' in pagina


def test_from_the_page_with_everything_one_returns_there(anna: Client, wereld: Wereld) -> None:
    wereld.woorden(wereld.anna, "Rust")
    item = wereld.casus.item_set.get(soort="eigen_woorden")
    adres = reverse("mijn_reactie", args=[item.pk]) + "?van=alles"
    assert adres in _alles(anna, wereld)
    antwoord = anna.post(adres, {"reactie": "Dat zei ik anders.", "verzoek": str(uuid4())})
    assert antwoord["Location"] == f"{reverse('mijn_gegevens', args=[wereld.casus.pk])}#i-{item.pk}"


def test_everything_stands_under_what_it_is(anna: Client, wereld: Wereld) -> None:
    _bel(wereld, wereld.anna, uitkomst="niet_opgelost")
    wereld.actie(wereld.anna, wat="Nazan belt")
    leg_knelpunt_vast(
        casus=wereld.casus,
        invoer=Knelpuntinvoer(
            woorden={"wat": "Ik durf de enveloppen niet open te maken."}, niveau=Knelpuntniveau.PERSOONLIJK
        ),
        betreft=[wereld.anna],
        traject=None,
        account=wereld.regisseur,
        nu=timezone.now(),
    )
    pagina = _alles(anna, wereld)
    assert "Wat er vastloopt</span> <br> Ik durf de enveloppen niet open te maken." in pagina
    assert "Afgesproken</span> <br> Nazan belt" in pagina
    assert "<b>Gesprek, gisteren. Het is nog niet opgelost.</b>" in pagina
    assert "Afgesproken</span> <br> Ik durf" not in pagina


def test_who_looked_is_named_where_the_resident_knows_the_name(anna: Client, wereld: Wereld) -> None:
    anna.force_login(wereld.regisseur)
    anna.get(reverse("casus", args=[wereld.casus.pk]))
    anna.force_login(wereld.inwoner)
    pagina = anna.get(reverse("mijn_inzage", args=[wereld.casus.pk])).content.decode()
    assert "Nazan Aydin, uw contactpersoon" in pagina
