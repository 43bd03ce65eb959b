"""A law is asked in one way everywhere: from one list, or written out, and what is known counts as one."""

from importlib import import_module
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fabriek import een_casus, een_huishouden, leden_van
from samenspel import werkwijzen
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Casus
from samenspel.doorbraak.models import Knelpunt
from samenspel.hulp.models import Hulp, Loketzaak
from samenspel.hulp.services import Hulpgegevens, Zaakgegevens
from samenspel.kern.afwegen.knelpunt import Knelpuntniveau
from samenspel.netwerk.models import Netwerklid
from samenspel.netwerk.services import Band
from samenspel.regie.begin import begin_traject
from samenspel.regie.hulpen import voeg_hulp_toe, voeg_loketzaak_toe
from samenspel.regie.knelpunten import Knelpuntinvoer, leg_knelpunt_vast
from samenspel.regie.netwerken import voeg_netwerklid_toe
from samenspel.regie.routes import laad_versie
from samenspel.regie.wetten import eigen_wetten
from samenspel.web.forms.knelpunt import NIVEAUNAMEN

pytestmark = pytest.mark.django_db
WMO = "Wet maatschappelijke ondersteuning 2015"
FORMULIEREN = ("hulp_nieuw", "loketzaak_nieuw", "netwerklid_nieuw", "voorziening_nieuw", "knelpunt_nieuw")


@pytest.fixture
def casus() -> Casus:
    return een_casus(een_huishouden("Anna Jansen"))


@pytest.fixture
def regisseur(client: Client, casus: Casus) -> Client:
    client.force_login(casus.regisseur)
    return client


@pytest.mark.parametrize("naam", FORMULIEREN)
def test_every_form_asks_it_in_the_same_way(casus: Casus, regisseur: Client, naam: str) -> None:
    html = regisseur.get(reverse(naam, args=[casus.pk])).content.decode()
    assert ("Om welke wet gaat het?" in html) != ("Om welke wetten gaat het?" in html)
    assert "Een andere wet of regel" in html and "Alleen als de wet niet in de lijst staat." in html
    assert f'value="{WMO}"' in html and f"{WMO} (Wmo)" in html


def test_what_is_written_out_and_known_counts_with_that_law(casus: Casus, regisseur: Client) -> None:
    velden = {"wat": "Begeleiding", "status": "Ja", "andere_wet": "wmo 2015", "verzoek": str(uuid4())}
    assert regisseur.post(reverse("hulp_nieuw", args=[casus.pk]), velden).status_code == 303
    assert Hulp.objects.get().wet == WMO
    assert WMO in regisseur.get(reverse("hulp", args=[casus.pk])).content.decode()
    velden = {"wat": "Vast", "niveau": list(NIVEAUNAMEN)[2], "wetten": "Jeugdwet", "andere_wet": "Zvw"}
    velden |= {"verzoek": str(uuid4())}
    assert regisseur.post(reverse("knelpunt_nieuw", args=[casus.pk]), velden).status_code == 303
    assert Knelpunt.objects.get().wetten == ["Jeugdwet", "Zorgverzekeringswet"]
    assert controleer_casus(casus) == []


def test_a_law_that_is_not_on_the_list_is_kept_as_it_was_written(casus: Casus, regisseur: Client) -> None:
    velden = {"soort": "Professional", "naam": "Jo", "band": "Gewoon", "sterkte": "Matig", "richting": "Niet gezegd"}
    velden |= {"meedoen": "Nog niet gevraagd", "andere_wet": "Wet op de expertisecentra", "verzoek": str(uuid4())}
    antwoord = regisseur.post(reverse("netwerklid_nieuw", args=[casus.pk]), velden)
    assert antwoord.status_code == 303
    rij = Netwerklid.objects.get()
    assert (
        rij.wet == ""
        and "Wet op de expertisecentra" in regisseur.get(reverse("netwerk", args=[casus.pk])).content.decode()
    )
    html = regisseur.get(reverse("netwerklid", args=[rij.pk])).content.decode()
    assert 'value="Wet op de expertisecentra"' in html


