"""Forms drawn from the definition: typed answers, a part now and the rest later, both versions, read or refused."""

from typing import Any

import pytest
from django.urls import reverse

from keukentafel import Keukentafel, als, dek_de_tafel, verstuur
from samenspel.delen.models import Inzage
from samenspel.delen.services import huidige_woorden
from samenspel.doorbraak.models import Antwoorden, Controleantwoord
from samenspel.kern.stand.handelingen import ZetStap
from samenspel.web.forms.velden import Bedragveld, Datumveld

pytestmark = pytest.mark.django_db

ALLES = {
    "waar_loopt_het_vast": "Bij de regels van O'Neill",
    "wie_helpt": "Oma",
    "is_er_haast": "Nee",
    "hoe_wonen": "Bij iemand in",
    "wat_speelt": ["Geld zorgen", "Te klein huis"],
    "wat_kost_het": "€ 1.840,50",
    "sinds_wanneer": "12 maart 2026",
    "hoeveel_mensen": "4",
}


@pytest.fixture
def tafel() -> Keukentafel:
    return dek_de_tafel()


def adres(tafel: Keukentafel, code: str = "vragenlijst") -> str:
    return reverse("formulier", args=[tafel.traject.pk, code])


def vul_in(tafel: Keukentafel, **anders: Any) -> Any:
    return als(tafel.trekker).post(adres(tafel), verstuur(**ALLES | anders))


def test_answers_become_typed_facts_and_words(tafel: Keukentafel) -> None:
    assert vul_in(tafel).status_code == 303
    rij = Antwoorden.objects.get()
    assert rij.waarden == {
        "waar_loopt_het_vast": True,
        "wie_helpt": True,
        "is_er_haast": False,
        "hoe_wonen": "bij_iemand_in",
        "wat_speelt": ["geld_zorgen", "te_klein_huis"],
        "wat_kost_het": 184050,
        "sinds_wanneer": "2026-03-12",
        "hoeveel_mensen": 4,
    }
    woorden = huidige_woorden(rij.item)
    assert woorden == {"waar_loopt_het_vast": "Bij de regels van O'Neill", "wie_helpt": "Oma"}


def test_what_was_saved_stands_in_the_form_again(tafel: Keukentafel) -> None:
    vul_in(tafel)
    pagina = als(tafel.trekker).get(adres(tafel)).content.decode()
    for stuk in ("Bij de regels van O&#x27;Neill", 'value="1.840,50"', 'value="2026-03-12"', 'value="4"'):
        assert stuk in pagina
    assert pagina.count(" checked") == 4
    assert 'name="versie" value="1"' in pagina


def test_a_part_now_and_the_rest_later(tafel: Keukentafel) -> None:
    leeg = dict.fromkeys(ALLES, "")
    als(tafel.trekker).post(adres(tafel), verstuur(**leeg | {"is_er_haast": "Ja"}))
    assert Antwoorden.objects.get().waarden == {"is_er_haast": True}
    als(tafel.trekker).post(adres(tafel), verstuur(versie="1", **leeg | {"wie_helpt": "Oma"}))
    assert Antwoorden.objects.get().waarden == {"wie_helpt": True}


def test_nothing_changed_is_nothing_stored(tafel: Keukentafel) -> None:
    vul_in(tafel)
    als(tafel.trekker).post(adres(tafel), verstuur(versie="1", **ALLES))
    assert Antwoorden.objects.get().item.versie == 1


def test_the_corners_of_the_triangle_are_headings(tafel: Keukentafel) -> None:
    pagina = als(tafel.trekker).get(adres(tafel)).content.decode()
    assert "Legitimiteit</h2>" in pagina and "Rendement</h2>" in pagina
    assert "Nog niet bekend" in pagina
    assert 'id="id_wat_speelt"' in pagina


@pytest.mark.parametrize(
    ("getypt", "cent"),
    [
        ("1.840,50", 184050),
        ("€ 12", 1200),
        ("12.50", 1250),
        ("12,5", 1250),
        ("1.840", 184000),
        ("1840", 184000),
        ("1 840,00", 184000),
        ("12,-", 1200),
        ("0", 0),
        ("", None),
    ],
)
def test_amounts_as_people_write_them(getypt: str, cent: int | None) -> None:
    assert Bedragveld(required=False).clean(getypt) == cent


