"""Recording and ending a basis to share, and who helps along: only the regisseur, and only what it covers."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fabriek import een_account, een_casus, een_huishouden, een_item, een_team, leden_van
from samenspel import werkwijzen
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Casus, Gebeurtenis
from samenspel.delen.models import Grondslag, Helpt, Inzage
from samenspel.delen.zicht import kijker_van, zichtbare_items
from samenspel.invoer.models import Concept
from samenspel.kern.stand import Geweigerd
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.models import Account
from samenspel.regie.delen_met import beeindig_grondslag, leg_grondslag_vast
from samenspel.regie.routes import laad_versie, route, startbare_versies
from samenspel.web.blik import Blik
from samenspel.web.forms.delen import Grondslagformulier

pytestmark = pytest.mark.django_db


@pytest.fixture
def casus() -> Casus:
    return een_casus(een_huishouden("Anna Jansen", "Bas Jansen"))


@pytest.fixture
def partner(casus: Casus) -> Account:
    return een_account(gemeente=casus.gemeente)


@pytest.fixture
def regisseur(client: Client, casus: Casus) -> Client:
    client.force_login(casus.regisseur)
    return client


def invoer(casus: Casus, met: Account, /, **anders: Any) -> dict[str, Any]:
    vandaag = timezone.localdate()
    return {
        "partner": str(met.pk),
        "personen": [str(leden_van(casus.huishouden)[0].pk)],
        "soorten": ["plan"],
        "doel": "Samen kijken wat kan.",
        "avg_6": "algemeen_belang",
        "uitzondering_9_10": "Niet nodig.",
        "geheim": "Anna ontsloeg ons op 2 maart.",
        "convenant": "Convenant samenwerken, artikel 4.",
        "van": vandaag.isoformat(),
        "tot": (vandaag + timedelta(days=30)).isoformat(),
        "verzoek": str(uuid4()),
    } | anders


def ziet(partner: Account, casus: Casus) -> set[object]:
    nu = timezone.now()
    return set(zichtbare_items(kijker_van(account=partner, casus=casus, nu=nu), nu).values_list("pk", flat=True))


def leg_vast(client: Client, casus: Casus, partner: Account, **anders: Any) -> Grondslag:
    antwoord = client.post(reverse("grondslag_nieuw", args=[casus.pk]), invoer(casus, partner, **anders))
    assert antwoord.status_code == 303
    return Grondslag.objects.get(casus=casus)


def test_a_partner_sees_what_a_recorded_basis_covers_and_nothing_else(
    regisseur: Client, casus: Casus, partner: Account
) -> None:
    anna, bas = leden_van(casus.huishouden)
    plan = een_item(casus, anna, woorden={"wat": "bellen"})
    een_item(casus, bas, woorden={"wat": "iets van Bas"})
    een_item(casus, anna, bas, woorden={"wat": "iets van beiden"})
    een_item(casus, anna, woorden={"tekst": "geld"}, soort=Gegevenssoort.GELD)
    assert ziet(partner, casus) == set()
    leg_vast(regisseur, casus, partner)
    assert ziet(partner, casus) == {plan.pk}


def test_ending_it_closes_the_view_at_once_and_is_told_in_the_history(
    regisseur: Client, casus: Casus, partner: Account
) -> None:
    een_item(casus, leden_van(casus.huishouden)[0], woorden={"wat": "bellen"})
    grondslag = leg_vast(regisseur, casus, partner)
    for _ in range(2):
        einde = regisseur.post(reverse("grondslag_beeindigen", args=[grondslag.pk]))
        assert einde["Location"] == reverse("grondslagen", args=[casus.pk])
    assert ziet(partner, casus) == set()
    soorten = list(Gebeurtenis.objects.filter(casus=casus).values_list("soort", flat=True))
    assert soorten.count("grondslag_vastgelegd") == soorten.count("grondslag_beeindigd") == 1
    assert controleer_casus(casus) == []


def test_the_page_says_in_words_what_the_partner_sees(regisseur: Client, casus: Casus, partner: Account) -> None:
    een_item(casus, leden_van(casus.huishouden)[0], woorden={"wat": "bellen"})
    leg_vast(regisseur, casus, partner)
    pagina = " ".join(regisseur.get(reverse("grondslagen", args=[casus.pk])).content.decode().split())
    for stuk in (partner.naam, "het plan: doelen en wie wat doet", "alleen over <b>Anna</b>", "1 stuk in dit dossier"):
        assert stuk in pagina
    assert "Convenant samenwerken, artikel 4." in pagina


@pytest.mark.parametrize("deel", ["doel", "uitzondering_9_10", "geheim", "convenant", "personen", "soorten"])
def test_a_part_that_lacks_is_asked_for_and_what_was_typed_stays(
    regisseur: Client, casus: Casus, partner: Account, deel: str
) -> None:
    adres = reverse("grondslag_nieuw", args=[casus.pk])
    antwoord = regisseur.post(adres, invoer(casus, partner, **{deel: ""}))
    assert antwoord.status_code == 422
    assert not Grondslag.objects.exists()
    assert Concept.objects.filter(sleutel=adres).exists()


def test_an_agreement_that_is_still_to_be_made_is_no_agreement(
    regisseur: Client, casus: Casus, partner: Account
) -> None:
    tekst = {"convenant": "Nog vast te leggen door de gemeente."}
    antwoord = regisseur.post(reverse("grondslag_nieuw", args=[casus.pk]), invoer(casus, partner, **tekst))
    assert antwoord.status_code == 422
    assert "Er is nog geen afspraak" in antwoord.content.decode()


def test_a_double_submit_records_once(regisseur: Client, casus: Casus, partner: Account) -> None:
    gegevens = invoer(casus, partner)
    for _ in range(2):
        assert regisseur.post(reverse("grondslag_nieuw", args=[casus.pk]), gegevens).status_code == 303
    assert Grondslag.objects.count() == 1


def test_the_form_begins_with_the_basis_of_the_werkwijze(regisseur: Client, casus: Casus) -> None:
    for slug in werkwijzen.slugs():
        laad_versie(tekst=werkwijzen.tekst(slug), bestand=slug, nu=timezone.now())
    w = route(startbare_versies(timezone.now())[0].hash).werkwijze
    grondslag = w.grondslagen[0]
    assert grondslag.naam in regisseur.get(reverse("grondslagen", args=[casus.pk])).content.decode()
    adres = reverse("grondslag_nieuw_uit", args=[casus.pk, w.werkwijze, grondslag.grondslag])
    form = regisseur.get(adres).context["form"]
    assert form.initial["doel"] == grondslag.doel
    assert form.initial["soorten"] == [s.value for s in grondslag.soorten]
    andere = reverse("grondslag_nieuw_uit", args=[casus.pk, w.werkwijze, "bestaat_niet"])
    assert regisseur.get(andere).status_code == 404


def test_nobody_of_outside_the_municipality_or_household_can_be_chosen(
    regisseur: Client, casus: Casus, partner: Account
) -> None:
    vreemd = een_account(een_team())
    bewoner = een_account(persoon=leden_van(casus.huishouden)[1])
    ander_mens = leden_van(een_huishouden("Cor Kok", team=casus.huishouden.team))[0]
    for anders in (
        {"partner": str(vreemd.pk)},
        {"partner": str(bewoner.pk)},
        {"partner": str(casus.regisseur.pk)},
        {"personen": [str(ander_mens.pk)]},
    ):
        antwoord = regisseur.post(reverse("grondslag_nieuw", args=[casus.pk]), invoer(casus, partner, **anders))
        assert antwoord.status_code == 422
    assert not Grondslag.objects.exists()


def test_the_service_too_asks_for_the_regisseur_and_the_household(casus: Casus, partner: Account) -> None:
    blik = Blik.van(casus.regisseur, casus, timezone.now())
    form = Grondslagformulier(invoer(casus, partner), blik=blik)
    assert form.is_valid(), form.errors
    with pytest.raises(Geweigerd):
        leg_grondslag_vast(casus=casus, delen=form.delen(), account=partner, nu=timezone.now())
    grondslag = leg_grondslag_vast(casus=casus, delen=form.delen(), account=casus.regisseur, nu=timezone.now())
    with pytest.raises(Geweigerd):
        beeindig_grondslag(grondslag=grondslag, account=partner, nu=timezone.now())


def test_who_helps_along_sees_that_and_not_what(regisseur: Client, casus: Casus, partner: Account) -> None:
    item = een_item(casus, woorden={"wat": "bellen"})
    adres = reverse("helper_nieuw", args=[casus.pk])
    assert regisseur.get(adres).status_code == 200
    velden = {"helper": str(partner.pk), "personen": [leden_van(casus.huishouden)[0].voornaam]}
    antwoord = regisseur.post(adres, velden | {"verzoek": str(uuid4())})
    assert antwoord.status_code == 303
    assert ziet(partner, casus) == set()
    blik = Blik.van(partner, casus, timezone.now())
    assert list(blik.bestaande()) == [item]
    assert partner.naam in regisseur.get(reverse("grondslagen", args=[casus.pk])).content.decode()
    nog_eens = regisseur.post(adres, velden | {"verzoek": str(uuid4())})
    assert nog_eens.status_code == 422 and "helpt al mee" in nog_eens.content.decode()
    helpt = Helpt.objects.get(casus=casus)
    regisseur.post(reverse("helper_beeindigen", args=[helpt.pk]))
    assert Blik.van(partner, casus, timezone.now()).rechten == ()


def test_only_the_regisseur_comes_here_and_a_refusal_is_noted(client: Client, casus: Casus, partner: Account) -> None:
    Helpt.objects.create(gemeente=casus.gemeente, casus=casus, account=partner, van=timezone.localdate())
    client.force_login(partner)
    for naam in ("grondslagen", "grondslag_nieuw", "helper_nieuw"):
        assert client.get(reverse(naam, args=[casus.pk])).status_code == 403
        assert client.post(reverse(naam, args=[casus.pk])).status_code in (403, 405)
    helpt = Helpt.objects.get(casus=casus)
    assert client.post(reverse("helper_beeindigen", args=[helpt.pk])).status_code == 403
    assert Inzage.objects.filter(account=partner, casus=casus, geweigerd=True).exists()


def test_another_municipality_finds_nothing_here(client: Client, casus: Casus, partner: Account) -> None:
    client.force_login(casus.regisseur)
    grondslag = leg_vast(client, casus, partner)
    client.force_login(een_account(een_team()))
    for naam in ("grondslagen", "grondslag_nieuw", "helper_nieuw"):
        assert client.get(reverse(naam, args=[casus.pk])).status_code == 404
    assert client.post(reverse("grondslag_beeindigen", args=[grondslag.pk])).status_code == 404


def test_ending_is_not_done_by_looking(regisseur: Client, casus: Casus, partner: Account) -> None:
    grondslag = leg_vast(regisseur, casus, partner)
    assert regisseur.get(reverse("grondslag_beeindigen", args=[grondslag.pk])).status_code == 405
    assert Grondslag.objects.get(pk=grondslag.pk).beeindigd_op is None
