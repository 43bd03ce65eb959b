"""Withdrawing what stands in the plan by mistake, and putting it back: what is put to use, and who takes part."""

import re
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from fabriek import een_account
from samenspel.casus.historie import controleer_casus
from samenspel.delen.services import huidige_woorden
from samenspel.kern.stand import Geweigerd
from samenspel.organisatie.models import Account
from samenspel.plan.deelnames import Deelnemer, Deelstand
from samenspel.plan.models import Actie, Deelname, Doel, Planversie, Voorziening
from samenspel.plan.versies import regels_nu
from samenspel.plan.voorzieningen import Voorzieninggegevens
from samenspel.regie.correcties import laat_vervallen
from samenspel.regie.deelnames import leg_deelname_vast, wijzig_deelname
from samenspel.regie.intrekken import trek_in, zet_terug
from samenspel.regie.plannen import Eigenaar, spreek_af, stel_doel
from samenspel.regie.planversies import stel_plan_vast
from samenspel.regie.voorzieningen import beeindig_voorziening, voeg_voorziening_toe
from samenspel.web.blik import Blik
from samenspel.web.dossierstuk import delen_van, inhoud_van
from speelwereld import LENING, NU, VANDAAG, Wereld, met_verzoek, speel_tot

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdagmiddag")]

SOORTEN = {"voorziening": "Begeleiding thuis", "deelname": "De verhuurder"}
"""Per page with the form of a row, the words by which it is recognised."""


@pytest.fixture
def wereld() -> Wereld:
    """A household with one goal, somebody who takes part in it, something put to use, and something to do."""
    w = speel_tot(LENING, 3)
    regisseur, mensen = w.mensen["inbrenger"], tuple(w.traject.betreft.order_by("geboortedatum"))
    doel = stel_doel(casus=w.casus, tekst="Rust in huis", betreft=mensen, account=regisseur, nu=NU)
    voeg_voorziening_toe(
        casus=w.casus,
        gegevens=Voorzieninggegevens(toegang="maatwerk", doel=doel),
        woorden={"wat": "Begeleiding thuis"},
        betreft=mensen,
        account=regisseur,
        nu=NU,
    )
    stand = Deelstand(stand="doet_niet_mee", reden="Geen tijd")
    leg_deelname_vast(doel=doel, wie=Deelnemer(wie="De verhuurder"), stand=stand, account=regisseur, nu=NU)
    spreek_af(
        casus=w.casus,
        traject=None,
        doel=doel,
        wat="Bellen",
        eigenaar=Eigenaar(persoon=mensen[0]),
        voor=VANDAAG,
        betreft=mensen,
        account=regisseur,
        nu=NU,
    )
    return w


def rij(soort: str) -> Voorziening | Deelname:
    model = Voorziening if soort == "voorziening" else Deelname
    return model._default_manager.select_related("item").get()


def lees(w: Wereld, naam: str, *meer: object) -> str:
    return w.als("inbrenger").get(reverse(naam, args=[w.casus.pk, *meer])).content.decode()


def post(w: Wereld, naam: str, sleutel: UUID, **velden: str) -> tuple[int, str]:
    antwoord = w.als("inbrenger").post(reverse(naam, args=[sleutel]), met_verzoek(**velden))
    return antwoord.status_code, antwoord.content.decode()


def trek(w: Wereld, soort: str, versie: str = "1") -> tuple[int, str]:
    return post(w, "item_intrekken", rij(soort).pk, reden="Van een ander gezin", versie=versie)


def bewoner(w: Wereld) -> Client:
    persoon, client = w.traject.betreft.order_by("geboortedatum")[0], Client()
    client.force_login(Account.objects.filter(persoon=persoon).first() or een_account(persoon=persoon))
    return client


def paginas_van_de_bewoner(w: Wereld) -> str:
    client = bewoner(w)
    namen = ("mijn_plan_van", "mijn_planversie", "mijn_gegevens")
    antwoorden = [client.get(reverse(naam, args=[w.casus.pk])) for naam in namen]
    assert {a.status_code for a in antwoorden} == {200}
    return "".join(a.content.decode() for a in antwoorden)