@pytest.mark.parametrize("getypt", ["-5", "veel", "1,840.50", "1.84.50", "12,345", "99999999999"])
def test_what_is_no_amount_is_told(tafel: Keukentafel, getypt: str) -> None:
    antwoord = vul_in(tafel, wat_kost_het=getypt)
    assert antwoord.status_code == 422
    pagina = antwoord.content.decode()
    assert f'value="{getypt}"' in pagina and "Oma" in pagina
    assert not Antwoorden.objects.exists()


@pytest.mark.parametrize(
    "getypt", ["2026-03-12", "12-3-2026", "12/03/2026", "12 maart 2026", "12 mrt 2026", "12 Mrt. 2026"]
)
def test_dates_as_people_write_them(getypt: str) -> None:
    assert Datumveld().clean(getypt).isoformat() == "2026-03-12"


def test_wrong_dates_and_numbers_keep_what_was_typed(tafel: Keukentafel) -> None:
    pagina = vul_in(tafel, sinds_wanneer="laatst", hoeveel_mensen="een paar").content.decode()
    assert "Dit is geen dag" in pagina and 'value="laatst"' in pagina
    assert "Dit is geen heel getal" in pagina and 'value="een paar"' in pagina


def test_who_comes_second_sees_both_and_chooses(tafel: Keukentafel) -> None:
    client = als(tafel.trekker)
    vul_in(tafel)
    mijn = ALLES | {"hoe_wonen": "Eigen huis", "wat_speelt": ["School gaat mis", "Geld zorgen"], "wie_helpt": "Opa"}
    botsing = client.post(adres(tafel), verstuur(**mijn))
    pagina = botsing.content.decode()
    assert botsing.status_code == 409
    for stuk in ("Oma", "Opa", "Eigen huis", "Bij iemand in", "Geld zorgen; Te klein huis"):
        assert stuk in pagina
    assert "School gaat mis; Geld zorgen" in pagina
    keuze = {"kies-wie_helpt": "mijn", "kies-wat_speelt": "ander", "kies-hoe_wonen": "mijn"}
    samen = mijn | {"wat_speelt": "School gaat mis; Geld zorgen"}
    assert client.post(adres(tafel), verstuur(versie="1", **samen, **keuze)).status_code == 303
    waarden = Antwoorden.objects.get().waarden
    assert waarden["wat_speelt"] == ["geld_zorgen", "te_klein_huis"] and waarden["hoe_wonen"] == "eigen_huis"
    assert huidige_woorden(Antwoorden.objects.get().item)["wie_helpt"] == "Opa"


def test_a_double_submit_saves_once(tafel: Keukentafel) -> None:
    velden = verstuur(**ALLES)
    for _ in range(2):
        assert als(tafel.trekker).post(adres(tafel), velden).status_code == 303
    assert Antwoorden.objects.get().item.versie == 1


def test_who_may_only_read_reads(tafel: Keukentafel) -> None:
    leeg = als(tafel.meelezer).get(adres(tafel)).content.decode()
    assert "nog niet ingevuld" in leeg
    vul_in(tafel)
    pagina = als(tafel.meelezer).get(adres(tafel)).content.decode()
    assert "€ 1.840,50" in pagina and "12 maart 2026" in pagina and "Bij iemand in" in pagina
    assert "<textarea" not in pagina
    assert als(tafel.meelezer).post(adres(tafel), verstuur(**ALLES)).status_code == 403


def test_who_may_neither_is_refused_and_noted(tafel: Keukentafel) -> None:
    vul_in(tafel)
    assert als(tafel.kijker).get(adres(tafel)).status_code == 403
    assert Inzage.objects.filter(account=tafel.kijker, wat="formulier", geweigerd=True).exists()
    assert als(tafel.buitenstaander).get(adres(tafel)).status_code == 403
    assert als(tafel.elders).get(adres(tafel)).status_code == 404
    assert als(tafel.trekker).get(adres(tafel, "bestaat_niet")).status_code == 404


