"""Breakthrough money in the browser: asking, four eyes, paying, receipts."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from fabriek import een_account, een_team
from samenspel.budget.models import Aanvraag, Bon, Handtekening
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Gebeurtenis
from samenspel.delen.models import Inzage
from samenspel.delen.services import huidige_woorden
from samenspel.invoer.models import Concept
from samenspel.regie.stand import stand_van
from speelwereld import LENING, POTJE, Wereld, met_verzoek, speel_tot

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdagmiddag")]

PDF = b"%PDF-1.7\n%bon"


@pytest.fixture
def potje() -> Wereld:
    """A gift of € 300 out of the group's budget that nobody judged yet."""
    return speel_tot(POTJE, 1, zonder=("oordeel", "betaal"))


def oordeel(wereld: Wereld, rol: str, keuze: str = "Akkoord", reden: str = "Zonder fiets geen werk.") -> int:
    adres = reverse("aanvraag_beoordelen", args=[wereld.aanvraag.pk])
    return wereld.als(rol).post(adres, met_verzoek(oordeel=keuze, reden=reden)).status_code


def betaalbaar(wereld: Wereld) -> Wereld:
    assert (oordeel(wereld, "koploper"), oordeel(wereld, "potgroepslid")) == (303, 303)
    return wereld


def test_money_is_asked_from_the_dossier_and_judged_only_once_it_was_asked() -> None:
    for zonder, te_beoordelen in ((("aanvraag", "oordeel", "betaal"), False), (("oordeel", "betaal"), True)):
        wereld = speel_tot(POTJE, 1, zonder=zonder)
        dossier, vraag = reverse("casus", args=[wereld.casus.pk]), reverse("aanvraag_nieuw", args=[wereld.traject.pk])
        koploper = wereld.als("koploper").get(dossier).content.decode()
        assert ("Beoordeel de aanvraag" in koploper) is te_beoordelen
        assert f'href="{vraag}"' not in koploper
        assert f'<a href="{vraag}">Geld vragen</a>' in wereld.als("inbrenger").get(dossier).content.decode()
        wacht_op = {rol for o in stand_van(wereld.traject, timezone.now()).ontbreekt for rol in o.herstel.door}
        assert ("potgroepslid" in wacht_op) is te_beoordelen


def test_each_way_that_would_open_a_move_has_its_link_for_who_can_go_it() -> None:
    wereld = speel_tot(POTJE, 1, zonder=("aanvraag", "oordeel", "betaal"))
    dossier = reverse("casus", args=[wereld.casus.pk])
    contact, vraag = (
        reverse("contact_vastleggen", args=[wereld.casus.pk]),
        reverse("aanvraag_nieuw", args=[wereld.traject.pk]),
    )
    inbrenger, koploper = (wereld.als(rol).get(dossier).content.decode() for rol in ("inbrenger", "koploper"))
    zin = "Er is meer geld nodig dan u in één keer uit het voorkom-erger-potje kunt halen."
    assert f'<a href="{contact}">U en de contactpersoon komen er samen niet uit.</a>' in inbrenger
    assert f'<a href="{vraag}">{zin}</a>' in inbrenger
    assert zin not in koploper or f">{zin}</a>" not in koploper


@pytest.mark.parametrize(
    ("getypt", "cent"), [("1.840,50", 184050), ("€ 12", 1200), ("12.50", 1250), ("300", 30000), ("1.840", 184000)]
)
def test_an_amount_is_read_as_people_write_it(potje: Wereld, getypt: str, cent: int) -> None:
    adres = reverse("aanvraag_nieuw", args=[potje.traject.pk])
    gegevens = met_verzoek(pot="voorkom_erger_potje:gift", bedrag=getypt, waarvoor="Een slot")
    antwoord = potje.als("inbrenger").post(adres, gegevens)
    assert antwoord.status_code == 303
    assert potje.aanvraag.bedrag == cent
    assert huidige_woorden(potje.aanvraag.item)["waarvoor"] == "Een slot"
    assert controleer_casus(potje.casus) == []


def test_the_form_says_what_the_budget_still_allows(potje: Wereld) -> None:
    pagina = potje.als("inbrenger").get(reverse("aanvraag_nieuw", args=[potje.traject.pk])).content.decode()
    assert "Ten hoogste € 500 per keer, voor dit huishouden nog € 200" in pagina
    assert "50 procent wordt kwijtgescholden" in pagina


@pytest.mark.parametrize("getypt", ["", "gratis", "-5", "1,234,5"])
def test_a_wrong_amount_keeps_what_was_typed(potje: Wereld, getypt: str) -> None:
    adres = reverse("aanvraag_nieuw", args=[potje.traject.pk])
    gegevens = met_verzoek(pot="voorkom_erger_potje:gift", bedrag=getypt, waarvoor="Een slot op de fiets")
    antwoord = potje.als("inbrenger").post(adres, gegevens)
    assert antwoord.status_code == 422
    assert "Een slot op de fiets" in antwoord.content.decode()
    assert Aanvraag.objects.count() == 1
    assert Concept.objects.filter(account=potje.mensen["inbrenger"], sleutel=adres).exists()


