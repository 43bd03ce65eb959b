"""A document for who thinks along outside: what a recorded basis covers, seen beforehand, written down each time."""

import json
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

import samenspel.web
from fabriek import een_account
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Gebeurtenis
from samenspel.delen.models import Grondslag, Inzage, Verstrekking
from samenspel.huishouden.selectors import leden_op
from samenspel.kern.werkwijze.model import AvgGrondslag, Gegevenssoort
from samenspel.organisatie.models import Taak
from samenspel.organisatie.services import geef_taak
from samenspel.regie.delen_met import Delen, beeindig_grondslag, leg_grondslag_vast
from samenspel.regie.routes import route_van
from samenspel.regie.verstrekking import verstrekkingen_van
from schema import afwijkingen
from speelwereld import NU, VANDAAG, Wereld, speel_tot

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdagmiddag")]

LANDELIJK, DAG = 15, 6
SCHEMA = Path(samenspel.web.__file__).parent / "static" / "samenspel" / "schema" / "verstrekking-1.json"
GEDEKT = (Gegevenssoort.PERSONALIA, Gegevenssoort.PLAN, Gegevenssoort.FORMULIEREN)


@pytest.fixture
def wereld() -> Wereld:
    return speel_tot(LANDELIJK, DAG)


def leg_vast(wereld: Wereld, *, soorten: tuple[Gegevenssoort, ...] = GEDEKT, wie: int = 2) -> Grondslag:
    (verstrekking,) = verstrekkingen_van(wereld.traject)
    return leg_grondslag_vast(
        casus=wereld.casus,
        delen=Delen(
            partner=None,
            partij="Landelijke partij",
            soorten=soorten,
            personen=tuple(leden_op(wereld.casus.huishouden, VANDAAG)[:wie]),
            doel="Samen een uitweg vinden.",
            avg_6=AvgGrondslag.ALGEMEEN_BELANG,
            uitzondering_9_10="Niet nodig.",
            geheim="Besproken op 2 maart.",
            convenant="Afspraak, artikel 3.",
            van=VANDAAG,
            tot=VANDAAG + timedelta(days=30),
            code=verstrekking.grondslag,
        ),
        account=wereld.mensen["inbrenger"],
        nu=NU,
    )


def pagina(client: Client, wereld: Wereld) -> str:
    antwoord = client.get(reverse("verstrekking", args=[wereld.traject.pk]))
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def haal(client: Client, wereld: Wereld, vorm: str) -> Any:
    return client.post(reverse("verstrekking_bestand", args=[wereld.traject.pk]), {"vorm": vorm})


def test_without_a_basis_it_says_what_to_do_and_nothing_leaves(wereld: Wereld) -> None:
    client = wereld.als("inbrenger")
    tekst = pagina(client, wereld)
    (verstrekking,) = verstrekkingen_van(wereld.traject)
    slug = route_van(wereld.traject).werkwijze.werkwijze
    vastleggen = reverse("grondslag_nieuw_uit", args=[wereld.casus.pk, slug, verstrekking.grondslag])
    assert "Leg eerst vast op welke grondslag u deelt" in tekst and vastleggen in tekst
    antwoord = haal(client, wereld, "pdf")
    assert antwoord.status_code == 302 and antwoord["Location"] == reverse("verstrekking", args=[wereld.traject.pk])
    assert not Verstrekking.objects.exists()
    casus = client.get(reverse("casus", args=[wereld.casus.pk])).content.decode()
    assert verstrekking.stuk in casus


def test_the_basis_for_outside_asks_nobody_who_logs_in(wereld: Wereld) -> None:
    client = wereld.als("inbrenger")
    (verstrekking,) = verstrekkingen_van(wereld.traject)
    slug = route_van(wereld.traject).werkwijze.werkwijze
    adres = reverse("grondslag_nieuw_uit", args=[wereld.casus.pk, slug, verstrekking.grondslag])
    form = client.get(adres).context["form"]
    gegevens = {k: v for k, v in form.initial.items() if v is not None}
    gegevens |= {
        "personen": [str(p.pk) for p in leden_op(wereld.casus.huishouden, VANDAAG)],
        "convenant": "Afspraak, artikel 3.",
        "van": VANDAAG.isoformat(),
        "tot": "",
        "verzoek": "6f1a6a52-6f0c-4f0a-9f43-7d1bb1f4a4f1",
    }
    antwoord = client.post(adres, gegevens)
    assert antwoord.status_code == 303, antwoord.context["form"].errors
    grondslag = Grondslag.objects.get(casus=wereld.casus)
    assert grondslag.partner is None and grondslag.partij and grondslag.code == verstrekking.grondslag
    overzicht = client.get(reverse("grondslagen", args=[wereld.casus.pk])).content.decode()
    assert "krijgt alleen een stuk met" in overzicht and grondslag.partij in overzicht


def test_what_goes_along_is_what_the_basis_covers_and_the_page_says_both(wereld: Wereld) -> None:
    leg_vast(wereld)
    client = wereld.als("inbrenger")
    tekst = pagina(client, wereld)
    assert "Laat één van beide innen" in tekst and "Twee landelijke organisaties vorderen" in tekst
    assert "de grondslag noemt dit soort gegevens niet" in tekst
    assert "Weten waar we aan toe zijn." not in tekst and "sociaal raadslieden maakten bezwaar" not in tekst
    gegevens = json.loads(haal(client, wereld, "json").content)
    assert gegevens["inhoud"]["eigen_woorden"] == []
    assert sorted(p["leeftijd"] for p in gegevens["inhoud"]["personen"]) == [61, 64]
    assert "sociaal raadslieden" not in json.dumps(gegevens, ensure_ascii=False)


