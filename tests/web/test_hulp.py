"""Help that runs or ran, and what was asked at a counter with its statutory term."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from fabriek import een_account
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Gebeurtenis, Traject
from samenspel.delen.services import huidige_woorden
from samenspel.hulp.models import Hulp, Loketzaak
from samenspel.kern.werkwijze.basis import Basisfase
from speelwereld import LENING, VANDAAG, Wereld, met_verzoek, speel_tot

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdagmiddag")]

HULP = {"wat": "Gezinsbegeleiding", "organisatie": "", "aanbieder": "Stichting Thuis", "status": "Ja"}
AANVRAAG = {
    "soort": "Aanvraag",
    "waarover": "Traplift",
    "wet": "Wmo 2015",
    "organisatie": "",
    "instelling": "Wmo-loket",
    "ingediend_op": "2026-03-12",
}


@pytest.fixture
def wereld() -> Wereld:
    """A household with its own words and a doorbraakplan, in its first fase."""
    return speel_tot(LENING, 3)


def post(wereld: Wereld, naam: str, sleutel: object, velden: dict[str, str]) -> tuple[int, str]:
    gegevens = {**met_verzoek(**velden), "betreft": [p.voornaam for p in wereld.traject.betreft.all()]}
    antwoord = wereld.als("inbrenger").post(reverse(naam, args=[sleutel]), gegevens)
    return antwoord.status_code, antwoord.content.decode()


def pagina(wereld: Wereld, naam: str = "hulp", wie: str = "inbrenger") -> str:
    return wereld.als(wie).get(reverse(naam, args=[wereld.casus.pk])).content.decode()


def werklijst(wereld: Wereld) -> str:
    return wereld.als("inbrenger").get(reverse("mijn_werk")).content.decode()


def test_help_runs_stops_and_tells_what_it_taught(wereld: Wereld) -> None:
    assert post(wereld, "hulp_nieuw", wereld.casus.pk, HULP | {"sinds": "2025-09-01"})[0] == 303
    rij = Hulp.objects.get()
    assert "Gezinsbegeleiding" in pagina(wereld, "casus") and "Stichting Thuis" in pagina(wereld)
    assert post(wereld, "hulp_stoppen", rij.pk, {"tot": "2025-08-01", "waarom": "Te duur"})[0] == 422
    gestopt = {"tot": "2026-03-01", "waarom": "Te duur", "werkte": "Vaste dag", "eigen_woorden": "Ik mis haar"}
    assert post(wereld, "hulp_stoppen", rij.pk, gestopt | {"versie": "1"})[0] == 303
    html = pagina(wereld)
    assert "Ik mis haar" in html and "Vaste dag" in html
    assert html.index("Hulp die er was") < html.index("Gezinsbegeleiding")
    assert huidige_woorden(rij.item)["wat"] == "Gezinsbegeleiding"
    soorten = Gebeurtenis.objects.filter(soort__startswith="hulp_").values_list("soort", flat=True)
    assert list(soorten) == ["hulp_toegevoegd", "hulp_gestopt"]
    assert controleer_casus(wereld.casus) == []


def test_what_was_not_chosen_is_told_by_what_there_is_to_choose(wereld: Wereld) -> None:
    status, html = post(wereld, "hulp_nieuw", wereld.casus.pk, HULP | {"status": ""})
    assert status == 422 and "Kies ‘Ja’ of ‘Nee, gestopt’." in html and "Dit veld is verplicht" not in html
    lid = {"naam": "Jo", "soort": "Familie", "sterkte": "Matig", "richting": "Niet gezegd"}
    status, html = post(wereld, "netwerklid_nieuw", wereld.casus.pk, lid)
    assert status == 422 and "Kies een antwoord bij ‘Hoe is de band?’." in html and "Dit veld is verplicht" not in html


def test_the_second_who_changes_help_sees_both(wereld: Wereld) -> None:
    post(wereld, "hulp_nieuw", wereld.casus.pk, HULP)
    rij = Hulp.objects.get()
    assert post(wereld, "hulp_wijzigen", rij.pk, HULP | {"wet": "Jeugdwet", "versie": "1"})[0] == 303
    status, html = post(wereld, "hulp_wijzigen", rij.pk, HULP | {"wet": "Zvw", "versie": "1"})
    assert status == 409 and "Jeugdwet" in html and "Zvw" in html


def test_the_term_stands_beside_the_others_with_its_article(wereld: Wereld) -> None:
    assert post(wereld, "loketzaak_nieuw", wereld.casus.pk, AANVRAAG)[0] == 303
    zaak = Loketzaak.objects.get()
    assert zaak.termijn_op is not None and zaak.termijn_op.isoformat() == "2026-03-26"
    html = pagina(wereld, "casus")
    assert "Aanvraag: Traplift" in html and "artikel 2.3.5" in html
    assert "Eerste termijn" in wereld.als("inbrenger").get(reverse("mijn_werk")).content.decode()
    assert "Traplift" not in pagina(wereld, "hulp", "wijktafellid") or "hulp" in wereld.traject.versie.tekst


def test_a_term_that_is_past_tells_what_can_be_done(wereld: Wereld) -> None:
    lang_geleden = (VANDAAG - timedelta(days=60)).isoformat()
    post(wereld, "loketzaak_nieuw", wereld.casus.pk, AANVRAAG | {"ingediend_op": lang_geleden})
    html = pagina(wereld)
    assert "te laat" in html and "dwangsom" in html and "4:17" in html
    werk = werklijst(wereld)
    assert "te laat" in werk and "Aanvraag bij een loket" in werk


def test_after_the_wait_under_27_nobody_is_late_and_the_way_is_open(wereld: Wereld) -> None:
    melding = AANVRAAG | {"soort": "Melding", "wet": "Participatiewet", "waarover": "Bijstand", "zoektermijn": "ja"}
    post(wereld, "loketzaak_nieuw", wereld.casus.pk, melding | {"ingediend_op": "2026-02-02"})
    html = pagina(wereld)
    assert "voorbij" in html and "te laat" not in html and "Dien de aanvraag nu in" in html and "lid 11" in html
    assert "te laat" not in werklijst(wereld)
    Traject.objects.filter(pk=wereld.traject.pk).update(open=False, fase=Basisfase.AFGESLOTEN.value)
    assert "Dien de aanvraag in" in werklijst(wereld) and "te laat" not in werklijst(wereld)
    bewoner = een_account(persoon=Loketzaak.objects.get().item.betreft.order_by("geboortedatum")[0])
    client = Client()
    client.force_login(bewoner)
    tekst = client.get(reverse("mijn_plan_van", args=[wereld.casus.pk])).content.decode()
    assert "U kunt de aanvraag nu doen." in tekst and "Dit duurt te lang" not in tekst


def test_standing_still_and_a_later_day_move_the_term_with_a_reason(wereld: Wereld) -> None:
    post(wereld, "loketzaak_nieuw", wereld.casus.pk, AANVRAAG)
    zaak = Loketzaak.objects.get()
    stil, weer, later = (
        "De termijn staat stil, want er wordt op iets gewacht",
        "De termijn loopt weer",
        "De instelling heeft een latere dag genoemd",
    )
    stappen = (
        (weer, "2026-03-18", 422, "2026-03-26"),
        (stil, "2026-03-16", 303, None),
        (stil, "2026-03-17", 422, None),
        (weer, "2026-03-18", 303, "2026-03-30"),
        (later, "2026-03-20", 422, "2026-03-30"),
        (later, "2026-04-10", 303, "2026-04-10"),
    )
    for wijze, dag, status, einde in stappen:
        zaak.item.refresh_from_db()
        velden = {"wijze": wijze, "dag": dag, "reden": f"Omdat {dag}", "versie": str(zaak.item.versie)}
        assert post(wereld, "loketzaak_termijn", zaak.pk, velden)[0] == status, (wijze, dag)
        zaak.refresh_from_db()
        assert (zaak.termijn_op.isoformat() if zaak.termijn_op else None) == einde, (wijze, dag)
    assert "Omdat 2026-04-10" in pagina(wereld)
    assert controleer_casus(wereld.casus) == []


def test_after_a_decision_the_day_to_object_is_told_and_a_bezwaar_follows(wereld: Wereld) -> None:
    post(wereld, "loketzaak_nieuw", wereld.casus.pk, AANVRAAG)
    zaak = Loketzaak.objects.get()
    besluit = {"uitkomst": "Afgewezen", "op": "2026-03-19", "besluit": "Geen indicatie", "versie": "1"}
    assert post(wereld, "loketzaak_besluit", zaak.pk, besluit | {"op": "2026-04-19"})[0] == 422
    assert post(wereld, "loketzaak_besluit", zaak.pk, besluit)[0] == 303
    assert "Bezwaar kan tot en met do 30 apr" in pagina(wereld)
    assert "Bezwaar tegen: Traplift" in pagina(wereld, "casus")
    adres = reverse("loketzaak_nieuw", args=[wereld.casus.pk]) + f"?tegen={zaak.pk}"
    assert 'value="2026-03-19"' in wereld.als("inbrenger").get(adres).content.decode()
    assert post(wereld, "loketzaak_nieuw", wereld.casus.pk, AANVRAAG | {"soort": "Bezwaar"})[0] == 422
    bezwaar = AANVRAAG | {"soort": "Bezwaar", "bestreden_op": "2026-03-19", "ingediend_op": "2026-03-20"}
    assert post(wereld, "loketzaak_nieuw", wereld.casus.pk, bezwaar)[0] == 303
    assert "Besluit op het bezwaar" in pagina(wereld)
    assert controleer_casus(wereld.casus) == []


def test_the_database_refuses_a_decision_without_outcome(wereld: Wereld) -> None:
    post(wereld, "loketzaak_nieuw", wereld.casus.pk, AANVRAAG)
    with pytest.raises(IntegrityError), transaction.atomic():
        Loketzaak.objects.update(besloten_op=VANDAAG, termijn_op=None)


def test_an_ingebrekestelling_counts_once_the_term_is_past_and_tells_from_which_day(wereld: Wereld) -> None:
    post(wereld, "loketzaak_nieuw", wereld.casus.pk, AANVRAAG)
    zaak = Loketzaak.objects.get()
    status, html = post(wereld, "loketzaak_in_gebreke", zaak.pk, {"op": "2026-03-19"})
    assert status == 422 and "nog niet voorbij" in html
    assert "Ingebrekestelling vastleggen" not in pagina(wereld)
    lang = AANVRAAG | {"ingediend_op": "2026-01-05", "versie": "1"}
    assert post(wereld, "loketzaak_wijzigen", zaak.pk, lang)[0] == 303
    assert "Ingebrekestelling vastleggen" in pagina(wereld)
    assert post(wereld, "loketzaak_in_gebreke", zaak.pk, {"op": "2026-03-21"})[0] == 422
    assert post(wereld, "loketzaak_in_gebreke", zaak.pk, {"op": "2026-03-16", "versie": "2"})[0] == 303
    zaak.refresh_from_db()
    assert zaak.in_gebreke_op is not None and zaak.in_gebreke_op.isoformat() == "2026-03-16"
    html = pagina(wereld)
    assert "Ingebrekestelling vastleggen" not in html
    assert "loopt vanaf" in html and "31 mrt" in html and "Awb artikel 4:17" in html
    status, html = post(wereld, "loketzaak_in_gebreke", zaak.pk, {"op": "2026-03-17", "versie": "3"})
    assert status == 422 and "De eerste telt." in html
    besluit = {"uitkomst": "Afgewezen", "op": "2026-03-20", "besluit": "Nee", "versie": "3"}
    assert post(wereld, "loketzaak_besluit", zaak.pk, besluit)[0] == 303
    assert "er is geen dwangsom" in pagina(wereld)
    assert Gebeurtenis.objects.filter(soort="in_gebreke_gesteld").count() == 1
    assert controleer_casus(wereld.casus) == []


def test_the_resident_reads_plainly_what_it_does(wereld: Wereld) -> None:
    post(wereld, "loketzaak_nieuw", wereld.casus.pk, AANVRAAG | {"ingediend_op": "2026-01-05"})
    zaak = Loketzaak.objects.get()
    post(wereld, "loketzaak_in_gebreke", zaak.pk, {"op": "2026-03-16", "versie": "1"})
    bewoner = een_account(persoon=zaak.item.betreft.order_by("geboortedatum")[0])
    client = Client()
    client.force_login(bewoner)
    tekst = client.get(reverse("mijn_plan_van", args=[wereld.casus.pk])).content.decode()
    assert "De instelling heeft een brief gekregen dat zij te laat is." in tekst and "31 mrt" in tekst
    assert "4:17" not in tekst