def test_nought_is_refused_at_the_top_and_beside_the_field(potje: Wereld) -> None:
    adres = reverse("aanvraag_nieuw", args=[potje.traject.pk])
    antwoord = potje.als("inbrenger").post(
        adres, met_verzoek(pot="voorkom_erger_potje:gift", bedrag="0", waarvoor="Niets")
    )
    assert antwoord.status_code == 422
    assert antwoord.content.decode().count("Vul een bedrag boven nul in.") == 2


def test_a_double_submit_asks_once(potje: Wereld) -> None:
    adres = reverse("aanvraag_nieuw", args=[potje.traject.pk])
    gegevens = met_verzoek(pot="voorkom_erger_potje:gift", bedrag="50", waarvoor="Een slot")
    client = potje.als("inbrenger")
    doelen = {client.post(adres, gegevens)["Location"] for _ in range(2)}
    assert len(doelen) == 1
    assert Aanvraag.objects.count() == 2


def test_who_has_no_budget_to_ask_from_is_refused_and_noted(potje: Wereld) -> None:
    adres = reverse("aanvraag_nieuw", args=[potje.traject.pk])
    assert potje.als("koploper").get(adres).status_code == 403
    assert Inzage.objects.filter(account=potje.mensen["koploper"], wat="aanvraag_nieuw", geweigerd=True).exists()


def test_who_asked_does_not_judge(potje: Wereld) -> None:
    client, adres = potje.als("inbrenger"), reverse("aanvraag_beoordelen", args=[potje.aanvraag.pk])
    antwoord = client.post(adres, met_verzoek(oordeel="Akkoord", reden="Ik vind het zelf goed."))
    assert antwoord.status_code == 422
    assert "vier ogen" in antwoord.content.decode()
    assert "Ik vind het zelf goed." in antwoord.content.decode()
    assert Handtekening.objects.filter(als="beoordelaar").count() == 0
    pagina = client.get(reverse("aanvraag", args=[potje.aanvraag.pk])).content.decode()
    assert "U vroeg dit zelf aan." in pagina


def test_a_judgement_keeps_its_reason_as_words_in_the_history(potje: Wereld) -> None:
    assert oordeel(potje, "koploper", reden="Geen ander potje dekt dit.") == 303
    pagina = potje.als("inbrenger").get(reverse("aanvraag", args=[potje.aanvraag.pk])).content.decode()
    assert "Geen ander potje dekt dit." in pagina
    assert "Nog 1 keer akkoord nodig" in pagina
    regel = Gebeurtenis.objects.get(soort="aanvraag_beoordeeld")
    assert regel.woorden is not None and regel.woorden.inhoud is not None
    assert "Geen ander potje dekt dit." in regel.woorden.inhoud.values()
    assert controleer_casus(potje.casus) == []


def test_a_judgement_asks_a_reason(potje: Wereld) -> None:
    assert oordeel(potje, "koploper", reden="") == 422


def test_an_objection_of_one_stops_it(potje: Wereld) -> None:
    assert oordeel(potje, "koploper", "Ik heb bezwaar", "De fietsenbank kan morgen.") == 303
    assert potje.aanvraag.status == "bezwaar"


def test_who_judged_does_not_pay_and_the_keeper_does(potje: Wereld) -> None:
    betaalbaar(potje)
    adres = reverse("aanvraag_betalen", args=[potje.aanvraag.pk])
    antwoord = potje.als("koploper").post(adres, met_verzoek())
    assert antwoord.status_code == 422
    assert "betaalt niet" in antwoord.content.decode()
    client, gegevens = potje.als("potbewaarder"), met_verzoek()
    assert [client.post(adres, gegevens).status_code for _ in range(2)] == [303, 303]
    assert potje.aanvraag.status == "betaald"
    assert Handtekening.objects.filter(als="betaler").count() == 1


def test_a_receipt_is_kept_and_given_back(potje: Wereld) -> None:
    betaalbaar(potje)
    client, adres = potje.als("inbrenger"), reverse("bon_toevoegen", args=[potje.aanvraag.pk])
    bestand = SimpleUploadedFile("bon fiets.pdf", PDF, content_type="application/pdf")
    assert client.post(adres, {**met_verzoek(), "bon": bestand}).status_code == 303
    antwoord = client.get(reverse("bon", args=[Bon.objects.get().pk]))
    assert antwoord.content == PDF
    assert antwoord["Content-Type"] == "application/pdf"
    assert "no-store" in antwoord["Cache-Control"]
    assert "bon fiets.pdf" in client.get(reverse("aanvraag", args=[potje.aanvraag.pk])).content.decode()
    assert Inzage.objects.filter(wat="bon").exists()
    assert controleer_casus(potje.casus) == []


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b"MZ\x90 geen bon", "geen PDF, JPEG of PNG"),
        (PDF + b"x" * (5 * 1024 * 1024), "groter dan 5 MB"),
        (b"", "leeg"),
    ],
)
def test_another_file_is_refused_in_plain_words(potje: Wereld, inhoud: bytes, melding: str) -> None:
    betaalbaar(potje)
    adres = reverse("bon_toevoegen", args=[potje.aanvraag.pk])
    bestand = SimpleUploadedFile("bon.pdf", inhoud, content_type="application/pdf")
    antwoord = potje.als("inbrenger").post(adres, {**met_verzoek(), "bon": bestand})
    assert antwoord.status_code == 422
    assert melding in antwoord.content.decode()
    assert not Bon.objects.exists()


