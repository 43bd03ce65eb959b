"""A traject at a table: planning, papers, questions, the outcome with its agreements, the report."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from fabriek import een_account, een_team
from samenspel.besluit.models import Besluit
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Gebeurtenis
from samenspel.delen.models import Inzage
from samenspel.delen.services import huidige_woorden
from samenspel.invoer.models import Concept
from samenspel.organisatie.models import Account
from samenspel.overleg.models import Agendapunt, Tafel, Vraag
from samenspel.plan.models import Actie
from speelwereld import LENING, VANDAAG, Wereld, met_verzoek, speel_tot

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdagmiddag")]

TAFEL = "wijktafel"


def ongepland() -> Wereld:
    """At the table's fase, with nothing planned yet."""
    return speel_tot(LENING, 11, zonder=("plan_overleg",))


def met_stukken() -> Wereld:
    """The papers were sent; the meeting is in four days."""
    return speel_tot(LENING, 14)


def vandaag() -> Wereld:
    """The meeting is today and has no outcome yet."""
    return speel_tot(LENING, 18, zonder=("overleg", "oordeel", "verslag", "stap"))


def gehouden() -> Wereld:
    """The outcome is there, the report isn't."""
    return speel_tot(LENING, 18, zonder=("verslag", "stap"))


def plan(wereld: Wereld, dagen: int, rol: str = "tafelvoorzitter") -> int:
    adres = reverse("overleg_plannen", args=[wereld.traject.pk, TAFEL])
    dag = (VANDAAG + timedelta(days=dagen)).isoformat()
    return wereld.als(rol).post(adres, met_verzoek(dag=dag, tijd="09:00", plaats="Buurthuis")).status_code


def tekst(wereld: Wereld, rol: str, naam: str, *args: object) -> str:
    over = args or (() if naam == "overleggen" else (wereld.punt.pk,))
    antwoord = wereld.als(rol).get(reverse(naam, args=over), follow=True)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


# --- planning


def test_the_chair_plans_and_is_led_on() -> None:
    wereld = ongepland()
    assert "Overleg plannen" in tekst(wereld, "tafelvoorzitter", "overleg_van_traject", wereld.traject.pk, TAFEL)
    assert plan(wereld, 7) == 303
    verder = wereld.als("tafelvoorzitter").get(reverse("overleg_van_traject", args=[wereld.traject.pk, TAFEL]))
    assert verder["Location"] == reverse("agendapunt", args=[wereld.punt.pk])
    assert wereld.punt.plaats == "Buurthuis"
    assert controleer_casus(wereld.casus) == []


def test_who_brings_it_in_reads_who_plans_it() -> None:
    wereld = ongepland()
    pagina = tekst(wereld, "inbrenger", "overleg_van_traject", wereld.traject.pk, TAFEL)
    assert "kan alleen: Voorzitter" in pagina
    assert plan(wereld, 7, "inbrenger") == 422


def test_a_day_that_was_is_refused_and_what_was_typed_stays() -> None:
    wereld = ongepland()
    assert plan(wereld, -1) == 422
    assert not Agendapunt.objects.exists()
    assert Concept.objects.filter(account=wereld.mensen["tafelvoorzitter"]).exists()


def test_planning_again_moves_it() -> None:
    wereld = ongepland()
    assert (plan(wereld, 7), plan(wereld, 9)) == (303, 303)
    assert Agendapunt.objects.count() == 1


def test_without_a_table_of_its_own_the_next_one_takes_it() -> None:
    wereld = ongepland()
    Tafel.objects.filter(overleg=TAFEL).update(overleg="stedelijke_tafel")
    antwoord = wereld.als("inbrenger").get(reverse("overleg_van_traject", args=[wereld.traject.pk, TAFEL]))
    assert antwoord["Location"] == reverse("overleg_van_traject", args=[wereld.traject.pk, "stedelijke_tafel"])


# --- papers


def test_papers_are_sent_and_seen_by_the_members() -> None:
    wereld = speel_tot(LENING, 14, zonder=("stukken",))
    adres = reverse("overleg_stukken", args=[wereld.punt.pk])
    assert "Wat de leden lezen" in tekst(wereld, "inbrenger", "overleg_stukken")
    client, gegevens = wereld.als("inbrenger"), met_verzoek()
    assert [client.post(adres, gegevens).status_code for _ in range(2)] == [303, 303]
    assert Gebeurtenis.objects.filter(soort="stukken_verzonden").count() == 1
    assert "Als dit lukt haal ik het." in tekst(wereld, "wijktafellid", "agendapunt")