def nu_in_het_plan(html: str) -> str:
    return html[html.index("Zoals het nu is") : html.index("Ingetrokken (") if "Ingetrokken (" in html else len(html)]


def veranderd(w: Wereld) -> str:
    return re.split("Veranderd sinds versie 1|Ingetrokken \\(", lees(w, "plan"))[1]


@pytest.mark.parametrize("soort", SOORTEN)
def test_from_its_form_it_goes_to_the_foot_of_the_plan_and_back(wereld: Wereld, soort: str) -> None:
    sleutel, wat = rij(soort).pk, SOORTEN[soort]
    form = wereld.als("inbrenger").get(reverse(soort, args=[sleutel])).content.decode()
    assert reverse("item_intrekken", args=[sleutel]) in form
    assert wat in wereld.als("inbrenger").get(reverse("item_intrekken", args=[sleutel])).content.decode()
    assert trek(wereld, soort)[0] == 303
    html = lees(wereld, "plan")
    assert wat not in nu_in_het_plan(html)
    voet = html[html.index("Ingetrokken (1)") :]
    assert wat in voet and "Van een ander gezin" in voet and reverse("item_terugzetten", args=[sleutel]) in voet
    assert post(wereld, "item_terugzetten", sleutel)[0] == 302
    html = lees(wereld, "plan")
    assert wat in nu_in_het_plan(html) and "Ingetrokken (" not in html
    assert "ingetrokken_reden" not in huidige_woorden(rij(soort).item)
    assert controleer_casus(wereld.casus) == []


@pytest.mark.parametrize("soort", SOORTEN)
def test_a_second_withdrawal_is_refused_and_so_is_putting_back_twice(wereld: Wereld, soort: str) -> None:
    trek(wereld, soort)
    status, html = trek(wereld, soort, versie="2")
    assert status == 422 and "Dit is al ingetrokken." in html
    zet_terug(item=rij(soort).item, account=wereld.mensen["inbrenger"], nu=NU)
    with pytest.raises(Geweigerd, match="al teruggezet"):
        zet_terug(item=rij(soort).item, account=wereld.mensen["inbrenger"], nu=NU)


@pytest.mark.parametrize("soort", SOORTEN)
def test_only_the_regisseur_withdraws(wereld: Wereld, soort: str) -> None:
    adres = reverse("item_intrekken", args=[rij(soort).pk])
    assert wereld.als("koploper").post(adres, met_verzoek(reden="Fout")).status_code == 403
    with pytest.raises(Geweigerd):
        trek_in(item=rij(soort).item, reden="Fout", account=wereld.mensen["koploper"], versie=1, nu=NU)
    assert rij(soort).item.ingetrokken_op is None


@pytest.mark.parametrize("soort", SOORTEN)
def test_the_resident_and_a_rol_read_it_nowhere(wereld: Wereld, soort: str) -> None:
    stel_plan_vast(casus=wereld.casus, account=wereld.mensen["inbrenger"], nu=NU)
    wat = SOORTEN[soort]
    assert wat in paginas_van_de_bewoner(wereld)
    trek(wereld, soort)
    gelezen = paginas_van_de_bewoner(wereld)
    assert wat not in gelezen and "Van een ander gezin" not in gelezen
    html = wereld.als("koploper").get(reverse("plan", args=[wereld.casus.pk])).content.decode()
    assert wat not in html and "Ingetrokken" not in html
    post(wereld, "item_terugzetten", rij(soort).pk)
    assert wat in paginas_van_de_bewoner(wereld)


@pytest.mark.parametrize("soort", SOORTEN)
def test_the_next_version_has_it_not_and_the_earlier_stays(wereld: Wereld, soort: str) -> None:
    regisseur, wat, sleutel = wereld.mensen["inbrenger"], SOORTEN[soort], str(rij(soort).pk)
    stel_plan_vast(casus=wereld.casus, account=regisseur, nu=NU)
    een = Planversie.objects.get()
    trek(wereld, soort)
    assert wat in veranderd(wereld), "the regisseur reads that it went"
    twee = stel_plan_vast(casus=wereld.casus, account=regisseur, nu=NU)
    assert sleutel not in {r.item for r in regels_nu(wereld.casus)}
    assert sleutel not in {r["item"] for r in twee.regels}
    assert Planversie.objects.get(pk=een.pk).regels == een.regels and wat in lees(wereld, "planversie", 1)