def test_something_about_somebody_else_too_stays(wereld: Wereld) -> None:
    leg_vast(wereld, wie=1)
    client = wereld.als("inbrenger")
    assert "gaat ook over iemand die de grondslag niet noemt" in pagina(client, wereld)
    inhoud = json.loads(haal(client, wereld, "json").content)["inhoud"]
    assert inhoud["formulieren"] == [] and len(inhoud["personen"]) == 1


def test_the_data_keep_to_the_schema(wereld: Wereld) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    leg_vast(wereld, soorten=tuple(Gegevenssoort))
    antwoord = haal(wereld.als("inbrenger"), wereld, "json")
    assert antwoord["Content-Type"] == "application/json" and "attachment" in antwoord["Content-Disposition"]
    gegevens = json.loads(antwoord.content)
    assert afwijkingen(gegevens, schema) == []
    assert gegevens["inhoud"]["eigen_woorden"] and gegevens["inhoud"]["formulieren"]
    assert afwijkingen(gegevens | {"extra": 1}, schema) == ["$.extra: unknown"]
    zonder = {k: v for k, v in gegevens.items() if k != "aan"} | {"stuk": 3}
    assert sorted(afwijkingen(zonder, schema)) == ["$.aan: missing", "$.stuk: not string"]


def test_the_pdf_is_tagged_dutch_and_names_the_basis(wereld: Wereld) -> None:
    leg_vast(wereld)
    antwoord = haal(wereld.als("inbrenger"), wereld, "pdf")
    pdf = PdfReader(BytesIO(antwoord.content))
    wortel = pdf.trailer["/Root"].get_object()
    assert isinstance(wortel, DictionaryObject)
    assert str(wortel["/Lang"]) == "nl" and "/StructTreeRoot" in wortel
    tekst = " ".join("".join(blad.extract_text() for blad in pdf.pages).split())
    for deel in ("Landelijke partij", "Laat één van beide innen", "Afspraak, artikel 3.", "Besproken op 2 maart."):
        assert deel in tekst
    assert "Weten waar we aan toe zijn." not in tekst


def test_every_time_is_written_down_and_seen_by_regisseur_privacy_and_resident(wereld: Wereld) -> None:
    leg_vast(wereld)
    client = wereld.als("inbrenger")
    haal(client, wereld, "pdf")
    haal(client, wereld, "json")
    rijen = list(Verstrekking.objects.order_by("op", "vorm"))
    assert sorted(r.vorm for r in rijen) == ["json", "pdf"]
    assert {tuple(r.soorten) for r in rijen} == {("personalia", "plan", "formulieren")}
    assert Gebeurtenis.objects.filter(casus=wereld.casus, soort="stuk_verstrekt").count() == 2
    assert controleer_casus(wereld.casus) == []
    assert "aan Landelijke partij, door" in pagina(client, wereld)
    privacy = een_account(gemeente=wereld.casus.gemeente)
    geef_taak(account=privacy, taak=Taak.PRIVACY, van=VANDAAG, nu=NU)
    toezicht = Client()
    toezicht.force_login(privacy)
    lijst = toezicht.get(reverse("toezicht_delen"), {"toon": "verstrekt"}).content.decode()
    assert wereld.casus.nummer in lijst and "Landelijke partij" in lijst and "Jansen" not in lijst
    bewoner = een_account(persoon=leden_op(wereld.casus.huishouden, VANDAAG)[0])
    inwoner = Client()
    inwoner.force_login(bewoner)
    mijn = " ".join(inwoner.get(reverse("mijn_plan_van", args=[wereld.casus.pk])).content.decode().split())
    assert "Dit is al gegeven" in mijn and "aan Landelijke partij: uw naam, geboortedatum en taal" in mijn


def test_after_stopping_nothing_leaves_any_more(wereld: Wereld) -> None:
    grondslag = leg_vast(wereld)
    beeindig_grondslag(grondslag=grondslag, account=wereld.mensen["inbrenger"], nu=NU)
    assert haal(wereld.als("inbrenger"), wereld, "pdf").status_code == 302
    assert not Verstrekking.objects.exists()


def test_only_who_carries_the_dossier_and_the_refusal_is_noted(wereld: Wereld) -> None:
    leg_vast(wereld)
    koploper = wereld.als("koploper")
    assert koploper.get(reverse("verstrekking", args=[wereld.traject.pk])).status_code == 403
    assert haal(koploper, wereld, "pdf").status_code == 403
    geweigerd = Inzage.objects.filter(wat="verstrekking", geweigerd=True)
    assert set(geweigerd.values_list("account", flat=True)) == {wereld.mensen["koploper"].pk}
    assert not Verstrekking.objects.exists()


def test_before_the_traject_is_there_it_may_be_read_but_not_given() -> None:
    wereld = speel_tot(LANDELIJK, 2)
    leg_vast(wereld)
    client = wereld.als("inbrenger")
    assert "Dat kan zodra het traject op die plek is" in pagina(client, wereld)
    assert haal(client, wereld, "pdf").status_code == 302
    assert not Verstrekking.objects.exists()


def test_a_chair_hands_over_too_and_only_the_regisseur_records_the_basis(wereld: Wereld) -> None:
    voorzitter = wereld.als("tafelvoorzitter")
    casus = voorzitter.get(reverse("casus", args=[wereld.casus.pk])).content.decode()
    assert reverse("verstrekking", args=[wereld.traject.pk]) in casus
    assert "Grondslag vastleggen" not in pagina(voorzitter, wereld)
    leg_vast(wereld)
    assert haal(voorzitter, wereld, "pdf").status_code == 200
    assert Verstrekking.objects.get().account == wereld.mensen["tafelvoorzitter"]
