"""After a handover the one who took over marks what was checked with the resident, who tells nothing twice."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from keukentafel import Keukentafel, als, dek_de_tafel, verstuur
from samenspel.casus.models import Gebeurtenis
from samenspel.kern.stand import Geweigerd
from samenspel.regie.begin import leg_leefgebied_vast
from samenspel.regie.nacontrole import leg_nacontrole_vast, nacontrole_van
from samenspel.regie.overdracht import stel_overdracht_voor

pytestmark = pytest.mark.django_db

KLAAR, NOG_NIET = "Gecontroleerd bij de inwoner", "Nog niet"
TAAK = "Controleer bij de inwoner wat eerder is verteld"


def _bespreek(tafel: Keukentafel, gebied: str, *, dagen: int = 2) -> None:
    leg_leefgebied_vast(
        casus=tafel.casus,
        leefgebied=gebied,
        woorden={"ik_wil": "Een vaste plek."},
        betreft=[tafel.moeder],
        account=tafel.casus.regisseur,
        nu=timezone.now() - timedelta(days=dagen),
    )


@pytest.fixture
def tafel() -> Keukentafel:
    """Two domains were talked about, and the colleague took over."""
    tafel = dek_de_tafel()
    _bespreek(tafel, "huis_en_thuis")
    _bespreek(tafel, "geld_en_schuld")
    stel_overdracht_voor(casus=tafel.casus, account=tafel.trekker, aan=tafel.kijker, nu=timezone.now())
    antwoord = als(tafel.kijker).post(reverse("overnemen", args=[tafel.casus.pk]), verstuur())
    assert antwoord["Location"] == reverse("nacontrole", args=[tafel.casus.pk])
    tafel.casus.refresh_from_db()
    return tafel


def test_what_was_told_is_open_until_it_is_checked(tafel: Keukentafel) -> None:
    client, adres = als(tafel.kijker), reverse("nacontrole", args=[tafel.casus.pk])
    assert TAAK in client.get(reverse("mijn_werk")).content.decode()
    assert "Aangeven wat u hebt gecontroleerd" in client.get(reverse("casus", args=[tafel.casus.pk])).content.decode()
    half = client.post(adres, verstuur(huis_en_thuis=KLAAR, geld_en_schuld=NOG_NIET))
    assert half["Location"] == reverse("leefgebieden", args=[tafel.casus.pk])
    pagina = " ".join(client.get(half["Location"]).content.decode().split())
    assert "Gecontroleerd bij de inwoner door u, vandaag." in pagina
    assert "Nog te controleren bij de inwoner, na de overdracht." in pagina
    assert TAAK in client.get(reverse("mijn_werk")).content.decode()
    client.post(adres, verstuur(huis_en_thuis=KLAAR, geld_en_schuld=KLAAR))
    assert TAAK not in client.get(reverse("mijn_werk")).content.decode()
    rijen = Gebeurtenis.objects.filter(soort="leefgebied_gecontroleerd").order_by("volgnummer")
    assert [r.gegevens for r in rijen] == [
        {"leefgebied": "huis_en_thuis", "gecontroleerd": True},
        {"leefgebied": "geld_en_schuld", "gecontroleerd": True},
    ]


def test_a_mark_can_be_taken_back(tafel: Keukentafel) -> None:
    client, adres = als(tafel.kijker), reverse("nacontrole", args=[tafel.casus.pk])
    client.post(adres, verstuur(huis_en_thuis=KLAAR, geld_en_schuld=KLAAR))
    client.post(adres, verstuur(huis_en_thuis=NOG_NIET, geld_en_schuld=KLAAR))
    stand = nacontrole_van(tafel.casus)
    assert stand is not None and stand.open == {"huis_en_thuis"}


def test_who_talks_about_it_anew_need_not_mark_it(tafel: Keukentafel) -> None:
    _bespreek(tafel, "huis_en_thuis", dagen=-1)
    stand = nacontrole_van(tafel.casus)
    assert stand is not None and stand.open == {"geld_en_schuld"}


def test_only_who_has_the_regie_marks(tafel: Keukentafel) -> None:
    adres = reverse("nacontrole", args=[tafel.casus.pk])
    assert als(tafel.meelezer).get(adres).status_code == 403
    assert als(tafel.elders).get(adres).status_code == 404
    with pytest.raises(Geweigerd):
        leg_nacontrole_vast(casus=tafel.casus, gebieden={}, account=tafel.meelezer, nu=timezone.now())


def test_without_a_handover_there_is_nothing_to_check() -> None:
    tafel = dek_de_tafel()
    _bespreek(tafel, "huis_en_thuis")
    antwoord = als(tafel.trekker).get(reverse("nacontrole", args=[tafel.casus.pk]), follow=True)
    assert "Er is niets te controleren" in antwoord.content.decode()