def test_late_papers_are_refused_unless_the_chair_says_why() -> None:
    wereld = speel_tot(LENING, 13)
    plan(wereld, 1)
    adres = reverse("overleg_stukken", args=[wereld.punt.pk])
    geweigerd = wereld.als("inbrenger").post(adres, met_verzoek())
    assert geweigerd.status_code == 422
    assert "De stukken zijn te laat." in geweigerd.content.decode()
    client = wereld.als("tafelvoorzitter")
    assert client.post(adres, met_verzoek(doorgelaten_reden="")).status_code == 422
    assert client.post(adres, met_verzoek(doorgelaten_reden="De opvang stopt maandag.")).status_code == 303
    assert wereld.punt.doorgelaten
    assert "De opvang stopt maandag." in tekst(wereld, "wijktafellid", "agendapunt")


def test_what_the_papers_miss_is_told_with_the_link_that_mends_it() -> None:
    wereld = speel_tot(LENING, 11)
    heen = reverse("formulier", args=[wereld.traject.pk, "tafelformat"])
    leeg = met_verzoek(wat_is_geprobeerd="Gebeld", gevraagd_van_de_tafel="Akkoord", versie="1")
    assert wereld.als("inbrenger").post(heen, leeg).status_code == 303
    pagina = tekst(wereld, "inbrenger", "agendapunt")
    assert "Nog nodig:" in pagina
    assert f"{heen}#id_reactie_op_de_oplossing" in pagina
    antwoord = wereld.als("inbrenger").post(reverse("overleg_stukken", args=[wereld.punt.pk]), met_verzoek())
    assert antwoord.status_code == 422
    assert "De stukken zijn niet compleet." in antwoord.content.decode()


def test_a_member_reads_only_around_the_meeting() -> None:
    ver_voor = speel_tot(LENING, 11)
    antwoord = ver_voor.als("wijktafellid").get(reverse("agendapunt", args=[ver_voor.punt.pk]))
    assert antwoord.status_code == 403
    assert Inzage.objects.filter(account=ver_voor.mensen["wijktafellid"], geweigerd=True).exists()
    agenda = tekst(ver_voor, "wijktafellid", "overleggen")
    assert ver_voor.casus.huishouden.naam not in agenda


# --- questions


def test_questions_go_back_and_forth() -> None:
    wereld = met_stukken()
    adres = reverse("vraag_stellen", args=[wereld.punt.pk])
    assert wereld.als("wijktafellid").post(adres, met_verzoek(vraag="Sinds wanneer?")).status_code == 303
    vraag = Vraag.objects.get()
    antwoord = reverse("vraag_beantwoorden", args=[vraag.pk])
    assert wereld.als("wijktafellid").post(antwoord, met_verzoek(antwoord="Geen idee", versie="1")).status_code == 422
    assert wereld.als("inbrenger").post(antwoord, met_verzoek(antwoord="Sinds mei.", versie="1")).status_code == 303
    assert huidige_woorden(vraag.item) == {"vraag": "Sinds wanneer?", "antwoord": "Sinds mei."}
    assert "Sinds mei." in tekst(wereld, "wijktafellid", "agendapunt")
    soorten = Gebeurtenis.objects.filter(soort__startswith="vraag_").values_list("soort", flat=True)
    assert sorted(soorten) == ["vraag_beantwoord", "vraag_gesteld"]
    assert controleer_casus(wereld.casus) == []


def test_the_second_who_answers_sees_both_answers_and_chooses() -> None:
    wereld = met_stukken()
    wereld.als("wijktafellid").post(reverse("vraag_stellen", args=[wereld.punt.pk]), met_verzoek(vraag="Hoeveel?"))
    adres = reverse("vraag_beantwoorden", args=[Vraag.objects.get().pk])
    wereld.als("inbrenger").post(adres, met_verzoek(antwoord="€ 1.840", versie="1"))
    tweede = wereld.als("tafelvoorzitter").post(adres, met_verzoek(antwoord="Bijna € 2.000", versie="1"))
    assert tweede.status_code == 409
    assert "€ 1.840" in tweede.content.decode() and "Bijna € 2.000" in tweede.content.decode()


def test_who_only_judges_money_asks_nothing_here() -> None:
    wereld = met_stukken()
    adres = reverse("vraag_stellen", args=[wereld.punt.pk])
    assert wereld.als("potbewaarder").post(adres, met_verzoek(vraag="Hoeveel?")).status_code == 403


# --- the meeting and its outcome


def uitkomst(wereld: Wereld, rol: str = "tafelvoorzitter", **velden: str) -> dict[str, str]:
    basis = {
        "uitkomst": "Concrete stappen of afspraken om tot de oplossing te komen",
        "toelichting": "De tafel leent het voor.",
        "versie": str(wereld.punt.item.versie),
    }
    return met_verzoek(**{**basis, **velden})


