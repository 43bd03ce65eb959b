"""Budgets for who judges or pays: the figures of a year, names only of dossiers that they may look into."""

import pytest
from django.test import Client
from django.urls import reverse

from fabriek import een_account, een_team
from samenspel.delen.models import Inzage
from samenspel.organisatie.models import Account, Rolvervulling
from speelwereld import LENING, POTJE, VANDAAG, Wereld, speel_tot

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdagmiddag")]


@pytest.fixture
def wereld() -> Wereld:
    return speel_tot(POTJE, 2)


def pagina(client: Client, **vraag: str) -> str:
    antwoord = client.get(reverse("budgetten"), vraag)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def als(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def met_rol(wereld: Wereld, rol: str, account: Account) -> Account:
    Rolvervulling.objects.create(
        gemeente=account.gemeente,
        account=account,
        werkwijze=wereld.traject.versie.slug,
        rol=rol,
        team=account.team,
        van=VANDAAG,
    )
    return account


def test_who_pays_sees_the_year_and_the_household_in_a_dossier_of_theirs(wereld: Wereld) -> None:
    tekst = pagina(wereld.als("potbewaarder"))
    cijfers = wereld.als("potbewaarder").get(reverse("budgetten")).context["cijfers"]
    assert {c["naam"]: c["waarde"] for c in cijfers}["Uitgegeven in 2026"] == "€ 300"
    assert wereld.casus.huishouden.naam in tekst and reverse("aanvraag", args=[wereld.aanvraag.pk]) in tekst
    assert "€ 200" in tekst and "Ten hoogste € 500 per huishouden in 12 maanden." in tekst
    assert [i.ids for i in Inzage.objects.filter(wat="budgetten")] == [[str(wereld.casus.pk)]] * 2


def test_another_team_s_payer_sees_the_figures_without_names(wereld: Wereld) -> None:
    anders = met_rol(wereld, "potbewaarder", een_account(een_team(gemeente=wereld.casus.gemeente)))
    tekst = pagina(als(anders))
    assert "€ 300" in tekst and "een huishouden" in tekst
    assert wereld.casus.huishouden.naam not in tekst and str(wereld.aanvraag.pk) not in tekst and "€ 200" not in tekst
    assert Inzage.objects.get(wat="budgetten").ids == []


def test_another_municipality_counts_nothing_of_here(wereld: Wereld) -> None:
    elders = met_rol(wereld, "potbewaarder", een_account(een_team()))
    assert elders.gemeente_id != wereld.casus.gemeente_id
    tekst = pagina(als(elders))
    assert "Er is niets gevraagd" in tekst and "€ 300" not in tekst


def test_who_neither_judges_nor_pays_is_refused_and_finds_no_link(wereld: Wereld) -> None:
    client = wereld.als("inbrenger")
    assert client.get(reverse("budgetten")).status_code == 403
    assert Inzage.objects.filter(wat="budgetten", geweigerd=True).exists()
    assert reverse("budgetten") not in client.get(reverse("mijn_werk")).content.decode()
    assert reverse("budgetten") in wereld.als("koploper").get(reverse("mijn_werk")).content.decode()


def test_a_right_that_ended_opens_nothing(wereld: Wereld) -> None:
    Rolvervulling.objects.filter(account=wereld.mensen["potbewaarder"]).update(tot=VANDAAG)
    assert wereld.als("potbewaarder").get(reverse("budgetten")).status_code == 403


def test_the_list_is_sorted_as_asked_and_wild_questions_do_no_harm(wereld: Wereld) -> None:
    speel_tot(LENING, 20)
    client = wereld.als("potbewaarder")
    for vraag in ({"sorteer": "bedrag"}, {"sorteer": "duur"}, {"sorteer": "x"}, {"jaar": "20261"}, {"jaar": "²026"}):
        assert wereld.casus.huishouden.naam in pagina(client, **vraag)
    assert "Er is niets gevraagd" in pagina(client, jaar="2019")
    andere = client.get(reverse("budgetten")).context["potten"]
    assert len(andere) == 2 and [p["actief"] for p in andere] == [True, False]
    assert "geen budget" not in pagina(client, budget="bestaat:niet")
