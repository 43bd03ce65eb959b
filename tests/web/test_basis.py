"""Coming in, what waits, searching before making, the page of a casus, drafts."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from fabriek import WACHTWOORD, een_account, een_casus, een_huishouden, een_team
from samenspel import werkwijzen
from samenspel.casus.models import Casus
from samenspel.delen.models import Inzage
from samenspel.huishouden.models import Huishouden
from samenspel.invoer.models import Concept, LosConcept
from samenspel.kern.stand.voorbeelden import lees_voorbeelden, speel
from samenspel.organisatie.models import Account
from samenspel.regie.bezetting import Bezetting
from samenspel.regie.routes import laad_versie
from samenspel.regie.scenario import Dienstenspel

pytestmark = pytest.mark.django_db


@pytest.fixture
def werker() -> Account:
    return een_account(een_team())


@pytest.fixture
def client_van(client: Client, werker: Account) -> Client:
    client.force_login(werker)
    return client


def gespeelde_casus(werker: Account, dagen: int = 3) -> Casus:
    """The first voorbeeld of the first startable werkwijze, played up to a day, with this account as regisseur."""
    assert werker.team is not None
    versie = laad_versie(tekst=werkwijzen.tekst("utrecht"), bestand="u", nu=timezone.now())
    voorbeeld = lees_voorbeelden(werkwijzen.voorbeelden_tekst("utrecht"))[1]
    begin = timezone.localdate() - timedelta(days=dagen)
    bezetting = Bezetting(gemeente=werker.gemeente, team=werker.team, accounts={"inbrenger": werker})
    spel = Dienstenspel(versie=versie, voorbeeld=voorbeeld, begin=begin, bezetting=bezetting)
    korter = type(voorbeeld)(
        voorbeeld.naam,
        voorbeeld.bron,
        voorbeeld.huishouden,
        voorbeeld.traject,
        voorbeeld.wijk,
        voorbeeld.personen,
        tuple(s for s in voorbeeld.stappen if s.dag <= dagen),
    )
    for gespeeld in speel(korter, spel, begin):
        assert not gespeeld.afwijkingen
    return spel.casus


def test_logging_in_asks_name_and_password(client: Client, werker: Account) -> None:
    fout = client.post(reverse("inloggen"), {"username": werker.gebruikersnaam, "password": "iets anders"})
    assert fout.status_code == 422
    assert "horen niet bij elkaar" in fout.content.decode()
    goed = client.post(reverse("inloggen"), {"username": werker.gebruikersnaam, "password": WACHTWOORD})
    assert goed.status_code == 302
    assert client.get(reverse("mijn_werk")).status_code == 200


def test_stepping_in_is_for_a_demo_on_this_machine_only(client: Client, werker: Account) -> None:
    werker.functie = "werker"
    werker.save()
    assert client.post(reverse("stap_in"), {"persona": werker.pk}, REMOTE_ADDR="10.0.0.7").status_code == 404
    werker.gemeente.demo = False
    werker.gemeente.save()
    assert client.post(reverse("stap_in"), {"persona": werker.pk}).status_code == 404
    werker.gemeente.demo = True
    werker.gemeente.save()
    assert client.post(reverse("stap_in"), {"persona": werker.pk}).status_code == 302
    assert client.get(reverse("mijn_werk")).status_code == 200


def test_logging_out_ends_it(client_van: Client) -> None:
    client_van.post(reverse("uitloggen"))
    assert client_van.get(reverse("mijn_werk")).status_code == 302


def test_mijn_werk_says_what_to_do_when_it_is_empty(client_van: Client) -> None:
    assert "Er wacht niets op u" in client_van.get(reverse("mijn_werk")).content.decode()


def test_mijn_werk_shows_what_waits_and_notes_the_look(client_van: Client, werker: Account) -> None:
    casus = gespeelde_casus(werker)
    pagina = client_van.get(reverse("mijn_werk")).content.decode()
    assert casus.huishouden.naam in pagina
    assert any(str(casus.pk) in rij.ids for rij in Inzage.objects.filter(account=werker, wat="mijn_werk"))
    assert "Niets in deze lijst" in client_van.get(reverse("mijn_werk") + "?toon=laat").content.decode()


def test_a_household_is_looked_up_before_it_is_made(client_van: Client) -> None:
    nieuw = client_van.get(reverse("huishouden_nieuw")).content.decode()
    assert "Zoek eerst" in nieuw
    gezocht = client_van.post(reverse("zoeken"), {"q": "O'Neill"}).content.decode()
    assert "Niemand gevonden" in gezocht
    gegevens = {"voornaam": "Áine", "achternaam": "O'Neill", "verzoek": str(uuid4())}
    gemaakt = client_van.post(reverse("huishouden_nieuw"), gegevens)
    assert gemaakt.status_code == 303
    assert client_van.get(gemaakt["Location"]).status_code == 200


def test_a_double_submit_makes_one_household(client_van: Client) -> None:
    client_van.post(reverse("zoeken"), {"q": "Vis"})
    gegevens = {"voornaam": "Jo", "achternaam": "Vis", "verzoek": str(uuid4())}
    adressen = {client_van.post(reverse("huishouden_nieuw"), gegevens)["Location"] for _ in range(2)}
    assert len(adressen) == 1
    assert Huishouden.objects.count() == 1


def test_another_teams_household_is_only_known_to_be_there(client_van: Client, werker: Account) -> None:
    ander = een_account(een_team(werker.gemeente))
    een_casus(een_huishouden("Bea Verhoef", team=ander.team), ander)
    gevonden = client_van.post(reverse("zoeken"), {"q": "verhoof"}).content.decode()
    assert "Er is al een regisseur, vraag contact" in gevonden
    assert "Bea" not in gevonden and "Verhoef" not in gevonden


def test_another_municipality_finds_nothing(client_van: Client) -> None:
    een_casus(een_huishouden("Bea Verhoef"), None)
    assert "Niemand gevonden" in client_van.post(reverse("zoeken"), {"q": "Verhoef"}).content.decode()


def test_the_page_of_a_casus_is_its_stand_van_zaken(client_van: Client, werker: Account) -> None:
    casus = gespeelde_casus(werker)
    pagina = client_van.get(reverse("casus", args=[casus.pk])).content.decode()
    for stuk in ("waar staan we", "Wat u nu kunt doen", "In eigen woorden", "Termijnen", "Geschiedenis"):
        assert stuk in pagina
    assert Inzage.objects.filter(account=werker, casus=casus, wat="casus", geweigerd=False).exists()
    assert client_van.get(reverse("historie", args=[casus.pk])).status_code == 200
    assert client_van.get(reverse("inzage", args=[casus.pk])).status_code == 200


def test_without_a_task_a_dossier_is_refused_and_noted(client: Client, werker: Account) -> None:
    casus = gespeelde_casus(werker)
    ander = een_account(een_team(werker.gemeente))
    client.force_login(ander)
    assert client.get(reverse("casus", args=[casus.pk])).status_code == 403
    assert Inzage.objects.filter(account=ander, casus=casus, geweigerd=True).exists()


def test_another_municipalitys_dossier_is_not_there(client: Client, werker: Account) -> None:
    casus = gespeelde_casus(werker)
    client.force_login(een_account(een_team()))
    assert client.get(reverse("casus", args=[casus.pk])).status_code == 404


def test_a_wrong_answer_loses_nothing(client_van: Client, werker: Account) -> None:
    client_van.post(reverse("zoeken"), {"q": "Vis"})
    gegevens = {"voornaam": "Jo", "achternaam": "", "telefoon": "06 1", "verzoek": str(uuid4())}
    antwoord = client_van.post(reverse("huishouden_nieuw"), gegevens)
    assert antwoord.status_code == 422
    assert 'value="06 1"' in antwoord.content.decode()
    opnieuw = client_van.get(reverse("huishouden_nieuw")).content.decode()
    assert 'value="06 1"' in opnieuw and "concept" in opnieuw
    assert Concept.objects.filter(account=werker).count() == 1


def test_a_draft_is_kept_while_typing(client_van: Client) -> None:
    client_van.post(reverse("zoeken"), {"q": "Vis"})
    adres = reverse("concept", args=["huishoudens/nieuw"])
    assert "bewaard" in client_van.post(adres, {"voornaam": "Half"}).json()
    assert 'value="Half"' in client_van.get(reverse("huishouden_nieuw")).content.decode()


def test_a_post_after_the_login_expired_comes_back(client: Client, werker: Account) -> None:
    inlog = {"username": werker.gebruikersnaam, "password": WACHTWOORD}
    client.post(reverse("inloggen"), inlog)
    client.post(reverse("zoeken"), {"q": "Vis"})
    client.cookies.pop("sessionid", None)
    for naam in [n for n in client.cookies if "sess" in n]:
        client.cookies.pop(naam)
    verlopen = client.post(reverse("huishouden_nieuw"), {"voornaam": "Bewaard"})
    assert verlopen.status_code == 302 and LosConcept.objects.count() == 1
    terug = client.post(reverse("inloggen"), inlog)
    assert terug["Location"] == reverse("huishouden_nieuw")
    client.post(reverse("zoeken"), {"q": "Vis"})
    assert 'value="Bewaard"' in client.get(reverse("huishouden_nieuw")).content.decode()


def test_a_stale_token_loses_nothing(werker: Account) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(werker)
    antwoord = client.post(reverse("huishouden_nieuw"), {"voornaam": "Toch bewaard"})
    assert antwoord.status_code in (302, 303, 403)
    assert Concept.objects.filter(account=werker, sleutel=reverse("huishouden_nieuw")).exists()


def test_with_script_only_the_part_that_changes_comes(client_van: Client, werker: Account) -> None:
    gespeelde_casus(werker)
    deel = client_van.get(reverse("mijn_werk") + "?toon=mij", headers={"HX-Request": "true"}).content.decode()
    assert "werklijst" in deel and "<html" not in deel
    gezocht = client_van.post(reverse("zoeken"), {"q": "Niemand"}, headers={"HX-Request": "true"}).content.decode()
    assert "Niemand gevonden" in gezocht and "<html" not in gezocht


def test_mijn_werk_asks_the_database_a_fixed_number_of_times(
    client_van: Client, werker: Account, django_assert_max_num_queries: object
) -> None:
    gespeelde_casus(werker)
    assert callable(django_assert_max_num_queries)
    with django_assert_max_num_queries(40) as een:
        client_van.get(reverse("mijn_werk"))
    gespeelde_casus(werker)
    gespeelde_casus(werker)
    with django_assert_max_num_queries(len(een.captured_queries) + 2):
        client_van.get(reverse("mijn_werk"))


def test_a_paste_that_is_far_too_long_is_told_and_shown_again(client_van: Client) -> None:
    client_van.post(reverse("zoeken"), {"q": "Vis"})
    lang = "z" * 4_000_000
    antwoord = client_van.post(reverse("huishouden_nieuw"), {"voornaam": "Jo", "achternaam": lang})
    assert antwoord.status_code == 422
    tekst = antwoord.content.decode()
    assert tekst.count("te lang om te bewaren") == 2 and lang in tekst, "at the top and beside the field"
    assert Huishouden.objects.count() == 0


def test_no_field_lets_the_browser_cut_off_what_is_pasted(client_van: Client) -> None:
    client_van.post(reverse("zoeken"), {"q": "Vis"})
    pagina = client_van.get(reverse("huishouden_nieuw")).content.decode()
    assert 'name="achternaam"' in pagina and "maxlength" not in pagina.partition("<main")[2]


@override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=1_000)
def test_what_cannot_be_read_at_all_gets_a_dutch_answer(client_van: Client) -> None:
    antwoord = client_van.post(reverse("zoeken"), {"q": "z" * 5_000})
    assert antwoord.status_code == 400
    assert "Ga in uw browser een pagina terug" in antwoord.content.decode()
