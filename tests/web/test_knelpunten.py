"""Where it is stuck: written once, listed, solved, and read beside the question of the plan that asks for it."""

from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fabriek import een_account, een_casus, een_huishouden, leden_van
from samenspel import werkwijzen
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Casus, Gebeurtenis, Traject
from samenspel.delen.services import huidige_woorden
from samenspel.doorbraak.models import Knelpunt
from samenspel.kennis.models import Organisatie
from samenspel.kern.afwegen.knelpunt import Knelpuntniveau, Oorzaaksoort
from samenspel.kern.stand import Geweigerd
from samenspel.kern.wet import wetten
from samenspel.regie.begin import begin_traject
from samenspel.regie.knelpunten import Knelpuntinvoer, leg_knelpunt_vast
from samenspel.regie.routes import laad_versie, route, startbare_versies
from samenspel.web.forms.knelpunt import NIVEAUNAMEN, OORZAAKNAMEN

pytestmark = pytest.mark.django_db
SYSTEEM = list(NIVEAUNAMEN)[2]
WETTEN = list(wetten.WETTEN)


@pytest.fixture
def casus() -> Casus:
    return een_casus(een_huishouden("Anna Jansen", "Bas Jansen"))


@pytest.fixture
def regisseur(client: Client, casus: Casus) -> Client:
    client.force_login(casus.regisseur)
    return client


@pytest.fixture
def traject(casus: Casus) -> Traject:
    """On a definition that has a question for knelpunten."""
    nu = timezone.now()
    for slug in werkwijzen.slugs():
        laad_versie(tekst=werkwijzen.tekst(slug), bestand=slug, nu=nu)
    versie = next(
        v
        for v in startbare_versies(nu)
        if any(veld.knelpunten for f in route(v.hash).werkwijze.formulieren for veld in f.velden)
    )
    betreft = leden_van(casus.huishouden)
    return begin_traject(casus=casus, versie=versie, naam="Proef", betreft=betreft, account=casus.regisseur, nu=nu)


def voeg_toe(client: Client, casus: Casus, **anders: Any) -> HttpResponse:
    velden = {"wat": "De toeslag staat stil", "oorzaak": "De scheiding is niet verwerkt.", "niveau": SYSTEEM}
    velden |= {"andere_wet": "Huurbrief 2021", "verzoek": str(uuid4())}
    antwoord = client.post(
        reverse("knelpunt_nieuw", args=[casus.pk]),
        velden | {"wetten": [WETTEN[0], WETTEN[1]], "betreft": ["Anna"]} | anders,
    )
    assert isinstance(antwoord, HttpResponse)
    return antwoord


def pagina(client: Client, casus: Casus) -> str:
    return " ".join(client.get(reverse("casus", args=[casus.pk])).content.decode().split())


def test_it_is_written_once_and_listed_with_laws_and_organisations(regisseur: Client, casus: Casus) -> None:
    Organisatie.objects.create(gemeente=casus.gemeente, naam="Verhuurder De Linde", soort="privaat")
    assert voeg_toe(regisseur, casus, organisaties=["Verhuurder De Linde"]).status_code == 303
    rij = Knelpunt.objects.select_related("item").get()
    assert (rij.niveau, rij.wetten, rij.opgelost_op) == ("systeem", WETTEN[:2], None)
    assert list(rij.item.betreft.all()) == leden_van(casus.huishouden)[:1]
    tekst = pagina(regisseur, casus)
    for deel in ("De toeslag staat stil", "niet verwerkt", WETTEN[0], "Huurbrief 2021", "Verhuurder De Linde"):
        assert deel in tekst
    assert controleer_casus(casus) == []


def test_level_and_words_are_asked_in_dutch_and_nothing_is_lost(regisseur: Client, casus: Casus) -> None:
    half = voeg_toe(regisseur, casus, niveau="")
    assert half.status_code == 422
    assert "Kies op welk niveau het zit." in half.content.decode() and "De toeslag staat stil" in half.content.decode()
    assert not Knelpunt.objects.exists()


