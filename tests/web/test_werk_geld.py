"""Mijn werk tells what money and proposals to merge ask of whom, and where a receipt stays away."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from fabriek import een_account, een_casus, een_huishouden
from keukentafel import als, dek_de_tafel, verstuur
from samenspel.casus.models import Traject
from samenspel.web import klok
from speelwereld import LENING, NU, POTJE, met_verzoek, speel_tot

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7\n%bon"


def taak(client: Client) -> str:
    regels = client.get(reverse("mijn_werk"), {"toon": "alles"}).context["blad"].object_list
    assert len(regels) == 1
    return str(regels[0].mijn_taak) if regels[0].wacht_op_mij else ""


def later(monkeypatch: pytest.MonkeyPatch, dagen: int) -> None:
    nu = NU + timedelta(days=dagen)
    monkeypatch.setattr(klok, "nu", lambda: nu)


def test_a_late_receipt_waits_for_who_asked_then_for_who_the_definition_names(monkeypatch: pytest.MonkeyPatch) -> None:
    wereld = speel_tot(POTJE, 2)
    later(monkeypatch, 14)
    assert "bon" not in taak(wereld.als("inbrenger"))
    later(monkeypatch, 15)
    assert taak(wereld.als("inbrenger")) == "Voeg de bon toe"
    assert "bon" not in taak(wereld.als("koploper"))
    pagina = wereld.als("inbrenger").get(reverse("casus", args=[wereld.casus.pk])).content.decode()
    assert "De bon is er nog niet. Voeg hem toe." in pagina
    assert reverse("aanvragen", args=[wereld.traject.pk]) in pagina
    later(monkeypatch, 29)
    assert taak(wereld.als("koploper")) == "Vraag waar de bon blijft"
    bon = SimpleUploadedFile("bon.pdf", PDF, content_type="application/pdf")
    adres = reverse("bon_toevoegen", args=[wereld.aanvraag.pk])
    assert wereld.als("inbrenger").post(adres, {**met_verzoek(), "bon": bon}).status_code == 303
    assert "bon" not in taak(wereld.als("inbrenger")) + taak(wereld.als("koploper"))
    naam = Traject.objects.get(pk=wereld.traject.pk).eerste_termijn_naam
    assert "Bon" not in naam


@pytest.mark.parametrize(
    ("dag", "over", "rol", "verwacht"),
    [
        (18, 0, "inbrenger", "Maak de leenafspraak"),
        (19, 0, "inbrenger", "Leg vast dat de leenafspraak is ondertekend"),
        (20, 31, "potbewaarder", "Vraag waarom de aflossing er niet is"),
        (20, 31, "inbrenger", "Vraag waarom de aflossing er niet is"),
    ],
)
def test_a_loan_waits_for_its_agreement_its_signature_and_its_repayment(
    monkeypatch: pytest.MonkeyPatch, dag: int, over: int, rol: str, verwacht: str
) -> None:
    wereld = speel_tot(LENING, dag)
    later(monkeypatch, over)
    assert taak(wereld.als(rol)) == verwacht


def test_a_proposal_to_merge_waits_for_the_other_regisseur_only() -> None:
    tafel = dek_de_tafel()
    ander_regisseur = een_account(tafel.trekker.team)
    ander = een_casus(een_huishouden("Ans ONeill", team=tafel.trekker.team), ander_regisseur)
    client = als(tafel.trekker)
    naar = client.post(reverse("samenvoegen", args=[tafel.casus.pk]), verstuur(nummer=ander.nummer))
    antwoord = client.post(naar["Location"], verstuur(blijft=f"{tafel.casus.nummer} (dit dossier)"))
    assert antwoord.status_code == 303, antwoord.content.decode()
    assert "voor om samen te voegen" not in client.get(reverse("mijn_werk")).content.decode()
    pagina = als(ander_regisseur).get(reverse("mijn_werk")).content.decode()
    assert "voor om samen te voegen" in pagina and tafel.casus.nummer in pagina
    assert tafel.casus.huishouden.naam not in pagina
