"""The logboek: a line on a day, read back in order with the contacts, sought, put right, read by whom it is about."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from fabriek import een_account
from keukentafel import Keukentafel, als, dek_de_tafel, verstuur
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Logboekregel
from samenspel.delen.models import Inzage
from samenspel.kern.stand import Geweigerd
from samenspel.kern.stand.handelingen import LegContactVast, SchrijfLogboek
from samenspel.organisatie.models import Account
from samenspel.regie.feiten import lees_feiten
from samenspel.regie.routes import route_van

pytestmark = pytest.mark.django_db
VANDAAG = timezone.localdate()


@pytest.fixture
def tafel() -> Keukentafel:
    return dek_de_tafel()


def schrijf(tafel: Keukentafel, wie: Account, **anders: Any) -> int:
    velden: dict[str, Any] = {"op": VANDAAG.isoformat(), "soort": "waarneming", "tekst": "Hij lachte."}
    velden |= {"betreft": [str(tafel.moeder.pk)]}
    adres = reverse("logboek_schrijven", args=[tafel.casus.pk])
    return als(wie).post(adres, verstuur(**velden | anders)).status_code


def logboek(tafel: Keukentafel, wie: Account, **gezocht: str) -> str:
    adres, client = reverse("logboek", args=[tafel.casus.pk]), als(wie)
    soort = gezocht.pop("soort", "")
    antwoord = client.post(adres, gezocht) if gezocht else client.get(adres, {"soort": soort})
    return " ".join(antwoord.content.decode().split())


def test_lines_and_contacts_stand_in_the_order_of_the_day(tafel: Keukentafel) -> None:
    eergisteren = (VANDAAG - timedelta(days=2)).isoformat()
    assert schrijf(tafel, tafel.trekker) == 303
    assert schrijf(tafel, tafel.trekker, op=eergisteren, soort="tegenslag", tekst="De bus kwam niet.") == 303
    tafel.doe(LegContactVast("opgelost"), {"met": "Woonbron", "gezegd": "Het mag."})
    tekst = logboek(tafel, tafel.trekker)
    assert 0 < tekst.index("Het mag.") < tekst.index("Hij lachte.") < tekst.index("De bus kwam niet.")
    alleen = logboek(tafel, tafel.trekker, soort="tegenslag")
    assert "De bus kwam niet." in alleen and "Hij lachte." not in alleen and "Het mag." not in alleen
    gezocht = logboek(tafel, tafel.trekker, q="LACHTE")
    assert "Hij lachte." in gezocht and "De bus" not in gezocht and "1 gevonden" in gezocht
    assert controleer_casus(tafel.casus) == []


def test_a_line_counts_as_something_happening(tafel: Keukentafel) -> None:
    schrijf(tafel, tafel.trekker)
    feiten = lees_feiten(tafel.traject, route_van(tafel.traject))
    assert feiten["gebeurd.logboek_geschreven"] == feiten["gebeurd.activiteit"] == VANDAAG.toordinal()


def test_a_line_is_put_right_and_the_earlier_words_stay(tafel: Keukentafel) -> None:
    schrijf(tafel, tafel.trekker)
    adres = reverse("logboekregel", args=[Logboekregel.objects.get().pk])
    assert als(tafel.trekker).post(adres, verstuur(versie="1", tekst="Hij huilde.")).status_code == 303
    assert "Hij huilde." in logboek(tafel, tafel.trekker) and "Hij lachte." not in logboek(tafel, tafel.trekker)
    assert "Hij lachte." in als(tafel.trekker).get(adres).content.decode()
    assert als(tafel.trekker).post(adres, verstuur(versie="1", tekst="Toch niet.")).status_code == 409


def test_a_line_that_was_a_mistake_is_withdrawn_and_put_back(tafel: Keukentafel) -> None:
    schrijf(tafel, tafel.trekker)
    regel = Logboekregel.objects.get()
    intrekken, terug = (reverse(f"logboekregel_{wat}", args=[regel.pk]) for wat in ("intrekken", "terugzetten"))
    assert "Trek de regel in" in als(tafel.trekker).get(reverse("logboekregel", args=[regel.pk])).content.decode()
    assert als(tafel.kijker).get(intrekken).status_code == 403
    assert als(tafel.trekker).post(intrekken, verstuur(versie="1", reden="")).status_code == 422
    assert als(tafel.trekker).post(intrekken, verstuur(versie="1", reden="Ging over een ander.")).status_code == 303
    assert "gebeurd.logboek_geschreven" not in lees_feiten(tafel.traject, route_van(tafel.traject))
    assert "Hij lachte." not in logboek(tafel, tafel.kijker)
    tekst = logboek(tafel, tafel.trekker)
    assert tekst.index("Ingetrokken (1)") < tekst.index("Hij lachte.") and "Ging over een ander." in tekst
    assert als(tafel.trekker).post(intrekken, verstuur(versie="2", reden="Nog eens.")).status_code == 422
    assert als(tafel.kijker).post(terug).status_code == 403
    assert als(tafel.trekker).post(terug).status_code == 302
    assert "Hij lachte." in logboek(tafel, tafel.kijker)
    assert lees_feiten(tafel.traject, route_van(tafel.traject))["gebeurd.logboek_geschreven"] == VANDAAG.toordinal()
    assert controleer_casus(tafel.casus) == []


def test_who_works_in_the_traject_writes_and_who_may_read_talks_reads(tafel: Keukentafel) -> None:
    assert schrijf(tafel, tafel.meelezer, tekst="Van de meelezer.", betreft=[]) == 303
    assert schrijf(tafel, tafel.trekker) == 303
    assert "Hij lachte." in logboek(tafel, tafel.kijker) and "Hij lachte." not in logboek(tafel, tafel.meelezer)
    regel = Logboekregel.objects.get(item__eigenaar=tafel.trekker)
    assert als(tafel.kijker).get(reverse("logboekregel", args=[regel.pk])).status_code == 403
    assert schrijf(tafel, tafel.buitenstaander) == 403
    assert Inzage.objects.filter(account=tafel.buitenstaander, geweigerd=True).exists()
    with pytest.raises(Geweigerd, match="logboek"):
        tafel.doe(SchrijfLogboek("waarneming"), {"tekst": "x"}, door=tafel.buitenstaander)
    assert schrijf(tafel, tafel.elders) == 404


def test_what_is_wrong_is_told_and_nothing_is_lost(tafel: Keukentafel) -> None:
    morgen = (VANDAAG + timedelta(days=1)).isoformat()
    velden = verstuur(op=morgen, soort="", tekst="Bijna af.", betreft=[])
    antwoord = als(tafel.trekker).post(reverse("logboek_schrijven", args=[tafel.casus.pk]), velden)
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422 and "Bijna af." in tekst
    for melding in ("Deze dag moet nog komen", "Kies wat u opschrijft.", "Kies over wie het gaat."):
        assert melding in tekst
    assert not Logboekregel.objects.exists()


def test_the_resident_reads_what_is_about_them(tafel: Keukentafel) -> None:
    schrijf(tafel, tafel.trekker)
    schrijf(tafel, tafel.trekker, tekst="Over het kind.", betreft=[str(tafel.kind.pk)])
    moeder = een_account(persoon=tafel.moeder)
    assert "Hij lachte." in als(moeder).get(reverse("mijn_gegevens", args=[tafel.casus.pk])).content.decode()