def test_in_a_closed_traject_a_form_is_only_read(tafel: Keukentafel) -> None:
    vul_in(tafel)
    tafel.doe(ZetStap("niets_doen"), {"toelichting": "Zo is het goed."})
    assert "<textarea" not in als(tafel.trekker).get(adres(tafel)).content.decode()
    assert vul_in(tafel, wie_helpt="Toch").status_code == 403


# --- controlevragen


@pytest.fixture
def ter_toetsing(tafel: Keukentafel) -> Keukentafel:
    vul_in(tafel)
    tafel.doe(ZetStap("laten_toetsen"))
    return tafel


def vragenadres(tafel: Keukentafel) -> str:
    return reverse("controlevragen", args=[tafel.traject.pk])


GOED = {
    "echt_nodig-antwoord": "Ja",
    "echt_nodig-reden": "Het loopt vast.",
    "alles_gedaan-antwoord": "Niet van toepassing",
    "alles_gedaan-reden": "Er is geen gewone weg.",
}


def test_controlevragen_are_answered_at_once(ter_toetsing: Keukentafel) -> None:
    assert als(ter_toetsing.toetser).post(vragenadres(ter_toetsing), verstuur(**GOED)).status_code == 303
    assert {c.controlevraag: c.antwoord for c in Controleantwoord.objects.all()} == {
        "echt_nodig": "ja",
        "alles_gedaan": "nvt",
    }
    pagina = als(ter_toetsing.toetser).get(vragenadres(ter_toetsing)).content.decode()
    assert "Er is geen gewone weg." in pagina


def test_an_answer_asks_its_reason(ter_toetsing: Keukentafel) -> None:
    zonder = GOED | {"echt_nodig-reden": "", "alles_gedaan-antwoord": ""}
    antwoord = als(ter_toetsing.toetser).post(vragenadres(ter_toetsing), verstuur(**zonder))
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "Schrijf op waarom." in pagina and "Kies een antwoord." in pagina and "Er is geen gewone weg." in pagina
    assert not Controleantwoord.objects.exists()


def test_one_question_may_wait(ter_toetsing: Keukentafel) -> None:
    een = GOED | {"alles_gedaan-antwoord": "", "alles_gedaan-reden": ""}
    als(ter_toetsing.toetser).post(vragenadres(ter_toetsing), verstuur(**een))
    assert Controleantwoord.objects.get().controlevraag == "echt_nodig"


def test_two_who_answer_see_each_other(ter_toetsing: Keukentafel) -> None:
    client = als(ter_toetsing.toetser)
    client.post(vragenadres(ter_toetsing), verstuur(**GOED))
    anders = GOED | {"echt_nodig-antwoord": "Nee", "echt_nodig-reden": "Het kan gewoon."}
    botsing = client.post(vragenadres(ter_toetsing), verstuur(**anders))
    assert botsing.status_code == 409
    assert "Het kan gewoon." in botsing.content.decode() and "Het loopt vast." in botsing.content.decode()
    assert client.post(vragenadres(ter_toetsing), verstuur(versie="2", **anders)).status_code == 303
    assert Controleantwoord.objects.get(controlevraag="echt_nodig").antwoord == "nee"


def test_who_holds_another_rol_reads_the_questions(ter_toetsing: Keukentafel) -> None:
    als(ter_toetsing.toetser).post(vragenadres(ter_toetsing), verstuur(**GOED))
    pagina = als(ter_toetsing.trekker).get(vragenadres(ter_toetsing)).content.decode()
    assert "Het loopt vast." in pagina and "<textarea" not in pagina
    geen_woorden = als(ter_toetsing.meelezer).get(vragenadres(ter_toetsing)).content.decode()
    assert "Het loopt vast." not in geen_woorden and "Beantwoord door een collega" in geen_woorden
    assert als(ter_toetsing.trekker).post(vragenadres(ter_toetsing), verstuur(**GOED)).status_code == 403


def test_where_there_are_no_questions_the_page_says_so(tafel: Keukentafel) -> None:
    assert "geen controlevragen" in als(tafel.trekker).get(vragenadres(tafel)).content.decode()


def test_urgency_leaves_its_questions_to_be_made_up(tafel: Keukentafel) -> None:
    tafel.doe(ZetStap("spoed", naar="doen"), {"toelichting": "Ontruiming."})
    assert "Is dit echt nodig?" in als(tafel.toetser).get(vragenadres(tafel)).content.decode()
