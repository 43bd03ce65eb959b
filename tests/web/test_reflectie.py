"""Reflectiesessies about several casussen, lessons for all colleagues, and the cluster that is given afterwards."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse

from fabriek import een_account, een_team
from keukentafel import als
from samenspel import werkwijzen
from samenspel.casus.models import Gebeurtenis, Traject
from samenspel.delen.models import Inzage
from samenspel.kern.stand.voorbeelden import lees_voorbeelden, speel
from samenspel.leren.models import Les, Reflectiesessie
from samenspel.organisatie.models import Account, Team
from samenspel.regie.bezetting import Bezetting
from samenspel.regie.feiten import feiten_uit_historie, lees_feiten
from samenspel.regie.leren import te_bespreken
from samenspel.regie.routes import laad_versie, route_van
from samenspel.regie.scenario import Dienstenspel
from speelwereld import NU, VANDAAG, met_verzoek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdagmiddag")]

SLUG = "oosterhout-pilot"
TERUGKIJKEN = 60
"""The day of the family's story on which its small breakthrough is there, and it is to be talked about."""


@pytest.fixture
def team() -> Team:
    return een_team()


@pytest.fixture
def bezetting(team: Team) -> Bezetting:
    return Bezetting(gemeente=team.gemeente, team=team)


def _speel(bezetting: Bezetting, naam: str, tot: int) -> Traject:
    versie = laad_versie(tekst=werkwijzen.tekst(SLUG), bestand=SLUG, nu=NU)
    heel = next(v for v in lees_voorbeelden(werkwijzen.voorbeelden_tekst(SLUG)) if v.naam.startswith(naam))
    voorbeeld = replace(heel, stappen=tuple(s for s in heel.stappen if s.dag <= tot))
    begin = VANDAAG - timedelta(days=tot)
    spel = Dienstenspel(versie=versie, voorbeeld=voorbeeld, begin=begin, bezetting=bezetting)
    assert not [a for g in speel(voorbeeld, spel, begin) for a in g.afwijkingen]
    assert spel.traject is not None
    return spel.traject


@pytest.fixture
def gezin(bezetting: Bezetting) -> Traject:
    bezetting.account("pilotprojectleider", "pilotprojectleider")
    return _speel(bezetting, "Minder hulp", TERUGKIJKEN)


@pytest.fixture
def leider(gezin: Traject, bezetting: Bezetting) -> Account:
    return bezetting.account("pilotprojectleider", "pilotprojectleider")


def _houd_sessie(leider: Account, *trajecten: Traject, met: tuple[Account, ...] = ()) -> Reflectiesessie:
    velden = {"op": VANDAAG.isoformat(), "trajecten": [t.pk for t in trajecten], "deelnemers": [a.pk for a in met]}
    antwoord = als(leider).post(reverse("reflectie_nieuw"), {**met_verzoek(), **velden})
    assert antwoord.status_code == 303, antwoord.content.decode()
    return Reflectiesessie.objects.latest("vastgelegd_op")


def test_a_session_is_in_the_history_of_every_casus_and_decides_nothing(
    gezin: Traject, leider: Account, bezetting: Bezetting
) -> None:
    ander = _speel(bezetting, "Begeleid falen", 101)
    fasen = {gezin.pk: gezin.fase, ander.pk: ander.fase}
    assert {t.pk for t in te_bespreken(leider, NU)} == {gezin.pk, ander.pk}
    sessie = _houd_sessie(leider, gezin, ander)
    for traject in (gezin, ander):
        traject.refresh_from_db()
        assert traject.fase == fasen[traject.pk]
        rij = Gebeurtenis.objects.get(traject=traject, soort="in_reflectie_besproken")
        assert rij.gegevens == {"sessie": str(sessie.pk)}
        route = route_van(traject)
        assert lees_feiten(traject, route) == feiten_uit_historie(traject, route)
        assert lees_feiten(traject, route)["reflectie.besproken_op"] == VANDAAG.toordinal()


def test_only_who_the_definition_names_records_a_session(gezin: Traject, leider: Account) -> None:
    regisseur = gezin.casus.regisseur
    assert als(regisseur).get(reverse("reflectie_nieuw")).status_code == 403
    assert "Reflectiesessie vastleggen" not in als(regisseur).get(reverse("lessen")).content.decode()
    assert "Reflectiesessie vastleggen" in als(leider).get(reverse("lessen")).content.decode()


