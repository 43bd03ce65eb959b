"""Talking: contacts, somebody's own words, life domains; nothing that was typed is lost."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fabriek import WACHTWOORD
from keukentafel import Keukentafel, als, dek_de_tafel, een_casus_zonder_traject, verstuur
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Contact, EigenWoorden, Gebeurtenis, Leefgebiedgesprek
from samenspel.delen.models import Inzage
from samenspel.delen.services import huidige_woorden
from samenspel.invoer.models import Concept
from samenspel.kennis.models import Contactpersoon, Organisatie
from samenspel.kern.stand import Geweigerd
from samenspel.kern.stand.handelingen import KenRolToe, LegContactVast
from samenspel.netwerk.models import Netwerklid
from samenspel.netwerk.services import Band
from samenspel.organisatie.models import Account
from samenspel.regie.begin import leg_leefgebied_vast
from samenspel.regie.feiten import lees_feiten
from samenspel.regie.netwerken import voeg_netwerklid_toe
from samenspel.regie.routes import route_van

pytestmark = pytest.mark.django_db


@pytest.fixture
def tafel() -> Keukentafel:
    return dek_de_tafel()


def contactadres(tafel: Keukentafel) -> str:
    return reverse("contact_vastleggen", args=[tafel.casus.pk])


def een_contact(tafel: Keukentafel, **anders: Any) -> dict[str, Any]:
    gisteren = timezone.localtime() - timedelta(days=1)
    velden = {
        "met": "anders",
        "met_anders": "De buurvrouw",
        "op_dag": gisteren.date().isoformat(),
        "op_tijd": "09:15",
        "uitkomst": "niet_opgelost",
        "gezegd": "Het lukt zo niet.",
        "afgesproken": "Zij denkt mee.",
        "terugbellen_op": (gisteren + timedelta(days=4)).strftime("%d-%m-%Y"),
        "betreft": [str(tafel.moeder.pk)],
    }
    return verstuur(**velden | anders)


def test_a_contact_of_yesterday_counts_from_yesterday(tafel: Keukentafel) -> None:
    antwoord = als(tafel.trekker).post(contactadres(tafel), een_contact(tafel))
    assert antwoord.status_code == 303 and antwoord["Location"] == reverse("casus", args=[tafel.casus.pk])
    contact = Contact.objects.get()
    assert contact.traject_id == tafel.traject.pk and contact.uitkomst == "niet_opgelost"
    assert huidige_woorden(contact.item)["met"] == "De buurvrouw"
    assert [p.pk for p in contact.item.betreft.all()] == [tafel.moeder.pk]
    gebeurtenis = Gebeurtenis.objects.get(soort="contact_vastgelegd")
    assert timezone.localdate(gebeurtenis.gebeurd_op) == timezone.localdate() - timedelta(days=1)
    assert timezone.localdate(gebeurtenis.vastgelegd_op) == timezone.localdate()


def test_with_whom_is_chosen_from_the_list_or_the_household(tafel: Keukentafel) -> None:
    organisatie = Organisatie.objects.create(gemeente=tafel.casus.gemeente, naam="Woonbron", soort="privaat")
    iemand = Contactpersoon.objects.create(gemeente=tafel.casus.gemeente, organisatie=organisatie, naam="R. Visser")
    client = als(tafel.trekker)
    pagina = client.get(contactadres(tafel) + f"?contactpersoon={iemand.pk}").content.decode()
    assert "R. Visser, Woonbron" in pagina and f'value="c-{iemand.pk}" selected' in pagina
    client.post(contactadres(tafel), een_contact(tafel, met=f"c-{iemand.pk}"))
    client.post(contactadres(tafel), een_contact(tafel, met=f"p-{tafel.moeder.pk}"))
    gebeld = Contact.objects.get(contactpersoon=iemand)
    assert huidige_woorden(gebeld.item)["met"] == "R. Visser, Woonbron"
    assert Contact.objects.filter(persoon=tafel.moeder).exists()


def test_a_contact_that_must_still_come_is_refused_and_keeps_what_was_typed(tafel: Keukentafel) -> None:
    morgen = timezone.localdate() + timedelta(days=1)
    client = als(tafel.trekker)
    antwoord = client.post(contactadres(tafel), een_contact(tafel, op_dag=morgen.isoformat()))
    assert antwoord.status_code == 422
    pagina = antwoord.content.decode()
    assert "Dit moment moet nog komen" in pagina and "Het lukt zo niet." in pagina
    assert "Het lukt zo niet." in client.get(contactadres(tafel)).content.decode()
    assert not Contact.objects.exists()


def test_each_wrong_answer_is_told_in_dutch(tafel: Keukentafel) -> None:
    fout = een_contact(tafel, met_anders="", op_dag="ooit", op_tijd="straks", uitkomst="", betreft=[])
    pagina = als(tafel.trekker).post(contactadres(tafel), fout).content.decode()
    for melding in (
        "Vul in met wie u sprak.",
        "Dit is geen dag.",
        "Dit is geen tijd.",
        "Kies hoe het afliep.",
        "Kies over wie het gaat.",
    ):
        assert melding in pagina
    assert 'value="ooit"' in pagina


def feiten_na(tafel: Keukentafel) -> dict[str, object]:
    return lees_feiten(tafel.traject, route_van(tafel.traject))


def test_a_talk_at_home_opens_no_way_and_cancels_no_call_back(tafel: Keukentafel) -> None:
    client, thuis = als(tafel.trekker), f"p-{tafel.moeder.pk}"
    client.post(contactadres(tafel), een_contact(tafel, uitkomst="wacht_op_antwoord"))
    buiten = feiten_na(tafel)
    assert buiten["contact.uitkomst"] == "wacht_op_antwoord" and "contact.terugbellen_op" in buiten
    for uitkomst in ("niet_opgelost", ""):
        velden = een_contact(tafel, met=thuis, uitkomst=uitkomst, terugbellen_op="")
        assert client.post(contactadres(tafel), velden).status_code == 303
    feiten = ("contact.uitkomst", "contact.terugbellen_op", "contact.aantal")
    assert {f: feiten_na(tafel)[f] for f in feiten} == {f: buiten[f] for f in feiten}
    assert [c.uitkomst for c in Contact.objects.order_by("item__gemaakt_op")][1:] == ["niet_opgelost", "gesproken"]


def test_a_call_back_is_settled_by_talking_with_the_same_side(tafel: Keukentafel) -> None:
    client = als(tafel.trekker)
    client.post(contactadres(tafel), een_contact(tafel))
    client.post(contactadres(tafel), een_contact(tafel, terugbellen_op=""))
    assert "contact.terugbellen_op" not in feiten_na(tafel)


def test_somebody_of_the_network_and_a_colleague_can_be_chosen(tafel: Keukentafel) -> None:
    voeg_netwerklid_toe(
        casus=tafel.casus,
        woorden={"naam": "Oma Riet"},
        band=Band(soort="familie"),
        betreft=[tafel.moeder],
        account=tafel.trekker,
        nu=timezone.now(),
    )
    pagina = als(tafel.trekker).get(contactadres(tafel)).content.decode()
    oma = Netwerklid.objects.get()
    assert "Oma Riet" in pagina and f'value="a-{tafel.meelezer.pk}"' in pagina
    velden = een_contact(tafel, met=f"n-{oma.pk}", met_anders="", uitkomst="")
    assert als(tafel.trekker).post(contactadres(tafel), velden).status_code == 303
    contact = Contact.objects.get()
    assert contact.partner == "netwerk" and huidige_woorden(contact.item)["met"] == "Oma Riet"
    assert "contact.uitkomst" not in feiten_na(tafel)


@pytest.mark.parametrize(("uitkomst", "antwoord"), [("opgelost", 422), ("geen_gehoor", 303)])
def test_only_a_call_that_nobody_took_needs_no_words(tafel: Keukentafel, uitkomst: str, antwoord: int) -> None:
    velden = een_contact(tafel, uitkomst=uitkomst, gezegd="", afgesproken="")
    klaar = als(tafel.trekker).post(contactadres(tafel), velden)
    assert klaar.status_code == antwoord
    if antwoord == 422:
        assert "Schrijf op wat er is gezegd of wat jullie afspraken." in klaar.content.decode()
        with pytest.raises(Geweigerd, match="Schrijf op"):
            tafel.doe(LegContactVast(uitkomst))


def test_a_double_submit_records_one_contact(tafel: Keukentafel) -> None:
    velden, client = een_contact(tafel), als(tafel.trekker)
    assert {client.post(contactadres(tafel), velden)["Location"] for _ in range(2)}
    assert Contact.objects.count() == 1


def test_kern_refuses_whoever_has_no_task(tafel: Keukentafel) -> None:
    assert als(tafel.buitenstaander).post(contactadres(tafel), een_contact(tafel)).status_code == 403
    assert Inzage.objects.filter(account=tafel.buitenstaander, geweigerd=True).exists()
    assert als(tafel.elders).get(contactadres(tafel)).status_code == 404


def test_without_the_right_to_names_no_name_is_shown(tafel: Keukentafel) -> None:
    pagina = als(tafel.kijker).get(contactadres(tafel)).content.decode()
    assert "Bram" not in pagina and "Anna" not in pagina
    zonder_namen = {k: v for k, v in een_contact(tafel).items() if k != "betreft"}
    assert als(tafel.kijker).post(contactadres(tafel), zonder_namen).status_code == 303
    assert Contact.objects.get().item.betreft.count() == 2


def test_a_casus_without_traject_keeps_a_talk_too() -> None:
    casus, trekker = een_casus_zonder_traject()
    adres, lid = reverse("contact_vastleggen", args=[casus.pk]), casus.huishouden.lidmaatschap_set.first()
    assert lid is not None
    velden = verstuur(
        met=f"p-{lid.persoon_id}",
        op_dag=timezone.localdate().isoformat(),
        op_tijd="00:00",
        gezegd="Zij slaapt weer.",
        betreft=[str(lid.persoon_id)],
    )
    assert als(trekker).post(adres, velden).status_code == 303
    contact = Contact.objects.get()
    assert contact.traject is None and contact.persoon_id == lid.persoon_id


def woordenadres(tafel: Keukentafel) -> str:
    return reverse("eigen_woorden", args=[tafel.casus.pk, tafel.moeder.pk])


def test_own_words_are_kept_verbatim_and_earlier_ones_stay_readable(tafel: Keukentafel) -> None:
    client = als(tafel.trekker)
    client.post(woordenadres(tafel), verstuur(ik_wil="Rust 'in huis'", ik_kan="", ik_heb_nodig="أحتاج إلى بيت"))
    woorden = EigenWoorden.objects.get()
    assert huidige_woorden(woorden.item) == {"ik_wil": "Rust 'in huis'", "ik_heb_nodig": "أحتاج إلى بيت"}
    client.post(woordenadres(tafel), verstuur(versie="1", ik_wil="Een eigen plek", ik_kan="", ik_heb_nodig=""))
    pagina = client.get(woordenadres(tafel)).content.decode()
    assert "Wat er eerder stond" in pagina and "Rust &#x27;in huis&#x27;" in pagina and "Een eigen plek" in pagina


@pytest.mark.parametrize("versie", ["1", ""])
def test_who_comes_second_sees_both_and_chooses(tafel: Keukentafel, versie: str) -> None:
    client = als(tafel.trekker)
    client.post(woordenadres(tafel), verstuur(ik_wil="Eerst", ik_kan="Koken", ik_heb_nodig=""))
    if versie:
        client.post(woordenadres(tafel), verstuur(versie="1", ik_wil="Van een ander", ik_kan="Koken", ik_heb_nodig=""))
    botsing = client.post(
        woordenadres(tafel), verstuur(versie=versie, ik_wil="Van mij", ik_kan="Koken", ik_heb_nodig="")
    )
    pagina = botsing.content.decode()
    assert botsing.status_code == 409
    assert "Van mij" in pagina and ("Van een ander" if versie else "Eerst") in pagina
    nu = EigenWoorden.objects.get().item.versie
    keuze = verstuur(versie=str(nu), ik_wil="Van mij", ik_kan="Koken", ik_heb_nodig="", **{"kies-ik_wil": "mijn"})
    assert client.post(woordenadres(tafel), keuze).status_code == 303
    assert huidige_woorden(EigenWoorden.objects.get().item)["ik_wil"] == "Van mij"


def test_empty_words_are_not_kept(tafel: Keukentafel) -> None:
    antwoord = als(tafel.trekker).post(woordenadres(tafel), verstuur(ik_wil=" ", ik_kan="", ik_heb_nodig=""))
    assert antwoord.status_code == 422 and not EigenWoorden.objects.exists()


def test_own_words_are_for_the_regisseur(tafel: Keukentafel) -> None:
    assert als(tafel.meelezer).get(woordenadres(tafel)).status_code == 403
    assert Inzage.objects.filter(account=tafel.meelezer, wat="eigen_woorden", geweigerd=True).exists()
    assert als(tafel.elders).post(woordenadres(tafel), verstuur(ik_wil="x")).status_code == 404


def test_words_typed_after_the_login_expired_come_back(tafel: Keukentafel, client: Client) -> None:
    inlog = {"username": tafel.trekker.gebruikersnaam, "password": WACHTWOORD}
    client.post(reverse("inloggen"), inlog)
    for naam in [n for n in client.cookies if "sess" in n]:
        client.cookies.pop(naam)
    assert client.post(woordenadres(tafel), verstuur(ik_wil="Niet kwijt")).status_code == 302
    terug = client.post(reverse("inloggen"), inlog)
    assert terug["Location"] == woordenadres(tafel)
    assert "Niet kwijt" in client.get(terug["Location"]).content.decode()
    assert Concept.objects.filter(account=tafel.trekker, sleutel=woordenadres(tafel)).exists()


def gebiedadres(tafel: Keukentafel, code: str = "huis_en_thuis") -> str:
    return reverse("leefgebied", args=[tafel.casus.pk, code])


def uitvraag_van(tafel: Keukentafel) -> str:
    pagina = als(tafel.trekker).get(reverse("leefgebieden", args=[tafel.casus.pk])).content.decode()
    return " ".join(pagina.split())


def een_gesprek(tafel: Keukentafel, **anders: Any) -> dict[str, Any]:
    velden = {"betreft": [str(tafel.moeder.pk)], "ik_wil": "", "ik_kan": "", "ik_heb_nodig": ""}
    return verstuur(**velden | anders)


def test_a_life_domain_is_talked_about_with_or_without_words(tafel: Keukentafel) -> None:
    client = als(tafel.trekker)
    assert "0 van 2 besproken" in uitvraag_van(tafel)
    assert client.post(gebiedadres(tafel), een_gesprek(tafel, ik_wil="Een 'eigen' kamer")).status_code == 303
    assert "1 van 2 besproken" in " ".join(client.get(reverse("casus", args=[tafel.casus.pk])).content.decode().split())
    assert client.post(gebiedadres(tafel, "geld_en_schuld"), een_gesprek(tafel, niets="ja")).status_code == 303
    met, zonder = (Leefgebiedgesprek.objects.get(leefgebied=c) for c in ("huis_en_thuis", "geld_en_schuld"))
    assert huidige_woorden(met.item) == {"ik_wil": "Een 'eigen' kamer"} and huidige_woorden(zonder.item) == {}
    assert [p.pk for p in met.item.betreft.all()] == [tafel.moeder.pk]
    pagina = uitvraag_van(tafel)
    assert "2 van 2 besproken" in pagina and "Nog te bespreken" not in pagina
    assert "Een &#x27;eigen&#x27; kamer" in pagina and "Er is niets vastgelegd." in pagina


def test_a_next_talk_stands_beside_the_earlier_one(tafel: Keukentafel) -> None:
    client = als(tafel.trekker)
    for wens in ("Een eigen kamer", "Toch liever samen"):
        client.post(gebiedadres(tafel), een_gesprek(tafel, ik_wil=wens))
    pagina = uitvraag_van(tafel)
    assert 0 < pagina.index("Toch liever samen") < pagina.index("Een eigen kamer")
    assert "Een eigen kamer" in client.get(gebiedadres(tafel)).content.decode()
    assert controleer_casus(tafel.casus) == []


def test_what_was_written_before_the_three_questions_and_in_another_werkwijze_still_shows(tafel: Keukentafel) -> None:
    for code, tekst in (("huis_en_thuis", "Te klein"), ("vroeger_gebied", "Ging goed")):
        leg_leefgebied_vast(
            casus=tafel.casus,
            leefgebied=code,
            woorden={"tekst": tekst},
            betreft=[tafel.moeder],
            account=tafel.trekker,
            nu=timezone.now(),
        )
    pagina = uitvraag_van(tafel)
    assert "Te klein" in pagina and "1 van 2 besproken" in pagina
    assert "Ging goed" in pagina and "Vroeger gebied" in pagina


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        ({"ik_kan": "Zelf koken", "niets": "ja"}, "Haal het vinkje weg, of haal uw tekst weg."),
        ({}, "Schrijf iets op, of vink aan dat het besproken is."),
        ({"ik_kan": "Zelf koken", "betreft": []}, "Kies over wie het gaat."),
    ],
)
def test_what_is_unclear_about_a_domain_is_asked_again(
    tafel: Keukentafel, velden: dict[str, Any], melding: str
) -> None:
    antwoord = als(tafel.trekker).post(gebiedadres(tafel), een_gesprek(tafel, **velden))
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 422 and melding in pagina and velden.get("ik_kan", "") in pagina
    assert not Leefgebiedgesprek.objects.exists()


def test_a_domain_is_of_the_werkwijze_and_the_uitvraag_for_the_regisseur(tafel: Keukentafel) -> None:
    assert als(tafel.trekker).get(gebiedadres(tafel, "bestaat_niet")).status_code == 404
    assert als(tafel.meelezer).get(gebiedadres(tafel)).status_code == 403
    assert "Brede uitvraag" not in als(tafel.meelezer).get(reverse("casus", args=[tafel.casus.pk])).content.decode()


def test_without_traject_the_domains_are_those_one_could_begin_with() -> None:
    casus, trekker = een_casus_zonder_traject()
    assert "Wonen" in als(trekker).get(reverse("leefgebieden", args=[casus.pk])).content.decode()


def test_who_takes_part_is_given_and_ended(tafel: Keukentafel) -> None:
    adres, client = reverse("rollen", args=[tafel.traject.pk]), als(tafel.trekker)
    client.post(adres, verstuur(rol="meelezer", account=str(tafel.buitenstaander.pk)))
    assert tafel.buitenstaander.naam in client.get(adres).content.decode()
    rij = tafel.buitenstaander.casusrol_set.get()
    for _ in range(2):
        assert client.post(adres, {"beeindig": str(rij.pk)}).status_code == 303
    rij.refresh_from_db()
    assert rij.tot is not None
    assert client.post(adres, verstuur(rol="trekker", account=str(tafel.buitenstaander.pk))).status_code == 422
    assert als(tafel.meelezer).get(adres).status_code == 200
    assert als(tafel.meelezer).post(adres, verstuur(rol="meelezer", account=str(tafel.meelezer.pk))).status_code == 403


@pytest.mark.parametrize("met_traject", [True, False])
def test_the_regie_goes_over_when_the_colleague_says_yes(met_traject: bool) -> None:
    if met_traject:
        tafel = dek_de_tafel()
        casus, trekker, collega = tafel.casus, tafel.trekker, tafel.buitenstaander
    else:
        casus, trekker = een_casus_zonder_traject()
        collega = Account.objects.create(gemeente=trekker.gemeente, gebruikersnaam="col", naam="Col", team=trekker.team)
    overnemen = reverse("overnemen", args=[casus.pk])
    assert als(collega).get(overnemen).status_code == 403
    voorstel = als(trekker).post(reverse("overdragen", args=[casus.pk]), verstuur(account=str(collega.pk)))
    assert voorstel.status_code == 303
    assert casus.nummer in als(collega).get(overnemen).content.decode()
    ja = verstuur()
    for _ in range(2):
        assert als(collega).post(overnemen, ja).status_code == 303
    casus.refresh_from_db()
    assert casus.regisseur_id == collega.pk
    assert als(trekker).get(reverse("overdragen", args=[casus.pk])).status_code == 403


def test_handing_over_is_for_the_regisseur_and_within_the_municipality(tafel: Keukentafel) -> None:
    adres = reverse("overdragen", args=[tafel.casus.pk])
    assert als(tafel.trekker).post(adres, verstuur(account=str(tafel.elders.pk))).status_code == 422
    assert als(tafel.toetser).get(adres).status_code == 403
    assert als(tafel.elders).get(reverse("overnemen", args=[tafel.casus.pk])).status_code == 404


def test_a_rol_that_was_given_shows_in_the_history(tafel: Keukentafel) -> None:
    assert Gebeurtenis.objects.filter(soort="rol_toegekend").count() == 2
    with pytest.raises(Exception, match="Een rol geven"):
        tafel.doe(KenRolToe("meelezer", str(tafel.kijker.pk)), door=tafel.kijker)
