"""Lines of history say about whom they are, as far as who reads them may know that."""

import pytest
from django.test import Client
from django.urls import reverse

from fabriek import een_account
from samenspel.casus.models import Gebeurtenis
from samenspel.plan.models import Actie
from samenspel.regie.delen_met import voeg_helper_toe
from samenspel.web.blik import Blik
from samenspel.web.omwie import met_naam, om_wie
from speelwereld import LENING, NU, VANDAAG, Wereld, met_verzoek, speel_tot

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdagmiddag")]


@pytest.fixture
def wereld() -> Wereld:
    """A household with its own words and a doorbraakplan, in its first fase."""
    return speel_tot(LENING, 4)


def regels(client: Client, wereld: Wereld) -> str:
    return client.get(reverse("historie", args=[wereld.casus.pk])).content.decode()


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("Iemand doet mee", "Roos doet mee"),
        ("Bij een doel: iemand doet mee", "Bij een doel: Roos doet mee"),
        ("Actie afgesproken", "Actie afgesproken: Roos"),
    ],
)
def test_the_name_stands_where_somebody_stood(tekst: str, zin: str) -> None:
    assert met_naam(tekst, "Roos") == zin and met_naam(tekst, "") == tekst


def test_who_got_a_rol_is_told_to_who_knows_the_traject(wereld: Wereld) -> None:
    wie, helper = wereld.mensen["koploper"], een_account(wereld.casus.huishouden.team)
    mensen = list(wereld.traject.betreft.all())[:1]
    voeg_helper_toe(casus=wereld.casus, helper=helper, personen=mensen, account=wereld.casus.regisseur, nu=NU)
    assert f"{helper.naam} helpt mee" in regels(wereld.als("inbrenger"), wereld)
    regel = Gebeurtenis(soort="rol_toegekend", gegevens={"wie": str(wie.pk)}, traject=wereld.traject)
    vreemd = een_account(wereld.casus.huishouden.team)
    for lezer, namen in ((helper, {regel.pk: wie.naam}), (wereld.casus.regisseur, {regel.pk: wie.naam}), (vreemd, {})):
        assert om_wie(Blik.van(lezer, wereld.casus, NU), [regel]) == namen


def test_whose_an_action_was_before_it_changed_is_not_made_up(wereld: Wereld) -> None:
    client, persoon = wereld.als("inbrenger"), wereld.traject.betreft.order_by("geboortedatum")[0]
    velden = {"wat": "De school bellen", "wie": f"persoon:{persoon.pk}", "voor": VANDAAG.isoformat()}
    over = [p.voornaam for p in wereld.traject.betreft.all()]
    client.post(reverse("actie_nieuw", args=[wereld.casus.pk]), {**met_verzoek(**velden), "betreft": over})
    rij = Actie.objects.latest("item__gemaakt_op")
    assert f"Actie afgesproken: {persoon.roepnaam}" in regels(client, wereld)
    nieuw = velden | {"wie": f"account:{wereld.mensen['inbrenger'].pk}", "versie": "1"}
    antwoord = client.post(reverse("actie_wijzigen", args=[rij.pk]), met_verzoek(**nieuw))
    assert antwoord.status_code == 303
    tekst = regels(client, wereld)
    assert f"Actie gewijzigd: {wereld.mensen['inbrenger'].naam}" in tekst
    assert "Actie afgesproken" in tekst and "Actie afgesproken:" not in tekst