def afspraak(account: Account, nummer: int = 1) -> dict[str, str]:
    return {
        f"a{nummer}_wat": "De opvang bellen",
        f"a{nummer}_wie": f"account:{account.pk}",
        f"a{nummer}_voor": (VANDAAG + timedelta(days=3)).isoformat(),
        f"a{nummer}_wie_beslist": "De opvang",
        f"a{nummer}_wet": "Geen; afspraak met de aanbieder",
        f"a{nummer}_rugdekking": "Teammanager",
    }


def test_the_meeting_works_without_script_and_shows_the_time_boxes() -> None:
    wereld = vandaag()
    pagina = tekst(wereld, "tafelvoorzitter", "agendapunt_vergadering")
    assert pagina.count("15 min") == 2
    assert "Uitkomst en afspraken vastleggen" in pagina
    assert "Bevoegd om binnen de eigen organisatie" in pagina
    assert Inzage.objects.filter(wat="vergadering").exists()


def test_the_outcome_and_its_agreements_are_stored_in_one_go() -> None:
    wereld = vandaag()
    persoon = wereld.traject.betreft.first()
    assert persoon is not None
    velden = {
        **afspraak(wereld.mensen["inbrenger"]),
        "a2_wat": "Rooster vragen op school",
        "a2_wie": f"persoon:{persoon.pk}",
        "a2_voor": VANDAAG.isoformat(),
        "a3_wat": "De brief sturen",
        "a3_wie": "anders",
        "a3_wie_anders": "De gebiedsmanager",
        "a3_voor": VANDAAG.isoformat(),
    }
    client, gegevens = wereld.als("tafelvoorzitter"), uitkomst(wereld, **velden)
    adres = reverse("agendapunt_uitkomst", args=[wereld.punt.pk])
    assert [client.post(adres, gegevens).status_code for _ in range(2)] == [303, 303]
    assert wereld.punt.uitkomst == "concrete_afspraken"
    acties = Actie.objects.filter(agendapunt=wereld.punt)
    assert acties.count() == 3
    assert {huidige_woorden(a.item).get("wie", "") for a in acties} == {"", "De gebiedsmanager"}
    assert huidige_woorden(Besluit.objects.get().item)["rugdekking"] == "Teammanager"
    assert controleer_casus(wereld.casus) == []


def test_an_outcome_that_asks_agreements_is_refused_without_any() -> None:
    wereld = vandaag()
    antwoord = wereld.als("tafelvoorzitter").post(
        reverse("agendapunt_uitkomst", args=[wereld.punt.pk]), uitkomst(wereld)
    )
    assert antwoord.status_code == 422
    assert "ten minste één afspraak" in antwoord.content.decode()
    assert "De tafel leent het voor." in antwoord.content.decode()
    assert wereld.punt.gehouden_op is None


def test_a_reasoned_outcome_asks_the_words_for_the_resident() -> None:
    wereld = vandaag()
    adres, niets = reverse("agendapunt_uitkomst", args=[wereld.punt.pk]), "Niets doen, met uitleg"
    client = wereld.als("tafelvoorzitter")
    assert client.post(adres, uitkomst(wereld, uitkomst=niets)).status_code == 422
    uitleg = "Wij doen nu niets, omdat…"
    assert client.post(adres, uitkomst(wereld, uitkomst=niets, voor_inwoner=uitleg)).status_code == 303


def test_an_agreement_that_was_begun_says_what_it_misses_and_undoes_the_rest() -> None:
    wereld = vandaag()
    antwoord = wereld.als("tafelvoorzitter").post(
        reverse("agendapunt_uitkomst", args=[wereld.punt.pk]), uitkomst(wereld, a1_wat="De opvang bellen")
    )
    assert antwoord.status_code == 422
    assert "Kies wie het doet." in antwoord.content.decode()
    assert "De opvang bellen" in antwoord.content.decode()
    assert not Actie.objects.exists()


def test_only_the_chair_ends_it() -> None:
    wereld = vandaag()
    adres = reverse("agendapunt_uitkomst", args=[wereld.punt.pk])
    gegevens = uitkomst(wereld, **afspraak(wereld.mensen["inbrenger"]))
    antwoord = wereld.als("wijktafellid").post(adres, gegevens)
    assert antwoord.status_code == 422
    assert not Actie.objects.exists()


def test_two_chairs_at_once_the_second_sees_both() -> None:
    wereld = vandaag()
    adres, gelezen = reverse("agendapunt_uitkomst", args=[wereld.punt.pk]), str(wereld.punt.item.versie)
    velden = afspraak(wereld.mensen["inbrenger"])
    client = wereld.als("tafelvoorzitter")
    assert client.post(adres, uitkomst(wereld, versie=gelezen, **velden)).status_code == 303
    tweede = client.post(adres, uitkomst(wereld, versie=gelezen, toelichting="Anders onthouden.", **velden))
    assert tweede.status_code == 409
    assert "De tafel leent het voor." in tweede.content.decode()
    assert Actie.objects.count() == 1


