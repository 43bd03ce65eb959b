"""A resident tells a concern: the contactpersoon holds it, the resident reads who has it, and no more."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bewoners import Wereld, plan_van
from fabriek import een_account
from samenspel.inwoner.zorgen import ANDER, EIGEN
from samenspel.kern.signaal import vouw
from samenspel.organisatie.models import Account
from samenspel.regie.signalen import neem_aan, sluit, stel_voor
from samenspel.signaal.models import Signaal
from samenspel.signaal.selectors import feiten_van, stand_van

pytestmark = pytest.mark.django_db


def _vertel(client: Client, wereld: Wereld, **velden: str) -> Any:
    gegevens = {"eigen": EIGEN, "over_wie": "", "zorg": "Hij slaapt niet meer.", "verzoek": str(uuid4())}
    return client.post(reverse("mijn_zorg", args=[wereld.casus.pk]), gegevens | velden)


def _als(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def test_the_contactpersoon_holds_it_and_reads_it_in_mijn_werk(anna: Client, wereld: Wereld) -> None:
    assert _vertel(anna, wereld)["Location"] == reverse("mijn_plan_van", args=[wereld.casus.pk]) + "#zorgen"
    signaal = Signaal.objects.get()
    assert signaal.houder_id == wereld.regisseur.pk and signaal.gemeente_id == wereld.casus.gemeente_id
    assert vouw(feiten_van(signaal)) == stand_van(signaal)
    client = _als(wereld.regisseur)
    assert "Hij slaapt niet meer." in client.get(reverse("mijn_werk")).content.decode()
    pagina = client.get(reverse("signaal", args=[signaal.pk])).content.decode()
    assert "Een inwoner, zelf" in pagina and "In Mijn plan" in pagina and wereld.inwoner.naam in pagina
    assert "In dit dossier leggen" in pagina


def test_the_resident_reads_who_has_it_and_that_it_was_looked_at_no_more(anna: Client, wereld: Wereld) -> None:
    _vertel(anna, wereld)
    signaal = Signaal.objects.get()
    assert "Nazan Aydin heeft dit, sinds vandaag." in plan_van(anna, wereld.casus)
    ander = een_account(wereld.regisseur.team)
    Account.objects.filter(pk=ander.pk).update(naam="Roos Bos")
    stel_voor(signaal=signaal, aan=ander, account=wereld.regisseur, nu=timezone.now())
    assert "Nazan Aydin heeft dit, sinds vandaag." in plan_van(anna, wereld.casus)
    neem_aan(signaal=signaal, account=ander, nu=timezone.now())
    assert "Roos Bos heeft dit, sinds vandaag." in plan_van(anna, wereld.casus)
    sluit(signaal=signaal, reden="GEHEIME REDEN", verteld="Gebeld.", account=ander, nu=timezone.now())
    pagina = plan_van(anna, wereld.casus)
    assert "Roos Bos heeft hier naar gekeken." in pagina
    assert "GEHEIME" not in pagina and "Hij slaapt niet meer." not in pagina


def test_another_of_the_household_reads_nothing_of_it(anna: Client, wereld: Wereld) -> None:
    _vertel(anna, wereld)
    bas = _als(een_account(persoon=wereld.bas))
    for adres in ("mijn_plan_van", "mijn_gegevens", "mijn_inzage"):
        pagina = bas.get(reverse(adres, args=[wereld.casus.pk])).content.decode()
        assert "U vertelde een zorg" not in pagina and "slaapt" not in pagina


def test_about_somebody_else_something_must_be_known_and_no_dossier_is_meant(anna: Client, wereld: Wereld) -> None:
    fout = _vertel(anna, wereld, eigen=ANDER)
    assert fout.status_code == 422 and "Schrijf op om wie het gaat" in fout.content.decode()
    assert not Signaal.objects.exists()
    _vertel(anna, wereld, eigen=ANDER, over_wie="De buurvrouw op nummer 12")
    pagina = _als(wereld.regisseur).get(reverse("signaal", args=[Signaal.objects.get().pk])).content.decode()
    assert "De buurvrouw op nummer 12" in pagina and "In dit dossier leggen" not in pagina
