"""The one plan, and the telefoonlijst."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fabriek import een_account, een_team
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Casusrol, Gebeurtenis
from samenspel.delen.models import Inzage
from samenspel.delen.services import huidige_woorden
from samenspel.invoer.models import Concept
from samenspel.kennis.models import Contactpersoon, Organisatie
from samenspel.netwerk.services import Band
from samenspel.organisatie.models import Gemeente
from samenspel.plan.models import Actie, Doel
from samenspel.regie.correcties import laat_vervallen
from samenspel.regie.intrekken import trek_in
from samenspel.regie.netwerken import voeg_netwerklid_toe
from speelwereld import LENING, NU, VANDAAG, Wereld, met_verzoek, speel_tot

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdagmiddag")]

OVER_EEN_WEEK = (VANDAAG + timedelta(days=7)).isoformat()


@pytest.fixture
def wereld() -> Wereld:
    """A household with its own words and a doorbraakplan, in its first fase."""
    return speel_tot(LENING, 3)


def allen(wereld: Wereld) -> list[str]:
    return [p.voornaam for p in wereld.traject.betreft.all()]


def doel(wereld: Wereld, tekst: str = "Mijn diploma halen") -> Doel:
    adres = reverse("doel_nieuw", args=[wereld.casus.pk])
    gegevens = {**met_verzoek(tekst=tekst), "betreft": allen(wereld)}
    assert wereld.als("inbrenger").post(adres, gegevens).status_code == 303
    return Doel.objects.latest("volgorde")


def actie(wereld: Wereld, **velden: str) -> tuple[int, str]:
    basis = {"wat": "De school bellen", "wie": f"account:{wereld.mensen['inbrenger'].pk}", "voor": OVER_EEN_WEEK}
    gegevens = {**met_verzoek(**{**basis, **velden}), "betreft": allen(wereld)}
    antwoord = wereld.als("inbrenger").post(reverse("actie_nieuw", args=[wereld.casus.pk]), gegevens)
    return antwoord.status_code, antwoord.content.decode()


def test_a_goal_stands_in_the_residents_words(wereld: Wereld) -> None:
    rij = doel(wereld, "Dat ik weer slaap")
    assert huidige_woorden(rij.item) == {"tekst": "Dat ik weer slaap"}
    assert Gebeurtenis.objects.get(soort="doel_gesteld").woorden is not None
    assert "Dat ik weer slaap" in wereld.als("inbrenger").get(reverse("casus", args=[wereld.casus.pk])).content.decode()
    assert controleer_casus(wereld.casus) == []


def test_what_lapsed_is_no_appointment_any_more(wereld: Wereld) -> None:
    def kop() -> str:
        pagina = wereld.als("inbrenger").get(reverse("casus", args=[wereld.casus.pk])).content.decode()
        return pagina.partition("volgende afspraak")[2][:200]

    assert actie(wereld)[0] == 303 and "De school bellen" in kop()
    laat_vervallen(actie=Actie.objects.get(), reden="Niet nodig", account=wereld.mensen["inbrenger"], versie=1, nu=NU)
    assert "De school bellen" not in kop()


def test_a_double_submit_sets_one_goal(wereld: Wereld) -> None:
    client, gegevens = wereld.als("inbrenger"), {**met_verzoek(tekst="Rust"), "betreft": allen(wereld)}
    for _ in range(2):
        assert client.post(reverse("doel_nieuw", args=[wereld.casus.pk]), gegevens).status_code == 303
    assert Doel.objects.count() == 1


def test_a_goal_can_be_of_one_person_only(wereld: Wereld) -> None:
    een = allen(wereld)[0]
    gegevens = {**met_verzoek(tekst="Rust"), "betreft": [een]}
    wereld.als("inbrenger").post(reverse("doel_nieuw", args=[wereld.casus.pk]), gegevens)
    assert [p.voornaam for p in Doel.objects.get().item.betreft.all()] == [een]


def test_how_far_a_goal_is_is_kept_with_its_history(wereld: Wereld) -> None:
    rij = doel(wereld)
    adres = reverse("doel", args=[rij.pk])
    gegevens = met_verzoek(status="Bereikt", tekst="Mijn diploma halen", versie=str(rij.item.versie))
    assert wereld.als("inbrenger").post(adres, gegevens).status_code == 303
    rij.refresh_from_db()
    assert rij.status == "bereikt"
    assert Gebeurtenis.objects.get(soort="doel_gewijzigd").gegevens["status"] == "bereikt"
    assert controleer_casus(wereld.casus) == []


def test_the_second_who_changes_a_goal_sees_both(wereld: Wereld) -> None:
    rij = doel(wereld)
    adres, versie, client = reverse("doel", args=[rij.pk]), str(rij.item.versie), wereld.als("inbrenger")
    client.post(adres, met_verzoek(status="Loopt", tekst="Mijn diploma in mei", versie=versie))
    tweede = client.post(adres, met_verzoek(status="Losgelaten", tekst="Mijn diploma in juni", versie=versie))
    assert tweede.status_code == 409
    assert "Mijn diploma in mei" in tweede.content.decode() and "Mijn diploma in juni" in tweede.content.decode()


def test_an_action_in_a_traject_is_an_agreement_of_it(wereld: Wereld) -> None:
    rij = doel(wereld)
    assert actie(wereld, traject=str(wereld.traject.pk), doel=str(rij.pk))[0] == 303
    gemaakt = Actie.objects.get()
    assert (gemaakt.traject_id, gemaakt.doel_id) == (wereld.traject.pk, rij.pk)
    assert Gebeurtenis.objects.filter(soort="afspraak_gemaakt").exists()
    adres = reverse("actie_afronden", args=[gemaakt.pk])
    client, gegevens = wereld.als("inbrenger"), met_verzoek()
    assert [client.post(adres, gegevens).status_code for _ in range(2)] == [303, 303]
    assert Gebeurtenis.objects.filter(soort="afspraak_afgerond").count() == 1
    assert controleer_casus(wereld.casus) == []


def test_an_action_apart_from_a_traject_has_its_own_history(wereld: Wereld) -> None:
    assert actie(wereld, traject="", wie="anders", wie_anders="Oma")[0] == 303
    gemaakt = Actie.objects.get()
    assert gemaakt.traject is None and huidige_woorden(gemaakt.item)["wie"] == "Oma"
    assert wereld.als("inbrenger").post(reverse("actie_afronden", args=[gemaakt.pk]), met_verzoek()).status_code == 303
    soorten = set(Gebeurtenis.objects.values_list("soort", flat=True))
    assert {"actie_afgesproken", "actie_afgerond"} <= soorten
    geschiedenis = wereld.als("inbrenger").get(reverse("historie", args=[wereld.casus.pk])).content.decode()
    assert "Actie afgesproken: Oma" in geschiedenis and "Actie afgerond: Oma" in geschiedenis
    assert controleer_casus(wereld.casus) == []


def test_a_person_of_the_household_can_own_an_action(wereld: Wereld) -> None:
    persoon = wereld.traject.betreft.first()
    assert persoon is not None
    assert actie(wereld, wie=f"persoon:{persoon.pk}")[0] == 303
    assert Actie.objects.get().persoon == persoon


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        ({"wie": ""}, "Kies wie het doet."),
        ({"wie": "anders"}, "Vul de naam in"),
        ({"voor": ""}, "Kies een dag."),
        ({"voor": "morgen"}, "Dit is geen dag."),
        ({"wie": "account:00000000-0000-0000-0000-000000000000"}, "geldige keuze"),
    ],
)
def test_an_action_without_one_owner_and_a_day_keeps_what_was_typed(
    wereld: Wereld, velden: dict[str, str], melding: str
) -> None:
    status, pagina = actie(wereld, **velden)
    assert status == 422
    assert melding in pagina and "De school bellen" in pagina
    assert not Actie.objects.exists()
    assert Concept.objects.exists()


def test_an_action_ticked_off_twice_is_refused_the_second_time(wereld: Wereld) -> None:
    actie(wereld)
    adres, client = reverse("actie_afronden", args=[Actie.objects.get().pk]), wereld.als("inbrenger")
    assert client.post(adres, met_verzoek()).status_code == 303
    assert client.post(adres, met_verzoek()).status_code == 422


def test_only_the_regisseur_changes_the_plan(wereld: Wereld) -> None:
    rij = doel(wereld)
    actie(wereld)
    collega = een_account(wereld.mensen["inbrenger"].team)
    wereld.mensen["collega"] = collega
    Casusrol.objects.create(
        gemeente=wereld.casus.gemeente,
        casus=wereld.casus,
        traject=wereld.traject,
        account=collega,
        rol="koploper",
        van=VANDAAG,
    )
    client = wereld.als("collega")
    adressen = [reverse(n, args=[wereld.casus.pk]) for n in ("doel_nieuw", "actie_nieuw")]
    adressen += [reverse("doel", args=[rij.pk]), reverse("actie_afronden", args=[Actie.objects.get().pk])]
    for adres in adressen:
        assert client.get(adres).status_code == 403
        assert client.post(adres, met_verzoek()).status_code == 403
    assert Inzage.objects.filter(account=collega, geweigerd=True).count() == 8


def test_another_municipality_finds_none_of_the_plan(wereld: Wereld) -> None:
    rij = doel(wereld)
    actie(wereld)
    wereld.mensen["vreemde"] = een_account(een_team())
    client = wereld.als("vreemde")
    for naam, wat in (("doel_nieuw", wereld.casus), ("actie_nieuw", wereld.casus), ("doel", rij)):
        assert client.get(reverse(naam, args=[wat.pk])).status_code == 404
    assert client.get(reverse("actie_afronden", args=[Actie.objects.get().pk])).status_code == 404


# --- telefoonlijst


def iemand(gemeente: Gemeente, organisatie: str, soort: str, naam: str, **velden: object) -> Contactpersoon:
    rij, _ = Organisatie.objects.get_or_create(gemeente=gemeente, naam=organisatie, defaults={"soort": soort})
    return Contactpersoon.objects.create(gemeente=gemeente, organisatie=rij, naam=naam, **velden)


def test_the_list_says_what_somebody_may_decide(wereld: Wereld) -> None:
    gemeente = wereld.casus.gemeente
    iemand(gemeente, "Werk en Inkomen", "publiek", "A. Smit", wetten=["Participatiewet"], bedrag=100_000)
    iemand(gemeente, "De corporatie", "privaat", "B. Kok", geldig_tot=VANDAAG - timedelta(days=1))
    pagina = wereld.als("inbrenger").get(reverse("contactpersonen")).content.decode()
    assert "Mandaat" in pagina and "tot € 1.000" in pagina and "Participatiewet" in pagina
    assert "Beslisruimte verlopen sinds gisteren" in pagina


def test_the_list_is_filtered_by_typing(wereld: Wereld) -> None:
    gemeente = wereld.casus.gemeente
    smit = iemand(gemeente, "Werk en Inkomen", "publiek", "A. Smit", wetten=["Participatiewet"])
    iemand(gemeente, "De corporatie", "privaat", "B. Kok")
    client = wereld.als("inbrenger")
    for gezocht in ("inkomen", "smit", "PARTICIPATIE"):
        pagina = client.get(reverse("contactpersonen"), {"q": gezocht}).content.decode()
        assert "A. Smit" in pagina and "B. Kok" not in pagina
    assert "Niemand gevonden" in client.get(reverse("contactpersonen"), {"q": "<script>"}).content.decode()
    assert "A. Smit" in client.get(reverse("contactpersoon", args=[smit.pk])).content.decode()


def test_another_municipalitys_list_is_not_there(wereld: Wereld) -> None:
    ander = iemand(een_team().gemeente, "Elders", "publiek", "C. Vreemd")
    client = wereld.als("inbrenger")
    assert "C. Vreemd" not in client.get(reverse("contactpersonen")).content.decode()
    assert client.get(reverse("contactpersoon", args=[ander.pk])).status_code == 404


def test_somebody_of_the_network_does_it_and_is_late_by_name(wereld: Wereld) -> None:
    regisseur, mensen = wereld.mensen["inbrenger"], list(wereld.traject.betreft.all())
    band = Band(soort="familie", meedoen="doet_mee")
    oma = voeg_netwerklid_toe(
        casus=wereld.casus, band=band, woorden={"naam": "Oma Riet"}, betreft=mensen, account=regisseur, nu=NU
    )
    gisteren = (VANDAAG - timedelta(days=1)).isoformat()
    lang_geleden = {"wie": f"netwerk:{oma.pk}", "voor": gisteren}
    assert actie(wereld, wat="De post ophalen", **lang_geleden)[0] == 303
    assert actie(wereld, wat="Meegaan naar school", traject=str(wereld.traject.pk), **lang_geleden)[0] == 303
    assert {a.netwerklid for a in Actie.objects.filter(netwerklid__isnull=False)} == {oma}
    laat = wereld.als("inbrenger").get(reverse("plan", args=[wereld.casus.pk]), {"toon": "laat"}).content.decode()
    assert laat.count("Oma Riet") == 2 and laat.count("1 dag te laat") == 2
    assert "Oma Riet" in wereld.als("inbrenger").get(reverse("casus", args=[wereld.casus.pk])).content.decode()
    client = Client()
    client.force_login(een_account(persoon=mensen[0]))
    adres = reverse("mijn_plan_van", args=[wereld.casus.pk])
    tekst = client.get(adres).content.decode()
    anderen = tekst[tekst.index("Wat anderen voor mij doen") :]
    assert "De post ophalen" in anderen
    assert anderen.count('<small>Oma Riet · <span class="laat">zou klaar zijn op gisteren') == 2
    # Who may no longer read who that is, reads that it is somebody of the network.
    trek_in(item=oma.item, reden="Fout", account=regisseur, versie=1, nu=NU)
    tekst = client.get(adres).content.decode()
    assert "Oma Riet" not in tekst and "iemand uit het netwerk" in tekst
    assert controleer_casus(wereld.casus) == []
