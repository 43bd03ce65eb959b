"""A table meets: the outcome with its agreements, the report, and putting either right."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from fabriek import een_account, een_team
from overlegspel import TAFEL, gehouden, met_stukken, ongepland, tekst, vandaag
from samenspel.besluit.models import Besluit
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Gebeurtenis
from samenspel.delen.models import Inzage
from samenspel.delen.services import huidige_woorden
from samenspel.hulp.services import Zaakgegevens
from samenspel.organisatie.models import Account
from samenspel.overleg.models import Agendapunt
from samenspel.plan.models import Actie
from samenspel.regie.feiten import lees_feiten
from samenspel.regie.hulpen import voeg_loketzaak_toe
from samenspel.regie.routes import route_van
from samenspel.regie.verslag import verslag_van
from speelwereld import LENING, NU, VANDAAG, Wereld, met_verzoek, speel_tot

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdagmiddag")]


# --- the meeting and its outcome


def uitkomst(wereld: Wereld, rol: str = "tafelvoorzitter", **velden: str) -> dict[str, str]:
    basis = {
        "uitkomst": "Concrete stappen of afspraken om tot de oplossing te komen",
        "toelichting": "De tafel leent het voor.",
        "voor_inwoner": "U leent het geld.",
        "wie_beslist": "De opvang",
        "wet": "Geen; afspraak met de aanbieder",
        "besluit_voor": (VANDAAG + timedelta(days=3)).isoformat(),
        "rugdekking": "Teammanager",
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
    assert client.post(adres, uitkomst(wereld, uitkomst=niets, voor_inwoner="")).status_code == 422
    uitleg = "Wij doen nu niets, omdat…"
    assert client.post(adres, uitkomst(wereld, uitkomst=niets, voor_inwoner=uitleg)).status_code == 303


@pytest.mark.parametrize("veld", ["wie_beslist", "wet", "besluit_voor", "rugdekking", "voor_inwoner"])
def test_a_solution_says_who_decides_under_which_law_by_when_and_who_backs_it(veld: str) -> None:
    wereld = vandaag()
    adres = reverse("agendapunt_uitkomst", args=[wereld.punt.pk])
    gegevens = uitkomst(wereld, uitkomst="Een concrete oplossing", **{veld: ""})
    antwoord = wereld.als("tafelvoorzitter").post(adres, gegevens)
    assert antwoord.status_code == 422
    assert f'href="#id_{veld}"' in antwoord.content.decode()
    assert wereld.punt.gehouden_op is None


def test_without_a_mandate_it_says_which_way_on_who_and_when() -> None:
    wereld = vandaag()
    adres = reverse("agendapunt_uitkomst", args=[wereld.punt.pk])
    geen = "Niemand aan tafel mag dit beslissen"
    client = wereld.als("tafelvoorzitter")
    leeg = client.post(adres, uitkomst(wereld, uitkomst=geen)).content.decode()
    assert "Kies welke weg u dan op gaat." in leeg and "Schrijf op wie dat doet." in leeg
    assert "Opschalen naar de landelijke tafel" in leeg and "Uitvoeren wat de tafel afsprak" not in leeg
    op = (VANDAAG + timedelta(days=2)).isoformat()
    verder = {"weg": "Een andere weg", "weg_anders": "", "weg_wie": "Nazan", "weg_voor": op}
    assert (
        "Schrijf op welke weg dat is." in client.post(adres, uitkomst(wereld, uitkomst=geen, **verder)).content.decode()
    )
    verder["weg_anders"] = "De contractmanager bellen"
    assert client.post(adres, uitkomst(wereld, uitkomst=geen, **verder)).status_code == 303
    for naam in ("agendapunt", "verslag", "verslag_inwoner"):
        pagina = tekst(wereld, "tafelvoorzitter", naam)
        assert "De contractmanager bellen" in pagina and "Nazan" in pagina, naam
    assert "Wie beslist" not in tekst(wereld, "tafelvoorzitter", "verslag_inwoner")
    assert controleer_casus(wereld.casus) == []


def test_doing_nothing_names_what_the_counter_still_decides() -> None:
    wereld = vandaag()
    voeg_loketzaak_toe(
        casus=wereld.casus,
        gegevens=Zaakgegevens(soort="aanvraag", wet="participatiewet", ingediend_op=VANDAAG),
        woorden={"waarover": "bijzondere bijstand"},
        betreft=wereld.traject.betreft.all(),
        account=wereld.mensen["inbrenger"],
        nu=NU,
    )
    pagina = tekst(wereld, "tafelvoorzitter", "agendapunt_uitkomst")
    assert "Aanvraag: bijzondere bijstand" in pagina and "komt nooit in de plaats van dat besluit" in pagina
    adres = reverse("agendapunt_uitkomst", args=[wereld.punt.pk])
    gegevens = uitkomst(wereld, uitkomst="Niets doen, met uitleg", voor_inwoner="Wij doen nu niets, omdat…")
    assert wereld.als("tafelvoorzitter").post(adres, gegevens).status_code == 303
    assert "Aanvraag: bijzondere bijstand" in tekst(wereld, "inbrenger", "verslag_inwoner")
    lid = tekst(wereld, "wijktafellid", "verslag_inwoner")
    assert "bijzondere bijstand" not in lid and "Daar komt gewoon nog een besluit op." in lid


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


def test_until_its_hour_the_chair_is_led_to_the_papers_and_from_then_on_to_the_outcome() -> None:
    wereld = vandaag()
    adres = reverse("agendapunt_uitkomst", args=[wereld.punt.pk])
    Agendapunt.objects.filter(pk=wereld.punt.pk).update(op=NU + timedelta(minutes=30))
    client = wereld.als("tafelvoorzitter")
    assert client.get(adres)["Location"] == reverse("agendapunt", args=[wereld.punt.pk])
    dossier = reverse("casus", args=[wereld.casus.pk])
    eerder = client.get(dossier).content.decode()
    assert adres not in eerder and "Lees de stukken" in eerder
    gegevens = uitkomst(wereld, **afspraak(wereld.mensen["inbrenger"]))
    assert "nog niet geweest" in client.post(adres, gegevens).content.decode()
    Agendapunt.objects.filter(pk=wereld.punt.pk).update(op=NU - timedelta(minutes=1))
    assert adres in client.get(dossier).content.decode()
    assert client.post(adres, gegevens).status_code == 303


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


# --- an outcome that was recorded wrongly


def feiten(wereld: Wereld) -> dict[str, object]:
    return lees_feiten(wereld.traject, route_van(wereld.traject))


def verbeter(wereld: Wereld, rol: str = "tafelvoorzitter", **velden: str) -> tuple[int, str]:
    adres = reverse("uitkomst_verbeteren", args=[wereld.punt.pk])
    anders = {"uitkomst": "Niets doen, met uitleg", "reden": "Verkeerd aangevinkt."}
    gegevens = uitkomst(wereld, **(anders | velden))
    antwoord = wereld.als(rol).post(adres, gegevens)
    return antwoord.status_code, antwoord.content.decode()


def test_an_outcome_is_put_right_by_the_chair_with_a_reason() -> None:
    wereld = gehouden()
    afspraken = Actie.objects.filter(agendapunt=wereld.punt).count()
    assert "Verbeter de uitkomst" in tekst(wereld, "tafelvoorzitter", "agendapunt")
    assert "Verbeter de uitkomst" not in tekst(wereld, "wijktafellid", "agendapunt")
    eerst = huidige_woorden(wereld.punt.item)["voor_inwoner"]
    formulier = " ".join(tekst(wereld, "tafelvoorzitter", "uitkomst_verbeteren").split())
    assert eerst in formulier and formulier.count(" checked") == 1
    assert "Concrete stappen" in formulier[formulier.index(" checked") :][:200]
    assert verbeter(wereld, reden="")[0] == 422
    assert verbeter(wereld, "wijktafellid")[0] == 422
    assert verbeter(wereld, voor_inwoner="Wij doen nu niets, omdat het al loopt.")[0] == 303
    assert (
        wereld.punt.uitkomst == "bewust_niets_doen"
        and Actie.objects.filter(agendapunt=wereld.punt).count() == afspraken
    )
    assert feiten(wereld)["overleg.wijktafel.uitkomst"] == "bewust_niets_doen"
    pagina = tekst(wereld, "tafelvoorzitter", "agendapunt")
    assert "Verkeerd aangevinkt." in pagina and "vervangen" not in pagina
    assert Gebeurtenis.objects.get(soort="uitkomst_verbeterd").gegevens["verslag_opnieuw"] is False
    assert "Vervangt" not in {k.naam for k in verslag_van(wereld.punt, NU).kop}
    assert controleer_casus(wereld.casus) == []


def test_after_the_report_was_sent_a_changed_one_is_sent_and_the_first_stays() -> None:
    wereld = gehouden()
    adres = reverse("verslag", args=[wereld.punt.pk])
    assert wereld.als("tafelvoorzitter").post(adres, met_verzoek()).status_code == 303
    assert verbeter(wereld, voor_inwoner="Wij doen nu niets, omdat het al loopt.")[0] == 303
    assert wereld.punt.verslag_op is None and "overleg.wijktafel.verslag_op" not in feiten(wereld)
    pagina = tekst(wereld, "tafelvoorzitter", "agendapunt")
    assert "Het gewijzigde verslag versturen" in pagina and "vervangen" in pagina
    inhoud = verslag_van(wereld.punt, NU)
    assert inhoud.titel.startswith("Gewijzigd verslag")
    assert {"Vervangt", "Waarom gewijzigd"} <= {k.naam for k in inhoud.kop}
    assert wereld.als("tafelvoorzitter").post(adres, met_verzoek()).status_code == 303
    pagina = tekst(wereld, "wijktafellid", "agendapunt")
    eerder = reverse("verslag_eerder", args=[wereld.punt.pk, 1])
    assert eerder in pagina and reverse("verslag_pdf", args=[wereld.punt.pk]) in pagina
    assert wereld.als("wijktafellid").get(eerder)["Content-Type"] == "application/pdf"
    assert wereld.als("wijktafellid").get(reverse("verslag_eerder", args=[wereld.punt.pk, 3])).status_code == 404
    assert controleer_casus(wereld.casus) == []


def test_an_outcome_on_which_a_step_was_taken_says_which_step_to_take_back() -> None:
    wereld = speel_tot(LENING, 19)
    pagina = tekst(wereld, "tafelvoorzitter", "agendapunt")
    assert "Op deze uitkomst is al een stap gezet" in pagina and "Zet eerst de stap" in pagina
    status, antwoord = verbeter(wereld)
    assert status == 422 and "Op deze uitkomst is al een stap gezet" in antwoord
    assert wereld.punt.uitkomst == "concrete_afspraken"