def test_at_a_counter_one_of_the_two_is_needed(casus: Casus, regisseur: Client) -> None:
    html = regisseur.get(reverse("loketzaak_nieuw", args=[casus.pk])).content.decode()
    assert "mag leeg" not in html.split("Om welke wet gaat het?")[1].split("</label>")[0]
    velden = {"soort": "Aanvraag", "waarover": "Een bed", "ingediend_op": "2026-03-01", "verzoek": str(uuid4())}
    antwoord = regisseur.post(reverse("loketzaak_nieuw", args=[casus.pk]), velden)
    assert antwoord.status_code == 422 and "Kies de wet, of schrijf hem op." in antwoord.content.decode()
    velden |= {"andere_wet": "Een verordening", "verzoek": str(uuid4())}
    assert regisseur.post(reverse("loketzaak_nieuw", args=[casus.pk]), velden).status_code == 303
    assert "Een verordening" in regisseur.get(reverse("hulp", args=[casus.pk])).content.decode()


def test_a_werkwijze_adds_the_laws_its_rollen_decide_on(casus: Casus, regisseur: Client) -> None:
    nu = timezone.now()
    tekst = werkwijzen.tekst("utrecht").replace(
        "    mandaat:\n", "    mandaat:\n      wetten: [Jw, Kadernota jeugd]\n", 1
    )
    versie = laad_versie(tekst=tekst, bestand="eigen", nu=nu)
    leden = leden_van(casus.huishouden)
    begin_traject(casus=casus, versie=versie, naam="T", betreft=leden, account=casus.regisseur, nu=nu)
    assert eigen_wetten(casus) == ("Kadernota jeugd",)
    for naam in FORMULIEREN:
        assert 'value="Kadernota jeugd"' in regisseur.get(reverse(naam, args=[casus.pk])).content.decode()
    invoer = Knelpuntinvoer(woorden={"wat": "X"}, niveau=Knelpuntniveau.SYSTEEM, wetten=["Kadernota jeugd"])
    leg_knelpunt_vast(casus=casus, invoer=invoer, betreft=leden, traject=None, account=casus.regisseur, nu=nu)


def test_rows_of_before_are_mapped_where_they_say_exactly_a_law(casus: Casus, regisseur: Client) -> None:
    wie: dict[str, Any] = {
        "casus": casus,
        "betreft": leden_van(casus.huishouden),
        "account": casus.regisseur,
        "nu": timezone.now(),
    }
    for wat, wet in (("A", "Zvw"), ("B", "Jeugdwet en meer")):
        voeg_hulp_toe(gegevens=Hulpgegevens(), woorden={"wat": wat, "wet": wet}, **wie)
    voeg_netwerklid_toe(band=Band(soort="professional"), woorden={"naam": "Jo", "wet": "Jeugdwet"}, **wie)
    dag = timezone.localdate()
    for code, naam in (("wmo_2015", ""), ("andere_wet", "Huisvestingswet"), ("andere_wet", "Huurbrief")):
        gegevens = Zaakgegevens(soort="aanvraag", wet=code, ingediend_op=dag)
        voeg_loketzaak_toe(gegevens=gegevens, woorden={"waarover": "X", "wet_naam": naam}, **wie)
    invoer = Knelpuntinvoer(
        woorden={"wat": "X", "andere_wet": "wlz"}, niveau=Knelpuntniveau.SYSTEEM, wetten=["Jeugdwet"]
    )
    leg_knelpunt_vast(invoer=invoer, traject=None, **wie)
    for module in ("hulp.migrations.0005_wetten", "netwerk.migrations.0003_wetten", "doorbraak.migrations.0007_wetten"):
        import_module(f"samenspel.{module}").vul(apps, None)
    assert sorted(Hulp.objects.values_list("wet", flat=True)) == ["", "Zorgverzekeringswet"]
    assert Netwerklid.objects.get().wet == "Jeugdwet"
    zaken = set(Loketzaak.objects.values_list("wet", flat=True))
    assert zaken == {WMO, "Huisvestingswet 2014", ""}
    assert Knelpunt.objects.get().wetten == ["Jeugdwet", "Wet langdurige zorg"]
    html = regisseur.get(reverse("hulp", args=[casus.pk])).content.decode()
    assert "Jeugdwet en meer" in html and "Huurbrief" in html and "Zvw" not in html
    assert controleer_casus(casus) == []