def test_before_the_day_there_is_no_outcome() -> None:
    wereld = met_stukken()
    adres = reverse("agendapunt_uitkomst", args=[wereld.punt.pk])
    gegevens = uitkomst(wereld, **afspraak(wereld.mensen["inbrenger"]))
    antwoord = wereld.als("tafelvoorzitter").post(adres, gegevens)
    assert antwoord.status_code == 422
    assert "nog niet geweest" in antwoord.content.decode()


# --- the report


def test_the_report_is_looked_over_sent_once_and_kept() -> None:
    wereld = gehouden()
    adres = reverse("verslag", args=[wereld.punt.pk])
    assert "De tafel leent de achterstand voor" in tekst(wereld, "tafelvoorzitter", "verslag")
    client, gegevens = wereld.als("tafelvoorzitter"), met_verzoek()
    assert [client.post(adres, gegevens).status_code for _ in range(2)] == [303, 303]
    antwoord = wereld.als("wijktafellid").get(reverse("verslag_pdf", args=[wereld.punt.pk]))
    assert antwoord["Content-Type"] == "application/pdf"
    assert "no-store" in antwoord["Cache-Control"]
    lezer = PdfReader(BytesIO(antwoord.content))
    assert "Jayden gaat weer naar de opvang" in lezer.pages[0].extract_text().replace("\n", "").replace("  ", " ")
    assert Inzage.objects.filter(account=wereld.mensen["wijktafellid"], wat="verslag").exists()
    assert "Jayden gaat weer naar de opvang" in tekst(wereld, "inbrenger", "verslag_inwoner")


def test_before_it_was_sent_there_is_no_pdf() -> None:
    wereld = gehouden()
    assert wereld.als("inbrenger").get(reverse("verslag_pdf", args=[wereld.punt.pk])).status_code == 404


def test_the_resident_reads_it_once_it_was_sent() -> None:
    wereld = gehouden()
    persoon = wereld.traject.betreft.order_by("geboortedatum").first()
    wereld.mensen["inwoner"] = een_account(persoon=persoon)
    adres = reverse("verslag_inwoner", args=[wereld.punt.pk])
    assert wereld.als("inwoner").get(adres).status_code == 404
    wereld.als("tafelvoorzitter").post(reverse("verslag", args=[wereld.punt.pk]), met_verzoek())
    pagina = wereld.als("inwoner").get(adres).content.decode()
    assert "Jayden gaat weer naar de opvang" in pagina
    assert "Rugdekking" not in pagina


def test_only_the_chair_sends_the_report() -> None:
    wereld = gehouden()
    antwoord = wereld.als("inbrenger").post(reverse("verslag", args=[wereld.punt.pk]), met_verzoek())
    assert antwoord.status_code == 422
    assert wereld.punt.verslag_op is None


# --- the agenda, and who stays outside


def test_the_agenda_shows_papers_and_report() -> None:
    wereld = met_stukken()
    komt = tekst(wereld, "tafelvoorzitter", "overleggen")
    assert wereld.casus.huishouden.naam in komt and "Verstuurd vandaag" in komt
    assert Inzage.objects.filter(account=wereld.mensen["tafelvoorzitter"], wat="overleggen").exists()
    was = gehouden()
    assert "Nog te versturen" in tekst(was, "tafelvoorzitter", "overleggen")


def test_another_municipality_finds_nothing() -> None:
    wereld = met_stukken()
    wereld.mensen["vreemde"] = een_account(een_team())
    client = wereld.als("vreemde")
    namen = ("agendapunt", "agendapunt_uitkomst", "agendapunt_vergadering", "overleg_stukken", "vraag_stellen")
    for naam in (*namen, "verslag", "verslag_pdf", "verslag_inwoner"):
        assert client.get(reverse(naam, args=[wereld.punt.pk])).status_code == 404
    for naam in ("overleg_van_traject", "overleg_plannen"):
        assert client.get(reverse(naam, args=[wereld.traject.pk, TAFEL])).status_code == 404
    assert wereld.casus.huishouden.naam not in client.get(reverse("overleggen")).content.decode()


def test_an_unknown_meeting_is_not_there() -> None:
    wereld = ongepland()
    assert wereld.als("inbrenger").get(reverse("overleg_van_traject", args=[wereld.traject.pk, "x"])).status_code == 404


def test_a_colleague_without_a_task_is_refused_and_noted() -> None:
    wereld = met_stukken()
    wereld.mensen["collega"] = een_account(een_team(wereld.casus.gemeente))
    assert wereld.als("collega").get(reverse("agendapunt", args=[wereld.punt.pk])).status_code == 403
    assert Inzage.objects.filter(account=wereld.mensen["collega"], geweigerd=True).exists()
