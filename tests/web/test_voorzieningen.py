"""What is put to use for the plan: added, changed, ended, in versions of the plan, and read by the resident."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fabriek import een_account
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Gebeurtenis
from samenspel.delen.services import huidige_woorden
from samenspel.kennis.models import Organisatie
from samenspel.plan.models import Doel, Voorziening
from samenspel.regie.plannen import stel_doel
from samenspel.regie.planversies import rond_plan_af, stel_plan_vast
from samenspel.web.blik import Blik
from samenspel.web.dossierstuk import delen_van, inhoud_van
from speelwereld import LENING, NU, Wereld, met_verzoek, speel_tot

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdagmiddag")]

TOEGANG = "Maatwerk: er is een besluit of indicatie nodig"
BASIS = {
    "wat": "Begeleiding thuis",
    "toegang": TOEGANG,
    "wet": "Jeugdwet",
    "aanbieder": "De Stap",
    "kosten": "142,50",
    "per": "Per week",
    "van": "2026-01-05",
    "tot": "2026-06-30",
}


@pytest.fixture
def wereld() -> Wereld:
    """A household with one goal."""
    w = speel_tot(LENING, 3)
    mensen = tuple(w.traject.betreft.all())
    stel_doel(casus=w.casus, tekst="Rust in huis", betreft=mensen, account=w.mensen["inbrenger"], nu=NU)
    return w


def post(w: Wereld, naam: str, sleutel: object, **velden: Any) -> tuple[int, str]:
    gegevens = {
        **met_verzoek(**velden),
        "betreft": velden.get("betreft") or [p.voornaam for p in w.traject.betreft.all()],
    }
    antwoord = w.als("inbrenger").post(reverse(naam, args=[sleutel]), gegevens)
    return antwoord.status_code, antwoord.content.decode()


def lees(w: Wereld, naam: str, *meer: object) -> str:
    antwoord = w.als("inbrenger").get(reverse(naam, args=[w.casus.pk, *meer]))
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def bewoner(w: Wereld, welke: str = "geboortedatum") -> Client:
    client = Client()
    client.force_login(een_account(persoon=w.traject.betreft.order_by(welke)[0]))
    return client


def test_it_stands_in_the_plan_with_ground_provider_cost_and_period(wereld: Wereld) -> None:
    doel = Doel.objects.get()
    assert post(wereld, "voorziening_nieuw", wereld.casus.pk, **BASIS, doel="Rust in huis")[0] == 303
    rij = Voorziening.objects.get()
    assert (rij.toegang, rij.wet, rij.kosten, rij.per, rij.doel) == ("maatwerk", "Jeugdwet", 14250, "week", doel)
    assert huidige_woorden(rij.item) == {"wat": "Begeleiding thuis", "aanbieder": "De Stap"}
    tekst = lees(wereld, "plan")
    assert tekst.index("Rust in huis") < tekst.index("Wat we inzetten") < tekst.index("Begeleiding thuis")
    for deel in (
        "De Stap",
        "maatwerk, met een besluit of indicatie",
        "Jeugdwet",
        "€ 142,50 per week",
        "vanaf ma 5 jan",
    ):
        assert deel in tekst
    assert Gebeurtenis.objects.get(soort="voorziening_toegevoegd").gegevens["kosten"] == 14250
    assert controleer_casus(wereld.casus) == []


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"wat": ""}, "Schrijf op wat u inzet."),
        ({"toegang": ""}, "Kies hoe het huishouden eraan komt."),
        ({"per": ""}, "Kies hoe vaak u dit betaalt."),
        ({"kosten": ""}, "Vul het bedrag in"),
        ({"kosten": "veel"}, "Dit is geen bedrag."),
        ({"tot": "2026-01-04"}, "De laatste dag kan niet voor de eerste dag liggen."),
    ],
)
def test_bad_input_keeps_what_was_typed(wereld: Wereld, velden: dict[str, str], fout: str) -> None:
    status, tekst = post(wereld, "voorziening_nieuw", wereld.casus.pk, **{**BASIS, **velden})
    assert status == 422 and fout in tekst and "De Stap" in tekst
    assert not Voorziening.objects.exists()


@pytest.mark.parametrize(("getypt", "cent"), [("12.50", 1250), ("1.200", 120000), ("0", 0)])
def test_an_amount_takes_a_comma_or_a_point(wereld: Wereld, getypt: str, cent: int) -> None:
    post(wereld, "voorziening_nieuw", wereld.casus.pk, **{**BASIS, "kosten": getypt})
    assert Voorziening.objects.get().kosten == cent


def test_who_saves_second_chooses_between_both(wereld: Wereld) -> None:
    organisatie = Organisatie.objects.create(gemeente=wereld.casus.gemeente, naam="De Brug", soort="privaat")
    post(wereld, "voorziening_nieuw", wereld.casus.pk, **BASIS)
    rij = Voorziening.objects.get()
    anders = {**BASIS, "organisatie": organisatie.naam, "aanbieder": "", "versie": "1"}
    assert post(wereld, "voorziening", rij.pk, **anders)[0] == 303
    status, tekst = post(wereld, "voorziening", rij.pk, **{**BASIS, "wat": "Een maatje", "versie": "1"})
    assert status == 409 and organisatie.naam in tekst and "Een maatje" in tekst and str(organisatie.pk) not in tekst
    # For whom it is, is the same in both.
    assert "Voor wie is het?" not in tekst
    rij.refresh_from_db()
    assert rij.organisatie == organisatie
    assert organisatie.naam in lees(wereld, "plan")


def test_it_ends_once_with_a_reason(wereld: Wereld) -> None:
    post(wereld, "voorziening_nieuw", wereld.casus.pk, **BASIS)
    rij = Voorziening.objects.get()
    assert post(wereld, "voorziening_beeindigen", rij.pk, op="2026-01-04", waarom="Klaar")[0] == 422
    assert post(wereld, "voorziening_beeindigen", rij.pk, op="2026-02-01", waarom="")[0] == 422
    assert (
        post(wereld, "voorziening_beeindigen", rij.pk, op="2026-02-01", waarom="Het lukt nu zelf", versie="1")[0] == 303
    )
    tekst = lees(wereld, "plan")
    assert "Het lukt nu zelf" in tekst and "beëindigd" in tekst and "tot en met zo 1 feb" in tekst
    # What was written wrong is put right afterwards too; why it ended, stays.
    assert reverse("voorziening", args=[rij.pk]) in tekst
    assert reverse("voorziening_beeindigen", args=[rij.pk]) not in tekst
    assert post(wereld, "voorziening", rij.pk, **{**BASIS, "aanbieder": "De Trap", "versie": "2"})[0] == 303
    rij.refresh_from_db()
    assert rij.beeindigd_op is not None and huidige_woorden(rij.item)["waarom"] == "Het lukt nu zelf"
    assert post(wereld, "voorziening_beeindigen", rij.pk, op="2026-02-02", waarom="Nog eens")[0] == 422
    assert (
        "Begeleiding thuis"
        not in bewoner(wereld).get(reverse("mijn_plan_van", args=[wereld.casus.pk])).content.decode()
    )
    assert controleer_casus(wereld.casus) == []


def test_a_version_keeps_it_as_it_was(wereld: Wereld) -> None:
    post(wereld, "voorziening_nieuw", wereld.casus.pk, **BASIS)
    regisseur = wereld.mensen["inbrenger"]
    stel_plan_vast(casus=wereld.casus, account=regisseur, nu=NU)
    rij = Voorziening.objects.get()
    post(wereld, "voorziening", rij.pk, **{**BASIS, "kosten": "80", "per": "Per maand", "versie": "1"})
    assert "€ 142,50 per week" in lees(wereld, "planversie", 1)
    assert "kosten: was € 142,50 per week, nu € 80 per maand" in lees(wereld, "plan")
    post(wereld, "voorziening_beeindigen", rij.pk, op="2026-02-01", waarom="Klaar", versie="2")
    rond_plan_af(casus=wereld.casus, mee=[], account=regisseur, nu=NU)
    assert "Begeleiding thuis" not in lees(wereld, "plan")


def test_a_resident_reads_what_is_for_them_in_plain_words(wereld: Wereld) -> None:
    een = wereld.traject.betreft.order_by("geboortedatum")[0]
    vrij = {**BASIS, "wat": "Inloopochtend", "toegang": "Vrij toegankelijk: iedereen kan er terecht"}
    post(wereld, "voorziening_nieuw", wereld.casus.pk, **vrij, betreft=[een.voornaam])
    adres = reverse("mijn_plan_van", args=[wereld.casus.pk])
    tekst = bewoner(wereld).get(adres).content.decode()
    assert "Inloopochtend" in tekst and "u kunt er zo terecht" in tekst and "dit kost € 142,50 per week" in tekst
    ander = wereld.traject.betreft.exclude(pk=een.pk).order_by("geboortedatum").first()
    assert ander is not None
    client = Client()
    client.force_login(een_account(persoon=ander))
    assert "Inloopochtend" not in client.get(adres).content.decode()


def test_the_format_for_a_table_says_what_is_put_to_use(wereld: Wereld) -> None:
    post(wereld, "voorziening_nieuw", wereld.casus.pk, **BASIS)
    blik = Blik.van(wereld.mensen["inbrenger"], wereld.casus, NU)
    (deel,) = [d for d in delen_van(inhoud_van(blik, wereld.traject)) if d.kop == "Wat wordt ingezet"]
    assert "Begeleiding thuis · De Stap" in str(deel) and "€ 142,50 per week" in str(deel)