def test_a_receipt_waits_for_the_judgement(potje: Wereld) -> None:
    adres = reverse("bon_toevoegen", args=[potje.aanvraag.pk])
    bestand = SimpleUploadedFile("bon.pdf", PDF, content_type="application/pdf")
    antwoord = potje.als("inbrenger").post(adres, {**met_verzoek(), "bon": bestand})
    assert antwoord.status_code == 422
    assert "Wacht op het oordeel." in antwoord.content.decode()


def test_a_loan_waits_for_the_table_and_then_the_chair_decides() -> None:
    eerder = speel_tot(LENING, 14)
    assert oordeel(eerder, "tafelvoorzitter") == 422
    pagina = eerder.als("inbrenger").get(reverse("aanvraag", args=[eerder.aanvraag.pk])).content.decode()
    assert "Wat bij deze lening geldt" in pagina
    na = speel_tot(LENING, 18, zonder=("oordeel", "verslag", "stap"))
    assert oordeel(na, "tafelvoorzitter", reden="De tafel leent het voor.") == 303
    assert na.aanvraag.status == "akkoord"


def test_the_list_shows_what_was_asked(potje: Wereld) -> None:
    client = potje.als("inbrenger")
    pagina = client.get(reverse("aanvragen", args=[potje.traject.pk])).content.decode()
    assert "Een tweedehands fiets" in pagina and "wacht op oordeel" in pagina
    assert Inzage.objects.filter(wat="aanvragen").exists()


def test_another_municipality_finds_none_of_it(potje: Wereld) -> None:
    wereld = betaalbaar(potje)
    wereld.mensen["vreemde"] = een_account(een_team())
    client = wereld.als("vreemde")
    for naam in ("aanvraag", "aanvraag_beoordelen", "aanvraag_betalen", "bon_toevoegen"):
        assert client.get(reverse(naam, args=[wereld.aanvraag.pk])).status_code == 404
    for naam in ("aanvragen", "aanvraag_nieuw"):
        assert client.get(reverse(naam, args=[wereld.traject.pk])).status_code == 404


def test_a_colleague_without_a_task_is_refused_and_noted(potje: Wereld) -> None:
    potje.mensen["collega"] = een_account(een_team(potje.casus.gemeente))
    assert potje.als("collega").get(reverse("aanvraag", args=[potje.aanvraag.pk])).status_code == 403
    assert Inzage.objects.filter(account=potje.mensen["collega"], geweigerd=True).exists()


def test_history_says_of_a_controlevraag_which_it_was_and_what_was_answered(potje: Wereld) -> None:
    tekst = potje.als("inbrenger").get(reverse("historie", args=[potje.casus.pk])).content.decode()
    assert re.search(r"<dt[^>]*>\s*Klopt het dat hier een doorbraak nodig is\? Ja\.", tekst)


def trek_in(wereld: Wereld, rol: str, reden: str = "Een nul te veel.") -> tuple[int, str]:
    antwoord = wereld.als(rol).post(reverse("aanvraag_intrekken", args=[wereld.aanvraag.pk]), met_verzoek(reden=reden))
    return antwoord.status_code, antwoord.content.decode()


def test_what_was_asked_by_mistake_is_withdrawn_and_takes_no_room(potje: Wereld) -> None:
    nieuw, pagina = reverse("aanvraag_nieuw", args=[potje.traject.pk]), reverse("aanvraag", args=[potje.aanvraag.pk])
    knop = reverse("aanvraag_intrekken", args=[potje.aanvraag.pk])
    assert "voor dit huishouden nog € 200" in potje.als("inbrenger").get(nieuw).content.decode()
    assert knop in potje.als("inbrenger").get(pagina).content.decode()
    assert knop not in potje.als("koploper").get(pagina).content.decode()
    assert trek_in(potje, "koploper")[0] == 422
    assert trek_in(potje, "inbrenger", reden="")[0] == 422
    assert trek_in(potje, "inbrenger")[0] == 303
    assert "voor dit huishouden nog € 500" in potje.als("inbrenger").get(nieuw).content.decode()
    tekst = potje.als("koploper").get(pagina).content.decode()
    assert "ingetrokken" in tekst and "Een nul te veel." in tekst
    assert oordeel(potje, "koploper") == 422
    assert trek_in(potje, "inbrenger")[0] == 422
    assert controleer_casus(potje.casus) == []


def test_what_was_paid_or_objected_to_stays(potje: Wereld) -> None:
    assert oordeel(potje, "koploper", "Ik heb bezwaar") == 303
    assert "Intrekken kan dan niet meer" in trek_in(potje, "inbrenger")[1]