def test_the_kind_of_cause_may_stay_open_and_is_read_where_the_knelpunt_is(
    regisseur: Client, casus: Casus, traject: Traject
) -> None:
    assert voeg_toe(regisseur, casus, traject=str(traject.pk)).status_code == 303
    rij = Knelpunt.objects.select_related("item").get()
    assert rij.oorzaaksoort == ""
    assert "Komt door: <span" in pagina(regisseur, casus)
    wachttijd = next(naam for naam, soort in OORZAAKNAMEN.items() if soort is Oorzaaksoort.WACHTTIJD)
    adres = reverse("knelpunt", args=[rij.pk])
    velden = {"wat": "De toeslag staat stil", "niveau": SYSTEEM, "stand": "Speelt nog", "versie": 1}
    onzin = regisseur.post(adres, velden | {"oorzaaksoort": "de_maan", "verzoek": str(uuid4())})
    assert onzin.status_code == 422
    gekozen = velden | {"oorzaaksoort": wachttijd, "oorzaak": "Acht maanden.", "verzoek": str(uuid4())}
    assert regisseur.post(adres, gekozen).status_code == 303
    rij.refresh_from_db()
    assert rij.oorzaaksoort == "wachttijd"
    assert 'Komt door: Wachttijd. <span dir="auto">Acht maanden.</span>' in pagina(regisseur, casus)
    formulier = " ".join(regisseur.get(adres).content.decode().split())
    assert "checked" in formulier.partition(f'value="{wachttijd}"')[2].partition(">")[0]
    historie = regisseur.get(reverse("historie", args=[casus.pk])).content.decode()
    assert "Knelpunt bijgewerkt, komt door: wachttijd" in historie and "Knelpunt opgeschreven" in historie
    assert Gebeurtenis.objects.get(soort="knelpunt_gewijzigd").gegevens["oorzaaksoort"] == "wachttijd"
    assert controleer_casus(casus) == []


def test_the_database_refuses_a_kind_of_cause_that_is_not_in_the_list(regisseur: Client, casus: Casus) -> None:
    voeg_toe(regisseur, casus)
    with pytest.raises(IntegrityError, match="knelpunt_oorzaaksoort"), transaction.atomic():
        Knelpunt.objects.update(oorzaaksoort="de_maan")


def test_it_is_solved_and_comes_back(regisseur: Client, casus: Casus) -> None:
    voeg_toe(regisseur, casus)
    rij = Knelpunt.objects.select_related("item").get()
    adres = reverse("knelpunt", args=[rij.pk])
    velden = {"wat": "De toeslag staat stil", "niveau": SYSTEEM, "wetten": [WETTEN[0]], "oplossing": "Nabetaald"}
    for stand, versie, opgelost in (("Opgelost", 1, True), ("Speelt nog", 2, False)):
        antwoord = regisseur.post(adres, velden | {"stand": stand, "versie": versie, "verzoek": str(uuid4())})
        rij.refresh_from_db()
        assert antwoord.status_code == 303 and (rij.opgelost_op is not None) == opgelost
    assert huidige_woorden(rij.item)["oplossing"] == "Nabetaald" and rij.wetten == [WETTEN[0]]
    assert controleer_casus(casus) == []


def test_who_changes_at_the_same_time_sees_both(regisseur: Client, casus: Casus) -> None:
    voeg_toe(regisseur, casus)
    rij = Knelpunt.objects.get()
    adres = reverse("knelpunt", args=[rij.pk])
    velden = {"niveau": SYSTEEM, "stand": "Speelt nog", "versie": 1}
    assert regisseur.post(adres, velden | {"wat": "Eerst", "verzoek": str(uuid4())}).status_code == 303
    botsing = regisseur.post(adres, velden | {"wat": "Daarna", "wetten": [WETTEN[2]], "verzoek": str(uuid4())})
    tekst = botsing.content.decode()
    assert botsing.status_code == 409 and "Eerst" in tekst and "Daarna" in tekst and WETTEN[2] in tekst


def test_the_question_of_the_plan_shows_it_and_begins_with_it(
    regisseur: Client, casus: Casus, traject: Traject
) -> None:
    voeg_toe(regisseur, casus, traject=str(traject.pk))
    formulieren = route(traject.versie.hash).werkwijze.formulieren
    code, vraag = next((f.formulier, v.veld) for f in formulieren for v in f.velden if v.knelpunten)
    adres = reverse("formulier", args=[traject.pk, code])
    leeg = regisseur.get(adres)
    assert leeg.context["form"].initial[vraag] == "De toeslag staat stil De scheiding is niet verwerkt."
    assert "Knelpunten in het dossier" in leeg.content.decode()
    assert regisseur.post(adres, {vraag: "Anders gezegd", "verzoek": str(uuid4())}).status_code == 303
    assert regisseur.get(adres).context["form"].initial[vraag] == "Anders gezegd"


def test_only_the_regisseur_writes_and_only_laws_that_are_known(casus: Casus) -> None:
    anna = leden_van(casus.huishouden)[:1]
    goed = Knelpuntinvoer({"wat": "Vast"}, Knelpuntniveau.SYSTEEM)
    fout = Knelpuntinvoer({"wat": "Vast"}, Knelpuntniveau.SYSTEEM, wetten=["Verzonnen wet"])
    ander = een_account(gemeente=casus.gemeente)
    for invoer, wie in ((goed, ander), (fout, casus.regisseur)):
        with pytest.raises(Geweigerd):
            leg_knelpunt_vast(casus=casus, invoer=invoer, betreft=anna, traject=None, account=wie, nu=timezone.now())
    assert not Knelpunt.objects.exists()