def test_a_day_that_is_still_to_come_is_refused_and_nothing_is_lost(gezin: Traject, leider: Account) -> None:
    morgen = (VANDAAG + timedelta(days=1)).isoformat()
    velden = {**met_verzoek(), "op": morgen, "trajecten": [gezin.pk]}
    antwoord = als(leider).post(reverse("reflectie_nieuw"), velden)
    assert antwoord.status_code == 422 and morgen in antwoord.content.decode()
    assert "moet al geweest zijn" in antwoord.content.decode() and not Reflectiesessie.objects.exists()


def test_a_colleague_finds_the_lesson_and_not_the_casus(gezin: Traject, leider: Account) -> None:
    collega = een_account(leider.team)
    sessie = _houd_sessie(leider, gezin)
    velden = {"tekst": "Kies één kleine stap.", "leefgebied": "geld_en_schulden", "wet": "Jeugdwet"}
    gedaan = als(leider).post(reverse("les_nieuw", args=[sessie.pk]), {**met_verzoek(), **velden})
    assert gedaan["Location"] == reverse("reflectie", args=[sessie.pk])
    gevonden = als(collega).post(reverse("lessen"), {"q": "kleine STAP"}).content.decode()
    assert "Kies één kleine stap." in gevonden and "Jeugdwet" in gevonden
    assert gezin.casus.huishouden.naam not in gevonden and gezin.casus.nummer not in gevonden
    assert "Kies één kleine stap." not in als(collega).post(reverse("lessen"), {"q": "auto"}).content.decode()
    assert "Kies één kleine stap." not in als(collega).post(reverse("lessen"), {"wet": "Ziektewet"}).content.decode()
    assert als(collega).get(reverse("reflectie", args=[sessie.pk])).status_code == 403
    assert Inzage.objects.filter(account=collega, wat="reflectie", geweigerd=True).exists()
    assert "Kies" not in als(een_account(een_team())).get(reverse("lessen")).content.decode()


def test_who_was_there_sees_only_the_casussen_that_they_may_open(gezin: Traject, leider: Account) -> None:
    collega = een_account(leider.team)
    sessie = _houd_sessie(leider, gezin, met=(collega,))
    pagina = als(collega).get(reverse("reflectie", args=[sessie.pk])).content.decode()
    assert gezin.casus.huishouden.naam not in pagina and "1 casus waar u niet bij kunt" in " ".join(pagina.split())
    assert gezin.casus.huishouden.naam in als(leider).get(reverse("reflectie", args=[sessie.pk])).content.decode()


def test_a_lesson_is_changed_over_its_version_and_can_be_taken_away(gezin: Traject, leider: Account) -> None:
    sessie = _houd_sessie(leider, gezin)
    als(leider).post(reverse("les_nieuw", args=[sessie.pk]), {**met_verzoek(), "tekst": "Eerst bellen."})
    les, adres = Les.objects.get(), reverse("les", args=[Les.objects.get().pk])
    assert als(leider).post(adres, {**met_verzoek(), "tekst": "Bel eerst.", "versie": "1"}).status_code == 303
    oud = als(leider).post(adres, {**met_verzoek(), "tekst": "Nooit bellen.", "versie": "1"})
    assert oud.status_code == 409 and "Bel eerst." in oud.content.decode() and "Nooit bellen." in oud.content.decode()
    assert "Wat u niet kiest, bewaren we niet." in oud.content.decode()
    als(leider).post(reverse("les_weghalen", args=[les.pk]))
    assert not Les.objects.exists()


def test_a_cluster_is_given_afterwards_only_and_stays_changeable_after_closing(gezin: Traject, leider: Account) -> None:
    regisseur, adres = gezin.casus.regisseur, reverse("cluster", args=[gezin.pk])
    keuze = als(regisseur).get(adres)
    assert keuze.status_code == 200 and "Weinig draagkracht" in keuze.content.decode()
    assert als(regisseur).post(adres, {**met_verzoek(), "cluster": "gezin_met_kinderen"}).status_code == 303
    gezin.refresh_from_db()
    assert gezin.cluster == "gezin_met_kinderen"
    pagina = als(regisseur).get(reverse("casus", args=[gezin.casus_id])).content.decode()
    assert "Gezin met kinderen" in pagina and adres in pagina
    assert als(leider).get(adres).status_code == 403


def test_at_the_start_nobody_chooses_a_cluster(bezetting: Bezetting) -> None:
    traject = _speel(bezetting, "Minder hulp", 2)
    adres = reverse("cluster", args=[traject.pk])
    assert als(traject.casus.regisseur).get(adres).status_code == 403
    assert adres not in als(traject.casus.regisseur).get(reverse("casus", args=[traject.casus_id])).content.decode()
