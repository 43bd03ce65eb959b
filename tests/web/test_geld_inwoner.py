"""Mijn plan: what money was asked for a resident, how far it is, and what of a loan is paid back."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from bewoners import plan_van
from fabriek import een_account
from samenspel.budget.models import Leenmutatie
from samenspel.huishouden.models import Persoon
from samenspel.organisatie.models import Account
from speelwereld import LENING, POTJE, Wereld, met_verzoek, speel_tot

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdagmiddag")]


def bewoner(wereld: Wereld) -> Client:
    persoon = Persoon.objects.filter(lidmaatschap__huishouden=wereld.casus.huishouden).earliest("geboortedatum")
    account = een_account(wereld.mensen["inbrenger"].team)
    Account.objects.filter(pk=account.pk).update(persoon=persoon, team=None)
    client = Client()
    client.force_login(Account.objects.get(pk=account.pk))
    return client


def test_a_gift_is_told_with_how_far_it_is_and_can_be_disagreed_with() -> None:
    wereld = speel_tot(POTJE, 1, zonder=("oordeel", "betaal"))
    anna = bewoner(wereld)
    tekst = plan_van(anna, wereld.casus)
    assert "Geld voor mij" in tekst and "Een tweedehands fiets" in tekst and "€ 300" in tekst
    assert "wij kijken of het kan." in tekst and "U hoeft dit niet terug te betalen." in tekst
    assert reverse("mijn_reactie", args=[wereld.aanvraag.pk]) in tekst
    adres = reverse("aanvraag_intrekken", args=[wereld.aanvraag.pk])
    assert wereld.als("inbrenger").post(adres, met_verzoek(reden="Niet meer nodig.")).status_code == 303
    assert "Geld voor mij" not in plan_van(anna, wereld.casus)


def test_of_a_loan_the_resident_reads_what_is_open_and_what_comes_next() -> None:
    wereld = speel_tot(LENING, 50)
    tekst = plan_van(bewoner(wereld), wereld.casus)
    assert "€ 1.840" in tekst and "Dit is een lening. U betaalt het terug." in tekst
    assert "Al terugbetaald: € 50." in tekst and "Nog te betalen: € 1.790." in tekst
    assert "De volgende keer: € 50" in tekst and "betaald moeten zijn" not in tekst


def test_what_is_late_is_said_with_whom_to_call() -> None:
    wereld = speel_tot(LENING, 50)
    Leenmutatie.objects.filter(aanvraag=wereld.aanvraag).delete()
    wereld.aanvraag.leenregeling_set.update(eerste_op=wereld.aanvraag.gedaan_op + timedelta(days=1))
    tekst = plan_van(bewoner(wereld), wereld.casus)
    assert "betaald moeten zijn. Lukt dat niet? Bel" in tekst