def test_what_was_put_back_did_not_change_the_plan(wereld: Wereld) -> None:
    stel_plan_vast(casus=wereld.casus, account=wereld.mensen["inbrenger"], nu=NU)
    trek(wereld, "voorziening")
    post(wereld, "item_terugzetten", rij("voorziening").pk)
    assert "Begeleiding thuis" not in veranderd(wereld)


@pytest.mark.parametrize("soort", SOORTEN)
def test_no_document_says_it(wereld: Wereld, soort: str) -> None:
    def op_papier() -> str:
        blik = Blik.van(wereld.mensen["inbrenger"], wereld.casus, NU)
        return str(delen_van(inhoud_van(blik, wereld.traject)))

    assert SOORTEN[soort] in op_papier()
    trek(wereld, soort)
    assert SOORTEN[soort] not in op_papier()


def test_nothing_is_written_over_what_was_withdrawn(wereld: Wereld) -> None:
    regisseur, deelname = wereld.mensen["inbrenger"], Deelname.objects.select_related("item", "doel__item").get()
    for soort in SOORTEN:
        trek(wereld, soort)
    stand = Deelstand(stand="doet_mee")
    with pytest.raises(Geweigerd, match="Zet het eerst terug"):
        wijzig_deelname(deelname=deelname, stand=stand, account=regisseur, versie=2, nu=NU)
    voorziening = Voorziening.objects.select_related("item").get()
    with pytest.raises(Geweigerd, match="Zet het eerst terug"):
        beeindig_voorziening(voorziening=voorziening, op=VANDAAG, waarom="Klaar", account=regisseur, versie=2, nu=NU)
    velden = {"wat": "Anders", "toegang": "Maatwerk: er is een besluit of indicatie nodig", "versie": "2"}
    alles = {**met_verzoek(**velden), "betreft": [p.voornaam for p in wereld.traject.betreft.all()]}
    antwoord = wereld.als("inbrenger").post(reverse("voorziening", args=[voorziening.pk]), alles)
    assert antwoord.status_code == 422 and "Zet het eerst terug" in antwoord.content.decode()
    assert huidige_woorden(voorziening.item)["ingetrokken_reden"] == "Van een ander gezin"


def test_who_was_withdrawn_of_a_goal_is_put_back_and_not_written_twice(wereld: Wereld) -> None:
    doel, regisseur = Doel.objects.select_related("item").get(), wereld.mensen["inbrenger"]
    wie, stand = Deelnemer(persoon=wereld.traject.betreft.order_by("geboortedatum")[0]), Deelstand(stand="doet_mee")
    eerst = leg_deelname_vast(doel=doel, wie=wie, stand=stand, account=regisseur, nu=NU)
    trek_in(item=eerst.item, reden="Fout", account=regisseur, versie=1, nu=NU)
    with pytest.raises(Geweigerd, match="eerder ingetrokken"):
        leg_deelname_vast(doel=doel, wie=wie, stand=stand, account=regisseur, nu=NU)


def test_an_action_that_lapsed_is_not_among_what_is_put_back(wereld: Wereld) -> None:
    actie = Actie.objects.select_related("item").latest("item__gemaakt_op")
    laat_vervallen(actie=actie, reden="Niet nodig", account=wereld.mensen["inbrenger"], versie=1, nu=NU)
    assert "Ingetrokken (" not in lees(wereld, "plan")
    trek(wereld, "deelname")
    assert "Ingetrokken (1)" in lees(wereld, "plan")


def test_a_goal_and_what_somebody_does_are_not_withdrawn(wereld: Wereld) -> None:
    for item in (Doel.objects.get().item, Actie.objects.filter(item__soort="plan").latest("item__gemaakt_op").item):
        assert wereld.als("inbrenger").get(reverse("item_intrekken", args=[item.pk])).status_code == 404
        with pytest.raises(Geweigerd, match="kan niet worden ingetrokken"):
            trek_in(item=item, reden="Fout", account=wereld.mensen["inbrenger"], versie=item.versie, nu=NU)
