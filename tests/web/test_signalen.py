"""Signalen: from a concern at the counter to a holder, a dossier, or an end."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from fabriek import een_account, een_casus, een_huishouden, een_team
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Casus, Gebeurtenis
from samenspel.delen.models import Inzage, Item
from samenspel.delen.services import huidige_woorden
from samenspel.invoer.models import Concept
from samenspel.kern.signaal import vouw
from samenspel.organisatie.models import Account, Wijk
from samenspel.signaal.models import Signaal, Signaalgebeurtenis, Signaalwoorden
from samenspel.signaal.selectors import feiten_van, stand_van
from samenspel.web.forms import collega
from speelwereld import NU, VANDAAG, met_verzoek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdagmiddag")]

GEMELD = {
    "zorg": "Zij komt haar bed niet uit.",
    "spoed": "Gewoon",
    "over_wie": "Ans Verhoef",
    "adres": "Dorpsstraat 3",
    "bron": "Iemand uit de buurt",
    "anoniem": "Nee",
    "melder": "Buurvrouw Riet",
    "telefoon": "06 1",
    "wil_horen": "Nee",
    "weg": "Aan de balie",
    "binnen_op": VANDAAG.isoformat(),
}


@dataclass
class Mensen:
    kees: Account
    nazan: Account
    karim: Account
    vreemde: Account

    def als(self, wie: str) -> Client:
        client = Client()
        client.force_login(getattr(self, wie))
        return client


@pytest.fixture
def mensen() -> Mensen:
    balie = een_team(naam="Balie")
    noord = een_team(balie.gemeente, naam="Noord")
    return Mensen(een_account(balie), een_account(noord), een_account(noord), een_account())


def leg_vast(mensen: Mensen, **velden: str) -> Signaal:
    antwoord = mensen.als("kees").post(reverse("signaal_nieuw"), met_verzoek(**{**GEMELD, **velden}))
    assert antwoord.status_code == 303, antwoord.content.decode()
    signaal = Signaal.objects.get()
    assert antwoord.headers["Location"] == reverse("signaal", args=[signaal.pk])
    return signaal


def doe(mensen: Mensen, wie: str, wat: str, signaal: Signaal, *meer: object, **velden: str) -> int:
    antwoord = mensen.als(wie).post(reverse(wat, args=[signaal.pk, *meer]), met_verzoek(**velden))
    signaal.refresh_from_db()
    assert vouw(feiten_van(signaal)) == stand_van(signaal)
    return antwoord.status_code


def aan_nazan(mensen: Mensen) -> Signaal:
    signaal = leg_vast(mensen)
    assert doe(mensen, "kees", "signaal_doorgeven", signaal, aan=str(mensen.nazan.pk), reden="Bij jullie") == 303
    return signaal


def pagina(mensen: Mensen, wie: str, wat: str, *sleutels: object) -> str:
    antwoord = mensen.als(wie).get(reverse(wat, args=sleutels))
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def test_who_records_a_signaal_holds_it(mensen: Mensen) -> None:
    signaal = leg_vast(mensen)
    assert signaal.houder == mensen.kees
    for wat in ("mijn_werk", "signalen"):
        assert "Zij komt haar bed niet uit." in pagina(mensen, "kees", wat)
        assert "Zij komt haar bed niet uit." not in pagina(mensen, "nazan", wat)
    tekst = pagina(mensen, "kees", "signaal", signaal.pk)
    assert "Buurvrouw Riet" in tekst and "Dorpsstraat 3" in tekst and "Aan de balie" in tekst


def test_the_old_holder_keeps_it_until_the_other_says_yes(mensen: Mensen) -> None:
    signaal = aan_nazan(mensen)
    assert signaal.houder == mensen.kees
    assert "Wacht op" in pagina(mensen, "kees", "signalen")
    assert "vraagt u dit over te nemen" in pagina(mensen, "nazan", "mijn_werk")
    assert "Zij komt haar bed" in pagina(mensen, "nazan", "signaal", signaal.pk)
    for _ in range(2):
        assert doe(mensen, "nazan", "signaal_aannemen", signaal) == 302
    assert signaal.houder == mensen.nazan
    assert Signaalgebeurtenis.objects.filter(signaal=signaal, soort="aangenomen").count() == 1
    assert mensen.als("kees").get(reverse("signaal", args=[signaal.pk])).status_code == 403
    lijst = pagina(mensen, "kees", "signalen")
    assert "nam het over" in lijst and "Zij komt haar bed" not in lijst and "Ans" not in lijst


def test_a_refusal_leaves_it_where_it_was_with_the_reason(mensen: Mensen) -> None:
    signaal = aan_nazan(mensen)
    adres, gegevens = reverse("signaal_weigeren", args=[signaal.pk]), met_verzoek(reden="Niet onze wijk")
    assert mensen.als("nazan").post(adres, met_verzoek(reden="")).status_code == 422
    for _ in range(2):
        assert mensen.als("nazan").post(adres, gegevens).status_code in (302, 303)
    signaal.refresh_from_db()
    assert signaal.houder == mensen.kees and signaal.gevraagd_op is None
    assert "Niet onze wijk" in pagina(mensen, "kees", "signaal", signaal.pk)
    assert mensen.als("nazan").get(reverse("signaal", args=[signaal.pk])).status_code == 403


def test_anybody_of_a_team_that_was_asked_takes_it_once(mensen: Mensen) -> None:
    signaal = leg_vast(mensen)
    doe(mensen, "kees", "signaal_doorgeven", signaal, aan=f"team:{mensen.nazan.team_id}")
    assert "vraagt uw team" in pagina(mensen, "karim", "signalen")
    assert doe(mensen, "karim", "signaal_aannemen", signaal) == 302
    assert doe(mensen, "nazan", "signaal_aannemen", signaal) == 403
    assert signaal.houder == mensen.karim


def test_a_team_or_a_colleague_is_found_by_name_where_there_are_many(
    mensen: Mensen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collega, "LANGSTE_LIJST", 1)
    signaal = leg_vast(mensen)
    assert mensen.nazan.team is not None
    assert doe(mensen, "kees", "signaal_doorgeven", signaal, aan=mensen.nazan.team.naam) == 303
    assert signaal.gevraagd_team == mensen.nazan.team
    assert doe(mensen, "kees", "signaal_doorgeven", signaal, aan=mensen.nazan.naam) == 303
    assert signaal.gevraagd_account == mensen.nazan


def test_a_question_can_be_taken_back(mensen: Mensen) -> None:
    signaal = aan_nazan(mensen)
    assert doe(mensen, "kees", "signaal_intrekken", signaal) == 302
    assert doe(mensen, "nazan", "signaal_aannemen", signaal) == 403
    assert signaal.houder == mensen.kees


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        ({"zorg": ""}, "Schrijf op wat de zorg is."),
        ({"over_wie": ""}, "Schrijf op over wie het gaat"),
        ({"anoniem": "Ja"}, "Wie onbekend wil blijven"),
        ({"wil_horen": "Ja", "telefoon": ""}, "Vul een nummer in"),
        ({"binnen_op": (VANDAAG + timedelta(days=1)).isoformat()}, "Deze dag moet nog komen"),
        ({"bron": "De koning"}, "geldige keuze"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(mensen: Mensen, velden: dict[str, str], melding: str) -> None:
    antwoord = mensen.als("kees").post(reverse("signaal_nieuw"), met_verzoek(**{**GEMELD, **velden}))
    assert antwoord.status_code == 422 and melding in antwoord.content.decode()
    assert Concept.objects.exists() and not Signaal.objects.exists()


def test_who_stays_unknown_has_no_name(mensen: Mensen) -> None:
    signaal = leg_vast(mensen, anoniem="Ja", melder="", telefoon="")
    assert "Wil onbekend blijven" in pagina(mensen, "kees", "signaal", signaal.pk)
    assert not Signaalwoorden.objects.filter(soort="melder").exists()


def test_a_signaal_that_lies_too_long_says_so(mensen: Mensen) -> None:
    signaal = leg_vast(mensen)
    assert "ligt te lang" not in pagina(mensen, "kees", "mijn_werk")
    Signaal.objects.filter(pk=signaal.pk).update(houder_sinds=VANDAAG - timedelta(days=4))
    assert "ligt te lang" in pagina(mensen, "kees", "mijn_werk")


def eigen_casus(mensen: Mensen) -> Casus:
    return een_casus(een_huishouden("Ans Verhoef", "Ben Verhoef", team=mensen.nazan.team), mensen.nazan, NU)


def test_another_teams_household_is_asked_without_showing_it(mensen: Mensen) -> None:
    casus, signaal = eigen_casus(mensen), leg_vast(mensen)
    adres = reverse("signaal_zoeken", args=[signaal.pk])
    assert 'value="Ans Verhoef"' in pagina(mensen, "kees", "signaal_zoeken", signaal.pk)
    gevonden = mensen.als("kees").post(adres, {"q": "verhoof"}).content.decode()
    assert "Er is al een regisseur" in gevonden and casus.nummer not in gevonden and "Ben" not in gevonden
    vraag = pagina(mensen, "kees", "signaal_in_dossier", signaal.pk, casus.pk)
    assert mensen.nazan.naam in vraag and casus.nummer not in vraag
    assert doe(mensen, "kees", "signaal_in_dossier", signaal, casus.pk) == 303
    assert (signaal.houder, signaal.gevraagd_account, signaal.casus) == (mensen.kees, mensen.nazan, None)
    assert set(Inzage.objects.filter(casus=casus).values_list("wat", flat=True)) == {"zoeken"}
    doe(mensen, "nazan", "signaal_aannemen", signaal)
    assert reverse("signaal_in_dossier", args=[signaal.pk, casus.pk]) in pagina(mensen, "nazan", "signaal", signaal.pk)


def test_the_words_move_into_the_dossier_and_who_told_them_does_not(mensen: Mensen) -> None:
    casus, signaal = eigen_casus(mensen), aan_nazan(mensen)
    doe(mensen, "nazan", "signaal_aannemen", signaal)
    velden = {"betreft": "Ans", "verteld": "Wij gaan langs."}
    assert doe(mensen, "nazan", "signaal_in_dossier", signaal, casus.pk, **velden) == 303
    assert (signaal.status, signaal.casus) == ("in_dossier", casus)
    item = Item.objects.get(signaal=signaal)
    assert huidige_woorden(item)["zorg"] == "Zij komt haar bed niet uit."
    assert "Riet" not in str(huidige_woorden(item))
    assert [p.voornaam for p in item.betreft.all()] == ["Ans"]
    assert not Signaalwoorden.objects.filter(soort="zorg", inhoud__isnull=False).exists()
    assert Gebeurtenis.objects.filter(soort="signaal_gelegd", casus=casus).count() == 1
    assert controleer_casus(casus) == []
    assert "Signaal in het dossier gelegd" in pagina(mensen, "nazan", "casus", casus.pk)
    assert doe(mensen, "nazan", "signaal_sluiten", signaal, reden="x") == 422


def test_what_lay_in_the_wrong_dossier_is_laid_in_the_right_one(mensen: Mensen) -> None:
    fout, goed, signaal = eigen_casus(mensen), eigen_casus(mensen), aan_nazan(mensen)
    assert mensen.als("nazan").get(reverse("signaal_uit_dossier", args=[signaal.pk])).status_code == 403
    doe(mensen, "nazan", "signaal_aannemen", signaal)
    velden = {"betreft": "Ans", "verteld": "Wij gaan langs."}
    assert doe(mensen, "nazan", "signaal_in_dossier", signaal, fout.pk, **velden) == 303
    assert "Haal het eruit" in pagina(mensen, "nazan", "signaal", signaal.pk)
    uit = reverse("signaal_uit_dossier", args=[signaal.pk])
    assert uit in pagina(mensen, "nazan", "casus", fout.pk)
    assert mensen.als("karim").get(uit).status_code == 403
    assert Inzage.objects.filter(account=mensen.karim, casus=fout, geweigerd=True).exists()
    assert doe(mensen, "nazan", "signaal_uit_dossier", signaal, reden="") == 422
    assert doe(mensen, "nazan", "signaal_uit_dossier", signaal, reden="Het gaat om de zus.") == 303
    assert (signaal.status, signaal.casus, signaal.houder) == ("open", None, mensen.nazan)
    tekst = pagina(mensen, "nazan", "signaal", signaal.pk)
    assert "Zij komt haar bed niet uit." in tekst and "Buurvrouw Riet" in tekst and "Het gaat om de zus." in tekst
    assert doe(mensen, "nazan", "signaal_in_dossier", signaal, goed.pk, **velden) == 303
    in_fout, in_goed = (pagina(mensen, "nazan", "historie", c.pk) for c in (fout, goed))
    assert "Signaal uit het dossier gehaald: het hoort hier niet" in in_fout and goed.nummer not in in_fout
    assert "het lag eerst ergens anders" in in_goed and fout.nummer not in in_goed
    assert "Het gaat om de zus." in in_fout and "Het gaat om de zus." not in in_goed
    assert Item.objects.get(casus=fout).ingetrokken_op is not None
    assert controleer_casus(fout) == [] == controleer_casus(goed)


def test_who_runs_the_dossier_now_takes_a_signaal_out_and_holds_it(mensen: Mensen) -> None:
    casus, signaal = eigen_casus(mensen), aan_nazan(mensen)
    doe(mensen, "nazan", "signaal_aannemen", signaal)
    doe(mensen, "nazan", "signaal_in_dossier", signaal, casus.pk, betreft="Ans", verteld="Wij gaan langs.")
    Casus.objects.filter(pk=casus.pk).update(regisseur=mensen.karim)
    assert doe(mensen, "nazan", "signaal_uit_dossier", signaal, reden="Fout") == 403
    assert doe(mensen, "karim", "signaal_uit_dossier", signaal, reden="Fout") == 303
    assert signaal.houder == mensen.karim
    assert mensen.als("nazan").get(reverse("signaal", args=[signaal.pk])).status_code == 403


def test_a_new_household_comes_with_the_words_after_looking(mensen: Mensen) -> None:
    signaal = leg_vast(mensen)
    client, nieuw = mensen.als("kees"), reverse("signaal_huishouden_nieuw", args=[signaal.pk])
    zoeken = reverse("signaal_zoeken", args=[signaal.pk])
    assert client.get(nieuw).headers["Location"] == zoeken
    assert "Niemand gevonden" in client.post(zoeken, {"q": "Ans Verhoef"}).content.decode()
    formulier = client.get(nieuw).content.decode()
    assert 'value="Ans"' in formulier and 'value="Dorpsstraat 3"' in formulier
    gegevens = met_verzoek(voornaam="Ans", achternaam="Verhoef", adres="Dorpsstraat 3")
    for _ in range(2):
        assert client.post(nieuw, gegevens).status_code == 303
    casus = Casus.objects.get()
    signaal.refresh_from_db()
    assert signaal.casus == casus and controleer_casus(casus) == []
    assert vouw(feiten_van(signaal)) == stand_van(signaal)


@pytest.mark.parametrize("zelf", [False, True])
def test_a_household_from_the_counter_goes_to_the_chosen_team_or_that_of_the_wijk(mensen: Mensen, zelf: bool) -> None:
    balie, buurt = mensen.kees.team, mensen.nazan.team
    assert balie is not None and buurt is not None
    wijk = Wijk.objects.create(gemeente=mensen.kees.gemeente, naam="Dorp")
    buurt.wijken.add(wijk)
    signaal, client = leg_vast(mensen), mensen.als("kees")
    client.post(reverse("signaal_zoeken", args=[signaal.pk]), {"q": "Ans Verhoef"})
    nieuw = reverse("signaal_huishouden_nieuw", args=[signaal.pk])
    assert "Bij welk team hoort het huishouden?" in client.get(nieuw).content.decode()
    team = str(balie.pk) if zelf else ""
    antwoord = client.post(nieuw, met_verzoek(voornaam="Ans", achternaam="Verhoef", wijk=str(wijk.pk), team=team))
    signaal.refresh_from_db()
    casus = signaal.casus
    assert casus is not None and casus.regisseur == mensen.kees
    assert casus.huishouden.team == (balie if zelf else buurt)
    assert antwoord.headers["Location"] == reverse("casus" if zelf else "overdragen", args=[casus.pk])


def test_closing_says_why_and_what_was_told_and_then_words_can_go(mensen: Mensen) -> None:
    signaal = leg_vast(mensen, wil_horen="Ja")
    assert doe(mensen, "kees", "signaal_sluiten", signaal, reden="Al geholpen") == 422
    assert doe(mensen, "kees", "signaal_sluiten", signaal, reden="Al geholpen", verteld="Gebeld") == 303
    assert "Gebeld" in pagina(mensen, "kees", "signaal", signaal.pk)
    assert doe(mensen, "kees", "signaal_wissen", signaal) == 303
    assert not Signaalwoorden.objects.filter(inhoud__isnull=False).exists()
    tekst = pagina(mensen, "kees", "signaal", signaal.pk)
    assert "De tekst is gewist." in tekst and "Ans" not in tekst and "Gebeld" not in tekst


@pytest.mark.parametrize("wie", ["karim", "vreemde"])
def test_nobody_else_reads_or_does_anything(mensen: Mensen, wie: str) -> None:
    signaal, casus = aan_nazan(mensen), eigen_casus(mensen)
    verwacht = 403 if wie == "karim" else 404
    client = mensen.als(wie)
    for naam in ("signaal_doorgeven", "signaal_weigeren", "signaal_sluiten", "signaal_wissen", "signaal_zoeken"):
        adres = reverse(naam, args=[signaal.pk])
        assert [client.get(adres).status_code, client.post(adres, met_verzoek()).status_code] == [verwacht] * 2, naam
    for naam in ("signaal_aannemen", "signaal_intrekken"):
        assert client.post(reverse(naam, args=[signaal.pk]), met_verzoek()).status_code == verwacht
    assert client.get(reverse("signaal", args=[signaal.pk])).status_code == verwacht
    assert client.get(reverse("signaal_in_dossier", args=[signaal.pk, casus.pk])).status_code == verwacht


def test_the_database_holds_what_the_rules_say(mensen: Mensen) -> None:
    signaal = leg_vast(mensen)
    fout: list[dict[str, Any]] = [
        {"gevraagd_op": VANDAAG},
        {"gevraagd_op": VANDAAG, "gevraagd_account": mensen.kees},
        {"gevraagd_op": VANDAAG, "gevraagd_account": mensen.nazan, "gevraagd_team": mensen.nazan.team},
        {"status": "in_dossier"},
        {"status": "kwijt"},
    ]
    for velden in fout:
        with pytest.raises(IntegrityError), transaction.atomic():
            Signaal.objects.filter(pk=signaal.pk).update(**velden)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM signaal_signaalgebeurtenis")


def test_a_signaal_that_is_not_there_is_not_found(mensen: Mensen) -> None:
    assert mensen.als("kees").get(reverse("signaal", args=[uuid4()])).status_code == 404
