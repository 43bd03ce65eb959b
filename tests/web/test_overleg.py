"""A traject comes to a table: planning, papers, questions, who joins."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localtime

from fabriek import een_account, een_team
from overlegspel import TAFEL, met_stukken, ongepland, plan, tekst, verzet
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Gebeurtenis
from samenspel.delen.models import Inzage
from samenspel.delen.services import huidige_woorden
from samenspel.invoer.models import Concept
from samenspel.overleg.models import Agendapunt, Genodigde, Tafel, Vraag
from samenspel.regie.verslag import verslag_van
from samenspel.web.gebeurtenissen import zin_van
from speelwereld import LENING, NU, Wereld, met_verzoek, speel_tot

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdagmiddag")]


# --- planning


def test_the_chair_plans_and_is_led_on() -> None:
    wereld = ongepland()
    assert "Overleg plannen" in tekst(wereld, "tafelvoorzitter", "overleg_van_traject", wereld.traject.pk, TAFEL)
    assert plan(wereld, 7) == 303
    verder = wereld.als("tafelvoorzitter").get(reverse("overleg_van_traject", args=[wereld.traject.pk, TAFEL]))
    assert verder["Location"] == reverse("agendapunt", args=[wereld.punt.pk])
    assert wereld.punt.plaats == "Buurthuis"
    assert controleer_casus(wereld.casus) == []


def test_a_meeting_of_a_voorbeeld_begins_on_the_hour() -> None:
    assert localtime(met_stukken().punt.op).strftime("%H:%M") == "09:00"


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


def test_planning_again_moves_it_with_a_reason_and_the_history_holds_both_days() -> None:
    wereld = ongepland()
    assert (plan(wereld, 7), plan(wereld, 9), verzet(wereld, 9, tijd="10:30")) == (303, 422, 303)
    assert Agendapunt.objects.count() == 1
    regel = Gebeurtenis.objects.get(soort="overleg_verzet")
    assert zin_van(regel, geheel=True) == "Wijktafel verzet van 27 maart naar 29 maart"
    assert huidige_woorden(wereld.punt.item)["verzet_van"] == "vrijdag 27 maart 2026, 09:00"
    lijst = wereld.als("inbrenger").get(reverse("overleggen")).content.decode()
    assert "Verzet. Eerst was het op vrijdag 27 maart 2026, 09:00." in lijst
    assert "Eerst was het op vrijdag 27 maart 2026, 09:00" in tekst(wereld, "inbrenger", "agendapunt")
    assert controleer_casus(wereld.casus) == []


def test_moving_is_called_so_and_shows_the_old_moment() -> None:
    wereld = ongepland()
    plan(wereld, 7)
    pagina = tekst(wereld, "tafelvoorzitter", "overleg_plannen", wereld.traject.pk, TAFEL)
    assert "verzetten" in pagina and "Nu staat het op vr 27 mrt, 09:00" in pagina
    assert "Zijn de stukken voor die dag te laat?" not in pagina


def test_papers_that_were_in_time_may_be_late_for_the_day_it_moves_to() -> None:
    wereld = met_stukken()
    assert verzet(wereld, 1) == 422
    assert verzet(wereld, 2) == 303
    assert not wereld.punt.doorgelaten
    assert verzet(wereld, 1, doorgelaten_reden="De opvang stopt maandag.") == 303
    assert wereld.punt.doorgelaten
    assert "De opvang stopt maandag." in tekst(wereld, "wijktafellid", "agendapunt")
    assert verzet(wereld, 5) == 303
    assert "De opvang stopt maandag." not in tekst(wereld, "wijktafellid", "agendapunt")


# --- off the agenda


@pytest.mark.parametrize("rol", ["inbrenger", "tafelvoorzitter"])
def test_chair_and_applicant_take_it_off_and_members_read_only_that(rol: str) -> None:
    wereld = met_stukken()
    adres = reverse("van_agenda", args=[wereld.punt.pk])
    assert "Van de agenda halen" in tekst(wereld, rol, "agendapunt")
    assert wereld.als(rol).post(adres, met_verzoek()).status_code == 422
    assert wereld.als(rol).post(adres, met_verzoek(van_agenda_reden="Opgelost aan de telefoon.")).status_code == 303
    assert wereld.als("wijktafellid").get(reverse("agendapunt", args=[wereld.punt.pk])).status_code == 403
    agenda = tekst(wereld, "wijktafellid", "overleggen")
    assert "Van de agenda gehaald" in agenda and wereld.casus.huishouden.naam not in agenda
    pagina = tekst(wereld, "inbrenger", "agendapunt")
    assert "Opgelost aan de telefoon." in pagina
    assert "Vraag stellen" not in pagina and "Verzetten" not in pagina
    assert controleer_casus(wereld.casus) == []


def test_a_member_takes_nothing_off() -> None:
    wereld = met_stukken()
    adres = reverse("van_agenda", args=[wereld.punt.pk])
    assert wereld.als("wijktafellid").get(adres)["Location"] == reverse("agendapunt", args=[wereld.punt.pk])
    assert wereld.als("wijktafellid").post(adres, met_verzoek(van_agenda_reden="Liever niet.")).status_code == 422
    assert wereld.punt.van_agenda_op is None


def test_who_leaves_the_place_leaves_the_agenda() -> None:
    wereld = met_stukken()
    stap = reverse("stap", args=[wereld.traject.pk, "terug"])
    verstuurd = met_verzoek(**{"stap-toelichting": "De opvang wil toch nog bellen."})
    assert wereld.als("inbrenger").post(stap, verstuurd).status_code == 303
    assert wereld.punt.van_agenda_op is not None
    for rol in ("wijktafellid", "tafelvoorzitter"):
        assert wereld.als(rol).get(reverse("agendapunt", args=[wereld.punt.pk])).status_code == 403
    vraag = reverse("vraag_stellen", args=[wereld.punt.pk])
    geweigerd = wereld.als("inbrenger").post(vraag, met_verzoek(vraag="Nog iets?"))
    assert "van de agenda gehaald" in geweigerd.content.decode()
    soorten = Gebeurtenis.objects.filter(casus=wereld.casus).order_by("-volgnummer").values_list("soort", flat=True)
    assert list(soorten[:2]) == ["overleg_van_agenda", "stap_gezet"]
    assert controleer_casus(wereld.casus) == []


def test_after_it_was_taken_off_it_is_planned_anew_with_new_papers() -> None:
    wereld = met_stukken()
    adres = reverse("van_agenda", args=[wereld.punt.pk])
    wereld.als("inbrenger").post(adres, met_verzoek(van_agenda_reden="Nog niet klaar."))
    assert plan(wereld, 7) == 303
    assert Agendapunt.objects.count() == 2
    assert wereld.punt.stukken_op is None
    assert "De stukken versturen" in tekst(wereld, "inbrenger", "agendapunt")


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
    verzet(wereld, 1)
    adres = reverse("overleg_stukken", args=[wereld.punt.pk])
    geweigerd = wereld.als("inbrenger").post(adres, met_verzoek())
    assert geweigerd.status_code == 422
    assert "De stukken zijn te laat." in geweigerd.content.decode()
    client = wereld.als("tafelvoorzitter")
    assert client.post(adres, met_verzoek(doorgelaten_reden="")).status_code == 422
    assert client.post(adres, met_verzoek(doorgelaten_reden="De opvang stopt maandag.")).status_code == 303
    assert wereld.punt.doorgelaten
    assert "De opvang stopt maandag." in tekst(wereld, "wijktafellid", "agendapunt")


def test_what_is_changed_after_sending_is_marked_and_what_was_sent_stays_readable() -> None:
    wereld = met_stukken()
    assert "na het versturen" not in tekst(wereld, "wijktafellid", "agendapunt")
    heen = reverse("formulier", args=[wereld.traject.pk, "tafelformat"])
    nieuw = {"wat_is_geprobeerd": "Gebeld", "gevraagd_van_de_tafel": "Toch een gift.", "reactie_op_de_oplossing": "Ja!"}
    eerder = wereld.traject.antwoorden_set.get(formulier="tafelformat")
    oud = huidige_woorden(eerder.item)["gevraagd_van_de_tafel"]
    gegevens = met_verzoek(**nieuw, hangt_af_van_landelijke_partij="Ja", versie=str(eerder.item.versie))
    assert wereld.als("inbrenger").post(heen, gegevens).status_code == 303
    for rol, adres in (("wijktafellid", "agendapunt"), ("tafelvoorzitter", "agendapunt_vergadering")):
        pagina = tekst(wereld, rol, adres)
        assert "Gewijzigd vandaag, 17:00, na het versturen." in pagina
        assert pagina.index("Toch een gift.") < pagina.index("Zoals verstuurd") < pagina.index(oud)
    assert "Gewijzigd na het versturen: Format voor de wijktafel." in tekst(wereld, "wijktafellid", "agendapunt")
    for rol in ("wijktafellid", "inbrenger"):
        lijst = wereld.als(rol).get(reverse("overleggen")).content.decode()
        assert "Gewijzigd na het versturen: Format voor de wijktafel" in lijst
    nu, _, toen = tekst(wereld, "wijktafellid", "agendapunt").partition("Zoals verstuurd")
    assert '<p dir="auto">Ja</p>' in nu and '<p dir="auto">Nee</p>' in toen


def test_saving_the_same_papers_again_changes_nothing_for_who_reads_them() -> None:
    wereld = met_stukken()
    rij = wereld.traject.antwoorden_set.get(formulier="tafelformat")
    gegevens = met_verzoek(
        **huidige_woorden(rij.item), hangt_af_van_landelijke_partij="Nee", versie=str(rij.item.versie)
    )
    heen = reverse("formulier", args=[wereld.traject.pk, "tafelformat"])
    assert wereld.als("inbrenger").post(heen, gegevens).status_code == 303
    assert "na het versturen" not in tekst(wereld, "wijktafellid", "agendapunt")
    assert "na het versturen" not in wereld.als("wijktafellid").get(reverse("overleggen")).content.decode()


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


# --- the shell


def vraag_erbij(wereld: Wereld, rol: str) -> int:
    wie = wereld.mensen["collega"]
    gegevens = met_verzoek(wie=str(wie.pk), waarom="Kent de regels van de opvang.")
    return wereld.als(rol).post(reverse("erbij_vragen", args=[wereld.punt.pk]), gegevens).status_code


@pytest.mark.parametrize("rol", ["inbrenger", "tafelvoorzitter"])
def test_who_is_asked_to_join_reads_along_around_this_meeting_only(rol: str) -> None:
    wereld = met_stukken()
    wereld.mensen["collega"] = een_account(een_team(wereld.casus.gemeente))
    punt = reverse("agendapunt", args=[wereld.punt.pk])
    assert vraag_erbij(wereld, "wijktafellid") == 422
    assert wereld.als("collega").get(punt).status_code == 403
    assert vraag_erbij(wereld, rol) == 303
    assert "Als dit lukt haal ik het." in tekst(wereld, "collega", "agendapunt")
    assert wereld.casus.huishouden.naam in tekst(wereld, "collega", "overleggen")
    assert "Kent de regels van de opvang." in tekst(wereld, "wijktafellid", "agendapunt")
    assert f"{wereld.mensen['collega'].naam} (erbij gevraagd)" in verslag_van(wereld.punt, NU).kop[4].waarde
    Agendapunt.objects.filter(pk=wereld.punt.pk).update(op=NU + timedelta(days=9))
    assert wereld.als("collega").get(punt).status_code == 403
    assert "Een casus" in tekst(wereld, "collega", "overleggen")
    assert controleer_casus(wereld.casus) == []


def test_who_was_asked_is_taken_back_and_reads_no_more() -> None:
    wereld = met_stukken()
    wereld.mensen["collega"] = een_account(een_team(wereld.casus.gemeente))
    assert vraag_erbij(wereld, "inbrenger") == 303
    adres = reverse("genodigde_afmelden", args=[Genodigde.objects.get().pk])
    assert adres in tekst(wereld, "tafelvoorzitter", "agendapunt")
    assert adres not in tekst(wereld, "wijktafellid", "agendapunt")
    assert wereld.als("wijktafellid").post(adres, met_verzoek()).status_code == 422
    assert wereld.als("tafelvoorzitter").post(adres, met_verzoek()).status_code == 303
    assert wereld.als("collega").get(reverse("agendapunt", args=[wereld.punt.pk])).status_code == 403
    soorten = Gebeurtenis.objects.filter(soort__startswith="genodigde").order_by("volgnummer")
    assert [r.soort for r in soorten] == ["genodigde_gevraagd", "genodigde_afgemeld"]
    assert controleer_casus(wereld.casus) == []


def test_members_are_shown_with_where_they_work_and_their_phone() -> None:
    wereld = met_stukken()
    lid = wereld.mensen["wijktafellid"]
    lid.telefoon = "030 000 00 07"
    lid.save(update_fields=["telefoon"])
    assert lid.team is not None
    pagina = tekst(wereld, "inbrenger", "agendapunt")
    assert "030 000 00 07" in pagina and lid.team.naam in pagina
