"""Versions of the plan: agreed, read again, compared, finished, and what the resident thinks of them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fabriek import een_account
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Gebeurtenis
from samenspel.delen.services import wis_woorden
from samenspel.huishouden.models import Persoon
from samenspel.plan.models import Actie, Doel, Instemming, Planversie
from samenspel.plan.services import rond_actie_af
from samenspel.regie.plannen import Eigenaar, spreek_af, stel_doel, wijzig_doel
from speelwereld import LENING, NU, VANDAAG, Wereld, met_verzoek, speel_tot

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdagmiddag")]


@pytest.fixture
def wereld() -> Wereld:
    """A household with a goal and an action that is three days late."""
    w = speel_tot(LENING, 3)
    regisseur, mensen = w.mensen["inbrenger"], tuple(w.traject.betreft.all())
    doel = stel_doel(casus=w.casus, tekst="Weer slapen", betreft=mensen, account=regisseur, nu=NU)
    spreek_af(
        casus=w.casus,
        traject=None,
        doel=doel,
        wat="De dokter bellen",
        eigenaar=Eigenaar(account=regisseur),
        voor=VANDAAG - timedelta(days=3),
        betreft=mensen,
        account=regisseur,
        nu=NU,
    )
    return w


def stel_vast(w: Wereld) -> int:
    return w.als("inbrenger").post(reverse("plan_vaststellen", args=[w.casus.pk]), met_verzoek()).status_code


def lees(w: Wereld, naam: str, *meer: object, **zoek: str) -> str:
    antwoord = w.als("inbrenger").get(reverse(naam, args=[w.casus.pk, *meer]), zoek)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def zet_anders(w: Wereld, tekst: str = "Weer goed slapen", status: str = "loopt") -> None:
    doel = Doel.objects.get()
    wijzig_doel(doel=doel, tekst=tekst, status=status, account=w.mensen["inbrenger"], versie=doel.item.versie, nu=NU)


def bewoner(w: Wereld) -> tuple[Client, Persoon]:
    persoon = w.traject.betreft.earliest("geboortedatum")
    client = Client()
    client.force_login(een_account(persoon=persoon))
    return client, persoon


def test_an_agreed_version_stays_as_it_was(wereld: Wereld) -> None:
    assert stel_vast(wereld) == 303
    zet_anders(wereld)
    rond_actie_af(actie=Actie.objects.get(), op=VANDAAG)
    toen = lees(wereld, "planversie", 1)
    assert "Weer slapen" in toen and "Weer goed slapen" not in toen and "3 dagen te laat" in toen
    nu = lees(wereld, "plan")
    assert "Veranderd sinds versie 1" in nu and "was: " in nu and "van nog te doen naar gedaan" in nu
    assert stel_vast(wereld) == 303
    assert "Wat anders was dan in versie 1" in lees(wereld, "planversie", 2)
    assert controleer_casus(wereld.casus) == []


def test_the_same_plan_is_agreed_once(wereld: Wereld) -> None:
    assert [stel_vast(wereld), stel_vast(wereld)] == [303, 422]
    assert Planversie.objects.count() == 1


def test_an_empty_plan_cannot_be_agreed() -> None:
    leeg = speel_tot(LENING, 0)
    Actie.objects.all().delete()
    assert stel_vast(leeg) == 422


def test_words_that_are_erased_are_gone_from_every_version(wereld: Wereld) -> None:
    een = wereld.traject.betreft.earliest("geboortedatum")
    Doel.objects.get().item.betreft.set([een])
    stel_vast(wereld)
    wis_woorden(persoon=een, account=wereld.mensen["inbrenger"], nu=NU)
    tekst = lees(wereld, "planversie", 1)
    assert "Weer slapen" not in tekst and "Deze tekst is gewist." in tekst


def test_a_finished_plan_never_blocks_the_next(wereld: Wereld) -> None:
    blijft = Doel.objects.get()
    regisseur, mensen = wereld.mensen["inbrenger"], tuple(wereld.traject.betreft.all())
    stel_doel(casus=wereld.casus, tekst="Een auto", betreft=mensen, account=regisseur, nu=NU)
    rond_actie_af(actie=Actie.objects.get(), op=VANDAAG)
    adres = reverse("plan_afronden", args=[wereld.casus.pk])
    assert "Een auto" in wereld.als("inbrenger").get(adres).content.decode()
    assert wereld.als("inbrenger").post(adres, met_verzoek(mee=str(blijft.pk))).status_code == 303
    assert Doel.objects.get(status="losgelaten") != blijft
    nu = lees(wereld, "plan")
    assert "Weer slapen" in nu and "Een auto" not in nu and "De dokter bellen" not in nu
    assert "Een auto" in lees(wereld, "planversie", 1)
    assert stel_vast(wereld) == 303
    assert list(Planversie.objects.order_by("nummer").values_list("plan", "afgerond")) == [(1, True), (2, False)]
    assert controleer_casus(wereld.casus) == []


@pytest.mark.parametrize(("toon", "wel"), [("alles", True), ("mij", True), ("laat", True)])
def test_the_plan_is_filtered(wereld: Wereld, toon: str, wel: bool) -> None:
    assert ("De dokter bellen" in lees(wereld, "plan", toon=toon)) is wel
    rond_actie_af(actie=Actie.objects.get(), op=VANDAAG)
    assert ("De dokter bellen" in lees(wereld, "plan", toon="laat")) is False
    assert "De dokter bellen" not in lees(wereld, "plan", toon=str(wereld.traject.pk))


def test_a_resident_reads_the_plan_and_says_what_they_think(wereld: Wereld) -> None:
    client, persoon = bewoner(wereld)
    adres = reverse("mijn_planversie", args=[wereld.casus.pk])
    assert client.get(adres).status_code == 404
    stel_vast(wereld)
    assert "Bent u het ermee eens?" in client.get(reverse("mijn_plan_van", args=[wereld.casus.pk])).content.decode()
    assert "Weer slapen" in client.get(adres).content.decode()
    assert client.post(adres, met_verzoek(eens="Nee")).status_code == 422
    assert client.post(adres, met_verzoek(eens="Nee", reactie="Eerst een bed")).status_code == 303
    assert "Eerst een bed" in lees(wereld, "planversie", 1)
    assert client.post(adres, met_verzoek(eens="Ja")).status_code == 303
    tekst = lees(wereld, "planversie", 1)
    assert "is het eens met dit plan" in tekst and "Eerst een bed" not in tekst
    assert Instemming.objects.filter(persoon=persoon).count() == 2
    assert Gebeurtenis.objects.filter(soort="plan_beoordeeld").count() == 2
    assert controleer_casus(wereld.casus) == []
