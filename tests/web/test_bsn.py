"""The burgerservicenummer: kept encrypted, shown on purpose, noticed when it is there twice, and nowhere else."""

from typing import Any

import pytest
from django.db import connection
from django.urls import reverse

from keukentafel import Keukentafel, als, dek_de_tafel, verstuur
from samenspel.casus.models import Gebeurtenis
from samenspel.delen.models import Inzage
from samenspel.huishouden.models import Bsn, Persoon
from samenspel.invoer.models import Concept
from samenspel.invoer.services import haal_concept

pytestmark = pytest.mark.django_db

NUMMER = "123456782"


@pytest.fixture
def tafel() -> Keukentafel:
    return dek_de_tafel()


def adres(tafel: Keukentafel, naam: str = "persoon_bsn", wie: Persoon | None = None) -> str:
    return reverse(naam, args=[tafel.casus.pk, (wie or tafel.moeder).pk])


def nummer(**anders: str) -> dict[str, Any]:
    return verstuur(**{"bsn": "1234.56.782", "grond": "Jeugdwet"} | anders)


def test_the_number_is_encrypted_and_masked_until_it_is_asked(tafel: Keukentafel) -> None:
    client = als(tafel.trekker)
    assert client.post(adres(tafel), nummer()).status_code == 303
    rij = Bsn.objects.get()
    assert NUMMER.encode() not in bytes(rij.inhoud) and NUMMER not in rij.blind
    for pagina in (adres(tafel), reverse("personen", args=[tafel.casus.pk])):
        tekst = client.get(pagina).content.decode()
        assert "••••••782" in tekst and NUMMER not in tekst
    assert not Inzage.objects.filter(wat="bsn").exists()
    getoond = client.post(adres(tafel, "persoon_bsn_tonen"))
    assert NUMMER in getoond.content.decode() and "no-store" in getoond["Cache-Control"]
    assert Inzage.objects.filter(account=tafel.trekker, casus=tafel.casus, wat="bsn", geweigerd=False).count() == 1
    assert client.get(adres(tafel, "persoon_bsn_tonen")).status_code == 405


def test_the_number_stands_nowhere_else(tafel: Keukentafel) -> None:
    als(tafel.trekker).post(adres(tafel), nummer())
    als(tafel.trekker).post(reverse("zoeken"), {"q": NUMMER})
    overal = [str(rij) for tabel in connection.introspection.table_names() for rij in _rijen(tabel)]
    assert [r for r in overal if NUMMER in r or "1234.56.782" in r] == []
    assert Gebeurtenis.objects.get(soort="bsn_vastgelegd").gegevens["grond"] == "wet_jeugd"


def _rijen(tabel: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(tabel)}")
        return list(cursor.fetchall())


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"bsn": "123456789"}, "geen burgerservicenummer"),
        ({"bsn": "000000000"}, "geen burgerservicenummer"),
        ({"grond": ""}, "Kies de wet"),
    ],
)
def test_what_is_no_number_is_not_kept_and_not_shown_again(
    tafel: Keukentafel, velden: dict[str, str], fout: str
) -> None:
    antwoord = als(tafel.trekker).post(adres(tafel), nummer(**velden))
    assert antwoord.status_code == 422 and fout in antwoord.content.decode()
    assert velden.get("bsn", "1234.56.782") not in antwoord.content.decode()
    assert Concept.objects.exists()
    assert "bsn" not in (haal_concept(account=tafel.trekker, sleutel=adres(tafel)) or {})
    assert Bsn.objects.count() == 0


def test_a_number_that_is_somebody_elses_tells_whom_to_call(tafel: Keukentafel) -> None:
    client = als(tafel.trekker)
    client.post(adres(tafel), nummer())
    dubbel = client.post(adres(tafel, wie=tafel.kind), nummer())
    assert dubbel.status_code == 422
    assert "dubbel" in dubbel.content.decode() and tafel.trekker.naam in dubbel.content.decode()
    elders = dek_de_tafel()
    assert als(elders.trekker).post(adres(elders), nummer()).status_code == 303


def test_only_the_regisseur_comes_near_it(tafel: Keukentafel) -> None:
    als(tafel.trekker).post(adres(tafel), nummer())
    for naam in ("persoon_bsn", "persoon_bsn_tonen", "persoon_bsn_wissen"):
        assert als(tafel.meelezer).post(adres(tafel, naam)).status_code == 403
    assert Inzage.objects.filter(account=tafel.meelezer, wat="bsn", geweigerd=True).exists()
    assert "•782" not in als(tafel.meelezer).get(reverse("personen", args=[tafel.casus.pk])).content.decode()


def test_the_number_is_replaced_and_destroyed(tafel: Keukentafel) -> None:
    client = als(tafel.trekker)
    client.post(adres(tafel), nummer())
    assert client.post(adres(tafel), nummer(bsn="111222333")).status_code == 303
    assert "••••••333" in client.get(adres(tafel)).content.decode()
    for _ in range(2):
        assert client.post(adres(tafel, "persoon_bsn_wissen")).status_code == 302
    assert Bsn.objects.count() == 0
    assert Gebeurtenis.objects.filter(soort="bsn_gewist").count() == 1
