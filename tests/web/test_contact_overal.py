"""A contact in one click: from a line of Mijn werk, and from somebody on the telefoonlijst by the household."""

import pytest
from django.urls import reverse

from keukentafel import Keukentafel, als, dek_de_tafel
from samenspel.kennis.models import Contactpersoon, Organisatie

pytestmark = pytest.mark.django_db


@pytest.fixture
def tafel() -> Keukentafel:
    return dek_de_tafel()


def test_every_line_of_mijn_werk_where_one_has_a_part_leads_to_a_contact(tafel: Keukentafel) -> None:
    adres = reverse("contact_vastleggen", args=[tafel.casus.pk])
    for wie in (tafel.trekker, tafel.meelezer):
        assert adres in als(wie).get(reverse("mijn_werk") + "?toon=alles").content.decode()


def test_from_the_telefoonlijst_one_chooses_the_household_first(tafel: Keukentafel) -> None:
    organisatie = Organisatie.objects.create(gemeente=tafel.casus.gemeente, naam="Woonbron", soort="privaat")
    iemand = Contactpersoon.objects.create(gemeente=tafel.casus.gemeente, organisatie=organisatie, naam="R. Visser")
    kiezen = reverse("contact_kiezen", args=[iemand.pk])
    for pagina in (reverse("contactpersonen"), reverse("contactpersoon", args=[iemand.pk])):
        assert kiezen in als(tafel.trekker).get(pagina).content.decode()
    adres = f"{reverse('contact_vastleggen', args=[tafel.casus.pk])}?contactpersoon={iemand.pk}"
    assert adres in als(tafel.trekker).get(kiezen).content.decode()
    ander = als(tafel.buitenstaander).get(kiezen).content.decode()
    assert tafel.casus.huishouden.naam not in ander and "U hebt geen dossier" in ander
    assert als(tafel.elders).get(kiezen).status_code == 404
